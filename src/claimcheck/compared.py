"""Two figures of the evidence that the statement compares: "300 more in 2023 than in 2022", "twice as many as women".

Each side of "than" or of the second "as" names one of several figures side by side; what they differ by, or how many
times the other one is, answers to the statement's figure.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from claimcheck import abreast, extents
from claimcheck.abreast import Figure
from claimcheck.account import CLAUSES
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
FASTER = frozenset({"fast", "faster", "quick", "quicker", "speed", "pace", "quickly"})
# Verbs that join a thing with a figure of it, for which a table's row has no word.
HAS = frozenset("allow permit support offer provide include contain accept cost take last run".split())


@dataclass(frozen=True, slots=True)
class Sides:
    """The nodes of the statement before and after the word that parts the two things compared, and that word."""

    first: tuple[int, ...]
    second: tuple[int, ...]
    pivot: int


Pair = tuple[Figure, Figure]


def compare(case: Case, k: int, value: Quantity) -> tuple[Derived, Pair, Sides, bool] | None:
    """What two figures side by side come to, where the statement's figure compares them, and whether that is the way
    round that the statement says.
    """
    sides = sides_of(case.reading, k, value)
    if sides is None:
        return None
    for group in abreast.groups(case.passage):
        met = named_sides(case, group, sides)
        if met is None:
            continue
        one, two = met[0].value, met[1].value
        pair = (two, one) if _faster(case.reading, value, one) else (one, two)
        made, way = _made(value, *pair), _way(case.reading, value, sides)
        if made is not None:
            right = value.dimension == "ratio" or way in {0, order(one, two)}
            return made, met, sides, right
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


def sides_of(reading: Reading, k: int, value: Quantity) -> Sides | None:
    """The two sides that a statement's figure compares; None where it compares none."""
    if value.role not in {"delta", "multiplier"} and value.dimension != "ratio":
        return None
    sentence = reading.sentence
    counted = any(sentence[i].lower in {"many", "much"} for i in range(value.start, value.stop))
    word = "as" if counted or value.dimension == "ratio" else "than"
    start = value.stop
    if word == "as" and not counted and start < len(sentence) and sentence[start].lower == "as":
        start += 1  # the first of "twice as large as"
    ahead = range(start, min(len(sentence), value.stop + REACH))
    pivot = next((i for i in ahead if sentence[i].lower == word), None)
    if pivot is None:
        return None
    nodes = [n for n, node in enumerate(reading.nodes) if n != k and tells_apart(node)]
    first = tuple(n for n in nodes if reading.nodes[n].head < pivot)
    second = tuple(n for n in nodes if reading.nodes[n].head > pivot)
    return Sides(first, second, pivot) if second else None


def tells_apart(node: Node) -> bool:
    """Whether a node may tell the sides apart: any but a figure, which a version is not."""
    return not isinstance(node.value, Quantity) or node.value.dimension in NAMING


def named_sides(case: Case, group: Sequence[Figure], sides: Sides) -> Pair | None:
    """The two figures of a group that the sides are said of; of two figures, the one that is left is the first."""
    second, first = named(case, group, sides.second), named(case, group, sides.first)
    if second is not None and first is None and len(group) == 2 and _all_met(case, sides.first):
        first = next(figure for figure in group if figure is not second)
    return (first, second) if first and second and first is not second else None


def _all_met(case: Case, nodes: Sequence[int]) -> bool:
    """Whether the evidence has every name and noun among the words of a side."""
    things = (n for n in nodes if case.node(n).kind in {"word", "name"} and case.node(n).pos == "n")
    return all(case.met(n) is not None or not case.account.weight(n) for n in things)


def named(case: Case, group: Sequence[Figure], nodes: Sequence[int]) -> Figure | None:
    """The one figure of a group that a side's words are said of: what names a thing counts before what it does."""
    sentence = case.reading.sentence
    things = [n for n in nodes if case.node(n).pos != "v" or sentence[case.node(n).head].dep not in CLAUSES]
    for told in (things,) if any(case.account.weight(n) for n in things) else (things, nodes):
        spots = {
            (r, token) for r in {f.place.reading for f in group} for n in told for token in _met(case, r, n)
        }
        hits = [len(spots & figure.words) for figure in group]
        best = max(hits)
        if best:
            return group[hits.index(best)] if hits.count(best) == 1 else None
    return None


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


def _way(reading: Reading, value: Quantity, sides: Sides) -> int:
    """1 where the first side is said to have more, -1 where less, 0 where the words do not tell."""
    between = {reading.sentence[i].lower for i in (*range(value.start, sides.pivot),)}
    return 1 if between & MORE else -1 if between & LESS else 0


def order(one: Quantity, two: Quantity) -> int:
    """1 where the first figure is the greater, -1 where it is the smaller."""
    if one.interval is None or two.interval is None:
        return 0
    return 1 if two.interval.below(one.interval) else -1 if one.interval.below(two.interval) else 0


def _faster(reading: Reading, value: Quantity, figure: Quantity) -> bool:
    """ "Three times as fast": of two times it is the other way about."""
    words = {t.lower for t in reading.sentence.tokens[value.start : value.stop + 2]}
    return value.dimension == "ratio" and figure.dimension == "duration" and not words.isdisjoint(FASTER)


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


def across(case: Case, met: Pair) -> None:
    """Hold what the cells of one row say together, and the verb by which the statement joins it: a row has none.

    In one sentence, hold what was met but not where the parser looks: "The mill employs 40 people, the dairy 25".
    """
    rows = {figure.place.reading for figure in met}
    own = next(figure for figure in met if case.own(figure.place)).place
    for n, node in enumerate(case.reading.nodes):
        place = case.met(n)
        verb = node.pos == "v" and case.reading.sentence[node.head].dep == "ROOT" and n not in case.pairs
        axis = extents.AXES.get(node.lemma)
        fits = axis is None or met[0].value.dimension in extents.MEASURED_IN[axis]
        joins = verb and fits and node.lemma in HAS and len(rows) > 1 and _by_being(case, met)
        told = place is not None and place.reading in rows and (len(rows) > 1 or n in case.misplaced)
        if n not in case.held and (told or joins):
            case.findings[n] = []
            finding = Finding("word.compared", Relation.ENTAILS, case.reading.text(node), "", "", node.words)
            case.add(n, finding)
            case.places[n] = own


def _by_being(case: Case, met: Pair) -> bool:
    """Whether "be" is the verb of the evidence's figures, as in a row that has none."""
    readings = [case.passage.readings[figure.place.reading] for figure in met]
    return all(reading.sentence[reading.sentence.root].lemma == "be" for reading in readings)
