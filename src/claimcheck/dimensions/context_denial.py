"""Denials that stand away from their verb: "no longer", "not until", "know of no"."""

from __future__ import annotations

from typing import Final

from claimcheck.dimensions.context_noun import negative
from claimcheck.tokens import Sentence

ANY_MORE: Final = frozenset({"any", "more", "longer", "anymore"})
OF_NOTHING: Final = frozenset("know hear learn result lead end tell".split())


def any_more(sentence: Sentence, j: int) -> bool:
    word = sentence[j].lower
    return word in ("anymore", "longer") or (word == "more" and j > 0 and sentence[j - 1].lower == "any")


def until(sentence: Sentence, i: int) -> bool:
    for k in sentence.children[i]:
        if sentence[k].lower == "until" and k > i:
            return True
        if sentence[k].dep == "advcl" and any(sentence[j].lower == "until" for j in sentence.children[k]):
            return True
    return False


def not_before(sentence: Sentence, verb: int) -> bool:
    """ "Will not open before May 3": it will open, then or later."""
    below = [sentence[k] for k in sentence.children[verb]]
    ahead = any(t.dep == "aux" and t.lemma in {"will", "shall", "would"} for t in below)
    before = (t for t in below if t.lower == "before" and t.i > verb and t.dep == "prep")
    named = any(sentence[k].pos in {"PROPN", "NUM"} for t in before for k in sentence.children[t.i])
    return ahead and named and any(t.dep == "neg" for t in below)


def nothing(sentence: Sentence, preposition: int) -> int | None:
    """The "no" of "knows of no attack", "resulted in no arrests", which denies the verb's own clause."""
    below = (k for k in sentence.children[preposition] if sentence[k].dep == "pobj")
    return next((found for k in below if (found := negative(sentence, k)) is not None), None)
