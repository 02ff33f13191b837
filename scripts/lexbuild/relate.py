"""Joins the curated relations and WordNet's into one table: for each word what it says of others."""

from __future__ import annotations

from collections import defaultdict
from itertools import permutations, product
from pathlib import Path

from lexbuild import curated, morphology, senses
from lexbuild.curated import AGENT, ANTONYM, CAUSE, CONVERSE, EQUAL, NARROWER, SYNONYM, Curated
from lexbuild.morphology import same_spelling
from lexbuild.senses import Scored
from lexbuild.wordnet import Word, WordNet

Relations = dict[Word, dict[Word, tuple[str, float]]]

COMPOSED = frozenset({SYNONYM, NARROWER, ANTONYM, CAUSE, CONVERSE})
CROSSING = frozenset({AGENT, ANTONYM, NARROWER})  # between parts of speech where a table says so
LEAST = 0.5  # a relation through a derivation: product of the two scores
SPECIES_FILES = frozenset({5, 20})  # noun.animal, noun.plant


def table(net: WordNet, folder: Path) -> tuple[Relations, Curated]:
    """Relations of every word, scored. Raises ValueError when the curated tables contradict themselves."""
    own = curated.read(folder)
    if own.conflicts:
        raise ValueError("curated tables contradict themselves:\n" + "\n".join(sorted(own.conflicts)))
    derived, agents = senses.derived(net)
    base = _base(net, own, agents)
    equal = _close(_equals(net, own, base, derived), own)
    full = _compose(base, equal)
    _share_spellings(full)
    for pair in own.unrelated:
        for word, other in permutations(pair):
            full.get(word, {}).pop(other, None)
    named = {word for pair in own.relations for word in pair}
    dropped = {word for word in set(full) | set(net.senses) if word not in named and _species(net, word)}
    plain = {word for word in net.senses if net.senses[word] and senses.nameable(word)}
    left = (word for word in sorted(set(full) | plain) if word not in dropped)
    kept = ((word, {o: r for o, r in full.get(word, {}).items() if o not in dropped}) for word in left)
    return {word: others for word, others in kept if others or word in plain}, own


def _share_spellings(full: Relations) -> None:
    """Two spellings of one word say the same: what "firefighter" has, "fire_fighter" gets."""
    same = {word: forms for word in sorted(full) if (forms := _variants(word, full[word]))}
    for word, forms in same.items():
        for form in forms:
            for other, related in full.get(form, {}).items():
                if other != word:
                    full[word].setdefault(other, related)
    for word, others in full.items():
        for other in sorted(same.keys() & others.keys()):
            for form in same[other]:
                if form != word:
                    others.setdefault(form, others[other])


def _variants(word: Word, others: dict[Word, tuple[str, float]]) -> list[Word]:
    equal = (other for other, (relation, _) in others.items() if relation == EQUAL and other[1] == word[1])
    return sorted(other for other in equal if same_spelling(word[0], other[0]))


def _species(net: WordNet, word: Word) -> bool:
    """A plant's or animal's name of several words that the tagged corpus never met ("red-eyed vireo")."""
    senses = net.senses.get(word, ())
    multiword = "_" in word[0] or "-" in word[0]
    return bool(
        multiword and senses and not net.tagged[word] and net.synsets[senses[0]].lexfile in SPECIES_FILES
    )


def _base(net: WordNet, own: Curated, agents: Scored) -> Relations:
    """Relations within a part of speech (and agents), the curated ones first, then WordNet's."""
    found: Relations = defaultdict(dict)
    for (a, b), relation in own.relations.items():
        found[a][b] = (relation, 1.0)
    taken = {frozenset(pair) for pair in own.relations} | own.unrelated | own.equal
    among = senses.members(net)
    sources = (
        (SYNONYM, senses.synonyms(net)),
        (ANTONYM, senses.antonyms(net)),
        (NARROWER, senses.narrower(net, among)),
        (CAUSE, senses.causes(net, among)),
        (AGENT, agents),
    )
    for relation, scored in sources:
        for word, others in scored.items():
            for other, score in others.items():
                if frozenset((word, other)) not in taken:
                    _put(found, word, other, relation, score)
    return found


def _put(found: Relations, word: Word, other: Word, relation: str, score: float) -> None:
    """WordNet calling a pair both alike and opposite settles nothing: the pair is left out."""
    known = found[word].get(other)
    if known is None:
        found[word][other] = (relation, score)
    elif ANTONYM in (known[0], relation) and known[0] != relation:
        found[word][other] = ("", 0.0)


def _equals(net: WordNet, own: Curated, base: Relations, derived: Scored) -> Scored:
    found: Scored = defaultdict(dict)

    def add(a: Word, b: Word, score: float) -> None:
        if a != b and frozenset((a, b)) not in own.unrelated:
            found[a][b] = max(score, found[a].get(b, 0.0))
            found[b][a] = max(score, found[b].get(a, 0.0))

    for pair in own.equal:
        a, b = sorted(pair)
        add(a, b, 1.0)
    for word, others in derived.items():
        for other, score in others.items():
            add(word, other, score)
    for form, verb in morphology.participles(net):
        add(form, verb, 1.0)
    for word, related in base.items():
        for other, (relation, _) in related.items():
            if relation == SYNONYM and same_spelling(word[0], other[0]):
                add(word, other, 1.0)
    return found


def _close(equal: Scored, own: Curated) -> Scored:
    """Equality over one more step, through the verb or (adverb, adjective, noun) the adjective: injured / injury."""
    found: Scored = {word: dict(others) for word, others in equal.items()}
    for word, others in equal.items():
        for middle, score in others.items():
            if middle[1] not in "va":
                continue
            for far, further in equal[middle].items():
                whole = score * further
                related = frozenset((word, far)) not in own.unrelated
                kind = middle[1] == "v" or {word[1], far[1]} == {"r", "n"}
                if far != word and whole >= LEAST and related and kind:
                    found[word][far] = max(whole, found[word].get(far, 0.0))
    return found


def _compose(base: Relations, equal: Scored) -> Relations:
    """Relations across parts of speech: nouns and participles through their verbs, adverbs through adjectives.

    What nouns share ("record" and "album") says nothing of the verbs that look like them.
    """
    found: Relations = {word: {} for word in sorted(set(base) | set(equal))}
    for through, forms in (("v", "na"), ("a", "r")):
        for middle, others in base.items():
            if middle[1] != through:
                continue
            near = [(middle, 1.0), *_forms(equal, middle, forms)]
            for other, (relation, score) in others.items():
                if other[1] == through and relation in COMPOSED:
                    _cross(found, near, [(other, 1.0), *_forms(equal, other, forms)], relation, score)
    for word, others in base.items():
        for other, (relation, score) in others.items():
            if relation and (other[1] == word[1] or relation in CROSSING):
                found[word][other] = (relation, score + 1.0)
    for word, same in equal.items():
        for other, score in same.items():
            if base.get(word, {}).get(other, ("", 0.0))[0] in ("", SYNONYM, NARROWER):
                found[word][other] = (EQUAL, score + 2.0)
    return found


def _forms(equal: Scored, word: Word, parts: str) -> list[tuple[Word, float]]:
    return [(form, score) for form, score in equal.get(word, {}).items() if form[1] in parts]


def _cross(
    found: Relations,
    left: list[tuple[Word, float]],
    right: list[tuple[Word, float]],
    relation: str,
    score: float,
) -> None:
    for (a, near), (b, far) in product(left, right):
        whole = near * score * far
        if a != b and whole >= LEAST and whole > found[a].get(b, ("", 0.0))[1]:
            found[a][b] = (relation, whole)
