"""A bar on the terminal while long work is done; gone when that is over."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from contextlib import AbstractContextManager, contextmanager
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from claimcheck.cache import Progress


def reading_bar() -> AbstractContextManager[Progress | None]:
    """The bar while a ledger is read for the first time."""
    return bar("reading the ledger")


@contextmanager
def bar(what: str) -> Iterator[Progress | None]:
    """What to tell of progress (done, all); None where standard error is no terminal. Nothing is shown until told."""
    if sys.stderr is None or not sys.stderr.isatty():
        yield None
        return
    from rich.console import Console
    from rich.progress import Progress as Bar

    shown = Bar(console=Console(stderr=True), transient=True)
    task = shown.add_task(what, total=None)

    def told(done: int, total: int) -> None:
        shown.start()
        shown.update(task, completed=done, total=total)

    try:
        yield told
    finally:
        shown.stop()
