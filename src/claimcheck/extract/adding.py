"""Proposed claims into a ledger: what is there already is found again by its place or its quote, and left alone."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from pathlib import PurePath

from claimcheck.anchor import resolve
from claimcheck.claim import Claim, Evidence, Status
from claimcheck.claimedit import Change, append, change
from claimcheck.claimfile import ClaimFile
from claimcheck.extract.asked import Asked, copy_in
from claimcheck.extract.ids import claim_id, id_part
from claimcheck.extract.propose import Draft, Passed, propose
from claimcheck.problems import check
from claimcheck.sources import Document
from claimcheck.store import CLAIM_SUFFIXES, Ledger

Progress = Callable[[int], None]
_Place = frozenset[tuple[int, int]]
_Quotes = tuple[str, ...]
_TELLING = 3  # words of a quote that has no need of its place to be known again


@dataclass(frozen=True, slots=True)
class Extraction:
    """What extracting from one document came to, or would have.

    file: the file of claims, and copied: the files copied in, relative to the root; added: the new claims; accepted:
    ids of claims proposed earlier and accepted now; known: how many of what the document gives was there already.
    """

    document: Document
    file: str
    added: tuple[Claim, ...]
    accepted: tuple[str, ...]
    known: int
    passed: tuple[Passed, ...]
    sentences: int
    copied: tuple[str, ...]

    @property
    def reasons(self) -> Mapping[str, int]:
        """How many sentences were passed over, by reason, most first."""
        return dict(Counter(passed.reason.value for passed in self.passed).most_common())


def extract(
    ledger: Ledger,
    asked: Asked,
    *,
    accept: bool = False,
    dry_run: bool = False,
    progress: Progress | None = None,
) -> Extraction:
    """Propose the claims of a document and add those the ledger does not have yet.

    accept: add them as accepted, and accept those of this document proposed earlier; dry_run: write nothing. Raises
    LedgerError for a ledger that cannot be used or written and for a claim to accept that does not fit its source
    (`problems.check`), ModelError without a language model.
    """
    document = asked.document
    earlier = _proposed(ledger, document.id) if accept else {}
    if earlier and not asked.copies:
        check(ledger, {claim for ids in earlier.values() for claim in ids})
    proposals = propose(document, dict(ledger.aliases), progress)
    known = _Known(document, ledger.claims)
    drafts = [draft for draft in proposals.drafts if known.add(draft.evidence)]
    status: Status = "accepted" if accept else "proposed"
    added = _claims(document.id, drafts, {claim.id for claim in ledger.claims}, status)
    file = claims_file(ledger, document.id)
    copied = tuple(name for name, _ in asked.copies if added and not (ledger.root / name).exists())
    if not dry_run:
        if added:
            copy_in(ledger, asked)
        added = _write(ledger, document, file, added, earlier)
    return Extraction(
        document=document,
        file=file,
        added=added,
        accepted=tuple(claim for ids in earlier.values() for claim in ids),
        known=len(proposals.drafts) - len(drafts),
        passed=proposals.passed,
        sentences=proposals.sentences,
        copied=copied,
    )


def _claims(source: str, drafts: Iterable[Draft], taken: set[str], status: Status) -> tuple[Claim, ...]:
    claims = []
    for draft in drafts:
        name = claim_id(source, draft.text, [part.quote for part in draft.evidence], taken)
        taken.add(name)
        claims.append(
            Claim(
                name,
                draft.text,
                draft.evidence,
                status,
                speaker=draft.speaker,
                as_of=draft.as_of,
                note=draft.note,
            )
        )
    return tuple(claims)


def _proposed(ledger: Ledger, source: str) -> dict[str, tuple[str, ...]]:
    """The claims of a source that nobody has reviewed yet, by file."""
    rows = {}
    for file in ledger.claim_files:
        ids = tuple(c.id for c in file.claims if c.status == "proposed" and c.evidence[0].source == source)
        if ids:
            rows[file.name] = ids
    return rows


def claims_file(ledger: Ledger, source: str) -> str:
    """The file, relative to the root, that a source's claims go to: the one of its name, else a new one."""
    stem = (PurePath(ledger.config.folders.claims) / id_part(source)).as_posix()
    there = {stamp.path for stamp in ledger.files if stamp.kind == "claims"}
    return next(
        (stem + suffix for suffix in CLAIM_SUFFIXES if stem + suffix in there), stem + CLAIM_SUFFIXES[0]
    )


def _write(
    ledger: Ledger,
    document: Document,
    file: str,
    claims: tuple[Claim, ...],
    earlier: Mapping[str, tuple[str, ...]],
) -> tuple[Claim, ...]:
    """Add and accept under the ledger's lock; what another process added meanwhile is not added again."""
    written: tuple[Claim, ...] = ()
    seen = {claim.id for claim in ledger.claims}

    def changed(old: ClaimFile) -> ClaimFile:
        nonlocal written
        if old.name == file:
            others = _Known(document, (claim for claim in old.claims if claim.id not in seen))
            written = tuple(c for c in claims if c.id not in old.line_of and others.add(c.evidence))
        waiting = {c.id for c in old.claims if c.status == "proposed"}
        accepted = [
            Change(name, "status", "accepted") for name in earlier.get(old.name, ()) if name in waiting
        ]
        return append(change(old, accepted), written if old.name == file else ())

    for name in dict.fromkeys([*earlier, *([file] if claims else [])]):
        ledger.update(name, changed)
    return written


class _Known:
    """The passages of a document that claims stand on: where they are now, and what they quote.

    A short quote ("64") is known again by its place alone; where a claim's has none any more, as when two tables are
    alike, one passage that quotes the same is taken for its own.
    """

    def __init__(self, document: Document, claims: Iterable[Claim]) -> None:
        self._places: set[_Place] = set()
        self._quotes: set[_Quotes] = set()
        self._homeless: Counter[_Quotes] = Counter()
        for claim in claims:
            own = tuple(part for part in claim.evidence if part.source == document.id)
            if not own:
                continue
            found = [resolve(document.text.text, part) for part in own]
            if all(place.usable for place in found):
                self._places.add(frozenset((place.start, place.end) for place in found))
            else:
                self._homeless[_quotes(own)] += 1
            self._quotes.add(_quotes(own))

    def add(self, evidence: tuple[Evidence, ...]) -> bool:
        """Take passages as known from now on; whether they were not before."""
        place = frozenset((part.start, part.end) for part in evidence)
        quotes = _quotes(evidence)
        if place in self._places or (_telling(evidence) and quotes in self._quotes):
            return False
        if self._homeless[quotes] > 0:
            self._homeless[quotes] -= 1
            return False
        self._places.add(place)
        self._quotes.add(quotes)
        return True


def _telling(evidence: tuple[Evidence, ...]) -> bool:
    return len(evidence[0].quote.split()) >= _TELLING


def _quotes(evidence: tuple[Evidence, ...]) -> _Quotes:
    """What is quoted, but for spaces and what stands at the ends: a quote with or without its full stop is one."""
    return tuple(sorted(" ".join(part.quote.split()).strip(' .,;:“”"') for part in evidence))
