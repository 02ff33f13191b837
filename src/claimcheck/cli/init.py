"""`claimcheck init`: a ledger to start with."""

from __future__ import annotations

from pathlib import Path

import click

from claimcheck.render.plain import one_line

EXAMPLE = "The Quay Street branch holds 41,000 books."


@click.command(
    short_help="Make a ledger that works at once.",
    epilog="""\b
Examples:
  claimcheck init              make the folder you are in a ledger
  claimcheck init facts        make a ledger in facts/
""",
)
@click.argument("directory", metavar="[DIR]", default=".", type=click.Path(path_type=Path))
def init(directory: Path) -> None:
    """Make a ledger in DIR (by default here) that works at once: settings, a sample source, claims from it.

    What is there already is never overwritten.
    """
    from claimcheck import scaffold

    made = scaffold.init(directory)
    for path in made.created:
        click.echo(f"created  {one_line(str(path))}")
    for path in made.kept:
        click.echo(f"kept     {one_line(str(path))}")
    if not made.created:
        click.echo("Nothing to do: this is a ledger already.")
        return
    click.echo("\nNow try this:")
    if directory != Path():
        click.echo(f"  cd {_quoted(str(directory))}")
    click.echo(f'  claimcheck verify "{EXAMPLE}"')
    click.echo("Then put a document into sources/ and run `claimcheck extract` on it.")


def _quoted(path: str) -> str:
    from shlex import quote

    return quote(one_line(path))
