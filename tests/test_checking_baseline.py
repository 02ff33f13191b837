"""A baseline keeps known findings quiet, tells of those that are gone, and survives edits, merges and other runs."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path
from typing import Literal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claimcheck.checking.baseline import (
    KNOWN,
    Baseline,
    Entry,
    baseline_text,
    read_baseline,
    stale,
    updated,
    write_baseline,
)
from claimcheck.checking.fingerprint import at_home
from claimcheck.checking.run import Quiet
from claimcheck.errors import DraftError
from claimcheck.report.checked import Statement
from claimcheck.report.places import Problem, Suppression
from made_findings import problem, statement

IGNORED = Suppression("ignore", "known", 1, None)


ONE, TWO = statement("Eighteen swans nest."), statement("Nine otters swim.", "b.md")
SUM = problem("3 and 4 are not 8")


def known(*statements: Statement, problems: tuple[Problem, ...] = ()) -> Baseline:
    return updated(Baseline(), statements, problems, ())


def read_back(baseline: Baseline, folder: Path) -> Baseline:
    write_baseline(folder / "known.json", baseline)
    return read_baseline(folder / "known.json")


def test_what_is_known_is_kept_quiet_and_what_is_new_is_not(tmp_path: Path) -> None:
    baseline = read_back(known(ONE, problems=(SUM,)), tmp_path)
    moved = replace(ONE, place=replace(ONE.place, line=40, end_line=40))
    quiet = Quiet(baseline)
    assert [quiet.over(each).suppressed for each in (moved, TWO)] == [KNOWN, None]
    assert [quiet.over(each).suppressed for each in (SUM, problem("2 and 2 are not 5"))] == [KNOWN, None]


def test_what_a_comment_keeps_quiet_stays_so() -> None:
    ignored = replace(ONE, suppressed=IGNORED)
    assert Quiet(known(ONE)).over(ignored).suppressed == IGNORED


def test_a_sentence_known_as_unclaimed_is_told_once_it_is_contradicted() -> None:
    baseline = known(statement(ONE.text, label="absent", severity="note"))
    assert Quiet(baseline).over(ONE).suppressed is None


def test_supported_statements_are_never_known() -> None:
    assert known(statement(ONE.text, label="supported", severity=None)).entries == ()


def test_a_known_finding_that_is_gone_is_told_at_its_line(tmp_path: Path) -> None:
    baseline = read_back(known(ONE, TWO, problems=(SUM,)), tmp_path)
    (gone,) = stale(baseline, [TWO], [SUM], {"a.md", "b.md"})
    line = (tmp_path / "known.json").read_text(encoding="utf-8").splitlines()[gone.place.line - 1]
    assert (gone.rule, gone.severity) == ("baseline.stale", "note")
    assert ONE.fingerprint in line
    assert line[gone.place.column - 1 : gone.place.end_column] == line.strip()
    assert ONE.text in gone.message


def test_nothing_is_stale_in_a_file_that_was_not_checked(tmp_path: Path) -> None:
    assert stale(read_back(known(ONE, TWO), tmp_path), [ONE], [], {"a.md"}) == []


@pytest.mark.parametrize("still", [replace(ONE, suppressed=IGNORED), replace(ONE, severity=None)])
def test_what_is_not_reported_is_not_gone(still: Statement) -> None:
    assert stale(known(ONE), [still], [], {"a.md"}) == []


def test_an_update_keeps_what_is_known_of_files_not_checked() -> None:
    after = updated(known(ONE, TWO), [statement("Herons wade.")], [], {"a.md"})
    assert [entry.text for entry in after.entries] == ["Herons wade.", TWO.text]


def test_an_update_knows_what_touches_no_changed_line_but_not_what_comments_keep_quiet() -> None:
    unchanged = Suppression("unchanged", "", None, None)
    found = [replace(ONE, suppressed=unchanged), replace(TWO, suppressed=IGNORED)]
    assert [entry.text for entry in updated(Baseline(), found, [], {"a.md", "b.md"}).entries] == [ONE.text]


def test_an_update_of_stale_findings_knows_nothing_of_their_own_staleness() -> None:
    baseline = replace(known(ONE), path="known.json")
    told = stale(baseline, [], [], {"a.md"})
    assert updated(baseline, [], told, {"a.md", "known.json"}).entries == ()


def test_paths_are_those_from_the_ledger_wherever_the_check_is_run(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "drafts").mkdir()
    monkeypatch.chdir(tmp_path / "drafts")
    assert at_home("a.md", tmp_path) == "drafts/a.md"
    assert at_home("../../elsewhere.md", tmp_path) == "../../elsewhere.md"
    baseline = updated(Baseline(), [ONE], [], {"a.md"}, lambda path: at_home(path, tmp_path))
    assert [entry.path for entry in baseline.entries] == ["drafts/a.md"]
    assert stale(baseline, [], [], {"a.md"}) == []
    assert stale(baseline, [], [], {"a.md"}, lambda path: at_home(path, tmp_path)) != []


def test_the_file_has_one_finding_to_a_line_and_is_sorted() -> None:
    text = baseline_text(known(TWO, ONE, problems=(SUM,)))
    rows = [json.loads(line.strip().rstrip(",")) for line in text.splitlines()[3:-2]]
    assert [row["path"] for row in rows] == ["a.md", "a.md", "b.md"]
    assert rows == sorted(rows, key=lambda row: list(row.values()))
    assert text == baseline_text(known(ONE, TWO, problems=(SUM,)))
    assert json.loads(baseline_text(Baseline()))["findings"] == []


def test_a_file_that_was_laid_out_anew_is_read_and_its_lines_found(tmp_path: Path) -> None:
    path = tmp_path / "known.json"
    data = json.loads(baseline_text(known(ONE, TWO)))
    path.write_bytes(b"\xef\xbb\xbf" + json.dumps(data, indent=4).replace("\n", "\r\n").encode())
    (gone,) = stale(read_baseline(path), [ONE], [], {"a.md", "b.md"})
    assert TWO.fingerprint in path.read_text(encoding="utf-8-sig").splitlines()[gone.place.line - 1]


GOOD = baseline_text(known(ONE))


@pytest.mark.parametrize(
    ("content", "says"),
    [
        (b"", "known.json:1: the baseline is not JSON"),
        (GOOD.replace("\n  ]", "\n<<<<<<< main\n  ]").encode(), "known.json:5: the baseline is not JSON"),
        (b"\xff\xfe{}", "not JSON in UTF-8"),
        (b"[" * 100_000, "not JSON"),
        (b"[]", "names no schema"),
        (b'{"schema": "claimcheck/baseline/9"}', "'claimcheck/baseline/9', not 'claimcheck/baseline/1'"),
        (b'{"schema": "claimcheck/baseline/1"}', "no list of findings"),
        (b'{"schema": "claimcheck/baseline/1", "findings": [1]}', "finding 1 of the baseline has no text for 'path'"),
        (GOOD.replace('"fingerprint"', '"print"').encode(), "no text for 'fingerprint'"),
    ],
)  # fmt: skip
def test_a_broken_baseline_is_one_sentence(tmp_path: Path, content: bytes, says: str) -> None:
    (tmp_path / "known.json").write_bytes(content)
    with pytest.raises(DraftError, match="--update-baseline") as told:
        read_baseline(tmp_path / "known.json")
    assert says in str(told.value)


def test_a_missing_baseline_is_told_unless_it_is_about_to_be_written(tmp_path: Path) -> None:
    with pytest.raises(DraftError, match="no such baseline"):
        read_baseline(tmp_path / "known.json")
    assert read_baseline(tmp_path / "known.json", may_be_missing=True).entries == ()
    with pytest.raises(DraftError, match="cannot be read"):
        read_baseline(tmp_path, may_be_missing=True)


TEXTS = st.text(max_size=12) | st.text('\n\r\x85\u2028"\\,{}é\ud800 ', max_size=8)
ENTRIES = st.builds(Entry, TEXTS, TEXTS, TEXTS, TEXTS, TEXTS)


@given(entries=st.lists(ENTRIES, max_size=6), junk=st.binary(max_size=30), at=st.integers(0, 400))
def test_what_is_written_is_read_back_and_damage_is_one_sentence(
    tmp_path_factory: pytest.TempPathFactory, entries: list[Entry], junk: bytes, at: int
) -> None:
    path = tmp_path_factory.getbasetemp() / "known.json"
    baseline = Baseline(tuple(entries), path.as_posix())
    text = baseline_text(baseline)
    assert len(text.splitlines()) == (len(entries) + 5 if entries else 4)
    write_baseline(path, baseline)
    assert read_baseline(path).entries == baseline.entries
    data = path.read_bytes()
    path.write_bytes(data[:at] + junk + data[at + len(junk) :])
    told = ""
    try:
        for found in stale(read_baseline(path), [], [], {entry.path for entry in entries}):
            assert found.place.line >= 1
            assert 0 <= found.place.start < found.place.end
    except DraftError as error:
        told = str(error)
    assert "\n" not in told


def test_the_kind_is_the_word_that_stands_for_the_finding() -> None:
    labels: tuple[Literal["contradicted", "absent"], ...] = ("contradicted", "absent")
    found = [statement(label, label=label) for label in labels]
    disputed = replace(statement("disputed"), disputed=True)
    kinds = {e.text: e.kind for e in known(*found, disputed).entries}
    assert kinds == {"contradicted": "contradicted", "absent": "unclaimed", "disputed": "disputed"}
