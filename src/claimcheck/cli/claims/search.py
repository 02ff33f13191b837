"""`claimcheck claims search`: claims by words."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import click

from claimcheck.cli.claims.shared import Format, emit, format_option, ledger_option, opened, today_option


@click.command(
    "search",
    short_help="Find claims by words, or by what an id is like.",
    epilog="""\b
Examples:
  claimcheck claims search "how many people work at Ardenbay"
  claimcheck claims search mill-fire

\b
Each claim is printed with what it was found by:
  passage          its passage is among those the index ranks nearest, as for a statement to be checked
  … in its text    it has most of the words in its text, quote, speaker, note or tags
  id               its id has the word in it, or is like it
The index knows only the claims that decide verdicts, the rest looks at all of them.
""",
)
@click.argument("words", metavar="WORDS...", nargs=-1, required=True)
@click.option(
    "--limit", metavar="N", type=click.IntRange(1), default=10, show_default=True, help="The most to show."
)
@today_option("The day as of which a claim is due")
@ledger_option
@format_option
def command(words: tuple[str, ...], limit: int, today: date, ledger: Path | None, format_: Format) -> None:
    """Find the claims that WORDS are about, best first."""
    from claimcheck.cli.progress import reading_bar
    from claimcheck.curation.searching import search
    from claimcheck.render import claims as render
    from claimcheck.render.plain import one_line

    with reading_bar() as progress:
        found = search(opened(ledger), " ".join(words), limit, today, progress)
    if found.unasked:
        click.echo(f"claimcheck: note: the index was not asked: {one_line(found.unasked)}", err=True)
    emit(format_, found.claims, lambda style: render.hits(found.claims, style))
