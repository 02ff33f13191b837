"""Figures for each and for all together, with a part and without it: 500 euros each are not 500 euros in total."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from claimcheck.case import Case
from claimcheck.finding import Finding, Relation
from claimcheck.tokens import Sentence

EACH: Final = frozenset({"each", "apiece", "every"})
TOTAL: Final = frozenset({"total", "altogether", "together", "overall"})
LESS: Final = frozenset({"without", "excluding"})


def compare(case: Case) -> Iterator[Finding]:
    """A finding for every figure that one text gives for each and the other for all, or without a part."""
    mine = case.reading.sentence
    for k, place in sorted(case.places.items()):
        if k not in case.held or case.node(k).kind != "quantity":
            continue
        if any(f.rule == "quantity.derived" for f in case.findings.get(k, ())):
            continue
        reading = case.passage.readings[place.reading]
        theirs = reading.sentence
        turned = (_has(mine, TOTAL) and _has(theirs, EACH) and not _has(theirs, TOTAL)) or (
            _has(mine, EACH) and _has(theirs, TOTAL) and not _has(theirs, EACH)
        )
        verb = theirs[reading.nodes[place.node].head].head
        less = next(
            (t for t in theirs if t.lower in LESS and t.dep == "prep" and _near(theirs, t.i, verb)), None
        )
        cut = less is not None and not _has(mine, LESS)
        if turned or cut:
            here, there = case.reading.text(case.node(k)), case.evidence(place)
            yield Finding("quantity.apiece", Relation.UNDETERMINED, here, there, "", case.node(k).words)


def _has(sentence: Sentence, words: frozenset[str]) -> bool:
    return any(t.lower in words for t in sentence)


def _near(sentence: Sentence, word: int, verb: int) -> bool:
    """Whether a phrase hangs from the figure's verb, or from a participant of it."""
    above = sentence[word].head
    return above == verb or sentence[above].head == verb
