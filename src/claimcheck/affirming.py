"""Whether a word is affirmed, or stands in what a clause above it denies: "was not in talks to buy"."""

from __future__ import annotations

from typing import Final

from claimcheck.case import Case
from claimcheck.reading import Reading

# Clauses that a denial above them leaves alone: "has yet to ratify the treaty, which she signed".
OWN_CLAUSE: Final = frozenset({"conj", "relcl", "advcl", "parataxis", "appos"})


def affirmed(reading: Reading, token: int) -> bool:
    """Whether nothing that a word completes is denied: "was in talks to buy", but not "was not in talks to buy"."""
    for i in (token, *reading.sentence.path_up(token)):
        if reading.contexts[i].polarity < 0:
            return False
        if reading.sentence[i].dep in OWN_CLAUSE and not _state(reading, i):
            break
    return True


def _plain(reading: Reading, token: int) -> bool:
    return reading.contexts[token].polarity < 0 or affirmed(reading, token)


def _state(reading: Reading, token: int) -> bool:
    """ "Left nobody hurt": a bare participle behind an object says how that was left, and is no clause of its own."""
    sentence = reading.sentence
    below = [sentence[c] for c in sentence.children[token]]
    bare = not any(t.dep in {"nsubj", "nsubjpass", "mark", "aux", "auxpass"} for t in below)
    before = sentence[token - 1] if token else sentence[token]
    return (
        sentence[token].tag == "VBN" and bare and before.dep == "dobj" and before.head == sentence[token].head
    )


def both(one: Reading, token: int, other: Reading, twin: int) -> bool:
    """Whether a word and its partner are each denied themselves, or under no clause that is: else they may agree.

    Who lost or sold three ships has some or none: that there are none it neither says nor denies.
    """
    return (
        _plain(one, token) and _plain(other, twin) and _parted_with(one, token) == _parted_with(other, twin)
    )


PARTING: Final = frozenset(
    "lose sell cut shed scrap axe abolish eliminate remove withdraw drop spend close end".split()
)


def _parted_with(reading: Reading, token: int) -> bool:
    """Whether a thing is what a verb of losing takes away."""
    at = reading.sentence[token]
    return (
        at.pos in {"NOUN", "PROPN"}
        and at.dep in {"dobj", "nsubjpass"}
        and reading.contexts[token].polarity > 0
        and reading.sentence[at.head].lemma in PARTING
    )


def under_other(one: Reading, token: int, other: Reading, twin: int) -> bool:
    """Whether of a word and its partner, both affirmed, one stands under a denial: "no longer block writes"."""
    if one.contexts[token].polarity < 0 or other.contexts[twin].polarity < 0:
        return False
    return affirmed(one, token) != affirmed(other, twin)


def under_denial(case: Case, token: int) -> bool:
    """ "Has not said which group fired": under a negated predicate that both texts have, the rest is put alike."""
    for above in case.reading.sentence.path_up(token):
        k = case.reading.at.get(above)
        if k is not None and case.met(k) is not None and case.reading.contexts[above].polarity < 0:
            return True
    return False
