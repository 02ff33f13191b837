"""Names that open a sentence and are in no word list, which the parser takes for common words: "Halvard raised …"."""

from __future__ import annotations

from dataclasses import replace
from typing import Final

from claimcheck import lexicon
from claimcheck.tokens import Sentence, Token


def corrected(sentence: Sentence) -> Sentence:
    """The sentence with its first word read as a name, where it can be nothing else."""
    return _planning(_opening(sentence))


def _opening(sentence: Sentence) -> Sentence:
    """ "Halvard raised …", "Anjali Desai will …": a word that no word list has opens the sentence as a name."""
    after = sentence[1].pos if len(sentence) > 1 else ""
    if after not in {"AUX", "VERB", "PROPN", "PART"} or not _unheard(sentence[0]):
        return sentence
    first = sentence[0]
    dep = "compound" if after == "PROPN" and first.head == 1 else first.dep
    return replace(sentence, tokens=(replace(_proper(first), dep=dep), *sentence.tokens[1:]))


def _proper(t: Token) -> Token:
    return replace(t, pos="PROPN", tag="NNP", lemma=t.lower)


def _planning(sentence: Sentence) -> Sentence:
    """ "Norpost plans to sell its mill": a sentence of a name, "plans" and what is planned has its verb there."""
    plan = sentence[sentence.root] if len(sentence) else None
    if plan is None or plan.tag != "NNS" or plan.lemma not in _PLANS or plan.i + 1 >= len(sentence):
        return sentence
    below = [sentence[c] for c in sentence.children[plan.i]]
    deed = next((t for t in below if t.dep == "acl" and t.tag == "VB"), None)
    who = next((t for t in below if t.i == plan.i - 1 and t.text[0].isupper()), None)
    if deed is None or who is None or sentence[plan.i + 1].lower != "to":
        return sentence
    mended = (
        replace(plan, pos="VERB", tag="VBZ"),
        replace(deed, dep="xcomp"),
        replace(_proper(who), dep="nsubj"),
    )
    changed = {t.i: t for t in mended}
    return replace(sentence, tokens=tuple(changed.get(t.i, t) for t in sentence))


_PLANS: Final = frozenset({"plan", "aim", "hope", "vow", "promise", "pledge", "offer", "move"})


def _unheard(t: Token) -> bool:
    if (
        t.pos in {"PROPN", "PRON", "DET"}
        or t.tag not in {"NN", "JJ", "RB", "VB", "VBP", "UH"}
        or not t.text.isalpha()
    ):
        return False
    if not t.text.istitle() or len(t.text) <= len(min(_ENDINGS)) or t.lower.endswith(_ENDINGS):
        return False
    return not any(lexicon.known(w, pos) for w in (t.lower, t.lemma) for pos in "nvar")


_ENDINGS: Final = (
    "ing",
    "ed",
    "ly",
    "ware",
    "ness",
    "ment",
    "tion",
    "over",
    "able",
    "less",
    "ism",
    "ship",
    "base",
)
