"""Writing to the ledger: a file whole or not at all, and one writer at a time."""

from __future__ import annotations

import os
import secrets
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from claimcheck.errors import LedgerError

CACHE_FOLDER = ".claimcheck"
LOCK_WAIT = 30.0  # seconds


def write_atomically(path: Path, content: str | bytes) -> None:
    """Replace a file's content as a whole or not at all, keeping its mode; text is written as UTF-8, as it is.

    The content is complete on the disk before the name points to it. Raises LedgerError where it cannot be written.
    """
    target = Path(os.path.realpath(path))  # through a symbolic link, which stays one
    temporary = target.with_name(f".{target.name[:100]}.{secrets.token_hex(8)}.tmp")
    try:
        target.parent.mkdir(parents=True, exist_ok=True)
        with temporary.open("xb") as file:
            file.write(content.encode() if isinstance(content, str) else content)
            file.flush()
            os.fsync(file.fileno())
        if target.exists():
            temporary.chmod(target.stat().st_mode & 0o7777)
        temporary.replace(target)
        _sync_folder(target.parent)
    except OSError as error:
        raise LedgerError(f"{path}: cannot be written ({error.strerror or error})") from error
    finally:
        with suppress(OSError):  # it has its new name, or never came to be
            temporary.unlink()


def make_cache_folder(root: Path) -> Path:
    """The ledger's folder for what can be made again, created if need be, and kept out of version control by itself."""
    folder = root / CACHE_FOLDER
    try:
        folder.mkdir(exist_ok=True)
    except OSError as error:
        raise LedgerError(f"{folder}: cannot be made ({error.strerror or error})") from error
    ignore = folder / ".gitignore"
    if not ignore.exists():
        write_atomically(ignore, "*\n")
    return folder


@contextmanager
def locked(root: Path, wait: float = LOCK_WAIT) -> Iterator[None]:
    """Hold the ledger's lock: other processes that ask for it wait, up to `wait` seconds.

    The system drops it when a process ends, however it ends. Raises LedgerError where the wait was in vain.
    """
    from filelock import FileLock, Timeout

    path = make_cache_folder(root) / "lock"
    try:
        with FileLock(path, timeout=wait):
            yield
    except Timeout as error:
        raise LedgerError(
            f"{path}: another process is writing to this ledger: try again when it is done"
        ) from error


def _sync_folder(folder: Path) -> None:
    """Make the new name itself last; systems whose folders cannot be opened need no such thing."""
    try:
        handle = os.open(folder, os.O_RDONLY)
    except OSError:
        return
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
