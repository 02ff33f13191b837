"""A statement's sentence to a query: its words and names, what the lexicon and the aliases add, misspelt names mended.

Every term counts by its own weight times how rare it is (BM25); terms that nearly every unit has are left out where
rarer ones are there to tell units apart.
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Mapping
from functools import lru_cache, partial
from types import MappingProxyType

import tantivy

from claimcheck import lexicon
from claimcheck.cache.terms import Terms, terms
from claimcheck.dimensions.name import Aliases, near
from claimcheck.dimensions.name_value import Name, key, words
from claimcheck.reading import Reading
from claimcheck.retrieve.generation import NAMES, NUMBER, SOURCE, TERMS, Generation
from claimcheck.retrieve.related import MOST, MUTUAL, WEIGHT

NAME = 1.6
DEMONYM = 0.4  # of "American", which "U.S." is no worse than: the country's own key is sought as well
IMPLIED = 0.8
NO_TERMS = frozenset(
    "more less few many much most least other such same several".split()
)  # they compare or count
POS: Mapping[str, float] = MappingProxyType({"n": 1.0, "v": 0.8, "a": 0.7, "r": 0.3})
MOST_TERMS = 24
FEW = 2_000  # units in a ledger so small that no term needs leaving out
COMMON = 0.05  # share of a larger ledger's units above which a term is common
RARE_ENOUGH = 3  # terms that must be left
SHORTEST_MENDED, LONG = 4, 8  # letters; two may be wrong in a long word
LOOKED_AT = 8  # units with names like a misspelt one
OTHERWISE_LONG = 3  # letters that a name looked for has more or fewer, at most
MENDED = 0.8
FAINT = 0.45  # share of the best score below which a unit shares only the commoner words of the sentence
FAR = 0.3  # share of what the sentence's own words would score below which a unit is about something else
SURE = 0.7  # share of what the sentence's own words would score above which the best unit is probably the right one
WIDER = 2  # times as many units looked at where none is
TIES = 16  # more hits than asked for, so that those of one score can be put in order
WORDS_AT_HAND = 4_096
_FREQUENCY = "freq"


class Search:
    """Queries against one generation."""

    def __init__(self, generation: Generation, aliases: Aliases | None) -> None:
        self.generation, self.searcher = generation, generation.searcher
        self.schema = generation.index.schema
        self.count = self.searcher.num_docs
        self._aliases = aliases
        self._members = _members(aliases) if aliases else {}
        self._related = lru_cache(WORDS_AT_HAND)(self._bearing_on)
        self._mended = lru_cache(WORDS_AT_HAND)(self._meant)
        self._clause = lru_cache(WORDS_AT_HAND)(self._wished)
        self._frequency = lru_cache(WORDS_AT_HAND)(partial(self.searcher.doc_freq, TERMS))

    def hits(
        self, reading: Reading, limit: int, source: str | None = None, *, wider: bool = False
    ) -> list[tuple[int, float]]:
        """(unit, score) of the units nearest to a sentence, best first; of one score by number. None is FAINT or FAR.

        source: look at claims of this source only; wider: go past the limit where no unit is near.
        """
        weights = self.weights(reading)
        if not weights or limit < 1:
            return []
        should = [self._clause(term, weight) for term, weight in weights.items()]
        query = tantivy.Query.boolean_query(should)
        if source is not None:
            within = tantivy.Query.const_score_query(self._term(SOURCE, source), 0.0)
            query = tantivy.Query.boolean_query([(tantivy.Occur.Must, query), (tantivy.Occur.Must, within)])
        found, own = self._found(query, WIDER * limit if wider else limit), self._own(reading)
        least = max(FAINT * found[0][1], FAR * own) if found else 0.0
        if found and found[0][1] >= SURE * own:
            found = found[:limit]
        return [hit for hit in found if hit[1] >= least]

    def _own(self, reading: Reading) -> float:
        """What a unit would score that has each of the sentence's own words and names once, and is of usual length.

        A term that no unit has counts as one of a single unit: else it would weigh the more, the fewer units there are.
        """
        said = terms(reading)
        own = {lemma: POS.get(pos, 1.0) for lemma, pos in said.words if lemma not in NO_TERMS}
        own |= {term: NAME * DEMONYM if lexicon.demonym(term) else NAME for term in said.names}
        return sum(weight * self._rarity(max(1, self._frequency(term))) for term, weight in own.items())

    def weights(self, reading: Reading) -> dict[str, float]:
        """The terms of the query that stand in the ledger, weightiest first, with their weights."""
        said = terms(reading)
        found: dict[str, float] = {}
        for term, weight in self._weighed(said, reading):
            found[term] = max(weight, found.get(term, 0.0))
        frequency = {term: self._frequency(term) for term in found}
        told = {term: found[term] * self._rarity(n) for term, n in frequency.items() if n}
        chosen = sorted(told, key=lambda term: (-told[term], term))[:MOST_TERMS]
        if self.count > FEW:
            rare = [term for term in chosen if frequency[term] <= COMMON * self.count]
            chosen = rare if len(rare) >= RARE_ENOUGH else chosen
        return {term: found[term] for term in chosen}

    def _weighed(self, said: Terms, reading: Reading) -> Iterable[tuple[str, float]]:
        for lemma, pos in said.words:
            if lemma in NO_TERMS:
                continue
            weight = POS.get(pos, 1.0)
            yield lemma, weight
            for other, share in self._related(lemma, pos):
                yield other, weight * share
        of_places = {word for term in said.names if lexicon.demonym(term) for word in words(term)}
        for term in said.names:
            yield term, NAME * DEMONYM if term in of_places else NAME
        named = [node.value for node in reading.nodes if isinstance(node.value, Name)]
        for term in {word for name in named for word in words(name.text)}:
            for mended in self._mended(term):
                yield mended, NAME * MENDED
        for term in self._also(named):
            yield term, NAME
        for term in said.implied:
            yield term, IMPLIED

    def _bearing_on(self, lemma: str, pos: str) -> tuple[tuple[str, float], ...]:
        """Words of the ledger that bear on a word: those noted for it, and those that the lexicon has for it itself."""
        found = dict(self.generation.related(lemma, pos))
        for (word, _), relation in lexicon.expand(lemma, pos).items():
            if relation in MUTUAL and word != lemma and self._frequency(word):
                found[word] = max(WEIGHT[relation], found.get(word, 0.0))
        return tuple(sorted(found.items(), key=lambda row: (-row[1], row[0]))[:MOST])

    def _rarity(self, frequency: int) -> float:
        """BM25's inverse document frequency."""
        return math.log(1 + (self.count - frequency + 0.5) / (frequency + 0.5))

    def _also(self, named: Iterable[Name]) -> list[str]:
        """The keys of the other names that a statement's names go by."""
        groups = sorted({g for name in named if self._aliases for g in self._aliases.known(name.text)})
        return [other for group in groups for other in self._members[group]]

    def _meant(self, term: str) -> tuple[str, ...]:
        """The words of known names that a word of a name was probably meant to be, where no claim has it."""
        known = len(term) < SHORTEST_MENDED or not term.isalpha() or self._frequency(term)
        return () if known else self._nearest(term)

    def _nearest(self, term: str) -> tuple[str, ...]:
        found: list[tuple[int, float]] = []
        for distance in (1, 2) if len(term) >= LONG else (1,):
            fuzzy = tantivy.Query.fuzzy_term_query(self.schema, NAMES, term, distance)
            found = found or self._found(fuzzy, LOOKED_AT)
        units = [self.generation.unit(number) for number, _ in found]
        likeness = {
            other: near(Name(term), Name(other))
            for other in sorted({n for unit in units for n in unit.names})
            if abs(len(other) - len(term)) <= OTHERWISE_LONG
        }
        best = max(likeness.values(), default=0)
        return tuple(other for other, score in likeness.items() if score == best > 0)

    def _wished(self, term: str, weight: float) -> tuple[tantivy.Occur, tantivy.Query]:
        return tantivy.Occur.Should, tantivy.Query.boost_query(self._term(TERMS, term), weight)

    def _term(self, field: str, term: str) -> tantivy.Query:
        return tantivy.Query.term_query(self.schema, field, term, _FREQUENCY)

    def _found(self, query: tantivy.Query, limit: int) -> list[tuple[int, float]]:
        hits = self.searcher.search(query, limit=limit + TIES, count=False).hits
        if not hits:
            return []
        numbers = self.searcher.fast_field_values(NUMBER, [address for _, address in hits])
        # Equal units may differ in the last bits: their terms are summed in another order.
        found = zip(numbers, hits, strict=True)
        scored = [(int(n or 0), float(f"{score:.4g}")) for n, (score, _) in found]
        return sorted(scored, key=lambda hit: (-hit[1], hit[0]))[:limit]


def _members(aliases: Aliases) -> dict[int, list[str]]:
    """The keys of each group of names, sorted."""
    found: dict[int, list[str]] = {}
    for name in sorted(aliases.groups):
        for group in aliases.groups[name]:
            found.setdefault(group, []).append(key(name))
    return found
