"""Only what was changed: since a revision of git, or by a diff. The rest is found but not reported.

A finding touches a change where one of its lines, or of the other places it is about, is changed (see `diffs` for what
a deletion changes). What is not known to be unchanged counts as changed: files that git does not track, files outside
the repository.
"""

from __future__ import annotations

import os
import subprocess
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from claimcheck.checking.diffs import Changed, Lines, read_diff
from claimcheck.errors import DraftError
from claimcheck.report.checked import Statement
from claimcheck.report.places import Place, Problem, Related, Suppression

UNTOUCHED = Suppression("unchanged", "", None, None)
_TOLD_ANYWAY = "baseline."  # of another file, and of the whole run


@dataclass(frozen=True)
class Changes:
    """Changed lines by the file's whole path. Of a file not named here every line is, unless it is `settled`.

    settled: the whole paths of files that are the same as before; None: all files but the ones named.
    """

    lines: Mapping[str, Lines]
    settled: frozenset[str] | None = None

    def touches(self, place: Place, related: Iterable[Related] = ()) -> bool:
        """Whether a finding's lines, or those of a place it is about, are changed."""
        return self._changed(place) or any(self._changed(each.place) for each in related)

    def _changed(self, place: Place) -> bool:
        path = os.path.realpath(place.path)
        lines = self.lines.get(path)
        if lines is None:
            return self.settled is not None and path not in self.settled
        return any(first <= place.end_line and place.line <= last for first, last in lines)


def unchanged(changes: Changes, found: Statement | Problem) -> Suppression | None:
    """What keeps a finding quiet, if it touches no change."""
    if isinstance(found, Statement):
        return None if changes.touches(found.place) else UNTOUCHED
    told = found.rule.startswith(_TOLD_ANYWAY) or changes.touches(found.place, found.related)
    return None if told else UNTOUCHED


def changed_by(data: bytes, name: str, folder: Path) -> Changes:
    """What a unified diff changes.

    Its paths may count from `folder`, in which the check is run, or from a folder around it, such as the root of the
    repository. Raises DraftError as `read_diff`.
    """
    here = Path(os.path.realpath(folder))
    lines: dict[str, Lines] = {}
    for changed in read_diff(data, name):
        for given in changed.names():
            for root in (here, *here.parents):
                path = os.path.realpath(root / given) if "\0" not in given else given
                lines[path] = lines.get(path, ()) + changed.lines
    return Changes(lines)


def changed_since(revision: str, folder: Path) -> Changes:
    """What was changed in the files on disk since a revision of the repository around `folder`.

    Where the revision's branch has gone on by itself, what counts is where the two parted. Raises DraftError where git
    is missing, there is no repository, or it has no such revision.
    """
    top = Path(
        _git(folder, "rev-parse", "--show-toplevel", why="--changed-since needs a git repository").rstrip(
            "\n"
        )
    )
    base = _base(revision, folder)
    shown = _git_bytes(
        top, "diff", "--unified=0", "--inter-hunk-context=0", "--find-renames", "--no-color", "--no-ext-diff",
        "--no-textconv", "--src-prefix=a/", "--dst-prefix=b/", "--ignore-submodules=all", base, "--",
    )  # fmt: skip
    lines = {_at(top, changed): changed.lines for changed in read_diff(shown, "the diff from git")}
    tracked = _git(top, "ls-files", "-z").split("\0")
    settled = {os.path.realpath(top / name) for name in tracked if name}
    return Changes(lines, frozenset(settled))


def _base(revision: str, folder: Path) -> str:
    """The commit to compare with."""
    commit = _git(
        folder, "rev-parse", "--verify", "--quiet", "--end-of-options", f"{revision}^{{commit}}",
        why=f"there is no revision {revision[:60]!r} here; a shallow clone lacks older ones: fetch it first",
    ).strip()  # fmt: skip
    try:
        return _git(folder, "merge-base", commit, "HEAD").split()[0]
    except (DraftError, IndexError):
        return commit  # histories that never met, or of which the meeting was not fetched


def _at(top: Path, changed: Changed) -> str:
    return os.path.realpath(top / changed.name.removeprefix("b/"))


def _git(folder: Path, *arguments: str, why: str = "git failed") -> str:
    return os.fsdecode(_git_bytes(folder, *arguments, why=why))


def _git_bytes(folder: Path, *arguments: str, why: str = "git failed") -> bytes:
    """What git prints; DraftError with `why` and git's own words where it fails."""
    command: Sequence[str] = ("git", "-C", str(folder), *arguments)
    try:
        done = subprocess.run(
            command,
            capture_output=True,
            check=False,
            stdin=subprocess.DEVNULL,
            env={**os.environ, "GIT_OPTIONAL_LOCKS": "0"},  # a check writes nothing, the index neither
        )
    except (OSError, ValueError) as error:
        said = (
            "git is not installed" if isinstance(error, FileNotFoundError) else f"git cannot be run ({error})"
        )
        raise DraftError(f"--changed-since: {said}") from error
    if done.returncode:
        told = done.stderr.decode(errors="replace").strip().splitlines()
        raise DraftError(f"{why} (git: {told[0].strip()[:200]})" if told else why)
    return done.stdout
