"""Who takes the same part as another, though no "and" joins them: "Lopez, along with two colleagues, designed it".

And what an object pronoun means behind another verb of the same subject: "founded the firm and sold it".
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from claimcheck import lexicon
from claimcheck.tokens import Sentence, Token

_BESIDE: Final = frozenset({"along", "together"})
_SUBJECTS: Final = frozenset({"nsubj", "nsubjpass"})
_ONE: Final = frozenset({"NN", "NNP", "NNPS"})
_SEVERAL: Final = frozenset({"NNS", "NNPS"})
_OBJECTS: Final = {"it": _ONE, "them": _SEVERAL}
_LEFT: Final = frozenset("leave keep hold make find".split())  # "left them unchanged"
_ASIDE: Final = frozenset({"DATE", "TIME", "MONEY", "PERCENT", "GPE", "LOC", "PERSON", "CARDINAL", "ORDINAL"})


def beside(sentence: Sentence) -> Iterator[tuple[int, int, int]]:
    """(who takes part, the preposition behind which stands who takes the same part, the one verb of which this holds or
    -1)."""
    for t in sentence:
        if t.dep != "prep" or t.lower not in {"with", "alongside"}:
            continue
        top = sentence[t.head] if sentence[t.head].lower in _BESIDE else t
        marked = t.lower == "alongside" or top is not t or _together(sentence, t)
        if not marked:
            continue
        above = sentence[top.head]
        if above.pos in {"NOUN", "PROPN", "PRON"}:
            if t.lower != "alongside" or above.ent == "PERSON":
                yield above.i, t.i, -1
        elif above.pos == "VERB" and t.lower != "alongside":
            whole = _whole(sentence, above, t)
            if whole is not None:
                yield whole, t.i, above.i


def _together(sentence: Sentence, t: Token) -> bool:
    """Whether "with" has "together" or "along" right before it."""
    return t.i > 0 and sentence[t.i - 1].lower in _BESIDE


def _whole(sentence: Sentence, verb: Token, prep: Token) -> int | None:
    """What stands in the same part of a verb: its object, or its subject if both are persons or it has no object."""
    below = [sentence[c] for c in sentence.children[verb.i]]
    things = [t for t in below if t.dep == "dobj" and t.i < prep.i]
    others = [sentence[c] for c in sentence.children[prep.i] if sentence[c].dep == "pobj"]
    subject = next((t for t in below if t.dep in _SUBJECTS), None)
    above = verb
    while subject is None and above.dep in {"conj", "xcomp"}:
        above = sentence[above.head]
        subject = next(
            (sentence[c] for c in sentence.children[above.i] if sentence[c].dep in _SUBJECTS), None
        )
    passive = any(t.dep == "auxpass" for t in below) or verb.tag == "VBN"
    if things and not passive:
        people = subject is not None and _person(subject) and bool(others) and all(map(_person, others))
        return subject.i if people and subject is not None and not _person(things[0]) else things[0].i
    return subject.i if subject is not None else None


def _person(t: Token) -> bool:
    return t.ent == "PERSON" or t.lower in {"he", "she", "they", "who"} or lexicon.is_person_noun(t.lemma)


def objects(sentence: Sentence, verb: Token) -> Iterator[int]:
    """What the object pronoun of a conjoined verb stands for: the object of the verb before it, and nothing else."""
    above = sentence[verb.head]
    if (
        verb.dep != "conj"
        or verb.lemma in _LEFT
        or any(sentence[c].dep in _SUBJECTS for c in sentence.children[verb.i])
    ):
        return
    own = next((sentence[c] for c in sentence.children[verb.i] if sentence[c].dep == "dobj"), None)
    tags = _OBJECTS.get(own.lower) if own is not None else None
    if own is None or tags is None:
        return
    things = [sentence[c] for c in sentence.children[above.i] if sentence[c].dep == "dobj"]
    if len(things) != 1 or things[0].tag not in tags or above.i > things[0].i:
        return
    thing = things[0]
    between = sentence.tokens[thing.i + 1 : own.i]
    if not any(t.tag in tags and t.dep in {"pobj", "dobj"} and t.ent not in _ASIDE for t in between):
        yield thing.i
