"""What a date expression says before any reference date is known, and how a part of a period is cut out of it."""

from __future__ import annotations

from dataclasses import dataclass, replace

from claimcheck.dimensions.date.civil import add_months, civil, month_length, ordinal
from claimcheck.dimensions.date.extent import ROUND, Extent, exact, vague

LEAP = 2000  # parts of a year are days of this one
BASE = ordinal(LEAP, 1, 1) - 1
NONE: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class Relative:
    """A period named by its distance from now: unit, steps (-1 last, 0 this, 1 next).

    A window of `count` > 0 units reaches back from now (steps -1) or ahead of it (steps 1): "the past three years".
    Units beside the calendar's: "weekday" and "part" (a month, season or holiday whose year is meant).
    """

    unit: str
    steps: int
    count: int = 0


@dataclass(frozen=True, slots=True)
class Cut:
    """A part of a period: early, mid, late, start, end; or its nth unit(s), counted from the end where nth is -1."""

    kind: str
    nth: int = 0
    unit: str = ""
    count: int = 1


@dataclass(frozen=True, slots=True)
class Draft:
    """A date as stated. Fields as in `Period`; `cuts` are applied after a relative one is resolved."""

    years: Extent | None = None
    part: Extent | None = None
    weekday: int | None = None
    monthday: int | None = None
    label: str = ""
    fiscal: bool = False
    unit: str = "day"
    stated: frozenset[str] = NONE
    relative: Relative | None = None
    cuts: tuple[Cut, ...] = ()


def year_day(month: int, day: int) -> int:
    """The day's place in a leap year, 1 to 366."""
    return ordinal(LEAP, month, day) - BASE


def whole_month(month: int) -> Extent:
    return exact(year_day(month, 1), year_day(month, month_length(LEAP, month)))


def in_year(day: int, year: int) -> int:
    """The ordinal of a leap-year day in another year; 29 February becomes the 28th where there is none."""
    over, day = divmod(day - 1, ROUND)
    _, month, at = civil(BASE + 1 + day)
    return ordinal(year + over, month, min(at, month_length(year + over, month)))


def part_days(part: Extent, year: int) -> Extent:
    """A part of a year as ordinals in one year."""
    lo, hi = in_year(part.lo, year), in_year(part.hi, year)
    if part.core_lo > part.core_hi:
        return vague(lo, hi)
    return Extent(lo, hi, in_year(part.core_lo, year), in_year(part.core_hi, year))


def year_days(years: Extent) -> Extent:
    """Whole years as ordinals."""
    return Extent(
        ordinal(years.lo, 1, 1),
        ordinal(years.hi, 12, 31),
        ordinal(years.core_lo, 1, 1),
        ordinal(years.core_hi, 12, 31),
    )


def apply(draft: Draft, cut: Cut) -> Draft:
    """The draft with a part cut out of it: at once where what is stated allows it."""
    stated = draft.stated | {cut.unit if cut.kind == "nth" else f"{cut.kind}-{draft.unit}"}
    unit = cut.unit if cut.kind == "nth" else draft.unit
    if draft.relative is not None or draft.fiscal or draft.cuts:
        return replace(draft, cuts=(*draft.cuts, cut), stated=stated, unit=unit)
    if draft.part is not None:
        year = draft.years.lo if draft.years is not None and draft.years.single else LEAP
        days = cut_days(part_days(draft.part, year), draft.unit, cut)
        return replace(draft, part=_as_part(days, year), unit=unit, stated=stated)
    if draft.years is not None and draft.years.single:
        days = cut_days(year_days(draft.years), draft.unit, cut)
        return replace(draft, part=_as_part(days, draft.years.lo), unit=unit, stated=stated)
    if draft.years is not None:
        days = cut_days(year_days(draft.years), draft.unit, cut)
        return replace(draft, years=_as_years(days), unit=unit, stated=stated)
    days = cut_days(exact(BASE + 1, BASE + ROUND), "year", cut)
    return replace(draft, part=_as_part(days, LEAP), unit=unit, stated=stated)


def _as_part(days: Extent, year: int) -> Extent:
    def place(day: int) -> int:
        y, month, at = civil(day)
        return year_day(month, at) + ROUND * (y - year)

    if days.core_lo > days.core_hi:
        return vague(place(days.lo), place(days.hi))
    return Extent(place(days.lo), place(days.hi), place(days.core_lo), place(days.core_hi))


def _as_years(days: Extent) -> Extent:
    """The years of a span of days: a year partly in it is not in its core."""
    lo, hi = civil(days.lo)[0], civil(days.hi)[0]
    core_lo, core_hi = civil(days.core_lo - 1)[0] + 1, civil(days.core_hi + 1)[0] - 1
    return Extent(lo, hi, core_lo, core_hi)


_SOFT = {  # widest and core as shares of the whole
    "early": (0.0, 0.495, 0.0, 1 / 3),
    "mid": (0.2, 0.8, 1 / 3, 2 / 3),
    "late": (0.5, 1.0, 2 / 3, 1.0),
    "start": (0.0, 1 / 3, 0.0, 1 / 6),
    "end": (2 / 3, 1.0, 5 / 6, 1.0),
}


def cut_days(days: Extent, unit: str, cut: Cut) -> Extent:
    """A part of a span of days that is one `unit` long; the soft ones by thirds and halves of it."""
    if cut.kind == "nth":
        return _nth(days, cut)
    lo_share, hi_share, core_lo, core_hi = _SOFT[cut.kind]
    length = days.hi - days.lo + 1
    if unit == "day":
        return days

    def at(share: float) -> int:
        return days.lo + int(share * length)

    return Extent(at(lo_share), at(hi_share) - 1, at(core_lo), at(core_hi) - 1)


def _nth(days: Extent, cut: Cut) -> Extent:
    back, step = cut.nth < 0, (cut.nth - 1) * cut.count
    months = {"month": 1, "quarter": 3, "half": 6, "year": 12, "decade": 120}.get(cut.unit)
    if months:
        if back:
            return exact(add_months(days.hi + 1, -months * cut.count), days.hi)
        lo = add_months(days.lo, months * step)
        return exact(lo, add_months(lo, months * cut.count) - 1)
    if cut.unit == "weekend":  # which one it is depends on the year, which may be unknown
        return vague(days.hi - 8, days.hi) if back else vague(days.lo + 7 * step, days.lo + 7 * step + 8)
    length = 7 if cut.unit == "week" else 1
    lo = days.hi + 1 - length * cut.count if back else days.lo + length * step
    hi = lo + length * cut.count - 1
    if length == 1:
        return exact(lo, hi)
    # Weeks of a month are counted from its first day, but also from its first Monday.
    return Extent(max(lo - 6, days.lo), min(hi + 6, days.hi), lo, hi)
