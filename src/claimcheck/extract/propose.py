"""From a document to proposed claims: one for every checkable sentence, table cell and list item."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import groupby

from claimcheck.anchor import describe
from claimcheck.claim import Evidence
from claimcheck.extract.checkable import Reason, asserts, instructs, tainted, whole, why_not
from claimcheck.extract.clauses import clauses
from claimcheck.extract.fragments import as_sentence
from claimcheck.extract.prose import Prose, ProseSentence, read_prose
from claimcheck.extract.said import as_of, note_of, of_part, speaker_of
from claimcheck.extract.table_changes import Change, changes
from claimcheck.sources import Block, Document
from claimcheck.sources.table_prose import as_sentence as cell_sentence
from claimcheck.text import Span

# To the parser a sentence of its own: "PORT MAREN —", "LONDON (Reuters) -", "BAGHDAD, March 11 –".
_DATELINE = re.compile(r"[A-Z][\w.,'’ /-]{1,40}(?: ?\([^()]{2,30}\))? ?(?:[—–]|--?)")
_SHOWN = 300  # code points shown of what is passed over


@dataclass(frozen=True, slots=True)
class Draft:
    """A claim to be, without its id and status."""

    text: str
    evidence: tuple[Evidence, ...]
    speaker: str | None
    as_of: date | None
    note: str | None


@dataclass(frozen=True, slots=True)
class Passed:
    """A sentence that is no claim, its offset in the source, and why."""

    start: int
    text: str
    reason: Reason


@dataclass(frozen=True, slots=True)
class Proposals:
    """What a document gives, in its order; `sentences` counts the sentences of prose read."""

    drafts: tuple[Draft, ...]
    passed: tuple[Passed, ...]
    sentences: int


def propose(
    document: Document,
    aliases: Mapping[str, Sequence[str]] | None = None,
    progress: Callable[[int], None] | None = None,
) -> Proposals:
    """The claims that a document's sentences, cells and items make.

    aliases: a name to its other names; `progress` is told how many code points of prose have been parsed. Raises
    ModelError without a language model.
    """
    known = {name: tuple(others) for name, others in document.meta.aliases}
    prose = read_prose(document, {**(aliases or {}), **known}, progress)
    drafting = _Drafting(document, prose)
    changed: dict[int, list[Change]] = defaultdict(list)
    for at, change in changes(document.blocks):
        changed[at].append(change)
    for k, block in enumerate(document.blocks):
        drafting.read(block)
        for change in changed.get(k, ()):
            drafting.compare(block, change)
    return Proposals(tuple(drafting.drafts), tuple(drafting.passed), len(prose.sentences))


class _Drafting:
    """A document while its blocks are made claims of."""

    def __init__(self, document: Document, prose: Prose) -> None:
        self.document = document
        self.published = document.meta.published
        self.prose = prose
        self.of_block = {
            key: list(block) for key, block in groupby(prose.sentences, key=lambda said: id(said.block))
        }
        self.drafts: list[Draft] = []
        self.passed: list[Passed] = []
        self.headings: list[Block] = []

    def read(self, block: Block) -> None:
        """Propose what one block gives."""
        if block.kind == "heading":
            self.headings.append(block)
        elif block.kind == "table_cell":
            self._cell(block)
        elif any(block is each for each in self.prose.endless):
            self._pass_over(block.start, block.prose, Reason.OVERLONG)
        else:
            self._sentences(self.of_block.get(id(block), []))

    def _sentences(self, block: list[ProseSentence]) -> None:
        reasons = [why_not(said) for said in block]
        if tainted(block, reasons):
            reasons = [reason or Reason.BOILERPLATE for reason in reasons]
        for said, reason in zip(block, reasons, strict=True):
            if reason is None:
                self.drafts += self._of_sentence(said)
            elif not _DATELINE.fullmatch(said.text):
                self._pass_over(said.span.start, said.text, reason)

    def _pass_over(self, start: int, text: str, reason: Reason) -> None:
        self.passed.append(Passed(start, _one_line(text[:_SHOWN]), reason))

    def _of_sentence(self, said: ProseSentence) -> Iterator[Draft]:
        speaker = speaker_of(said, self.prose)
        day = as_of(said, self.published)
        note = note_of(said, self.prose, self.published)
        text, spans = _one_line(said.text), [said.span]
        ordered = instructs(said)
        if said.block.kind == "list_item" and not (ordered or asserts(said) or whole(said)):
            under, heading = self._under(said.block)
            told = as_sentence(under, text)
            text, spans = told or (f"{under}: {text}" if under else text), [*spans, *heading]
        elif ordered and said.before:
            note = "; ".join(part for part in (note, f"after “{_one_line(said.before)}”") if part)
        yield Draft(text, self._evidence(spans), speaker, day, note)
        for start, end in clauses(said):
            part = _one_line(said.block.prose[start:end])
            sentence = f"{part[0].upper()}{part[1:].rstrip('.')}."
            holds = as_of(said, self.published, (start, end))
            place = self._evidence([said.block.span(start, end)])
            yield Draft(sentence, place, speaker, holds, of_part(note, part))

    def _under(self, block: Block) -> tuple[str, list[Span]]:
        """The words an item hangs from, its list's opening line or else its heading, and where they stand."""
        if block.lead:
            return block.lead.text.rstrip(": "), [Span(block.lead.start, block.lead.end)]
        if not block.headings:
            return "", []
        found = [heading for heading in self.headings if heading.prose == block.headings[-1]]
        return block.headings[-1].rstrip(": "), [Span(h.start, h.end) for h in found[-1:]]

    def _cell(self, block: Block) -> None:
        said = cell_sentence(block)
        if said is block:  # it holds nothing, or has no headers
            return
        labels = [Span(label.start, label.end) for label in (block.row, block.column) if label]
        evidence = self._evidence([Span(block.start, block.end), *labels])
        self.drafts.append(Draft(_one_line(said.prose), evidence, None, self.published, _table_note(block)))

    def compare(self, block: Block, change: Change) -> None:
        """Propose what a table's row says has changed."""
        evidence = self._evidence(change.spans)
        self.drafts.append(Draft(_one_line(change.text), evidence, None, self.published, _table_note(block)))

    def _evidence(self, spans: Sequence[Span]) -> tuple[Evidence, ...]:
        found = []
        for span in spans:
            at = describe(self.document.text.text, span.start, span.end)
            found.append(Evidence(self.document.id, at.start, at.end, at.quote, at.prefix, at.suffix))
        return tuple(found)


def _table_note(cell: Block) -> str | None:
    under = " › ".join(cell.headings)
    return f"from the table under “{under}”" if under else None


def _one_line(text: str) -> str:
    return " ".join(text.split())
