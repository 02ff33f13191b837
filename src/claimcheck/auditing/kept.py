"""What audits have worked out, kept in one SQLite file by a digest of all that it hangs on. Safe to delete.

A value is JSON behind its checksum. What cannot be read is worked out again; a folder that cannot be written to keeps
nothing beyond this process.
"""

from __future__ import annotations

import json
import sqlite3
import time
from contextlib import suppress
from hashlib import sha256
from pathlib import Path
from typing import Any

from claimcheck.cache.damage import DamagedError
from claimcheck.cache.sealed import checked, stamp
from claimcheck.disk import make_cache_folder
from claimcheck.errors import LedgerError

FILE = "audit.db"
LAYOUT = 1
WAIT = 60.0  # seconds for another process's write
DAY = 24 * 3600
WEEKS = 14 * DAY  # what nobody has asked for so long goes
_SCHEMA = "CREATE TABLE kept (key TEXT PRIMARY KEY, value BLOB, used INTEGER) WITHOUT ROWID"


class Kept:
    """A table of results; a context manager that writes what is new when it closes."""

    def __init__(self, root: Path) -> None:
        self._db = _opened(root)
        self._new: dict[str, bytes] = {}
        self._touched: list[str] = []
        self._now = int(time.time())

    def __enter__(self) -> Kept:
        return self

    def __exit__(self, *problem: object) -> None:
        self.save()
        self._db.close()

    def get(self, key: str) -> Any | None:  # noqa: ANN401 - whatever JSON holds
        """The result of a key; None where it is not known."""
        found = self._new.get(key)
        if found is None:
            with suppress(sqlite3.Error):
                row = self._db.execute("SELECT value, used FROM kept WHERE key = ?", (key,)).fetchone()
                if row is None:
                    return None
                found = row[0]
                if row[1] < self._now - DAY:
                    self._touched.append(key)
        with suppress(DamagedError, ValueError):
            return json.loads(checked(found or b""))
        return None

    def put(self, key: str, value: object) -> None:
        """Keep a result: anything that JSON holds, but not null."""
        said = json.dumps(value, ensure_ascii=True, separators=(",", ":"))
        self._new[key] = stamp(said.encode())

    def save(self) -> None:
        """Write what is new; nothing where the file cannot be written to."""
        with suppress(sqlite3.Error):
            self._db.execute("BEGIN IMMEDIATE")
            rows = ((key, value, self._now) for key, value in self._new.items())
            self._db.executemany("INSERT OR REPLACE INTO kept VALUES (?, ?, ?)", rows)
            used = [(self._now, key) for key in self._touched]
            self._db.executemany("UPDATE kept SET used = ? WHERE key = ?", used)
            self._db.execute("DELETE FROM kept WHERE used < ?", (self._now - WEEKS,))
            self._db.execute("COMMIT")
            self._new.clear()
            self._touched.clear()


def digest(*content: object) -> str:
    """A key: what is told apart by its `repr` is told apart."""
    return sha256(repr(content).encode(errors="surrogatepass")).hexdigest()[:40]


def _opened(root: Path) -> sqlite3.Connection:
    with suppress(LedgerError, OSError):
        path = make_cache_folder(root) / FILE
        if not path.is_symlink() and not path.parent.is_symlink():
            for _ in range(2):
                with suppress(sqlite3.Error):
                    return _prepared(path)
                path.unlink(missing_ok=True)
    return _made(sqlite3.connect(":memory:", isolation_level=None))


def _prepared(path: Path) -> sqlite3.Connection:
    """The file, open; made anew where it is of another layout. sqlite3.Error where it is damaged."""
    db = sqlite3.connect(path, timeout=WAIT, isolation_level=None)
    try:
        db.execute("PRAGMA synchronous = NORMAL")
        layout = db.execute("PRAGMA user_version").fetchone()[0]
        if layout == 0:
            return _made(db)
        if layout != LAYOUT:
            raise sqlite3.DatabaseError("another layout")
        db.execute("SELECT key FROM kept LIMIT 1").fetchone()
    except BaseException:
        db.close()
        raise
    return db


def _made(db: sqlite3.Connection) -> sqlite3.Connection:
    db.execute("BEGIN IMMEDIATE")
    if db.execute("PRAGMA user_version").fetchone()[0] == 0:
        db.execute(_SCHEMA)
        db.execute(f"PRAGMA user_version = {LAYOUT}")
    db.execute("COMMIT")
    return db
