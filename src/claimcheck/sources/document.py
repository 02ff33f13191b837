"""What a reader makes of a source: metadata, and blocks of clean prose that know where they stand in the text."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from pathlib import Path
from typing import Literal

from claimcheck.fields import Aliases
from claimcheck.text import SourceText, Span

Kind = Literal["paragraph", "heading", "list_item", "table_cell", "quote", "caption", "code"]
Piece = tuple[int, int, int]
"""(prose offset, source start, source end): a stretch of prose and the stretch of text it was read from.

The stretch of prose reaches to the next piece. Where both are equally long they correspond code point by code point;
where not (an entity such as `&amp;`, a line break with its indentation) they correspond as wholes.
"""


@dataclass(frozen=True, slots=True)
class Label:
    """Words that say what a block is about: a heading, a table's header cell, the sentence that opens a list."""

    text: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Block:
    """A paragraph, heading, list item, table cell or the like. start and end are its place in the normalised text.

    `prose` is what a reader sees: no markup, link targets, images or comments, lines of a paragraph joined; empty for
    code. `headings` are those it stands under, outermost first. For a table cell `column` and `row` are its headers,
    `corner` the header of the column of row headers, and `around` the span of its row; `of_things`: its row is a thing
    and its column what is said of it. For a list item `lead` is the paragraph or item ending in a colon above the list.
    `level` is a heading's depth, from 1, or how deep a list item is nested, from 1; otherwise 0.
    """

    kind: Kind
    start: int
    end: int
    prose: str
    pieces: tuple[Piece, ...]
    headings: tuple[str, ...] = ()
    level: int = 0
    lead: Label | None = None
    column: Label | None = None
    row: Label | None = None
    corner: Label | None = None
    of_things: bool = False
    around: Span | None = None

    def span(self, start: int, end: int) -> Span:
        """The place in the normalised text of prose[start:end]; ValueError where that is empty or outside."""
        if not 0 <= start < end <= len(self.prose):
            raise ValueError(f"no prose [{start}, {end}) in a block of {len(self.prose)} code points")
        return Span(self._source(start)[0], self._source(end - 1)[1])

    def _source(self, offset: int) -> tuple[int, int]:
        """Where the one code point of prose at `offset` was read from."""
        i = bisect_right(self.pieces, offset, key=lambda piece: piece[0]) - 1
        begin, start, end = self.pieces[i]
        stop = self.pieces[i + 1][0] if i + 1 < len(self.pieces) else len(self.prose)
        if stop - begin != end - start:
            return start, end
        return start + offset - begin, start + offset - begin + 1


@dataclass(frozen=True, slots=True)
class Meta:
    """What is known of a source. `published` decides what "Wednesday" means in it.

    `retrieved_at` is an ISO 8601 date or date and time; `ignored` lists front matter keys of other tools.
    Of a source brought in by `intake`, `original` is the file with its bytes, relative to the ledger's root, and
    `original_sha256` their hash; `replaces` is the id of the snapshot before this one; `pages` says where in the
    normalised text which page begins: (offset, number), by offset.
    """

    title: str | None = None
    publisher: str | None = None
    author: str | None = None
    url: str | None = None
    published: date | None = None
    retrieved_at: str | None = None
    sha256: str | None = None
    license: str | None = None
    aliases: Aliases = ()
    ignored: tuple[str, ...] = ()
    original: str | None = None
    original_sha256: str | None = None
    replaces: str | None = None
    pages: tuple[tuple[int, int], ...] = ()

    def page_of(self, offset: int) -> int | None:
        """The page of the original that an offset of the normalised text was on; None where that is not known."""
        at = bisect_right(self.pages, offset, key=lambda page: page[0]) - 1
        return self.pages[at][1] if at >= 0 else None


BlockReader = Callable[[SourceText, int], Iterable[Block]]
"""The blocks of a text from an offset on, where its front matter ends."""


@dataclass(frozen=True)
class Document:
    """A source as read. Its blocks are made when first asked for; `body` is where the front matter ends."""

    id: str
    path: Path
    text: SourceText
    meta: Meta
    body: int
    reader: BlockReader

    @cached_property
    def blocks(self) -> tuple[Block, ...]:
        """The blocks in the order of the text, none overlapping."""
        return tuple(self.reader(self.text, self.body))

    def page_of(self, offset: int) -> int | None:
        """As `Meta.page_of`."""
        return self.meta.page_of(offset)

    def paragraph_of(self, offset: int) -> int | None:
        """The paragraph, heading, list item or row of a table, from 1, that an offset is in; None between two."""
        number, row = 0, None
        for block in self.blocks:
            if block.around is None or block.around != row:
                number += 1
            row = block.around
            place = block.around or Span(block.start, block.end)
            if place.start <= offset < place.end:
                return number
        return None
