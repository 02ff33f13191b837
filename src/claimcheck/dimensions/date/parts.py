"""Parts of periods: "late December", "the end of March", "first week of January", "Q3 2026", "spring 2019"."""

from __future__ import annotations

import re
from dataclasses import replace

from claimcheck.dimensions.date.absolute import (
    Read,
    century,
    day_first,
    decade,
    month_first,
    numeric,
    short_year,
    weekday_first,
    years,
)
from claimcheck.dimensions.date.draft import Cut, Draft, Relative, apply
from claimcheck.dimensions.date.extent import Extent, exact
from claimcheck.dimensions.date.guard import PREPOSITIONS
from claimcheck.dimensions.date.holiday import holiday, named
from claimcheck.dimensions.date.relative import month_of_year, relative, season, season_part
from claimcheck.dimensions.date.surface import Surface
from claimcheck.dimensions.date.words import NUMBER, ORDINAL, YEAR, alternatives

_IN = r"(?:(?:in|of)\s)?(?:the\s)?(?:month\sof\s|year\s(?=\d))?"
SOFT = re.compile(rf"(?P<kind>early|earlier|mid|middle|late|later)(?P<gap>\s?-\s?|\s(?:on\s)?){_IN}")
EDGE = re.compile(
    r"(?P<kind>end|start|beginning|middle|midpoint|close|onset|outset|dawn|tail\send|latter\spart|early\spart"
    r"|first\spart|last\spart|first\s(?:few\s)?months|opening\smonths|last\s(?:few\s)?months|final\smonths)\sof\s(?:the\s)?(?:month\sof\s|year\s(?=\d))?"
)
_KIND = {"early": "early", "earlier": "early", "mid": "mid", "middle": "mid", "midpoint": "mid", "late": "late",
         "later": "late", "end": "end", "close": "end", "tail end": "end", "start": "start", "beginning": "start",
         "onset": "start", "outset": "start", "dawn": "start", "latter part": "late", "early part": "early",
         "first part": "early", "last part": "late", "first months": "early", "first few months": "early",
         "opening months": "early", "last months": "late", "last few months": "late",
         "final months": "late"}  # fmt: skip
NTH = re.compile(
    rf"(?:(?P<ord>{alternatives(ORDINAL)})|(?P<n>[1-4])(?:st|nd|rd|th)|(?P<open>opening|closing))[\s-]+(?:-\s)?"
    rf"(?:(?P<count>\d|{alternatives(w for w in NUMBER if w.isalpha() and len(w) > 2)})\s)?"
    r"(?P<unit>day|week|weekend|month|quarter|half|year|decade)s?\b(?P<link>\s(?:of|in)\s(?:the\s)?(?:year\s(?=\d))?|,?\s)?"
)
QUARTER = re.compile(
    r"(?:q(?P<n>[1-4])|(?P<n2>[1-4])q|h(?P<h>[12])|(?P<h2>[12])h)(?:\s?-?(?P<y2>\d\d)\b|(?![a-z0-9]))"
)
FISCAL = re.compile(
    rf"(?:fiscal(?:\s(?:year|full-year))?|financial\syear|fy)\s?(?P<y>{YEAR}|'?(?P<yy>\d\d)\b)(?:[-/]\d{{2,4}})?"
)
SEASON = re.compile(
    r"(?P<s>spring|summer|autumn|fall|winter)(?:\s|-)(?:of\s)?(?:the\s)?(?P<y>"
    + YEAR
    + r")(?:\s?[-/]\s?(?P<y2>\d{4}|\d\d)\b)?"
)
BARE_SEASON = re.compile(r"(?P<s>spring|summer|autumn|fall|winter)\b")
THE_UNIT = re.compile(
    r"(?P<unit>year|month|week|decade|century|quarter|season|summer|winter|spring|autumn)\b(?!-)"
)
_OF_YEAR = re.compile(rf",?\s(?:in\s|of\s)?(?P<y>{YEAR})")
_OF = re.compile(r",?\s(?:of\s)?(?:the\s)?")
_YEAR = re.compile(YEAR)
WEEK_OF = re.compile(
    r"week\s(?P<w>of|beginning|starting|ending)\s(?:on\s)?(?:(?:mon|sun|satur|fri)day,?\s)?(?:the\s)?"
)
_BESIDE = frozenset({"this", "last", "next", "and", "or", "the"})
_DIGIT = frozenset("0123456789")
_SEASON_DET = frozenset(
    "in during that this last since until by before after mid- throughout over of".split()
)


