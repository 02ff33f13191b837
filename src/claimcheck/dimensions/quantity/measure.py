"""Amounts: a number with its currency sign or unit, "5 feet 6 inches", "a minute and a half", "half an hour"."""

from __future__ import annotations

from dataclasses import dataclass

from claimcheck.dimensions.interval import ONE, ratio
from claimcheck.dimensions.quantity.lex import Kind
from claimcheck.dimensions.quantity.number import (
    TENTH,
    Atoms,
    Number,
    after_hyphen,
    and_a_part,
    hyphen,
    times,
    word_at,
)
from claimcheck.dimensions.quantity.numeral import read_number
from claimcheck.dimensions.quantity.unit_words import unit_at
from claimcheck.dimensions.quantity.words import GROUPS, PARTS, SCALES
from claimcheck.dimensions.units import MONEY, Unit, currency, unit_of

_INCH = unit_of("inch")
COMPOUND = frozenset({"length", "mass", "duration", "calendar"})


@dataclass(slots=True)
class Amount:
    """A number and what it measures; atoms [start:stop). `unit` is None for a plain count."""

    start: int
    stop: int
    number: Number
    unit: Unit | None = None
    of: bool = False  # the unit was reached through "of": "three-quarters of a mile"
    op: str = ""  # what stands between number and unit: "ge" for "50+ dollars"


def read_amount(atoms: Atoms, k: int, *, money_meant: bool = False) -> Amount | None:
    """The amount that starts at atom k; None if there is none. `money_meant`: a sum, though it shows no sign."""
    if k >= len(atoms):
        return None
    money, at = _currency_at(atoms, k)
    sign, at = _sign(atoms, at)
    number = read_number(atoms, at, money is not None or money_meant)
    if number is None:
        return None if money else _unit_part(atoms, k)
    if sign:
        number.value, number.raw = -number.value, -number.raw
    if money:
        return Amount(k, _name_of_money(atoms, number.stop), number, money)
    amount = Amount(k, number.stop, number)
    unit, stop = unit_at(atoms, number.stop, number)
    if unit is None:
        unit, stop = _unit_after_plus(atoms, amount)
    if (
        unit is None
        and (number.interval or number.part or number.vague)
        and word_at(atoms, number.stop) == "of"
    ):
        unit, stop = _unit_of(atoms, number.stop + 1, number)
        amount.of = unit is not None
    if unit is None:
        return amount
    amount.unit, amount.stop = unit, stop
    _add_half(atoms, amount)
    _add_smaller(atoms, amount)
    return amount


def _currency_at(atoms: Atoms, k: int) -> tuple[Unit | None, int]:
    """The currency whose sign, code or both ("US $") stands at k, and the atom after it."""
    atom = atoms[k]
    if atom.kind is Kind.CURRENCY:
        return currency("US$" if atom.text == "U.S.$" else atom.text), k + 1
    if atom.kind is not Kind.WORD or k + 1 >= len(atoms):
        return None, k
    following = atoms[k + 1]
    if following.kind is Kind.CURRENCY and atom.text.replace(".", "") in (
        "US",
        "NZ",
        "HK",
        "AU",
        "CA",
        "A",
        "C",
        "S",
    ):
        if len(atom.text) > 1 or following.glued:
            return currency(atom.text.replace(".", "") + following.text) or currency(following.text), k + 2
        return None, k
    if following.kind is Kind.NUMBER and (money := currency(atom.text)) is not None:
        return money, k + 1
    return None, k


def _sign(atoms: Atoms, k: int) -> tuple[bool, int]:
    """Whether a minus stands at k before a glued number ("-5", "minus 5"), and the atom after it."""
    if k + 1 < len(atoms) and atoms[k + 1].kind is Kind.NUMBER:
        atom = atoms[k]
        if atom.kind is Kind.DASH and not atom.glued and atoms[k + 1].glued and len(atom.text) == 1:
            return True, k + 1
        if atom.low in ("minus", "negative"):
            return True, k + 1
    return False, k


def _name_of_money(atoms: Atoms, k: int) -> int:
    """The atom after a currency's name or code that repeats the sign: "$5 million dollars", "$5 USD"."""
    if k < len(atoms) and (
        word_at(atoms, k) in ("dollars", "euros") or atoms[k].text in ("USD", "EUR", "GBP", "US")
    ):
        return k + 1
    return k


