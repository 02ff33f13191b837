"""Where a claim's quotations stand now, each with the paragraph around it."""

from __future__ import annotations

from bisect import bisect_right

from claimcheck.claim import Claim, Evidence
from claimcheck.errors import SourceError
from claimcheck.report.upkeep import Standing
from claimcheck.sources import Document
from claimcheck.store import Ledger
from claimcheck.text import Span

REACH = 240  # code points shown on either side of a quotation


def standing(ledger: Ledger, claim: Claim) -> tuple[Standing, ...]:
    """Where each quotation of a claim stands. A source that cannot be read, or is gone, has lost it."""
    return tuple(_one(ledger, evidence) for evidence in claim.evidence)


def _one(ledger: Ledger, evidence: Evidence) -> Standing:
    document = _document(ledger, evidence.source)
    path = ledger.sources.names.get(evidence.source)
    title = document.meta.title if document else None
    if document is None:
        return Standing(evidence.source, title, path, "lost", None, -1, -1, "", evidence.quote, "")
    found = ledger.resolve(evidence)
    if not found.usable:
        return Standing(evidence.source, title, path, found.status, None, -1, -1, "", evidence.quote, "")
    around = surroundings(document, Span(found.start, found.end))
    text = document.text.text
    return Standing(
        source=evidence.source,
        title=title,
        path=path,
        status=found.status,
        line=document.text.line_column(found.start)[0],
        start=found.start,
        end=found.end,
        before=text[around.start : found.start],
        quote=text[found.start : found.end],
        after=text[found.end : around.end],
    )


def surroundings(document: Document, span: Span) -> Span:
    """The blocks that a passage stands in, cut to whole words at REACH from it."""
    blocks = document.blocks
    first = max(0, bisect_right(blocks, span.start, key=lambda block: block.start) - 1)
    within = [block for block in blocks[first:] if block.start < span.end and block.end > span.start]
    start = min([span.start, *(block.start for block in within)])
    end = max([span.end, *(block.end for block in within)])
    text = document.text.text
    if span.start - start > REACH:
        start = _after_space(text, span.start - REACH, span.start)
    if end - span.end > REACH:
        end = _before_space(text, span.end, span.end + REACH)
    return Span(start, end)


def _after_space(text: str, start: int, end: int) -> int:
    return next((i + 1 for i in range(start, end) if text[i].isspace()), start)


def _before_space(text: str, start: int, end: int) -> int:
    return next((i for i in range(end - 1, start, -1) if text[i].isspace()), end)


def _document(ledger: Ledger, source: str) -> Document | None:
    try:
        return ledger.sources.get(source)
    except SourceError:
        return None
