"""The rest of a whole, told by the opposite word: of 40 pupils, 28 of whom passed, twelve failed.

It only entails: where the others neither passed nor failed, the figures would not add up.
"""

from __future__ import annotations

from typing import Final

from claimcheck import rounded, wholes
from claimcheck.case import Case
from claimcheck.dimensions import derive
from claimcheck.dimensions.quantity import Quantity
from claimcheck.favour import labels
from claimcheck.figures import quoting
from claimcheck.finding import Finding, Relation
from claimcheck.life_events import as_fact
from claimcheck.relate import Meet

# Who did not vote for a thing may have abstained.
UNDECIDED: Final = frozenset({"vote", "against", "oppose", "disagree", "object"})


def account(case: Case) -> None:
    """Account for counts of those of whom the opposite is said."""
    for k, node in enumerate(case.reading.nodes):
        value = node.value
        if not isinstance(value, Quantity) or value.dimension != "count" or k in case.held:
            continue
        opposite = _opposite(case, value)
        if opposite is not None and case.account.weight(k) and as_fact(case.reading, node.head):
            _compare(case, k, value, opposite)


def _opposite(case: Case, value: Quantity) -> int | None:
    """The node of what is said of those that a figure counts, where the evidence has its opposite."""
    if (
        value.head is None
        or value.governor is None
        or any(t.lemma in UNDECIDED for t in case.reading.sentence)
    ):
        return None
    said = {
        value.governor,
        *(c for r, c in case.reading.graph.fillers(value.governor) if r in {"attr", "acomp"}),
    }
    for token in sorted(said):
        n = case.reading.at.get(token)
        pair = case.pairs.get(n) if n is not None else None
        if pair is not None and pair.related.meet is Meet.EXCLUSIVE and case.own(pair.place):
            return n
    return None


def _compare(case: Case, k: int, value: Quantity, opposite: int) -> None:
    assert value.head is not None
    head = case.reading.at.get(value.head)
    at = case.pairs[opposite].place
    token = case.passage.node(at).head
    told = labels(k, case.reading, case.passage, case.pairs) | {(at.reading, token)}
    for split in wholes.named_splits(case, head, told) if head is not None else ():
        part = split.chosen[0]
        if split.whole is None or part.place.reading != at.reading or part.value.governor != token:
            continue
        left = derive.rest_of(split.whole, part.value)
        if left is None or part.value.interval is None:
            continue
        grain = rounded.allowed(case, value)
        found = derive.relate_derived(left, value, case.policy, countable_kind=grain)
        if found.relation is Relation.ENTAILS:
            for n in (k, opposite):
                case.findings[n] = []
                case.misplaced.discard(n)
            case.add(k, quoting(found, value, left.quantity))
            case.places[k] = part.place
            here, there = case.reading.text(case.node(opposite)), case.evidence(at)
            note = "the opposite of the others"
            case.add(opposite, Finding("polarity.same", Relation.ENTAILS, here, there, note))
            case.turned.update(range(len(case.reading.nodes)))
            return
