"""Verbs that the parser takes for nouns or participles: "no longer lends", "the plant used to make tyres"."""

from __future__ import annotations

from dataclasses import replace
from typing import Final

from claimcheck import lexicon
from claimcheck.tokens import Sentence, Token

_SUBJECTS: Final = frozenset({"nsubj", "nsubjpass"})
_OWN: Final = frozenset({"det", "poss", "amod", "nummod", "cop", "compound", "case"})


def corrected(sentence: Sentence) -> Sentence:
    """The sentence with such verbs for what they are."""
    return _used_to(_third_persons(sentence))


def _third_persons(sentence: Sentence) -> Sentence:
    """ "The bank no longer lends": a plural noun with a subject before it and nothing of a noun's own is a verb."""

    def mend(t: Token) -> Token:
        if t.tag != "NNS" or t.dep not in {"ROOT", "ccomp", "conj", "relcl", "advcl"}:
            return t
        below = [sentence[c] for c in sentence.children[t.i]]
        subject = any(b.dep in _SUBJECTS and b.i < t.i for b in below)
        if not subject or any(b.dep in _OWN or b.pos == "AUX" for b in below):
            return t
        if not any(b.dep in {"neg", "advmod"} for b in below) or not lexicon.known(t.lemma, "v"):
            return t
        return replace(t, tag="VBZ", pos="VERB")

    tokens = tuple(map(mend, sentence))
    return sentence if tokens == sentence.tokens else replace(sentence, tokens=tokens)


def _used_to(sentence: Sentence) -> Sentence:
    """ "The plant used to make tyres", taken for a plant used for making them: the sentence has no other verb."""
    noun = sentence[sentence.root]
    used = next((t for t in sentence if t.head == noun.i and t.dep == "acl" and t.lower == "used"), None)
    if used is None or noun.pos not in {"NOUN", "PROPN"} or used.i != noun.i + 1:
        return sentence
    verb = next((sentence[c] for c in sentence.children[used.i] if sentence[c].dep == "xcomp"), None)
    if verb is None or sentence[used.i + 1].tag != "TO":
        return sentence

    def mend(t: Token) -> Token:
        if t.i == used.i:
            return replace(t, dep="ROOT", head=t.i, tag="VBD")
        if t.i == noun.i:
            return replace(t, dep="nsubj", head=used.i)
        return replace(t, head=used.i) if t.head == noun.i and t.i > used.i else t

    return replace(sentence, tokens=tuple(map(mend, sentence)))
