"""`claimcheck claims edit`: a claim's fields, or the claim in an editor."""

from __future__ import annotations

import os
import sys
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, BinaryIO

import click

from claimcheck.cli.claims.shared import (
    Format,
    emit_written,
    format_option,
    ledger_option,
    opened,
    today_option,
)
from claimcheck.cli.days import day_or_nothing
from claimcheck.errors import ClaimcheckError, LedgerError
from claimcheck.fields import iso_date

if TYPE_CHECKING:
    from claimcheck.store import Ledger


@click.command(
    "edit",
    short_help="Change fields of a claim, or edit it as YAML.",
    epilog="""\b
Examples:
  claimcheck claims edit mill-dead --text "Nobody was killed in the fire." --tag casualties
  claimcheck claims edit mill-dead --recheck-by 2025-09-01
  claimcheck claims edit mill-dead --speaker ""        take a field away
  claimcheck claims edit mill-dead                     open it in $VISUAL or $EDITOR

What is saved in the editor is checked first; where it is not right it is kept, and `--file` takes it when it is.
""",
)
@click.argument("id_", metavar="ID")
@click.option("--text", metavar="TEXT", help="What the claim says.")
@click.option("--speaker", metavar="NAME", help="Who says it, where the source attributes it.")
@click.option("--note", metavar="TEXT", help="A note for the next reader.")
@click.option("--as-of", metavar="DATE", callback=day_or_nothing, help="The day for which it holds.")
@click.option(
    "--recheck-by",
    metavar="DATE",
    callback=day_or_nothing,
    help="The day by which somebody should look at it again.",
)
@click.option(
    "--valid-until",
    metavar="DATE",
    callback=day_or_nothing,
    help="The last day on which it is known to hold.",
)
@click.option("--tag", "tags", metavar="TAG", multiple=True, help="Add a tag. May be given several times.")
@click.option("--untag", "untags", metavar="TAG", multiple=True, help="Take a tag away.")
@click.option("--supersedes", metavar="ID", multiple=True, help="A claim that this one outranks from now on.")
@click.option(
    "--file",
    "file",
    metavar="FILE",
    type=click.File("rb"),
    help="Take the claim's YAML from a file, - for standard input.",
)
@today_option("The day as of which a claim is due")
@ledger_option
@format_option
def command(
    id_: str,
    text: str | None,
    speaker: str | None,
    note: str | None,
    as_of: str | None,
    recheck_by: str | None,
    valid_until: str | None,
    tags: tuple[str, ...],
    untags: tuple[str, ...],
    supersedes: tuple[str, ...],
    file: BinaryIO | None,
    today: date,
    ledger: Path | None,
    format_: Format,
) -> None:
    """Change the claim ID: the fields given, or all of it in an editor where none is.

    An empty value takes a field away. The id and the comments stay.
    """
    from claimcheck.curation.editing import Edit, edit

    given = {"text": text, "speaker": speaker, "note": note}
    days = {"as_of": as_of, "recheck_by": recheck_by, "valid_until": valid_until}
    fields = tuple((name, value) for name, value in given.items() if value is not None)
    when = tuple((name, iso_date(day) if day else None) for name, day in days.items() if day is not None)
    wanted = Edit((*fields, *when), tags, untags, supersedes)
    found = opened(ledger)
    if file is not None and wanted != Edit():
        raise click.UsageError("give --file, or fields to change, not both", click.get_current_context())
    if file is not None:
        after = _put(found, id_, file.read(), "standard input" if file is sys.stdin.buffer else file.name)
    else:
        after = edit(found, id_, wanted) if wanted != Edit() else _in_editor(found, id_)
    emit_written(format_, after, [id_], "edited", today)


def _put(ledger: Ledger, name: str, data: bytes, called: str, before: str | None = None) -> Ledger:
    from claimcheck.curation.editing import put
    from claimcheck.text import decode

    return put(ledger, name, decode(data, called), called, before)


def _in_editor(ledger: Ledger, name: str) -> Ledger:
    """Let a person edit the claim; what cannot be taken stays in a file beside the cache."""
    from claimcheck.curation.editing import text_to_edit
    from claimcheck.disk import make_cache_folder, write_atomically
    from claimcheck.extract.ids import id_part

    if not (os.environ.get("VISUAL") or os.environ.get("EDITOR") or (sys.stdin and sys.stdin.isatty())):
        raise LedgerError("say what to change, or which editor to open ($VISUAL or $EDITOR)")
    before = text_to_edit(ledger, name)
    path = make_cache_folder(ledger.root) / f"edit-{id_part(name)}.yaml"
    if path.exists():
        raise LedgerError(
            f"{path}: an edit of this claim is waiting here: give it with `--file`, or remove it"
        )
    write_atomically(path, before)
    done = False
    try:
        click.edit(filename=str(path))
        after = _put(ledger, name, path.read_bytes(), str(path), before)
        done = True
    except ClaimcheckError as error:
        raise type(error)(
            f"{error}; your text is kept in {path}: correct it and give it with `--file`"
        ) from error
    finally:
        if done or path.read_bytes() == before.encode():
            path.unlink()
    return after
