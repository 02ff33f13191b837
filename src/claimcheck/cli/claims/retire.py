"""`claimcheck claims retire`: claims that no longer count, kept with the reason."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import click

from claimcheck.cli.claims.shared import (
    Format,
    emit_written,
    format_option,
    ledger_option,
    opened,
    reviewer_of,
    reviewer_option,
    today_option,
)


@click.command(
    "retire",
    short_help="Retire claims, with the reason.",
    epilog="""\b
Example:
  claimcheck claims retire old-mill-fire.nobody-killed-6983 --reason "the fire service has corrected the figure"
""",
)
@click.argument("ids", metavar="ID...", nargs=-1, required=True)
@click.option("--reason", metavar="TEXT", required=True, help="Why the claims no longer count.")
@reviewer_option
@today_option("The day of the decision")
@ledger_option
@format_option
def command(
    ids: tuple[str, ...], reason: str, reviewer: str | None, today: date, ledger: Path | None, format_: Format
) -> None:
    """Retire claims: all that are named, or none where one of them cannot be. They stay in their files."""
    from claimcheck.curation.reviewing import retire

    found = opened(ledger)
    after = retire(found, ids, reason, reviewer_of(reviewer, found), today)
    emit_written(format_, after, ids, "retired", today)