def _unit_of(atoms: Atoms, k: int, number: Number) -> tuple[Unit | None, int]:
    """The unit after "of": "millions of dollars", "a quarter of an hour"."""
    if word_at(atoms, k) in ("a", "an"):
        k += 1
    return unit_at(atoms, k, number)


def _unit_part(atoms: Atoms, k: int) -> Amount | None:
    """ "half an hour", "half a mile", "half-hour", "quarter of an hour", "a quarter-mile": part of one unit."""
    first = after_hyphen(atoms, k + 1) if atoms[k].low in ("a", "an", "one") else k
    top = PARTS.get(word_at(atoms, first))
    if top not in (2, 3, 4):
        return None
    at = after_hyphen(atoms, first + 1)
    if word_at(atoms, at) == "of":
        at += 1
    article = word_at(atoms, at) in ("a", "an")
    at = after_hyphen(atoms, at + article)
    if not article and not hyphen(atoms, first + 1):
        return None
    value = ratio(1, top)
    number = Number(k, at, value, value, TENTH, TENTH)
    unit, stop = unit_at(atoms, at, number)
    if unit is None or unit.dimension == MONEY:
        return None
    return Amount(k, stop, number, unit)


def read_one(atoms: Atoms, k: int) -> Amount | None:
    """ "a minute and a half", "an hour" at k: one unit that an article counts; None if there is none."""
    if word_at(atoms, k) not in ("a", "an", "one"):
        return None
    number = Number(k, k + 1, ONE, ONE)
    unit, stop = unit_at(atoms, k + 1, number)
    if unit is None or word_at(atoms, k + 1) in SCALES or word_at(atoms, k + 1) in GROUPS:
        return None
    amount = Amount(k, stop, number, unit)
    _add_half(atoms, amount)
    _add_smaller(atoms, amount)
    return amount


def _unit_after_plus(atoms: Atoms, amount: Amount) -> tuple[Unit | None, int]:
    """The unit in "50+ dollars", "10-plus years", "30-odd miles", the operator noted in the amount."""
    number, at = amount.number, amount.number.stop
    op, after_op = "", at
    if word_at(atoms, at) == "+" and atoms[at].glued:
        op, after_op = "ge", at + 1
    elif hyphen(atoms, at) and word_at(atoms, at + 1) in ("plus", "odd"):
        op, after_op = ("ge" if word_at(atoms, at + 1) == "plus" else "about"), at + 2
    if not op:
        return None, at
    unit, stop = unit_at(atoms, after_op, number)
    if unit is not None:
        amount.op = op
    return unit, stop


def _add_half(atoms: Atoms, amount: Amount) -> None:
    part, stop = and_a_part(atoms, amount.stop)
    number = amount.number
    if part and number.interval is None and not number.part:
        number.value += part
        number.raw += part
        number.shown = number.significant = TENTH
        amount.stop = stop


def _add_smaller(atoms: Atoms, amount: Amount) -> None:
    """ "5 feet 6 inches", "2 hours and 30 minutes": the smaller unit joined to the greater."""
    unit = amount.unit
    if unit is None or unit.dimension not in COMPOUND or amount.number.interval or amount.number.value < 0:
        return
    at = after_hyphen(atoms, amount.stop + (word_at(atoms, amount.stop) == "and"))
    number = read_number(atoms, at)
    if number is None or number.interval or number.vague:
        return
    smaller, stop = unit_at(atoms, number.stop, number)
    if smaller is None and unit.name == "ft" and at > amount.stop and word_at(atoms, amount.stop) != "and":
        smaller, stop = _INCH, number.stop  # "6-foot-2"
    if smaller is None or smaller.dimension != unit.dimension or smaller.factor >= unit.factor:
        return
    share = ratio(smaller.factor, unit.factor)
    if times(number.value, share) >= 1:
        return
    whole = amount.number
    # Exact in the smaller unit, so count in that.
    whole.value = times(whole.value, ratio(unit.factor, smaller.factor)) + number.value
    whole.shown, whole.significant = number.shown, number.shown
    amount.unit, amount.stop = smaller, stop
