"""How firmly a figure is put: as firmly as the clause it stands in, or the verb it hangs from."""

from __future__ import annotations

from dataclasses import replace

from claimcheck import forecasts, limits
from claimcheck.align import Place
from claimcheck.case import Case
from claimcheck.dimensions import hedge
from claimcheck.dimensions.context import Context, Strength
from claimcheck.dimensions.quantity import Quantity
from claimcheck.finding import Finding, Relation


def hedged(case: Case, k: int, place: Place) -> list[Finding]:
    """A value stands as firmly as the clause it stands in; where the clauses' verbs meet they answer for it."""
    if _verbs(case, k, place) or limits.stated(case, k) or _foretold(case, k, place):
        return []
    found = hedge.relate(*_contexts(case, k, place))
    return [found] if found.relation is not Relation.ENTAILS else []


def _foretold(case: Case, k: int, place: Place) -> bool:
    return forecasts.given(case, case.reading.contexts[case.node(k).head], place)


def _contexts(case: Case, k: int, place: Place) -> tuple[Context, Context]:
    """The contexts of two words that meet, the evidence's first."""
    evidence = case.passage.readings[place.reading]
    theirs, mine = evidence.contexts[case.passage.node(place).head], case.reading.contexts[case.node(k).head]
    value = case.node(k).value
    if isinstance(value, Quantity) and "estimated" in value.text.lower():
        likely = Strength.LIKELY  # "an estimated 40 million" claims no more than an estimate does
        mine = replace(mine, strength=min(mine.strength, likely), within=min(mine.within, likely))
    return theirs, mine


def weaker(case: Case, k: int, place: Place) -> bool:
    """Whether the evidence puts its value, or the verb it hangs from, less firmly than the statement."""
    if _foretold(case, k, place):
        return False  # "expects sales of 2 billion", "raised its forecast for sales to 2 billion"
    if hedge.relate(*_contexts(case, k, place)).relation is not Relation.ENTAILS:
        return True
    met = [(n, m) for n in _verbs(case, k, place) if (m := case.met(n)) is not None]
    return any(hedge.relate(*_contexts(case, n, m)).rule == "hedge.dropped" for n, m in met)


def _verbs(case: Case, k: int, place: Place) -> list[int]:
    """Verbs that the value hangs from and that meet one its counterpart hangs from."""
    at = case.passage.node(place).head
    direct = {link.head for link in case.links if link.child == k}
    heads = direct | {link.head for link in case.links if link.child in direct}
    graph = case.passage.readings[place.reading].graph
    return [
        n
        for n in sorted(heads & case.held)
        if case.node(n).pos == "v"
        and (m := case.met(n)) is not None
        and m.reading == place.reading
        and graph.distance(case.passage.node(m).head, at) <= 2
    ]
