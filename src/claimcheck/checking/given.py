"""The drafts given to a check, and the processes that share it: known before anything heavy is loaded."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass

from claimcheck.processes import Process, processors, started

WORTHWHILE = 150_000  # bytes; below, starting processes takes longer than it saves


@dataclass(frozen=True, slots=True)
class Given:
    """A draft to check: what reports call it, its bytes, and the suffix that says its format if the name does not.

    `error` says in one sentence why there are no bytes.
    """

    name: str
    data: bytes
    suffix: str | None = None
    error: str = ""


@contextmanager
def others(drafts: Sequence[Given], jobs: int | None) -> Iterator[Sequence[Process]]:
    """The processes that share the check with this one, started at once; `jobs` counts this one too.

    As many in all as there are processors if `jobs` is None, and for little work none but this one.
    """
    count = processors() if jobs is None else jobs
    little = jobs is None and sum(len(given.data) for given in drafts) < WORTHWHILE
    with started("claimcheck.checking.worker", 0 if little else count - 1) as found:
        yield found
