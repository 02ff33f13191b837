"""`python -m bench peers`: other packages that check statements against text, side by side with claimcheck.

No peer is a dependency: those that can be imported take part. On a suite a peer is given the document the statement
is about, which claimcheck has to find for itself; on pairs all are given the same evidence. What a peer says is read
as its own documentation reads it; where it finds nothing to check in a statement, that is `absent`.
"""

from __future__ import annotations

import argparse
import contextlib
import importlib
import importlib.util
import io
import logging
import re
import tempfile
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from time import perf_counter

from bench import pairs, suite
from bench.figures import ABSENT, CONTRADICTED, SUPPORTED, Judged, accuracy, wrongly
from bench.rows import Row, read_pairs, read_rows
from bench.table import table

Judge = Callable[[str, str], str]
"""(statement, evidence) → label."""

FUZZY_ENOUGH = 80  # the score from which thefuzz's users commonly take two strings for the same
_SENTENCE_END = re.compile(r"(?<=[.!?])\s+|\n+")


@dataclass(frozen=True, slots=True)
class Peer:
    """A package on an index, the module it is imported as, and how to ask it."""

    package: str
    module: str
    judge: Callable[[], Judge]


def add_arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--data", type=Path, default=suite.default_data(), help="folder of a suite")
    parser.add_argument("--pairs", nargs="+", default=[], metavar="NAME", help="sets of pairs to run as well")
    parser.add_argument("--pairs-data", type=Path, default=pairs.SHARED, help="folder of the sets of pairs")
    parser.add_argument("--limit", type=int, metavar="N", help="only the first N rows of each set")


def run(args: argparse.Namespace) -> int:
    rows = with_documents(args.data)[: args.limit]
    lines = [own_suite(rows, args.data), *all_peers("suite", rows)]
    for path in pairs.files(args.pairs_data, args.pairs) if args.pairs else []:
        rows = read_pairs(path)[: args.limit]
        lines += [own_pairs(path.stem, rows), *all_peers(path.stem, rows)]
    print(
        table(["checker", "data", "accuracy", "wrongly supported", "wrongly contradicted", "ms/row"], lines)
    )
    absent = [peer.package for peer in PEERS if not importable(peer.module)]
    if absent:
        print(f"\nnot installed, so not run: {', '.join(absent)}")
    return 0


def with_documents(data: Path) -> list[Row]:
    """A suite's rows, each with the whole text of its document as evidence."""
    texts = {path.stem: path.read_text(encoding="utf-8") for path in (data / "sources").iterdir()}
    rows = read_rows(data / "statements.jsonl")
    return [Row(r.id, r.statement, r.label, texts[r.source], r.source, r.rule) for r in rows]


def own_suite(rows: Sequence[Row], data: Path) -> list[str]:
    """claimcheck on a suite, with no word of which document; the time includes building the ledger."""
    start = perf_counter()
    results = suite.measure(
        [Row(r.id, r.statement, r.label, "", r.source, r.rule) for r in rows], data / "sources"
    )
    return line("claimcheck", "suite", [result.judged for result in results], perf_counter() - start)


def own_pairs(name: str, rows: Sequence[Row]) -> list[str]:
    compare, _ = pairs.public_compare("strict")
    answered, seconds = pairs.answer(rows, compare)
    return line("claimcheck", name, [pair.judged for pair in answered], seconds)


def all_peers(name: str, rows: Sequence[Row]) -> Iterator[list[str]]:
    """A line for every peer that can be imported."""
    for peer in PEERS:
        if importable(peer.module):
            with silence():
                judge = peer.judge()
                judge("Nine ships sank.", "Nine ships sank in May.")
                start = perf_counter()
                judged = [Judged(row.label, judge(row.statement, row.evidence)) for row in rows]
                seconds = perf_counter() - start
            yield line(peer.package, name, judged, seconds)


def line(checker: str, data: str, rows: Sequence[Judged], seconds: float) -> list[str]:
    shares = (accuracy(rows), wrongly(SUPPORTED, rows), wrongly(CONTRADICTED, rows))
    return [checker, data, *map(str, shares), f"{1000 * seconds / max(1, len(rows)):.1f}"]


def importable(module: str) -> bool:
    return importlib.util.find_spec(module) is not None


@contextlib.contextmanager
def silence() -> Iterator[None]:
    """Keep what a peer prints and logs out of the report."""
    disabled = logging.root.manager.disable
    logging.disable(logging.CRITICAL)
    try:
        with contextlib.redirect_stdout(io.StringIO()), contextlib.redirect_stderr(io.StringIO()):
            yield
    finally:
        logging.disable(disabled)


def thefuzz() -> Judge:
    """The floor: the best sentence's `token_set_ratio` against a threshold. It never contradicts."""
    fuzz = importlib.import_module("thefuzz.fuzz")

    def judge(statement: str, evidence: str) -> str:
        sentences = _SENTENCE_END.split(evidence)
        score = max(fuzz.token_set_ratio(statement, sentence, force_ascii=False) for sentence in sentences)
        return SUPPORTED if score >= FUZZY_ENOUGH else ABSENT

    return judge


def rag_quantguard() -> Judge:
    """Quantities only. A statement is supported if it has quantities and all are verified."""
    guard = importlib.import_module("quantguard").QuantitativeGuard(tolerance=0.05)

    def judge(statement: str, evidence: str) -> str:
        counts = {status: n for status, n in guard.verify(statement, [evidence]).status_counts.items() if n}
        if "CONTRADICTED" in counts:
            return CONTRADICTED
        return SUPPORTED if counts and set(counts) <= {"VERIFIED", "APPROXIMATE"} else ABSENT

    return judge


def grounded_check() -> Judge:
    """Quotations, numbers, citations and names looked up literally. It never contradicts."""
    grounded = importlib.import_module("grounded")

    def judge(statement: str, evidence: str) -> str:
        source = grounded.Source(path=Path("evidence.txt"), raw=evidence)
        result = grounded.verify(grounded.extract(statement), [source])
        return SUPPORTED if result.exact and not result.failures else ABSENT

    return judge


def groundrails() -> Judge:
    """Its lexical layers with their bundled calibration: no models are fetched."""
    module = importlib.import_module("groundrails")
    with tempfile.TemporaryDirectory(
        prefix="groundrails-"
    ) as home:  # where it writes its configuration, once
        module.init(models="none", wordnet=False, home=home)

    def judge(statement: str, evidence: str) -> str:
        found = module.ground(statement, [("evidence.txt", evidence)], ignore_language=True).match_type
        return {"contradicted": CONTRADICTED, "none": ABSENT}.get(found, SUPPORTED)

    return judge


def claimproofkit() -> Judge:
    """A document is supported if claims are found in it and all are approved."""
    kit = importlib.import_module("claimproofkit")
    verifier = kit.ClaimVerifier()

    def judge(statement: str, evidence: str) -> str:
        passage = kit.EvidencePassage(id="evidence", source="evidence", text=evidence)
        report = verifier.verify_document(statement, [passage])
        if any(verdict.status is kit.SupportStatus.CONTRADICTED for verdict in report.verdicts):
            return CONTRADICTED
        return SUPPORTED if report.is_safe_to_publish else ABSENT

    return judge


PEERS = (
    Peer("thefuzz", "thefuzz", thefuzz),
    Peer("rag-quantguard", "quantguard", rag_quantguard),
    Peer("grounded-check", "grounded", grounded_check),
    Peer("groundrails", "groundrails", groundrails),
    Peer("claimproofkit", "claimproofkit", claimproofkit),
)
