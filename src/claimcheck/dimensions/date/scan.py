"""The first pass over a sentence: the date, clock and offset expressions, as they stand, without prepositions."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from claimcheck.dimensions.date.absolute import BARE, DMY, Read
from claimcheck.dimensions.date.clock import HOURS, ReadClock, clock, daypart, iso_time, part_clock
from claimcheck.dimensions.date.clock_range import clock_range
from claimcheck.dimensions.date.draft import Draft, Relative
from claimcheck.dimensions.date.extent import exact
from claimcheck.dimensions.date.holiday import OPENERS
from claimcheck.dimensions.date.offset import UNIT_WORDS, following, offset
from claimcheck.dimensions.date.parts import period
from claimcheck.dimensions.date.surface import Surface
from claimcheck.dimensions.date.value import Bound, Clock, Offset
from claimcheck.dimensions.date.words import DECADE_WORDS, MONTH, ORDINAL, SEASONS, WEEKDAY
from claimcheck.tokens import Sentence


@dataclass(frozen=True, slots=True)
class Piece:
    """One expression on tokens [start:stop); `bound` where the expression itself is a range."""

    start: int
    stop: int
    draft: Draft | None = None
    last: Draft | None = None
    clock: Clock | None = None
    offset: Offset | None = None
    bound: Bound | None = None
    tentative: bool = False  # a part of the day that counts only beside a date or after a preposition


_PARTS_OF_DAY = frozenset(
    "morning afternoon evening night overnight midday dawn daybreak sunrise dusk sunset nightfall".split()
)
_STEPS = frozenset(
    "last past previous this current next coming upcoming that following preceding same".split()
)
_SOFT = frozenset(
    "early earlier small mid middle late later midpoint end start beginning close onset outset tail latter opening"
    " closing".split()
)
_DAYS = frozenset("yesterday today tomorrow tonight".split())
_CLOCK = frozenset({*HOURS, "noon", "midnight", "half", "quarter", "twenty", "twenty-five"})
_OTHER = frozenset("fiscal financial fy ad a.d. q1 q2 q3 q4 h1 h2".split())
OPENING = frozenset().union(
    MONTH, (f"{name}." for name in MONTH), WEEKDAY, (f"{name}." for name in WEEKDAY), SEASONS, OPENERS, ORDINAL,
    (word.split("-")[0] for word in ORDINAL), DECADE_WORDS, UNIT_WORDS,
    _PARTS_OF_DAY, _STEPS, _SOFT, _DAYS, _CLOCK, _OTHER,
)  # fmt: skip
_CUT = re.compile(r"[-–—.]")
_QUOTES = frozenset("'’‘")
_LINK = re.compile(r"\s?(?P<c>-|to\b|through\b|thru\b|until\b|till\b|and\b)\s?(?:the\s)?")
_ORDINAL_DAY = re.compile(r"(?P<d>\d{1,2})(?:st|nd|rd|th)\b")
_HOUR = re.compile(
    r"(?P<h>1[0-2]|[1-9]|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve)"
    r"(?=\s(?:on\s)?(?:mon|tues|wednes|thurs|fri|satur|sun)day\b|\s(?:yesterday|today|tomorrow)\b)"
)
_AT = frozenset("at by before after until till from since around about between past to through".split())


def opens(sentence: Sentence) -> list[int]:
    """Indexes of the tokens a time expression may begin with."""
    hits = []
    for token in sentence.tokens:
        text = token.text
        first = text[0] if text else " "
        if first.isdigit() or first in _QUOTES:
            hits.append(token.i)
            continue
        low = text.lower()
        if low in OPENING or (not text.isalpha() and _opens_compound(low)):
            hits.append(token.i)
    return hits


def _opens_compound(low: str) -> bool:
    """ "mid-1990s", "June–August", "FY2024"."""
    return (low[:2] == "fy" and low[2:].isdigit()) or _CUT.split(low, maxsplit=1)[0] in OPENING


def scan(sentence: Sentence) -> list[Piece]:
    """The pieces of a sentence, left to right, none overlapping."""
    hits = opens(sentence)
    if not hits:
        return []
    surface, pieces, stop = Surface(sentence), list[Piece](), 0
    for i in hits:
        if i < stop:
            continue
        piece = _piece(surface, i)
        if piece is not None and piece.start >= stop:
            pieces.append(piece)
            stop = piece.stop
    return pieces


def _piece(surface: Surface, i: int) -> Piece | None:
    pos, word = surface.starts[i], surface.sentence[i].lower
    if word in UNIT_WORDS and (piece := _offset(surface, pos)):
        return piece
    before = surface.before(pos)
    if (piece := _clock(surface, pos, before, bare=False)) or (piece := _following(surface, pos)):
        return piece
    if read := period(surface, pos):
        return _period(surface, pos, read, _preposition(surface, i))
    return (
        _clock(surface, pos, before, bare=True) or _soft_day(surface, pos) or _nth_day(surface, pos, before)
    )


def _preposition(surface: Surface, i: int) -> str:
    """The word before an expression and its article: "between" of "between the end of June and …"."""
    before = [token.lower for token in surface.sentence.tokens[max(0, i - 2) : i]]
    return before[0] if len(before) == 2 and before[1] == "the" else before[-1] if before else ""


def _offset(surface: Surface, pos: int) -> Piece | None:
    read = offset(surface, pos)
    if read is None:
        return None
    return Piece(surface.token(read.start), surface.stop(read.end), draft=read.draft, offset=read.offset)


def _following(surface: Surface, pos: int) -> Piece | None:
    read = following(surface, pos)
    if read is None:
        return None
    part = part_clock(read.daypart) if read.daypart else None
    return Piece(surface.token(pos), surface.stop(read.end), read.draft, clock=part, offset=read.offset)


def _clock(surface: Surface, pos: int, before: str, *, bare: bool) -> Piece | None:
    read = clock_range(surface, pos, before) or clock(surface, pos)
    if read is None and bare and before in _AT and (match := _HOUR.match(surface.low, pos)):
        hour = HOURS.get(match["h"]) or int(match["h"])
        at = hour % 12 * 60
        read = ReadClock(match.end(), Clock((exact(at), exact(at + 720)), unit="hour"))
    if read is None or (read.bare and not bare and not read.clock.zone):
        return None
    if read.bare and not read.clock.zone and not _clock_in_place(surface, pos, before, read.end):
        return None
    return Piece(surface.token(pos), surface.stop(read.end), clock=read.clock, bound=_own(read.clock))


def _own(value: Clock) -> Bound | None:
    return value.bound if value.end else None


def _clock_in_place(surface: Surface, pos: int, before: str, end: int) -> bool:
    """Digits like 9:30 are a time after a preposition, or where the parser sees one; not a score or a verse."""
    follows = surface.after(end)
    if ":" not in surface.low[pos:end]:  # "at ten to five", not "five to ten people"
        return before in ("at", "by", "before", "until", "till") and (
            follows is None or follows.pos in _NO_NOUN
        )
    if before in _AT:
        return True
    if surface.low[end : end + 2] in ("-0", "-1", "-2"):
        return False
    return surface.at(pos).ent == "TIME" or (before in ("(", ",") and surface.at(pos).ent == "DATE")


_NO_NOUN = frozenset({"PUNCT", "ADP", "DET", "VERB", "AUX", "CCONJ", "SCONJ", "PRON", "ADV", "PROPN"})
_PART_STEPS = {"this": 0, "last": -1, "yesterday": -1, "tomorrow": 1, "tonight": 0}
_DAYPART_OF = re.compile(r"(?P<w>this|last|yesterday|tomorrow|that)\s(?=morning|afternoon|evening|night)")


def _soft_day(surface: Surface, pos: int) -> Piece | None:
    """ "this morning", "last night", "tonight", "in the evening", "early Thursday"."""
    low = surface.low
    i = surface.token(pos)
    if match := _DAYPART_OF.match(low, pos):
        part = daypart(low, match.end())
        if part is None:
            return None
        steps = _PART_STEPS.get(match["w"])
        draft = None if steps is None else Draft(relative=Relative("day", steps))
        return Piece(i, surface.stop(part.end), draft=draft, clock=part.clock)
    part = daypart(low, pos)
    if part is None or (i and surface.raw[pos].isupper()):  # "Live by Night"
        return None
    return Piece(i, surface.stop(part.end), clock=part.clock, tentative=part.clock.label != "overnight")


def _period(surface: Surface, pos: int, read: Read, before: str) -> Piece | None:
    """The piece of a period, or of the range it begins."""
    low, start = surface.low, surface.token(pos)
    if low.startswith("t", read.end) and (time := iso_time(low, read.end)):
        return Piece(start, surface.stop(time.end), read.draft, clock=time.clock)
    if read.last is not None:
        bound = Bound.BETWEEN if before == "between" else Bound.SPAN
        return Piece(start, surface.stop(read.end), read.draft, read.last, bound=bound)
    if ranged := _range(surface, read, before):
        bound = Bound.BETWEEN if before == "between" else Bound.SPAN
        return Piece(start, surface.stop(ranged.end), ranged.draft, ranged.last, bound=bound)
    if low.startswith(("tonight", "yesterday", "today", "tomorrow"), pos):
        return _day_word(surface, start, read)
    return Piece(start, surface.stop(read.end), read.draft)


def _day_word(surface: Surface, start: int, read: Read) -> Piece:
    if surface.low.startswith("tonight", surface.starts[start]):
        return Piece(start, surface.stop(read.end), read.draft, clock=part_clock("night"))
    return Piece(start, surface.stop(read.end), read.draft)


def _range(surface: Surface, read: Read, before: str) -> Read | None:
    link = _LINK.match(surface.low, read.end)
    if link is None or (link["c"] == "and") != (before == "between"):
        return None
    last = _range_end(surface, read, link.end())
    if last is None or last.last is not None:
        return None
    first = read.draft
    loose = link["c"] in ("to", "until", "till") and before != "from"
    if loose and not _alike(first, last.draft):
        return None
    if last.draft.fiscal != first.fiscal or _rank(first) is None or _rank(last.draft) is None:
        return None
    return Read(last.end, _inherit(first, last.draft), last.draft)


def _range_end(surface: Surface, read: Read, pos: int) -> Read | None:
    if read.draft.unit == "year" and read.draft.years is not None:
        match = BARE.match(surface.low, pos)
        if match and not DMY.match(surface.low, pos):
            follows = surface.low[match.end() : match.end() + 1]
            first = read.draft.years.lo
            if follows not in ("s", "-", "/") and first < int(match[0]):
                return Read(match.end(), replace(read.draft, years=exact(int(match[0]))))
    return period(surface, pos)


def _alike(first: Draft, last: Draft) -> bool:
    """Both name the same parts, but for a year said once: "Jan. 3 to Feb. 5, 2020"."""
    if first.years is not None and last.years is not None and first.unit == last.unit:
        return first.years.hi <= last.years.hi  # "late 1990s to early 2000s"
    return bool(first.stated) and (first.stated == last.stated or first.stated == last.stated - {"year"})


_RANKS = ("day", "week", "month", "quarter", "season", "half", "year", "decade", "century")


def _rank(draft: Draft) -> int | None:
    return _RANKS.index(draft.unit) if draft.unit in _RANKS else None


def _inherit(first: Draft, last: Draft) -> Draft:
    """ "January to March 2020": the year, said once, holds for both; it steps back over the new year."""
    if first.years is not None or last.years is None or first.part is None or last.part is None:
        return first
    if not last.years.single:
        return first
    over = 1 if first.part.lo > last.part.lo else 0
    return replace(first, years=exact(last.years.lo - over), stated=first.stated | {"year"})


def _nth_day(surface: Surface, pos: int, before: str) -> Piece | None:
    """ "on the 26th": a day of a month left to the context."""
    match = _ORDINAL_DAY.match(surface.low, pos)
    i = surface.token(pos)
    if (
        match is None
        or before != "the"
        or i < 2
        or surface.sentence[i - 2].lower not in ("on", "until", "by", "since")
    ):
        return None
    follows = surface.after(match.end())
    if not 1 <= int(match["d"]) <= 31 or (
        follows is not None and follows.pos in ("NOUN", "PROPN", "ADJ", "NUM")
    ):
        return None
    return Piece(i, surface.stop(match.end()), Draft(monthday=int(match["d"]), stated=frozenset({"day"})))
