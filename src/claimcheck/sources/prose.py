"""Prose put together piece by piece, each remembering where in the text it stood."""

from __future__ import annotations

import re

from claimcheck.sources.document import Piece

# Soft hyphen, zero-width space, word joiner and stray byte order mark: they split words for a parser, not for a reader.
_INVISIBLE = re.compile("[\u00ad\u200b\u2060\ufeff]")
_RAISED = str.maketrans("0123456789+-−", "⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁻")
_NOTE_MARK = re.compile(r"[\[(]?\d{1,3}(?:, ?\d{1,3})*[\])]?")
_CAPTION = re.compile(
    r"(?:(?:Figure|Fig\.|Table|Chart|Exhibit)\s*\d+(?:\.\d+)*\s*[.:–—]|(?:Photo|Image|Picture|Caption)\s*:)\s*\S"
)


class Prose:
    """A growing text with its pieces; whitespace at either end is left out."""

    def __init__(self) -> None:
        self._parts: list[str] = []
        self._pieces: list[Piece] = []
        self._length = 0

    def add(self, text: str, start: int) -> None:
        """Text that stands in the source, as it is, from offset `start`."""
        at = 0
        for match in _INVISIBLE.finditer(text):
            self._append(text[at : match.start()], start + at, start + match.start())
            at = match.end()
        self._append(text[at:], start + at, start + len(text))

    def add_raised(self, text: str, start: int) -> None:
        """Superscript text: "10" and a raised "6" are no 106, and a raised figure behind a full stop marks a note."""
        if _NOTE_MARK.fullmatch(text.strip()) and self._last in ".,;:!?\"'”’)":
            return
        self.add(text.translate(_RAISED), start)

    def add_whole(self, text: str, start: int, end: int) -> None:
        """Text that stands for source[start:end] as a whole."""
        self._append(_INVISIBLE.sub("", text), start, end)

    def done(self) -> tuple[str, tuple[Piece, ...]]:
        """The prose and its pieces."""
        whole = "".join(self._parts)
        prose = whole.rstrip()
        pieces = [piece for piece in self._pieces if piece[0] < len(prose)]
        if pieces:
            begin, start, end = pieces[-1]
            stop = self._pieces[len(pieces)][0] if len(pieces) < len(self._pieces) else len(whole)
            if stop - begin == end - start:
                pieces[-1] = (begin, start, start + len(prose) - begin)
        return prose, tuple(pieces)

    @property
    def _last(self) -> str:
        """The last character so far; a space where there is none."""
        return self._parts[-1][-1] if self._parts else " "

    def _append(self, text: str, start: int, end: int) -> None:
        alike = len(text) == end - start
        if not self._length:
            bare = text.lstrip()
            start += len(text) - len(bare) if alike else 0
            text = bare
        if not text:
            return
        if not (alike and self._extend(start, end)):
            self._pieces.append((self._length, start, end))
        self._parts.append(text)
        self._length += len(text)

    def _extend(self, start: int, end: int) -> bool:
        """Let the last piece reach on, where the text goes on in the source too."""
        if not self._pieces:
            return False
        begin, first, last = self._pieces[-1]
        if last != start or self._length - begin != last - first:
            return False
        self._pieces[-1] = (begin, first, end)
        return True


def is_caption(prose: str) -> bool:
    """Whether a paragraph labels a figure or a table ("Figure 3: …")."""
    return _CAPTION.match(prose) is not None
