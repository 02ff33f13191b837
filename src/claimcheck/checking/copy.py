"""Drafts to statements: parsed together, each sentence with its place, its reading, or why it is none to judge."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date

from claimcheck.dimensions import attribution
from claimcheck.drafts import Draft
from claimcheck.entities import resolve
from claimcheck.extract.checkable import Reason, asserts, instructs, tainted, whole, why_not
from claimcheck.extract.fragments import as_sentence
from claimcheck.extract.prose import PROSE, Prose, ProseSentence, is_endless, sentences_of
from claimcheck.parse import parse_many
from claimcheck.passages import mentions
from claimcheck.policy import Policy
from claimcheck.reading import Reading, Stands, read
from claimcheck.sources import Block
from claimcheck.sources.table_prose import as_sentence as cell_sentence
from claimcheck.text import Span
from claimcheck.tokens import Sentence

Aliases = Mapping[str, Sequence[str]]
_ASKING = frozenset({"WRB", "WP", "WDT", "WP$"})
Parsed = Iterator[tuple[Sentence, ...]]


@dataclass(frozen=True, slots=True)
class Telling:
    """A sentence of a draft. `span` is its place in the normalised text; `text` is what is judged.

    reading is None for what is not judged, and `why` says why; for an item of a list or a table's cell the reading is
    that of the sentence made of it and its headings.
    """

    said: ProseSentence | None
    text: str
    span: Span
    block: Block
    reading: Reading | None
    why: Reason | None


@dataclass(frozen=True)
class Copy:
    """A draft with its statements, in the order of the text. `prose` are the sentences that narrate."""

    draft: Draft
    today: date
    prose: Prose
    tellings: tuple[Telling, ...]


def read_copy(drafts: Iterable[tuple[Draft, date]], aliases: Aliases, policy: Policy) -> list[Copy]:
    """The statements of drafts, each with the day its relative dates count from.

    Raises ModelError without a language model.
    """
    listed = list(drafts)
    blocks = [_worth_reading(draft) for draft, _ in listed]
    parsed = parse_many(block.prose for row in blocks for block in row if not is_endless(block.prose))
    copies = [
        _Reading(draft, today, aliases, policy).copy(row, parsed)
        for (draft, today), row in zip(listed, blocks, strict=True)
    ]
    return _items_read(copies, policy)


def _worth_reading(draft: Draft) -> list[Block]:
    """The blocks that hold prose; a table's cell as the sentence that says which row and column it is of."""
    found = []
    for block in draft.document.blocks:
        if block.kind == "table_cell":
            said = cell_sentence(block)
            if said is not block:  # a cell without headers, or that holds nothing, says nothing
                found.append(said)
        elif block.kind != "code" and block.prose.strip():
            found.append(block)
    return found


class _Reading:
    """A draft while its sentences are read."""

    def __init__(self, draft: Draft, today: date, aliases: Aliases, policy: Policy) -> None:
        self.draft, self.today, self.policy = draft, today, policy
        self.aliases = aliases
        self.title = draft.document.meta.title or ""

    def copy(self, blocks: Sequence[Block], parsed: Parsed) -> Copy:
        """The draft's statements; `parsed` gives the sentences of each block that ends somewhere."""
        flow: list[ProseSentence] = []
        rows: list[tuple[Block, list[ProseSentence]]] = []
        for block in blocks:
            if is_endless(block.prose):
                rows.append((block, []))
                continue
            told = block.kind in PROSE
            sentences = list(
                sentences_of(block, next(parsed), self.today, self.policy, len(flow) if told else 0)
            )
            rows.append((block, sentences))
            flow += sentences if told else []
        entities = resolve(
            [each.sentence for each in flow],
            title=self.title,
            aliases=self.aliases,
            names=[each.names for each in flow],
        )
        stands = mentions(entities, [each.sentence for each in flow])
        endless = tuple(block for block, _ in rows if is_endless(block.prose))
        tellings = tuple(telling for row in rows for telling in self._told(*row, stands))
        return Copy(self.draft, self.today, Prose(tuple(flow), entities, endless), tellings)

    def _told(
        self, block: Block, sentences: Sequence[ProseSentence], stands: Sequence[Mapping[int, Stands]]
    ) -> Iterator[Telling]:
        if not sentences and is_endless(block.prose):
            yield Telling(None, block.prose, Span(block.start, block.end), block, None, Reason.OVERLONG)
            return
        reasons = [_why_not(said) for said in sentences]
        if block.kind in PROSE and tainted(sentences, reasons):
            reasons = [reason or Reason.BOILERPLATE for reason in reasons]
        spoken = attribution.carried([said.sentence for said in sentences])
        for said, why, speaker in zip(sentences, reasons, spoken, strict=True):
            span = Span(block.start, block.end) if block.kind == "table_cell" else said.span
            reading = None
            if why is None:
                reading = read(
                    said.sentence,
                    reference=self.today,
                    policy=self.policy,
                    stands=stands[said.index] if block.kind in PROSE else {},
                    carried=speaker,
                    named=said.names,
                    valued=(said.dates, said.quantities),
                )
                why = None if reading.nodes else Reason.UNREADABLE
            yield Telling(said, _one_line(said.text), span, block, reading if why is None else None, why)


def _why_not(said: ProseSentence) -> Reason | None:
    """As `why_not`; "How it came to this" over a chapter asks nothing and asserts nothing."""
    if said.block.kind == "heading" and said.sentence[0].tag in _ASKING:
        return Reason.FRAGMENT
    return why_not(said)


def _items_read(copies: Sequence[Copy], policy: Policy) -> list[Copy]:
    """Items of lists that are no sentences, as the sentences that they make with the words above them."""
    made = [
        {k: text for k, telling in enumerate(copy.tellings) if (text := _of_item(telling))} for copy in copies
    ]
    parsed = parse_many(text for row in made for text in row.values())
    found = []
    for copy, row in zip(copies, made, strict=True):
        tellings = list(copy.tellings)
        for k, text in row.items():
            sentences = next(parsed)
            if len(sentences) == 1:
                reading = read(sentences[0], reference=copy.today, policy=policy)
                tellings[k] = replace(tellings[k], text=text, reading=reading)
        found.append(replace(copy, tellings=tuple(tellings)))
    return found


def _of_item(telling: Telling) -> str:
    """The sentence an item makes with its list's opening line or its heading; nothing for any other statement."""
    said = telling.said
    if telling.reading is None or said is None or said.block.kind != "list_item":
        return ""
    if instructs(said) or asserts(said) or whole(said):
        return ""
    lead = said.block.lead.text if said.block.lead else next(iter(said.block.headings[-1:]), "")
    under = lead.rstrip(": ")
    if not under:
        return ""
    return as_sentence(under, telling.text) or f"{under}: {telling.text}"


def _one_line(text: str) -> str:
    return " ".join(text.split())
