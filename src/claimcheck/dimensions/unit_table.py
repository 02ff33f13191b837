"""The rows behind `units`: one per unit, the first of each dimension being its canonical unit."""

from __future__ import annotations

from typing import NamedTuple


class Row(NamedTuple):
    """One unit: canonical = shown * factor + offset; `words` are singular, a "~" marks where the plural goes."""

    dimension: str
    name: str
    factor: str
    symbols: tuple[str, ...] = ()
    words: tuple[str, ...] = ()
    offset: str = "0"


def _metric(dimension: str, name: str, factor: str, words: tuple[str, ...], *more: str) -> Row:
    return Row(dimension, name, factor, (name, *more), words)


LENGTH = (
    _metric("length", "m", "1", ("meter", "metre")),
    _metric("length", "nm", "0.000000001", ("nanometer", "nanometre")),
    _metric("length", "µm", "0.000001", ("micrometer", "micrometre", "micron"), "μm"),
    _metric("length", "mm", "0.001", ("millimeter", "millimetre")),
    _metric("length", "cm", "0.01", ("centimeter", "centimetre")),
    _metric("length", "km", "1000", ("kilometer", "kilometre", "km", "kilo meter")),
    Row("length", "in", "0.0254", (), ("inch",)),
    Row("length", "ft", "0.3048", ("ft",), ("foot",)),
    Row("length", "yd", "0.9144", ("yd", "yds"), ("yard",)),
    Row("length", "mi", "1609.344", ("mi",), ("mile", "statute mile")),
    Row("length", "nmi", "1852", ("nmi", "NM"), ("nautical mile",)),
    Row("length", "au", "149597870700", ("AU",), ("astronomical unit",)),
    Row("length", "ly", "9460730472580800", ("ly",), ("light year", "light-year", "lightyear")),
)
AREA = (
    Row("area", "m²", "1", ("m²", "m2", "sqm"), ("square meter", "square metre")),
    Row("area", "cm²", "0.0001", ("cm²", "cm2"), ("square centimeter", "square centimetre")),
    Row(
        "area", "km²", "1000000", ("km²", "km2"), ("square kilometer", "square kilometre", "sq km", "sq. km")
    ),
    Row("area", "ha", "10000", ("ha",), ("hectare",)),
    Row("area", "ft²", "0.09290304", ("ft²", "sqft"), ("square foot", "sq ft", "sq. ft", "sq. ft.")),
    Row("area", "in²", "0.00064516", ("in²",), ("square inch",)),
    Row("area", "yd²", "0.83612736", ("yd²",), ("square yard",)),
    Row("area", "mi²", "2589988.110336", ("mi²",), ("square mile", "sq mi", "sq. mi", "sq. mi.")),
    Row("area", "acre", "4046.8564224", (), ("acre",)),
)
VOLUME = (
    _metric("volume", "L", "1", ("liter", "litre"), "l"),
    _metric("volume", "mL", "0.001", ("milliliter", "millilitre"), "ml"),
    _metric("volume", "cL", "0.01", ("centiliter", "centilitre"), "cl"),
    _metric("volume", "hL", "100", ("hectoliter", "hectolitre"), "hl"),
    Row("volume", "m³", "1000", ("m³", "m3"), ("cubic meter", "cubic metre")),
    Row("volume", "cm³", "0.001", ("cm³", "cm3", "cc"), ("cubic centimeter", "cubic centimetre")),
    Row("volume", "km³", "1000000000000", ("km³",), ("cubic kilometer", "cubic kilometre")),
    Row("volume", "ft³", "28.316846592", ("ft³",), ("cubic foot",)),
    Row("volume", "in³", "0.016387064", ("in³",), ("cubic inch",)),
    Row("volume", "yd³", "764.554857984", ("yd³",), ("cubic yard",)),
    # A bare gallon, quart, pint or fluid ounce is read as the US one; "imperial" names the other.
    Row("volume", "gal", "3.785411784", ("gal",), ("gallon", "us gallon", "u.s. gallon")),
    Row("volume", "qt", "0.946352946", ("qt",), ("quart",)),
    Row("volume", "pt", "0.473176473", (), ("pint",)),
    Row("volume", "fl oz", "0.0295735295625", (), ("fluid ounce", "fl oz")),
    Row("volume", "imp gal", "4.54609", (), ("imperial gallon", "uk gallon", "british gallon")),
    Row("volume", "imp pt", "0.56826125", (), ("imperial pint",)),
)
MASS = (
    _metric("mass", "kg", "1", ("kilogram", "kilogramme", "kilo"), "kgs"),
    _metric("mass", "g", "0.001", ("gram", "gramme")),
    _metric("mass", "mg", "0.000001", ("milligram", "milligramme")),
    _metric("mass", "µg", "0.000000001", ("microgram", "microgramme"), "μg", "mcg"),
    Row("mass", "t", "1000", ("t",), ("tonne", "metric ton", "metric tonne")),
    Row("mass", "kt", "1000000", (), ("kilotonne", "kiloton")),
    Row("mass", "Mt", "1000000000", ("Mt",), ("megatonne", "megaton")),
    Row("mass", "Gt", "1000000000000", ("Gt",), ("gigatonne", "gigaton")),
    Row("mass", "lb", "0.45359237", ("lb", "lbs"), ("pound",)),
    Row("mass", "oz", "0.028349523125", ("oz",), ("ounce",)),
    Row("mass", "troy oz", "0.0311034768", (), ("troy ounce",)),
    Row("mass", "st", "6.35029318", (), ("stone",)),
    Row("mass", "short ton", "907.18474", (), ("short ton", "us ton", "u.s. ton")),
    Row("mass", "long ton", "1016.0469088", (), ("long ton", "imperial ton")),
    # A bare ton is 907, 1,000 or 1,016 kg by country: a dimension of its own, so it never converts.
    Row("ton", "ton", "1", (), ("ton",)),
)
TIME = (
    Row("duration", "s", "1", ("s", "sec", "secs"), ("second", "sec")),
    Row("duration", "ns", "0.000000001", ("ns",), ("nanosecond",)),
    Row("duration", "µs", "0.000001", ("µs", "μs"), ("microsecond",)),
    Row("duration", "ms", "0.001", ("ms",), ("millisecond",)),
    Row("duration", "min", "60", ("min", "mins"), ("minute", "min")),
    Row("duration", "h", "3600", ("h", "hr", "hrs"), ("hour", "hr")),
    Row("duration", "day", "86400", (), ("day",)),
    Row("duration", "week", "604800", (), ("week", "wk")),
    Row("duration", "fortnight", "1209600", (), ("fortnight",)),
    Row("calendar", "month", "1", (), ("month", "calendar month")),
    Row("calendar", "year", "12", ("yr", "yrs"), ("year", "yr", "calendar year")),
    Row("calendar", "decade", "120", (), ("decade",)),
    Row("calendar", "century", "1200", (), ("century",)),
)
SPEED = (
    Row(
        "speed",
        "km/h",
        "1",
        ("km/h", "kph", "kmh", "kmph"),
        (
            "kilometer~ per hour",
            "kilometre~ per hour",
            "kilometer~ an hour",
            "kilometre~ an hour",
            "km per hour",
            "km an hour",
            "km / h",
            "km / hr",
        ),
    ),
    Row("speed", "mph", "1.609344", ("mph", "MPH"), ("mile~ per hour", "mile~ an hour")),
    Row("speed", "kn", "1.852", ("kn", "kts"), ("knot",)),
    Row(
        "speed",
        "m/s",
        "3.6",
        ("m/s",),
        ("meter~ per second", "metre~ per second", "meter~ a second", "metre~ a second", "m / s"),
    ),
    Row(
        "speed",
        "km/s",
        "3600",
        ("km/s",),
        (
            "kilometer~ per second",
            "kilometre~ per second",
            "kilometer~ a second",
            "kilometre~ a second",
            "km / s",
        ),
    ),
    Row("speed", "mi/s", "5793.6384", (), ("mile~ per second", "mile~ a second")),
    Row("speed", "ft/s", "1.09728", ("ft/s",), ("foot~ per second", "foot~ a second")),
)
# "degrees" alone names no scale; "°" alone may be an angle.
TEMPERATURE = (
    Row(
        "temperature",
        "°F",
        "1",
        ("°F", "ºF", "℉"),
        ("degree~ fahrenheit", "degree~ f", "fahrenheit", "deg f", "° f", "º f"),
    ),
    Row(
        "temperature",
        "°C",
        "1.8",
        ("°C", "ºC", "℃"),
        (
            "degree~ celsius",
            "degree~ c",
            "degree~ centigrade",
            "celsius",
            "centigrade",
            "deg c",
            "° c",
            "º c",
        ),
        "32",
    ),
    Row("temperature", "K", "1.8", (), ("kelvin", "degree~ kelvin", "degree~ k"), "-459.67"),
    Row("temperature change", "°F change", "1"),
    Row("temperature change", "°C change", "1.8"),
    Row("degree", "degree", "1", ("°", "º"), ("degree", "deg")),
)