def base(surface: Surface, pos: int) -> Read | None:
    """A period that stands by itself, longest reading first; None where there is none at the position."""
    low = surface.low
    if pos >= len(low):
        return None
    if low[pos] in _DIGIT:
        return _digits(surface, pos)
    if low[pos] == "'":
        return decade(surface, pos) or short_year(surface, pos)
    for reader in (
        fiscal,
        quarter,
        week_of,
        nth,
        month_of_year,
        month_first,
        weekday_first,
        century,
        season_of,
        relative,
    ):
        if read := reader(surface, pos):
            return read
    if found := named(low, pos):
        return _holiday(surface, pos, *found)
    return decade(surface, pos)


def week_of(surface: Surface, pos: int) -> Read | None:
    """ "the week of June 3": seven days from it."""
    match = WEEK_OF.match(surface.low, pos)
    inner = month_first(surface, match.end()) or day_first(surface, match.end()) if match else None
    if (
        inner is None
        or match is None
        or inner.last is not None
        or inner.draft.part is None
        or inner.draft.unit != "day"
    ):
        return None
    lo = inner.draft.part.lo - (6 if match["w"] == "ending" else 0)
    return Read(inner.end, replace(inner.draft, part=exact(lo, lo + 6), unit="week"))


def _digits(surface: Surface, pos: int) -> Read | None:
    for reader in (numeric, decade, day_first, century, nth, quarter):
        if read := reader(surface, pos):
            return read
    read = years(surface, pos)
    if read and read.last is None and read.draft.unit == "year":
        return _year_then_quarter(surface, read)
    return read


def _year_then_quarter(surface: Surface, read: Read) -> Read:
    """ "2026 Q3"."""
    gap = read.end + (surface.low[read.end : read.end + 1] == " ")
    match = QUARTER.match(surface.low, gap)
    if match is None or match["y2"]:
        return read
    return Read(match.end(), apply(read.draft, _quarter_cut(match)))


def _holiday(surface: Surface, pos: int, end: int, name: str) -> Read | None:
    if not (surface.raw[pos].isupper() or surface.raw[pos].isdigit()):
        return None
    if name == "independence day" and surface.before(pos) not in (
        "on", "by", "before", "after", "since", "until", "around", "last", "this"
    ):  # fmt: skip
        return None
    token, draft = surface.at(pos), holiday(name)
    gap = _OF_YEAR.match(surface.low, end)
    if gap:
        return Read(gap.end(), replace(draft, years=exact(int(gap["y"])), stated=draft.stated | {"year"}))
    if token.ent != "DATE" and surface.before(pos) not in PREPOSITIONS and surface.before(pos) not in _BESIDE:
        return None
    return Read(end, draft)


def period(surface: Surface, pos: int) -> Read | None:
    """A period, or a soft or numbered part of one."""
    low = surface.low
    if match := SOFT.match(low, pos):
        read = _soft(surface, match)
        if read:
            return read
    if match := EDGE.match(low, pos):
        inner = base(surface, match.end()) or _the_unit(surface, match.end())
        if inner and inner.last is None and inner.draft.unit != "day" and not _modifies(surface, inner):
            return Read(inner.end, apply(inner.draft, Cut(_KIND[match["kind"]])))
        return None
    return base(surface, pos)


def _soft(surface: Surface, match: re.Match[str]) -> Read | None:
    inner = base(surface, match.end())
    if inner is None and match[0].rstrip().endswith(" the"):
        inner = _the_unit(surface, match.end())
    if inner is None or inner.last is not None or _modifies(surface, inner):
        return None
    kind = match["kind"]
    if inner.draft.unit in ("day", "weekend"):  # "early Thursday", "earlier Thursday": the clock's business
        return None
    if kind in ("earlier", "later"):  # earlier than now, in that period
        return inner
    return Read(inner.end, apply(inner.draft, Cut(_KIND[kind])))


def _modifies(surface: Surface, read: Read) -> bool:
    """ "the end of the 2012 season": the season's end, not the year's."""
    noun, last = surface.after(read.end), surface.at(read.end - 1)
    return noun is not None and noun.pos == "NOUN" and last.head == noun.i and read.draft.unit == "year"


def _the_unit(surface: Surface, pos: int) -> Read | None:
    match = THE_UNIT.match(surface.low, pos)
    if match is None or surface.before(pos) != "the":
        return None
    if match["unit"] in ("season", "summer", "winter", "spring", "autumn"):
        return None if match["unit"] == "season" else Read(match.end(), season(match["unit"]))
    return Read(match.end(), Draft(relative=Relative(match["unit"], 0), unit=match["unit"]))


