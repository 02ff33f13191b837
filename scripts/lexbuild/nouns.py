"""Which nouns mean persons, groups, places and times, by the share of their uses under WordNet's roots."""

from __future__ import annotations

from claimcheck.lexicon.words import GROUP, PERSON, PLACE, TIME
from lexbuild.curated import NARROWER, Curated
from lexbuild.wordnet import SynsetId, Word, WordNet

# Each root is the first sense of its noun, but where a sense number is given.
ROOTS = {
    PERSON: (("person", 0),),
    GROUP: (("social_group", 0), ("organization", 0), ("people", 0), ("gathering", 0)),
    PLACE: (
        ("location", 0), ("building", 0), ("facility", 0), ("body_of_water", 0), ("land", 3),
        ("geological_formation", 0), ("way", 5), ("structure", 0),
    ),
    TIME: (("time_period", 0), ("time_unit", 0), ("point", 2)),
}  # fmt: skip
# Nouns that WordNet counts first as a group or a thing, and that name places all the same.
ALSO_PLACES = (
    "country nation state republic kingdom base military_base school university college church prison headquarters "
    "embassy port market village community venue farm mine camp court parliament museum theater theatre cinema"
).split()
TIME_FILE = 28
MOSTLY = 0.5


def flags(net: WordNet, own: Curated) -> dict[Word, int]:
    """Bits of claimcheck.lexicon.words for every noun that has one."""
    roots = {bit: {net.senses[lemma, "n"][sense] for lemma, sense in named} for bit, named in ROOTS.items()}
    above: dict[SynsetId, frozenset[SynsetId]] = {}
    found: dict[Word, int] = {}
    for word in net.senses:
        if word[1] == "n":
            bits = _bits(net, word, roots, above)
            if bits:
                found[word] = bits
    for lemma in ALSO_PLACES:
        found[lemma, "n"] = found.get((lemma, "n"), 0) | PLACE
    persons = {word for word, bits in found.items() if bits & PERSON}
    for (low, high), relation in sorted(own.relations.items()):
        if relation == NARROWER and high in persons and low not in net.senses:
            found[low] = PERSON
    return found


def _bits(
    net: WordNet, word: Word, roots: dict[int, set[SynsetId]], above: dict[SynsetId, frozenset[SynsetId]]
) -> int:
    bits = 0
    for bit, tops in roots.items():
        share = sum(
            weight
            for synset, weight in net.weighed(word)
            if (bit == TIME and synset.lexfile == TIME_FILE)
            or not tops.isdisjoint(closure(net, synset.id, above))
        )
        bits |= bit if share >= MOSTLY else 0
    return bits


def closure(net: WordNet, at: SynsetId, above: dict[SynsetId, frozenset[SynsetId]]) -> frozenset[SynsetId]:
    """A synset and all its hypernyms."""
    if at not in above:
        found = {at}
        for high in net.targets(net.synsets[at], "@"):
            found |= closure(net, high.id, above)
        above[at] = frozenset(found)
    return above[at]
