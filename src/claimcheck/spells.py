"""How long a thing lasted, and how old it was, by two dated events of it.

What was built in 1968 and collapsed in 2023 stood for 55 years, was 55 years old when it collapsed, and collapsed 55
years after it was built; a trial that began in May 2016 and ended in May 2018 lasted two years. Two years that are
given without their days leave a year's room either way: within that room nothing is contradicted.
"""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from typing import Final, NamedTuple

from claimcheck.case import Case
from claimcheck.dimensions.context import Modality, Strength
from claimcheck.dimensions.date import When
from claimcheck.dimensions.interval import Interval
from claimcheck.dimensions.quantity import Quantity
from claimcheck.finding import Finding, Relation
from claimcheck.life_events import AGAIN, BEGUN, ENDED, MADE, SUBJECTS, Event, events
from claimcheck.spans import LASTS

LASTING: Final = LASTS | frozenset(
    "stand exist survive operate endure span drag_on drag serve function reign hold".split()
)
# "Was in operation for", "was out of use after": nouns that say no more than that it went on.
STATES: Final = frozenset(
    "operation use service office power business force existence place post production progress charge".split()
)
_POSTS: Final = frozenset({"attr", "prep_on", "prep_in", "prep_as"})
_MEASURED: Final = frozenset({"calendar", "age", "duration"})
_IN_A_MONTH: Final = Decimal("30.4369")  # days
_SECONDS: Final = Decimal(86_400)
_OF_A_YEAR: Final = 36_525  # hundredths of a day
_YEAR: Final = Decimal(12)
_SLACK: Final = Decimal("0.04")  # by what share a length may be rounded
_ROOM: Final = {
    "year": Decimal(6),
    "decade": Decimal(36),
    "century": Decimal(60),
    "month": Decimal("0.5"),
}  # months
_BORN: Final = frozenset({"bear", "born"})


class Asked(NamedTuple):
    """What a length is of: the node of the thing, and of the events at its ends where the statement names them.

    said: nodes that say no more than that the time went by; post: the node of what somebody was all that time.
    """

    thing: int
    first: int | None = None
    last: int | None = None
    made: bool = False
    said: tuple[int, ...] = ()
    post: int | None = None


def account(case: Case) -> None:
    """Account for lengths of time and ages by the events at their two ends."""
    for k, node in enumerate(case.reading.nodes):
        if k in case.held or case.wrong(k):
            continue
        length = _length(node.value)
        asked = _asked(case, node.value) if length is not None else None
        if length is not None and asked is not None and _plain(case, asked, k):
            _compare(case, k, length, asked)


def _length(value: object) -> tuple[Interval, str] | None:
    """A length of time in months, and its unit; None for anything else."""
    if isinstance(value, When) and value.offset is not None and value.offset.direction > 0:
        size = {"year": _YEAR, "month": Decimal(1), "decade": _YEAR * 10}.get(value.offset.unit)
        if size is None or not value.offset.count.single:
            return None
        return Interval.point(Decimal(value.offset.count.lo) / 100 * size), value.offset.unit
    if not isinstance(value, Quantity) or value.interval is None or value.per or value.role != "value":
        return None
    bare = value.dimension == "count" and value.head is None and not value.unit and value.form == "exact"
    if bare:
        return value.interval.scale(_YEAR), "year"  # "was 64 when she retired"
    if value.dimension not in _MEASURED:
        return None
    days = value.dimension == "duration"
    return value.interval.scale(1 / (_SECONDS * _IN_A_MONTH)) if days else value.interval, value.unit


