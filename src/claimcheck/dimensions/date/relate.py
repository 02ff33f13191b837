"""How a date, time or offset of the evidence bears on one of the statement."""

from __future__ import annotations

from dataclasses import replace

from claimcheck.dimensions.date.civil import weekday
from claimcheck.dimensions.date.extent import Extent
from claimcheck.dimensions.date.relate_bounds import Dated, bounded_periods
from claimcheck.dimensions.date.relate_clock import relate_clocks
from claimcheck.dimensions.date.relate_offset import relate_offsets
from claimcheck.dimensions.date.relate_period import EQUAL, Outcome, relate_periods
from claimcheck.dimensions.date.value import Bound, Period, When
from claimcheck.dimensions.date.window import window
from claimcheck.finding import Finding, Relation

_NOON = Extent(720, 720, 720, 720)  # minutes


def relate(evidence: When, statement: When) -> Finding:
    """The relation of two expressions that fill the same slot of one frame.

    Entails (date.equal, date.inside, date.implied, time.inside, offset.inside) when all that the evidence may mean
    lies within the statement; contradicts (date.outside, date.weekday, time.outside, offset.outside,
    offset.direction) when what both state excludes one another; else undetermined. An implied part never contradicts.
    """
    evidence, statement = _moments(*_aim(*_counted(evidence, statement)))
    outcome = _outcome(evidence, statement)
    if outcome.entails and _one_moment(evidence, statement):
        outcome = EQUAL
    return Finding(
        rule=outcome.rule,
        relation=outcome.relation,
        statement=statement.text,
        evidence=evidence.text,
        note=outcome.note,
        words=tuple(range(statement.start, statement.stop)),
        evidence_words=tuple(range(evidence.start, evidence.stop)),
    )


def begin(when: When) -> When:
    """The first end of a range, as a date of its own; a `when` that is no range, unchanged."""
    return _end(when, first=True)


def finish(when: When) -> When:
    """The last end of a range, as a date of its own; a `when` that is no range, unchanged."""
    return _end(when, first=False)


def covers(span: When, point: When) -> bool:
    """Whether a state that lasts through `span` holds at all of `point`: dates where both have them, else clocks.

    For callers that know the predicate to be a state ("offline from 06:00 to 08:00" covers "at 07:30").
    """
    if span.end is None and span.clock is not None and point.clock is not None and span.clock.end:
        day = span.period is None or point.period is None or relate_periods(point.period, span.period).entails
        return (
            day and relate_clocks(point.clock, replace(span.clock, bound=Bound.BETWEEN), None, None).entails
        )
    if span.period is None or point.period is None:
        return False
    if span.end is None:
        if span.period.days is None or point.period.days is None:
            return False
        inner = window(Bound.BETWEEN, point.period.days, point.end.days if point.end else None)
        return inner.inside(window(span.bound, span.period.days))
    if span.period.days is not None and span.end.days is not None and point.period.days is not None:
        edge = span.clock is not None  # on its first and last day it holds for some hours only
        first, last = span.period.days.hi + edge, span.end.days.lo - edge
        return first <= point.period.days.lo and point.period.days.hi <= last
    return _weekday_between(span, point)


def _weekday_between(span: When, point: When) -> bool:
    """ "From Friday to Monday" covers a Sunday, whatever the date."""
    assert span.period is not None
    assert span.end is not None
    assert point.period is not None
    first, last, day = (_weekday(period) for period in (span.period, span.end, point.period))
    if first is None or last is None or day is None or point.period.stated != {"weekday"}:
        return False
    edge = span.clock is not None
    return edge <= (day - first) % 7 <= (last - first) % 7 - edge


def _weekday(period: Period) -> int | None:
    if period.weekday is not None:
        return period.weekday
    return weekday(period.days.lo) if period.days is not None and period.days.single else None


def _end(when: When, *, first: bool) -> When:
    period: Period | None = when.period if first or when.end is None else when.end
    clock = when.clock
    if clock is not None and clock.end:
        clock = replace(clock, readings=clock.readings if first else clock.end, end=(), bound=Bound.ON)
    bound = Bound.ON if when.end is not None else when.bound
    return replace(when, period=period, end=None, clock=clock, bound=bound)


def _aim(evidence: When, statement: When) -> tuple[When, When]:
    """A life span against a birth or a death: the end it is about."""
    if evidence.vital == "life" and statement.vital in ("born", "died"):
        return _end(evidence, first=statement.vital == "born"), statement
    return evidence, statement


