"""From drafts judged to the finished report: what is counted, and what the exit code is."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
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
from claimcheck.spill import Spilled

_SHARE = Decimal("0.0001")
SUPPRESSED = "suppressed"


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
    """What a check found so far: the drafts and their statements set aside, and counted as they come.

    paths: of the drafts that were read; cited: the sources that passages are from.
    """

    files: Spilled[DraftFile] = field(default_factory=Spilled)
    statements: Spilled[Statement] = field(default_factory=Spilled)
    problems: list[Problem] = field(default_factory=list)
    unread: list[UnreadFile] = field(default_factory=list)
    paths: list[str] = field(default_factory=list)
    labels: Counter[str] = field(default_factory=Counter)
    reported: Counter[str] = field(default_factory=Counter)
    cited: set[str] = field(default_factory=set)

    def add(self, file: DraftFile, statements: Iterable[Statement]) -> None:
        """Add a draft and what was found in it."""
        self.files.extend([file])
        self.paths.append(file.path)
        self.statements.extend(self._counted(statements))

    def _counted(self, statements: Iterable[Statement]) -> Iterator[Statement]:
        for each in statements:
            self.labels["disputed" if each.disputed else each.label] += 1
            self.reported[_how(each)] += 1
            for passage in (each.passage, each.opposing):
                if passage is not None and passage.source is not None:
                    self.cited.add(passage.source)
            yield each


def report_of(found: Found, asked: Asked, ledger: CheckedLedger) -> CheckReport:
    """The finished report. Files and statements stay in their order; problems come by file and place."""
    order = {path: number for number, path in enumerate(found.paths)}
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
        files=found.files,
        statements=found.statements,
        problems=tuple(problems),
        unread=tuple(found.unread),
        totals=totals,
        exit_code=_exit_code(totals, asked),
    )


def _totals(found: Found) -> CheckTotals:
    labels = found.labels
    reported = found.reported + Counter(map(_how, found.problems))
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
        suppressed=reported[SUPPRESSED],
        coverage=_coverage(labels),
    )


def _how(row: Statement | Problem) -> str:
    """How a finding is reported: as its severity says, or kept quiet; empty where it never is."""
    if row.severity is None:
        return ""
    return row.severity if row.suppressed is None else SUPPRESSED


def _coverage(labels: Counter[str]) -> Decimal | None:
    """The share of checkable statements that a claim backs."""
    checkable = labels.total() - labels["uncheckable"]
    if not checkable:
        return None
    return (Decimal(labels["supported"]) / checkable).quantize(_SHARE, ROUND_HALF_EVEN)


def _exit_code(totals: CheckTotals, asked: Asked) -> Literal[0, 1, 2]:
    """2 where a file was not read or nothing could be checked, 1 for what fails, else 0."""
    if totals.unread or totals.coverage is None:
        return 2
    if asked.min_coverage is not None and totals.coverage < asked.min_coverage:
        return 1
    return 1 if totals.errors and asked.fail_on != "never" else 0
