"""A claim: a stored, sourced fact, and the evidence behind it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Literal

from claimcheck.fields import Aliases

Status = Literal["proposed", "accepted", "retired"]


@dataclass(frozen=True, slots=True)
class Evidence:
    """The passage of a source behind a claim: W3C TextPositionSelector and TextQuoteSelector (see `anchor`).

    `source` is the id of a document; start and end are code points of its normalised text, and quote is what stood
    there when the claim was made. ValueError where 0 <= start < end does not hold or the quote is empty.
    """

    __pydantic_config__ = {"extra": "forbid"}  # noqa: RUF012

    source: str
    start: int
    end: int
    quote: str
    prefix: str = ""
    suffix: str = ""

    def __post_init__(self) -> None:
        if not 0 <= self.start < self.end:
            raise ValueError(f"start {self.start} and end {self.end} hold no passage")
        if not self.source or not self.quote:
            raise ValueError(f"the {'quote' if self.source else 'source'} is empty")


@dataclass(frozen=True, slots=True)
class Claim:
    """A fact with its evidence. ValueError where the id is no single word, or text or evidence is empty.

    `as_of` is the day the fact held, `supersedes` names claims this one outranks, `aliases` are names that hold for
    this claim, `reviewer` and `reviewed` say who accepted or retired it and when, `reason` why it was retired.
    `recheck_by` is the day by which somebody should look again, `valid_until` the last day the fact is known to hold.
    """

    __pydantic_config__ = {"extra": "forbid"}  # noqa: RUF012

    id: str
    text: str
    evidence: tuple[Evidence, ...]
    status: Status = "proposed"
    speaker: str | None = None
    as_of: date | None = None
    supersedes: tuple[str, ...] = ()
    tags: tuple[str, ...] = ()
    aliases: Aliases = ()
    note: str | None = None
    reviewer: str | None = None
    reviewed: date | None = None
    reason: str | None = None
    recheck_by: date | None = None
    valid_until: date | None = None

    def __post_init__(self) -> None:
        if self.id.split() != [self.id]:
            raise ValueError(f"the id {self.id!r} must be one word, without spaces")
        if not self.text.strip():
            raise ValueError("the text is empty")
        if not self.evidence:
            raise ValueError("the evidence is empty")
