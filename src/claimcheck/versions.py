"""Versions: a name of what is spoken of, in figures."""

from __future__ import annotations

from claimcheck.align import Place
from claimcheck.case import Case
from claimcheck.dimensions.quantity import Quantity
from claimcheck.figures import quoting
from claimcheck.finding import Finding, Relation


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
