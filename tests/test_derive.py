"""derived(): sums, shares, differences, changes, ratios and complements of what one passage states."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal
from functools import cache

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claimcheck.dimensions.derive import MAX_DERIVED, Derived, derived, relate_derived
from claimcheck.dimensions.interval import Interval
from claimcheck.dimensions.quantity import Quantity, find
from claimcheck.finding import Relation
from claimcheck.parse import parse
from claimcheck.policy import DEFAULT

JOBS = "Of the jobs, 262 of 484 were cut."
GAIN = "51.3 million euros - 38.0 million euros"
BLAST = "Three sailors and two cooks were killed, and 27 others were hurt."
PROFIT = "Net profit climbed from 38.0 million euros to 51.3 million euros."
SPEED = "Opening the file took 18 seconds instead of 45 seconds."
RATE = "The share rose from 60% to 75%."


@cache
def quantities(text: str) -> tuple[Quantity, ...]:
    return tuple(q for sentence in parse(text) for q in find(sentence))


def made(text: str, operation: str, shown: str) -> Derived:
    """The one value derived in a text by an operation from operands of that text."""
    found = [d for d in derived(quantities(text)) if d.operation == operation and d.quantity.text == shown]
    assert len(found) == 1, [(d.operation, d.quantity.text) for d in derived(quantities(text))]
    return found[0]


@pytest.mark.parametrize(
    ("text", "operation", "shown", "value", "dimension"),
    [
        (BLAST, "sum", "Three + two", "5", "count"),
        (BLAST, "sum", "Three + two + 27 others", "32", "count"),
        (BLAST, "share", "two / Three", "66.66666666666666666666666666666667", "share"),
        (PROFIT, "difference", "51.3 million euros - 38.0 million euros", "13,300,000", "money"),
        (PROFIT, "change", "51.3 million euros / 38.0 million euros - 1", "35", "share"),
        (PROFIT, "ratio", "51.3 million euros / 38.0 million euros", "1.35", "ratio"),
        (RATE, "difference", "75% - 60%", "15", "points"),
        (RATE, "change", "75% / 60% - 1", "25", "share"),
        (SPEED, "ratio", "18 seconds / 45 seconds", "0.4", "ratio"),
        (SPEED, "difference", "45 seconds - 18 seconds", "27", "duration"),
        ("It said 54% of voters agreed.", "complement", "100% - 54%", "46", "share"),
        ("Of the jobs, 262 of 484 were cut.", "difference", "484 - 262", "222", "count"),
    ],
)
def test_values(text: str, operation: str, shown: str, value: str, dimension: str) -> None:
    found = made(text, operation, shown)
    assert (str(found.quantity.interval), found.quantity.dimension) == (value, dimension)
    assert found.quantity.interval is not None
    assert found.quantity.interval.inside(found.spread)


@pytest.mark.parametrize(
    ("text", "operation", "shown", "statement", "relation"),
    [
        (BLAST, "sum", "Three + two", "Five people were killed.", Relation.ENTAILS),
        (BLAST, "sum", "Three + two", "More than three people were killed.", Relation.ENTAILS),
        (BLAST, "sum", "Three + two", "Four people were killed.", Relation.CONTRADICTS),
        (
            PROFIT,
            "change",
            "51.3 million euros / 38.0 million euros - 1",
            "It rose by about 35%.",
            Relation.ENTAILS,
        ),
        (
            PROFIT,
            "change",
            "51.3 million euros / 38.0 million euros - 1",
            "It rose by 40%.",
            Relation.CONTRADICTS,
        ),
        (PROFIT, "difference", GAIN, "It rose by 13 million euros.", Relation.ENTAILS),
        (RATE, "difference", "75% - 60%", "It rose by 15 percentage points.", Relation.ENTAILS),
        (RATE, "difference", "75% - 60%", "It rose by 25 percentage points.", Relation.CONTRADICTS),
        (SPEED, "ratio", "18 seconds / 45 seconds", "It took less than half the time.", Relation.ENTAILS),
        (SPEED, "ratio", "18 seconds / 45 seconds", "It took half the time.", Relation.CONTRADICTS),
        (JOBS, "share", "262 / 484", "54% of the jobs were cut.", Relation.ENTAILS),
        (JOBS, "share", "262 / 484", "Most of the jobs were cut.", Relation.ENTAILS),
        (JOBS, "share", "262 / 484", "A third of the jobs were cut.", Relation.CONTRADICTS),
        (
            "Of 41 people, 17 were new.",
            "share",
            "17 / 41",
            "More than a third of them were new.",
            Relation.ENTAILS,
        ),
    ],
)
def test_derived_values_relate(
    text: str, operation: str, shown: str, statement: str, relation: Relation
) -> None:
    said = quantities(statement)
    assert len(said) == 1
    finding = relate_derived(made(text, operation, shown), said[0], DEFAULT)
    assert (finding.relation, finding.rule) == (relation, "quantity.derived")
    assert finding.note == f"derived: {shown}"
    assert finding.evidence_words == made(text, operation, shown).words


def test_rounded_operands_do_not_contradict() -> None:
    """2 of 3 million is 67%, but the millions are rounded: 60% may still be true, 20% may not."""
    share = made("It sold 2 million of 3 million shares.", "share", "2 million / 3 million")
    said = quantities("It sold 60% of the shares.")[0]
    assert relate_derived(share, said, DEFAULT).relation is Relation.UNDETERMINED
    low = quantities("It sold 20% of the shares.")[0]
    assert relate_derived(share, low, DEFAULT).relation is Relation.CONTRADICTS


def test_kinds_do_not_mix() -> None:
    text = "It sold 18 boats for $20 million and 30 million euros over three years, at 5 degrees Celsius."
    for value in derived(quantities(text)):
        assert len({(q.dimension, q.unit if q.dimension == "money" else "") for q in value.operands}) == 1


def point(n: int) -> Quantity:
    return Quantity(n % 7, n % 7 + 1, str(n), Interval.point(Decimal(n)), "count")


@given(st.lists(st.integers(0, 1000).map(point), max_size=30))
def test_capped_and_honest(found: list[Quantity]) -> None:
    values = list(derived(found))
    assert len(values) <= MAX_DERIVED
    for value in values:
        interval = value.quantity.interval
        assert interval is not None
        assert interval.inside(value.spread)
        ends = [q.interval.low for q in value.operands if q.interval and q.interval.low is not None]
        if value.operation == "sum":
            assert interval == Interval.point(sum(ends, Decimal(0)))
        if value.operation == "difference":
            assert interval == Interval.point(ends[0] - ends[1])
        if value.operation == "share":
            assert Decimal(0) <= ends[0] <= ends[1]


def test_vague_words_derive_nothing() -> None:
    several = replace(point(3), interval=None, form="vague")
    assert list(derived([several, several])) == []
    assert list(derived([])) == []