def _asked(case: Case, value: object) -> Asked | None:
    if isinstance(value, When):
        anchor = value.offset.anchor if value.offset is not None else None
        first = case.reading.at.get(anchor) if anchor is not None else None
        last = case.reading.at.get(value.governor)
        thing = _subject(case, value.governor)
        return Asked(thing, first, last) if thing is not None and last is not None and first else None
    assert isinstance(value, Quantity)
    if value.dimension in {"age", "count"}:
        return _aged(case, value)
    before = case.reading.sentence[value.start - 1].lower if value.start else ""
    verb = value.governor
    if verb is None:
        return None
    if before == "after":
        thing, last = _subject(case, verb), case.reading.at.get(verb)
        return Asked(thing, None, last) if thing is not None and last is not None else None
    if value.head is not None and "-" in value.text:  # "the two-year trial"
        head = case.reading.at.get(value.head)
        return Asked(head) if head is not None else None
    return _lasting(case, verb)


def _aged(case: Case, value: Quantity) -> Asked | None:
    """ "Was 55 years old when it collapsed", "the 55-year-old bridge collapsed"."""
    thing = case.reading.at.get(value.head) if value.head is not None else None
    if value.governor is None:
        return None
    if thing is not None and "-" in value.text:
        last = case.reading.at.get(value.governor)
        return Asked(thing, None, last, made=True) if last is not None else None
    thing = _subject(case, value.governor)
    below = [
        c
        for c in case.reading.sentence.children[value.governor]
        if case.reading.sentence[c].dep == "advcl" and c in case.reading.at
    ]
    if thing is None or len(below) != 1:
        return None
    return Asked(thing, None, case.reading.at[below[0]], made=True)


def _lasting(case: Case, verb: int) -> Asked | None:
    """ "Lasted two years", "was in operation for 12 years", "was director for eight years"."""
    sentence, at = case.reading.sentence, case.reading.at
    token = sentence[verb]
    thing = _subject(case, verb)
    if thing is None:
        return None
    said = [at[verb]] if verb in at and token.pos in {"VERB", "AUX"} else []
    if token.pos == "NOUN" and token.dep == "attr":
        return Asked(thing, post=at.get(verb))
    lemmas = {token.lemma, *({case.node(at[verb]).lemma} if verb in at else ())}
    if not lemmas & (LASTING | {"be", "marry"}):
        return None
    for role, c in case.reading.graph.fillers(verb):
        if role in {"prep_in", "prep_into"} and sentence[c].lemma in STATES and c in at:
            said.append(at[c])
    if token.lemma == "be" and not any(case.node(n).lemma in STATES for n in said):
        post = [at.get(c) for r, c in case.reading.graph.fillers(verb) if r in _POSTS]
        held = [n for n in post if n is not None and n in case.held]
        return Asked(thing, post=held[0]) if held else None
    return Asked(thing, said=tuple(said))


def _subject(case: Case, verb: int) -> int | None:
    nodes = [case.reading.at.get(c) for r, c in case.reading.graph.fillers(verb) if r in SUBJECTS]
    found = [
        n for n in nodes if n is not None and (case.met(n) is not None or case.node(n).kind == "pronoun")
    ]
    return found[0] if found else None


def _plain(case: Case, asked: Asked, k: int) -> bool:
    """Whether the statement tells it as a fact, and all else that it says is accounted for."""
    context = case.reading.contexts[case.node(k).head]
    if context.polarity < 0 or context.modality is not Modality.NONE or context.strength < Strength.FACT:
        return False
    ends = {asked.first, asked.last, asked.thing}
    others = [n for n in range(len(case.reading.nodes)) if n != k and n not in asked.said and n not in ends]
    return all(n in case.held or not case.account.weight(n) for n in others if not case.wrong(n))


def _compare(case: Case, k: int, length: tuple[Interval, str], asked: Asked) -> None:
    found = list(_pairs(case, asked))
    if not found:
        return
    said, unit = length
    results = [_relation(said, unit, first, last) for first, last in found]
    best = next((n for n, r in enumerate(results) if r is Relation.ENTAILS), None)
    if best is None and any(r is not Relation.CONTRADICTS for r in results):
        return
    first, last = found[best or 0]
    node, text = case.node(k), f"{first.when.text} … {last.when.text}"
    case.findings[k] = []
    case.add(
        k,
        Finding(
            "quantity.derived",
            results[best or 0],
            case.reading.text(node),
            text,
            "from end to end",
            node.words,
        ),
    )
    case.places[k] = last.place if case.own(last.place) else first.place
    for n in (*asked.said, asked.last, asked.thing):
        if n is not None and n not in case.held:
            case.findings[n] = []
            case.add(n, Finding("word.edge", Relation.ENTAILS, case.reading.text(case.node(n)), text))


