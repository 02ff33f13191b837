"""`claimcheck import`: claims from other formats."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING

import click

from claimcheck.errors import LedgerError
from claimcheck.render.plain import one_line

if TYPE_CHECKING:
    from claimcheck.exchange import Import
    from claimcheck.exchange.reading import ImportFormat

FORMATS = ("csv", "jsonl", "webannotation")


@click.command(
    "import",
    short_help="Read claims from CSV, JSON Lines or Web Annotation.",
    epilog="""\b
Examples:
  claimcheck import claims.csv             what a spreadsheet has changed or added
  claimcheck import claims.jsonl --dry-run
  claimcheck export --format jsonl | claimcheck import - --format jsonl --ledger copy

\b
A claim whose id is known is changed where the file says something else; an empty cell leaves a field as it is. Any
other is added, to the file it names in `file`, else to that of its source. A passage may be given by source and quote
alone, where its words stand just once. Comments and the order of the files of claims stay.
Where one row is wrong nothing is written.
""",
)
@click.argument("file", metavar="FILE")
@click.option(
    "--format", "format_", type=click.Choice(FORMATS), help="By default what the name of the file ends in."
)
@click.option("--dry-run", is_flag=True, help="Show what would be added and changed, and write nothing.")
@click.option(
    "--ledger",
    metavar="DIR",
    type=click.Path(path_type=Path),
    help="The ledger to write to; by default the one you are in.",
)
def import_(file: str, format_: ImportFormat | None, dry_run: bool, ledger: Path | None) -> int:
    """Add the claims of FILE (- for standard input) to a ledger, and change those it has already."""
    from claimcheck.exchange import import_claims, read_rows
    from claimcheck.store import Ledger

    opened = Ledger.open(ledger or Path())
    done = import_claims(opened, read_rows(_bytes(file), file, format_), dry_run=dry_run)
    if dry_run:
        for verb, ids in (("add", done.added), ("change", done.changed)):
            for name in ids:
                click.echo(f"  {verb}  {one_line(name)}".encode(errors="backslashreplace"))
    click.echo(_sum(done, dry_run))
    return 0


def _bytes(name: str) -> bytes:
    if name == "-":
        if sys.stdin is None:
            raise LedgerError("standard input is closed")
        return sys.stdin.buffer.read()
    try:
        return Path(name).read_bytes()
    except OSError as error:
        raise LedgerError(f"{name}: cannot be read ({error.strerror or error})") from error


def _sum(done: Import, dry_run: bool) -> str:
    would = "would be " if dry_run else ""
    parts = [
        f"{len(done.added):,} {would}added",
        f"{len(done.changed):,} {would}changed",
        f"{done.unchanged:,} as they were",
    ]
    return f"{len(done.added) + len(done.changed) + done.unchanged:,} claims: {', '.join(parts)}"
