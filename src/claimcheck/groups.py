"""Counts of groups: what is a kind of what, and whether a figure counts one group of several."""

from __future__ import annotations

from claimcheck.align import Place
from claimcheck.case import Case
from claimcheck.dimensions.quantity import Quantity
from claimcheck.extents import persons
from claimcheck.reading import Node
from claimcheck.relate import Meet, lexical

ANYBODY = frozenset({"people", "person", "individual", "human"})
LIVES = frozenset({"life", "death", "fatality", "victim", "dead"})  # counted, these are the persons who died


def enumerates(case: Case, value: Quantity) -> bool:
    """Whether the statement itself counts several groups there ("two Americans and a Briton"): each is its own part."""
    graph, sentence = case.reading.graph, case.reading.sentence
    if value.head is None:
        return False
    for _, governor in graph.roles(value.head):
        for _, other in graph.fillers(governor):
            if other == value.head or not persons(sentence[other].lemma):
                continue
            counted = any(isinstance(n.value, Quantity) and n.value.head == other for n in case.reading.nodes)
            if counted or any(sentence[c].lower in {"a", "an"} for c in sentence.children[other]):
                return True
    return False


def kind_of(evidence: Node, statement: Node) -> bool:
    if statement.lemma in LIVES and persons(evidence.lemma):
        return True
    if statement.lemma in ANYBODY and persons(evidence.lemma):
        return True
    called = [(evidence.lemma, evidence.pos), *((i.lemma, i.pos) for i in evidence.idioms)]
    asked = [(statement.lemma, statement.pos), *((i.lemma, i.pos) for i in statement.idioms)]
    return any(lexical(*e, *s).meet in {Meet.SAME, Meet.NARROWER} for e in called for s in asked)


def one_of_several(case: Case, k: int, other: Quantity, place: Place) -> bool:
    """Whether the evidence counts several groups of persons there, and the statement does not say which it means."""
    reading = case.passage.readings[place.reading]
    if other.head is None or not persons(reading.sentence[other.head].lemma):
        return False
    under = {h for _, h in reading.graph.roles(other.head)}
    beside = [
        node.value
        for node in reading.nodes
        if isinstance(node.value, Quantity)
        and node.value.head not in {None, other.head}
        and node.value.dimension == "count"
        and persons(reading.sentence[node.value.head or 0].lemma)
        and under & {h for _, h in reading.graph.roles(node.value.head or 0)}
    ]
    joined = any(t.dep == "conj" and t.head == other.head for t in reading.sentence)
    return (bool(beside) or joined) and not _distinguished(case, k, other, place)


def _distinguished(case: Case, k: int, other: Quantity, place: Place) -> bool:
    """Whether a modifier of the thing the statement counts is met by one of the evidence's thing."""
    value = case.node(k).value
    head = case.reading.at.get(value.head) if isinstance(value, Quantity) and value.head is not None else None
    reading = case.passage.readings[place.reading]
    if head is None:
        return True
    if case.node(head).kind == "name" or case.node(head).lemma == reading.sentence[other.head or 0].lemma:
        plain = not any(
            link.head == head and link.role == "mod" and link.child in case.held for link in case.links
        )
        if case.node(head).kind == "name" or plain:
            return True
    theirs = {c for _, c in reading.graph.fillers(other.head or 0)}
    mine = [case.met(link.child) for link in case.links if link.head == head and link.role == "mod"]
    names = [m for m in mine if m is not None and case.passage.node(m).kind == "name"]
    return any(m.reading == place.reading and case.passage.node(m).head in theirs for m in names)
