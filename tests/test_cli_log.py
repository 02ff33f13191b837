"""`claimcheck log`: a claim's story, from repositories made for the purpose."""

from __future__ import annotations

import json
import subprocess
from pathlib import Path
from typing import Any

import jsonschema
import pytest
from pytest_regressions.file_regression import FileRegressionFixture

import build_docs
from kept_ledgers import BY, CLAIMS, commit, done, git, make, refused

ROOFS, HARBOUR = "storm/roofs", "wire.harbour"
SCHEMA = json.loads(build_docs.pages()["log-schema.json"])


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """A ledger, committed once."""
    ledger = make(tmp_path / "repository" / "facts")
    git(tmp_path / "repository", "init", "--quiet", "--initial-branch", "main")
    commit(ledger, "Start the ledger", "2024-06-01")
    return ledger


def story(root: Path, name: str) -> dict[str, Any]:
    data: dict[str, Any] = json.loads(done(root, "log", name, "--format", "json"))
    jsonschema.validate(data, SCHEMA)
    return data


def kinds(root: Path, name: str) -> list[tuple[str, list[str]]]:
    """Subject and kinds of changes of each chapter."""
    return [
        (chapter["subject"], [change["kind"] for change in chapter["changes"]])
        for chapter in story(root, name)["chapters"]
    ]


def rewritten(root: Path, name: str, old: str, new: str) -> None:
    path = root / name
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new), encoding="utf-8")


def test_a_life_of_a_claim(root: Path, file_regression: FileRegressionFixture) -> None:
    day = "--today"
    done(
        root, "claims", "edit", ROOFS, "--text", "40 roofs were torn off at Ardby.", "--speaker", "Lena Holt"
    )
    commit(root, "Say who counted\n\nWith a second line.", "2024-06-02", "Bo Bell")
    done(root, "claims", "accept", ROOFS, *BY, day, "2024-06-03")
    commit(root, "Review the storm", "2024-06-03")
    rewritten(root, "claims/storm.yaml", "start: 88, end: 131", "start: 98, end: 141")
    commit(root, "Follow the source", "2024-06-04")
    git(root, "mv", "claims/storm.yaml", "claims/weather.yaml")
    commit(root, "Sort the claims", "2024-06-05")
    done(root, "claims", "accept", "storm/landfall", *BY)
    commit(root, "Review another claim", "2024-06-06")
    done(root, "claims", "edit", ROOFS, "--untag", "damage", "--tag", "roofs", "--note", "from\nthe radio")
    commit(root, "Sort the tags\x1b[31m", "2024-06-07", "Mallory Öz")
    done(root, "claims", "accept", ROOFS, "--reviewer", "Cy Cole", day, "2024-06-08")
    commit(root, "Look again", "2024-06-08")
    done(
        root,
        "claims",
        "retire",
        ROOFS,
        "--reason",
        "the mayor has corrected it to 44",
        *BY,
        day,
        "2024-06-09",
    )
    out = done(root, "log", ROOFS)
    assert not {"\x1b", "\x07"} & set(out)
    names = git(root, "log", "--format=%H").split()
    for number, name in enumerate(reversed(names)):
        out = out.replace(name[:10], f"commit {number}  "[:10])
    file_regression.check(out, encoding="utf-8", extension=".txt")


def test_the_story_keeps_its_contract(root: Path) -> None:
    data = story(root, ROOFS)
    [chapter] = data["chapters"]
    assert chapter["commit"] == git(root, "rev-parse", "HEAD").strip()
    assert (chapter["author"], chapter["when"][:19]) == ("Ann Example", "2024-06-01T12:00:00")
    assert (chapter["file"], chapter["changes"][0]["kind"]) == ("claims/storm.yaml", "created")
    assert (data["text"], data["whole"]) == ("The storm tore off 40 roofs at Ardby.", True)
    assert story(root, ROOFS) == data


def test_commits_that_leave_the_claim_alone_are_left_out(root: Path) -> None:
    done(root, "claims", "accept", "storm/landfall", *BY)
    commit(root, "Another claim of the same file")
    rewritten(root, "claims/storm.yaml", "# the end", "# the very end")
    commit(root, "A comment")
    rewritten(
        root,
        "claims/storm.yaml",
        "'The storm tore off 40 roofs at Ardby.'",
        "The storm tore off 40 roofs at Ardby.",
    )
    commit(root, "Other quotation marks")
    assert kinds(root, ROOFS) == [("Start the ledger", ["created"])]


def test_a_claim_is_followed_from_file_to_file_and_out_of_the_ledger(root: Path) -> None:
    wire, storm = root / "claims" / "wire.yaml", root / "claims" / "storm.yaml"
    item = wire.read_text(encoding="utf-8").split("claims:\n")[1]
    storm.write_text(CLAIMS + item.replace("\n  ", "\n").replace("  - id", "- id", 1), encoding="utf-8")
    wire.write_text("claims:\n", encoding="utf-8")
    commit(root, "One file for all")
    storm.write_text(CLAIMS, encoding="utf-8")
    commit(root, "Throw it out")
    assert kinds(root, HARBOUR) == [
        ("Start the ledger", ["created"]),
        ("One file for all", ["moved"]),
        ("Throw it out", ["removed"]),
    ]
    assert story(root, HARBOUR)["text"] is None
    assert "no longer in the ledger" in done(root, "log", HARBOUR)


