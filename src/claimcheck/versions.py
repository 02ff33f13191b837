"""Versions: a name of what is spoken of, in figures."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from claimcheck.align import ROLE_GROUPS, Place
from claimcheck.case import Case
from claimcheck.dimensions.quantity import Quantity
from claimcheck.figures import quoting
from claimcheck.finding import Finding, Relation
from claimcheck.reading import Reading

# What becomes of a thing in one version only.
ONCE: Final = frozenset(
    "add create delete deprecate discontinue drop fix introduce launch release remove rename replace retire".split()
)


def named(case: Case, k: int, value: Quantity) -> None:
    """A version names a thing: it is met wherever the claim's own sentences speak of the same version."""
    for r in sorted(case.passage.own):
        for n, node in enumerate(case.passage.readings[r].nodes):
            other = node.value
            if isinstance(other, Quantity) and other.dimension == "version" and other.values == value.values:
                case.places[k] = Place(r, n)
                case.add(k, quoting(Finding("quantity.equal", Relation.ENTAILS), value, other))
                return


def compare(value: Quantity, other: Quantity) -> Finding:
    """A bare "4.0" beside a version is a version."""
    same = other.text.lower().split()[-1].lstrip("v") == value.text.lower().split()[-1].lstrip("v")
    return (
        Finding("quantity.equal", Relation.ENTAILS)
        if same
        else Finding("quantity.disjoint", Relation.CONTRADICTS)
    )


def crossed(case: Case) -> Iterator[Finding]:
    """A finding for every version that the evidence tells another thing of: "renamed in 3.2 and removed in 4.0"."""
    for link in case.links:
        place, above = case.places.get(link.child), case.met(link.head)
        if not _is_version(case.reading, link.child) or place is None or above is None:
            continue
        if above.reading != place.reading:
            continue
        reading = case.passage.readings[place.reading]
        predicate = reading.nodes[above.node]
        fillers = [(role, reading.at.get(c)) for role, c in reading.graph.fillers(predicate.head)]
        alike = [
            n for role, n in fillers if n is not None and _alike(role, link.role) and _is_version(reading, n)
        ]
        if alike and place.node not in alike and _told_of(reading, place.node):
            relation = Relation.CONTRADICTS if predicate.lemma in ONCE else Relation.UNDETERMINED
            here, there = (case.reading.text(case.node(link.child)), reading.text(reading.nodes[alike[0]]))
            yield Finding("quantity.disjoint", relation, here, there, "", case.node(link.child).words)


def _told_of(reading: Reading, n: int) -> bool:
    """Whether the evidence tells what another thing becomes in the version, and does not just compare with it."""
    heads = {h for word in reading.nodes[n].words for _, h in reading.graph.roles(word) if h >= 0}
    return any(reading.sentence[h].pos == "VERB" for h in heads)


def _alike(one: str, two: str) -> bool:
    return one == two or (one in ROLE_GROUPS and ROLE_GROUPS[one] == ROLE_GROUPS.get(two))


def _is_version(reading: Reading, n: int) -> bool:
    value = reading.nodes[n].value
    return isinstance(value, Quantity) and value.dimension == "version"
