"""An open index: statements in, candidate passages out."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from itertools import zip_longest
from types import TracebackType
from typing import TYPE_CHECKING, Generic, TypeVar

from claimcheck.align import Passage
from claimcheck.cache import DamagedError, Home, Kept
from claimcheck.cache.analyse import PlaceMap, source_span
from claimcheck.claim import Claim
from claimcheck.dimensions.name import Name
from claimcheck.errors import LedgerError
from claimcheck.lore import Lore, lore_of
from claimcheck.reading import Reading
from claimcheck.retrieve.generation import Generation
from claimcheck.retrieve.query import Search
from claimcheck.retrieve.units import Place, Quote
from claimcheck.text import Span
from claimcheck.tokens import Token
from claimcheck.verdict import Candidate, Quoted

if TYPE_CHECKING:
    from claimcheck.store import Ledger

READINGS_AT_HAND = 512
PASSAGES_AT_HAND = 128
NEAREST = 4  # passages judged for a sentence: the right one is among them in 98 of 100
SENTENCES = 4  # of a statement, that each get all the passages asked for

K = TypeVar("K")
V = TypeVar("V")
T = TypeVar("T")


@dataclass(frozen=True)
class Found(Candidate):
    """A candidate from a ledger. `maps` leads from the words of each reading of the passage back to the source."""

    maps: tuple[PlaceMap, ...] = ()

    def span(self, reading: int, start: int, end: int) -> Span | None:
        """Where [start, end) of a reading's own offsets (a token's `start` and `end`) stands in the source's text.

        None for words that do not stand in the source quoted: those of another one, and of a claim's own text.
        """
        found = source_span(self.maps[reading], start, end)
        return Span(*found) if found else None


class _Recent(Generic[K, V]):
    """The values used last, up to a number of them."""

    def __init__(self, most: int) -> None:
        self.most, self.held = most, OrderedDict[K, V]()

    def get(self, key: K) -> V | None:
        value = self.held.get(key)
        if value is not None:
            self.held.move_to_end(key)
        return value

    def add(self, key: K, value: V) -> None:
        self.held[key] = value
        if len(self.held) > self.most:
            self.held.popitem(last=False)


@dataclass(frozen=True, slots=True)
class _Held:
    passage: Passage
    claims: tuple[Quote, ...]
    maps: tuple[PlaceMap, ...]


@dataclass
class Opened:
    """A generation, open, and the folder it is in."""

    home: Home
    generation: Generation
    _search: Search | None = field(default=None, repr=False)

    def search(self, lore: Lore) -> Search:
        """Queries against it."""
        if self._search is None:
            self._search = Search(self.generation, lore.aliases)
        return self._search

    def close(self) -> None:
        self.generation.close()
        self.home.close()


class Index:
    """The claims of a ledger, ready to be searched; a context manager. Not to be shared between threads.

    digest: SHA-256 (hexadecimal) of what the ledger says; count: how many claims are in use; unplaced: the ids of those
    that are not, though accepted, as a quotation of theirs has no place of its own; lore: the ledger's aliases.
    """

    def __init__(self, ledger: Ledger, opener: Callable[[bool], Opened]) -> None:
        """`opener` opens the files; told True, it makes them anew first."""
        self.lore: Lore = lore_of(dict(ledger.aliases))
        self._opener = opener
        self._readings: _Recent[Place, Kept] = _Recent(READINGS_AT_HAND)
        self._passages: _Recent[int, _Held] = _Recent(PASSAGES_AT_HAND)
        self._topics: _Recent[str, tuple[Name, ...]] = _Recent(READINGS_AT_HAND)
        self._opened = opener(False)

    def __enter__(self) -> Index:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def close(self) -> None:
        """Let go of the files."""
        self._opened.close()

    @property
    def digest(self) -> str:
        return self._opened.generation.digest

    @property
    def count(self) -> int:
        return self._opened.generation.count

    @property
    def unplaced(self) -> tuple[str, ...]:
        return self._opened.generation.unplaced

    def claim(self, claim: str) -> Claim:
        """A claim by its id, whatever its status. KeyError where there is none."""
        return self._tried(lambda: self._opened.generation.claim(claim))

    def search(
        self, readings: Sequence[Reading], limit: int | None = None, *, source: str | None = None
    ) -> list[Candidate]:
        """The passages nearest to a statement's sentences, best first: at most `limit` for each sentence.

        Without a limit there are NEAREST for each, and more where none of those is near.
        Of a statement of many sentences each still gets its nearest, up to SENTENCES times `limit` in all. Passages
        that are as near come in the order of their source's id, place and claim id. source: the id of the one source
        whose claims count.
        """
        return self._tried(lambda: self._search(readings, limit, source))

    def _search(self, readings: Sequence[Reading], given: int | None, source: str | None) -> list[Candidate]:
        limit = NEAREST if given is None else given
        search = self._opened.search(self.lore)
        best: dict[int, float] = {}
        for row in zip_longest(
            *(search.hits(reading, limit, source, wider=given is None) for reading in readings)
        ):
            for number, score in filter(None, row):
                if number in best or len(best) < SENTENCES * limit:
                    best[number] = max(score, best.get(number, 0.0))
        said = {word for reading in readings for token in reading.sentence for word in _forms(token)}
        ranked = sorted(best.items(), key=lambda row: (-row[1], row[0]))
        return [self._candidate(number, score, said) for number, score in ranked]

    def _candidate(self, number: int, score: float, said: set[str]) -> Candidate:
        held = self._passages.get(number)
        if held is None:
            held = self._fetched(number)
            self._passages.add(number, held)
        quote = held.claims[0] if len(held.claims) == 1 else _nearest(held, said)
        quoted = Quoted(quote.text, quote.source, quote.claim, quote.start, quote.end, quote.line)
        return Found(held.passage, quoted, score, held.maps)

    def _fetched(self, number: int) -> _Held:
        unit = self._opened.generation.unit(number)
        kept = {place: found for place in unit.places if (found := self._readings.get(place)) is not None}
        missing: dict[str, list[int]] = {}
        for key, n in unit.places:
            if (key, n) not in kept:
                missing.setdefault(key, []).append(n)
        for key, numbers in missing.items():
            for n, found in zip(numbers, self._opened.home.analyses.read(key, numbers), strict=True):
                kept[key, n] = found
                self._readings.add((key, n), found)
        about = (name for key in dict.fromkeys(key for key, _ in unit.places) for name in self._about(key))
        readings = tuple(kept[place].reading for place in unit.places)
        passage = Passage(readings, frozenset(unit.own), tuple(dict.fromkeys(about)))
        quoted = unit.places[unit.own[0]][0]  # other documents have offsets of their own
        maps = tuple(kept[place].pieces if place[0] == quoted else () for place in unit.places)
        return _Held(passage, unit.claims, maps)

    def _about(self, key: str) -> tuple[Name, ...]:
        found = self._topics.get(key)
        if found is None:
            found = self._opened.home.analyses.about(key)
            self._topics.add(key, found)
        return found

    def _tried(self, action: Callable[[], T]) -> T:
        """Do it; once more with everything made anew where something kept turns out to be damaged."""
        try:
            return action()
        except DamagedError:
            self._opened.close()
            self._readings.held.clear()
            self._passages.held.clear()
            self._topics.held.clear()
            self._opened = self._opener(True)
        try:
            return action()
        except DamagedError as error:
            raise LedgerError(
                f"{self._opened.home.folder}: damaged again at once ({error}): remove it"
            ) from error


def _forms(token: Token) -> tuple[str, ...]:
    return () if token.pos == "PUNCT" else (token.lemma, token.lower)


def _nearest(held: _Held, said: set[str]) -> Quote:
    """Of the claims on one passage the one whose quotation has most of the statement's words; else the shortest."""

    def rank(quote: Quote) -> tuple[int, int, str]:
        words: set[str] = set()
        for i in held.passage.own:
            for token in held.passage.readings[i].sentence:
                place = source_span(held.maps[i], token.start, token.end)
                if place and quote.start <= place[0] and place[1] <= quote.end:
                    words.update(_forms(token))
        return -len(words & said), quote.end - quote.start, quote.claim

    return min(held.claims, key=rank)
