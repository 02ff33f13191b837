"""A finding about two figures: their words, and where the evidence's stands."""

from __future__ import annotations

from dataclasses import replace

from claimcheck.align import Place
from claimcheck.case import Case
from claimcheck.dimensions.quantity import Quantity
from claimcheck.finding import Finding


def quoting(finding: Finding, value: Quantity, other: Quantity) -> Finding:
    return replace(
        finding, statement=value.text, evidence=other.text, words=value.words, evidence_words=other.words
    )


def place_of(case: Case, quantity: Quantity) -> Place:
    """Where a figure of the evidence stands."""
    own = sorted(case.passage.own)
    return next(
        (
            Place(r, n)
            for r in own
            for n, node in enumerate(case.passage.readings[r].nodes)
            if node.value is quantity
        ),
        Place(own[0], 0),
    )


def other_rate(value: Quantity, other: Quantity) -> bool:
    """Whether two rates are for different times: "20 euros a month" answers to another figure than "200 a year"."""
    return bool(value.per and other.per) and value.per != other.per
