"""Whether two quotations of one source touch: both are found in it word by word, and their places compared."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

_WORD = re.compile(r"\w+")
_PIECE = re.compile(r"\n+|…|\.\.\.")


def words(text: str) -> list[str]:
    """The words of a text in lower case: letters and digits; everything else only separates."""
    return [match.group().lower() for match in _WORD.finditer(text)]


def places(source: Sequence[str], passage: str) -> set[int]:
    """The indexes of the source's words that the passage covers, wherever it occurs.

    A passage not found as a whole is looked up in pieces, cut at line breaks and ellipses.
    """
    found = set(_occurrences(source, words(passage)))
    if not found:
        for piece in _PIECE.split(passage):
            found.update(_occurrences(source, words(piece)))
    return found


def overlap(source: str, quote: str, evidence: str) -> bool:
    """Whether `quote` shares a word's place in `source` with any line of `evidence`."""
    text = words(source)
    quoted = places(text, quote)
    return any(quoted & places(text, line) for line in evidence.split("\n")) if quoted else False


def _occurrences(text: Sequence[str], sought: Sequence[str]) -> Iterator[int]:
    size = len(sought)
    if not size:
        return
    for start in range(len(text) - size + 1):
        if text[start] == sought[0] and list(text[start : start + size]) == list(sought):
            yield from range(start, start + size)
