"""Which drafts `claimcheck check` reads: the ledger's own folders are none, and what is ignored is passed over."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner

from claimcheck import cli

SOURCE = "The ferry Alma carried 1,204 people on 3 May 2024.\n"
CLAIM = """\
claims:
  - id: alma-people
    text: The ferry Alma carried 1,204 people on 3 May 2024.
    status: accepted
    evidence:
      - source: log
        start: 0
        end: 50
        quote: The ferry Alma carried 1,204 people on 3 May 2024.
"""


@pytest.fixture
def desk(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    files = {
        "claimcheck.toml": '[check]\nignore = ["old/"]\n',
        "sources/log.txt": SOURCE,
        "claims/log.yaml": CLAIM,
        "drafts/good.md": "The ferry *Alma* carried 1,204 people on 3 May 2024.\n",
        "drafts/bad.md": "The ferry Alma carried 1,402 people on 3 May 2024.\n",
        "drafts/old/bad.md": "The ferry Alma carried 7 people on 3 May 2024.\n",
    }
    for name, text in files.items():
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_text(text, encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    return tmp_path


def check(*arguments: str) -> tuple[int, list[str], str]:
    """The exit code, the files that were read, and what was said on standard error."""
    result = CliRunner().invoke(cli.main, ["check", *arguments, "--format", "json", "--today", "2024-05-04"])
    report: dict[str, Any] = json.loads(result.stdout) if result.stdout else {"files": []}
    return result.exit_code, [file["path"] for file in report["files"]], result.stderr


def test_the_ledger_is_no_draft_and_what_is_ignored_is_passed_over(desk: Path) -> None:
    assert check(".") == (1, ["drafts/bad.md", "drafts/good.md"], "")
    (desk / ".claimcheckignore").write_text("bad.*\n", encoding="utf-8")
    assert check("drafts") == (0, ["drafts/good.md"], "")
    assert check("drafts/bad.md", "drafts/old/bad.md")[:2] == (1, ["drafts/bad.md", "drafts/old/bad.md"])
    code, files, said = check("sources")
    assert (code, files) == (2, [])
    assert (
        said
        == "claimcheck: sources: no draft found that .claimcheckignore and [check] ignore do not pass over\n"
    )


def test_what_a_hook_names_is_passed_over_if_it_is_ignored(desk: Path) -> None:
    assert check("drafts/old/bad.md", "--force-exclude") == (0, [], "")
    assert check("drafts/old/bad.md", "drafts/good.md", "--force-exclude") == (0, ["drafts/good.md"], "")
    assert check("sources/log.txt", "--force-exclude") == (0, [], "")
    assert check("sources/log.txt")[:2] == (0, ["sources/log.txt"])
    assert (desk / "drafts" / "old").is_dir()
