"""Much to read, read by several processes.

Started as plain programs rather than by multiprocessing: that would run the caller's own main module again, and a
script without a guard around its main part would start itself over and over.
"""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Callable, Iterable, Iterator, Sequence
from concurrent.futures import FIRST_COMPLETED, Future, ThreadPoolExecutor, wait
from contextlib import ExitStack
from pathlib import Path
from typing import cast

from claimcheck.cache.analyse import Analysed, analyse
from claimcheck.cache.parts import Task
from claimcheck.cache.worker import receive, send
from claimcheck.errors import ClaimcheckError

Progress = Callable[[int, int], None]
WORTHWHILE = (
    250_000  # code points, about 2,000 sentences: below, starting processes takes longer than it saves
)
BATCH = 12_000  # code points sent to a worker at once, about a hundred sentences


def analyse_all(
    tasks: Sequence[Task], progress: Progress | None = None, workers: int | None = None
) -> Iterator[list[Analysed]]:
    """Read the tasks and give them batch by batch, in any order; a batch is worth keeping at once.

    `progress` is told (parts done, all parts). workers: how many processes; as many as there are processors if None,
    and for little work none. Raises ModelError without a language model.
    """
    batches = list(_batches(tasks))
    count = min(_processors() if workers is None else workers, len(batches))
    if workers is None and sum(map(_size, tasks)) < WORTHWHILE:
        count = 0
    tell = _Tell(sum(len(task.parts) for task in tasks), progress)
    if count < 2:
        for batch in batches:
            yield list(analyse(batch, tell))
    else:
        yield from _parallel(batches, count, tell)


class _Tell:
    """Adds up what is done, and says so."""

    def __init__(self, total: int, progress: Progress | None) -> None:
        self.done, self.total, self.progress = 0, total, progress

    def __call__(self, more: int) -> None:
        self.done += more
        if self.progress:
            self.progress(self.done, self.total)


def _processors() -> int:
    if hasattr(os, "sched_getaffinity"):
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1


def _size(task: Task) -> int:
    return sum(len(part.text) for part in task.parts)


def _batches(tasks: Iterable[Task]) -> Iterator[list[Task]]:
    batch: list[Task] = []
    size = 0
    for task in tasks:
        batch.append(task)
        size += _size(task)
        if size >= BATCH:
            yield batch
            batch, size = [], 0
    if batch:
        yield batch


class _Worker:
    """A process that reads; it ends when its pipes are closed, so also when this process is killed."""

    def __init__(self) -> None:
        package = str(Path(__file__).parents[2])
        path = os.pathsep.join(filter(None, (package, os.environ.get("PYTHONPATH"))))
        self.process = subprocess.Popen(
            [sys.executable, "-m", "claimcheck.cache.worker"],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            env={**os.environ, "PYTHONPATH": path},
        )

    def read(self, batch: list[Task]) -> list[Analysed]:
        """The batch, read by the process; by this one where that has died."""
        assert self.process.stdin is not None
        assert self.process.stdout is not None
        try:
            send(self.process.stdin, batch)
            done = receive(self.process.stdout)
        except (OSError, EOFError):
            return list(analyse(batch))
        if isinstance(done, ClaimcheckError):
            raise done
        return cast("list[Analysed]", done)

    def close(self) -> None:
        self.process.kill()
        self.process.communicate()


def _parallel(batches: list[list[Task]], count: int, tell: _Tell) -> Iterator[list[Analysed]]:
    """Each of `count` threads speaks with one worker; no more is read ahead than they can take."""
    with ExitStack() as stack:
        idle = [_Worker() for _ in range(count)]
        for worker in idle:
            stack.callback(worker.close)
        pool = stack.enter_context(ThreadPoolExecutor(count))
        running: dict[Future[list[Analysed]], tuple[_Worker, int]] = {}
        todo = iter(batches)
        while True:
            while idle and (batch := next(todo, None)) is not None:
                worker = idle.pop()
                parts = sum(len(task.parts) for task in batch)
                running[pool.submit(worker.read, batch)] = (worker, parts)
            if not running:
                return
            for future in wait(running, return_when=FIRST_COMPLETED).done:
                worker, parts = running.pop(future)
                idle.append(worker)
                tell(parts)
                yield future.result()