def _counted(evidence: When, statement: When) -> tuple[When, When]:
    """Two distances compare as such; against a date, a distance is the date it comes to, where the text gives that."""
    if evidence.offset is not None and statement.offset is not None:
        return evidence, statement
    found = (replace(w, offset=None) if w.period is not None else w for w in (evidence, statement))
    return next(found), next(found)


def _moments(evidence: When, statement: When) -> tuple[When, When]:
    """ "By Sunday noon": on that day the hour decides, on another the day."""
    if Bound.BY not in {evidence.bound, statement.bound} or evidence.clock is None or statement.clock is None:
        return evidence, statement
    one, other = evidence.period, statement.period
    if one is None or other is None or evidence.end is not None or statement.end is not None:
        return evidence, statement
    if relate_periods(one, other).entails:
        return _by_the_hour(evidence), _by_the_hour(statement)
    return replace(evidence, clock=None), replace(statement, clock=None)


def _one_moment(evidence: When, statement: When) -> bool:
    """Whether both say "by" the same hour of the same day."""
    clocks = evidence.clock, statement.clock
    return clocks[0] is not None and clocks[0] == clocks[1] and clocks[0].bound is Bound.BY


def _by_the_hour(when: When) -> When:
    if when.bound is not Bound.BY or when.clock is None or when.clock.bound is not Bound.ON:
        return when
    clock = when.clock if when.clock.label != "midday" else replace(when.clock, readings=(_NOON,), label="")
    return replace(when, bound=Bound.ON, clock=replace(clock, bound=Bound.BY))


def _outcome(evidence: When, statement: When) -> Outcome:
    if evidence.offset is not None or statement.offset is not None:
        if evidence.offset is None or statement.offset is None:
            return Outcome(
                Relation.UNDETERMINED, "offset.undetermined", "only one is counted from another event"
            )
        return _worst(relate_offsets(evidence.offset, statement.offset), _clock_outcome(evidence, statement))
    if statement.period is None and statement.clock is None:
        return Outcome(Relation.UNDETERMINED, "date.undetermined", "nothing stated")
    if evidence.end is not None and evidence.clock is not None and statement.clock is not None:
        return Outcome(Relation.UNDETERMINED, "time.undetermined", "a span of days, from one time to another")
    if _across_midnight(evidence, statement):
        return _clock_outcome(evidence, statement) or Outcome(Relation.UNDETERMINED, "time.undetermined")
    dates = _date_outcome(evidence, statement)
    if dates is not None and dates.relation is Relation.CONTRADICTS:
        return dates
    return _worst(dates, _clock_outcome(evidence, statement))


def _across_midnight(evidence: When, statement: When) -> bool:
    """Two moments in zones that may put them on different days: compared as minutes, not day by day."""
    if evidence.clock is None or statement.clock is None:
        return False
    if not evidence.clock.zone or not statement.clock.zone or evidence.clock.zone == statement.clock.zone:
        return False
    periods = (evidence.period, statement.period)
    exact = all(period and period.fixed and period.days and period.days.single for period in periods)
    return exact and evidence.bound is statement.bound is Bound.ON


def _date_outcome(evidence: When, statement: When) -> Outcome | None:
    if statement.period is None:
        return None
    if evidence.period is None:
        return Outcome(Relation.UNDETERMINED, "date.undetermined", "the evidence gives no date")
    return bounded_periods(
        Dated(evidence.bound, evidence.period, evidence.end),
        Dated(statement.bound, statement.period, statement.end),
    )


def _clock_outcome(evidence: When, statement: When) -> Outcome | None:
    if statement.clock is None:
        return None
    if evidence.clock is None:
        return Outcome(Relation.UNDETERMINED, "time.undetermined", "the evidence gives no time of day")
    return relate_clocks(evidence.clock, statement.clock, evidence.period, statement.period)


_RANK = {Relation.CONTRADICTS: 0, Relation.UNDETERMINED: 1, Relation.UNSTATED: 2, Relation.ENTAILS: 3}


def _worst(one: Outcome | None, other: Outcome | None) -> Outcome:
    """The outcome that decides: contradicts before undetermined before entails; the clock's, where both entail."""
    if one is None or other is None:
        both = one or other
        return both or Outcome(Relation.UNDETERMINED, "date.undetermined", "nothing to compare")
    if one.relation is other.relation:
        return one if one.rule == "date.implied" else other
    return min(one, other, key=lambda outcome: _RANK[outcome.relation])
