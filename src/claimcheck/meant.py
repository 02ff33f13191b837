"""Whom a pronoun means: of two that the sentence before speaks of, its subject; of two subjects, nobody knows which.

After Grosz, Joshi & Weinstein, "Centering" (1995): the subject is what the next pronoun most likely means.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from claimcheck.align import ROLE_GROUPS, Place
from claimcheck.case import Case
from claimcheck.dimensions.name import Name
from claimcheck.finding import Finding, Relation
from claimcheck.reading import Node, Reading

SUBJECTS: Final = frozenset({"nsubj", "nsubjpass"})


def compare(case: Case) -> Iterator[Finding]:
    """A finding for every pronoun that was taken for one of two whom the sentence before speaks of."""
    for k in sorted(case.held):
        pair = case.pairs.get(k)
        if pair is None or pair.related.by != "name.understood" or not pair.place.reading:
            continue
        before = case.passage.readings[pair.place.reading - 1]
        if _doubtful(case, k, before):
            yield _open(case, k, pair.place)


def _open(case: Case, k: int, place: Place) -> Finding:
    node, note = case.node(k), "may be another"
    here, there = case.reading.text(node), case.evidence(place)
    return Finding("name.unsure", Relation.UNDETERMINED, here, there, note, node.words)


def _doubtful(case: Case, k: int, before: Reading) -> bool:
    wanted = case.node(k)
    part = [
        node
        for node in before.nodes
        if node.kind == wanted.kind and node.pos == "n" and _takes_part(before, node)
    ]
    meant = [node for node in part if _same(case, node, wanted)]
    others = [node for node in part if node not in meant]
    if not meant or not others:
        return False
    return not any(before.sentence[node.head].dep in SUBJECTS and not _joined(before, node) for node in meant)


def _takes_part(reading: Reading, node: Node) -> bool:
    token = reading.sentence[node.head]
    return token.dep in {"conj", "appos"} or any(
        role in ROLE_GROUPS for role, _ in reading.graph.roles(node.head)
    )


def _joined(reading: Reading, node: Node) -> bool:
    """Whether somebody else is named in one breath with a subject: "Anna Foss and Olga Reis"."""
    return any(reading.sentence[c].dep == "conj" for c in reading.sentence.children[node.head])


def _same(case: Case, node: Node, wanted: Node) -> bool:
    if isinstance(node.value, Name) and isinstance(wanted.value, Name):
        return case.lore.one(node.value, wanted.value)
    return node.lemma == wanted.lemma
