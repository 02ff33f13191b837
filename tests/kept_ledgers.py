"""A small ledger to look after, commands run on it, and its history in git."""

from __future__ import annotations

import os
import subprocess
from pathlib import Path

from click.testing import CliRunner, Result

from claimcheck import cli

SOURCE = """\
---
title: Storm at Ardby
published: 2024-05-16
---
The storm reached Ardby on Tuesday. It tore off 40 roofs, Mayor Lena Holt said.

At Coll it killed 4 people.

At Ardby it killed 4 people. The harbour was closed for
three days. **Nobody** was missing.
"""
CLAIMS = """\
# What we know of the storm.
source: storm

claims:
- id: storm/roofs       # the mayor's figure
  text: 'The storm tore off 40 roofs at Ardby.'
  evidence:
    - {start: 88, end: 131, quote: "It tore off 40 roofs, Mayor Lena Holt said."}

  # Ann: awaiting the insurers
  status: proposed
  tags:
    - damage   # houses
    - ardby

- status: accepted
  id: storm/landfall
  evidence: {start: 52, end: 87, quote: The storm reached Ardby on Tuesday.}
  text: >  # as the paper has it
    The storm reached
    Ardby on 14 May 2024.
  as_of: 2024-05-14
  recheck_by: 2024-06-01
# the end
"""
OTHER = """\
claims:
  - id: wire.harbour
    text: "Ardby's harbour was closed for three days."
    evidence:
      - source: storm
        start: 192
        end: 233
        quote: "The harbour was closed for\\nthree days."
    status: proposed
"""
DAY = ("--today", "2024-06-10")
BY = ("--reviewer", "Ann Example")


def make(root: Path) -> Path:
    """The ledger, in a folder."""
    files = {"sources/storm.md": SOURCE, "claims/storm.yaml": CLAIMS, "claims/wire.yaml": _placed(OTHER)}
    for name, content in files.items():
        path = root / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(content, encoding="utf-8")
    (root / "claimcheck.toml").touch()
    return root


def _placed(text: str) -> str:
    """The claims with the span that their quotation has in the source."""
    quote = "The harbour was closed for\nthree days."
    start = SOURCE.index(quote)
    return text.replace("192", str(start)).replace("233", str(start + len(quote)))


def run(root: Path, *arguments: str, given: str | None = None) -> Result:
    """A command on the ledger; the options it needs stand among the arguments."""
    return CliRunner().invoke(cli.main, [*arguments, "--ledger", str(root)], input=given)


def done(root: Path, *arguments: str, given: str | None = None) -> str:
    """What a command prints that must succeed."""
    result = run(root, *arguments, given=given)
    assert result.exit_code == 0, result.stderr
    return result.stdout


def refused(root: Path, *arguments: str, given: str | None = None) -> str:
    """The one sentence of a command that must fail, having changed nothing."""
    before = tree(root)
    result = run(root, *arguments, given=given)
    assert result.exit_code == 2, result.stdout
    assert result.stdout == ""
    assert tree(root) == before
    last = result.stderr.splitlines()[-1]
    return last[last.index("claimcheck: ") :]


def tree(root: Path) -> dict[str, bytes]:
    """Every file of a ledger but for its cache and git's folder."""
    return {
        path.relative_to(root).as_posix(): path.read_bytes()
        for path in sorted(root.rglob("*"))
        if path.is_file() and not {".claimcheck", ".git"} & set(path.parts)
    }


def git(root: Path, *arguments: str, day: str = "2024-06-01", author: str = "Ann Example") -> str:
    """Run git with the same names, days and settings everywhere."""
    when = f"{day}T12:00:00+00:00"
    names = {f"GIT_{role}_{what}": value for role in ("AUTHOR", "COMMITTER") for what, value in
             (("NAME", author), ("EMAIL", "someone@example.org"), ("DATE", when))}  # fmt: skip
    quiet = {"GIT_CONFIG_GLOBAL": os.devnull, "GIT_CONFIG_NOSYSTEM": "1", "LC_ALL": "C"}
    command = ["git", "-c", "commit.gpgsign=false", *arguments]
    ended = subprocess.run(
        command, cwd=root, env={**os.environ, **names, **quiet}, capture_output=True, text=True, check=False
    )
    assert ended.returncode == 0, ended.stderr
    return ended.stdout


def commit(root: Path, message: str, day: str = "2024-06-01", author: str = "Ann Example") -> str:
    """Commit everything there is; the commit's name."""
    git(root, "add", "--all")
    git(root, "commit", "--quiet", "--message", message, day=day, author=author)
    return git(root, "rev-parse", "HEAD").strip()
