"""Minimal pairs for every rule of dates, times and offsets."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Any

import pytest
import yaml

from claimcheck.dimensions.date import When, begin, find, finish, relate
from claimcheck.parse import parse

PAIRS = yaml.safe_load((Path(__file__).parent / "corpus" / "date_relate.yaml").read_text(encoding="utf-8"))
CASES = [
    pytest.param(rule, relation, *pair, id=f"{rule}: {pair[0]} | {pair[1]}")
    for rule, relations in PAIRS.items()
    for relation, pairs in relations.items()
    for pair in pairs
]


def last(text: str, reference: date) -> When:
    """The last date of a sentence."""
    return [when for sentence in parse(text) for when in find(sentence, reference)][-1]


@pytest.mark.parametrize(("rule", "relation", "evidence", "statement"), CASES)
def test_pair(rule: str, relation: str, evidence: str, statement: str) -> None:
    one, other = last(evidence, date(2024, 10, 17)), last(statement, date(2026, 11, 23))
    finding = relate(one, other)
    assert (finding.rule, finding.relation) == (rule, relation)
    assert (finding.evidence, finding.statement) == (one.text, other.text)
    assert finding.words == tuple(range(other.start, other.stop))


def test_every_rule_has_its_pairs() -> None:
    rules: dict[str, Any] = PAIRS
    assert sorted(rules) == sorted(
        f"date.{name}" for name in ("equal", "inside", "implied", "outside", "weekday", "undetermined")
    ) + sorted(
        f"offset.{name}" for name in ("equal", "inside", "outside", "direction", "undetermined")
    ) + sorted(f"time.{name}" for name in ("inside", "outside", "undetermined"))


def test_ends_of_a_range() -> None:
    when = last("He played from 2001 to 2005.", date(2024, 1, 1))
    other = last("He left in 2005.", date(2024, 1, 1))
    assert relate(finish(when), other).rule == "date.equal"
    assert relate(begin(when), other).rule == "date.outside"
    assert begin(other) == other