def _data() -> tuple[Row, ...]:
    decimal = (("K", "kilo", 1), ("M", "mega", 2), ("G", "giga", 3), ("T", "tera", 4), ("P", "peta", 5))
    binary = (("Ki", "kibi", 1), ("Mi", "mebi", 2), ("Gi", "gibi", 3), ("Ti", "tebi", 4), ("Pi", "pebi", 5))
    rows = [Row("data", "B", "1", (), ("byte",)), Row("data", "bit", "0.125", (), ("bit",))]
    for sign, word, power in decimal:
        small = "k" if sign == "K" else sign
        rate = str(1000**power)
        bits = f"{1000**power // 8}"
        rows.append(Row("data", sign + "B", rate, (sign + "B", small + "B"), (word + "byte",)))
        rows.append(Row("data", small + "bit", bits, (small + "b", small + "bit"), (word + "bit",)))
        rows.append(
            Row(
                "data rate",
                small + "bit/s",
                bits,
                (small + "bps", small + "b/s", small + "bit/s", sign + "bps"),
                (word + "bit~ per second", word + "bit~ a second"),
            )
        )
        rows.append(
            Row(
                "data rate",
                sign + "B/s",
                rate,
                (sign + "B/s", small + "B/s", sign + "Bps"),
                (word + "byte~ per second", word + "byte~ a second"),
            )
        )
    for sign, word, power in binary:
        rows.append(Row("data", sign + "B", str(1024**power), (sign + "B",), (word + "byte",)))
    return tuple(rows)


