"""A bar on the terminal while a ledger is read for the first time; gone when that is done."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from claimcheck.cache import Progress


@contextmanager
def reading_bar() -> Iterator[Progress | None]:
    """What to tell of progress (done, all); None where standard error is no terminal. Nothing is shown until told."""
    if sys.stderr is None or not sys.stderr.isatty():
        yield None
        return
    from rich.console import Console
    from rich.progress import Progress as Bar

    bar = Bar(console=Console(stderr=True), transient=True)
    task = bar.add_task("reading the ledger", total=None)

    def told(done: int, total: int) -> None:
        bar.start()
        bar.update(task, completed=done, total=total)

    try:
        yield told
    finally:
        bar.stop()
