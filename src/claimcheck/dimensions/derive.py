"""Values that one passage implies: sums of parts, shares of a whole, differences, changes, ratios, complements.

Every operand is a quantity the passage states. Whether a combination means anything (whether the parts are parts of
one thing) is for the caller to judge by what the operands count; this module only does the arithmetic, and says how
far rounded operands may move the result.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from itertools import combinations, islice, permutations
from typing import Literal

from claimcheck.dimensions.interval import EXACT, ONE, ZERO, Interval, total
from claimcheck.dimensions.quantity import Form, Quantity, Rounding, relate
from claimcheck.dimensions.quantity.relate import ROUNDING
from claimcheck.dimensions.quantity.value import AGE, COUNT, POINTS, RATIO, SHARE
from claimcheck.finding import Finding, Relation
from claimcheck.policy import Policy

Operation = Literal["sum", "share", "difference", "change", "ratio", "complement"]

HUNDRED = Decimal(100)
HALF = Decimal("0.5")
MAX_QUANTITIES = 14
MAX_PARTS = 4
MAX_DERIVED = 600
# What adds up; ages, temperatures, ordinals, versions and scores do not.
ADDITIVE = frozenset("money length mass ton duration calendar area volume data energy".split()) | {
    COUNT,
    SHARE,
    POINTS,
}
COMPARED = ADDITIVE | {AGE, "power", "speed", "temperature", "data rate", "frequency", "rating", RATIO}
_NO_RATIO = frozenset({"temperature", "rating", RATIO})


@dataclass(frozen=True, slots=True)
class Derived:
    """A value computed from `operands`, in the order of the operation (part, whole; end, start; minuend, subtrahend).

    `quantity.interval` takes the figures as they stand; `spread` allows every scaled or decimal figure half a unit
    of its last digit. The quantity's indexes are those of the first operand.
    """

    operation: Operation
    quantity: Quantity
    operands: tuple[Quantity, ...]
    spread: Interval

    @property
    def words(self) -> tuple[int, ...]:
        """The tokens of all operands."""
        return tuple(sorted({i for operand in self.operands for i in operand.words}))


def derived(quantities: Sequence[Quantity], *, limit: int = MAX_DERIVED) -> Iterator[Derived]:
    """The values computable from the quantities of one passage, at most `limit`, the simplest first.

    Only the first MAX_QUANTITIES quantities with a number are used; sums take two to MAX_PARTS of one kind.
    """
    usable = [
        q for q in quantities if q.interval is not None and q.dimension in COMPARED and q.form != "vague"
    ]
    return islice(_all(usable[:MAX_QUANTITIES]), limit)


def _all(quantities: list[Quantity]) -> Iterator[Derived]:
    for one, two in combinations(quantities, 2):
        if _alike(one, two):
            yield from _ends(one, two)
    yield from (made for q in quantities if (made := _complement(q)) is not None)
    yield from _pairs(quantities)
    for count in range(2, MAX_PARTS + 1):
        for parts in combinations(quantities, count):
            if _addable(parts):
                yield _sum(parts)


def sum_of(parts: Sequence[Quantity]) -> Derived | None:
    """What figures of one kind add up to; None where they do not add up."""
    found = tuple(parts)
    return _sum(found) if len(found) > 1 and _addable(found) else None


def share_of(part: Quantity, whole: Quantity) -> Derived | None:
    """The share that one figure is of another of its kind."""
    made = _quotients(part, whole) if _alike(part, whole) else iter(())
    return next((d for d in made if d.operation == "share"), None)


def ratio_of(one: Quantity, two: Quantity) -> Derived | None:
    """How many times the second the first is."""
    made = _quotients(one, two) if _alike(one, two) else iter(())
    return next((d for d in made if d.operation == "ratio"), None)


def change_of(start: Quantity, end: Quantity) -> Derived | None:
    """By how many percent the second figure is above or below the first."""
    made = _change(start, end) if _alike(start, end) else iter(())
    return next((d for d in made if d.operation == "change"), None)


def rest_of(whole: Quantity, part: Quantity) -> Derived | None:
    """What is left of the first when the second is taken off."""
    top, bottom = _shown(whole), _shown(part)
    if not _alike(whole, part) or not bottom.below(top):
        return None
    spread = _reach(whole).subtract(_reach(part))
    base = replace(whole, role="value")
    return _make(
        "difference", (whole, part), top.subtract(bottom), spread, base, f"{whole.text} - {part.text}"
    )


def _alike(one: Quantity, two: Quantity) -> bool:
    """Whether two quantities are of one kind: dimension, currency and rate."""
    money = one.dimension == "money" and one.unit != two.unit
    return one.dimension == two.dimension and one.per == two.per and not money


def _addable(parts: tuple[Quantity, ...]) -> bool:
    first = parts[0]
    if first.dimension not in ADDITIVE or first.per:
        return False
    levels = all(part.role in ("value", "share", "end", "start") for part in parts)
    return levels and all(_alike(first, part) for part in parts[1:])


def _reach(quantity: Quantity) -> Interval:
    """The values the figure may stand for: half a unit of its last digit either way, unless it is a plain count."""
    interval = quantity.interval or Interval(None, None)
    if quantity.form == "exact" and quantity.dimension == COUNT and quantity.resolution == ONE:
        return interval
    if not interval.is_point:
        return interval
    return interval.widen(EXACT.multiply(quantity.resolution, HALF))


def _shown(quantity: Quantity) -> Interval:
    return quantity.interval or Interval(None, None)


def _make(
    operation: Operation,
    operands: tuple[Quantity, ...],
    value: Interval,
    spread: Interval,
    base: Quantity,
    text: str,
) -> Derived:
    form: Form = "exact" if value.is_point else "bound" if None in (value.low, value.high) else "range"
    quantity = replace(base, interval=value, form=form, text=text, other=False, extra=(), values=())
    return Derived(operation, quantity, operands, spread)


def _sum(parts: tuple[Quantity, ...]) -> Derived:
    value = total(_shown(part) for part in parts)
    spread = total(_reach(part) for part in parts)
    base = replace(parts[0], role="value", resolution=min(part.resolution for part in parts))
    return _make("sum", parts, value, spread, base, " + ".join(part.text for part in parts))


def _complement(quantity: Quantity) -> Derived | None:
    """What is left of a whole: 46% for "54% of voters"."""
    value = quantity.interval
    if (
        quantity.dimension != SHARE
        or quantity.role not in ("share", "value")
        or value is None
        or quantity.per
    ):
        return None
    if value.low is None or value.high is None or value.low < 0 or value.high > HUNDRED:
        return None
    left = value.negate().shift(HUNDRED)
    spread = _reach(quantity).negate().shift(HUNDRED)
    return _make("complement", (quantity,), left, spread, quantity, f"100% - {quantity.text}")


def _ends(one: Quantity, two: Quantity) -> Iterator[Derived]:
    """The change between the two ends stated: its size, in percent, and the ratio."""
    if {one.role, two.role} not in ({"start", "end"}, {"start", "value"}):
        return
    start, end = (one, two) if one.role == "start" else (two, one)
    yield from _change(start, end)


def _change(start: Quantity, end: Quantity) -> Iterator[Derived]:
    before, after = _shown(start), _shown(end)
    direction = 1 if before.below(after) else -1 if after.below(before) else 0
    if not direction:
        return
    low, high = (start, end) if direction > 0 else (end, start)
    text = f"{end.text} - {start.text}"
    grown = _shown(high).subtract(_shown(low))
    base = replace(end, role="change", direction=direction)
    if end.dimension == SHARE:
        base = replace(base, dimension=POINTS, unit="pp")
    yield _make("difference", (end, start), grown, _reach(high).subtract(_reach(low)), base, text)
    change = _relative(start, end, direction)
    if change is not None and end.dimension not in _NO_RATIO:
        value, spread = change
        share = replace(end, dimension=SHARE, unit="%", role="change", direction=direction, per="")
        share = replace(share, resolution=ONE, significant=ONE)
        yield _make("change", (end, start), value, spread, share, f"{end.text} / {start.text} - 1")


def _relative(start: Quantity, end: Quantity, direction: int) -> tuple[Interval, Interval] | None:
    """The size of a change as a percentage of its start, from the figures and from all they may stand for."""
    results = []
    for left, right in ((_shown(end), _shown(start)), (_reach(end), _reach(start))):
        quotient = left.divide(right)
        if quotient is None or right.low is None or right.low <= 0:
            return None
        grown = quotient.shift(-ONE).scale(HUNDRED)
        results.append(grown if direction > 0 else grown.negate())
    return results[0], results[1]


def _pairs(quantities: list[Quantity]) -> Iterator[Derived]:
    """Shares, ratios and differences of every ordered pair of one kind."""
    for one, two in permutations(quantities, 2):
        if not _alike(one, two) or "change" in (one.role, two.role):
            continue
        top, bottom = _shown(one), _shown(two)
        if one.dimension not in _NO_RATIO and one.dimension != AGE:
            yield from _quotients(one, two)
        if bottom.below(top) and {one.role, two.role} != {"start", "end"}:
            spread = _reach(one).subtract(_reach(two))
            base = replace(one, role="value")
            if one.dimension == SHARE:
                base = replace(base, dimension=POINTS, unit="pp")
            yield _make(
                "difference", (one, two), top.subtract(bottom), spread, base, f"{one.text} - {two.text}"
            )


def _quotients(one: Quantity, two: Quantity) -> Iterator[Derived]:
    value, spread = _shown(one).divide(_shown(two)), _reach(one).divide(_reach(two))
    bottom = _shown(two).low
    if value is None or spread is None or not bottom or (value.low == ZERO and value.high is None):
        return
    text = f"{one.text} / {two.text}"
    ratio = replace(one, dimension=RATIO, unit="×", role="multiplier", per="", resolution=Decimal("0.1"))
    yield _make("ratio", (one, two), value, spread, replace(ratio, significant=Decimal("0.1")), text)
    if value.high is None or value.high > ONE or one.dimension == SHARE:
        return
    share = replace(one, dimension=SHARE, unit="%", role="share", per="", resolution=ONE, significant=ONE)
    yield _make("share", (one, two), value.scale(HUNDRED), spread.scale(HUNDRED), share, text)


def relate_derived(
    derived_value: Derived, statement: Quantity, policy: Policy, *, countable_kind: Rounding = ROUNDING
) -> Finding:
    """As `relate`, for a derived value, under the rule quantity.derived.

    It entails by the figures as they stand; it contradicts only if all that the rounded operands may stand for does.
    """
    shown = relate(derived_value.quantity, statement, policy, countable_kind=countable_kind)
    note = f"derived: {derived_value.quantity.text}"
    relation = shown.relation
    if relation is Relation.CONTRADICTS:
        spread = derived_value.spread
        form: Form = "exact" if spread.is_point else "range"
        reach = replace(derived_value.quantity, interval=spread, form=form)
        relation = relate(reach, statement, policy, countable_kind=countable_kind).relation
        if relation is Relation.ENTAILS:
            relation = Relation.UNDETERMINED
    return replace(
        shown, rule="quantity.derived", relation=relation, note=note, evidence_words=derived_value.words
    )
