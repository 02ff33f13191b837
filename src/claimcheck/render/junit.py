"""JUnit XML: a suite for each file, a case for each statement and problem.

An error is a failure, a file that was not read an error, what is suppressed is skipped. Hosts turn red at any failure:
so warnings and notes pass, with what was found as the case's output.
"""

from __future__ import annotations

import re
from collections import Counter
from xml.etree import ElementTree as Xml

from claimcheck.render.plain import one_line
from claimcheck.report.places import Alert, Place, Sheet, Suppression

LONGEST = 120  # code points of a statement in a case's name
_ILLEGAL = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


def text(sheet: Sheet) -> str:
    """The document, newline included. A case is named by its words; the second of a name in a file has a number."""
    cases: dict[str, list[Xml.Element]] = {path: [] for path in sheet.files}
    seen: Counter[tuple[str, str]] = Counter()
    for place, words, alert in sheet.cases:
        cases.setdefault(place.path, []).append(_case(place, words, alert, seen))
    for file in sheet.unread:
        case = _element("testcase", name="the file is read", classname=file.path, file=file.path, time="0")
        case.append(_element("error", message=file.sentence, type="not read"))
        cases.setdefault(file.path, []).append(case)
    suites = [_suite("testsuite", path, found) for path, found in cases.items()]
    whole = _suite(
        "testsuites", f"claimcheck {sheet.command}", [case for found in cases.values() for case in found]
    )
    whole[:] = suites
    Xml.indent(whole)
    return '<?xml version="1.0" encoding="UTF-8"?>\n' + Xml.tostring(whole, encoding="unicode") + "\n"


def _case(place: Place, words: str, alert: Alert | None, seen: Counter[tuple[str, str]]) -> Xml.Element:
    name = one_line(words)[:LONGEST] or "nothing"
    if alert and alert.kind == "problem":
        name = f"{alert.rule}: {name}"
    seen[place.path, name] += 1
    number = seen[place.path, name]
    case = _element(
        "testcase",
        name=name if number == 1 else f"{name} ({number})",
        classname=place.path,
        file=place.path,
        line=str(place.line),
        time="0",
    )
    if alert:
        case.append(_outcome(alert))
    return case


def _outcome(alert: Alert) -> Xml.Element:
    at = f"{alert.place.path}:{alert.place.line}:{alert.place.column}"
    told = "\n".join(one_line(line) for line in (at, *alert.told))
    if alert.suppressed:
        return _element("skipped", message=_why(alert.suppressed))
    if alert.severity == "error":
        return _element("failure", told, message=alert.message, type=alert.rule)
    return _element("system-out", f"{alert.severity} {alert.rule}\n{told}")


def _why(suppressed: Suppression) -> str:
    said = {
        "ignore": suppressed.reason,
        "baseline": "in the baseline",
        "unchanged": "touches no changed line",
    }
    return said[suppressed.by]


def _suite(tag: str, name: str, cases: list[Xml.Element]) -> Xml.Element:
    counts = {
        "tests": len(cases),
        "failures": sum(case.find("failure") is not None for case in cases),
        "errors": sum(case.find("error") is not None for case in cases),
        "skipped": sum(case.find("skipped") is not None for case in cases),
    }
    suite = _element(tag, name=name, **{key: str(count) for key, count in counts.items()}, time="0")
    suite.extend(cases)
    return suite


def _element(tag: str, text: str = "", **attributes: str) -> Xml.Element:
    made = Xml.Element(tag, {key: _legal(value) for key, value in attributes.items()})
    made.text = _legal(text) or None
    return made


def _legal(text: str) -> str:
    """The text without what XML cannot hold."""
    return _ILLEGAL.sub("", text)
