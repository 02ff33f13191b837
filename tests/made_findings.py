"""Findings made by hand, for tests of what becomes of them."""

from __future__ import annotations

from claimcheck.checking.fingerprint import Fingerprints
from claimcheck.report.checked import Statement, StatementLabel
from claimcheck.report.places import Place, Problem, Severity, Suppression


def statement(
    text: str,
    path: str = "a.md",
    label: StatementLabel = "contradicted",
    *,
    severity: Severity | None = "error",
    suppressed: Suppression | None = None,
    line: int = 1,
) -> Statement:
    return Statement(
        place=Place(path, line, 1, line, len(text), 0, len(text)),
        text=text,
        label=label,
        rule="quantity.disjoint",
        reason="",
        severity=severity,
        confidence="high",
        disputed=False,
        passage=None,
        opposing=None,
        stated="",
        found="",
        findings=(),
        left_over=(),
        suggestion=None,
        suppressed=suppressed,
        fingerprint=Fingerprints(path).of(label, text),
    )


def problem(message: str, path: str = "a.md", rule: str = "draft.arithmetic") -> Problem:
    place = Place(path, 1, 1, 1, 1, 0, 1)
    return Problem(rule, "warning", place, message, (), Fingerprints(path).of(rule, message), None)
