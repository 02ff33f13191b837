"""A draft's bytes to a `Draft`: which reader, which metadata, and what of it is prose."""

from __future__ import annotations

import re
import sys
import unicodedata
from collections.abc import Callable, Iterable
from dataclasses import replace
from functools import cache, partial
from hashlib import sha256
from pathlib import Path, PurePath
from typing import Final

from claimcheck.drafts.docx import WORD_SUFFIX, read_docx
from claimcheck.drafts.draft import Draft
from claimcheck.drafts.front import read_front
from claimcheck.drafts.html import read_html
from claimcheck.drafts.left_out import prose_only
from claimcheck.drafts.markdown import read_markdown
from claimcheck.drafts.plain import read_plain
from claimcheck.drafts.rawtext import RawText
from claimcheck.drafts.reading import Reading, UnreadableError
from claimcheck.drafts.rst import read_rst
from claimcheck.errors import DraftError, SourceError
from claimcheck.sources import Block, Document, Meta
from claimcheck.text import SourceText, decode, normalise

LONGEST: Final = 5_000_000  # characters of a draft; the longest novels have a third of it
_MOST_BYTES: Final = 4 * LONGEST + 4
_MOST_MARKS: Final = (
    100  # combining marks on one letter: putting them in order takes time that grows with the square
)

DraftReader = Callable[[bytes, str], Draft]
"""Makes a draft of a file's bytes and its name. Raises DraftError, naming the file."""
TextReader = Callable[[SourceText, int], Reading]
"""Reads a text from an offset on, where its front matter ends. Raises UnreadableError."""


def read_draft(data: bytes, name: str, suffix: str | None = None) -> Draft:
    """The draft in a file's bytes. `suffix` says which format it is in, that of `name` if not given.

    Raises DraftError, naming the file and where possible the line, for a format not read, for what is no text or more
    than LONGEST characters of it, and for text that would have to be passed over: a comment that never ends.
    """
    reader = READERS.get((suffix or PurePath(name).suffix).lower())
    if reader is None:
        raise DraftError(f"{name}: a draft of this kind is not read (read are {', '.join(READERS)})")
    draft = reader(data, name)
    return replace(draft, document=_with_blocks(draft.document, prose_only(draft.document.blocks)))


def read_text_draft(reader: TextReader, data: bytes, name: str) -> Draft:
    """The draft in the bytes of a text file."""
    raw = _decoded(data, name)
    text = SourceText(normalise(raw), sha256(data).hexdigest())
    front, body = read_front(text.text, name)
    try:
        reading = reader(text, body)
    except UnreadableError as error:
        line, _ = text.line_column(error.at)
        raise DraftError(f"{name}:{line}: {error}") from error
    front = front.or_else(reading.front)
    document = Document(name, Path(name), text, Meta(title=front.title, published=front.day), body, _none)
    return Draft(
        name=name,
        document=_with_blocks(document, reading.blocks),
        raw=RawText(raw),
        sha256=text.sha256,
        day=front.day,
        sources=front.sources,
        comments=reading.comments,
        language=front.language,
    )


READERS: dict[str, DraftReader] = {
    ".md": partial(read_text_draft, read_markdown),
    ".markdown": partial(read_text_draft, read_markdown),
    ".txt": partial(read_text_draft, read_plain),
    ".text": partial(read_text_draft, read_plain),
    ".html": partial(read_text_draft, read_html),
    ".htm": partial(read_text_draft, read_html),
    ".xhtml": partial(read_text_draft, read_html),
    ".rst": partial(read_text_draft, read_rst),
    ".rest": partial(read_text_draft, read_rst),
    WORD_SUFFIX: read_docx,
}
"""By suffix, in small letters."""


def _decoded(data: bytes, name: str) -> str:
    if len(data) <= _MOST_BYTES:
        try:
            text = decode(data, name)
        except SourceError as error:
            raise DraftError(str(error)) from error
        if len(text) <= LONGEST:
            heap = None if text.isascii() else _heaped_marks().search(text)
            if heap:
                line = text.count("\n", 0, heap.start()) + 1
                raise DraftError(f"{name}:{line}: more than {_MOST_MARKS} accents stand on one letter")
            return text
    raise DraftError(f"{name}: a draft of more than {LONGEST:,} characters is not read: split it")


@cache
def _heaped_marks() -> re.Pattern[str]:
    marks = (chr(code) for code in range(0x300, sys.maxunicode + 1) if unicodedata.combining(chr(code)))
    return re.compile(f"[{''.join(marks)}]{{{_MOST_MARKS + 1}}}")


def _with_blocks(document: Document, blocks: Iterable[Block]) -> Document:
    return replace(document, reader=partial(_made, tuple(blocks)))


def _made(blocks: tuple[Block, ...], _text: SourceText, _body: int) -> Iterable[Block]:
    return blocks


def _none(_text: SourceText, _body: int) -> Iterable[Block]:
    return ()
