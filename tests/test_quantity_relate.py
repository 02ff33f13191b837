"""relate(): minimal pairs per rule, roles, policies, and its laws."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal
from functools import cache
from pathlib import Path
from typing import Any

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st
from ruamel.yaml import YAML

from claimcheck.dimensions.interval import Interval
from claimcheck.dimensions.quantity import Form, Quantity, Rounding, find, never_rounded, relate
from claimcheck.finding import Relation
from claimcheck.parse import parse, parse_many
from claimcheck.policy import DEFAULT, Policy

PAIRS: list[dict[str, Any]] = YAML(typ="safe").load(
    (Path(__file__).parent / "corpus" / "quantity_relate.yaml").read_text("utf-8")
)
RELATIONS = {"e": Relation.ENTAILS, "c": Relation.CONTRADICTS, "u": Relation.UNDETERMINED}
ROWS = [
    (group["frame"], group.get("kind", "rounding allowed"), *pair)
    for group in PAIRS
    for pair in group["pairs"]
]
PRAGMATIC = Policy(bounds="pragmatic")


@cache
def quantities() -> dict[str, list[Quantity]]:
    """The quantities of every filled frame."""
    texts = sorted({row[0].format(phrase) for row in ROWS for phrase in row[2:4]})
    parsed = zip(texts, parse_many(texts), strict=True)
    return {text: [q for s in sentences for q in find(s)] for text, sentences in parsed}


def only(text: str) -> Quantity:
    """The one quantity of a filled frame."""
    found = quantities()[text]
    assert len(found) == 1, (text, found)
    return found[0]


def quantity(text: str) -> Quantity:
    """The one quantity of any text."""
    found = [q for s in parse(text) for q in find(s)]
    assert len(found) == 1, (text, found)
    return found[0]


@pytest.mark.parametrize(("frame", "kind", "evidence", "statement", "relation", "rule"), ROWS, ids=str)
def test_minimal_pairs(
    frame: str, kind: Rounding, evidence: str, statement: str, relation: str, rule: str
) -> None:
    e, s = only(frame.format(evidence)), only(frame.format(statement))
    finding = relate(e, s, DEFAULT, countable_kind=kind)
    assert (finding.relation, finding.rule) == (RELATIONS[relation], f"quantity.{rule}")
    assert (finding.evidence, finding.statement) == (e.text, s.text)
    assert finding.words == s.words


def test_every_quantity_entails_itself() -> None:
    for text, found in quantities().items():
        for q in found:
            for policy in (DEFAULT, PRAGMATIC):
                assert relate(q, q, policy).relation is Relation.ENTAILS, text


def test_start_is_not_end() -> None:
    rise = [q for s in parse("The share rose from 60% to 75%.") for q in find(s)]
    fall = [q for s in parse("The share fell from 75% to 60%.") for q in find(s)]
    assert relate(rise[0], fall[1], DEFAULT).relation is Relation.UNDETERMINED
    assert relate(rise[1], fall[1], DEFAULT).relation is Relation.CONTRADICTS
    level = quantity("The share was 75% in May.")
    assert relate(level, rise[1], DEFAULT).relation is Relation.ENTAILS
    assert relate(quantity("The share rose 75% in May."), rise[1], DEFAULT).relation is Relation.UNDETERMINED


def test_ratio_and_change_are_one() -> None:
    doubled = quantity("Sales doubled in May.")
    assert relate(quantity("Sales rose 100% in May."), doubled, DEFAULT).relation is Relation.ENTAILS
    assert relate(quantity("Sales rose 50% in May."), doubled, DEFAULT).relation is Relation.CONTRADICTS
    assert relate(doubled, quantity("Sales rose by 100% in May."), DEFAULT).relation is Relation.ENTAILS
    halved = quantity("Sales halved in May.")
    assert relate(quantity("Sales fell by 50% in May."), halved, DEFAULT).relation is Relation.ENTAILS
    assert relate(quantity("Sales rose by 50% in May."), halved, DEFAULT).relation is Relation.CONTRADICTS


def test_pragmatic_bounds_read_the_evidence_only() -> None:
    more = quantity("It sold more than 4,700 copies.")
    fewer = quantity("It sold fewer than 4,800 copies.")
    assert relate(more, fewer, DEFAULT).relation is Relation.UNDETERMINED
    assert relate(more, fewer, PRAGMATIC).relation is Relation.ENTAILS
    low = quantity("It sold more than 90 copies.")
    high = quantity("It sold more than 100 copies.")
    assert relate(high, low, PRAGMATIC).relation is Relation.ENTAILS


def test_band_is_policy() -> None:
    narrow = Policy(band=Decimal("0.01"), band_limit=Decimal("0.01"))
    text = "It sold about 300 copies."
    wide_q, narrow_q = (find(parse(text)[0], policy)[0] for policy in (DEFAULT, narrow))
    assert (str(wide_q.interval), str(narrow_q.interval)) == ("[270, 330]", "[297, 303]")


def test_never_rounded() -> None:
    assert all(map(never_rounded, ("death", "casualty", "vote", "kill", "wounded", "injure")))
    assert not any(map(never_rounded, ("passenger", "euro", "rocket", "review")))


numbers = st.integers(0, 10**7).map(Decimal)


@st.composite
def counts(draw: st.DrawFn) -> Quantity:
    """A count such as find() may give."""
    value, more = draw(numbers), draw(st.integers(1, 1000).map(Decimal))
    resolution = draw(st.sampled_from([Decimal(1), Decimal(1000), Decimal(100_000)]))
    choices: list[tuple[Form, Interval]] = [
        ("exact", Interval.point(value)),
        ("bound", Interval(value, None, low_open=True)),
        ("bound", Interval(value, None)),
        ("bound", Interval(Decimal(0), value + 1, high_open=True)),
        ("bound", Interval(Decimal(0), value)),
        ("range", Interval(value, value + more)),
        ("approximate", Interval(value - more, value + more)),
    ]
    form, interval = draw(st.sampled_from(choices))
    return Quantity(0, 1, "x", interval, "count", form=form, resolution=resolution, significant=resolution)


@given(counts(), st.booleans())
def test_relate_to_itself_entails(q: Quantity, strict: bool) -> None:
    assert relate(q, q, DEFAULT if strict else PRAGMATIC).relation is Relation.ENTAILS


@given(
    counts(), counts(), st.integers(0, 10**6).map(Decimal), st.integers(0, 10**6).map(Decimal), st.booleans()
)
def test_widening_never_turns_entails_into_contradicts(
    e: Quantity, s: Quantity, down: Decimal, up: Decimal, strict: bool
) -> None:
    policy = DEFAULT if strict else PRAGMATIC
    assume(relate(e, s, policy).relation is Relation.ENTAILS)
    assert s.interval is not None
    low = None if s.interval.low is None else s.interval.low - down
    high = None if s.interval.high is None else s.interval.high + up
    wide = replace(s, interval=Interval(low, high), form="range")
    assert relate(e, wide, policy).relation is not Relation.CONTRADICTS


@given(counts(), counts())
def test_no_pair_both_entails_and_contradicts_backwards(a: Quantity, b: Quantity) -> None:
    forward, back = relate(a, b, DEFAULT).relation, relate(b, a, DEFAULT).relation
    if forward is Relation.ENTAILS and "rounded" not in relate(a, b, DEFAULT).rule:
        assert back is not Relation.CONTRADICTS


@given(counts(), counts())
def test_rounding_only_helps(a: Quantity, b: Quantity) -> None:
    strict = relate(a, b, DEFAULT, countable_kind="never rounded").relation
    loose = relate(a, b, DEFAULT).relation
    assert loose is strict or strict is Relation.CONTRADICTS
