"""Dates with bounds: before, after, by, since, until, between, from … to, around."""

from __future__ import annotations

from dataclasses import replace
from typing import NamedTuple

from claimcheck.dimensions.date.draft import part_days
from claimcheck.dimensions.date.extent import FAR, ROUND, Extent
from claimcheck.dimensions.date.relate_period import (
    EQUAL,
    IMPLIED,
    INSIDE,
    OPEN,
    OUTSIDE,
    Outcome,
    relate_periods,
)
from claimcheck.dimensions.date.value import NONE, Bound, Period
from claimcheck.dimensions.date.window import day_slack, window
from claimcheck.finding import Relation


class Dated(NamedTuple):
    """A date with its bound; `end` closes a range."""

    bound: Bound
    period: Period
    end: Period | None = None


_HALF_YEAR = 183
_SPANS = frozenset({Bound.SPAN, Bound.BETWEEN})
_STATES = frozenset({Bound.SINCE, Bound.UNTIL})


def bounded_periods(evidence: Dated, statement: Dated) -> Outcome:
    """The outcome for two dates with their bounds."""
    if evidence.bound is Bound.ON and statement.bound is Bound.ON:
        return relate_periods(evidence.period, statement.period)
    if evidence.bound is statement.bound and evidence.end is None and statement.end is None:
        same = relate_periods(evidence.period, statement.period)
        if same.rule == "date.equal":
            return same
    if evidence.bound in _STATES or statement.bound in _STATES:
        return _states(evidence, statement)
    if evidence.end is not None and statement.end is not None:
        return _spans(evidence, statement)
    if statement.end is not None and evidence.bound is Bound.ON:
        whole = _whole(evidence, statement)
        if whole is not None:
            return whole
    if statement.bound is Bound.SPAN and statement.end is not None:
        outcome = _events(evidence, statement)
        return OPEN if outcome.entails else outcome  # a state has to hold throughout
    if evidence.bound is Bound.SPAN and statement.bound is Bound.ON:
        begins = relate_periods(evidence.period, statement.period)
        if begins.entails and evidence.end is not None:
            return Outcome(Relation.ENTAILS, begins.rule, "the span begins then")
    return _events(evidence, statement)


def _states(evidence: Dated, statement: Dated) -> Outcome:
    """A state that began or ended then: its end compares with the like end of another state only."""
    if statement.bound is Bound.SINCE and evidence.bound in (Bound.SINCE, Bound.SPAN):
        outcome = relate_periods(evidence.period, statement.period)
        # What has gone on since August may be counted since July as well.
        return outcome if outcome.entails else OPEN
    if statement.bound is Bound.UNTIL and evidence.bound in (Bound.UNTIL, Bound.SPAN):
        return relate_periods(evidence.end or evidence.period, statement.period)
    if evidence.bound is Bound.UNTIL and statement.bound is Bound.SPAN and statement.end is not None:
        outcome = relate_periods(evidence.period, statement.end)
        return OPEN if outcome.entails else outcome
    return OPEN


def _spans(evidence: Dated, statement: Dated) -> Outcome:
    """Two ranges, end by end: one whose ends hold is entailed; one that outruns or shares an end and differs is not."""
    if evidence.end is None or statement.end is None:
        return OPEN
    first, last = (
        relate_periods(evidence.period, statement.period),
        relate_periods(evidence.end, statement.end),
    )
    if first.entails and last.entails:
        return min(
            first, last, key=lambda outcome: ("date.implied", "date.inside", "date.equal").index(outcome.rule)
        )
    events = _events(evidence, statement)
    if (
        statement.bound is Bound.BETWEEN
        or evidence.bound is Bound.BETWEEN
        or events.relation is Relation.CONTRADICTS
    ):
        return events if statement.bound is Bound.BETWEEN or not events.entails else OPEN
    broken = [outcome for outcome in (first, last) if outcome.relation is Relation.CONTRADICTS]
    if len(broken) == 1 and (first.entails or last.entails):
        return broken[0]
    if len(broken) == 2 and _outruns(evidence, statement):
        return OUTSIDE
    return OPEN


_EDGE = 3  # days by which the ends of a span may be off the period it is another name for


