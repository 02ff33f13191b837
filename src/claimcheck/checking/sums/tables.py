"""Tables whose row or column of totals is not the sum of the others, and lists that end in a total."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal, InvalidOperation
from typing import Final

from claimcheck.dimensions.interval import plain
from claimcheck.sources import Block
from claimcheck.text import Span

TOTALS: Final = re.compile(r"(?:grand |overall )?(?:totals?|sum)|all|in all", re.IGNORECASE)
SUBTOTAL: Final = re.compile(r"\b(?:sub-?total|total|of which|thereof|incl)", re.IGNORECASE)
NO_SUM: Final = re.compile(
    r"%|\b(?:average|avg|mean|median|rate|ratio|per|share|percent(?:age)?|rank|position|age|year|index|price|change|"
    r"min|max|best|worst|record|date|no|#)\b",
    re.IGNORECASE,
)
FIGURE: Final = re.compile(
    r"(?P<minus>[-−–(]\s?)?(?P<sign>[$€£¥₹]|[A-Z]{3} )?\s?(?P<number>\d{1,3}(?:[,  ]\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?)\s?"
    r"(?P<unit>[A-Za-z%]{0,12})\)?"
)
NOTHING: Final = frozenset({"", "-", "–", "—", "−", "nil", "none"})
ITEM: Final = re.compile(r"(?P<name>[^:;.]{1,60}?)\s*[:–—]\s+(?P<figure>[^:]{1,30}?)\.?")
AGREEING: Final = 2  # other rows that must add up before one is called wrong
FEWEST: Final = 2


@dataclass(frozen=True, slots=True)
class Cell:
    """A figure of a table or list; offsets are of the normalised text. `step` is one unit of its last digit."""

    value: Decimal
    unit: str
    step: Decimal
    text: str
    span: Span


@dataclass(frozen=True, slots=True)
class Unsummed:
    """A total that is not the sum of its parts."""

    total: Cell
    message: str
    parts: tuple[Cell, ...]


def tables(blocks: Sequence[Block]) -> Iterator[Unsummed]:
    """The totals of a document's tables and lists that their parts do not come to."""
    for grid in _grids(blocks):
        yield from _columns(grid)
        yield from _rows(grid)
    for items in _item_runs(blocks):
        yield from _list(items)


# tables

Row = dict[int, Block]  # the start of a column's header -> its cell
Grid = list[Row]


def _grids(blocks: Sequence[Block]) -> Iterator[Grid]:
    """The rows of every table that has a column of row headers; a table's cells share their corner."""
    found: dict[int, dict[int, Row]] = {}
    for block in blocks:
        if block.kind == "table_cell" and block.corner and block.around and block.column:
            rows = found.setdefault(block.corner.start, {})
            rows.setdefault(block.around.start, {})[block.column.start] = block
    for rows in found.values():
        yield list(rows.values())


def _name(row: Row) -> str:
    label = next(iter(row.values())).row
    return label.text.strip(" *_:") if label else ""


def _columns(grid: Grid) -> Iterator[Unsummed]:
    """The last row, where it is called a total: each of its cells against those above."""
    if len(grid) <= FEWEST or not TOTALS.fullmatch(_name(grid[-1])):
        return
    if any(SUBTOTAL.search(_name(row)) or not _name(row) for row in grid[:-1]):
        return
    for header, block in grid[-1].items():
        label = block.column.text if block.column else ""
        total = read(block)
        if total is None or NO_SUM.search(label) or total.unit == "%":
            continue
        parts = _parts(row.get(header) for row in grid[:-1])
        if parts is not None and not _average(total, parts):
            yield from _compared(total, parts)


def _rows(grid: Grid) -> Iterator[Unsummed]:
    """A column called a total against the others of its row, where enough other rows add up."""
    headers = [
        h for h, block in grid[0].items() if block.column and TOTALS.fullmatch(block.column.text.strip(" *_"))
    ]
    if len(headers) != 1 or len(grid) <= AGREEING:
        return
    wrong, right = [], 0
    for row in grid:
        total = read(row[headers[0]]) if headers[0] in row else None
        others = [b for h, b in row.items() if h != headers[0]]
        if total is None or any(NO_SUM.search(b.column.text) for b in others if b.column):
            return
        parts = _parts(others, fewest=1)
        if parts is None:
            return
        found = list(_compared(total, parts))
        wrong += found
        right += not found
    if right >= AGREEING and right > len(wrong):
        yield from wrong


