"""Units: every factor agrees with pint, look-ups take symbols and words, conversion is exact."""

from __future__ import annotations

from decimal import Decimal
from fractions import Fraction

import pint
import pytest

from claimcheck.dimensions.currency_table import CURRENCY_SYMBOLS
from claimcheck.dimensions.unit_table import TABLE, Row
from claimcheck.dimensions.units import CURRENCY_CODES, convert, currency, phrase_unit, symbol_unit, unit_of

REGISTRY: pint.UnitRegistry[float] = pint.UnitRegistry()
PINT_NAMES = {
    "m²": "m**2", "cm²": "cm**2", "km²": "km**2", "ft²": "ft**2", "in²": "in**2", "yd²": "yd**2", "mi²": "mi**2",
    "m³": "m**3", "cm³": "cm**3", "km³": "km**3", "ft³": "ft**3", "in³": "in**3", "yd³": "yd**3",
    "nmi": "nautical_mile",
    "gal": "gallon", "qt": "quart", "pt": "pint", "fl oz": "fluid_ounce", "imp gal": "imperial_gallon",
    "imp pt": "imperial_pint", "st": "stone", "troy oz": "troy_ounce", "short ton": "short_ton",
    "long ton": "long_ton", "kn": "knot", "mi/s": "mile/second", "ft/s": "foot/second", "km/h": "km/hour",
    "°F": "degF", "°C": "degC", "K": "kelvin", "kcal": "kilocalorie", "hp": "horsepower", "µm": "micrometer",
    "µg": "microgram", "µs": "microsecond", "t": "tonne", "kt": "kilotonne", "Mt": "megatonne", "Gt": "gigatonne",
    "ly": "light_year", "au": "astronomical_unit", "in": "inch", "ft": "foot", "yd": "yard", "mi": "mile",
    "min": "minute", "h": "hour", "B": "byte", "pp": "percent", "%": "percent", "lb": "pound", "oz": "ounce",
    "cL": "centiliter", "hL": "hectoliter", "kbit": "kilobit", "KB": "kilobyte",
}  # fmt: skip
CANONICAL = {
    "length": "m", "area": "m**2", "volume": "liter", "mass": "kg", "duration": "second", "speed": "km/hour",
    "data": "byte", "power": "watt", "energy": "joule", "frequency": "hertz", "voltage": "volt",
}  # fmt: skip

# pint's acre is the survey acre; ours the international one, 43,560 square feet.
CHECKED = [row for row in TABLE if row.dimension in CANONICAL and row.name != "acre"]


@pytest.mark.parametrize("row", CHECKED, ids=lambda row: row.name)
def test_factor_agrees_with_pint(row: Row) -> None:
    shown = REGISTRY.Quantity(1.0, PINT_NAMES.get(row.name, row.name))
    assert shown.to(CANONICAL[row.dimension]).magnitude == pytest.approx(
        float(Decimal(row.factor)), rel=1e-12
    )


@pytest.mark.parametrize(
    ("value", "source", "target", "expected"),
    [
        ("9", "degrees celsius", "°F", "48.2"),
        ("300", "kelvin", "°C", "26.85"),
        ("107", "mm", "centimeters", "10.7"),
        ("36", "months", "years", "3"),
        ("2", "weeks", "days", "14"),
        ("1", "KiB", "byte", "1024"),
        ("1", "KB", "byte", "1000"),
        ("250", "basis points", "percentage points", "2.5"),
        ("60", "miles per hour", "km/h", "96.56064"),
        ("96", "U.S. cents", "USD", "0.96"),
    ],
)
def test_conversion_is_exact(value: str, source: str, target: str, expected: str) -> None:
    one, two = unit_of(source), unit_of(target)
    assert one is not None
    assert two is not None
    assert convert(Decimal(value), one, two) == Decimal(expected)


@pytest.mark.parametrize(
    ("a", "b"), [("mm", "MB"), ("€", "$"), ("month", "day"), ("%", "pp"), ("ton", "tonne")]
)
def test_what_does_not_convert(a: str, b: str) -> None:
    one, two = unit_of(a), unit_of(b)
    assert one is not None
    assert two is not None
    with pytest.raises(ValueError, match="does not convert"):
        convert(Decimal(1), one, two)


def test_acre() -> None:
    acre, foot = unit_of("acre"), unit_of("square foot")
    assert acre is not None
    assert foot is not None
    assert convert(Decimal(1), acre, foot) == 43_560


def test_symbols_keep_their_case() -> None:
    mega, milli, bits, data = (symbol_unit(text) for text in ("MW", "mW", "Mb", "MB"))
    assert mega is not None and milli is not None and bits is not None and data is not None  # noqa: PT018
    assert Fraction(mega.factor) / Fraction(milli.factor) == 10**9
    assert data.factor == 8 * bits.factor
    assert symbol_unit("Km") is None


def test_longest_phrase_wins() -> None:
    plain, rate = phrase_unit(["miles"]), phrase_unit(["miles", "per", "hour"])
    assert plain is not None
    assert rate is not None
    assert (plain[0].dimension, plain[1]) == ("length", 1)
    assert (rate[0].dimension, rate[1]) == ("speed", 3)
    assert phrase_unit(["rockets"]) is None
    assert phrase_unit([]) is None


def test_currencies() -> None:
    assert {currency(text).name for text in ("$", "US$", "USD") if currency(text)} == {"USD"}  # type: ignore[union-attr]
    assert currency("€") != currency("£")
    assert currency("eur") is None
    assert {code for code in CURRENCY_SYMBOLS.values() if code.isupper()} <= CURRENCY_CODES


def test_every_name_is_found_again() -> None:
    for row in TABLE:
        for symbol in row.symbols:
            unit = symbol_unit(symbol)
            assert unit is not None
            assert (unit.name, unit.dimension) == (row.name, row.dimension), symbol
