"""A ledger made ready to be searched: a folder that is written once, put in place whole, and never changed.

units.db holds the claims, the units and the related words by key, `words/` the tantivy index over the units' terms,
manifest.json the counts, the claims left out and the checksums of the index files. Every row of units.db carries its
own checksum.
"""

from __future__ import annotations

import json
import shutil
import sqlite3
import tempfile
import zlib
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from contextlib import closing, suppress
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

from claimcheck.cache.damage import DamagedError, UnwritableError, sqlite_errors
from claimcheck.cache.sealed import checked, seal, stamp, unseal
from claimcheck.claim import Claim
from claimcheck.retrieve.related import Word, related
from claimcheck.retrieve.units import Place, Quote, Unit

if TYPE_CHECKING:
    from tantivy import Index, Searcher

LAYOUT = 1
MANIFEST, UNITS, WORDS = "manifest.json", "units.db", "words"
TERMS, NAMES, SOURCE, NUMBER = "terms", "names", "source", "unit"  # fields of the index
DOCUMENTS_AT_HAND = 4_096
HEAP = 256_000_000  # bytes of the index writer: more than any ledger we know needs, so that it writes one segment
_SCHEMA = """
CREATE TABLE units (number INTEGER PRIMARY KEY, row BLOB);
CREATE TABLE documents (number INTEGER PRIMARY KEY, key TEXT UNIQUE);
CREATE TABLE claims (id TEXT PRIMARY KEY, row BLOB) WITHOUT ROWID;
CREATE TABLE related (word TEXT PRIMARY KEY, row BLOB) WITHOUT ROWID;
"""


@dataclass(frozen=True, slots=True)
class Shelf:
    """A unit as it is kept: its sentences, which are the claims' own, the claims, and the terms from names."""

    places: tuple[Place, ...]
    own: tuple[int, ...]
    claims: tuple[Quote, ...]
    names: tuple[str, ...]


def write(
    folder: Path,
    found: Iterable[Unit],
    claims: Sequence[Claim],
    digest: str,
    count: int,
    unplaced: Sequence[str],
) -> None:
    """Write a generation into an empty folder. Raises UnwritableError.

    unplaced: the ids of accepted claims that do not count, as a quotation of theirs has no place of its own.
    """
    try:
        with sqlite_errors(), closing(sqlite3.connect(folder / UNITS, isolation_level=None)) as db:
            for pragma in ("journal_mode = OFF", "synchronous = OFF"):
                db.execute(f"PRAGMA {pragma}")
            db.execute("BEGIN")
            for statement in filter(str.strip, _SCHEMA.split(";")):
                db.execute(statement)
            vocabulary = _write_units(db, folder / WORDS, found)
            db.executemany("INSERT INTO claims VALUES (?, ?)", ((claim.id, seal(claim)) for claim in claims))
            rows = ((f"{pos} {lemma}", _json(others)) for (lemma, pos), others in related(vocabulary))
            db.executemany("INSERT INTO related VALUES (?, ?)", rows)
            db.execute("COMMIT")
        files = {path.name: _checksum(path) for path in _index_files(folder / WORDS)}
        manifest = {
            "layout": LAYOUT,
            "digest": digest,
            "count": count,
            "unplaced": list(unplaced),
            "files": files,
        }
        (folder / MANIFEST).write_text(
            json.dumps(manifest, indent=1, sort_keys=True) + "\n", encoding="utf-8"
        )
    except OSError as error:
        raise UnwritableError(str(error)) from error


def _write_units(db: sqlite3.Connection, words: Path, found: Iterable[Unit]) -> Counter[Word]:
    """The units into both; gives in how many each word stands."""
    import tantivy

    words.mkdir()
    build = tantivy.SchemaBuilder()
    for field in (TERMS, NAMES):
        build.add_text_field(field, tokenizer_name="whitespace", index_option="freq")
    build.add_text_field(SOURCE, tokenizer_name="raw", index_option="basic")
    build.add_unsigned_field(NUMBER, fast=True)
    index = tantivy.Index(build.build(), path=str(words))
    writer = index.writer(heap_size=HEAP, num_threads=1)
    numbers: dict[str, int] = {}
    vocabulary: Counter[Word] = Counter()
    for number, unit in enumerate(found):
        document = tantivy.Document()
        document.add_text(TERMS, " ".join(term for term, count in unit.terms for _ in range(count)))
        document.add_text(NAMES, " ".join(unit.names))
        for source in dict.fromkeys(quote.source for quote in unit.claims):
            document.add_text(SOURCE, source)
        document.add_unsigned(NUMBER, number)
        writer.add_document(document)
        db.execute("INSERT INTO units VALUES (?, ?)", (number, _unit_row(unit, numbers)))
        vocabulary.update(unit.words)
    writer.commit()
    writer.wait_merging_threads()
    db.executemany("INSERT INTO documents VALUES (?, ?)", ((n, key) for key, n in numbers.items()))
    for lock in words.glob("*.lock"):
        lock.unlink(missing_ok=True)
    return vocabulary


