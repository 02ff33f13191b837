"""Ages: "19 years old", "a 19-year-old", "aged 19", "younger than 75", "Smith, 45,"; canonical unit: the month."""

from __future__ import annotations

from decimal import Decimal

from claimcheck.dimensions.interval import Interval
from claimcheck.dimensions.quantity.draft import Draft
from claimcheck.dimensions.quantity.lex import Kind
from claimcheck.dimensions.quantity.measure import Amount
from claimcheck.dimensions.quantity.number import Atoms, after_hyphen, hyphen, word_at
from claimcheck.dimensions.quantity.value import AGE
from claimcheck.dimensions.units import Unit
from claimcheck.tokens import Sentence

YEAR = Unit("year", AGE, Decimal(12))
_UNITS = {"year": YEAR, "month": Unit("month", AGE)}
OLDEST = 125
_PARTS = {"early": (0, 4), "mid": (3, 8), "late": (6, 10)}


def age_of(
    atoms: Atoms, amount: Amount, number_at: int, start: int, sentence: Sentence
) -> tuple[Unit | None, int, int]:
    """The age unit of an amount and the atoms its words start and stop at; its numbers start at atom `number_at`,
    its comparators at `start`.

    The unit is None where it is no age.
    """
    stop = amount.stop
    unit = amount.unit
    if unit is not None and unit.name not in _UNITS:
        return None, start, stop
    if unit is not None:
        at = after_hyphen(atoms, stop)
        if word_at(atoms, at) in ("old", "olds"):
            return _UNITS[unit.name], start, at + 1
        if word_at(atoms, at) == "of" and word_at(atoms, at + 1) == "age":
            return _UNITS[unit.name], start, at + 2
        if word_at(atoms, at) in ("or", "and") and word_at(atoms, at + 1) in ("older", "younger"):
            return _UNITS[unit.name], start, at
    number = amount.number
    if number.interval or number.vague or number.part or number.scaled or not 0 <= number.value <= OLDEST:
        return None, start, stop
    found = _before(atoms, start) if _before(atoms, start) < start else _before(atoms, number_at)
    if found < start or (found < number_at and word_at(atoms, number_at - 1) == "than"):
        return _UNITS[unit.name] if unit else YEAR, min(found, start), stop
    if unit is None and _apposed(atoms, amount, sentence):
        return YEAR, start, stop
    return None, start, stop


def _before(atoms: Atoms, start: int) -> int:
    """The atom where "aged", "age of", "in age from" starts that ends just before atom `start`; `start` for none."""
    at = start - 1
    if word_at(atoms, at) in ("from", "between", "over", "under", "about"):
        at -= 1
    word = word_at(atoms, at)
    if word in ("aged", "ages"):
        return at
    if word == "age" and not (at > 0 and atoms[at].glued):
        return at
    if word == "of" and word_at(atoms, at - 1) in ("age", "ages"):
        return at - 1
    if word_at(atoms, start - 1) == "than" and word_at(atoms, start - 2) in ("younger", "older"):
        return start - 2
    return start


def _apposed(atoms: Atoms, amount: Amount, sentence: Sentence) -> bool:
    """ "Smith, 45," : a bare number between commas after a person's name."""
    k, stop = amount.start, amount.stop
    if k < 2 or atoms[k].kind is not Kind.NUMBER or atoms[k].places or word_at(atoms, k - 1) != ",":
        return False
    token = sentence[atoms[k - 2].i]
    return (
        token.ent != "DATE"
        and token.pos == "PROPN"
        and amount.number.value >= 10
        and word_at(atoms, stop) in (",", ")", ".", "", ";")
    )


def decade_age(atoms: Atoms, k: int) -> Draft | None:
    """ "In her 30s", "in their early 20s" with the decade at atom k: an age; None for a decade of the calendar."""
    digits = atoms[k].low.rstrip("s").rstrip("'’")
    at, part = k - 1, ""
    if at > 0 and hyphen(atoms, at):
        at -= 1
    if word_at(atoms, at) in _PARTS:
        part = word_at(atoms, at)
        at -= 1
    if len(digits) != 2 or word_at(atoms, at) not in ("his", "her", "their", "my", "your", "our"):
        return None
    first, last = _PARTS.get(part, (0, 10))
    low, high = (Decimal(12 * (int(digits) + n)) for n in (first, last))
    return Draft(
        start=atoms[at].i,
        stop=atoms[k].i + 1,
        first=atoms[k].i,
        last=atoms[k].i + 1,
        interval=Interval(low, high, high_open=True),
        dimension=AGE,
        unit="year",
        form="range",
        resolution=Decimal(120),
        significant=Decimal(120),
        placed=True,
    )
