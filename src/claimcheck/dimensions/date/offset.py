"""Distances from other events: "two months after the attack", "three days later", "the following day"; and "ago"."""

from __future__ import annotations

import re
from typing import NamedTuple

from claimcheck.dimensions.date.draft import Draft, Relative
from claimcheck.dimensions.date.extent import Extent, exact
from claimcheck.dimensions.date.surface import Surface
from claimcheck.dimensions.date.value import Offset
from claimcheck.dimensions.date.words import NUMBER, NUMBER_WORD, alternatives

_DAY = 86400
ENDLESS = 10**13  # seconds, or hundredths of a unit: longer than any distance told
_SECONDS = {
    "second": (1, 1), "minute": (60, 60), "hour": (3600, 3600), "day": (_DAY, _DAY), "night": (_DAY, _DAY),
    "week": (7 * _DAY, 7 * _DAY), "fortnight": (14 * _DAY, 14 * _DAY), "month": (28 * _DAY, 31 * _DAY),
    "quarter": (90 * _DAY, 92 * _DAY), "year": (365 * _DAY, 366 * _DAY), "decade": (3652 * _DAY, 3653 * _DAY),
    "century": (36524 * _DAY, 36525 * _DAY), "moment": (1, 60),
}  # fmt: skip
_PLURAL = {"second": 60, "minute": 60, "hour": 24, "day": 14, "week": 9, "month": 24, "year": 100, "decade": 10,
           "moment": 60}  # fmt: skip
_MODIFIERS = ("about", "around", "roughly", "approximately", "some", "nearly", "almost", "just under", "more than",
              "over", "less than", "under", "fewer than", "at least", "at most", "up to", "within", "barely", "just",
              "only", "exactly", "just over", "a little over", "no more than", "not even", "no less than")  # fmt: skip
_VAGUE = r"half\san?|several|(?:a\s)?few|a\scouple(?:\sof)?|couple(?:\sof)?|many|some"
_NUMBER = rf"\d{{1,4}}(?:\.\d)?|{NUMBER_WORD}|{_VAGUE}"
COUNT = re.compile(
    rf"(?<![\w.,])(?P<mod>(?:(?:{alternatives(_MODIFIERS)})\s)*)(?:(?:(?P<n0>\d{{1,3}}|{NUMBER_WORD})\s?(?:-|to|or)\s?)?(?P<n>{_NUMBER})(?P<half>\sand\sa\shalf)?[\s-])?(?:short\s|full\s|calendar\s|long\s)?$"
)
UNIT = re.compile(
    r"(?P<unit>second|minute|hour|day|night|week|fortnight|month|quarter|year|decade|centur(?:y|ie)|moment)(?P<s>s?)'?(?P<half>\sand\sa\shalf)?"
    r"\s?,?\s(?P<dir>after|before|later|earlier|ago|prior\sto|previously|from\snow|beforehand|afterwards?|since|of)\b"
)
FOLLOWING = re.compile(
    r"(?P<w>following|next|previous|preceding|same)\s"
    r"(?P<unit>day|morning|afternoon|evening|night|week|weekend|month|year|season|decade|century)\b(?!-)"
)
UNIT_WORDS = frozenset(
    "second minute hour day night week fortnight month quarter year decade century centuries moment".split()
)
UNIT_WORDS |= {f"{unit}s" for unit in UNIT_WORDS}


class ReadOffset(NamedTuple):
    """Either an offset or, of "ago" and "from now", a date relative to the reference; with its first character."""

    start: int
    end: int
    offset: Offset | None
    draft: Draft | None = None
    daypart: str = ""


def offset(surface: Surface, pos: int) -> ReadOffset | None:
    """The offset whose unit (day, weeks, …) stands at a position."""
    match = UNIT.match(surface.low, pos)
    if match is None:
        return None
    count = COUNT.search(surface.low, max(0, pos - 48), pos)
    unit = "century" if match["unit"].startswith("centur") else match["unit"]
    if count is None or (not count["n"] and not match["s"]):
        return None
    modifier = count["mod"].split()
    if match["dir"] in ("of", "since") and "within" not in modifier:
        return None
    hundredths = _hundredths(count, match)
    if match["dir"] in ("ago", "from now"):
        return _from_now(count.start(), match, unit, hundredths)
    wide = _length(count, hundredths, " ".join(modifier), unit)
    direction = (
        0
        if match["dir"] == "of"
        else -1
        if match["dir"] in ("before", "earlier", "prior to", "previously", "beforehand")
        else 1
    )
    value = Offset(_seconds(wide, unit), direction, wide, unit, _anchor(surface, match))
    return ReadOffset(count.start(), match.end(), value)


