"""Drafts judged, a few at a time, by one process or by several; the answers come in the order of the drafts."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import ExitStack
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path

from claimcheck.cache import Progress
from claimcheck.checking.arithmetic import arithmetic
from claimcheck.checking.copy import Copy, read_copy
from claimcheck.checking.fingerprint import at_home
from claimcheck.checking.given import Given
from claimcheck.checking.ignores import Ignores, read_ignores
from claimcheck.checking.judging import Judge
from claimcheck.checking.severity import Severities
from claimcheck.checking.slip import Slip
from claimcheck.checking.told import Told, told
from claimcheck.drafts import Draft, file_of, read_draft
from claimcheck.errors import DEBUG, ClaimcheckError, DraftError, internal
from claimcheck.policy import Policy
from claimcheck.processes import Process, answers
from claimcheck.report.checked import DraftFile, Statement
from claimcheck.report.places import UnreadFile

BATCH = 24_000  # bytes of copy read together: about 160 sentences
LAST = 4  # batches for each process towards the end, of a quarter of the size: so that all end together


@dataclass(frozen=True, slots=True)
class Setting:
    """All that judging a draft depends on, but the draft; sent to each process.

    root: the ledger's folder; rules: the names of all rules, so that a comment that ignores none of them is found out.
    """

    root: Path
    today: date
    policy: Policy
    severities: Severities
    rules: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class Judged:
    """A draft judged, or why it could not be read. `facts` are to be held against those of the other drafts."""

    file: DraftFile | UnreadFile
    statements: tuple[Statement, ...] = ()
    slips: tuple[Slip, ...] = ()
    facts: tuple[Told, ...] = ()
    ignores: Ignores = field(default_factory=Ignores)


class Room:
    """Where drafts are judged: the ledger's index, open."""

    def __init__(self, setting: Setting, progress: Progress | None = None) -> None:
        from claimcheck.retrieve import open_index
        from claimcheck.store import Ledger

        self.setting = setting
        self.stack = ExitStack()
        ledger = Ledger.open(setting.root)
        self.aliases = dict(ledger.aliases)
        index = self.stack.enter_context(open_index(ledger, setting.policy, progress=progress))
        self.judge = Judge(ledger, index, setting.policy, setting.severities)

    def __call__(self, batch: list[Given]) -> list[Judged]:
        """The drafts of a batch judged, in order. What is wrong with one is its own."""
        try:
            return self._judged(batch)
        except ClaimcheckError:
            raise
        except Exception as error:  # one of the drafts: which, shows when each is judged by itself
            if os.environ.get(DEBUG):
                raise
            if len(batch) == 1:
                return [Judged(UnreadFile(batch[0].name, f"{batch[0].name}: {internal(error)}"))]
            return [found for given in batch for found in self([given])]

    def _judged(self, batch: list[Given]) -> list[Judged]:
        drafts = [_read(given) for given in batch]
        good = [(d, d.day or self.setting.today) for d in drafts if isinstance(d, Draft)]
        copies = iter(read_copy(good, self.aliases, self.setting.policy))
        return [
            Judged(draft) if isinstance(draft, UnreadFile) else self._of(next(copies)) for draft in drafts
        ]

    def _of(self, copy: Copy) -> Judged:
        given, name = self.setting, copy.draft.name
        ignores = read_ignores(copy.draft, given.today, given.rules, at_home(name, given.root))
        slips = tuple(arithmetic(copy.prose, copy.draft))
        statements = tuple(self.judge.statements(copy))
        return Judged(file_of(copy.draft, copy.today), statements, slips, tuple(told(copy)), ignores)

    def close(self) -> None:
        self.stack.close()


def judged(
    drafts: Sequence[Given], setting: Setting, room: Room, others: Sequence[Process] = ()
) -> Iterator[Judged]:
    """Each draft judged, in order, by this process in `room` and by the others."""
    size, count = sum(len(given.data) for given in drafts), 1 + len(others)

    def least(done: int) -> int:
        return BATCH if not others or size - done > LAST * count * BATCH // 4 else BATCH // 4

    waiting: dict[int, list[Judged]] = {}
    turn = 0
    for number, done in answers(_batches(drafts, least), others, room, setting):
        waiting[number] = done
        while turn in waiting:
            yield from waiting.pop(turn)
            turn += 1


def _batches(drafts: Iterable[Given], least: Callable[[int], int]) -> Iterator[list[Given]]:
    """Drafts to be judged together; `least` says how many bytes of them, after how many that are done."""
    batch: list[Given] = []
    size = done = 0
    for given in drafts:
        batch.append(given)
        size += len(given.data)
        if size >= least(done):
            yield batch
            done += size
            batch, size = [], 0
    if batch:
        yield batch


def _read(given: Given) -> Draft | UnreadFile:
    if given.error:
        return UnreadFile(given.name, given.error)
    try:
        return read_draft(given.data, given.name, given.suffix)
    except DraftError as error:
        return UnreadFile(given.name, str(error))
