"""A file to a `Document`: which reader, which metadata, which id."""

from __future__ import annotations

import re
from hashlib import sha256
from pathlib import Path

from claimcheck.errors import SourceError
from claimcheck.sources import markdown, plain
from claimcheck.sources.document import BlockReader, Document
from claimcheck.sources.front import META_SUFFIX, front_matter, read_meta, read_table
from claimcheck.text import SourceText
from claimcheck.yamltext import Where

READERS: dict[str, BlockReader] = {
    ".txt": plain.blocks,
    ".text": plain.blocks,
    ".md": markdown.blocks,
    ".markdown": markdown.blocks,
}
_FRONT_BYTES = re.compile(
    rb"(?:\xef\xbb\xbf)?---[ \t]*\r?\n.*?^(?:---|\.\.\.)[ \t]*\r?(?:\n|\Z)", re.DOTALL | re.MULTILINE
)


def read(path: Path, name: str | None = None) -> Document:
    """Read a source. `name` is what messages call it, the path if not given.

    Raises SourceError for a file that is missing, unreadable, of a kind not read or no text, for metadata that is
    wrong, and where a recorded sha256 does not fit: a sidecar's is of the whole file, front matter's of what
    follows it.
    """
    name = name or str(path)
    document, changed = read_as_it_is(path, name)
    if changed:
        raise SourceError(f"{name}: {changed}")
    return document


def read_as_it_is(path: Path, name: str) -> tuple[Document, str]:
    """As `read`, but whatever the recorded sha256; where it does not fit, what to say of that, else nothing."""
    reader = READERS.get(path.suffix.lower())
    if reader is None:
        known = ", ".join(READERS)
        raise SourceError(
            f"{name}: a source of this kind is not read (read are {known}): try `claimcheck add`"
        )
    data = _bytes(path, name)
    text = SourceText.from_bytes(data, name)
    front, body = front_matter(text.text)
    front_place = Where(front, name, SourceError, first_line=2)
    beside_place = _sidecar_place(path, name)
    recorded = read_table(beside_place)
    meta, given = read_meta(read_table(front_place), recorded, front_place, beside_place)
    hashed = data if "sha256" in recorded else _body_bytes(data)
    document = Document(given or path.stem, path, text, meta, body, reader)
    return document, _changed(meta.sha256, hashed) if meta.sha256 else ""


def sidecar(path: Path) -> Path:
    """Where a source's sidecar stands, if it has one: `report.meta.yaml` beside `report.txt`."""
    return path.with_name(path.stem + META_SUFFIX)


def _sidecar_place(path: Path, name: str) -> Where:
    """The text of a source's sidecar, empty where it has none. name: what messages call the source."""
    beside = sidecar(path)
    beside_name = str(Path(name).with_name(beside.name))
    text = SourceText.from_bytes(_bytes(beside, beside_name), beside_name).text if beside.is_file() else ""
    return Where(text, beside_name, SourceError)


def document_id(path: Path) -> str:
    """The id `read` would give, for less: only a file that can name another id than its stem is read.

    The stem, too, for a file that cannot be read: `read` says why.
    """
    try:
        with path.open("rb") as file:
            plain_text = not file.read(8).lstrip(b"\xef\xbb\xbf\xff\xfe\x00").startswith(b"-")
        if not plain_text:
            return read(path).id
        given = read_table(_sidecar_place(path, str(path))).get("id")
        return given if isinstance(given, str) and given.split() == [given] else path.stem
    except (OSError, SourceError):
        return path.stem


def _bytes(path: Path, name: str) -> bytes:
    try:
        return path.read_bytes()
    except FileNotFoundError as error:
        raise SourceError(f"{name}: there is no such file") from error
    except OSError as error:
        raise SourceError(f"{name}: cannot be read ({error.strerror or error})") from error


def _changed(recorded: str, data: bytes) -> str:
    found = sha256(data).hexdigest()
    if found == recorded:
        return ""
    return f"has changed since it was recorded: its sha256 is {found}, not {recorded}"


def _body_bytes(data: bytes) -> bytes:
    front = _FRONT_BYTES.match(data)
    return data[front.end() :] if front else data
