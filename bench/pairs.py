"""`python -m bench pairs`: bare pairs of statement and evidence, through the public API."""

from __future__ import annotations

import argparse
import json
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from time import perf_counter

from bench.figures import (
    CONTRADICTED,
    SUPPORTED,
    Judged,
    accuracy,
    confusion,
    coverage,
    macro_f1,
    precision,
    recall,
    wrongly,
)
from bench.revision import labels_at
from bench.rows import DataError, Row, read_pairs
from bench.table import confusion_table, table

ROOT = Path(__file__).parents[1]
SHARED = ROOT.parent / "shared" / "data" / "pairs"
WARM_UP = ("Nine ships sank.", "Nine ships sank in May.")

Compare = Callable[[str, str], tuple[str, str]]
"""(statement, evidence) → (label, rule)."""


@dataclass(frozen=True, slots=True)
class Pair:
    """A row with its answer."""

    row: Row
    label: str
    rule: str

    @property
    def judged(self) -> Judged:
        return Judged(self.row.label, self.label)


def add_arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "names", nargs="*", metavar="NAME", help="sets, by the names of their files; all by default"
    )
    parser.add_argument("--data", type=Path, default=SHARED, help="folder of the sets, one .jsonl each")
    parser.add_argument("--bounds", choices=("strict", "pragmatic"), default="strict")
    parser.add_argument("--limit", type=int, metavar="N", help="only the first N rows of each set")
    parser.add_argument("--errors", action="store_true", help="list the rows that went wrong")
    parser.add_argument(
        "--diff", metavar="REV", help="list the rows whose label is not what it was at this revision"
    )
    parser.add_argument("--json", type=Path, metavar="FILE", help="write every row's label and rule to FILE")


def run(args: argparse.Namespace) -> int:
    compare, home = public_compare(args.bounds)
    sets = {path.stem: read_pairs(path)[: args.limit] for path in files(args.data, args.names)}
    answered, lines = {}, []
    for name, rows in sets.items():
        answered[name], seconds = answer(rows, compare)
        lines.append(figures(name, answered[name], seconds))
    print(table(HEAD, lines))
    for name, pairs in answered.items():
        print(f"\n{name}\n{confusion_table(confusion([pair.judged for pair in pairs]))}")
    everything = [pair for pairs in answered.values() for pair in pairs]
    if args.errors:
        print("\n" + errors(everything))
    if args.json:
        args.json.write_text(json.dumps(as_data(everything, home), indent=1) + "\n", encoding="utf-8")
    if args.diff:
        before = labels_at(args.diff, pair_arguments(args))
        print("\n" + changes(everything, before, args.diff))
    return 0


HEAD = (
    "set",
    "rows",
    "accuracy",
    "macro-F1",
    "supported P",
    "R",
    "contradicted P",
    "R",
    "coverage",
    "wrongly supported",
    "wrongly contradicted",
    "ms/row",
)


def files(data: Path, names: Sequence[str]) -> list[Path]:
    """The sets asked for, or all there are. Raises DataError where one is missing."""
    chosen = [data / f"{name.removesuffix('.jsonl')}.jsonl" for name in names] or sorted(data.glob("*.jsonl"))
    missing = [str(path) for path in chosen if not path.is_file()]
    if missing or not chosen:
        raise DataError(f"no pairs at {', '.join(missing) or data}")
    return chosen


def public_compare(bounds: str) -> tuple[Compare, str]:
    """claimcheck.compare under a policy, and the file it was imported from."""
    import claimcheck
    from claimcheck.policy import Policy

    policy = Policy(bounds="pragmatic") if bounds == "pragmatic" else Policy()

    def compare(statement: str, evidence: str) -> tuple[str, str]:
        verdict = claimcheck.compare(statement, evidence, policy=policy)
        return str(verdict.label), str(verdict.rule)

    return compare, str(claimcheck.__file__)


def answer(rows: Sequence[Row], compare: Compare) -> tuple[list[Pair], float]:
    """Every row answered, and the seconds it took without loading the model."""
    compare(*WARM_UP)
    start = perf_counter()
    pairs = [Pair(row, *compare(row.statement, row.evidence)) for row in rows]
    return pairs, perf_counter() - start


def figures(name: str, pairs: Sequence[Pair], seconds: float) -> list[str]:
    """One line of the table."""
    rows = [pair.judged for pair in pairs]
    return [
        name,
        str(len(rows)),
        str(accuracy(rows)),
        f"{macro_f1(rows):.3f}",
        *(f"{100 * share.value:.1f}%" for share in (precision(SUPPORTED, rows), recall(SUPPORTED, rows))),
        *(
            f"{100 * share.value:.1f}%"
            for share in (precision(CONTRADICTED, rows), recall(CONTRADICTED, rows))
        ),
        f"{100 * coverage(rows).value:.1f}%",
        str(wrongly(SUPPORTED, rows)),
        str(wrongly(CONTRADICTED, rows)),
        f"{1000 * seconds / max(1, len(rows)):.1f}",
    ]


def errors(pairs: Sequence[Pair]) -> str:
    """The rows that went wrong, with both texts: decided wrongly first, then left undecided."""
    wrong = sorted((p for p in pairs if not p.judged.right), key=lambda p: (p.label == "absent", p.row.id))
    return "\n".join(
        f"{p.row.id} {p.row.label} but {p.label} ({p.rule}): {p.row.statement}\n    evidence: {p.row.evidence}"
        for p in wrong
    )


def as_data(pairs: Sequence[Pair], home: str) -> dict[str, object]:
    """What `--json` writes: where claimcheck came from, and every row's label and rule by id."""
    return {"claimcheck": home, "rows": {p.row.id: {"label": p.label, "rule": p.rule} for p in pairs}}


def pair_arguments(args: argparse.Namespace) -> list[str]:
    """The arguments that make another run answer the same rows the same way."""
    limit = [] if args.limit is None else ["--limit", str(args.limit)]
    return ["pairs", *args.names, "--data", str(args.data.resolve()), "--bounds", args.bounds, *limit]


def changes(pairs: Sequence[Pair], before: Mapping[str, str], revision: str) -> str:
    """The rows whose label differs from `before`, broken ones first, with a count of each kind."""
    changed = [p for p in pairs if before.get(p.row.id, "error") != p.label]
    kinds: dict[str, list[str]] = {"broken": [], "mended": [], "other": []}
    for p in changed:
        was = before.get(p.row.id, "error")
        kind = "broken" if was == p.row.label else "mended" if p.judged.right else "other"
        kinds[kind].append(
            f"{kind}: {p.row.id} {was} → {p.label} ({p.rule}), truly {p.row.label}: {p.row.statement}"
        )
    counts = ", ".join(f"{len(lines)} {kind}" for kind, lines in kinds.items())
    return "\n".join([f"since {revision}: {counts}", *(line for lines in kinds.values() for line in lines)])
