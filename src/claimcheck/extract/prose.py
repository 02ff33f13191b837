"""A document's prose as sentences, each with its place and with what the parser and the dimensions found in it."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cached_property

from claimcheck.dimensions import attribution
from claimcheck.dimensions import date as dates
from claimcheck.dimensions import name as names
from claimcheck.dimensions import quantity as quantities
from claimcheck.dimensions.context import Contexts
from claimcheck.dimensions.date import When
from claimcheck.dimensions.name import Name
from claimcheck.dimensions.quantity import Quantity
from claimcheck.entities import Entities, resolve
from claimcheck.parse import parse_many
from claimcheck.policy import DEFAULT, Policy
from claimcheck.sources import Block, Document
from claimcheck.text import Span
from claimcheck.tokens import Sentence

PROSE = frozenset({"paragraph", "list_item", "quote", "caption"})
LONGEST = 2000  # code points; what runs on longer is no sentence
_ENDS_SOMEWHERE = re.compile(r"[.!?…;:][\"'”’»)\]]*\s")
_NO_NUMBERS = frozenset("a an one no none nobody nothing neither both".split()) | {"no one"}


@dataclass(frozen=True)
class ProseSentence:
    """A sentence of a block's prose; offsets of tokens are code points of that prose.

    `index` is its place among the document's sentences, `before` the text of the one before it in its block.
    """

    block: Block
    index: int
    sentence: Sentence
    contexts: Contexts
    names: tuple[Name, ...]
    quantities: tuple[Quantity, ...]
    dates: tuple[When, ...]
    before: str = ""

    @property
    def text(self) -> str:
        return self.block.prose[self.sentence.start : self.sentence.end]

    @property
    def span(self) -> Span:
        """Its place in the document's normalised text."""
        return self.block.span(self.sentence.start, self.sentence.end)

    @cached_property
    def valued(self) -> bool:
        """Whether it gives a number or a date: "one" thing, "nobody" and an ordinal alone are neither."""
        return bool(self.dates) or numbered(self.quantities)


@dataclass(frozen=True)
class Prose:
    """The sentences of a document in order, and whom they speak of; `endless` blocks hold no sentence."""

    sentences: tuple[ProseSentence, ...]
    entities: Entities
    endless: tuple[Block, ...]


def read_prose(
    document: Document, aliases: Mapping[str, Sequence[str]], progress: Callable[[int], None] | None = None
) -> Prose:
    """Read a document's prose; `progress` is told how many code points of it have been parsed so far.

    Raises ModelError without a language model.
    """
    blocks = [block for block in document.blocks if block.kind in PROSE and block.prose.strip()]
    endless = tuple(block for block in blocks if is_endless(block.prose))
    wordy = [block for block in blocks if not is_endless(block.prose)]
    found: list[ProseSentence] = []
    done = 0
    for block, parsed in zip(wordy, parse_many(block.prose for block in wordy), strict=True):
        found += sentences_of(block, parsed, document.meta.published, first=len(found))
        done += len(block.prose)
        if progress:
            progress(done)
    entities = resolve(
        [each.sentence for each in found],
        title=document.meta.title or "",
        aliases=aliases,
        names=[each.names for each in found],
    )
    return Prose(tuple(found), entities, endless)


def numbered(found: Iterable[Quantity]) -> bool:
    """Whether one of the quantities is a number: "one" thing, "nobody" and an ordinal are none."""
    return any(
        q.interval is not None and q.role != "ordinal" and q.text.lower() not in _NO_NUMBERS for q in found
    )


def is_endless(prose: str) -> bool:
    """Whether no sentence ends in a long block: that is no prose, and parsing it would take minutes."""
    return len(prose) > LONGEST and _ENDS_SOMEWHERE.search(prose) is None


def sentences_of(
    block: Block,
    parsed: Sequence[Sentence],
    reference: date | None,
    policy: Policy = DEFAULT,
    first: int = 0,
) -> Iterator[ProseSentence]:
    """The parsed sentences of one block; `first` is the index of the first among the document's sentences."""
    before = ""
    for k, (sentence, contexts) in enumerate(zip(parsed, attribution.read(parsed), strict=True)):
        said = ProseSentence(
            block,
            first + k,
            sentence,
            contexts,
            names.find(sentence),
            quantities.find(sentence, policy),
            dates.find(sentence, reference),
            before,
        )
        before = said.text
        yield said
