"""`claimcheck impact`: which statements of drafts lean on a claim, and what a changed one would do to them."""

from __future__ import annotations

import json
import shutil
from pathlib import Path
from typing import Any

import jsonschema
import pytest
from click.testing import CliRunner, Result
from pytest_regressions.file_regression import FileRegressionFixture

import build_docs
from claimcheck import cli
from kept_ledgers import tree

FERRY = Path(__file__).parent / "projects" / "ferry"
SCHEMA = json.loads(build_docs.pages()["impact-schema.json"])
DAY = ("--today", "2024-03-01")
DRAFT = """\
# Sailing on

Kelmouth Ferries owns five boats. The company owns more than four boats.

Kelmouth Ferries owns six boats.

- A single crossing costs £4.50.
- Is the ferry cheap?
"""


@pytest.fixture(scope="module")
def whole(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A copy of the ledger with its cache built, and two drafts beside it."""
    folder = tmp_path_factory.mktemp("impact")
    shutil.copytree(FERRY, folder / "facts", ignore=shutil.ignore_patterns("expected", ".claimcheck"))
    (folder / "drafts").mkdir()
    (folder / "drafts" / "a.md").write_text(DRAFT, encoding="utf-8")
    (folder / "drafts" / "b.txt").write_text("It rained in Ardby.\n", encoding="utf-8")
    return folder


@pytest.fixture(autouse=True)
def folder(whole: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(whole)
    return whole


def impact(*arguments: str) -> Result:
    at = arguments.index("--") if "--" in arguments else len(arguments)
    options = ("--ledger", "facts", *DAY)
    return CliRunner().invoke(cli.main, ["impact", *arguments[:at], *options, *arguments[at:]])


def told(*arguments: str) -> dict[str, Any]:
    result = impact("--format", "json", *arguments)
    assert result.exit_code == 0, result.stderr
    data: dict[str, Any] = json.loads(result.stdout)
    jsonschema.validate(data, SCHEMA)
    return data


def rows(*arguments: str) -> list[tuple[int, str | None, str | None]]:
    """Line of the draft, what the claim is to the statement, and what the changed one would be."""
    return [(row["place"]["line"], row["now"], row["then"]) for row in told(*arguments)["statements"]]


def test_every_statement_that_leans_on_a_claim_is_listed_at_its_place() -> None:
    data = told("boats", "--", "drafts")
    assert [(row["place"]["path"], row["place"]["line"], row["now"]) for row in data["statements"]] == [
        ("drafts/a.md", 3, "supported"),
        ("drafts/a.md", 3, "supported"),
        ("drafts/a.md", 5, "contradicted"),
    ]
    assert data["files"] == ["drafts/a.md", "drafts/b.txt"]
    assert data["statements"][2]["rule"] == "quantity.disjoint"
    assert (data["statements"][2]["stated"], data["statements"][2]["found"]) == ("six", "five")
    assert data["totals"] == {"files": 2, "statements": 5, "supported": 2, "contradicted": 1, "nearest": 0,
                              "would_be_contradicted": 0, "would_be_supported": 0}  # fmt: skip


def test_a_changed_claim_turns_what_leans_on_it() -> None:
    expected = [
        (3, "supported", "contradicted"),
        (3, "supported", "supported"),
        (5, "contradicted", "supported"),
    ]
    assert rows("boats", "--replace", "five", "six", "--", "drafts/a.md") == expected
    assert rows("boats", "--if", "Kelmouth Ferries owns six boats.", "--", "drafts/a.md") == expected


def test_what_is_printed(file_regression: FileRegressionFixture) -> None:
    out = impact("boats", "fare", "--", "drafts").stdout
    out += "\n" + impact("boats", "--replace", "five", "six", "--", "drafts").stdout
    file_regression.check(out, encoding="utf-8", extension=".txt")


def test_a_claim_that_does_not_count_is_judged_as_if_it_did(folder: Path, tmp_path: Path) -> None:
    shutil.copytree(folder / "facts", tmp_path / "facts")
    options = ("--ledger", str(tmp_path / "facts"))
    runner = CliRunner()
    runner.invoke(cli.main, ["claims", "retire", "boats", "--reason", "sold one", *options])
    result = runner.invoke(
        cli.main,
        ["impact", "boats", "--format", "json", *options, *DAY, "--", str(folder / "drafts" / "a.md")],
    )
    data = json.loads(result.stdout)
    assert data["claims"][0]["status"] == "retired"
    assert [row["now"] for row in data["statements"]] == ["supported", "supported", "contradicted"]


def test_nothing_is_written(folder: Path) -> None:
    before = tree(folder)
    impact("boats", "--replace", "five", "six", "--", "drafts")
    assert tree(folder) == before


def test_a_draft_that_cannot_be_read_is_told_and_the_others_looked_at(folder: Path) -> None:
    bad = folder / "drafts" / "bad.txt"
    bad.write_bytes(b"caf\xe9\n")
    result = impact("boats", "--", "drafts")
    bad.unlink()
    assert result.exit_code == 2
    assert "not read  drafts/bad.txt:1: byte 0xe9 is not UTF-8" in result.stdout
    assert "drafts/a.md:3:1  supported" in result.stdout


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["boats", "drafts/a.md"], "name claims, then --, then drafts"),
        (["boats", "--"], "name claims, then --, then drafts"),
        (["--", "drafts/a.md"], "name claims, then --, then drafts"),
        (["boat", "--", "drafts"], "there is no claim 'boat' (did you mean 'boats'?)"),
        (["boats", "--", "drafts/none.md"], "drafts/none.md: there is no such file or folder"),
        (["boats", "fare", "--if", "x", "--", "drafts"], "--if and --replace are for one CLAIM"),
        (["boats", "--if", "x", "--replace", "a", "b", "--", "drafts"], "give --if with a text, or --replace"),
        (["boats", "--if", " ", "--", "drafts"], "give --if with a text, or --replace, not both"),
        (["boats", "--replace", "seven", "six", "--", "drafts"], "'seven' does not stand in the text of claim 'boats'"),
        (["boats", "--replace", "s", "t", "--", "drafts"], "times in the text of claim 'boats'"),
    ],
)  # fmt: skip
def test_what_cannot_be_asked_is_a_sentence(arguments: list[str], said: str) -> None:
    result = impact(*arguments)
    assert (result.exit_code, result.stdout) == (2, "")
    assert said in result.stderr
