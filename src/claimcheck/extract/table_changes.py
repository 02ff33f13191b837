"""What a table's row says has changed: "Default timeout rose from 30 seconds in 4.1 to 90 seconds in 4.2."

Only columns that follow each other in time are compared: versions, years, quarters, before and after.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal
from itertools import groupby, pairwise

from claimcheck.sources import Block
from claimcheck.sources.table_prose import unit
from claimcheck.sources.table_words import ANSWERS, EMPTY, period, without_unit
from claimcheck.text import Span

_FIGURE = re.compile(r"(?P<sign>[$€£¥]?)(?P<number>\d[\d,]*(?:\.\d+)?)(?P<unit>.*)")
_MOST_WORDS = 6  # in a cell that is a value
_MOST_PAIRS = 4  # of neighbouring columns


@dataclass(frozen=True, slots=True)
class Change:
    """A sentence on one row and two of its columns, with the places it is read from."""

    text: str
    spans: tuple[Span, ...]


def changes(blocks: Sequence[Block]) -> Iterator[tuple[int, Change]]:
    """What the rows of a document's tables say has changed, each after the index of its row's last cell."""
    cells = [(k, block) for k, block in enumerate(blocks) if block.kind == "table_cell"]
    for _, row in groupby(cells, key=lambda each: each[1].around):
        listed = list(row)
        for change in _of_row([block for _, block in listed]):
            yield listed[-1][0], change


def _of_row(cells: Sequence[Block]) -> Iterator[Change]:
    dated = [(at, cell) for cell in cells if (at := _period(cell)) is not None]
    if len({len(at) > 1 and at[0] for at, _ in dated}) != 1 or len({at for at, _ in dated}) < len(dated):
        return
    ordered = sorted(dated, key=lambda each: each[0])
    for (_, before), (_, after) in list(pairwise(ordered))[-_MOST_PAIRS:]:
        text = _said(before, after)
        if text:
            labels = [label for label in (before.row, before.column, after.column) if label]
            spans = [Span(after.start, after.end), Span(before.start, before.end)]
            spans += [Span(label.start, label.end) for label in labels]
            yield Change(text, tuple(dict.fromkeys(spans)))


def _period(cell: Block) -> tuple[float, ...] | None:
    """Where the cell's column stands in a sequence; None for a cell that no change can be told of."""
    if cell.row is None or cell.column is None or cell.of_things:
        return None
    short = len(cell.prose.split()) <= _MOST_WORDS
    valued = not EMPTY.fullmatch(cell.prose) and cell.prose.lower() not in ANSWERS
    return period(cell.column.text) if short and valued else None


def _said(before: Block, after: Block) -> str:
    assert before.row is not None
    what = without_unit(before.row.text.rstrip(" :"))
    old, new = before.prose.rstrip(".") + unit(before), after.prose.rstrip(".") + unit(after)
    start, end = _place(before), _place(after)
    if old == new:
        return f"{what} stayed at {old} from {start[4:]} to {end[4:]}." if start else ""
    return f"{what} {_verb(old, new)} from {old}{start} to {new}{end}."


def _place(cell: Block) -> str:
    """ " in 4.2"; nothing for a column that only says "before" or "now"."""
    assert cell.column is not None
    at = period(cell.column.text)
    return f" in {cell.column.text}" if at and at[0] >= 0 else ""


def _verb(old: str, new: str) -> str:
    one, two = _FIGURE.fullmatch(old), _FIGURE.fullmatch(new)
    if not one or not two or one["sign"] != two["sign"] or _unit(one["unit"]) != _unit(two["unit"]):
        return "changed"
    low, high = (Decimal(found["number"].replace(",", "")) for found in (one, two))
    return "rose" if low < high else "fell"


def _unit(text: str) -> str:
    return text.strip().lower().rstrip(".").removesuffix("s")
