"""Dates that name their own day, month, year, decade or century."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import NamedTuple

from claimcheck.dimensions.date.civil import month_length
from claimcheck.dimensions.date.draft import LEAP, Draft, whole_month, year_day
from claimcheck.dimensions.date.extent import Extent, exact, vague
from claimcheck.dimensions.date.guard import month_ok, weekday_ok, year_ok
from claimcheck.dimensions.date.surface import Surface
from claimcheck.dimensions.date.words import DECADE_WORDS, MON, MONTH, ORDINAL, WEEKDAY, YEAR, alternatives


class Read(NamedTuple):
    """A date read from a surface: the character it ends before, and one draft, or two of a range."""

    end: int
    draft: Draft
    last: Draft | None = None


_ERA = r"(?:\s?(?P<era>bce?|b\.c\.(?:e\.)?|ad|a\.d\.|ce|c\.e\.)(?![a-z]))"
_NOT_DAY = r"(?!\d|[:/]\d|[.,]\d|%|\s?(?:a\.?m\b|p\.?m\b|percent\b|per\scent\b|million\b))"
_DAY = rf"(?P<d>\d{{1,2}})(?:\s?(?:st|nd|rd|th)\b)?{_NOT_DAY}"
_TO = r"(?:\s?(?:-|to|through|until|and)\s?(?P<d2>\d{1,2})(?:st|nd|rd|th)?(?!\d|[:/]\d|[.,]\d|\s?(?:a\.?m\b|p\.?m\b)))?"
_OF_YEAR = (
    rf"(?:\s?,?\s(?:of\s)?(?:(?P<y>{YEAR})(?!\s?(?:gmt|utc|hours|hrs|bce?)\b)"
    r"|(?P<bc>\d{1,4})\s?(?:bce?\b|b\.c\.(?:e\.)?)))?"
)
MDY = re.compile(rf"(?P<mon>{MON})\s?(?:the\s)?{_DAY}{_TO}{_OF_YEAR}")
DMY = re.compile(rf"{_DAY}{_TO}\s(?:day\sof\s|of\s)?(?P<mon>{MON}){_OF_YEAR}")
MY = re.compile(rf"(?P<mon>{MON})(?:\s?,?\s(?:of\s)?|-)(?P<y>{YEAR})")
M = re.compile(rf"(?P<mon>{MON})")
ISO_MONTH = re.compile(r"(?P<y>(?:1\d|2[01])\d\d)-(?P<m>0[1-9]|1[0-2])(?![\d-])")
ISO = re.compile(r"(?P<y>\d{4})(?P<sep>[-/])(?P<m>\d\d)(?P=sep)(?P<d>\d\d)(?!\d)")
SLASH = re.compile(r"(?P<a>\d{1,2})(?P<sep>[/.])(?P<b>\d{1,2})(?P=sep)(?P<y>(?:19|20)\d\d)(?![\d/]|\.\d)")
YEARS = re.compile(
    rf"(?P<y>(?:1\d|2[01])\d\d)(?:\s?-\s?|(?P<slash>/))(?P<y2>{YEAR}|\d\d(?![\d%]|[.,]\d))(?!-)"
)
YEAR_ERA = re.compile(rf"(?:(?P<pre>ad|a\.d\.)\s)?(?P<y>\d{{1,4}})(?!\d){_ERA}?")
BARE = re.compile(YEAR)
DECADE = re.compile(r"(?P<y>(?:1\d|20)\d0)(?:s\b|\s?'\s?s\b)|'\s?(?P<yy>[3-9]0|[01]0)s\b")
DECADE_WORD = re.compile(rf"(?P<w>{alternatives(DECADE_WORDS)})\b")
SHORT_YEAR = re.compile(r"'\s?(?P<yy>\d\d)(?![\d'%]|s\b|[.,:]\d)")
CENTURY = re.compile(
    rf"(?:(?P<n>\d{{1,2}})(?:st|nd|rd|th)|(?P<w>{alternatives(ORDINAL)}))[\s-]+(?:-\s)?centur(?:y|ies)\b{_ERA}?"
)
WD = re.compile(r"(?P<wd>(?:mon|tues?|wed(?:nes)?|thu(?:rs?)?|fri|sat(?:ur)?|sun)(?:day)?)\b(?P<dot>\.?)")
_NEXT = re.compile(r"\s?,?\s(?:the\s)?")


def named_day(month: int, day: int, last: int | None, year: int | None) -> tuple[Draft, Draft | None] | None:
    """Drafts of a day, or of the first and last of a range of days, in a month; None where there is no such day."""
    longest = month_length(LEAP if year is None else year, month)
    if not 1 <= day <= longest or (last is not None and not day < last <= longest):
        return None
    years = None if year is None else exact(year)
    stated = frozenset({"day", "month"} | ({"year"} if years else set()))
    first = Draft(years=years, part=exact(year_day(month, day)), stated=stated)
    return first, None if last is None else replace(first, part=exact(year_day(month, last)))


def _month_number(name: str) -> int:
    return MONTH[name.rstrip(".")]


def month_first(surface: Surface, pos: int) -> Read | None:
    """ "March 4, 2024", "Jan. 3-5", "January 2020", "in May"."""
    match = MDY.match(surface.low, pos)
    if match and month_ok(surface, pos, match.end("mon"), numbers=True) and not _day_counts(surface, match):
        read = _day_read(match)
        if read is not None:
            return read
    match = MY.match(surface.low, pos)
    if match and month_ok(surface, pos, match.end("mon"), numbers=True):
        return Read(match.end(), _month(match["mon"], int(match["y"])))
    match = M.match(surface.low, pos)
    if match and month_ok(surface, pos, match.end("mon"), numbers=False):
        return Read(match.end(), _month(match["mon"], None))
    return None


def _month(name: str, year: int | None) -> Draft:
    return Draft(
        years=None if year is None else exact(year),
        part=whole_month(_month_number(name)),
        unit="month",
        stated=frozenset({"month"} | ({"year"} if year is not None else set())),
    )


def _day_read(match: re.Match[str]) -> Read | None:
    year = int(match["y"]) if match["y"] else 1 - int(match["bc"]) if match["bc"] else None
    drafts = named_day(
        _month_number(match["mon"]), int(match["d"]), int(match["d2"]) if match["d2"] else None, year
    )
    return Read(match.end(), *drafts) if drafts else None


def _day_counts(surface: Surface, match: re.Match[str]) -> bool:
    """ "In May 20 people died": the number belongs to the noun after it."""
    if match["y"] or match["bc"] or match["d2"] or not match["d"]:
        return False
    token = surface.at(match.start("d"))
    if token.i + 1 >= len(surface.sentence) or surface.before(match.start()) == "the":
        return False
    return token.dep == "nummod" and token.head == token.i + 1 and surface.sentence[token.head].tag == "NNS"


def day_first(surface: Surface, pos: int) -> Read | None:
    """ "3 January 2020", "the 26th of June", "13-15 May"."""
    match = DMY.match(surface.low, pos)
    if match is None or not month_ok(surface, match.start("mon"), match.end("mon"), numbers=True):
        return None
    if not surface.raw[match.start("mon")].isupper() and not match["y"]:
        return None
    return _day_read(match)


def numeric(surface: Surface, pos: int) -> Read | None:
    """ "2020-01-03", "1/3/2020" (day or month first: both are kept), "3.1.2020" (day first)."""
    if match := ISO.match(surface.low, pos):
        if not 1 <= int(match["m"]) <= 12:
            return None
        drafts = named_day(int(match["m"]), int(match["d"]), None, int(match["y"]))
        return Read(match.end(), drafts[0]) if drafts else None
    match = SLASH.match(surface.low, pos)
    if match is None:
        return None
    a, b, year = int(match["a"]), int(match["b"]), int(match["y"])
    us = named_day(a, b, None, year) if a <= 12 and match["sep"] == "/" else None
    rest = named_day(b, a, None, year) if b <= 12 else None
    if us is None or rest is None:
        only = us or rest
        return Read(match.end(), only[0]) if only else None
    if us == rest:
        return Read(match.end(), us[0])
    days = sorted(draft[0].part.lo for draft in (us, rest) if draft[0].part)
    return Read(match.end(), replace(us[0], part=vague(days[0], days[1]), label=match[0]))


def years(surface: Surface, pos: int) -> Read | None:
    """ "1927-1941", "the 2016-17 season", "44 BC", "AD 79", "2015"."""
    match = YEARS.match(surface.low, pos)
    if match and (drafts := _year_range(surface, match)):
        return Read(match.end(), *drafts)
    match = ISO_MONTH.match(surface.low, pos)
    if match and year_ok(surface, pos, match.end()):
        part = whole_month(int(match["m"]))
        stated = frozenset({"year", "month"})
        return Read(match.end(), Draft(years=exact(int(match["y"])), part=part, unit="month", stated=stated))
    match = YEAR_ERA.match(surface.low, pos)
    if match and (match["era"] or match["pre"]) and _capital(surface, match):
        before = (match["era"] or "").startswith("b")
        year = 1 - int(match["y"]) if before else int(match["y"])
        return Read(match.end(), _years(exact(year), "year")) if match["y"] != "0" else None
    match = BARE.match(surface.low, pos)
    if match and year_ok(surface, pos, match.end()):
        return Read(match.end(), _years(exact(int(match[0])), "year"))
    return None


def _capital(surface: Surface, match: re.Match[str]) -> bool:
    group = "era" if match["era"] else "pre"
    return surface.raw[match.start(group)].isupper()


def _year_range(surface: Surface, match: re.Match[str]) -> tuple[Draft, Draft | None] | None:
    first, pos = int(match["y"]), match.start()
    last = int(match["y2"]) if len(match["y2"]) == 4 else first - first % 100 + int(match["y2"])
    if not first < last <= first + 300 or (pos and surface.low[pos - 1] in "$£€#-/.+"):
        return None
    if surface.low[match.end() : match.end() + 1] in ("%", "/"):
        return None
    if match["slash"] and last != first + 1:
        return None
    if len(match["y2"]) == 2 and last == first + 1:  # a season or a school year
        return _years(exact(first, last), "season"), None
    return _years(exact(first), "year"), _years(exact(last), "year")


def _years(extent: Extent, unit: str) -> Draft:
    return Draft(years=extent, unit=unit, stated=frozenset({unit}))


def decade(surface: Surface, pos: int) -> Read | None:
    """ "the 1990s", "the '90s", "the nineties"; "the 1800s" are the century."""
    match = DECADE.match(surface.low, pos)
    if match is None:
        word = DECADE_WORD.match(surface.low, pos)
        if word and surface.before(pos) in ("the", "early", "mid", "late", "mid-"):
            return Read(
                word.end(),
                _years(exact(1900 + DECADE_WORDS[word["w"]], 1909 + DECADE_WORDS[word["w"]]), "decade"),
            )
        return None
    if match["yy"]:
        if surface.before(pos) == "that":  # a show
            return None
        short = int(match["yy"])
        first = 1900 + short if short >= 30 else 2000 + short
        return Read(match.end(), _years(exact(first, first + 9), "decade"))
    if "'" in match[0] and surface.before(pos) not in ("the", "early", "mid", "late"):
        return None
    first = int(match["y"])
    if first % 100 == 0 and first < 2000:
        return Read(match.end(), _years(exact(first, first + 99), "century"))
    return Read(match.end(), _years(exact(first, first + 9), "decade"))


def short_year(surface: Surface, pos: int) -> Read | None:
    """ "since '97": of this century below 30, else of the last."""
    match = SHORT_YEAR.match(surface.low, pos)
    if match is None or surface.before(pos) not in (
        "in",
        "since",
        "of",
        "from",
        "until",
        "by",
        "early",
        "late",
    ):
        return None
    short = int(match["yy"])
    return Read(match.end(), _years(exact(short + (1900 if short >= 30 else 2000)), "year"))


def century(surface: Surface, pos: int) -> Read | None:
    """ "the 19th century": 1801 to 1900, though many mean 1800 to 1899; "the 2nd century BC"."""
    match = CENTURY.match(surface.low, pos)
    if match is None:
        return None
    n = int(match["n"]) if match["n"] else ORDINAL[match["w"]]
    if not 1 <= n <= 30:
        return None
    if (match["era"] or "").startswith("b"):
        return Read(match.end(), _years(exact(1 - 100 * n, 100 - 100 * n), "century"))
    first, last = 100 * n - 99, 100 * n
    return Read(match.end(), _years(Extent(first - 1, last, first, last - 1), "century"))


def weekday_first(surface: Surface, pos: int) -> Read | None:
    """ "Wednesday", "Wednesday, Oct. 16, 2024", "Friday 13 March"."""
    match = WD.match(surface.low, pos)
    if match is None or match["wd"] not in WEEKDAY:
        return None
    number, end = WEEKDAY[match["wd"]], match.end("wd") if match["wd"].endswith("day") else match.end()
    gap = _NEXT.match(surface.low, end)
    day = (month_first(surface, gap.end()) or day_first(surface, gap.end())) if gap else None
    if day and "day" in day.draft.stated and surface.raw[pos].isupper():
        if day.last is not None:
            return Read(day.end, day.draft, day.last)
        return Read(day.end, replace(day.draft, weekday=number, stated=day.draft.stated | {"weekday"}))
    if not match["wd"].endswith("day") or not weekday_ok(surface, pos, end):
        return None
    return Read(end, Draft(weekday=number, stated=frozenset({"weekday"})))
