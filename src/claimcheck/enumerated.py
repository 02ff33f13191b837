"""Counts of what the evidence names without a figure: "Lisk, Orla and Weld" are three, and so are figures for three."""

from __future__ import annotations

from claimcheck import abreast
from claimcheck.align import Place
from claimcheck.case import Case
from claimcheck.dimensions.quantity import Quantity


def listed(case: Case, value: Quantity) -> Place | None:
    """Where the evidence names as many things as the statement counts: in a list, or one with an article."""
    k = case.reading.at.get(value.head) if value.head is not None else None
    place = case.met(k) if k is not None else None
    number = value.interval.low if value.interval is not None and value.interval.is_point else None
    if place is None or number is None or value.dimension != "count" or not case.own(place):
        return None
    reading = case.passage.readings[place.reading]
    sentence, at = reading.sentence, case.passage.node(place).head
    if number == 1:
        article = any(sentence[c].lower in {"a", "an"} for c in sentence.children[at])
        return place if article and sentence[at].tag in {"NN", "NNP"} else None
    counted = any(isinstance(node.value, Quantity) and node.value.head == at for node in reading.nodes)
    roles = [role for role, _ in reading.graph.fillers(at)]
    named = [role for role in {"prep_of", "appos", "mod", "subject"} if roles.count(role) == number]
    return place if named and not counted and sentence[at].tag in {"NNS", "NNPS"} else None


def side_by_side(case: Case, value: Quantity) -> Place | None:
    """Where the evidence gives as many figures side by side as the statement counts things: "the three divisions"."""
    k = case.reading.at.get(value.head) if value.head is not None else None
    number = value.interval.low if value.interval is not None and value.interval.is_point else None
    before = [t.lower for t in case.reading.sentence.tokens[: value.start][-2:]]
    if number is None or number < 2 or value.dimension != "count":
        return None
    definite = before[-1:] != [] and before[-1] in {"the", "all", "these", "those"} and k in case.held
    definite = definite or (before == ["of", "the"] and value.head is None)  # "the most of the three"
    for group in abreast.groups(case.passage) if definite else ():
        if len(group) == number:
            return group[0].place
    return None
