"""Rows set aside in a file without a name, so that memory does not grow with their number."""

from __future__ import annotations

import pickle
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from operator import eq
from tempfile import SpooledTemporaryFile
from typing import Final, TypeVar, cast, overload
from weakref import finalize

from claimcheck.errors import ClaimcheckError

ROOM: Final = 2**18  # bytes held in memory before a file is opened
Row = TypeVar("Row")


class Spilled(Sequence[Row]):
    """Rows in the order they were added. Those added together are kept, and read again, together.

    Raises ClaimcheckError where they can be written nowhere.
    """

    def __init__(self) -> None:
        self._file = SpooledTemporaryFile[bytes](ROOM)
        finalize(self, self._file.close)  # with the last reference to the rows
        self._starts: list[int] = []  # in bytes, of the rows added together
        self._firsts: list[int] = []  # the numbers of their first rows
        self._end = self._count = 0

    def extend(self, rows: Iterable[Row]) -> None:
        """Add rows that belong together."""
        batch = tuple(rows)
        if not batch:
            return
        data = pickle.dumps(batch, pickle.HIGHEST_PROTOCOL)
        try:
            self._file.seek(self._end)
            self._file.write(data)
        except OSError as error:
            said = f"the folder for temporary files cannot be written to ({error.strerror or error})"
            raise ClaimcheckError(f"{said}: make room there, or name another in TMPDIR") from error
        self._starts.append(self._end)
        self._firsts.append(self._count)
        self._end += len(data)
        self._count += len(batch)

    def __len__(self) -> int:
        return self._count

    def __iter__(self) -> Iterator[Row]:
        for number in range(len(self._starts)):
            yield from self._batch(number)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Sequence) and len(self) == len(other) and all(map(eq, self, other))

    __hash__ = None  # type: ignore[assignment]  # more rows may be added

    @overload
    def __getitem__(self, at: int) -> Row: ...

    @overload
    def __getitem__(self, at: slice) -> Sequence[Row]: ...

    def __getitem__(self, at: int | slice) -> Row | Sequence[Row]:
        if isinstance(at, slice):
            return tuple(self)[at]
        place = at + self._count if at < 0 else at
        if not 0 <= place < self._count:
            raise IndexError(at)
        number = bisect_right(self._firsts, place) - 1
        return self._batch(number)[place - self._firsts[number]]

    def _batch(self, number: int) -> tuple[Row, ...]:
        self._file.seek(self._starts[number])
        return cast("tuple[Row, ...]", pickle.load(self._file))
