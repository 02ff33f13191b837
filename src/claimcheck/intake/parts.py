"""What a document is made of once its format is forgotten: texts of a kind, and tables."""

from __future__ import annotations

from dataclasses import dataclass

from claimcheck.sources import Kind


@dataclass(frozen=True, slots=True)
class Text:
    """A paragraph, heading, list item, quote, caption or block of code; only code has several lines.

    `level` is that of a heading or list item, from 1, otherwise 0. `pages` says where in the text which page begins:
    (offset, number); empty where the format has no pages.
    """

    kind: Kind
    text: str
    level: int = 0
    pages: tuple[tuple[int, int], ...] = ()


@dataclass(frozen=True, slots=True)
class Grid:
    """A table: its rows of cells, all of one length, the first row its headers; a cell is one line."""

    rows: tuple[tuple[str, ...], ...]


Part = Text | Grid


def flattened(rows: tuple[tuple[str, ...], ...]) -> list[Part]:
    """A table as a part; one of a single row or column is there for the layout, and its cells are paragraphs."""
    if len(rows) > 1 and len(rows[0]) > 1:
        return [Grid(rows)]
    return [Text("paragraph", cell) for row in rows for cell in row if cell.strip()]
