"""A path or an address to what is to be added: read, converted, and called by a name."""

from __future__ import annotations

import os
import re
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path, PurePath
from typing import Final
from urllib.parse import unquote, urlsplit

from claimcheck.errors import SourceError
from claimcheck.fields import iso_date
from claimcheck.intake.converting import Converted, Given, convert
from claimcheck.intake.fetch import MOST_BYTES, TIMEOUT, fetch, is_address
from claimcheck.intake.kinds import SUFFIX_KINDS, kind_of
from claimcheck.sources import Meta, sidecar
from claimcheck.text import SourceText
from claimcheck.yamltext import Where

_LONGEST_ID: Final = 80
_WORD: Final = re.compile(r"[^\W_]+(?:['’.][^\W_]+)*")
_ID: Final = re.compile(r"[\w.-]+")
_TELLS_NOTHING: Final = re.compile(r"(?:index|default|home|article|view|page|print|amp|\d+)?", re.IGNORECASE)
_SUFFIX_OF: Final = {"text": ".txt", "markdown": ".md", "html": ".html", "pdf": ".pdf", "word": ".docx"}


@dataclass(frozen=True, slots=True)
class Wishes:
    """What the user says of a document. `retrieved_at` is an ISO 8601 date or date and time.

    encoding: of a text or page that does not say it rightly; timeout: seconds for an address; agent: who we say we are.
    """

    retrieved_at: str
    id: str | None = None
    title: str | None = None
    publisher: str | None = None
    author: str | None = None
    published: date | None = None
    license: str | None = None
    encoding: str | None = None
    timeout: float = TIMEOUT
    agent: str = "claimcheck"


@dataclass(frozen=True, slots=True)
class Brought:
    """A document ready to be added. `suffix` is that of the original, `text_suffix` that of the source's text.

    `path` is the real path of a file, None for what was fetched.
    """

    name: str
    data: bytes
    suffix: str
    text: str
    text_suffix: str
    meta: Meta
    default_id: str
    path: Path | None = None
    id: str | None = None
    notes: tuple[str, ...] = ()


def bring(what: str, wishes: Wishes) -> Brought:
    """Read a path or get an address, and convert what is there.

    Raises SourceError, in one sentence, for what cannot be read, is of no kind that is, or holds no text.
    """
    if wishes.id is not None and not _ID.fullmatch(wishes.id):
        raise SourceError(f"{wishes.id!r} is no id: letters, digits, dots, hyphens and low lines will do")
    given, path = _fetched(what, wishes) if is_address(what) else _on_disk(what, wishes)
    made = convert(given)
    meta = _meta(made, given, wishes)
    suffix = PurePath(path).suffix.lower()
    return Brought(
        name=what,
        data=given.data,
        suffix=suffix if suffix in SUFFIX_KINDS else _SUFFIX_OF[given.kind],
        text=made.text,
        text_suffix=made.suffix,
        meta=meta,
        default_id=_default_id(path, given.url, made),
        path=None if given.url else Path(os.path.realpath(what)),
        id=wishes.id,
        notes=made.notes,
    )


def _fetched(what: str, wishes: Wishes) -> tuple[Given, str]:
    answer = fetch(what, wishes.timeout, agent=wishes.agent)
    path = unquote(urlsplit(answer.url).path)
    kind = kind_of(answer.data, what, path, answer.media_type)
    encoding = wishes.encoding or answer.charset
    return Given(answer.data, what, kind, iso_date(wishes.retrieved_at), encoding, answer.url), path


def _on_disk(what: str, wishes: Wishes) -> tuple[Given, str]:
    path = Path(what)
    data = _bytes(path, what)
    beside = sidecar(path)
    place = None
    if beside.is_file():
        place = Where(
            SourceText.from_bytes(_bytes(beside, str(beside)), str(beside)).text, str(beside), SourceError
        )
    kind = kind_of(data, what, path.name)
    return Given(data, what, kind, iso_date(wishes.retrieved_at), wishes.encoding, beside=place), path.name


def _bytes(path: Path, name: str) -> bytes:
    try:
        if path.is_dir():
            raise SourceError(f"{name}: is a folder: name the documents in it")
        if not path.exists():
            raise SourceError(f"{name}: there is no such file")
        if not path.is_file():
            raise SourceError(f"{name}: cannot be read (it is no regular file)")
        if path.stat().st_size > MOST_BYTES:
            raise SourceError(
                f"{name}: is larger than {MOST_BYTES // 2**20} MB: add the part of it that is needed"
            )
        return path.read_bytes()
    except (OSError, ValueError) as error:
        said = error.strerror if isinstance(error, OSError) else None
        raise SourceError(f"{name}: cannot be read ({said or error})") from error


def _meta(made: Converted, given: Given, wishes: Wishes) -> Meta:
    """What is known of a document: the user's word before the document's own."""
    said = {key: getattr(wishes, key) for key in ("title", "publisher", "author", "published", "license")}
    told = {key: value for key, value in said.items() if value is not None}
    return replace(made.meta, **told, url=given.url or made.meta.url, retrieved_at=wishes.retrieved_at)


def _default_id(path: str, url: str | None, made: Converted) -> str:
    """An id from a file's name; for an address that ends in nothing telling from the title, else from the host."""
    from claimcheck.extract.ids import id_part

    stem = PurePath(path).stem if PurePath(path).suffix.lower() in SUFFIX_KINDS else PurePath(path).name
    if made.id:
        return id_part(made.id)[:_LONGEST_ID]
    if url and _TELLS_NOTHING.fullmatch(stem):
        words = [
            word.lower().replace("'", "").replace("’", "") for word in _WORD.findall(made.meta.title or "")
        ]
        stem = "-".join(words[:8]) or urlsplit(url).hostname or stem
    return id_part(stem.removeprefix("."))[:_LONGEST_ID].strip("-.")
