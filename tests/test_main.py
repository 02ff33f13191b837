"""The command in a process of its own: all that is printed arrives, and the exit code is its own."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]


def claimcheck(*arguments: str, **streams: int) -> subprocess.CompletedProcess[bytes]:
    streams = {"stdout": subprocess.PIPE, "stderr": subprocess.PIPE} | streams
    return subprocess.run([sys.executable, "-m", "claimcheck", *arguments], cwd=ROOT, check=False, **streams)  # type: ignore[call-overload,no-any-return]


@pytest.mark.parametrize(
    ("arguments", "code"),
    [
        (("verify", "17 rockets hit the base"), 1),
        (("verify", "18 rockets hit the base"), 0),
        (("verify",), 2),
        (("--version",), 0),
    ],
)
def test_the_exit_code_is_the_commands(arguments: tuple[str, ...], code: int) -> None:
    assert claimcheck(*arguments).returncode == code


def test_all_that_is_printed_arrives(tmp_path: Path) -> None:
    statements = tmp_path / "many.txt"
    statements.write_text("18 rockets hit the base.\n" * 2_000, encoding="utf-8")
    given = claimcheck("check", str(statements), "--format", "json")
    assert given.stdout.rstrip().endswith(b"}")
    assert given.stdout.count(b'"place"') >= 2_000


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="there is no full device here")
def test_output_that_cannot_be_written_is_an_error() -> None:
    with Path("/dev/full").open("wb") as full:
        done = claimcheck("verify", "18 rockets hit the base", stdout=full.fileno())
    assert done.returncode == 2
    assert b"the output: No space left on device" in done.stderr
