"""From a document or a claim to the pieces of prose that are read together."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from hashlib import sha256
from typing import Literal

from claimcheck.cache.version import READING, version_of
from claimcheck.claim import Claim
from claimcheck.fields import Aliases, iso_date
from claimcheck.policy import Policy
from claimcheck.sources import Block, Document
from claimcheck.sources.document import Piece
from claimcheck.sources.table_prose import as_sentence

PartKind = Literal["flow", "item", "cell", "heading"]


@dataclass(frozen=True, slots=True)
class Part:
    """A block's prose. `start` and `end` are its place in the source, `around` that of its table row or itself.

    `at` is the place of its prose in the document's prose as a whole. `headings` and `lead` are indexes of the parts
    it stands under, outermost first, and that leads into its list; `level` is a heading's.
    """

    kind: PartKind
    text: str
    at: int
    pieces: tuple[Piece, ...]
    start: int
    end: int
    around: tuple[int, int]
    headings: tuple[int, ...] = ()
    lead: int | None = None
    level: int = 0


@dataclass(frozen=True, slots=True)
class Task:
    """What is read in one go, and all that its reading depends on; `key` is a digest of that."""

    key: str
    parts: tuple[Part, ...]
    reference: date | None
    title: str
    aliases: Aliases
    policy: Policy


def document_key(document: Document, aliases: Aliases, policy: Policy) -> str:
    """A digest of all that the readings of a document depend on: its bytes, its metadata, the settings, the code."""
    meta = document.meta
    seen = (document.text.sha256, document.path.suffix.lower(), meta.published, meta.retrieved_at, meta.title)
    return _digest("document", *seen, aliases, policy)


def claim_key(claim: Claim, reference: date | None, aliases: Aliases, policy: Policy) -> str:
    """The same for a claim's own text."""
    return _digest("claim", claim.text, reference, aliases, policy)


def parts_of_document(document: Document, aliases: Aliases, policy: Policy) -> Task:
    """The whole of a document."""
    key = document_key(document, aliases, policy)
    title = document.meta.title or ""
    return Task(key, tuple(_placed(document.blocks)), reference_of(document), title, aliases, policy)


def parts_of_claim(claim: Claim, reference: date | None, aliases: Aliases, policy: Policy) -> Task:
    """A claim's own text, where its reviewer worded it otherwise than the source."""
    part = Part("flow", claim.text, 0, (), 0, 0, (0, 0))
    return Task(claim_key(claim, reference, aliases, policy), (part,), reference, "", aliases, policy)


def reference_of(document: Document) -> date | None:
    """The day a document's relative dates count from: when it was published, else when it was retrieved."""
    if document.meta.published or not document.meta.retrieved_at:
        return document.meta.published
    return iso_date(document.meta.retrieved_at)


def _digest(*seen: object) -> str:
    return sha256(repr((*seen, version_of(*READING))).encode()).hexdigest()


def _placed(blocks: tuple[Block, ...]) -> Iterator[Part]:
    """The parts of a document's blocks.

    Every part stands in the document's prose where its text stands in the source, or as near behind it as the longer
    prose before it lets it: so offsets grow from part to part, and are those of the source wherever it has no markup.
    """
    at, outline = 0, _Outline()
    for number, block in enumerate(b for b in blocks if b.prose):
        said = as_sentence(block)
        at = max(at, said.pieces[0][1])
        yield Part(
            _kind(block),
            said.prose,
            at,
            said.pieces,
            block.start,
            block.end,
            (block.around.start, block.around.end) if block.around else (block.start, block.end),
            outline.above(block),
            outline.lead(block),
            block.level if block.kind == "heading" else 0,
        )
        at += len(said.prose) + 1
        outline.enter(block, number)


def _kind(block: Block) -> PartKind:
    if block.kind == "heading":
        return "heading"
    return {"list_item": "item", "table_cell": "cell"}.get(block.kind, "flow")  # type: ignore[return-value]


class _Outline:
    """Where the headings and leads of the blocks to come stand."""

    def __init__(self) -> None:
        self.headings: dict[str, int] = {}
        self.said: dict[tuple[int, int], int] = {}

    def above(self, block: Block) -> tuple[int, ...]:
        return tuple(self.headings[text] for text in block.headings if text in self.headings)

    def lead(self, block: Block) -> int | None:
        return self.said.get((block.lead.start, block.lead.end)) if block.lead else None

    def enter(self, block: Block, number: int) -> None:
        if block.kind == "heading":
            self.headings[block.prose] = number
        self.said[block.start, block.end] = number
