"""`claimcheck impact`: which copy must be corrected if a claim is."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

import click

from claimcheck.cli.claims.shared import Format, emit, format_option, ledger_option, opened, today_option
from claimcheck.errors import DraftError

if TYPE_CHECKING:
    from claimcheck.checking.given import Given
    from claimcheck.store import Ledger

_BETWEEN = "--"
_DRAFTS = "claimcheck.impact.drafts"


class _Parted(click.Command):
    """Claims stand before a `--` and drafts behind it, so that neither has to be guessed."""

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        if _BETWEEN in args:
            at = args.index(_BETWEEN)
            ctx.meta[_DRAFTS] = tuple(args[at + 1 :])
            args = args[:at]
        return super().parse_args(ctx, args)


@click.command(
    cls=_Parted,
    short_help="Tell which statements of drafts lean on a claim.",
    epilog="""\b
Examples:
  claimcheck impact ardenbay-staff -- drafts/
  claimcheck impact ardenbay-staff --replace 4,150 4,050 -- drafts/*.md
  claimcheck impact ardenbay-staff --if "Ardenbay had 4,050 employees at the end of June 2025." -- drafts/

\b
What a claim is to a statement:
  supported      it supports it
  contradicted   it contradicts it, and no other claim supports it
  nearest        no claim says anything of it, and this one is nearest
With --if or --replace it is told, too, what each statement would be if the claim were changed.
A claim that does not count, being retired or only proposed, is judged as if it did.

The exit code is 2 where a draft cannot be read; the others are looked at all the same.
""",
)
@click.argument("claims", metavar="CLAIM... -- PATH...", nargs=-1)
@click.option("--if", "would_say", metavar="TEXT", help="What the one CLAIM would say if it were changed.")
@click.option(
    "--replace",
    metavar="OLD NEW",
    nargs=2,
    help="Words of the one CLAIM's text, and what would stand in their place.",
)
@today_option("The day from which the drafts' relative dates count, where they give none")
@ledger_option
@format_option
@click.pass_context
def impact(
    context: click.Context,
    claims: tuple[str, ...],
    would_say: str | None,
    replace: tuple[str, str] | None,
    today: date,
    ledger: Path | None,
    format_: Format,
) -> int:
    """List every statement of the drafts, files or folders, that leans on a CLAIM.

    The drafts stand behind a `--`.
    """
    paths: tuple[str, ...] = context.meta.get(_DRAFTS, ())
    if not claims or not paths:
        raise click.UsageError("name claims, then --, then drafts", context)
    if (would_say is not None or replace is not None) and len(claims) > 1:
        raise click.UsageError("--if and --replace are for one CLAIM", context)
    if would_say is not None and (replace is not None or not would_say.strip()):
        raise click.UsageError("give --if with a text, or --replace, not both", context)
    from claimcheck.cli.progress import reading_bar
    from claimcheck.curation.impact import impact as found_by
    from claimcheck.render.impact import text
    from claimcheck.retrieve import open_index

    found = opened(ledger)
    changed = _changed(found, claims[0], would_say, replace)
    policy = found.config.as_policy()
    drafts = _given(paths, found)
    with reading_bar() as progress:
        opening = open_index(found, policy, progress=progress)
    with opening as index:
        report = found_by(found, index, claims, changed, drafts, today, policy)
    emit(format_, report, lambda style: text(report, style))
    return 2 if report.unread else 0


def _changed(
    ledger: Ledger, name: str, would_say: str | None, replace: tuple[str, str] | None
) -> dict[str, str]:
    """What the claim would say, if that was asked about."""
    if would_say is not None:
        return {name: " ".join(would_say.split())}
    if replace is None:
        return {}
    from claimcheck.curation.named import claim_in, homes
    from claimcheck.curation.supposing import reworded

    return {name: reworded(claim_in(homes(ledger, [name])[name], name), *replace)}


def _given(paths: tuple[str, ...], ledger: Ledger) -> list[Given]:
    """The drafts that the paths mean, read; one that cannot be read says why."""
    from claimcheck.checking.given import Given
    from claimcheck.drafts.paths import find_drafts, read_file

    given = []
    for draft in find_drafts(paths, Path.cwd(), ledger.root, ledger.config.check.ignore):
        try:
            given.append(Given(draft.name, read_file(draft)))
        except DraftError as error:
            given.append(Given(draft.name, b"", error=str(error)))
    return given
