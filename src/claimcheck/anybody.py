"""What anybody may or does, where the evidence speaks of one alone: "only the owner can create keys"."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from claimcheck.case import Case
from claimcheck.finding import Finding, Relation
from claimcheck.tokens import Sentence, Token

_ANYBODY: Final = frozenset("anyone anybody everyone everybody".split())
_EVERY: Final = frozenset("any every all each".split())
_OPEN: Final = frozenset("you we one they who".split())  # who is meant by them is anybody, or told before
_SUBJECTS: Final = frozenset({"nsubj", "nsubjpass"})


def compare(case: Case) -> Iterator[Finding]:
    """A finding for every verb that the statement says of anybody and the evidence of somebody."""
    reading = case.reading
    for k, node in enumerate(reading.nodes):
        place = case.met(k) if node.pos == "v" else None
        mine = _subject(reading.sentence, node.head) if place is not None else None
        if place is None or mine is None or not _anybody(reading.sentence, mine) or not case.own(place):
            continue
        evidence = case.passage.readings[place.reading]
        theirs = _subject(evidence.sentence, case.passage.node(place).head)
        if theirs is None or theirs.lower in _OPEN or _anybody(evidence.sentence, theirs):
            continue
        n = reading.at.get(mine.i)
        met = case.met(n) if n is not None else None
        if met is not None and theirs.i in case.passage.node(met).words:
            continue
        affirmed = (
            reading.contexts[node.head].polarity > 0
            and evidence.contexts[case.passage.node(place).head].polarity > 0
        )
        only = affirmed and any(
            evidence.sentence[i].lower == "only" for i in evidence.sentence.subtree(theirs.i) if i <= theirs.i
        )
        here, there = mine.text, f"only {theirs.text}" if only else theirs.text
        if only:
            case.held.update({n} if n is not None else ())  # "any member": whoever is meant, only one may
            yield Finding("scope.only", Relation.CONTRADICTS, here, there, "", (mine.i,))
        elif mine.lower in _ANYBODY:
            yield Finding("scope.all", Relation.UNDETERMINED, here, there, "", (mine.i,))


def of_the_others(case: Case) -> bool:
    """ "Members who are not the owner cannot create keys": what the evidence says of the owner says nothing of them."""
    reading = case.reading
    subject = _subject(reading.sentence, reading.sentence.root)
    below = reading.sentence.subtree(subject.i) if subject is not None else ()
    return any(reading.sentence[i].dep == "relcl" and reading.contexts[i].polarity < 0 for i in below)


def _subject(sentence: Sentence, verb: int) -> Token | None:
    return next((sentence[c] for c in sentence.children[verb] if sentence[c].dep in _SUBJECTS), None)


def _anybody(sentence: Sentence, subject: Token) -> bool:
    below = (sentence[c] for c in sentence.children[subject.i])
    return subject.lower in _ANYBODY or any(t.dep == "det" and t.lower in _EVERY for t in below)
