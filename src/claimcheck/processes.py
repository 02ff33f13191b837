"""Work shared out among processes that answer messages one by one.

Started as plain programs rather than by multiprocessing: that would run the caller's own main module again, and a
script without a guard around its main part would start itself over and over. A message is its length (8 bytes,
little-endian) and a pickle; both ends of the pipes are ours.
"""

from __future__ import annotations

import os
import pickle
import subprocess
import sys
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import FIRST_COMPLETED, Future, ThreadPoolExecutor, wait
from contextlib import ExitStack
from pathlib import Path
from typing import IO, Generic, TypeVar, cast

from claimcheck.errors import ClaimcheckError
from claimcheck.memory import collect_seldom

A = TypeVar("A")  # what is asked
B = TypeVar("B")  # what is answered
_LENGTH = 8


def processors() -> int:
    """How many processors this process may use."""
    if hasattr(os, "sched_getaffinity"):
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1


def answers(
    module: str, questions: Iterable[A], count: int, alone: Callable[[A], B], setting: object = None
) -> Iterator[tuple[int, B]]:
    """The answer to each question with its number, in any order, from `count` processes that run `module`.

    `module` calls `serve`; `setting` is the first thing each process is told. `alone` answers in this process what one
    that died left unanswered. Each thread speaks with one process, and no more is read ahead than they can take.
    Raises the ClaimcheckError that a process answers with.
    """
    with ExitStack() as stack:
        idle: list[_Process[A, B]] = [_Process(module, setting, alone) for _ in range(count)]
        for process in idle:
            stack.callback(process.close)
        pool = stack.enter_context(ThreadPoolExecutor(count))
        running: dict[Future[B], tuple[_Process[A, B], int]] = {}
        told: list[tuple[int, B]] = []
        todo = enumerate(questions)
        while True:
            while idle and (each := next(todo, None)) is not None:
                process = idle.pop()
                running[pool.submit(process.ask, each[1])] = (process, each[0])
            # Given only now that all are at work again: what is done with an answer takes its time.
            yield from told
            if not running:
                return
            ready = [
                (future, *running.pop(future)) for future in wait(running, return_when=FIRST_COMPLETED).done
            ]
            idle += [process for _, process, _ in ready]
            told = [(number, future.result()) for future, _, number in ready]


def serve(answer: Callable[[object], object]) -> None:
    """Answer what the process that started this one asks, until its pipe ends."""
    collect_seldom()
    given, told = sys.stdin.buffer, sys.stdout.buffer
    while True:
        try:
            question = _receive(given)
        except EOFError:
            return
        try:
            done = answer(question)
        except ClaimcheckError as error:
            done = error
        _send(told, done)


class _Process(Generic[A, B]):
    """A process that answers; it ends when its pipes are closed, so also when this process is killed."""

    def __init__(self, module: str, setting: object, alone: Callable[[A], B]) -> None:
        self.alone = alone
        package = str(Path(__file__).parents[1])
        path = os.pathsep.join(filter(None, (package, os.environ.get("PYTHONPATH"))))
        self.process = subprocess.Popen(
            [sys.executable, "-m", module],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            env={**os.environ, "PYTHONPATH": path},
        )
        self.told = setting is None
        self.setting = setting

    def ask(self, question: A) -> B:
        """The answer; from this process where the other has died."""
        assert self.process.stdin is not None
        assert self.process.stdout is not None
        try:
            if not self.told:
                self.told = True
                _send(self.process.stdin, self.setting)
                _raised(_receive(self.process.stdout))
            _send(self.process.stdin, question)
            done = _receive(self.process.stdout)
        except (OSError, EOFError):
            return self.alone(question)
        return cast("B", _raised(done))

    def close(self) -> None:
        self.process.kill()
        self.process.communicate()


def _raised(done: object) -> object:
    if isinstance(done, ClaimcheckError):
        raise done
    return done


def _send(pipe: IO[bytes], message: object) -> None:
    """Write one message. Raises OSError where the other end is gone."""
    data = pickle.dumps(message, pickle.HIGHEST_PROTOCOL)
    pipe.write(len(data).to_bytes(_LENGTH, "little") + data)
    pipe.flush()


def _receive(pipe: IO[bytes]) -> object:
    """Read one message. Raises EOFError where the other end is gone."""
    head = pipe.read(_LENGTH)
    data = pipe.read(int.from_bytes(head, "little")) if len(head) == _LENGTH else b""
    if not data:
        raise EOFError("the other end is gone")
    message: object = pickle.loads(data)
    return message
