"""Happenings that a statement speaks of in passing, "in the crash": whether the passage tells of one."""

from __future__ import annotations

from claimcheck import lexicon
from claimcheck.case import Case
from claimcheck.reading import Node
from claimcheck.relate import Meet, lexical

HAPPENINGS = frozenset(
    "accident attack incident event disaster crash collision blast explosion raid strike operation "
    "assault barrage battle clash shooting storm fire flood quake earthquake outbreak pandemic epidemic "
    "crisis war conflict fighting meeting ceremony vote talks hearing trial violence tragedy emergency "
    "game match race film movie book novel album song show series episode season report release version "
    "study survey deal agreement vote election".split()
)
# What anything that goes wrong may be called when it is spoken of again.
MISHAPS = frozenset({"accident", "incident", "event", "disaster", "tragedy", "emergency", "crisis"})
# Verbs that tell of a happening without its noun: a bus that overturned was in a crash.
_TOLD_BY = (
    ("attack barrage assault strike", "hit strike shell bomb fire bombard shoot attack"),
    ("crash collision", "crash collide overturn hit strike derail plunge capsize slam skid veer"),
    ("shooting", "shoot fire"),
    ("blast explosion", "explode detonate blow_up burst"),
    ("battle clash fighting conflict war", "fight battle clash"),
    ("outbreak epidemic pandemic", "infect spread sicken"),
    ("hearing trial", "testify convict acquit sentence"),
    ("vote election", "vote elect"),
    ("game match race", "beat win lose draw score"),
)
TOLD_BY = {noun: frozenset(verbs.split()) for nouns, verbs in _TOLD_BY for noun in nouns.split()}
_TELLS = frozenset({Meet.SAME, Meet.NARROWER, Meet.WIDER})


def event_noun(lemma: str) -> bool:
    """Whether a noun names something that happens."""
    return lemma in HAPPENINGS or lexicon.is_act(lemma)


def told(case: Case, node: Node) -> bool:
    """Whether the passage has a word for a happening; one for any mishap needs none."""
    if node.lemma in MISHAPS:
        return True
    verbs = TOLD_BY.get(node.lemma, frozenset())
    return any(
        other.kind == "word" and any(_tells(said, node.lemma, verbs) for said in _said(other))
        for reading in case.passage.readings
        for other in reading.nodes
    )


def _tells(said: tuple[str, str], lemma: str, verbs: frozenset[str]) -> bool:
    return (said[1] == "v" and said[0] in verbs) or lexical(*said, lemma, "n").meet in _TELLS


def _said(node: Node) -> list[tuple[str, str]]:
    return [(node.lemma, node.pos), *((idiom.lemma, idiom.pos) for idiom in node.idioms)]
