"""How long a thing lasted, and when it began and ended, told by the two ends that the evidence gives.

"From 3 to 20 March" is more than two weeks and begins on 3 March; what began at 9:15 and ended at 11:00 lasted an hour
and 45 minutes. It only entails: whether the last day counts is seldom said.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import Decimal
from typing import Final

from claimcheck import lifetimes
from claimcheck.align import Place
from claimcheck.case import Case
from claimcheck.dating import BEGINS, ENDS
from claimcheck.dimensions.context import Strength
from claimcheck.dimensions.date import When
from claimcheck.dimensions.date.extent import Extent
from claimcheck.dimensions.date.value import Bound, Period
from claimcheck.dimensions.quantity import Quantity
from claimcheck.finding import Finding, Relation
from claimcheck.reading import Reading
from claimcheck.tokens import Sentence

LASTS: Final = frozenset(
    "last take be run go_on continue go stay remain serve rule reign live work have".split()
)
TOLD: Final = frozenset({"attr", "acomp", "oprd", "xcomp"})
SUBJECTS: Final = frozenset({"agent", "subject", "patient"})
_DAY, _MINUTE = 86_400, 60  # seconds
_HALF_DAY: Final = 720  # minutes
_MONTHS: Final = 12


def account(case: Case) -> None:
    """Account for verbs of beginning and ending, and for lengths of time, by the ends of a span of the evidence."""
    for k, node in enumerate(case.reading.nodes):
        if k in case.held or case.wrong(k):
            continue
        if isinstance(node.value, Quantity) and node.value.dimension in {"duration", "calendar"}:
            _lasted(case, k, node.value)
        elif isinstance(node.value, Quantity) and (node.value.dimension == "age" or _bare(node.value)):
            lifetimes.account(case, k, node.value)
        elif node.kind == "word" and node.pos == "v" and node.lemma in BEGINS | ENDS:
            _edge(case, k)


def _edge(case: Case, k: int) -> None:
    """ "Began on 3 March" of what lasted from 3 March on: the verb says no more than which end the date is."""
    for n, node in enumerate(case.reading.nodes):
        place = case.places.get(n)
        if not isinstance(node.value, When) or node.value.governor != case.node(k).head or n not in case.held:
            continue
        other = case.passage.node(place).value if place is not None else None
        if place is None or not isinstance(other, When) or not _spans(other):
            continue
        reading = case.passage.readings[place.reading]
        if reading.sentence[other.governor].lemma in LASTS and _same_subject(
            case, k, reading, other.governor
        ):
            case.findings[k] = []
            there = reading.sentence[other.governor].text
            case.add(k, Finding("word.edge", Relation.ENTAILS, case.reading.text(case.node(k)), there))


def _lasted(case: Case, k: int, value: Quantity) -> None:
    """A length of time that the statement's subject is said to last."""
    verb = value.governor
    if verb is None or value.role != "value" or value.interval is None or value.per:
        return
    lemma = case.reading.sentence[verb].lemma
    if lemma not in LASTS | {"be"} and not _told(case, verb):
        return
    for place in _met_subjects(case, verb):
        reading = case.passage.readings[place.reading]
        if not _all_of_it(case, verb, k):
            return
        for dimension, lengths, text in _lengths(case, reading, case.passage.node(place).head, lemma):
            if dimension == value.dimension and all(value.interval.contains(length) for length in lengths):
                case.findings[k] = []
                case.add(
                    k, Finding("quantity.derived", Relation.ENTAILS, value.text, text, "from end to end")
                )
                case.places[k] = place
                _held_verb(case, verb, text)
                return


def _told(case: Case, verb: int) -> bool:
    """Whether the evidence has the statement's own verb: "led the choir from 1990 to 2003", "led it for 13 years"."""
    k = case.reading.at.get(verb)
    return k is not None and k in case.held and case.met(k) is not None and case.node(k).pos == "v"


def _bare(value: Quantity) -> bool:
    """A bare number, which may be an age: "was 64 when she died"."""
    return value.dimension == "count" and value.head is None and not value.unit and value.form == "exact"


def _all_of_it(case: Case, verb: int, length: int) -> bool:
    """Whether all that the statement hangs on a verb, but the length, is accounted for."""
    beside = (case.reading.at.get(c) for _, c in case.reading.graph.fillers(verb))
    return all(n in case.held for n in beside if n is not None and n != length and case.account.weight(n))


def _held_verb(case: Case, verb: int, text: str) -> None:
    k = case.reading.at.get(verb)
    if k is not None and k not in case.held:
        case.add(k, Finding("word.edge", Relation.ENTAILS, case.reading.text(case.node(k)), text))


