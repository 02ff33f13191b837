"""What a date or time expression means: `When` and its parts."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from claimcheck.dimensions.date.extent import FAR, Extent

NONE: frozenset[str] = frozenset()


class Bound(StrEnum):
    """How an event or state lies to the period named.

    on: somewhere in it; before, after: outside it, on that side; by: in it at the latest; since, until: a state that
    began, ended in it; between: an event somewhere from one period to another; span: a state that lasts from one to
    the other; around: near it; not before: in it at the earliest.
    """

    ON = "on"
    BEFORE = "before"
    AFTER = "after"
    SINCE = "since"
    UNTIL = "until"
    BY = "by"
    BETWEEN = "between"
    SPAN = "span"
    AROUND = "around"
    EARLIEST = "not before"


@dataclass(frozen=True, slots=True)
class Period:
    """One calendar expression: "late March 2021", "Wednesday", "the 1990s".

    days: proleptic ordinals, all parts taken together; None where they cannot be had without a reference date.
    years and part are what the words state: years, and days of a leap year (1 to 366, past it where the part runs
    over the new year). label names a season, a holiday or an anaphor ("that day").
    """

    days: Extent | None = None
    years: Extent | None = None
    part: Extent | None = None
    weekday: int | None = None
    monthday: int | None = None
    label: str = ""
    fiscal: bool = False
    unit: str = "day"
    stated: frozenset[str] = NONE
    implied: frozenset[str] = NONE

    @property
    def fixed(self) -> bool:
        """The words alone give the days."""
        return self.days is not None and not self.implied


@dataclass(frozen=True, slots=True)
class Clock:
    """A time of day, in minutes from midnight of its own zone.

    readings: one, or two where the half of the day is open ("9:30"); a part of the day has soft edges; an extent that
    runs over midnight ends past 1440. offset: minutes east of UTC, where the zone is stated and known; zone: its name
    as written, lower case. unit: "minute", "hour" ("9 a.m.") or "daypart".
    """

    readings: tuple[Extent, ...]
    bound: Bound = Bound.ON
    end: tuple[Extent, ...] = ()  # of a range: readings of its end
    zone: str = ""
    offset: int | None = None
    unit: str = "minute"
    label: str = ""


@dataclass(frozen=True, slots=True)
class Offset:
    """A distance in time from another event: "two months after the attack", "three days later".

    seconds: the length, with months and years as wide as calendars make them; count: the same in hundredths of the
    unit stated; direction: 1 after, -1 before, 0 either side; anchor: index of the word that heads the other event,
    None where it is left to the context.
    """

    seconds: Extent
    direction: int
    count: Extent
    unit: str
    anchor: int | None = None


@dataclass(frozen=True, slots=True)
class When:
    """A date, a time of day, both, or an offset, on tokens [start:stop) of its sentence, prepositions included.

    period is the date (the first one of a range, whose last is `end`). governor is the index of the verb, noun or
    adjective it hangs from. vital: "born", "died", or "life" for a life span in brackets.
    """

    start: int
    stop: int
    text: str
    governor: int
    bound: Bound = Bound.ON
    period: Period | None = None
    end: Period | None = None
    clock: Clock | None = None
    offset: Offset | None = None
    vital: str = ""

    @property
    def first(self) -> int | None:
        """Ordinal of the earliest day meant, None where open or unknown."""
        if (
            self.period is None
            or self.period.days is None
            or self.bound in (Bound.BEFORE, Bound.BY, Bound.UNTIL)
        ):
            return None
        days = self.period.days
        return _finite(days.hi + 1 if self.bound is Bound.AFTER else days.lo)

    @property
    def last(self) -> int | None:
        """Ordinal of the latest day meant, None where open or unknown."""
        period = self.end or self.period
        if period is None or period.days is None or self.bound in (Bound.AFTER, Bound.SINCE, Bound.EARLIEST):
            return None
        return _finite(period.days.lo - 1 if self.bound is Bound.BEFORE else period.days.hi)

    @property
    def stated(self) -> frozenset[str]:
        """Names of the parts the words give: year, month, day, weekday, quarter, half, decade, century, …"""
        parts = (self.period.stated if self.period else NONE) | (self.end.stated if self.end else NONE)
        return parts | {"clock"} if self.clock else parts

    @property
    def implied(self) -> frozenset[str]:
        """Names of the parts that were filled in from the reference date."""
        return (self.period.implied if self.period else NONE) | (self.end.implied if self.end else NONE)

    @property
    def weekday(self) -> int | None:
        """The weekday stated, 0 for Monday."""
        return self.period.weekday if self.period else None


def _finite(day: int) -> int | None:
    return day if -FAR < day < FAR else None
