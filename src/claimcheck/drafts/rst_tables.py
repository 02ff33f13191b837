"""Tables of reStructuredText: which columns of the source a cell takes up."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING, Final

from claimcheck.drafts.rst_lines import Columns, Lines
from claimcheck.drafts.rst_tree import elements

if TYPE_CHECKING:
    from docutils import nodes

_GRID: Final = re.compile(r"\+[-=][-=+]*\+$")
_SIMPLE: Final = re.compile(r"=+(?: +=+)+$")
_BAR: Final = re.compile(r"=+")


def cells(
    table: nodes.Element, lines: Lines
) -> Iterator[list[tuple[nodes.Element, int, Columns | None, bool]]]:
    """The rows of a table: its cells, the column each is in, where that stands in the source, whether it is a header.

    Columns are None for a table that is no drawing, but a list.
    """
    from docutils import nodes

    widths = [int(spec["colwidth"]) for spec in table.findall(nodes.colspec)]
    stubs = sum("stub" in spec for spec in table.findall(nodes.colspec))
    edges = _edges(table, lines, widths)
    below: dict[int, int] = {}  # by column, how many more rows a cell from above takes
    for row in table.findall(nodes.row):
        listed, column = [], 0
        in_head = isinstance(row.parent, nodes.thead)
        for entry in elements(row):
            while below.get(column):
                below[column] -= 1
                column += 1
            across = int(entry.get("morecols", 0)) + 1
            where = (
                (edges[column][0], edges[column + across - 1][1]) if column + across <= len(edges) else None
            )
            listed.append((entry, column, where, in_head or column < stubs))
            for k in range(column, column + across):
                below[k] = int(entry.get("morerows", 0))
            column += across
        for k in range(column, len(widths)):
            below[k] = max(0, below.get(k, 0) - 1)
        yield listed


def _edges(table: nodes.Element, lines: Lines, widths: list[int]) -> list[Columns]:
    """Where the columns of a drawn table stand; empty for another."""
    from docutils import nodes

    texts = (text.line for entry in table.findall(nodes.entry) for text in entry.findall(nodes.Text))
    first = next((line for line in texts if line), 0)
    for number in range(first - 1, 0, -1):
        shown = lines.shown(number)
        grid, simple = _GRID.search(shown), _SIMPLE.search(shown)
        if grid:
            starts = [grid.start() + 1 + sum(widths[:k]) + k for k in range(len(widths))]
            return [(start, start + width) for start, width in zip(starts, widths, strict=True)]
        if simple:
            bars = [simple.start() + bar.start() for bar in _BAR.finditer(simple[0])]
            return list(zip(bars, [*bars[1:], None], strict=True))
        if not shown:
            break
    return []
