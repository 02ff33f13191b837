"""What a sentence holds for: dates and versions, whichever way the source counts its time."""

from __future__ import annotations

from claimcheck.dimensions import date as dates
from claimcheck.dimensions.date import When
from claimcheck.dimensions.quantity import Quantity
from claimcheck.finding import Relation
from claimcheck.reading import Node


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
