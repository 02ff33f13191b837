"""Ledgers in temporary folders, and the `claimcheck` command run on them as a user would."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

ERROR = 2  # the exit status where the work, or some row of it, could not be done


class CommandError(Exception):
    """`claimcheck` failed; the message holds what it said."""


@dataclass(frozen=True, slots=True)
class Answer:
    """A row out of `verify --jsonl`. `label` is "error" for a row it could not read."""

    label: str
    rule: str
    source: str
    quote: str


def command() -> list[str]:
    """The `claimcheck` that belongs to this Python."""
    script = Path(sys.executable).with_name("claimcheck")
    return [str(script)] if script.is_file() else [sys.executable, "-m", "claimcheck"]


def run(arguments: Sequence[str], *, given: bytes = b"", bad_rows: bool = False) -> bytes:
    """Run `claimcheck` and return what it printed.

    Raises CommandError where it fails; with `bad_rows`, an exit status of 2 is none as long as something was printed.
    """
    done = subprocess.run([*command(), *arguments], input=given, capture_output=True, check=False)
    if done.returncode in (0, 1) or (bad_rows and done.returncode == ERROR and done.stdout):
        return done.stdout
    said = done.stderr.decode(errors="replace").strip()
    raise CommandError(f"claimcheck {' '.join(arguments)} exited {done.returncode}: {said[-2000:]}")


@contextmanager
def folder(prefix: str = "claimcheck-bench-") -> Iterator[Path]:
    """A temporary folder, removed at the end; CLAIMCHECK_BENCH_KEEP=1 leaves it and says where it is."""
    path = Path(tempfile.mkdtemp(prefix=prefix))
    try:
        yield path
    finally:
        if os.environ.get("CLAIMCHECK_BENCH_KEEP"):
            print(f"kept {path}", file=sys.stderr)
        else:
            shutil.rmtree(path, ignore_errors=True)


def lay_out(ledger: Path) -> None:
    """An empty ledger: the two folders and a configuration of defaults."""
    for name in ("sources", "claims"):
        (ledger / name).mkdir(parents=True, exist_ok=True)
    (ledger / "claimcheck.toml").touch()


def build(sources: Path, ledger: Path) -> None:
    """A ledger of the documents in `sources`, with every claim that `extract` finds in them accepted."""
    lay_out(ledger)
    documents = sorted(path for path in sources.iterdir() if path.is_file())
    for document in documents:
        shutil.copyfile(document, ledger / "sources" / document.name)
    inside = [str(ledger / "sources" / document.name) for document in documents]
    run(["extract", *inside, "--accept", "--ledger", str(ledger)])


def statement_lines(statements: Iterable[tuple[str, str]]) -> bytes:
    """JSON Lines of (id, statement), with nothing that hints at the answer."""
    rows = ({"id": key, "statement": statement} for key, statement in statements)
    return "".join(json.dumps(row, ensure_ascii=False) + "\n" for row in rows).encode()


def verify(ledger: Path, lines: bytes, *options: str) -> bytes:
    """What `verify --jsonl -` prints for the lines."""
    arguments = ["verify", "--jsonl", "-", "--ledger", str(ledger), *options]
    return run(arguments, given=lines, bad_rows=True)


def answers(printed: bytes) -> dict[str, Answer]:
    """The rows out, by id. Raises CommandError where a line is no JSON object."""
    found: dict[str, Answer] = {}
    for line in printed.decode().splitlines():
        try:
            row = json.loads(line)
            found[str(row["id"])] = _answer(row)
        except (ValueError, KeyError, AttributeError, TypeError) as error:
            raise CommandError(f"verify printed a line that is no row: {line[:200]!r}") from error
    return found


def _answer(row: Mapping[str, Any]) -> Answer:
    words = {key: str(row.get(key) or "") for key in ("rule", "source", "quote")}
    return Answer(label=str(row.get("label") or "error"), **words)
