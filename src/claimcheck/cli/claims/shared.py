"""What the commands on claims have in common: options, the ledger, and how they print."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Literal, TypeVar

import click

from claimcheck.cli.days import day
from claimcheck.cli.terminal import encoding, stdout, style

if TYPE_CHECKING:
    from claimcheck.render.plain import Style
    from claimcheck.report.upkeep import ClaimList
    from claimcheck.store import Ledger

Format = Literal["text", "json"]
Command = TypeVar("Command", bound=Callable[..., object])

ledger_option = click.option(
    "--ledger",
    metavar="DIR",
    type=click.Path(path_type=Path),
    help="The ledger; by default the one you are in.",
)
format_option = click.option(
    "--format", "format_", type=click.Choice(["text", "json"]), default="text", show_default=True
)


def today_option(said: str) -> Callable[[Command], Command]:
    """`--today`, with what the day is for."""
    return click.option(
        "--today",
        metavar="DATE",
        callback=day,
        help=f"{said}, such as 2025-07-24; by default the day it is.",
    )


def reviewer_option(command: Command) -> Command:
    """`--reviewer`."""
    return click.option(
        "--reviewer", metavar="NAME", help="Who says so; by default the user.name that git knows."
    )(command)


def opened(directory: Path | None) -> Ledger:
    """The ledger named, or the one around."""
    from claimcheck.store import Ledger

    return Ledger.open(directory or Path())


def reviewer_of(given: str | None, ledger: Ledger) -> str | None:
    """Who reviews: whom the user names, else whom git knows; None where neither is anybody."""
    if given is not None:
        if not given.strip():
            raise click.BadParameter("is empty", click.get_current_context(), param_hint="'--reviewer'")
        return given
    from claimcheck.curation.git import user_name

    return user_name(ledger.root)


def emit(format_: Format, found: object, text: Callable[[Style], str]) -> None:
    """Print a report, as JSON in UTF-8 or as the text made of it in what the terminal takes."""
    out = stdout()
    if format_ == "json":
        from claimcheck.render import json

        out.write(json.document(found).encode())
    else:
        out.write(text(style()).encode(encoding(), errors="backslashreplace"))
    out.flush()


def emit_written(format_: Format, ledger: Ledger, ids: Sequence[str], did: str, today: date) -> None:
    """Print what has become of claims, and where they are written."""
    if format_ == "json":
        emit(format_, entries_of(ledger, ids, today), lambda _: "")
        return
    from claimcheck.curation.named import homes
    from claimcheck.render.claims import written

    places = {name: f"{file.name}:{file.line_of[name]}" for name, file in homes(ledger, ids).items()}
    emit(format_, None, lambda _: written(places, did))


def entries_of(ledger: Ledger, ids: Sequence[str], today: date) -> ClaimList:
    """Claims by their ids, each once, in the order given. Raises LedgerError for an unknown one."""
    from claimcheck.curation.listing import entries
    from claimcheck.curation.named import claim_in, homes

    found = homes(ledger, ids)
    return entries(ledger, [claim_in(file, name) for name, file in found.items()], today)
