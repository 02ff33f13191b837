"""The date that "two years later" and "the following day" come to, counted from a date told before."""

from __future__ import annotations

from dataclasses import replace
from typing import Final

from claimcheck.dimensions.date.civil import add_months, civil, ordinal
from claimcheck.dimensions.date.draft import BASE, LEAP, Draft, whole_month, year_day
from claimcheck.dimensions.date.extent import Extent, exact
from claimcheck.dimensions.date.resolve import counted_from, resolve
from claimcheck.dimensions.date.value import Offset, Period

YEARS: Final = {"year": 1, "decade": 10, "century": 100}
WEEK: Final = 7


def elapsed(base: Period, offset: Offset) -> Period | None:
    """The period so many years, months, weeks or days from another; None where the number or the base is too loose.

    As exact as its unit: two years from a day of 1904 is somewhere in 1906.
    """
    if not offset.count.single or offset.count.lo % 100 or not offset.direction or base.fiscal or base.label:
        return None
    steps = offset.count.lo // 100 * offset.direction
    if offset.unit in YEARS:
        return _years(base, steps * YEARS[offset.unit])
    if offset.unit == "month":
        return _months(base, steps)
    if offset.unit in {"day", "night"}:
        return _days(base, steps)
    return counted_from(base, offset) if offset.unit == "week" and base.unit == "day" else None


def repeated(base: Period, unit: str) -> Period | None:
    """What "the same year" and "that day" mean after a date."""
    if unit == "year":
        return _years(base, 0)
    return _months(base, 0) if unit == "month" else _days(base, 0)


def _years(base: Period, steps: int) -> Period | None:
    years = base.years
    if years is None or not years.exact or not years.single or "year" not in base.stated:
        return None
    return resolve(Draft(years=exact(years.lo + steps), unit="year", stated=frozenset({"year"})), None)


def _months(base: Period, steps: int) -> Period | None:
    """The month itself; of the year too where that is stated."""
    if base.part is None or not base.part.exact or base.unit not in {"month", "day"}:
        return None
    year = base.years.lo if base.years is not None and base.years.single else None
    _, month, _ = civil(BASE + base.part.lo)
    on, month = divmod(month - 1 + steps, 12)
    stated = frozenset({"month"} if year is None else {"month", "year"})
    years = None if year is None else exact(year + on)
    found = resolve(Draft(years=years, part=whole_month(month + 1), unit="month", stated=stated), None)
    if base.days is None or year is not None:
        return found
    first = _first(add_months(base.days.lo, steps))
    return replace(found, days=exact(first, add_months(first, 1) - 1), implied=base.implied)


def _first(day: int) -> int:
    year, month, _ = civil(day)
    return ordinal(year, month, 1)


def _days(base: Period, steps: int) -> Period | None:
    if base.unit != "day":
        return None
    if base.weekday is not None and base.part is None:
        draft = Draft(weekday=(base.weekday + steps) % WEEK, stated=frozenset({"weekday"}))
        return _on(base, steps, resolve(draft, None))
    if base.part is None or not base.part.single:
        return None
    _, month, day = civil(BASE + base.part.lo)
    if base.years is not None and base.years.single:
        at = ordinal(base.years.lo, month, day) + steps
        stated = frozenset({"month", "day", "year"})
        return resolve(Draft(years=exact(civil(at)[0]), part=_part(at), unit="day", stated=stated), None)
    common, leap = (_part(ordinal(year, month, day) + steps) for year in (1999, LEAP))
    if common != leap:
        return None  # over the end of a February
    return _on(base, steps, resolve(Draft(part=common, stated=frozenset({"month", "day"})), None))


def _on(base: Period, steps: int, found: Period) -> Period:
    """The day itself, as far as the reference date gives it."""
    if base.days is None or not base.days.single:
        return found
    return replace(found, days=exact(base.days.lo + steps), implied=base.implied)


def _part(day: int) -> Extent:
    _, month, at = civil(day)
    return exact(year_day(month, at))
