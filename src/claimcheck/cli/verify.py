"""`claimcheck verify`: what a ledger, or a given text, says of statements."""

from __future__ import annotations

import sys
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, BinaryIO, get_args

import click

from claimcheck.cli.days import day
from claimcheck.cli.request import Format, Request
from claimcheck.config import Config, FailOn
from claimcheck.errors import LedgerError, StatementError
from claimcheck.policy import Bounds

if TYPE_CHECKING:
    from claimcheck.cli.rows import BadRow, Item
    from claimcheck.store import Ledger


@click.command(
    short_help="Check statements: supported, contradicted or absent.",
    epilog="""\b
Examples:
  claimcheck verify "The company employs more than 4,000 people."
  claimcheck verify "Sales rose by 8% last year." --ledger facts --today 2025-07-24
  claimcheck verify "Three people were hurt." --evidence "Two drivers and a cyclist were hurt."
  claimcheck verify --jsonl statements.jsonl > verdicts.jsonl

\b
--fail-on sets from which verdict on the exit code is 1:
  contradicted   a statement is contradicted and no claim supports it
  disputed       the same, or claims pull opposite ways
  absent         the same, or a statement is absent: not all of it is supported
  never          the exit code is 0 whatever the verdicts
An exit code of 2 says that something could not be read or used.

NO_COLOR=1 in the environment turns colour off; it is used on a terminal only.
""",
)
@click.argument("statements", metavar="[STATEMENT]...", nargs=-1)
@click.option(
    "--ledger",
    metavar="DIR",
    type=click.Path(path_type=Path),
    help="The ledger to ask; by default the one you are in.",
)
@click.option(
    "--evidence",
    metavar="TEXT",
    multiple=True,
    help="Check against this text, not a ledger. May be given several times.",
)
@click.option(
    "--jsonl",
    metavar="FILE",
    help="Read statements from a file of JSON rows, - for standard input, and print a row for each.",
)
@click.option(
    "--today",
    metavar="DATE",
    callback=day,
    help='The day from which "yesterday" counts, such as 2025-07-24; by default the day it is.',
)
@click.option(
    "--bounds",
    type=click.Choice(get_args(Bounds)),
    help='How "more than 100" is read: as anything above, or as a little above. By default as the ledger says.',
)
@click.option(
    "--format", "format_", type=click.Choice(get_args(Format)), help="By default text; with --jsonl, jsonl."
)
@click.option("--explain", is_flag=True, help="Show how each label came about.")
@click.option(
    "--fail-on",
    type=click.Choice(get_args(FailOn)),
    help="The mildest verdict that makes the exit code 1; see below. By default as the ledger says.",
)
def verify(
    statements: tuple[str, ...],
    ledger: Path | None,
    evidence: tuple[str, ...],
    jsonl: str | None,
    today: date,
    bounds: Bounds | None,
    format_: Format | None,
    explain: bool,
    fail_on: FailOn | None,
) -> int:
    """Check each STATEMENT against the claims of a ledger and say: supported, contradicted or absent.

    The answer shows the passage that decides, where it stands, the rule and both values.
    """
    if (jsonl is None) != bool(statements):
        said = "give a STATEMENT, or --jsonl FILE" + (", not both" if statements else "")
        raise click.UsageError(said, click.get_current_context())
    if not all(text.strip() for text in evidence):
        raise click.BadParameter("is empty", click.get_current_context(), param_hint="'--evidence'")
    found, config = _ledger(ledger, needed=jsonl is None and not evidence)
    policy = config.as_policy()
    request = Request(
        today=today,
        format=format_ or ("text" if jsonl is None else "jsonl"),
        fail_on=fail_on or config.fail_on,
        policy=replace(policy, bounds=bounds) if bounds else policy,
        explain=explain,
        unit="statement" if jsonl is None else "line",
    )
    return _run(statements, evidence, jsonl, found, config, request)


def _ledger(directory: Path | None, needed: bool) -> tuple[Ledger | None, Config]:
    """The ledger and its settings. If none is needed and none is named, the settings are those of one around."""
    from claimcheck.store import Ledger, find_root

    if directory is None and not needed:
        try:
            find_root(Path())
        except LedgerError:
            return None, Config()
    found = Ledger.open(directory or Path())
    return found, found.config


def _run(
    statements: Sequence[str],
    evidence: Sequence[str],
    jsonl: str | None,
    found: Ledger | None,
    config: Config,
    request: Request,
) -> int:
    from claimcheck.cli.rows import argument, evidence_texts, from_arguments, from_stream

    given = evidence_texts([argument(text) for text in evidence]) if evidence else None
    if jsonl is None:
        return _judge([from_arguments(statements, given, request.today)], found, config, request)
    with _opened(jsonl) as stream:
        return _judge(from_stream(stream, given, request.today), found, config, request)


def _judge(
    batches: Iterable[Sequence[Item | BadRow]], found: Ledger | None, config: Config, request: Request
) -> int:
    from claimcheck.cli.judging import Judge
    from claimcheck.cli.printing import printer
    from claimcheck.report import Tally
    from claimcheck.store import Ledger

    out, tally = printer(request), Tally(request.fail_on)
    ledger = (lambda: found) if found else (lambda: Ledger.open())
    with Judge(
        ledger, request.policy, dict(config.aliases), request.explain, titles=request.format != "jsonl"
    ) as judge:
        for batch in batches:
            for item, result in judge(batch):
                tally.add(result)
                out.one(item, result)
            out.flush()
        out.end(tally, judge.state)
    if tally.errors:
        click.echo(
            f"claimcheck: {_not_judged(tally.errors, tally.totals.statements, request.unit)}", err=True
        )
    return tally.exit_code


def _not_judged(errors: int, of: int, unit: str) -> str:
    what = {"line": "row"}.get(unit, unit)
    return f"{errors} of {of} {what}{'' if of == 1 else 's'} could not be judged"


@contextmanager
def _opened(name: str) -> Iterator[BinaryIO]:
    if name != "-":
        with Path(name).open("rb") as file:
            yield file
    elif sys.stdin is None:
        raise StatementError("standard input is closed")
    else:
        yield sys.stdin.buffer
