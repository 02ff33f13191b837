"""`python -m bench suite`: a labelled suite, from its documents to its verdicts, through the command line."""

from __future__ import annotations

import argparse
import json
from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass
from pathlib import Path

from bench.figures import (
    CONTRADICTED,
    DECIDED,
    SUPPORTED,
    Judged,
    Share,
    accuracy,
    confusion,
    grouped,
    wrongly,
)
from bench.ledgers import Answer, answers, build, folder, statement_lines, verify
from bench.passage import overlap
from bench.rows import DataError, Row, read_rows
from bench.table import confusion_table, table

ROOT = Path(__file__).parents[1]
HELD_OUT = ROOT / "bench" / "data" / "heldout"
SHARED = ROOT.parent / "shared" / "data" / "suite"
NO_ANSWER = Answer(label="error", rule="", source="", quote="")


@dataclass(frozen=True, slots=True)
class Result:
    """A row with its answer; `overlaps` is None unless it was rightly decided."""

    row: Row
    answer: Answer
    overlaps: bool | None

    @property
    def judged(self) -> Judged:
        return Judged(self.row.label, self.answer.label)


def add_arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "--data", type=Path, default=default_data(), help="folder of sources/ and statements.jsonl"
    )
    parser.add_argument(
        "--only", metavar="SOURCE", help="only the statements about this source (all are in the ledger)"
    )
    parser.add_argument("--bounds", choices=("strict", "pragmatic"), default="strict")
    parser.add_argument("--today", metavar="DATE", help="the reference date, handed on to verify")
    parser.add_argument("--errors", action="store_true", help="list the rows that went wrong")
    parser.add_argument("--json", type=Path, metavar="FILE", help="write figures and rows to FILE")


def default_data() -> Path:
    """The shared suite where the checkout stands beside one, else the project's own."""
    return SHARED if SHARED.is_dir() else HELD_OUT


def run(args: argparse.Namespace) -> int:
    rows = read_rows(args.data / "statements.jsonl")
    rows = [row for row in rows if args.only in (None, row.source)]
    if not rows:
        raise DataError(f"no statement in {args.data} is about {args.only!r}")
    options = ["--bounds", args.bounds] + (["--today", args.today] if args.today else [])
    results = measure(rows, args.data / "sources", options)
    print(report(results))
    if args.errors:
        print("\n" + errors(results))
    if args.json:
        args.json.write_text(
            json.dumps(as_data(results), ensure_ascii=False, indent=1) + "\n", encoding="utf-8"
        )
    return 0


def measure(rows: Sequence[Row], sources: Path, options: Sequence[str] = ()) -> list[Result]:
    """Build the ledger, verify every row without saying what it is about, and pair rows with answers."""
    with folder() as ledger:
        build(sources, ledger)
        given = statement_lines((row.id, row.statement) for row in rows)
        found = answers(verify(ledger, given, *options))
    texts = {path.stem: path.read_text(encoding="utf-8") for path in sources.iterdir() if path.is_file()}
    return pair(rows, found, texts)


def pair(rows: Sequence[Row], found: Mapping[str, Answer], texts: Mapping[str, str]) -> list[Result]:
    """Results in the order of the rows; a row without an answer counts as an error."""
    results = []
    for row in rows:
        answer = found.get(row.id, NO_ANSWER)
        right = row.label == answer.label and row.label in DECIDED
        seen = overlap(texts[row.source], answer.quote, row.evidence) if right else None
        results.append(Result(row, answer, seen))
    return results


def passages(results: Sequence[Result]) -> Share:
    """Out of the rows rightly decided, those whose quoted passage touches the row's evidence."""
    decided = [result.overlaps for result in results if result.overlaps is not None]
    return Share(sum(decided), len(decided))


def report(results: Sequence[Result]) -> str:
    """Every figure of the suite, as tables."""
    judged = [result.judged for result in results]
    by_rule = grouped(results, lambda result: (result.row.label, result.row.rule))
    rules = [
        [f"{label}: {rule}", *_hits([r.judged for r in group])]
        for (label, rule), group in sorted(by_rule.items())
    ]
    return "\n\n".join(
        [
            table(
                ["", "rows", "accuracy", "wrongly supported", "wrongly contradicted", "passage"],
                _by_source(results),
            ),
            confusion_table(confusion(judged)),
            table(["rule", "right", "of"], rules),
        ]
    )


def _by_source(results: Sequence[Result]) -> list[list[str]]:
    groups = {"all": list(results), **grouped(results, lambda result: result.row.source)}
    return [[name, *_figures(group)] for name, group in groups.items()]


def _figures(results: Sequence[Result]) -> list[str]:
    judged = [result.judged for result in results]
    shares = [accuracy(judged), wrongly(SUPPORTED, judged), wrongly(CONTRADICTED, judged), passages(results)]
    return [str(len(results)), *map(str, shares)]


def _hits(judged: Sequence[Judged]) -> list[int]:
    share = accuracy(judged)
    return [share.hits, share.of]


def errors(results: Sequence[Result]) -> str:
    """The rows that went wrong, the worst kinds first, each with what was answered."""
    wrong = [result for result in results if not result.judged.right]
    order = {SUPPORTED: 0, CONTRADICTED: 1}
    wrong.sort(key=lambda result: (order.get(result.answer.label, 2), result.row.label, result.row.rule))
    return "\n".join(
        f"{r.row.id} {r.row.label} ({r.row.rule}) but {r.answer.label} ({r.answer.rule}): {r.row.statement}\n"
        f"    quoted: {r.answer.quote or '–'}"
        for r in wrong
    )


def as_data(results: Sequence[Result]) -> dict[str, object]:
    """The figures and rows as JSON values; shares as [hits, of]."""
    judged = [result.judged for result in results]
    shares = {
        "accuracy": accuracy(judged),
        "wrongly_supported": wrongly(SUPPORTED, judged),
        "wrongly_contradicted": wrongly(CONTRADICTED, judged),
        "passage": passages(results),
    }
    rows = [
        {
            "id": r.row.id,
            "source": r.row.source,
            "label": r.row.label,
            "rule": r.row.rule,
            "overlaps": r.overlaps,
        }
        | {"answer": asdict(r.answer)}
        for r in results
    ]
    return {"figures": {name: [share.hits, share.of] for name, share in shares.items()}, "rows": rows}
