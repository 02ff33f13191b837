"""What `claimcheck impact --format json` prints. Its schema is docs/impact-schema.json, made from these classes."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Literal

from claimcheck.claim import Status
from claimcheck.report.contract import Rules
from claimcheck.report.places import Place, UnreadFile

ImpactSchema = Literal["claimcheck/impact/1"]
IMPACT_SCHEMA: ImpactSchema = "claimcheck/impact/1"
Leaning = Literal["supported", "contradicted", "nearest"]
Outlook = Literal["supported", "contradicted", "absent"]


@dataclass(frozen=True, slots=True)
class AskedClaim:
    """A claim asked about."""

    __pydantic_config__ = {"use_attribute_docstrings": True}  # noqa: RUF012

    id: str
    text: str
    status: Status
    changed: str | None
    """What it would say; null where no change was asked about."""


@dataclass(frozen=True, slots=True)
class Affected:
    """A statement of a draft that leans on a claim, or that the changed claim would speak of."""

    __pydantic_config__ = {"use_attribute_docstrings": True}  # noqa: RUF012

    claim: str
    place: Place
    text: str
    """The statement, as normalised for judging."""
    now: Leaning | None
    """What the claim says of it; "nearest": nothing, but no claim says anything, and this one is nearest.

    Null where the claim does not bear on it as it is."""
    rule: str
    """The rule behind `now`; empty where that is null."""
    then: Outlook | None
    """What the changed claim would say of it; null where no change was asked about."""
    then_rule: str
    """The rule behind `then`; empty where that is null."""
    stated: str
    """The statement's value in the finding behind `then`, or else behind `now`; empty where it has none."""
    found: str
    """The claim's value there."""
    others: tuple[str, ...]
    """The other claims that support the statement, among those nearest to it."""


@dataclass(frozen=True, slots=True)
class ImpactTotals:
    """How many statements of each kind; a statement counts once for every claim."""

    __pydantic_config__ = {"use_attribute_docstrings": True}  # noqa: RUF012

    files: int
    statements: int
    """All that can be judged, affected or not."""
    supported: int
    contradicted: int
    nearest: int
    would_be_contradicted: int
    would_be_supported: int


@dataclass(frozen=True, slots=True)
class ImpactReport:
    """What `claimcheck impact` finds, by claim, and by place within a claim's."""

    __pydantic_config__ = {"use_attribute_docstrings": True}  # noqa: RUF012

    schema: ImpactSchema
    policy: Rules
    today: date
    """The reference date of drafts without their own."""
    claims: tuple[AskedClaim, ...]
    files: tuple[str, ...]
    statements: tuple[Affected, ...]
    unread: tuple[UnreadFile, ...]
    totals: ImpactTotals