def nth(surface: Surface, pos: int) -> Read | None:
    """ "the third quarter of 2026", "the first three months of the year", "last week of June", "the second half"."""
    match = NTH.match(surface.low, pos)
    if match is None:
        return None
    number = (
        int(match["n"])
        if match["n"]
        else ORDINAL.get(match["ord"] or "", -1 if match["open"] == "closing" else 1)
    )
    count = int(match["count"]) if (match["count"] or "").isdigit() else NUMBER.get(match["count"] or "", 1)
    cut = Cut("nth", number, match["unit"], count)
    if match["link"]:
        inner = fiscal(surface, match.end()) or base(surface, match.end()) or _the_unit(surface, match.end())
        if inner and inner.last is None and _holds(inner.draft, match["unit"]):
            return Read(inner.end, apply(inner.draft, cut))
    return _bare_nth(surface, match, cut)


def _bare_nth(surface: Surface, match: re.Match[str], cut: Cut) -> Read | None:
    """ "the third quarter" of an unstated year."""
    unit = match["unit"]
    if (
        unit not in ("quarter", "half")
        or cut.nth < 1
        or cut.count > 1
        or cut.nth > (4 if unit == "quarter" else 2)
    ):
        return None
    end = match.end("unit")
    if (match["link"] or "").strip().startswith("of") or surface.raw[
        match.end("unit") : match.end("unit") + 1
    ] == "s":
        return None
    fiscal_word = surface.before(match.start()) in ("fiscal", "financial")
    return Read(end, apply(Draft(unit="year", fiscal=fiscal_word), cut))


def _holds(draft: Draft, unit: str) -> bool:
    order = ("day", "weekend", "week", "month", "quarter", "season", "half", "year", "decade", "century")
    return draft.unit in order and order.index(draft.unit) > order.index(unit)


def _quarter_cut(match: re.Match[str]) -> Cut:
    half = match["h"] or match["h2"]
    return Cut("nth", int(half or match["n"] or match["n2"]), "half" if half else "quarter")


def quarter(surface: Surface, pos: int) -> Read | None:
    """ "Q3 2026", "Q3", "1Q25", "H1 FY2024"."""
    match = QUARTER.match(surface.low, pos)
    if match is None or not surface.raw[match.start() : match.end()].isupper():
        return None
    cut = _quarter_cut(match)
    if match["y2"]:
        return Read(match.end(), apply(_year(2000 + int(match["y2"])), cut))
    gap = _OF.match(surface.low, match.end())
    if gap:
        inner = fiscal(surface, gap.end())
        year = _YEAR.match(surface.low, gap.end())
        if inner:
            return Read(inner.end, apply(inner.draft, cut))
        if year:
            return Read(year.end(), apply(_year(int(year[0])), cut))
        step = relative(surface, gap.end())
        if step and step.draft.unit == "year":
            return Read(step.end, apply(step.draft, cut))
    return Read(match.end(), apply(Draft(unit="year"), cut))


def _year(year: int) -> Draft:
    return Draft(years=exact(year), unit="year", stated=frozenset({"year"}))


def fiscal(surface: Surface, pos: int) -> Read | None:
    """ "fiscal 2025", "FY24": a year whose months only the company knows."""
    match = FISCAL.match(surface.low, pos)
    if match is None:
        return None
    year = 2000 + int(match["yy"]) if match["yy"] else int(match["y"])
    return Read(match.end(), replace(_year(year), fiscal=True))


def season_of(surface: Surface, pos: int) -> Read | None:
    """ "spring 2019", "the winter of 2016-17", "in the summer"."""
    match = SEASON.match(surface.low, pos)
    if match:
        year = int(match["y"])
        draft = replace(season(match["s"]), years=exact(year), stated=frozenset({"season", "year"}))
        if match["s"] != "winter":
            return Read(match.end(), draft)
        if match["y2"]:
            return Read(match.end(), draft)
        # "Winter 2016" may be the one that began or the one that ended in that year.
        part = season_part("winter")
        wide = Extent(part.lo - 366, part.hi, part.core_lo, part.core_lo - 1)
        return Read(match.end(), replace(draft, part=wide))
    match = BARE_SEASON.match(surface.low, pos)
    if match is None or surface.at(pos).pos not in ("NOUN", "PROPN"):
        return None
    i = surface.token(pos)
    words = [surface.sentence[k].lower for k in range(max(0, i - 2), i)]
    if not words or (words[-1] not in _SEASON_DET and not (words[-1] == "the" and words[0] in _SEASON_DET)):
        return None
    follows = surface.after(match.end())
    if follows is not None and surface.at(pos).head == follows.i and surface.at(pos).dep == "compound":
        return None
    return Read(match.end(), season(match["s"]))
