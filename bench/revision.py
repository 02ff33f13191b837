"""The labels that an earlier revision of claimcheck gives the same rows, with this bench and this environment."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

from bench.ledgers import folder

ROOT = Path(__file__).parents[1]


class RevisionError(Exception):
    """The revision is unknown, or its claimcheck did not run; the message holds what was said."""


@contextmanager
def checkout(revision: str) -> Iterator[Path]:
    """The files of a revision in a temporary worktree, removed at the end."""
    with folder("claimcheck-revision-") as parent:
        tree = parent / "tree"
        _git("worktree", "add", "--quiet", "--detach", str(tree), revision)
        try:
            yield tree
        finally:
            _git("worktree", "remove", "--force", str(tree))


def labels_at(revision: str, arguments: Sequence[str]) -> dict[str, str]:
    """Row id → label, from `python -m bench ARGUMENTS` run with the claimcheck of `revision`.

    Raises RevisionError where that run fails or did not import the revision's own code.
    """
    with checkout(revision) as tree:
        out = tree.parent / "labels.json"
        environment = os.environ | {"PYTHONPATH": os.pathsep.join([str(tree / "src"), str(ROOT)])}
        done = subprocess.run(
            [sys.executable, "-m", "bench", *arguments, "--json", str(out)],
            cwd=ROOT,
            env=environment,
            capture_output=True,
            text=True,
            check=False,
        )
        if done.returncode:
            raise RevisionError(f"claimcheck of {revision} did not run: {done.stderr.strip()[-1000:]}")
        data = json.loads(out.read_text(encoding="utf-8"))
        if not Path(data["claimcheck"]).is_relative_to(tree):
            raise RevisionError(f"{data['claimcheck']} was imported, not the code of {revision}")
        return {key: row["label"] for key, row in data["rows"].items()}


def _git(*arguments: str) -> None:
    done = subprocess.run(["git", "-C", str(ROOT), *arguments], capture_output=True, text=True, check=False)
    if done.returncode:
        raise RevisionError(f"git {' '.join(arguments)}: {done.stderr.strip()}")
