"""Drafts written in Word: their text on lines, one to a paragraph, and the blocks of those lines.

The raw text of such a draft is this rendering, since there is no text file to point into: the line of a place is the
number of the paragraph, counted as Word's body goes, a table cell as one; notes come behind the body.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace
from functools import partial
from hashlib import sha256
from pathlib import Path
from typing import Final

from claimcheck.drafts.draft import Comment, Draft
from claimcheck.drafts.rawtext import RawText
from claimcheck.errors import DraftError, SourceError
from claimcheck.sources import Block, Document, Label, Meta
from claimcheck.sources.grid import headed_cells
from claimcheck.sources.prose import Prose, is_caption
from claimcheck.sources.word import WORD_SUFFIX, Cell, Paragraph, Table, WordText, read_word
from claimcheck.text import SourceText, Span

__all__ = ["WORD_SUFFIX", "read_docx"]

_COMMENT: Final = re.compile(r"<!--(.*?)-->")
_SENTENCE: Final = re.compile(r"[.!?][\"'”’)\]]*$")
_SHORTEST_NOTE: Final = 5  # words


def read_docx(data: bytes, name: str) -> Draft:
    """The draft in a DOCX file's bytes. Raises DraftError as `sources.word.read_word` does SourceError."""
    try:
        word = read_word(data, name)
    except SourceError as error:
        raise DraftError(str(error)) from error
    lines = _Lines()
    lines.add(word)
    text = "".join(f"{line}\n" for line in lines.lines)
    source = replace(SourceText.from_text(text), sha256=sha256(data).hexdigest())
    blocks = partial(_made, tuple(lines.blocks))
    return Draft(
        name=name,
        document=Document(name, Path(name), source, Meta(title=word.title), 0, blocks),
        raw=RawText(source.text),
        sha256=source.sha256,
        comments=tuple(lines.comments),
        editable=False,
    )


def _made(blocks: Sequence[Block], _text: SourceText, _body: int) -> Iterable[Block]:
    return blocks


@dataclass
class _Lines:
    """The lines so far, and what stands on them."""

    lines: list[str] = field(default_factory=list)
    blocks: list[Block] = field(default_factory=list)
    comments: list[Comment] = field(default_factory=list)
    outline: list[tuple[int, str]] = field(default_factory=list)
    leads: list[Label | None] = field(default_factory=list)  # what led into each open list
    said: Label | None = None  # the last paragraph or item
    at: int = 0

    def add(self, word: WordText) -> None:
        for item in word.items:
            if isinstance(item, Table):
                self._table(item)
            else:
                self._paragraph(item)
        self.outline, self.leads, self.said = [], [], None
        for note in word.notes:
            if _is_sentence(note.text):
                self._paragraph(note)
            else:
                self._line(note.text)

    def _line(self, text: str) -> int:
        """Add a line; the offset at which it begins."""
        start = self.at
        self.lines.append(text)
        self.at += len(text) + 1
        self.comments += [
            Comment(found[1], start + found.start(), start + found.end()) for found in _COMMENT.finditer(text)
        ]
        return start

    def _paragraph(self, paragraph: Paragraph) -> None:
        start = self._line(paragraph.text)
        block = _block(paragraph, start)
        if not paragraph.prose or not (block.prose or paragraph.kind == "code"):
            return
        if block.kind == "heading":
            self.outline = [entry for entry in self.outline if entry[0] < block.level]
        block = replace(block, headings=self._headings(), lead=self._lead(block))
        self.blocks.append(block)
        self.said = None if block.kind in ("heading", "code") else Label(block.prose, block.start, block.end)
        if block.kind == "heading":
            self.outline.append((block.level, block.prose))

    def _headings(self) -> tuple[str, ...]:
        return tuple(title for _, title in self.outline)

    def _lead(self, block: Block) -> Label | None:
        """What led into the list that a list item is in, and keep count of the lists that are open."""
        if block.kind != "list_item":
            self.leads = []
            return None
        opening = self.said if self.said and self.said.text.endswith(":") else None
        self.leads = self.leads[: block.level]
        self.leads += [opening] * (block.level - len(self.leads))
        return self.leads[-1]

    def _table(self, table: Table) -> None:
        """A table's cells; one of a single row or column is there for the layout, and its paragraphs are copy."""
        self.said, self.leads = None, []
        if len(table.rows) < 2 or len(table.rows[0]) < 2:
            for paragraph in (part for row in table.rows for cell in row for part in cell):
                self._paragraph(paragraph)
            return
        head, *rows = [self._row(row) for row in table.rows]
        self.blocks += headed_cells(head, rows, self._headings())

    def _row(self, row: Sequence[Cell]) -> list[Block]:
        first = self.at
        cells = [self._cell(cell) for cell in row]
        around = Span(first, max(first, self.at - 1))
        return [replace(cell, around=around) for cell in cells]

    def _cell(self, cell: Cell) -> Block:
        """A cell as one block, its paragraphs as one line."""
        prose = Prose()
        start = self._line(" ".join(part.text for part in cell if part.text))
        prose.add(self.lines[-1], start)
        words, pieces = prose.done()
        return Block("table_cell", start, self.at - 1, words, pieces)


def _block(paragraph: Paragraph, start: int) -> Block:
    prose, text, at = Prose(), paragraph.text, 0
    for comment in _COMMENT.finditer(text):
        prose.add(text[at : comment.start()], start + at)
        at = comment.end()
    if paragraph.kind != "code":
        prose.add(text[at:], start + at)
    words, pieces = prose.done()
    kind = "caption" if paragraph.kind == "paragraph" and is_caption(words) else paragraph.kind
    return Block(kind, start, start + len(text), words, pieces, level=paragraph.level)


def _is_sentence(note: str) -> bool:
    """Whether a note says something, and does not merely name a work: full stop, and mostly words in lower case."""
    words = note.split()
    plain = sum(word[0].islower() for word in words)
    return len(words) >= _SHORTEST_NOTE and 2 * plain > len(words) and bool(_SENTENCE.search(note))
