"""Parts to Markdown that `sources.markdown` reads back as the same parts.

Signs that Markdown would take for its own are escaped only where the reader, asked, reads something else without: what
people quote from the file stays as plain as can be.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Final

from claimcheck.intake.parts import Grid, Part, Text
from claimcheck.sources import READERS
from claimcheck.text import SourceText, normalise

# What to escape: nothing if that will do, else what marks up words or opens a line, else every sign there is.
_NOTHING: Final = re.compile(r"(?!)")
_MARKUP: Final = re.compile(r"[\\`*_\[\]<&~]|^[#+\-=>]|(?<=^\d)[.)]|(?<=^\d\d)[.)]")
_SIGNS: Final = re.compile(r"[\\`*_{}\[\]<>()#+\-.!|&~=:$/]")
_SUSPICIOUS: Final = re.compile(r"[\\`*_\[\]<>&~|]|^[#+\-=:>~]|^\d+[.)]|^---|#$")
_SPACES: Final = re.compile(r"[ \t\n]+")
_INVISIBLE: Final = re.compile("[\u00ad\u200b\u2060\ufeff]")
_FENCE: Final = re.compile(r"`{3,}")
_KINDS: Final = {"": ("paragraph", "caption"), "#": ("heading",), "-": ("list_item",), ">": ("quote",)}
_DEEPEST_HEADING: Final = 6
_DEEPEST_ITEM: Final = 8


@dataclass(frozen=True, slots=True)
class Written:
    """The Markdown, and where in it which page begins: (offset, number), each number other than the one before."""

    text: str
    pages: tuple[tuple[int, int], ...]


@dataclass
class _Writing:
    parts: list[str] = field(default_factory=list)
    length: int = 0
    pages: list[tuple[int, int]] = field(default_factory=list)
    item: int = 0  # the level of the list item just written; 0 after anything else

    def put(self, text: str) -> None:
        self.parts.append(text)
        self.length += len(text)

    def page(self, offset: int, number: int) -> None:
        if not self.pages or self.pages[-1][1] != number:
            self.pages.append((offset, number))


def write(parts: Iterable[Part]) -> Written:
    """Markdown for the parts, in normalised text; parts that hold no text are left out."""
    writing = _Writing()
    for part in parts:
        if isinstance(part, Grid):
            _between(writing, 0)
            writing.put(_table(part))
        elif part.text.strip():
            _text(part, writing)
    return Written("".join(writing.parts), tuple(writing.pages))


def one_line(text: str) -> str:
    """Text as a part holds it: normalised, on one line, without what cannot be seen."""
    return _SPACES.sub(" ", _INVISIBLE.sub("", normalise(text))).strip()


def _between(writing: _Writing, level: int) -> None:
    """The blank line between parts; there is none between the items of a list."""
    if writing.parts and not (level and writing.item):
        writing.put("\n")
    writing.item = level


def _text(part: Text, writing: _Writing) -> None:
    level = min(part.level, writing.item + 1, _DEEPEST_ITEM) if part.kind == "list_item" else 0
    _between(writing, level)
    if part.kind == "code":
        writing.put(_code(part.text))
        return
    mark = {
        "heading": "#" * max(1, min(part.level, _DEEPEST_HEADING)) + " ",
        "list_item": "  " * (level - 1) + "- ",
        "quote": "> ",
    }.get(part.kind, "")
    signs = _needed(part.text, mark.lstrip())
    start = writing.length + len(mark)
    for offset, number in part.pages:
        writing.page(start + len(_escape(part.text[:offset], signs)), number)
    writing.put(f"{mark}{_escape(part.text, signs)}\n")


def _needed(text: str, mark: str = "") -> re.Pattern[str]:
    """What must be escaped for Markdown to read a line of plain text, behind its mark, as it is."""
    if not _SUSPICIOUS.search(text):
        return _NOTHING
    kinds = _KINDS[mark[:1]]
    tried = ((signs, _read(mark + _escape(text, signs))) for signs in (_NOTHING, _MARKUP))
    return next((signs for signs, read in tried if read in [[(kind, text)] for kind in kinds]), _SIGNS)


def _read(markdown: str) -> list[tuple[str, str]]:
    return [(block.kind, block.prose) for block in READERS[".md"](SourceText.from_text(markdown + "\n"), 0)]


def _escape(text: str, signs: re.Pattern[str]) -> str:
    return signs.sub(r"\\\g<0>", text)


def _code(text: str) -> str:
    longest = max((len(found[0]) for found in _FENCE.finditer(text)), default=2)
    fence = "`" * (longest + 1)
    return f"{fence}\n{normalise(text).strip(chr(10))}\n{fence}\n"


def _table(grid: Grid) -> str:
    head, *rows = grid.rows
    lines = [_row(head), "|" + " --- |" * len(head), *(_row(row) for row in rows)]
    return "".join(f"{line}\n" for line in lines)


def _row(cells: Iterable[str]) -> str:
    return "| " + " | ".join(_cell(cell) for cell in cells) + " |"


def _cell(cell: str) -> str:
    return _escape(cell, _SIGNS if "|" in cell else _needed(cell))
