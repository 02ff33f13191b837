"""What `claimcheck audit --format json` prints. Its schema is docs/audit-schema.json, made from these classes."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Literal

from claimcheck.report.contract import Rules, Tool
from claimcheck.report.places import Place, Related, Severity, UnreadFile

AuditSchema = Literal["claimcheck/audit/1"]
AUDIT_SCHEMA: AuditSchema = "claimcheck/audit/1"
SpanStatus = Literal["found", "moved", "reworded", "value-changed", "ambiguous", "lost"]
FailLevel = Literal["error", "warning", "note", "never"]


@dataclass(frozen=True, slots=True)
class WordChange:
    """Words that differ between a quotation and what stands in its place."""

    __pydantic_config__ = {"use_attribute_docstrings": True}  # noqa: RUF012

    kind: str
    """What they bear on: number, unit, date, negation, certainty, comparison, scope, name, order or words."""
    old: str
    """Empty where words were put in."""
    new: str
    """Empty where words were left out."""


@dataclass(frozen=True, slots=True)
class Sighting:
    """A place where a passage may stand."""

    start: int
    end: int
    line: int
    text: str
    """What stands there, with some words around it."""


@dataclass(frozen=True, slots=True)
class SpanState:
    """A quotation and what stands for it in its source now. Offsets are code points of the normalised text."""

    __pydantic_config__ = {"use_attribute_docstrings": True}  # noqa: RUF012

    source: str
    """The id of the source looked at; for "audit.outdated" that of the newer snapshot."""
    path: str | None
    """The source's file; null where there is none."""
    evidence: int
    """Which passage of the claim it is, from 0."""
    status: SpanStatus
    quote: str
    """The passage as the claim has it."""
    text: str
    """What stands there now; empty where the words are the same, or nothing close to them stands anywhere."""
    start: int
    """Where that stands; -1 where it has no place; so `end`."""
    end: int
    line: int | None
    """The line on which it begins, from 1; null where it has no place."""
    changes: tuple[WordChange, ...]
    """What may change what is said; empty for a passage whose words surely say the same."""
    seen: tuple[Sighting, ...]
    """Of an ambiguous passage some of the places where it may stand."""


@dataclass(frozen=True, slots=True)
class Compared:
    """How the matcher compared a claim with its quotation, or with another claim."""

    __pydantic_config__ = {"use_attribute_docstrings": True}  # noqa: RUF012

    text: str
    """What the claim says."""
    other: str
    """What its quotation says, several of them joined by " … ", or the other claim."""
    rule: str
    """The rule that decided; empty where words are left over and nothing disagrees."""
    ours: str
    """The claim's value."""
    theirs: str
    """The quotation's value, or the other claim's."""
    left_over: tuple[str, ...]
    """The words of the claim that its quotation has nothing for."""


@dataclass(frozen=True, slots=True)
class AuditProblem:
    """One thing wrong with the ledger."""

    __pydantic_config__ = {"use_attribute_docstrings": True}  # noqa: RUF012

    rule: str
    """The stable name of what was found, such as "audit.value-changed"."""
    severity: Severity | None
    """Null where the configuration turns the rule off."""
    place: Place
    """The claim in its file, on the line of the quotation where it is about that; else the source's file."""
    message: str
    """What is wrong and what to do, in one sentence."""
    claim: str | None
    source: str | None
    others: tuple[str, ...]
    """Further claims concerned."""
    span: SpanState | None
    compared: Compared | None
    related: tuple[Related, ...]
    """Where the other claims stand."""
    fingerprint: str
    """The same for the same problem, wherever its line has moved to."""


@dataclass(frozen=True, slots=True)
class Mended:
    """A position put right, or that would be."""

    __pydantic_config__ = {"use_attribute_docstrings": True}  # noqa: RUF012

    claim: str
    evidence: int
    """Which passage of the claim it is, from 0."""
    source: str
    file: str
    """The file of claims, relative to the ledger."""
    old: tuple[int, int]
    new: tuple[int, int]


@dataclass(frozen=True, slots=True)
class SpanTotals:
    """How many quotations, by what became of them."""

    found: int
    moved: int
    reworded: int
    value_changed: int
    ambiguous: int
    lost: int


@dataclass(frozen=True, slots=True)
class AuditTotals:
    """How many."""

    __pydantic_config__ = {"use_attribute_docstrings": True}  # noqa: RUF012

    claims: int
    """Those looked at, which are not retired."""
    sources: int
    spans: SpanTotals
    errors: int
    warnings: int
    notes: int
    unread: int


@dataclass(frozen=True, slots=True)
class AuditReport:
    """What `claimcheck audit --format json` prints: everything any other format shows."""

    __pydantic_config__ = {"use_attribute_docstrings": True}  # noqa: RUF012

    schema: AuditSchema
    tool: Tool
    policy: Rules
    today: date
    """The day as of which claims are due."""
    fail_on: FailLevel
    only: tuple[str, ...]
    """The claims and sources that were asked about; empty for all."""
    problems: tuple[AuditProblem, ...]
    mended: tuple[Mended, ...]
    """What --fix has put right, and is no problem any more; with --dry-run, what it would."""
    unread: tuple[UnreadFile, ...]
    totals: AuditTotals
    exit_code: Literal[0, 1, 2]
