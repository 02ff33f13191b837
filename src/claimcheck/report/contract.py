"""What a program may rely on. Its schema is docs/report-schema.json, made from these classes.

Frozen dataclasses, filled from verdicts; pydantic reads them for the schema only, so that printing a verdict does not
load it. Texts are as normalised for judging, offsets are code points.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Literal

from claimcheck.config import FailOn
from claimcheck.finding import Relation
from claimcheck.policy import Bounds
from claimcheck.verdict import Label

SchemaName = Literal["claimcheck/verify/1"]
SCHEMA: SchemaName = "claimcheck/verify/1"


@dataclass(frozen=True, slots=True)
class Finding:
    """One dimension compared: the rule that says how, and the two values."""

    __pydantic_config__ = {"use_attribute_docstrings": True}  # noqa: RUF012

    rule: str
    """The stable name of what was found, such as "quantity.disjoint"."""
    relation: Relation
    """How the evidence bears on the statement in this dimension."""
    statement: str
    """The statement's value, in its own words; empty where the statement has none."""
    evidence: str
    """The evidence's value, in its own words; empty where the evidence has none."""
    note: str
    """What else there is to know; mostly empty."""
    decides: bool
    """Whether this is the finding behind the label."""


@dataclass(frozen=True, slots=True)
class Passage:
    """A passage of a source, or of the text that was given as evidence."""

    __pydantic_config__ = {"use_attribute_docstrings": True}  # noqa: RUF012

    quote: str
    """The passage, word by word."""
    marks: tuple[tuple[int, int], ...]
    """The words that decided, as [start, end) within the quote."""
    source: str | None
    """The id of the source; null for evidence that was given without one."""
    title: str | None
    """The title of the source, where it has one."""
    claim: str | None
    """The id of the claim that stands on the passage; null for given evidence."""
    line: int | None
    """The line of the source on which the passage begins, from 1."""
    start: int
    """Where the passage begins in the source."""
    end: int
    """Where the passage ends in the source."""
    page: int | None = None
    """The page of the original on which the passage begins, where the source has pages."""


@dataclass(frozen=True, slots=True)
class Step:
    """A word of the statement and what it met in the evidence."""

    __pydantic_config__ = {"use_attribute_docstrings": True}  # noqa: RUF012

    statement: str
    evidence: str
    """Empty where it met none."""
    relation: str
    """By which rule and relation they met; or "speaker", "quoted", "light", "met in another place", "left over"."""


@dataclass(frozen=True, slots=True)
class Clause:
    """A clause of the statement judged by itself."""

    __pydantic_config__ = {"use_attribute_docstrings": True}  # noqa: RUF012

    label: Label
    left_over: tuple[str, ...]
    """The words that nothing in the evidence answers to."""
    rules: tuple[str, ...]
    """The rules of its findings, in order."""


@dataclass(frozen=True, slots=True)
class Explanation:
    """How the label came about; there with --explain."""

    __pydantic_config__ = {"use_attribute_docstrings": True}  # noqa: RUF012

    row: str
    """The row of the decision table that fired."""
    alignment: tuple[Step, ...]
    """Word by word, in the order of the statement."""
    left_over: tuple[str, ...]
    """The words of the statement that nothing in the evidence answers to."""
    clauses: tuple[Clause, ...]


@dataclass(frozen=True, slots=True)
class Result:
    """One statement judged."""

    __pydantic_config__ = {"use_attribute_docstrings": True}  # noqa: RUF012

    id: str | int | None
    """The row's own id; of a statement given as an argument its place, from 1."""
    statement: str
    label: Label
    rule: str
    """The rule that decided."""
    reason: str
    """The row of the decision table that fired, in a few words."""
    disputed: bool
    """Whether accepted claims pull opposite ways; the label is then "contradicted", and `opposing` says otherwise."""
    suggestion: str | None
    """The repair where exactly one value is wrong, such as "18, not 17"."""
    passage: Passage | None
    """What decided; for "absent" the nearest that there is, if anything is near."""
    opposing: Passage | None
    """For a disputed verdict the passage that supports the statement."""
    findings: tuple[Finding, ...]
    left_over: tuple[str, ...]
    """The words of the statement that nothing in the evidence answers to."""
    today: date
    """The day from which the statement's relative dates were worked out."""
    explanation: Explanation | None

    @property
    def severity(self) -> FailOn | None:
        """What --fail-on goes by; None for a supported statement."""
        if self.disputed:
            return "disputed"
        levels: dict[Label, FailOn] = {Label.CONTRADICTED: "contradicted", Label.ABSENT: "absent"}
        return levels.get(self.label)


@dataclass(frozen=True, slots=True)
class Unread:
    """A row or statement that could not be judged."""

    __pydantic_config__ = {"use_attribute_docstrings": True}  # noqa: RUF012

    line: int
    """The line of the file; of a statement given as an argument its place, from 1."""
    error: str
    """What is wrong with it, in one sentence."""


@dataclass(frozen=True, slots=True)
class Tool:
    """What made the report."""

    name: str
    version: str


@dataclass(frozen=True, slots=True)
class Rules:
    """The policy the verdicts were reached by; see docs/principles.md."""

    __pydantic_config__ = {"use_attribute_docstrings": True}  # noqa: RUF012

    version: str
    band: Decimal
    """The share of N that "about N" spreads to each side."""
    band_limit: Decimal
    """How wide that share may grow by rounding."""
    bounds: Bounds


@dataclass(frozen=True, slots=True)
class LedgerState:
    """The ledger that was asked."""

    __pydantic_config__ = {"use_attribute_docstrings": True}  # noqa: RUF012

    digest: str
    """The same for the same claims and sources, else another."""
    claims: int
    """The number of claims that can decide."""


@dataclass(frozen=True, slots=True)
class Totals:
    """How many; supported, contradicted, absent and errors add up to statements."""

    __pydantic_config__ = {"use_attribute_docstrings": True}  # noqa: RUF012

    statements: int
    supported: int
    contradicted: int
    absent: int
    disputed: int
    """How many of the contradicted are disputed."""
    errors: int


@dataclass(frozen=True, slots=True)
class Report:
    """What `claimcheck verify --format json` prints."""

    __pydantic_config__ = {"use_attribute_docstrings": True}  # noqa: RUF012

    schema: SchemaName
    tool: Tool
    policy: Rules
    today: date
    """The reference date; a row of --jsonl may have its own."""
    fail_on: FailOn
    ledger: LedgerState | None
    """Null where every statement was checked against given text."""
    results: tuple[Result | Unread, ...]
    totals: Totals
    exit_code: Literal[0, 1, 2]


@dataclass(frozen=True, slots=True)
class Quotation:
    """The other passage of a disputed verdict, as rows have it."""

    claim: str | None
    source: str | None
    quote: str


@dataclass(frozen=True, slots=True)
class Row:
    """A line that `--jsonl` or `--format jsonl` prints for one statement; the row's other keys follow untouched."""

    __pydantic_config__ = {"use_attribute_docstrings": True, "extra": "allow"}  # noqa: RUF012

    id: str | int | None
    """The id of the row that came in, null if it had none; of a statement given as an argument its place, from 1."""
    label: Label
    rule: str
    claim: str | None
    source: str | None
    quote: str | None
    """The passage that decided; for "absent" the nearest, null where nothing is near."""
    findings: tuple[Finding, ...]


@dataclass(frozen=True, slots=True)
class DisputedRow(Row):
    """The line of a disputed verdict."""

    disputed: Literal[True]
    opposing: Quotation
