"""Workflow commands that GitHub shows beside the lines of a change, and the page it shows for the step."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from claimcheck.render.plain import one_line
from claimcheck.report.places import SEVERITIES, Alert, Place, Severity, Sheet
from claimcheck.report.wording import counted

MOST = 10  # annotations of each severity that GitHub shows for a step
LARGEST = 900_000  # bytes of a step's summary; GitHub takes 1 MiB
_COMMANDS: dict[Severity, str] = {"error": "error", "warning": "warning", "note": "notice"}
_SPECIAL = re.compile(r"[\\`*_{}\[\]()#+\-.!|<>&~:@$\"']")


def text(sheet: Sheet) -> str:
    """The commands, worst first, at most MOST of each severity; how many more there are; the totals; then a newline."""
    lines = [
        _command("error", {"file": file.path, "title": "not read"}, [file.sentence]) for file in sheet.unread
    ]
    room = dict.fromkeys(SEVERITIES, MOST)
    lines, left = lines[:MOST], lines[MOST:]
    room["error"] -= len(lines)
    more = {"file not read": len(left)}
    for severity in SEVERITIES:
        found = [alert for alert in sheet.alerts if alert.severity == severity]
        lines += [_annotation(alert) for alert in found[: room[severity]]]
        more[severity] = max(0, len(found) - room[severity])
    cut = ", ".join(counted(count, name) for name, count in more.items() if count)
    if cut:
        lines.append(f"{cut} more: all of them are in the summary of this step")
    lines.append(one_line(sheet.summary).lstrip(":#"))
    return "".join(f"{line}\n" for line in lines)


def summary(sheet: Sheet) -> str:
    """The step's summary in Markdown: every alert in a table, worst first, as far as GitHub takes it."""
    ranked = sorted(sheet.alerts, key=lambda alert: SEVERITIES.index(alert.severity))
    parts = [f"### claimcheck {sheet.command}\n\n{_plain(sheet.summary)}\n"]
    parts += [f"\n- **not read** {_plain(file.sentence)}\n" for file in sheet.unread]
    if ranked:
        parts.append("\n| severity | found | where | what |\n| --- | --- | --- | --- |\n")
    size = sum(len(part.encode()) for part in parts)
    for number, row in enumerate(map(_row, ranked)):
        size += len(row.encode())
        if size > LARGEST:
            parts.append(f"\n{len(ranked) - number:,} more do not fit here.\n")
            break
        parts.append(row)
    return "".join(parts)


def _annotation(alert: Alert) -> str:
    title = alert.rule if alert.kind == "problem" else f"{alert.kind} ({alert.rule})"
    properties: dict[str, str | int] = {"file": alert.place.path, **_columns(alert.place), "title": title}
    return _command(_COMMANDS[alert.severity], properties, _told(alert))


def _told(alert: Alert) -> Iterator[str]:
    if alert.words:
        yield f'"{alert.words}"'
    yield from alert.told
    yield from (
        f"see {related.place.path}:{related.place.line}: {related.message}" for related in alert.related
    )


def _columns(place: Place) -> dict[str, int]:
    """Lines, and columns where there is one line: GitHub takes columns of none other."""
    lines = {"line": place.line, "endLine": place.end_line}
    return lines | (
        {"col": place.column, "endColumn": place.end_column} if place.line == place.end_line else {}
    )


def _command(name: str, properties: dict[str, str | int], told: Iterable[str]) -> str:
    said = ",".join(f"{key}={_property(str(value))}" for key, value in properties.items())
    return f"::{name} {said}::{'%0A'.join(_data(line) for line in told)}"


def _data(text: str) -> str:
    return _escaped(one_line(text))


def _escaped(text: str) -> str:
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    """A value before the message; a path stays as it is, whatever is in it."""
    return _escaped(text).replace(":", "%3A").replace(",", "%2C")


def _row(alert: Alert) -> str:
    what = "<br>".join(_plain(line) for line in _told(alert))
    where = _plain(f"{alert.place.path}:{alert.place.line}:{alert.place.column}")
    return f"| {alert.severity} | {_plain(alert.kind)} | {where} | {what} |\n"


def _plain(text: str) -> str:
    """Text in Markdown, with nothing in it that Markdown or HTML would take for a mark."""
    return _SPECIAL.sub(lambda match: f"&#{ord(match[0])};", one_line(text)).encode(errors="replace").decode()
