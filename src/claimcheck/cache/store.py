"""The readings of documents and claims, in one SQLite file, and which ledger was seen last.

Each sentence is a row of its own, read when a statement comes near it. The journal is SQLite's ordinary one: it is
safe on shared folders and when killed, and a reader needs no write access.
"""

from __future__ import annotations

import json
import sqlite3
import time
from collections.abc import Iterable, Sequence
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

from claimcheck.cache.analyse import Analysed, Facts, PlaceMap
from claimcheck.cache.damage import DamagedError, sqlite_errors
from claimcheck.cache.sealed import checked, stamp, unseal
from claimcheck.cache.terms import Terms
from claimcheck.dimensions.name import Name
from claimcheck.reading import Reading

LAYOUT = 1  # of the file
WAIT = 60.0  # seconds for another process's write
HOUR, WEEK = 3600, 7 * 24 * 3600
_SCHEMA = """
CREATE TABLE documents (key TEXT PRIMARY KEY, first INTEGER, count INTEGER, version TEXT, used INTEGER, about BLOB)
WITHOUT ROWID;
CREATE TABLE sentences (id INTEGER PRIMARY KEY, facts BLOB, said BLOB);
CREATE TABLE ledgers (key TEXT PRIMARY KEY, generation TEXT, used INTEGER) WITHOUT ROWID;
"""


@dataclass(frozen=True, slots=True)
class Kept:
    """A sentence as kept: its reading, and the map from offsets of the document's prose to the source."""

    reading: Reading
    pieces: PlaceMap


