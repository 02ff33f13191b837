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
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import ExitStack, contextmanager
from pathlib import Path
from queue import SimpleQueue
from threading import Lock, Thread
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


@contextmanager
def started(module: str, count: int) -> Iterator[Sequence[Process]]:
    """`count` processes that run `module`, which calls `serve`; they are ended on the way out."""
    with ExitStack() as stack:
        processes = [Process(module) for _ in range(count)]
        for process in processes:
            stack.callback(process.close)
        yield processes


def answers(
    questions: Iterable[A], others: Iterable[Process], alone: Callable[[A], B], setting: object = None
) -> Iterator[tuple[int, B]]:
    """The answer to each question with its number, in any order, from this process and others.

    `setting` is the first thing each of the others is told. `alone` answers in this process, also what one that died
    left unanswered. No more questions are read than there are processes at work. Raises the ClaimcheckError that a
    process answers with.
    """
    shared = _Shared[A, B](questions, setting)
    for process in others:
        shared.give_to(process)
    while True:
        alone_now = not shared.at_work  # so that nobody will give a question back
        each = shared.next()
        yield from shared.told(wait=each is None)
        if each is not None:
            yield each[0], alone(each[1])
        elif alone_now:
            return


class _Shared(Generic[A, B]):
    """Questions for several processes. A thread speaks with each other one; they share the questions out."""

    def __init__(self, questions: Iterable[A], setting: object) -> None:
        self._setting = setting
        self._questions = enumerate(questions)
        self._one_at_a_time = Lock()
        self._back: SimpleQueue[tuple[int, A]] = SimpleQueue()  # from processes that died
        self._told: SimpleQueue[tuple[int, B] | BaseException | None] = SimpleQueue()
        self.at_work = 0

    def next(self) -> tuple[int, A] | None:
        """A question with its number; None where there are no more."""
        with self._one_at_a_time:
            return next(self._questions, None) if self._back.empty() else self._back.get()

    def told(self, *, wait: bool) -> Iterator[tuple[int, B]]:
        """What the other processes have answered since; `wait` for one of them if none has yet."""
        while not self._told.empty() or (wait and self.at_work):
            found, wait = self._told.get(), False
            if isinstance(found, BaseException):
                raise found
            if found is None:
                self.at_work -= 1
            else:
                yield found

    def give_to(self, process: Process) -> None:
        """Let another process take its part."""
        self.at_work += 1
        Thread(target=self._speak_with, args=(process,), daemon=True).start()

    def _speak_with(self, process: Process) -> None:
        each = None
        try:
            if self._setting is not None:
                process.ask(self._setting)
            while (each := self.next()) is not None:
                self._told.put((each[0], cast("B", process.ask(each[1]))))
        except (OSError, EOFError):  # it has died
            if each is not None:
                self._back.put(each)
        except BaseException as error:  # noqa: BLE001  # raised again where the answers are taken
            self._told.put(error)
        self._told.put(None)


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


class Process:
    """A process that answers; it ends when its pipes are closed, so also when this process is killed."""

    def __init__(self, module: str) -> None:
        package = str(Path(__file__).parents[1])
        path = os.pathsep.join(filter(None, (package, os.environ.get("PYTHONPATH"))))
        self.process = subprocess.Popen(
            [sys.executable, "-m", module],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            env={**os.environ, "PYTHONPATH": path},
        )

    def ask(self, question: object) -> object:
        """The answer. Raises OSError or EOFError where the process has died, or the ClaimcheckError it answers with."""
        assert self.process.stdin is not None
        assert self.process.stdout is not None
        _send(self.process.stdin, question)
        done = _receive(self.process.stdout)
        if isinstance(done, ClaimcheckError):
            raise done
        return done

    def close(self) -> None:
        self.process.kill()
        self.process.communicate()


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
