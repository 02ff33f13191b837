"""What can be wrong with a folder of things that can be made again."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager

_FOLDER_AT_FAULT = frozenset(
    {
        sqlite3.SQLITE_BUSY,
        sqlite3.SQLITE_LOCKED,
        sqlite3.SQLITE_FULL,
        sqlite3.SQLITE_READONLY,
        sqlite3.SQLITE_CANTOPEN,
        sqlite3.SQLITE_IOERR,
        sqlite3.SQLITE_PERM,
    }
)


class DamagedError(Exception):
    """What is kept cannot be used: make it again. Never leaves the package."""


class UnwritableError(Exception):
    """The folder cannot be written to: work somewhere else. Never leaves the package."""


@contextmanager
def sqlite_errors() -> Iterator[None]:
    """Tell a damaged file from a folder that cannot be written to."""
    try:
        yield
    except sqlite3.Error as error:
        code = getattr(error, "sqlite_errorcode", 0) & 0xFF  # the primary code of an extended one
        if code in _FOLDER_AT_FAULT:
            raise UnwritableError(str(error)) from error
        raise DamagedError(str(error)) from error
