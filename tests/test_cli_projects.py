"""Whole ledgers, checked as a user would; what is printed stands in tests/projects/*/expected.

`pytest tests/test_cli_projects.py --force-regen` writes it anew: read the difference before keeping it.
"""

from __future__ import annotations

import json
import shutil
from pathlib import Path

import jsonschema
import pytest
from click.testing import CliRunner, Result
from pytest_regressions.file_regression import FileRegressionFixture

import build_docs
import claimcheck
from claimcheck import cli
from claimcheck.cli.notes import left_out
from claimcheck.errors import LedgerError, StatementError
from claimcheck.store import Ledger

PROJECTS = Path(__file__).parent / "projects"
FERRY = PROJECTS / "ferry"
ROWS = [json.loads(line) for line in (FERRY / "statements.jsonl").read_text(encoding="utf-8").splitlines()]
STATEMENTS = [row["statement"] for row in ROWS if "statement" in row and "evidence" not in row]
DAY = ("--today", "2024-03-01")


@pytest.fixture(scope="module")
def ledger(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A copy of the ledger, with its cache built."""
    copied = tmp_path_factory.mktemp("projects") / "ferry"
    shutil.copytree(FERRY, copied, ignore=shutil.ignore_patterns("expected", ".claimcheck"))
    return copied


def verify(ledger: Path, *arguments: str) -> Result:
    return CliRunner().invoke(cli.main, ["verify", *arguments, "--ledger", str(ledger), *DAY])


@pytest.mark.parametrize(
    ("name", "arguments"),
    [
        ("rows.jsonl", ["--jsonl", str(FERRY / "statements.jsonl")]),
        ("rows.txt", ["--jsonl", str(FERRY / "statements.jsonl"), "--format", "text"]),
        ("report.json", [*STATEMENTS, "--format", "json"]),
        ("explained.txt", [*STATEMENTS[:3], "--explain"]),
    ],
)
def test_what_is_printed(
    name: str, arguments: list[str], ledger: Path, file_regression: FileRegressionFixture
) -> None:
    result = verify(ledger, *arguments)
    path = FERRY / "expected" / name
    file_regression.check(result.stdout_bytes, fullpath=path, extension=path.suffix, binary=True)


def test_the_labels_are_those_expected(ledger: Path) -> None:
    result = verify(ledger, "--jsonl", str(FERRY / "statements.jsonl"))
    answers = {row["id"]: row.get("label") for row in map(json.loads, result.stdout.splitlines())}
    expected = {row["id"]: row["expected"] for row in ROWS if "expected" in row}
    assert {key: answers[key] for key in expected} == expected
    assert result.exit_code == 2


def test_the_document_keeps_the_contract_and_tells_of_the_ledger(ledger: Path) -> None:
    data = json.loads(verify(ledger, *STATEMENTS, "--format", "json").stdout)
    jsonschema.validate(data, json.loads(build_docs.pages()["report-schema.json"]))
    assert data["ledger"]["claims"] == 10
    assert data["fail_on"] == "disputed"  # as its settings say
    assert data["results"][0]["passage"]["title"] == "Kelmouth Ferries, review of 2023"


def test_a_row_may_name_its_source(ledger: Path, tmp_path: Path) -> None:
    rows = [
        {"statement": "A single crossing costs £4.50.", "source": source} for source in (None, "harbour-news")
    ]
    file = tmp_path / "rows.jsonl"
    file.write_text("\n".join(map(json.dumps, rows)), encoding="utf-8")
    anywhere, there = map(json.loads, verify(ledger, "--jsonl", str(file)).stdout.splitlines())
    assert (anywhere["label"], anywhere["source"]) == ("supported", "annual-review")
    assert there["label"] == "absent"
    assert there["source"] in {None, "harbour-news"}


def test_a_ledger_without_accepted_claims_says_so(tmp_path: Path) -> None:
    (tmp_path / "claims").mkdir()
    result = verify(tmp_path, "A single crossing costs £4.50.")
    assert result.exit_code == 0
    assert result.stdout.startswith("absent  A single crossing")
    assert result.stderr.startswith("claimcheck: note: this ledger has no accepted claim")


def test_a_broken_ledger_is_a_sentence(ledger: Path, tmp_path: Path) -> None:
    shutil.copytree(ledger, tmp_path / "broken")
    claims = tmp_path / "broken" / "claims" / "harbour-news.yaml"
    claims.write_text("claims:\n  - id: a\n    colour: red\n", encoding="utf-8")
    result = verify(tmp_path / "broken", "It rained.")
    assert result.exit_code == 2
    assert result.stderr.startswith("claimcheck: claims/harbour-news.yaml:3: ")
    assert result.stdout == ""


def test_given_text_is_read_by_the_settings_of_the_ledger_named(ledger: Path) -> None:
    arguments = ["KF owns six boats.", "--evidence", "Kelmouth Ferries owns five boats.", "--format", "json"]
    data = json.loads(verify(ledger, *arguments).stdout)
    assert (data["fail_on"], data["ledger"]) == ("disputed", None)
    assert data["results"][0]["label"] == "contradicted"


def test_the_ledger_that_init_makes_works_at_once(tmp_path: Path) -> None:
    CliRunner().invoke(cli.main, ["init", str(tmp_path)])
    right = verify(tmp_path, "The Quay Street branch holds 42,000 books.")
    wrong = verify(tmp_path, "The Quay Street branch holds 41,000 books.")
    assert (right.exit_code, wrong.exit_code) == (0, 1)
    assert "42,000, not 41,000" in wrong.stdout


def edited(ledger: Path, folder: Path, name: str, old: str, new: str) -> Path:
    """A copy of the ledger in which one file reads otherwise."""
    shutil.copytree(ledger, folder, ignore=shutil.ignore_patterns(".claimcheck"))
    text = (folder / name).read_text(encoding="utf-8")
    assert old in text
    (folder / name).write_text(text.replace(old, new), encoding="utf-8")
    return folder


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        ('quote: "Nobody was hurt,', 'quote: "Somebody was hurt,', "its quote 'Somebody was hurt, "),
        ("end: 269", "end: 9269", "its span [217, 9269) is outside its source 'harbour-news', which has "),
        ("source: harbour-news\n        start: 217", "source: harbor-news\n        start: 217",
         "there is no source 'harbor-news' (did you mean 'harbour-news'?)"),
    ],
)  # fmt: skip
def test_a_claim_that_does_not_fit_its_source_is_a_sentence_each_time(
    ledger: Path, tmp_path: Path, old: str, new: str, said: str
) -> None:
    name = "claims/harbour-news.yaml"
    broken = edited(ledger, tmp_path / "broken", name, old, new)
    for arguments in (["It rained."], ["It rained."], ["--jsonl", str(FERRY / "statements.jsonl")]):
        result = verify(broken, *arguments)
        assert (result.exit_code, result.stdout) == (2, "")
        assert result.stderr.startswith(f"claimcheck: {name}:")
        assert f": {said}" in result.stderr
        assert result.stderr.count("\n") == 1
    with pytest.raises(LedgerError, match=f"^{name}:"):
        claimcheck.verify("It rained.", Ledger.open(broken))


def test_a_claim_with_several_places_is_told_once(ledger: Path, tmp_path: Path) -> None:
    quote = "Repairs to the eastern pier cost about £1.2 million."
    doubled = edited(
        ledger,
        tmp_path / "twice",
        "sources/harbour-news.txt",
        quote,
        f"Well: {quote} So.\n\nWell: {quote} So.",
    )
    for _ in range(2):
        result = verify(doubled, "It rained.", "The company owns five boats.")
        assert result.stderr == (
            "claimcheck: note: claim 'pier' is left out: a quote of it has no place of its own in its source\n"
        )
        assert result.exit_code == 0


@pytest.mark.parametrize("statement", ["", " \n\t"])
def test_an_empty_statement_is_an_error(ledger: Path, statement: str) -> None:
    with pytest.raises(StatementError, match=r"^the statement is empty$"):
        claimcheck.verify(statement, Ledger.open(ledger))


def test_many_claims_with_several_places_are_counted() -> None:
    said = "claims are left out, as quotes of theirs have no place of their own in their sources"
    assert left_out(()) == ""
    assert left_out(("a", "b")) == f"2 {said}: 'a', 'b'"
    assert left_out(tuple("abcd")) == f"4 {said}: 'a', 'b', 'c', …"


def test_the_deciding_words_are_marked_where_they_stand(ledger: Path, tmp_path: Path) -> None:
    """The value stands in the passage twice, so it takes more than its text to find it."""
    old = "The company owns five boats"
    new = "The company now owns five boats and sails five days a week"
    copy = edited(ledger, tmp_path / "marks", "sources/annual-review.md", old, new)
    claims = copy / "claims" / "annual-review.yaml"
    text = claims.read_text(encoding="utf-8")
    claims.write_text(
        text.replace(f'"{old}"', f'"{new}"')
        .replace("Kelmouth Ferries owns five boats", new)
        .replace("end: 233", f"end: {206 + len(new)}"),
        "utf-8",
    )
    data = json.loads(verify(copy, "Kelmouth Ferries owns six boats.", "--format", "json").stdout)
    passage = data["results"][0]["passage"]
    assert passage["claim"] == "boats"
    [(start, end)] = passage["marks"]
    assert passage["quote"][:end] == "The company now owns five"
    assert passage["quote"][start:end] == "five"


def test_a_title_is_found_wherever_its_source_is(tmp_path: Path) -> None:
    (tmp_path / "claims").mkdir()
    sources = tmp_path / "sources"
    (sources / "deep").mkdir(parents=True)
    (sources / "deep" / "own-name.txt").write_text(
        "---\nid: other-id\ntitle: A\n---\nText.\n", encoding="utf-8"
    )
    (sources / "other.md").write_text("---\ntitle: B\n---\nText.\n", encoding="utf-8")
    (sources / "bare.txt").write_text("Text.\n", encoding="utf-8")
    (sources / "bad.txt").write_text("---\nsha256: 00\ntitle: C\n---\nText.\n", encoding="utf-8")
    ledger = Ledger.open(tmp_path)
    found = {
        source: ledger.title(source) for source in ("other-id", "other", "own-name", "bare", "bad", "none")
    }
    assert found == {
        "other-id": "A",
        "other": "B",
        "own-name": None,
        "bare": None,
        "bad": None,
        "none": None,
    }
