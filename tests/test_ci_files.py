"""What runs claimcheck elsewhere: the GitHub action, the pre-commit hook, and the pages that tell of them."""

from __future__ import annotations

import re
import shutil
import subprocess
from pathlib import Path
from typing import Any

import pytest
import yaml

from claimcheck import cli
from claimcheck.render.formats import REPORT_FORMATS
from claimcheck.report.checked import CheckReport, Statement
from claimcheck.report.places import Place, Suggestion, Suppression

ROOT = Path(__file__).parents[1]
ACTION = yaml.safe_load((ROOT / "action.yml").read_text(encoding="utf-8"))
[HOOK] = yaml.safe_load((ROOT / ".pre-commit-hooks.yaml").read_text(encoding="utf-8"))
PAGE = (ROOT / "docs" / "ci.md").read_text(encoding="utf-8")
FORMATS = (ROOT / "docs" / "formats.md").read_text(encoding="utf-8")
SNIPPETS = [yaml.safe_load(text) for text in re.findall(r"```yaml\n(.*?)```", PAGE, flags=re.DOTALL)]
CHECK = next(step["run"] for step in ACTION["runs"]["steps"] if step.get("id") == "check")
BASH = shutil.which("bash")


def variable(name: str) -> str:
    """The environment variable that an input of the action goes through."""
    return name.upper().replace("-", "_")


def step(tmp_path: Path, inputs: dict[str, str], exit_code: int = 0) -> tuple[list[str], int, str]:
    """What the action runs claimcheck with, its exit code and what it puts out, with another program in its place."""
    program = tmp_path / "claimcheck"
    program.write_text(
        f'#!{BASH}\nprintf "%s\\n" "$@" > "{tmp_path}/called"\nexit {exit_code}\n', encoding="utf-8"
    )
    program.chmod(0o755)
    output = tmp_path / "output"
    environment = {variable(name): each["default"] for name, each in ACTION["inputs"].items()}
    environment |= {variable(name): value for name, value in inputs.items()}
    environment |= {"PATH": f"{tmp_path}:/usr/bin:/bin", "GITHUB_OUTPUT": str(output)}
    assert BASH is not None
    done = subprocess.run([BASH, "-eo", "pipefail", "-c", CHECK], env=environment, cwd=tmp_path, check=False)
    called = (tmp_path / "called").read_text(encoding="utf-8").splitlines()
    return called, done.returncode, output.read_text(encoding="utf-8")


@pytest.mark.skipif(BASH is None, reason="no bash here")
def test_the_action_runs_check_with_what_is_asked_for(tmp_path: Path) -> None:
    assert step(tmp_path, {})[0] == ["check", "--format", "github", "--", "."]
    asked = {
        "paths": "drafts\n\nfeatures/a b.md\n--odd.md\n",
        "ledger": "facts",
        "fail-on": "absent",
        "min-coverage": "0.8",
        "changed-since": "origin/main",
        "html": "a page.html",
        "sarif": "a.sarif",
    }
    called, _, _ = step(tmp_path, asked)
    assert called == [
        *("check", "--format", "github", "--ledger", "facts", "--fail-on", "absent", "--min-coverage", "0.8"),
        *("--changed-since", "origin/main", "--format", "html=a page.html", "--format", "sarif=a.sarif"),
        *("--", "drafts", "features/a b.md", "--odd.md"),
    ]


@pytest.mark.skipif(BASH is None, reason="no bash here")
@pytest.mark.parametrize("code", [0, 1, 2])
def test_the_action_fails_as_check_does(tmp_path: Path, code: int) -> None:
    _, found, output = step(tmp_path, {}, code)
    assert found == code
    assert output == f"exit-code={code}\n"


@pytest.mark.skipif(BASH is None, reason="no bash here")
def test_an_input_is_never_run(tmp_path: Path) -> None:
    called, _, _ = step(tmp_path, {"paths": '$(touch gotcha)\n"; touch gotcha #', "ledger": "`touch gotcha`"})
    assert called[3:] == ["--ledger", "`touch gotcha`", "--", "$(touch gotcha)", '"; touch gotcha #']
    assert not (tmp_path / "gotcha").exists()
    assert "${{" not in CHECK


def test_every_input_of_the_action_is_described_and_used() -> None:
    text = (ROOT / "action.yml").read_text(encoding="utf-8")
    for name, each in ACTION["inputs"].items():
        assert each["description"].endswith(".")
        assert f"inputs.{name}" in text


def test_the_hook_runs_serially_on_drafts_only() -> None:
    assert HOOK["require_serial"] is True
    assert HOOK["language"] == "python"
    assert HOOK["entry"].split()[:2] == ["claimcheck", "check"]
    assert re.search(HOOK["files"], "drafts/a.md")
    assert not re.search(HOOK["files"], "claims/a.yaml")


def test_the_snippets_use_the_action_the_hook_and_real_formats() -> None:
    github, precommit, gitlab = SNIPPETS
    [action] = [
        each for each in github["jobs"]["claimcheck"]["steps"] if each["uses"].startswith("OWNER/claimcheck@")
    ]
    assert set(action["with"]) <= set(ACTION["inputs"])
    assert precommit["repos"][0]["hooks"][0]["id"] == HOOK["id"]
    reports = gitlab["claimcheck"]["artifacts"]["reports"]
    assert f"gitlab={reports['codequality']}" in gitlab["claimcheck"]["script"][1]
    assert f"junit={reports['junit']}" in gitlab["claimcheck"]["script"][1]


def test_the_formats_named_are_those_there_are() -> None:
    told = re.findall(r"^\| `(\w+)` \|", FORMATS, flags=re.MULTILINE)
    assert set(told) == set(REPORT_FORMATS)
    named = re.findall(r"--format (\w+)", PAGE + FORMATS + CHECK) + re.findall(r"--format \"(\w+)=", CHECK)
    assert set(named) <= {*REPORT_FORMATS, "NAME"}


@pytest.mark.skipif("check" not in cli.COMMANDS, reason="no `claimcheck check` yet")
def test_every_option_told_of_is_one_of_check() -> None:
    command = cli.main.get_command(cli.main.make_context("claimcheck", [], resilient_parsing=True), "check")
    assert command is not None
    known = {name for parameter in command.params for name in parameter.opts}
    told = set(re.findall(r"(?<![\w-])--[a-z][a-z-]+", PAGE + FORMATS + CHECK + HOOK["entry"]))
    assert told <= known


def test_the_page_on_json_names_every_key_of_a_checked_draft() -> None:
    text = (ROOT / "docs" / "json.md").read_text(encoding="utf-8")
    told = set(re.findall(r"`(\w+)`", text))
    for contract in (CheckReport, Statement, Place, Suggestion, Suppression):
        keys: Any = contract.__dataclass_fields__
        assert set(keys) <= told, contract
