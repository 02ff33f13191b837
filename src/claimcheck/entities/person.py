"""He and she: to the only person in reach, or a subject no other person rivals; in doubt, to nobody."""

from __future__ import annotations

from collections.abc import Sequence

from claimcheck.dimensions.name_value import Kind, is_acronym
from claimcheck.entities.clause import Seen, barred, last_subject, leads, main_subject, subject_above
from claimcheck.entities.cluster import Cluster
from claimcheck.entities.words import PRONOUNS, SUBJECTS
from claimcheck.tokens import Sentence, Token

REACH = 2  # sentences back


def resolve_person(
    sentences: Sequence[Sentence], at: int, token: Token, seen: Sequence[Sequence[Seen]]
) -> Cluster | None:
    """The person that he or she means: the only one in reach; else the subject above; else the one before."""
    gender = PRONOUNS[token.lower][1]
    sentence = sentences[at]
    shut = barred(sentence, token, seen[at])

    def fits(cluster: Cluster) -> bool:
        return cluster.is_person and cluster.gender in {"", gender} and id(cluster) not in shut

    here = [s for s in seen[at] if s.token < token.i and fits(s.cluster) and not _renamed(sentence, token, s)]
    rows = range(max(0, at - REACH), at)
    back = [(i, s) for i in rows for s in seen[i] if fits(s.cluster)]
    everyone = {id(c): c for c in [s.cluster for s in here] + [s.cluster for _, s in back]}
    if _stranger(sentences, at, token, seen, max((i for i, _ in back), default=-1), bool(here)):
        return None
    if len(everyone) == 1 and not _shaded(sentences, at, token, seen, bool(here)):
        only = next(iter(everyone.values()))
        subject = any(sentences[i][s.token].dep in SUBJECTS for i, s in [*((at, s) for s in here), *back])
        fronted = bool(here) and not back and leads(sentence, token)
        labelled = bool(here) and only.kind is Kind.PERSON and token.dep not in SUBJECTS
        return only if (only.is_surely_person or subject or labelled) and not fronted else None
    people = {id(s.cluster) for s in here}
    above = subject_above(sentence, token, here)
    if above is not None and people == {id(above)}:
        return above
    if here or not at:
        return None
    return last_subject(sentences[at - 1], seen[at - 1], fits) if leads(sentence, token) else None


def _renamed(sentence: Sentence, token: Token, seen: Seen) -> bool:
    """ "Thor, his brother": what stands in apposition to a name is not said of that name by itself."""
    head = sentence[token.head]
    return (
        token.dep == "poss" and head.dep in {"appos", "conj"} and seen.token in sentence.path_up(head.i)[:2]
    )


def _stranger(
    sentences: Sequence[Sentence],
    at: int,
    token: Token,
    seen: Sequence[Sequence[Seen]],
    heard: int,
    here: bool,
) -> bool:
    """Whether a like pronoun went unresolved in this sentence, or since anyone who fits was last spoken of."""
    sort = PRONOUNS[token.lower]
    for i in range(at if here else max(0, at - REACH, heard + 1), at + 1):
        linked = {s.token for s in seen[i]}
        for t in sentences[i].tokens[: token.i] if i == at else sentences[i].tokens:
            if t.pos == "PRON" and t.i not in linked and PRONOUNS.get(t.lower) == sort:
                return True
    return False


def _shaded(
    sentences: Sequence[Sentence], at: int, token: Token, seen: Sequence[Sequence[Seen]], here: bool
) -> bool:
    """Whether a subject nearer the pronoun might be the person after all: one bare word, called an organisation."""
    nearer = subject_above(sentences[at], token, [s for s in seen[at] if s.token < token.i])
    if nearer is None and not here and at:
        main = main_subject(sentences[at - 1])
        nearer = next((s.cluster for s in seen[at - 1] if s.token == main), None)
    if nearer is None or nearer.kind not in {Kind.ORG, Kind.PLACE, Kind.OTHER, Kind.PRODUCT}:
        return False
    return not nearer.types and all(" " not in n.text and not is_acronym(n.text) for n in nearer.names)
