"""`claimcheck claims`: the claims of a ledger, looked at and looked after."""

from __future__ import annotations

import click

from claimcheck.cli.subcommands import Subcommands


class _Claims(Subcommands):
    package = "claimcheck.cli.claims"
    names = ("list", "show", "search", "new", "accept", "retire", "edit")


@click.group(
    cls=_Claims,
    short_help="Look at claims, accept and retire them, edit them, make new ones.",
    epilog="""\b
Examples:
  claimcheck claims list --status proposed
  claimcheck claims new annual-report "The company had 4,150 employees at the end of June."
  claimcheck claims accept annual-report.company-4150-employees-end-d1a8

\b
Every change keeps the comments and the order of the file, and is written whole or not at all.
""",
)
def claims() -> None:
    """Look at the claims of a ledger and look after them."""
