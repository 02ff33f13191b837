"""Which words of a ledger bear on a word of a statement: the lexicon, read backwards over the ledger's vocabulary."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from types import MappingProxyType

from claimcheck import lexicon
from claimcheck.lexicon import LexRel

Word = tuple[str, str]  # lemma, part of speech

# How much a related word counts against the word itself.
WEIGHT: Mapping[LexRel, float] = MappingProxyType(
    {
        LexRel.EQUAL: 0.7,
        LexRel.SYNONYM: 0.4,
        LexRel.AGENT: 0.35,
        LexRel.CAUSE: 0.35,
        LexRel.CONVERSE: 0.35,
        LexRel.NARROWER: 0.3,
        LexRel.ANTONYM: 0.3,
    }
)
# Relations that hold both ways, though the lexicon may list them for one of the two words only.
MUTUAL = frozenset({LexRel.EQUAL, LexRel.SYNONYM, LexRel.AGENT, LexRel.CONVERSE, LexRel.ANTONYM})
MOST = 8  # related words kept for one word
TOO_GENERAL = 16  # a word with more specific words in the ledger than this is met by too many to say anything


def related(vocabulary: Mapping[Word, int]) -> Iterator[tuple[Word, tuple[tuple[str, float], ...]]]:
    """For every word a statement may use: ledger words that bear on it, with weights, the weightiest first.

    `vocabulary` gives in how many units each word of the ledger stands; of equal weight the frequent come first.
    """
    found: dict[Word, dict[str, LexRel]] = defaultdict(dict)
    for lemma, pos in sorted(vocabulary):
        for word, relation in lexicon.expand(lemma, pos).items():
            if relation in WEIGHT and word[0] != lemma:
                best = found[word].get(lemma)
                if best is None or WEIGHT[relation] > WEIGHT[best]:
                    found[word][lemma] = relation
    count: dict[str, int] = defaultdict(int)
    for (lemma, _), units in vocabulary.items():
        count[lemma] += units
    for word in sorted(found):
        kept = _kept(found[word].items())
        kept.sort(key=lambda row: (-WEIGHT[row[1]], -count[row[0]], row[0]))
        if kept:
            yield word, tuple((lemma, WEIGHT[relation]) for lemma, relation in kept[:MOST])


def _kept(rows: Iterable[tuple[str, LexRel]]) -> list[tuple[str, LexRel]]:
    listed = list(rows)
    if sum(relation is LexRel.NARROWER for _, relation in listed) > TOO_GENERAL:
        return [row for row in listed if row[1] is not LexRel.NARROWER]
    return listed
