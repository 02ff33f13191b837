"""The lines of a reStructuredText source, and where on them a block of text stands.

docutils counts in columns: it puts spaces for tabs, and in tables it counts a wide (East Asian) character twice.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence
from functools import cached_property
from typing import Final

from claimcheck.sources.inline import Content
from claimcheck.text import SourceText

TAB: Final = 8
_NO_TABS: Final = re.compile(r"[^\t]+")
Columns = tuple[int, int | None]
"""The columns of a table's cell, from 0, the second behind it; None for the end of the line."""


class Lines:
    """The lines of a text from an offset on; line 1 is the first of them."""

    def __init__(self, text: SourceText, body: int) -> None:
        self.text = text
        self.before = text.line_column(body)[0] - 1

    @cached_property
    def count(self) -> int:
        """How many lines there are."""
        return len(self.text.line_starts) - self.before

    def offset(self, number: int, column: int) -> int:
        """The offset in the text of a column, from 0, of a line as it is shown."""
        return self._runs(number, column, 0, 1)[0][1]

    def end(self, number: int) -> int:
        """The offset in the text at which a line ends, without spaces."""
        return self.text.line(number + self.before).start + len(self.source(number).rstrip())

    def source(self, number: int) -> str:
        """A line as it stands in the text; empty where there is none."""
        return self.text[self.text.line(number + self.before)] if 1 <= number <= self.count else ""

    def shown(self, number: int) -> str:
        """A line with spaces for tabs and without spaces at its end, as docutils sees it."""
        return self.source(number).expandtabs(TAB).rstrip()

    def content(self, text: str, block: str, first: int, columns: Columns | None = None) -> Content | None:
        """A text with its places; None where it is not found.

        block: the lines of source that the text is the beginning of; first: the line on which they begin. Each ends its
        line, but in a table, where it stands in its columns.
        """
        runs: list[tuple[int, int, int]] = []
        at = 0
        for k, line in enumerate(block.split("\n")):
            bare = line.strip()
            begin = at + len(line) - len(line.lstrip())
            length = min(len(bare), len(text) - begin)
            column = self._column(first + k, bare, columns) if bare and length > 0 else -1
            if column >= 0:
                runs += self._runs(first + k, column, begin, length)
            at += len(line) + 1
        return Content(text, tuple(runs)) if runs else None

    def _column(self, number: int, bare: str, columns: Columns | None) -> int:
        shown = self.shown(number)
        if columns:
            low, high = _characters(shown, columns)
            inner = shown[low:high]
            return low + inner.index(bare) if inner.strip() == bare else -1
        return len(shown) - len(bare) if shown.endswith(bare) else shown.find(bare)

    def _runs(self, number: int, column: int, begin: int, length: int) -> Sequence[tuple[int, int, int]]:
        """What stands in some columns of a line, without its tabs: (offset in the text block, in the text, length)."""
        source, start = self.source(number), self.text.line(number + self.before).start
        if "\t" not in source:
            return [(begin, start + column, length)]
        runs = []
        for found in _NO_TABS.finditer(source):
            left = len(source[: found.start()].expandtabs(TAB))
            low, high = max(left, column), min(left + len(found[0]), column + length)
            if low < high:
                runs.append((begin + low - column, start + found.start() + low - left, high - low))
        return runs


def _characters(shown: str, columns: Columns) -> tuple[int, int]:
    """The characters of a line that stand in some columns."""
    low = high = width = 0
    left, right = columns
    for char in shown:
        if width < left:
            low += 1
        if right is None or width < right:
            high += 1
        width += 2 if unicodedata.east_asian_width(char) in "WF" else 1
    return low, high
