"""Wholes and their parts: sums of parts, shares of a whole, and what is left of it.

The parts are those that one passage states: counted under one predicate ("three passengers and one crew member were
killed"), or out of a whole that it names ("six of the nine judges", "41 people, 17 of them for the first time").
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal

from claimcheck import groups
from claimcheck.align import Place
from claimcheck.case import Case
from claimcheck.dimensions import derive
from claimcheck.dimensions.derive import Derived
from claimcheck.dimensions.interval import Interval
from claimcheck.dimensions.quantity import Quantity
from claimcheck.favour import HELD, Told, favour, labels
from claimcheck.reading import Node, Reading
from claimcheck.siblings import counted_out

HUNDRED = Decimal(100)
DEATHS = frozenset({"kill", "die", "perish", "drown"})
NEAR = 2  # steps within which a word says something of a part


@dataclass(frozen=True, slots=True)
class Part:
    """A figure of the evidence that counts a part, and where it stands."""

    value: Quantity
    place: Place


@dataclass(frozen=True, slots=True)
class Split:
    """Parts of one whole, those the statement speaks of first; the whole is None where it is their sum."""

    chosen: tuple[Part, ...]
    others: tuple[Part, ...]
    whole: Quantity | None = None


def summed(case: Case, k: int, value: Quantity) -> tuple[Derived, Place] | None:
    """What the parts come to that the statement counts as one; None where there are fewer than two."""
    if (
        value.role not in {"value", "end"}
        or groups.enumerates(case, value)
        or counted_out(case.reading.sentence, value)
    ):
        return None
    found = [part for part in counted(case, value) if not _counted_out(case, part)]
    split = _choose(case, labels(k, case.reading, case.passage, case.pairs), found)
    parts = split.chosen or split.others
    whole = derive.sum_of([part.value for part in parts])
    return (whole, parts[0].place) if whole is not None else None


def alone(case: Case, k: int, value: Quantity) -> Part | None:
    """The one of several parts that the statement speaks of ("two of them Danish"); None where its words tell none."""
    if value.role == "delta" or value.other or counted_out(case.reading.sentence, value):
        return None
    split = _choose(case, labels(k, case.reading, case.passage, case.pairs), counted(case, value))
    return split.chosen[0] if len(split.chosen) == 1 and split.others else None


def _counted_out(case: Case, part: Part) -> bool:
    return counted_out(case.passage.readings[part.place.reading].sentence, part.value)


def share(case: Case, k: int, value: Quantity) -> tuple[Derived, Place] | None:
    """The share of a whole that the statement's share answers to."""
    head = case.reading.at.get(value.head) if value.head is not None else None
    if head is None:
        return None
    told = _beside(case, k, value)
    for split in (*_named(case, head, told), *_implied(case, value, told)):
        made = _share(case, value, split)
        if made is not None:
            return made, split.chosen[0].place
    return None


def _share(case: Case, value: Quantity, split: Split) -> Derived | None:
    part = _total(split.chosen)
    whole = split.whole or _total((*split.chosen, *split.others))
    if part is None or whole is None:
        return None
    if _turned(case, value, split.chosen[0]):
        rest = derive.rest_of(whole, part)
        part = rest.quantity if rest is not None else None
    return derive.share_of(part, whole) if part is not None else None


def rest(case: Case, k: int, value: Quantity) -> tuple[Derived, Place] | None:
    """What is left of a whole, where the statement counts the others: "three of the judges did not sign"."""
    head = case.reading.at.get(value.head) if value.head is not None else None
    if head is None or counted_out(case.reading.sentence, value):
        return None
    for split in _named(case, head, _beside(case, k, value)):
        if split.whole is None:
            continue
        turned = _turned(case, value, split.chosen[0])
        if not turned and not value.other:
            continue
        part = _total(split.chosen)
        left = derive.rest_of(split.whole, part) if part is not None else None
        if left is not None:
            return left, split.chosen[0].place
    return None


def _total(parts: Sequence[Part]) -> Quantity | None:
    if len(parts) == 1:
        return parts[0].value
    made = derive.sum_of([part.value for part in parts])
    return made.quantity if made is not None else None


def _beside(case: Case, k: int, value: Quantity) -> Told:
    """Where the words are met that the statement says of the share, not of the whole it is a share of."""
    told = labels(k, case.reading, case.passage, case.pairs)
    inside = set(case.reading.sentence.subtree(value.head)) if value.head is not None else set()
    if value.governor in inside:
        return told
    whole = {n for n, node in enumerate(case.reading.nodes) if node.head in inside}
    places = [case.pairs[n].place for n in whole if n in case.pairs]
    return told - {(place.reading, case.passage.node(place).head) for place in places}


def _turned(case: Case, value: Quantity, part: Part) -> bool:
    """Whether one text denies of its part what the other affirms; polarity is then answered for by what is left."""
    if value.governor is None or part.value.governor is None:
        return False
    evidence = case.passage.readings[part.place.reading]
    mine, theirs = case.reading.contexts, evidence.contexts
    turned = mine[value.governor].polarity != theirs[part.value.governor].polarity
    if turned:
        sentence = case.reading.sentence
        case.turned.update(
            n
            for n, node in enumerate(case.reading.nodes)
            if value.governor in (node.head, sentence[node.head].head)
        )
    return turned


# parts of a whole that the evidence names


