"""Whether the places that a draft's prose leads to are there, and hold what the prose says."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator
from html import unescape
from itertools import pairwise

from claimcheck.drafts import Draft
from claimcheck.sources import Block
from claimcheck.text import normalise


def complaints(draft: Draft) -> Iterator[str]:
    """What is wrong with the places of a draft, in the order of its text."""
    text, raw = draft.document.text.text, draft.raw.text
    if normalise(raw) != text:
        yield "the raw text is not that of the document"
    last = 0
    for block in draft.document.blocks:
        where = f"{block.kind} at {block.start}"
        if not last <= block.start <= block.end <= len(text):
            yield f"{where}: begins before the one before it ends, at {last}, or ends beyond the text"
        last = block.end
        if block.prose != block.prose.strip() or bool(block.prose) != bool(block.pieces):
            yield f"{where}: its prose is {block.prose!r}, its pieces are {len(block.pieces)}"
        yield from (f"{where}: {wrong}" for wrong in _of_pieces(draft, block, text))
        if block.prose:
            place = draft.place(*_ends(block))
            found = normalise(raw[place.start : place.end])
            missing = [word for word in _plain_words(block, text) if word not in found]
            if missing:
                yield f"{where}: {missing[0]!r} is not in {found!r}"
    for comment in draft.comments:
        if not 0 <= comment.start < comment.end <= len(text):
            yield f"comment at {comment.start}: no such place"
        elif not set(comment.text.split()) <= set(_within_marks(text[comment.start : comment.end]).split()):
            yield f"comment at {comment.start}: its text is not there"


def _ends(block: Block) -> tuple[int, int]:
    span = block.span(0, len(block.prose))
    return span.start, span.end


def _of_pieces(draft: Draft, block: Block, text: str) -> Iterator[str]:
    for offset, stop, start, end in _stretches(block):
        words, source = block.prose[offset:stop], text[start:end]
        if not block.start <= start <= end <= block.end:
            yield f"piece at {offset} leads to {start} to {end}, outside of the block"
        elif stop <= offset:
            yield f"piece at {offset} is empty"
        elif not _says(source, words):
            yield f"{words!r} was not read from {source!r}"
        elif end > start:
            place = draft.place(start, end)
            if normalise(draft.raw.text[place.start : place.end]) != source:
                yield f"{source!r} does not stand at raw {place.start} to {place.end}"
    if any(one[2] > other[1] for one, other in pairwise(block.pieces)):
        yield "its pieces overlap"


def _stretches(block: Block) -> Iterator[tuple[int, int, int, int]]:
    """The pieces of a block, with the end of each in the prose."""
    for k, (offset, start, end) in enumerate(block.pieces):
        yield offset, block.pieces[k + 1][0] if k + 1 < len(block.pieces) else len(block.prose), start, end


def _says(source: str, words: str) -> bool:
    """Whether prose may have been read from a stretch of source."""
    if words.isspace() or (len(words) == len(source) and all(map(_alike, words, source))):
        return True
    if source.startswith("&"):
        return words.strip() in normalise(unescape(source)) or words in unescape(source)
    return source.startswith(("\\", "|", "<", ":", "`"))  # an escape, a substitution, <q>, a role


def _alike(char: str, source: str) -> bool:
    """Whether a character is one of the source, or stands for it as a space or as a superscript."""
    if char == source or (char.isspace() and source.isspace()):
        return True
    plain = unicodedata.normalize("NFKC", char).replace("\u2212", "-")
    return plain == source or (plain == "-" and source == "\u2212")


def _within_marks(comment: str) -> str:
    """A comment as it stands in the source, without the marks around it."""
    return comment[4:-3] if comment.startswith("<!--") else comment[2:]


def _plain_words(block: Block, text: str) -> Iterator[str]:
    """The words of a block that stand in the text as they are."""
    for offset, stop, start, end in _stretches(block):
        if text[start:end] == block.prose[offset:stop]:
            yield from block.prose[offset:stop].split()
