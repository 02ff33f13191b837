"""`--format`, `-o` and `--quiet`: what a command prints of a finished report, and where.

A command takes `@format_options(FORMATS)`, which gives it `formats`, `output` and `quiet`; it calls `wishes` before the
work begins, so that a wrong wish costs nothing, and hands the finished report to `deliver`.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, TypeVar

import click

from claimcheck.cli.terminal import encoding, stdout, style
from claimcheck.disk import write_atomically
from claimcheck.errors import ClaimcheckError
from claimcheck.fields import nearest
from claimcheck.render.plain import Style, one_line

SUMMARY = "GITHUB_STEP_SUMMARY"
STDOUT = Path("-")
Command = TypeVar("Command", bound=Callable[..., Any])
Rendering = Callable[[str, Style], Iterable[str]]
"""A format's name and a style to the report in that format, in pieces."""


@dataclass(frozen=True, slots=True)
class Wish:
    """A format, and the file it is to be written to; None for standard output."""

    format: str
    file: Path | None


def format_options(known: Sequence[str]) -> Callable[[Command], Command]:
    """The options, for a command that can print these formats."""

    def decorate(command: Command) -> Command:
        for option in reversed(
            (
                click.option(
                    "--format",
                    "formats",
                    metavar="NAME[=FILE]",
                    multiple=True,
                    help=f"{', '.join(known[:-1])} or {known[-1]}; by default text. May be given several times, "
                    "such as --format json=report.json --format text.",
                ),
                click.option(
                    "-o",
                    "--output",
                    metavar="FILE",
                    type=click.Path(dir_okay=False, path_type=Path),
                    help="Write to this file, not to standard output.",
                ),
                click.option("-q", "--quiet", is_flag=True, help="As text, print only errors."),
            )
        ):
            command = option(command)
        return command

    return decorate


def wishes(formats: Sequence[str], output: Path | None, known: Sequence[str]) -> tuple[Wish, ...]:
    """What is asked for. Raises click.BadParameter for a format not known, and for two with one place to go to."""
    found = [_wish(text, known) for text in formats or ("text",)]
    loose = [wish for wish in found if wish.file is None]
    if len(loose) > 1:
        said = f"{loose[0].format} and {loose[1].format} cannot both be printed: write {loose[1].format}=FILE for one"
        raise click.BadParameter(said, param_hint="'--format'")
    if output and not loose:
        raise click.BadParameter("every format has a file of its own already", param_hint="'--output'")
    aside = None if output == STDOUT else output
    wanted = tuple(Wish(wish.format, wish.file or aside) for wish in found)
    files = [wish.file.absolute() for wish in wanted if wish.file]
    if len(set(files)) < len(files):
        raise click.BadParameter("two formats cannot go to one file", param_hint="'--format'")
    return wanted


def deliver(wanted: Sequence[Wish], render: Rendering, summary: Callable[[], str]) -> None:
    """Print and write a finished report.

    summary: what GitHub is to show for the step, asked for where "github" is among the formats. A file that cannot be
    written is told on standard error and changes no exit code: that is the report's own.
    """
    for wish in wanted:
        if wish.file:
            _write(wish.file, render(wish.format, Style()))
    page = os.environ.get(SUMMARY)
    if page and any(wish.format == "github" for wish in wanted):
        _add(Path(page), summary())
    for wish in wanted:
        if wish.file is None:
            in_text = wish.format == "text"
            pieces = render(wish.format, style() if in_text else Style())
            out = stdout()
            for said in pieces:
                out.write(said.encode(encoding() if in_text else "utf-8", errors="backslashreplace"))
            out.flush()


def _write(file: Path, pieces: Iterable[str]) -> None:
    try:
        write_atomically(file, (said.encode(errors="backslashreplace") for said in pieces))
    except ClaimcheckError as error:
        _warn(str(error))


def _add(file: Path, said: str) -> None:
    try:
        with file.open("ab") as page:
            page.write(said.encode(errors="backslashreplace"))
    except OSError as error:
        _warn(f"{file}: cannot be written ({error.strerror or error})")


def _warn(sentence: str) -> None:
    click.echo(f"claimcheck: {one_line(sentence)}".encode(errors="backslashreplace"), err=True)


def _wish(text: str, known: Sequence[str]) -> Wish:
    name, given, file = text.partition("=")
    if name not in known:
        near = nearest(name, known)
        said = f"{name!r} is no format" + (f" (did you mean {near!r}?)" if near else f" ({', '.join(known)})")
        raise click.BadParameter(said, param_hint="'--format'")
    if given and not file:
        raise click.BadParameter(f"{text!r} names no file", param_hint="'--format'")
    return Wish(name, Path(file) if given and Path(file) != STDOUT else None)
