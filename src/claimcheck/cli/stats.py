"""`claimcheck stats`: a ledger in numbers, and as a page."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import click

from claimcheck.cli.claims.shared import Format, emit, format_option, ledger_option, opened, today_option


@click.command(
    short_help="Count the claims, and what of each source they cover.",
    epilog="""\b
Examples:
  claimcheck stats
  claimcheck stats --html ledger.html --today 2025-07-24

\b
A sentence, table cell or list item of a source is covered where an accepted claim stands on some of it. Whether one is
checkable is decided as `claimcheck extract` does. The page needs nothing else: no script, no network.

The exit code is 2 where a source cannot be read; the rest is counted all the same.
""",
)
@click.option(
    "--html",
    metavar="FILE",
    type=click.Path(path_type=Path, dir_okay=False),
    help="Write a page with plots too.",
)
@click.option(
    "--ahead",
    metavar="DAYS",
    type=click.IntRange(0),
    default=30,
    show_default=True,
    help="Tell what falls due within so many days.",
)
@today_option("The day that ages are counted to, and as of which claims are due")
@ledger_option
@format_option
def stats(html: Path | None, ahead: int, today: date, ledger: Path | None, format_: Format) -> int:
    """Count claims by status, source, kind and age, tell what of each source has a claim, and what is due."""
    from claimcheck.cli.progress import reading_bar
    from claimcheck.disk import write_atomically
    from claimcheck.render.stats import text
    from claimcheck.stats import count

    with reading_bar() as progress:
        found = count(opened(ledger), today, ahead, progress)
    if html is not None:
        from claimcheck.render.stats_page import page

        write_atomically(html, page(found))
    emit(format_, found, lambda style: text(found, style))
    return 2 if found.unread else 0
