"""From what a date says to the days it means, with a reference date where it needs one."""

from __future__ import annotations

from datetime import date
from typing import Literal

from claimcheck.dimensions.date.civil import add_months, civil, ordinal, weekday
from claimcheck.dimensions.date.draft import (
    BASE,
    LEAP,
    Draft,
    Relative,
    cut_days,
    part_days,
    year_days,
)
from claimcheck.dimensions.date.extent import ROUND, Extent, exact
from claimcheck.dimensions.date.holiday import holiday_day
from claimcheck.dimensions.date.value import Offset, Period

Tense = Literal["past", "present", "future"]

_YEAR = frozenset({"year"})
_DAY = frozenset({"year", "month", "day"})
_MONTHS = {"month": 1, "quarter": 3, "half": 6, "year": 12, "decade": 120, "century": 1200}


def resolve(draft: Draft, reference: date | None, *, tense: Tense = "past") -> Period:
    """The period a draft means.

    A bare "Wednesday" or "in March" is the next one in a sentence that looks ahead, else the last one; in the present
    tense ("takes effect on Jan. 1") a date without a year is the nearest one.
    Without a reference date only what is stated has days.
    """
    days, implied = _days(draft, reference.toordinal() if reference else None, tense)
    label = (
        " ".join((draft.label, *(f"{cut.kind} {cut.nth} {cut.unit}" for cut in draft.cuts)))
        if draft.fiscal
        else draft.label
    )
    part = draft.part or _part_of_year(draft)
    return Period(days, draft.years, part, draft.weekday, draft.monthday, label.strip(), draft.fiscal, draft.unit,
                  draft.stated, implied)  # fmt: skip


def _part_of_year(draft: Draft) -> Extent | None:
    """ "The first three months of last year": the months are stated, whatever the year."""
    relative = draft.relative
    if relative is None or relative.unit != "year" or relative.count or not draft.cuts or draft.fiscal:
        return None
    days = exact(BASE + 1, BASE + ROUND)
    for k, cut in enumerate(draft.cuts):
        days = cut_days(days, "year" if k == 0 else draft.cuts[k - 1].unit, cut)
    return part_of(days)


def _days(draft: Draft, now: int | None, tense: Tense) -> tuple[Extent | None, frozenset[str]]:
    none = frozenset[str]()
    if draft.fiscal:
        return None, none
    if draft.years is not None:
        return _of_years(draft, draft.years), none
    if now is None:
        return None, none
    if draft.relative is not None:
        days = _relative(draft, draft.relative, now)
        for k, cut in enumerate(draft.cuts):
            days = (
                cut_days(days, draft.relative.unit if k == 0 else draft.cuts[k - 1].unit, cut)
                if days
                else None
            )
        return days, _DAY if draft.part is None else _YEAR
    if draft.part is not None:
        return _nearest_year(draft, now, tense), _YEAR
    if draft.weekday is not None:
        ahead = (draft.weekday - weekday(now)) % 7
        return exact(now + ahead if tense == "future" or not ahead else now + ahead - 7), _DAY
    if draft.monthday is not None:
        return _nearest_month(draft.monthday, now, tense), frozenset({"year", "month"})
    return None, none


def _of_years(draft: Draft, years: Extent) -> Extent | None:
    if draft.part is None:
        return year_days(years)
    if not years.single:
        return None
    if draft.label and (day := holiday_day(draft.label, years.lo)) is not None:
        return exact(day)
    return part_days(draft.part, years.lo)


def _nearest_year(draft: Draft, now: int, tense: Tense) -> Extent | None:
    """The last year's (or the next) in which the part of the year has begun (or has not ended)."""
    this, part = civil(now)[0], draft.part
    found = [_of_years(draft, exact(year)) for year in range(this - 4, this + 5)]
    spans = [days for days in found if days is not None]
    if part is not None and part.single:  # 29 February has a day in leap years only
        spans = [days for days in spans if not days.single or _place(days.lo) == part.lo]
    if draft.weekday is not None:
        spans = [days for days in spans if days.single and weekday(days.lo) == draft.weekday] or spans
    return _nearest(spans, now, tense)


def _nearest_month(day: int, now: int, tense: Tense) -> Extent | None:
    year, month, _ = civil(now)
    first = ordinal(year, month, 1)
    found = [at for step in (-2, -1, 0, 1, 2) if civil(at := add_months(first, step) + day - 1)[2] == day]
    return _nearest([exact(at) for at in found], now, tense)


def _nearest(spans: list[Extent], now: int, tense: Tense) -> Extent | None:
    """Of the same day or season of several years, the one a sentence in this tense means."""
    ahead = next((days for days in spans if days.hi >= now), None)
    behind = next((days for days in reversed(spans) if days.lo <= now), None)
    if tense == "future" or (tense == "present" and ahead and behind and ahead.lo - now < now - behind.hi):
        return ahead
    return behind


