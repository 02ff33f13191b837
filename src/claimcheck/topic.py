"""Names that need not be repeated: what a document is about.

"Veltrane's net profit" is accounted for by "Net profit climbed …" in a report on Veltrane, as long as no other name
fills the place. It is implied, and the finding says so. (Bare evidence that opens with "she" or "the film": `unnamed`.)
"""

from __future__ import annotations

from dataclasses import replace

from claimcheck.case import Case
from claimcheck.dimensions.name import Name
from claimcheck.finding import Finding, Relation

RIVALS = frozenset({"poss", "mod"})


def account(case: Case) -> None:
    """Account for names of the statement that the passage leaves unsaid but is about."""
    for k, node in enumerate(case.reading.nodes):
        if not isinstance(node.value, Name) or k in case.held or case.account.weight(k) == 0:
            continue
        if case.wrong(k):
            continue
        if _is_topic(case, node.value) and not _rival(case, k):
            _hold(case, k, node.value, "the document is about it")


def _hold(case: Case, k: int, value: Name, note: str) -> None:
    case.findings[k] = []
    case.add(k, Finding("name.topic", Relation.ENTAILS, value.full, "", note, case.node(k).words))
    _with_description(case, k)


def _with_description(case: Case, k: int) -> None:
    """What stands in apposition or as a modifier to a topic ("the film Alien") goes with it."""
    for link in case.links:
        if link.child == k and link.role in {"mod", "appos"} and not case.wrong(link.head):
            node = case.node(link.head)
            if node.kind == "word" and node.pos == "n" and link.head not in case.held:
                case.add(link.head, replace(case.findings[k][-1], statement=case.reading.text(node)))


def _is_topic(case: Case, value: Name) -> bool:
    return any(case.lore.same(name, value).yes for name in case.passage.topics)


def _rival(case: Case, k: int) -> bool:
    """Whether another name stands where this one would in the evidence."""
    for link in case.links:
        if link.child != k:
            continue
        place = case.met(link.head)
        if place is None:
            continue
        reading = case.passage.readings[place.reading]
        at = case.passage.node(place).head
        for role, child in reading.graph.fillers(at):
            n = reading.at.get(child)
            same_part = role == link.role or {role, link.role} <= RIVALS
            if same_part and n is not None and reading.nodes[n].kind == "name":
                return True
    return False
