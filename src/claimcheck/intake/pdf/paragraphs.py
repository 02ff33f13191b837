"""Lines to paragraphs, headings and list items, across columns and pages; footnotes behind what they interrupt."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise, zip_longest
from statistics import median
from typing import Final

from claimcheck.intake.parts import Text
from claimcheck.intake.pdf.hyphens import joined, vocabulary
from claimcheck.intake.pdf.lines import Line
from claimcheck.intake.pdf.notes import SOFT_HYPHEN, line_text, split_notes
from claimcheck.intake.pdf.rows import FINAL, Row, body_size, heading_levels, heading_size, rows_of
from claimcheck.sources.prose import is_caption

_OTHER_SIZE: Final = 0.08
_LEADING: Final = (1.2, 1.75)  # of the size, from line to line: what is usual, and the most taken for usual
_GAP: Final = 1.25  # of the leading: a wider gap parts paragraphs
_INDENT: Final = 0.8  # of the size
_SHORT: Final = (
    0.6,
    0.8,
)  # of a full line: shorter, with the next word, it ends a paragraph; and with a full stop
_FLOATING: Final = 12  # paragraphs that what stands between may have
_MARKED: Final = re.compile(
    r"(?:[•◦▪▫‣·∙●○■□–—*⁃-]|\d{1,3}[.)]|[a-z][.)]|\((?:\d{1,3}|[a-z])\))\s+(?=\S)"  # a list item
)
_LEADERS: Final = re.compile(r"(?:[.…] ?){4,}\s*[\divxlc]*$")
_BULLET: Final = re.compile(r"[•◦▪▫‣∙●○■□⁃]\s")


@dataclass
class _Paragraph:
    rows: list[Row]
    item: bool = False


def paragraphs(pages: Sequence[Sequence[Line]]) -> list[Text]:
    """The texts of a document, from the lines of its pages without their edges."""
    body = body_size(line for lines in pages for line in lines)
    words = vocabulary(line.text for lines in pages for line in lines)
    flow: list[Row] = []
    notes: dict[int, list[_Paragraph]] = defaultdict(list)
    for lines in pages:
        kept, found, labels = split_notes(lines, body)
        texts = [(line, line_text(line, labels)) for line in kept]
        flow += rows_of([row for row in texts if _says(row[1])], body, flow[-1].run + 1 if flow else 0)
        for note in found:
            rows = [Row(line, line_text(line, frozenset(), note=i == 0)) for i, line in enumerate(note)]
            notes[note[0].page].append(_Paragraph(rows))
    levels = heading_levels(flow)
    whole = _grouped(flow)
    done: list[Text] = []
    for paragraph, after in zip_longest(whole, whole[1:]):
        done.append(_text(paragraph, words, levels))
        until = after.rows[0].line.page if after else len(pages) + 1
        for page in sorted(page for page in notes if page < until):
            done += [_text(note, words, levels) for note in notes.pop(page)]
    return done


def _says(text: str) -> bool:
    """Whether a line is more than a rule, a lone bullet or an entry of a table of contents."""
    return any(char.isalnum() for char in text) and not _LEADERS.search(text)


def _grouped(rows: Sequence[Row]) -> list[_Paragraph]:
    leading = _leading(rows)
    done: list[_Paragraph] = []
    for row in rows:
        if done and not _starts(done[-1], row, leading):
            done[-1].rows.append(row)
        elif (broken := _broken_off(done, row)) is not None:
            done.append(done.pop(broken))
            done[-1].rows.append(row)
        else:
            done.append(_Paragraph([row], not row.heading and bool(_MARKED.match(row.text))))
    return done


def _broken_off(done: Sequence[_Paragraph], row: Row) -> int | None:
    """The paragraph, by index, that a line goes on with behind a table or picture that stands in between."""
    if not row.text[0].islower() or not done or row.run == done[-1].rows[-1].run:
        return None
    for i in range(len(done) - 1, max(-1, len(done) - 1 - _FLOATING), -1):
        last = done[i].rows[-1]
        whole = FINAL.search(last.text) or last.heading or _is_short(last, row, ended=False)
        if not whole and _alike(last.line, row.line) and not _floats(done[i], row):
            return i
        if not _floats(done[i], row):
            return None
    return None


def _floats(paragraph: _Paragraph, row: Row) -> bool:
    """Whether a paragraph stands apart from the text that a line is in: a caption, a row of a table, a margin note."""
    first = paragraph.rows[0]
    if len(paragraph.rows) == 1 and first.line.size < (1 - _OTHER_SIZE) * row.line.size:
        return True
    return is_caption(first.text) or first.line.is_row or len(first.text) < _SHORT[0] * first.full


def _leading(rows: Sequence[Row]) -> float:
    usual, most = _LEADING
    steps = [
        (a.line.y - b.line.y) / a.line.size
        for a, b in pairwise(rows)
        if a.run == b.run and _alike(a.line, b.line) and a.line.y - b.line.y < 2.5 * a.line.size
    ]
    return min(median(steps), most) if steps else usual


def _alike(a: Line, b: Line) -> bool:
    return abs(a.size - b.size) <= _OTHER_SIZE * max(a.size, b.size)


def _starts(paragraph: _Paragraph, row: Row, leading: float) -> bool:
    """Whether a line begins a paragraph of its own, after those of one."""
    last = paragraph.rows[-1]
    line, before = row.line, last.line
    ended = FINAL.search(last.text) is not None
    if not _alike(before, line) or row.heading != last.heading or line.is_row or before.is_row:
        return True
    if row.run != last.run:
        if is_caption(paragraph.rows[0].text):
            return ended
        return row.heading or (ended and not row.text[0].islower()) or bool(_BULLET.match(row.text))
    if before.y - line.y > _GAP * leading * line.size:
        return True
    if row.heading:
        return False
    if _BULLET.match(row.text) or _is_short(last, row, ended):
        return True
    return ended and (bool(_MARKED.match(row.text)) or _is_indented(paragraph, line))


def _is_indented(paragraph: _Paragraph, line: Line) -> bool:
    """Whether a line stands further in than the text of the paragraph before it, or behind a list item."""
    before = paragraph.rows[-1].line
    first = len(paragraph.rows) == 1
    left = before.text_x if paragraph.item and first else before.x
    if line.x > left + _INDENT * line.size:
        return True
    return paragraph.item and not first and line.x < before.x - _INDENT * line.size


def _is_short(last: Row, row: Row, ended: bool) -> bool:
    """Whether the next line's first word would have fitted on the last one."""
    share = _SHORT[1] if ended else _SHORT[0]
    return len(last.text) + 1 + len(row.text.split()[0]) < share * last.full


def _text(paragraph: _Paragraph, words: frozenset[str], levels: dict[float, int]) -> Text:
    text = ""
    pages: list[tuple[int, int]] = []
    for row in paragraph.rows:
        own = row.text if text or not paragraph.item else _MARKED.sub("", row.text, count=1)
        text = joined(text, own, words) if text else own
        if not pages or pages[-1][1] != row.line.page:
            pages.append((len(text) - len(own), row.line.page))
    text = text.rstrip(SOFT_HYPHEN)
    first = paragraph.rows[0]
    if first.heading:
        return Text("heading", text, levels[heading_size(first.line)], tuple(pages))
    return Text("list_item" if paragraph.item else "paragraph", text, int(paragraph.item), tuple(pages))
