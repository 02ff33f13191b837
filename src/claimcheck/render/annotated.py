"""A draft as annotated copy: its blocks in order, cut into runs, each the words of one statement or of none."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby, pairwise

from claimcheck.report.checked import DraftBlock, DraftFile, Stretch

# Of statements that overlap, the words show the worst.
RANKS = ("contradicted", "disputed", "unclaimed", "supported", "uncheckable")


@dataclass(frozen=True, slots=True)
class Spot:
    """A statement, or a problem, by its id and kind, and its place in the raw text."""

    id: str
    kind: str
    start: int
    end: int
    suppressed: bool


@dataclass(frozen=True, slots=True)
class Run:
    """Words; `spot`: the statement they are of, `first`: whether they are its first; `ends`: problems ending there."""

    text: str
    spot: Spot | None
    first: bool
    ends: tuple[Spot, ...]


@dataclass(frozen=True, slots=True)
class Part:
    """A block; `head` and `rows` are a table's, its only ones. A heading's `level` skips none."""

    kind: str
    level: int
    runs: tuple[Run, ...] = ()
    head: tuple[str, ...] = ()
    rows: tuple[tuple[str, tuple[tuple[Run, ...], ...]], ...] = ()


@dataclass(frozen=True, slots=True)
class Copy:
    """A draft: its parts, and the spots that are in none of them, such as a comment."""

    parts: tuple[Part, ...]
    elsewhere: tuple[Spot, ...]


def annotated(file: DraftFile, spots: Iterable[Spot]) -> Copy:
    """The copy of a draft; spots: what was found in it, in any order."""
    cutter = _Cutter(sorted(spots, key=lambda spot: (spot.start, spot.end)))
    parts: list[Part] = []
    levels: list[int] = []
    for table, blocks in groupby(file.blocks or _paragraphs(file.text), key=_table):
        if table is not None:
            parts.append(_of_table(list(blocks), cutter))
            continue
        for block in blocks:
            level = _depth(levels, block.level) if block.kind == "heading" else block.level
            parts.append(Part(block.kind, level, cutter.runs(block)))
    return Copy(tuple(parts), cutter.unseen())


class _Cutter:
    """Cuts blocks at the ends of spots, and remembers which spots a reader can see; spots are in order."""

    def __init__(self, spots: Sequence[Spot]) -> None:
        self.spots = spots
        self.longest = max((spot.end - spot.start for spot in spots), default=0)
        self.seen: set[str] = set()

    def runs(self, block: DraftBlock) -> tuple[Run, ...]:
        """The block's words in order."""
        prose = block.prose
        text = "".join(words for words, _, _ in prose)
        ranges = [
            (spot, *found) for spot in self._near(block) if (found := _range(prose, spot.start, spot.end))
        ]
        said = [each for each in ranges if each[0].kind != "problem"]
        flags = [each for each in ranges if each[0].kind == "problem" and each[0].id not in self.seen]
        cuts = {0, len(text)} | {cut for _, *ends in said for cut in ends} | {end for *_, end in flags}
        made = []
        for start, end in pairwise(sorted(cuts)):
            over = (spot for spot, first, last in said if first <= start and end <= last)
            spot = min(over, key=_rank, default=None)
            ends = tuple(flag for flag, _, last in flags if last == end)
            made.append(Run(text[start:end], spot, spot is not None and spot.id not in self.seen, ends))
            self.seen.update(each.id for each in (spot, *ends) if each)
        return tuple(made)

    def unseen(self) -> tuple[Spot, ...]:
        """The spots that are in no run so far."""
        return tuple(spot for spot in self.spots if spot.id not in self.seen)

    def _near(self, block: DraftBlock) -> Iterator[Spot]:
        first = bisect_left(self.spots, block.start - self.longest, key=lambda spot: spot.start)
        last = bisect_left(self.spots, block.end, key=lambda spot: spot.start)
        return (spot for spot in self.spots[first:last] if spot.end > block.start)


def _range(prose: Sequence[Stretch], start: int, end: int) -> tuple[int, int] | None:
    """Where [start, end) of the raw text stands in a block's prose; None where it does not."""
    found: list[int] = []
    at = 0
    for words, first, last in prose:
        if start < last and first < end:
            alike = len(words) == last - first
            found += (
                (at + max(start - first, 0), at + len(words) - max(last - end, 0))
                if alike
                else (at, at + len(words))
            )
        at += len(words)
    return (min(found), max(found)) if found and min(found) < max(found) else None


def _rank(spot: Spot) -> tuple[bool, int, int]:
    return spot.suppressed, RANKS.index(spot.kind), spot.end - spot.start


def _paragraphs(text: str) -> tuple[DraftBlock, ...]:
    """Stand-ins for the blocks of a draft that has none: its raw text between blank lines."""
    made, at = [], 0
    for blank, lines in groupby(text.splitlines(keepends=True), key=lambda line: not line.strip()):
        piece = "".join(lines)
        end = at + len(piece)
        if not blank:
            made.append(DraftBlock("paragraph", 0, at, end, ((piece, at, end),)))
        at = end
    return tuple(made)


def _depth(levels: list[int], level: int) -> int:
    """How deep a heading is below those above it; `levels` are those still open."""
    while levels and levels[-1] >= level:
        levels.pop()
    levels.append(level)
    return len(levels)


def _table(block: DraftBlock) -> str | None:
    """What cells of one table have in common; None for what is no cell."""
    return block.corner if block.kind == "table_cell" else None


def _of_table(cells: Sequence[DraftBlock], cutter: _Cutter) -> Part:
    """Cells beneath the headers of their columns; in a row's own order where headers do not tell columns apart."""
    rows = [list(group) for _, group in groupby(cells, key=lambda cell: (cell.around, cell.row))]
    headed = all(cell.column for cell in cells) and all(
        len({c.column for c in row}) == len(row) for row in rows
    )
    columns = tuple(dict.fromkeys(cell.column for cell in cells)) if headed else ()
    made = []
    for row in rows:
        runs = [cutter.runs(cell) for cell in row]
        named = {cell.column: found for cell, found in zip(row, runs, strict=True)}
        made.append(
            (row[0].row, tuple(named.get(column, ()) for column in columns) if headed else tuple(runs))
        )
    return Part("table", 0, (), (cells[0].corner, *columns) if headed else (), tuple(made))
