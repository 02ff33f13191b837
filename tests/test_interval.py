"""The interval algebra: examples and properties."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from claimcheck.dimensions.interval import EmptyIntervalError, Interval, plain, ratio, total

values = st.decimals(min_value=-(10**9), max_value=10**9, places=3)


@st.composite
def intervals(draw: st.DrawFn) -> Interval:
    low, high = draw(st.none() | values), draw(st.none() | values)
    if low is not None and high is not None and low > high:
        low, high = high, low
    opens = (False, False) if low == high else (draw(st.booleans()), draw(st.booleans()))
    return Interval(low, high, *opens)


def d(text: str) -> Decimal:
    return Decimal(text)


AT_LEAST = Interval(d("18"), None)
MORE = Interval(d("18"), None, low_open=True)
UP_TO = Interval(d("0"), d("18"))


def test_ends() -> None:
    assert AT_LEAST.contains(d("18"))
    assert not MORE.contains(d("18"))
    assert MORE.inside(AT_LEAST)
    assert not AT_LEAST.inside(MORE)
    assert MORE.touches(UP_TO)
    assert MORE.disjoint(UP_TO)
    assert not AT_LEAST.disjoint(UP_TO)
    assert not AT_LEAST.touches(UP_TO)
    assert MORE.touches(Interval.point(d("18")))
    assert not MORE.touches(Interval.point(d("17")))


@pytest.mark.parametrize(("low", "high", "opens"), [("2", "1", (False, False)), ("1", "1", (True, False))])
def test_nothing_between(low: str, high: str, opens: tuple[bool, bool]) -> None:
    with pytest.raises(EmptyIntervalError):
        Interval(d(low), d(high), *opens)


def test_print() -> None:
    assert str(MORE) == "(18, ∞)"
    assert str(UP_TO) == "[0, 18]"
    assert str(Interval.point(d("1203411.50"))) == "1,203,411.5"
    assert plain(d("1E+3")) == "1,000"


def test_ratio() -> None:
    assert ratio(1, 8) == d("0.125")
    assert str(ratio(2, 3)) == "0." + "6" * 33 + "7"
    with pytest.raises(ZeroDivisionError):
        ratio(1, 0)


def test_whole_numbers() -> None:
    assert MORE.whole() == Interval(d("19"), None)
    assert Interval(d("0"), d("50"), high_open=True).whole() == Interval(d("0"), d("49"))
    assert Interval(d("0"), d("1"), True, True).whole() == Interval(d("0"), d("1"), True, True)
    assert Interval(d("0.5"), d("50"), True).whole() == Interval(d("0.5"), d("50"), True)


def test_divide() -> None:
    assert Interval(d("17"), d("18")).divide(Interval(d("34"), d("36"))) == Interval(
        ratio(17, 36), ratio(18, 34)
    )
    assert Interval(d("-1"), d("1")).divide(AT_LEAST) is None
    assert AT_LEAST.divide(Interval.point(d("0"))) is None


@given(intervals())
def test_inside_is_reflexive(a: Interval) -> None:
    assert a.inside(a)
    assert not a.disjoint(a)
    assert not a.touches(a)


@given(intervals(), intervals(), intervals())
def test_inside_is_transitive(a: Interval, b: Interval, c: Interval) -> None:
    if a.inside(b) and b.inside(c):
        assert a.inside(c)
    if a.inside(b) and b.disjoint(c):
        assert a.disjoint(c)


@given(intervals(), intervals())
def test_inside_and_disjoint_exclude_each_other(a: Interval, b: Interval) -> None:
    assert not (a.inside(b) and a.disjoint(b))
    assert a.disjoint(b) == b.disjoint(a)
    assert a.touches(b) == b.touches(a)
    if a.inside(b) and b.inside(a):
        assert a == b


@given(intervals(), intervals())
def test_intersection_and_hull(a: Interval, b: Interval) -> None:
    both, hull = a.intersection(b), a.hull(b)
    assert (both is None) == a.disjoint(b)
    if both is not None:
        assert both.inside(a)
        assert both.inside(b)
    assert a.inside(hull)
    assert b.inside(hull)
    assert a.inside(b) == (hull == b)


@given(intervals(), intervals(), values)
def test_order_survives_scaling_and_shifting(a: Interval, b: Interval, factor: Decimal) -> None:
    assert a.shift(factor).inside(b.shift(factor)) == a.inside(b)
    assume(factor != 0)
    assert a.scale(factor).inside(b.scale(factor)) == a.inside(b)
    assert a.scale(factor).disjoint(b.scale(factor)) == a.disjoint(b)
    assert a.scale(Decimal(-1)).scale(Decimal(-1)) == a
    assert a.shift(factor).shift(-factor) == a


@given(intervals(), values, intervals(), values)
def test_sums_hold_the_sums(a: Interval, x: Decimal, b: Interval, y: Decimal) -> None:
    assume(a.contains(x) and b.contains(y))
    assert a.add(b).contains(x + y)
    assert a.subtract(b).contains(x - y)
    assert total([a, b, Interval.point(x)]).contains(x + y + x)


@given(intervals(), st.decimals(min_value=0, max_value=100, places=2))
def test_widening_keeps_all(a: Interval, by: Decimal) -> None:
    assert a.inside(a.widen(by))


@given(st.integers(-50, 50), st.integers(-50, 50), st.booleans(), st.booleans(), st.integers(-60, 60))
def test_whole_keeps_the_integers(low: int, high: int, low_open: bool, high_open: bool, n: int) -> None:
    assume(low < high)
    interval = Interval(Decimal(low), Decimal(high), low_open, high_open)
    assert interval.whole().contains(Decimal(n)) >= interval.contains(Decimal(n))
    if interval.whole() != interval:
        assert interval.whole().contains(Decimal(n)) == interval.contains(Decimal(n))
