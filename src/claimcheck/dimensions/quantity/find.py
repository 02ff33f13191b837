"""find(): the quantities of a sentence, left to right."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from claimcheck.dimensions.quantity.amounts import amounts_at
from claimcheck.dimensions.quantity.draft import Draft
from claimcheck.dimensions.quantity.ellipsis import share_heads, share_measures, share_rates
from claimcheck.dimensions.quantity.lex import Atom, Kind, atoms
from claimcheck.dimensions.quantity.named import part_of_word, skipped
from claimcheck.dimensions.quantity.settle import all_but, rest_of, settle
from claimcheck.dimensions.quantity.value import COUNT, SHARE, Quantity
from claimcheck.dimensions.quantity.words import GLYPHS, NUMBER_STARTS, PARTS, PLURALS, SMALL, TENS, VAGUE
from claimcheck.dimensions.quantity.wordy import WORDY, wordy_at
from claimcheck.dimensions.units import CURRENCY_CODES, MONEY
from claimcheck.policy import DEFAULT, Policy
from claimcheck.tokens import Sentence

_VAGUE_SCALED = frozenset({"several", "few", "many"})  # "several hundred"
# Words that may open a quantity; a sentence with none of them and no digit has no quantity.
AMOUNT_WORDS = (
    NUMBER_STARTS | frozenset(SMALL) | frozenset(TENS) | frozenset(PARTS) | frozenset(PLURALS) | _VAGUE_SCALED
)
ARTICLES = frozenset({"a", "an"})
# After "more than a" these count one.
_UNITS = frozenset(
    "minute hour day week fortnight month year decade century mile kilometer kilometre meter metre".split()
)
OPENERS = AMOUNT_WORDS | VAGUE | WORDY | _UNITS
_MONEY_WORDS = CURRENCY_CODES | {"Rs", "Rs.", "kr", "US", "NZ", "HK", "AU", "CA", "U.S.", "A", "C", "Kč"}
_AMOUNT_KINDS = frozenset(
    {
        Kind.NUMBER,
        Kind.FRACTION,
        Kind.GLYPH,
        Kind.ORDINAL,
        Kind.DECADE,
        Kind.VERSION,
        Kind.CURRENCY,
        Kind.RATIO,
    }
)


def find(sentence: Sentence, policy: Policy = DEFAULT) -> tuple[Quantity, ...]:
    """The quantities of a sentence in order of the text, none overlapping; dates and clock times are left out."""
    if not _worth_reading(sentence):
        return ()
    pieces = atoms(sentence)
    found: list[Quantity] = []
    taken: set[int] = set()
    without: Draft | None = None
    for draft in _drafts(pieces, sentence, policy):
        quantity = settle(sentence, draft)
        if quantity is not None and without is not None:
            quantity = rest_of(sentence, without, quantity)
        without = draft if all_but(sentence, draft) else None
        if quantity is not None and taken.isdisjoint(range(quantity.start, quantity.stop)):
            found.append(quantity)
            taken.update(quantity.words)
    _share_units(found)
    _share_changes(found, sentence)
    share_rates(found)
    share_measures(found, sentence)
    share_heads(found, sentence)
    return tuple(found)


def _share_changes(found: list[Quantity], sentence: Sentence) -> None:
    """Makes the later amounts of "rose 19% in Asia, 15% in Africa", "up $2, or 1%" changes too."""
    for n in range(len(found) - 1):
        one, two = found[n], found[n + 1]
        between = [token.text for token in sentence.tokens[one.stop : two.start]]
        alike = (one.dimension == two.dimension and one.unit == two.unit) or between in ([",", "or"], ["or"])
        if one.role != "change" or two.role != "value" or COUNT in (one.dimension, two.dimension):
            continue
        if two.head is not None or not alike:
            continue
        if not any(token.pos in ("VERB", "AUX") for token in sentence.tokens[one.stop : two.start]):
            found[n + 1] = replace(two, role="change", direction=one.direction)


def _share_units(found: list[Quantity]) -> None:
    """Gives the bare end of a change the unit of the other: "to $51.3 billion from 38.0 billion"."""
    for n in range(len(found) - 1):
        one, two = found[n], found[n + 1]
        if {one.role, two.role} != {"start", "end"}:
            continue
        if one.dimension in (MONEY, SHARE) and two.dimension == COUNT and two.head is None:
            found[n + 1] = replace(two, dimension=one.dimension, unit=one.unit)
        elif two.dimension in (MONEY, SHARE) and one.dimension == COUNT and one.head is None:
            found[n] = replace(one, dimension=two.dimension, unit=two.unit)


def _worth_reading(sentence: Sentence) -> bool:
    for token in sentence.tokens:
        text = token.text
        if text.isalpha():
            if text.lower() in OPENERS:
                return True
        elif any(c.isdigit() or c in GLYPHS for c in text) or (
            "-" in text and any(part in OPENERS for part in text.lower().split("-"))
        ):
            return True
    return False


def _drafts(pieces: list[Atom], sentence: Sentence, policy: Policy) -> Iterator[Draft]:
    k = 0
    while k < len(pieces):
        drafts, stop = _read_at(pieces, k, sentence, policy)
        yield from drafts
        k = max(stop, k + 1)


def _read_at(pieces: list[Atom], k: int, sentence: Sentence, policy: Policy) -> tuple[list[Draft], int]:
    """The quantities that start at atom k, and the atom to go on from."""
    atom = pieces[k]
    if atom.kind is Kind.WORD:
        low = atom.low
        if low in WORDY:
            drafts, stop = wordy_at(pieces, k, sentence, policy)
            if stop > k:
                return drafts, stop
        if low not in AMOUNT_WORDS and low not in ARTICLES and not _money_follows(pieces, k):
            return [], k + 1
        if part_of_word(pieces, k) and low not in AMOUNT_WORDS:
            return [], k + 1
    elif atom.kind is Kind.DASH:
        opens = k + 1 < len(pieces) and pieces[k + 1].glued and not atom.glued
        if not opens or pieces[k + 1].kind is not Kind.NUMBER:
            return [], k + 1
    elif atom.kind not in _AMOUNT_KINDS:
        return [], k + 1
    if atom.kind is Kind.NUMBER or atom.low in AMOUNT_WORDS:
        stop = skipped(pieces, k, sentence)
        if stop > k:
            return [], stop
    return amounts_at(pieces, k, sentence, policy)


def _money_follows(pieces: list[Atom], k: int) -> bool:
    """Whether a word such as "USD" or "NZ" stands before a number or a currency sign."""
    if pieces[k].text not in _MONEY_WORDS:
        return pieces[k].low in ("minus", "negative")
    return k + 1 < len(pieces) and pieces[k + 1].kind in (Kind.NUMBER, Kind.CURRENCY)
