"""Inline Markdown to prose with places: the parser's inline tokens, walked along the source they were made from."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import TYPE_CHECKING

from claimcheck.sources.document import Piece
from claimcheck.sources.prose import Prose
from claimcheck.text import SourceText, Span

if TYPE_CHECKING:
    from markdown_it import MarkdownIt
    from markdown_it.token import Token

_PIPE = re.compile(r"(?<!\\)\|")
_CONTAINER = re.compile(r"[ \t>]*(?:(?:[-*+]|\d{1,9}[.)])[ \t]+)*[ \t>]*")
_REFERENCE = re.compile(r"\[(?:[^\[\]\\]|\\.)*\]", re.DOTALL)
_RAISES = re.compile(r"<(/?)sup\b", re.IGNORECASE)
_BREAK = re.compile(r"<br\s*/?>", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Content:
    """What a token says the inline source is, and where it stands: runs of (offset in content, in text, length)."""

    text: str
    runs: tuple[tuple[int, int, int], ...]

    @classmethod
    def of_lines(cls, content: str, text: SourceText, first: int) -> Content:
        """The content of a paragraph or heading that begins on line `first`, from 1.

        What the parser takes off a line (indentation, quote marks, bullets, hashes) stands before it or behind it.
        """
        runs, at = [], 0
        while content.strip() and first < len(text.line_starts) and not _marked(text[text.line(first)]):
            first += 1  # the parser strips a line of no-break spaces as a blank
        for i, line in enumerate(content.split("\n")):
            bare = line.lstrip()
            lead = len(line) - len(bare)
            span = text.line(min(first + i, len(text.line_starts)))
            found = text[span].rfind(bare)
            if bare and found >= 0:
                runs.append((at + lead, span.start + found, len(bare)))
            at += len(line) + 1
        return cls(content, tuple(runs) or ((0, text.line(first).start, 0),))

    @classmethod
    def of_cell(cls, content: str, raw: str, start: int) -> Content:
        r"""The content of a table cell, whose source is `raw`, from offset `start`, with `\|` for a bar."""
        runs, at, here = [], 0, 0
        for part in re.split(r"\\(?=\|)", raw):
            runs.append((at, start + here, len(part)))
            at += len(part)
            here += len(part) + 1
        alike = raw.replace("\\|", "|") == content
        return cls(content, tuple(runs) if alike else ((0, start, 0),))

    @property
    def start(self) -> int:
        """Where the content begins in the text."""
        return self.runs[0][1]

    @property
    def end(self) -> int:
        """Where the content ends in the text."""
        return self.runs[-1][1] + self.runs[-1][2]

    def place(self, offset: int) -> int:
        """The offset in the text of an offset in the content; between two runs, the end of the first."""
        begin, start, length = self.runs[max(0, bisect_right(self.runs, offset, key=lambda run: run[0]) - 1)]
        return start + min(max(0, offset - begin), length)

    def parts(self, start: int, end: int) -> Iterator[tuple[int, int, int]]:
        """The runs that content[start:end] is made of, cut to it."""
        first = max(0, bisect_right(self.runs, start, key=lambda run: run[0]) - 1)
        for k in range(first, len(self.runs)):  # a slice would copy the rest of a long paragraph
            begin, at, length = self.runs[k]
            low, high = max(start, begin), min(end, begin + length)
            if begin >= end:
                return
            if low < high:
                yield low, at + low - begin, high - low


def _marked(line: str) -> bool:
    """Whether a line has more than spaces of any kind and the marks of quotes."""
    return bool(line.strip().strip("> ").strip())


def cell_spans(line: str) -> list[Span]:
    """The cells of a table's line, without the spaces around them."""
    prefix = _CONTAINER.match(line)
    start, end = prefix.end() if prefix else 0, len(line.rstrip())
    bars = [match.start() for match in _PIPE.finditer(line, start, end)]
    edges = [start - 1, *bars, end]
    spans = []
    for before, after in pairwise(edges):
        inner = line[before + 1 : after]
        bare = inner.strip()
        left = before + 1 + (len(inner) - len(inner.lstrip()) if bare else 0)
        spans.append(Span(left, left + len(bare)))
    if bars and bars[0] == start:
        spans.pop(0)
    if bars and bars[-1] == end - 1 and spans:
        spans.pop()
    return spans


def read_inline(
    content: Content, tokens: Sequence[Token], parser: MarkdownIt, tags: list[Span] | None = None
) -> tuple[str, tuple[Piece, ...]]:
    """The prose of inline tokens and its pieces; where HTML tags and comments stand in the content goes to `tags`."""
    walk = _Walk(content, parser)
    for token in tokens:
        walk.step(token)
    if tags is not None:
        tags += walk.tags
    return walk.prose.done()


