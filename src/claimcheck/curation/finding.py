"""Where a quotation a user gives stands in a source: word for word, but for line breaks, markup and kinds of quotes."""

from __future__ import annotations

import re
from collections.abc import Iterator
from difflib import SequenceMatcher

from claimcheck.errors import SourceError
from claimcheck.sources import Document
from claimcheck.text import Span, normalise

_FOLDED = str.maketrans("‘’‚‛′“”„‟″«»‐‑‒–—―−", "'''''" + '"' * 7 + "-" * 7)
_MOST_SHOWN = 8  # places that an error lists
_AROUND = 40  # code points of text that a hint shows before and after
_ALIKE = 60  # of 100: a line less like the quote is no hint


def places(document: Document, quote: str) -> tuple[Span, ...]:
    """Every place of a quotation in a source, in order; several where it stands several times.

    Any white space answers to any other, and a quote or dash to one of another shape; no word or number is cut. Words
    that stand there with markup between them are found as a reader sees them. Raises SourceError where it stands
    nowhere, naming the line most like it, and for an empty one.
    """
    words = normalise(quote).translate(_FOLDED).split()
    if not words:
        raise SourceError("the quote is empty")
    pattern = re.compile(_whole(words[0], words[-1], r"\s+".join(map(re.escape, words))))
    text = document.text.text.translate(_FOLDED)
    found = {Span(*match.span()) for match in pattern.finditer(text, document.body)}
    for block in document.blocks:
        for match in pattern.finditer(block.prose.translate(_FOLDED)):
            found.add(block.span(*match.span()))
    apart = tuple(span for span in sorted(found) if not any(span != o and span in o for o in found))
    if not apart:
        raise SourceError(f"{_shown(quote)} does not stand in {document.id!r}{_hint(document, quote)}")
    return apart


def one_place(document: Document, quote: str, occurrence: int | None) -> Span:
    """The place of a quotation, or the one of its places, counted from 1, that is asked for.

    Raises SourceError as `places`, where there are several and none is asked for, and where there are fewer.
    """
    found = places(document, quote)
    if occurrence is not None and not 1 <= occurrence <= len(found):
        times = "once" if len(found) == 1 else f"{len(found)} times"
        raise SourceError(
            f"{_shown(quote)} stands {times} in {document.id!r}: there is no occurrence {occurrence}"
        )
    if occurrence is None and len(found) > 1:
        told = "; ".join(_listed(document, found))
        raise SourceError(
            f"{_shown(quote)} stands {len(found)} times in {document.id!r}: quote more of it, or say which with "
            f"--occurrence N: {told}"
        )
    return found[(occurrence or 1) - 1]


def _whole(first: str, last: str, pattern: str) -> str:
    """The pattern, kept from cutting a word or a number in two."""
    before = r"(?<!\w)" if first[0].isalnum() else ""
    after = r"(?!\w)" if last[-1].isalnum() else ""
    before += r"(?<!\d[.,])" if first[0].isdecimal() else ""
    after += r"(?![.,]\d)" if last[-1].isdecimal() else ""
    return before + pattern + after


def _listed(document: Document, found: tuple[Span, ...]) -> Iterator[str]:
    text = document.text.text
    for k, span in enumerate(found[:_MOST_SHOWN], start=1):
        line, _ = document.text.line_column(span.start)
        around = _one_line(text[max(0, span.start - _AROUND) : span.end + _AROUND])
        yield f"{k} on line {line}, “{around}”"
    if len(found) > _MOST_SHOWN:
        yield "…"


def _hint(document: Document, quote: str) -> str:
    """The line most like a quotation that stands nowhere, as a suggestion; nothing where none is like it."""
    from thefuzz import fuzz

    wanted = _one_line(normalise(quote))
    best, at = 0, 0
    for number in range(document.text.line_column(document.body)[0], len(document.text.line_starts) + 1):
        said = document.text[document.text.line(number)]
        score = (
            fuzz.partial_ratio(wanted, said) if len(said) >= len(wanted) // 2 else fuzz.ratio(wanted, said)
        )
        if score > best:
            best, at = score, number
    if best < _ALIKE:
        return ""
    return f"; the nearest is on line {at}: “{_excerpt(document.text[document.text.line(at)], wanted)}”"


def _excerpt(line: str, wanted: str) -> str:
    """The part of a line around what it has in common with a text."""
    common = SequenceMatcher(None, line, wanted, autojunk=False).find_longest_match()
    start = max(0, common.a - common.b - _AROUND)
    end = min(len(line), common.a - common.b + len(wanted) + _AROUND)
    opening, closing = ("…" if start else ""), ("…" if end < len(line) else "")
    return f"{opening}{_one_line(line[start:end])}{closing}"


def _shown(quote: str) -> str:
    said = _one_line(quote)
    return f"“{said[:80]}…”" if len(said) > 80 else f"“{said}”"


def _one_line(text: str) -> str:
    return " ".join(text.split())