def _whole(evidence: Dated, statement: Dated) -> Outcome | None:
    """ "From January to March" is the first quarter; "from the end of March to the end of June" the second."""
    one, other = (evidence, statement) if _window(statement) else (None, None)
    fixed = _fixed(evidence) and _fixed(statement)
    if not fixed:
        one, other = _placed(evidence, statement), _placed(statement, evidence)
    if one is None or other is None or other.end is None:
        return None
    days, first, last = one.period.days, other.period.days, other.end.days
    if days is None or first is None or last is None:
        return None
    if first.lo > last.hi:  # "from the end of December to the end of March", the year unsaid
        first = first.shifted(-ROUND)
    begins = abs(days.lo - first.lo) <= _EDGE or (not first.exact and first.lo <= days.lo <= first.hi + 1)
    if not begins or abs(days.hi - last.hi) > _EDGE:
        return None
    return EQUAL if fixed else IMPLIED if evidence.period.years != statement.period.years else EQUAL


def _outruns(evidence: Dated, statement: Dated) -> bool:
    """The statement's span reaches past the evidence's."""
    inner, outer = _window(statement), _window(evidence)
    return inner is not None and outer is not None and (inner.lo < outer.lo or inner.hi > outer.hi)


def _window(when: Dated) -> Extent | None:
    days, end = when.period.days, when.end.days if when.end is not None else None
    if days is None or (when.end is not None and end is None):
        return None
    slack = day_slack(days, when.period.unit) if when.bound is Bound.AROUND else 0
    return window(when.bound, days, end, slack)


def _events(evidence: Dated, statement: Dated) -> Outcome:
    """Containment of the sets of days an event may have."""
    inner, outer = _window(evidence), _window(statement)
    implied = not _fixed(evidence) or not _fixed(statement)
    if inner is not None and outer is not None:
        if inner.inside(outer) and (_fixed(statement) or _near(inner, outer)):
            return IMPLIED if implied else EQUAL if inner == outer else INSIDE
        if not implied:
            return OUTSIDE if inner.disjoint(outer) and not _touching(evidence, statement) else OPEN
    return _in_one_year(evidence, statement)


def _fixed(when: Dated) -> bool:
    return when.period.fixed and (when.end is None or when.end.fixed)


def _touching(evidence: Dated, statement: Dated) -> bool:
    """After 3 March against 3 March itself: later on the same day is not excluded."""
    one, other = evidence.period.days, statement.period.days
    if one is None or other is None or Bound.AROUND in (evidence.bound, statement.bound):
        return False
    return one == other and one.single and Bound.AFTER in (evidence.bound, statement.bound)


def _in_one_year(evidence: Dated, statement: Dated) -> Outcome:
    """Months or days with no year on one side at least, taken as of the same year, where they are near enough to be."""
    if _yearless_event(evidence, statement) or _yearless_event(statement, evidence):
        return OPEN
    one, other = _placed(evidence, statement), _placed(statement, evidence)
    if one is None or other is None:
        return OPEN
    inner, outer = _window(one), _window(other)
    if inner is None or outer is None:
        return OPEN
    if inner.inside(outer) and _near(inner, outer):
        return Outcome(Relation.ENTAILS, "date.inside", "taken as of the same year")
    if inner.disjoint(outer) and _gap(inner, outer) < _HALF_YEAR and not _touching(one, other):
        return OUTSIDE
    return OPEN


def _yearless_event(one: Dated, other: Dated) -> bool:
    """ "In May" against "before April 2021": which May, nobody says."""
    return one.bound is Bound.ON and one.period.years is None and other.period.years is not None


def _near(inner: Extent, outer: Extent) -> bool:
    """An event less than half a year from the bound; further off, it may be another year's."""
    if outer.lo == -FAR and inner.hi > -FAR:
        return inner.lo == -FAR or outer.core_hi - inner.lo < _HALF_YEAR
    if outer.hi == FAR and inner.lo < FAR:
        return inner.hi == FAR or inner.hi - outer.core_lo < _HALF_YEAR
    return True


def _gap(one: Extent, other: Extent) -> int:
    return max(other.lo - one.hi, one.lo - other.hi)


def _placed(when: Dated, other: Dated) -> Dated | None:
    """The same with its days in the year the other states, or in any one year where neither does."""
    if when.period.years is not None and when.period.years.single:
        year = when.period.years.lo
    elif when.period.years is None and other.period.years is None:
        year = 2000
    elif when.period.years is None and other.period.years is not None and other.period.years.single:
        year = other.period.years.lo
    else:
        return None
    first = _in(when.period, year)
    last = _in(when.end, year) if when.end is not None else None
    if first is None or (when.end is not None and last is None):
        return None
    return Dated(when.bound, first, last)


def _in(period: Period, year: int) -> Period | None:
    if period.part is None or (period.years is not None and period.years.lo != year):
        return None
    return replace(period, days=part_days(period.part, year), implied=NONE)