class _Walk:
    """A cursor in the content: everything before it is accounted for."""

    def __init__(self, content: Content, parser: MarkdownIt) -> None:
        self.content = content
        self.source = content.text
        self.parser = parser
        self.prose = Prose()
        self.at = 0
        self.autolink = False
        self.struck = 0  # how many strikethroughs are open: what stands in them is withdrawn
        self.raised = False  # inside <sup>
        self.tags: list[Span] = []

    def step(self, token: Token) -> None:
        kind = token.type
        if kind == "text":
            if not self.autolink:
                self._take(token.content)
        elif kind == "text_special":
            self._whole(token.content, len(token.markup))
        elif kind in ("softbreak", "hardbreak"):
            self._line_break()
        elif kind == "code_inline":
            self._code(token.markup)
        elif kind == "html_inline":
            self._html(token.content)
        elif kind == "image":
            self._skip_to("![")
            self.at += 2 + len(token.content)
            self._link_target()
        elif kind == "link_open":
            self._open_link(token.markup == "autolink")
        elif kind == "link_close":
            if self.autolink:
                self.autolink = False
            else:
                self._link_target()
        elif token.markup:  # emphasis, strong, strikethrough: opened or closed
            self._skip_to(token.markup)
            self.at += len(token.markup)
            self.struck += token.nesting if token.tag == "s" else 0

    def _html(self, tag: str) -> None:
        self._skip_to(tag)
        self.tags.append(Span(self.at, self.at + len(tag)))
        raises = _RAISES.match(tag)
        if raises:
            self.raised = not raises[1]
        self._whole(" " if _BREAK.fullmatch(tag) else "", len(tag))

    def _skip_to(self, text: str) -> bool:
        found = self.at if self.source.startswith(text, self.at) else self.source.find(text, self.at)
        self.at = max(self.at, found)
        return found >= 0

    def _take(self, text: str) -> None:
        """Text that stands in the source as it is."""
        if self._skip_to(text):
            self._copy(self.at, self.at + len(text))
            self.at += len(text)
        else:
            self._whole(text, 0)

    def _copy(self, start: int, end: int) -> None:
        if self.struck:
            return
        last: int | None = None
        for low, place, length in self.content.parts(start, end):
            if last is not None and "\n" in self.source[last:low]:
                self.prose.add_whole(" ", self.content.place(last), place)
            add = self.prose.add_raised if self.raised else self.prose.add
            add(self.source[low : low + length], place)
            last = low + length

    def _whole(self, text: str, length: int) -> None:
        """Text that `length` code points of source stand for."""
        start, self.at = self.at, self.at + length
        if text and not self.struck:
            self.prose.add_whole(text, self.content.place(start), self._end(start, length))

    def _end(self, start: int, length: int) -> int:
        return self.content.place(start + length - 1) + 1 if length else self.content.place(start)

    def _line_break(self) -> None:
        start = self.at
        self._skip_to("\n")
        self.at += 1
        while self.source[self.at : self.at + 1] in (" ", "\t"):
            self.at += 1
        self.prose.add_whole(" ", self.content.place(start), self.content.place(self.at))

    def _code(self, ticks: str) -> None:
        self._skip_to(ticks)
        start = self.at + len(ticks)
        closing = re.compile(rf"(?<!`){ticks}(?!`)").search(self.source, start)
        end = closing.start() if closing else len(self.source)
        self.at = closing.end() if closing else end
        inner = self.source[start:end]
        if inner.strip() and inner[0] in " \n" and inner[-1] in " \n":
            start, end = start + 1, end - 1
        self._copy(start, end)

    def _open_link(self, autolink: bool) -> None:
        self._skip_to("<" if autolink else "[")
        self.at += 1
        if autolink:
            self.autolink = True
            end = self.source.index(">", self.at)
            self._copy(self.at, end)
            self.at = end + 1

    def _link_target(self) -> None:
        """Past `](target "title")`, `][label]` or `]`."""
        self._skip_to("]")
        self.at += 1
        after = self._inline_target(self.at) if self.source.startswith("(", self.at) else None
        if after is None:
            label = _REFERENCE.match(self.source, self.at)
            after = label.end() if label else self.at
        self.at = after

    def _inline_target(self, at: int) -> int | None:
        source, stop = self.source, len(self.source)
        at = self._spaces(at + 1)
        target = self.parser.helpers.parseLinkDestination(source, at, stop)
        if target.ok:
            at = self._spaces(target.pos)
            title = self.parser.helpers.parseLinkTitle(source, at, stop)
            if title.ok and at > target.pos:
                at = self._spaces(title.pos)
        return at + 1 if source.startswith(")", at) else None

    def _spaces(self, at: int) -> int:
        while self.source[at : at + 1] and self.source[at] in " \t\n":
            at += 1
        return at