def _unit_row(unit: Unit, numbers: dict[str, int]) -> bytes:
    places = [(numbers.setdefault(key, len(numbers)), n) for key, n in unit.places]
    claims = [(q.claim, q.source, q.start, q.end, q.line, q.text) for q in unit.claims]
    return _json((places, unit.own, claims, unit.names))


def _json(value: object) -> bytes:
    return stamp(json.dumps(value, ensure_ascii=False, separators=(",", ":")).encode())


def _index_files(words: Path) -> Iterator[Path]:
    return (path for path in sorted(words.iterdir()) if path.suffix != ".lock")


def _checksum(path: Path) -> int:
    return zlib.crc32(path.read_bytes())


class Generation:
    """A generation, open. Raises DamagedError where it is not whole, also later, when a row is read."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        try:
            manifest = json.loads((folder / MANIFEST).read_bytes())
            if manifest["layout"] != LAYOUT:
                raise DamagedError(f"{folder} has another layout")
            self.digest = str(manifest["digest"])
            self.count = int(manifest["count"])
            self.unplaced = tuple(map(str, manifest["unplaced"]))
            files = dict(manifest["files"])
            if {path.name: _checksum(path) for path in _index_files(folder / WORDS)} != files:
                raise DamagedError(f"{folder / WORDS} is not as it was written")
        except (OSError, ValueError, TypeError, LookupError) as error:
            raise DamagedError(f"{folder}: {error}") from error
        self._copy: tempfile.TemporaryDirectory[str] | None = None
        self._keys = lru_cache(DOCUMENTS_AT_HAND)(self._key)
        self.index = self._opened()
        self.searcher: Searcher = self.index.searcher()
        with sqlite_errors():
            uri = (folder / UNITS).absolute().as_uri() + "?mode=ro&immutable=1"
            self._db = sqlite3.connect(uri, uri=True, isolation_level=None, check_same_thread=False)

    def _opened(self) -> Index:
        """The index; from a copy where its folder, in which tantivy takes a lock, cannot be written to."""
        import tantivy

        words = self.folder / WORDS
        try:
            index = tantivy.Index.open(str(words))
            index.config_reader("Manual", 0)
            return index
        except (OSError, ValueError) as error:
            if not words.is_dir():
                raise DamagedError(str(error)) from error
        self._copy = tempfile.TemporaryDirectory(prefix="claimcheck-", ignore_cleanup_errors=True)
        try:
            copied = Path(self._copy.name) / WORDS
            shutil.copytree(words, copied)
            index = tantivy.Index.open(str(copied))
            index.config_reader("Manual", 0)
            return index
        except (OSError, ValueError) as error:
            raise DamagedError(str(error)) from error

    def close(self) -> None:
        """Let go of the files."""
        self._db.close()
        if self._copy is not None:
            with suppress(OSError):
                self._copy.cleanup()

    def unit(self, number: int) -> Shelf:
        """A unit by its number."""
        places, own, claims, names = self._json("SELECT row FROM units WHERE number = ?", number)
        quotes = tuple(Quote(*claim) for claim in claims)
        return Shelf(tuple((self._keys(d), n) for d, n in places), tuple(own), quotes, tuple(names))

    def claim(self, claim: str) -> Claim:
        """A claim of the ledger, whatever its status. KeyError where there is none of that id."""
        row = self._row("SELECT row FROM claims WHERE id = ?", claim)
        if row is None:
            raise KeyError(claim)
        found = unseal(row)
        if not isinstance(found, Claim):
            raise DamagedError(f"{claim} is no claim")
        return found

    def related(self, lemma: str, pos: str) -> list[tuple[str, float]]:
        """Words of the ledger that bear on a word, with weights."""
        row = self._row("SELECT row FROM related WHERE word = ?", f"{pos} {lemma}")
        return [] if row is None else [(word, weight) for word, weight in json.loads(checked(row))]

    def _key(self, document: int) -> str:
        with sqlite_errors():
            row = self._db.execute("SELECT key FROM documents WHERE number = ?", (document,)).fetchone()
        if row is None:
            raise DamagedError(f"{self.folder}: document {document} is gone")
        return str(row[0])

    def _row(self, query: str, key: str | int) -> bytes | None:
        with sqlite_errors():
            row = self._db.execute(query, (key,)).fetchone()
        return None if row is None else row[0]

    def _json(self, query: str, key: str | int) -> list[Any]:
        row = self._row(query, key)
        if row is None:
            raise DamagedError(f"{self.folder}: {key} is gone")
        found: list[Any] = json.loads(checked(row))
        return found
