"""Clauses that leave out their verb: "Profit rose 24% and sales 5%"."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from claimcheck.tokens import Sentence, Token


@dataclass(frozen=True, slots=True)
class Edge:
    """`child` fills `role` of `head` (token indexes)."""

    head: int
    child: int
    role: str


Place = Callable[[int], tuple[int, str]]
"""The tree's own (governor, role) of a token."""

MEASURES = frozenset({"%", "percent", "point", "pt"})
VERBAL = frozenset({"VERB", "AUX"})


def gapped(s: Sentence, place: Place, t: Token) -> Iterator[Edge]:
    """The edges of a conjunct without a verb to the verb it leaves out: its subject, its figure, its adjuncts."""
    verb = _verb(s, t)
    about = _child(s, verb.i, "nsubj", "nsubjpass") if verb.pos in VERBAL else None
    if about is None:
        return
    role = place(about)[1]
    if not _beside_verb(s, t):
        first = _opens_with_name(s, t)
        if first is not None and place(t.head)[1] in ("patient", "adverb"):
            yield Edge(verb.i, first, role)
        return
    figures = [c for c in s.children[t.i] if s[c].dep in ("npadvmod", "appos", "dobj") and counted(s, c)]
    measured = "patient" if _child(s, verb.i, "dobj") is not None else "adverb"
    bare = t.lemma in MEASURES and not figures and counted(s, t.i)  # "rose 12% in Poland and 7% in Italy"
    if not figures and not bare and t.tag != "CD":
        return
    yield Edge(verb.i, t.i, measured if bare else role)
    for c in figures:
        yield Edge(verb.i, c, measured)
    for prep in (c for c in s.children[t.i] if s[c].dep == "prep"):
        for o in (c for c in s.children[prep] if s[c].dep == "pobj"):
            yield Edge(verb.i, o, "prep_" + s[prep].lemma)


def counted(s: Sentence, i: int) -> bool:
    """Whether a phrase has a number in it."""
    return any(s[k].tag == "CD" for k in s.subtree(i))


def _child(s: Sentence, i: int, *deps: str) -> int | None:
    return next((c for c in s.children[i] if s[c].dep in deps), None)


def _beside_verb(s: Sentence, t: Token) -> bool:
    """Whether the chain of conjuncts that a token ends starts at a verb, not at one of its objects."""
    while t.dep == "conj" and t.pos not in VERBAL:
        t = s[t.head]
    return t.pos in VERBAL


def _verb(s: Sentence, t: Token) -> Token:
    """The verb that starts a chain of conjuncts, or has its first one for an object."""
    while t.dep == "conj" and t.pos not in VERBAL:
        t = s[t.head]
    return t if t.pos in VERBAL else s[t.head]


def _opens_with_name(s: Sentence, t: Token) -> int | None:
    """ "(Acme paid 10 million dollars and) Borg 20 million dollars", which the parser takes for one object."""
    words = s.subtree(t.i)
    first, then = s[words[0]], s[words[min(1, len(words) - 1)]]
    ahead = first.i > 0 and s[first.i - 1].dep == "cc"
    named = first.tag in ("NNP", "NNPS", "NNS") and first.i != t.i
    return first.i if ahead and named and then.tag in ("CD", "$") and counted(s, t.head) else None
