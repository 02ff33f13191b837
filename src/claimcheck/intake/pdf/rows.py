"""Lines with what is known of their surroundings: their column, how long a line is there, whether it is a heading."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Final

from claimcheck.intake.pdf.lines import Line

FINAL: Final = re.compile(r"[.!?:;][\"'”’)\]»]*$")
_HEADING: Final = 1.12  # of the size of the body
_LONGEST_HEADING: Final = 200  # code points
_BOLD_WORDS: Final = 14


@dataclass(frozen=True, slots=True)
class Row:
    """A line with its text. `full`: how many characters a full line has there; `run`: the number of its column.

    A run is what is drawn one line below the other in one column or box.
    """

    line: Line
    text: str
    full: int = 0
    run: int = 0
    heading: bool = False


def body_size(lines: Iterable[Line]) -> float:
    """The size, in points, in which most of a text is set."""
    sizes: Counter[float] = Counter()
    for line in lines:
        sizes[round(line.size, 1)] += len(line.text)
    return max(sizes, key=lambda size: (sizes[size], size), default=1.0)


def rows_of(lines: Sequence[tuple[Line, str]], body: float, run: int) -> list[Row]:
    """A page's lines, each with its text, as rows. body: the size of the text; run: the number of the first run."""
    runs: list[int] = []
    for i, (line, _) in enumerate(lines):
        if i and _jumps(lines[i - 1][0], line):
            run += 1
        runs.append(run)
    lengths: dict[tuple[int, int], list[int]] = defaultdict(list)
    for (line, text), number in zip(lines, runs, strict=True):
        lengths[number, round(line.size)].append(len(text))
    return [
        Row(line, text, _full(lengths[number, round(line.size)]), number, _is_heading(line, text, body))
        for (line, text), number in zip(lines, runs, strict=True)
    ]


def heading_levels(rows: Iterable[Row]) -> dict[float, int]:
    """The levels of headings by size, the largest first."""
    sizes = {heading_size(row.line) for row in rows if row.heading}
    return {size: level for level, size in enumerate(sorted(sizes, reverse=True), 1)}


def heading_size(line: Line) -> float:
    """A heading's size in half points."""
    return round(line.size * 2) / 2


def _full(lengths: Sequence[int]) -> int:
    """The longest length, but for one in ten that may stand out of the column."""
    return sorted(lengths)[len(lengths) - 1 - len(lengths) // 10]


def _jumps(before: Line, line: Line) -> bool:
    """Whether a line stands in another column or box than the one before it."""
    return line.y > before.y + 0.5 * line.size or line.x > before.right or line.right < before.x


def _is_heading(line: Line, text: str, body: float) -> bool:
    if line.is_row or len(text) > _LONGEST_HEADING or not any(char.isalpha() for char in text):
        return False
    if line.size >= _HEADING * body:
        return True
    return (
        line.bold and line.size > 0.95 * body and len(text.split()) <= _BOLD_WORDS and not FINAL.search(text)
    )
