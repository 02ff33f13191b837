"""Two calendar periods compared part by part: what both state may contradict, what is implied may only entail."""

from __future__ import annotations

from typing import NamedTuple

from claimcheck.dimensions.date.civil import civil, weekday
from claimcheck.dimensions.date.extent import Extent, disjoint_round, inside_round
from claimcheck.dimensions.date.holiday import holiday_day, is_holiday
from claimcheck.dimensions.date.resolve import part_of, years_of
from claimcheck.dimensions.date.value import Period
from claimcheck.dimensions.date.words import SEASONS
from claimcheck.finding import Relation


class Outcome(NamedTuple):
    """A relation with the rule that gives it."""

    relation: Relation
    rule: str
    note: str = ""

    @property
    def entails(self) -> bool:
        return self.relation is Relation.ENTAILS


EQUAL = Outcome(Relation.ENTAILS, "date.equal")
INSIDE = Outcome(Relation.ENTAILS, "date.inside")
IMPLIED = Outcome(Relation.ENTAILS, "date.implied", "resolved from the date of the text")
OUTSIDE = Outcome(Relation.CONTRADICTS, "date.outside")
OPEN = Outcome(Relation.UNDETERMINED, "date.undetermined")
WEEKDAY = Outcome(Relation.CONTRADICTS, "date.weekday")

# What one part of the statement meets in the evidence.
_HELD, _HELD_IMPLIED, _BROKEN, _UNKNOWN = "held", "held by what is implied", "broken", "unknown"


def relate_periods(evidence: Period, statement: Period) -> Outcome:
    """The outcome for an event in each period."""
    if evidence.fiscal or statement.fiscal:
        return _fiscal(evidence, statement)
    if _same(evidence, statement):
        return EQUAL
    if _weekdays_differ(evidence, statement):
        return WEEKDAY
    if evidence.days is not None and statement.days is not None and evidence.fixed and statement.fixed:
        if evidence.days.disjoint(statement.days) and not _season_edge(evidence, statement):
            return OUTSIDE
        if evidence.days.inside(statement.days) and _label_held(evidence, statement) is not _BROKEN:
            return EQUAL if evidence.days == statement.days else INSIDE
    return _by_parts(evidence, statement)


def _same(evidence: Period, statement: Period) -> bool:
    """Everything stated is stated alike."""
    one = (evidence.years, evidence.part, evidence.weekday, evidence.monthday, evidence.label)
    other = (statement.years, statement.part, statement.weekday, statement.monthday, statement.label)
    if one != other:
        return False
    if evidence.stated:
        return True
    return evidence.days is not None and evidence.days == statement.days


def _weekdays_differ(evidence: Period, statement: Period) -> bool:
    return None not in (evidence.weekday, statement.weekday) and evidence.weekday != statement.weekday


def _fiscal(evidence: Period, statement: Period) -> Outcome:
    """Fiscal years compare only with fiscal years, in the same words."""
    if not (evidence.fiscal and statement.fiscal):
        return Outcome(Relation.UNDETERMINED, "date.undetermined", "a fiscal year is not the calendar's")
    if (
        evidence.years is not None
        and statement.years is not None
        and evidence.years.disjoint(statement.years)
    ):
        return OUTSIDE
    if evidence.label != statement.label:
        both = evidence.label and statement.label and evidence.unit == statement.unit
        if both:
            return OUTSIDE
        return INSIDE if not statement.label and evidence.years == statement.years else OPEN
    return EQUAL if evidence.years == statement.years else INSIDE if statement.years is None else OPEN


def _by_parts(evidence: Period, statement: Period) -> Outcome:
    met = [
        outcome
        for outcome in (
            _years_met(evidence, statement),
            _part_met(evidence, statement),
            _weekday_met(evidence, statement),
            _monthday_met(evidence, statement),
        )
        if outcome is not None
    ]
    if _BROKEN in met:
        return OUTSIDE
    if not met:
        return _by_days(evidence, statement)
    if _UNKNOWN in met:
        return IMPLIED if _by_days(evidence, statement).entails and _states_a_day(statement) else OPEN
    return IMPLIED if _HELD_IMPLIED in met else INSIDE


