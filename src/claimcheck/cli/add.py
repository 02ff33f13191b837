"""`claimcheck add`: documents into the ledger."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, date, datetime
from pathlib import Path
from typing import TYPE_CHECKING

import click

from claimcheck import __version__
from claimcheck.fields import iso_date
from claimcheck.render.plain import one_line

if TYPE_CHECKING:
    from claimcheck.intake import Added

TIMEOUT = 60.0  # seconds for one address


def _moment(_context: click.Context, _parameter: click.Parameter, value: str | None) -> str:
    """The time of retrieval: the clock, unless it is given."""
    if value is None:
        return datetime.now(UTC).replace(microsecond=0).isoformat()
    _iso(value)
    return value.strip()


def _day(_context: click.Context, _parameter: click.Parameter, value: str | None) -> date | None:
    return None if value is None else _iso(value)


def _iso(value: str) -> date:
    try:
        return iso_date(value)
    except ValueError as error:
        raise click.BadParameter(str(error)) from error


@click.command(
    short_help="Bring documents in as sources: files or addresses.",
    epilog="""\b
Examples:
  claimcheck add report.pdf                           make it the source "report"
  claimcheck add https://example.org/news/storm.html  get a page, and keep its text, title, author and date
  claimcheck add minutes.docx --id council-2025-03 --published 2025-03-14 --extract

\b
Text, Markdown, HTML, PDF and Word files are read. Of a page of the web the main text is kept, without menus and
advertising; of a PDF the text in reading order, without what repeats at the edges of its pages.

\b
For each document there are then
  sources/ID.md or .txt     its text, which claims are made from
  sources/ID.meta.yaml      title, publisher, author, address, dates, licence, hashes, where each page begins
  originals/ID.HASH.SUFFIX  the very bytes that were read

Adding the same bytes again changes nothing. A document that says something else than before becomes a new source,
ID@DATE, and the old one stays, since claims stand on it.
""",
)
@click.argument("documents", metavar="PATH|URL...", nargs=-1, required=True)
@click.option(
    "--ledger",
    metavar="DIR",
    type=click.Path(path_type=Path),
    help="The ledger to add to; by default the one you are in.",
)
@click.option(
    "--id", "id_", metavar="ID", help="What to call the source; by default after its file, address or title."
)
@click.option("--title", metavar="TEXT", help="Its title; by default what the document says.")
@click.option("--publisher", metavar="TEXT", help="Who published it.")
@click.option("--author", metavar="TEXT", help="Who wrote it.")
@click.option(
    "--published",
    metavar="DATE",
    callback=_day,
    help='When it was, such as 2025-03-14: what "Wednesday" means in it counts from there.',
)
@click.option("--license-note", metavar="TEXT", help="What may be done with it, in your words.")
@click.option(
    "--encoding", metavar="NAME", help="What a text or page is written in, where it does not say so itself."
)
@click.option(
    "--retrieved-at",
    metavar="TIME",
    callback=_moment,
    help="When it was read, such as 2025-03-14T09:30:00Z; by default now.",
)
@click.option(
    "--timeout", metavar="SECONDS", type=click.FloatRange(min=0, min_open=True), default=TIMEOUT, show_default=True,
    help="How long to wait for an address.",
)  # fmt: skip
@click.option(
    "--extract", is_flag=True, help="Then propose claims from what is new, as `claimcheck extract` does."
)
@click.option("--accept", is_flag=True, help="With --extract: accept them too.")
def add(
    documents: tuple[str, ...],
    ledger: Path | None,
    id_: str | None,
    title: str | None,
    publisher: str | None,
    author: str | None,
    published: date | None,
    license_note: str | None,
    encoding: str | None,
    retrieved_at: str,
    timeout: float,
    extract: bool,
    accept: bool,
) -> int:
    """Bring documents into the ledger: each PATH or http(s) URL becomes a source.

    All of them are added, or, where one cannot be read, none.
    """
    from claimcheck import intake
    from claimcheck.store import find_root

    if accept and not extract:
        raise click.UsageError("--accept goes with --extract", click.get_current_context())
    if len(documents) > 1 and (id_ or title):
        raise click.UsageError("--id and --title go with one document", click.get_current_context())
    root = find_root(ledger or Path())
    wishes = intake.Wishes(
        retrieved_at, id_, title, publisher, author, published, license_note, encoding, timeout,
        agent=f"claimcheck/{__version__}",
    )  # fmt: skip
    done = intake.add(root, [intake.bring(document, wishes) for document in documents])
    for one in done:
        click.echo(one_line(_line(one)).encode(errors="backslashreplace"))
        for note in one.notes:
            click.echo(f"claimcheck: {one_line(note)}", err=True)
    if extract:
        for line in _extracted(root, done, accept):
            click.echo(line.encode(errors="backslashreplace"))
    return 0


def _line(one: Added) -> str:
    if one.state == "added":
        return f"{one.source}: added as {one.file}"
    if one.state == "snapshot":
        return f"{one.source}: added as {one.file}, a new snapshot; {one.replaces} stays as it was"
    same = "nothing has changed" if one.same_bytes else "its bytes have changed, but nothing that it says"
    return f"{one.source}: there already as {one.file}; {same}"


def _extracted(root: Path, done: tuple[Added, ...], accept: bool) -> Iterator[str]:
    """Propose the claims of what is new; a document without any is no failure of the others."""
    from claimcheck.cli.extract import report_lines
    from claimcheck.extract import extract, find_sources
    from claimcheck.store import Ledger

    for one in done:
        if one.state != "unchanged":
            ledger = Ledger.open(root)
            (asked,) = find_sources(ledger, (str(root / one.file),))
            yield from report_lines(extract(ledger, asked, accept=accept), accept=accept, dry_run=False)
