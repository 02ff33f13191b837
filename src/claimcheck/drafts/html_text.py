"""The text of a page put together into prose: white space runs together, references are resolved, `<br>` is a space."""

from __future__ import annotations

import re
from typing import Final

from claimcheck.drafts.tags import REFERENCE, Token, resolved
from claimcheck.sources import Piece
from claimcheck.sources.prose import Prose

_SPACE: Final = " \t\n\f\r"
_BIT: Final = re.compile(rf"[{_SPACE}]+|{REFERENCE}|[^{_SPACE}&]+(?: [^{_SPACE}&]+)*|&")


class Text:
    """The prose of one block as it grows. Places are offsets of `source`."""

    def __init__(self, source: str) -> None:
        self.source = source
        self.prose = Prose()
        self.space: tuple[int, int] | None = None  # white space not put in yet
        self.breaks = 0  # <br> since the last word
        self.raised = 0  # how many <sup> are open
        self.empty = True

    def add(self, start: int, end: int) -> None:
        """What stands between two tags."""
        for found in _BIT.finditer(self.source, start, end):
            said = found[0]
            if said[0] in _SPACE:
                self.space = self.space or found.span()
                continue
            self._begin_word()
            read = resolved(said) if said[0] == "&" else said
            if read != said:
                self.prose.add_whole(read, *found.span())
            elif self.raised:
                self.prose.add_raised(said, found.start())
            else:
                self.prose.add(said, found.start())

    def line_break(self, tag: Token) -> bool:
        """A `<br>`; whether it is one of several in a row, which part paragraphs."""
        self.space = self.space or (tag.start, tag.end)
        self.breaks += 1
        return self.breaks > 1

    def quote(self, tag: Token) -> None:
        """The quotation mark that a browser shows for `<q>` or its end."""
        self._begin_word()
        self.prose.add_whole("”" if tag.kind == "close" else "“", tag.start, tag.end)

    def raise_or_lower(self, tag: Token) -> None:
        """A `<sup>` or its end."""
        self.raised = max(0, self.raised + (1 if tag.kind == "open" else -1))

    def done(self) -> tuple[str, tuple[Piece, ...]]:
        """The prose of the block that ends here, and its pieces; the next one begins."""
        done = self.prose.done()
        self.prose, self.space, self.breaks, self.empty = Prose(), None, 0, True
        return done

    def _begin_word(self) -> None:
        """Put in the white space before a word."""
        if self.space:
            self.prose.add_whole(" ", *self.space)
        self.space, self.breaks, self.empty = None, 0, False
