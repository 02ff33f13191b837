"""`claimcheck claims accept`: claims that count from now on."""

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
    "accept",
    short_help="Accept claims, with who reviewed them and when.",
    epilog="""\b
Examples:
  claimcheck claims accept old-mill-fire.nobody-killed-6983
  claimcheck claims accept CLAIM CLAIM --reviewer "Ann Example" --today 2025-07-24

A claim that is accepted already has then been reviewed again, and is no longer due for a recheck that was due by then.
""",
)
@click.argument("ids", metavar="ID...", nargs=-1, required=True)
@reviewer_option
@today_option("The day of the review")
@ledger_option
@format_option
def command(
    ids: tuple[str, ...], reviewer: str | None, today: date, ledger: Path | None, format_: Format
) -> None:
    """Accept claims: all that are named, or none where one of them cannot be."""
    from claimcheck.curation.reviewing import accept

    found = opened(ledger)
    after = accept(found, ids, reviewer_of(reviewer, found), today)
    emit_written(format_, after, ids, "accepted", today)
