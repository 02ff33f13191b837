"""Plain tables for a terminal: the first column to the left, the others to the right."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from bench.figures import LABELS


def table(head: Sequence[str], rows: Sequence[Sequence[object]]) -> str:
    """Lines of columns two spaces apart, under `head` and a rule."""
    cells = [[str(cell) for cell in row] for row in [head, *rows]]
    widths = [max(len(row[k]) for row in cells) for k in range(len(head))]
    lines = [_line(row, widths) for row in cells]
    return "\n".join([lines[0], "-" * len(lines[0]), *lines[1:]])


def _line(row: Sequence[str], widths: Sequence[int]) -> str:
    first = row[0].ljust(widths[0])
    return "  ".join([first, *(cell.rjust(width) for cell, width in zip(row[1:], widths[1:], strict=True))])


def confusion_table(counts: Mapping[tuple[str, str], int]) -> str:
    """True labels down, given labels across; other words than the three labels come last."""
    others = sorted({got for _, got in counts} - set(LABELS))
    columns = [*LABELS, *others]
    rows = [[gold, *(counts.get((gold, got), 0) for got in columns)] for gold in LABELS]
    return table(["true \\ given", *columns], rows)
