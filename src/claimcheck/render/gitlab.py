"""GitLab's code quality report: a JSON list. Fingerprints differ, since GitLab shows one entry of each."""

from __future__ import annotations

import json
from collections import Counter
from hashlib import sha256
from typing import Any

from claimcheck.render.json import safe
from claimcheck.report.places import Severity, Sheet

_SEVERITIES: dict[Severity, str] = {"error": "major", "warning": "minor", "note": "info"}


def text(sheet: Sheet) -> str:
    """The list, newline included: files that were not read, then the alerts."""
    seen: Counter[str] = Counter()
    entries: list[dict[str, Any]] = [
        _entry("not-read", file.sentence, "blocker", file.path, (1, 1), file.path, seen)
        for file in sheet.unread
    ]
    for alert in sheet.alerts:
        place, severity = alert.place, _SEVERITIES[alert.severity]
        said = f'"{alert.words}" ' if alert.words else ""
        told = said + "; ".join(alert.told)
        lines = (place.line, place.end_line)
        entries.append(_entry(alert.rule, told, severity, place.path, lines, alert.fingerprint, seen))
    return safe(json.dumps(entries, ensure_ascii=False, indent=2)) + "\n"


def _entry(
    rule: str, told: str, severity: str, path: str, lines: tuple[int, int], key: str, seen: Counter[str]
) -> dict[str, Any]:
    content = f"{path}\0{rule}\0{key}"
    seen[content] += 1
    return {
        "description": told,
        "check_name": rule,
        "fingerprint": sha256(f"{content}\0{seen[content]}".encode(errors="surrogatepass")).hexdigest(),
        "severity": severity,
        "location": {"path": path.removeprefix("./"), "lines": {"begin": lines[0], "end": lines[1]}},
    }
