"""`claimcheck audit`: whether the ledger is still true."""

from __future__ import annotations

import os
from collections.abc import Iterable
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, cast, get_args

import click

from claimcheck import __version__
from claimcheck.cli.days import day
from claimcheck.cli.output import deliver, format_options, wishes
from claimcheck.cli.progress import reading_bar
from claimcheck.cli.terminal import stdout
from claimcheck.render.formats import SHEET_FORMATS, SheetFormat
from claimcheck.render.plain import one_line
from claimcheck.report.audited import FailLevel

if TYPE_CHECKING:
    from claimcheck.auditing.run import Audit
    from claimcheck.render.plain import Style
    from claimcheck.report.audited import AuditReport, Mended
    from claimcheck.report.places import Sheet
    from claimcheck.store import Ledger

FORMATS = ("text", "json", *SHEET_FORMATS[1:])


@click.command(
    short_help="Audit the ledger: quotations that have moved or changed, and what is wrong with claims.",
    epilog="""\b
Examples:
  claimcheck audit
  claimcheck audit --fix --dry-run
  claimcheck audit harbour-news --today 2025-07-24
  claimcheck audit --fail-on warning --format sarif=audit.sarif --format text

\b
What becomes of a quotation:
  found          it stands where it stood
  moved          the same words stand elsewhere, and are surely the passage
  reworded       other words stand there that surely say the same
  value-changed  other words stand there, and what they say may differ: both are shown
  ambiguous      no place is surely its own
  lost           nothing like it is in the source
Only what is found or has moved supports or contradicts anything. --fix mends positions of what has moved, nothing else.

\b
--fail-on sets from which severity on the exit code is 1: error, warning, note or never.
An exit code of 2 says that a source could not be read.
""",
)
@click.argument("only", metavar="[CLAIM|SOURCE]...", nargs=-1)
@click.option(
    "--ledger",
    "directory",
    metavar="DIR",
    type=click.Path(path_type=Path),
    help="The ledger to audit; by default the one you are in.",
)
@click.option(
    "--today",
    metavar="DATE",
    callback=day,
    help="The day as of which claims are due, such as 2025-07-24; by default the day it is.",
)
@click.option("--fix", is_flag=True, help="Write the new positions of quotations that have moved.")
@click.option("--dry-run", is_flag=True, help="With --fix, show what would be written and write nothing.")
@click.option(
    "--fail-on",
    type=click.Choice(get_args(FailLevel)),
    default="error",
    show_default=True,
    help="The mildest severity that makes the exit code 1.",
)
@format_options(FORMATS)
def audit(
    only: tuple[str, ...],
    directory: Path | None,
    today: date,
    fix: bool,
    dry_run: bool,
    fail_on: FailLevel,
    formats: tuple[str, ...],
    output: Path | None,
    quiet: bool,
) -> int:
    """Look through the ledger, or only these claims and the claims of these sources: is it still true?

    Every quotation is looked up in its source; claims are compared with their quotations and with each other; days to
    recheck, reviewers, snapshots and hashes are gone through.
    """
    from claimcheck.auditing.reporting import Asked, report_of
    from claimcheck.auditing.run import audit as run
    from claimcheck.report import Tool
    from claimcheck.store import Ledger

    if dry_run and not fix:
        raise click.UsageError("--dry-run goes with --fix", click.get_current_context())
    wanted = wishes(formats, output, FORMATS)
    ledger = Ledger.open(directory or Path())
    with reading_bar() as progress:
        found = run(ledger, today, only, progress)
    if fix and dry_run:
        return _shown(ledger, found)
    mended = _mended(ledger, found) if fix else ()
    if mended:
        ledger = Ledger.open(ledger.root)  # lines may have moved
    asked = Asked(Tool("claimcheck", __version__), today, fail_on, only, _before(ledger))
    report = report_of(ledger, found, asked, mended)

    def sheet(name: str) -> Sheet:
        from claimcheck.auditing.passed import passed
        from claimcheck.auditing.places import texts
        from claimcheck.report.audit_sheet import sheet_of

        used = {problem.place.path for problem in report.problems}
        fine = passed(ledger, report, found, asked.before) if name == "junit" else ()
        return sheet_of(report, texts(ledger, asked.before, used), fine)

    def render(name: str, style: Style) -> Iterable[str]:
        from claimcheck.render import json
        from claimcheck.render.formats import of_sheet

        if name == "json":
            return json.pieces(report)
        return (of_sheet(sheet(name), cast("SheetFormat", name), style, quiet),)

    def summary() -> str:
        from claimcheck.render import github

        return github.summary(sheet("github"))

    _tell(report)
    deliver(wanted, render, summary)
    return report.exit_code


def _before(ledger: Ledger) -> str:
    """What leads from where we are to the ledger's files, as a link or an editor would."""
    way = os.path.relpath(ledger.root, Path.cwd().resolve())
    return "" if way == "." else f"{Path(way).as_posix()}/"


def _mended(ledger: Ledger, found: Audit) -> tuple[Mended, ...]:
    from claimcheck.auditing.fixing import mend

    return mend(ledger, found)


def _shown(ledger: Ledger, found: Audit) -> int:
    """Print what --fix would write."""
    from claimcheck.auditing.fixing import would_mend

    mended, patch = would_mend(ledger, found)
    out = stdout()
    out.write(patch.encode(errors="backslashreplace"))
    out.flush()
    _say(f"{_quotations(len(mended))} would be given new positions")
    return 0


def _tell(report: AuditReport) -> None:
    """Tell of what could not be read, and of what was mended."""
    for each in report.unread:
        _say(each.sentence)
    if report.mended:
        files = sorted({each.file for each in report.mended})
        _say(f"{_quotations(len(report.mended))} given new positions in {', '.join(files)}")


def _quotations(count: int) -> str:
    return f"{count:,} {'quotation' if count == 1 else 'quotations'}"


def _say(sentence: str) -> None:
    click.echo(f"claimcheck: {one_line(sentence)}".encode(errors="backslashreplace"), err=True)
