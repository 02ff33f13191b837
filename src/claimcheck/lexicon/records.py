"""The lexicon file: sorted records behind an index, mapped into memory and never loaded whole.

Written by scripts/build_lexicon.py; the layout is described in scripts/lexbuild/pack.py.
"""

from __future__ import annotations

import mmap
import sys
from array import array
from bisect import bisect_left, bisect_right
from functools import cache
from pathlib import Path

from claimcheck.errors import ClaimcheckError

MAGIC = b"CCLEX01\n"
STEP = 64  # records from one key that is kept at hand to the next
FILE = Path(__file__).parent.parent / "data" / "lexicon.bin"


class Records:
    """A sorted sequence of keys, each with a body of bytes. Ids count records in key order."""

    __slots__ = ("_at_hand", "_data", "_offsets")

    def __init__(self, path: Path) -> None:
        """Raises ClaimcheckError when the file is missing or is no lexicon."""
        try:
            with path.open("rb") as file:
                self._data = mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ)
        except (OSError, ValueError) as error:
            raise ClaimcheckError(f"lexicon {path} cannot be read ({error}): reinstall claimcheck") from error
        start = len(MAGIC) + 4
        count = int.from_bytes(self._data[len(MAGIC) : start], "little")
        offsets = array("I")
        if self._data[: len(MAGIC)] != MAGIC or len(self._data) < start + 4 * (count + 1):
            raise ClaimcheckError(f"lexicon {path} is damaged or of another version: reinstall claimcheck")
        offsets.frombytes(self._data[start : start + 4 * (count + 1)])
        if sys.byteorder == "big":
            offsets.byteswap()
        self._offsets = offsets
        self._at_hand = [self[i] for i in range(0, count, STEP)]

    def __len__(self) -> int:
        return len(self._offsets) - 1

    def __getitem__(self, i: int) -> bytes:
        """The key of record i."""
        at = self._offsets[i] + 1
        return self._data[at : at + self._data[at - 1]]

    def find(self, key: bytes) -> bytes | None:
        """The body of a key, or None."""
        start = STEP * max(0, bisect_right(self._at_hand, key) - 1)
        i = bisect_left(self, key, start, min(start + STEP, len(self)))
        if i == len(self) or self[i] != key:
            return None
        at = self._offsets[i]
        return self._data[at + 1 + len(key) : self._offsets[i + 1]]

    def text(self, key: str) -> str | None:
        """The body of a key as text, or None."""
        body = self.find(key.encode())
        return None if body is None else body.decode()


@cache
def records() -> Records:
    """The shipped lexicon, opened once a process."""
    return Records(FILE)
