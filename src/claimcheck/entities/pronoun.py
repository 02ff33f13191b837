"""Pronouns to the one thing they can mean, subjects first; in doubt, to nothing.

The search order is that of Hobbs, "Resolving pronoun references" (1978), cut down to the cases a clause's own
subject or the sentence before decides.
"""

from __future__ import annotations

from collections.abc import Sequence

from claimcheck.dimensions.name_value import Kind
from claimcheck.entities import loose
from claimcheck.entities.clause import (
    Fits,
    Seen,
    barred,
    last_subject,
    leads,
    main_subject,
    subject_above,
    verb_of,
)
from claimcheck.entities.cluster import Cluster
from claimcheck.entities.person import resolve_person
from claimcheck.entities.words import (
    AGENT_VERBS,
    COMPANY_NOUNS,
    EVENT_NOUNS,
    OBJECTS,
    OWNED,
    PRONOUNS,
    SAYING,
    SPEAKING_NOUNS,
    SUBJECTS,
)
from claimcheck.tokens import Sentence, Token


def resolve_pronoun(
    sentences: Sequence[Sentence], at: int, token: Token, seen: Sequence[Sequence[Seen]]
) -> Cluster | None:
    """The cluster a pronoun means, or None. `seen` holds for every sentence its mentions so far, in order."""
    sort = PRONOUNS[token.lower][0]
    sentence = sentences[at]
    if sort == "person":
        return resolve_person(sentences, at, token, seen) or loose.person(sentences, at, token, seen)
    if sort == "thing":
        if pleonastic(sentence, token):
            return None
        return _thing(sentences, at, token, seen) or loose.it(sentences, at, token, seen)
    found = _by_subject(sentences, at, token, seen, lambda c: c.plural)
    return found or loose.them(sentences, at, token, seen)


def _thing(
    sentences: Sequence[Sentence], at: int, token: Token, seen: Sequence[Sequence[Seen]]
) -> Cluster | None:
    """It and its: the subject of its clause, or of the saying above it; else of the sentence before."""
    sentence = sentences[at]

    def fits(cluster: Cluster) -> bool:
        return cluster.is_thing

    here = [s for s in seen[at] if s.token < token.i]
    above = subject_above(sentence, token, here)
    if above is not None:
        rivals = [
            s
            for s in here
            if s.cluster is not above and fits(s.cluster) and _after_subject(sentence, token, s)
        ]
        return above if fits(above) and not rivals and _own_or_said(sentence, token, above) else None
    if here or not at or not leads(sentence, token):
        return None
    found = last_subject(sentences[at - 1], seen[at - 1], fits)
    bodies = any(
        s.cluster.kind is Kind.ORG and sentences[at - 1][s.token].dep in SUBJECTS | OBJECTS
        for s in seen[at - 1]
    )
    if found is None or not _can_do(sentence, token, found, bodies):
        found = _agent(sentences, at, token, seen)
    if found is None:
        return None
    return None if _is_copular(sentence, token) and not _may_be_called(sentence, token, found) else found


def _after_subject(sentence: Sentence, token: Token, seen: Seen) -> bool:
    """Whether a mention stands between the pronoun and the subject of the pronoun's own verb."""
    verb = verb_of(sentence, token.i)
    subjects = [i for i in sentence.children[verb] if sentence[i].dep in SUBJECTS and i < token.i]
    return bool(subjects) and seen.token > subjects[-1] and sentence[seen.token].dep != "poss"


# What organisations do, and films, ferries and shops as well.
_ANY_THING = frozenset("earn make open close run operate support produce offer allow".split())


def _can_do(sentence: Sentence, token: Token, found: Cluster, rivals: bool) -> bool:
    """An act of purpose is an organisation's, a state's or a firm's, not a forecast's.

    rivals: an organisation was spoken of beside it.
    """
    verb = sentence[verb_of(sentence, token.i)]
    active = token.dep == "nsubj" and verb.lemma in AGENT_VERBS
    return (
        not active
        or (verb.lemma in _ANY_THING and not rivals)
        or found.kind in {Kind.ORG, Kind.PLACE}
        or bool(found.types & (COMPANY_NOUNS | SPEAKING_NOUNS))
    )


