"""Footnotes: the small print at the foot of a page or column, and the marks in the text that lead to it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

from claimcheck.intake.markup import one_line
from claimcheck.intake.pdf.lines import Line, composed

_SMALL: Final = 0.93  # of the size of the body
_MARK: Final = re.compile(r"\d{1,3}|[*†‡§¶]{1,3}|[a-z]")
_LABEL: Final = re.compile(r"[\[(]?(\d{1,3}|[*†‡§¶]{1,3}|[a-z](?![^\W\d_]))[\])]?[.)]?\s*")
_REFERENCE: Final = re.compile(r"(?:[^\W\d_]{4,}|[.,;:!?”’)\"'])$")
_SUPERSCRIPTS: Final = str.maketrans("0123456789+-−", "⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁻")
_RAISED_NUMBER: Final = re.compile(r"[+\-−]?\d+")
SOFT_HYPHEN: Final = "\u00ad"


def split_notes(lines: Sequence[Line], body: float) -> tuple[list[Line], list[list[Line]], frozenset[str]]:
    """A page's lines without its footnotes, the lines of each footnote, and the labels of those.

    body: the size of the document's text, in points. A footnote is small print below which no text stands, and opens
    with a label that a raised mark in the text leads to.
    """
    marks = {_label(piece.text) for line in lines for piece in line.pieces[1:] if line.is_raised(piece)}
    flow: list[Line] = []
    notes: list[list[Line]] = []
    labels: set[str] = set()
    for line in lines:
        small = line.size <= _SMALL * body and not _text_below(line, lines, body)
        label = _opening(line, marks) if small else ""
        if label:
            notes.append([line])
            labels.add(label)
        elif small and notes and line.y < notes[-1][-1].y and abs(line.x - notes[-1][-1].x) < 4 * line.size:
            notes[-1].append(line)
        else:
            flow.append(line)
    return flow, notes, frozenset(labels)


def line_text(line: Line, labels: frozenset[str], note: bool = False) -> str:
    """A line as it reads: without marks of footnotes, exponents as such; of a footnote's first line without label.

    A soft hyphen at its end is kept.
    """
    parts: list[str] = []
    for piece in line.spaced():
        if note and not parts and _MARK.fullmatch(_label(piece.text)):
            continue
        parts.append(_unraised(piece.text, "".join(parts), labels) if line.is_raised(piece) else piece.text)
    text = composed("".join(parts)).strip()
    found = _LABEL.match(text) if note and len(parts) == len(line.pieces) else None
    text = text[found.end() :] if found else text
    ending = SOFT_HYPHEN if text.rstrip().endswith(SOFT_HYPHEN) else ""
    return one_line(text) + ending


def _unraised(text: str, before: str, labels: frozenset[str]) -> str:
    bare = text.strip()
    if bare in labels or (_MARK.fullmatch(bare) and not bare.isalnum()):
        return ""
    if not _RAISED_NUMBER.fullmatch(bare):
        return text
    return "" if _REFERENCE.search(before.rstrip()) else text.translate(_SUPERSCRIPTS)


def _label(text: str) -> str:
    return text.strip().strip("[]().,")


def _opening(line: Line, marks: set[str]) -> str:
    """The label a footnote's first line opens with; "" where it opens with none."""
    found = _LABEL.match(line.text)
    for label in (_label(line.pieces[0].text), found[1] if found else ""):
        if _MARK.fullmatch(label) and label in marks:
            return label
    return ""


def _text_below(line: Line, lines: Sequence[Line], body: float) -> bool:
    return any(
        other.y < line.y and other.size > _SMALL * body and other.x < line.right and other.right > line.x
        for other in lines
    )
