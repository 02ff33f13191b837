"""Two figures of the evidence that the statement compares: "300 more in 2023 than in 2022", "twice as many as women".

Each side of "than" or of the second "as" names one of several figures side by side; what they differ by, or how many
times the other one is, answers to the statement's figure.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from claimcheck.align import Place
from claimcheck.case import Case
from claimcheck.dimensions import date as dates
from claimcheck.dimensions import derive
from claimcheck.dimensions.date import When
from claimcheck.dimensions.derive import Derived
from claimcheck.dimensions.quantity import Quantity
from claimcheck.favour import HELD, NAMING, one_name
from claimcheck.finding import Finding, Relation
from claimcheck.reading import Node, Reading
from claimcheck.tokens import CONTENT_POS

REACH = 14  # tokens from a figure to the word that opens the other side
COMPARED = frozenset(
    {"count", "money", "length", "duration", "calendar", "mass", "data", "area", "volume", "speed"}
)
MORE = frozenset(
    "more longer higher taller larger bigger heavier wider deeper older further farther greater above ahead".split()
)
LESS = frozenset(
    "fewer less shorter lower smaller lighter narrower younger cheaper below behind".split()
)  # of time, "faster" is less: left to the direction of the figures
EVEN = frozenset(
    "many much long high tall large big heavy wide deep old fast faster slower expensive cheap smaller".split()
)
WORDS = MORE | LESS | EVEN


@dataclass(frozen=True, slots=True)
class Sides:
    """The nodes of the statement before and after the word that parts the two things compared, and that word."""

    first: tuple[int, ...]
    second: tuple[int, ...]
    pivot: int


def compare(case: Case, k: int, value: Quantity) -> tuple[Derived, Place, Sides, bool] | None:
    """What two figures side by side come to, where the statement's figure compares them, and whether that is the way
    round that the statement says.
    """
    sides = _sides(case.reading, k, value)
    if sides is None:
        return None
    for r in sorted(case.passage.own):
        reading = case.passage.readings[r]
        for group in _groups(reading):
            second = _named(case, r, group, sides.second)
            first = _named(case, r, group, sides.first)
            if second is not None and first is None and len(group) == 2:
                first = next(n for n in group if n != second)
            if first is None or second is None or first == second:
                continue
            one, two = _value(reading, first), _value(reading, second)
            made, way = _made(value, one, two), _way(case.reading, value, sides)
            if made is not None:
                right = value.dimension == "ratio" or way in {0, _order(one, two)}
                return made, Place(r, first), sides, right
    return None


def settle(case: Case, sides: Sides, value: Quantity) -> None:
    """The other side has been met by the other figure: what was held against it there is answered for."""
    for n in (*sides.first, *sides.second):
        node = case.node(n)
        word = case.reading.sentence[node.head]
        between = value.stop <= node.head < sides.pivot and word.lower in WORDS
        if between or n in sides.second or isinstance(node.value, When) or case.wrong(n):
            case.findings[n] = []
            case.settled.add(n)
            case.add(
                n, Finding("word.compared", Relation.ENTAILS, case.reading.text(node), "", "", node.words)
            )


def _sides(reading: Reading, k: int, value: Quantity) -> Sides | None:
    if value.role not in {"delta", "multiplier"} and value.dimension != "ratio":
        return None
    sentence = reading.sentence
    word = (
        "as" if sentence[value.stop - 1].lower in {"many", "much"} or value.dimension == "ratio" else "than"
    )
    start = value.stop
    if word == "as" and start < len(sentence) and sentence[start].lower == "as":
        start += 1
    ahead = range(start, min(len(sentence), value.stop + REACH))
    pivot = next((i for i in ahead if sentence[i].lower == word), None)
    if pivot is None:
        return None
    nodes = [n for n, node in enumerate(reading.nodes) if n != k and _names(node)]
    first = tuple(n for n in nodes if reading.nodes[n].head < pivot)
    second = tuple(n for n in nodes if reading.nodes[n].head > pivot)
    return Sides(first, second, pivot) if second else None


def _names(node: Node) -> bool:
    """Whether a node may tell the sides apart: any but a figure, which a version is not."""
    return not isinstance(node.value, Quantity) or node.value.dimension in NAMING


def _groups(reading: Reading) -> list[tuple[int, ...]]:
    return list(dict.fromkeys(tuple(sorted((n, *region.beside))) for n, region in reading.regions.items()))


def _named(case: Case, r: int, group: Sequence[int], nodes: Sequence[int]) -> int | None:
    """The one figure of a group that a side's words are said of."""
    reading = case.passage.readings[r]
    told = {token for n in nodes for token in _met(case, r, n)}
    hits = {n: len(told & reading.regions[n].words) for n in group}
    best = max(hits.values())
    found = [n for n in group if hits[n] == best]
    return found[0] if best and len(found) == 1 else None


def _met(case: Case, r: int, n: int) -> list[int]:
    """Tokens of the evidence's reading that say what a node of the statement says."""
    reading, node = case.passage.readings[r], case.node(n)
    if isinstance(node.value, When):
        return [
            other.head
            for other in reading.nodes
            if isinstance(other.value, When)
            and dates.relate(other.value, node.value).relation is Relation.ENTAILS
        ]
    if isinstance(node.value, Quantity):
        figures = [o for o in reading.nodes if isinstance(o.value, Quantity)]
        return [o.head for o in figures if isinstance(o.value, Quantity) and one_name(o.value, node.value)]
    pair = case.pairs.get(n)
    found = [t.i for t in reading.sentence if t.lemma == node.lemma and t.pos in CONTENT_POS]
    if pair is not None and pair.related.meet in HELD and pair.place.reading == r:
        found.append(reading.nodes[pair.place.node].head)
    return found


def _value(reading: Reading, n: int) -> Quantity:
    value = reading.nodes[n].value
    assert isinstance(value, Quantity)
    return value


def _way(reading: Reading, value: Quantity, sides: Sides) -> int:
    """1 where the first side is said to have more, -1 where less, 0 where the words do not tell."""
    between = {reading.sentence[i].lower for i in (*range(value.start, sides.pivot),)}
    return 1 if between & MORE else -1 if between & LESS else 0


def _order(one: Quantity, two: Quantity) -> int:
    """1 where the first figure is the greater, -1 where it is the smaller."""
    if one.interval is None or two.interval is None:
        return 0
    return 1 if two.interval.below(one.interval) else -1 if one.interval.below(two.interval) else 0


def _made(value: Quantity, first: Quantity, second: Quantity) -> Derived | None:
    """What the two figures come to, in the terms of the statement's."""
    if first.dimension not in COMPARED:
        return None
    if value.dimension == "ratio":
        return derive.ratio_of(first, second)
    if value.dimension == "share":
        made = derive.change_of(second, first)
    elif value.dimension == first.dimension:
        made = derive.rest_of(first, second) or derive.rest_of(second, first)
    else:
        made = None
    return replace(made, quantity=replace(made.quantity, role=value.role)) if made is not None else None
