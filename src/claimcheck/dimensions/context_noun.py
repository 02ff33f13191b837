"""What a nominal says of itself: that there is none of it, not all of it, or that it is presupposed."""

from __future__ import annotations

from dataclasses import replace
from typing import Final

from claimcheck.dimensions.context_kinds import Context, Modality, Strength
from claimcheck.dimensions.context_marks import (
    ALMOST,
    DEFINITE,
    NEGATIVE_DETERMINERS,
    NEGATIVE_PRONOUNS,
    NEGATORS,
    NO_EXCEPTIONS,
    SCARCELY,
)
from claimcheck.dimensions.context_words import SIGNATURES, VERBS
from claimcheck.tokens import Sentence, Token

WHOLE: Final = frozenset(
    {"all", "every", "everyone", "everybody", "everything", "both", "each", "everywhere"}
)


_AHEAD: Final = frozenset({Modality.PLAN, Modality.SCHEDULE, Modality.INTENTION})


def apposed(token: Token, own: Context, around: Context) -> Context:
    """The context of an apposition to a noun. "Agreed to buy Tarnby, a maker of pumps": what a name's apposition says
    is neither planned nor doubted."""
    beside = replace(own.bare(), strength=around.strength)
    if token.pos != "PROPN" or own.modality not in _AHEAD:
        return beside
    firm = Strength.ATTRIBUTED if own.speakers else Strength.FACT
    return replace(beside, strength=firm, within=Strength.FACT, modality=Modality.NONE)


def word_after(sentence: Sentence, i: int) -> str:
    return sentence[i + 1].lower if i + 1 < len(sentence) else ""


def negative(sentence: Sentence, i: int) -> int | None:
    """The negator of a nominal ("no systems", "none", "neither of", "not a single"), or None."""
    token = sentence[i]
    if token.lower in NEGATIVE_PRONOUNS and word_after(sentence, i) != "but":
        return i
    if token.lower == "any" and _scarcely(sentence, i):
        return i - 1
    for k in sentence.children[i]:
        below = sentence[k]
        word = below.lower
        if word == "any" and _scarcely(sentence, k):
            return k - 1
        if below.dep in ("det", "preconj", "cc", "neg") and word in NEGATIVE_DETERMINERS:
            if word_after(sentence, k) not in NO_EXCEPTIONS and (below.dep != "cc" or k < i):
                return k
        elif below.dep == "neg" and word in NEGATORS and _negates_thing(sentence, k):
            return k
        elif word == "one" and k and sentence[k - 1].lower == "not" and sentence[k - 1].head in {k, i}:
            return k - 1
    return None


def _scarcely(sentence: Sentence, i: int) -> bool:
    return i > 0 and sentence[i - 1].lower in SCARCELY


def nearly(sentence: Sentence, negator: int) -> bool:
    """ "Hardly any", "almost none": as good as a negation, but not one."""
    if sentence[negator].lower in SCARCELY:
        return True
    return negator > 0 and sentence[negator - 1].lower in ALMOST


def _negates_thing(sentence: Sentence, k: int) -> bool:
    after = word_after(sentence, k)
    return after in ("a", "an", "one", "any", "even")


def reported(sentence: Sentence, i: int) -> bool:
    """Whether a nominal is the object of a reporting verb: "reported no injuries" says that there were none."""
    token = sentence[i]
    entry = VERBS.get(sentence[token.head].lemma) if token.dep in ("dobj", "nsubjpass") else None
    name = entry.get("noun") if entry is not None else None
    return name is not None and SIGNATURES[name].affirmed.stance is not None


def not_all(sentence: Sentence, i: int) -> int | None:
    """The "not" of "not all of the crew", "not every ship", or None."""
    for k in (i, *sentence.children[i]):
        if sentence[k].lower in WHOLE and k > 0 and sentence[k - 1].lower == "not":
            return k - 1
    return None


def definite(sentence: Sentence, i: int) -> bool:
    """Whether a nominal is presupposed: a name, a definite determiner or a possessor."""
    if sentence[i].pos in ("PROPN", "PRON"):
        return True
    return any(
        (sentence[k].dep in ("det", "poss") and (sentence[k].dep == "poss" or sentence[k].lower in DEFINITE))
        for k in sentence.children[i]
    )
