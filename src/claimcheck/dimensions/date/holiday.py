"""Holidays with a fixed or computed date (United States, where countries differ)."""

from __future__ import annotations

import re
from collections.abc import Callable

from claimcheck.dimensions.date.civil import civil, easter, nth_weekday, ordinal
from claimcheck.dimensions.date.draft import Draft, year_day
from claimcheck.dimensions.date.extent import Extent, exact, vague

_FIXED = {
    "christmas day": (12, 25),
    "christmas eve": (12, 24),
    "boxing day": (12, 26),
    "new year's day": (1, 1),
    "new year's eve": (12, 31),
    "independence day": (7, 4),
    "fourth of july": (7, 4),
    "halloween": (10, 31),
    "valentine's day": (2, 14),
    "st patrick's day": (3, 17),
    "veterans day": (11, 11),
    "armistice day": (11, 11),
    "bastille day": (7, 14),
    "may day": (5, 1),
    "juneteenth": (6, 19),
}
_SOFT = {"christmas": ((12, 25), (12, 24), (12, 26)), "new year's": ((1, 1), (12, 31), (1, 1))}
_MOVABLE: dict[str, Callable[[int], int]] = {
    "thanksgiving": lambda year: nth_weekday(year, 11, 3, 4),
    "black friday": lambda year: nth_weekday(year, 11, 3, 4) + 1,
    "labor day": lambda year: nth_weekday(year, 9, 0, 1),
    "memorial day": lambda year: nth_weekday(year, 5, 0, -1),
    "martin luther king day": lambda year: nth_weekday(year, 1, 0, 3),
    "presidents day": lambda year: nth_weekday(year, 2, 0, 3),
    "columbus day": lambda year: nth_weekday(year, 10, 0, 2),
    "election day": lambda year: nth_weekday(year, 11, 0, 1) + 1,
    "easter": easter,
    "good friday": lambda year: easter(year) - 2,
    "easter monday": lambda year: easter(year) + 1,
    "palm sunday": lambda year: easter(year) - 7,
    "ash wednesday": lambda year: easter(year) - 46,
    "pentecost": lambda year: easter(year) + 49,
}
_SPREAD = {"easter": (3, 22, 4, 25), "good friday": (3, 20, 4, 23), "easter monday": (3, 23, 4, 26),
           "palm sunday": (3, 15, 4, 18), "ash wednesday": (2, 4, 3, 11), "pentecost": (5, 10, 6, 13)}  # fmt: skip
_ALIASES = {
    "christmas": r"christmas(?!\s(?:eve|day|tree|carol|card|market|party|gift|present|song|album|special|island))",
    "christmas day": r"christmas\sday",
    "christmas eve": r"christmas\seve",
    "new year's": r"new\syear'?s(?!\s?'?\s(?:day|eve|resolution|honou?rs?|address|speech|party|concert))",
    "new year's day": r"new\syear'?s'?\sday",
    "new year's eve": r"new\syear'?s'?\seve",
    "fourth of july": r"(?:fourth|4th)\sof\sjuly",
    "valentine's day": r"(?:st\.?\s|saint\s)?valentine'?s\sday",
    "st patrick's day": r"(?:st\.?|saint)\spatrick'?s\sday",
    "veterans day": r"veterans'?\sday",
    "presidents day": r"president'?s'?\sday",
    "labor day": r"labou?r\sday",
    "martin luther king day": r"(?:martin\sluther\sking,?(?:\sjr\.?,?)?|mlk)\sday",
    "thanksgiving": r"thanksgiving(?:\sday)?",
    "halloween": r"hallowe'?en",
    "easter": r"easter(?:\ssunday)?(?!\s(?:egg|island|bunny|rising|monday|term))",
}
_NAMES = [name for name in (*_FIXED, *_MOVABLE) if name not in _ALIASES]
_PATTERNS = _ALIASES | {name: name.replace(" ", r"\s") for name in _NAMES}
_ORDER = sorted(_PATTERNS, key=lambda name: -len(name))
NAMED = re.compile("|".join(f"(?P<h{k}>{_PATTERNS[name]})" for k, name in enumerate(_ORDER)))
OPENERS = frozenset(
    "armistice ash bastille black boxing christmas columbus easter election fourth good hallowe'en "
    "halloween independence juneteenth labor labour martin memorial mlk new palm pentecost president "
    "presidents presidents' saint st st. thanksgiving valentine valentine's veterans veterans'".split()
)


def named(low: str, pos: int) -> tuple[int, str] | None:
    """The end and the name of the holiday at a position of lower-case text."""
    match = NAMED.match(low, pos)
    if match is None or match.lastgroup is None or low[match.end() : match.end() + 1].isalpha():
        return None
    return match.end(), _ORDER[int(match.lastgroup[1:])]


def holiday_day(name: str, year: int) -> int | None:
    """The day of a holiday with one day a year; None for names that are none."""
    if name in _FIXED:
        return ordinal(year, *_FIXED[name])
    return _MOVABLE[name](year) if name in _MOVABLE and year > 0 else None


def holiday(name: str) -> Draft:
    """A holiday of an unstated year."""
    stated = frozenset({"day", "holiday"})
    if name in _FIXED:
        return Draft(part=exact(year_day(*_FIXED[name])), stated=stated, label=name)
    if name in _SOFT:
        day, lo, hi = (year_day(*at) for at in _SOFT[name])
        # 31 December of "New Year's" belongs to the year before.
        return Draft(part=Extent(lo - 366 if lo > day and name != "christmas" else lo, hi, day, day),
                     stated=stated, label=name)  # fmt: skip
    return Draft(part=_spread(name), stated=stated, label=name)


def _spread(name: str) -> Extent:
    """Every day of a year a movable holiday may fall on."""
    if name in _SPREAD:
        month, day, last_month, last_day = _SPREAD[name]
        return vague(year_day(month, day), year_day(last_month, last_day))
    days = [year_day(*civil(_MOVABLE[name](year))[1:]) for year in range(2000, 2028)]
    return vague(min(days), max(days))


def is_holiday(name: str) -> bool:
    """Whether a period's label names a holiday."""
    return name in _FIXED or name in _SOFT or name in _MOVABLE
