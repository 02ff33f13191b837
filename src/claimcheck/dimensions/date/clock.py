"""Times of day: "7:22 a.m.", "a quarter past one in the morning", "06:00 to 08:00 UTC", "noon", "overnight"."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import NamedTuple

from claimcheck.dimensions.date.extent import Extent, exact
from claimcheck.dimensions.date.surface import Surface
from claimcheck.dimensions.date.value import Bound, Clock
from claimcheck.dimensions.date.words import US_ZONES, ZONES, alternatives

DAY = 1440

# Parts of the day in minutes: what all agree on, and the widest use.
DAYPARTS = {
    "morning": (0, 719, 360, 719), "afternoon": (720, 1140, 720, 1020), "evening": (960, 1439, 1080, 1260),
    "night": (1020, 1860, 1320, 1680), "overnight": (1080, 1920, 1380, 1740), "midday": (660, 840, 690, 750),
    "dawn": (180, 480, 300, 390), "daybreak": (180, 480, 300, 390), "sunrise": (180, 600, 330, 390),
    "dusk": (900, 1380, 1050, 1140), "sunset": (900, 1439, 1050, 1140), "nightfall": (960, 1439, 1080, 1200),
    "early morning": (0, 540, 60, 420), "late morning": (540, 719, 600, 719), "mid-morning": (510, 690, 540, 630),
    "early afternoon": (720, 960, 720, 840), "late afternoon": (840, 1140, 930, 1020),
    "early evening": (960, 1260, 1050, 1140), "late evening": (1140, 1439, 1230, 1380),
    "late night": (1230, 1800, 1320, 1560), "early": (0, 660, 60, 420), "late": (840, 1439, 1140, 1439),
    "mid-afternoon": (780, 1020, 840, 930), "small hours": (0, 450, 0, 330),
}  # fmt: skip

HOURS = {word: k + 1 for k, word in enumerate(
    "one two three four five six seven eight nine ten eleven twelve".split())}  # fmt: skip
_MINUTES = {"five": 5, "ten": 10, "a quarter": 15, "quarter": 15, "twenty": 20, "twenty-five": 25, "half": 30,
            "fifteen": 15, "thirty": 30, "forty": 40, "forty-five": 45, "fifty": 50, "twenty five": 25}  # fmt: skip
_HOUR = alternatives(HOURS)
_HALF = r"(?P<half>a\.m\.?|p\.m\.?|am\b|pm\b)"
_PART = r"(?:in\sthe\s|that\s|this\s|at\s|the\ssame\s)(?P<part>morning|afternoon|evening|night)\b"
TIME = re.compile(
    rf"(?:(?P<h>\d{{1,2}})(?:[:.](?P<m>[0-5]\d)(?::[0-5]\d)?)?|(?P<hw>{_HOUR})(?:[\s-](?P<mw>fifteen|thirty|forty-five))?)"
    rf"(?!\d)\s?(?:{_HALF}|o'clock(?:\s{_PART.replace('part>', 'opart>')})?|(?P<hp>{_PART}))"
)
CLOCK24 = re.compile(
    r"(?P<h>[01]?\d|2[0-3]):(?P<m>[0-5]\d)(?P<s>:[0-5]\d)?(?![\d:]|\.\d|%)(?:\s(?:hours|hrs)\b)?"
)
ISO_TIME = re.compile(r"t(?P<h>[01]\d|2[0-3]):(?P<m>[0-5]\d)(?::[0-5]\d(?:\.\d+)?)?(?P<z>z|[+-]\d\d:?\d\d)?")
MILITARY = re.compile(
    r"(?P<h>[01]\d|2[0-3])(?P<m>[0-5]\d)\s?(?=gmt\b|utc\b|z\b|hours\b|hrs\b)(?:(?:hours|hrs)\b)?"
)
PAST = re.compile(
    rf"(?:(?P<mw>{alternatives(_MINUTES)})|(?P<md>\d{{1,2}})(?=\sminutes?\s))(?:\sminutes?)?\s(?P<dir>past|after|to|before|till)\s"
    rf"(?:(?P<hw>{_HOUR})|(?P<hd>1[0-2]|[1-9])(?!\d|[:.]\d)|(?P<noon>noon|midnight))\b(?:\s?{_HALF}|(?:\so'clock)?(?:\s{_PART})?)"
)
NOON = re.compile(r"(?:12\s|twelve\s)?(?P<w>noon|midday|midnight)\b")
PART = re.compile(
    r"(?:(?P<soft>early|late|mid)[\s-]+(?:-\s)?)?(?P<part>morning|afternoon|evening|night|overnight|midday|dawn|daybreak"
    r"|sunrise|dusk|sunset|nightfall)\b(?!-)"
)
HOURS_OF = re.compile(
    r"(?P<soft>early|small|late)(?:\smorning)?\shours\b(?:\sof\sthe\s(?P<part>morning|evening))?"
)
ZONE = re.compile(
    rf"\s?\(?(?P<z>{alternatives([*ZONES, *US_ZONES, 'ist', 'ast', 'local time'])}|[a-z]+(?:\s[a-z]+)?\stime)\b"
    r"(?:\s?(?P<sign>[+-])\s?(?P<zh>\d{1,2})(?::?(?P<zm>[03]0|45))?)?\)?"
)
UTC_PLUS = re.compile(r"\s?\(?(?:utc|gmt)\s?(?P<sign>[+-])\s?(?P<zh>\d{1,2})(?::?(?P<zm>[03]0|45))?\)?")
ALSO = re.compile(
    r"\s?\((?:\d{1,2}(?::?\d\d)?\s?(?:[ap]\.?m\.?)?\s?(?:gmt|utc|et|est|edt|cet|cest|pt|local\stime|bst)[^)]{0,20})\)"
)


class ReadClock(NamedTuple):
    """A clock time and the character it ends before; `bare`: digits that need a preposition or a zone to be a time."""

    end: int
    clock: Clock
    bare: bool = False


def clock(surface: Surface, pos: int) -> ReadClock | None:
    """The time of day at a position, with its zone."""
    low = surface.low
    for reader in (_past, _twelve, _military, _colon, _noon):
        if read := reader(low, pos):
            return _with_zone(surface, read)
    return None


def _twelve(low: str, pos: int) -> ReadClock | None:
    match = TIME.match(low, pos)
    if match is None:
        return None
    hour = int(match["h"]) if match["h"] else HOURS[match["hw"]]
    minute = int(match["m"] or 0) if match["h"] else _MINUTES.get(match["mw"] or "", 0)
    part = match["opart"] or match["part"]
    unit = "minute" if match["m"] or match["mw"] else "hour"
    if hour > 12 or (hour == 0 and match["half"]):
        if hour > 23 or not match["half"] or not match["half"].startswith("p"):
            return None
        return ReadClock(match.end(), Clock((exact(hour * 60 + minute),), unit=unit))  # "17:30 p.m."
    return ReadClock(match.end(), Clock(_readings(hour, minute, match["half"], part), unit=unit))


def _readings(hour: int, minute: int, half: str | None, part: str | None) -> tuple[Extent, ...]:
    """The one or two times of day an hour from 1 to 12 may be."""
    at = hour % 12 * 60 + minute
    if half:
        return (exact(at + (720 if half.startswith("p") else 0)),)
    if part == "morning":
        return (exact(at),)
    if part in ("afternoon", "evening"):
        return (exact(at + 720),)
    if part == "night":  # "at 11 at night", "at 2 at night"
        return (exact(at + 720 if 5 <= hour <= 11 else at),)
    return exact(at), exact(at + 720)


def _past(low: str, pos: int) -> ReadClock | None:
    match = PAST.match(low, pos)
    if match is None:
        return None
    minute = _MINUTES[match["mw"]] if match["mw"] else int(match["md"])
    later = match["dir"] in ("past", "after")
    if minute > 59:
        return None
    if match["noon"]:
        at = (720 if match["noon"] == "noon" else DAY) + (minute if later else -minute)
        return ReadClock(match.end(), Clock((exact(at % DAY),)))
    hour = HOURS[match["hw"]] if match["hw"] else int(match["hd"])
    doubtful = not (match["half"] or match["part"] or match["mw"] in ("a quarter", "quarter", "half"))
    readings = _readings(hour, 0, match["half"], match["part"])
    by = minute if later else -minute
    moved = tuple(exact((reading.lo + by) % DAY) for reading in readings)
    return ReadClock(match.end(), Clock(moved), bare=doubtful)


def _military(low: str, pos: int) -> ReadClock | None:
    match = MILITARY.match(low, pos)
    return ReadClock(match.end(), Clock((exact(_at(match)),))) if match else None


def _at(match: re.Match[str]) -> int:
    return int(match["h"]) * 60 + int(match["m"])


def _colon(low: str, pos: int) -> ReadClock | None:
    match = CLOCK24.match(low, pos)
    if match is None:
        return None
    at, hour = _at(match), int(match["h"])
    certain = hour > 12 or hour == 0 or match["h"].startswith("0") or match["s"] is not None
    return ReadClock(
        match.end(), Clock((exact(at),) if certain else (exact(at % 720), exact(at % 720 + 720))), bare=True
    )


def _noon(low: str, pos: int) -> ReadClock | None:
    match = NOON.match(low, pos)
    if match is None or match["w"] == "midday":
        return None
    return ReadClock(match.end(), Clock((exact(720 if match["w"] == "noon" else 0),)))


def _with_zone(surface: Surface, read: ReadClock) -> ReadClock:
    end, zone, offset = read_zone(surface, read.end)
    if end == read.end:
        return read
    timed = replace(read.clock, zone=zone, offset=offset)
    if len(timed.readings) == 2 and zone in ("utc", "gmt", "z"):  # written by the 24-hour clock
        timed = replace(
            timed, readings=timed.readings[:1] if read.clock.readings[0].lo >= 60 else timed.readings[1:]
        )
    if also := ALSO.match(surface.low, end):
        end = also.end()
    return ReadClock(end, timed)


def read_zone(surface: Surface, pos: int) -> tuple[int, str, int | None]:
    """End, name and offset of the zone that follows a time; the position itself where there is none."""
    low = surface.low
    end, zone, offset = pos, "", None
    if match := UTC_PLUS.match(low, pos):
        return match.end(), "utc", _signed(match)
    match = ZONE.match(low, pos)
    if match is None or not _zone_ok(surface, match):
        return pos, "", None
    zone = match["z"]
    offset = _signed(match) if match["sign"] else ZONES.get(zone)
    end = match.end()
    if zone.endswith("local time") or zone == "local time":
        zone = ""
    if more := UTC_PLUS.match(low, end):
        end, offset = more.end(), _signed(more)
    return end, zone, offset


def _zone_ok(surface: Surface, match: re.Match[str]) -> bool:
    zone = match["z"]
    if " " in zone:
        return zone not in ("this time", "that time", "first time", "same time") and (
            zone == "local time" or surface.raw[match.start("z")].isupper()
        )
    return surface.raw[match.start("z") : match.end("z")].isupper() or zone in ("utc", "gmt")


def _signed(match: re.Match[str]) -> int:
    minutes = int(match["zh"]) * 60 + int(match["zm"] or 0)
    return minutes if match["sign"] == "+" else -minutes


def iso_time(low: str, pos: int) -> ReadClock | None:
    """The time of "2020-01-03T05:06Z", at its T."""
    match = ISO_TIME.match(low, pos)
    if match is None:
        return None
    zone, offset = match["z"] or "", None
    if zone:
        digits = zone[1:].replace(":", "")
        offset = (
            0 if zone == "z" else (int(digits[:2]) * 60 + int(digits[2:])) * (1 if zone[0] == "+" else -1)
        )
    return ReadClock(match.end(), Clock((exact(_at(match)),), zone="utc" if zone else "", offset=offset))


def daypart(low: str, pos: int) -> ReadClock | None:
    """ "morning", "late night", "the early hours of the morning": an extent with soft edges."""
    if hours := HOURS_OF.match(low, pos):
        late = hours["soft"] == "late" or hours["part"] == "evening"
        return ReadClock(hours.end(), part_clock("late evening" if late else "small hours"))
    match = PART.match(low, pos)
    if match is None:
        return None
    name = match["part"]
    if match["soft"]:
        soft = f"{match['soft']}-{name}" if match["soft"] == "mid" else f"{match['soft']} {name}"
        name = soft if soft in DAYPARTS else name
    return ReadClock(match.end(), part_clock(name))


def part_clock(name: str) -> Clock:
    """The clock of a named part of the day."""
    lo, hi, core_lo, core_hi = DAYPARTS[name]
    return Clock((Extent(lo, hi, core_lo, core_hi),), unit="daypart", label=name)


def bounded(value: Clock, bound: Bound) -> Clock:
    return value if bound is Bound.ON else replace(value, bound=bound)
