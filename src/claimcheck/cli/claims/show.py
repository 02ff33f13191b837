"""`claimcheck claims show`: all there is to say of a claim."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from pathlib import Path

import click

from claimcheck.cli.claims.shared import (
    Format,
    emit,
    entries_of,
    format_option,
    ledger_option,
    opened,
    today_option,
)


@click.command(
    "show",
    short_help="Show a claim with its passage in context.",
    epilog="""\b
Example:
  claimcheck claims show old-mill-fire.nobody-killed-6983

\b
Whether the quotation still stands in its source:
  found      where it stood when the claim was made
  moved      elsewhere, and there only
  ambiguous  at several places, none of them the old one
  lost       nowhere
""",
)
@click.argument("ids", metavar="ID...", nargs=-1, required=True)
@today_option("The day as of which a claim is due")
@ledger_option
@format_option
def command(ids: tuple[str, ...], today: date, ledger: Path | None, format_: Format) -> None:
    """Show each claim: what it says, the passage it quotes in its paragraph, and whether that still stands there."""
    from claimcheck.curation.showing import standing
    from claimcheck.render import claims as render

    found = opened(ledger)
    listed = entries_of(found, ids, today)
    rows = tuple(replace(row, standing=standing(found, row.claim)) for row in listed.claims)
    shown = replace(listed, claims=rows)
    emit(format_, shown, lambda style: render.blocks(shown, style))
