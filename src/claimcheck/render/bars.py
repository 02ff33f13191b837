"""Horizontal bars for a page: where each stands, worked out here, so that a template only has to place it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from claimcheck.render.plain import one_line

LABEL, BAR, VALUE = 210, 400, 90  # widths, in units of the picture
ROW, THICK, HEAD = 26, 16, 4  # heights: of a row, of a bar in it, of what is above the first
MOST_ROWS = 40
_LONGEST_LABEL = 30  # code points
WIDTH = LABEL + BAR + VALUE


@dataclass(frozen=True, slots=True)
class Row:
    """A bar: what stands before it, how much of each series it holds, and what stands behind it.

    `told` is what the description calls it where the label does not say enough.
    """

    label: str
    parts: tuple[int, ...]
    value: str
    told: str = ""


@dataclass(frozen=True, slots=True)
class Segment:
    """A stretch of a bar, in units of the picture, and which series it is."""

    x: float
    width: float
    series: int


@dataclass(frozen=True, slots=True)
class Line:
    """A row as it is drawn; `y` is its top."""

    y: float
    label: str
    segments: tuple[Segment, ...]
    end: float
    value: str


@dataclass(frozen=True, slots=True)
class Plot:
    """A picture of bars. `series` are names for what the parts of a bar are, each drawn in a way of its own."""

    id: str
    title: str
    description: str
    series: tuple[str, ...]
    ways: tuple[str, ...]
    lines: tuple[Line, ...]
    height: int
    width: int = WIDTH
    more: int = 0


def plot(
    id_: str,
    title: str,
    rows: Sequence[Row],
    series: Sequence[str],
    ways: Sequence[str],
    *,
    whole: int | None = None,
) -> Plot:
    """The bars of rows, the longest as long as there is room for, or as `whole` would be.

    Only the first rows are drawn where there are many; `more` says how many are not.
    """
    drawn = rows[:MOST_ROWS]
    most = whole or max((sum(row.parts) for row in drawn), default=0) or 1
    lines = tuple(_line(row, k, most) for k, row in enumerate(drawn))
    told = "; ".join(f"{one_line(row.told or row.label)}: {row.value}" for row in drawn)
    description = f"{title}. {told or 'Nothing to show'}."
    return Plot(
        id=id_,
        title=title,
        description=description,
        series=tuple(series),
        ways=tuple(ways),
        lines=lines,
        height=HEAD * 2 + ROW * max(len(drawn), 1),
        more=len(rows) - len(drawn),
    )


def _line(row: Row, number: int, most: int) -> Line:
    segments, x = [], float(LABEL)
    for k, part in enumerate(row.parts):
        width = round(BAR * min(part / most, 1.0), 2)
        if part:
            segments.append(Segment(round(x, 2), width, k))
        x += width
    label = one_line(row.label)
    if len(label) > _LONGEST_LABEL:
        label = label[: _LONGEST_LABEL - 1] + "…"
    return Line(HEAD + ROW * number, label, tuple(segments), round(x, 2), row.value)
