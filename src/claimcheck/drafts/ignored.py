"""Which files a check passes over: `.claimcheckignore` in the syntax of gitignore, `ignore` in the configuration."""

from __future__ import annotations

import os
import re
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Final

from claimcheck.errors import DraftError

if TYPE_CHECKING:
    from pathspec import GitIgnoreSpec

IGNORE_NAME: Final = ".claimcheckignore"


class Ignored:
    """Says of a path whether it is passed over. An ignore file speaks of what is below it, the deepest one last.

    tops: the folders in and below which ignore files count; patterns: those of the configuration, as if they were the
    first ignore file, in `root`. Paths are absolute and normal. Raises DraftError where an ignore file cannot be read.
    """

    def __init__(self, tops: Iterable[Path], root: Path, patterns: Sequence[str] = ()) -> None:
        self.tops = frozenset(tops)
        self.first: list[tuple[Path, GitIgnoreSpec]] = []
        self.specs: dict[Path, list[tuple[Path, GitIgnoreSpec]]] = {}
        if patterns:
            self.first = [(root, _spec(patterns, "[check] ignore"))]

    def __call__(self, path: Path, folder: bool = False) -> bool:
        verdict = False
        for base, spec in self._above(path.parent):
            if path != base and path.is_relative_to(base):
                inner = path.relative_to(base).as_posix() + "/" * folder
                said = spec.check_file(inner).include
                verdict = verdict if said is None else said
        return verdict

    def _above(self, folder: Path) -> list[tuple[Path, GitIgnoreSpec]]:
        """The ignore files that speak of what is in a folder, outermost first."""
        if folder not in self.specs:
            outer = self._above(folder.parent) if folder.parent != folder else self.first
            counts = folder in self.tops or any(folder.is_relative_to(top) for top in self.tops)
            spec = _read(folder / IGNORE_NAME) if counts else None
            self.specs[folder] = [*outer, (folder, spec)] if spec else outer
        return self.specs[folder]


def _read(path: Path) -> GitIgnoreSpec | None:
    try:
        text = path.read_bytes().decode("utf-8-sig")
    except (FileNotFoundError, NotADirectoryError):
        return None
    except OSError as error:
        raise DraftError(f"{_shown(path)}: cannot be read ({error.strerror or error})") from error
    except UnicodeDecodeError as error:
        raise DraftError(f"{_shown(path)}: is not UTF-8: save it as UTF-8") from error
    return _spec(text.splitlines(), _shown(path), lined=True)


def _spec(lines: Sequence[str], name: str, lined: bool = False) -> GitIgnoreSpec:
    from pathspec import GitIgnoreSpec

    try:
        return GitIgnoreSpec.from_lines(lines)
    except (ValueError, re.error):
        pass
    for number, line in enumerate(lines, 1):
        try:
            GitIgnoreSpec.from_lines([line])
        except (ValueError, re.error) as error:
            where = f"{name}:{number}" if lined else name
            raise DraftError(f"{where}: {line[:60]!r} is no pattern in the syntax of gitignore") from error
    raise DraftError(f"{name}: holds a pattern that is not in the syntax of gitignore")


def _shown(path: Path) -> str:
    """A path as seen from where one is, if that is shorter."""
    return min(os.path.relpath(path), str(path), key=len)
