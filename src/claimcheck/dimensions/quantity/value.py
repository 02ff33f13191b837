"""What a quantity is: an interval with a unit, the thing it counts, and its part in the sentence."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from typing import Literal

from claimcheck.dimensions.interval import ONE, Interval

Form = Literal["exact", "bound", "approximate", "range", "vague", "fraction"]
Role = Literal["value", "change", "start", "end", "rate", "share", "multiplier", "ordinal", "delta"]

COUNT = "count"
SHARE = "share"
POINTS = "points"
RATIO = "ratio"
AGE = "age"
ORDINAL = "ordinal"
VERSION = "version"
SCORE = "score"
RATING = "rating"


@dataclass(frozen=True, slots=True)
class Quantity:
    """One quantity of a sentence; every index is a token of that sentence.

    start, stop: the tokens [start:stop) it consumes: comparator, number, unit; `extra` names more outside of them
        ("exceeded" before, "or more" after the thing counted).
    interval: in the canonical unit of `dimension` (see `units`); None where the words give no number ("several").
    dimension: "count", "share" (percent), "points" (percentage points), "ratio" ("twice as many"), "money" (`unit` is
        the currency), "age" (months), "ordinal", "version", "score", "rating" (share of the scale), or a dimension
        of `units`.
    unit: as shown, by its short name ("km", "USD", "%"); "" for a plain count.
    resolution, significant: one unit of the last digit shown (1.2 million: 100,000) and of the last one that is not
        an idle zero (4,700: 100), in the canonical unit.
    head: the thing counted or measured; None for "14 were wounded". governor: the verb, noun or adjective that the
        whole hangs from; None at the root. partitive: counted out of a whole ("18 of the rockets").
    per: the denominator of a rate, singular ("day", "share", "100000 people"); "" for none.
    direction: of a change: 1 up, -1 down, 0 not told.
    values: the components of a version, the sides of a score, in the order shown.
    """

    start: int
    stop: int
    text: str
    interval: Interval | None
    dimension: str
    unit: str = ""
    form: Form = "exact"
    role: Role = "value"
    resolution: Decimal = ONE
    significant: Decimal = ONE
    head: int | None = None
    governor: int | None = None
    per: str = ""
    other: bool = False
    partitive: bool = False
    direction: int = 0
    values: tuple[Decimal, ...] = ()
    extra: tuple[int, ...] = ()

    @property
    def words(self) -> tuple[int, ...]:
        """All token indexes it consumes, in order."""
        return tuple(sorted({*range(self.start, self.stop), *self.extra}))
