"""Reading order by geometry, for pages drawn in no order a reader could follow."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise
from typing import Final

from claimcheck.intake.pdf.lines import Line

_MOST_JUMPS: Final = 0.3  # of the lines: columns, boxes and notes need far fewer
_LONG_CELLS: Final = 18  # code points, on average
_SAME_HEIGHT: Final = 0.3  # of the size
_GUTTER: Final = 0.8  # of the size: a narrower gap is none between columns
_FEWEST: Final = 2  # lines on each side of a gutter


def in_order(lines: list[Line]) -> list[Line]:
    """The lines of a page as they were drawn, or where that goes to and fro all the time, column by column."""
    most = max(3, _MOST_JUMPS * len(lines))
    if sum(map(_crosses_columns, lines)) > most:
        return _cut([part for line in lines for part in line.parted()])
    jumps = sum(_jumps(before, after) for before, after in pairwise(lines))
    return _cut(lines) if jumps > most else lines


def _crosses_columns(line: Line) -> bool:
    """Whether a line goes on in the column beside: wide gaps part it, and its parts are longer than a table's cells."""
    return line.is_row and len(line.text) >= _LONG_CELLS * len(list(line.parted()))


def _jumps(before: Line, after: Line) -> bool:
    beside = abs(after.y - before.y) < _SAME_HEIGHT * before.size
    return after.y > before.y + before.size or (beside and after.x < before.x)


def _cut(lines: Sequence[Line]) -> list[Line]:
    """Cut at the widest gutter that no line crosses, else at the highest gap, and read the parts one by one."""
    if len(lines) < 2 * _FEWEST:
        return _downwards(lines)
    across = _gaps([(line.x, line.right) for line in lines])
    size = max(line.size for line in lines)
    for gap, at in sorted(across, reverse=True):
        left = [line for line in lines if line.x < at]
        right = [line for line in lines if line.x >= at]
        if gap >= _GUTTER * size and min(len(left), len(right)) >= _FEWEST:
            return _cut(left) + _cut(right)
    down = _gaps([(line.y, line.y + line.size) for line in lines])
    if not down:
        return _downwards(lines)
    _, at = max(down)
    return _cut([line for line in lines if line.y >= at]) + _cut([line for line in lines if line.y < at])


def _downwards(lines: Sequence[Line]) -> list[Line]:
    return sorted(lines, key=lambda line: (-line.y, line.x))


def _gaps(spans: Sequence[tuple[float, float]]) -> list[tuple[float, float]]:
    """The gaps that no span covers: (how wide, where it ends)."""
    gaps, reached = [], None
    for start, end in sorted(spans):
        if reached is not None and start > reached:
            gaps.append((start - reached, start))
        reached = end if reached is None else max(reached, end)
    return gaps
