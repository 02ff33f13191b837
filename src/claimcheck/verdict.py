"""From findings to a label: the decision table, and what a verdict carries."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum

from claimcheck.align import Passage
from claimcheck.finding import Finding, Relation
from claimcheck.policy import DEFAULT, Policy


class Label(StrEnum):
    """What the ledger says of a statement."""

    SUPPORTED = "supported"
    CONTRADICTED = "contradicted"
    ABSENT = "absent"


@dataclass(frozen=True, slots=True)
class Quoted:
    """The passage behind a verdict: its text, where it stands, and the words that decided.

    `start` and `end` are code points of the source's normalised text, `line` counts from 1; `marks` are
    (start, end) within `text`. For bare evidence `source` and `claim` are empty.
    """

    text: str
    source: str = ""
    claim: str = ""
    start: int = 0
    end: int = 0
    line: int = 0
    marks: tuple[tuple[int, int], ...] = ()


@dataclass(frozen=True)
class Candidate:
    """A passage a statement may be about, and how to quote it."""

    passage: Passage
    quoted: Quoted
    rank: float = 0.0


@dataclass(frozen=True, slots=True)
class Step:
    """One row of the alignment shown by --explain."""

    statement: str
    evidence: str
    relation: str


@dataclass(frozen=True, slots=True)
class Judgement:
    """A statement compared with one passage.

    `clauses` gives each clause's own label; `left` is the share of the statement's weight that the passage leaves
    unaccounted, neither held nor contradicted (0 to 1); `row` names the row of the decision table that fired.
    """

    label: Label
    rule: str
    findings: tuple[Finding, ...]
    left: float
    row: str
    clauses: tuple[Clause, ...] = ()
    steps: tuple[Step, ...] = ()
    score: float = 0.0


@dataclass(frozen=True, slots=True)
class Clause:
    """One clause of the statement: its label, what it leaves over, and what decided it."""

    label: Label
    left: tuple[str, ...]
    findings: tuple[Finding, ...]
    weight: float


@dataclass(frozen=True, slots=True)
class Verdict:
    """The answer for one statement."""

    statement: str
    label: Label
    rule: str
    findings: tuple[Finding, ...] = ()
    passage: Quoted | None = None
    disputed: bool = False
    opposing: Quoted | None = None
    suggestion: str = ""
    row: str = ""
    steps: tuple[Step, ...] = ()
    clauses: tuple[Clause, ...] = ()
    today: date | None = None
    policy: Policy = field(default=DEFAULT)


def deciding(findings: tuple[Finding, ...]) -> Finding | None:
    """The finding that decided: the first that contradicts, else is undetermined, else is unstated, else entails."""
    for relation in (Relation.CONTRADICTS, Relation.UNDETERMINED, Relation.UNSTATED, Relation.ENTAILS):
        for finding in findings:
            if finding.relation is relation:
                return finding
    return None
