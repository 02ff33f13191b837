"""Scale words and letters after a number: "2.5 million", "1.2bn", "two and a half"."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

from claimcheck.dimensions.interval import ONE
from claimcheck.dimensions.quantity.lex import Kind
from claimcheck.dimensions.quantity.number import (
    TENTH,
    Atoms,
    Number,
    after_hyphen,
    and_a_part,
    plural_word,
    times,
    word_at,
)
from claimcheck.dimensions.quantity.words import GROUPS, HUNDRED, MONEY_SCALES, SCALES, SHORT_SCALES


def scaled_by(atoms: Atoms, number: Number, money: bool) -> Number:
    """The number times the scale words and glued scale letters that follow it."""
    number = with_a_part(atoms, number)
    while True:
        k = after_hyphen(atoms, number.stop)
        factor = _scale(atoms, k, number, money)
        if factor is None:
            return number
        number = replace(
            number,
            stop=k + 1,
            value=times(number.value, factor),
            shown=times(number.shown, factor),
            significant=times(number.significant, factor),
            scaled=True,
        )
        number = with_a_part(atoms, number, factor)


def _scale(atoms: Atoms, k: int, number: Number, money: bool) -> Decimal | None:
    if k >= len(atoms) or atoms[k].kind is not Kind.WORD:
        return None
    atom, low = atoms[k], atoms[k].low.rstrip(".")
    if low in SCALES:
        return SCALES[low]
    if low == HUNDRED:
        return Decimal(100)
    if low == "dozen":
        return GROUPS[low]
    if number.scaled:
        return None
    if low in SHORT_SCALES and (atom.glued or low not in ("k", "mio")):
        return SHORT_SCALES[low]
    if low == "k" and money:
        return SHORT_SCALES[low]
    if low in MONEY_SCALES and (money or (atom.glued and _counts_millions(atoms, k, low))):
        return MONEY_SCALES[low]
    return None


def _counts_millions(atoms: Atoms, k: int, low: str) -> bool:
    """Whether the "m" at k is million: a plural noun follows ("5m viewers"), or money does ("5m euros")."""
    return low in ("m", "b") and plural_word(word_at(atoms, k + 1))


def with_a_part(atoms: Atoms, number: Number, factor: Decimal = ONE) -> Number:
    """ "two and a half", "a million and a half": the part added, in units of `factor`."""
    part, stop = and_a_part(atoms, number.stop)
    if not part or number.part:
        return number
    value = number.value + times(part, factor)
    shown = times(TENTH, factor)
    return replace(number, stop=stop, value=value, raw=number.raw + part, shown=shown, significant=shown)
