"""`python -m bench mutations`: whether a quotation is ever taken for words whose facts differ, or lost without need.

A document with a quotation is drawn from each seed. In half of the cases a fact of the quotation is changed: that must
be reported as such, never as found, moved or reworded. In the others only the text around it is: that should be kept.
"""

from __future__ import annotations

import argparse
from collections import Counter
from collections.abc import Iterator

from bench.figures import Share
from bench.mutants import Case, case
from bench.table import table
from claimcheck.auditing.spans import Located, locate
from claimcheck.near import Words

SILENT = ("found", "moved", "reworded")
KEPT = ("found", "moved")
LEAST_KEPT = 0.99
STATUSES = ("found", "moved", "reworded", "value-changed", "ambiguous", "lost")


def add_arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "--count", type=int, default=40_000, help="cases, half of them of each sort (default 40,000)"
    )
    parser.add_argument("--seed", type=int, default=1, help="the first seed (default 1)")
    parser.add_argument(
        "--show", type=int, default=5, metavar="N", help="failures shown of each sort (default 5)"
    )


def run(args: argparse.Namespace) -> int:
    counts: Counter[tuple[bool, str, str]] = Counter()
    wrong: dict[bool, list[str]] = {True: [], False: []}
    for one, found in located(args.seed, args.count):
        counts[one.inside, one.family, found.status] += 1
        if fails(one, found):
            wrong[one.inside].append(_shown(one, found))
    for inside, title in ((True, "fact changed inside"), (False, "edited elsewhere")):
        families = sorted({family for i, family, _ in counts if i is inside})
        rows = [[f, *(counts[inside, f, status] for status in STATUSES)] for f in families]
        print(table([title, *STATUSES], rows), end="\n\n")
        for shown in wrong[inside][: args.show]:
            print(shown, end="\n\n")
    silent = len(wrong[True])
    total = {inside: sum(n for (i, _, _), n in counts.items() if i is inside) for inside in (True, False)}
    kept = Share(total[False] - len(wrong[False]), total[False])
    print(f"silent: {silent} of {total[True]:,} changed facts")
    print(f"kept: {kept}")
    return 0 if not silent and kept.value >= LEAST_KEPT else 1


def located(seed: int, count: int) -> Iterator[tuple[Case, Located]]:
    """Cases by turns, each with what became of its quotation."""
    for k in range(count):
        one = case(seed + k // 2, inside=k % 2 == 0)
        yield one, locate(Words(one.text), one.selectors)


def fails(one: Case, found: Located) -> bool:
    """Whether a changed fact went unreported, or a passage that is still there was not kept in its own place."""
    if one.inside:
        return found.status in SILENT
    words = one.text[found.start : found.end].split() if found.status in KEPT else []
    return words != one.selectors.quote.split()


def _shown(one: Case, found: Located) -> str:
    stands = one.text[max(0, one.start - 40) : one.end + 40]
    taken = one.text[found.start : found.end] if found.start >= 0 else ""
    return (
        f"{one.family}: {found.status}\n  quote: {one.selectors.quote!r}\n  prefix: {one.selectors.prefix!r}\n"
        f"  suffix: {one.selectors.suffix!r}\n  stands: {stands!r}\n  taken: {taken!r}"
    )
