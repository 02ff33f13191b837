"""SARIF 2.1.0, for code scanning and the viewers in editors.

A result is "fail" with its severity as level; what is merely unclaimed is "open", which has no level. What is supported
gives no result, since hosts show every result as something to look at.
"""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Sequence
from typing import Any
from urllib.parse import quote

from claimcheck.render.json import safe
from claimcheck.render.rulebook import in_short, meaning
from claimcheck.report.places import Alert, Place, Severity, Sheet, Suggestion, Suppression

SCHEMA = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"
_LEVELS: dict[Severity, str] = {"error": "error", "warning": "warning", "note": "note"}
_EXTERNAL = {"baseline": "known: it is in the baseline", "unchanged": "it touches no changed line"}
Object = dict[str, Any]


def text(sheet: Sheet) -> str:
    """The log of one run, newline included. Alerts that are suppressed are in it, and say so."""
    alerts = [*sheet.alerts, *sheet.suppressed]
    rules = sorted({alert.rule for alert in alerts})
    run = {
        "tool": {
            "driver": {
                "name": "claimcheck",
                "version": sheet.version,
                "rules": [_rule(name) for name in rules],
            }
        },
        "automationDetails": {"id": f"claimcheck/{sheet.command}/"},
        "columnKind": "unicodeCodePoints",
        "invocations": [_invocation(sheet)],
        "artifacts": [{"location": {"uri": uri(path)}, "roles": ["analysisTarget"]} for path in sheet.files],
        "results": _results(alerts, sheet, rules),
        "properties": {"summary": sheet.summary},
    }
    log = {"$schema": SCHEMA, "version": "2.1.0", "runs": [run]}
    return safe(json.dumps(log, ensure_ascii=False, indent=2)) + "\n"


def uri(path: str) -> str:
    """A path as a URI reference, percent-encoded: relative for a relative path, so that hosts find the file."""
    drive = path[1:3] == ":/" and path[0].isalpha()
    encoded = quote(path, safe="/", errors="surrogatepass")
    if drive:
        return f"file:///{path[0]}:{encoded[4:]}"
    return f"file://{encoded}" if path.startswith("/") else encoded.removeprefix("./")


def _rule(name: str) -> Object:
    text = meaning(name) or f"See {name} in the documentation."
    return {
        "id": name,
        "shortDescription": {"text": _literal(in_short(name))},
        "help": {"text": _literal(text)},
    }


def _invocation(sheet: Sheet) -> Object:
    notes = [
        {
            "level": "error",
            "message": {"text": _literal(file.sentence)},
            "locations": [{"physicalLocation": {"artifactLocation": {"uri": uri(file.path)}}}],
        }
        for file in sheet.unread
    ]
    return {
        "executionSuccessful": sheet.exit_code != 2,
        "exitCode": sheet.exit_code,
        "toolExecutionNotifications": notes,
    }


def _results(alerts: Sequence[Alert], sheet: Sheet, rules: Sequence[str]) -> list[Object]:
    index = {path: k for k, path in enumerate(sheet.files)}
    numbers = {rule: k for k, rule in enumerate(rules)}
    seen: Counter[tuple[str, str]] = Counter()
    results = []
    for alert in alerts:
        key = (alert.place.path, alert.fingerprint)
        seen[key] += 1
        found = {"ruleId": alert.rule, "ruleIndex": numbers[alert.rule]} | _result(alert, index)
        found["partialFingerprints"] = {"primaryLocationLineHash": f"{alert.fingerprint}:{seen[key]}"}
        results.append(found)
    return results


def _result(alert: Alert, index: dict[str, int]) -> Object:
    is_open = alert.kind == "unclaimed" and alert.severity == "note"
    found: Object = {
        "kind": "open" if is_open else "fail",
        "level": "none" if is_open else _LEVELS[alert.severity],
        "message": {"text": _literal("\n".join(alert.told))},
        "locations": [{"physicalLocation": _physical(alert.place, index)}],
        "relatedLocations": _related(alert, index),
        "properties": {"label": alert.kind},
    }
    if alert.suggestion:
        found["fixes"] = [_fix(alert.suggestion)]
    if alert.suppressed:
        found["suppressions"] = [_suppression(alert.suppressed, alert.place.path)]
    return found


def _related(alert: Alert, index: dict[str, int]) -> list[Object]:
    """The passages whose files are known, and other places; numbered, since viewers link to them by number."""
    found: list[Object] = [
        {
            "physicalLocation": {
                "artifactLocation": {"uri": uri(cited.path)},
                **({"region": {"startLine": cited.line}} if cited.line else {}),
            },
            "message": {
                "text": _literal(f"{cited.heading}: {' '.join(cited.quote.split())} ({cited.where})")
            },
        }
        for cited in alert.cited
        if cited.path
    ]
    found += [
        {"physicalLocation": _physical(related.place, index), "message": {"text": _literal(related.message)}}
        for related in alert.related
    ]
    return [{"id": number, **each} for number, each in enumerate(found, start=1)]


def _physical(place: Place, index: dict[str, int]) -> Object:
    known = {"index": index[place.path]} if place.path in index else {}
    return {"artifactLocation": {"uri": uri(place.path), **known}, "region": _region(place)}


def _region(place: Place) -> Object:
    return {
        "startLine": place.line,
        "startColumn": place.column,
        "endLine": place.end_line,
        "endColumn": place.end_column + 1,  # the first column that is not part of it
        "charOffset": place.start,
        "charLength": place.end - place.start,
    }


def _fix(suggestion: Suggestion) -> Object:
    place = suggestion.place
    replacement = {"deletedRegion": _region(place), "insertedContent": {"text": suggestion.replacement}}
    change = {"artifactLocation": {"uri": uri(place.path)}, "replacements": [replacement]}
    return {"description": {"text": _literal(suggestion.text)}, "artifactChanges": [change]}


def _suppression(suppressed: Suppression, path: str) -> Object:
    if suppressed.by != "ignore":
        return {"kind": "external", "status": "accepted", "justification": _EXTERNAL[suppressed.by]}
    until = f" (until {suppressed.until.isoformat()})" if suppressed.until else ""
    found: Object = {"kind": "inSource", "status": "accepted", "justification": suppressed.reason + until}
    if suppressed.line:
        region = {"startLine": suppressed.line}
        found["location"] = {"physicalLocation": {"artifactLocation": {"uri": uri(path)}, "region": region}}
    return found


def _literal(text: str) -> str:
    """Text in which a viewer finds neither a placeholder nor a link."""
    return text.replace("{", "{{").replace("}", "}}").replace("](", "] (")
