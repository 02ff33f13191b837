"""Wholes and their parts: sums of parts, shares of a whole, and what is left of it.

The parts are those that one passage states: counted under one predicate ("three passengers and one crew member were
killed"), or out of a whole that it names ("six of the nine judges", "41 people, 17 of them for the first time").
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple

from claimcheck import groups
from claimcheck.align import Place
from claimcheck.case import Case
from claimcheck.dimensions import derive
from claimcheck.dimensions.derive import Derived
from claimcheck.dimensions.quantity import Quantity
from claimcheck.favour import HELD, Told, favour, labels
from claimcheck.parts import Part, counted, whole_of
from claimcheck.reading import Reading
from claimcheck.siblings import CONTRAST, counted_out

SIDES = 7  # tokens from the one side of a result to the other
NEAR = 2  # steps within which a word says something of a part
# Of a whole, whoever did not do the one did the other.
EITHER_OR = [set(pair.split()) for pair in ("die survive", "pass fail", "stay leave", "accept reject")]


class Split(NamedTuple):
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
    found = _side_by_side(case, counted(case, value))
    if len(found) < 2 or _against(case, found):
        return None
    split = _choose(case, labels(k, case.reading, case.passage, case.pairs), found)
    parts = split.chosen or split.others
    whole = derive.sum_of([part.value for part in parts])
    return (whole, parts[0].place) if whole is not None else None


def _against(case: Case, parts: Sequence[Part]) -> bool:
    """ "54 votes to 46" are two sides, which nobody adds up."""
    for one, two in pairwise(parts):
        sentence = case.passage.readings[one.place.reading].sentence
        near = one.place.reading == two.place.reading and 0 < two.value.start - one.value.stop <= SIDES
        if near and sentence[two.value.start - 1].lower in CONTRAST | {"to"}:
            return True
    return False


def alone(case: Case, k: int, value: Quantity) -> Part | None:
    """The one of several parts that the statement speaks of ("two of them Danish"); None where its words tell none."""
    if value.role == "delta" or value.other or counted_out(case.reading.sentence, value):
        return None
    if value.partitive and value.head in case.reading.at and _several(case):
        told = said_beside(case, k, value)
        for split in named_splits(case, case.reading.at[value.head], told):
            if not _turned(case, value, split.chosen[0]):
                return split.chosen[0]
    found = counted(case, value)
    if len(found) < 2:
        return None
    split = _choose(case, labels(k, case.reading, case.passage, case.pairs), found)
    return split.chosen[0] if len(split.chosen) == 1 and split.others else None


def _side_by_side(case: Case, parts: Sequence[Part]) -> list[Part]:
    """The parts without those that others are counted out of, or that are counted out of another ("17 of them")."""
    sentences = (case.passage.readings[part.place.reading].sentence for part in parts)
    found = [part for part, s in zip(parts, sentences, strict=True) if not counted_out(s, part.value)]
    places = {part.place for part in found}
    return [part for part in found if _whole_place(case, part) not in places]


def _whole_place(case: Case, part: Part) -> Place | None:
    reading = case.passage.readings[part.place.reading]
    whole = whole_of(reading, part.place.node, part.value) if part.value.partitive else None
    return Place(part.place.reading, whole) if whole is not None else None


def share(case: Case, k: int, value: Quantity) -> tuple[Derived, Place] | None:
    """The share of a whole that the statement's share answers to."""
    head = case.reading.at.get(value.head) if value.head is not None else None
    if head is None:
        return None
    told = said_beside(case, k, value)
    for split in (*named_splits(case, head, told), *_implied(case, value, told)):
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
    if head is None or not _several(case) or counted_out(case.reading.sentence, value):
        return None
    for split in named_splits(case, head, said_beside(case, k, value)):
        if split.whole is None:
            continue
        turned = _turned(case, value, split.chosen[0])
        if not turned and not value.other:
            continue
        part = _total(split.chosen)
        left = derive.rest_of(split.whole, part) if part is not None else None
        if left is not None:
            verb = case.reading.at.get(value.governor) if value.governor is not None else None
            if verb is not None and verb not in case.held:  # "survived" of those who did not die
                case.findings[verb] = []
                case.held.add(verb)
            return left, split.chosen[0].place
    return None


