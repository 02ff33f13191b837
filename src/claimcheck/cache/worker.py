"""`python -m claimcheck.cache.worker`: read the tasks that the process which started this one sends, and answer.

A message is its length (8 bytes, little-endian) and a pickle; both ends of the pipes are ours. Ends when the pipe does.
"""

from __future__ import annotations

import pickle
import sys
from typing import IO, cast

from claimcheck.cache.analyse import analyse
from claimcheck.cache.parts import Task
from claimcheck.errors import ClaimcheckError

_LENGTH = 8


def send(pipe: IO[bytes], message: object) -> None:
    """Write one message. Raises OSError where the other end is gone."""
    data = pickle.dumps(message, pickle.HIGHEST_PROTOCOL)
    pipe.write(len(data).to_bytes(_LENGTH, "little") + data)
    pipe.flush()


def receive(pipe: IO[bytes]) -> object:
    """Read one message. Raises EOFError where the other end is gone."""
    head = pipe.read(_LENGTH)
    data = pipe.read(int.from_bytes(head, "little")) if len(head) == _LENGTH else b""
    if not data:
        raise EOFError("the other end is gone")
    message: object = pickle.loads(data)
    return message


def main() -> None:
    given, answers = sys.stdin.buffer, sys.stdout.buffer
    while True:
        try:
            tasks = cast("list[Task]", receive(given))
        except EOFError:
            return
        try:
            done: object = list(analyse(tasks))
        except ClaimcheckError as error:
            done = error
        send(answers, done)


if __name__ == "__main__":
    main()
