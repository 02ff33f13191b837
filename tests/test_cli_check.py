"""What `claimcheck check` does as a whole: a source's pages, comments that ignore no rule, suggestions."""

from __future__ import annotations

import json
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner, Result

from claimcheck import cli

LOG = "The ferry Alma carried 1,204 people on 3 May 2024.\n\nThe ferry Berta burned 310 litres that day.\n"
SECOND = LOG.index("The ferry Berta")
CLAIMS = f"""\
claims:
  - id: alma-people
    text: The ferry Alma carried 1,204 people on 3 May 2024.
    status: accepted
    evidence:
      - {{source: log, start: 0, end: 50, quote: "The ferry Alma carried 1,204 people on 3 May 2024."}}
  - id: berta-fuel
    text: The ferry Berta burned 310 litres that day.
    status: accepted
    evidence:
      - {{source: log, start: {SECOND}, end: {SECOND + 43}, quote: "The ferry Berta burned 310 litres that day."}}
"""


@pytest.fixture
def desk(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    files = {
        "claimcheck.toml": "",
        "sources/log.txt": LOG,
        "sources/log.meta.yaml": f"title: The log\npages: [4@0, 5@{SECOND}]\n",
        "claims/log.yaml": CLAIMS,
        "bad.md": "The ferry Alma carried 1,402 people on 3 May 2024.\n\nThe ferry Berta burned 301 litres that day.\n",
    }
    for name, text in files.items():
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_text(text, encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    return tmp_path


def check(*arguments: str) -> Result:
    return CliRunner().invoke(cli.main, ["check", *arguments, "--today", "2024-05-04"])


def rows(kind: str, *arguments: str) -> Sequence[Any]:
    found: Sequence[Any] = json.loads(check(*arguments, "--format", "json").stdout)[kind]
    return found


@pytest.mark.usefixtures("desk")
def test_the_page_a_passage_is_on_is_shown() -> None:
    assert [row["passage"]["page"] for row in rows("statements", "bad.md")] == [4, 5]
    for format_ in ("text", "html"):
        said = check("bad.md", "--format", format_).stdout
        assert "The log (log:1, page 4), claim alma-people" in said
        assert "The log (log:3, page 5), claim berta-fuel" in said


def test_a_source_without_pages_has_none(desk: Path) -> None:
    (desk / "sources/log.meta.yaml").write_text("title: The log\n", encoding="utf-8")
    assert [row["passage"]["page"] for row in rows("statements", "bad.md")] == [None, None]
    assert "The log (log:1), claim alma-people" in check("bad.md", "--format", "text").stdout


@pytest.mark.parametrize("jobs", ["1", "2"])
def test_a_comment_that_ignores_no_rule_is_told(desk: Path, jobs: str) -> None:
    text = (desk / "bad.md").read_text(encoding="utf-8")
    (desk / "bad.md").write_text(f"<!-- claimcheck: ignore[quantity.disjont] -- known -->\n{text}")
    (problem,) = rows("problems", "bad.md", "--jobs", jobs)
    assert (problem["rule"], problem["place"]["line"]) == ("ignore.malformed", 1)
    assert problem["message"] == "there is no rule 'quantity.disjont' (did you mean 'quantity.disjoint'?)"
    assert all(row["suppressed"] is None for row in rows("statements", "bad.md"))


def test_a_comment_may_ignore_a_rule_a_group_of_rules_or_a_label(desk: Path) -> None:
    text = (desk / "bad.md").read_text(encoding="utf-8")
    for word in ("quantity.disjoint", "quantity", "contradicted"):
        (desk / "bad.md").write_text(f"<!-- claimcheck: ignore[{word}] -- known -->\n{text}")
        assert rows("problems", "bad.md") == []
        assert [bool(row["suppressed"]) for row in rows("statements", "bad.md")] == [True, False]


def test_fix_tells_what_was_put_right(desk: Path) -> None:
    assert check("bad.md", "--fix").stderr == "claimcheck: bad.md: 2 values put right\n"
    assert (desk / "bad.md").read_text(encoding="utf-8") == LOG
