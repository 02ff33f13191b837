"""How often the garbage collector looks: it would walk the language model again and again, and finds little."""

from __future__ import annotations

import gc
from collections.abc import Iterator
from contextlib import contextmanager

COLLECTED = (2_000_000, 50, 100)  # new objects, and collections of the younger ones, before it looks


@contextmanager
def collecting_seldom() -> Iterator[None]:
    """Let the garbage collector look less often meanwhile."""
    before = gc.get_threshold()
    gc.set_threshold(*COLLECTED)
    try:
        yield
    finally:
        gc.set_threshold(*before)
