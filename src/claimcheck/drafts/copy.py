"""A draft as the report keeps it: its raw text, and what a reader sees of each block."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from claimcheck.drafts.draft import Draft
from claimcheck.report.checked import DraftBlock, DraftFile, Stretch
from claimcheck.sources.document import Block, Label


def file_of(draft: Draft, today: date) -> DraftFile:
    """The draft for a report; today: its reference date."""
    blocks = tuple(_block(draft, block) for block in draft.document.blocks if block.prose)
    return DraftFile(draft.name, draft.sha256, today, draft.raw.text, blocks)


def _block(draft: Draft, block: Block) -> DraftBlock:
    start, end = draft.raw.offset(block.start), draft.raw.end(block.end)
    around = block.around
    return DraftBlock(
        kind=block.kind,
        level=block.level,
        start=start,
        end=end,
        prose=tuple(_stretches(draft, block)),
        row=_text(block.row),
        column=_text(block.column),
        corner=_text(block.corner),
        around=(draft.raw.offset(around.start), draft.raw.end(around.end)) if around else None,
    )


def _text(label: Label | None) -> str:
    return label.text if label else ""


def _stretches(draft: Draft, block: Block) -> Iterator[Stretch]:
    ends = [piece[0] for piece in block.pieces[1:]] + [len(block.prose)]
    for (begin, start, end), stop in zip(block.pieces, ends, strict=True):
        yield from _raw(draft, block.prose[begin:stop], start, end)


def _raw(draft: Draft, words: str, start: int, end: int) -> Iterator[Stretch]:
    """Words read from [start, end) of the normalised text, with the raw places.

    Cut up where raw and normalised text differ, so that code points go on corresponding around the difference.
    """
    raw = draft.raw
    if not words:
        return
    first, behind = raw.offset(start), (raw.end(end) if end > start else raw.offset(end))
    if len(words) != end - start or raw.text[first:behind] == draft.document.text.text[start:end]:
        yield words, first, behind
        return
    at = 0
    while at < len(words):
        here, length = raw.offset(start + at), 1
        while at + length < len(words) and raw.end(start + at + length + 1) == here + length + 1:
            length += 1
        yield words[at : at + length], here, raw.end(start + at + length)
        at += length
