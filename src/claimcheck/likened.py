"""What is compared with what: older than the castle or than the bridge, more or fewer, better or no better."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from claimcheck.case import Case
from claimcheck.finding import Finding, Relation
from claimcheck.tokens import Sentence
from claimcheck.trend import trend

LESS: Final = frozenset({"less", "fewer"})
MORE: Final = frozenset({"more"})
NO: Final = frozenset({"no", "not", "n't", "any"})
COMPARING: Final = frozenset({"JJR", "RBR"})
GRADED: Final = frozenset({"JJR", "RBR", "JJS", "RBS"})


def compare(case: Case) -> Iterator[Finding]:
    """A finding where the evidence compares the statement's things, but the other way about."""
    mine = _standard(case.reading.sentence)
    if mine is None:
        return
    for r in sorted(case.passage.own):
        sentence = case.passage.readings[r].sentence
        theirs = _standard(sentence)
        if theirs is None:
            if not _answered(case, mine) and not _compares(case, r):
                yield Finding(
                    "role.compared",
                    Relation.UNDETERMINED,
                    case.reading.sentence.words(min(mine), max(mine) + 1),
                    "",
                    "",
                    (min(mine),),
                )
            continue
        if _turned(case, r, mine, theirs) or _sense(case.reading.sentence) != _sense(sentence):
            here, there = min(mine), min(theirs)
            yield Finding(
                "role.compared",
                Relation.UNDETERMINED,
                case.reading.sentence.words(here, max(mine) + 1),
                sentence.words(there, max(theirs) + 1),
                "",
                (here,),
            )


def _compares(case: Case, r: int) -> bool:
    """Whether a sentence of the evidence has a word that compares, other than those of its figures."""
    reading = case.passage.readings[r]
    figures = {w for node in reading.nodes if node.kind == "quantity" for w in node.words}
    return any((t.tag in GRADED and t.i not in figures) or trend(t.lemma) for t in reading.sentence)


def _answered(case: Case, standard: frozenset[int]) -> bool:
    """Whether two figures of the evidence have answered the comparison, or it is with a figure of its own."""
    if any(node.kind == "quantity" and not standard.isdisjoint(node.words) for node in case.reading.nodes):
        return True
    return any(
        f.rule in {"quantity.derived", "word.compared"} for rows in case.findings.values() for f in rows
    )


def _standard(sentence: Sentence) -> frozenset[int] | None:
    """The words after "than", or after the second "as"."""
    found = [
        t for t in sentence if t.lower == "than" and sentence[t.head].tag != "CD" and t.dep != "quantmod"
    ]
    twice = [t for t in sentence if t.lower == "as"]
    found += twice[1:2] if len(twice) == 2 and twice[0].dep == "advmod" else []
    if len(found) != 1:
        return None
    below = set(sentence.subtree(found[0].i))
    if below == {found[0].i}:
        return None
    return frozenset(below)


def _turned(case: Case, r: int, mine: frozenset[int], theirs: frozenset[int]) -> bool:
    """Whether a word of the one side of the statement's comparison is met on the other side of the evidence's."""
    sentence = case.passage.readings[r].sentence
    inside = {sentence[i].lemma for i in theirs}
    outside = {t.lemma for t in sentence if t.i not in theirs}
    for k in sorted(case.held):
        place = case.met(k) or (case.places.get(k) if case.node(k).kind == "date" else None)
        if place is None or place.reading != r or case.node(k).pos == "v":
            continue
        if case.node(k).kind == "date":
            if bool(mine.intersection(case.node(k).words)) != bool(
                theirs.intersection(case.passage.node(place).words)
            ):
                return True
            continue
        token = case.passage.node(place).head
        if sentence[token].lemma in inside & outside:
            continue
        if (case.node(k).head in mine) != (token in theirs):
            return True
    return False


def _sense(sentence: Sentence) -> tuple[bool, bool]:
    """Whether a comparison says less, not more, and whether it is denied: "no better than"."""
    words = {t.lower for t in sentence}
    denied = any(t.tag in COMPARING and t.i and sentence[t.i - 1].lower in NO for t in sentence)
    return bool(words & LESS) and not words & MORE, denied
