"""Figures side by side: of one sentence, or of sentences that differ in little but their figures.

"Coffee cost 3 euros and tea 2" sets two figures side by side; so do the cells of a table's row, each read as a sentence
of its own: "Storage in Free is 5 GB", "Storage in Pro is 50 GB".
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from typing import Final, NamedTuple

from claimcheck.align import Passage, Place
from claimcheck.dimensions.quantity import Quantity
from claimcheck.favour import NAMING
from claimcheck.reading import Node, Reading
from claimcheck.tokens import CONTENT_POS

Spot = tuple[int, int]  # a token of a passage: reading, token
_APART: Final = 4  # words by which two sentences of one table may differ
_LEVELS: Final = frozenset({"value", "end", "share", "rate"})


class Figure(NamedTuple):
    """A figure with the words that are said of it and of none of those beside it."""

    place: Place
    value: Quantity
    words: frozenset[Spot]


def groups(passage: Passage) -> list[tuple[Figure, ...]]:
    """The figures of the claim's own sentences that stand side by side, with those beside them."""
    found: dict[tuple[Place, ...], tuple[Figure, ...]] = {}
    for r in sorted(passage.own):
        for group in (*_in_one_sentence(passage.readings[r], r), *_in_twins(passage, r)):
            found.setdefault(tuple(figure.place for figure in group), group)
    return list(found.values())


def _in_one_sentence(reading: Reading, r: int) -> Iterator[tuple[Figure, ...]]:
    members = dict.fromkeys(tuple(sorted((n, *region.beside))) for n, region in reading.regions.items())
    for nodes in members:
        yield tuple(
            Figure(Place(r, n), _value(reading.nodes[n]), frozenset((r, t) for t in reading.regions[n].words))
            for n in nodes
        )


def _in_twins(passage: Passage, r: int) -> Iterator[tuple[Figure, ...]]:
    """The figure of a sentence with those of the passage's sentences that say the same of something else."""
    mine = lone(passage.readings[r])
    if mine is None:
        return
    group = []
    for other, reading in enumerate(passage.readings):
        theirs = lone(reading) if other != r else None
        if theirs is None or _value(reading.nodes[theirs]).dimension != _dimension(passage.readings[r], mine):
            continue
        apart = _differ(passage.readings[r], mine, reading, theirs)
        if apart is not None:
            group.append((other, theirs, *apart))
    if group:
        own = frozenset((r, t) for _, _, words, _ in group for t in words)
        figures = [Figure(Place(r, mine), _value(passage.readings[r].nodes[mine]), own)]
        figures += [
            Figure(
                Place(other, n),
                _value(passage.readings[other].nodes[n]),
                frozenset((other, t) for t in words),
            )
            for other, n, _, words in group
        ]
        yield tuple(sorted(figures, key=lambda figure: figure.place))


def lone(reading: Reading) -> int | None:
    """The node of a sentence's only figure; versions and ranks only name things."""
    found = [
        n
        for n, node in enumerate(reading.nodes)
        if isinstance(node.value, Quantity) and node.value.dimension not in NAMING
    ]
    alone = len(found) == 1 and _value(reading.nodes[found[0]]).interval is not None
    return found[0] if alone and _value(reading.nodes[found[0]]).role in _LEVELS else None


def _dimension(reading: Reading, n: int) -> str:
    return _value(reading.nodes[n]).dimension


def _differ(
    one: Reading, first: int, two: Reading, second: int
) -> tuple[frozenset[int], frozenset[int]] | None:
    """The words by which two sentences differ, besides their figures; None where they differ in too much."""
    mine, theirs = _words(one, first), _words(two, second)
    a, b = Counter(word for _, word in mine), Counter(word for _, word in theirs)
    left = frozenset(i for i, word in mine if word not in b)
    right = frozenset(i for i, word in theirs if word not in a)
    shared = [i for i, word in mine if word in b and one.sentence[i].pos in CONTENT_POS]
    if not shared or not left or not right or max(len(left), len(right)) > _APART:
        return None
    return _whole(one, left), _whole(two, right)


def _whole(reading: Reading, words: frozenset[int]) -> frozenset[int]:
    """The words with all those of the names and times they are part of."""
    return words.union(*(node.words for node in reading.nodes if not words.isdisjoint(node.words)))


def _words(reading: Reading, figure: int) -> list[tuple[int, str]]:
    taken = set(reading.nodes[figure].words)
    return [(t.i, t.lower) for t in reading.sentence if t.i not in taken and t.pos != "PUNCT"]


def _value(node: Node) -> Quantity:
    assert isinstance(node.value, Quantity)
    return node.value
