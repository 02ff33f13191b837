"""Figures of one thing at several times, each in a sentence of its own, as in the cells of a table's row.

"Key size in 4.1 is 4 KiB" and "Key size in 4.2 is 8 KiB" together say that it grew from the one to the other, doubled,
or was raised by 4 KiB.
"""

from __future__ import annotations

from dataclasses import replace
from typing import Final, NamedTuple

from claimcheck import abreast, compared, periods, stamps
from claimcheck.abreast import Figure
from claimcheck.case import Case
from claimcheck.dimensions import derive
from claimcheck.dimensions import quantity as quantities
from claimcheck.dimensions.context import Modality
from claimcheck.dimensions.date import When
from claimcheck.dimensions.quantity import Quantity
from claimcheck.finding import Finding, Relation
from claimcheck.reading import Node
from claimcheck.trend import trend

_MULTIPLES: Final = frozenset({"double", "triple", "quadruple", "halve"})
_CHANGES: Final = frozenset({"change", "delta"})
_VERBS: Final = frozenset({"go", "move", "change"})


class Ends(NamedTuple):
    """The earlier and the later of two figures, with the nodes of their dates or versions."""

    first: Figure
    last: Figure
    times: tuple[Node, Node]


def account(case: Case) -> None:
    """Account for a change that the statement tells by the two figures that the evidence gives for two times."""
    moving = [k for k in range(len(case.reading.nodes)) if _moves(case.node(k))]
    if not moving or any(not _as_fact(case, k) for k in moving):
        return
    for group in abreast.groups(case.passage):
        ends = _ends(case, group)
        if ends is not None and _all_met(case, ends, moving):
            _compare(case, ends, moving)
            return


def _as_fact(case: Case, k: int) -> bool:
    """Whether a change is told as one that happened."""
    context = case.reading.contexts[case.node(k).head]
    return context.polarity > 0 and context.modality is Modality.NONE


def _moves(node: Node) -> bool:
    value = node.value
    if isinstance(value, Quantity):
        return value.role in {"start", *_CHANGES} or node.lemma in _MULTIPLES
    return node.kind == "word" and node.pos == "v" and trend(node.lemma) != 0


def _ends(case: Case, group: tuple[Figure, ...]) -> Ends | None:
    """The two figures of a row whose times the statement names; of two figures both."""
    timed = [
        (figure, case.passage.node(time))
        for figure in group
        if (time := periods.time_of(case.passage, figure.place)) is not None
    ]
    if len({figure.place.reading for figure, _ in timed}) < 2 or len(timed) != len(group):
        return None
    row = sorted(timed, key=lambda one: _when(one[1]))
    keys = [_when(time) for _, time in row]
    if any(not key for key in keys) or len(set(keys)) < len(keys):
        return None
    asked = [node for node in case.reading.nodes if stamps.is_period(node)]
    named = [n for n, (_, time) in enumerate(row) if any(_same(time, node) for node in asked)]
    if any(not any(_same(time, node) for _, time in row) for node in asked):
        return None
    if len(row) > 2 and len(named) == 1 and named[0]:
        named = [named[0] - 1, named[0]]
    elif len(row) == 2 and named != [0]:
        named = [0, 1]  # a change "in 2022" is none from 2022 to 2023
    if len(named) != 2:
        return None
    (first, one), (last, two) = row[named[0]], row[named[1]]
    return Ends(first, last, (one, two))


def _when(node: Node) -> tuple[float, ...]:
    """What times are put in order by; empty for one that cannot be."""
    value = node.value
    if isinstance(value, Quantity):
        return tuple(map(float, value.values))
    if isinstance(value, When) and value.period is not None and value.end is None:
        span = value.period.days or value.period.years
        return (float(span.lo),) if span is not None and value.period.part is None else ()
    return ()


def _same(evidence: Node, statement: Node) -> bool:
    return stamps.relation_of(evidence, statement) is Relation.ENTAILS


def _all_met(case: Case, ends: Ends, moving: list[int]) -> bool:
    """Whether all that the statement says besides the change is told in the sentences of the two figures."""
    rows = {ends.first.place.reading, ends.last.place.reading}
    for k, node in enumerate(case.reading.nodes):
        if k in moving or not case.account.weight(k) or stamps.is_period(node):
            continue
        place = case.met(k)
        if isinstance(node.value, Quantity):
            if node.value.dimension != ends.last.value.dimension or not _of_the_change(
                case, node.value, moving
            ):
                return False
        elif (place is None or place.reading not in rows) and node.lemma not in _VERBS:
            return False
    return True


def _of_the_change(case: Case, value: Quantity, moving: list[int]) -> bool:
    """Whether a figure is an end of the change or its size: "the ferry that sank killed 30" gives neither."""
    return value.role != "value" or value.governor in {case.node(k).head for k in moving}


def _compare(case: Case, ends: Ends, moving: list[int]) -> None:
    own = next(figure for figure in (ends.last, ends.first) if case.own(figure.place)).place
    for k, node in enumerate(case.reading.nodes):
        if not case.account.weight(k) and k not in moving:
            continue
        finding = _finding(case, node, ends) or Finding("word.compared", Relation.ENTAILS)
        case.findings[k] = []
        case.held.discard(k)
        case.settled.add(k)
        words = replace(finding, statement=case.reading.text(node), words=node.words)
        case.add(k, words)
        case.places[k] = own


def _finding(case: Case, node: Node, ends: Ends) -> Finding | None:
    """What the two figures say of a word of the statement; None where they only have to give it a place."""
    value = node.value
    if isinstance(value, When) or (isinstance(value, Quantity) and value.dimension == "version"):
        return Finding("date.equal" if isinstance(value, When) else "quantity.equal", Relation.ENTAILS)
    if isinstance(value, Quantity):
        return _figure(case, value, ends)
    way, real = trend(node.lemma), compared.order(ends.last.value, ends.first.value)
    if not way or not real or node.pos != "v":
        return None
    text = f"from {ends.first.value.text} to {ends.last.value.text}"
    relation = Relation.ENTAILS if way == real else Relation.CONTRADICTS
    return Finding("quantity.derived", relation, "", text)


def _figure(case: Case, value: Quantity, ends: Ends) -> Finding:
    first, last = replace(ends.first.value, role="start"), replace(ends.last.value, role="end")
    made = None
    if value.dimension == "ratio":
        made = derive.ratio_of(last, first)
    elif value.role in _CHANGES and value.dimension == "share":
        made = derive.change_of(first, last)
    elif value.role in _CHANGES:
        made = derive.rest_of(last, first) or derive.rest_of(first, last)
    if made is not None:
        wanted = replace(value, role=made.quantity.role)
        return derive.relate_derived(made, wanted, case.policy)
    other = first if value.role == "start" else last
    found = quantities.relate(replace(other, role=value.role), value, case.policy)
    return replace(found, evidence=other.text)
