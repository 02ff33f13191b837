"""Processes measured, and an earlier revision's code run beside today's bench."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest
from bench import ledgers, revision
from bench.ledgers import CommandError
from bench.processes import measure, median
from bench.revision import RevisionError, labels_at

MIB = 1024 * 1024


def python(code: str) -> list[str]:
    return [sys.executable, "-c", code]


def test_a_process_gets_its_input_and_its_output_is_kept() -> None:
    assert measure(python("print(input()[::-1])"), b"abc\n").printed == b"cba\n"


def test_memory_is_the_process_own() -> None:
    small = measure(python("pass")).peak
    large = measure(python("x = bytearray(200_000_000)")).peak
    assert 150 * MIB < large - small < 250 * MIB


def test_the_work_of_a_process_is_counted_with_that_of_those_it_waited_for() -> None:
    busy = "import time\nwhile time.process_time() < 0.3: pass"
    child = f"import subprocess, sys; subprocess.run([sys.executable, '-c', {busy!r}], check=True)"
    assert measure(python("import time; time.sleep(0.3)")).worked < 0.3
    assert measure(python(child)).worked >= 0.3


def test_a_process_that_fails_is_an_error() -> None:
    with pytest.raises(CommandError, match="exited 3: sorry"):
        measure(python("import sys; print('sorry', file=sys.stderr); sys.exit(3)"))
    assert measure(python("import sys; sys.exit(3)"), allowed=(3,)).printed == b""


def test_median() -> None:
    assert median([3.0, 1.0, 2.0]) == 2.0
    assert median([4.0, 1.0, 2.0, 3.0]) == 2.5


@pytest.mark.parametrize(("code", "bad_rows"), [("sys.exit(2)", True), ("print(1); sys.exit(2)", False)])
def test_a_command_that_fails_is_an_error(code: str, bad_rows: bool, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(ledgers, "command", lambda: python(f"import sys; {code}"))
    with pytest.raises(CommandError, match="exited 2"):
        ledgers.run(["verify"], bad_rows=bad_rows)


def test_a_bad_row_does_not_lose_the_others(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(ledgers, "command", lambda: python("import sys; print(1); sys.exit(2)"))
    assert ledgers.run(["verify"], bad_rows=True) == b"1\n"


BENCH = """
import json, sys
import claimcheck
rows = {"1": {"label": claimcheck.LABEL, "rule": ""}}
with open(sys.argv[sys.argv.index("--json") + 1], "w") as out:
    json.dump({"claimcheck": claimcheck.__file__, "rows": rows}, out)
"""


@pytest.fixture
def repository(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A repository whose first commit answers "absent", and whose working tree answers "supported"."""
    write(tmp_path / "bench" / "__main__.py", BENCH)
    write(tmp_path / "src" / "claimcheck" / "__init__.py", 'LABEL = "absent"\n')
    git(tmp_path, "init", "--quiet")
    git(tmp_path, "add", "src")
    git(tmp_path, "-c", "user.name=a", "-c", "user.email=a@example.org", "commit", "--quiet", "-m", "first")
    write(tmp_path / "src" / "claimcheck" / "__init__.py", 'LABEL = "supported"\n')
    monkeypatch.setattr(revision, "ROOT", tmp_path)
    return tmp_path


def test_labels_come_from_the_revision(repository: Path) -> None:
    assert labels_at("HEAD", ["pairs"]) == {"1": "absent"}
    listed = subprocess.run(
        ["git", "-C", repository, "worktree", "list"], capture_output=True, text=True, check=True
    )
    assert len(listed.stdout.splitlines()) == 1


def test_an_unknown_revision_is_an_error(repository: Path) -> None:
    assert repository.is_dir()
    with pytest.raises(RevisionError, match="no-such"):
        labels_at("no-such", ["pairs"])


def write(path: Path, text: str) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")


def git(folder: Path, *arguments: str) -> None:
    subprocess.run(["git", "-C", str(folder), *arguments], check=True, capture_output=True)
