"""A figure that does not follow from those it is stated with, and how far off it must be to be called wrong."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal

from claimcheck.dimensions.context import Modality
from claimcheck.dimensions.derive import Derived
from claimcheck.dimensions.interval import EXACT, ONE, Interval
from claimcheck.dimensions.quantity import Quantity
from claimcheck.dimensions.quantity.value import COUNT, POINTS, RATIO
from claimcheck.extract.prose import ProseSentence

ROUND = Decimal("0.05")  # share of a round figure that it may be off
LOOSE = Decimal("0.1")  # so of a fraction or a multiple: "a third", "doubled"
BOUNDED = Decimal("0.02")  # so of a bound: "more than doubled"
HALF = Decimal("0.5")
SMALL = 100  # a total below this is never a round figure
NOT_SO = frozenset({Modality.CONDITIONAL, Modality.QUESTION, Modality.COMMAND})


@dataclass(frozen=True, slots=True)
class Wrong:
    """The tokens of the wrong figure, a sentence about it, and the tokens of each figure it should follow from."""

    words: tuple[int, ...]
    message: str
    operands: tuple[tuple[int, ...], ...]


def asserted(said: ProseSentence, token: int) -> bool:
    """Whether what hangs from a word is said to be so: not denied, asked, ordered or only supposed."""
    context = said.contexts[token]
    return context.polarity > 0 and context.modality not in NOT_SO


def apart(made: Derived, stated: Quantity) -> bool:
    """Whether no reading of the figures, rounded as they are, comes to the one stated."""
    return misses(made.spread, stated) and misses(made.quantity.interval or made.spread, stated)


def lower(text: str) -> str:
    """A figure's words inside a sentence: "Sixty percent" stood at the beginning of one."""
    return text[0].lower() + text[1:] if text[1:2].islower() else text


def misses(value: Interval, stated: Quantity) -> bool:
    """Whether a figure is not the value, even if it was rounded or cut off at its last digit."""
    if stated.interval is None or stated.form == "vague":
        return False
    return stated.interval.widen(_slack(stated)).disjoint(value)


def _slack(stated: Quantity) -> Decimal:
    ends = stated.interval.ends if stated.interval else ()
    size = max((abs(end) for end in ends), default=ONE)
    if stated.form == "bound":
        return EXACT.multiply(size, BOUNDED)
    if stated.dimension == RATIO or stated.form == "fraction":
        return EXACT.multiply(size, LOOSE)
    near = EXACT.multiply(size, ROUND) if stated.significant > stated.resolution else Decimal(0)
    if stated.dimension == POINTS:
        return EXACT.multiply(stated.resolution, HALF)
    if stated.dimension == COUNT and stated.resolution == ONE and stated.role != "share":
        return min(near, EXACT.multiply(stated.significant, HALF)) if size >= SMALL else Decimal(0)
    return max(near, stated.resolution)
