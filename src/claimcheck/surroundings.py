"""What stood around a passage, and how well it fits a place in a text that has changed since; spaces never matter.

A passage of a few words ("18") may stand anywhere. Its surroundings tell its own place from the others, and show where
it stood when other words stand there now: a passage that was altered has not moved.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import islice, takewhile
from typing import Protocol

CONTEXT = 32  # code points of prefix and of suffix
TELLING = 4  # words that hardly come together twice by chance
ENOUGH = 16  # code points of surroundings that agree hardly by chance
_SURE_SIDE = 8  # code points of a side that agrees in full
_KEY = 16  # code points of each side that a place is looked for by
_LOOKED_AT = 50  # places where the key stands
_ROOM = 120  # code points a passage may have grown by, beside twice its length
_SHARED_BETWEEN, _SHARED_BESIDE = 0.4, 0.6  # words in common that make other words the passage's own, altered

_BEGINNING = re.compile(r"\A")
_SPACE = re.compile(r"\s+")
_WORD = re.compile(r"\w+")
_RUN = re.compile(r"\S+")
_BREAKS = "\"'“”‘’«»()[]{}*_`|—…"
_CLOSING = f".,;:!?{_BREAKS}"
_ENDS = ".!?:;|"
_STOPS = ("", *_ENDS)


class Quotation(Protocol):
    """A passage by its place, its words and what stood around them; `Selectors` and `Evidence` both are one."""

    @property
    def start(self) -> int: ...
    @property
    def end(self) -> int: ...
    @property
    def quote(self) -> str: ...
    @property
    def prefix(self) -> str: ...
    @property
    def suffix(self) -> str: ...


@dataclass(frozen=True, slots=True)
class Fit:
    """How many code points before and after a place are those recorded; `exact`: all of them are.

    side: all of one side that is long enough; sure: so many that the place is hardly another one.
    """

    before: int
    after: int
    exact: bool
    side: bool
    sure: bool

    @property
    def agreed(self) -> int:
        return self.before + self.after


@dataclass(frozen=True, slots=True)
class Stretch:
    """A stretch of the text, [start, end) in code points, and how its surroundings fit.

    between: it reaches from the one side recorded to the other; else as many words as there were, beside one of them.
    """

    start: int
    end: int
    fit: Fit
    between: bool


def fold(text: str) -> str:
    """The text with every run of white space one space."""
    return _SPACE.sub(" ", text)


def fit(text: str, start: int, end: int, quotation: Quotation) -> Fit:
    """How the surroundings of text[start:end] fit those recorded."""
    prefix, suffix = fold(quotation.prefix), fold(quotation.suffix)
    left = fold(text[max(0, start - CONTEXT - 2 * len(quotation.prefix)) : start])
    right = fold(text[end : end + CONTEXT + 2 * len(quotation.suffix)])
    before, after = _agreed(left[::-1], prefix[::-1]), _agreed(right, suffix)
    if start == quotation.start == 0:
        before = ENOUGH  # the beginning of the text is a place like no other
    exact = before >= len(prefix) and after == len(suffix) and bool(prefix or suffix)
    sides = (before, len(prefix)), (after, len(suffix))
    full = max((agreed for agreed, length in sides if agreed >= length), default=0)
    sure = exact or full >= _SURE_SIDE or before + after >= ENOUGH
    return Fit(before, after, exact, full >= ENOUGH, sure)


def whole(text: str, start: int, end: int, quotation: Quotation) -> bool:
    """Whether no part of a longer word or figure is what stands here: "18" is not in "118", "18.5", "$18" or "18%".

    A quotation that was cut out of one is whole where it still is.
    """
    left, right = text[max(0, start - CONTEXT) : start], text[end : end + CONTEXT]
    return _glue_before(left) == _glue_before(quotation.prefix[-CONTEXT:]) and (
        _glue_after(right) == _glue_after(quotation.suffix[:CONTEXT])
    )


def continued(text: str, start: int, end: int, quotation: Quotation) -> bool:
    """Whether another word than before leads into what stands here, or carries it on: "never | sold", "18 | million".

    Nothing does at the beginning and the end of a sentence, nor did where the text began and ended.
    """
    if not (quotation.prefix.strip() or quotation.suffix.strip()):
        return False
    left, right = text[max(0, start - CONTEXT) : start], text[end : end + CONTEXT]
    before = _last(left)
    after = _first(right) if quotation.quote[-1] not in _ENDS else ""
    return before not in ("", _last(quotation.prefix[-CONTEXT:])) or (
        after not in ("", _first(quotation.suffix[:CONTEXT]))
    )


def telling(quotation: Quotation) -> bool:
    """Whether a quotation is long enough to be known by its words alone; where nothing else is recorded, it must be."""
    if quotation.prefix.strip() or quotation.suffix.strip():
        return len(quotation.quote.split()) >= TELLING
    return sum(c.isalpha() for c in quotation.quote) >= TELLING


def altered(text: str, quotation: Quotation) -> Iterator[Stretch]:
    """Where other words than the quotation's stand in its surroundings and may be what became of it, best fit first.

    Between both sides: words of which some are its own, any words for a quotation of few. Beside one side alone, which
    must fit in full: words most of which are its own.
    """
    found = {(s.start, s.end): s for s in (*_between(text, quotation), *_beside(text, quotation))}
    yield from sorted(found.values(), key=lambda s: (-s.fit.agreed, s.start, s.end))


def _between(text: str, quotation: Quotation) -> Iterator[Stretch]:
    left, right = _key(quotation.prefix[-_KEY:]), _key(quotation.suffix[:_KEY])
    if left is None or right is None:
        return
    room = 2 * len(quotation.quote) + _ROOM
    for found in islice(left.finditer(text), _LOOKED_AT):
        stop = right.search(text, found.end(), found.end() + room)
        if stop and (stretch := _other(text, found.end(), stop.start(), quotation, between=True)):
            yield stretch


def _beside(text: str, quotation: Quotation) -> Iterator[Stretch]:
    count = len(quotation.quote.split())
    if count < TELLING:
        return
    room = 2 * len(quotation.quote) + _ROOM
    for side, behind in ((quotation.prefix, True), (quotation.suffix, False)):
        key = _key(side) if len(side.strip()) >= _SURE_SIDE else None
        if behind and quotation.start == 0:
            key = _BEGINNING
        for found in islice(key.finditer(text), _LOOKED_AT) if key else ():
            low, high = (found.end(), found.end() + room) if behind else (found.start() - room, found.start())
            low = max(0, low)
            words = list(_RUN.finditer(text[low:high]))
            words = words[:count] if behind else words[-count:]
            if words:
                start, end = (low, low + words[-1].end()) if behind else (low + words[0].start(), high)
                if stretch := _other(text, start, end, quotation, between=False):
                    yield stretch


def _other(text: str, start: int, end: int, quotation: Quotation, *, between: bool) -> Stretch | None:
    """text[start:end] without the spaces at its ends, where it is not the quotation but may have come of it."""
    said = text[start:end]
    start, end = start + len(said) - len(said.lstrip()), end - len(said) + len(said.rstrip())
    if start >= end or fold(text[start:end]) == fold(quotation.quote).strip():
        return None
    ours, theirs = _words(quotation.quote), _words(text[start:end])
    if ours.total() >= TELLING:
        share = _SHARED_BETWEEN if between else _SHARED_BESIDE
        if (ours & theirs).total() < share * max(ours.total(), theirs.total()):
            return None
    elif theirs.total() > ours.total() + TELLING:
        return None
    return Stretch(start, end, fit(text, start, end, quotation), between)


def _words(text: str) -> Counter[str]:
    return Counter(_WORD.findall(text.casefold()))


def _key(context: str) -> re.Pattern[str] | None:
    """A pattern for surroundings, whatever their spaces; None for those without a word."""
    words = context.split()
    return re.compile(r"\s+".join(map(re.escape, words))) if _WORD.search(context) else None


def _agreed(found: str, wanted: str) -> int:
    """How many characters the two have in common before they differ."""
    return sum(1 for _ in takewhile(lambda pair: pair[0] == pair[1], zip(found, wanted, strict=False)))


def _glue_before(left: str) -> str:
    """What a word that follows this text would be joined to."""
    run = left[len(left.rstrip()) :] or left.split()[-1:] if left else ""
    if not isinstance(run, list):
        return ""
    return re.split(f"[{re.escape(_BREAKS)}]", run[0])[-1]


def _glue_after(right: str) -> str:
    """What a word before this text would be joined to; a mark that ends words joins none, but "," in "18,000" does."""
    if not right or right[0].isspace():
        return ""
    run = right.split()[0]
    rest = run.lstrip(_CLOSING)
    if rest != run:
        joins = rest[:1].isdigit() and run[0] in ".,:"
        return run if joins else ""
    return re.split(f"[{re.escape(_CLOSING)}]", run)[0]


def _last(left: str) -> str:
    """The last word before a place; none beyond the end of a sentence, a line of a table or a paragraph."""
    words = left.split()
    if not words or "\n\n" in left[len(left.rstrip()) :] or words[-1].rstrip(_BREAKS)[-1:] in _STOPS:
        return ""
    return words[-1]


def _first(right: str) -> str:
    words = right.split()
    if not words or right[0] in _ENDS or "\n\n" in right[: len(right) - len(right.lstrip())]:
        return ""
    return words[0].rstrip(_CLOSING)