def _named(case: Case, head: int, told: Told) -> Iterator[Split]:
    """Parts that the evidence counts out of a whole of the thing at node `head`."""
    for r in sorted(case.passage.own):
        reading = case.passage.readings[r]
        wholes: dict[int, list[Part]] = {}
        for n, node in enumerate(reading.nodes):
            if isinstance(node.value, Quantity) and node.value.dimension == "count":
                whole = _whole_of(reading, n, node.value)
                if whole is not None and _same_thing(case, r, whole, head):
                    wholes.setdefault(whole, []).append(Part(node.value, Place(r, n)))
        for n, parts in wholes.items():
            whole_value = reading.nodes[n].value
            assert isinstance(whole_value, Quantity)
            about = [part for part in parts if _about(case, part, told)]
            best = max((favour(told, case.passage, part.place) for part in about), default=0)
            first = [part for part in about if favour(told, case.passage, part.place) == best]
            first = [part for part in first if _governs(part, told)] or first
            if len(first) == 1 and best >= 0:
                yield Split((first[0],), tuple(p for p in parts if p is not first[0]), whole_value)


def _whole_of(reading: Reading, n: int, part: Quantity) -> int | None:
    """The node of the figure that a part is counted out of."""
    sentence = reading.sentence
    figures = [
        (m, node.value)
        for m, node in enumerate(reading.nodes)
        if m != n and isinstance(node.value, Quantity) and node.value.dimension == "count"
    ]
    if not part.partitive:
        before = sentence[part.start - 1].lower if part.start else ""
        held = [m for m, q in figures if q.head is not None and q.stop <= part.start and q.role == "value"]
        return held[-1] if before == "including" and held else None
    near = [m for m, q in figures if part.stop < q.start <= part.stop + 3 and counted_out(sentence, q)]
    if near:
        return near[0]
    same = [m for m, q in figures if q.head == part.head and not q.partitive and q.stop <= part.start]
    return same[-1] if same else None


def _same_thing(case: Case, r: int, whole: int, head: int) -> bool:
    """Whether the evidence's whole counts what the statement takes a share of."""
    reading = case.passage.readings[r]
    value = reading.nodes[whole].value
    at = reading.at.get(value.head) if isinstance(value, Quantity) and value.head is not None else None
    if at is None:
        return isinstance(value, Quantity) and _told_before(case, r, value, head)
    pair = case.pairs.get(head)
    if pair is not None and pair.related.meet in HELD and pair.place == Place(r, at):
        return True
    return groups.kind_of(reading.nodes[at], case.node(head))


def _governs(part: Part, told: Told) -> bool:
    """Whether the part hangs from a word that the statement's own is met by."""
    return part.value.governor is not None and (part.place.reading, part.value.governor) in told


def _told_before(case: Case, r: int, whole: Quantity, head: int) -> bool:
    """ "29 of the 38": what the 38 are, an earlier sentence says."""
    for reading in case.passage.readings[:r]:
        for node in reading.nodes:
            other = node.value
            if not isinstance(other, Quantity) or other.head not in reading.at:
                continue
            if other.dimension == whole.dimension and other.interval == whole.interval:
                return groups.kind_of(reading.nodes[reading.at[other.head]], case.node(head))
    return False


def _about(case: Case, part: Part, told: Told) -> bool:
    """Whether a word of the statement is met that the evidence says of the part."""
    reading = case.passage.readings[part.place.reading]
    region = reading.regions.get(part.place.node)
    for r, head in told:
        if r != part.place.reading:
            continue
        if head == part.value.governor or (region is not None and head in region.words):
            return True
        if reading.graph.distance(head, reading.nodes[part.place.node].head) <= NEAR:
            return True
    return False


# parts counted under one predicate


def _implied(case: Case, value: Quantity, told: Told) -> Iterator[Split]:
    split = _choose(case, told, counted(case, value))
    if split.chosen and split.others:
        yield split


def _choose(case: Case, told: Told, parts: Sequence[Part]) -> Split:
    """The parts parted into those that the labels are said of and the others."""
    heads = [part.value.head for part in parts]
    chosen = []
    for part in parts:
        reading = case.passage.readings[part.place.reading]
        met = {token for r, token in told if r == part.place.reading}
        words = _noun_phrase(reading, part.value)
        if heads.count(part.value.head) > 1:
            region = reading.regions.get(part.place.node)
            words = set(region.words) if region is not None else set()
        if met & words:
            chosen.append(part)
    return Split(tuple(chosen), tuple(part for part in parts if part not in chosen))


def _noun_phrase(reading: Reading, value: Quantity) -> set[int]:
    """The thing counted with the words that modify it."""
    if value.head is None:
        return set()
    sentence = reading.sentence
    below = [
        c for c in sentence.children[value.head] if sentence[c].dep in {"amod", "compound", "nmod", "poss"}
    ]
    return {value.head, *below}


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
            here += _singles(reading, place, wanted)
        found.update({(p.place.reading, *p.value.words): p for p in here})
    return list(found.values())


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
            if other.other and other.head is None and other.governor == at and wanted.lemma in groups.ANYBODY:
                yield Part(other, Place(place.reading, n))  # "and injured 13 others"
            continue
        under = other.governor == at or (
            other.head > other.start and any(h == at for _, h in reading.graph.roles(other.head))
        )
        if under and not other.per and _fits(reading.nodes[reading.at[other.head]], wanted):
            yield Part(other, Place(place.reading, n))


def _singles(reading: Reading, place: Place, wanted: Node) -> Iterator[Part]:
    """ "Four villagers and a firefighter": an indefinite article among counted nouns counts one."""
    sentence, at = reading.sentence, reading.nodes[place.node].head
    for _, child in reading.graph.fillers(at):
        n = reading.at.get(child)
        article = next((c for c in sentence.children[child] if sentence[c].lower in {"a", "an"}), None)
        if n is not None and article is not None and _fits(reading.nodes[n], wanted):
            text, one = sentence.words(article, child + 1), Interval.point(Decimal(1))
            made = Quantity(article, article + 1, text, one, "count", head=child, governor=at)
            yield Part(made, Place(place.reading, n))
