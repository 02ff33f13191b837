"""Who is meant where the evidence says that nobody was: "no one was hurt" speaks of every person.

Whoever the statement has in the place of "nobody" is then accounted for, however described, and the polarity of the
predicate decides: three people were not hurt, and no woman was. "There were no injuries" is told of everybody, too.
"""

from __future__ import annotations

from typing import Final

from claimcheck.align import ROLE_GROUPS, Place
from claimcheck.case import Case
from claimcheck.dimensions.name import Kind, Name
from claimcheck.extents import persons
from claimcheck.finding import Finding, Relation
from claimcheck.reading import Node, Reading

NOBODY: Final = frozenset({("no", "one"), ("nobody",), ("no", "-", "one")})
DESCRIBING: Final = frozenset({"mod", "appos", "poss", "prep_of", "prep_from"})


def account(case: Case) -> None:
    """Account for persons that stand where the evidence has nobody, with what describes them."""
    for link in case.links:
        verb, person = case.met(link.head), link.child
        if verb is None or person in case.held or link.role not in ROLE_GROUPS or not case.own(verb):
            continue
        if not _person(case.node(person)):
            continue
        there = _nobody(case.passage.readings[verb.reading], verb, ROLE_GROUPS[link.role])
        if there:
            _hold(case, person, there)


def _nobody(reading: Reading, verb: Place, group: str) -> str:
    """The words by which a predicate of the evidence is denied of everybody; empty where it is not."""
    node = reading.nodes[verb.node]
    if node.pos == "n":
        return _none_at_all(reading, node)
    for role, token in reading.graph.fillers(node.head):
        n = reading.at.get(token)
        if n is not None and ROLE_GROUPS.get(role) == group and _words(reading, reading.nodes[n]) in NOBODY:
            return reading.text(reading.nodes[n])
    return ""


def unfilled(case: Case, k: int, place: Place) -> bool:
    """Whether a predicate is denied of everybody in a part that nothing fills in the evidence.

    "The climb had hurt" says nothing of who was hurt.
    """
    reading = case.passage.readings[place.reading]
    if reading.nodes[place.node].pos != "v":
        return False
    there = {ROLE_GROUPS.get(role) for role, _ in reading.graph.fillers(reading.nodes[place.node].head)}
    for role, token in case.reading.graph.fillers(case.node(k).head):
        n = case.reading.at.get(token)
        if n is not None and _words(case.reading, case.node(n)) in NOBODY and role in ROLE_GROUPS:
            return ROLE_GROUPS[role] not in there
    return False


def _none_at_all(reading: Reading, node: Node) -> str:
    """ "There were no injuries": the noun with its "no"."""
    sentence = reading.sentence
    above = sentence[sentence[node.head].head]
    there = above.lemma == "be" and any(sentence[c].dep == "expl" for c in sentence.children[above.i])
    no = next((c for c in sentence.children[node.head] if sentence[c].lower == "no"), None)
    return sentence.words(no, node.head + 1) if there and no is not None else ""


def _words(reading: Reading, node: Node) -> tuple[str, ...]:
    return tuple(reading.sentence[w].lower for w in node.words)


def _person(node: Node) -> bool:
    if isinstance(node.value, Name):
        return node.value.kind is Kind.PERSON
    return node.kind == "word" and node.pos == "n" and persons(node.lemma)


def _hold(case: Case, person: int, there: str) -> None:
    """Account for a person and all that describes them."""
    todo = [person]
    while todo:
        k = todo.pop()
        case.findings[k] = []
        case.add(k, Finding("word.nobody", Relation.ENTAILS, case.reading.text(case.node(k)), there))
        todo += [
            link.child
            for link in case.links
            if link.head == k and link.role in DESCRIBING and link.child not in case.held
        ]
    for k, node in enumerate(case.reading.nodes):
        if (
            node.kind == "quantity"
            and k not in case.held
            and case.node(person).head in case.account.things.get(k, ())
        ):
            case.findings[k] = []
            case.add(k, Finding("word.nobody", Relation.ENTAILS, case.reading.text(node), there))
