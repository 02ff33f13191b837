"""What a predicate takes for its complement: "decided not to sell", "advised against eating", "agreed to stop".

Where both texts have the governing verb, the clause below it is compared by its polarity too: who decided not to sell
has not decided to sell. Orders and advice leave what is told open, but not what was told.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import Final

from claimcheck.align import Place
from claimcheck.case import Case
from claimcheck.dimensions.context import Modality
from claimcheck.dimensions.polarity import ENDED
from claimcheck.finding import Finding, Relation
from claimcheck.reading import Reading

# What no longer holds did hold once, but not in what is decided or told: "told to stop using" is not "told to use".
TURNED: Final = frozenset({"polarity.negated", "polarity.open"})
_CLAUSES: Final = frozenset({"xcomp", "pcomp"})  # those that are no clause of the account themselves
_SAID_OF: Final = frozenset({"acomp", "oprd", "attr", "advmod"})  # "pleaded not guilty"
_STANDS: Final = frozenset({"vote"})  # verbs that take one of two sides
_EITHER: Final = frozenset({"allow", "permit", "let", "enable"})  # who may, may also not
_STEPS: Final = 3  # from a complement to the verb it completes, over a preposition and an object


def below(case: Case, known: tuple[int, ...]) -> Iterator[int]:
    """The met nodes that complete a verb that is met too; `known` are compared already."""
    for k, node in enumerate(case.reading.nodes):
        if k in known or node.kind != "word" or case.met(k) is None:
            continue
        token = case.reading.sentence[node.head]
        clause = token.dep in _CLAUSES or (token.dep == "pobj" and token.tag == "VBG")
        clause = clause or (token.dep in _SAID_OF and token.pos == "ADJ")
        if clause and _governor(case, k) is not None:
            yield k


def _governor(case: Case, k: int) -> int | None:
    """The met verb that a node completes."""
    for token in case.reading.sentence.path_up(case.node(k).head)[:_STEPS]:
        n = case.reading.at.get(token)
        if n is not None and case.node(n).pos == "v":
            return n if case.met(n) is not None else None
    return None


def turned(found: Finding) -> bool:
    """Whether two complements differ in their polarity."""
    return found.rule in TURNED or found.note == ENDED


def joined(case: Case, k: int, place: Place, heads: list[Finding], found: list[Finding]) -> list[Finding]:
    """The findings for the verbs above with those for a complement: where both are turned, the whole is left open.

    Who voted against closing did not vote to close.
    """
    if not found or not _differs(case, k, place):
        return heads
    if any(f.rule in TURNED for f in heads):
        return [_open(f) if turned(f) else f for f in (*heads, *found)]
    return [*heads, *(_told(case, k, place, f) for f in found)]


def _differs(case: Case, k: int, place: Place) -> bool:
    """Whether the complements differ by themselves, not only because one of the verbs above them is denied."""
    governor = _governor(case, k)
    met = case.met(governor) if governor is not None else None
    if governor is None or met is None:
        return False
    there = case.passage.readings[met.reading]
    mine = _relative(case.reading, case.node(k).head, case.node(governor).head)
    if met.reading != place.reading:
        return False
    return mine != _relative(there, case.passage.node(place).head, case.passage.node(met).head)


def _relative(reading: Reading, token: int, above: int) -> int:
    return reading.contexts[token].polarity * reading.contexts[above].polarity


def _open(found: Finding) -> Finding:
    return replace(found, rule="polarity.open", relation=Relation.UNDETERMINED)


def _told(case: Case, k: int, place: Place, found: Finding) -> Finding:
    """The finding for an order or a piece of advice: the same words with the opposite told are another order."""
    governor = _governor(case, k)
    met = case.met(governor) if governor is not None else None
    if governor is not None and case.node(governor).lemma in _EITHER:
        return _open(found)
    if governor is None or met is None:
        return found
    mine = case.reading.contexts[case.node(k).head]
    reading = case.passage.readings[place.reading]
    theirs = reading.contexts[case.passage.node(place).head]
    ordered = mine.modality is theirs.modality is Modality.COMMAND or case.node(governor).lemma in _STANDS
    if (
        ordered
        and case.own(place)
        and _affirmed(case.reading, case.node(governor).head)
        and _same(case, governor, met)
    ):
        return replace(found, rule="polarity.negated", relation=Relation.CONTRADICTS, note="")
    return _open(found) if found.note == ENDED else found


def _affirmed(reading: Reading, token: int) -> bool:
    return reading.contexts[token].polarity > 0


def _same(case: Case, governor: int, met: Place) -> bool:
    reading = case.passage.readings[met.reading]
    other = case.passage.node(met)
    return other.lemma == case.node(governor).lemma and _affirmed(reading, other.head)