def _length(count: re.Match[str], hundredths: int | None, modifier: str, unit: str) -> Extent:
    """The distance in hundredths of the unit: a number, a range, "several days" or plain "days"."""
    many = 100 * _PLURAL.get(unit, 100)
    if hundredths is None:
        return Extent(150, many, 300, many) if count["n"] else exact(200, many)
    if count["n0"]:
        first = 100 * int(count["n0"]) if count["n0"].isdigit() else 100 * NUMBER[count["n0"]]
        if first < hundredths:
            return exact(first, hundredths)
    return _modified(hundredths, modifier)


def _hundredths(count: re.Match[str], match: re.Match[str]) -> int | None:
    """The number stated, in hundredths; None for "several", and for a bare plural."""
    n = count["n"]
    if not n:
        return None
    if n.startswith("half"):
        return 50
    if n.startswith(("a couple", "couple")):
        return 200
    value = round(float(n) * 100) if n[0].isdigit() else 100 * NUMBER[n] if n in NUMBER else None
    if value is None:
        return None
    return value + 50 if count["half"] or match["half"] else value


def _modified(n: int, modifier: str) -> Extent:
    """The extent of "about 300", "more than 300" … in hundredths."""
    tenth = max(n // 10, 1)
    for words, extent in (
        (("no more than", "at most", "up to", "within"), exact(0, n)),
        (("no less than", "at least"), exact(n, ENDLESS)),
        (("just over", "a little over"), exact(n + 1, n + 2 * tenth)),
        (("just under", "nearly", "almost", "barely"), exact(n - 2 * tenth, n - 1)),
        (("less than", "fewer than", "under", "not even"), exact(0, n - 1)),
        (("more than", "over"), exact(n + 1, ENDLESS)),
        (("about", "around", "roughly", "approximately", "some"), exact(n - tenth, n + tenth)),
    ):
        if any(word in modifier for word in words):
            return extent
    return exact(n)


def _seconds(hundredths: Extent, unit: str) -> Extent:
    """Hundredths of a unit as seconds; a rounded count may be half a unit off, and is surely a tenth."""
    short, long = _SECONDS[unit]
    half, tenth = (50, min(hundredths.lo // 10, 50)) if hundredths.single else (0, 0)
    return Extent(
        (hundredths.lo - half) * short // 100, min((hundredths.hi + half) * long // 100, ENDLESS),
        (hundredths.core_lo - tenth) * short // 100, min((hundredths.core_hi + tenth) * long // 100, ENDLESS),
    )  # fmt: skip


def _anchor(surface: Surface, match: re.Match[str]) -> int | None:
    """The head of the event the offset is counted from."""
    sentence, i = surface.sentence, surface.token(match.start("dir"))
    token = sentence[i]
    if token.lower not in ("after", "before", "prior", "since", "of"):
        return None
    if token.dep == "mark":
        return token.head
    i = i + 1 if token.lower == "prior" else i
    for child in sentence.children[i]:
        if child > i and sentence[child].dep in ("pobj", "pcomp", "advcl", "ccomp"):
            return child
    return None


def _from_now(start: int, match: re.Match[str], unit: str, hundredths: int | None) -> ReadOffset:
    steps = -1 if match["dir"] == "ago" else 1
    if (
        hundredths is None
        or hundredths % 100
        or unit in ("second", "minute", "hour", "moment", "night", "fortnight")
    ):
        return ReadOffset(start, match.end(), None, Draft(label=match[0]))
    return ReadOffset(
        start, match.end(), None, Draft(relative=Relative(unit, steps * (hundredths // 100)), unit=unit)
    )


def following(surface: Surface, pos: int) -> ReadOffset | None:
    """ "the following day", "the next morning", "the same year": counted from what was told before."""
    match = FOLLOWING.match(surface.low, pos)
    if match is None:
        return None
    if match["w"] in ("next", "previous", "same") and surface.before(pos) != "the":
        return None
    unit = match["unit"]
    part = unit if unit in ("morning", "afternoon", "evening", "night") else ""
    if match["w"] == "same":
        return ReadOffset(pos, match.end(), None, Draft(label=match[0], unit="day" if part else unit), part)
    unit = "day" if part or unit == "weekend" else "year" if unit == "season" else unit
    direction = -1 if match["w"] in ("previous", "preceding") else 1
    return ReadOffset(
        pos, match.end(), Offset(_seconds(exact(100), unit), direction, exact(100), unit), None, part
    )
