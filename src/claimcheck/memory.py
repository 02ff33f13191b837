"""How often the garbage collector looks: it would walk the language model again and again, and finds little."""

from __future__ import annotations

import gc

COLLECTED = (2_000_000, 50, 100)  # new objects, and collections of the younger ones, before it looks


def collect_seldom() -> None:
    """Let the garbage collector look less often, for as long as the process lives: going back would make it look."""
    gc.set_threshold(*COLLECTED)
