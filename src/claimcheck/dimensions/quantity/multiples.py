"""Multiples: "three times as many", "threefold", "3x", "twice"; and mere occurrences, "three times a week"."""

from __future__ import annotations

from claimcheck.dimensions.quantity.draft import Draft
from claimcheck.dimensions.quantity.number import TENTH, Atoms, after_hyphen, hyphen, word_at
from claimcheck.dimensions.quantity.value import COUNT, RATIO
from claimcheck.dimensions.quantity.words import MULTIPLE_AFTER, MULTIPLE_NOUNS

_FOLD = frozenset({"fold", "-fold"})
_POSSESSED = frozenset({"the", "its", "his", "her", "their", "our", "that"})


def times_at(atoms: Atoms, k: int) -> bool:
    """Whether "times", "fold" or "x" stands at atom k."""
    at = after_hyphen(atoms, k)
    word = word_at(atoms, at)
    return word in ("times", "×") or word in _FOLD or (word in ("x", "x.") and atoms[at].glued)


def settle_multiple(atoms: Atoms, draft: Draft, k: int) -> None:
    """Makes a plain number before "times" at atom k a multiplier or a count of occurrences."""
    if draft.dimension != COUNT or not times_at(atoms, k):
        return
    at = after_hyphen(atoms, k)
    if word_at(atoms, at + 1) == "out":
        return  # "version 3.2 times out"
    token = atoms[at].i
    draft.stop = token + 1
    if word_at(atoms, at) == "times" and not hyphen(atoms, k) and not multiplies(atoms, at + 1):
        draft.unit, draft.head, draft.placed = "times", token, True
        return
    make_ratio(draft)
    if word_at(atoms, at + 1) == "as" and word_at(atoms, at + 2) in ("many", "much"):
        draft.stop = atoms[at + 2].i + 1


def make_ratio(draft: Draft) -> None:
    """Makes a number a multiplier; a round one such as "doubled" holds for what rounds to 2.0."""
    draft.dimension, draft.role, draft.unit = RATIO, "multiplier", "×"
    draft.resolution = min(draft.resolution, TENTH)


def multiplies(atoms: Atoms, k: int) -> bool:
    """Whether the words at atom k make "three times" a multiplier: "as many", "more than", "the size of"."""
    word, second = word_at(atoms, k), word_at(atoms, k + 1)
    if word == "as":
        return second.isalpha()
    if word in ("what", "more", "that"):
        return word != "that" or second in ("of", "")
    if word in _POSSESSED:
        nouns = {second, word_at(atoms, k + 2)}
        return bool(nouns & MULTIPLE_NOUNS) and second not in ("last", "past", "first")
    return word in MULTIPLE_AFTER and word.endswith(("er", "ss"))