def _states_a_day(statement: Period) -> bool:
    return statement.fixed and not is_holiday(statement.label) and statement.label not in SEASONS


def _by_days(evidence: Period, statement: Period) -> Outcome:
    """Where the statement states no part of its own ("last month"): only what is resolved can hold it."""
    if evidence.days is None or statement.days is None:
        return OPEN
    return IMPLIED if evidence.days.inside(statement.days) else OPEN


def _years_met(evidence: Period, statement: Period) -> str | None:
    if statement.years is None:
        return None
    if evidence.years is not None:
        if evidence.years.disjoint(statement.years) and not _season_edge(evidence, statement):
            return _BROKEN
        return _HELD if evidence.years.inside(statement.years) else _UNKNOWN
    if evidence.days is None:
        return _UNKNOWN
    return _HELD_IMPLIED if years_of(evidence.days).inside(statement.years) else _UNKNOWN


def _season_edge(evidence: Period, statement: Period) -> bool:
    """A winter named by one year may lie in the next or the last."""
    if "winter" not in (evidence.label, statement.label):
        return False
    one, other = evidence.years, statement.years
    return one is None or other is None or not Extent(one.lo - 1, one.hi + 1, one.lo, one.hi).disjoint(other)


def _part_met(evidence: Period, statement: Period) -> str | None:
    part = statement.part
    if part is None:
        return None
    if (label := _label_held(evidence, statement)) is not None:
        return label
    if evidence.part is not None:
        if inside_round(evidence.part, part):
            return _HELD
        if disjoint_round(evidence.part, part):
            # Which months a season has depends on the hemisphere.
            return _UNKNOWN if _is_season(evidence) or _is_season(statement) else _BROKEN
        return _UNKNOWN
    if evidence.days is None:
        return _UNKNOWN
    implied = part_of(evidence.days)
    return _HELD_IMPLIED if implied is not None and inside_round(implied, part) else _UNKNOWN


def _is_season(period: Period) -> bool:
    return period.label in SEASONS


def _label_held(evidence: Period, statement: Period) -> str | None:
    """Seasons and movable holidays by name; None where the days have to tell."""
    if not statement.label:
        return None
    if evidence.label == statement.label:
        return _HELD if evidence.part == statement.part else None
    if _is_season(evidence) and _is_season(statement):
        return _BROKEN
    if not is_holiday(statement.label) or evidence.days is None or not evidence.days.single:
        return None
    if statement.part is not None and statement.part.single:  # always the same day: the part tells
        return None
    day = holiday_day(statement.label, civil(evidence.days.lo)[0])
    if day is None:
        return None
    if day == evidence.days.lo:
        return _HELD if evidence.fixed else _HELD_IMPLIED
    return _BROKEN if evidence.fixed else _UNKNOWN


def _weekday_met(evidence: Period, statement: Period) -> str | None:
    if statement.weekday is None:
        return None
    if evidence.weekday is not None:
        return _HELD
    if evidence.days is None or not evidence.days.single or weekday(evidence.days.lo) != statement.weekday:
        return _UNKNOWN
    return _HELD_IMPLIED


def _monthday_met(evidence: Period, statement: Period) -> str | None:
    day = statement.monthday
    if day is None:
        return None
    if evidence.monthday is not None:
        return _HELD if evidence.monthday == day else _BROKEN
    if evidence.part is not None and evidence.part.single:
        return _HELD if civil(evidence.part.lo)[2] == day else _BROKEN
    if evidence.days is None or not evidence.days.single:
        return _UNKNOWN
    return _HELD_IMPLIED if civil(evidence.days.lo)[2] == day else _UNKNOWN
