"""`python -m bench drafts`: checking many drafts, as a multiple of spaCy's parse of the same text; memory.

Whole processes are compared, starting and loading the model included on both sides, run in turn. spaCy's process reads
the same paragraphs with the same model and all its pipes (those that claimcheck uses: tok2vec, tagger, parser,
attribute_ruler, lemmatizer, ner), in one process on one core. Processor time is shown beside the time on the wall,
since other work on the machine lengthens only the latter.
"""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Sequence
from pathlib import Path

from bench.ledgers import command, folder
from bench.newsroom import drafts
from bench.processes import Ran, measure, median
from bench.speed import MIB, PIPE, ratio
from bench.synthetic import write_ledger
from bench.table import table

TODAY = "2025-06-01"
PARSE_BAR, JOBS_BAR, FLAT_BAR = 1.5, 1.7, 1.1
SHARES = (4, 2, 1)  # memory is measured at a quarter of the drafts, at half of them, and at all


def add_arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--drafts", type=int, default=100, metavar="N", help="drafts of about 800 words")
    parser.add_argument("--claims", type=int, default=10_000, metavar="N", help="claims in the ledger")
    parser.add_argument(
        "--repeat", type=int, default=3, metavar="N", help="runs of each process; medians are shown"
    )


def run(args: argparse.Namespace) -> int:
    with folder() as place:
        ledger, copy = place / "ledger", place / "drafts"
        print(f"writing {args.claims:,} claims and {args.drafts} drafts", file=sys.stderr)
        write_ledger(ledger, args.claims)
        copy.mkdir()
        made = list(drafts(args.drafts, args.claims))
        for name, text in made:
            (copy / name).write_text(text, encoding="utf-8")
        files = [str(copy / name) for name, _ in made]
        cold = check(ledger, files[:1])
        print(f"index built in {cold.seconds:.0f} s; {_said(made)}", file=sys.stderr)
        lines = _times(ledger, files, [text for _, text in made], args.repeat)
        lines += _memory(ledger, files)
    print(table(["measure", "claimcheck", "against", "ratio", "bar"], lines))
    return 0


def check(ledger: Path, files: Sequence[str], jobs: int = 1) -> Ran:
    """`claimcheck check` of the files, its report in JSON."""
    options = ["--ledger", str(ledger), "--today", TODAY, "--format", "json", "--jobs", str(jobs)]
    return measure([*command(), "check", *files, *options])


def parse(texts: Sequence[str]) -> Ran:
    """A process that does nothing but parse the paragraphs."""
    pieces = [piece for text in texts for piece in text.split("\n\n")]
    lines = "".join(json.dumps({"statement": piece.strip().lstrip("# ")}) + "\n" for piece in pieces)
    return measure([sys.executable, "-c", PIPE], lines.encode())


def _times(ledger: Path, files: Sequence[str], texts: Sequence[str], repeat: int) -> list[list[str]]:
    one, two, spacy = [], [], []
    for _ in range(repeat):
        spacy.append(parse(texts))
        one.append(check(ledger, files))
        two.append(check(ledger, files, jobs=2))
        if one[-1].printed != two[-1].printed:
            raise AssertionError("two processes gave another report than one")
    wall, worked = _middle(one), _middle(one, "worked")
    parsed, both = _middle(spacy), _middle(two)
    return [
        ["against spaCy, processor time", *ratio(worked, _middle(spacy, "worked"), "s"), f"{PARSE_BAR}"],
        ["against spaCy, wall", *ratio(wall, parsed, "s"), f"{PARSE_BAR}"],
        ["one process, against two, wall", *ratio(wall, both, "s"), f"{JOBS_BAR}"],
        ["the work of two, processor time", *ratio(_middle(two, "worked"), worked, "s"), ""],
    ]


def _middle(runs: Sequence[Ran], figure: str = "seconds") -> float:
    return median([getattr(ran, figure) for ran in runs])


def _memory(ledger: Path, files: Sequence[str]) -> list[list[str]]:
    """The most memory held for a part of the drafts, against what a quarter of them takes."""
    counts = sorted({max(1, len(files) // share) for share in SHARES})
    peaks = [check(ledger, files[:count]).peak / MIB for count in counts]
    return [
        [f"memory, {count} drafts", *ratio(peak, peaks[0], "MiB"), f"{FLAT_BAR}"]
        for count, peak in zip(counts, peaks, strict=True)
    ]


def _said(made: Sequence[tuple[str, str]]) -> str:
    words = sum(len(text.split()) for _, text in made)
    return f"{words:,} words in {len(made)} drafts"
