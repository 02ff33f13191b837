"""From drafts judged to the finished report: what is counted, and what the exit code is."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from datetime import date
from decimal import ROUND_HALF_EVEN, Decimal
from typing import Literal

from claimcheck.config import FailOn
from claimcheck.policy import Policy
from claimcheck.report.checked import (
    CHECK_SCHEMA,
    CheckedLedger,
    CheckReport,
    CheckTotals,
    DraftFile,
    Statement,
)
from claimcheck.report.contract import Tool
from claimcheck.report.filling import rules_of
from claimcheck.report.places import Problem, UnreadFile

_SHARE = Decimal("0.0001")


@dataclass(frozen=True, slots=True)
class Asked:
    """What the check was asked for. min_coverage: the share of checkable statements that must be supported."""

    tool: Tool
    today: date
    policy: Policy
    fail_on: FailOn
    min_coverage: Decimal | None = None


@dataclass
class Found:
    """What a check found so far."""

    files: list[DraftFile] = field(default_factory=list)
    statements: list[Statement] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)
    unread: list[UnreadFile] = field(default_factory=list)


def report_of(found: Found, asked: Asked, ledger: CheckedLedger) -> CheckReport:
    """The finished report. Files and statements stay in their order; problems come by file and place."""
    order = {file.path: number for number, file in enumerate(found.files)}
    problems = sorted(
        found.problems,
        key=lambda p: (order.get(p.place.path, len(order)), p.place.path, p.place.start, p.rule),
    )
    totals = _totals(found)
    return CheckReport(
        schema=CHECK_SCHEMA,
        tool=asked.tool,
        policy=rules_of(asked.policy),
        today=asked.today,
        fail_on=asked.fail_on,
        min_coverage=asked.min_coverage,
        ledger=ledger,
        files=tuple(found.files),
        statements=tuple(found.statements),
        problems=tuple(problems),
        unread=tuple(found.unread),
        totals=totals,
        exit_code=_exit_code(totals, asked),
    )


def _totals(found: Found) -> CheckTotals:
    labels = Counter("disputed" if s.disputed else s.label for s in found.statements)
    rows: Sequence[Statement | Problem] = [*found.statements, *found.problems]
    reported = Counter(row.severity for row in rows if row.severity and row.suppressed is None)
    return CheckTotals(
        files=len(found.files),
        unread=len(found.unread),
        statements=len(found.statements),
        supported=labels["supported"],
        contradicted=labels["contradicted"],
        disputed=labels["disputed"],
        absent=labels["absent"],
        uncheckable=labels["uncheckable"],
        problems=len(found.problems),
        errors=reported["error"],
        warnings=reported["warning"],
        notes=reported["note"],
        suppressed=sum(1 for row in rows if row.severity and row.suppressed is not None),
        coverage=_coverage(found.statements),
    )


def _coverage(statements: Iterable[Statement]) -> Decimal | None:
    """The share of checkable statements that a claim backs."""
    checkable = [s for s in statements if s.label != "uncheckable"]
    if not checkable:
        return None
    backed = sum(1 for s in checkable if s.label == "supported")
    return (Decimal(backed) / len(checkable)).quantize(_SHARE, ROUND_HALF_EVEN)


def _exit_code(totals: CheckTotals, asked: Asked) -> Literal[0, 1, 2]:
    """2 where a file was not read or nothing could be checked, 1 for what fails, else 0."""
    if totals.unread or totals.coverage is None:
        return 2
    if asked.min_coverage is not None and totals.coverage < asked.min_coverage:
        return 1
    return 1 if totals.errors and asked.fail_on != "never" else 0
