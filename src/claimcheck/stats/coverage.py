"""What of a source could be a claim, and what of that is one."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from claimcheck.extract import propose
from claimcheck.sources import Document
from claimcheck.text import Span


@dataclass(frozen=True, slots=True)
class Unit:
    """A checkable sentence, table cell or list item: its place in the source, and what a claim on it would say."""

    span: Span
    text: str


def checkable(document: Document, aliases: Mapping[str, Sequence[str]]) -> tuple[Unit, ...]:
    """The checkable units of a document, in order, none inside another. Raises ModelError without a language model."""
    units: dict[Span, Unit] = {}
    for draft in propose(document, aliases).drafts:
        span = Span(draft.evidence[0].start, draft.evidence[0].end)
        units.setdefault(span, Unit(span, draft.text))
    found: list[Unit] = []
    for span in sorted(units, key=lambda span: (span.start, -span.end)):
        if not found or span not in found[-1].span:
            found.append(units[span])
    return tuple(found)


def covered(units: Sequence[Unit], places: Iterable[Span]) -> set[int]:
    """The indexes of the units, which are in order, that share a code point with one of the places."""
    found: set[int] = set()
    for place in places:
        k = bisect_left(units, place.start, key=lambda unit: unit.span.end)
        while k < len(units) and units[k].span.start < place.end:
            if units[k].span.overlaps(place):
                found.add(k)
            k += 1
    return found
