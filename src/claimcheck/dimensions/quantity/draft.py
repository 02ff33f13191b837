"""A quantity on its way: read, but not yet given its place in the sentence."""

from __future__ import annotations

from dataclasses import dataclass, field
from decimal import Decimal

from claimcheck.dimensions.interval import ONE, Interval
from claimcheck.dimensions.quantity.value import COUNT, Form, Role
from claimcheck.tokens import Sentence


@dataclass(slots=True)
class Draft:
    """A quantity before its place is known: tokens [start:stop) in all, [first:last) its number and unit."""

    start: int
    stop: int
    first: int
    last: int
    interval: Interval | None
    dimension: str = COUNT
    unit: str = ""
    form: Form = "exact"
    role: Role = "value"
    resolution: Decimal = ONE
    significant: Decimal = ONE
    head: int | None = None
    placed: bool = False  # `head` is known already, None included
    per: str = ""
    values: tuple[Decimal, ...] = ()
    partner: bool = False  # the other end of a change stands beside it
    extra: list[int] = field(default_factory=list)


def low(sentence: Sentence, i: int) -> str:
    """The lower-case text of token i, "" outside of the sentence."""
    return sentence.tokens[i].text.lower() if 0 <= i < len(sentence.tokens) else ""
