"""Text as linters print it: a line for each alert, what is behind it beneath, the totals at the end."""

from __future__ import annotations

from collections.abc import Iterator

from claimcheck.render.plain import Style, one_line, paragraph
from claimcheck.report.places import Alert, Place, Sheet

INDENT = 16


def text(sheet: Sheet, style: Style, quiet: bool = False) -> str:
    """The whole report, newline included. quiet: only errors and files not read; nothing where there are none."""
    shown = [alert for alert in sheet.alerts if not quiet or alert.severity == "error"]
    blocks = ["\n".join(_block(alert, style)) for alert in shown]
    if sheet.unread:
        said = style.paint("not read", "error")
        blocks.append("\n".join(f"{said}  {one_line(file.sentence)}" for file in sheet.unread))
    if not quiet:
        blocks.append(one_line(sheet.summary))
    return "\n".join(f"{block}\n" for block in blocks)


def _block(alert: Alert, style: Style) -> Iterator[str]:
    """The alert's line and what is behind it; what is only noted, without the passages."""
    name = alert.rule if alert.kind == "problem" else alert.kind
    said = f'"{alert.words}"' if alert.words else alert.message
    label = style.paint(f"{alert.severity}  {one_line(name)}", alert.severity)
    yield f"{_at(alert.place)}  {label}  {one_line(said)}"
    fields = [("why", alert.why)] if alert.why else []
    if alert.passage and not alert.cited:
        fields.append(("evidence", alert.passage))
    fields += [("see", f"{_at(related.place)}: {related.message}") for related in alert.related]
    for heading, told in fields:
        yield _field(heading, paragraph(told, style, INDENT), style)
    for passage in alert.cited if alert.severity != "note" else ():
        yield _field(passage.heading, paragraph(passage.quote, style, INDENT, passage.marks), style)
        yield " " * INDENT + style.paint(one_line(passage.where), "dim")
    if alert.suggestion:
        yield _field("suggestion", paragraph(alert.suggestion.text, style, INDENT), style)


def _at(place: Place) -> str:
    return f"{one_line(place.path)}:{place.line}:{place.column}"


def _field(heading: str, said: str, style: Style) -> str:
    return "    " + style.paint(heading, "dim") + " " * (INDENT - 4 - len(heading)) + said
