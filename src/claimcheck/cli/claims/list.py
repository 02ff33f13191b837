"""`claimcheck claims list`: which claims there are."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import get_args

import click

from claimcheck.claim import Status
from claimcheck.cli.claims.shared import Format, emit, format_option, ledger_option, opened, today_option


@click.command(
    "list",
    short_help="List claims, all of them or some.",
    epilog="""\b
Examples:
  claimcheck claims list --status proposed
  claimcheck claims list --source annual-report --tag staff
  claimcheck claims list --due --today 2025-07-24
""",
)
@click.option("--status", multiple=True, type=click.Choice(get_args(Status)), help="Claims of this status.")
@click.option("--source", multiple=True, metavar="ID", help="Claims that quote this source.")
@click.option("--tag", multiple=True, metavar="TAG", help="Claims with this tag; with all of several.")
@click.option("--due", is_flag=True, help="Claims to look at again: past their recheck_by or valid_until.")
@today_option("The day as of which claims are due")
@ledger_option
@format_option
def command(
    status: tuple[Status, ...],
    source: tuple[str, ...],
    tag: tuple[str, ...],
    due: bool,
    today: date,
    ledger: Path | None,
    format_: Format,
) -> None:
    """List the claims of a ledger by id.

    Options of different names narrow the list down; --status and --source may be given several times, to take in more.
    """
    from claimcheck.curation.listing import Wanted, listed
    from claimcheck.render import claims as render

    found = listed(opened(ledger), Wanted(status, source, tag, due), today)
    emit(format_, found, lambda style: render.lines(found, style))
