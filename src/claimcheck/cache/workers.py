"""Much to read, read by several processes."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence

from claimcheck.cache.analyse import Analysed, analyse
from claimcheck.cache.parts import Task
from claimcheck.processes import answers, processors, started

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
    count = min(processors() if workers is None else workers, len(batches))
    if workers is None and sum(map(_size, tasks)) < WORTHWHILE:
        count = 0
    tell = _Tell(sum(len(task.parts) for task in tasks), progress)
    if count < 2:
        for batch in batches:
            yield list(analyse(batch, tell))
    else:
        with started("claimcheck.cache.worker", count - 1) as others:
            for number, done in answers(batches, others, _alone):
                tell(sum(len(task.parts) for task in batches[number]))
                yield done


def _alone(batch: list[Task]) -> list[Analysed]:
    return list(analyse(batch))


class _Tell:
    """Adds up what is done, and says so."""

    def __init__(self, total: int, progress: Progress | None) -> None:
        self.done, self.total, self.progress = 0, total, progress

    def __call__(self, more: int) -> None:
        self.done += more
        if self.progress:
            self.progress(self.done, self.total)


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
