"""Which claims count as evidence, and where their quotations stand now."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from hashlib import sha256

from claimcheck.cache import Task, parts_of_claim, parts_of_document
from claimcheck.cache.parts import claim_key, document_key, reference_of
from claimcheck.claim import Claim
from claimcheck.fields import Aliases
from claimcheck.policy import Policy
from claimcheck.sources import Block, Document
from claimcheck.store import Ledger, content_sha256
from claimcheck.text import Span

_QUOTES = str.maketrans("", "", "\"'“”‘’«»")


@dataclass(frozen=True, slots=True)
class Cited:
    """A claim that counts, and the (source, place) of each of its quotations, none missing."""

    claim: Claim
    places: tuple[tuple[str, Span], ...]


def cited(ledger: Ledger) -> tuple[tuple[Cited, ...], tuple[str, ...]]:
    """The claims that count, by id: accepted, not superseded by an accepted one, every quotation in its one place.

    And the ids of those that would count if every quotation of theirs had one. Raises LedgerError and SourceError for
    files that cannot be read.
    """
    accepted = [claim for claim in ledger.claims if claim.status == "accepted"]
    outranked = {old for claim in accepted for old in claim.supersedes if old != claim.id}
    found = [Cited(claim, _places(claim, ledger)) for claim in accepted if claim.id not in outranked]
    return tuple(each for each in found if each.places), tuple(c.claim.id for c in found if not c.places)


def _places(claim: Claim, ledger: Ledger) -> tuple[tuple[str, Span], ...]:
    places = []
    for evidence in claim.evidence:
        now = ledger.resolve(evidence)
        if not now.usable:
            return ()
        places.append((evidence.source, Span(now.start, now.end)))
    return tuple(places)


def digest(ledger: Ledger) -> str:
    """SHA-256 of what the ledger says: its claims, sources and aliases; not of how its claims are spread over files."""
    found = sha256(repr(sorted(ledger.aliases)).encode())
    for claim in ledger.claims:
        found.update(repr(claim).encode() + b"\n")
    for stamp in ledger.files:
        if stamp.kind in ("source", "meta"):
            found.update(f"{stamp.path} {content_sha256(ledger.root / stamp.path)}\n".encode())
    return found.hexdigest()


class Reads:
    """What must be read for a ledger: the documents its claims cite, and the texts of claims that say it otherwise."""

    def __init__(self, ledger: Ledger, claims: Iterable[Cited], policy: Policy) -> None:
        self.ledger, self.policy = ledger, policy
        self.claims = tuple(claims)
        self.aliases = _aliases(ledger, self.claims)
        self.document = lru_cache(maxsize=None)(self._document)

    def sources(self) -> list[str]:
        """The ids of the documents that are cited, sorted."""
        return sorted({source for each in self.claims for source, _ in each.places})

    def _document(self, source: str) -> tuple[Document, str]:
        """A document and the key of its readings."""
        document = self.ledger.sources[source]
        return document, document_key(document, self.aliases[source], self.policy)

    def task(self, source: str) -> Task:
        """All there is to read of a document."""
        return parts_of_document(self.document(source)[0], self.aliases[source], self.policy)

    def own_key(self, each: Cited) -> str:
        """The key of the readings of a claim's own text."""
        return claim_key(each.claim, *self._own(each), self.policy)

    def own_task(self, each: Cited) -> Task:
        """All there is to read of a claim's own text."""
        return parts_of_claim(each.claim, *self._own(each), self.policy)

    def _own(self, each: Cited) -> tuple[date | None, Aliases]:
        source = each.places[0][0]
        reference = each.claim.as_of or reference_of(self.document(source)[0])
        return reference, self.aliases[source]

    def by_itself(self, each: Cited) -> bool:
        """Whether a claim's text is read too: it uses other words than its quotations, or they stand in no prose."""
        quotes = [self.document(source)[0].text[span] for source, span in each.places]
        return not says_the_same(each.claim.text, " ".join(quotes)) or not self._in_prose(each)

    def _in_prose(self, each: Cited) -> bool:
        return any(
            block.prose and span.overlaps(Span(block.start, block.end))
            for source, span in each.places
            for block in self._blocks_near(source, span)
        )

    def _blocks_near(self, source: str, span: Span) -> Iterable[Block]:
        """The blocks that may share a code point with a place."""
        blocks = self.document(source)[0].blocks
        first = bisect_right(blocks, span.start, key=lambda block: block.start)
        stop = bisect_left(blocks, span.end, key=lambda block: block.start)
        return blocks[max(0, first - 1) : stop]


def says_the_same(text: str, quoted: str) -> bool:
    """Whether a text is part of what is quoted, but for quotation marks, spaces, case and full stop."""
    return _bare(text) in _bare(quoted)


def _bare(text: str) -> str:
    return "".join(text.casefold().translate(_QUOTES).split()).rstrip(".,;:")


def _aliases(ledger: Ledger, claims: Iterable[Cited]) -> Mapping[str, Aliases]:
    """For every document the aliases that hold in it: the ledger's, its own, and those of the claims that cite it."""
    by_source: dict[str, dict[tuple[str, tuple[str, ...]], None]] = {}
    for each in claims:
        for source, _ in each.places:
            if source not in by_source:
                own = (*ledger.aliases, *ledger.sources[source].meta.aliases)
                by_source[source] = dict.fromkeys(own)
            by_source[source].update(dict.fromkeys(each.claim.aliases))
    return {source: _joined(rows) for source, rows in by_source.items()}


def _joined(rows: Iterable[tuple[str, tuple[str, ...]]]) -> Aliases:
    """One row for each name: a later row adds to an earlier one of the same name."""
    joined: dict[str, dict[str, None]] = {}
    for name, others in rows:
        joined.setdefault(name, {}).update(dict.fromkeys(others))
    return tuple((name, tuple(others)) for name, others in joined.items())
