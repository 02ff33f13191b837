"""The corpus of minimal pairs: what a piece of evidence says of statements that differ from it in one thing."""

from __future__ import annotations

from collections import Counter
from pathlib import Path
from typing import Any

import pytest
import yaml

import rules_page
from claimcheck import Label, compare

CORPUS: list[dict[str, Any]] = yaml.safe_load(
    (Path(__file__).parent / "verdicts.yaml").read_text(encoding="utf-8")
)
EXPLAINED = {rule.name for rule in rules_page.read().rules}  # in docs/rules.md
ROWS = [(group, *row) for group in CORPUS for row in group["statements"]]


@pytest.mark.parametrize("row", ROWS, ids=lambda row: f"{row[0]['about']}: {row[1]}")
def test_verdict(row: tuple[Any, ...]) -> None:
    group, statement, label, *rule = row
    verdict = compare(statement, group["evidence"], published=group.get("published"))
    assert verdict.label == label
    assert {verdict.rule, *(finding.rule for finding in verdict.findings)} <= EXPLAINED
    if rule:
        assert verdict.rule == rule[0]


def test_the_corpus_is_whole() -> None:
    assert len({(group["evidence"], statement) for group, statement, *_ in ROWS}) == len(ROWS) >= 220
    counted = Counter(label for _, _, label, *_ in ROWS)
    assert set(counted) == {label.value for label in Label}
    assert min(counted.values()) >= 50
