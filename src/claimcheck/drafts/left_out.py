"""What is no prose in any format: web addresses, the tags of page templates, reference lists, lines of credit."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace
from typing import Final

from claimcheck.drafts.references import is_credit, is_reference_title
from claimcheck.sources import Block, Piece

_HOSTS: Final = (
    r"(?:[A-Za-z0-9-]{1,63}\.){1,6}(?:com|org|net|gov|edu|mil|int|info|io|co|eu|uk|us|de|fr|ca|au|ie|news)"
)
_ADDRESS: Final = re.compile(
    rf"(?<![\w@])(?:(?:https?|ftp|file)://|mailto:|www\.(?=\w)|doi:(?=10\.)|{_HOSTS}/(?=[\w?#~%-]))"
    r"[^\s<>\"“”«»|\\^`{}]*"
)
_TEMPLATE: Final = re.compile(r"\{\{(?:[^{}\n]){1,500}\}\}|\{%(?:[^%\n]){1,500}%\}")
_TRAILING: Final = ".,;:!?'’*_…"
_CLOSERS: Final = {")": "(", "]": "[", "}": "{"}
_SPACES: Final = re.compile(r"[ \u00a0]{2,}")
_CANDIDATE: Final = re.compile(r"[/:{]|www\.|[ \u00a0]{2}")
_OPENERS: Final = "([<"


def prose_only(blocks: Iterable[Block]) -> Iterator[Block]:
    """The blocks that are prose, each without addresses and template tags, and with single spaces."""
    for block in blocks:
        if block.kind == "code":
            yield block
        elif any(map(is_reference_title, _over(block))) or _credits(block):
            continue
        else:
            bare = without_addresses(block)
            if bare.prose:
                yield bare


def _credits(block: Block) -> bool:
    return block.kind in ("paragraph", "caption", "quote") and is_credit(block.prose)


def _over(block: Block) -> Iterator[str]:
    """The headings a block stands under, and what led into its list."""
    yield from block.headings
    if block.lead:
        yield block.lead.text


def without_addresses(block: Block) -> Block:
    """A block with its web addresses and template tags cut out; the rest stands where it stood."""
    if not _CANDIDATE.search(block.prose):
        return block
    block = _without(block, [_widened(block.prose, *span) for span in _cuts(block.prose)])
    block = _without(block, [(found.start() + 1, found.end()) for found in _SPACES.finditer(block.prose)])
    bare = len(block.prose)
    return _without(block, [(0, bare - len(block.prose.lstrip())), (len(block.prose.rstrip()), bare)])


def _cuts(prose: str) -> Iterator[tuple[int, int]]:
    found = [match.span() for match in _TEMPLATE.finditer(prose)]
    addresses = _ADDRESS.finditer(prose)
    found += [(match.start(), match.start() + len(_trimmed(match[0]))) for match in addresses]
    at = 0
    for start, end in sorted(found):
        if start >= at:
            yield start, end
            at = end


def _trimmed(address: str) -> str:
    """An address without the marks behind it that belong to its sentence."""
    spare = {last: address.count(last) - address.count(first) for last, first in _CLOSERS.items()}
    end = len(address)
    while end and (address[end - 1] in _TRAILING or spare.get(address[end - 1], 0) > 0):
        end -= 1
        if address[end] in spare:
            spare[address[end]] -= 1
    return address[:end]


def _widened(prose: str, start: int, end: int) -> tuple[int, int]:
    """The stretch with the brackets that hold nothing else, and the space before it where another mark follows."""
    if start and prose[start - 1] in _OPENERS and prose[end : end + 1] in (")", "]", ">"):
        start, end = start - 1, end + 1
    if start and prose[start - 1] == " " and prose[end : end + 1] in (".", ",", ";", ":", "!", "?", ")"):
        start -= 1
    return start, end


def _without(block: Block, cuts: list[tuple[int, int]]) -> Block:
    """A block without some stretches of its prose, given in order and apart."""
    cuts = [(start, end) for start, end in cuts if start < end]
    if not cuts:
        return block
    edges = [0, *(edge for cut in cuts for edge in cut), len(block.prose)]
    kept = list(zip(edges[::2], edges[1::2], strict=True))
    prose = "".join(block.prose[start:end] for start, end in kept)
    return replace(block, prose=prose, pieces=tuple(_kept_pieces(block, kept)))


def _kept_pieces(block: Block, kept: list[tuple[int, int]]) -> Iterator[Piece]:
    pieces, k, at = block.pieces, 0, 0
    for start, end in kept:
        while k + 1 < len(pieces) and pieces[k + 1][0] <= start:
            k += 1
        for i in range(k, len(pieces)):
            first, place, behind = pieces[i]
            if first >= end or start >= end:
                break
            stop = pieces[i + 1][0] if i + 1 < len(pieces) else len(block.prose)
            low, high = max(first, start), min(stop, end)
            if stop - first == behind - place:
                yield at + low - start, place + low - first, place + high - first
            else:
                yield at + low - start, place, behind
        at += end - start
