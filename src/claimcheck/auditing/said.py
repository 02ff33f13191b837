"""What each claim says, as sentences read: its own text, or the sentences of its source where they say just that."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

from claimcheck.align import Passage
from claimcheck.cache import READING, Analyses, Progress, Task, analyse_all, version_of
from claimcheck.dimensions.name import Name
from claimcheck.reading import Reading
from claimcheck.retrieve.evidence import Cited, Reads, says_the_same
from claimcheck.retrieve.units import Documents, Place
from claimcheck.store import Ledger

READINGS_AT_HAND = 8_192


@dataclass(frozen=True, slots=True)
class Saying:
    """What a claim says: the sentences, by place among the readings, and the terms it is found by.

    quoted: whether they are the very sentences that its quotation covers.
    """

    claim: str
    places: tuple[Place, ...]
    terms: tuple[str, ...]
    quoted: bool


class Sayings:
    """Reading what claims say, and the passages they quote. Readings are kept in the ledger's cache.

    Raises LedgerError and SourceError for files that cannot be used, ModelError without a language model.
    """

    def __init__(self, ledger: Ledger, claims: Sequence[Cited], analyses: Analyses) -> None:
        self.analyses = analyses
        self.policy = ledger.config.as_policy()
        self.reads = Reads(ledger, claims, self.policy)
        self.documents = Documents(lru_cache(64)(analyses.outline), self.reads)
        self._reading = lru_cache(READINGS_AT_HAND)(self._read)
        self._about = lru_cache(READINGS_AT_HAND)(analyses.about)

    def prepare(self, claims: Sequence[Cited], progress: Progress | None) -> None:
        """Read whatever of these claims is not kept yet, or not any more."""
        documents: dict[str, str] = {}
        own: dict[str, Cited] = {}
        for each in claims:
            for source, _ in each.places:
                documents[self.reads.document(source)[1]] = source
            if self.alone(each):
                own[self.reads.own_key(each)] = each
        self._analyse([(key, self.reads.task(source)) for key, source in documents.items()
                       if self._lacks(key)], progress)  # fmt: skip
        # Which sentences a quotation covers is known only now.
        own |= {self.reads.own_key(each): each for each in claims if not self._whole(each)}
        self._analyse(
            [(key, self.reads.own_task(each)) for key, each in own.items() if self._lacks(key)], progress
        )

    def _lacks(self, key: str) -> bool:
        return bool(self.analyses.missing([key]))

    def _analyse(self, tasks: Sequence[tuple[str, Task]], progress: Progress | None) -> None:
        for batch in analyse_all([task for _, task in tasks], progress):
            self.analyses.put(batch, version_of(*READING))

    def alone(self, each: Cited) -> bool:
        """Whether a claim's text says it otherwise than its quotations do, letter by letter."""
        quotes = [self.reads.document(source)[0].text[span] for source, span in each.places]
        return not says_the_same(each.claim.text, " ".join(quotes))

    def covered(self, each: Cited) -> tuple[Place, ...]:
        """The sentences that a claim's quotations cover; of a table's headers alone the cells of their rows."""
        spans = [(self.reads.document(source)[1], span) for source, span in each.places]
        found = [(key, n) for key, span in spans for n in self.documents.shape(key).covered(span)]
        found = found or [
            (key, n) for key, span in spans for n in self.documents.shape(key).surrounding(span)
        ]
        return tuple(dict.fromkeys(found))

    def _whole(self, each: Cited) -> bool:
        """Whether a claim says just what the sentences it covers say."""
        prose = " ".join(self.documents.outline(key)[n].text for key, n in self.covered(each))
        text = each.claim.text
        return says_the_same(text, prose) and says_the_same(prose, text)

    def saying(self, each: Cited) -> Saying:
        """What a claim says. `prepare` has read it."""
        quoted = self._whole(each)
        key = self.reads.own_key(each)
        places = (
            self.covered(each) if quoted else tuple((key, n) for n in range(len(self.documents.outline(key))))
        )
        terms = [self.documents.outline(k)[n].terms for k, n in places]
        names = (term for t in terms for term in (*(lemma for lemma, _ in t.words), *t.names, *t.implied))
        return Saying(each.claim.id, places, tuple(dict.fromkeys(names)), quoted)

    def readings(self, places: Sequence[Place]) -> tuple[Reading, ...]:
        """The sentences at some places."""
        return tuple(self._reading(place) for place in places)

    def _read(self, place: Place) -> Reading:
        return self.analyses.read(place[0], [place[1]])[0].reading

    def stated(self, places: Sequence[Place]) -> Passage:
        """Sentences as a passage that has nothing around it: what it says is theirs alone."""
        return Passage(self.readings(places), frozenset(range(len(places))), self._topics(places))

    def passage(self, own: Sequence[Place]) -> Passage:
        """Sentences with those around them, as the index has them."""
        numbers: dict[str, list[int]] = {}
        for key, n in own:
            numbers.setdefault(key, []).append(n)
        places = [(key, n) for key, own_ in numbers.items() for n in self.documents.shape(key).passage(own_)]
        mine = set(own)
        return Passage(
            self.readings(places),
            frozenset(i for i, place in enumerate(places) if place in mine),
            self._topics(places),
        )

    def _topics(self, places: Sequence[Place]) -> tuple[Name, ...]:
        keys = dict.fromkeys(key for key, _ in places)
        return tuple(dict.fromkeys(name for key in keys for name in self._about(key)))
