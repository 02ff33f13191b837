"""The formats by name: a finished report, or a sheet that any command made, to text."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Literal, get_args

from claimcheck.render import github, gitlab, json, junit, lines, page, rdjsonl, sarif
from claimcheck.render.plain import Style
from claimcheck.report.alerts import sheet_of
from claimcheck.report.checked import CheckReport
from claimcheck.report.places import Sheet

SheetFormat = Literal["text", "sarif", "github", "junit", "rdjsonl", "gitlab"]
ReportFormat = Literal["text", "json", "sarif", "github", "junit", "rdjsonl", "gitlab", "html"]
SHEET_FORMATS: tuple[SheetFormat, ...] = get_args(SheetFormat)
REPORT_FORMATS: tuple[ReportFormat, ...] = get_args(ReportFormat)

_PRINTERS: dict[str, Callable[[Sheet], str]] = {
    "sarif": sarif.text,
    "github": github.text,
    "junit": junit.text,
    "rdjsonl": rdjsonl.text,
    "gitlab": gitlab.text,
}


def of_report(report: CheckReport, format_: ReportFormat, style: Style, quiet: bool = False) -> str:
    """A report of `check`. style and quiet are for text only."""
    return "".join(pieces(report, format_, style, quiet))


def pieces(report: CheckReport, format_: ReportFormat, style: Style, quiet: bool = False) -> Iterable[str]:
    """The same, in pieces that follow one another: of JSON one for each row, of the other formats one."""
    if format_ == "json":
        return json.pieces(report)
    return (page.html(report) if format_ == "html" else of_sheet(sheet_of(report), format_, style, quiet),)


def of_sheet(sheet: Sheet, format_: SheetFormat, style: Style, quiet: bool = False) -> str:
    """A sheet. style and quiet are for text only."""
    return lines.text(sheet, style, quiet) if format_ == "text" else _PRINTERS[format_](sheet)
