"""When a thing happened, by another event of it and the time between: "went bankrupt two years later".

Years are counted as calendars do; a year more or less is within what two years without their days leave open.
"""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from typing import Final

from claimcheck.align import Place
from claimcheck.case import Case
from claimcheck.dimensions.date import When
from claimcheck.dimensions.date.value import Bound
from claimcheck.dimensions.quantity import Quantity
from claimcheck.finding import Finding, Relation
from claimcheck.life_events import BEGUN, SUBJECTS, as_fact, events, said_of, tokens
from claimcheck.reading import Reading

TAKING: Final = frozenset({"take", "last", "run", "continue", "go"})
OVER: Final = frozenset({"finish", "complete", "end", "conclude", "close"})
_MONTHS: Final = Decimal(12)
_HUNDREDTHS: Final = 100


def account(case: Case) -> None:
    """Account for years that the statement names, and the evidence lets one count up to."""
    for k, node in enumerate(case.reading.nodes):
        mine = node.value
        if (
            not isinstance(mine, When)
            or k in case.held
            or mine.bound is not Bound.ON
            or mine.offset is not None
        ):
            continue
        if (
            mine.period is None
            or mine.period.years is None
            or mine.period.unit != "year"
            or mine.end is not None
        ):
            continue
        thing = _subject(case, mine.governor)
        if thing is None or not as_fact(case.reading, mine.governor):
            continue
        for year, place, text in _years(case, thing, mine.governor):
            _compare(case, k, mine.period.years.lo - year, place, text)
            break


def _subject(case: Case, verb: int) -> int | None:
    nodes = [case.reading.at.get(c) for r, c in case.reading.graph.fillers(verb) if r in SUBJECTS]
    return next((n for n in nodes if n is not None and case.met(n) is not None), None)


def _years(case: Case, thing: int, verb: int) -> Iterator[tuple[int, Place, str]]:
    """The year that the evidence lets one count up to for the statement's verb, and the words."""
    k = case.reading.at.get(verb)
    met = case.met(k) if k is not None else None
    for r in sorted(case.passage.own):
        reading = case.passage.readings[r]
        about = tokens(case, thing, r)
        for n, node in enumerate(reading.nodes):
            value = node.value
            if isinstance(value, When) and value.offset is not None and value.offset.direction > 0:
                count = value.offset.count
                whole = count.single and value.offset.unit == "year" and not count.lo % _HUNDREDTHS
                same = met is not None and met.reading == r and case.passage.node(met).head == value.governor
                base = _base(case, r, n, value.offset.anchor) if whole and same else None
                if base is not None and as_fact(reading, value.governor):
                    yield base[0] + count.lo // _HUNDREDTHS, Place(r, n), f"{base[1]} … {value.text}"
            elif isinstance(value, Quantity) and _taken(reading, value, about) and _over(case, verb):
                yield from _from_the_start(case, thing, Place(r, n), value)


def _base(case: Case, r: int, n: int, anchor: int | None) -> tuple[int, str] | None:
    """The year that a distance in time is counted from: that of the event named, or the one told last before."""
    found: tuple[int, str] | None = None
    for at, reading in enumerate(case.passage.readings[: r + 1]):
        for m, node in enumerate(reading.nodes):
            value = node.value
            if not isinstance(value, When) or value.period is None or value.period.years is None:
                continue
            named = anchor is not None and at == r and value.governor == anchor
            told = anchor is None and (at, m) < (r, n)
            single = value.bound is Bound.ON and value.end is None and value.period.fixed
            if (named or told) and single:
                found = (value.period.years.lo, value.text)
    return found


def _taken(reading: Reading, value: Quantity, about: frozenset[int]) -> bool:
    """ "Took six years"."""
    verb = value.governor
    if value.dimension != "calendar" or verb is None or value.interval is None or not value.interval.is_point:
        return False
    whole = value.interval.low is not None and not value.interval.low % _MONTHS
    return whole and reading.sentence[verb].lemma in TAKING and said_of(reading, verb, about)


def _over(case: Case, verb: int) -> bool:
    return case.reading.sentence[verb].lemma in OVER


def _from_the_start(
    case: Case, thing: int, place: Place, value: Quantity
) -> Iterator[tuple[int, Place, str]]:
    assert value.interval is not None
    assert value.interval.low is not None
    begun = [e for e in events(case, thing) if e.words & BEGUN and e.period.years is not None]
    if len(begun) == 1 and begun[0].period.years is not None:
        year = begun[0].period.years.lo + int(value.interval.low / _MONTHS)
        yield year, place, f"{begun[0].when.text} … {value.text}"


def _compare(case: Case, k: int, apart: int, place: Place, text: str) -> None:
    if abs(apart) == 1:
        return
    node = case.node(k)
    mine = node.value
    assert isinstance(mine, When)
    others = [n for n in range(len(case.reading.nodes)) if n != k and case.account.weight(n)]
    verb = case.reading.at.get(mine.governor)
    if any(n not in case.held and n != verb for n in others):
        return
    relation = Relation.CONTRADICTS if apart else Relation.ENTAILS
    rule = "date.outside" if apart else "date.inside"
    case.findings[k] = []
    case.add(k, Finding(rule, relation, mine.text, text, "counted on", node.words))
    case.places[k] = place
    if verb is not None and verb not in case.held:
        case.findings[verb] = []
        here = case.reading.text(case.node(verb))
        case.add(verb, Finding("word.edge", Relation.ENTAILS, here, text, "", case.node(verb).words))
