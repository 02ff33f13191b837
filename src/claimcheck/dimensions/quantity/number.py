"""The number type, and the small moves over atoms that every reader makes."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal

from claimcheck.dimensions.interval import EXACT, ONE, Interval, ratio
from claimcheck.dimensions.quantity.lex import Atom, Kind

IRREGULAR_PLURALS = frozenset(
    {"people", "men", "women", "children", "police", "mice", "feet", "teeth", "lives"}
)
TENTH = Decimal("0.1")
HALF = Decimal("0.5")
Atoms = Sequence[Atom]


@dataclass(slots=True)
class Number:
    """A number read: atoms [start:stop), `raw` before its scale word, `shown` and `significant` one unit of a digit.

    `interval` is set for plural scales only ("dozens"); `part` says a fraction of something ("two-thirds");
    `vague` a number of unnamed size ("several hundred").
    """

    start: int
    stop: int
    value: Decimal
    raw: Decimal
    shown: Decimal = ONE
    significant: Decimal = ONE
    scaled: bool = False
    digits: bool = False
    part: bool = False
    vague: bool = False
    interval: Interval | None = None


def last_digit(value: Decimal) -> Decimal:
    """One unit of the last digit that is not an idle zero: 100 for 4,700, 0.1 for 1.5, 1 for 0."""
    if not value:
        return ONE
    exponent = value.normalize().as_tuple().exponent
    return Decimal(1).scaleb(exponent) if isinstance(exponent, int) else ONE


def word_at(atoms: Atoms, k: int) -> str:
    """The lower-case word or sign at k, "" outside of the sentence."""
    return atoms[k].low if 0 <= k < len(atoms) else ""


def hyphen(atoms: Atoms, k: int) -> bool:
    """Whether atom k is a dash that joins what stands before it to what stands after it."""
    return k + 1 < len(atoms) and atoms[k].kind is Kind.DASH and atoms[k].glued and atoms[k + 1].glued


def after_hyphen(atoms: Atoms, k: int) -> int:
    """k, or k + 1 where k is a joining dash."""
    return k + 1 if hyphen(atoms, k) else k


def times(a: Decimal, b: Decimal) -> Decimal:
    return EXACT.multiply(a, b)


def fraction_of(atom: Atom) -> tuple[Decimal, Decimal]:
    """The two numbers of an atom such as "3/4"; a denominator of 0 is given as it stands."""
    top, _, bottom = atom.text.partition("/")
    return Decimal(top), Decimal(bottom)


def plural_word(word: str) -> bool:
    """Whether a word looks like a plural noun."""
    return (len(word) > 3 and word.endswith("s") and not word.endswith("ss")) or word in IRREGULAR_PLURALS


def and_a_part(atoms: Atoms, k: int) -> tuple[Decimal, int]:
    """The fraction that "and a half", "and three quarters" at k adds, and the atom after it; 0 and k for none."""
    k0 = k
    k = after_hyphen(atoms, k)
    if word_at(atoms, k) != "and":
        return Decimal(0), k0
    k = after_hyphen(atoms, k + 1)
    top = {"a": 1, "one": 1, "three": 3}.get(word_at(atoms, k))
    if top is None:
        return Decimal(0), k0
    k = after_hyphen(atoms, k + 1)
    word = word_at(atoms, k)
    if (word in ("half", "quarter") and top == 1) or (word == "quarters" and top == 3):
        if word_at(atoms, k + 1) == "of":
            return Decimal(0), k0
        return ratio(top, 2 if word == "half" else 4), k + 1
    return Decimal(0), k0
