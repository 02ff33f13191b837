"""`python -m bench repeat`: same input, same bytes; and a ledger that outlives a killed index build."""

from __future__ import annotations

import argparse
import random
import shutil
import subprocess
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from time import perf_counter, sleep

from bench.ledgers import command, folder, statement_lines, verify
from bench.synthetic import statements, write_ledger

CACHE = ".claimcheck"
KILLS = (0.1, 0.25, 0.4, 0.55, 0.7, 0.85, 0.95)  # at these shares of the time that a whole first call takes


@dataclass(frozen=True, slots=True)
class Case:
    """A ledger, the statements put to it, and what a first, undisturbed run printed in how many seconds."""

    ledger: Path
    lines: bytes
    printed: bytes
    seconds: float


def add_arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--claims", type=int, default=2_000, metavar="N", help="claims in the ledger")
    parser.add_argument("--statements", type=int, default=60, metavar="N", help="statements put to it")


def run(args: argparse.Namespace) -> int:
    failed = []
    with folder() as parent:
        ledger = parent / "ledger"
        write_ledger(ledger, args.claims)
        case = first_run(ledger, statement_lines(statements(args.statements, args.claims)))
        for name, check in CHECKS.items():
            complaint = check(case, parent)
            print(
                f"{'ok  ' if complaint is None else 'FAIL'}  {name}" + (f": {complaint}" if complaint else "")
            )
            failed += [name] if complaint else []
    return 1 if failed else 0


def first_run(ledger: Path, lines: bytes) -> Case:
    start = perf_counter()
    printed = verify(ledger, lines)
    return Case(ledger, lines, printed, perf_counter() - start)


def same_again(case: Case, _parent: Path) -> str | None:
    """A second run, with the cache of the first."""
    return difference(case.printed, verify(case.ledger, case.lines))


def same_without_cache(case: Case, parent: Path) -> str | None:
    """A copy of the ledger that has no cache yet."""
    return difference(case.printed, verify(copy(case.ledger, parent / "fresh"), case.lines))


def same_when_shuffled(case: Case, parent: Path) -> str | None:
    """A copy whose files were written in another order, so that the folder lists them in another order."""
    target = copy(case.ledger, parent / "shuffled", order=random.Random(7))
    return difference(case.printed, verify(target, case.lines))


def same_side_by_side(case: Case, parent: Path) -> str | None:
    """Two processes that build the cache of one ledger at the same time."""
    target = copy(case.ledger, parent / "shared")
    started = [start_verify(target) for _ in range(2)]
    printed = [process.communicate(case.lines)[0] for process in started]
    return difference(case.printed, printed[0]) or difference(case.printed, printed[1])


def same_after_kill(case: Case, parent: Path) -> str | None:
    """Killed (SIGKILL) at several moments of its first call, the ledger answers as if nothing had happened."""
    for share in KILLS:
        target = copy(case.ledger, parent / f"killed-{share}")
        kill_after(target, case.lines, share * case.seconds)
        complaint = difference(case.printed, verify(target, case.lines))
        if complaint:
            return f"killed after {share:.0%} of a first call: {complaint}"
    return None


CHECKS: dict[str, Callable[[Case, Path], str | None]] = {
    "two runs print the same bytes": same_again,
    "so does a ledger without a cache": same_without_cache,
    "so does a shuffled claims folder": same_when_shuffled,
    "so do two processes building one cache": same_side_by_side,
    "a ledger killed while it builds its index works": same_after_kill,
}


def copy(ledger: Path, target: Path, order: random.Random | None = None) -> Path:
    """A ledger's files without its cache, written in their own order or a shuffled one."""
    files = sorted(path for path in ledger.rglob("*") if path.is_file() and CACHE not in path.parts)
    if order:
        order.shuffle(files)
    for path in files:
        (target / path.relative_to(ledger)).parent.mkdir(parents=True, exist_ok=True)
        shutil.copyfile(path, target / path.relative_to(ledger))
    return target


def start_verify(ledger: Path) -> subprocess.Popen[bytes]:
    argv = [*command(), "verify", "--jsonl", "-", "--ledger", str(ledger)]
    return subprocess.Popen(argv, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL)


def kill_after(ledger: Path, lines: bytes, seconds: float) -> None:
    """Start a first call and kill it; one that was quicker has just ended."""
    process = start_verify(ledger)
    assert process.stdin is not None
    process.stdin.write(lines)
    process.stdin.close()
    sleep(seconds)
    process.kill()
    process.wait()
    if process.stdout is not None:
        process.stdout.close()


def difference(expected: bytes, found: bytes) -> str | None:
    """Where two outputs part, or None."""
    if expected == found:
        return None
    return first_difference(expected.splitlines(), found.splitlines())


def first_difference(expected: Sequence[bytes], found: Sequence[bytes]) -> str:
    for number, (one, other) in enumerate(zip(expected, found, strict=False), start=1):
        if one != other:
            return f"line {number} is {other[:120]!r}, not {one[:120]!r}"
    same = len(expected) == len(found)
    return "the line ends differ" if same else f"{len(found)} lines, not {len(expected)}"
