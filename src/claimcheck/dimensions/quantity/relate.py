"""relate(): what a quantity of the evidence says about one of the statement, the thing counted being the same."""

from __future__ import annotations

from decimal import Decimal
from typing import Literal

from claimcheck.dimensions.interval import EXACT, ONE, ZERO, EmptyIntervalError, Interval, ratio
from claimcheck.dimensions.quantity.value import COUNT, ORDINAL, POINTS, RATIO, SHARE, VERSION, Quantity
from claimcheck.dimensions.quantity.words import NEVER_ROUNDED
from claimcheck.dimensions.units import MONEY, symbol_unit, unit_of
from claimcheck.finding import Finding, Relation
from claimcheck.policy import Policy

COARSEST = Decimal("0.1")  # share of a figure beyond which another unit's figure is no rounding of it
Rounding = Literal["rounding allowed", "never rounded"]
ROUNDING: Rounding = "rounding allowed"
HALF = Decimal("0.5")
HUNDRED = Decimal(100)
ENTAILS, CONTRADICTS, UNDETERMINED = Relation.ENTAILS, Relation.CONTRADICTS, Relation.UNDETERMINED
# Days in a month, at the least and at the most, over n months: 28..31 for one, 365..366 for twelve.
SHORT_MONTH, LONG_MONTH = Decimal("30.4"), Decimal("30.5")
DAY = Decimal(86400)
_SLACK_DAYS = Decimal(3)
_LEVELS = frozenset({"value", "end", "share", "rate", "ordinal"})
_CHANGES = frozenset({"change", "delta"})


def never_rounded(lemma: str) -> bool:
    """Whether counts of this (the lemma of the thing counted, or of what was done to it) stay unrounded."""
    return lemma in NEVER_ROUNDED


def relate(
    evidence: Quantity,
    statement: Quantity,
    policy: Policy,
    *,
    countable_kind: Rounding = ROUNDING,
) -> Finding:
    """Compares two quantities of the same thing by value and unit alone.

    The rules: quantity.equal, inside, disjoint, bound-equal, undetermined, unit, rounded, points, currency, vague.
    A figure of the evidence is exact; a bare one of the statement may be the evidence rounded to its last digit
    shown, unless `countable_kind` says "never rounded".
    """
    return _Comparison(evidence, statement, policy, countable_kind == ROUNDING).finding()


