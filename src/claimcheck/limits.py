"""Limits told in other words: "the maximum is 5 MB", "is limited to 5 MB" and "cannot be larger than 5 MB" are one.

A figure that is said to be the maximum or the minimum of a thing bounds it; the word for it needs no other partner than
the bound.
"""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal
from typing import Final, Literal

from claimcheck.align import Place
from claimcheck.case import Case
from claimcheck.dimensions.context import Modality
from claimcheck.dimensions.interval import Interval
from claimcheck.dimensions.quantity import Quantity
from claimcheck.finding import Finding, Relation
from claimcheck.reading import Reading

Side = Literal["most", "least", ""]
MOST: Final = frozenset("maximum max maximal limit cap ceiling upper_limit".split())
LEAST: Final = frozenset("minimum min minimal floor lower_limit".split())
ALLOWS: Final = frozenset({"allow", "permit", "support", "accept"})
NEAR: Final = 3  # steps from a figure to the word that makes it a limit


def side(reading: Reading, figure: int) -> Side:
    """Whether a figure (by node) is said to be the most or the least that there may be."""
    k = _word(reading, figure)
    if k is None:
        return ""
    return "most" if reading.nodes[k].lemma in MOST else "least"


def _word(reading: Reading, figure: int) -> int | None:
    head = reading.nodes[figure].head
    found = [
        (reading.graph.distance(node.head, head), k)
        for k, node in enumerate(reading.nodes)
        if node.kind == "word" and node.pos in {"n", "a"} and node.lemma in MOST | LEAST
    ]
    steps, k = min(found, default=(NEAR + 1, -1))
    return k if steps <= NEAR else None


def named(e: Quantity, s_side: Side) -> Quantity:
    """The evidence's figure to compare with one that is called a maximum or minimum: of a bound the end it names."""
    interval = e.interval
    if interval is None or not s_side or side_of(e) != s_side:
        return e
    end = interval.high if s_side == "most" else interval.low
    return e if end is None else replace(e, interval=Interval.point(end), form="exact")


def meant(case: Case, value: Quantity, place: Place) -> Quantity:
    """The statement's figure to compare: "allows up to 500" gives the limit where the evidence gives a limit too."""
    mine = side_of(value)
    if not mine or value.interval is None or mine != side(case.passage.readings[place.reading], place.node):
        return value
    verb = case.reading.sentence[value.governor] if value.governor is not None else None
    context = case.reading.contexts[verb.i] if verb is not None else None
    if (
        verb is None
        or context is None
        or (verb.lemma not in ALLOWS and context.modality is not Modality.ABILITY)
    ):
        return value
    end = value.interval.high if mine == "most" else value.interval.low
    return value if end is None else replace(value, interval=Interval.point(end), form="exact")


def stated(case: Case, k: int) -> bool:
    """Whether figure `k` and its counterpart are both limits: that one can, must or may is then part of the limit."""
    place, value = case.places.get(k), case.node(k).value
    other = case.passage.node(place).value if place is not None else None
    if place is None or not isinstance(value, Quantity) or not isinstance(other, Quantity):
        return False
    if k in case.limited:
        return True
    mine = side(case.reading, k) or side_of(value)
    theirs = side(case.passage.readings[place.reading], place.node) or side_of(other)
    return mine != "" and mine == theirs


def side_of(quantity: Quantity) -> Side:
    """Which side a figure bounds by its own words: "up to 500"."""
    interval = quantity.interval
    if interval is None or quantity.form != "bound":
        return ""
    if interval.high is None and interval.low is not None and not interval.low_open:
        return "least"
    if interval.high is not None and not interval.high_open and interval.low in {None, Decimal(0)}:
        return "most"
    return ""


def account(case: Case) -> None:
    """Account for "maximum", "limit" and the like beside a figure that the evidence gives as the same limit."""
    for k, place in list(case.places.items()):
        value, other = case.node(k).value, case.passage.node(place).value
        if not isinstance(value, Quantity) or not isinstance(other, Quantity):
            continue
        word = _word(case.reading, k)
        if word is None or word in case.held:
            continue
        mine: Side = side(case.reading, k)
        if mine in {side(case.passage.readings[place.reading], place.node), side_of(other)}:
            node = case.node(word)
            here, there = case.reading.text(node), case.evidence(Place(place.reading, place.node))
            case.findings[word] = []
            case.add(word, Finding("word.limit", Relation.ENTAILS, here, there, "", node.words))
