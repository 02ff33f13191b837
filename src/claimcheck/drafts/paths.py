"""Which files are meant: files, folders and patterns as given on a command line, as linters take them.

A folder stands for all drafts in it and below, but for hidden folders, folders that are symbolic links, and what is
ignored. A file that is named is read even if it is ignored, since it was asked for; `respect_ignores` says otherwise,
for tools that name whatever has changed.
"""

from __future__ import annotations

import fnmatch
import os
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path, PurePath
from typing import BinaryIO, Final

from claimcheck.drafts.ignored import IGNORE_NAME, Ignored
from claimcheck.drafts.reader import READERS
from claimcheck.errors import DraftError

_MAGIC: Final = re.compile(r"[*?\[]")
_LARGEST: Final = 256 * 2**20  # bytes of a file, pictures and all


@dataclass(frozen=True, slots=True)
class DraftPath:
    """A file to read. `name` is what reports call it: relative to the working folder where it lies in it, with `/`."""

    path: Path
    name: str


def find_drafts(
    arguments: Sequence[str],
    cwd: Path,
    root: Path | None = None,
    ignore: Sequence[str] = (),
    respect_ignores: bool = False,
) -> tuple[DraftPath, ...]:
    """The files that the arguments mean, in their order, those of a folder or pattern sorted; each file once.

    cwd: the working folder; root: the ledger's, if there is one. Ignore files count in and below both, and in and below
    a folder that is named; `ignore` holds further patterns, relative to `root`.

    Raises DraftError where an argument names nothing that is there and where no draft is found at all. With
    `respect_ignores` nothing comes back, and no error, where all that was named is ignored.
    """
    here = Path(os.path.abspath(cwd))  # noqa: PTH100 - links stay as they are
    top = Path(os.path.abspath(root)) if root else here  # noqa: PTH100
    finding = _Finding(here, top, ignore, respect_ignores)
    for argument in arguments:
        finding.add(argument)
    if not finding.found and not finding.declined:
        raise DraftError(finding.nothing(arguments))
    return tuple(finding.found.values())


def read_file(draft: DraftPath) -> bytes:
    """The bytes of a file. Raises DraftError, naming it, where it cannot be read."""
    try:
        with draft.path.open("rb") as file:
            return whole(file, draft.name)
    except FileNotFoundError as error:
        raise DraftError(f"{draft.name}: there is no such file") from error
    except OSError as error:
        raise DraftError(f"{draft.name}: cannot be read ({error.strerror or error})") from error


def whole(file: BinaryIO, name: str) -> bytes:
    """All that a file holds. Raises DraftError where that is too much for a draft."""
    data = file.read(_LARGEST + 1)
    if len(data) > _LARGEST:
        raise DraftError(f"{name}: a file of more than {_LARGEST // 2**20} MiB is not read: split it")
    return data


class _Finding:
    """What has been found."""

    def __init__(self, cwd: Path, root: Path, ignore: Sequence[str], respect_ignores: bool) -> None:
        self.cwd, self.root, self.patterns = cwd, root, ignore
        self.respect_ignores = respect_ignores
        self.found: dict[str, DraftPath] = {}  # by the real path
        self.ignores = Ignored((cwd, root), root, ignore)
        self.ignored = False  # whether something was passed over
        self.declined = False  # and whether that was a file that was named
        self.absolute = False  # whether the argument is

    def add(self, argument: str) -> None:
        """Find what an argument means."""
        path = Path(os.path.normpath(self.cwd / argument))
        self.absolute = PurePath(argument).is_absolute()
        if path.is_dir():
            self.ignores = Ignored((self.cwd, self.root, path), self.root, self.patterns)
            self._add_folder(path)
        elif os.path.lexists(path):
            if self.respect_ignores and self.ignores(path):
                self.declined = True
            else:
                self._keep(path)
        elif _MAGIC.search(argument):
            matched = list(self._matching(PurePath(os.path.normpath(argument))))
            if not matched:
                raise DraftError(f"{argument}: matches nothing")
            for each in sorted(matched):
                self._add_folder(each) if each.is_dir() else self._add_file(each)
        else:
            raise DraftError(f"{argument}: there is no such file or folder")

    def nothing(self, arguments: Sequence[str]) -> str:
        """Why there is nothing to read."""
        where = ", ".join(arguments[:3]) + (", …" if len(arguments) > 3 else "") or "nothing"
        kinds = ", ".join(READERS)
        if self.ignored:
            return f"{where}: no draft found that {IGNORE_NAME} and [check] ignore do not pass over"
        return f"{where}: no draft found (read are {kinds})"

    def _keep(self, path: Path) -> None:
        self.found.setdefault(os.path.realpath(path), DraftPath(path, self._name(path)))

    def _name(self, path: Path) -> str:
        if path.is_relative_to(self.cwd) or not self.absolute:
            path = Path(os.path.relpath(path, self.cwd))
        return os.fsencode(path.as_posix()).decode(errors="replace")

    def _add_file(self, path: Path) -> None:
        if path.suffix.lower() not in READERS or not path.is_file():
            return
        if not self._passed_over(path):
            self._keep(path)

    def _passed_over(self, path: Path, folder: bool = False) -> bool:
        ignored = self.ignores(path, folder)
        self.ignored = self.ignored or ignored
        return ignored

    def _add_folder(self, folder: Path) -> None:
        for path in sorted(self._below(folder)):
            self._add_file(path)

    def _below(self, folder: Path) -> Iterator[Path]:
        """The files in a folder and below."""
        for each in self._folders(folder):
            yield from (Path(entry) for entry in _entries(each) if not entry.is_dir(follow_symlinks=False))

    def _folders(self, folder: Path) -> Iterator[Path]:
        """A folder and those below it that are neither hidden, links, nor ignored."""
        waiting = [folder]
        while waiting:
            here = waiting.pop()
            yield here
            waiting += (
                Path(entry)
                for entry in _entries(here)
                if entry.is_dir(follow_symlinks=False)
                and not entry.name.startswith(".")
                and not self._passed_over(Path(entry), folder=True)
            )

    def _matching(self, pattern: PurePath) -> Iterator[Path]:
        """What a pattern matches: `**` stands for any folders, hidden names have to be spelt out."""
        found = {Path(pattern.anchor) if pattern.anchor else self.cwd: None}
        for part in pattern.parts[1 if pattern.anchor else 0 :]:
            if part == "**":
                found = {each: None for folder in found for each in self._folders(folder)}
            elif _MAGIC.search(part):
                found = {each: None for folder in found for each in _named_like(folder, part)}
            else:
                spelt = (Path(os.path.normpath(folder / part)) for folder in found)
                found = {each: None for each in spelt if os.path.lexists(each)}
            found = {each: None for each in found if each.exists()}
        return iter(found)


def _named_like(folder: Path, pattern: str) -> Iterator[Path]:
    for entry in _entries(folder):
        hidden = entry.name.startswith(".") and not pattern.startswith(".")
        if not hidden and fnmatch.fnmatchcase(entry.name, pattern):
            yield Path(entry)


def _entries(folder: Path) -> list[os.DirEntry[str]]:
    try:
        with os.scandir(folder) as entries:
            return sorted(entries, key=lambda entry: entry.name)
    except NotADirectoryError:
        return []
    except OSError as error:
        raise DraftError(f"{folder}: cannot be read ({error.strerror or error})") from error
