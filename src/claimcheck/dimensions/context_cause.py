"""Words of two meanings that set a context in one of them: what is due, and the power that is lost."""

from __future__ import annotations

from typing import Final

from claimcheck.dimensions.context_marks import OWED, RULERS
from claimcheck.dimensions.context_speaker import child, passive
from claimcheck.tokens import Sentence


def because(sentence: Sentence, adjective: int) -> bool:
    """ "Due to a fault" gives a cause; no date in a calendar is due, and nothing owed."""
    token = sentence[adjective]
    if token.lower != "due" or sentence[child(sentence, token.head, {"nsubj"}) or adjective].lemma in OWED:
        return False
    return any(
        sentence[k].lower == "to" and child(sentence, k, {"pobj"}) is not None
        for k in sentence.children[adjective]
    )


def ruling(sentence: Sentence, c: int) -> bool:
    """Whether the power that is lost is that to rule: a party's, a name's."""
    subject = child(sentence, sentence[c].head, {"nsubj"}) if sentence[c].lemma == "power" else None
    token = sentence[subject] if subject is not None else None
    return token is not None and (token.pos in ("PROPN", "PRON") or token.lemma in RULERS)


TIMES: Final = frozenset("second minute hour day night week month year decade".split())


def time_taken(sentence: Sentence, h: int) -> bool:
    """ "It took eleven hours to put out the fire": what took so long was done."""
    token = sentence[h]
    if token.lemma != "take" or token.tag not in {"VBD", "VBN"} or passive(sentence, h):
        return False
    below = (sentence[c] for c in sentence.children[h])
    return any(t.dep in {"npadvmod", "dobj"} and t.lemma in TIMES for t in below)


# "Beat Linz to win the cup", "came from behind to take the title": what came of it.
_DEFEATING: Final = frozenset(
    "beat defeat edge outscore thrash overcome come rally recover score return".split()
)
_WINNING: Final = frozenset(
    "win take claim lift secure clinch capture retain earn regain reach finish seal".split()
)


def outcome(sentence: Sentence, h: int, c: int) -> bool:
    """Whether an infinitive tells what came of it: "beat Linz to win the cup"."""
    won = sentence[h].tag == "VBD" and sentence[h].lemma in _DEFEATING
    return won and sentence[c].lemma in _WINNING
