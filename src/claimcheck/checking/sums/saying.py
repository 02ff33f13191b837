"""A computed value in the words of the figure that it is held against."""

from __future__ import annotations

from decimal import ROUND_HALF_UP, Context, Decimal
from typing import Final

from claimcheck.dimensions.interval import EXACT, plain, ratio
from claimcheck.dimensions.quantity import Quantity
from claimcheck.dimensions.quantity.value import POINTS, RATIO, SHARE
from claimcheck.dimensions.units import MONEY, symbol_unit, unit_of

_DIGITS: Final = Context(prec=3, rounding=ROUND_HALF_UP)
_SIGNS: Final = {"USD": "$", "EUR": "€", "GBP": "£", "JPY": "¥", "INR": "₹"}
_SCALES: Final = ((Decimal(10**9), "billion"), (Decimal(10**6), "million"))
_WORDS: Final = {"day": "day", "night": "night", "week": "week", "h": "hour", "min": "minute", "s": "second"}
_CENT: Final = Decimal("0.01")


def shown(value: Decimal, like: Quantity) -> str:
    """A value in the canonical unit of a figure's dimension, in the unit the figure is written in."""
    if like.dimension == SHARE:
        return f"{_short(value)}%"
    if like.dimension == POINTS:
        return f"{_short(value)} points"
    if like.dimension == RATIO:
        return f"{_short(value)} times"
    if like.dimension == MONEY:
        return _money(value, like.unit)
    unit = symbol_unit(like.unit) or unit_of(like.unit)
    if unit is None or unit.dimension != like.dimension:
        return _short(value)
    figure = ratio(EXACT.subtract(value, unit.offset), unit.factor)
    name = _WORDS.get(unit.name, unit.name)
    plural = "s" if unit.name in _WORDS and figure != 1 else ""
    return f"{_short(figure)} {name}{plural}"


def _short(value: Decimal) -> str:
    """All digits of a whole number, three of any other."""
    if value == value.to_integral_value():
        return plain(value)
    return plain(_DIGITS.plus(value) if abs(value) < 100 else value.quantize(Decimal("0.1"), ROUND_HALF_UP))


def _money(value: Decimal, code: str) -> str:
    sign = _SIGNS.get(code, f"{code} ")
    for size, name in _SCALES:
        if value >= size:
            return f"{sign}{plain(ratio(value, size).quantize(_CENT, ROUND_HALF_UP))} {name}"
    return sign + (plain(value) if value == value.to_integral_value() else f"{value.quantize(_CENT):,f}")
