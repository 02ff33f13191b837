"""A draft's bytes to a `Draft`: which reader, which metadata."""

from __future__ import annotations

import re
from datetime import date
from hashlib import sha256
from pathlib import Path, PurePath

from claimcheck.drafts.docx import WORD_SUFFIX, read_docx
from claimcheck.drafts.draft import Comment, Draft
from claimcheck.drafts.rawtext import RawText
from claimcheck.errors import DraftError, SourceError
from claimcheck.fields import iso_date
from claimcheck.sources import BlockReader, Document, Meta, markdown, plain
from claimcheck.sources.front import front_matter, read_table
from claimcheck.text import SourceText, decode
from claimcheck.yamltext import Table, Where

READERS: dict[str, BlockReader] = {
    ".txt": plain.blocks,
    ".text": plain.blocks,
    ".md": markdown.blocks,
    ".markdown": markdown.blocks,
}
SUFFIXES = (*READERS, WORD_SUFFIX)
_COMMENT = re.compile(r"<!--(.*?)-->", re.DOTALL)


def read_draft(data: bytes, name: str, suffix: str | None = None) -> Draft:
    """The draft in a file's bytes. `suffix` says which format it is in, that of `name` if not given.

    Raises DraftError, naming the file, for a format not read and for what is no text.
    """
    kind = (suffix or PurePath(name).suffix).lower()
    if kind == WORD_SUFFIX:
        return read_docx(data, name)
    reader = READERS.get(kind)
    if reader is None:
        raise DraftError(f"{name}: a draft of this kind is not read (read are {', '.join(SUFFIXES)})")
    try:
        raw = RawText(decode(data, name))
        text = SourceText.from_bytes(data, name)
        front, body = front_matter(text.text)
        table = read_table(Where(front, name, SourceError, first_line=2))
    except SourceError as error:
        raise DraftError(str(error)) from error
    document = Document(name, Path(name), text, _meta(table), body, reader)
    return Draft(
        name=name,
        document=document,
        raw=raw,
        sha256=sha256(data).hexdigest(),
        day=document.meta.published,
        sources=_listed(table.get("source") or table.get("sources")),
        comments=tuple(
            Comment(found[1], found.start(), found.end()) for found in _COMMENT.finditer(text.text)
        ),
    )


def _meta(table: Table) -> Meta:
    """What front matter says of the draft; of a date that cannot be read nothing is known."""
    title = table.get("title")
    return Meta(title=title if isinstance(title, str) else None, published=_day(table))


def _day(table: Table) -> date | None:
    for key in ("published", "date"):
        value = table.get(key)
        if isinstance(value, str):
            try:
                return iso_date(value)
            except ValueError:
                continue
    return None


def _listed(value: object) -> tuple[str, ...]:
    if isinstance(value, str):
        return (value,)
    return tuple(item for item in value if isinstance(item, str)) if isinstance(value, list) else ()
