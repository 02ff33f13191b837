"""Where a pronoun stands in its clause, and which subjects lie above and before it."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from claimcheck import lexicon
from claimcheck.dimensions.name_value import Kind
from claimcheck.entities.cluster import Cluster
from claimcheck.entities.words import OBJECTS, POSSESSIVES, REFLEXIVES, SUBJECTS
from claimcheck.tokens import Sentence, Token


@dataclass(frozen=True, slots=True)
class Seen:
    """A mention already linked: its head token and its cluster."""

    token: int
    cluster: Cluster


Fits = Callable[[Cluster], bool]


def barred(sentence: Sentence, token: Token, here: Sequence[Seen]) -> set[int]:
    """What a pronoun cannot mean: for an object, the subject of its own verb; for a reflexive, nothing."""
    if token.lower in POSSESSIVES and token.tag == "PRP$":
        return set()
    if token.lower in REFLEXIVES or token.dep in SUBJECTS:
        return set()
    verb = verb_of(sentence, token.i)
    own = {i for i in sentence.children[verb] if sentence[i].dep in SUBJECTS}
    return {id(s.cluster) for s in here if s.token in own}


def verb_of(sentence: Sentence, i: int) -> int:
    """The nearest verb above a token, or the root."""
    while sentence[i].head != i:
        i = sentence[i].head
        if sentence[i].pos in {"VERB", "AUX"}:
            return i
    return i


def subject_above(sentence: Sentence, token: Token, here: Sequence[Seen]) -> Cluster | None:
    """The subject of the pronoun's clause, or of the nearest clause above that has one before the pronoun."""
    by_token = {s.token: s.cluster for s in here}
    verb = verb_of(sentence, token.i)
    while True:
        for i in sentence.children[verb]:
            if i < token.i and sentence[i].dep in SUBJECTS:
                return by_token.get(i)
        if sentence[verb].head == verb:
            return None
        verb = verb_of(sentence, verb)


def leads(sentence: Sentence, token: Token) -> bool:
    """Whether a pronoun is, or owns, the subject its sentence opens with, maybe after a phrase."""
    own = token.dep in SUBJECTS and sentence[token.head].dep in {"ROOT", "ccomp"}
    owner = token.dep == "poss" and sentence[token.head].dep in SUBJECTS
    return (own or owner) and not any(sentence[i].dep in SUBJECTS for i in range(token.i))


def main_subject(sentence: Sentence) -> int:
    """The head of the root's subject, -1 where there is none."""
    root = sentence.root
    return next((i for i in sentence.children[root] if sentence[i].dep in SUBJECTS), -1)


_RIVALS = SUBJECTS | OBJECTS | {"agent"}


def last_subject(before: Sentence, row: Sequence[Seen], fits: Fits) -> Cluster | None:
    """The main subject of the sentence before, if nothing else there that fits is a clause's subject or object."""
    main = main_subject(before)
    subject = next((s.cluster for s in row if s.token == main and fits(s.cluster)), None)
    if subject is None:
        return None
    rivals = [
        s for s in row
        if s.cluster is not subject and fits(s.cluster) and _part(before, s.token) in _RIVALS
        and not _several(before, s.token)
        and not _only_where(subject, s.cluster)
    ]  # fmt: skip
    return None if rivals else subject


def _only_where(subject: Cluster, other: Cluster) -> bool:
    """ "The ship left Hull. It reached …": of a thing and a place by its name, the thing is spoken of further; so is a
    woman, by her name, before somebody whose name tells nothing."""
    if subject.is_thing and other.is_thing:
        places = other.kind is Kind.PLACE or any(lexicon.place(n.text) for n in other.names)
        return bool(other.names) and places and subject.kind is not Kind.PLACE
    return subject.is_person and other.is_person and bool(subject.gender) and not other.gender


def _part(sentence: Sentence, token: int) -> str:
    """What a mention does in its clause; a conjunct does what the first of its row does."""
    while sentence[token].dep == "conj" and sentence[token].head != token:
        token = sentence[token].head
    return sentence[token].dep


def _several(sentence: Sentence, token: int) -> bool:
    """ "Nine crew": counted, and so no single thing."""
    return any(
        sentence[c].dep == "nummod" and sentence[c].lower not in {"one", "1"}
        for c in sentence.children[token]
    )
