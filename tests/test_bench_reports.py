"""What the suite, the pairs and the repeat report make of answers, without running claimcheck."""

from __future__ import annotations

from pathlib import Path

import pytest
from bench import pairs, repeat, suite
from bench.figures import Share
from bench.ledgers import Answer, CommandError, answers
from bench.peers import PEERS, importable, thefuzz
from bench.rows import DataError, Row

TEXT = "The mill burned on Friday. Nobody was hurt."
ROWS = [
    Row("1", "The mill burned.", "supported", "The mill burned on Friday.", "mill", "frame.paraphrase"),
    Row("2", "Two were hurt.", "contradicted", "Nobody was hurt.", "mill", "quantity.disjoint"),
    Row("3", "The mill was old.", "absent", "", "mill", "frame.unsaid"),
    Row("4", "It burned on Friday.", "supported", "The mill burned on Friday.", "mill", "date.inside"),
]
FOUND = {
    "1": Answer("supported", "", "mill", "The mill burned on Friday."),
    "2": Answer("contradicted", "", "mill", "The mill burned on Friday."),
    "3": Answer("supported", "", "mill", "The mill burned"),
}


def test_a_suite_is_scored() -> None:
    results = suite.pair(ROWS, FOUND, {"mill": TEXT})
    assert [result.overlaps for result in results] == [True, False, None, None]
    assert results[3].answer.label == "error"
    assert suite.passages(results) == Share(1, 2)
    data = suite.as_data(results)["figures"]
    assert data == {
        "accuracy": [2, 4],
        "wrongly_supported": [1, 4],
        "wrongly_contradicted": [0, 4],
        "passage": [1, 2],
    }


def test_the_report_of_a_suite_shows_sources_confusion_and_rules() -> None:
    report = suite.report(suite.pair(ROWS, FOUND, {"mill": TEXT}))
    assert "all      4" in report
    assert "error" in report.split("\n\n")[1]
    assert "absent: frame.unsaid" in report


def test_errors_of_a_suite_come_with_wrongly_supported_first() -> None:
    lines = suite.errors(suite.pair(ROWS, FOUND, {"mill": TEXT})).splitlines()
    assert lines[0].startswith("3 absent (frame.unsaid) but supported")
    assert lines[2].startswith("4 supported (date.inside) but error")


def test_rows_out_of_verify_are_read() -> None:
    printed = (
        b'{"id": "a", "label": "absent", "rule": null, "quote": null}\n{"id": "b", "error": "no statement"}\n'
    )
    assert answers(printed) == {"a": Answer("absent", "", "", ""), "b": Answer("error", "", "", "")}


def test_a_line_that_is_no_row_is_an_error() -> None:
    with pytest.raises(CommandError, match="no row"):
        answers(b"Traceback\n")


def test_pairs_are_answered_and_summed_up() -> None:
    answered, seconds = pairs.answer(ROWS[:3], lambda *_: ("supported", "frame.paraphrase"))
    assert [pair.label for pair in answered] == ["supported"] * 3
    line = pairs.figures("mill", answered, 0.03)
    assert len(line) == len(pairs.HEAD)
    assert line[-1] == "10.0"
    assert seconds >= 0


def test_changes_since_a_revision() -> None:
    now = [
        pairs.Pair(ROWS[0], "absent", "frame.unsaid"),
        pairs.Pair(ROWS[1], "contradicted", "quantity.disjoint"),
        pairs.Pair(ROWS[2], "absent", "frame.unsaid"),
        pairs.Pair(ROWS[3], "contradicted", "date.outside"),
    ]
    before = {"1": "supported", "2": "absent", "3": "absent", "4": "absent"}
    lines = pairs.changes(now, before, "main").splitlines()
    assert lines[0] == "since main: 1 broken, 1 mended, 1 other"
    assert [line.split()[:5] for line in lines[1:]] == [
        ["broken:", "1", "supported", "→", "absent"],
        ["mended:", "2", "absent", "→", "contradicted"],
        ["other:", "4", "absent", "→", "contradicted"],
    ]


def test_a_missing_set_of_pairs_is_named(tmp_path: Path) -> None:
    with pytest.raises(DataError, match=r"nowhere\.jsonl"):
        pairs.files(tmp_path, ["nowhere"])


def test_where_two_outputs_part() -> None:
    assert repeat.difference(b"a\nb\n", b"a\nb\n") is None
    assert repeat.difference(b"a\nb\n", b"a\nc\n") == "line 2 is b'c', not b'b'"
    assert repeat.difference(b"a\nb\n", b"a\n") == "1 lines, not 2"
    assert repeat.difference(b"a\n", b"a") == "the line ends differ"


def test_a_copied_ledger_leaves_its_cache_behind(tmp_path: Path) -> None:
    for name in ("claims/a.yaml", ".claimcheck/index"):
        (tmp_path / "ledger" / name).parent.mkdir(parents=True)
        (tmp_path / "ledger" / name).write_text(name)
    target = repeat.copy(tmp_path / "ledger", tmp_path / "copy")
    assert [str(p.relative_to(target)) for p in target.rglob("*") if p.is_file()] == ["claims/a.yaml"]


def test_the_floor_never_contradicts() -> None:
    judge = thefuzz()
    assert judge("The mill burned on Friday.", TEXT) == "supported"
    assert judge("Potatoes are cheap this year.", TEXT) == "absent"


def test_peers_that_are_not_installed_are_left_out() -> None:
    assert importable(PEERS[0].module)
    assert not importable("no_such_checker")
