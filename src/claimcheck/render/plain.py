"""Text for terminals and logs: what may be shown, how it is marked, where lines break."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

_SPACE = re.compile(r"[\s\x1c-\x1f\x85\u2028\u2029]+")
# Control characters, marks that turn the direction of text, and halves of characters: shown, never sent.
_UNSAFE = re.compile("[\x00-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069\ud800-\udfff\ufeff]")
_CODES = {
    "supported": "1;32",
    "contradicted": "1;31",
    "disputed": "1;35",
    "absent": "1;33",
    "error": "1;31",
    "warning": "1;33",
    "note": "36",
    "mark": "1;4",
    "dim": "2",
}
Span = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Style:
    """How to print: colour only where a terminal shows it; width in columns, 0 for lines of any length.

    `opening` and `closing` stand around marked words where there is no colour.
    """

    colour: bool = False
    width: int = 0
    opening: str = "«"
    closing: str = "»"

    def paint(self, text: str, kind: str) -> str:
        """The text in the colour of its kind, the text itself where there is no colour."""
        return f"\x1b[{_CODES[kind]}m{text}\x1b[0m" if self.colour and text else text


def visible(text: str) -> str:
    """The text with its white space as it is, and the number of what else is unsafe in its place."""
    return _UNSAFE.sub(lambda match: match[0] if match[0] in "\t\n\r" else _number(match[0]), text)


def one_line(text: str) -> str:
    """The text on one line with nothing in it that a terminal would obey."""
    return shown(text, ())[0]


def shown(text: str, marks: Sequence[Span]) -> tuple[str, tuple[Span, ...]]:
    """As `one_line`, with the marks moved to where their words are now."""
    out: list[str] = []
    at = length = 0
    places = [0] * (len(text) + 1)
    for start, end, new in _changes(text):
        for i in range(at, start):
            places[i] = length + i - at
        out += (text[at:start], new)
        length += start - at
        for i in range(start, end):
            places[i] = length
        length += len(new)
        at = end
    for i in range(at, len(text) + 1):
        places[i] = length + i - at
    out.append(text[at:])
    return "".join(out), tuple((places[start], places[end]) for start, end in marks)


def _changes(text: str) -> Iterator[tuple[int, int, str]]:
    """What `one_line` replaces: white space by a space or, at the ends, nothing; what is unsafe by its number."""
    for match in re.finditer(f"{_SPACE.pattern}|{_UNSAFE.pattern}", text):
        start, end = match.span()
        if not _SPACE.fullmatch(match[0]):
            yield start, end, _number(match[0])
        elif start == 0 or end == len(text):
            yield start, end, ""
        elif match[0] != " ":
            yield start, end, " "


def _number(char: str) -> str:
    number = ord(char)
    return f"\\x{number:02x}" if number < 0x100 else f"\\u{number:04x}"


def paragraph(text: str, style: Style, indent: int, marks: Sequence[Span] = ()) -> str:
    """Text with its marks, broken at the style's width; all lines but the first indented by `indent` columns."""
    text, marks = shown(text, marks)
    lines = [_marked(text, line, marks, style) for line in _lines(text, style.width - indent)]
    return ("\n" + " " * indent).join(lines)


def _lines(text: str, width: int) -> Iterator[Span]:
    """The [start, end) of each line; one line where the width leaves no room to break at."""
    if width < 20:
        yield 0, len(text)
        return
    start = end = 0
    for word in re.finditer(r"[^ ]+", text):
        if word.end() - start > width and end > start:
            yield start, end
            start = word.start()
        end = word.end()
    yield start, end


def _marked(text: str, line: Span, marks: Sequence[Span], style: Style) -> str:
    start, stop = line
    out, at = "", start
    for first, last in sorted(marks):
        first, last = max(first, at), min(last, stop)
        if first < last:
            out += text[at:first] + _mark(text[first:last], style)
            at = last
    return out + text[at:stop]


def _mark(text: str, style: Style) -> str:
    return style.paint(text, "mark") if style.colour else f"{style.opening}{text}{style.closing}"


def columns(rows: Sequence[Sequence[str]], gap: int = 2) -> list[str]:
    """Rows as lines, their cells beneath each other."""
    cells = [[one_line(cell) for cell in row] for row in rows]
    widths = [max(map(len, column)) for column in zip(*cells, strict=True)]
    return [
        (" " * gap).join(cell.ljust(width) for cell, width in zip(row, widths, strict=True)).rstrip()
        for row in cells
    ]
