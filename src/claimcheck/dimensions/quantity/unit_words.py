"""The unit that stands after a number: its words or its symbol, as far as they can be one there."""

from __future__ import annotations

from decimal import Decimal

from claimcheck.dimensions.quantity.lex import Kind
from claimcheck.dimensions.quantity.number import Atoms, Number, after_hyphen, hyphen, word_at
from claimcheck.dimensions.units import FIRST_WORDS, MONEY, Unit, currency, phrase_unit, symbol_unit

# Symbols that are common words or letters otherwise: a unit only when glued to the number.
GLUED_ONLY = frozenset(
    {"B", "C", "F", "J", "M", "T", "V", "AU", "NM", "pt", "pps", "in", "t", "l", "cc", "nm", "W"}
)
# One letter that stands for a unit after a number even across a space.
_GLUED_MONEY = {"p": ("GBP", "0.01"), "c": ("USD", "0.01"), "¢": ("USD", "0.01")}
_GLUED_UNITS = {"C": "°C", "F": "°F", "t": "t", "W": "W", "V": "V", "J": "J", "in": "in"}
_QUOTED_UNITS = {"″": "in", "′": "ft"}
_MASS_WORDS = frozenset("weigh weighs weighed weighing weight heavy lose lost gain gained shed ounces pressure bench "
                        "lifted lift feet foot".split())  # fmt: skip


def unit_at(atoms: Atoms, k: int, number: Number) -> tuple[Unit | None, int]:
    """The unit at atom k, after a joining dash or not, and the atom after it; None and k for none."""
    joined = hyphen(atoms, k)
    at = after_hyphen(atoms, k)
    if at >= len(atoms):
        return None, k
    atom = atoms[at]
    if atom.kind not in (Kind.WORD, Kind.SIGN, Kind.PUNCT, Kind.CURRENCY):
        return None, k
    phrase = _phrase(atoms, at)
    if phrase:
        unit, stop = phrase
        return _settled(atoms, unit, number, at, stop), stop
    text = atom.text.rstrip(".") if len(atom.text) > 2 else atom.text
    if atom.glued and not joined and number.digits:
        if text in _GLUED_MONEY:
            code, factor = _GLUED_MONEY[text]
            return Unit(code, MONEY, Decimal(factor)), at + 1
        if text in _GLUED_UNITS:
            return symbol_unit(_GLUED_UNITS[text]) or symbol_unit("in"), at + 1
        if text in _QUOTED_UNITS:
            return symbol_unit(_QUOTED_UNITS[text]), at + 1
    if text in GLUED_ONLY and not joined:
        return None, k
    found = symbol_unit(text)
    if found is None and not joined and text.isupper():
        found = currency(text)
    if (
        found is None
        or (atom.kind is Kind.WORD and not number.digits)
        or _letter_elsewhere(atoms, at, joined)
    ):
        return None, k
    return found, at + 1


def _letter_elsewhere(atoms: Atoms, at: int, joined: bool) -> bool:
    """Whether a one-letter symbol across a space is more likely something else ("5 m" reads, "5 s" does not)."""
    atom = atoms[at]
    return (
        len(atom.text) == 1
        and atom.kind is Kind.WORD
        and not atom.glued
        and not joined
        and atom.text not in "mgKL"
    )


def _phrase(atoms: Atoms, k: int) -> tuple[Unit, int] | None:
    """The unit that the words at k name ("percentage points", "km per hour"); joining dashes do not count."""
    first = atoms[k].low
    if first not in FIRST_WORDS:
        first = first.rstrip(".")
        if first not in FIRST_WORDS or len(first) < 3:
            return None
    words, places = [first], [k]
    at = k + 1
    while at < len(atoms) and len(words) < 4:
        at = after_hyphen(atoms, at)
        words.append(atoms[at].low.rstrip(".") or atoms[at].low)
        places.append(at)
        at += 1
    found = phrase_unit(words)
    return (found[0], places[found[1] - 1] + 1) if found else None


def _settled(atoms: Atoms, unit: Unit, number: Number, at: int, stop: int) -> Unit | None:
    """The unit, where its word can be one here: pounds of money or mass, "won" the verb, "second" the ordinal."""
    word = atoms[at].low
    if word in ("pound", "pounds") and stop == at + 1:
        near = {word_at(atoms, n) for n in range(max(0, number.start - 6), min(len(atoms), stop + 4))}
        spends = (near & _SPENDING or number.scaled) and word_at(atoms, stop) != "of"
        return Unit("GBP", MONEY) if spends and not near & _MASS_WORDS else unit
    if word in ("won", "real", "crown", "crowns") and not number.scaled:
        return None
    if word in ("second", "min", "sec") and number.value != 1 and not hyphen(atoms, at - 1):
        return None
    if (
        word == "stone"
        and word_at(atoms, stop).isalpha()
        and word_at(atoms, stop) not in ("and", "in", "lighter")
    ):
        return None
    return unit


_SPENDING = frozenset(
    "cost costs costing pay paid pays paying spend spent price prices priced worth fine fined earn earned earns raise "
    "raised sell sold fee fees salary wage wages bill bills tax debt fund loan save saved deposit owe owed ticket "
    "tickets budget cash bought buy sterling pence charge charged value valued stolen stole prize".split()
)
