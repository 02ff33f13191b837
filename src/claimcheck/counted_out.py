"""Quantities that polarity answers for: a bare "no" or "none", and "both" where the evidence has "neither"."""

from __future__ import annotations

from claimcheck.account import NONE_WORDS
from claimcheck.align import Place
from claimcheck.case import Case
from claimcheck.dimensions.quantity import Quantity


def none(case: Case, place: Place) -> bool:
    """Whether the evidence's quantity is a bare "no" or "none"."""
    return case.passage.readings[place.reading].text(case.passage.node(place)).lower() in NONE_WORDS


def both(case: Case, k: int) -> bool:
    """Whether a quantity is "both" or "the two"."""
    sentence, first = case.reading.sentence, case.node(k).words[0]
    if sentence[first].lower == "both":
        return True
    value = case.node(k).value
    if not isinstance(value, Quantity) or value.interval is None:
        return False
    two = value.interval.low == value.interval.high == 2
    return two and first > 0 and sentence[first - 1].lower in {"the", "these", "those", "either"}


def part(case: Case, value: Quantity, place: Place) -> bool:
    """Whether the evidence counts so many out of what the figure counts: "14 skaters, three of them seriously"."""
    reading = case.passage.readings[place.reading]
    for node in reading.nodes:
        stop = node.words[-1] + 1
        after = " ".join(t.lower for t in reading.sentence.tokens[stop : stop + 2])
        alike = isinstance(node.value, Quantity) and node.value.interval == value.interval is not None
        if alike and after in {"of them", "of whom", "of which"}:
            return True
    return False
