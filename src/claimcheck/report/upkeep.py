"""What `claimcheck claims` and `claimcheck log` print as JSON; schemas are made from these classes.

Offsets are code points of a source's normalised text, lines count from 1.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Literal

from claimcheck.anchor import Status as SpanStatus
from claimcheck.claim import Claim

ClaimsSchema = Literal["claimcheck/claims/1"]
CLAIMS_SCHEMA: ClaimsSchema = "claimcheck/claims/1"
LogSchema = Literal["claimcheck/log/1"]
LOG_SCHEMA: LogSchema = "claimcheck/log/1"


@dataclass(frozen=True, slots=True)
class Standing:
    """Where a quotation stands in its source now, and what stands around it there."""

    __pydantic_config__ = {"use_attribute_docstrings": True}  # noqa: RUF012

    source: str
    title: str | None
    path: str | None
    """The source's file, relative to the ledger; null where there is no such source."""
    status: SpanStatus
    line: int | None
    """The line on which it begins; null unless the quotation has one place."""
    start: int
    """-1 unless the quotation has one place; so `end`."""
    end: int
    before: str
    """What stands before it in its paragraph; empty where there is nothing, or no place."""
    quote: str
    """The passage itself; where it has no place, as the claim has it."""
    after: str


@dataclass(frozen=True, slots=True)
class ClaimEntry:
    """A claim and where it is written."""

    __pydantic_config__ = {"use_attribute_docstrings": True}  # noqa: RUF012

    claim: Claim
    file: str
    """The file of claims, relative to the ledger."""
    line: int
    """The line of that file on which the claim begins."""
    superseded_by: tuple[str, ...]
    """The claims, retired ones left out, that outrank it."""
    due: str | None
    """Why somebody should look at it again, as of the report's `today`; null where nothing says so."""
    matched: tuple[str, ...] = ()
    """What a search found it by; empty where there was none."""
    standing: tuple[Standing, ...] | None = None
    """Where each of its quotations stands; null where that was not asked for."""


@dataclass(frozen=True, slots=True)
class ClaimList:
    """What `claimcheck claims … --format json` prints."""

    __pydantic_config__ = {"use_attribute_docstrings": True}  # noqa: RUF012

    schema: ClaimsSchema
    today: date
    """The day from which it is worked out what is due."""
    claims: tuple[ClaimEntry, ...]
    total: int
    """How many claims the ledger has; those listed are some of them."""


ChangeKind = Literal[
    "created",
    "removed",
    "moved",
    "accepted",
    "retired",
    "proposed",
    "reviewed",
    "text",
    "span",
    "quote",
    "evidence",
    "field",
    "unreadable",
    "readable",
]


@dataclass(frozen=True, slots=True)
class ClaimChange:
    """One thing that happened to a claim."""

    __pydantic_config__ = {"use_attribute_docstrings": True}  # noqa: RUF012

    kind: ChangeKind
    field: str
    """The field of the claim; empty where it is about the claim as a whole."""
    before: str
    """The old value as text; empty where there was none."""
    after: str
    """The new value as text; empty where there is none."""
    said: str
    """The change in a few words."""


@dataclass(frozen=True, slots=True)
class Chapter:
    """What one commit did to a claim."""

    __pydantic_config__ = {"use_attribute_docstrings": True}  # noqa: RUF012

    commit: str | None
    """The commit's full name; null for what is not committed yet."""
    author: str
    when: str
    """The author's date and time, ISO 8601 with its offset; empty for what is not committed yet."""
    subject: str
    """The first line of the commit's message."""
    file: str
    """The file of claims, relative to the ledger; where it was removed, the one it stood in."""
    changes: tuple[ClaimChange, ...]


@dataclass(frozen=True, slots=True)
class ClaimStory:
    """What `claimcheck log --format json` prints: the oldest first."""

    __pydantic_config__ = {"use_attribute_docstrings": True}  # noqa: RUF012

    schema: LogSchema
    claim: str
    text: str | None
    """What the claim says now; null where it is gone."""
    whole: bool
    """False where the repository is a shallow clone, so that older commits are not there."""
    chapters: tuple[Chapter, ...]