def test_a_claim_is_followed_when_the_folder_moves(root: Path) -> None:
    git(root, "mv", "claims", "old-claims")
    (root / "claimcheck.toml").write_text('[folders]\nclaims = "old-claims"\n', encoding="utf-8")
    commit(root, "Another folder")
    done(root, "claims", "accept", ROOFS, *BY)
    assert kinds(root, ROOFS) == [
        ("Start the ledger", ["created"]),
        ("Another folder", ["moved"]),
        ("", ["accepted"]),
    ]
    assert story(root, ROOFS)["chapters"][1]["changes"][0]["before"] == "claims/storm.yaml"


def test_both_sides_of_a_merge_are_told_and_the_merge_only_where_it_differs(root: Path) -> None:
    git(root, "checkout", "--quiet", "-b", "side")
    done(root, "claims", "edit", ROOFS, "--note", "from the side")
    commit(root, "A note on the side")
    git(root, "checkout", "--quiet", "main")
    done(root, "claims", "accept", "storm/landfall", *BY)
    commit(root, "Another claim")
    git(root, "merge", "--quiet", "--no-ff", "-m", "Join", "side")
    assert kinds(root, ROOFS) == [("Start the ledger", ["created"]), ("A note on the side", ["field"])]
    git(root, "checkout", "--quiet", "-b", "two")
    done(root, "claims", "edit", ROOFS, "--note", "two")
    commit(root, "Two")
    git(root, "checkout", "--quiet", "main")
    done(root, "claims", "edit", ROOFS, "--note", "one")
    commit(root, "One")
    command = ["git", "-c", "user.name=A", "-c", "user.email=a@example.org", "merge", "--quiet", "two"]
    assert subprocess.run(command, cwd=root, capture_output=True, check=False).returncode == 1
    git(root, "checkout", "--ours", "claims/storm.yaml")
    rewritten(root, "claims/storm.yaml", '"one"', '"both"')
    commit(root, "Join both")
    told = kinds(root, ROOFS)
    assert sorted(told[2:4]) == [("One", ["field"]), ("Two", ["field"])]
    assert told[4:] == [("Join both", ["field"])]


def test_a_version_that_cannot_be_read_is_told(root: Path) -> None:
    rewritten(root, "claims/storm.yaml", "status: proposed", "status: maybe")
    commit(root, "A slip")
    rewritten(root, "claims/storm.yaml", "- status: accepted", "- status: sure")
    commit(root, "Another")
    rewritten(root, "claims/storm.yaml", "status: maybe", "status: proposed")
    rewritten(root, "claims/storm.yaml", "- status: sure", "- status: accepted")
    commit(root, "Mend it")
    assert kinds(root, ROOFS) == [
        ("Start the ledger", ["created"]),
        ("A slip", ["unreadable"]),
        ("Mend it", ["readable"]),
    ]
    assert "could not be read" in done(root, "log", ROOFS)


def test_what_is_not_committed_yet_comes_last(root: Path) -> None:
    done(root, "claims", "new", "storm", "The storm reached Ardby on Tuesday.", "--id", "new-one")
    assert kinds(root, "new-one") == [("", ["created"])]
    assert story(root, "new-one")["chapters"][0]["commit"] is None
    assert done(root, "log", "new-one").splitlines()[2] == "not committed yet"


def test_a_repository_without_a_commit(tmp_path: Path) -> None:
    ledger = make(tmp_path)
    git(ledger, "init", "--quiet")
    assert kinds(ledger, ROOFS) == [("", ["created"])]


def test_a_shallow_clone_says_so(root: Path, tmp_path: Path) -> None:
    done(root, "claims", "accept", ROOFS, *BY)
    commit(root, "Accept")
    git(tmp_path, "clone", "--quiet", "--depth", "1", f"file://{root.parent}", "clone")
    clone = tmp_path / "clone" / "facts"
    assert story(clone, ROOFS)["whole"] is False
    assert "a shallow clone" in done(clone, "log", ROOFS)


def test_evidence_is_told_by_what_changed_in_it(root: Path) -> None:
    path = "claims/wire.yaml"
    rewritten(
        root,
        path,
        "    status: proposed",
        "      - {source: storm, start: 52, end: 87, quote: x}\n    status: proposed",
    )
    commit(root, "Another passage")
    rewritten(root, path, "quote: x}", "quote: y, prefix: p}")
    commit(root, "Quote it right")
    rewritten(root, path, "prefix: p}", "prefix: q}")
    commit(root, "Before it")
    rewritten(root, path, "- {source: storm", "- {source: wire")
    commit(root, "From the wire")
    rewritten(root, path, "      - {source: wire, start: 52, end: 87, quote: y, prefix: q}\n", "")
    commit(root, "Not that")
    assert [kind for _, (kind, *_) in kinds(root, HARBOUR)[1:]] == [
        "evidence",
        "quote",
        "span",
        "evidence",
        "evidence",
    ]
    said = [chapter["changes"][0]["said"] for chapter in story(root, HARBOUR)["chapters"]]
    assert said[1:3] == ["passage added: “x” of storm", "quote: “x” → “y”"]


def test_where_there_is_no_history_to_tell(
    root: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    said = refused(root, "log", "storm/roof")
    assert (
        said
        == "claimcheck: there is no claim 'storm/roof' (did you mean 'storm/roofs'?), and there never was one"
    )
    monkeypatch.setenv("GIT_CEILING_DIRECTORIES", str(tmp_path))
    alone = make(tmp_path / "alone")
    assert refused(alone, "log", ROOFS).endswith(
        "alone: is in no git repository, so it has no history to tell"
    )
    monkeypatch.setenv("PATH", "")
    assert "git cannot be run" in refused(root, "log", ROOFS)
