"""From normalised text back to the file: CR LF, letters written as two code points, a byte order mark."""

from __future__ import annotations

import re
import unicodedata
from bisect import bisect_right
from dataclasses import dataclass
from functools import cached_property

_STRETCH = re.compile(r"\r\n|\r|\n+|[^\r\n]+")


@dataclass(frozen=True)
class RawText:
    """A file's text before it was normalised, without its byte order mark."""

    text: str

    @cached_property
    def _runs(self) -> tuple[tuple[int, int], ...]:
        """(normalised offset, raw offset) where a stretch begins whose code points correspond one by one."""
        runs, at = [(0, 0)], 0
        for found in _STRETCH.finditer(self.text):
            start, whole = found.start(), found[0]
            if whole[0] == "\r":
                runs.append((at, start))
                at += 1
                runs.append((at, found.end()))
                continue
            if unicodedata.is_normalized("NFC", whole):
                at += len(whole)
                continue
            for first, cluster in _clusters(whole):
                length = len(unicodedata.normalize("NFC", cluster))
                if length != len(cluster):
                    runs += [(at, start + first), (at + length, start + first + len(cluster))]
                at += length
        return tuple(runs)

    @cached_property
    def _lines(self) -> tuple[int, ...]:
        return tuple(found.end() for found in re.finditer(r"\r\n|\r|\n", self.text))

    def offset(self, normalised: int) -> int:
        """The raw offset of an offset of the normalised text."""
        k = bisect_right(self._runs, normalised, key=lambda run: run[0]) - 1
        begin, raw = self._runs[k]
        stop = self._runs[k + 1][1] if k + 1 < len(self._runs) else len(self.text)
        return min(raw + normalised - begin, stop)

    def end(self, normalised: int) -> int:
        """The raw offset behind the code point before a normalised offset."""
        k = bisect_right(self._runs, normalised - 1, key=lambda run: run[0]) - 1
        begin, raw = self._runs[k]
        at = raw + normalised - begin
        if k + 1 < len(self._runs):
            following, there = self._runs[k + 1]
            if normalised == following:
                return there
            at = min(at, there)
        return at

    def line_column(self, raw: int) -> tuple[int, int]:
        """Line and column of a raw offset, both from 1."""
        line = bisect_right(self._lines, raw)
        return line + 1, raw - (self._lines[line - 1] if line else 0) + 1


def _clusters(text: str) -> list[tuple[int, str]]:
    """A text cut where normalising never joins: before each code point that stands by itself."""
    cuts = [0]
    cuts += [
        i
        for i in range(1, len(text))
        if not unicodedata.combining(text[i])
        and unicodedata.is_normalized("NFC", text[i - 1 : i + 1])
        and unicodedata.normalize("NFC", text[i]) == text[i]
    ]
    return [(a, text[a:b]) for a, b in zip(cuts, [*cuts[1:], len(text)], strict=True)]
