"""What the headers of a table are: measures or things, periods, units; the words are the project's own."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

# Headers that say no more than that a value stands below.
BARE_HEADERS: Final = frozenset(
    "amount comment comments count data description detail details figure figures meaning note notes number "
    "remark remarks result results total value values".split()
)
MEANINGS: Final = frozenset({"meaning", "description"})
CURRENCIES: Final = "$€£¥"
EMPTY: Final = re.compile(r"(?:[-–—.…?]+|n/?a|none|tbd|tba)", re.IGNORECASE)

# Headers of a first column that holds what is measured or set.
MEASURE_CORNERS: Final = frozenset(
    "area aspect attribute capability category characteristic constraint default defaults detail details dimension "
    "feature features field figure figures indicator item items key kpi limit limits measure measures measurement "
    "metric metrics name option options parameter parameters plan property properties quantity quota requirement "
    "requirements resource setting settings spec specs specification specifications topic variable what".split()
) - {"plan"}
# Kinds of things whose name is followed by the kind: "the Marsk plant", "the Pro plan".
KINDS: Final = frozenset(
    "brand class division edition factory line mill mine model package plan plant route segment ship site station "
    "store tariff tier track train vessel".split()
)
# What things happen in: places and times.
SCENES: Final = frozenset(
    "area city continent country county day district market month period place province quarter region release "
    "season state term town version village week year".split()
)
ANSWERS: Final = {
    **dict.fromkeys(("yes", "y", "✓", "✔", "✅", "☑", "true", "included", "available", "supported"), True),
    **dict.fromkeys(("no", "✗", "✘", "❌", "✕", "×", "false", "not included", "not available"), False),
    **dict.fromkeys(("not supported", "unsupported", "unavailable"), False),
}
# Headers over dates: what happened to the thing of the row.
_HAPPENED: Final = frozenset("begun born built died fell founded left made met set sold won".split())
_NOT_PARTICIPLES: Final = frozenset("bed breed feed need red seed shed speed weed".split())

_VERSION: Final = re.compile(r"(?:version|release|v)?\s*(\d+(?:\.(?:\d+|x))*)", re.IGNORECASE)
_MONTHS: Final = "jan feb mar apr may jun jul aug sep oct nov dec".split()
_PERIOD: Final = re.compile(
    r"(?:(?P<part>fy|q[1-4]|h[12]|(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\.?)\s*)?"
    r"(?P<year>(?:1[89]|20)\d\d)",
    re.IGNORECASE,
)
_TURNS: Final = {
    "before": 0, "old": 0, "previous": 0, "previously": 0, "was": 0, "former": 0,
    "after": 1, "new": 1, "current": 1, "now": 1,
}  # fmt: skip

_SCALES: Final = r"(?:thousand|million|billion|trillion)s?"
_MONEY: Final = {
    "$": "dollars", "us$": "dollars", "usd": "dollars", "dollar": "dollars", "dollars": "dollars",
    "€": "euros", "eur": "euros", "euro": "euros", "euros": "euros",
    "£": "pounds", "gbp": "pounds", "pound": "pounds", "pounds": "pounds",
}  # fmt: skip
_MEASURED: Final = frozenset(
    "% percent km m cm mm ft mi miles kg g t lb lbs tons tonnes gb mb kb tb gib mib kib ms s sec seconds min minutes "
    "hours h days weeks months years kw mw gw kwh mwh gwh w v hz mhz ghz l litres liters ha hectares acres people "
    "°c °f kph mph km/h employees km² m² cm² km2 m2".split()
)
_BRACKETED: Final = re.compile(r"(?P<what>.*?)\s*(?:\((?P<unit>[^()]{1,30})\)|,\s*(?P<after>in [^,]{1,30}))")
_SPOKEN_MONEY: Final = re.compile(
    rf"(?:in )?(?:(?P<scale>{_SCALES})(?: of)? )?(?P<money>\S+)(?: (?P<behind>{_SCALES}|m|bn|k))?"
)
_SHORT_SCALES: Final = {"m": "million", "bn": "billion", "k": "thousand"}

_BYTES: Final = frozenset("b kb mb gb tb pb kib mib gib tib bytes".split())
_CLOCK: Final = frozenset("ms s sec second min minute h hour day week month year".split())
_VALUE: Final = re.compile(
    r"(?:about |up to |at least |at most |over |under |[~<>≤≥] ?)?([$€£¥]?)[-+−]?(\d[\d,.]*)(.*)"
)


def rows_are_things(corner: str, columns: Sequence[str], rows: Sequence[Sequence[str]]) -> bool:
    """Whether a table's rows are things and its columns what is said of them: each column then holds one sort of value.

    corner: the header of the column of row headers; columns: the other headers; rows: their cells.
    """
    bare = corner.lower().rstrip(" :")
    if not bare or bare in MEASURE_CORNERS or unit_of(bare) or any(map(period, columns)):
        return False
    if bare in SCENES or len(columns) == 1:
        return True
    return _alike(list(zip(*rows, strict=True))) > _alike(rows)


def _alike(lines: Sequence[Sequence[str]]) -> float:
    """The share of rows, or columns, that hold values of one sort only."""
    sorts = [{_sort(cell) for cell in line if cell and not EMPTY.fullmatch(cell)} for line in lines]
    return sum(len(found) == 1 for found in sorts) / len(sorts) if sorts else 0.0


def _sort(cell: str) -> str:
    bare = cell.lower()
    if bare in ANSWERS:
        return "answer"
    found = _VALUE.fullmatch(bare)
    if not found:
        return "words"
    sign, number, behind = found.groups()
    unit = behind.strip().split(" ")[0].removesuffix("s") if behind.strip() else ""
    if not sign and not unit and _PERIOD.fullmatch(number):
        return "year"
    return sign + ("bytes" if unit in _BYTES else "clock" if unit in _CLOCK else unit)


def plural(word: str) -> bool:
    """Whether a header's word looks like a plural noun."""
    low = word.lower()
    return len(low) > 3 and low.endswith("s") and not low.endswith(("ss", "us", "is")) and low.isalpha()


