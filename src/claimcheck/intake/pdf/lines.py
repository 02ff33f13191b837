"""A page's pieces of text to lines, in the order in which the page draws them.

Makers of documents draw text in the order it was written, columns, boxes and notes included, and that order is kept
(`order` mends the pages of those who do not). Sizes and places are in points, upwards from the lower left corner of the
page as it is read.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from contextlib import suppress
from dataclasses import dataclass, replace
from functools import cached_property
from itertools import pairwise
from math import hypot
from statistics import median
from typing import Any, Final

CHAR_WIDTH: Final = 0.5  # of its size, about: fonts are not asked
_SAME_LINE: Final = 0.5  # of the size: how far a superscript stands off its line
_CELL_GAP: Final = 2.2  # of the size: a wider gap parts the cells of a table
_SHADOW: Final = 0.15  # of the size
_RAISED: Final = (
    0.88,
    0.12,
)  # a superscript is smaller than this share of its line, and stands off it by that one
_BOLD: Final = re.compile(r"bold|black|heavy|cmbx|cmssbx|sfbx|ecbx|-bd\b|demi", re.IGNORECASE)
_LIGATURES: Final = dict(zip("ﬀﬁﬂﬃﬄﬅﬆ", ("ff", "fi", "fl", "ffi", "ffl", "st", "st"), strict=True))
_LIGATURE: Final = re.compile("[\ufb00-\ufb06]")
_CLINGS: Final = re.compile(r"[$€£¥]\d|°[CF]")
# Accents drawn before their letter, as TeX does; a lone grave accent may be code.
_ACCENTED: Final = re.compile(r"([´¨ˆ˜ˇ˘˚˙¯]|(?<=[^\W\d_])`) ?([^\W\d_])")
_ACCENTS: Final = dict(
    zip("´¨ˆ˜ˇ˘˚˙¯`", "\u0301\u0308\u0302\u0303\u030c\u0306\u030a\u0307\u0304\u0300", strict=True)
)
_NOT_TEXT: Final = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\ue000-\uf8ff\ufffd]")
BULLET: Final = "•"


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of text drawn at once, from (x, y), its baseline."""

    text: str
    x: float
    y: float
    size: float
    bold: bool = False

    @property
    def width(self) -> float:
        """About how wide it is."""
        return len(self.text.strip()) * self.size * CHAR_WIDTH


@dataclass(frozen=True)
class Line:
    """A line of a page (numbered from 1): its pieces from left to right."""

    page: int
    pieces: tuple[Piece, ...]

    @cached_property
    def size(self) -> float:
        """The size most of its characters have."""
        return _size(self.pieces)

    @cached_property
    def y(self) -> float:
        """The baseline: that of the pieces of its size."""
        return _baseline(self.pieces)

    @property
    def x(self) -> float:
        return self.pieces[0].x

    @cached_property
    def right(self) -> float:
        """About where it ends."""
        return max(piece.x + piece.width for piece in self.pieces)

    @property
    def bold(self) -> bool:
        return all(piece.bold for piece in self.pieces)

    @cached_property
    def text(self) -> str:
        return composed("".join(piece.text for piece in self.spaced())).strip()

    @property
    def text_x(self) -> float:
        """Where its words begin, behind a bullet or number that stands by itself."""
        return self.pieces[1].x if len(self.pieces) > 1 and len(self.pieces[0].text.strip()) < 4 else self.x

    @cached_property
    def is_row(self) -> bool:
        """Whether wide gaps part it into cells."""
        return any(_gap(before, after) > _CELL_GAP for before, after in pairwise(self.pieces))

    def parted(self) -> Iterator[Line]:
        """The line cut at its wide gaps."""
        start = 0
        for i, (before, after) in enumerate(pairwise(self.pieces), 1):
            if _gap(before, after) > _CELL_GAP:
                yield Line(self.page, self.pieces[start:i])
                start = i
        yield Line(self.page, self.pieces[start:])

    def spaced(self) -> Iterator[Piece]:
        """The pieces, with a space where a wide gap parts two, and none after a sign that clings to what follows."""
        before: Piece | None = None
        for piece in self.pieces:
            text = piece.text
            if before is not None and _CLINGS.search(f"{before.text[-1:]}{text.lstrip()[:1]}"):
                text = text.lstrip()
            elif (
                before is not None
                and _gap(before, piece) > 1
                and not (before.text[-1:] + text[:1]).count(" ")
            ):
                text = " " + text
            yield piece if text == piece.text else replace(piece, text=text)
            before = piece

    def is_raised(self, piece: Piece) -> bool:
        """Whether a piece is a superscript of this line."""
        small, off = _RAISED
        return piece.size < small * self.size and piece.y - self.y > off * self.size


