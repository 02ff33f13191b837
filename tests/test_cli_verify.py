"""`claimcheck verify` against given text: formats, exit codes, rows, and what goes wrong."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import jsonschema
import pytest
from click.testing import CliRunner, Result
from hypothesis import example, given
from hypothesis import strategies as st

import build_docs
from claimcheck import check, cli
from claimcheck.cli import judging, printing
from claimcheck.cli.judging import MOST_KEPT
from claimcheck.cli.terminal import style as terminal_style
from claimcheck.errors import DEBUG
from claimcheck.parse import parse
from claimcheck.tokens import Sentence

EVIDENCE = "18 rockets hit the base on Wednesday."
RIGHT, WRONG, UNSAID = "18 rockets hit the base.", "17 rockets hit the base.", "Zebras grazed in the park."
DAY = ("--today", "2024-05-06")
REPORT_SCHEMA, ROW_SCHEMA = (
    jsonschema.Draft202012Validator(json.loads(build_docs.pages()[name]))
    for name in ("report-schema.json", "row-schema.json")
)


@pytest.fixture(autouse=True)
def _no_ledger_around(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)


def verify(*arguments: str, given: bytes | None = None) -> Result:
    return CliRunner().invoke(cli.main, ["verify", *arguments, *DAY], input=given)


def against(*statements: str, options: Sequence[str] = ()) -> Result:
    return verify(*statements, "--evidence", EVIDENCE, *options)


def rows(*lines: dict[str, Any] | bytes, options: Sequence[str] = ()) -> Result:
    data = b"".join(line if isinstance(line, bytes) else json.dumps(line).encode() + b"\n" for line in lines)
    return verify("--jsonl", "-", *options, given=data)


def out(result: Result) -> list[dict[str, Any]]:
    return [json.loads(line) for line in result.stdout.splitlines()]


def test_each_statement_gets_a_block_and_the_totals_come_last() -> None:
    result = against(RIGHT, WRONG, UNSAID)
    blocks = result.stdout.split("\n\n")
    assert [block.split("  ")[0] for block in blocks[:3]] == ["supported", "contradicted", "absent"]
    assert blocks[3].startswith(
        "3 statements: 1 supported, 1 contradicted, 1 absent (reference date 2024-05-06,"
    )
    assert result.stderr == ""


def test_a_log_gets_no_colour() -> None:
    assert "\x1b" not in against(RIGHT, WRONG, UNSAID, options=["--explain"]).stdout


@pytest.mark.parametrize(
    ("statements", "level", "code"),
    [
        ([RIGHT], None, 0),
        ([RIGHT, WRONG], None, 1),
        ([RIGHT, UNSAID], None, 0),
        ([RIGHT, UNSAID], "disputed", 0),
        ([RIGHT, UNSAID], "absent", 1),
        ([RIGHT], "absent", 0),
        ([WRONG], "never", 0),
    ],
)
@pytest.mark.parametrize("printed_as", ["text", "json", "jsonl"])
def test_the_exit_code(statements: list[str], level: str | None, code: int, printed_as: str) -> None:
    options = ["--format", printed_as, *(["--fail-on", level] if level else [])]
    assert against(*statements, options=options).exit_code == code


def test_the_document_keeps_the_contract() -> None:
    data = json.loads(against(RIGHT, WRONG, UNSAID, options=["--format", "json", "--explain"]).stdout)
    REPORT_SCHEMA.validate(data)
    assert [r["label"] for r in data["results"]] == ["supported", "contradicted", "absent"]
    assert [r["id"] for r in data["results"]] == [1, 2, 3]
    assert data["results"][1]["suggestion"] == "18, not 17"
    assert data["exit_code"] == 1
    assert data["ledger"] is None
    assert data["today"] == "2024-05-06"


def test_statements_as_rows_are_numbered() -> None:
    result = against(RIGHT, WRONG, options=["--format", "jsonl"])
    for row in out(result):
        ROW_SCHEMA.validate(row)
    assert [(row["id"], row["label"]) for row in out(result)] == [(1, "supported"), (2, "contradicted")]


@pytest.mark.parametrize("printed_as", ["text", "json", "jsonl"])
def test_two_runs_give_the_same_bytes(printed_as: str) -> None:
    first, second = (against(RIGHT, WRONG, UNSAID, options=["--format", printed_as]) for _ in range(2))
    assert first.stdout_bytes == second.stdout_bytes


def test_bounds_and_policy_are_printed() -> None:
    data = json.loads(against(RIGHT, options=["--format", "json", "--bounds", "pragmatic"]).stdout)
    assert data["policy"] == {"version": "1", "band": "0.05", "band_limit": "0.10", "bounds": "pragmatic"}


def test_each_of_several_texts_can_decide() -> None:
    result = verify(RIGHT, "--evidence", "A dog barked.", "--evidence", EVIDENCE, "--format", "jsonl")
    [row] = out(result)
    assert (row["label"], row["source"], row["quote"]) == ("supported", "evidence 2", EVIDENCE)


def test_a_long_text_tells_the_line() -> None:
    result = verify(WRONG, "--evidence", f"A dog barked.\n\n{EVIDENCE}")
    assert "the text given, line 3" in result.stdout


def test_the_reference_date_is_today_unless_given() -> None:
    result = CliRunner().invoke(cli.main, ["verify", RIGHT, "--evidence", EVIDENCE, "--format", "json"])
    assert len(json.loads(result.stdout)["today"]) == len("2024-05-06")


def test_a_row_is_judged_by_its_own_evidence_and_keeps_its_other_keys() -> None:
    row = b'{"id": "r1", "statement": "%s", "evidence": "%s", "label": "gold", "n": 1.10}\n'
    [answer] = out(result := rows(row % (WRONG.encode(), EVIDENCE.encode())))
    ROW_SCHEMA.validate(answer)
    assert (answer["id"], answer["label"], answer["rule"]) == ("r1", "contradicted", "quantity.disjoint")
    assert (answer["claim"], answer["source"], answer["quote"]) == (None, None, EVIDENCE)
    assert answer["statement"] == WRONG
    assert '"n": 1.10' in result.stdout
    assert result.exit_code == 1


def test_a_rows_source_says_what_to_call_its_evidence() -> None:
    [answer] = out(rows({"statement": RIGHT, "evidence": EVIDENCE, "source": "wire"}))
    assert answer["source"] == "wire"


def test_a_rows_date_is_its_reference_date() -> None:
    row = {"statement": "It rained yesterday.", "evidence": "It rained on 5 May 2024."}
    labels = [answer["label"] for answer in out(rows(row, {**row, "date": "2024-05-09"}))]
    assert labels[0] == "supported"
    assert labels[1] != "supported"


def test_bad_rows_are_told_in_place_and_the_rest_go_on() -> None:
    good = {"statement": RIGHT, "evidence": EVIDENCE}
    result = rows(good, b"nonsense\n", b"\n", {"id": 4, "statement": ""}, {**good, "id": 5})
    answers = out(result)
    for answer in answers:
        ROW_SCHEMA.validate(answer)
    assert [answer.get("line") for answer in answers] == [None, 2, 4, None]
    assert answers[2] == {"line": 4, "id": 4, "error": "the statement is empty"}
    assert answers[3]["label"] == "supported"
    assert result.exit_code == 2
    assert result.stderr == "claimcheck: 2 of 4 rows could not be judged\n"


@pytest.mark.parametrize("printed_as", ["text", "json"])
def test_rows_in_another_format(printed_as: str) -> None:
    result = rows({"statement": WRONG, "evidence": EVIDENCE}, b"nonsense\n", options=["--format", printed_as])
    assert result.exit_code == 2
    if printed_as == "text":
        assert "error  line 2: this row is no JSON" in result.stdout
    else:
        data = json.loads(result.stdout)
        REPORT_SCHEMA.validate(data)
        assert data["results"][1]["line"] == 2
        assert data["totals"]["errors"] == 1


def test_no_rows() -> None:
    assert (rows().stdout, rows().exit_code) == ("", 0)


def test_rows_from_a_file(tmp_path: Path) -> None:
    file = tmp_path / "rows.jsonl"
    file.write_text(json.dumps({"statement": RIGHT, "evidence": EVIDENCE}), encoding="utf-8")
    assert out(verify("--jsonl", str(file)))[0]["label"] == "supported"


def test_an_error_of_ours_in_one_row_leaves_the_others(monkeypatch: pytest.MonkeyPatch) -> None:

    def failing(statement: str, *rest: Any, **more: Any) -> Any:  # noqa: ANN401
        if statement == WRONG:
            raise KeyError("x")
        return check.compare_passages(statement, *rest, **more)

    monkeypatch.setattr(judging, "compare_passages", failing)
    result = rows(*({"statement": text, "evidence": EVIDENCE} for text in (WRONG, RIGHT)))
    assert out(result)[0]["error"].startswith("internal error (KeyError: 'x'): this is a bug in claimcheck")
    assert out(result)[1]["label"] == "supported"
    assert result.exit_code == 2


def test_a_text_that_the_parser_fails_on_leaves_the_others(monkeypatch: pytest.MonkeyPatch) -> None:
    def failing(text: str) -> Sequence[Sentence]:
        if text == WRONG:
            raise ValueError("odd")
        return parse(text)

    def all_failing(_texts: Sequence[str]) -> Any:  # noqa: ANN401
        raise ValueError("odd")

    monkeypatch.setattr(judging, "parse", failing)
    monkeypatch.setattr(judging, "parse_many", all_failing)
    answers = out(rows(*({"statement": text, "evidence": EVIDENCE} for text in (WRONG, RIGHT))))
    assert "internal error (ValueError: odd)" in answers[0]["error"]
    assert answers[1]["label"] == "supported"


def test_evidence_kept_for_later_rows_is_let_go_of() -> None:
    many = ({"statement": WRONG, "evidence": f"{n} rockets hit the base."} for n in range(MOST_KEPT + 2))
    again = {"statement": RIGHT, "evidence": "0 rockets hit the base."}
    answers = out(rows(*many, again))
    assert [answer["label"] for answer in answers[15:20]] == [
        "contradicted",
        "contradicted",
        "supported",
        "contradicted",
        "contradicted",
    ]
    assert answers[-1]["label"] == "contradicted"


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        ([], "give a STATEMENT, or --jsonl FILE; see `main verify --help`"),
        ([RIGHT, "--jsonl", "-"], "give a STATEMENT, or --jsonl FILE, not both; see"),
        (["", "--evidence", EVIDENCE], "the statement is empty"),
        ([RIGHT, " ", "--evidence", EVIDENCE], "statement 2 is empty"),
        ([RIGHT, "--evidence", " "], "Invalid value for '--evidence': is empty; see"),
        ([RIGHT], "no ledger here or above"),
        ([RIGHT, "--ledger", "nowhere"], "nowhere: there is no such folder"),
        ([RIGHT, "--ledger", "nowhere", "--evidence", EVIDENCE], "nowhere: there is no such folder"),
        (["--jsonl", "nowhere.jsonl"], "nowhere.jsonl: No such file or directory"),
        (["--jsonl", "."], "Is a directory"),
        ([RIGHT, "--today", "6 May"], "must be a date such as 2020-03-11, not '6 May'; see"),
        ([RIGHT, "--bounds", "loose"], "Invalid value for '--bounds'"),
        ([RIGHT, "--formt", "json"], "Did you mean '--format'?; see"),
        ([RIGHT, "--evidence", "word " * 50_000], "the evidence is too long"),
        ([RIGHT + " \x1b[31m" + "word " * 1_001, "--evidence", EVIDENCE], "the statement is too long"),
    ],
)
def test_what_cannot_be_done_is_one_sentence_and_exit_code_2(arguments: list[str], said: str) -> None:
    result = CliRunner().invoke(cli.main, ["verify", *arguments])
    assert result.exit_code == 2
    assert result.stdout == ""
    assert result.stderr.startswith("claimcheck: ")
    assert said in result.stderr
    assert result.stderr.count("\n") == 1


def test_a_row_that_needs_a_ledger_where_there_is_none() -> None:
    result = rows({"statement": RIGHT})
    assert result.exit_code == 2
    assert "no ledger here or above" in result.stderr


@pytest.mark.parametrize("printed_as", ["text", "json", "jsonl"])
@given(statement=st.text(max_size=40), evidence=st.text(max_size=40))
@example(statement="\ud800\x1b[2J\0", evidence="\u202e\x9b")
@example(statement="Тридцать человек погибли.", evidence="Thirty people died.")
@example(statement="😀", evidence="")
@example(statement="17 17 % $ -", evidence="17 % of 17")
def test_no_text_is_too_strange(printed_as: str, statement: str, evidence: str) -> None:
    result = rows({"statement": statement, "evidence": evidence}, options=["--format", printed_as])
    assert result.exit_code in {0, 1} or "the statement is empty" in result.stdout, result.stdout
    assert not any(c < " " or "\x7f" <= c <= "\x9f" for c in result.stdout.replace("\n", ""))
    assert "Traceback" not in result.stderr


@pytest.mark.parametrize(
    "statement", ["Тридцать человек погибли.", "שלושה אנשים נהרגו", "😀 !!!", "日本で地震があった。"]
)
def test_what_is_not_english_letters_is_unreadable(statement: str) -> None:
    [row] = out(against(statement, options=["--format", "jsonl"]))
    assert (row["label"], row["rule"], row["quote"]) == ("absent", "statement.unreadable", None)


def test_an_unforeseen_error_is_a_sentence_unless_debugging(monkeypatch: pytest.MonkeyPatch) -> None:
    def failing(_request: object) -> Any:  # noqa: ANN401
        raise RuntimeError("odd\nthing")

    monkeypatch.setattr(printing, "printer", failing)
    result = against(RIGHT)
    assert result.exit_code == 2
    assert result.stderr.startswith("claimcheck: internal error (RuntimeError: odd thing): this is a bug")
    monkeypatch.setenv(DEBUG, "1")
    assert isinstance(against(RIGHT).exception, RuntimeError)


def test_an_interrupt_is_a_sentence(monkeypatch: pytest.MonkeyPatch) -> None:
    def interrupted(_texts: object) -> Any:  # noqa: ANN401
        raise KeyboardInterrupt

    monkeypatch.setattr(judging, "parse_many", interrupted)
    result = against(RIGHT)
    assert result.exit_code == 2
    assert result.stderr.strip() == "claimcheck: interrupted"


@pytest.mark.parametrize(
    ("terminal", "environment", "colour"),
    [(True, {}, True), (True, {"NO_COLOR": "1"}, False), (True, {"TERM": "dumb"}, False), (False, {}, False)],
)
def test_colour_is_for_terminals_that_want_it(
    terminal: bool, environment: dict[str, str], colour: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in ("NO_COLOR", "TERM"):
        monkeypatch.delenv(name, raising=False)
    for name, value in environment.items():
        monkeypatch.setenv(name, value)
    monkeypatch.setattr(sys.stdout, "isatty", lambda: terminal)
    assert terminal_style().colour is colour
    assert (terminal_style().width > 0) is terminal


def process(*arguments: str, **options: Any) -> subprocess.CompletedProcess[bytes]:  # noqa: ANN401
    script = "import sys; from claimcheck.cli import main; main(sys.argv[1:], 'claimcheck')"
    settings = {"capture_output": True, "check": False, **options}
    return subprocess.run([sys.executable, "-c", script, *arguments], **settings)


def test_a_locale_without_umlauts_is_no_error() -> None:
    plain = {**os.environ, "LC_ALL": "C", "PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0"}
    done = process("verify", "Zürich has 17 trams.", "--evidence", "Zürich has 18 trams.", *DAY, env=plain)
    assert b"contradicted  Z\\xfcrich has 17 trams." in done.stdout
    assert b">>18<< trams" in done.stdout
    assert (done.returncode, done.stderr) == (1, b"")


def test_a_reader_that_goes_away_is_no_error() -> None:
    read, write = os.pipe()
    os.close(read)
    with os.fdopen(write, "wb") as gone:
        done = process(
            "verify", RIGHT, "--evidence", EVIDENCE, capture_output=False, stdout=gone, stderr=subprocess.PIPE
        )
    assert (done.returncode, done.stderr) == (2, b"")


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="this system has no device that is always full")
def test_output_that_cannot_be_written_is_a_sentence() -> None:
    with Path("/dev/full").open("wb") as full:
        done = process(
            "verify", RIGHT, "--evidence", EVIDENCE, capture_output=False, stdout=full, stderr=subprocess.PIPE
        )
    assert (done.returncode, done.stderr) == (2, b"claimcheck: the output: No space left on device\n")


def test_help_loads_neither_the_language_model_nor_what_only_judging_needs() -> None:
    code = "import sys\ntry:\n main(['verify', '--help'])\nfinally:\n print(*sys.modules, file=sys.stderr)"
    script = "from claimcheck.cli import main\n" + code
    done = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True)
    loaded = {name.split(".")[0] for name in done.stderr.split()} | set(done.stderr.split())
    assert "claimcheck.cli.verify" in loaded
    assert not loaded & {"spacy", "rich", "pydantic", "yaml", "claimcheck.check", "claimcheck.cli.extract"}
