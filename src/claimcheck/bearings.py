""" "A base north of Baghdad": the base is what is spoken of, where the parser takes "north" for a noun of its own."""

from __future__ import annotations

from dataclasses import replace

from claimcheck.tokens import Sentence, Token

_BEARINGS = frozenset("north south east west northeast northwest southeast southwest".split())
_BELOW = frozenset({"amod", "compound", "nmod", "npadvmod"})


def corrected(sentence: Sentence) -> Sentence:
    """The sentence with every bearing that a noun goes before and a place follows below that noun."""
    for i in range(1, len(sentence) - 1):
        if sentence[i].lower in _BEARINGS and sentence[i + 1].lower == "of":
            noun, bearing = sentence[i - 1], sentence[i]
            if bearing.head == noun.i and bearing.dep == "appos":
                sentence = _with(sentence, _adverb(bearing, noun))
            elif _is_below(sentence, noun, bearing):
                sentence = _turned(sentence, noun, bearing)
    return sentence


def _is_below(sentence: Sentence, noun: Token, bearing: Token) -> bool:
    """Whether a common noun hangs from the bearing, and is no length: "20 miles north of" measures."""
    if noun.head != bearing.i or noun.dep not in _BELOW or noun.tag not in {"NN", "NNS"}:
        return False
    return not any(t.head == noun.i and t.dep == "nummod" for t in sentence)


def _turned(sentence: Sentence, noun: Token, bearing: Token) -> Sentence:
    """The noun in the bearing's place, with all that hung from that but the "of"."""
    top = noun.i if bearing.head == bearing.i else bearing.head
    moved = [replace(t, head=noun.i) for t in sentence if t.head == bearing.i and t.i != bearing.i + 1]
    return _with(
        sentence, *moved, replace(noun, head=top, dep=bearing.dep, pos="NOUN"), _adverb(bearing, noun)
    )


def _adverb(bearing: Token, noun: Token) -> Token:
    return replace(bearing, head=noun.i, dep="advmod", pos="ADV", tag="RB")


def _with(sentence: Sentence, *tokens: Token) -> Sentence:
    changed = {token.i: token for token in tokens}
    return replace(sentence, tokens=tuple(changed.get(t.i, t) for t in sentence))
