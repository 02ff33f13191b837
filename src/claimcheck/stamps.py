"""What a sentence holds for: dates and versions, whichever way the source counts its time, and plans and the like."""

from __future__ import annotations

from typing import Final

from claimcheck.dimensions import date as dates
from claimcheck.dimensions.date import When
from claimcheck.dimensions.quantity import Quantity
from claimcheck.finding import Relation
from claimcheck.reading import Node, Reading

# Nouns that only say what kind of thing the name or number beside them names: "the `retry` option", "the Pro plan".
CLASSES: Final = frozenset(
    "version release option setting parameter flag field command header code status plan tier edition package model "
    "series line branch division segment module plugin endpoint method function class key port account customer user "
    "machine host server system platform".split()
)


def is_period(node: Node) -> bool:
    """Whether a node is a date or a version."""
    value = node.value
    return isinstance(value, When) or (isinstance(value, Quantity) and value.dimension == "version")


def relation_of(evidence: Node, statement: Node) -> Relation:
    """How two dates or two versions compare."""
    e, s = evidence.value, statement.value
    if isinstance(e, When) and isinstance(s, When):
        return dates.relate(e, s).relation
    if isinstance(e, Quantity) and isinstance(s, Quantity) and e.dimension == s.dimension == "version":
        return Relation.ENTAILS if e.values == s.values else Relation.CONTRADICTS
    return Relation.UNDETERMINED


def alike(evidence: Node, statement: Node) -> bool:
    """Whether a date or figure of the evidence could be the statement's own."""
    e, s = evidence.value, statement.value
    if isinstance(e, Quantity) and isinstance(s, Quantity) and "version" not in {e.dimension, s.dimension}:
        return e.dimension == s.dimension and e.interval is not None and e.interval == s.interval
    return relation_of(evidence, statement) is Relation.ENTAILS


def only_classes(reading: Reading, node: Node) -> bool:
    """Whether a noun says no more than what kind of thing the name before it names: "the Pro plan"."""
    if node.kind != "word" or node.pos != "n" or node.lemma not in CLASSES:
        return False
    below = (reading.at.get(c) for r, c in reading.graph.fillers(node.head) if r in {"mod", "appos"})
    return any(k is not None and reading.nodes[k].kind == "name" for k in below)


def yardstick(reading: Reading, node: int) -> bool:
    """ "Half as much as in 2022": a time that a figure is only compared with."""
    first = min(reading.nodes[node].words)
    return any(reading.sentence[i].lower in {"as", "than"} for i in range(max(0, first - 2), first))
