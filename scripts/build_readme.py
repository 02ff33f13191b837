"""Fill in what the commands shown in README.md print, by running them on a copy of the sample ledger.

`python scripts/build_readme.py` writes it; a test fails when the page is behind the code. Read the difference before
keeping it.
"""

from __future__ import annotations

import contextlib
import json
import os
import re
import shlex
import shutil
import tempfile
from collections.abc import Iterator
from pathlib import Path

from click.testing import CliRunner

from claimcheck import cli

ROOT = Path(__file__).parents[1]
PAGE = ROOT / "README.md"
SAMPLE = ("sources", "claims", "claimcheck.toml")
SESSION = re.compile(r"(?<=^```console\n).*?(?=^```$)", re.MULTILINE | re.DOTALL)
ROWS = re.compile(r"(?<=^```json\n)(.*?)(?=\n```$)", re.MULTILINE)
DAY = re.compile(r"(?<=reference date )\d{4}-\d\d-\d\d")
ANY_DAY = "2026-01-15"  # shown for the day on which somebody tries it


def page(text: str) -> str:
    """The page with every session's output, and the row that answers the first row shown, as they are now."""
    with sample():
        return filled(text)


def filled(text: str) -> str:
    """The same, in the current folder."""
    text = SESSION.sub(lambda found: session(found.group()), text)
    asked, shown = ROWS.findall(text)[:2]
    return text.replace(shown, answer(asked))


@contextlib.contextmanager
def sample() -> Iterator[None]:
    """Work in a copy of the sample ledger."""
    with tempfile.TemporaryDirectory() as folder:
        for name in SAMPLE:
            copy = shutil.copytree if (ROOT / name).is_dir() else shutil.copy
            copy(ROOT / name, Path(folder) / name)
        with contextlib.chdir(folder):
            yield


def session(text: str) -> str:
    """The commands of one session, each with what it prints; a change of folder ends with the session."""
    commands = [line[2:] for line in text.splitlines() if line.startswith("$ ")]
    with contextlib.chdir("."):
        return "".join(f"$ {command}\n{printed(command)}" for command in commands)


def printed(command: str) -> str:
    """What one command prints. ValueError for one that README has no need of."""
    words = demo() if command == "make demo" else shlex.split(command)
    match words:
        case ["claimcheck", *arguments]:
            return DAY.sub(ANY_DAY, run(arguments))
        case ["cd", folder]:
            os.chdir(folder)  # the session leads back
        case ["cp", source, target]:
            shutil.copy(source, target)
        case _:
            raise ValueError(f"{command}: not a command that the page may show")
    return ""


def demo() -> list[str]:
    """The command behind `make demo`."""
    makefile = (ROOT / "Makefile").read_text(encoding="utf-8")
    return ["claimcheck", "verify", *re.findall(r"^DEMO_\w+ +:= (.+)$", makefile, re.MULTILINE)]


def answer(row: str) -> str:
    """The row out for a row in, without the findings that did not decide."""
    out = json.loads(run(["verify", "--jsonl", "-"], row))
    out["findings"] = [finding for finding in out["findings"] if finding["decides"]]
    return json.dumps(out, ensure_ascii=False)


def run(arguments: list[str], given: str | None = None) -> str:
    result = CliRunner().invoke(cli.main, arguments, given)
    if result.exit_code == 2 or (result.exception and not isinstance(result.exception, SystemExit)):
        raise ValueError(f"claimcheck {shlex.join(arguments)}: {result.output}") from result.exception
    return result.output


if __name__ == "__main__":
    PAGE.write_text(page(PAGE.read_text(encoding="utf-8")), encoding="utf-8")
    print("wrote README.md")