def _relative(draft: Draft, relative: Relative, now: int) -> Extent | None:
    if relative.count:
        return _window(relative, now)
    unit, steps = relative.unit, relative.steps
    if unit == "day":
        return exact(now + steps)
    if unit == "weekday" and draft.weekday is not None:
        return exact(_weekday(draft.weekday, steps, now))
    if unit in ("part", "part-of-year"):
        return _part(draft, unit, steps, now)
    if unit in ("week", "weekend"):
        monday = now - weekday(now) + 7 * steps
        return exact(monday, monday + 6) if unit == "week" else exact(monday + 5, monday + 6)
    months = _MONTHS.get(unit)
    if months is None:
        return None
    lo = add_months(_unit_start(unit, now), months * steps)
    return exact(lo, add_months(lo, months) - 1)


def _unit_start(unit: str, now: int) -> int:
    year, month, _ = civil(now)
    if unit == "century":
        return ordinal(year - (year - 1) % 100, 1, 1)
    if unit == "decade":
        return ordinal(year - year % 10, 1, 1)
    length = _MONTHS[unit]
    return ordinal(year, month - (month - 1) % length, 1)


def _weekday(day: int, steps: int, now: int) -> int:
    """This Wednesday is the one of this week; last and next ones never today."""
    ahead = (day - weekday(now)) % 7
    if steps == 0:
        return now - weekday(now) + day
    return now + (ahead or 7) if steps > 0 else now + ahead - 7


def _part(draft: Draft, unit: str, steps: int, now: int) -> Extent | None:
    this = civil(now)[0]
    if unit == "part-of-year" or steps == 0:
        return _of_years(draft, exact(this + steps))
    found = [_of_years(draft, exact(year)) for year in range(this - 2, this + 3)]
    spans = [days for days in found if days is not None]
    if steps > 0:
        return next((days for days in spans if days.lo > now), None)
    return next((days for days in reversed(spans) if days.hi < now), None)


def _window(relative: Relative, now: int) -> Extent:
    """The `count` units up to now, or from now: neither edge is sharp, so that a tenth more is not excluded."""
    if relative.unit in _MONTHS:
        end = add_months(now, _MONTHS[relative.unit] * relative.count * relative.steps)
    else:
        length = {"week": 7, "weekend": 7}.get(relative.unit, 1)
        end = now + length * relative.count * relative.steps
    lo, hi = sorted((now, end))
    return exact(lo, hi)


def part_of(days: Extent) -> Extent | None:
    """Where in its year a span of days lies, as days of a leap year; None for a year or more."""
    if days.hi - days.lo >= ROUND - 2 or days.core_lo > days.core_hi:
        return None
    lo, hi = _place(days.lo), _place(days.hi)
    hi += ROUND if hi < lo else 0
    core_lo, core_hi = _place(days.core_lo), _place(days.core_hi)
    core_lo += ROUND if core_lo < lo else 0
    core_hi += ROUND if core_hi < core_lo else 0
    return Extent(lo, hi, core_lo, core_hi)


def _place(day: int) -> int:
    _, month, at = civil(day)
    return ordinal(LEAP, month, at) - BASE


def years_of(days: Extent) -> Extent:
    """The years that a span of days touches."""
    return exact(civil(days.lo)[0], civil(days.hi)[0])


_SLACK = {"day": 0, "week": 3, "month": 7, "quarter": 15, "half": 30, "year": 30, "decade": 365}


def counted_from(period: Period, offset: Offset) -> Period | None:
    """The day so many days, weeks, months or years from a day; None where the number or the day is not exact.

    Days are counted exactly; a week or more is as loosely meant as `_SLACK` days either way.
    """
    count, days = offset.count, period.days
    if (
        days is None
        or days.core_lo != days.core_hi
        or not count.single
        or count.lo % 100
        or not offset.direction
    ):
        return None
    steps, slack = count.lo // 100 * offset.direction, _SLACK.get(offset.unit)
    if slack is None:
        return None
    if offset.unit in ("day", "week"):
        day = days.core_lo + steps * (7 if offset.unit == "week" else 1)
    else:
        day = add_months(days.core_lo, steps * _MONTHS[offset.unit])
    stated = period.stated - {"holiday", "weekday"}
    if period.part is None:
        return Period(Extent(day - slack, day + slack, day, day), stated=stated, implied=period.implied)
    place, years = _place(day), exact(civil(day)[0]) if period.fixed and not slack else None
    part = Extent(place - slack, place + slack, place, place)
    return Period(
        Extent(day - slack, day + slack, day, day), years, part, stated=stated, implied=period.implied
    )