POWER = (
    Row("power", "W", "1", ("W",), ("watt",)),
    Row("power", "mW", "0.001", ("mW",), ("milliwatt",)),
    Row("power", "kW", "1000", ("kW", "KW"), ("kilowatt",)),
    Row("power", "MW", "1000000", ("MW",), ("megawatt",)),
    Row("power", "GW", "1000000000", ("GW",), ("gigawatt",)),
    Row("power", "TW", "1000000000000", ("TW",), ("terawatt",)),
    Row("power", "hp", "745.69987158227022", ("hp", "bhp"), ("horsepower",)),
    Row("energy", "J", "1", ("J",), ("joule",)),
    Row("energy", "kJ", "1000", ("kJ",), ("kilojoule",)),
    Row("energy", "MJ", "1000000", ("MJ",), ("megajoule",)),
    Row("energy", "Wh", "3600", ("Wh",), ("watt hour", "watt-hour")),
    Row("energy", "kWh", "3600000", ("kWh", "KWh", "kwh"), ("kilowatt hour", "kilowatt-hour")),
    Row("energy", "MWh", "3600000000", ("MWh",), ("megawatt hour", "megawatt-hour")),
    Row("energy", "GWh", "3600000000000", ("GWh",), ("gigawatt hour", "gigawatt-hour")),
    Row("energy", "TWh", "3600000000000000", ("TWh",), ("terawatt hour", "terawatt-hour")),
    Row("energy", "kcal", "4184", ("kcal",), ("kilocalorie", "calorie")),
    Row("frequency", "Hz", "1", ("Hz",), ("hertz",)),
    Row("frequency", "kHz", "1000", ("kHz", "KHz"), ("kilohertz",)),
    Row("frequency", "MHz", "1000000", ("MHz",), ("megahertz",)),
    Row("frequency", "GHz", "1000000000", ("GHz",), ("gigahertz",)),
    Row("voltage", "V", "1", ("V",), ("volt",)),
    Row("voltage", "kV", "1000", ("kV",), ("kilovolt",)),
    Row("sound", "dB", "1", ("dB",), ("decibel",)),
)
SHARES = (
    Row("share", "%", "1", ("%",), ("percent", "per cent", "pct", "per-cent", "pct.")),
    Row("share", "‰", "0.1", ("‰",), ("per mille",)),
    Row(
        "points",
        "pp",
        "1",
        ("pp", "ppt", "ppts", "pps"),
        ("percentage point", "percent point", "per cent point", "percentage pt", "% point"),
    ),
    Row("points", "bp", "0.01", ("bp", "bps"), ("basis point",)),
)

TABLE: tuple[Row, ...] = (
    *LENGTH,
    *AREA,
    *VOLUME,
    *MASS,
    *TIME,
    *SPEED,
    *TEMPERATURE,
    *_data(),
    *POWER,
    *SHARES,
)
