"""Where a quotation stands: W3C selectors, made from a span and turned back into one.

`describe` and `resolve` are each other's inverse on an unchanged text. Selectors are the two of the Web Annotation
Data Model (https://www.w3.org/TR/annotation-model/): TextPositionSelector (start, end) and TextQuoteSelector
(quote, there "exact", prefix, suffix). Only exact quotations are found: a passage that was reworded is lost, since
a near match may be the very error we look for.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import takewhile
from typing import Literal, Protocol

CONTEXT = 32  # code points of prefix and of suffix
_MOST = 1000  # occurrences compared by context; a quotation that stands more often has no place of its own

Status = Literal["found", "moved", "ambiguous", "lost"]


class Quotation(Protocol):
    """What `resolve` needs; `Selectors` and `Evidence` both have it."""

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
    prefix or suffix agrees in full and that agrees in more than any other. ambiguous: several, none of them such.
    lost: its words stand nowhere. A short quotation may stand at the old place by chance after an edit, so the old
    place gives way to an occurrence that agrees with prefix and suffix in full when it does not itself.
    """
    quote = selectors.quote
    if not quote:
        return Resolution("lost")
    start = selectors.start
    in_place = start >= 0 and selectors.end - start == len(quote) and text.startswith(quote, start)
    if in_place and _surrounded(text, start, selectors):
        return Resolution("found", start, start + len(quote))
    places = list(_occurrences(text, quote))
    if len(places) == 1:
        return Resolution("found" if in_place else "moved", places[0], places[0] + len(quote))
    exact = [place for place in places if _surrounded(text, place, selectors)]
    if in_place and (len(exact) != 1 or not (selectors.prefix or selectors.suffix)):
        return Resolution("found", start, start + len(quote))
    if not places:
        return Resolution("lost")
    best = exact if len(exact) == 1 else _best(text, places, selectors)
    if len(best) != 1 or len(places) > _MOST:
        return Resolution("ambiguous")
    return Resolution("moved", best[0], best[0] + len(quote))


def _occurrences(text: str, quote: str) -> Iterator[int]:
    at = text.find(quote)
    for _ in range(_MOST + 1):
        if at < 0:
            return
        yield at
        at = text.find(quote, at + 1)


def _surrounded(text: str, place: int, selectors: Quotation) -> bool:
    before = text.endswith(selectors.prefix, 0, place)
    return before and text.startswith(selectors.suffix, place + len(selectors.quote))


def _best(text: str, places: list[int], selectors: Quotation) -> list[int]:
    """The places that agree with most of the surroundings, and in full with one of the two sides."""
    agreed: dict[int, int] = {}
    for place in places:
        end = place + len(selectors.quote)
        before = _agreed(
            reversed(text[max(0, place - len(selectors.prefix)) : place]), reversed(selectors.prefix)
        )
        after = _agreed(text[end : end + len(selectors.suffix)], selectors.suffix)
        one_side = 0 < before == len(selectors.prefix) or 0 < after == len(selectors.suffix)
        agreed[place] = before + after if one_side else -1
    most = max(agreed.values())
    return [place for place, score in agreed.items() if score == most >= 0]


def _agreed(found: Iterable[str], wanted: Iterable[str]) -> int:
    """How many characters the two have in common before they differ."""
    return sum(1 for _ in takewhile(lambda pair: pair[0] == pair[1], zip(found, wanted, strict=False)))
