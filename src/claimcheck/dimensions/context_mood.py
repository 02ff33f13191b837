"""Questions, commands and conditions: clauses that assert nothing by themselves."""

from __future__ import annotations

from dataclasses import replace
from typing import Final

from claimcheck.dimensions.context_kinds import Context, Modality, Strength
from claimcheck.dimensions.context_marks import CONDITIONS
from claimcheck.dimensions.context_scan import Scan
from claimcheck.tokens import Sentence

_SUBJECTS: Final = frozenset({"nsubj", "nsubjpass", "expl", "csubj"})


def mood(sentence: Sentence, i: int, own: Context, scan: Scan) -> Context:
    """A predicate's context with its clause's mood: asked, commanded, or holding only on a condition."""
    token, below = sentence[i], sentence.children[i]
    if scan.question and (token.head == i or token.dep == "conj"):
        return replace(own.opened(), polarity=own.polarity, modality=Modality.QUESTION)
    if token.head == i and token.tag == "VB" and own.modality is Modality.NONE and not _finite(sentence, i):
        return replace(own, modality=Modality.COMMAND)
    if any(sentence[k].dep == "advcl" and is_condition(sentence, k, scan) for k in below):
        weak = Strength.POSSIBLE
        return replace(
            own,
            strength=min(own.strength, weak),
            within=min(own.within, weak),
            modality=Modality.CONDITIONAL,
        )
    return own


def _finite(sentence: Sentence, i: int) -> bool:
    return any(
        sentence[k].dep in _SUBJECTS
        or (sentence[k].dep == "aux" and sentence[k].lower not in ("do", "please"))
        for k in sentence.children[i]
    )


def is_condition(sentence: Sentence, c: int, scan: Scan) -> bool:
    """Whether an adverbial clause is a condition ("if …", "unless …", "in case …"); "even if" is a concession."""
    if c in scan.conditions:
        return True
    for k in sentence.children[c]:
        below = sentence[k]
        if below.dep in ("mark", "advmod", "prep") and below.lower in CONDITIONS and k < c:
            before = sentence[k - 1].lower if k else ""
            return below.lower != "whether" and before not in ("even", "as")
    return sentence[c].lower in ("provided", "providing", "assuming")
