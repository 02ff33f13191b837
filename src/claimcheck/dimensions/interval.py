"""Intervals over the decimals: open or closed ends, either end may be missing.

The algebra is exact: sums and products are taken with enough digits that no figure found in text is rounded.
Only division may round, to `DIGITS` significant digits.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Context, Decimal, localcontext
from fractions import Fraction

DIGITS = 34
EXACT = Context(prec=120)
ZERO = Decimal(0)
ONE = Decimal(1)


class EmptyIntervalError(ValueError):
    """The ends given leave no value between them."""


def ratio(top: Decimal | int, bottom: Decimal | int) -> Decimal:
    """top / bottom: exact where the quotient ends, else correctly rounded to DIGITS significant digits.

    Raises ZeroDivisionError.
    """
    quotient = Fraction(top) / Fraction(bottom)
    with localcontext(Context(prec=DIGITS)):
        return Decimal(quotient.numerator) / Decimal(quotient.denominator)


def _least(a: tuple[Decimal | None, bool], b: tuple[Decimal | None, bool]) -> bool:
    """Whether the low end `a` admits every value that the low end `b` admits."""
    if a[0] is None or b[0] is None:
        return a[0] is None
    return a[0] < b[0] or (a[0] == b[0] and (b[1] or not a[1]))


def _most(a: tuple[Decimal | None, bool], b: tuple[Decimal | None, bool]) -> bool:
    """Whether the high end `a` admits every value that the high end `b` admits."""
    if a[0] is None or b[0] is None:
        return a[0] is None
    return a[0] > b[0] or (a[0] == b[0] and (b[1] or not a[1]))


@dataclass(frozen=True, slots=True)
class Interval:
    """The values from `low` to `high`; a missing end (None) is unbounded and counts as open.

    Raises EmptyIntervalError when no value lies between the ends.
    """

    low: Decimal | None
    high: Decimal | None
    low_open: bool = False
    high_open: bool = False

    def __post_init__(self) -> None:
        if self.low is None:
            object.__setattr__(self, "low_open", True)
        if self.high is None:
            object.__setattr__(self, "high_open", True)
        if self.low is None or self.high is None:
            return
        if self.low > self.high or (self.low == self.high and (self.low_open or self.high_open)):
            raise EmptyIntervalError(f"no value between {self.low} and {self.high}")

    @classmethod
    def point(cls, value: Decimal) -> Interval:
        return cls(value, value)

    @property
    def is_point(self) -> bool:
        return self.low is not None and self.low == self.high

    @property
    def ends(self) -> tuple[Decimal, ...]:
        """The ends there are, low first."""
        return tuple(end for end in (self.low, self.high) if end is not None)

    def contains(self, value: Decimal) -> bool:
        return Interval(value, value).inside(self)

    def inside(self, other: Interval) -> bool:
        """Whether every value of this interval is one of `other`'s."""
        return _least((other.low, other.low_open), (self.low, self.low_open)) and _most(
            (other.high, other.high_open), (self.high, self.high_open)
        )

    def below(self, other: Interval) -> bool:
        """Whether every value of this interval is smaller than every value of `other`."""
        if self.high is None or other.low is None:
            return False
        return self.high < other.low or (self.high == other.low and (self.high_open or other.low_open))

    def disjoint(self, other: Interval) -> bool:
        return self.below(other) or other.below(self)

    def touches(self, other: Interval) -> bool:
        """Whether the two share no value but an end of one is an end of the other: [0, 18] and (18, ∞)."""
        if not self.disjoint(other):
            return False
        return (self.high is not None and self.high == other.low) or (
            self.low is not None and self.low == other.high
        )

    def intersection(self, other: Interval) -> Interval | None:
        """The values in both, None when there are none."""
        if self.disjoint(other):
            return None
        low = other if _least((self.low, self.low_open), (other.low, other.low_open)) else self
        high = other if _most((self.high, self.high_open), (other.high, other.high_open)) else self
        return Interval(low.low, high.high, low.low_open, high.high_open)

    def hull(self, other: Interval) -> Interval:
        """The smallest interval that holds both."""
        low = self if _least((self.low, self.low_open), (other.low, other.low_open)) else other
        high = self if _most((self.high, self.high_open), (other.high, other.high_open)) else other
        return Interval(low.low, high.high, low.low_open, high.high_open)

    def scale(self, factor: Decimal) -> Interval:
        """Every value times `factor`; a negative factor turns the ends round, zero gives the point 0."""
        if not factor:
            return Interval(ZERO, ZERO)
        low = None if self.low is None else EXACT.multiply(self.low, factor)
        high = None if self.high is None else EXACT.multiply(self.high, factor)
        if factor < 0:
            return Interval(high, low, self.high_open, self.low_open)
        return Interval(low, high, self.low_open, self.high_open)

    def shift(self, by: Decimal) -> Interval:
        """Every value plus `by`."""
        if not by:
            return self
        low = None if self.low is None else EXACT.add(self.low, by)
        high = None if self.high is None else EXACT.add(self.high, by)
        return Interval(low, high, self.low_open, self.high_open)

    def add(self, other: Interval) -> Interval:
        """The sums of a value of each."""
        low = None if self.low is None or other.low is None else EXACT.add(self.low, other.low)
        high = None if self.high is None or other.high is None else EXACT.add(self.high, other.high)
        return Interval(low, high, self.low_open or other.low_open, self.high_open or other.high_open)

    def negate(self) -> Interval:
        return self.scale(Decimal(-1))

    def subtract(self, other: Interval) -> Interval:
        """The differences of a value of this one and a value of `other`."""
        return self.add(other.negate())

    def divide(self, other: Interval) -> Interval | None:
        """The quotients of a value of each, both of no negative value; None when that does not hold.

        A quotient whose decimals do not end is rounded to DIGITS digits.
        """
        if self.low is None or other.low is None or self.low < 0 or other.low < 0 or other.high == 0:
            return None
        low = ZERO if other.high is None else ratio(self.low, other.high)
        high = None if self.high is None or other.low == 0 else ratio(self.high, other.low)
        low_open = self.low_open or other.high_open
        high_open = self.high_open or other.low_open
        if low == high:
            return Interval(low, low)
        return Interval(low, high, low_open, high_open)

    def widen(self, by: Decimal) -> Interval:
        """Both ends moved outwards by `by` >= 0."""
        low = None if self.low is None else EXACT.subtract(self.low, by)
        high = None if self.high is None else EXACT.add(self.high, by)
        return Interval(low, high, self.low_open, self.high_open)

    def whole(self) -> Interval:
        """The closed interval of the integers inside, where both ends are integers or missing; else unchanged."""
        if any(end != end.to_integral_value() for end in self.ends):
            return self
        low = self.low + ONE if self.low is not None and self.low_open else self.low
        high = self.high - ONE if self.high is not None and self.high_open else self.high
        if low is not None and high is not None and low > high:
            return self
        return Interval(low, high)

    def __str__(self) -> str:
        if self.low is not None and self.is_point:
            return plain(self.low)
        left = ("(" if self.low_open else "[") + ("-∞" if self.low is None else plain(self.low))
        right = ("∞" if self.high is None else plain(self.high)) + (")" if self.high_open else "]")
        return f"{left}, {right}"


def total(intervals: Iterable[Interval]) -> Interval:
    """The sum of all; the point 0 for none."""
    result = Interval(ZERO, ZERO)
    for interval in intervals:
        result = result.add(interval)
    return result


def plain(value: Decimal) -> str:
    """A decimal without exponent and without idle zeros, grouped by thousands: 1,203,411 or 0.25."""
    text = f"{value:,f}"
    return text.rstrip("0").rstrip(".") if "." in text else text
