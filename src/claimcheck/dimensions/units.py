"""Units of measure and money: words and symbols to a dimension, a canonical unit and an exact factor.

The canonical unit of every dimension is the one into which all its units convert by a decimal that ends (km/h for
speed, °F for temperature), so that a conversion never rounds. Definitions: the SI brochure (2019), NIST SP 811
(2008) appendix B for the US customary units, ISO/IEC 80000-13 for data (KB is 1,000 bytes, KiB 1,024), ISO 4217
for currencies. Calendar units do not mix: months and years are one dimension, days and weeks belong to seconds.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal

from claimcheck.dimensions.currency_table import CODES, CURRENCY_NAMES, CURRENCY_SYMBOLS, MINOR, NATIONAL
from claimcheck.dimensions.interval import EXACT, ONE, ZERO
from claimcheck.dimensions.unit_table import TABLE, Row

MONEY = "money"


@dataclass(frozen=True, slots=True)
class Unit:
    """A unit: canonical value = shown value * factor + offset. Money: `name` is the currency's code."""

    name: str
    dimension: str
    factor: Decimal = ONE
    offset: Decimal = ZERO

    def canonical(self, value: Decimal) -> Decimal:
        return EXACT.add(EXACT.multiply(value, self.factor), self.offset)


_SYMBOLS: dict[str, Unit] = {}  # case counts: MB, Mb, mm, MW
_PHRASES: dict[
    str, list[tuple[tuple[str, ...], Unit]]
] = {}  # first word -> the words after it, longest first

# The plain unit of each dimension as a reader would name it.
CANONICAL: dict[str, str] = {}


def _plurals(word: str) -> tuple[str, ...]:
    irregular = {"foot": "feet", "inch": "inches", "hertz": "hertz", "century": "centuries"}
    if word in irregular:
        return (word, irregular[word])
    return (word,) if word.endswith("s") else (word, word + "s")


def _add_phrase(words: Sequence[str], unit: Unit) -> None:
    _PHRASES.setdefault(words[0], []).append((tuple(words[1:]), unit))


def _spellings(row: Row) -> Iterator[tuple[str, ...]]:
    """The word sequences of a row: the singular and plural of each name; "kilometer~ per hour" inflects at the mark."""
    for name in row.words:
        before, mark, after = name.partition("~")
        words = before.split()
        for last in _plurals(words[-1]):
            yield (*words[:-1], last, *(after.split() if mark else ()))


def _build() -> None:
    for row in TABLE:
        unit = Unit(row.name, row.dimension, Decimal(row.factor), Decimal(row.offset))
        CANONICAL.setdefault(row.dimension, row.name)
        for symbol in row.symbols:
            _SYMBOLS[symbol] = unit
        for words in _spellings(row):
            _add_phrase(words, unit)
    for words_text, code in CURRENCY_NAMES.items():
        for last in _plurals(words_text.split()[-1]):
            _add_phrase((*words_text.split()[:-1], last), Unit(code, MONEY))
    for nation, moneys in NATIONAL.items():
        for money, code in moneys.items():
            for last in _plurals(money):
                _add_phrase((*nation.split(), last), Unit(code, MONEY))
    for words_text, (code, factor) in MINOR.items():
        _add_phrase(words_text.split(), Unit(code, MONEY, Decimal(factor)))
    for rows in _PHRASES.values():
        rows.sort(key=lambda row: -len(row[0]))


_build()

CURRENCY_CODES: frozenset[str] = frozenset(CODES)
FIRST_WORDS: frozenset[str] = frozenset(_PHRASES)


def currency(symbol: str) -> Unit | None:
    """The money of a currency symbol or an ISO 4217 code in capitals; None for any other text."""
    code = CURRENCY_SYMBOLS.get(symbol)
    if code is None and symbol in CURRENCY_CODES:
        code = symbol
    return Unit(code, MONEY) if code else None


def symbol_unit(text: str) -> Unit | None:
    """The unit of a symbol as written ("km", "MiB", "°C"), case and all; None if there is none."""
    return _SYMBOLS.get(text)


def phrase_unit(words: Sequence[str]) -> tuple[Unit, int] | None:
    """The unit that the first of the lower-case words name and how many words that takes; None if there is none."""
    rows = _PHRASES.get(words[0]) if words else None
    for rest, unit in rows or ():
        if tuple(words[1 : 1 + len(rest)]) == rest:
            return unit, 1 + len(rest)
    return None


def unit_of(text: str) -> Unit | None:
    """The unit that a whole text names: a symbol, a word, several words, a currency's symbol or code."""
    found = symbol_unit(text) or currency(text)
    if found:
        return found
    words = text.lower().split()
    phrase = phrase_unit(words)
    return phrase[0] if phrase and phrase[1] == len(words) else None


def convert(value: Decimal, source: Unit, target: Unit) -> Decimal:
    """A value in `source` given in `target`. Raises ValueError when the two measure different things."""
    if source.dimension != target.dimension or (source.dimension == MONEY and source.name != target.name):
        raise ValueError(f"{source.name} does not convert to {target.name}")
    return (source.canonical(value) - target.offset) / target.factor
