"""Which date or version a figure holds at: "from 30 seconds in 4.1 to 90 seconds in 4.2", "640 in 2022, 720 in 2023".

A sentence that gives several figures of one thing, each with its own time, says nothing of one figure at the other's
time. The times are found where they stand: right behind their figures, or, for a single figure, anywhere.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from claimcheck.align import Passage, Place
from claimcheck.bind import Bound, comparable
from claimcheck.case import Case
from claimcheck.dimensions.context import Tense
from claimcheck.dimensions.date import Bound as DateBound
from claimcheck.dimensions.date import When
from claimcheck.dimensions.quantity import Quantity
from claimcheck.finding import Relation
from claimcheck.reading import Node, Reading
from claimcheck.stamps import is_period, relation_of
from claimcheck.things import things

BETWEEN = frozenset({"ADP", "DET", "PUNCT"})  # what may stand between a figure and its time
LEVELS = frozenset({"value", "end", "share", "rate", "change"})
BEARERS = frozenset({"agent", "subject", "patient", "poss"})
HELD_IN = frozenset({"prep_in", "prep_on", "prep_with", "prep_under", "prep_for"})
CHANGES = frozenset(
    "add introduce remove deprecate fix mend drop replace rename release retire resolve merge change ship launch "
    "discontinue end appear arrive begin start".split()
)
TIMELESS = frozenset({"version", "calendar", "ratio", "score"})


def of_figures(reading: Reading) -> Mapping[int, int]:
    """For figures (by node) the date or version that each holds at."""
    times = [k for k, node in enumerate(reading.nodes) if is_period(node)]
    figures = [k for k, node in enumerate(reading.nodes) if times and _is_figure(node)]
    if len(figures) == len(times) == 1:
        return {figures[0]: times[0]}
    return {f: t for f in figures for t in times if _behind(reading, f, t)}


def _is_figure(node: Node) -> bool:
    """Whether a node is a figure that may change with time."""
    value = node.value
    return (
        isinstance(value, Quantity)
        and value.interval is not None
        and value.dimension not in TIMELESS
        and value.role not in {"ordinal", "multiplier"}
    )


def _behind(reading: Reading, figure: int, time: int) -> bool:
    """Whether the time stands right behind the figure, or behind the noun that it counts."""
    first, value = reading.nodes[time].words[0], reading.nodes[figure].value
    head = value.head if isinstance(value, Quantity) else None
    last = max(reading.nodes[figure].words[-1], -1 if head is None or head > first else head)
    return last < first and all(
        reading.sentence[i].pos in BETWEEN or reading.sentence[i].lower in {"version", "release"}
        for i in range(last + 1, first)
    )


def at_one_time(
    case: Case, k: int, found: Sequence[tuple[Bound, Quantity]]
) -> Sequence[tuple[Bound, Quantity]]:
    """The candidates for figure `k`, those that hold at the statement's time first and those of another time last."""
    time = of_figures(case.reading).get(k)
    if time is None:
        return found
    found = [*found, *_starts(case, k, time)]
    return sorted(found, key=lambda row: _fit(case, time, row[0].place))


def _starts(case: Case, k: int, time: int) -> Iterator[tuple[Bound, Quantity]]:
    """Figures that a change started from: at their own time they are the figure of the thing that changed."""
    value = case.node(k).value
    assert isinstance(value, Quantity)
    if value.role != "value":
        return
    said = [case.reading.at.get(token) for token in things(case.reading, value)]
    met = [place for n in said if n is not None and (place := case.met(n)) is not None]
    for r in sorted({place.reading for place in met} & case.passage.own):
        reading = case.passage.readings[r]
        for figure, at in of_figures(reading).items():
            other = reading.nodes[figure].value
            if not isinstance(other, Quantity) or other.role != "start" or not comparable(other, value):
                continue
            if relation_of(reading.nodes[at], case.node(time)) is Relation.ENTAILS:
                yield Bound(Place(r, figure), True, True, True, False, 0), other


def _fit(case: Case, time: int, figure: Place) -> int:
    other = time_of(case.passage, figure)
    if other is None:
        return 1
    relation = relation_of(case.passage.node(other), case.node(time))
    return {Relation.ENTAILS: 0, Relation.CONTRADICTS: 2}.get(relation, 1)


def time_of(passage: Passage, figure: Place) -> Place | None:
    """The date or version that a figure of the evidence holds at."""
    time = of_figures(passage.readings[figure.reading]).get(figure.node)
    return None if time is None else Place(figure.reading, time)


def counterpart(case: Case, k: int) -> Place | None:
    """The date or version of the evidence that the statement's node `k` must be compared with, where that is plain.

    It is the one of the figure that the statement's own figure was bound to; for a statement without one ("rose in
    2023") that of the figure a change ends at, in a sentence that tells of two.
    """
    mine = [f for f, time in of_figures(case.reading).items() if time == k]
    bound = [case.places[f] for f in mine if f in case.places]
    if bound:
        return time_of(case.passage, bound[0])
    if mine:
        return None
    for r in sorted(case.passage.own):
        held = of_figures(case.passage.readings[r])
        if len(held) < 2:
            continue
        several = sum(is_period(node) for node in case.reading.nodes) > 1
        found = _same(case, k, r, held) if several else _end(case, r, held)
        if found is not None:
            return Place(r, found)
    return None


