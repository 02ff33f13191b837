"""Bytes of a page to text in the encoding somebody says they are in; none is guessed."""

from __future__ import annotations

import re
from typing import Final

from claimcheck.errors import SourceError
from claimcheck.text import MARKS, decode

_META: Final = re.compile(
    rb"<meta[^>]{0,200}?charset\s*=\s*[\"']?\s*([\w.:-]{1,40})|<\?xml[^>]{0,200}?encoding\s*=\s*[\"']([\w.:-]{1,40})",
    re.IGNORECASE,
)
_HEAD: Final = 4096  # bytes in which a page says its encoding
_UTF8: Final = frozenset({"utf-8", "utf8", "us-ascii", "ascii"})
_AS_BROWSERS_DO: Final = {
    "iso-8859-1": "cp1252",
    "iso8859-1": "cp1252",
    "latin1": "cp1252",
    "latin-1": "cp1252",
}


def page_encoding(data: bytes) -> str | None:
    """The encoding that an HTML or XML page says it is in; None where it says none."""
    found = _META.search(data[:_HEAD])
    return (found[1] or found[2]).decode("ascii") if found else None


def decoded(data: bytes, name: str, encoding: str | None) -> str:
    """The text of bytes that somebody says are in `encoding`, in UTF-8 if nobody says.

    A byte order mark has the last word. Raises SourceError, naming the line, where they are not.
    """
    label = (encoding or "utf-8").strip().lower()
    if label in _UTF8 or any(data.startswith(mark) for mark, _ in MARKS):
        return decode(data, name)
    try:
        return data.decode(_AS_BROWSERS_DO.get(label, label))
    except LookupError as error:
        raise SourceError(
            f"{name}: its encoding {label[:40]!r} is not known: name it with --encoding"
        ) from error
    except UnicodeError as error:
        at = error.start if isinstance(error, UnicodeDecodeError) else 0
        line = data.count(b"\n", 0, at) + 1
        raise SourceError(
            f"{name}:{line}: is not in {label} as it says: name its encoding with --encoding"
        ) from error