class Analyses:
    """The file, open. Methods raise DamagedError or UnwritableError."""

    def __init__(self, path: Path, *, writable: bool = True) -> None:
        self.path = path
        self._first: dict[str, tuple[int, int]] = {}
        with sqlite_errors():
            mode = "rwc" if writable else "ro"
            uri = path.absolute().as_uri() + f"?mode={mode}"
            self._db = sqlite3.connect(
                uri, uri=True, timeout=WAIT, isolation_level=None, check_same_thread=False
            )
            try:
                self._prepare(writable)
            except BaseException:
                self._db.close()
                raise

    def _prepare(self, writable: bool) -> None:
        layout = self._db.execute("PRAGMA user_version").fetchone()[0]
        if layout == 0 and writable:
            self._db.execute("PRAGMA synchronous = NORMAL")
            self._db.execute("BEGIN IMMEDIATE")
            layout = self._db.execute("PRAGMA user_version").fetchone()[0]
            if layout == 0:
                for statement in filter(str.strip, _SCHEMA.split(";")):
                    self._db.execute(statement)
                self._db.execute(f"PRAGMA user_version = {LAYOUT}")
                layout = LAYOUT
            self._db.execute("COMMIT")
        if layout != LAYOUT:
            raise DamagedError(f"{self.path} has another layout")
        self._db.execute("PRAGMA synchronous = NORMAL")

    def close(self) -> None:
        """Close the file."""
        self._db.close()

    def missing(self, keys: Iterable[str]) -> set[str]:
        """The keys of what is not kept."""
        with sqlite_errors():
            return {key for key in keys if self._row(key) is None}

    def put(self, analysed: Sequence[Analysed], version: str) -> None:
        """Keep what was read; all of it or, when killed, none. What is kept already stays as it is."""
        now = int(time.time())
        with sqlite_errors():
            self._db.execute("BEGIN IMMEDIATE")
            try:
                for done in analysed:
                    self._insert(done, version, now)
                self._db.execute("COMMIT")
            except BaseException:
                with suppress(sqlite3.Error):
                    self._db.execute("ROLLBACK")
                raise

    def _insert(self, done: Analysed, version: str, now: int) -> None:
        if self._db.execute("SELECT 1 FROM documents WHERE key = ?", (done.key,)).fetchone():
            return
        last = self._db.execute("SELECT max(id) FROM sentences").fetchone()[0]
        first = 1 if last is None else last + 1
        rows = (
            (first + k, _facts(row), said)
            for k, (row, said) in enumerate(zip(done.sentences, done.sealed, strict=True))
        )
        self._db.executemany("INSERT INTO sentences VALUES (?, ?, ?)", rows)
        row = (done.key, first, len(done.sentences), version, now, done.about)
        self._db.execute("INSERT INTO documents VALUES (?, ?, ?, ?, ?, ?)", row)

    def outline(self, key: str) -> tuple[Facts, ...]:
        """The sentences of a document, in order of the text, without their readings."""
        first, count = self._place(key)
        with sqlite_errors():
            rows = self._db.execute(
                "SELECT facts FROM sentences WHERE id BETWEEN ? AND ? ORDER BY id", (first, first + count - 1)
            ).fetchall()
        if len(rows) != count:
            raise DamagedError(f"sentences of {key} are gone")
        return tuple(_sentence(facts) for (facts,) in rows)

    def read(self, key: str, numbers: Sequence[int]) -> list[Kept]:
        """Facts of a document by their numbers, each with its reading."""
        first, count = self._place(key)
        if not all(0 <= n < count for n in numbers):
            raise DamagedError(f"{key} has no such sentence")
        marks = ",".join("?" * len(numbers))
        with sqlite_errors():
            found = dict(
                self._db.execute(
                    f"SELECT id, said FROM sentences WHERE id IN ({marks})", [first + n for n in numbers]
                ).fetchall()
            )
        return [_kept(found.get(first + n, b"")) for n in numbers]

    def about(self, key: str) -> tuple[Name, ...]:
        """The names that a document as a whole is about."""
        with sqlite_errors():
            row = self._db.execute("SELECT about FROM documents WHERE key = ?", (key,)).fetchone()
        found = unseal(row[0]) if row else None
        if not isinstance(found, tuple) or not all(isinstance(name, Name) for name in found):
            raise DamagedError(f"what {key} is about is gone")
        return found

    def _place(self, key: str) -> tuple[int, int]:
        if key not in self._first:
            with sqlite_errors():
                row = self._row(key)
            if row is None:
                raise DamagedError(f"{key} is gone")
            self._first[key] = row
        return self._first[key]

    def _row(self, key: str) -> tuple[int, int] | None:
        row: tuple[int, int] | None = self._db.execute(
            "SELECT first, count FROM documents WHERE key = ?", (key,)
        ).fetchone()
        return row

    def generation(self, ledger: str) -> str | None:
        """The name of the generation that holds a ledger of that key, if one was noted."""
        with sqlite_errors():
            row = self._db.execute("SELECT generation FROM ledgers WHERE key = ?", (ledger,)).fetchone()
        return str(row[0]) if row else None

    def note(self, ledger: str, generation: str) -> None:
        """Note which generation holds the ledger of that key."""
        with sqlite_errors():
            self._db.execute(
                "INSERT OR REPLACE INTO ledgers VALUES (?, ?, ?)", (ledger, generation, int(time.time()))
            )

    def used(self, keys: Iterable[str], version: str) -> None:
        """Mark documents as in use, and let go of what was not for a week, or an hour where other code made it."""
        now = int(time.time())
        with sqlite_errors():
            self._db.execute("BEGIN IMMEDIATE")
            self._db.executemany("UPDATE documents SET used = ? WHERE key = ?", [(now, key) for key in keys])
            old = self._db.execute(
                "SELECT key, first, count FROM documents WHERE used < ? OR (version != ? AND used < ?)",
                (now - WEEK, version, now - HOUR),
            ).fetchall()
            for key, first, count in old:
                self._db.execute("DELETE FROM sentences WHERE id BETWEEN ? AND ?", (first, first + count - 1))
                self._db.execute("DELETE FROM documents WHERE key = ?", (key,))
            self._db.execute("DELETE FROM ledgers WHERE used < ?", (now - WEEK,))
            self._db.execute("COMMIT")


def _kept(said: bytes) -> Kept:
    value = unseal(said)
    if not (isinstance(value, tuple) and len(value) == 2 and isinstance(value[0], Reading)):
        raise DamagedError("a kept sentence is no reading")
    return Kept(*value)


def _facts(row: Facts) -> bytes:
    t = row.terms
    place = (row.kind, row.part, row.start, row.end, row.around)
    values = (place, row.text, (t.words, t.names, t.implied), (row.headings, row.lead, row.level))
    return stamp(json.dumps(values, ensure_ascii=False, separators=(",", ":")).encode())


def _sentence(facts: bytes) -> Facts:
    try:
        place, text, (words, names, implied), (headings, lead, level) = json.loads(checked(facts))
        kind, part, start, end, (first, last) = place
        found = Terms(tuple((w, p) for w, p in words), tuple(names), tuple(implied))
        return Facts(kind, part, start, end, (first, last), text, found, tuple(headings), lead, level)
    except (ValueError, TypeError, LookupError) as error:
        raise DamagedError(f"a kept sentence cannot be read: {error}") from error
