"""Writing to the ledger: a file whole or not at all, and one writer at a time."""

from __future__ import annotations

import os
import secrets
import stat
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager, suppress
from pathlib import Path

from claimcheck.errors import LedgerError

CACHE_FOLDER = ".claimcheck"
LOCK_WAIT = 30.0  # seconds
Content = bytes | Iterable[bytes]
"""Of a file, as a whole or in pieces."""
_TEMPORARY = ".tmp"
_TOKEN = 8  # bytes that tell temporary files apart, twice as many digits in their names


def write_atomically(path: Path, content: str | Content) -> None:
    """Replace a file's content as a whole or not at all, keeping its mode; text is written as UTF-8, as it is.

    Content may come in pieces, which are not held together.

    The content is complete on the disk before the name points to it. A pipe or a device, such as /dev/null, stays what
    it is and is written to. Raises LedgerError where it cannot be written.
    """
    data = content.encode() if isinstance(content, str) else content
    if _is_stream(path):
        _pour(path, data)
    else:
        write_together({path: data})


def write_together(contents: Mapping[Path, Content]) -> None:
    """Replace the content of several files, of all or of none; each as a whole, as `write_atomically` does.

    All new contents are complete on the disk before the first name points to one. Raises LedgerError for a file that
    cannot be written; those that were replaced before it then get their old content back.
    """
    staged: list[_Staged] = []
    try:
        for path, content in contents.items():
            staged.append(_Staged(path, keep=len(contents) > 1))
            staged[-1].fill(content)
        for k, one in enumerate(staged):
            try:
                one.put_in_place()
            except LedgerError:
                for replaced in staged[: k + 1]:
                    replaced.put_back()
                raise
    finally:
        for one in staged:
            with suppress(OSError):  # it has its new name, or never came to be
                one.temporary.unlink()


def sweep(path: Path) -> None:
    """Remove what processes left behind that were killed while they replaced a file; hold the ledger's lock for it."""
    target = Path(os.path.realpath(path))
    opening = _opening(target)
    with suppress(OSError), os.scandir(target.parent) as entries:
        for entry in entries:
            token = entry.name.removeprefix(opening).removesuffix(_TEMPORARY)
            if entry.name == f"{opening}{token}{_TEMPORARY}" and len(token) == 2 * _TOKEN:
                with suppress(OSError):
                    Path(entry.path).unlink()


class _Staged:
    """A file's new content beside it, on its way to take its place. keep: remember the old one too."""

    def __init__(self, path: Path, *, keep: bool) -> None:
        self.path, self.keep = path, keep
        self.target = Path(os.path.realpath(path))  # through a symbolic link, which stays one
        self.temporary = self.target.with_name(
            f"{_opening(self.target)}{secrets.token_hex(_TOKEN)}{_TEMPORARY}"
        )
        self.old: bytes | None = None

    def fill(self, content: Content) -> None:
        """Write the content to the disk, under another name yet."""
        with _failing(self.path):
            if _is_stream(self.path):
                raise OSError(0, "it is a device or a pipe")
            self.target.parent.mkdir(parents=True, exist_ok=True)
            with self.temporary.open("xb") as file:
                file.writelines(_pieces(content))
                file.flush()
                os.fsync(file.fileno())
            if self.target.exists():
                self.old = self.target.read_bytes() if self.keep else None
                self.temporary.chmod(self.target.stat().st_mode & 0o7777)

    def put_in_place(self) -> None:
        """Let the name point to the new content, and make that last."""
        with _failing(self.path):
            self.temporary.replace(self.target)
            _sync_folder(self.target.parent)

    def put_back(self) -> None:
        """Let the file be as it was, if that can be; only for one whose old content was kept."""
        if not self.keep:
            return
        with suppress(OSError, LedgerError):
            if self.old is None:
                self.target.unlink()
            else:
                write_atomically(self.target, self.old)


@contextmanager
def _failing(path: Path) -> Iterator[None]:
    try:
        yield
    except OSError as error:
        raise LedgerError(f"{path}: cannot be written ({error.strerror or error})") from error


def _is_stream(path: Path) -> bool:
    """Whether a name stands for a pipe, a socket or a device, whose place no file may take."""
    try:
        mode = path.stat().st_mode
    except OSError:
        return False
    return not stat.S_ISREG(mode) and not stat.S_ISDIR(mode)


def _pieces(content: Content) -> Iterable[bytes]:
    return (content,) if isinstance(content, bytes) else content


def _pour(path: Path, content: Content) -> None:
    with _failing(path), path.open("wb") as stream:
        stream.writelines(_pieces(content))


def _opening(target: Path) -> str:
    return f".{target.name[:100]}."


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
