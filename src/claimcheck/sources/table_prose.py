"""A table's cell as a sentence: "Maximum connections in 4.1 is 1,024.", each word mapped to where it stands."""

from __future__ import annotations

import re
from dataclasses import replace

from claimcheck.sources.document import Block, Label, Piece

# Headers that say no more than that a value stands below.
_BARE_HEADERS = frozenset(
    "amount comment comments count data description detail details figure figures meaning note notes number "
    "remark remarks result results total value values".split()
)
_EMPTY = re.compile(r"(?:[-–—.…?]+|n/?a|none|tbd|tba)", re.IGNORECASE)
_SENTENCE_END = (".", "!", "?")
_LONGEST_VALUE = 12  # words; a longer cell is text of its own


def as_sentence(cell: Block) -> Block:
    """The block of a table's cell with prose that says which row and column it is of; another block as it is.

    The words of the row's header, the column's and the cell map to their own places; those put in between map to the
    empty span before the cell. `start` and `end` stay those of the cell. A cell that holds nothing ("–", "n/a") and
    one without headers stay as they are.
    """
    if cell.kind != "table_cell" or _EMPTY.fullmatch(cell.prose):
        return cell
    row, column = _said(cell.row), _said(cell.column)
    if column and row and column.text.lower() in _BARE_HEADERS:
        column = None
    writing = _Writing(cell.start)
    if row and column and not _is_text(cell.prose):
        writing.label(row)
        writing.glue(" in ")
        writing.label(column)
        writing.glue(" is ")
    elif row or column:
        writing.label(row or column)
        writing.glue(" is " if row and not _is_text(cell.prose) else ": ")
    else:
        return cell
    writing.cell(cell)
    if not cell.prose.endswith(_SENTENCE_END):
        writing.glue(".")
    return replace(cell, prose=writing.prose, pieces=tuple(writing.pieces))


def _said(label: Label | None) -> Label | None:
    """A header without the colon it may end in; None where it is empty."""
    if label is None:
        return None
    bare = label.text.rstrip(" :")
    cut = len(label.text) - len(bare)
    alike = len(label.text) == label.end - label.start
    return Label(bare, label.start, label.end - cut if alike else label.end) if bare else None


def _is_text(prose: str) -> bool:
    return len(prose.split()) > _LONGEST_VALUE or (prose.endswith(_SENTENCE_END) and " " in prose)


class _Writing:
    """Prose under way, and its pieces."""

    def __init__(self, at: int) -> None:
        self.at = at
        self.prose = ""
        self.pieces: list[Piece] = []

    def label(self, label: Label | None) -> None:
        if label is not None:
            self.pieces.append((len(self.prose), label.start, label.end))
            self.prose += label.text

    def glue(self, text: str) -> None:
        self.pieces.append((len(self.prose), self.at, self.at))
        self.prose += text

    def cell(self, cell: Block) -> None:
        self.pieces += [(len(self.prose) + offset, start, end) for offset, start, end in cell.pieces]
        self.prose += cell.prose
