"""Words that the parser hangs from the wrong verb: "Plan 7 remains supported", "Files saved in May must be moved"."""

from __future__ import annotations

from dataclasses import replace
from typing import Final

from claimcheck.tokens import Sentence, Token

_AUXILIARIES: Final = frozenset({"aux", "auxpass"})
_SUBJECTS: Final = frozenset({"nsubj", "nsubjpass"})
_ANY_SUBJECT: Final = frozenset({"nsubj", "nsubjpass", "csubj", "csubjpass", "expl"})
_PEOPLE_AND_PLACES: Final = frozenset({"GPE", "LOC", "FAC", "PERSON"})
_WAYS: Final = frozenset(
    "trip distance stretch route voyage journey walk ride drive flight crossing hike tour".split()
)
_BELOW: Final = frozenset({"advcl", "ccomp", "xcomp", "conj", "dep", "parataxis"})


def corrected(sentence: Sentence) -> Sentence:
    """The sentence with such words where they must hang."""
    return _two_persons(_namesakes(_apposed(_participles(_of_auxiliaries(_compounded(sentence))))))


def _compounded(sentence: Sentence) -> Sentence:
    """ "The backup runs once a day": a noun before a finite verb without a subject is no part of a compound."""
    said = sentence[sentence.root]
    below = [sentence[c] for c in sentence.children[said.i]]
    if (
        said.pos != "VERB"
        or said.tag not in {"VBZ", "VBP", "VBD"}
        or any(t.dep in _ANY_SUBJECT for t in below)
    ):
        return sentence
    noun = next((t for t in below if t.i == said.i - 1 and t.dep in {"compound", "nmod"}), None)
    if noun is None or noun.pos not in {"NOUN", "PROPN"}:
        return sentence
    before = {t.i for t in below if t.i < noun.i and t.dep in {"det", "poss", "amod", "compound", "nummod"}}

    def mend(t: Token) -> Token:
        if t.i == noun.i:
            return replace(t, dep="nsubj")
        return replace(t, head=noun.i) if t.i in before else t

    return replace(sentence, tokens=tuple(map(mend, sentence)))


def _of_auxiliaries(sentence: Sentence) -> Sentence:
    """What hangs from an auxiliary hangs from its verb."""
    if not any(sentence[t.head].dep in _AUXILIARIES and t.dep in _SUBJECTS for t in sentence):
        return sentence

    def mend(t: Token) -> Token:
        above = sentence[t.head]
        if above.dep not in _AUXILIARIES or t.dep not in _SUBJECTS or above.head == above.i:
            return t
        return replace(t, head=above.head, dep="nsubjpass" if above.dep == "auxpass" else "nsubj")

    return replace(sentence, tokens=tuple(map(mend, sentence)))


def _participles(sentence: Sentence) -> Sentence:
    """A participle right behind its noun, where another verb behind it has all that makes a sentence but a subject."""
    said = sentence[sentence.root]
    below = [sentence[c] for c in sentence.children[said.i]]
    subject = next((t for t in below if t.dep in _SUBJECTS and t.i < said.i), None)
    if said.tag not in {"VBN", "VBD"} or subject is None or any(t.dep in _AUXILIARIES for t in below):
        return sentence
    verb = next((t for t in below if t.i > said.i and t.dep in _BELOW and _finite(sentence, t)), None)
    if verb is None or subject.i != said.i - 1 or any(t.dep in {"dobj", "cc"} for t in below):
        return sentence
    first = min(c for c in sentence.children[verb.i] if sentence[c].dep in _AUXILIARIES)
    passive = any(sentence[c].dep == "auxpass" for c in sentence.children[verb.i])

    def mend(t: Token) -> Token:
        if t.i == verb.i:
            return replace(t, dep="ROOT", head=t.i)
        if t.i == said.i:
            return replace(t, dep="acl", head=subject.i, tag="VBN")
        if t.i == subject.i:
            return replace(t, dep="nsubjpass" if passive else "nsubj", head=verb.i)
        return replace(t, head=verb.i) if t.head == said.i and t.i > first else t

    return replace(sentence, tokens=tuple(map(mend, sentence)))


def _finite(sentence: Sentence, verb: Token) -> bool:
    """Whether a verb has a modal or a form of "be" of its own, and neither a subject nor a word that joins it."""
    below = [sentence[c] for c in sentence.children[verb.i]]
    helped = any(t.dep in _AUXILIARIES and (t.tag == "MD" or t.dep == "auxpass") for t in below)
    first = next((t for t in below if t.dep in _AUXILIARIES), None)
    bare = first is not None and first.lower in {"be", "being", "been", "to"}
    return helped and not bare and not any(t.dep in {*_SUBJECTS, "mark", "expl", "cc"} for t in below)


def _apposed(sentence: Sentence) -> Sentence:
    """ "The flight from Lund, a trip of 300 kilometers": no town is a trip, so the flight is."""
    moved: dict[int, int] = {}
    for t in sentence:
        name = sentence[t.head]
        preposition = sentence[name.head]
        thing = sentence[preposition.head]
        if (
            t.dep == "appos"
            and t.tag == "NN"
            and name.pos == "PROPN"
            and name.ent in _PEOPLE_AND_PLACES
            and name.dep == "pobj"
            and preposition.dep == "prep"
            and (thing.pos == "NOUN" or thing.tag == "VBG")
            and t.lemma in _WAYS
        ):
            moved[t.i] = thing.i
    if not moved:
        return sentence
    return replace(sentence, tokens=tuple(replace(t, head=moved.get(t.i, t.head)) for t in sentence))


def _namesakes(sentence: Sentence) -> Sentence:
    """ "Based on the novel of the same name by Orr": the novel is by Orr, not its name."""
    moved: dict[int, int] = {}
    for t in sentence:
        name = sentence[t.head]
        if t.dep != "prep" or t.lower != "by" or name.lemma not in {"name", "title"} or name.dep != "pobj":
            continue
        of = sentence[name.head]
        same = any(sentence[c].lower in {"same", "its"} for c in sentence.children[name.i])
        if same and of.lower in {"of", "with"} and sentence[of.head].pos == "NOUN":
            moved[t.i] = of.head
    if not moved:
        return sentence
    return replace(sentence, tokens=tuple(replace(t, head=moved.get(t.i, t.head)) for t in sentence))


def _two_persons(sentence: Sentence) -> Sentence:
    """ "Written by Keane and Dominic Shaw": two persons side by side, not one of four words."""
    for first in sentence:
        if first.dep != "compound" or first.ent != "PERSON" or first.i + 2 >= len(sentence):
            continue
        joint, other, last = sentence[first.i + 1], sentence[first.i + 2], sentence[first.head]
        if joint.lower != "and" or other.ent != "PERSON" or not other.ent_first or last.ent != "PERSON":
            continue
        if not other.i <= last.i or any(t.ent != "PERSON" for t in sentence.tokens[other.i : last.i]):
            continue
        own = {t.i for t in sentence if t.head == last.i and t.i < first.i and t.dep in {"compound", "det"}}
        tokens = {i: replace(sentence[i], head=first.i) for i in own}
        above = first.i if last.head == last.i else last.head
        tokens[first.i] = replace(first, dep=last.dep, head=above)
        tokens[last.i] = replace(last, dep="conj", head=first.i)
        tokens[joint.i] = replace(joint, dep="cc", head=first.i)
        return replace(sentence, tokens=tuple(tokens.get(t.i, t) for t in sentence))
    return sentence
