"""Numbers that label ("season 3", "No. 1", "section 4") and numbers that name a version."""

from __future__ import annotations

from claimcheck.dimensions.quantity.lex import Kind
from claimcheck.dimensions.quantity.number import Atoms, word_at
from claimcheck.dimensions.quantity.words import (
    LABELS,
    MONTHS,
    ORDER_LABELS,
    RANK_LABELS,
    SCALES,
    VERSION_BEFORE,
)
from claimcheck.dimensions.quantity.years import is_unit, modifies_plural
from claimcheck.tokens import Sentence

_SOFTWARE = frozenset(
    "version versions release releases lts upgrade upgrades upgraded kernel api deprecated firmware software install "
    "installed servers databases backported changelog".split()
)
# Signs of a figure, not names of a product.
_STATISTICS = frozenset("CI OR HR RR SD SE IQR P BMI EPS ERA GPA MMR RMSE AUC".split())
_NUMERIC_BEFORE = frozenset(
    "at of by to is was than about around average averaged averages only just over under".split()
)


def label_before(atoms: Atoms, k: int, sentence: Sentence) -> tuple[str, int]:
    """The label that the number at k carries ("no.", "season") and its first atom; "" and k for none."""
    at = k - 1
    if at > 0 and atoms[at].low == "." and atoms[at].glued:
        at -= 1
    low = word_at(atoms, at)
    if low not in LABELS:
        return "", k
    token, number = sentence[atoms[at].i], sentence[atoms[k].i]
    if token.pos == "VERB" and low not in RANK_LABELS:
        return "", k
    if atoms[k].kind is Kind.WORD and not atoms[at].text[0].isupper() and low not in RANK_LABELS:
        return "", k
    if low in ("no", "number", "nos", "rank", "ranked", "world", "top", "case", "cases") and modifies_plural(
        sentence, number
    ):
        return ("", k) if low not in ("top",) else (low, at)
    if number.dep == "nummod" and number.head > number.i and low not in RANK_LABELS:
        return "", k
    if at < k - 1 and low not in ("no", "nos", "nr", "sec", "fig", "p", "pp", "vol", "apt"):
        return "", k
    return low, at


def is_order(label: str) -> bool:
    """Whether a label places its number in an order ("season 3", "No. 1"), so that it is an ordinal."""
    return label.rstrip(".") in ORDER_LABELS or label in RANK_LABELS


def or_newer(atoms: Atoms, k: int) -> bool:
    return word_at(atoms, k) in ("or", "and") and word_at(atoms, k + 1) in ("later", "newer")


def names_version(atoms: Atoms, k: int, sentence: Sentence) -> bool:
    """Whether the number at k is a version: after "version" or the name of a product, or bare after "in"."""
    atom, before = atoms[k], word_at(atoms, k - 1)
    after = atoms[k + 1] if k + 1 < len(atoms) else None
    if after is not None and (after.low in SCALES or after.kind in (Kind.SIGN, Kind.CURRENCY, Kind.FRACTION)):
        return False
    if before in VERSION_BEFORE:
        verb = sentence[atoms[k - 1].i].pos == "VERB"
        surely = before in ("version", "v", "v.")  # "version 2 ends", whatever the parser takes "ends" for
        return not verb and (surely or not modifies_plural(sentence, sentence[atom.i]))
    if or_newer(atoms, k + 1) and sentence[atom.i - 1].pos == "PROPN":
        return True  # "Android 14 or later"
    if atom.places not in (1, 2) or k == 0 or atom.value >= 1000:
        return False
    return _names_release(atoms, k, sentence)


def _names_release(atoms: Atoms, k: int, sentence: Sentence) -> bool:
    """Whether a decimal without the word "version" before it is one all the same."""
    atom, before, after = atoms[k], word_at(atoms, k - 1), word_at(atoms, k + 1)
    token, previous = sentence[atom.i], atoms[k - 1]
    noun = sentence[atom.i - 1].pos in ("PROPN", "NOUN") and previous.kind is Kind.WORD
    named = noun and previous.text[0].isupper() and previous.text not in _STATISTICS and not atom.glued
    if named and after in ("release", "releases", "users", "and", "or", "to", "update"):
        return before not in MONTHS
    if k + 1 < len(atoms) and atoms[k + 1].kind is Kind.WORD:
        noun_next = sentence[atoms[k + 1].i].tag.startswith(("N", "J"))
        if noun_next or atoms[k + 1].glued or is_unit(after) or after in ("out", "on"):
            return after in ("release", "users", "version") and before in ("the", "in", "a")
    if token.ent in ("MONEY", "PERCENT", "QUANTITY"):
        return named and token.ent == "QUANTITY"
    if named:
        return before not in MONTHS
    if before in _NUMERIC_BEFORE or atom.glued:
        return False
    subject = token.dep in ("nsubj", "nsubjpass") or before in ("in", "for", "since")
    return subject or any(a.low in _SOFTWARE for a in atoms)
