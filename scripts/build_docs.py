"""Write what is made of docs/: the commands' help, the schemas of what they print, the rules and their help.

`python scripts/build_docs.py` writes them; a test fails when they are behind the code.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import click
from pydantic import TypeAdapter

import rules_page
from claimcheck import cli
from claimcheck.report import DisputedRow, Report, Row, Unread
from claimcheck.report.audited import AuditReport
from claimcheck.report.checked import CheckReport
from claimcheck.report.counted import Stats
from claimcheck.report.impacted import ImpactReport
from claimcheck.report.upkeep import ClaimList, ClaimStory

ROOT = Path(__file__).parents[1]
DOCS = ROOT / "docs"
HELP = ROOT / "src/claimcheck/data/rules.json"
WIDTH = 100
OPENING = """\
# Commands

<!-- Made by scripts/build_docs.py from the commands' own help. -->

What each command prints for `--help`. The formats for programs are described in [JSON](json.md).
"""


def pages() -> dict[str, str]:
    """The pages by file name."""
    return {
        "cli.md": commands(),
        "audit-schema.json": schema(AuditReport, "What `claimcheck audit --format json` prints."),
        "claims-schema.json": schema(ClaimList, "What `claimcheck claims … --format json` prints."),
        "impact-schema.json": schema(ImpactReport, "What `claimcheck impact --format json` prints."),
        "log-schema.json": schema(ClaimStory, "What `claimcheck log --format json` prints."),
        "stats-schema.json": schema(Stats, "What `claimcheck stats --format json` prints."),
        "check-schema.json": schema(CheckReport, "What `claimcheck check --format json` prints."),
        "report-schema.json": schema(Report, "What `claimcheck verify --format json` prints."),
        "row-schema.json": schema(
            DisputedRow | Row | Unread, "A line that `claimcheck verify --jsonl` prints."
        ),
    }


def rules() -> str:
    """The page on the rules, apart from the others since it takes the language model."""
    found = rules_page.read()
    return rules_page.page(found, rules_page.judge(found))


def commands() -> str:
    """The help of the command line, and of each command."""
    top = context(cli.main, "claimcheck")
    parts = [OPENING, block("claimcheck", cli.main.get_help(top))]
    parts += [part for name in cli.COMMANDS for part in help_of(cli.main, top, name)]
    return "\n".join(parts)


def help_of(group: click.Group, above: click.Context, name: str) -> Iterator[str]:
    """The help of a command, and of those below it."""
    command = group.get_command(above, name)
    assert command is not None
    here = context(command, name, above)
    yield block(here.command_path, command.get_help(here))
    if isinstance(command, click.Group):
        for below in command.list_commands(here):
            yield from help_of(command, here, below)


def context(command: click.Command, name: str, parent: click.Context | None = None) -> click.Context:
    return click.Context(
        command,
        parent,
        name,
        terminal_width=WIDTH,
        max_content_width=WIDTH,
        help_option_names=["-h", "--help"],
    )


def block(name: str, text: str) -> str:
    lines = "\n".join(line.rstrip() for line in text.splitlines())
    return f"## {name}\n\n```\n{lines}\n```\n"


def schema(contract: Any, title: str) -> str:  # noqa: ANN401 - a type, or several
    """The JSON Schema of what a class is printed as."""
    made = TypeAdapter(contract).json_schema(mode="serialization")
    whole = {"$schema": "https://json-schema.org/draft/2020-12/schema", **made, "title": title}
    return json.dumps(whole, indent=2, ensure_ascii=False) + "\n"


def help_texts() -> str:
    """What the package carries of the rules."""
    return rules_page.help_texts(rules_page.read())


if __name__ == "__main__":
    HELP.write_text(help_texts(), encoding="utf-8")
    for name, text in {**pages(), "rules.md": rules()}.items():
        (DOCS / name).write_text(text, encoding="utf-8")
        print(f"wrote docs/{name}")
