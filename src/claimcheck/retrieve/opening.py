"""Opening a ledger's index: used as it is where nothing has changed, else brought up to date first.

Whether anything has changed is asked in three steps, each dearer than the one before: the files' sizes and times; the
hash of their bytes; what they say. Only documents whose readings are not kept are read again.
"""

from __future__ import annotations

import os
import secrets
import shutil
import time
from collections.abc import Sequence
from contextlib import suppress
from hashlib import sha256
from itertools import chain
from pathlib import Path

from claimcheck.cache import (
    READING,
    DamagedError,
    Home,
    Progress,
    Task,
    UnwritableError,
    analyse_all,
    open_home,
    version_of,
)
from claimcheck.cache.home import temporary_home
from claimcheck.errors import LedgerError
from claimcheck.policy import DEFAULT, Policy
from claimcheck.problems import check
from claimcheck.retrieve.evidence import Reads, cited, digest
from claimcheck.retrieve.generation import Generation, write
from claimcheck.retrieve.index import Index, Opened
from claimcheck.retrieve.units import units
from claimcheck.store import Ledger, Stamp, content_sha256, scan

# The modules that make a generation, and that allow it to be made.
SEARCHING = (*READING, "claimcheck.retrieve.generation", "claimcheck.problems")
TICK = 2_000_000_000  # ns: the coarsest clock of a file system; a younger file may change without a new time
GENERATIONS = 4  # kept for other settings and branches
YOUNG = 600  # seconds a generation is kept in any case: another process may be about to open it
STALE = 3600  # seconds after which a folder being built has been left behind
TRIES = 3
NEW, OLD = "new-", "old-"  # folders being built, and being removed


def open_index(ledger: Ledger, policy: Policy = DEFAULT, *, progress: Progress | None = None) -> Index:
    """The index of a ledger, brought up to date; a context manager.

    `progress` is told (parts read, all parts to read) while documents are read. Raises LedgerError and SourceError for
    files of the ledger that cannot be used and for claims that do not fit their sources (`problems.check`), ModelError
    where something must be read without a language model.
    """
    return Index(ledger, lambda afresh: opened(ledger, policy, progress, afresh=afresh))


def opened(ledger: Ledger, policy: Policy, progress: Progress | None, *, afresh: bool) -> Opened:
    """The current generation; `afresh`: nothing kept can be relied on."""
    try:
        home = open_home(ledger.root)
    except UnwritableError:
        home = temporary_home()
    try:
        for _ in range(TRIES):
            try:
                if afresh:
                    home, afresh = _emptied(home), False
                return Opened(home, _Opening(ledger, policy, home).generation(progress))
            except UnwritableError:
                home.close()
                home = temporary_home()
            except DamagedError:
                afresh = True
    except BaseException:
        home.close()
        raise
    home.close()
    raise LedgerError(f"{home.folder}: what is kept here is damaged again and again: remove it")


def _emptied(home: Home) -> Home:
    if home.writable:
        home.forget()
        return home
    home.close()
    return temporary_home()


