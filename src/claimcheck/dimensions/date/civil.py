"""Days of the proleptic Gregorian calendar as ordinals, for any year, BC included.

Ordinal 1 is 1 January of year 1, as in `datetime.date.toordinal`; year 0 is 1 BC. The conversions are Howard
Hinnant's `days_from_civil` and `civil_from_days`; Easter is the anonymous Gregorian computus (Meeus/Jones/Butcher).
"""

from __future__ import annotations

_EPOCH = 306  # ordinal of 1 March of year 0 is 1 - 306

_LENGTHS = (31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)


def ordinal(year: int, month: int, day: int) -> int:
    """The ordinal of a day; `year` is astronomical (0 is 1 BC)."""
    y = year - (month <= 2)
    era, of_era = divmod(y, 400)
    of_year = (153 * (month - 3 if month > 2 else month + 9) + 2) // 5 + day - 1
    return era * 146097 + of_era * 365 + of_era // 4 - of_era // 100 + of_year + 1 - _EPOCH


def civil(day: int) -> tuple[int, int, int]:
    """Year, month and day of an ordinal: the inverse of `ordinal`."""
    era, of_era = divmod(day - 1 + _EPOCH, 146097)
    year = (of_era - of_era // 1460 + of_era // 36524 - of_era // 146096) // 365
    of_year = of_era - (365 * year + year // 4 - year // 100)
    shifted = (5 * of_year + 2) // 153
    month = shifted + 3 if shifted < 10 else shifted - 9
    return year + era * 400 + (month <= 2), month, of_year - (153 * shifted + 2) // 5 + 1


def weekday(day: int) -> int:
    """0 for Monday to 6 for Sunday."""
    return (day - 1) % 7


def month_length(year: int, month: int) -> int:
    """Days in a month."""
    leap = month == 2 and year % 4 == 0 and (year % 100 != 0 or year % 400 == 0)
    return _LENGTHS[month - 1] + leap


def add_months(day: int, months: int) -> int:
    """The same day of the month so many months on, or that month's last day where it is shorter."""
    year, month, at = civil(day)
    years, zero_based = divmod(month - 1 + months, 12)
    year += years
    return ordinal(year, zero_based + 1, min(at, month_length(year, zero_based + 1)))


def nth_weekday(year: int, month: int, day: int, nth: int) -> int:
    """The nth (1 …) or nth last (-1 …) given weekday of a month."""
    if nth > 0:
        first = ordinal(year, month, 1)
        return first + (day - weekday(first)) % 7 + 7 * (nth - 1)
    last = ordinal(year, month, month_length(year, month))
    return last - (weekday(last) - day) % 7 + 7 * (nth + 1)


def easter(year: int) -> int:
    """Western Easter Sunday."""
    a, (b, c) = year % 19, divmod(year, 100)
    d, e = divmod(b, 4)
    g = (8 * b + 13) // 25
    h = (19 * a + b - d - g + 15) % 30
    i, k = divmod(c, 4)
    m = (a + 11 * h) // 319
    r = (2 * e + 2 * i - k - h + m + 32) % 7
    month = (h - m + r + 90) // 25
    return ordinal(year, month, (h - m + r + month + 19) % 32)
