"""Where things are kept: `.claimcheck/` in the ledger, or a temporary folder where that cannot be written to."""

from __future__ import annotations

import os
import shutil
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from claimcheck.cache.damage import DamagedError, UnwritableError
from claimcheck.cache.store import Analyses
from claimcheck.disk import CACHE_FOLDER, make_cache_folder
from claimcheck.errors import LedgerError

BUILD_WAIT = 900.0  # seconds for another process that builds the same; then both build
READINGS, INDEXES = "readings.db", "indexes"


class Home:
    """The folder and the open file of readings. `temporary`: it goes away when closed; not `writable`: look, only."""

    def __init__(self, folder: Path, *, writable: bool, temporary: bool = False) -> None:
        self.folder, self.writable, self.temporary = folder, writable, temporary
        self.analyses = self._open()

    @property
    def indexes(self) -> Path:
        return self.folder / INDEXES

    def _open(self) -> Analyses:
        path = self.folder / READINGS
        if not self.writable:
            return Analyses(path, writable=False)
        try:
            return Analyses(path)
        except DamagedError:
            with self.building():
                return self._reopened(path)

    def _reopened(self, path: Path) -> Analyses:
        """Open the file, made anew where it is still damaged: another process may have done so meanwhile."""
        try:
            return Analyses(path)
        except DamagedError:
            _remove(path)
            try:
                return Analyses(path)
            except DamagedError as error:
                raise UnwritableError(str(error)) from error

    def forget(self) -> None:
        """Throw everything away: something in it is damaged."""
        self.analyses.close()
        with self.building():
            _remove(self.folder / READINGS)
            shutil.rmtree(self.indexes, ignore_errors=True)
        self.analyses = self._open()

    @contextmanager
    def building(self) -> Iterator[None]:
        """Let no other process build at the same time: the work would be done twice. It would do no harm."""
        from filelock import FileLock, Timeout

        lock = FileLock(self.folder / "build.lock", timeout=BUILD_WAIT)
        try:
            lock.acquire()
        except (Timeout, OSError, NotImplementedError):  # stuck, or a file system without locks
            yield
            return
        try:
            yield
        finally:
            lock.release()

    def close(self) -> None:
        """Let go of the folder."""
        self.analyses.close()
        if self.temporary:
            shutil.rmtree(self.folder, ignore_errors=True)


def open_home(root: Path) -> Home:
    """The folder of the ledger at `root`, made if need be.

    Where it cannot be written to, what is there may still be of use: then it is opened to be looked at. Raises
    UnwritableError where it is neither there nor can be made, and for a symbolic link: things are removed in there.
    """
    folder = root / CACHE_FOLDER
    if any(path.is_symlink() for path in (folder, folder / INDEXES, folder / READINGS)):
        raise UnwritableError(f"{folder} leads somewhere else")  # a checkout may bring such a link along
    if os.access(folder if folder.is_dir() else root, os.W_OK):
        with suppress(LedgerError, UnwritableError):
            return Home(make_cache_folder(root), writable=True)
    try:
        return Home(folder, writable=False)
    except DamagedError as error:
        raise UnwritableError(str(error)) from error


def temporary_home() -> Home:
    """A folder of its own for this process, removed when closed."""
    return Home(Path(tempfile.mkdtemp(prefix="claimcheck-")), writable=True, temporary=True)


def _remove(path: Path) -> None:
    """A database and what SQLite keeps beside it."""
    for suffix in ("", "-journal", "-wal", "-shm"):
        with suppress(OSError):
            path.with_name(path.name + suffix).unlink()
