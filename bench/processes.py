"""Whole processes, timed, with the most memory each held."""

from __future__ import annotations

import subprocess
import sys
import tempfile
from collections.abc import Sequence
from dataclasses import dataclass

from bench.ledgers import CommandError

# What getrusage counts in: bytes on macOS, KiB on Linux.
KILOBYTE = 1 if sys.platform == "darwin" else 1024

# Started in between because a process is charged with the peak of the one that started it, which may be large.
LAUNCHER = """
import os, subprocess, sys, time
start = time.perf_counter()
process = subprocess.Popen(sys.argv[2:])
_, status, usage = os.wait4(process.pid, 0)
seconds = time.perf_counter() - start
with open(int(sys.argv[1]), "w") as figures:
    used = usage.ru_utime + usage.ru_stime
    print(seconds, os.waitstatus_to_exitcode(status), usage.ru_maxrss, used, file=figures)
"""


@dataclass(frozen=True, slots=True)
class Ran:
    """One process: seconds from start to end, the most bytes it held at once, and what it printed.

    cpu: the seconds of processor time that it and the processes it waited for used, whatever else the machine did.
    """

    seconds: float
    peak: int
    printed: bytes
    cpu: float = 0.0


def measure(argv: Sequence[str], given: bytes = b"", allowed: Sequence[int] = (0, 1)) -> Ran:
    """Run a process and wait for it. Raises CommandError for another exit status than those allowed.

    Input and output go through files, so that neither side ever waits for the other. Memory is the process's own:
    what it holds in processes it starts in turn is not counted.
    """
    with (
        tempfile.TemporaryFile() as source,
        tempfile.TemporaryFile() as out,
        tempfile.TemporaryFile() as err,
        tempfile.TemporaryFile() as figures,
    ):
        source.write(given)
        source.seek(0)
        launcher = [sys.executable, "-I", "-S", "-c", LAUNCHER, str(figures.fileno())]
        subprocess.run(
            [*launcher, *argv], stdin=source, stdout=out, stderr=err, pass_fds=[figures.fileno()], check=False
        )
        figures.seek(0)
        seconds, code, peak, used = figures.read().split() or (0, -1, 0, 0)
        if int(code) not in allowed:
            err.seek(0)
            said = err.read().decode(errors="replace").strip()[-1000:]
            raise CommandError(f"{' '.join(argv[:3])} exited {int(code)}: {said}")
        out.seek(0)
        return Ran(float(seconds), int(peak) * KILOBYTE, out.read(), float(used))


def median(values: Sequence[float]) -> float:
    """The middle value, or the mean of the two in the middle."""
    ordered = sorted(values)
    half = len(ordered) // 2
    return ordered[half] if len(ordered) % 2 else (ordered[half - 1] + ordered[half]) / 2