def _size(pieces: Sequence[Piece]) -> float:
    sizes: Counter[float] = Counter()
    for piece in pieces:
        sizes[round(piece.size, 1)] += len(piece.text.strip())
    return max(sizes, key=lambda size: (sizes[size], size))


def _baseline(pieces: Sequence[Piece]) -> float:
    size = _size(pieces)
    return median(piece.y for piece in pieces if round(piece.size, 1) == size)


def _gap(before: Piece, after: Piece) -> float:
    return (after.x - before.x - before.width) / max(before.size, 0.1)


class _TooMuchDrawnError(Exception):
    """Stops the reading of a page."""


@dataclass
class Drawn:
    """How many operations of drawing are still allowed; what comes after the last of them is passed over."""

    left: int


def page_lines(page: Any, number: int, drawn: Drawn) -> list[Line]:  # noqa: ANN401 - a pypdf page
    """The lines of a page, those that run in the direction of most of its text."""
    pieces: dict[int, list[Piece]] = {0: [], 1: [], 2: [], 3: []}
    space = ""

    def visit(text: str, cm: Sequence[float], tm: Sequence[float], font: Any, size: float) -> None:  # noqa: ANN401
        nonlocal space
        clean = readable(text)
        if clean.strip():
            turns, piece = _placed(
                space + clean, _product(tm, cm), str((font or {}).get("/BaseFont", "")), size
            )
            pieces[turns].append(piece)
            space = ""
        elif clean:
            space = " "

    def count(*_: object) -> None:
        drawn.left -= 1
        if drawn.left < 0:
            raise _TooMuchDrawnError

    with suppress(_TooMuchDrawnError):
        page.extract_text(visitor_operand_before=count, visitor_text=visit)
    most = max(pieces, key=lambda turns: (sum(len(piece.text) for piece in pieces[turns]), -turns))
    return list(_lines(pieces[most], number))


def readable(text: str) -> str:
    """Text with ligatures taken apart; a glyph without a letter is taken for a bullet where it stands alone."""
    text = _LIGATURE.sub(lambda found: _LIGATURES[found[0]], text.replace("\n", ""))
    if len(text.strip()) == 1 and _NOT_TEXT.fullmatch(text.strip()):
        return BULLET
    return _NOT_TEXT.sub("", text)


def composed(text: str) -> str:
    """Text with accents that stand before their letter put on it."""
    return _ACCENTED.sub(
        lambda found: found[2].replace("ı", "i").replace("ȷ", "j") + _ACCENTS[found[1]], text
    )


def _product(a: Sequence[float], b: Sequence[float]) -> tuple[float, ...]:
    """Of two matrices as PDF writes them, a applied first."""
    return (
        a[0] * b[0] + a[1] * b[2], a[0] * b[1] + a[1] * b[3],
        a[2] * b[0] + a[3] * b[2], a[2] * b[1] + a[3] * b[3],
        a[4] * b[0] + a[5] * b[2] + b[4], a[4] * b[1] + a[5] * b[3] + b[5],
    )  # fmt: skip


def _placed(text: str, matrix: Sequence[float], font: str, size: float) -> tuple[int, Piece]:
    """In how many quarter turns text runs, and its place on the page so turned."""
    a, b, c, d, x, y = matrix
    turns = (0 if a >= 0 else 2) if abs(a) >= abs(b) else (1 if b > 0 else 3)
    place = ((x, y), (y, -x), (-x, -y), (-y, x))[turns]
    return turns, Piece(text, *place, max(size * hypot(c, d), 0.1), bool(_BOLD.search(font)))


def _lines(pieces: Iterable[Piece], number: int) -> Iterator[Line]:
    line: list[Piece] = []
    for piece in pieces:
        if line and _is_shadow(line[-1], piece):
            continue
        if line and not _goes_on(line, piece):
            yield Line(number, tuple(line))
            line = []
        line.append(piece)
    if line:
        yield Line(number, tuple(line))


def _goes_on(line: Sequence[Piece], piece: Piece) -> bool:
    last = line[-1]
    near = abs(piece.y - _baseline(line)) <= _SAME_LINE * max(_size(line), piece.size)
    return near and piece.x >= last.x


def _is_shadow(last: Piece, piece: Piece) -> bool:
    """Whether a piece is drawn again a little beside itself, to look bold."""
    apart = max(abs(piece.x - last.x), abs(piece.y - last.y))
    return piece.text.strip() == last.text.strip() and apart < _SHADOW * piece.size
