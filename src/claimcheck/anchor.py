"""Where a quotation stands: W3C selectors, made from a span and turned back into one.

`describe` and `resolve` are each other's inverse on an unchanged text. Selectors are the two of the Web Annotation
Data Model (https://www.w3.org/TR/annotation-model/): TextPositionSelector (start, end) and TextQuoteSelector
(quote, there "exact", prefix, suffix). Only the very words are found, broken into lines as they may be: a passage that
was reworded is lost, since a near match may be the very error we look for.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from itertools import islice
from typing import Literal

from claimcheck.near import Words, near
from claimcheck.surroundings import CONTEXT, ENOUGH, Fit, Quotation, altered, continued, fit, telling, whole

__all__ = [
    "CONTEXT",
    "Quotation",
    "Resolution",
    "Selectors",
    "Status",
    "describe",
    "occurrences",
    "pinpoint",
    "resolve",
]

_MOST = 1000  # occurrences compared by context; a quotation that stands more often has no place of its own
# Shares of words in common that make another sentence one that this may have become; with one side as it was, and none.
_VERY_LIKE, _LIKE = 0.88, 0.78

Status = Literal["found", "moved", "ambiguous", "lost"]
_Place = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Selectors:
    """A passage by its place and by its words. Offsets are code points of the normalised text."""

    start: int
    end: int
    quote: str
    prefix: str = ""
    suffix: str = ""


@dataclass(frozen=True, slots=True)
class Resolution:
    """Where selectors lead. start and end are -1 unless the passage was found or has moved."""

    status: Status
    start: int = -1
    end: int = -1

    @property
    def usable(self) -> bool:
        """Whether the passage has exactly one place now."""
        return self.status in ("found", "moved")


def describe(text: str, start: int, end: int) -> Selectors:
    """The selectors of text[start:end]; ValueError where that is empty or outside the text."""
    if not 0 <= start < end <= len(text):
        raise ValueError(f"no passage [{start}, {end}) in a text of {len(text)} code points")
    return Selectors(
        start, end, text[start:end], text[max(0, start - CONTEXT) : start], text[end : end + CONTEXT]
    )


def pinpoint(text: str, start: int, end: int) -> Selectors:
    """As `describe`, with prefix and suffix lengthened until they and the quotation stand together only once.

    The passage can then be told from its twins wherever it moves to. ValueError as `describe`.
    """
    found, context = describe(text, start, end), CONTEXT
    while _has_twin(text, found):
        context *= 2
        found = Selectors(
            start, end, found.quote, text[max(0, start - context) : start], text[end : end + context]
        )
    return found


def _has_twin(text: str, selectors: Selectors) -> bool:
    whole = selectors.prefix + selectors.quote + selectors.suffix
    first = text.find(whole)
    return first != selectors.start - len(selectors.prefix) or text.find(whole, first + 1) >= 0


def resolve(text: str, selectors: Quotation) -> Resolution:
    """Find the passage again: at its place, else by its words, else by its words and their surroundings.

    found: it stands where it stood. moved: it stands elsewhere, and there only; of several occurrences the one whose
    surroundings agree best. ambiguous: its words stand somewhere, but no place is surely its own: several agree alike;
    or it is of a few words and nothing around them agrees; or its old surroundings agree better with other words, so
    that it was altered and what stands elsewhere is another passage. lost: its words stand nowhere.
    """
    start, end, quote = selectors.start, selectors.end, selectors.quote
    in_place = 0 <= start == end - len(quote) and text.startswith(quote, start)
    if in_place and _surrounded(text, start, end, selectors):
        return Resolution("found", start, end)
    if not quote.strip():
        return Resolution("lost")
    places = [place for place in occurrences(text, quote) if whole(text, *place, selectors)]
    if not places:
        return Resolution("lost")
    chosen = _chosen(text, places, selectors) if len(places) <= _MOST else None
    if chosen is None:
        return Resolution("ambiguous")
    return Resolution("found" if chosen == (start, end) else "moved", *chosen)


def _surrounded(text: str, start: int, end: int, selectors: Quotation) -> bool:
    """Whether the surroundings are, to the letter, those recorded; False where none are, unless it is all there is."""
    if not (selectors.prefix or selectors.suffix):
        return end - start == len(text)
    return text.endswith(selectors.prefix, 0, start) and text.startswith(selectors.suffix, end)


def occurrences(text: str, quote: str) -> Iterator[_Place]:
    """Where the quotation stands as it is; where nowhere, where it stands broken into other lines."""
    at, found = text.find(quote), 0
    while at >= 0 and found <= _MOST:
        yield at, at + len(quote)
        at, found = text.find(quote, at + 1), found + 1
    if not found and len(words := quote.split()) > 1:
        gap = r"\s+" if "\n\n" in quote else r"(?!\s*\n\s*\n)\s+"
        pattern = re.compile(gap.join(map(re.escape, words)))
        yield from (match.span() for match in islice(pattern.finditer(text), _MOST + 1))


def _chosen(text: str, places: list[_Place], selectors: Quotation) -> _Place | None:
    """The place that is surely the passage's own; None where there is no such."""
    old = selectors.start, selectors.end
    fits = {place: fit(text, *place, selectors) for place in places}
    if old in fits and fits[old].exact:
        return old
    bare = not (selectors.prefix.strip() or selectors.suffix.strip())
    if old in fits and bare:
        return old
    alone = len(places) == 1 and telling(selectors)
    likely = [place for place in places if alone or fits[place].sure]
    most = max((fits[place].agreed for place in likely), default=0)
    best = [place for place in likely if fits[place].agreed == most]
    if len(best) > 1 and old in best:
        best = [old]
    if len(best) != 1 or continued(text, *best[0], selectors):
        return None
    own = fits[best[0]]
    if _stood_elsewhere(text, best[0], own, selectors):
        return None
    return None if not bare and _alike(text, best[0], own, selectors) else best[0]


