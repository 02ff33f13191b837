"""How old somebody was when they died, by the dates that the evidence gives of their birth and of their death."""

from __future__ import annotations

from decimal import Decimal
from typing import Final

from claimcheck.case import Case
from claimcheck.dimensions.date import When
from claimcheck.dimensions.date.value import Bound
from claimcheck.dimensions.interval import Interval
from claimcheck.dimensions.quantity import Quantity
from claimcheck.finding import Finding, Relation
from claimcheck.reading import Reading

_MONTHS: Final = Decimal(12)  # in a year: ages are counted in months
_SUBJECTS: Final = frozenset({"agent", "subject", "patient"})


def account(case: Case, k: int, value: Quantity) -> None:
    """Compare an age at death with the years between the two dates."""
    sentence = case.reading.sentence
    dying = next((t.i for t in sentence if t.lemma == "die" and t.pos == "VERB"), None)
    if dying is None or value.interval is None or value.role != "value":
        return
    subjects = [case.reading.at.get(c) for r, c in case.reading.graph.fillers(dying) if r in _SUBJECTS]
    for n in subjects:
        place = case.met(n) if n is not None else None
        if place is None or not case.own(place):
            continue
        reading = case.passage.readings[place.reading]
        ages = _ages(reading, case.passage.node(place).head)
        if ages is None:
            continue
        low, high, text = ages
        unit = Decimal(1) if value.dimension == "count" else _MONTHS
        _compare(case, k, value, value.interval, Interval(low * unit, high * unit), text)
        return


def _compare(case: Case, k: int, value: Quantity, said: Interval, real: Interval, text: str) -> None:
    if real.inside(said):
        relation = Relation.ENTAILS
    elif said.below(real) or real.below(said):
        relation = Relation.CONTRADICTS
    else:
        return
    place = next((case.met(n) for n in sorted(case.held) if case.met(n) is not None), None)
    if place is None:
        return
    case.findings[k] = []
    case.add(k, Finding("quantity.derived", relation, value.text, text, "from birth to death", value.words))
    case.places[k] = place


def _ages(reading: Reading, person: int) -> tuple[int, int, str] | None:
    """The fewest and the most full years between the birth and the death of whom a token names, and the words."""
    whens = [n.value for n in reading.nodes if isinstance(n.value, When) and n.value.bound is Bound.ON]
    born = next((w for w in whens if _of(reading, w.governor, person, "bear")), None)
    died = next((w for w in whens if _of(reading, w.governor, person, "die")), None)
    if born is None or died is None or born.period is None or died.period is None:
        return None
    first, last, text = born.period, died.period, f"{born.text} … {died.text}"
    if first.days is not None and last.days is not None and first.days.lo < last.days.lo:
        low = int((last.days.lo - first.days.hi) / 365.2425)
        return low, int((last.days.hi - first.days.lo) / 365.2425), text
    if first.years is not None and last.years is not None and first.years.lo < last.years.lo:
        years = last.years.lo - first.years.lo
        return years - 1, years, text
    return None


def _of(reading: Reading, verb: int, person: int, lemma: str) -> bool:
    token = reading.sentence[verb]
    same = token.lemma == lemma or (lemma == "bear" and token.lower == "born")
    return same and any(c == person for r, c in reading.graph.fillers(verb) if r in _SUBJECTS)
