"""What a modifier belongs to: a Swedish ship's crew need not be Swedish, nor a man from Lund held in Oslo from Oslo."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from claimcheck import transparent
from claimcheck.align import Place
from claimcheck.case import Case
from claimcheck.dimensions.name import Name
from claimcheck.finding import Finding, Relation
from claimcheck.links import Link
from claimcheck.reading import Reading

OWNED: Final = frozenset({"mod", "poss"})
WHENCE: Final = frozenset({"prep_in", "prep_from", "prep_at", "prep_of", "prep_near", "prep_on"})
ONE: Final = frozenset({"NOUN", "PRON", "NUM"})
HOLDING: Final = frozenset("bring carry contain have hold house seat ship take transport".split())
ACTING: Final = frozenset({"agent", "patient"})
WITHIN_PLACE: Final = frozenset({"prep_in", "prep_on", "prep_aboard", "prep_inside"})
WITHIN: Final = frozenset({"prep_with", "prep_of", "prep_from", "prep_for", "prep_by"})


def compare(case: Case) -> Iterator[Finding]:
    """A finding for every modifier that the evidence gives to another thing of the same sentence."""
    for link in case.links:
        head, child = case.met(link.head) or case.places.get(link.head), case.met(link.child)
        if head is None or child is None or head.reading != child.reading or head == child:
            continue
        if link.child not in case.held or link.head not in case.held:
            continue
        reading = case.passage.readings[head.reading]
        if _given_to_another(case, link, reading, head, child):
            node = case.node(link.child)
            here, there = case.reading.text(node), case.evidence(head)
            yield Finding("role.attached", Relation.UNDETERMINED, here, there, "", node.words)


def _given_to_another(case: Case, link: Link, reading: Reading, head: Place, child: Place) -> bool:
    if link.role in OWNED:
        return _of_the_other_one(case, link, reading, head, child) or _modifies_another(reading, child, head)
    if link.role == "subject":
        return _modifies_another(reading, head, child) or _aged(reading, head, child)
    if (
        link.role in WITHIN_PLACE
        and case.node(link.head).pos == "n"
        and _stands_elsewhere(reading, head, child)
    ):
        return True
    if link.role in WHENCE and case.node(link.head).pos == "n":
        return _taken(link, reading, head, child)
    return False


def _modifies_another(reading: Reading, modifier: Place, noun: Place) -> bool:
    """Whether a modifier stands by a noun that a preposition joins to the one it should stand by."""
    at, own = reading.nodes[modifier.node].head, reading.nodes[noun.node].head
    graph = reading.graph
    heads = [h for r, h in graph.roles(at) if r in OWNED]
    if not heads or own in heads or any(own == h for _, h in graph.roles(at)):
        return False
    other = heads[0]
    if reading.at.get(other) in {None, noun.node} or reading.sentence[other].lemma in transparent.NOUNS:
        return False
    if reading.sentence[other].pos == "NUM" or reading.sentence[own].pos == "NUM":
        return False
    return any(r in WITHIN and h == own for r, h in graph.roles(other)) or any(
        r in WITHIN and h == other for r, h in graph.roles(own)
    )


def _of_the_other_one(case: Case, link: Link, reading: Reading, head: Place, child: Place) -> bool:
    """ "Replaced the old bridge with a steel one that cost two million": the old one's price is not told."""
    noun, graph = reading.nodes[head.node].head, reading.graph
    ones = [t.i for t in reading.sentence if t.lemma == "one" and t.i > noun and t.pos in ONE]
    if len(ones) != 1 or any(noun == h for _, h in (*graph.roles(ones[0]), *graph.fillers(ones[0]))):
        return False  # "the tunnel is an old one"
    above = [(up.role, case.met(up.head)) for up in case.links if up.child == link.head]
    there = [
        (role, reading.nodes[p.node].head) for role, p in above if p is not None and p.reading == head.reading
    ]
    fillers = [c for role, h in there for r, c in graph.fillers(h) if r == role]
    of_one, of_noun = ones[0] in fillers, noun in fillers
    stands = {h for r, h in graph.roles(reading.nodes[child.node].head) if r in OWNED}
    return (ones[0] in stands and not of_one) or (noun in stands and of_one and not of_noun)


def _stands_elsewhere(reading: Reading, head: Place, child: Place) -> bool:
    """ "The lorry hit a bus, killing six people on the bus": they were not in the lorry."""
    at, own, graph = reading.nodes[head.node].head, reading.nodes[child.node].head, reading.graph
    roles = {r for r, _ in graph.roles(own)}
    if not roles & ACTING or any(r.startswith("prep_") for r in roles):
        return False
    holding = {h for r, h in graph.roles(own) if r == "agent" and reading.sentence[h].lemma in HOLDING}
    if any(r == "patient" and h in holding for r, h in graph.roles(at)):
        return False
    around = (at, *(h for _, h in graph.roles(at) if h >= 0))
    there = [
        reading.nodes[reading.at[c]]
        for h in around
        for r, c in graph.fillers(h)
        if r in WITHIN_PLACE and c in reading.at
    ]
    places = [node for node in there if node.kind in {"word", "name"}]
    return bool(places) and all(node.lemma != reading.nodes[child.node].lemma for node in places)


def _aged(reading: Reading, figure: Place, person: Place) -> bool:
    """ "Anna Reis, 34, and Olga Reis, 61": the age stands by another name."""
    node, own = reading.nodes[figure.node], reading.nodes[person.node]
    if node.kind != "quantity" or not isinstance(own.value, Name):
        return False
    others = [reading.at.get(h) for r, h in reading.graph.roles(node.head) if r == "appos"]
    named = [n for n in others if n is not None and isinstance(reading.nodes[n].value, Name)]
    return bool(named) and person.node not in named


def _taken(link: Link, reading: Reading, head: Place, child: Place) -> bool:
    """Whether the noun has another name where the statement gives it this one: "from Lund", not "from Oslo"."""
    at, own = reading.nodes[head.node].head, reading.nodes[child.node].head
    if any(h == at or reading.sentence[h].pos == "NUM" for _, h in reading.graph.roles(own) if h >= 0):
        return False  # "1,500 households in Orla and 500 in Weld"
    mine = reading.nodes[child.node]
    theirs = [reading.at.get(c) for r, c in reading.graph.fillers(at) if r == link.role]
    alike = [n for n in theirs if n is not None and reading.nodes[n].kind == mine.kind == "name"]
    return bool(alike) and not any(own in reading.sentence.subtree(reading.nodes[n].head) for n in alike)
