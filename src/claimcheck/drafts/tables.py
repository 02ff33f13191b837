"""Tables of HTML: cells with the headers they are read under, or, where a table only lays a page out, paragraphs."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from typing import Final

from claimcheck.sources import Block, Label
from claimcheck.sources.grid import headed_cells, label
from claimcheck.sources.prose import is_caption
from claimcheck.text import Span

_WIDEST: Final = 1000  # columns
_EMPTIEST: Final = 20  # places in the grid for each cell that there is


@dataclass
class _Cell:
    at: int
    header: bool
    columns: int
    rows: int
    blocks: list[Block] = field(default_factory=list)

    @property
    def block(self) -> Block:
        """All that stands in the cell, as one block; it may be empty."""
        return joined(self.blocks) if self.blocks else Block("table_cell", self.at, self.at, "", ())


@dataclass
class Table:
    """A table while it is read. `lays_out`: it says of itself that it holds no data."""

    lays_out: bool = False
    rows: list[list[_Cell]] = field(default_factory=list)
    in_head: bool = False
    in_cell: bool = False
    head: int = 0  # rows of the table's head

    def begin_row(self) -> None:
        """A row begins."""
        self.rows.append([])
        self.in_cell = False
        self.head += self.in_head

    def begin_cell(self, at: int, header: bool, columns: int, rows: int) -> None:
        """A cell begins that takes so many columns and rows."""
        if not self.rows:
            self.begin_row()
        self.rows[-1].append(_Cell(at, header, min(max(columns, 1), _WIDEST), max(rows, 1)))
        self.in_cell = True

    def add(self, block: Block) -> bool:
        """Take a block into the open cell; False where there is none."""
        if not self.in_cell:
            return False
        self.rows[-1][-1].blocks.append(block)
        return True

    def blocks(self, headings: tuple[str, ...]) -> Iterator[Block]:
        """The cells with their headers, or what stands in them block by block."""
        rows = [row for row in self.rows if row]
        width = min(_WIDEST, max((sum(cell.columns for cell in row) for row in rows), default=0))
        if not self._holds_data(rows, width):
            for block in (block for row in rows for cell in row for block in cell.blocks):
                if block.kind == "table_cell":
                    yield replace(block, kind="caption" if is_caption(block.prose) else "paragraph")
                else:
                    yield block
            return
        first = self._header_rows(rows)
        grid = _grid(rows, width, first)
        head = [_header([line[column] for line in grid[:first]]) for column in range(width)]
        wide = {cell.block.start: cell.columns for row in rows[first:] for cell in row if cell.columns > 1}
        shared = {
            cell.start: _shared([line[column : column + wide[cell.start]] for line in grid[:first]])
            for line in grid[first:]
            for column, cell in enumerate(line)
            if cell.prose and cell.start in wide
        }
        for block in headed_cells(head, grid[first:], headings):
            if block.start not in shared:
                yield block
            elif column := shared[block.start]:
                yield replace(block, column=column)
            else:  # it is of several columns and of none of them
                yield replace(block, column=None, row=None)

    def _holds_data(self, rows: Sequence[Sequence[_Cell]], width: int) -> bool:
        cells = [cell for row in rows for cell in row]
        if self.lays_out or len(rows) * width > _EMPTIEST * len(cells):
            return False
        if any(block.kind != "table_cell" for cell in cells for block in cell.blocks):
            return False
        if any(cell.header for cell in cells):
            return True
        even = len({sum(cell.columns for cell in row) for row in rows}) == 1
        return even and len(rows) > 1 and width > 1 and all(len(cell.blocks) < 2 for cell in cells)

    def _header_rows(self, rows: Sequence[Sequence[_Cell]]) -> int:
        """How many rows at the top hold headers; the first does where no cell is marked as one."""
        if not any(cell.header for row in rows for cell in row):
            return 1
        marked = 0
        while marked < len(rows) and len(rows[marked]) > 1 and all(cell.header for cell in rows[marked]):
            marked += 1
        return min(max(marked, self.head), len(rows))


def _grid(rows: Sequence[Sequence[_Cell]], width: int, head: int) -> list[list[Block]]:
    """The rows as long as the table is wide; a header stands in every place it spans, another cell in its first."""
    lines: list[list[Block]] = []
    below: dict[int, tuple[int, Block]] = {}  # by column, how many more rows a cell from above takes
    for number, row in enumerate(rows):
        line: list[Block] = []
        for cell in row:
            while len(line) in below and len(line) < width:
                line.append(_from_above(below, len(line)))
            block, place = cell.block, len(line)
            empty = Block("table_cell", block.start, block.start, "", ())
            line.append(block)
            line += [block if number < head else empty] * (cell.columns - 1)
            if cell.rows > 1:
                kept = block if place == 0 or number < head else empty
                below.update(dict.fromkeys(range(place, len(line)), (cell.rows - 1, kept)))
        while len(line) < width:
            end = line[-1].end if line else 0
            taken = len(line) in below
            line.append(_from_above(below, len(line)) if taken else Block("table_cell", end, end, "", ()))
        around = Span(row[0].block.start, max(row[0].block.start, row[-1].block.end))
        lines.append([replace(block, around=around) for block in line[:width]])
    return lines


def _from_above(below: dict[int, tuple[int, Block]], column: int) -> Block:
    left, block = below.pop(column)
    if left > 1:
        below[column] = (left - 1, block)
    return block


def _header(cells: Sequence[Block]) -> Block:
    """The headers over a column as one: "2023" over "March" is "2023 March"."""
    said = list({cell.start: cell for cell in cells if cell.prose}.values())
    return joined(said) if said else Block("table_cell", 0, 0, "", ())


def _shared(over: Sequence[Sequence[Block]]) -> Label | None:
    """The header that several columns have in common; over: the headers of each row over these columns."""
    return label(_header([line[0] for line in over if len({cell.start for cell in line}) == 1]))


def joined(blocks: Sequence[Block]) -> Block:
    """Blocks that follow each other as one, with a space between them."""
    prose, pieces, end = blocks[0].prose, list(blocks[0].pieces), blocks[0].end
    for block in blocks[1:]:
        pieces.append((len(prose), end, max(end, block.start)))
        pieces += [(offset + len(prose) + 1, start, stop) for offset, start, stop in block.pieces]
        prose, end = f"{prose} {block.prose}", block.end
    return replace(blocks[0], end=end, prose=prose, pieces=tuple(pieces))