def _parts(blocks: Iterable[Block | None], fewest: int = FEWEST) -> tuple[Cell, ...] | None:
    """The figures of cells, empty ones left out; None where one of them is something else, or too few are left."""
    found = []
    for block in blocks:
        if block is None or block.prose.strip().lower() in NOTHING:
            continue
        cell = read(block)
        if cell is None:
            return None
        found.append(cell)
    return tuple(found) if len(found) >= fewest and len({cell.unit for cell in found}) == 1 else None


def _average(total: Cell, parts: Sequence[Cell]) -> bool:
    """Whether the total lies among its parts, as an average does."""
    values = [part.value for part in parts]
    return min(values) <= total.value <= max(values) or min(values) < 0


def _compared(total: Cell, parts: tuple[Cell, ...]) -> Iterator[Unsummed]:
    if total.unit != parts[0].unit:
        return
    value = sum((part.value for part in parts), Decimal(0))
    whole = all(cell.step == 1 for cell in (total, *parts))
    room = (
        Decimal(0)
        if whole and not _rounded(parts)
        else total.step / 2 + sum((p.step for p in parts), Decimal(0)) / 2
    )
    if abs(value - total.value) > room:
        yield Unsummed(total, f"the parts add up to {plain(value)}, not {total.text.strip('*_ ')}", parts)


def _rounded(parts: Sequence[Cell]) -> bool:
    """Whether every part ends in zeros, as rounded figures do."""
    return all(part.value % 10 == 0 and part.value >= 100 for part in parts)


def read(block: Block) -> Cell | None:
    """The figure that a cell holds and nothing else."""
    prose = block.prose.strip()
    found = FIGURE.fullmatch(prose.strip("*_ "))
    if found is None:
        return None
    at = block.prose.index(prose)
    return _cell(found, prose, block.span(at, at + len(prose)))


def _cell(found: re.Match[str], text: str, span: Span) -> Cell | None:
    number = re.sub(r"[,  ]", "", found["number"])
    try:
        value = Decimal(number)
    except InvalidOperation:
        return None
    places = len(number.split(".")[1]) if "." in number else 0
    unit = ((found["sign"] or "") + (found["unit"] or "")).strip()
    signed = -value if found["minus"] else value
    return Cell(signed, unit, Decimal(1).scaleb(-places), text, span)


# lists


def _item_runs(blocks: Sequence[Block]) -> Iterator[list[tuple[str, Cell]]]:
    """Lists of which every item is a name and a figure."""
    run: list[tuple[str, Cell]] = []
    lead: object = None
    for block in blocks:
        item = _item(block) if block.kind == "list_item" and block.level == 1 else None
        if item is None or (run and block.lead != lead):
            yield run
            run = []
        if item is not None:
            lead = block.lead
            run.append(item)
    yield run


def _item(block: Block) -> tuple[str, Cell] | None:
    found = ITEM.fullmatch(block.prose.strip())
    figure = FIGURE.fullmatch(found["figure"].strip()) if found else None
    if found is None or figure is None:
        return None
    at = block.prose.index(block.prose.strip()) + found.start("figure")
    cell = _cell(figure, found["figure"], block.span(at, at + len(found["figure"])))
    return (found["name"].strip(" *_"), cell) if cell else None


def _list(items: Sequence[tuple[str, Cell]]) -> Iterator[Unsummed]:
    if len(items) <= FEWEST or not TOTALS.fullmatch(items[-1][0]):
        return
    parts = tuple(cell for _, cell in items[:-1])
    if any(SUBTOTAL.search(name) or NO_SUM.search(name) for name, _ in items[:-1]):
        return
    if len({cell.unit for cell in parts}) == 1 and not _average(items[-1][1], parts):
        yield from _compared(items[-1][1], parts)