class _Comparison:
    """One pair of quantities on its way to a finding."""

    def __init__(self, evidence: Quantity, statement: Quantity, policy: Policy, rounding: bool) -> None:
        self.evidence = evidence
        self.statement = statement
        self.policy = policy
        self.rounding = rounding

    def answer(self, rule: str, relation: Relation, note: str = "") -> Finding:
        e, s = self.evidence, self.statement
        return Finding(f"quantity.{rule}", relation, s.text, e.text, note, s.words, e.words)

    def finding(self) -> Finding:
        e, s = self.evidence, self.statement
        if e.values or s.values:
            return self.by_values()
        if e.interval is None or s.interval is None:
            same = e.interval is s.interval is None and e.text.lower() == s.text.lower() and e.per == s.per
            return self.answer("vague", ENTAILS if same else UNDETERMINED)
        if e.dimension == MONEY == s.dimension and e.unit != s.unit:
            return self.answer("currency", UNDETERMINED, "another currency never supports")
        if {e.dimension, s.dimension} == {SHARE, POINTS}:
            return self.against_points()
        known = self.brought_together()
        if known is None:
            return self.answer("unit", UNDETERMINED, "they measure different things")
        if not _same_part(e, s):
            return self.answer("undetermined", UNDETERMINED, f"{e.role} against {s.role}")
        return self.by_interval(known, s.interval)

    def by_values(self) -> Finding:
        """Versions and scores: equal, or not."""
        e, s = self.evidence, self.statement
        if e.dimension != s.dimension:
            return self.answer("unit", UNDETERMINED, "they measure different things")
        if e.dimension == VERSION and e.interval is not None and s.interval is not None:
            shorter = min(len(e.values), len(s.values))
            points = e.interval.is_point and s.interval.is_point
            if points and e.values != s.values and e.values[:shorter] == s.values[:shorter]:
                return self.answer("undetermined", UNDETERMINED, "one names the version more exactly")
            return self.by_interval(e.interval, s.interval)
        if e.values == s.values:
            return self.answer("equal", ENTAILS)
        if len(e.values) == len(s.values) == 2 and e.values[::-1] == s.values:
            return self.answer("undetermined", UNDETERMINED, "the sides are the other way round")
        comparable = len(e.values) == len(s.values) and e.unit == s.unit
        return (
            self.answer("disjoint", CONTRADICTS) if comparable else self.answer("undetermined", UNDETERMINED)
        )

    def against_points(self) -> Finding:
        """Percent against percentage points: the same figure for the same change cannot be both."""
        e, s = self.evidence, self.statement
        both = e.role in _CHANGES and s.role in _CHANGES
        if both and e.interval == s.interval and e.interval is not None and not e.interval.contains(ZERO):
            return self.answer("points", CONTRADICTS, "percent and percentage points are different units")
        return self.answer("points", UNDETERMINED, "percent and percentage points are different units")

    def brought_together(self) -> Interval | None:
        """The evidence's interval in the statement's dimension and rate; None where it does not convert."""
        e, s = self.evidence, self.statement
        interval = e.interval
        if interval is None:
            return None
        if e.dimension != s.dimension:
            interval = _converted(e, s)
        if interval is None or e.per == s.per:
            return interval
        return _same_rate(interval, e.per, s.per)

    def by_interval(self, e: Interval, s: Interval) -> Finding:
        if e == s:
            return self.answer(self.rule("equal"), ENTAILS)
        if self.policy.bounds == "pragmatic":
            e = _pragmatic(self.evidence, e)
        if _discrete(self.evidence) and _discrete(self.statement):
            fine_e, fine_s = e.whole(), s.whole()
        else:
            fine_e, fine_s = e, s
        if "fraction" in (self.evidence.form, self.statement.form):
            loose = self.by_fraction(e, s)
            if loose is not None:
                return loose
        if fine_e.inside(fine_s):
            return self.answer(self.rule("inside"), ENTAILS)
        if not fine_e.disjoint(fine_s):
            return self.answer("vague" if self.vague else "undetermined", UNDETERMINED)
        rounded = self.by_rounding(e, s)
        if rounded is not None:
            return rounded
        if e.touches(s):
            return self.answer("bound-equal", CONTRADICTS)
        return self.answer(self.rule("disjoint"), CONTRADICTS)

    @property
    def vague(self) -> bool:
        return "vague" in (self.evidence.form, self.statement.form)

    def rule(self, name: str) -> str:
        """The rule's name, "unit" where two units decided, "vague" where a word such as "dozens" did."""
        if self.vague and name != "equal":
            return "vague"
        return (
            "unit"
            if self.evidence.unit != self.statement.unit and self.statement.dimension != VERSION
            else name
        )

    def by_rounding(self, e: Interval, s: Interval) -> Finding | None:
        """Whether the statement is the evidence rounded: to its last digit shown, or too near to be called false."""
        said = self.statement
        if not self.rounding or not e.is_point or e.low is None or said.dimension in (ORDINAL, VERSION):
            return None
        if self.evidence.form not in ("exact", "fraction"):
            return None
        end = s.low if e.below(s) else s.high
        if end is None or (s.low_open if e.below(s) else s.high_open):
            return None
        gap = abs(EXACT.subtract(e.low, end))
        half = EXACT.multiply(said.resolution, HALF)
        if self.evidence.unit != said.unit and gap > EXACT.multiply(abs(end), COARSEST):
            return None  # 90 minutes are not two hours
        if said.form == "exact" and gap <= half and gap > EXACT.multiply(abs(e.low), self.policy.band_limit):
            return self.answer("undetermined", UNDETERMINED, "too far off to be the same figure rounded")
        if said.form == "exact" and gap <= half:
            if gap == half and e.below(s) == (end < 0):
                return self.answer("undetermined", UNDETERMINED, "half a unit off, rounded the other way")
            return self.answer("rounded", ENTAILS, f"{self.evidence.text} rounds to {said.text}")
        if gap <= half and said.form in ("range", "bound"):
            return self.answer("undetermined", UNDETERMINED, "just past the end, which may be rounded")
        near = EXACT.multiply(said.significant, HALF)
        if said.form == "exact" and gap <= near and gap <= EXACT.multiply(abs(end), self.policy.band):
            return self.answer("undetermined", UNDETERMINED, "may be a round figure for it")
        return None

    def by_fraction(self, e: Interval, s: Interval) -> Finding | None:
        """ "A third" stands for what rounds to it: within half a point it holds, beyond the widest band it fails."""
        e_wide = _loose(self.evidence, e, HALF) if self.evidence.form == "fraction" else e
        s_wide = _loose(self.statement, s, HALF) if self.statement.form == "fraction" else s
        if self.statement.form == "exact":
            s_wide = s.widen(EXACT.multiply(self.statement.resolution, HALF))
            return self.fraction_as_figure(e, s, s_wide)
        if e_wide.inside(s_wide) or (e.inside(s) and s.contains(e.ends[0])):
            return self.answer("inside", ENTAILS)
        if e.touches(s):
            return self.answer("bound-equal", CONTRADICTS)
        e_far = self.far(e) if self.evidence.form == "fraction" else e
        s_far = self.far(s) if self.statement.form == "fraction" else s
        return None if e_far.disjoint(s_far) else self.answer("undetermined", UNDETERMINED)

    def fraction_as_figure(self, e: Interval, s: Interval, s_wide: Interval) -> Finding | None:
        if e.inside(s_wide):
            return self.answer("equal" if e.inside(s) else "rounded", ENTAILS)
        return None if self.far(e).disjoint(s) else self.answer("undetermined", UNDETERMINED)

    def far(self, interval: Interval) -> Interval:
        """A fraction with the widest band an approximation may have."""
        return interval.widen(EXACT.multiply(abs(interval.ends[0]), self.policy.band_limit))


