"""Bytes to text, decided once: what normalised text is, and where a line begins.

Normalised text is the file's bytes decoded as UTF-8 (UTF-16 and UTF-32 where a byte order mark says so), with
1. the byte order mark taken off,
2. CR LF and CR turned into LF,
3. every other control character but tab, and the separators U+2028 and U+2029, turned into one space,
4. Unicode normalisation form C.
An encoding is never guessed: a wrong guess changes letters, and letters count. Every offset in claimcheck is a
code point of this text.
"""

from __future__ import annotations

import codecs
import re
import unicodedata
from bisect import bisect_right
from dataclasses import dataclass
from functools import cached_property
from hashlib import sha256

from claimcheck.errors import SourceError

_CONTROL = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u2028\u2029]")
_SURROGATE = re.compile("[\ud800-\udfff]")
MARKS = (  # the longest first: UTF-32's mark begins with UTF-16's
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_NUL_SHARE = 0.1  # more NULs than this is no stray byte but a binary file, or UTF-16 without its mark


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """A stretch of normalised text, [start, end) in code points; ValueError unless 0 <= start <= end."""

    start: int
    end: int

    def __post_init__(self) -> None:
        if not 0 <= self.start <= self.end:
            raise ValueError(f"no span: [{self.start}, {self.end})")

    def __len__(self) -> int:
        return self.end - self.start

    def __contains__(self, other: Span) -> bool:
        return self.start <= other.start and other.end <= self.end

    def overlaps(self, other: Span) -> bool:
        """Whether the two share a code point."""
        return max(self.start, other.start) < min(self.end, other.end)


@dataclass(frozen=True)
class SourceText:
    """Normalised text and the SHA-256 (hexadecimal) of the raw bytes it came from."""

    text: str
    sha256: str

    @classmethod
    def from_bytes(cls, data: bytes, name: str = "the text") -> SourceText:
        """Decode and normalise. Raises SourceError, naming `name` and the line, where the bytes are not text."""
        return cls(normalise(decode(data, name)), sha256(data).hexdigest())

    @classmethod
    def from_text(cls, text: str) -> SourceText:
        """As if `text` were a UTF-8 file; a lone surrogate, which no such file can hold, becomes U+FFFD."""
        whole = _SURROGATE.sub("\ufffd", text)
        return cls(normalise(whole.removeprefix("\ufeff")), sha256(whole.encode()).hexdigest())

    def __len__(self) -> int:
        return len(self.text)

    def __getitem__(self, span: Span) -> str:
        return self.text[span.start : span.end]

    @cached_property
    def line_starts(self) -> tuple[int, ...]:
        """The offset at which each line begins; the first is 0."""
        return line_starts(self.text)

    def line_column(self, offset: int) -> tuple[int, int]:
        """Line and column of an offset, both from 1, columns in code points; ValueError outside the text."""
        if not 0 <= offset <= len(self.text):
            raise ValueError(f"offset {offset} is outside a text of {len(self.text)} code points")
        line = bisect_right(self.line_starts, offset)
        return line, offset - self.line_starts[line - 1] + 1

    def line(self, number: int) -> Span:
        """The span of a line, from 1, without its newline; IndexError where there is no such line."""
        if not 1 <= number <= len(self.line_starts):
            raise IndexError(f"no line {number}")
        last = number == len(self.line_starts)
        return Span(self.line_starts[number - 1], len(self.text) if last else self.line_starts[number] - 1)


def normalise(text: str) -> str:
    """The normal form above, for text already decoded. Doing it twice changes nothing."""
    if text.isascii() and text.isprintable():
        return text
    if "\r" in text:
        text = text.replace("\r\n", "\n").replace("\r", "\n")
    return unicodedata.normalize("NFC", _CONTROL.sub(" ", text))


def line_starts(text: str) -> tuple[int, ...]:
    """The offset at which each line of a text begins, lines ending in LF; the first is 0."""
    return (0, *(match.end() for match in re.finditer("\n", text)))


def decode(data: bytes, name: str) -> str:
    """The text of a file's bytes, without its byte order mark. Raises SourceError as `SourceText.from_bytes`."""
    encoding = next((encoding for mark, encoding in MARKS if data.startswith(mark)), "utf-8")
    try:
        text = data.decode(encoding)
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        raise SourceError(
            f"{name}:{line}: byte 0x{data[error.start]:02x} is not {encoding.removesuffix('-sig').upper()}: "
            "save the file as UTF-8"
        ) from error
    if text.count("\0") > _NUL_SHARE * len(text):
        raise SourceError(f"{name}: holds no text (too many NUL characters): save it as UTF-8 text")
    return text
