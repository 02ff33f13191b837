"""The opposite told of the very thing: "won the first round but lost the second" does not say that the first was lost.

The alignment prefers the statement's own word, though the evidence has it of something else. What the statement's verb
is said of has a verb of its own there; where that excludes the statement's, it is contradicted.
"""

from __future__ import annotations

from typing import Final

from claimcheck import opposites
from claimcheck.align import ROLE_GROUPS, Pair, Place
from claimcheck.case import HELD, Case
from claimcheck.finding import Finding, Relation
from claimcheck.reading import Node
from claimcheck.relate import Meet, by_word

_SAME_WORD: Final = frozenset({"word.same", "word.derived", "word.synonym", "word.idiom"})


def account(case: Case) -> None:
    """Turn a verb met elsewhere into the opposite of the one that its own object or subject has."""
    for k, node in enumerate(case.reading.nodes):
        pair = case.pairs.get(k)
        if node.kind != "word" or node.pos != "v" or pair is None or case.wrong(k):
            continue
        if pair.related.meet not in HELD or not case.own(pair.place) or pair.related.by not in _SAME_WORD:
            continue
        other = _verb_of_its_own(case, k, node, pair)
        if other is None or opposites.compare(case, node, other) is not Relation.CONTRADICTS:
            continue
        case.held.discard(k)
        case.misplaced.discard(k)
        here, there = case.reading.text(node), case.evidence(other.place)
        case.findings[k] = [Finding("polarity.antonym", Relation.CONTRADICTS, here, there, "", node.words)]


def _verb_of_its_own(case: Case, k: int, node: Node, pair: Pair) -> Pair | None:
    """The opposite verb that all participants of the statement's verb have in the evidence."""
    parts = [
        (link.child, ROLE_GROUPS[link.role])
        for link in case.links
        if link.head == k and link.role in ROLE_GROUPS
    ]
    parts = [(n, group) for n, group in parts if case.node(n).kind != "pronoun"]
    if not any(group == "undergo" for _, group in parts) or _of_a_pronoun(case, pair.place):
        return None
    found: Pair | None = None
    for n, group in parts:
        met = case.met(n)
        if met is None or n not in case.held | case.misplaced or met.reading != pair.place.reading:
            return None
        heads = {h for role, h in case.passage.roles(met) if ROLE_GROUPS.get(role) == group}
        if group == "undergo":
            if case.passage.node(pair.place).head in heads:
                return None
            found = next((p for h in sorted(heads) if (p := _opposite(case, node, met.reading, h))), None)
            if found is None:
                return None
    at = case.passage.node(found.place).head if found is not None else -1
    doers = [case.met(n) for n, group in parts if group == "do"]
    agree = all(
        any(ROLE_GROUPS.get(role) == "do" and h == at for role, h in case.passage.roles(met))
        for met in doers
        if met is not None
    )
    return found if agree else None


def _of_a_pronoun(case: Case, place: Place) -> bool:
    """ "Hired Ruiz and sacked him": the word itself is told of what a pronoun stands for, maybe the very same."""
    reading = case.passage.readings[place.reading]
    fillers = reading.graph.fillers(case.passage.node(place).head)
    return any(
        ROLE_GROUPS.get(role) == "undergo" and reading.sentence[c].pos == "PRON" for role, c in fillers
    )


def _opposite(case: Case, node: Node, r: int, head: int) -> Pair | None:
    reading = case.passage.readings[r]
    n = reading.at.get(head)
    if n is None or reading.nodes[n].pos != "v":
        return None
    related = by_word(reading.nodes[n], reading, node, case.reading)
    return Pair(Place(r, n), related) if related.meet is Meet.EXCLUSIVE else None