def _several(case: Case) -> bool:
    """Whether a sentence of the claim has several counts: only then one may be counted out of another."""
    rows = (case.passage.readings[r].nodes for r in case.passage.own)
    return any(
        sum(isinstance(n.value, Quantity) and n.value.dimension == "count" for n in nodes) > 1
        for nodes in rows
    )


def group_share(case: Case, k: int) -> tuple[Derived, Place] | None:
    """The share that one of several measures side by side is of all of them."""
    told = labels(k, case.reading, case.passage, case.pairs)
    for r in sorted(case.passage.own):
        reading = case.passage.readings[r]
        for n, region in reading.regions.items():
            part = reading.nodes[n].value
            if (
                not isinstance(part, Quantity)
                or part.dimension == "count"
                or part.per
                or part.role != "value"
            ):
                continue
            if favour(told, case.passage, Place(r, n)) < 1:
                continue
            whole = derive.sum_of(
                [part, *(v for m in region.beside if isinstance(v := reading.nodes[m].value, Quantity))]
            )
            made = derive.share_of(part, whole.quantity) if whole is not None else None
            if made is not None:
                return made, Place(r, n)
    return None


def _total(parts: Sequence[Part]) -> Quantity | None:
    if len(parts) == 1:
        return parts[0].value
    made = derive.sum_of([part.value for part in parts])
    return made.quantity if made is not None else None


def said_beside(case: Case, k: int, value: Quantity) -> Told:
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
    verb = case.reading.at.get(value.governor)
    lemmas = {case.reading.sentence[value.governor].lemma, evidence.sentence[part.value.governor].lemma}
    if not turned and lemmas in EITHER_OR:
        return True
    if turned and verb is not None and case.account.weight(verb) and case.met(verb) is None:
        return False  # "had not been working" is no denial of "had been out of order"
    if turned:
        sentence = case.reading.sentence
        case.turned.update(
            n
            for n, node in enumerate(case.reading.nodes)
            if value.governor in (node.head, sentence[node.head].head)
        )
    return turned


# parts of a whole that the evidence names


def named_splits(case: Case, head: int, told: Told) -> Iterator[Split]:
    """Parts that the evidence counts out of a whole of the thing at node `head`."""
    for r in sorted(case.passage.own):
        reading = case.passage.readings[r]
        wholes: dict[int, list[Part]] = {}
        for n, node in enumerate(reading.nodes):
            if isinstance(node.value, Quantity) and node.value.dimension == "count":
                whole = whole_of(reading, n, node.value)
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
    for at, reading in enumerate(case.passage.readings[:r]):
        for node in reading.nodes:
            other = node.value
            if not isinstance(other, Quantity) or other.head not in reading.at:
                continue
            if other.dimension != whole.dimension or other.interval != whole.interval:
                continue
            if groups.kind_of(reading.nodes[reading.at[other.head]], case.node(head)):
                case.held.update(_modifiers(case, head, at))
                return True
    return False


def _modifiers(case: Case, head: int, reading: int) -> list[int]:
    """What the statement says of a thing that an earlier sentence says of it ("the customers surveyed")."""
    inside = set(case.reading.sentence.subtree(case.node(head).head))
    nodes = [n for n, node in enumerate(case.reading.nodes) if node.head in inside]
    met = [(n, case.met(n)) for n in nodes]
    return [n for n, place in met if place is not None and place.reading == reading]


def _about(case: Case, part: Part, told: Told) -> bool:
    """Whether a word of the statement is met that the evidence says of the part."""
    reading = case.passage.readings[part.place.reading]
    region = reading.regions.get(part.place.node)
    for r, head in told:
        if r != part.place.reading:
            continue
        if region is not None and head in region.rivals:
            continue
        if head == part.value.governor or (region is not None and head in region.words):
            return True
        if reading.graph.distance(head, reading.nodes[part.place.node].head) <= NEAR:
            return True
    return False


# parts counted under one predicate


def _implied(case: Case, value: Quantity, told: Told) -> Iterator[Split]:
    found = counted(case, value)
    split = _choose(case, told, _side_by_side(case, found))
    for part in _choose(case, told, found).chosen:
        whole = _whole_place(case, part)
        of = case.passage.node(whole).value if whole is not None else None
        if isinstance(of, Quantity):
            yield Split((part,), (), of)
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
