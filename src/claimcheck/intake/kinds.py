"""What kind of document some bytes are: by themselves first, then by what they are called."""

from __future__ import annotations

from pathlib import PurePath
from typing import Final, Literal

from claimcheck.errors import SourceError

Kind = Literal["text", "markdown", "html", "pdf", "word"]

SUFFIX_KINDS: Final[dict[str, Kind]] = {
    ".txt": "text", ".text": "text", ".md": "markdown", ".markdown": "markdown",
    ".html": "html", ".htm": "html", ".xhtml": "html", ".pdf": "pdf", ".docx": "word",
}  # fmt: skip
_TYPE_KINDS: Final[dict[str, Kind]] = {
    "text/plain": "text", "text/markdown": "markdown", "text/x-markdown": "markdown", "text/html": "html",
    "application/xhtml+xml": "html", "application/pdf": "pdf", "application/x-pdf": "pdf",
    "application/vnd.openxmlformats-officedocument.wordprocessingml.document": "word",
}  # fmt: skip
_UNTOLD: Final = frozenset(
    {"", "application/octet-stream", "binary/octet-stream", "application/unknown", "unknown/unknown"}
)
_MAGIC: Final = (
    (b"\x89PNG", "a picture (PNG)"), (b"\xff\xd8\xff", "a picture (JPEG)"), (b"GIF8", "a picture (GIF)"),
    (b"RIFF", "a picture or a recording (RIFF)"), (b"II*\0", "a picture (TIFF)"), (b"MM\0*", "a picture (TIFF)"),
    (b"BM", "a picture (BMP)"), (b"\0\0\0\x18ftyp", "a film (MP4)"), (b"\0\0\0\x20ftyp", "a film (MP4)"),
    (b"ID3", "a recording (MP3)"), (b"OggS", "a recording (Ogg)"), (b"MZ", "a program"), (b"\x7fELF", "a program"),
    (b"\xcf\xfa\xed\xfe", "a program"), (b"\x1f\x8b", "a packed file (gzip)"), (b"7z\xbc\xaf", "a packed file (7z)"),
    (b"Rar!", "a packed file (RAR)"), (b"BZh", "a packed file (bzip2)"), (b"\xfd7zXZ", "a packed file (xz)"),
    (b"SQLite format 3", "a database"), (b"{\\rtf", "a Rich Text file"), (b"%!PS", "a PostScript file"),
)  # fmt: skip
_WORDLIKE: Final = frozenset(
    {b"MZ", b"BM", b"RIFF", b"ID3", b"BZh", b"GIF8", b"OggS", b"Rar!"}
)  # may open a text
READ: Final = "text, Markdown, HTML, PDF and Word (.docx) are read"


def kind_of(data: bytes, name: str, path: str, media_type: str | None = None) -> Kind:
    """The kind of a document. name: what messages call it; path: its file's or address's; media_type: as a server says.

    Raises SourceError for an empty file and for what is not read.
    """
    if not data.strip(b"\0 \t\r\n"):
        raise SourceError(f"{name}: is empty")
    suffix = PurePath(path).suffix.lower()
    if b"%PDF-" in data[:1024]:
        return "pdf"
    if data.startswith((b"PK\x03\x04", b"\xd0\xcf\x11\xe0")):
        if suffix in (".docx", ".doc") or b"word/" in data[:4096] + data[-65536:]:
            return "word"
        raise SourceError(
            f"{name}: is a packed file or a document of another program ({READ}): save it as one of these"
        )
    for magic, what in _MAGIC:
        if data.startswith(magic) and not (
            magic in _WORDLIKE and data[:512].isascii() and b"\0" not in data[:512]
        ):
            raise SourceError(f"{name}: is {what}, not a document ({READ})")
    declared = _declared(name, suffix, (media_type or "").lower())
    if declared in ("pdf", "word"):
        raise SourceError(
            f"{name}: is called a {'PDF' if declared == 'pdf' else 'Word'} file and is none: save it as one"
        )
    if declared == "text" and _looks_like_html(data) and suffix not in SUFFIX_KINDS:
        return "html"
    return declared


def _declared(name: str, suffix: str, media_type: str) -> Kind:
    if media_type in _TYPE_KINDS and not (media_type == "text/plain" and suffix in (".md", ".markdown")):
        return _TYPE_KINDS[media_type]
    if media_type in _UNTOLD or media_type == "text/plain":
        if suffix in SUFFIX_KINDS:
            return SUFFIX_KINDS[suffix]
        if media_type == "text/plain":
            return "text"
        raise SourceError(f"{name}: is of a kind that is not read ({READ}): save it as one of these")
    raise SourceError(f"{name}: is {media_type}, a kind that is not read ({READ})")


def _looks_like_html(data: bytes) -> bool:
    head = data[:512].lstrip(b"\xef\xbb\xbf \t\r\n").lower()
    return head.startswith((b"<!doctype html", b"<html"))
