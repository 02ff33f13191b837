"""Plain text: lines to blocks.

News copy has a paragraph to a line, however long; letters and documentation break lines at 60 to 80 columns. A text
is taken as hard-wrapped where the lines that another one follows are mostly full (no line longer than 100, the next
word would not have fitted) and mostly end in mid-sentence. In it a full line and the next are one paragraph, and so
are a line that breaks off and one that goes on in lower case; in any other text each line is one. A hyphen at the end
of a joined line stays, and nothing is put after it.

A line is a heading if it is underlined with `===` or `---`, in capitals throughout, or short without final
punctuation; the depth is 1 for one that opens the text, 2 for underlined and capitals, 3 for the rest.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from claimcheck.sources.document import Block, Label
from claimcheck.sources.prose import Prose, is_caption
from claimcheck.text import SourceText

_ITEM = re.compile(r"(?:[-*•‣·–▪◦]|\d{1,3}[.)]|\(?[a-z]\))[ \t]+(?=\S)")
_RULE = re.compile(r"[-=_*~#·•. \t]{3,}")
_UNDERLINE = re.compile(r"={3,}|-{3,}|~{3,}")
_FINAL = re.compile(r"[.!?…:;,][\"'”’)\]]*$")
_HYPHENATED = re.compile(r"[^\W\d_]-$")
_WIDEST = 100
_NARROWEST = 40
_TOP, _SECTION, _TITLE = 1, 2, 3  # levels of headings
_HEADING = (80, 14)  # code points and words of the longest line that is taken for a title


@dataclass(frozen=True, slots=True)
class _Line:
    """A line without the whitespace at its ends; `mark` is how much of it a bullet or number takes, `indent` spaces."""

    text: str
    start: int
    indent: int
    mark: int

    @property
    def end(self) -> int:
        return self.start + len(self.text)


_Group = tuple[list[_Line], int]  # the lines of a block, and its level as a heading or 0


def blocks(text: SourceText, body: int) -> Iterator[Block]:
    """The blocks of a plain text from offset `body` on."""
    outline: list[tuple[int, str]] = []
    lead: Label | None = None
    for lines, level in _titles_checked(_groups(list(_runs(text.text, body)))):
        block = _block(lines, level)
        if not block.prose:
            continue
        if level:
            outline = [entry for entry in outline if entry[0] < level]
        block = replace(block, headings=tuple(title for _, title in outline))
        if level:
            outline.append((level, block.prose))
        if block.kind == "list_item":
            block = replace(block, lead=lead)
        else:
            lead = Label(block.prose, block.start, block.end) if block.prose.endswith(":") else None
        yield block


def _groups(runs: Sequence[list[_Line]]) -> Iterator[_Group]:
    width = _wrap_width(runs)
    first = True
    for run in runs:
        for group in _grouped(run, width, first):
            first = False
            yield group


def _titles_checked(groups: Iterable[_Group]) -> Iterator[_Group]:
    """Take a short line for a title only where text follows it: another short line, or nothing, makes it prose."""
    listed = list(groups)
    following = [level for _, level in listed[1:]] + [_TITLE]
    for (lines, level), after in zip(listed, following, strict=False):
        yield lines, 0 if level == _TITLE == after else level


def _runs(text: str, at: int) -> Iterator[list[_Line]]:
    """The lines between blank ones."""
    run: list[_Line] = []
    while at < len(text):
        newline = text.find("\n", at)
        stop = len(text) if newline < 0 else newline
        bare = text[at:stop].strip()
        if bare:
            indent = len(text[at:stop]) - len(text[at:stop].lstrip())
            mark = _ITEM.match(bare)
            run.append(_Line(bare, at + indent, indent, mark.end() if mark else 0))
        elif run:
            yield run
            run = []
        at = stop + 1
    if run:
        yield run


def _wrap_width(runs: Sequence[list[_Line]]) -> int:
    """The column the text was wrapped at; 0 for a text that was not."""
    pairs = [pair for run in runs for pair in pairwise(run) if not pair[1].mark]
    width = max((line.indent + len(line.text) for run in runs if len(run) > 1 for line in run), default=0)
    if not pairs or not _NARROWEST <= width <= _WIDEST:
        return 0
    full = sum(_is_full(line, after, width) for line, after in pairs)
    ended = sum(_FINAL.search(line.text) is not None for line, _ in pairs)
    return width if full >= 0.6 * len(pairs) and ended < 0.5 * len(pairs) else 0


def _is_full(line: _Line, after: _Line, width: int) -> bool:
    """Whether the next line's first word would not have fitted; a few columns are given for a ragged editor."""
    word = after.text.split(maxsplit=1)[0]
    return line.indent + len(line.text) + 1 + len(word) > width - 3


def _continues(before: _Line, line: _Line, width: int) -> bool:
    """Whether a line of a hard-wrapped text goes on with the paragraph of the line before it."""
    if line.mark:
        return False
    mid_sentence = line.text[0].islower() and not _FINAL.search(before.text)
    return mid_sentence or _is_full(before, line, width)


def _grouped(run: Sequence[_Line], width: int, first: bool) -> Iterator[_Group]:
    """The lines of each block of a run, with the level of a heading or 0."""
    group: list[_Line] = []
    for i, line in enumerate(run):
        if _UNDERLINE.fullmatch(line.text) and len(group) == 1 and not _FINAL.search(group[0].text):
            yield group, _TOP if first else _SECTION
            group, first = [], False
        elif _RULE.fullmatch(line.text):
            if group:
                yield group, _level(group, first)
                first = False
            group = []
        elif group and width and _continues(run[i - 1], line, width):
            group.append(line)
        else:
            if group:
                yield group, _level(group, first)
                first = False
            group = [line]
    if group:
        yield group, _level(group, first)


def _level(lines: Sequence[_Line], first: bool) -> int:
    line = lines[0]
    letters = sum(char.isalpha() for char in line.text)
    if len(lines) > 1 or line.mark or not letters or is_caption(line.text):
        return 0
    longest, words = _HEADING
    if len(line.text) > longest or len(line.text.split()) > words:
        return 0
    if line.text.isupper() and letters > 3 and not line.text.endswith((".", ",", ";")):
        return _TOP if first else _SECTION
    if _FINAL.search(line.text):
        return 0
    return _TOP if first else _TITLE


def _block(lines: Sequence[_Line], level: int) -> Block:
    prose = Prose()
    at = 0
    for i, line in enumerate(lines):
        if i and not _HYPHENATED.search(lines[i - 1].text):
            prose.add_whole(" ", at, line.start)
        skip = line.mark if i == 0 else 0
        prose.add(line.text[skip:], line.start + skip)
        at = line.end
    words, pieces = prose.done()
    start = lines[0].start + lines[0].mark
    if level:
        return Block("heading", start, at, words, pieces, level=level)
    if lines[0].mark:
        return Block("list_item", start, at, words, pieces, level=1)
    return Block("caption" if is_caption(words) else "paragraph", start, at, words, pieces)
