"""What every comparison of figures has to mind: how far one may be rounded, how firmly it is said, where it stands."""

from __future__ import annotations

from dataclasses import replace

from claimcheck import lexicon
from claimcheck.align import Place
from claimcheck.case import Case
from claimcheck.dimensions import hedge
from claimcheck.dimensions import quantity as quantities
from claimcheck.dimensions.quantity import Quantity, Rounding
from claimcheck.finding import Finding, Relation


def quoting(finding: Finding, value: Quantity, other: Quantity) -> Finding:
    return replace(
        finding, statement=value.text, evidence=other.text, words=value.words, evidence_words=other.words
    )


def rounding(case: Case, value: Quantity) -> Rounding:
    return "never rounded" if _casualties(case, value) else "rounding allowed"


SMALL = 1000  # a count of persons below this is never rounded


def _casualties(case: Case, value: Quantity) -> bool:
    """Whether a count may not be rounded: casualties and votes, and any small number of persons."""
    head = case.reading.sentence[value.head].lemma if value.head is not None else ""
    small = value.interval is not None and (value.interval.low or 0) < SMALL
    if value.dimension == "count" and small and lexicon.is_person_noun(head):
        return True
    tokens = [i for i in (value.head, value.governor) if i is not None]
    return any(quantities.never_rounded(case.reading.sentence[i].lemma) for i in tokens)


def hedged(case: Case, k: int, place: Place) -> list[Finding]:
    """A value stands as firmly as the clause it stands in; where the clauses' verbs meet they answer for it."""
    if _by_verb(case, k, place):
        return []
    evidence = case.passage.readings[place.reading]
    found = hedge.relate(
        evidence.contexts[case.passage.node(place).head], case.reading.contexts[case.node(k).head]
    )
    return [found] if found.relation is not Relation.ENTAILS else []


def _by_verb(case: Case, k: int, place: Place) -> bool:
    """Whether a verb that the value hangs from meets one that its counterpart hangs from."""
    at = case.passage.node(place).head
    direct = {link.head for link in case.links if link.child == k}
    heads = direct | {link.head for link in case.links if link.child in direct}
    graph = case.passage.readings[place.reading].graph
    met = [case.met(n) for n in heads & case.held if case.node(n).pos == "v"]
    return any(
        m is not None and m.reading == place.reading and graph.distance(case.passage.node(m).head, at) <= 2
        for m in met
    )


def place_of(case: Case, quantity: Quantity) -> Place:
    """Where a figure of the evidence stands."""
    own = sorted(case.passage.own)
    return next(
        (
            Place(r, n)
            for r in own
            for n, node in enumerate(case.passage.readings[r].nodes)
            if node.value is quantity
        ),
        Place(own[0], 0),
    )
