"""What repeats at the top and foot of the pages: running heads, page numbers, a browser's date and address."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from typing import Final

from claimcheck.intake.pdf.lines import Line
from claimcheck.intake.pdf.rows import FINAL, body_size

_DEPTH: Final = 3  # lines from the edge that can be such
_APART: Final = (
    1.6,
    2.6,
)  # of the size: the gap to the text of what repeats, and of what stands on one page only
_LARGEST: Final = 1.08  # of the size of the text
_PLACE: Final = 3.0  # points: what repeats stands at one height
_SHARE: Final = 0.3  # of the pages: heads of left and right pages differ
_MARGIN: Final = 0.045  # of a page's height: nothing but printers' lines stands there
_LONGEST: Final = 80  # code points of a line that differs from page to page
_NUMBER: Final = re.compile(
    r"\W*(?:(?:page|p\.|seite)\s*)?(?:\d{1,4}|[ivxlc]{1,6})(?:\s*(?:of|/|\||-)\s*\d{1,4})?\W*", re.IGNORECASE
)
_DIGITS: Final = re.compile(r"\d+|\b[ivxlc]+\b", re.IGNORECASE)
_Key = tuple[str, int]


def without_edges(pages: Sequence[Sequence[Line]], heights: Sequence[float]) -> list[list[Line]]:
    """The lines of each page without those at its edges that belong to the page, not to the text.

    heights: of the pages, in points; 0 where not known.
    """
    counted: Counter[_Key] = Counter()
    for lines in pages:
        counted.update({_key(line) for edge in _edges(lines, _APART[0]) for line in edge})
    repeated = {key for key, pages_with in counted.items() if pages_with >= max(2, _SHARE * len(pages))}
    largest = _LARGEST * body_size(line for lines in pages for line in lines)
    kept = []
    for lines, height in zip(pages, heights, strict=True):
        gone = {id(line) for line in _beyond(lines, repeated, height) if line.size <= largest}
        kept.append([line for line in lines if id(line) not in gone])
    return kept


def _beyond(lines: Sequence[Line], repeated: set[_Key], height: float) -> list[Line]:
    """The lines at a page's edges: what repeats, what stands in the margin, a number or a head by itself."""
    found = [line for line in lines if height and not _MARGIN * height < line.y < (1 - _MARGIN) * height]
    for edge in _edges(lines, _APART[0]):
        found += [line for line in edge if _is_repeated(line, repeated)]
        if len({round(line.y) for line in edge}) == 1 and all(_NUMBER.fullmatch(line.text) for line in edge):
            found += edge
    for edge in _edges(lines, _APART[1])[:1]:
        alone = (
            len({round(line.y) for line in edge}) == 1 and sum(len(line.text) for line in edge) <= _LONGEST
        )
        if alone and edge[0].page > 1 and not any(FINAL.search(line.text) for line in edge):
            found += edge
    return found


def _edges(lines: Sequence[Line], apart: float) -> list[list[Line]]:
    """What stands at the top, and what at the foot, apart from the text: each a few lines, or none.

    apart: how wide a gap must be, in sizes.
    """
    edges = []
    for sign in (-1, 1):
        ordered = sorted(lines, key=lambda line: sign * line.y)
        edge: list[Line] = []
        for line in ordered:
            gap = abs(line.y - edge[-1].y) if edge else 0.0
            if edge and gap > apart * max(line.size, edge[-1].size):
                edges.append(edge)
                break
            if len({round(other.y) for other in [*edge, line]}) > _DEPTH:
                break
            edge.append(line)
    return edges


def _is_repeated(line: Line, repeated: set[_Key]) -> bool:
    text, place = _key(line)
    return any((text, near) in repeated for near in (place - 1, place, place + 1))


def _key(line: Line) -> _Key:
    text = line.text.lower()
    return _DIGITS.sub("#", text) if len(text) <= _LONGEST else text, round(line.y / _PLACE)
