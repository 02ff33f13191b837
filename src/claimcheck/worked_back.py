"""Figures of another time than the evidence's own, worked back from what it says of the change.

"3 million tonnes in 2023, half as much as in 2022" gives 6 million for 2022; "21,000 inhabitants, 3,000 more than in
2010" gives 18,000 for 2010; "220,000 visitors, an increase of 10 percent on 2019" gives 200,000 for 2019.
"""

from __future__ import annotations

from decimal import Decimal
from typing import Final, NamedTuple

from claimcheck.align import Place
from claimcheck.bind import comparable
from claimcheck.case import Case
from claimcheck.dimensions.date import When
from claimcheck.dimensions.interval import Interval
from claimcheck.dimensions.quantity import Quantity
from claimcheck.finding import Finding, Relation
from claimcheck.life_events import as_fact
from claimcheck.reading import Reading
from claimcheck.stamps import relation_of

PIVOTS: Final = frozenset({"than", "as", "on", "from", "over", "since", "against"})
MORE: Final = frozenset(
    "more higher increase rise growth gain up above longer larger jump surge older bigger improvement".split()
)
LESS: Final = frozenset(
    "fewer less lower decrease fall drop decline down below loss reduction shorter smaller slump".split()
)
LEVELS: Final = frozenset({"value", "end", "share", "rate"})
CHANGES: Final = frozenset({"delta", "change", "multiplier"})
REACH: Final = 9  # tokens from the change to the time that it is counted from
_HUNDRED: Final = Decimal(100)
_ROUNDED: Final = Decimal("0.015")  # by what share a percentage may be rounded
EXPLICIT: Final = "more than "


class Before(NamedTuple):
    """A level at another time: the figure it is worked back from, the node of the time, and what it comes to."""

    place: Place
    figure: Quantity
    time: int
    level: Interval
    exact: bool
    text: str


def account(case: Case) -> None:
    """Account for a figure that the statement gives for the time that the evidence compares with."""
    times = [k for k, node in enumerate(case.reading.nodes) if isinstance(node.value, When)]
    figures = [
        k
        for k, node in enumerate(case.reading.nodes)
        if isinstance(node.value, Quantity) and case.account.weight(k) and node.value.dimension != "ordinal"
    ]
    if len(times) != 1 or len(figures) != 1:
        return
    value, k = case.node(figures[0]).value, figures[0]
    if not isinstance(value, Quantity) or value.interval is None or value.role not in LEVELS:
        return
    if not as_fact(case.reading, case.node(k).head):
        return
    for r in sorted(case.passage.own):
        for found in _levels(case.passage.readings[r], r):
            if comparable(found.figure, value) and _same_time(case, found, times[0]):
                if _all_met(case, k, times[0], found):
                    _settle(case, k, times[0], value, found)
                return


def _levels(reading: Reading, r: int) -> list[Before]:
    """The levels of other times that a sentence lets one work back to."""
    figures = [(n, node.value) for n, node in enumerate(reading.nodes) if isinstance(node.value, Quantity)]
    times = [(n, node.value) for n, node in enumerate(reading.nodes) if isinstance(node.value, When)]
    found = []
    for _, change in figures:
        if change.role not in CHANGES and change.dimension != "ratio":
            continue
        levels = [(n, q) for n, q in figures if q.role in LEVELS and q.stop <= change.start and q.interval]
        after = [(n, w) for n, w in times if change.stop <= w.start <= change.stop + REACH]
        if not levels or not after or not as_fact(reading, levels[-1][1].governor or reading.sentence.root):
            continue
        (n, level), (t, time) = levels[-1], after[0]
        tokens = [token.lower for token in reading.sentence.tokens[change.start : time.start + 2]]
        made = _worked_back(level, change, tokens)
        if made is not None and not PIVOTS.isdisjoint(tokens):
            value, exact = made
            text = f"{level.text}, {change.text} {time.text}"
            found.append(Before(Place(r, n), level, t, Interval.point(value), exact, text))
    return found


def _worked_back(level: Quantity, change: Quantity, tokens: list[str]) -> tuple[Decimal, bool] | None:
    """What a level was before a change, and whether that is exact."""
    now, by = level.interval, change.interval
    if now is None or by is None or not now.is_point or not by.is_point or now.low is None or by.low is None:
        return None
    if change.dimension == "ratio":
        fine = by.low > 0 and not {"more", "fewer", "less", "higher", "lower"} & set(tokens)
        return (now.low / by.low, False) if fine else None
    way = change.direction or (not MORE.isdisjoint(tokens)) - (not LESS.isdisjoint(tokens))
    if not way or level.dimension in {"age", "temperature", "rating", "version"}:
        return None
    if change.dimension == level.dimension and level.dimension != "share":
        return now.low - way * by.low, True
    if change.dimension == "points" and level.dimension == "share":
        return now.low - way * by.low, True
    if change.dimension == "share" and level.dimension != "share" and (way > 0 or by.low < _HUNDRED):
        return now.low / (1 + way * by.low / _HUNDRED), False
    return None


def _same_time(case: Case, found: Before, k: int) -> bool:
    evidence = case.passage.readings[found.place.reading].nodes[found.time]
    mine, theirs = case.node(k).value, evidence.value
    assert isinstance(mine, When)
    assert isinstance(theirs, When)
    said = theirs.text.lower()
    said = said[len(EXPLICIT) :] if said.startswith(EXPLICIT) else said  # "100 more than a year ago"
    return said == mine.text.lower() or relation_of(evidence, case.node(k)) is Relation.ENTAILS


def _all_met(case: Case, k: int, time: int, found: Before) -> bool:
    """Whether all else that the statement says is told in the sentence of the change."""
    value = case.node(k).value
    assert isinstance(value, Quantity)
    for n, node in enumerate(case.reading.nodes):
        if n in {k, time} or not case.account.weight(n):
            continue
        place = case.met(n)
        if n not in case.held and (place is None or place.reading != found.place.reading):
            return False
        if node.head == value.head and place is not None and found.figure.head is not None:
            at = case.passage.node(place).head
            if place.reading == found.place.reading and at != found.figure.head:
                return False
    return True


def _settle(case: Case, k: int, time: int, value: Quantity, found: Before) -> None:
    said, have = value.interval, found.level
    assert said is not None
    near = have
    if not found.exact and have.low is not None:
        near = have.widen(abs(have.low) * _ROUNDED)
    if have.inside(said) or (not found.exact and said.inside(near)):
        relation = Relation.ENTAILS
    elif near.below(said) or said.below(near):
        relation = Relation.CONTRADICTS
    else:
        relation = Relation.UNDETERMINED
    for n in (k, time):
        case.findings[n] = []
        case.held.discard(n)
        case.places[n] = found.place if n == k else Place(found.place.reading, found.time)
    words, note = case.node(k).words, "worked back"
    case.add(k, Finding("quantity.derived", relation, value.text, found.text, note, words))
    here, there = case.reading.text(case.node(time)), case.evidence(Place(found.place.reading, found.time))
    case.add(time, Finding("date.equal", Relation.ENTAILS, here, there, "", case.node(time).words))
    for n in range(len(case.reading.nodes)):
        if n not in case.held and case.account.weight(n) and n != k and not case.wrong(n):
            case.misplaced.discard(n)
            here = case.reading.text(case.node(n))
            case.add(n, Finding("word.compared", Relation.ENTAILS, here, found.text, "", case.node(n).words))
