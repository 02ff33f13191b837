"""What `claimcheck stats --format json` prints. Its schema is docs/stats-schema.json, made from these classes."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Literal

StatsSchema = Literal["claimcheck/stats/1"]
STATS_SCHEMA: StatsSchema = "claimcheck/stats/1"
KindName = Literal["quantity", "date", "name", "quote", "attribution", "other"]


@dataclass(frozen=True, slots=True)
class StatusCounts:
    """How many claims of each status."""

    accepted: int
    proposed: int
    retired: int

    @property
    def all(self) -> int:
        return self.accepted + self.proposed + self.retired


@dataclass(frozen=True, slots=True)
class KindCount:
    """How many claims hold a kind of value; a claim may hold several."""

    __pydantic_config__ = {"use_attribute_docstrings": True}  # noqa: RUF012

    kind: KindName
    """"attribution": it has a speaker; "quote": somebody's words in quotation marks; "other": none of the rest."""
    claims: int


@dataclass(frozen=True, slots=True)
class AgeCount:
    """How many claims are so old."""

    __pydantic_config__ = {"use_attribute_docstrings": True}  # noqa: RUF012

    age: str
    """Such as "1 to 3 months"; "no date" for claims without the date that is counted from."""
    held: int
    """Counted from the day for which the claim holds, its as_of."""
    reviewed: int
    """Counted from the day on which it was last reviewed."""


@dataclass(frozen=True, slots=True)
class Unclaimed:
    """A checkable sentence, table cell or list item of a source that no claim stands on."""

    line: int
    text: str


@dataclass(frozen=True, slots=True)
class SourceCount:
    """A source, how many claims quote it, and how much of it they cover."""

    __pydantic_config__ = {"use_attribute_docstrings": True}  # noqa: RUF012

    id: str
    title: str | None
    path: str | None
    """Its file, relative to the ledger; null where claims quote a source that is not there."""
    claims: StatusCounts
    checkable: int
    """How many sentences, table cells and list items of it could be a claim."""
    accepted: int
    """How many of those an accepted claim stands on."""
    proposed: int
    """How many only a proposed claim stands on."""
    coverage: Decimal | None
    """The share that an accepted claim stands on, to four digits; null where nothing is checkable."""
    unclaimed: tuple[Unclaimed, ...]


@dataclass(frozen=True, slots=True)
class DueClaim:
    """A claim somebody should look at again."""

    __pydantic_config__ = {"use_attribute_docstrings": True}  # noqa: RUF012

    claim: str
    text: str
    day: date
    """The day by which it is, or was, due."""
    why: str | None
    """Why it is due today; null where it falls due within the days ahead."""


@dataclass(frozen=True, slots=True)
class UnreadSource:
    """A source that could not be read, so that the exit code is 2."""

    id: str
    error: str


@dataclass(frozen=True, slots=True)
class Stats:
    """What `claimcheck stats` counts. Ages, kinds and what is due leave retired claims out."""

    __pydantic_config__ = {"use_attribute_docstrings": True}  # noqa: RUF012

    schema: StatsSchema
    today: date
    """The day ages are counted to."""
    claims: StatusCounts
    kinds: tuple[KindCount, ...]
    ages: tuple[AgeCount, ...]
    sources: tuple[SourceCount, ...]
    """By id."""
    checkable: int
    """How many checkable sentences, cells and items all sources have."""
    accepted: int
    """How many of those an accepted claim stands on."""
    due: tuple[DueClaim, ...]
    """Due today, the longest overdue first."""
    ahead: int
    """The number of days ahead that are looked at."""
    soon: tuple[DueClaim, ...]
    """Falling due within those days, the next first."""
    unread: tuple[UnreadSource, ...]
