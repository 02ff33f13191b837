"""Counts of the evidence that are parts of one whole: those under the predicate of what the statement counts."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal

from claimcheck import groups
from claimcheck.align import Place
from claimcheck.case import Case
from claimcheck.dimensions.interval import Interval
from claimcheck.dimensions.quantity import Quantity
from claimcheck.reading import Node, Reading
from claimcheck.siblings import clause_of, counted_out

OF_THEM = frozenset({"of them", "of whom", "of which", "of these", "of those"})
DEATHS = frozenset({"kill", "die", "perish", "drown"})


@dataclass(frozen=True, slots=True)
class Part:
    """A figure of the evidence that counts a part, and where it stands."""

    value: Quantity
    place: Place


def counted(case: Case, value: Quantity) -> list[Part]:
    """Counts of the evidence that add up to what the statement counts: parts of one whole, under the same predicate.

    "Three passengers and one crew member were killed" has the parts of "four people were killed"; where the statement
    joins predicates ("killed or wounded") the evidence's parts under each count.
    """
    at = case.reading.at.get(value.head) if value.head is not None else None
    if at is None or value.dimension not in {"count", "share"}:
        return []
    wanted = case.node(at)
    found: dict[tuple[int, ...], Part] = {}
    for place in _predicates(case, at, wanted):
        reading = case.passage.readings[place.reading]
        here = list(_under(reading, place, wanted))
        if here:
            here = [part for part in here if _role(part, place, reading) == _role(here[0], place, reading)]
            singles = _singles(reading, place, wanted)
            here += [one for one in singles if _role(one, place, reading) == _role(here[0], place, reading)]
        found.update({(p.place.reading, *p.value.words): p for p in here})
    return list(found.values())


def _role(part: Part, place: Place, reading: Reading) -> str:
    """The part that the thing counted has in the event: those who do it are none of those it is done to."""
    at = reading.nodes[place.node].head
    tokens = (part.value.head,) if part.value.head is not None else part.value.words
    return next((role for token in tokens for role, head in reading.graph.roles(token) if head == at), "")


def _predicates(case: Case, at: int, wanted: Node) -> list[Place]:
    """Where the evidence has the predicates of the thing the statement counts."""
    pair = case.pairs.get(at)
    if (
        wanted.pos == "v"
        or (wanted.kind == "word" and wanted.pos == "a")
        or (pair is not None and case.passage.node(pair.place).pos == "v")
    ):
        governors = {at}
    else:
        tokens = [h for _, h in case.reading.graph.roles(wanted.head)]
        tokens += [c for r, c in case.reading.graph.fillers(wanted.head) if r in {"acl", "relcl"}]
        governors = {case.reading.at[t] for t in tokens if t in case.reading.at}
    met = [place for g in sorted(governors) if (place := case.met(g)) is not None]
    held = [p for p in met if case.passage.node(p).pos in {"v", "n"}]
    if not held and any(
        case.reading.sentence[t].lemma == "be" for _, t in case.reading.graph.roles(wanted.head)
    ):
        held = [p for p, node in case.passage.every if node.lemma == "be" and node.pos == "v" and case.own(p)]
    if not held and wanted.lemma in groups.LIVES:
        held = [
            p for p, node in case.passage.every if node.lemma in DEATHS and node.pos == "v" and case.own(p)
        ]
    return list(dict.fromkeys(held))


def _fits(evidence: Node, wanted: Node) -> bool:
    if wanted.pos == "v" or wanted.lemma in {"those", "one"}:
        return evidence.pos == "n"
    return groups.kind_of(evidence, wanted)


def _under(reading: Reading, place: Place, wanted: Node) -> Iterator[Part]:
    at = reading.nodes[place.node].head
    for n, node in enumerate(reading.nodes):
        other = node.value
        if not isinstance(other, Quantity) or other.dimension != "count":
            continue
        if other.head not in reading.at or other.head is None:
            more = other.text.lower().startswith("another ")  # "and another 25,000 damaged"
            anybody = wanted.lemma in groups.ANYBODY  # "and injured 13 others"
            under = other.stop if _participle(reading, other.stop) else other.governor
            if other.head is None and under == at and ((other.other and anybody) or more):
                yield Part(other, Place(place.reading, n))
            continue
        inherited = other.head < other.start and clause_of(reading.sentence, other) == at
        under = (
            other.governor == at
            or inherited
            or (other.head > other.start and any(h == at for _, h in reading.graph.roles(other.head)))
        )
        if under and not other.per and _fits(reading.nodes[reading.at[other.head]], wanted):
            yield Part(other, Place(place.reading, n))


def _participle(reading: Reading, i: int) -> bool:
    """Whether a participle stands there: "and another 25,000 damaged"."""
    return i < len(reading.sentence) and reading.sentence[i].tag == "VBN"


def _singles(reading: Reading, place: Place, wanted: Node) -> Iterator[Part]:
    """ "Four villagers and a firefighter": an indefinite article among counted nouns counts one."""
    sentence, at = reading.sentence, reading.nodes[place.node].head
    figured = {node.value.head for node in reading.nodes if isinstance(node.value, Quantity)}
    for _, child in reading.graph.fillers(at):
        n = reading.at.get(child)
        article = next((c for c in sentence.children[child] if sentence[c].lower in {"a", "an"}), None)
        if child in figured:
            continue  # "a single node" has its figure
        if n is not None and article is not None and _fits(reading.nodes[n], wanted):
            text, one = sentence.words(article, child + 1), Interval.point(Decimal(1))
            made = Quantity(article, article + 1, text, one, "count", head=child, governor=at)
            yield Part(made, Place(place.reading, n))


def whole_of(reading: Reading, n: int, part: Quantity) -> int | None:
    """The node of the figure that a part is counted out of."""
    sentence = reading.sentence
    figures = [
        (m, node.value)
        for m, node in enumerate(reading.nodes)
        if m != n and isinstance(node.value, Quantity) and node.value.dimension == "count"
    ]
    if part.other and part.head is None:  # "the other nine"
        firsts = [m for m, q in figures if q.partitive and q.stop <= part.start]
        first = reading.nodes[firsts[-1]].value if firsts else None
        return whole_of(reading, firsts[-1], first) if isinstance(first, Quantity) else None
    if not part.partitive:
        before = sentence[part.start - 1].lower if part.start else ""
        held = [m for m, q in figures if q.head is not None and q.stop <= part.start and q.role == "value"]
        return held[-1] if before == "including" and held else None
    near = [m for m, q in figures if part.stop < q.start <= part.stop + 3 and counted_out(sentence, q)]
    if near:
        return near[0]
    of_them = sentence.words(part.stop, part.stop + 2).lower() in OF_THEM  # of those told of last
    same = [
        m for m, q in figures if q.head == part.head and (of_them or not q.partitive) and q.stop <= part.start
    ]
    return same[-1] if same else None