def _loose(quantity: Quantity, interval: Interval, share: Decimal) -> Interval:
    return interval.widen(EXACT.multiply(quantity.resolution, share))


def _same_part(e: Quantity, s: Quantity) -> bool:
    """Whether the two play parts that compare: a level with a level, a change with a change, a start with a start."""
    if e.role == s.role or RATIO in (e.dimension, s.dimension):
        return True
    if s.role in _LEVELS and e.role in _LEVELS:
        return True
    return s.role in _CHANGES and e.role in _CHANGES


def _discrete(quantity: Quantity) -> bool:
    return quantity.dimension == COUNT and not quantity.per and quantity.resolution == ONE


def _pragmatic(evidence: Quantity, interval: Interval) -> Interval:
    """ "More than V" of the evidence read as (V, V + one unit of V's last significant digit)."""
    if evidence.form != "bound" or interval.high is not None or interval.low is None or not interval.low_open:
        return interval
    return Interval(interval.low, EXACT.add(interval.low, evidence.significant), True, True)


def _converted(e: Quantity, s: Quantity) -> Interval | None:
    """The evidence in the statement's dimension: calendar time as seconds, a change in percent as a ratio, …"""
    interval = e.interval
    pair = (e.dimension, s.dimension)
    if interval is None:
        return None
    if pair == ("calendar", "duration"):
        return _in_seconds(interval)
    if pair == ("duration", "calendar"):
        return _in_months(interval)
    if pair == ("temperature", "degree"):
        return _shown_degrees(e, interval)
    if pair == (SHARE, RATIO):
        return _as_ratio(e, interval)
    if pair == (RATIO, SHARE) and s.role in _CHANGES:
        change = interval.shift(-ONE).scale(HUNDRED)
        return change if s.direction > 0 else change.negate() if s.direction < 0 else None
    if pair == (RATIO, SHARE):
        return interval.scale(HUNDRED)
    return None


def _as_ratio(e: Quantity, interval: Interval) -> Interval | None:
    share = interval.scale(Decimal("0.01"))
    if e.role not in _CHANGES:
        return share
    if not e.direction:
        return None
    return share.shift(ONE) if e.direction > 0 else share.negate().shift(ONE)


def _in_seconds(months: Interval) -> Interval:
    """Months as seconds: n months last between 30.4 n - 3 and 30.5 n + 3 days."""
    low = None if months.low is None else max(ZERO, EXACT.multiply(months.low, SHORT_MONTH) - _SLACK_DAYS)
    high = None if months.high is None else EXACT.multiply(months.high, LONG_MONTH) + _SLACK_DAYS
    return Interval(low, high, months.low_open, months.high_open).scale(DAY)


def _in_months(seconds: Interval) -> Interval | None:
    """Seconds as months, the inverse of the above."""
    day = ratio(1, DAY)
    low = None if seconds.low is None else ratio(EXACT.multiply(seconds.low, day) - _SLACK_DAYS, LONG_MONTH)
    high = (
        None if seconds.high is None else ratio(EXACT.multiply(seconds.high, day) + _SLACK_DAYS, SHORT_MONTH)
    )
    try:
        return Interval(None if low is None else max(ZERO, low), high)
    except EmptyIntervalError:
        return None


def _shown_degrees(e: Quantity, interval: Interval) -> Interval | None:
    """A temperature's figure as shown, for a statement of bare degrees."""
    unit = symbol_unit(e.unit) or unit_of(e.unit)
    if unit is None:
        return None
    low, high = (
        None if end is None else ratio(end - unit.offset, unit.factor)
        for end in (interval.low, interval.high)
    )
    return Interval(low, high, interval.low_open, interval.high_open)


def _same_rate(interval: Interval, evidence_per: str, statement_per: str) -> Interval | None:
    factor = same_rate(evidence_per, statement_per)
    return None if factor is None else interval.scale(factor)


def same_rate(evidence_per: str, statement_per: str) -> Decimal | None:
    """What turns a rate per one unit into a rate per another of the same dimension (an hour, a day); None for none."""
    if not evidence_per or not statement_per:
        return None
    e, s = unit_of(evidence_per), unit_of(statement_per)
    if e is None or s is None or e.dimension != s.dimension:
        return None
    return ratio(s.factor, e.factor)
