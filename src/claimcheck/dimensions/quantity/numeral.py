"""read_number(): one number off the atoms, in digits, words or both."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

from claimcheck.dimensions.interval import ratio
from claimcheck.dimensions.quantity.lex import Kind
from claimcheck.dimensions.quantity.number import (
    TENTH,
    Atoms,
    Number,
    after_hyphen,
    fraction_of,
    hyphen,
    last_digit,
    word_at,
)
from claimcheck.dimensions.quantity.scales import scaled_by
from claimcheck.dimensions.quantity.spelled import half_of, in_words, plural_scale
from claimcheck.dimensions.quantity.words import GLYPHS, GROUPS, HUNDRED, PARTS, SCALES


def read_number(atoms: Atoms, k: int, money: bool = False) -> Number | None:
    """The number that starts at atom k, with its scale; None if there is none. `money` lets "m" mean million."""
    if k >= len(atoms):
        return None
    atom = atoms[k]
    if atom.kind is Kind.NUMBER:
        return scaled_by(atoms, _digits(atoms, k), money)
    if atom.kind is Kind.GLYPH:
        top, bottom = GLYPHS[atom.text]
        return scaled_by(
            atoms, Number(k, k + 1, ratio(top, bottom), ratio(top, bottom), TENTH, TENTH, digits=True), money
        )
    if atom.kind is not Kind.WORD:
        return None
    if atom.low in ("a", "an"):
        return _after_article(atoms, k)
    return plural_scale(atoms, k) or half_of(atoms, k) or in_words(atoms, k)


def _after_article(atoms: Atoms, k: int) -> Number | None:
    """ "A million", "a dozen", "a couple of", "a few hundred": the number with its article."""
    at = after_hyphen(atoms, k + 1)
    word = word_at(atoms, at)
    if word not in SCALES and word not in GROUPS and word not in PARTS and word not in (HUNDRED, "few"):
        return None
    number = half_of(atoms, at) if word in PARTS else plural_scale(atoms, at) or in_words(atoms, at)
    return replace(number, start=k) if number else None


def _digits(atoms: Atoms, k: int) -> Number:
    atom = atoms[k]
    value = atom.value
    shown = Decimal(1).scaleb(-atom.places)
    number = Number(k, k + 1, value, value, shown, shown if atom.places else last_digit(value), digits=True)
    if k + 1 < len(atoms) and not atom.places:
        after = atoms[k + 1]
        if after.kind is Kind.GLYPH:
            return _mixed(number, GLYPHS[after.text], k + 2)
        if after.kind is Kind.FRACTION and not after.glued:
            top, bottom = fraction_of(after)
            if top < bottom <= 16 and top == top.to_integral_value():
                return _mixed(number, (int(top), int(bottom)), k + 2)
        if hyphen(atoms, k + 1) and atoms[k + 2].kind is Kind.FRACTION:
            top, bottom = fraction_of(atoms[k + 2])
            if top < bottom <= 16 and top == top.to_integral_value():
                return _mixed(number, (int(top), int(bottom)), k + 3)
    return number


def _mixed(number: Number, part: tuple[int, int], stop: int) -> Number:
    value = number.value + ratio(*part)
    return replace(number, stop=stop, value=value, raw=value, shown=TENTH, significant=TENTH)
