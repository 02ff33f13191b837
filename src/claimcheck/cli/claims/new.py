"""`claimcheck claims new`: a claim on a quotation, or on sentences picked from a list."""

from __future__ import annotations

import sys
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

import click

from claimcheck.cli.claims.shared import (
    Format,
    emit_written,
    format_option,
    ledger_option,
    opened,
    reviewer_of,
    reviewer_option,
    today_option,
)
from claimcheck.cli.days import optional_day

if TYPE_CHECKING:
    from claimcheck.claim import Claim
    from claimcheck.curation.making import Choice
    from claimcheck.extract.asked import Asked
    from claimcheck.store import Ledger


@click.command(
    "new",
    short_help="Make a claim on a quotation, or pick sentences from a list.",
    epilog="""\b
Examples:
  claimcheck claims new old-mill-fire "Nobody was killed." --text "Nobody was killed in the fire." --accept
  claimcheck claims new sources/old-mill-fire.txt           pick from a list of its checkable sentences
  echo 2,4-6 | claimcheck claims new old-mill-fire          the same without a terminal

The quotation must stand in the source word for word, but for line breaks, kinds of quotes and dashes, and markup.
""",
)
@click.argument("source")
@click.argument("quote", metavar="[QUOTE]", required=False)
@click.option("--occurrence", metavar="N", type=int, help="Which of several places of the quotation, from 1.")
@click.option("--id", "id_", metavar="ID", help="The claim's id; by default made from source and words.")
@click.option("--text", metavar="TEXT", help="What the claim says; by default the quotation itself.")
@click.option("--speaker", metavar="NAME", help="Who says it, where the source attributes it.")
@click.option("--as-of", metavar="DATE", callback=optional_day, help="The day for which it holds.")
@click.option("--tag", "tags", metavar="TAG", multiple=True, help="A tag. May be given several times.")
@click.option("--note", metavar="TEXT", help="A note for the next reader.")
@click.option("--accept", is_flag=True, help="Accept the claim at once, as `claims accept` does.")
@reviewer_option
@today_option("The day of the review")
@ledger_option
@format_option
def command(
    source: str,
    quote: str | None,
    occurrence: int | None,
    id_: str | None,
    text: str | None,
    speaker: str | None,
    as_of: date | None,
    tags: tuple[str, ...],
    note: str | None,
    accept: bool,
    reviewer: str | None,
    today: date,
    ledger: Path | None,
    format_: Format,
) -> None:
    """Make a claim on what stands in SOURCE, a document's path or its id in the ledger.

    Without QUOTE the sentences that could be claims are listed by number, and the answer is read from standard input.
    """
    from claimcheck.curation.making import Particulars, add, quoted
    from claimcheck.extract import find_sources

    if quote is None and occurrence is not None:
        raise click.UsageError("--occurrence is for a QUOTE", click.get_current_context())
    found = opened(ledger)
    (asked,) = find_sources(found, [source])
    claims = [quoted(asked.document, quote, occurrence)] if quote is not None else _picked(found, asked)
    if not claims:
        click.echo("nothing chosen", err=True)
        return
    said = Particulars(
        id=id_,
        text=text,
        speaker=speaker,
        as_of=as_of,
        tags=tags,
        note=note,
        accepted_by=reviewer_of(reviewer, found) if accept else None,
        accepted_on=today if accept else None,
    )
    after, ids = add(found, asked, claims, said)
    emit_written(format_, after, ids, "accepted" if accept else "proposed", today)


def _picked(ledger: Ledger, asked: Asked) -> list[Claim]:
    """The claims a user chooses from those the source offers; on a terminal a wrong answer is asked for again."""
    from claimcheck.curation.making import choices, chosen
    from claimcheck.errors import LedgerError, StatementError

    offered = choices(ledger, asked.document)
    if not offered:
        raise LedgerError(f"{asked.document.id}: no sentence of it could be a claim: give a QUOTE")
    for line in _list(offered):
        click.echo(line.encode(errors="backslashreplace"), err=True)
    if sys.stdin is None:
        raise StatementError("standard input is closed: give a QUOTE")
    while True:
        click.echo("which, such as 1 or 2,4-6? ", nl=False, err=True)
        answer = sys.stdin.readline()
        try:
            return [offered[k].claim for k in chosen(answer, len(offered))]
        except LedgerError as error:
            if not sys.stdin.isatty():
                raise
            click.echo(str(error), err=True)


def _list(offered: tuple[Choice, ...]) -> list[str]:
    from claimcheck.render.plain import one_line

    digits = len(str(len(offered)))
    return [
        one_line(
            f"{number:>{digits}}. line {choice.line}: {choice.claim.text}"
            + (f" (claimed: {', '.join(choice.known)})" if choice.known else "")
        )
        for number, choice in enumerate(offered, start=1)
    ]