class _Opening:
    """One attempt to open a ledger's generation in one folder."""

    def __init__(self, ledger: Ledger, policy: Policy, home: Home) -> None:
        self.ledger, self.home = ledger, home
        self.policy = policy
        self.version = version_of(*SEARCHING)

    def generation(self, progress: Progress | None) -> Generation:
        """The current generation. Raises DamagedError and UnwritableError."""
        by_stamp = self._key(str(self.ledger.root), self.ledger.files)
        found = self._noted(by_stamp)
        if found is not None:
            return found
        began = time.time_ns()
        hashes = {stamp.path: content_sha256(self.ledger.root / stamp.path) for stamp in self.ledger.files}
        by_content = self._key(sorted(hashes.items()), [(s.path, s.kind) for s in self.ledger.files])
        found = self._noted(by_content)
        if found is None:
            if not self.home.writable:
                raise UnwritableError(f"{self.home.folder} is not up to date")
            with self.home.building():
                found = self._noted(by_content) or self._built(hashes, progress)
        if self.home.writable and self._unchanged():
            self.home.analyses.note(by_content, found.folder.name)
            if _settled(self.ledger.files, began):
                self.home.analyses.note(by_stamp, found.folder.name)
        return found

    def _key(self, *seen: object) -> str:
        return sha256(repr((*seen, self.policy, self.version)).encode()).hexdigest()

    def _noted(self, key: str) -> Generation | None:
        """The generation noted for a key, if it is there and whole."""
        name = self.home.analyses.generation(key)
        if name is None or not _is_name(name):
            return None
        with suppress(DamagedError):
            return Generation(self.home.indexes / name)
        return None

    def _unchanged(self) -> bool:
        return scan(self.ledger.root, self.ledger.config) == self.ledger.files

    def _built(self, hashes: dict[str, str], progress: Progress | None) -> Generation:
        """Read what has not been read, and write a generation; one of the same name that is whole will do."""
        claims, unplaced = cited(self.ledger)
        reads = Reads(self.ledger, claims, self.policy)
        if not (self.home.temporary or _as_hashed(reads, hashes)):
            # What is made of files as they were must not be kept for what they are now.
            raise UnwritableError("the ledger has changed since it was opened")
        check(self.ledger)  # what is noted of a ledger is thus that nothing is wrong with it
        keys = self._read(reads, progress)
        said = digest(self.ledger)
        name = self._key(said)[:32]
        with suppress(DamagedError):
            return Generation(self.home.indexes / name)
        self._write(name, reads, said, unplaced)
        self.home.analyses.used(keys, version_of(*READING))
        _prune(self.home.indexes, name)
        return Generation(self.home.indexes / name)

    def _read(self, reads: Reads, progress: Progress | None) -> list[str]:
        """Read the documents and claims that are not kept, keeping each batch; all keys that are needed."""
        documents = {reads.document(source)[1]: source for source in reads.sources()}
        own = {reads.own_key(each): each for each in reads.claims if reads.by_itself(each)}
        missing = self.home.analyses.missing([*documents, *own])
        tasks: list[Task] = [reads.task(source) for key, source in documents.items() if key in missing]
        tasks += [reads.own_task(each) for key, each in own.items() if key in missing]
        for batch in analyse_all(tasks, progress):
            self.home.analyses.put(batch, version_of(*READING))
        return list(chain(documents, own))

    def _write(self, name: str, reads: Reads, said: str, unplaced: Sequence[str]) -> None:
        """Write a generation beside the others and put it in place by a rename: there whole, or not at all."""
        indexes = self.home.indexes
        new = indexes / f"{NEW}{secrets.token_hex(8)}"
        try:
            new.mkdir(parents=True)
            found = units(reads, self.home.analyses.outline)
            write(new, found, self.ledger.claims, said, len(reads.claims), unplaced)
            _put_in_place(new, indexes / name)
        except OSError as error:
            raise UnwritableError(str(error)) from error
        finally:
            shutil.rmtree(new, ignore_errors=True)


def _as_hashed(reads: Reads, hashes: dict[str, str]) -> bool:
    """Whether what was read of claims and sources is what was hashed."""
    sources = reads.ledger.sources
    return all(
        sha256(file.data).hexdigest() == hashes[file.name] for file in reads.ledger.claim_files
    ) and all(
        reads.document(source)[0].text.sha256 == hashes[sources.names[source]] for source in reads.sources()
    )


def _is_name(name: str) -> bool:
    return len(name) == 32 and name.isalnum()


def _settled(files: Stamp, now: int) -> bool:
    """Whether every file was last written so long before it was read that a later write must show."""
    return all(stamp.mtime_ns + TICK < now for stamp in files)


def _put_in_place(new: Path, target: Path) -> None:
    """Rename a folder; what stands in its place is damaged, or was put there by another process this moment."""
    try:
        new.rename(target)
    except OSError:
        aside = target.with_name(f"{OLD}{secrets.token_hex(8)}")
        with suppress(OSError):
            target.rename(aside)
        with suppress(OSError):
            new.rename(target)
        shutil.rmtree(aside, ignore_errors=True)


def _prune(indexes: Path, current: str) -> None:
    """Remove what was left half-built long ago, and all but the newest generations."""
    now = time.time()
    ages: list[tuple[float, str]] = []
    with suppress(OSError), os.scandir(indexes) as entries:
        for entry in entries:
            with suppress(OSError):
                age = now - entry.stat().st_mtime
                if _is_name(entry.name):
                    ages.append((age, entry.name))
                elif entry.name.startswith((NEW, OLD)) and age > STALE:
                    shutil.rmtree(entry.path, ignore_errors=True)
    for age, name in sorted(ages)[GENERATIONS:]:
        if name != current and age > YOUNG:
            aside = indexes / f"{OLD}{secrets.token_hex(8)}"
            with suppress(OSError):
                (indexes / name).rename(aside)
                shutil.rmtree(aside, ignore_errors=True)
