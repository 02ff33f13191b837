"""Markdown (CommonMark with GitHub's tables and strikethrough), parsed by markdown-it-py.

The parser gives blocks by line and inline tokens without places. Places are found again by walking the inline tokens
along the source: each token's own source string must stand next, so nothing is searched for in the dark.
Images, comments, HTML tags, HTML blocks, link targets and what is struck through are no prose; inline code is; code
blocks are blocks of kind "code" without prose. A table gives one block for each cell below its header row and right of
its first column (right of nothing in a table of one column): the headers are its labels.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cache
from typing import TYPE_CHECKING

from claimcheck.sources.document import Block, Kind, Label
from claimcheck.sources.grid import headed_cells
from claimcheck.sources.inline import Content, cell_spans, read_inline
from claimcheck.sources.prose import is_caption
from claimcheck.text import SourceText, Span

if TYPE_CHECKING:
    from markdown_it import MarkdownIt
    from markdown_it.token import Token

NESTING = 100  # blocks nested deeper than this are dropped by the parser


def new_parser() -> MarkdownIt:
    """A parser for `walk`."""
    from markdown_it import MarkdownIt

    parser = MarkdownIt("commonmark", {"maxNesting": NESTING}).enable(["table", "strikethrough"])
    return parser.disable("text_join")  # it would merge entities and escapes into the text around them


@cache
def _parser() -> MarkdownIt:
    return new_parser()


@dataclass(frozen=True, slots=True)
class Markup:
    """What stands in the source and is no prose: content[start:end], of the kind that the parser's token has.

    Given are blocks of HTML ("html_block"), tags and comments in a paragraph ("html_inline"), and as empty stretches
    the beginning and end of a footnote ("footnote_open", "footnote_close") and of a quote or item too deep to be read
    ("too_deep"). `block` and `level` are those of a paragraph that stood in its place.
    """

    kind: str
    content: Content
    start: int
    end: int
    headings: tuple[str, ...]
    block: Kind
    level: int


@dataclass(slots=True)
class _Reading:
    """Where the walk over the block tokens is."""

    text: SourceText
    parser: MarkdownIt
    first_line: int  # the body's first line, from 0
    outline: list[tuple[int, str]] = field(default_factory=list)
    within: list[str] = field(default_factory=list)  # open quotes and list items, outermost first
    leads: list[Label | None] = field(default_factory=list)  # what led into each open list
    said: Label | None = None  # the last paragraph or item read
    heading: int = 0  # level of the open heading

    @property
    def headings(self) -> tuple[str, ...]:
        return tuple(title for _, title in self.outline)


def blocks(text: SourceText, body: int) -> Iterator[Block]:
    """The blocks of a Markdown text from offset `body` on."""
    return (item for item in walk(text, body, _parser()) if isinstance(item, Block))


def walk(text: SourceText, body: int, parser: MarkdownIt) -> Iterator[Block | Markup]:
    """The blocks of a Markdown text from offset `body` on, and what else stands between them."""
    reading = _Reading(text, parser, text.line_column(body)[0] - 1)
    tokens = parser.parse(text.text[body:])
    at = 0
    while at < len(tokens):
        token = tokens[at]
        if token.type == "table_open":
            stop = next(i for i in range(at, len(tokens)) if tokens[i].type == "table_close")
            yield from _table(tokens[at:stop], reading)
            at = stop
        elif token.type == "inline":
            yield from _paragraph(token, reading)
        elif token.type in ("fence", "code_block"):
            yield _code(token, reading)
        elif token.type in ("html_block", "footnote_open", "footnote_close"):
            content = Content.of_lines(token.content, text, _line(token, reading))
            yield _markup(token.type, content, Span(0, len(token.content)), reading)
        else:
            if token.level >= NESTING - 1 and token.type in ("blockquote_open", "list_item_open"):
                content = Content.of_lines("", text, _line(token, reading))
                yield _markup("too_deep", content, Span(0, 0), reading)
            _enter_or_leave(token, reading)
        at += 1


def _markup(kind: str, content: Content, span: Span, reading: _Reading) -> Markup:
    return Markup(kind, content, span.start, span.end, reading.headings, *_kind("", reading))


def _enter_or_leave(token: Token, reading: _Reading) -> None:
    kind, _, way = token.type.rpartition("_")
    if kind == "heading":
        reading.heading = int(token.tag[1:]) if way == "open" else 0
    elif kind in ("bullet_list", "ordered_list"):
        if way == "open":
            said = reading.said
            reading.leads.append(said if said and said.text.endswith(":") else None)
        else:
            reading.leads.pop()
    elif kind in ("list_item", "blockquote"):
        if way == "open":
            reading.within.append(kind)
        else:
            reading.within.pop()


def _paragraph(token: Token, reading: _Reading) -> Iterator[Block | Markup]:
    content = Content.of_lines(token.content, reading.text, _line(token, reading))
    tags: list[Span] = []
    prose, pieces = read_inline(content, token.children or [], reading.parser, tags)
    yield from (_markup("html_inline", content, tag, reading) for tag in tags)
    if not prose:
        return
    kind, level = _kind(prose, reading)
    if kind == "heading":
        reading.outline = [entry for entry in reading.outline if entry[0] < level]
    lead = reading.leads[-1] if kind == "list_item" and reading.leads else None
    yield Block(kind, content.start, content.end, prose, pieces, reading.headings, level, lead)
    reading.said = None if kind == "heading" else Label(prose, content.start, content.end)
    if kind == "heading":
        reading.outline.append((level, prose))


def _kind(prose: str, reading: _Reading) -> tuple[Kind, int]:
    if reading.heading:
        return "heading", reading.heading
    if reading.within:
        return (
            ("quote", 0)
            if reading.within[-1] == "blockquote"
            else ("list_item", reading.within.count("list_item"))
        )
    return ("caption" if is_caption(prose) else "paragraph"), 0


def _line(token: Token, reading: _Reading) -> int:
    """The line of the whole text, from 1, that a token begins on."""
    return reading.first_line + (token.map[0] if token.map else 0) + 1


def _code(token: Token, reading: _Reading) -> Block:
    first = _line(token, reading)
    last = max(first, first + (token.map[1] - token.map[0] if token.map else 1) - 1)
    reading.said = None
    end = reading.text.line(min(last, len(reading.text.line_starts))).end
    return Block("code", reading.text.line(first).start, end, "", (), reading.headings)


def _table(tokens: list[Token], reading: _Reading) -> Iterator[Block | Markup]:
    reading.said = None
    rows: list[list[Token]] = []
    for token in tokens:
        if token.type == "tr_open":
            rows.append([])
        elif token.type == "inline":
            rows[-1].append(token)
    markup: list[Markup] = []
    head, *read = [list(_cells(row, reading, markup)) for row in rows]
    yield from markup
    yield from headed_cells(head, read, reading.headings)


def _cells(row: list[Token], reading: _Reading, markup: list[Markup]) -> Iterator[Block]:
    """The cells of a row, all columns; one the source leaves out is empty and stands at the end of its row."""
    line = reading.text.line(_line(row[0], reading))
    found = cell_spans(reading.text[line])
    first = line.start + (found[0].start if found else 0)
    around = Span(first, line.start + found[-1].end if found else first)
    for i, token in enumerate(row):
        span = found[i] if i < len(found) else Span(len(line), len(line))
        content = Content.of_cell(
            token.content, reading.text[line][span.start : span.end], line.start + span.start
        )
        tags: list[Span] = []
        prose, pieces = read_inline(content, token.children or [], reading.parser, tags)
        markup += (_markup("html_inline", content, tag, reading) for tag in tags)
        yield Block("table_cell", content.start, content.end, prose, pieces, around=around)
