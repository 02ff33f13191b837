"""The cells of a table, each with the headers it is read under."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from claimcheck.sources.document import Block, Label
from claimcheck.sources.table_words import rows_are_things


def headed_cells(
    head: Sequence[Block], rows: Sequence[Sequence[Block]], headings: tuple[str, ...]
) -> Iterator[Block]:
    """The cells below the header row and right of the first column (right of nothing in a table of one column).

    head, rows: all cells as blocks, the empty ones too; every row is as long as the header row. Empty cells are left
    out of what comes back.
    """
    columns = [label(cell) for cell in head]
    corner = columns[0] if len(columns) > 1 else None
    things = corner is not None and rows_are_things(
        corner.text,
        [column.text if column else "" for column in columns[1:]],
        [[cell.prose for cell in cells[1:]] for cells in rows],
    )
    for cells in rows:
        several = len(cells) > 1
        header = label(cells[0]) if several else None
        for column, cell in list(zip(columns, cells, strict=True))[several:]:
            if cell.prose:
                yield replace(
                    cell, column=column, row=header, corner=corner, headings=headings, of_things=things
                )


def label(cell: Block) -> Label | None:
    """A header cell as a label; None where it is empty."""
    return Label(cell.prose, cell.start, cell.end) if cell.prose else None
