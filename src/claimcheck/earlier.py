"""A date that a text gives where it first tells of an event, and need not give again.

"The army launched air strikes on Thursday. The strikes hit five depots." The depots were hit on Thursday: the one event
is an act that both sentences name, and nothing in the second gives it another time.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from claimcheck import lexicon
from claimcheck.align import ROLE_GROUPS
from claimcheck.case import HELD, Case
from claimcheck.dimensions import date as dates
from claimcheck.dimensions.date import When
from claimcheck.dimensions.date.value import Bound
from claimcheck.finding import Finding, Relation
from claimcheck.reading import Node, Reading
from claimcheck.relate import lexical

BEFORE = 2  # sentences within which an event goes on being told


def dated(case: Case, value: When) -> Finding | None:
    """What the date of the event says of the statement's date, where it entails it; None otherwise."""
    k = case.reading.at.get(value.governor)
    place = case.met(k) if k is not None else None
    if place is None or value.bound is not Bound.ON or value.offset is not None or not case.own(place):
        return None
    here = case.passage.readings[place.reading]
    if any(isinstance(node.value, When) for node in here.nodes):
        return None
    act = case.passage.node(place)
    acts = [act] if _is_act(act) else list(_acts(here, act.head))
    for at in range(place.reading - 1, max(-1, place.reading - 1 - BEFORE), -1):
        given = [node.value for node in case.passage.readings[at].nodes if isinstance(node.value, When)]
        for other in given:
            if _of_the_event(case.passage.readings[at], other, acts):
                found = dates.relate(other, value)
                told = replace(found, rule="date.implied", note="the date of the event, told before")
                return told if found.relation is Relation.ENTAILS else None
        if given:
            return None
    return None


def _acts(reading: Reading, verb: int) -> Iterator[Node]:
    """The acts that a verb's own participants are: "the strikes hit", "died in the attack"."""
    for role, token in reading.graph.fillers(verb):
        n = reading.at.get(token)
        takes_part = role in ROLE_GROUPS or role in {"prep_in", "prep_during"}
        if n is not None and takes_part and _is_act(reading.nodes[n]):
            yield reading.nodes[n]


def _is_act(node: Node) -> bool:
    return node.kind == "word" and node.pos == "n" and lexicon.is_act(node.lemma)


def _of_the_event(reading: Reading, other: When, acts: list[Node]) -> bool:
    """Whether a date hangs from one of the acts, or from the verb that brings it about."""
    near = {other.governor, *(token for _, token in reading.graph.fillers(other.governor))}
    for token in near:
        n = reading.at.get(token)
        node = reading.nodes[n] if n is not None else None
        if node is None or node.kind != "word" or not (node.pos == "n" or token == other.governor):
            continue
        if any(lexical(node.lemma, node.pos, act.lemma, "n").meet in HELD for act in acts):
            return True
    return False
