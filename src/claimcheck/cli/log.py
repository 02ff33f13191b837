"""`claimcheck log`: a claim's story from git."""

from __future__ import annotations

from pathlib import Path

import click

from claimcheck.cli.claims.shared import Format, emit, format_option, ledger_option, opened


@click.command(
    short_help="Tell a claim's story from git.",
    epilog="""\b
Example:
  claimcheck log old-mill-fire.nobody-killed-6983

What is told is what changed in the claim itself, wherever in claims/ it was written: when it was made, accepted or
retired and by whom, how its text was edited, where its passage moved. A change that is not committed yet comes last.
""",
)
@click.argument("claim")
@ledger_option
@format_option
def log(claim: str, ledger: Path | None, format_: Format) -> None:
    """Tell what happened to CLAIM in every commit that changed it, the oldest first."""
    from claimcheck.curation.story import story
    from claimcheck.render.story import text

    found = story(opened(ledger), claim)
    emit(format_, found, lambda style: text(found, style))
