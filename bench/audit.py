"""`python -m bench audit`: the time and memory of `claimcheck audit` on a large ledger.

Cold, nothing is kept; warm, nothing has changed since; after edits, the text of some sources has. Processor time is
that of all processes together, and tells the work whatever else the machine does.
"""

from __future__ import annotations

import argparse
import json
import sys
from contextlib import nullcontext
from pathlib import Path

from bench.ledgers import CommandError, command, folder
from bench.processes import Ran, measure
from bench.synthetic import write_ledger
from bench.table import table

MIB = 1024 * 1024
SECONDS_BAR, MEMORY_BAR = 60.0, 1536.0
RESTATED = 5  # every so manyth claim says its sentence in other words
PUT_BEFORE = "The archive was put in order in the spring.\n\n"
DAY = "2026-01-01"


def add_arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--claims", type=int, default=100_000, metavar="N", help="claims (default 100,000)")
    parser.add_argument("--sources", type=int, default=2_000, metavar="N", help="sources (default 2,000)")
    parser.add_argument("--edits", type=int, default=20, metavar="N", help="sources edited (default 20)")
    parser.add_argument("--repeat", type=int, default=3, metavar="N", help="warm runs (default 3)")
    parser.add_argument("--ledger", type=Path, metavar="DIR", help="one that an earlier run has kept")


def run(args: argparse.Namespace) -> int:
    with nullcontext(args.ledger) if args.ledger else folder() as ledger:
        if not args.ledger:
            print(f"writing {args.claims:,} claims on {args.sources:,} sources", file=sys.stderr)
            write_ledger(ledger, args.claims, each=-(-args.claims // args.sources), restated=RESTATED)
        rows = [_row("first" if args.ledger else "cold", cold := audit(ledger))]
        warm = [audit(ledger) for _ in range(args.repeat)]
        rows += [_row("warm", each) for each in warm]
        moved = edit(ledger, args.edits)
        rows.append(_row(f"{args.edits} sources edited", edited := audit(ledger)))
        rows.append(_row("warm again", audit(ledger)))
    print(table(["run", "time", "processor time", "peak memory", "found", "moved"], rows))
    print(f"bars for a warm run: {SECONDS_BAR:.0f} s, {MEMORY_BAR:.0f} MiB")
    lost = any(_spans(each) != _spans(cold) for each in warm)
    if lost or _spans(edited)["moved"] < moved:
        raise CommandError(
            f"audit should have found {moved:,} quotations moved, and warm runs what the first did"
        )
    slow = max(each.seconds for each in warm) > SECONDS_BAR
    return 1 if slow or max(each.peak for each in warm) / MIB > MEMORY_BAR else 0


def audit(ledger: Path) -> Ran:
    return measure([*command(), "audit", "--ledger", str(ledger), "--today", DAY, "--format", "json"])


def edit(ledger: Path, count: int) -> int:
    """Put a sentence before the text of some sources; how many claims stand on them."""
    moved = 0
    for path in sorted((ledger / "sources").iterdir())[:count]:
        path.write_text(PUT_BEFORE + path.read_text(encoding="utf-8"), encoding="utf-8")
        claims = (ledger / "claims" / f"{path.stem}.yaml").read_text(encoding="utf-8")
        moved += claims.count("\n- id: ")
    return moved


def _spans(ran: Ran) -> dict[str, int]:
    counted: dict[str, int] = json.loads(ran.printed)["totals"]["spans"]
    return counted


def _row(name: str, ran: Ran) -> list[str]:
    spans = _spans(ran)
    figures = [f"{ran.seconds:.1f} s", f"{ran.worked:.1f} s", f"{ran.peak / MIB:.0f} MiB"]
    return [name, *figures, f"{spans['found']:,}", f"{spans['moved']:,}"]
