"""Rules and denials said of a kind of thing: what is forbidden of a part of the kind is not forbidden of all of it.

"Rechargeable batteries must not be used" does not say that batteries must not be used.
"""

from __future__ import annotations

from collections.abc import Iterator

from claimcheck.align import Place
from claimcheck.case import Case
from claimcheck.dimensions.context import Modality
from claimcheck.finding import Finding, Relation

PARTICIPANTS = frozenset({"agent", "subject", "patient"})


def compare(case: Case) -> Iterator[Finding]:
    """One finding for every bare plural of a rule or denial that the evidence says of a narrower kind."""
    for link in case.links:
        k, node = link.child, case.node(link.child)
        token = case.reading.sentence[node.head]
        context = case.reading.contexts[case.node(link.head).head]
        if (
            link.role not in PARTICIPANTS
            or node.kind != "word"
            or token.tag != "NNS"
            or link.head not in case.held
        ):
            continue
        if context.modality is not Modality.OBLIGATION and context.polarity > 0:
            continue
        place = case.met(k)
        if place is None or any(
            case.reading.sentence[c].dep != "punct" for c in case.reading.sentence.children[token.i]
        ):
            continue
        narrower = _narrowed(case, place)
        if narrower:
            note = "the evidence speaks of a part"
            yield Finding("scope.part", Relation.UNDETERMINED, token.text, narrower, note, node.words)


def _narrowed(case: Case, place: Place) -> str:
    """The words before a noun of the evidence that narrow what it speaks of, with it; "" for none."""
    reading, head = case.passage.readings[place.reading], case.passage.node(place).head
    found = [
        i
        for role, i in reading.graph.fillers(head)
        if role == "mod" and i < head and i in reading.at and reading.sentence[i].dep in {"amod", "compound"}
    ]
    return reading.sentence.words(min(found), head + 1) if found else ""