def _stood_elsewhere(text: str, place: _Place, own: Fit, selectors: Quotation) -> bool:
    """Whether the old surroundings, or one side of them in full, are now those of other words.

    Of two places whose surroundings both agree in full the passage may be either one.
    """
    prefix, suffix = selectors.prefix, selectors.suffix
    if own.exact and text.count(prefix) < 2 and text.count(suffix) < 2:
        return False
    return any(
        (other.fit.exact if own.exact else other.fit.sure or other.fit.agreed >= own.agreed)
        and _apart(place, (other.start, other.end))
        for other in altered(text, selectors)
    )


def _alike(text: str, place: _Place, own: Fit, selectors: Quotation) -> bool:
    """Whether something else stands in the text that may be the passage, altered; not where all around is as it was."""
    if own.exact and (place == (selectors.start, selectors.end) or _told_apart(text, place, selectors)):
        return False
    like = _VERY_LIKE if own.side else _LIKE
    return any(
        one.shared >= like and _apart(place, (one.start, one.end)) for one in near(_words(text), selectors)
    )


def _told_apart(text: str, place: _Place, selectors: Quotation) -> bool:
    """Whether enough is recorded on both sides, or all there still is, for their agreement to settle it."""
    before, after = len(selectors.prefix), len(selectors.suffix)
    left = before >= ENOUGH or not text[: max(0, place[0] - before)].strip()
    return left and (after >= ENOUGH or not text[place[1] + after :].strip())


@lru_cache(maxsize=1)
def _words(text: str) -> Words:
    return Words(text)


def _apart(one: _Place, other: _Place) -> bool:
    """Whether two stretches share no more than a word or so at their ends."""
    return 4 * (min(one[1], other[1]) - max(one[0], other[0])) < min(one[1] - one[0], other[1] - other[0])
