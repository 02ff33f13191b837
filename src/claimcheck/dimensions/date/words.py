"""The words of dates and times: months, weekdays, numbers, units, seasons, zones; and the regexes made of them."""

from __future__ import annotations

MONTHS = ("january", "february", "march", "april", "may", "june", "july", "august", "september", "october",
          "november", "december")  # fmt: skip
WEEKDAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
MONTH = {name: k + 1 for k, name in enumerate(MONTHS)} | {name[:3]: k + 1 for k, name in enumerate(MONTHS)}
MONTH["sept"] = 9
WEEKDAY = {name: k for k, name in enumerate(WEEKDAYS)}
WEEKDAY |= {
    "mon": 0,
    "tue": 1,
    "tues": 1,
    "wed": 2,
    "thu": 3,
    "thur": 3,
    "thurs": 3,
    "fri": 4,
    "sat": 5,
    "sun": 6,
}

# Months that are as often a name, a verb or a modal: they need a day, a year or a preposition beside them.
DOUBTFUL_MONTHS = frozenset({"may", "march", "mar", "april", "june", "august", "jan"})

_UNITS = ("zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen "
          "seventeen eighteen nineteen").split()  # fmt: skip
_TENS = "twenty thirty forty fifty sixty seventy eighty ninety".split()
NUMBER = {word: k for k, word in enumerate(_UNITS)} | {word: 10 * k + 20 for k, word in enumerate(_TENS)}
NUMBER |= {f"{ten}{dash}{one}": 10 * k + 20 + n for k, ten in enumerate(_TENS)
           for n, one in enumerate(_UNITS[:10]) if n for dash in "- "}  # fmt: skip
NUMBER |= {"a": 1, "an": 1, "the": 1, "a single": 1, "a dozen": 12, "a hundred": 100}

ORDINAL = {word: k + 1 for k, word in enumerate(
    "first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth "
    "fifteenth sixteenth seventeenth eighteenth nineteenth twentieth".split())}  # fmt: skip
ORDINAL |= {"twenty-first": 21, "twenty first": 21, "last": -1, "final": -1}

DECADE_WORDS = {"twenties": 20, "thirties": 30, "forties": 40, "fifties": 50, "sixties": 60, "seventies": 70,
                "eighties": 80, "nineties": 90}  # fmt: skip

# Northern seasons, as (month, day): what every reckoning agrees on, then the widest.
SEASONS = {
    "spring": ((3, 20), (5, 31), (3, 1), (6, 21)),
    "summer": ((6, 21), (8, 31), (6, 1), (9, 23)),
    "autumn": ((9, 23), (11, 30), (9, 1), (12, 21)),
    "fall": ((9, 23), (11, 30), (9, 1), (12, 21)),
    "winter": ((12, 21), (2, 28), (12, 1), (3, 20)),
}

# Offsets from UTC in minutes. Abbreviations with several common meanings (IST) are left out: no offset is known.
ZONES = {
    "utc": 0, "gmt": 0, "z": 0, "zulu": 0, "wet": 0, "west": 60, "bst": 60, "cet": 60, "cest": 120, "eet": 120,
    "eest": 180, "msk": 180, "est": -300, "edt": -240, "cst": -360, "cdt": -300, "mst": -420, "mdt": -360,
    "pst": -480, "pdt": -420, "akst": -540, "hst": -600, "jst": 540, "kst": 540, "aest": 600, "aedt": 660,
    "sgt": 480, "hkt": 480, "nzst": 720, "nzdt": 780,
    "central european time": 60, "central european summer time": 120, "eastern european time": 120,
    "greenwich mean time": 0, "coordinated universal time": 0, "universal time": 0, "british summer time": 60,
    "eastern standard time": -300, "eastern daylight time": -240, "central standard time": -360,
    "central daylight time": -300, "mountain standard time": -420, "mountain daylight time": -360,
    "pacific standard time": -480, "pacific daylight time": -420, "moscow time": 180, "india standard time": 330,
    "japan standard time": 540,
}  # fmt: skip
# Zones that move with the season: standard offset; US rule since 2007.
US_ZONES = {"et": -300, "ct": -360, "mt": -420, "pt": -480, "eastern time": -300, "central time": -360,
            "mountain time": -420, "pacific time": -480, "eastern": -300, "pacific": -480}  # fmt: skip


def alternatives(words: object) -> str:
    """A regex of literal words, longest first."""
    names = sorted((str(word) for word in words), key=len, reverse=True)  # type: ignore[attr-defined]
    return "|".join(name.replace(" ", r"\s") for name in names)


MON = (
    r"(?:(?:january|february|march|april|may|june|july|august|september|october|november|december)\b"
    r"|(?:jan|feb|mar|apr|jun|jul|aug|sept?|oct|nov|dec)\b\.?)"
)
YEAR = r"(?:1\d|2[01])\d\d(?![\d%]|[.,:]\d)"
NUMBER_WORD = (  # the keys of NUMBER: a pattern that compiles ten times faster than the list of them
    r"(?:(?:twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety)(?:[\s-](?:one|two|three|four|five|six|seven|eight|nine))?"
    r"|zero|one|two|three|fourteen|four|fifteen|five|sixteen|six|seventeen|seven|eighteen|eight|nineteen|nine|ten|eleven"
    r"|twelve|thirteen|a\s(?:single|dozen|hundred)|an?|the)(?![a-z])"
)
NUM = rf"(?:\d{{1,3}}(?![\d.,:]*\d)|{NUMBER_WORD})"
