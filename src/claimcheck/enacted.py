"""Who takes part in what a noun tells: "the army's destruction of the bridge", "rebels launched an attack on the town".

The rules follow NomBank (Meyers et al. 2004): "by" and, beside "of", a possessor lead to who does it, "of" to what it
is done to; and who carries out an act does it.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from claimcheck import lexicon
from claimcheck.gapping import VERBAL, Edge
from claimcheck.tokens import Sentence, Token

_HAPPENINGS: Final = frozenset(
    "attack raid strike murder killing defeat loss sale purchase takeover use release launch arrest rescue capture ban "
    "cut rise seizure theft search trial siege transfer control ownership support criticism praise pursuit design "
    "review study survey analysis discovery delivery recovery supply bombing shooting building".split()
)
UTTERED: Final = frozenset(
    "criticism praise support opposition condemnation protest complaint backlash reaction".split()
)
_HAPPENING_ENDS: Final = ("tion", "sion", "ment", "ance", "ence", "val", "sal", "ture")
_HANDED: Final = frozenset(
    "sale transfer donation loan gift delivery lease supply payment grant award".split()
)
# Verbs that do no more than carry out what their object tells.
_CARRIES: Final = frozenset(
    "make carry conduct perform launch mount stage undertake commit pay execute lead complete begin start".split()
)
_TOWARDS: Final = frozenset("of on to into against at over".split())
_NOMINAL: Final = frozenset({"NOUN", "PROPN"})


def edges(s: Sentence, t: Token) -> Iterator[Edge]:
    """The participants of what a noun tells."""
    if t.lemma in _HAPPENINGS or t.lemma.endswith(_HAPPENING_ENDS):
        yield from _own(s, t)
    if t.dep == "dobj" and s[t.head].lemma in _CARRIES and lexicon.is_act(t.lemma):
        yield from _carried_out(s, t)


def _own(s: Sentence, t: Token) -> Iterator[Edge]:
    by = [
        o
        for c in _children(s, t.i, "prep")
        if s[c].lower == "by" or (s[c].lower == "from" and t.lemma in UTTERED)
        for o in objects(s, c)
    ]
    doers = by or [_owner(s, c) for c in _children(s, t.i, "poss")]
    doers = [c for c in doers if s[c].pos in _NOMINAL]
    of = [o for c in _children(s, t.i, "prep") if s[c].lower == "of" for o in objects(s, c)]
    if by or (doers and of):
        yield from (Edge(t.i, o, "agent") for o in doers)
        yield from (Edge(t.i, o, "patient") for o in of)
        if t.lemma in _HANDED:
            to = [o for c in _children(s, t.i, "prep") if s[c].lower == "to" for o in objects(s, c)]
            yield from (Edge(t.i, o, "recipient") for o in to)


def _carried_out(s: Sentence, t: Token) -> Iterator[Edge]:
    """ "Made a visit to the towns": who made it visited them."""
    verb = s[t.head]
    subjects = [i for c in _children(s, verb.i, "nsubj") for i in joined(s, c)]
    if verb.dep == "conj" and not subjects and not _children(s, verb.i, "nsubjpass"):
        subjects = [i for c in _children(s, verb.head, "nsubj") for i in joined(s, c)]
    at = next((c for c in s.children[t.i] if c > t.i and s[c].dep == "prep"), None)
    if at is None or s[at].lower not in _TOWARDS:
        return
    aims = [o for o in objects(s, at) if not _measure(s, o)]
    yield from (Edge(t.i, o, "patient") for o in aims)
    yield from (Edge(t.i, i, "agent") for i in subjects if aims and s[i].pos in _NOMINAL)


def _measure(s: Sentence, i: int) -> bool:
    """ "A profit of eight million", "a visit of two days": so much is nothing that it is done to."""
    return s[i].tag == "CD" or s[i].ent in {"DATE", "TIME", "MONEY", "PERCENT", "QUANTITY", "CARDINAL"}


def _children(s: Sentence, i: int, dep: str) -> list[int]:
    return [c for c in s.children[i] if s[c].dep == dep]


def objects(s: Sentence, prep: int) -> list[int]:
    """The nouns a preposition leads to."""
    return [o for c in _children(s, prep, "pobj") for o in joined(s, c)]


def joined(s: Sentence, i: int) -> list[int]:
    """A noun and those that "and" joins to it."""
    found, todo = [i], [i]
    while todo:
        for c in _children(s, todo.pop(), "conj"):
            if s[c].pos not in VERBAL:
                found.append(c)
                todo.append(c)
    return found


def _owner(s: Sentence, i: int) -> int:
    """Who a possessive means: "Dorset announced its purchase of the chain", the subject of the verb above."""
    if s[i].tag == "PRP$":
        for above in s.path_up(i):
            subject = next(iter(_children(s, above, "nsubj")), None) if s[above].pos in VERBAL else None
            if subject is not None:
                return subject if subject < i else i
    return i