def happened(word: str) -> bool:
    """Whether a header's word says what happened: "opened", "built"."""
    return word in _HAPPENED or (word.endswith("ed") and word not in _NOT_PARTICIPLES)


def describes(text: str) -> bool:
    """Whether a header is what a thing is or is not, and not what it has: "Encrypted", "Available offline"."""
    first = text.lower().split()[0]
    return happened(first) or first.endswith(("able", "ible"))


def period(text: str) -> tuple[float, ...] | None:
    """Where a version, year, quarter or turn ("before", "now") stands in its sequence; None for other headers."""
    bare = text.strip().lower()
    if bare in _TURNS:
        return (-1, _TURNS[bare])
    dated = _PERIOD.fullmatch(bare)
    if dated:
        return (0, int(dated["year"]), _within(dated["part"]))
    version = _VERSION.fullmatch(bare)
    if version and ("." in bare or not bare.isdigit()):
        return (1, *(int(part) if part.isdigit() else 0 for part in version[1].split(".")))
    return None


def _within(part: str | None) -> int:
    if not part or part == "fy":
        return 0
    return int(part[1]) if part[1].isdigit() else _MONTHS.index(part[:3]) + 1


def unit_of(text: str) -> str:
    """The unit that a header's bare numbers are in: "million dollars" for "In million dollars" or "Revenue ($m)"."""
    bare = text.strip().rstrip(" :").lower()
    found = _BRACKETED.fullmatch(bare)
    if found:
        bare = (found["unit"] or found["after"]).strip()
    elif not bare.startswith("in "):
        return ""
    bare = bare.removeprefix("in ")
    if bare in _MEASURED:
        return "%" if bare == "percent" else bare
    joined = re.sub(r"([$€£])(?=\w)", r"\1 ", bare)
    spoken = _SPOKEN_MONEY.fullmatch(joined) or _SPOKEN_MONEY.fullmatch(" ".join(reversed(joined.split())))
    if not spoken or spoken["money"] not in _MONEY:
        return ""
    scale = spoken["scale"] or spoken["behind"] or ""
    scale = _SHORT_SCALES.get(scale, scale.removesuffix("s"))
    return f"{scale} {_MONEY[spoken['money']]}".strip()


def without_unit(text: str) -> str:
    """A header without the unit behind it."""
    found = _BRACKETED.fullmatch(text)
    return found["what"] if found and unit_of(text) else text