def _own_or_said(sentence: Sentence, token: Token, above: Cluster) -> bool:
    """ "Halvern cut its jobs", "Halvern said it denied": the thing's own clause, or what it says of what it does."""
    verb = sentence[verb_of(sentence, token.i)]
    if token.dep == "poss" or token.lower == "itself":
        own = any(
            sentence[i].dep in SUBJECTS and i < token.i for i in sentence.children[_first(sentence, verb.i)]
        )
        return own and above.kind is not Kind.EVENT
    said = verb.dep == "ccomp" and sentence[verb.head].lemma in SAYING
    return (
        token.dep in SUBJECTS and said and above.kind in {Kind.ORG, Kind.PLACE} and verb.lemma in AGENT_VERBS
    )


def _first(sentence: Sentence, verb: int) -> int:
    """The verb whose subject a verb joined to it shares: "turned professional and adopted its name"."""
    while sentence[verb].dep == "conj" and not any(
        sentence[i].dep in SUBJECTS for i in sentence.children[verb]
    ):
        verb = sentence[verb].head
    return verb


def _agent(
    sentences: Sequence[Sentence], at: int, token: Token, seen: Sequence[Sequence[Seen]]
) -> Cluster | None:
    """A verb of purpose and what a firm owns want an organisation: the main subject before, or whose that is."""
    sentence, before = sentences[at], sentences[at - 1]
    verb = sentence[verb_of(sentence, token.i)]
    acts = token.dep in SUBJECTS and verb.lemma in AGENT_VERBS and verb.dep == "ROOT"
    owns = token.dep == "poss" and sentence[token.head].lemma in OWNED
    if not acts and not owns:
        return None
    main = main_subject(before)
    owner = next((c for c in before.children[main] if before[c].dep == "poss"), -1) if main >= 0 else -1
    for mention in (main, owner):
        found = next((s.cluster for s in seen[at - 1] if s.token == mention), None)
        if found is not None and found.kind is Kind.ORG and found.is_thing:
            return found
    return None


def _is_copular(sentence: Sentence, token: Token) -> bool:
    verb = sentence[token.head]
    return (
        token.dep in SUBJECTS
        and verb.lemma == "be"
        and any(sentence[i].dep == "attr" for i in sentence.children[verb.i])
    )


def _may_be_called(sentence: Sentence, token: Token, found: Cluster) -> bool:
    """ "It is a library": of a named thing of that sort, not of what just happened."""
    verb = sentence[token.head]
    called = next(sentence[i] for i in sentence.children[verb.i] if sentence[i].dep == "attr")
    if called.lemma in EVENT_NOUNS or called.pos not in {"NOUN", "PROPN"}:
        return False
    return called.lemma in found.types or found.kind in {Kind.PRODUCT, Kind.WORK}


def pleonastic(sentence: Sentence, token: Token) -> bool:
    """ "It is clear that", "it took an hour to", "it rained", "it was Milley who"."""
    if token.lower != "it" or token.dep == "expl":
        return token.dep == "expl"
    if token.dep not in SUBJECTS:
        return False
    verb = sentence[token.head]
    below = [sentence[i] for i in sentence.children[verb.i]]
    if verb.lemma in {"rain", "snow", "seem", "appear", "turn", "happen", "emerge", "take", "matter"}:
        return True
    clause = any(
        t.dep in {"ccomp", "xcomp", "advcl", "csubj", "acl", "relcl"} and t.i > verb.i for t in below
    )
    judged = any(t.dep in {"acomp", "attr", "oprd"} for t in below) or verb.pos == "AUX"
    passive = token.dep == "nsubjpass" and verb.lemma in SAYING
    attr = next((t for t in below if t.dep == "attr"), None)
    cleft = attr is not None and any(sentence[i].dep in {"relcl", "acl"} for i in sentence.children[attr.i])
    return (judged and clause) or passive or cleft


def _by_subject(
    sentences: Sequence[Sentence], at: int, token: Token, seen: Sequence[Sequence[Seen]], fits: Fits
) -> Cluster | None:
    """They and their: the plural subject above, or of the sentence before."""
    here = [s for s in seen[at] if s.token < token.i]
    sentence = sentences[at]
    shut = barred(sentence, token, here)
    above = subject_above(sentence, token, here)
    if above is not None:
        several = {id(s.cluster) for s in here if fits(s.cluster)}
        return above if fits(above) and id(above) not in shut and several == {id(above)} else None
    if any(fits(s.cluster) for s in here) or not at or not leads(sentence, token):
        return None
    return last_subject(sentences[at - 1], seen[at - 1], fits)
