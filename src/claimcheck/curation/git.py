"""Git, asked through its command: who the user is, and what files were in which commit."""

from __future__ import annotations

import os
import subprocess
from dataclasses import dataclass
from pathlib import Path

from claimcheck.errors import HistoryError


@dataclass(frozen=True, slots=True)
class Git:
    """Git in a folder. Its answers are bytes, as names and messages may be in any encoding."""

    folder: Path

    def __call__(self, *arguments: str, given: bytes = b"", none_is: int | None = None) -> bytes:
        """What a command of git prints; `none_is` is an exit code that means there is nothing to print.

        Raises HistoryError where there is no git, or the command fails, with what git says.
        """
        command = ["git", "--no-pager", "-c", "core.quotepath=off", *arguments]
        try:
            done = subprocess.run(
                command,
                cwd=self.folder,
                input=given,
                capture_output=True,
                check=False,
                env={**os.environ, "LC_ALL": "C"},
            )
        except OSError as error:
            raise HistoryError(f"git cannot be run ({error.strerror or error}): is it installed?") from error
        if done.returncode not in (0, none_is):
            if b"not a git repository" in done.stderr:
                raise HistoryError(f"{self.folder}: is in no git repository, so it has no history to tell")
            said = " ".join(done.stderr.decode(errors="replace").split())[:300]
            raise HistoryError(f"{self.folder}: git says: {said or f'exit code {done.returncode}'}")
        return done.stdout


def user_name(folder: Path) -> str | None:
    """The name that git would put on a commit made in a folder; None where git is missing or knows none."""
    try:
        said = Git(folder)("config", "user.name", none_is=1)
    except HistoryError:
        return None
    return " ".join(said.decode(errors="replace").split()) or None
