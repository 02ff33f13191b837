"""From verdicts to the report: what decided, what is left over, what fails."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Literal

from claimcheck import verdict as verdicts
from claimcheck.config import FailOn
from claimcheck.finding import Finding as Found
from claimcheck.finding import Relation
from claimcheck.policy import Policy
from claimcheck.report.contract import (
    Clause,
    Explanation,
    Finding,
    Passage,
    Result,
    Rules,
    Step,
    Totals,
    Unread,
)
from claimcheck.sources import Meta
from claimcheck.verdict import Label, Quoted, Verdict

MetaOf = Callable[[str], Meta | None]

# From the worst down; what a level fails on is itself and all before it.
SEVERITIES: tuple[FailOn, ...] = ("contradicted", "disputed", "absent")


def result_of(
    verdict: Verdict,
    *,
    row_id: str | int | None,
    today: date,
    meta_of: MetaOf,
    explain: bool = False,
) -> Result:
    """A verdict as the report has it."""
    decisive = deciding(verdict)
    return Result(
        id=row_id,
        statement=verdict.statement,
        label=verdict.label,
        rule=verdict.rule,
        reason=verdict.row,
        disputed=verdict.disputed,
        suggestion=verdict.suggestion or None,
        passage=_passage(verdict.passage, decisive, meta_of),
        opposing=_passage(verdict.opposing, None, meta_of),
        findings=tuple(_finding(found, found is decisive) for found in verdict.findings),
        left_over=left_over(verdict),
        today=today,
        explanation=_explanation(verdict) if explain else None,
    )


def deciding(verdict: Verdict) -> Found | None:
    """The finding behind the label: the first that bears its rule, else the first that weighs as the label does."""
    named = [found for found in verdict.findings if found.rule == verdict.rule]
    if named or verdict.label is Label.SUPPORTED:
        return named[0] if named else None
    return verdicts.deciding(tuple(f for f in verdict.findings if f.relation is not Relation.ENTAILS))


def left_over(verdict: Verdict) -> tuple[str, ...]:
    """What the evidence does not answer to, clause by clause, each once."""
    if verdict.label is Label.SUPPORTED:
        return ()
    return tuple(dict.fromkeys(words for clause in verdict.clauses for words in clause.left))


def fails(result: Result, fail_on: FailOn) -> bool:
    """Whether a result is as bad as the level, or worse; nothing is for "never"."""
    if fail_on == "never" or result.severity is None:
        return False
    return SEVERITIES.index(result.severity) <= SEVERITIES.index(fail_on)


@dataclass(slots=True)
class Tally:
    """Counts results as they come, so that none need be kept."""

    fail_on: FailOn
    labels: Counter[Label] = field(default_factory=Counter)
    disputed: int = 0
    errors: int = 0
    failed: bool = False

    def add(self, row: Result | Unread) -> None:
        """Count one more."""
        if isinstance(row, Unread):
            self.errors += 1
            return
        self.labels[row.label] += 1
        self.disputed += row.disputed
        self.failed = self.failed or fails(row, self.fail_on)

    @property
    def totals(self) -> Totals:
        """The counts so far."""
        return Totals(
            statements=self.labels.total() + self.errors,
            supported=self.labels[Label.SUPPORTED],
            contradicted=self.labels[Label.CONTRADICTED],
            absent=self.labels[Label.ABSENT],
            disputed=self.disputed,
            errors=self.errors,
        )

    @property
    def exit_code(self) -> Literal[0, 1, 2]:
        """2 where something was not judged, else 1 where something fails, else 0."""
        return 2 if self.errors else 1 if self.failed else 0


def rules_of(policy: Policy) -> Rules:
    """The policy as reports print it."""
    return Rules(policy.version, policy.band, policy.band_limit, policy.bounds)


def _finding(found: Found, decides: bool) -> Finding:
    return Finding(found.rule, found.relation, found.statement, found.evidence, found.note, decides)


def _passage(quoted: Quoted | None, decisive: Found | None, meta_of: MetaOf) -> Passage | None:
    if quoted is None:
        return None
    meta = meta_of(quoted.source) if quoted.source else None
    return Passage(
        quote=quoted.text,
        marks=quoted.marks or _found(quoted.text, decisive),
        source=quoted.source or None,
        title=meta.title if meta else None,
        claim=quoted.claim or None,
        line=quoted.line or None,
        start=quoted.start,
        end=quoted.end,
        page=meta.page_of(quoted.start) if meta else None,
    )


def _found(text: str, decisive: Found | None) -> tuple[tuple[int, int], ...]:
    """Where the deciding value stands in a passage; nowhere, unless it stands there just once."""
    if decisive is None or not decisive.evidence:
        return ()
    found = [m.span() for m in re.finditer(rf"(?<!\w){re.escape(decisive.evidence)}(?!\w)", text)]
    return (found[0],) if len(found) == 1 else ()


def _explanation(verdict: Verdict) -> Explanation:
    return Explanation(
        verdict.row,
        tuple(Step(step.statement, step.evidence, step.relation) for step in verdict.steps),
        left_over(verdict),
        tuple(Clause(clause.label, clause.left, _rules(clause.findings)) for clause in verdict.clauses),
    )


def _rules(findings: Sequence[Found]) -> tuple[str, ...]:
    return tuple(found.rule for found in findings)