def _pairs(case: Case, asked: Asked) -> Iterator[tuple[Event, Event]]:
    """The events of the evidence that may be the two ends."""
    every = events(case, asked.thing)
    if asked.first is None and asked.last is None and any(e.words & AGAIN for e in every):
        return  # what closed and reopened did not last from end to end
    begun = MADE if asked.made else BEGUN
    firsts = (
        _named(case, asked.first, every) if asked.first is not None else [e for e in every if e.words & begun]
    )
    lasts = (
        _named(case, asked.last, every) if asked.last is not None else [e for e in every if e.words & ENDED]
    )
    for first in firsts:
        for last in lasts:
            own = case.own(first.place) or case.own(last.place)
            apart = (first.place.reading, first.token) != (last.place.reading, last.token)
            if own and apart and _before(first, last) and _of_the_post(case, asked, first, last):
                yield first, last


def _of_the_post(case: Case, asked: Asked, first: Event, last: Event) -> bool:
    """Whether one of two events is told of the post that somebody held between them."""
    place = case.met(asked.post) if asked.post is not None else None
    if asked.post is None or place is None:
        return asked.post is None
    graph = case.passage.readings[place.reading].graph
    at = case.passage.node(place).head
    near = (e for e in (first, last) if e.place.reading == place.reading)
    return any(graph.distance(e.token, at) <= 1 for e in near)


def _named(case: Case, n: int, every: list[Event]) -> list[Event]:
    """The events that a verb of the statement is met by."""
    place = case.met(n)
    if place is None or n not in case.held:
        return []
    at = case.passage.node(place).head
    return [e for e in every if e.place.reading == place.reading and e.token == at]


def _before(first: Event, last: Event) -> bool:
    one, two = first.period.days, last.period.days
    return one is not None and two is not None and one.lo < two.lo


def _relation(said: Interval, unit: str, first: Event, last: Event) -> Relation:
    one, two = first.period.days, last.period.days
    assert one is not None
    assert two is not None
    low, high = (Decimal(d) / _IN_A_MONTH for d in (two.lo - one.hi, two.hi - one.lo))
    if "year" in {first.period.unit, last.period.unit}:
        years = last.period.years, first.period.years
        assert years[0] is not None
        assert years[1] is not None
        nominal = _YEAR * (years[0].lo - years[1].lo)
    else:
        nominal = (low + high) / 2
    if first.words & _BORN:
        return _age(said, first, last)
    if said.is_point and said.low is not None:
        slack = max(said.low * _SLACK, Decimal("0.5")) if nominal % _YEAR else Decimal("0.5")
        if abs(nominal - said.low) <= slack:
            return Relation.ENTAILS
        room = _ROOM.get(unit, said.low * _SLACK)
        said = said.widen(room)
    else:
        closed = said.low is not None and said.high is not None and said.contains(nominal)
        if closed or Interval(low, high).inside(said):
            return Relation.ENTAILS
    return (
        Relation.CONTRADICTS
        if said.below(Interval(low, high)) or Interval(low, high).below(said)
        else (Relation.UNDETERMINED)
    )


def _age(said: Interval, first: Event, last: Event) -> Relation:
    """How old somebody was: full years, which two years alone leave open by one."""
    one, two = first.period.days, last.period.days
    assert one is not None
    assert two is not None
    low = _YEAR * ((two.lo - one.hi) * 100 // _OF_A_YEAR)
    high = _YEAR * ((two.hi - one.lo) * 100 // _OF_A_YEAR)
    if Interval(low, high).inside(said):
        return Relation.ENTAILS
    apart = said.below(Interval(low, high)) or Interval(low, high).below(said)
    return Relation.CONTRADICTS if apart else Relation.UNDETERMINED
