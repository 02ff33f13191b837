"""Questions, commands and conditions: clauses that assert nothing by themselves."""

from __future__ import annotations

from dataclasses import replace
from typing import Final

from claimcheck.dimensions.context_degree import ONLY_WHEN
from claimcheck.dimensions.context_kinds import Context, Modality, Strength
from claimcheck.dimensions.context_marks import CONDITIONS
from claimcheck.dimensions.context_scan import Scan
from claimcheck.tokens import Sentence

_SUBJECTS: Final = frozenset({"nsubj", "nsubjpass", "expl", "csubj"})


_INVERTED: Final = frozenset({"should", "had", "were"})
_SO: Final = frozenset({"as", "so"})
_TIMES: Final = frozenset({"when", "whenever", "once"})
# Verbs that keep what "before" tells of from happening; Beaver & Condoravdi, "A uniform analysis of before and after"
# (2003).
_PREVENTING: Final = frozenset(
    "defuse disarm deactivate extinguish douse contain rescue save stop halt intercept catch arrest detain foil "
    "thwart prevent avert block cancel abandon adjourn abort postpone suspend interrupt evacuate recall withdraw die "
    "kill fail collapse put shoot delete drop disable ground seize".split()
)


def mood(sentence: Sentence, i: int, own: Context, scan: Scan) -> Context:
    """A predicate's context with its clause's mood: asked, commanded, or holding only on a condition."""
    token = sentence[i]
    if scan.question and (token.head == i or token.dep == "conj"):
        return replace(own.opened(), polarity=own.polarity, modality=Modality.QUESTION)
    if token.head == i and token.tag == "VB" and own.modality is Modality.NONE and not _finite(sentence, i):
        return replace(own, modality=Modality.COMMAND)
    if any(is_condition(sentence, k, scan) for k in _asides(sentence, i)):
        weak = Strength.POSSIBLE
        return replace(
            own,
            strength=min(own.strength, weak),
            within=min(own.within, weak),
            modality=Modality.CONDITIONAL,
        )
    if any(sentence[t - 1].lower == "only" for k in _asides(sentence, i) for t in _times(sentence, k) if t):
        return replace(own, scope=(*own.scope, ONLY_WHEN))
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
    if sentence[c].lower in ("provided", "providing", "assuming"):
        return True
    return _inverted(sentence, c) or _as_long_as(sentence, c) or _whenever(sentence, c)


def _asides(sentence: Sentence, i: int) -> list[int]:
    """The adverbial clauses of a verb, with those below the "long" of "as long as"."""
    below = sentence.children[i]
    under = [j for k in below if sentence[k].lower == "long" for j in sentence.children[k]]
    return [k for k in (*below, *under) if sentence[k].dep == "advcl"]


def _inverted(sentence: Sentence, c: int) -> bool:
    """ "Should the vote fail", "had he stayed": an auxiliary before its subject, and no question."""
    first = sentence.subtree(c)[0]
    subject = any(sentence[k].dep in _SUBJECTS and k > first for k in sentence.children[c])
    return sentence[first].lower in _INVERTED and sentence[first].dep in ("aux", "auxpass") and subject


def _as_long_as(sentence: Sentence, c: int) -> bool:
    marks = [k for k in sentence.children[c] if sentence[k].dep == "mark" and sentence[k].lower == "as"]
    return any(k > 1 and sentence[k - 1].lower == "long" and sentence[k - 2].lower in _SO for k in marks)


def _whenever(sentence: Sentence, c: int) -> bool:
    """ "When the disk is full, the server rejects …": a time that is not said to have come."""
    marked = any(k == 0 or sentence[k - 1].lower != "only" for k in _times(sentence, c))
    return marked and _not_past(sentence, c) and _not_past(sentence, sentence[c].head)


def _times(sentence: Sentence, c: int) -> list[int]:
    return [k for k in sentence.children[c] if sentence[k].lower in _TIMES and k < c]


def _not_past(sentence: Sentence, i: int) -> bool:
    tags = {sentence[k].tag for k in sentence.children[i] if sentence[k].dep in ("aux", "auxpass")}
    return bool((tags | {sentence[i].tag}) & {"VBZ", "VBP", "MD"}) and sentence[i].tag != "VBD"


def cut_off(sentence: Sentence, h: int, marks: list[str]) -> bool:
    """ "Was defused before it exploded": what its main clause has kept from happening."""
    return "before" in marks and sentence[h].lemma in _PREVENTING


ANYBODY: Final = frozenset("someone somebody anyone anybody something anything".split())


def planned_over(sentence: Sentence, i: int) -> int | None:
    """The verb that a relative clause is as firm as, where one below it is only planned or refused: in "refused to pay
    guests whose rooms were flooded" the flood is a fact. None where the clause may belong to the plan."""
    clause = sentence[i]
    below = [sentence[c] for c in sentence.children[i]]
    if not any(t.tag == "VBD" for t in (clause, *below)) or any(t.tag == "MD" for t in below):
        return None
    if sentence[clause.head].lower in ANYBODY:
        return None
    verb = next((k for k in sentence.path_up(i) if sentence[k].pos in ("VERB", "AUX")), None)
    if verb is None or sentence[verb].dep != "xcomp":
        return None
    while sentence[verb].dep == "xcomp" and sentence[sentence[verb].head].pos in ("VERB", "AUX"):
        verb = sentence[verb].head
    return None if any(sentence[c].tag == "MD" for c in sentence.children[verb]) else verb
