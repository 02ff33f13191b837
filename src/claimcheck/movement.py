"""Which way a figure moved, read off its two ends: "from 45 seconds to 18", "40 GB, up from 20 GB".

A statement's "rose", "shortened" or "was longer in 4.2 than in 4.1" needs no such word in evidence that gives both
figures, and is contradicted by figures that go the other way.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from claimcheck import periods, stamps
from claimcheck.case import Case
from claimcheck.dimensions.quantity import Quantity
from claimcheck.finding import Finding, Relation
from claimcheck.reading import Node
from claimcheck.trend import trend

MORE: Final = frozenset("large long high big great much many wide heavy tall old deep late up".split())
LESS: Final = frozenset("small short low few little narrow light cheap down".split())
FASTER: Final = {"fast": -1, "quick": -1, "soon": -1, "early": -1, "slow": 1}  # of durations
UNMOVED: Final = frozenset({"unchanged", "constant"})
MOVING: Final = frozenset({"go", "move", "change", "shift", "pass", "switch"})
LEVELS: Final = frozenset({"value", "end", "share", "rate"})
BY_FAR: Final = 2  # steps from a moving word to the thing that moves


@dataclass(frozen=True, slots=True)
class Ends:
    """Two figures of one thing in one sentence of the evidence, by reading and nodes."""

    reading: int
    start: int
    end: int


def account(case: Case) -> None:
    """Findings for the statement's words of movement that the evidence's figures answer."""
    moving = [k for k in range(len(case.reading.nodes)) if _way(case, k) is not None and k not in case.held]
    found = list(_ends(case)) if moving else []
    for k in moving:
        for ends in found:
            if _of_the_thing(case, k, ends):
                _compare(case, k, ends)
                break
    _led_to(case)


def _way(case: Case, k: int) -> int | None:
    """1 up, -1 down, 0 not at all; None for a word that says nothing of the kind."""
    node = case.node(k)
    if node.kind != "word":
        return None
    token = case.reading.sentence[node.head]
    if token.tag in {"JJR", "RBR"}:
        if node.lemma in FASTER:
            return FASTER[node.lemma]
        return 1 if node.lemma in MORE else -1 if node.lemma in LESS else None
    if node.lemma in UNMOVED:
        return 0
    return trend(node.lemma) or trend(node.lemma.split("_")[0]) or None if node.pos in {"v", "n"} else None


def _ends(case: Case) -> Iterator[Ends]:
    for r in sorted(case.passage.own):
        nodes = case.passage.readings[r].nodes
        starts = [n for n, node in enumerate(nodes) if _role(node) == "start"]
        for start in starts:
            for end, node in enumerate(nodes):
                if _role(node) in LEVELS and _alike(nodes[start], node):
                    yield Ends(r, start, end)


def _role(node: Node) -> str:
    return node.value.role if isinstance(node.value, Quantity) else ""


def _alike(one: Node, other: Node) -> bool:
    a, b = one.value, other.value
    return (
        isinstance(a, Quantity)
        and isinstance(b, Quantity)
        and a.dimension == b.dimension
        and (a.dimension != "money" or a.unit == b.unit)
    )


def _of_the_thing(case: Case, k: int, ends: Ends) -> bool:
    """Whether what moves in the statement is met in the sentence of the two figures."""
    near = [n for n in case.near[k] if case.node(n).pos == "n" and case.node(n).kind in {"word", "name"}]
    graph, head = case.reading.graph, case.node(k).head
    if not near:
        near = [
            n
            for n, node in enumerate(case.reading.nodes)
            if node.kind in {"word", "name"} and node.pos == "n" and graph.distance(head, node.head) <= BY_FAR
        ]
    met = [case.met(n) for n in near]
    return any(place is not None and place.reading == ends.reading for place in met)


def _compare(case: Case, k: int, ends: Ends) -> None:
    nodes = case.passage.readings[ends.reading].nodes
    start, end = nodes[ends.start].value, nodes[ends.end].value
    assert isinstance(start, Quantity)
    assert isinstance(end, Quantity)
    way = _direction(start, end)
    said = _way(case, k)
    if way is None or said is None:
        return
    if _turned(case, k, ends):
        said = -said
    text = f"from {start.text} to {end.text}"
    relation = Relation.ENTAILS if way == said else Relation.CONTRADICTS
    node = case.node(k)
    case.add(k, Finding("quantity.derived", relation, case.reading.text(node), text, "", node.words))


def _direction(start: Quantity, end: Quantity) -> int | None:
    if start.interval is None or end.interval is None:
        return None
    if start.interval.below(end.interval):
        return 1
    if end.interval.below(start.interval):
        return -1
    return 0 if start.interval == end.interval else None


def _turned(case: Case, k: int, ends: Ends) -> bool:
    """ "Longer in 4.1 than in 4.2": whether the statement's comparison starts from the evidence's later time."""
    sentence, reading = case.reading.sentence, case.passage.readings[ends.reading]
    than = next((t.i for t in sentence.tokens[case.node(k).head :] if t.lower == "than"), None)
    time = periods.of_figures(reading).get(ends.end)
    if than is None or time is None:
        return False
    behind = [n for n in case.reading.nodes if stamps.is_period(n) and n.words[0] >= than]
    return any(stamps.relation_of(reading.nodes[time], n) is Relation.ENTAILS for n in behind)


def _led_to(case: Case) -> None:
    """ "Went from 60 to 90", "up from 60": words that only lead to two figures that are met."""
    for k, node in enumerate(case.reading.nodes):
        if k in case.held or node.kind != "word":
            continue
        below = [n for n in case.near[k] if n in case.held and case.node(n).kind == "quantity"]
        roles = {_role(case.node(n)) for n in below}
        moved = node.lemma in MOVING and {"start", "end"} <= roles
        if moved or (node.lemma in {"up", "down"} and "start" in roles):
            case.add(
                k, Finding("word.figure-verb", Relation.ENTAILS, case.reading.text(node), "", "", node.words)
            )
