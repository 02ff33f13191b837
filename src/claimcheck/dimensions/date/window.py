"""Bounds as sets: the values an event may have when it lies before, by, after or around an extent."""

from __future__ import annotations

from claimcheck.dimensions.date.civil import civil
from claimcheck.dimensions.date.extent import FAR, Extent, hull
from claimcheck.dimensions.date.value import Bound


def window(bound: Bound, extent: Extent, end: Extent | None = None, slack: int = 0) -> Extent:
    """All values an event may have; `slack` is how far around reaches. `end` closes a range.

    Before and after leave the extent itself out; by takes all of a single value in, and leaves open whether "by March"
    takes March in.
    """
    if bound is Bound.BEFORE:
        return Extent(-FAR, max(extent.lo, extent.core_lo) - 1, -FAR, extent.lo - 1)
    if bound is Bound.AFTER:
        return Extent(min(extent.hi, extent.core_hi) + 1, FAR, extent.hi + 1, FAR)
    if bound is Bound.BY:
        ends = (
            extent.core_hi == extent.hi and not extent.exact
        )  # "by the end of March" has its last day in it
        return Extent(-FAR, extent.hi, -FAR, extent.hi if ends else extent.core_lo)
    if bound in (Bound.SINCE, Bound.EARLIEST):
        return Extent(extent.lo, FAR, extent.core_lo, FAR)
    if bound is Bound.UNTIL:
        return Extent(-FAR, extent.hi, -FAR, extent.core_hi)
    if bound in (Bound.BETWEEN, Bound.SPAN) and end is not None:
        return hull(extent, end)
    if bound is Bound.AROUND:
        return Extent(extent.lo - 3 * slack, extent.hi + 3 * slack, extent.lo - slack, extent.hi + slack)
    return extent


def day_slack(days: Extent, unit: str) -> int:
    """How many days "around" a period reaches: five years for a round year, else two; a month; three days."""
    if unit in ("year", "decade", "century"):
        return 1826 if civil(days.lo)[0] % 10 == 0 else 730
    return {"month": 31, "quarter": 45, "season": 45, "half": 91, "week": 7}.get(unit, 3)
