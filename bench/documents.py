"""`python -m bench documents`: documents of many makers added to a ledger, and whether their text came out whole.

Made into a temporary folder from texts of our own: PDF (TeX, LibreOffice, a browser's print), DOCX (python-docx,
LibreOffice) and HTML (by hand in many ways, generators). Makers that are not installed are left out, and named.
"""

from __future__ import annotations

import argparse
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from bench.document_makers import Maker, installed, makers
from bench.document_pages import JUNK
from bench.document_texts import TextOf
from bench.ledgers import folder
from bench.table import table
from claimcheck.anchor import describe, resolve
from claimcheck.errors import ClaimcheckError
from claimcheck.intake import Wishes, add, bring
from claimcheck.scaffold import init
from claimcheck.sources import Document
from claimcheck.store import Ledger

_END = re.compile(r"(?<=[.!?:;])(?:[”’])? (?=[A-Z“])")
_ABBREVIATIONS = ("Dr.", "U.S.", "a.m.", "p.m.")
_QUOTES = str.maketrans("“”‘’", "\"\"''")


@dataclass(frozen=True, slots=True)
class Outcome:
    """What came of one document: sentences whole, in order, with spans that lead back; words that do not belong."""

    maker: Maker
    sentences: int
    whole: int
    ordered: bool
    spans: int
    cells: str
    junk: tuple[str, ...]
    missing: tuple[str, ...]
    error: str = ""


def add_arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "--only", metavar="WORD", help="only the formats and makers with this word in their name"
    )
    parser.add_argument(
        "--errors", action="store_true", help="list the sentences that did not come out whole"
    )


def run(args: argparse.Namespace) -> int:
    """Make, add and look; 1 where a sentence is lost, out of order or in pieces, or a span does not resolve."""
    wanted = [maker for maker in makers() if not args.only or args.only in f"{maker.format} {maker.name}"]
    left_out = sorted({maker.program for maker in wanted if not installed(maker.program)})
    with folder() as temporary:
        init(temporary / "ledger")
        outcomes = [
            _outcome(maker, i, temporary) for i, maker in enumerate(wanted) if installed(maker.program)
        ]
    rows = [_row(outcome) for outcome in outcomes]
    print(table(["document", "text", "sentences", "whole", "in order", "spans", "cells", "junk"], rows))
    for program in left_out:
        print(f"not installed, its documents left out: {program}")
    failed = [outcome for outcome in outcomes if _failed(outcome)]
    print(f"\n{len(outcomes) - len(failed)} of {len(outcomes)} documents came out whole and in order")
    for outcome in failed if args.errors else []:
        for said in (outcome.error, *outcome.missing):
            if said:
                print(f"  {outcome.maker.format}, {outcome.maker.name}, {outcome.maker.text.name}: {said}")
    return 1 if failed else 0


def _row(outcome: Outcome) -> Sequence[object]:
    maker = outcome.maker
    return (
        f"{maker.format}: {maker.name}",
        maker.text.name,
        outcome.sentences,
        outcome.whole,
        "yes" if outcome.ordered else "no",
        outcome.spans,
        outcome.cells,
        ", ".join(outcome.junk) or "none",
    )


def _failed(outcome: Outcome) -> bool:
    fine = outcome.whole == outcome.spans == outcome.sentences and outcome.ordered and not outcome.junk
    return bool(outcome.error) or not fine


def _outcome(maker: Maker, number: int, temporary: Path) -> Outcome:
    there = temporary / f"made-{number}"
    there.mkdir()
    expected = list(sentences(maker.text))
    try:
        path = maker.make(there)
        (added,) = add(
            temporary / "ledger",
            [bring(str(path), Wishes("2025-05-05T09:00:00Z", id=f"{path.suffix[1:]}-{number}"))],
        )
    except ClaimcheckError as error:
        return Outcome(maker, len(expected), 0, False, 0, "", (), (), str(error))
    return _looked_at(maker, Ledger.open(temporary / "ledger").sources[added.source], expected)


def _looked_at(maker: Maker, document: Document, expected: Sequence[tuple[str, bool]]) -> Outcome:
    places: list[int] = []
    missing: list[str] = []
    whole = spans = 0
    for sentence, flows in expected:
        found = _found(document, sentence)
        if found is None:
            missing.append(sentence)
            continue
        whole += 1
        start, end = found
        text = document.text.text
        again = resolve(text, describe(text, start, end))
        paged = maker.format != "pdf" or document.page_of(start) is not None
        spans += again.status == "found" and paged and document.paragraph_of(start) is not None
        if flows:
            places.append(start)
    prose = "\n".join(block.prose for block in document.blocks)
    junk = tuple(words for words in JUNK if words in prose)
    wanted = [cell for row in maker.text.table for cell in row]
    cells = f"{sum(_plain(cell) in _plain(document.text.text) for cell in wanted)}/{len(wanted)}"
    ordered = places == sorted(places)
    return Outcome(maker, len(expected), whole, ordered, spans, cells, junk, tuple(missing))


def sentences(text: TextOf) -> Iterator[tuple[str, bool]]:
    """The sentences of a text, and whether each is part of its flow, as a note is not."""
    yield text.title, True
    for kind, words in text.blocks:
        safe = words
        for short in _ABBREVIATIONS:
            safe = safe.replace(short + " ", short.replace(".", "\0") + " ")
        for sentence in _END.split(safe):
            yield sentence.replace("\0", "."), kind != "note"


def _found(document: Document, sentence: str) -> tuple[int, int] | None:
    """The place, in the normalised text, of a sentence that stands whole in the prose of one block."""
    wanted = _plain(sentence)
    for block in document.blocks:
        at = _plain(block.prose).find(wanted)
        if at >= 0:
            span = block.span(at, at + len(wanted))
            return span.start, span.end
    return None


def _plain(text: str) -> str:
    """Text with typists' quotation marks, one for one."""
    return text.translate(_QUOTES)
