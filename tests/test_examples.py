"""The example newsroom, run as somebody would who tries it out."""

from __future__ import annotations

import json
import re
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

NEWSROOM = Path(__file__).parents[1] / "examples" / "newsroom"
TODAY = ("--today", "2026-03-02")
ROW = re.compile(r"\| (\d+) \| ([a-z.]+) \| .+ \|")


@pytest.fixture
def newsroom(tmp_path: Path) -> Path:
    """A copy of the example, to be written to."""
    copy = tmp_path / "newsroom"
    shutil.copytree(NEWSROOM, copy, ignore=shutil.ignore_patterns(".claimcheck"))
    return copy


def claimcheck(folder: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-m", "claimcheck", *arguments],
        cwd=folder,
        capture_output=True,
        encoding="utf-8",
        check=False,
    )


def checked(folder: Path, *arguments: str) -> tuple[int, dict[str, Any]]:
    """The exit code and the report of a check."""
    done = claimcheck(folder, "check", *arguments, *TODAY, "--format", "json")
    assert not done.stderr, done.stderr
    return done.returncode, json.loads(done.stdout)


def findings(report: dict[str, Any]) -> list[tuple[int, str]]:
    """Line and kind of what is reported, a problem by its rule."""
    kinds = {"absent": "unclaimed"}
    told = [
        (row["place"]["line"], "disputed" if row["disputed"] else kinds.get(row["label"], row["label"]))
        for row in report["statements"]
        if row["severity"] and not row["suppressed"]
    ]
    told += [(row["place"]["line"], row["rule"]) for row in report["problems"] if not row["suppressed"]]
    return sorted(told)


def test_its_claims_are_those_that_extract_takes_from_its_sources(newsroom: Path) -> None:
    written = {path.name: path.read_bytes() for path in (newsroom / "claims").iterdir()}
    shutil.rmtree(newsroom / "claims")
    done = claimcheck(newsroom, "extract", "sources/ferry-report.md", "sources/council-pier.txt", "--accept")
    assert done.returncode == 0, done.stderr
    assert {path.name: path.read_bytes() for path in (newsroom / "claims").iterdir()} == written


def test_the_good_draft_passes(newsroom: Path) -> None:
    code, report = checked(newsroom, "drafts/good.md")
    assert code == 0
    assert {kind for _, kind in findings(report)} == {"unclaimed"}
    assert (report["totals"]["supported"], report["totals"]["absent"]) == (12, 3)


def test_the_bad_draft_fails_for_the_reasons_its_page_gives(newsroom: Path) -> None:
    code, report = checked(newsroom, "drafts/bad.md")
    said = ROW.findall((NEWSROOM / "README.md").read_text(encoding="utf-8"))
    assert code == 1
    assert findings(report) == sorted((int(line), kind) for line, kind in said)


def test_what_is_wrong_in_the_bad_draft_mends_itself(newsroom: Path) -> None:
    draft = newsroom / "drafts" / "bad.md"
    before = draft.read_text(encoding="utf-8")
    shown = claimcheck(newsroom, "check", "drafts/bad.md", *TODAY, "--fix", "--dry-run")
    assert draft.read_text(encoding="utf-8") == before
    assert "+Tidewell Ferries employs 318 people." in shown.stdout
    claimcheck(newsroom, "check", "drafts/bad.md", *TODAY, "--fix")
    after = before
    for wrong, right in {
        "February 24": "February 25",
        "$8.7 million": "$7.8 million",
        "1943": "1934",
        "1,482,000": "1,284,000",
        "Anna Lindgren": "Marit Solberg",
        "381": "318",
        "forty-five": "fifty-five",
    }.items():
        after = after.replace(wrong, right)
    assert draft.read_text(encoding="utf-8") == after
    code, report = checked(newsroom, "drafts/bad.md")
    assert (code, report["totals"]["contradicted"]) == (0, 0)


def test_a_baseline_leaves_only_what_is_new(newsroom: Path) -> None:
    known = ("--baseline", "known.json", "--min-coverage", "0")
    claimcheck(newsroom, "check", "drafts", *TODAY, *known, "--update-baseline")
    code, report = checked(newsroom, "drafts", *known)
    assert (code, findings(report)) == (0, [])
    draft = newsroom / "drafts" / "good.md"
    draft.write_text(
        "Moved down.\n\n" + draft.read_text(encoding="utf-8").split("---\n", 2)[2], encoding="utf-8"
    )
    draft.write_text(
        draft.read_text(encoding="utf-8").replace("three fishing", "nine fishing"), encoding="utf-8"
    )
    code, report = checked(newsroom, "drafts", *known)
    assert code == 1
    assert [kind for _, kind in findings(report)] == ["contradicted"]


def test_only_what_was_changed_is_reported(newsroom: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    if shutil.which("git") is None:
        pytest.skip("git is not installed")
    for name in ("GIT_CONFIG_GLOBAL", "GIT_CONFIG_SYSTEM"):
        monkeypatch.setenv(name, "/dev/null")
    who = ("-c", "user.name=Editor", "-c", "user.email=editor@example.org")
    for arguments in (("init", "-q"), ("add", "-A"), (*who, "commit", "-q", "-m", "Write")):
        subprocess.run(["git", *arguments], cwd=newsroom, check=True)
    draft = newsroom / "drafts" / "bad.md"
    draft.write_text(draft.read_text(encoding="utf-8").replace("blue", "white"), encoding="utf-8")
    code, report = checked(newsroom / "drafts", ".", "--changed-since", "HEAD", "--min-coverage", "0")
    # The sentence that runs from line 10 into the changed line, and the changed one itself.
    assert (code, findings(report)) == (1, [(10, "contradicted"), (11, "unclaimed")])
