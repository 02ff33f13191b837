"""Intervals of whole numbers with soft edges: days, years, days of a year, minutes.

"Late December" surely holds the 25th, surely not the 10th, and the 18th is for nobody to say. So an extent has a
widest reading [lo, hi] and a core [core_lo, core_hi] inside it; an exact one has both alike. A value lies inside an
extent when all it may mean lies in the core; two exclude each other when even the widest readings are disjoint.
"""

from __future__ import annotations

from dataclasses import dataclass

FAR = 10**9  # an open end
ROUND = 366  # days of a leap year: parts of a year are compared on this circle


@dataclass(frozen=True, slots=True)
class Extent:
    """Inclusive bounds; an empty core (core_lo > core_hi) holds nothing for sure."""

    lo: int
    hi: int
    core_lo: int
    core_hi: int

    @property
    def exact(self) -> bool:
        return self.lo == self.core_lo and self.hi == self.core_hi

    @property
    def single(self) -> bool:
        return self.lo == self.hi

    def inside(self, other: Extent) -> bool:
        return self == other or (other.core_lo <= self.lo and self.hi <= other.core_hi)

    def disjoint(self, other: Extent) -> bool:
        return self.hi < other.lo or other.hi < self.lo

    def shifted(self, by: int) -> Extent:
        return Extent(self.lo + by, self.hi + by, self.core_lo + by, self.core_hi + by)


def exact(lo: int, hi: int | None = None) -> Extent:
    """The extent [lo, hi], or the single value lo, whose edges are certain."""
    hi = lo if hi is None else hi
    return Extent(lo, hi, lo, hi)


def vague(lo: int, hi: int) -> Extent:
    """An extent somewhere in [lo, hi] with nothing certain in it."""
    return Extent(lo, hi, lo, lo - 1)


def hull(first: Extent, last: Extent) -> Extent:
    """From the first to the end of the last."""
    return Extent(min(first.lo, last.lo), max(first.hi, last.hi), first.core_lo, last.core_hi)


def inside_round(inner: Extent, outer: Extent) -> bool:
    """`inner.inside(outer)` where both are parts of a year, which may run over its end."""
    return any(inner.shifted(by).inside(outer) for by in (-ROUND, 0, ROUND))


def disjoint_round(one: Extent, other: Extent) -> bool:
    """`one.disjoint(other)` where both are parts of a year."""
    return all(one.shifted(by).disjoint(other) for by in (-ROUND, 0, ROUND))
