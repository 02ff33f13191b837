"""Dates named by their distance from now: "last month", "yesterday", "the past three years", "next June"."""

from __future__ import annotations

import re
from dataclasses import replace

from claimcheck.dimensions.date.absolute import Read
from claimcheck.dimensions.date.draft import Draft, Relative, whole_month, year_day
from claimcheck.dimensions.date.extent import Extent
from claimcheck.dimensions.date.holiday import holiday, named
from claimcheck.dimensions.date.surface import Surface
from claimcheck.dimensions.date.words import MON, MONTH, NUM, NUMBER, SEASONS, WEEKDAY, WEEKDAYS, alternatives

_BEFORE_A_WINDOW = frozenset(
    "the these those its his her their our my in over for during within of throughout about nearly past".split()
)
_STEPS = {"last": -1, "past": -1, "previous": -1, "this": 0, "current": 0, "this past": -1, "this coming": 1,
          "next": 1, "coming": 1, "upcoming": 1, "this same": 0, "the": 0}  # fmt: skip
DAY_WORDS = {"yesterday": -1, "today": 0, "tomorrow": 1, "tonight": 0}
_UNIT = r"(?P<unit>day|week|weekend|month|quarter|half|year|decade|century)"
_SEASON = rf"(?P<season>{alternatives(SEASONS)})"
WINDOW = re.compile(
    rf"(?P<det>last|past|next|coming|previous)\s(?P<n>{NUM}|few|several|couple\sof)\s{_UNIT[:-1]}|centurie)s?\b(?!\s(?:of|later|earlier|before|after)\b)"
)
STEP = re.compile(
    rf"(?P<det>this\spast|this\scoming|last|past|previous|this|current|next|coming|upcoming)\s"
    rf"(?:calendar\s)?(?:{_UNIT}\b(?!-)|{_SEASON}\b|(?P<wd>{alternatives(WEEKDAYS)})\b|(?P<mon>{MON}))"
)
_ADVERB = re.compile(r"(?P<adv>earlier|later)\s(?:on\s)?(?:in\s)?(?=(?:this|last|next|the)\s)")
MONTH_OF = re.compile(rf"(?P<mon>{MON})(?:,?\s(?:of\s)?(?P<det>last|this|next)\syear)")
THAT = re.compile(
    r"(?:that|the\ssame)\s(?P<unit>day|week|weekend|month|quarter|year|season|decade|century)\b(?!\s(?:he|she|it|they|we|i)\b)"
)
_WORD = re.compile(r"[a-z]+")
_THIS = re.compile(r"this\s")


def season_part(name: str) -> Extent:
    """The days of a season; winter runs past the end of the year."""
    core_lo, core_hi, lo, hi = (year_day(*at) for at in SEASONS[name])
    over = 366 if name == "winter" else 0
    return Extent(lo, hi + over, core_lo, core_hi + over)


def season(name: str) -> Draft:
    label = "autumn" if name == "fall" else name
    return Draft(part=season_part(name), label=label, unit="season", stated=frozenset({"season"}))


def relative(surface: Surface, pos: int) -> Read | None:
    """Any of this module's expressions at a position."""
    low = surface.low
    if match := _ADVERB.match(low, pos):
        return relative(surface, match.end())
    if (match := WINDOW.match(low, pos)) and not _lasts(surface, match):
        return _window(match)
    if match := THAT.match(low, pos):
        return Read(match.end(), Draft(label=match[0], unit=match["unit"]))
    if match := STEP.match(low, pos):
        return _step(surface, match)
    word = _WORD.match(low, pos)
    if word and word[0] in DAY_WORDS:
        return Read(word.end(), Draft(relative=Relative("day", DAY_WORDS[word[0]])))
    if (match := _THIS.match(low, pos)) and (found := named(low, match.end())):
        return Read(found[0], replace(holiday(found[1]), relative=Relative("part", 0)))
    return None


def _lasts(surface: Surface, match: re.Match[str]) -> bool:
    """ "The bridge will last 50 years": a verb, which no article and no preposition stands before."""
    return match["det"] == "last" and surface.before(match.start()) not in _BEFORE_A_WINDOW


def _window(match: re.Match[str]) -> Read:
    number = NUMBER.get(match["n"]) if not match["n"].isdigit() else int(match["n"])
    steps = 1 if match["det"] in ("next", "coming") else -1
    unit = "century" if match["unit"] == "centurie" else match["unit"]
    if number is None:
        return Read(match.end(), Draft(label=match[0], unit=unit))
    return Read(match.end(), Draft(relative=Relative(unit, steps, number), unit=unit))


def _step(surface: Surface, match: re.Match[str]) -> Read | None:
    steps = _STEPS[match["det"]]
    the = surface.before(match.start()) == "the"
    if match["unit"]:
        unit = match["unit"]
        if the and match["det"] in (
            "past",
            "last",
        ):  # "in the past year" is a window, "the last day" is nothing
            return (
                Read(match.end(), Draft(relative=Relative(unit, -1, 1), unit=unit)) if unit != "day" else None
            )
        if unit == "day" or (the and match["det"] in ("next", "previous")):
            return None
        return Read(match.end(), Draft(relative=Relative(unit, steps), unit=unit))
    if match["wd"]:
        number = WEEKDAY[match["wd"]]
        draft = Draft(weekday=number, relative=Relative("weekday", steps), stated=frozenset({"weekday"}))
        return Read(match.end(), draft) if surface.raw[match.start("wd")].isupper() else None
    if match["season"]:
        return Read(match.end(), replace(season(match["season"]), relative=Relative("part", steps)))
    if not surface.raw[match.start("mon")].isupper():
        return None
    return Read(match.end(), _month(match["mon"], Relative("part", steps)))


def _month(name: str, relative_year: Relative) -> Draft:
    part = whole_month(MONTH[name.rstrip(".")])
    return Draft(part=part, unit="month", stated=frozenset({"month"}), relative=relative_year)


def month_of_year(surface: Surface, pos: int) -> Read | None:
    """ "June last year"."""
    match = MONTH_OF.match(surface.low, pos)
    if match is None or not surface.raw[pos].isupper():
        return None
    return Read(match.end(), _month(match["mon"], Relative("part-of-year", _STEPS[match["det"]])))
