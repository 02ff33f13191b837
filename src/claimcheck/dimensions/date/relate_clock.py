"""Two times of day compared, zones converted exactly."""

from __future__ import annotations

from itertools import product

from claimcheck.dimensions.date.civil import civil
from claimcheck.dimensions.date.extent import Extent
from claimcheck.dimensions.date.relate_period import Outcome
from claimcheck.dimensions.date.value import Bound, Clock, Period
from claimcheck.dimensions.date.window import window
from claimcheck.dimensions.date.words import US_ZONES
from claimcheck.finding import Relation

DAY = 1440
_INSIDE = Outcome(Relation.ENTAILS, "time.inside")
_OUTSIDE = Outcome(Relation.CONTRADICTS, "time.outside")
_OPEN = Outcome(Relation.UNDETERMINED, "time.undetermined")
_SLACK = 15  # minutes "around" reaches
_CLOSE_SLACK = 5  # the same, of a time not told in quarters of an hour
_ROUNDING = 10  # "7 a.m." said of 7:05


def relate_clocks(one: Clock, other: Clock, day: Period | None, other_day: Period | None) -> Outcome:
    """The outcome for the evidence's time and the statement's, on the days they name, where they do."""
    shift = _shift(one, other, day, other_day)
    if shift is None:
        return Outcome(Relation.UNDETERMINED, "time.undetermined", "the zones cannot be converted")
    if (
        one.unit == other.unit == "daypart"
        and one.label == other.label
        and one.bound is other.bound
        and not shift
    ):
        return _INSIDE
    apart = _days_apart(day, other_day)
    shift += DAY * (apart or 0)
    outcomes = [
        _relate(one, other, a, b, shift, anchored=apart is not None)
        for a, b in product(range(len(one.readings)), range(len(other.readings)))
    ]
    return _of_readings(outcomes, len(other.readings), _one_zone(one, other))


def _of_readings(outcomes: list[Outcome], theirs: int, certain: bool) -> Outcome:
    """Every reading of the evidence has to lie in one of the statement's; all have to clash for a contradiction."""
    rows = [outcomes[k : k + theirs] for k in range(0, len(outcomes), theirs)]
    if all(any(outcome.entails for outcome in row) for row in rows):
        return next(outcome for outcome in rows[0] if outcome.entails)
    if all(outcome.relation is Relation.CONTRADICTS for outcome in outcomes):
        if certain or outcomes[0].note != "whole half-hours":
            return _OUTSIDE
        return Outcome(Relation.UNDETERMINED, "time.undetermined", "only one states its zone")
    return _OPEN


def _one_zone(one: Clock, other: Clock) -> bool:
    """Both zones are known, or neither is stated."""
    return bool(one.zone) == bool(other.zone)


def _relate(one: Clock, other: Clock, a: int, b: int, shift: int, *, anchored: bool) -> Outcome:
    inner, outer = _minutes(one, a, shift), _minutes(other, b, 0)
    turns = (0,) if anchored else (-DAY, 0, DAY)
    if other.bound in (Bound.BEFORE, Bound.BY, Bound.AFTER) and one.bound not in (Bound.SPAN,):
        turns = (0,) if not shift else turns
    if one.end and not other.end and other.bound is Bound.ON:
        return _span_point(one, other, a, b, shift, turns)
    if any(inner.shifted(turn).inside(outer) for turn in turns):
        return _OPEN if other.bound is Bound.SPAN and not one.end else _INSIDE
    if all(inner.shifted(turn).disjoint(outer) for turn in turns):
        return _clash(one, other, inner, outer)
    return _OPEN


def _span_point(one: Clock, other: Clock, a: int, b: int, shift: int, turns: tuple[int, ...]) -> Outcome:
    """A span entails its first moment; whether it does a later one depends on what it is a span of."""
    point, start = other.readings[b], one.readings[a].shifted(shift)
    if any(start.shifted(turn).inside(point) for turn in turns):
        return Outcome(Relation.ENTAILS, "time.inside", "the span begins then")
    whole = _minutes(one, a, shift)
    if all(whole.shifted(turn).disjoint(point) for turn in turns):
        return _clash(one, other, whole, point)
    return _OPEN


def _clash(one: Clock, other: Clock, inner: Extent, outer: Extent) -> Outcome:
    gap = max(outer.lo - inner.hi, inner.lo - outer.hi)
    if gap <= _ROUNDING and "hour" in (one.unit, other.unit) and one.bound is other.bound is Bound.ON:
        return _OPEN
    return Outcome(_OUTSIDE.relation, _OUTSIDE.rule, "" if gap % 30 else "whole half-hours")


def _minutes(clock: Clock, k: int, shift: int) -> Extent:
    reading = clock.readings[k]
    end = clock.end[min(k, len(clock.end) - 1)] if clock.end else None
    return window(clock.bound, reading, end, _slack(clock, reading)).shifted(shift)


def _slack(clock: Clock, reading: Extent) -> int:
    """ "About 9:20" is told more closely than "about half past nine"."""
    return _CLOSE_SLACK if clock.unit == "minute" and reading.lo % _SLACK else _SLACK


def _shift(one: Clock, other: Clock, day: Period | None, other_day: Period | None) -> int | None:
    """Minutes from the evidence's zone to the statement's; 0 where one of them states none; None if unknown."""
    if not one.zone or not other.zone or one.zone == other.zone:
        if one.offset is not None and other.offset is not None:
            return other.offset - one.offset
        return 0
    from_utc, to_utc = _offset(one, day or other_day), _offset(other, other_day or day)
    return None if from_utc is None or to_utc is None else to_utc - from_utc


def _offset(clock: Clock, period: Period | None) -> int | None:
    if clock.offset is not None or clock.zone not in US_ZONES:
        return clock.offset
    if period is None or period.days is None or not period.days.single:
        return None
    month = civil(period.days.lo)[1]
    if month in (3, 11):  # the clocks change in these
        return None
    return US_ZONES[clock.zone] + (60 if 4 <= month <= 10 else 0)


def _days_apart(day: Period | None, other: Period | None) -> int | None:
    """Days from the statement's day to the evidence's; None where either names no single day."""
    if day is None or other is None or day.days is None or other.days is None:
        return None
    if not (day.fixed and other.fixed) and day.weekday is not None and day.weekday == other.weekday:
        return 0  # the same day by name: what was resolved for either is no reason to part them
    return day.days.lo - other.days.lo if day.days.single and other.days.single else None
