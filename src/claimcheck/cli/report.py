"""`claimcheck report`: a saved report in another format."""

from __future__ import annotations

import sys
from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING, cast

import click

from claimcheck.cli.output import deliver, format_options, wishes
from claimcheck.errors import ReportError
from claimcheck.render.formats import REPORT_FORMATS, ReportFormat

if TYPE_CHECKING:
    from claimcheck.render.plain import Style


@click.command(
    short_help="Print a saved report of `check` in another format.",
    epilog="""\b
Examples:
  claimcheck report report.json                               as text
  claimcheck report report.json --format html -o report.html  as a page for editors
  claimcheck report - --format sarif=a.sarif --format github  from standard input, twice

The exit code is the one of the report: 0, 1 or 2; 2 also where the report cannot be read.
""",
)
@click.argument("file", metavar="FILE")
@format_options(REPORT_FORMATS)
def report(file: str, formats: tuple[str, ...], output: Path | None, quiet: bool) -> int:
    """Print a report that `claimcheck check --format json` saved in FILE, or - for standard input."""
    from claimcheck.render import github
    from claimcheck.render.formats import pieces
    from claimcheck.report.alerts import sheet_of
    from claimcheck.report.saved import load_report

    wanted = wishes(formats, output, REPORT_FORMATS)
    saved = load_report(_bytes(file), "standard input" if file == "-" else file)

    def render(name: str, style: Style) -> Iterable[str]:
        return pieces(saved, cast(ReportFormat, name), style, quiet)

    deliver(wanted, render, lambda: github.summary(sheet_of(saved)))
    return saved.exit_code


def _bytes(file: str) -> bytes:
    if file != "-":
        return Path(file).read_bytes()
    if sys.stdin is None:
        raise ReportError("standard input is closed")
    return sys.stdin.buffer.read()
