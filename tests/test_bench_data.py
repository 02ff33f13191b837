"""The held-out suite is what it says: four documents, labels with their evidence, rules in balance."""

from __future__ import annotations

import json
from collections import Counter
from pathlib import Path

import pytest
from bench.figures import ABSENT, CONTRADICTED, SUPPORTED
from bench.rows import DataError, read_pairs, read_rows
from bench.suite import HELD_OUT

ROWS = read_rows(HELD_OUT / "statements.jsonl")
TEXTS = {path.stem: path.read_text(encoding="utf-8") for path in sorted((HELD_OUT / "sources").iterdir())}


def test_sixty_statements_about_each_of_four_documents() -> None:
    assert Counter(row.source for row in ROWS) == dict.fromkeys(TEXTS, 60)
    assert len(TEXTS) == 4
    assert all(350 <= len(text.split()) <= 650 for text in TEXTS.values())


def test_labels_are_in_balance() -> None:
    assert Counter(row.label for row in ROWS) == {SUPPORTED: 100, CONTRADICTED: 80, ABSENT: 60}


def test_no_statement_comes_twice() -> None:
    assert len({row.statement for row in ROWS}) == len(ROWS)


def test_evidence_stands_word_for_word_in_its_document() -> None:
    lines = [(row.id, line, TEXTS[row.source]) for row in ROWS for line in row.evidence.split("\n")]
    assert [key for key, line, text in lines if line not in text] == []


def test_exactly_the_absent_have_no_evidence() -> None:
    assert [row.id for row in ROWS if bool(row.evidence) == (row.label == ABSENT)] == []


def write(path: Path, *rows: object) -> Path:
    path.write_text(
        "".join((row if isinstance(row, str) else json.dumps(row)) + "\n" for row in rows), encoding="utf-8"
    )
    return path


GOOD = {"id": "a", "statement": "It rains .", "label": "absent", "evidence": None}


@pytest.mark.parametrize(
    ("rows", "said"),
    [
        ([GOOD, "{"], "set.jsonl:2: not JSON"),
        ([[1]], "set.jsonl:1: not an object"),
        ([{"id": "a", "label": "absent"}], "set.jsonl:1: statement is missing"),
        ([GOOD | {"label": "maybe"}], "unknown label 'maybe'"),
        ([GOOD, GOOD], "'a' comes twice"),
    ],
)
def test_bad_rows_are_refused(tmp_path: Path, rows: list[object], said: str) -> None:
    with pytest.raises(DataError, match=said):
        read_rows(write(tmp_path / "set.jsonl", *rows))


def test_a_missing_file_is_refused(tmp_path: Path) -> None:
    with pytest.raises(DataError, match="is not there"):
        read_rows(tmp_path / "none.jsonl")


def test_only_tokenised_sets_are_untokenised(tmp_path: Path) -> None:
    assert read_pairs(write(tmp_path / "vitaminc-x.jsonl", GOOD))[0].statement == "It rains."
    assert read_pairs(write(tmp_path / "healthver-x.jsonl", GOOD))[0].statement == "It rains ."
