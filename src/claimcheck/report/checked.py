"""What `claimcheck check --format json` prints. Its schema is docs/check-schema.json, made from these classes."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from typing import Literal

from claimcheck.config import FailOn
from claimcheck.report.contract import Finding, Passage, Rules, Tool
from claimcheck.report.places import Place, Problem, Severity, Suggestion, Suppression, UnreadFile

CheckSchema = Literal["claimcheck/check/1"]
CHECK_SCHEMA: CheckSchema = "claimcheck/check/1"
StatementLabel = Literal["supported", "contradicted", "absent", "uncheckable"]
Confidence = Literal["high", "medium", "low"]


@dataclass(frozen=True, slots=True)
class Statement:
    """A statement of a draft. Texts are as normalised for judging."""

    __pydantic_config__ = {"use_attribute_docstrings": True}  # noqa: RUF012

    place: Place
    text: str
    """What was judged; for a table's cell or a list item the sentence made of it and its headings."""
    label: StatementLabel
    rule: str
    """The rule that decided; for an uncheckable statement why it is none, such as "uncheckable.opinion"."""
    reason: str
    """The row of the decision table that fired, in a few words; empty for an uncheckable statement."""
    severity: Severity | None
    """How it is reported, or would be were it not suppressed; null where it never is."""
    confidence: Confidence | None
    """high: by stated values and words; medium: by words that imply others; low: by the thinnest accepted match."""
    disputed: bool
    passage: Passage | None
    """What decided, with its claim; for "absent" the nearest that there is."""
    opposing: Passage | None
    """For a disputed statement the passage that supports it."""
    stated: str
    """The statement's value in the finding that decided; empty where it has none."""
    found: str
    """The evidence's value in the finding that decided; empty where it has none."""
    findings: tuple[Finding, ...]
    left_over: tuple[str, ...]
    suggestion: Suggestion | None
    suppressed: Suppression | None
    fingerprint: str
    """The same for the same words in the same file, wherever their line has moved to."""

    @property
    def level(self) -> FailOn | None:
        """What --fail-on goes by; None for what is supported or uncheckable."""
        if self.disputed:
            return "disputed"
        return self.label if self.label in ("contradicted", "absent") else None


Stretch = tuple[str, int, int]
"""What a reader sees of a stretch of the raw text, and the stretch's [start, end).

Where both are equally long they correspond code point by code point; where not, as wholes.
"""


@dataclass(frozen=True, slots=True)
class DraftBlock:
    """A paragraph or the like, for pages that show the draft; offsets as in `Place`."""

    __pydantic_config__ = {"use_attribute_docstrings": True}  # noqa: RUF012

    kind: str
    """Such as "paragraph", "heading", "list_item", "table_cell" or "quote"."""
    level: int
    """A heading's depth, or how deep a list item is nested, from 1; otherwise 0."""
    start: int
    end: int
    prose: tuple[Stretch, ...] = ()
    """What a reader sees, without markup: stretches that follow one another."""
    row: str = ""
    """For a table's cell the header of its row."""
    column: str = ""
    """For a table's cell the header of its column."""
    corner: str = ""
    """For a table's cell the header of the column of row headers."""
    around: tuple[int, int] | None = None
    """For a table's cell the stretch of its row."""


@dataclass(frozen=True, slots=True)
class DraftFile:
    """A draft that was read."""

    __pydantic_config__ = {"use_attribute_docstrings": True}  # noqa: RUF012

    path: str
    sha256: str
    today: date
    """The reference date: the draft's own, else the report's."""
    text: str
    """The raw text that offsets count in."""
    blocks: tuple[DraftBlock, ...]


@dataclass(frozen=True, slots=True)
class CheckedLedger:
    """The ledger that was asked."""

    __pydantic_config__ = {"use_attribute_docstrings": True}  # noqa: RUF012

    digest: str
    """The same for the same claims and sources, else another."""
    claims: int
    """The number of claims that can decide."""
    sources: dict[str, str]
    """The SHA-256 of every source that a passage of this report is from, by id."""
    paths: dict[str, str] = field(default_factory=dict)
    """The file of every such source, by id, with `/` and as seen from where the drafts' paths are."""


@dataclass(frozen=True, slots=True)
class CheckTotals:
    """How many. The five labels add up to `statements`; suppressed ones are counted under their labels too."""

    __pydantic_config__ = {"use_attribute_docstrings": True}  # noqa: RUF012

    files: int
    unread: int
    statements: int
    supported: int
    contradicted: int
    """Without those that are disputed."""
    disputed: int
    absent: int
    uncheckable: int
    problems: int
    errors: int
    """Statements and problems reported as errors; so warnings and notes."""
    warnings: int
    notes: int
    suppressed: int
    coverage: Decimal | None
    """The share of checkable statements that are supported, to four digits; null where there are none."""


@dataclass(frozen=True, slots=True)
class CheckReport:
    """What `claimcheck check --format json` prints: everything any other format shows."""

    __pydantic_config__ = {"use_attribute_docstrings": True}  # noqa: RUF012

    schema: CheckSchema
    tool: Tool
    policy: Rules
    today: date
    """The reference date of drafts without their own."""
    fail_on: FailOn
    min_coverage: Decimal | None
    """The share asked for by --min-coverage."""
    ledger: CheckedLedger
    files: Sequence[DraftFile]
    statements: Sequence[Statement]
    problems: tuple[Problem, ...]
    unread: tuple[UnreadFile, ...]
    totals: CheckTotals
    exit_code: Literal[0, 1, 2]
