"""Reviewdog's diagnostics, a JSON object a line. Columns count the bytes of UTF-8, and an end is the place behind."""

from __future__ import annotations

import json
from typing import Any

from claimcheck.render.json import safe
from claimcheck.report.places import Alert, Place, Severity, Sheet

_SEVERITIES: dict[Severity, str] = {"error": "ERROR", "warning": "WARNING", "note": "INFO"}
_SOURCE = {"name": "claimcheck"}
Object = dict[str, Any]


def text(sheet: Sheet) -> str:
    """A line for each file that was not read and each alert; empty where there are none."""
    rows: list[Object] = [
        {
            "message": file.sentence,
            "location": {"path": file.path},
            "severity": "ERROR",
            "source": _SOURCE,
            "code": {"value": "not-read"},
        }
        for file in sheet.unread
    ]
    rows += [_row(alert, sheet.texts.get(alert.place.path)) for alert in sheet.alerts]
    return "".join(safe(json.dumps(row, ensure_ascii=False)) + "\n" for row in rows)


def _row(alert: Alert, text: str | None) -> Object:
    row: Object = {
        "message": "\n".join(alert.told),
        "location": {"path": alert.place.path, "range": _range(alert.place, text)},
        "severity": _SEVERITIES[alert.severity],
        "source": _SOURCE,
        "code": {"value": alert.rule},
    }
    if alert.suggestion and text is not None:
        found = alert.suggestion
        row["suggestions"] = [{"range": _range(found.place, text), "text": found.replacement}]
    return row


def _range(place: Place, text: str | None) -> Object:
    if text is None:
        return {"start": {"line": place.line}, "end": {"line": place.end_line}}
    before = text[place.start - place.column + 1 : place.start]
    whole = text[max(0, place.end - place.end_column) : place.end]
    return {
        "start": {"line": place.line, "column": _bytes(before) + 1},
        "end": {"line": place.end_line, "column": _bytes(whole) + 1},
    }


def _bytes(text: str) -> int:
    return len(text.encode(errors="surrogatepass"))
