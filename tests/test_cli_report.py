"""`claimcheck report`, and with it how every command prints its formats and where."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from checked_reports import EMPTY, GOOD, RICH
from claimcheck import cli
from claimcheck.render import github
from claimcheck.render import json as printed
from claimcheck.render.formats import REPORT_FORMATS, of_report
from claimcheck.render.plain import Style
from claimcheck.report.alerts import sheet_of


@pytest.fixture
def saved(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder to work in, with saved reports in it."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.delenv("GITHUB_STEP_SUMMARY", raising=False)
    for name, report in {"rich": RICH, "good": GOOD, "fails": replace(RICH, unread=(), exit_code=1)}.items():
        Path(f"{name}.json").write_text(printed.document(report), encoding="utf-8")
    return tmp_path


def run(*arguments: str, stdin: bytes | None = None) -> Result:
    return CliRunner().invoke(cli.main, ["report", *arguments], input=stdin)


@pytest.mark.parametrize("format_", REPORT_FORMATS)
@pytest.mark.parametrize(("name", "code"), [("good", 0), ("fails", 1), ("rich", 2)])
@pytest.mark.usefixtures("saved")
def test_the_exit_code_is_the_reports_whatever_the_format(name: str, code: int, format_: str) -> None:
    assert run(f"{name}.json", "--format", format_).exit_code == code
    assert run(f"{name}.json", "--format", format_, "-o", "out").exit_code == code


@pytest.mark.parametrize("format_", REPORT_FORMATS)
@pytest.mark.usefixtures("saved")
def test_a_file_gets_what_standard_output_would(format_: str) -> None:
    out = run("rich.json", "--format", format_).stdout_bytes
    assert run("rich.json", "--format", format_, "-o", "one").stdout_bytes == b""
    assert run("rich.json", "--format", f"{format_}=two/three").stdout_bytes == b""
    assert out == Path("one").read_bytes() == Path("two/three").read_bytes()


@pytest.mark.usefixtures("saved")
def test_json_comes_back_as_it_was_saved() -> None:
    assert run("rich.json", "--format", "json").stdout_bytes == Path("rich.json").read_bytes()


@pytest.mark.usefixtures("saved")
def test_several_formats_at_once() -> None:
    result = run("rich.json", "--format", "json=a.json", "--format", "text", "--format", "html=a.html")
    assert result.stdout == of_report(RICH, "text", Style())
    assert json.loads(Path("a.json").read_bytes())["exit_code"] == 2
    assert Path("a.html").read_bytes().decode() == of_report(RICH, "html", Style())


@pytest.mark.usefixtures("saved")
def test_output_names_the_file_of_the_format_that_has_none() -> None:
    assert run("good.json", "--format", "json=a.json", "--format", "sarif", "-o", "b.sarif").exit_code == 0
    assert Path("b.sarif").read_text(encoding="utf-8").startswith('{\n  "$schema"')


@pytest.mark.usefixtures("saved")
def test_a_dash_is_standard_output() -> None:
    assert run("good.json", "--format", "json=-").stdout == run("good.json", "--format", "json").stdout
    assert run("good.json", "-o", "-").stdout == run("good.json").stdout
    assert not Path("-").exists()


@pytest.mark.usefixtures("saved")
def test_a_report_from_standard_input() -> None:
    assert run("-", stdin=printed.document(EMPTY).encode()).exit_code == 0
    refused = run("-", stdin=b"{}")
    assert refused.exit_code == 2
    assert refused.stderr.startswith("claimcheck: standard input: this is no report of `claimcheck check`")


@pytest.mark.usefixtures("saved")
def test_quiet_prints_only_errors() -> None:
    assert run("good.json", "--quiet").stdout == ""
    assert "  warning  " not in run("rich.json", "-q").stdout


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("--format", "sariff"), "'sariff' is no format (did you mean 'sarif'?)"),
        (
            ("--format", "text", "--format", "json"),
            "text and json cannot both be printed: write json=FILE for one",
        ),
        (("--format", "json="), "'json=' names no file"),
        (("--format", "json=a", "-o", "b"), "every format has a file of its own already"),
        (("--format", "json=a", "--format", "html=./a"), "two formats cannot go to one file"),
        (("-o", "."), "'.' is a directory"),
    ],
)
@pytest.mark.usefixtures("saved")
def test_a_wish_that_cannot_be_met_is_refused_before_anything_is_written(
    arguments: tuple[str, ...], said: str
) -> None:
    before = sorted(Path().iterdir())
    result = run("good.json", *arguments)
    assert result.exit_code == 2
    assert said in result.stderr
    assert len(result.stderr.splitlines()) == 1
    assert sorted(Path().iterdir()) == before


@pytest.mark.usefixtures("saved")
def test_a_file_that_cannot_be_written_is_told_and_changes_no_exit_code() -> None:
    result = run("fails.json", "--format", "json=good.json/a.json", "--format", "text")
    assert result.exit_code == 1
    assert result.stderr.startswith("claimcheck: good.json/a.json: cannot be written (")
    assert result.stdout == of_report(replace(RICH, unread=(), exit_code=1), "text", Style())


@pytest.mark.usefixtures("saved")
def test_a_report_that_is_not_there_or_is_a_ledger_is_a_sentence() -> None:
    for name in ("none.json", "."):
        result = run(name)
        assert result.exit_code == 2
        assert result.stderr.startswith("claimcheck: ")
        assert len(result.stderr.splitlines()) == 1


@pytest.mark.usefixtures("saved")
def test_the_step_summary_is_added_to_what_github_has(monkeypatch: pytest.MonkeyPatch) -> None:
    Path("summary.md").write_text("before\n", encoding="utf-8")
    monkeypatch.setenv("GITHUB_STEP_SUMMARY", "summary.md")
    run("rich.json", "--format", "text")
    assert Path("summary.md").read_text(encoding="utf-8") == "before\n"
    run("rich.json", "--format", "github")
    assert Path("summary.md").read_text(encoding="utf-8") == "before\n" + github.summary(sheet_of(RICH))
    monkeypatch.setenv("GITHUB_STEP_SUMMARY", "nowhere/summary.md")
    result = run("rich.json", "--format", "github")
    assert result.exit_code == 2
    assert "nowhere/summary.md: cannot be written" in result.stderr
