"""`claimcheck export`: claims in other formats."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

if TYPE_CHECKING:
    from claimcheck.exchange.exporting import ExportFormat

FORMATS = ("csv", "jsonl", "claimreview", "webannotation")


@click.command(
    "export",
    short_help="Write claims as CSV, JSON Lines, ClaimReview or Web Annotation.",
    epilog="""\b
Examples:
  claimcheck export --format csv -o claims.csv          all claims, for a spreadsheet
  claimcheck export --format jsonl storm-1 storm-2      two claims, on standard output
  claimcheck export --format claimreview -o review.json

\b
csv            a row for each passage; a cell that a spreadsheet would take for a formula begins with an apostrophe
jsonl          a claim a line
claimreview    JSON-LD of schema.org, of accepted claims with a named reviewer; the others are left out, and counted
webannotation  JSON-LD of the W3C, an annotation for each passage

CSV, JSON Lines and Web Annotations hold all there is of a claim: `claimcheck import` reads them back unchanged.
""",
)
@click.argument("ids", metavar="[CLAIM]...", nargs=-1)
@click.option("--format", "format_", type=click.Choice(FORMATS), required=True)
@click.option(
    "-o",
    "--output",
    metavar="FILE",
    type=click.Path(path_type=Path, dir_okay=False),
    help="The file to write; by default standard output.",
)
@click.option(
    "--ledger",
    metavar="DIR",
    type=click.Path(path_type=Path),
    help="The ledger to read; by default the one you are in.",
)
def export(ids: tuple[str, ...], format_: ExportFormat, output: Path | None, ledger: Path | None) -> int:
    """Write the claims of a ledger in another format: those named, or all, by id."""
    from claimcheck.disk import write_atomically
    from claimcheck.exchange import export as made_of
    from claimcheck.store import Ledger

    made = made_of(Ledger.open(ledger or Path()), format_, ids)
    if output is None:
        click.echo(made.data, nl=False)
    else:
        write_atomically(output, made.data)
    if made.left_out:
        click.echo(
            f"claimcheck: {made.left_out} of {made.claims + made.left_out} claims left out: not accepted, or without "
            "a named reviewer",
            err=True,
        )
    return 0
