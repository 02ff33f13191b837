"""New claims on passages a person has chosen: quoted word for word, or picked from what the source asserts."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date

from claimcheck.anchor import pinpoint, resolve
from claimcheck.claim import Claim, Evidence
from claimcheck.claimedit import append
from claimcheck.claimfile import ClaimFile
from claimcheck.curation.finding import one_place
from claimcheck.errors import LedgerError, SourceError
from claimcheck.extract import propose
from claimcheck.extract.adding import claims_file
from claimcheck.extract.asked import Asked, copy_in
from claimcheck.extract.ids import claim_id
from claimcheck.rewriting import rewrite
from claimcheck.sources import Document
from claimcheck.store import Ledger
from claimcheck.text import Span

_TOO_OFTEN = 1000  # places of a quotation that has none of its own


@dataclass(frozen=True, slots=True)
class Particulars:
    """What a user says of new claims; None and () leave what the source suggests."""

    id: str | None = None
    text: str | None = None
    speaker: str | None = None
    as_of: date | None = None
    tags: tuple[str, ...] = ()
    note: str | None = None
    accepted_by: str | None = None
    accepted_on: date | None = None
    """The day on which they are accepted; None for proposed ones."""


@dataclass(frozen=True, slots=True)
class Choice:
    """A claim a source offers, the line it stands on, and the claims that stand on that passage already."""

    line: int
    claim: Claim
    known: tuple[str, ...]


def quoted(document: Document, quote: str, occurrence: int | None) -> Claim:
    """A claim, without an id yet, on a quotation. Raises SourceError as `finding.one_place`."""
    span = one_place(document, quote, occurrence)
    evidence = _evidence(document, span)
    return Claim("-", " ".join(evidence.quote.split()), (evidence,))


def choices(ledger: Ledger, document: Document) -> tuple[Choice, ...]:
    """The claims a source offers, in its order. Raises ModelError without a language model."""
    drafts = propose(document, dict(ledger.aliases)).drafts
    there = passages(ledger, document)
    found = []
    for draft in drafts:
        spans = [Span(part.start, part.end) for part in draft.evidence]
        evidence = tuple(_evidence(document, span) for span in spans)
        claim = Claim("-", draft.text, evidence, speaker=draft.speaker, as_of=draft.as_of, note=draft.note)
        known = tuple(name for name, places in there.items() if places == tuple(spans))
        found.append(Choice(document.text.line_column(spans[0].start)[0], claim, known))
    return tuple(found)


def passages(ledger: Ledger, document: Document) -> Mapping[str, tuple[Span, ...]]:
    """Where the claims that cite a document stand in it, but for retired ones and those that have lost their place."""
    found = {}
    for claim in ledger.claims:
        own = [part for part in claim.evidence if part.source == document.id]
        if own and claim.status != "retired":
            places = [resolve(document.text.text, part) for part in own]
            if all(place.usable for place in places):
                found[claim.id] = tuple(Span(place.start, place.end) for place in places)
    return found


def chosen(said: str, count: int) -> tuple[int, ...]:
    """The indexes, from 0, that "1, 3-5" names of `count` choices. Raises LedgerError for what names none."""
    found: list[int] = []
    for part in said.replace(",", " ").split():
        first, _, last = part.partition("-")
        if not (first.isdecimal() and (last.isdecimal() or part == first)):
            raise LedgerError(f"{part[:40]!r} is no number: choose such as 1 or 2,4-6")
        numbers = range(int(first[:9]), int((last or first)[:9]) + 1)
        if not numbers or numbers[0] < 1 or numbers[-1] > count:
            raise LedgerError(f"{part[:40]} is not among the choices, which are 1 to {count}")
        found += numbers
    return tuple(dict.fromkeys(number - 1 for number in found))


def add(
    ledger: Ledger, asked: Asked, claims: Sequence[Claim], said: Particulars
) -> tuple[Ledger, tuple[str, ...]]:
    """Write new claims to the file of their source; the ledger as it is then, and their ids.

    Raises LedgerError for an id that is taken, for an id or a text said of several, where a claim says the same of the
    same passage already, and where an accepted one has no reviewer though the configuration asks for one; then nothing
    is written. A source from outside is copied in.
    """
    if len(claims) > 1 and (said.id or said.text):
        raise LedgerError("an id or a text is for one claim: choose one")
    if said.accepted_on and not said.accepted_by and ledger.config.audit.require_reviewer:
        raise LedgerError(
            "this ledger asks for a reviewer: say who it is with --reviewer NAME, or set git's user.name"
        )
    added: tuple[Claim, ...] = ()
    if asked.copies:  # which must not be there where the claims cannot be
        _complete(ledger, asked.document, claims, said)

    def changed(now: Ledger) -> list[ClaimFile]:
        nonlocal added
        name = claims_file(now, asked.document.id)
        file = next((each for each in now.claim_files if each.name == name), ClaimFile(name, b"", (), ()))
        added = _complete(now, asked.document, claims, said)
        return [append(file, added)]

    copy_in(ledger, asked)
    return rewrite(ledger, changed), tuple(claim.id for claim in added)


def _complete(
    now: Ledger, document: Document, claims: Sequence[Claim], said: Particulars
) -> tuple[Claim, ...]:
    """The claims with their ids and what the user says of them."""
    taken, there, made = {claim.id for claim in now.claims}, passages(now, document), []
    for claim in claims:
        new = _named(_with(claim, said), document, said.id, taken)
        spans = tuple(Span(part.start, part.end) for part in new.evidence)
        for old in now.claims:
            if old.text == new.text and there.get(old.id) == spans:
                raise LedgerError(
                    f"{now.where(old.id)}: claim {old.id!r} says this of the same passage already"
                )
        taken.add(new.id)
        made.append(new)
    return tuple(made)


def _with(claim: Claim, said: Particulars) -> Claim:
    text = " ".join((said.text or claim.text).split())
    return replace(
        claim,
        text=text,
        speaker=said.speaker or claim.speaker,
        as_of=said.as_of or claim.as_of,
        tags=tuple(dict.fromkeys(said.tags)),
        note=said.note or claim.note,
        status="accepted" if said.accepted_on else "proposed",
        reviewer=said.accepted_by if said.accepted_on else None,
        reviewed=said.accepted_on,
    )


def _named(claim: Claim, document: Document, wanted: str | None, taken: Collection[str]) -> Claim:
    if wanted in taken:
        raise LedgerError(f"there is a claim {wanted!r} already")
    if wanted is not None and wanted.split() != [wanted]:
        raise LedgerError(f"the id {wanted!r} must be one word, without spaces")
    quotes = [part.quote for part in claim.evidence]
    return replace(claim, id=wanted or claim_id(document.id, claim.text, quotes, taken))


def _evidence(document: Document, span: Span) -> Evidence:
    """The passage with selectors that lead to it and no other."""
    text = document.text.text
    at = pinpoint(text, span.start, span.end)
    if text.count(at.quote) > _TOO_OFTEN:
        raise SourceError(
            f"“{at.quote[:40]}” stands more than {_TOO_OFTEN} times in {document.id!r}: quote more of it"
        )
    return Evidence(document.id, at.start, at.end, at.quote, at.prefix, at.suffix)