def _same(case: Case, k: int, r: int, held: Mapping[int, int]) -> int | None:
    """The time that is the statement's own, of a statement that compares two."""
    nodes = case.passage.readings[r].nodes
    same = (t for t in held.values() if relation_of(nodes[t], case.node(k)) is Relation.ENTAILS)
    return next(same, None)


def _end(case: Case, r: int, held: Mapping[int, int]) -> int | None:
    """The time of the figure that a change ends at."""
    nodes = case.passage.readings[r].nodes
    roles = {f: value.role for f in held if isinstance(value := nodes[f].value, Quantity)}
    ends = [f for f, role in roles.items() if role in LEVELS]
    return held[ends[0]] if len(ends) == 1 and "start" in roles.values() else None


def starts(operands: Sequence[Quantity]) -> bool:
    """Whether one of the figures is where a change started: it is no part of a sum."""
    return any(operand.role == "start" for operand in operands)


def apart(passage: Passage, figures: Sequence[Place]) -> bool:
    """Whether figures of the evidence hold at different times."""
    found = [place for figure in figures if (place := time_of(passage, figure)) is not None]
    nodes = [passage.node(place) for place in found]
    return len(nodes) > 1 and any(relation_of(nodes[0], n) is Relation.CONTRADICTS for n in nodes[1:])


def same_bearer(case: Case, k: int, figure: Place) -> bool:
    """Whether a figure and its counterpart are said of one version: "9.0 will be maintained for 24 months"."""
    reading = case.passage.readings[figure.reading]
    mine, theirs = case.node(k).value, reading.nodes[figure.node].value
    if not isinstance(mine, Quantity) or not isinstance(theirs, Quantity):
        return False
    have, want = _periods(reading, theirs), _periods(case.reading, mine)
    return any(relation_of(e, s) is Relation.ENTAILS for e in have for s in want)


def _periods(reading: Reading, value: Quantity) -> list[Node]:
    """The dates and versions among the things that a figure may be said of."""
    found = [reading.nodes[reading.at[token]] for token in things(reading, value) if token in reading.at]
    return [node for node in found if is_period(node)]


def bears(case: Case, k: int) -> bool:
    """Whether a version is itself what the statement speaks of: of another version the evidence may say the same."""
    roles = {role for role, _ in case.reading.graph.roles(case.node(k).head)}
    return bool(roles & BEARERS)


def holds_in(case: Case, k: int, place: Place) -> bool:
    """Whether a version is one that something holds in ("works in 2.4"): it may hold in others too, unless the evidence
    says in which ("in 2.4 and later"). A thing is added, mended or removed in one."""
    other = case.passage.node(place).value
    if isinstance(other, Quantity) and other.form == "bound":
        return False
    sentence, head = case.reading.sentence, case.account.clause[k]
    roles = {role for role, _ in case.reading.graph.roles(case.node(k).head)}
    change = sentence[head].lemma in CHANGES
    return bool(roles & HELD_IN) and not change and case.reading.contexts[head].tense is Tense.PRESENT


def only_later(case: Case) -> bool:
    """Whether what is wrong is a version before those the evidence names ("in version 5 and later"): of no other kind
    is the opposite told."""
    wrong = [k for k in range(len(case.reading.nodes)) if case.wrong(k)]
    places = [case.places.get(k) for k in wrong]
    values = [case.passage.node(place).value for place in places if place is not None]
    return len(values) == len(wrong) and all(
        isinstance(v, Quantity) and v.dimension == "version" and v.form == "bound" for v in values
    )


def as_of(case: Case) -> None:
    """A tally as of one day says nothing of that as of another: it is another tally, and contradicts none."""
    for k, node in enumerate(case.reading.nodes):
        rows = case.findings.get(k, [])
        if not isinstance(node.value, When) or not case.wrong(k):
            continue
        both = [node.value.text.lower(), *(f.evidence.lower() for f in rows)]
        counts = any(
            case.node(n).kind == "quantity"
            for n, h in enumerate(case.account.clause)
            if h == case.account.clause[k]
        )
        if counts and any(text.startswith(("as of", "as at")) for text in both):
            note = "the figure of another day"
            case.findings[k] = [
                replace(f, relation=Relation.UNDETERMINED, note=note)
                if f.relation is Relation.CONTRADICTS
                else f
                for f in rows
            ]


def elsewhen(case: Case, nodes: list[int], wrong: list[int]) -> bool:
    """A figure that holds at one time says nothing of the figure "by" or "since" another."""
    figures = any(case.node(k).kind == "quantity" for k in wrong)
    return figures and any(
        isinstance(value := case.node(k).value, When)
        and value.bound not in {DateBound.ON, DateBound.BETWEEN, DateBound.SPAN, DateBound.AROUND}
        and any(f.rule in {"date.inside", "date.implied", "time.inside"} for f in case.findings.get(k, ()))
        and not _to_the_day(case, k, value)
        for k in nodes
    )


def _to_the_day(case: Case, k: int, value: When) -> bool:
    """ "By 12 March" and "as of 12 March" speak of one day."""
    place = case.places.get(k)
    other = case.passage.node(place).value if place is not None else None
    if value.bound not in {DateBound.BY, DateBound.UNTIL} or not isinstance(other, When):
        return False
    if other.last is None and other.period is not None and value.period is not None:
        return other.period.part == value.period.part  # of a year that only the statement names
    return other.last == value.last
