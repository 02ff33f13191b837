"""Markdown drafts: the prose that `sources.markdown` reads, footnotes, and what the HTML in them says."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from functools import cache
from typing import TYPE_CHECKING

from claimcheck.drafts.draft import Comment
from claimcheck.drafts.html import Page, read_page
from claimcheck.drafts.reading import Reading, UnreadableError
from claimcheck.drafts.references import is_reference
from claimcheck.drafts.tags import EndlessMarkupError
from claimcheck.sources import Block, Label, Piece
from claimcheck.sources.inline import Content
from claimcheck.sources.markdown import NESTING, Markup, new_parser, walk
from claimcheck.text import SourceText

if TYPE_CHECKING:
    from markdown_it import MarkdownIt


@cache
def _parser() -> MarkdownIt:
    from claimcheck.drafts.footnotes import add_footnotes

    return add_footnotes(new_parser())


def read_markdown(text: SourceText, body: int) -> Reading:
    """The blocks and comments of a Markdown text from offset `body` on. Raises UnreadableError."""
    blocks: list[Block] = []
    comments: list[Comment] = []
    notes = 0
    for item in walk(text, body, _parser()):
        if isinstance(item, Block):
            if not (notes and is_reference(item.prose)):
                blocks.append(item)
            continue
        if item.kind == "too_deep":
            raise UnreadableError(item.content.start, f"quotes or lists are nested more than {NESTING} deep")
        notes += {"footnote_open": 1, "footnote_close": -1}.get(item.kind, 0)
        if item.kind == "html_inline":
            comments += _inline_comment(item)
        elif item.kind == "html_block":
            page = _page(item)
            blocks += (_placed(_within(block, item), item.content) for block in page.blocks)
            comments += (
                Comment(each.text, *_place(item.content, each.start, each.end)) for each in page.comments
            )
    return Reading(tuple(blocks), tuple(sorted(comments, key=lambda each: each.start)))


def _inline_comment(markup: Markup) -> Iterator[Comment]:
    content = markup.content
    said = content.text[markup.start : markup.end]
    if said.startswith("<!--"):
        yield Comment(said[4:-3], *_place(content, markup.start, markup.end))


def _page(markup: Markup) -> Page:
    try:
        return read_page(markup.content.text, markup.headings)
    except EndlessMarkupError as error:
        raise UnreadableError.endless(markup.content.place(error.at), error.what) from error


def _within(block: Block, markup: Markup) -> Block:
    """A paragraph of the HTML in a quote is a quote."""
    return replace(block, kind=markup.block, level=markup.level) if block.kind == "paragraph" else block


def _place(content: Content, start: int, end: int) -> tuple[int, int]:
    """The place in the text of a stretch of the content."""
    return content.place(start), content.place(end - 1) + 1


def _placed(block: Block, content: Content) -> Block:
    """A block whose offsets are those of a part of the text, with those of the text."""
    pieces: list[Piece] = []
    for k, (offset, start, end) in enumerate(block.pieces):
        stop = block.pieces[k + 1][0] if k + 1 < len(block.pieces) else len(block.prose)
        if stop - offset == end - start:
            pieces += _parts(content, start, end, offset - start)
        else:
            pieces.append((offset, *_place(content, start, end)))
    start, end = _place(content, block.start, block.end)
    return Block(
        block.kind, start, end, block.prose, tuple(pieces), block.headings, block.level,
        _label(block.lead, content), _label(block.column, content), _label(block.row, content),
        _label(block.corner, content), block.of_things,
    )  # fmt: skip


def _parts(content: Content, start: int, end: int, shift: int) -> Iterator[Piece]:
    """The pieces of content[start:end], which stands on several lines; offsets in the prose are `shift` further."""
    at = start
    for low, place, length in content.parts(start, end):
        if at < low:
            yield at + shift, content.place(at - 1) + 1 if at else place, place
        yield low + shift, place, place + length
        at = low + length
    if at < end:
        yield at + shift, content.place(at - 1) + 1, content.place(end - 1) + 1


def _label(label: Label | None, content: Content) -> Label | None:
    return Label(label.text, *_place(content, label.start, label.end)) if label else None
