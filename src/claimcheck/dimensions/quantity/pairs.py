"""Two amounts that belong together: ranges, the two ends of a change, tolerances."""

from __future__ import annotations

from decimal import Decimal

from claimcheck.dimensions.quantity.draft import low
from claimcheck.dimensions.quantity.lex import Kind
from claimcheck.dimensions.quantity.measure import Amount, read_amount
from claimcheck.dimensions.quantity.number import Atoms, after_hyphen, hyphen, times, word_at
from claimcheck.dimensions.quantity.numeral import read_number
from claimcheck.dimensions.quantity.words import CHANGE_NOUNS, MOVES, RANGE_VERBS, TRANSFERS
from claimcheck.tokens import Sentence

_SOFTENERS = frozenset({"about", "around", "roughly", "some", "approximately", "nearly", "almost", "just", "over",
                        "perhaps", "maybe", "at", "least", "an", "estimated"})  # fmt: skip


def _anchor(atoms: Atoms, start: int) -> int:
    """The atom before the approximators that precede atom `start`."""
    at = start - 1
    while at >= 0 and start - at <= 3 and atoms[at].low in _SOFTENERS:
        at -= 1
    return at


def between(atoms: Atoms, amount: Amount) -> int:
    """The atom that a range starts at: "between" or "from" where one precedes it, else the first amount."""
    at = _anchor(atoms, amount.start)
    return at if word_at(atoms, at) in ("between", "from") else amount.start


def joined(atoms: Atoms, first: Amount, sentence: Sentence) -> Amount | None:
    """The second amount of "16 to 18", "between 5 and 10", "$10-20 million", units and scales shared; None if none.

    Both amounts are changed in place by what they share.
    """
    if first.number.interval or first.number.vague or first.of:
        return None
    at, link = _link(atoms, first)
    if not link or at >= len(atoms):
        return None
    at = _past_softeners(atoms, at) if link == "to" else at
    second = read_amount(atoms, at, money_meant=first.unit is not None and first.unit.dimension == "money")
    if second is None or second.number.interval or second.number.vague or second.of:
        return None
    if link == "to" and (_moves_to(atoms, first, second, sentence) or _given_to(first, second)):
        return None
    if link == "or" and not _alternatives(first, second):
        return None
    if link in ("-", "or", "and") and first.number.part != second.number.part:
        return None
    return second if _share(first, second) else None


def _moves_to(atoms: Atoms, first: Amount, second: Amount, sentence: Sentence) -> bool:
    """Whether "rose 12% to 51%", "by 3 to 45" gives a change and where it led, not a range."""
    if first.unit is None and second.unit is not None:
        return False
    at = _anchor(atoms, first.start)
    if at < 0 or atoms[first.stop].kind is Kind.DASH:
        return False
    token = sentence[atoms[at].i]
    return token.lower in ("by", "up", "down") or (token.pos == "VERB" and token.lemma in MOVES)


def _given_to(first: Amount, second: Amount) -> bool:
    """Whether "12 million euros to 4,000 families" hands the one to the others: a range ascends."""
    return first.unit is not None and second.unit is None and second.number.value < first.number.value


def _past_softeners(atoms: Atoms, at: int) -> int:
    return at + 1 if word_at(atoms, at) in ("about", "around", "nearly", "almost", "roughly", "some") else at


def _link(atoms: Atoms, first: Amount) -> tuple[int, str]:
    """The atom after what joins the first amount to a second one, and the kind of joint ("" for none)."""
    at = first.stop
    if at >= len(atoms):
        return at, ""
    atom = atoms[at]
    if atom.kind is Kind.DASH and len(atom.text) <= 2 and at + 1 < len(atoms):
        spaced = not atom.glued and not atoms[at + 1].glued
        if atom.glued and word_at(atoms, at + 1) in ("to", "or") and not atoms[at + 1].glued:
            return at + 2, word_at(atoms, at + 1)  # "18- to 24-year-olds"
        if hyphen(atoms, at):
            inner = word_at(atoms, at + 1)
            return (after_hyphen(atoms, at + 2), inner) if inner in ("to", "or") else (at + 1, "-")
        return (at + 1, "-") if spaced and atom.text == "–" else (at, "")
    if atom.low in ("to", "through"):
        return at + 1, "to"
    opened = word_at(atoms, _anchor(atoms, first.start))
    if atom.low == "and" and opened == "between":
        return at + 1, "and"
    return (at + 1, "or") if atom.low == "or" else (at, "")


def _alternatives(first: Amount, second: Amount) -> bool:
    """Whether "N or M" names a span: "two or three", not "5 or 500"."""
    plain = first.unit is None and first.number.value < second.number.value <= 2 * first.number.value
    return plain and (second.number.value - first.number.value <= 10 or second.number.scaled)


def _share(first: Amount, second: Amount) -> bool:
    """Gives each amount the unit and scale it takes from the other; False when they measure different things."""
    one, two = first.number, second.number
    if first.unit is None and second.unit is not None:
        first.unit = second.unit
    elif second.unit is None and first.unit is not None:
        if first.unit.dimension not in ("money", "share", "points"):
            return False
        second.unit = first.unit
    if first.unit is not None and second.unit is not None and first.unit != second.unit:
        return _same_unit(first, second)
    if two.scaled and not one.scaled and one.value < two.raw and two.raw:
        factor = two.value / two.raw
        one.value, one.shown = times(one.value, factor), times(one.shown, factor)
        one.significant, one.scaled = times(one.significant, factor), True
    return True


def _same_unit(first: Amount, second: Amount) -> bool:
    """Brings the first amount into the second's unit, where both are units of one dimension without offset."""
    a, b = first.unit, second.unit
    if a is None or b is None or a.dimension != b.dimension or a.offset or b.offset:
        return False
    if a.dimension == "money" and a.name != b.name:
        return False
    factor = a.factor / b.factor
    first.number.value = times(first.number.value, factor)
    first.unit = b
    return True


def transferred(atoms: Atoms, first: Amount, second: Amount, sentence: Sentence) -> bool:
    """Whether "from A to B" tells a change from one value to another, not a range (which ascends)."""
    at = _anchor(atoms, first.start)
    if word_at(atoms, at) != "from":
        return False
    token = sentence[atoms[at].i]
    governor = sentence[token.head]
    if (
        governor.lemma in TRANSFERS
        or governor.lemma in CHANGE_NOUNS
        or low(sentence, token.i - 1) in ("up", "down")
    ):
        return True
    return second.number.value < first.number.value and governor.lemma not in RANGE_VERBS


def tolerance(atoms: Atoms, k: int) -> tuple[Decimal | None, int]:
    """The value after "±", "+/-" or "plus or minus" at k and the atom after it; None and k for none."""
    at = k
    if word_at(atoms, k) in ("±", "+/-", "+/−", "+/–"):
        at = k + 1
    elif word_at(atoms, k) == "+" and word_at(atoms, k + 1) in ("/-", "/"):
        at = k + (3 if word_at(atoms, k + 2) == "-" else 2)
    elif [word_at(atoms, k + n) for n in range(3)] == ["plus", "or", "minus"]:
        at = k + 3
    else:
        return None, k
    number = read_number(atoms, at)
    if number is None or number.interval or number.vague:
        return None, k
    return number.value, number.stop
