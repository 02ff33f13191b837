"""Which of several figures side by side a statement's figure answers to: the one its own words are said of."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from claimcheck.account import LIGHT_VERBS
from claimcheck.align import Pair, Passage, Place
from claimcheck.dimensions import date as dates
from claimcheck.dimensions.date import When
from claimcheck.dimensions.quantity import Quantity
from claimcheck.finding import Relation
from claimcheck.reading import Reading
from claimcheck.relate import Meet

HELD = frozenset({Meet.SAME, Meet.NARROWER, Meet.CONVERSE})
NOTHING: frozenset[int] = frozenset()
NAMING = frozenset({"version", "ordinal"})  # figures that name the one of several meant
SIDES = frozenset(
    {"against", "without", "outside", "elsewhere", "abroad"}
)  # that alone may tell two figures apart

Told = frozenset[tuple[int, int]]
"""Tokens of a passage (reading, token) that answer to what a statement says beside its figure."""


def labels(k: int, reading: Reading, passage: Passage, pairs: Mapping[int, Pair]) -> Told:
    """Where the evidence has the words that the statement says of its figure `k`: not the thing it counts, nor what it
    says of its other figures.
    """
    region = reading.regions.get(k)
    rivals = region.rivals if region is not None else NOTHING
    value = reading.nodes[k].value
    counted = value.head if isinstance(value, Quantity) else None
    if counted in reading.at and reading.nodes[reading.at[counted]].kind == "name":
        counted = None
    return frozenset(_labels(k, reading, passage, pairs, rivals, counted))


def _labels(
    k: int,
    reading: Reading,
    passage: Passage,
    pairs: Mapping[int, Pair],
    rivals: frozenset[int],
    counted: int | None,
) -> Iterator[tuple[int, int]]:
    joined = _joined(reading, counted)
    for n, node in enumerate(reading.nodes):
        if n == k or node.head == counted or node.head in rivals or node.head in joined:
            continue
        token = reading.sentence[node.head]
        if token.dep == "compound" and token.head == counted and _one_word(reading, node.head, counted):
            continue  # "service members"
        if isinstance(node.value, When):
            yield from _dates(node.value, passage)
        elif isinstance(node.value, Quantity):
            if node.value.dimension in NAMING:
                yield from _versions(node.value, passage)
        elif n in pairs and pairs[n].related.meet in HELD:
            place = pairs[n].place
            if otherwise_put(reading, n, passage, place):
                continue
            yield place.reading, passage.node(place).head
            yield from _again(reading, n, passage)
    sides = {t.lower for t in reading.sentence if t.i not in rivals} & SIDES
    if sides:
        for r in passage.own:
            yield from ((r, t.i) for t in passage.readings[r].sentence if t.lower in sides)


def _joined(reading: Reading, counted: int | None) -> frozenset[int]:
    """The words of what is counted beside it by an article: "two troops and a British officer"."""
    if counted is None:
        return NOTHING
    sentence = reading.sentence
    others = [
        c
        for c in sentence.children[counted]
        if sentence[c].dep == "conj" and any(sentence[d].lower in {"a", "an"} for d in sentence.children[c])
    ]
    return frozenset(i for c in others for i in sentence.subtree(c))


def _one_word(reading: Reading, token: int, noun: int) -> bool:
    k = reading.at.get(noun)
    return k is not None and any(token in idiom.words for idiom in reading.nodes[k].idioms)


def _again(reading: Reading, n: int, passage: Passage) -> Iterator[tuple[int, int]]:
    """The same noun or name elsewhere in the claim's own sentences: any of them may tell the figure meant."""
    node = reading.nodes[n]
    if node.pos != "n" or len(node.words) > 1:
        return
    for r in passage.own:
        for other in passage.readings[r].nodes:
            if other.lemma == node.lemma and other.kind == node.kind:
                yield r, other.head


def one_name(other: Quantity, wanted: Quantity) -> bool:
    """Whether two versions or ordinals are the same."""
    if other.dimension != wanted.dimension:
        return False
    return (other.values, other.interval) == (wanted.values, wanted.interval)


def _versions(wanted: Quantity, passage: Passage) -> Iterator[tuple[int, int]]:
    for place, node in passage.every:
        other = node.value
        if isinstance(other, Quantity) and one_name(other, wanted):
            yield place.reading, node.head


def otherwise_put(reading: Reading, n: int, passage: Passage, place: Place) -> bool:
    """ "Can have" beside "must have": a verb that says little, and is put another way, tells nothing."""
    if reading.nodes[n].lemma not in LIGHT_VERBS:
        return False
    theirs = passage.readings[place.reading].contexts[passage.node(place).head]
    return theirs.modality is not reading.contexts[reading.nodes[n].head].modality


def _dates(wanted: When, passage: Passage) -> Iterator[tuple[int, int]]:
    for place, node in passage.values:
        if isinstance(node.value, When) and dates.relate(node.value, wanted).relation is Relation.ENTAILS:
            yield place.reading, node.head


def favour(told: Told, passage: Passage, place: Place) -> int:
    """How many of the labels are said of the evidence's figure alone, less those said of its siblings alone."""
    own, rivals = hits(told, passage, place)
    return own - rivals


def hits(told: Told, passage: Passage, place: Place) -> tuple[int, int]:
    """How many of the labels are said of the evidence's figure alone, and how many of one beside it alone."""
    reading = passage.readings[place.reading]
    region = reading.regions.get(place.node)
    if region is None:
        return 0, 0
    sentence = reading.sentence
    here = [t for r, t in told if r == place.reading]
    own, rivals = ([t for t in here if t in words] for words in (region.words, region.near))
    return (
        sum(1 + (sentence[t].lower in SIDES) for t in own),
        sum(1 + (sentence[t].lower in SIDES) for t in rivals),
    )