def _met_subjects(case: Case, verb: int) -> list[Place]:
    nodes = (case.reading.at.get(c) for r, c in case.reading.graph.fillers(verb) if r in SUBJECTS)
    met = (case.met(n) for n in nodes if n is not None and n in case.held)
    return [place for place in met if place is not None and case.own(place)]


Length = tuple[str, tuple[Decimal, ...], str]  # dimension, the figures its ends may come to, the words


def _lengths(case: Case, reading: Reading, subject: int, verb: str) -> Iterator[Length]:
    """The lengths that a sentence gives what a token names: seconds for a duration, months for calendar time.

    verb: the lemma of what the statement says lasted so long.
    """
    every = [n.value for n in reading.nodes if isinstance(n.value, When)]
    whens = [w for w in every if _of(reading, w.governor, subject) and _so(case, reading, w.governor)]
    for when in (w for w in whens if _verb(reading.sentence, w.governor) in LASTS | {"be", verb}):
        if when.bound is Bound.SPAN and when.period is not None and when.end is not None:
            yield from _between(when.period, when.end, when.text)
        if when.clock is not None and when.clock.end:
            yield from _hours(when.clock.readings, when.clock.end, when.text)
    for begun in (w for w in whens if reading.sentence[w.governor].lemma in BEGINS):
        for ended in (w for w in whens if reading.sentence[w.governor].lemma in ENDS):
            text = f"{begun.text} … {ended.text}"
            if begun.clock is not None and ended.clock is not None and begun.period == ended.period:
                yield from _hours(begun.clock.readings, ended.clock.readings, text)
            elif (
                begun.period is not None
                and ended.period is not None
                and begun.bound is ended.bound is Bound.ON
            ):
                yield from _between(begun.period, ended.period, text)


def _verb(sentence: Sentence, governor: int) -> str:
    """The lemma of the verb that a time hangs from, through what it says somebody is."""
    token = sentence[governor]
    return sentence[token.head].lemma if token.dep in {"attr", "acomp"} else token.lemma


def _so(case: Case, reading: Reading, verb: int) -> bool:
    """Whether a verb is affirmed as a fact, and the statement drops nothing that it has beside its dates."""
    context = reading.contexts[verb]
    if context.polarity < 0 or context.strength < Strength.FACT:
        return False
    places = [case.places.get(k) or case.met(k) for k in case.held]
    met = {at.node for at in places if at is not None and case.passage.readings[at.reading] is reading}
    beside = (reading.at.get(c) for r, c in reading.graph.fillers(verb) if r.startswith("prep_") or r in TOLD)
    return all(n in met for n in beside if n is not None and reading.nodes[n].kind in {"word", "name"})


def _of(reading: Reading, verb: int, subject: int) -> bool:
    """Whether a token is what a verb, or the verb it is joined to, is said of."""
    return any(c == subject for r, c in reading.graph.fillers(verb) if r in SUBJECTS)


def _between(first: Period, last: Period, text: str) -> Iterator[Length]:
    """From one day, month or year to another."""
    if first.unit == last.unit == "year" and first.years is not None and last.years is not None:
        if first.part is None and last.part is None and last.years.lo > first.years.hi:
            yield "calendar", (Decimal(_MONTHS * (last.years.lo - first.years.lo)),), text
    elif first.unit == last.unit == "day":
        ends = (
            (first.days, last.days)
            if first.days is not None and last.days is not None
            else (first.part, last.part)
        )
        if (
            ends[0] is not None
            and ends[1] is not None
            and ends[0].lo == ends[0].hi < ends[1].lo == ends[1].hi
        ):
            days = ends[1].lo - ends[0].lo
            yield "duration", (Decimal(days * _DAY), Decimal((days + 1) * _DAY)), text


def _hours(first: Sequence[Extent], last: Sequence[Extent], text: str) -> Iterator[Length]:
    """From one time of day to another; where their halves of the day are open, the shortest way."""
    points = [(a.lo, b.lo) for a in first for b in last if a.lo == a.hi and b.lo == b.hi]
    minutes = [(b - a) % _HALF_DAY if len(first) + len(last) > 2 else b - a for a, b in points]
    if minutes and min(minutes) > 0:
        yield "duration", (Decimal(min(minutes) * _MINUTE),), text


def _spans(when: When) -> bool:
    return when.bound is Bound.SPAN or (when.clock is not None and when.clock.bound is Bound.SPAN)


def _same_subject(case: Case, k: int, reading: Reading, verb: int) -> bool:
    """Whether what the statement's verb is said of is what the evidence's is said of."""
    return any(
        case.passage.readings[place.reading] is reading and _of(reading, verb, case.passage.node(place).head)
        for place in _met_subjects(case, case.node(k).head)
    )
