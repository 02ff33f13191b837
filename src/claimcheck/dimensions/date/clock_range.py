"""Ranges of clock times: "from 06:00 to 08:00 UTC", "9 to 11 a.m.", "between 9:30 and 10"."""

from __future__ import annotations

import re
from dataclasses import replace

from claimcheck.dimensions.date.clock import ReadClock, clock
from claimcheck.dimensions.date.extent import Extent, exact
from claimcheck.dimensions.date.surface import Surface
from claimcheck.dimensions.date.value import Bound, Clock

_LINK = re.compile(r"\s?(?P<c>-|to\b|until\b|till\b|through\b|and\b)\s?")
_BARE = re.compile(r"(?P<h>1[0-2]|[1-9])(?::(?P<m>[0-5]\d))?(?=\s?(?:-|to\b|until\b|till\b|and\b)\s?\d)")


def clock_range(surface: Surface, pos: int, before: str) -> ReadClock | None:
    """The range of times at a position; `before` is the word before it ("and" joins only after "between")."""
    first = clock(surface, pos)
    if first is None and (match := _BARE.match(surface.low, pos)):
        at = int(match["h"]) % 12 * 60 + int(match["m"] or 0)
        first = ReadClock(match.end(), Clock((exact(at), exact(at + 720)), unit="hour"), bare=True)
    link = _LINK.match(surface.low, first.end) if first else None
    if first is None or link is None or (link["c"] == "and") != (before == "between"):
        return None
    last = clock(surface, link.end())
    if last is None or last.clock.unit == "daypart":
        return None
    if (
        first.bare
        and last.bare
        and not (last.clock.zone or before in ("from", "between") or ":" in surface.low[pos : last.end])
    ):
        return None
    start, end = _halves(first.clock.readings, last.clock.readings)
    bound = Bound.BETWEEN if before == "between" else Bound.SPAN
    zone = last.clock.zone or first.clock.zone
    offset = last.clock.offset if last.clock.zone else first.clock.offset
    merged = replace(first.clock, readings=start, end=end, bound=bound, zone=zone, offset=offset)
    return ReadClock(last.end, merged, bare=first.bare and last.bare and not zone)


def _halves(
    first: tuple[Extent, ...], last: tuple[Extent, ...]
) -> tuple[tuple[Extent, ...], tuple[Extent, ...]]:
    """One half of the day settles the other: "11 to 1 p.m." begins before noon; a range past midnight runs over."""
    if len(last) == 1 and len(first) == 2:
        earlier = [reading for reading in first if reading.lo < last[0].lo]
        first = (earlier[-1] if earlier else first[1],)
    if len(first) == 1 and len(last) == 2:
        later = [reading for reading in last if reading.lo > first[0].lo]
        last = (later[0] if later else last[0],)
    if len(first) == len(last) == 1 and last[0].lo < first[0].lo:
        last = (last[0].shifted(1440),)
    return first, last
