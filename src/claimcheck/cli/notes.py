"""What is said on standard error of a ledger that answers less than one may think."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

import click

if TYPE_CHECKING:
    from claimcheck.retrieve import Index

EMPTY = "this ledger has no accepted claim, so every statement is absent: see `claimcheck extract --help`"
NAMED = 3  # of the claims that are left out


def tell_of(index: Index) -> None:
    """Note that claims are left out, or that there are none."""
    note = left_out(index.unplaced) or ("" if index.count else EMPTY)
    if note:
        click.echo(f"claimcheck: note: {note}", err=True)


def left_out(claims: Sequence[str]) -> str:
    """What to say of accepted claims that do not count; nothing where there are none."""
    if len(claims) == 1:
        return f"claim {claims[0]!r} is left out: a quote of it has no place of its own in its source"
    named = ", ".join(map(repr, claims[:NAMED])) + (", …" if len(claims) > NAMED else "")
    said = f"{len(claims):,} claims are left out, as quotes of theirs have no place of their own in their sources"
    return f"{said}: {named}" if claims else ""
