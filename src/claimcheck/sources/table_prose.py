"""A table's cell as a sentence: "Maximum connections in 4.1 is 1,024.", each word mapped to where it stands.

What the sentence is depends on which way the table is turned. Where the first column holds what is measured
("Setting", "Limit", nothing) the columns are versions, years or plans; where it holds things of one kind ("Model",
"Plant") the columns are what is said of them: "Price of the T3 model is $189.", "The Marsk plant has 410 employees."
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from claimcheck.sources import table_words as words
from claimcheck.sources.document import Block, Label, Piece

_SENTENCE_END = (".", "!", "?")
_LONGEST_VALUE = 12  # words; a longer cell is text of its own
_NUMBER = re.compile(r"[-+−]?\d[\d,]*(?:\.\d+)?")
_WHOLE = re.compile(r"\d[\d,]*")
_WHEN = re.compile(r".*\b(?:1[5-9]|20)\d\d\b.*")
_RATE = re.compile(r"(?P<what>.+?) (?P<rate>per \w+)")

Part = str | Label | Block
"""Words put in, a header, or the cell itself."""


def as_sentence(cell: Block) -> Block:
    """The block of a table's cell with prose that says which row and column it is of; another block as it is.

    The words of the row's header, the column's and the cell map to their own places; those put in between map to the
    empty span before the cell. `start` and `end` stay those of the cell. A cell that holds nothing ("–", "n/a") and
    one without headers stay as they are.
    """
    if cell.kind != "table_cell" or words.EMPTY.fullmatch(cell.prose):
        return cell
    row, column = _said(cell.row), _said(cell.column)
    if column and row and column.text.lower() in words.BARE_HEADERS:
        if column.text.lower() in words.MEANINGS and not of_values(cell):
            return _written(cell, (*_called(cell, row), " means ", _small(cell)))
        column = None
    if not row and not column:
        return cell
    return _written(cell, _parts(cell, row, column))


def _parts(cell: Block, row: Label | None, column: Label | None) -> Sequence[Part]:
    if row and column and not _is_text(cell.prose):
        return _of_things(cell, row, column) if cell.of_things else _of_measures(cell, row, column)
    if row and not _is_text(cell.prose):
        return (row, " is ", cell, unit(cell))
    label = row or column
    assert label is not None
    return (label, ": ", cell)


def of_values(cell: Block) -> bool:
    """Whether a cell begins with a figure or a sum, and so is no meaning in words."""
    return not cell.prose[0].isalpha()


def _called(cell: Block, row: Label) -> Sequence[Part]:
    """A header that is a code or a sign, with what it is: "Code 404"."""
    if not row.text[0].isdigit() or cell.corner is None or len(cell.corner.text.split()) > 1:
        return (row,)
    return (cell.corner, " ", row)


def _small(cell: Block) -> Block:
    """A cell inside a sentence: its first letter small."""
    first = cell.prose.split()[0]
    if not first[1:].islower() or not first.isalpha():
        return cell
    return replace(cell, prose=cell.prose[0].lower() + cell.prose[1:])


def _of_measures(cell: Block, row: Label, column: Label) -> Sequence[Part]:
    answer = words.ANSWERS.get(cell.prose.lower())
    if answer is not None:
        return _answered(column, row, answer)
    rated = _RATE.fullmatch(row.text)
    if _WHOLE.fullmatch(cell.prose) and words.plural(row.text.split()[0]):
        return (column, " has ", cell, " ", lowered(row))
    if rated and _NUMBER.search(cell.prose) and not _WHOLE.fullmatch(cell.prose):
        what, rate = _cut(row, len(rated["what"]))
        return (what, " in ", column, " is ", cell, unit(cell), " ", rate)
    return (row, " in ", column, " is ", cell, unit(cell))


def _of_things(cell: Block, row: Label, column: Label) -> Sequence[Part]:
    corner = cell.corner.text.lower() if cell.corner else ""
    thing: tuple[Part, ...] = ("The ", row, f" {corner}") if corner in words.KINDS else (row,)
    if corner in row.text.lower().split():
        thing = (row,)
    answer = words.ANSWERS.get(cell.prose.lower())
    if answer is not None:
        return _answered(row, column, answer)
    head = column.text.lower().split()[-1]
    if words.happened(head) and _WHEN.fullmatch(cell.prose) and len(column.text.split()) == 1:
        preposition = " in " if _WHOLE.fullmatch(cell.prose) else " on "
        return (*thing, " ", lowered(column), preposition, cell)
    if corner in words.SCENES or words.period(row.text):
        return (column, " in ", row, " is ", cell, unit(cell))
    if _WHOLE.fullmatch(cell.prose) and words.plural(column.text.split()[0]):
        return (*thing, " has ", cell, " ", lowered(column))
    return (column, " of ", *(("the ", *thing[1:]) if len(thing) > 1 else thing), " is ", cell, unit(cell))


def _answered(thing: Label, what: Label, answer: bool) -> Sequence[Part]:
    """A cell that says yes or no."""
    if words.describes(what.text):
        return (thing, " is " if answer else " is not ", lowered(what))
    return (thing, " has " if answer else " has no ", lowered(what))


def unit(cell: Block) -> str:
    """The unit that a bare number's headers give it, with a space before it: " million dollars"."""
    if not _NUMBER.fullmatch(cell.prose):
        return ""
    labels = [label.text for label in (cell.row, cell.column, cell.corner) if label]
    return next((f" {found}" for text in labels if (found := words.unit_of(text))), "")


def _said(label: Label | None) -> Label | None:
    """A header without the colon it may end in and the unit behind it; None where it is empty."""
    if label is None:
        return None
    bare = words.without_unit(label.text.rstrip(" :"))
    return _cut(label, len(bare))[0] if bare else None


def _cut(label: Label, at: int) -> tuple[Label, Label]:
    """A header in two, without the space between."""
    if at >= len(label.text):
        return label, label
    alike = len(label.text) == label.end - label.start
    rest = label.text[at:].lstrip()
    return (
        Label(label.text[:at], label.start, label.start + at if alike else label.end),
        Label(rest, label.end - len(rest) if alike else label.start, label.end),
    )


def lowered(label: Label) -> Label:
    """A header inside a sentence: its first letter small, unless it is more than a capitalised word."""
    first = label.text.split()[0]
    if first[1:].islower() and first.isalpha():
        return replace(label, text=label.text[0].lower() + label.text[1:])
    return label


def _is_text(prose: str) -> bool:
    return len(prose.split()) > _LONGEST_VALUE or (prose.endswith(_SENTENCE_END) and " " in prose)


def _written(cell: Block, parts: Sequence[Part]) -> Block:
    """The parts in one line, and where each of them stands; an answer of yes or no stands where its verb is."""
    prose, pieces = "", list[Piece]()
    whole = any(isinstance(part, Block) for part in parts)
    for part in parts:
        if isinstance(part, Block):
            pieces += [(len(prose) + offset, start, end) for offset, start, end in part.pieces]
            prose += part.prose
        elif isinstance(part, Label):
            pieces.append((len(prose), part.start, part.end))
            prose += part.text
        elif part:
            pieces.append((len(prose), cell.start, cell.start if whole else cell.end))
            prose += part
    if not prose.endswith(_SENTENCE_END):
        pieces.append((len(prose), cell.end, cell.end) if not whole else (len(prose), cell.start, cell.start))
        prose += "."
    return replace(cell, prose=prose, pieces=tuple(pieces))
