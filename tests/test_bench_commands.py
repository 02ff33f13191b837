"""The commands of the benchmark from end to end, with a small stand-in for claimcheck."""

from __future__ import annotations

import json
import re
import sys
from pathlib import Path

import pytest
from bench import __main__ as bench
from bench import ledgers, repeat, speed

# Takes `extract` and `verify --jsonl -`: every statement with the word "not" is contradicted, quoting the first line
# of the first source; all others are absent. A row that says more than the statement stops it.
STAND_IN = """
import json, pathlib, sys
ledger = pathlib.Path(sys.argv[sys.argv.index("--ledger") + 1])
assert sys.argv[1] in ("extract", "verify")
if sys.argv[1] == "extract":
    assert "--accept" in sys.argv
    (ledger / "claims" / "all.yaml").write_text("claims:")
    sys.exit(0)
assert list((ledger / "claims").glob("*.yaml"))
quote = sorted((ledger / "sources").iterdir())[0].read_text().splitlines()[0]
rows = [json.loads(line) for line in sys.stdin] if "--jsonl" in sys.argv else []
for row in rows:
    assert set(row) == {"id", "statement"}
    against = " not " in row["statement"]
    label = "contradicted" if against else "absent"
    print(json.dumps(row | {"label": label, "rule": "r", "claim": "c", "source": "a", "quote": quote, "findings": []}))
"""
ROWS = [
    {
        "id": "1",
        "source": "a",
        "statement": "It did not burn.",
        "label": "contradicted",
        "evidence": "The mill burned.",
    },
    {"id": "2", "source": "a", "statement": "It was old.", "label": "absent", "evidence": None},
    {
        "id": "3",
        "source": "b",
        "statement": "It did not sink.",
        "label": "supported",
        "evidence": "The ship stayed afloat.",
    },
]


@pytest.fixture
def stand_in(monkeypatch: pytest.MonkeyPatch) -> None:
    def command() -> list[str]:
        return [sys.executable, "-c", STAND_IN]

    for module in (ledgers, repeat, speed):
        monkeypatch.setattr(module, "command", command)


@pytest.fixture
def data(tmp_path: Path) -> Path:
    (tmp_path / "sources").mkdir()
    (tmp_path / "sources" / "a.txt").write_text("The mill burned.\nNobody was hurt.\n")
    (tmp_path / "sources" / "b.txt").write_text("The ship stayed afloat.\n")
    (tmp_path / "statements.jsonl").write_text("".join(json.dumps(row) + "\n" for row in ROWS))
    return tmp_path


@pytest.mark.usefixtures("stand_in")
def test_a_suite_is_run(data: Path, capsys: pytest.CaptureFixture[str]) -> None:
    out = data / "out.json"
    assert bench.main(["suite", "--data", str(data), "--errors", "--json", str(out)]) == 0
    figures = json.loads(out.read_text())["figures"]
    assert figures["accuracy"] == [2, 3]
    assert figures["wrongly_contradicted"] == [1, 3]
    assert figures["passage"] == [1, 1]
    assert "3 supported () but contradicted (r): It did not sink." in capsys.readouterr().out


@pytest.mark.usefixtures("stand_in")
def test_one_source_of_a_suite(data: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert bench.main(["suite", "--data", str(data), "--only", "b"]) == 0
    assert "  0.0% [0.0, 79.3] of 1" in capsys.readouterr().out
    assert bench.main(["suite", "--data", str(data), "--only", "c"]) == 2
    assert "'c'" in capsys.readouterr().err


@pytest.mark.usefixtures("stand_in")
def test_repeat_passes_what_always_prints_the_same(capsys: pytest.CaptureFixture[str]) -> None:
    assert bench.main(["repeat", "--claims", "20", "--statements", "4"]) == 0
    assert capsys.readouterr().out.count("ok  ") == len(repeat.CHECKS)


def test_repeat_fails_what_does_not(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    code = "import os, sys; sys.stdin.read(); print(os.getpid())"
    for module in (ledgers, repeat):
        monkeypatch.setattr(module, "command", lambda: [sys.executable, "-c", code])
    assert bench.main(["repeat", "--claims", "20", "--statements", "4"]) == 1
    assert capsys.readouterr().out.count("FAIL") == len(repeat.CHECKS)


@pytest.mark.usefixtures("stand_in")
def test_speed_shows_ratios(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    monkeypatch.setattr(speed, "PIPE", "import sys; sys.stdin.read()")
    assert bench.main(["speed", "--small", "20", "--large", "0", "--statements", "5", "--repeat", "1"]) == 0
    lines = capsys.readouterr().out.splitlines()
    assert [line.split("  ")[0] for line in lines[2:]] == [
        "first call, cache built",
        "its peak memory",
        "one call, warm",
        "each of a batch",
        "batch, peak memory",
    ]


def test_missing_data_is_said_in_a_sentence(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert bench.main(["suite", "--data", str(tmp_path)]) == 2
    assert capsys.readouterr().err.endswith("statements.jsonl is not there\n")


def test_mutations_are_counted_by_kind(capsys: pytest.CaptureFixture[str]) -> None:
    assert bench.main(["mutations", "--count", "200", "--show", "0"]) == 0
    said = capsys.readouterr().out
    assert "silent: 0 of 100 changed facts" in said
    assert re.search(r"^digit +0 +0 +0 +[1-9]", said, flags=re.MULTILINE)
