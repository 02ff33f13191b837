"""`claimcheck extract`: proposed claims from documents."""

from __future__ import annotations

import json
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import asdict
from pathlib import Path
from typing import TYPE_CHECKING, Any, Literal

import click

from claimcheck.render.plain import one_line

if TYPE_CHECKING:
    from claimcheck.claim import Claim
    from claimcheck.extract import Asked, Extraction

LONG = 100_000  # code points of text, some seconds of work
_PLURALS = {"boilerplate": "boilerplate", "unreadable": "unreadable", "overlong": "overlong"}


@click.command(
    epilog="""\b
Examples:
  claimcheck extract sources/report.md             propose its claims in claims/report.yaml
  claimcheck extract report --accept               the same by the source's id, and accept them
  claimcheck extract ~/news/storm.txt --dry-run    show what a document would give, and why some sentences give nothing

\b
A claim is proposed for every sentence that states a fact, every cell of a table with its headers, every item of a list.
Opinions, forecasts, questions, instructions and what belongs to the page are passed over.

Running it again adds nothing twice and changes no claim. To be rid of a claim for good, retire it with
`claimcheck claims retire`: a claim that is deleted is proposed again.
"""
)
@click.argument("sources", metavar="SOURCE...", nargs=-1, required=True)
@click.option(
    "--ledger",
    metavar="DIR",
    type=click.Path(path_type=Path),
    help="The ledger to add to; by default the one you are in.",
)
@click.option(
    "--accept",
    is_flag=True,
    help="Accept all claims of these sources that are proposed: the new ones, and those proposed earlier.",
)
@click.option("--dry-run", is_flag=True, help="Show what would be added, and write nothing.")
@click.option("--format", "format_", type=click.Choice(["text", "json"]), default="text", show_default=True)
def extract(
    sources: tuple[str, ...],
    ledger: Path | None,
    accept: bool,
    dry_run: bool,
    format_: Literal["text", "json"],
) -> int:
    """Propose a claim for every checkable sentence of each SOURCE: a document's path, or its id in the ledger.

    The claims of a document go to a file of its own in claims/. A document from outside the ledger is copied into
    sources/, as it is, so that its claims can be checked wherever the ledger goes; another one of that name is never
    overwritten.
    """
    from claimcheck.extract import extract as add
    from claimcheck.extract import find_sources
    from claimcheck.store import Ledger

    opened = Ledger.open(ledger or Path())
    asked = find_sources(opened, sources)
    with _progress(asked) as progress:
        done = [add(opened, one, accept=accept, dry_run=dry_run, progress=progress(one)) for one in asked]
    if format_ == "json":
        rows = [_row(extraction) for extraction in done]
        click.echo(json.dumps({"dry_run": dry_run, "sources": rows}, ensure_ascii=False, indent=2).encode())
    else:
        for extraction in done:
            for line in report_lines(extraction, accept=accept, dry_run=dry_run):
                click.echo(line.encode(errors="backslashreplace"))
    return 0


@contextmanager
def _progress(asked: tuple[Asked, ...]) -> Iterator[Callable[[Asked], Callable[[int], None] | None]]:
    """A bar on the terminal while there is much to read, gone when it is done."""
    lengths = {one.document.id: len(one.document.text) for one in asked}
    if sys.stderr is None or not sys.stderr.isatty() or sum(lengths.values()) < LONG:
        yield lambda _: None
        return
    from rich.console import Console
    from rich.progress import Progress

    with Progress(console=Console(stderr=True), transient=True) as bar:

        def progress(one: Asked) -> Callable[[int], None]:
            task = bar.add_task(
                one_line(one.document.id)[:40].replace("[", "\\["), total=lengths[one.document.id]
            )
            return lambda done: bar.update(task, completed=done)

        yield progress


def report_lines(extraction: Extraction, *, accept: bool, dry_run: bool) -> Iterator[str]:
    """The report on one document: in a dry run everything it would give, always its sum at the end."""
    text = extraction.document.text
    if dry_run:
        for claim in extraction.added:
            yield f"  line {text.line_column(claim.evidence[0].start)[0]}: {one_line(claim.text)}"
            about = [f"{key} {value}" for key, value in _about(claim)]
            if about:
                yield f"      {one_line('; '.join(about))}"
        for passed in extraction.passed:
            yield f"  line {text.line_column(passed.start)[0]}, {passed.reason.value}: {one_line(passed.text)}"
    yield one_line(f"{extraction.document.id}: {_sum(extraction, accept=accept, dry_run=dry_run)}")


def _about(claim: Claim) -> Iterator[tuple[str, str]]:
    if claim.speaker:
        yield "said by", claim.speaker
    if claim.as_of:
        yield "as of", claim.as_of.isoformat()
    if claim.note:
        yield "note:", claim.note


def _sum(extraction: Extraction, *, accept: bool, dry_run: bool) -> str:
    added, would = len(extraction.added), "would be " if dry_run else ""
    parts = []
    if added:
        verb = "accepted" if accept else "proposed"
        parts.append(f"{_count(added, 'claim')} {would}{verb} in {extraction.file}")
    if extraction.copied:
        parts.append(f"{' and '.join(extraction.copied)} {would}copied in")
    if extraction.accepted:
        parts.append(f"{_count(len(extraction.accepted), 'claim')} proposed earlier {would}accepted")
    if extraction.known:
        parts.append(f"{extraction.known} there already")
    if not added and not extraction.known:
        parts.append("nothing checkable found")
    if extraction.passed:
        reasons = ", ".join(_count(n, reason, _PLURALS) for reason, n in extraction.reasons.items())
        parts.append(f"{_count(len(extraction.passed), 'sentence')} passed over ({reasons})")
    return "; ".join(parts)


def _count(n: int, noun: str, plurals: dict[str, str] | None = None) -> str:
    return f"{n:,} {noun if n == 1 else (plurals or {}).get(noun, noun + 's')}"


def _row(extraction: Extraction) -> dict[str, Any]:
    text = extraction.document.text
    return {
        "source": extraction.document.id,
        "file": extraction.file,
        "copied": list(extraction.copied),
        "added": [
            {"line": text.line_column(claim.evidence[0].start)[0], **_plain(asdict(claim))}
            for claim in extraction.added
        ],
        "accepted": list(extraction.accepted),
        "known": extraction.known,
        "sentences": extraction.sentences,
        "passed_over": [
            {"line": text.line_column(passed.start)[0], "text": passed.text, "reason": passed.reason.value}
            for passed in extraction.passed
        ],
    }


def _plain(claim: dict[str, Any]) -> dict[str, Any]:
    """The fields of a claim that say something, dates as text."""
    return {
        key: value.isoformat() if hasattr(value, "isoformat") else value
        for key, value in claim.items()
        if value not in (None, (), "")
    }
