"""`python -m bench roundtrip`: claims to YAML and back with every comment, twenty writers at once, and writers killed.

The ledgers are generated (`commented.py`): any layout that YAML allows, comments wherever one may stand, and the claims
known beforehand.
"""

from __future__ import annotations

import argparse
import random
import signal
import subprocess
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from datetime import date
from pathlib import Path
from time import perf_counter, sleep

from bench.commented import Written, files
from bench.ledgers import command, folder
from bench.synthetic import write_ledger
from claimcheck.claim import Claim
from claimcheck.claimedit import Change, append, change
from claimcheck.claimfile import ClaimFile, read_claims
from claimcheck.claimtext import FieldValue
from claimcheck.errors import LedgerError
from claimcheck.store import Ledger

DAY = date(2024, 6, 1)
Check = Callable[[ClaimFile, Written], str | None]


def add_arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--count", type=int, default=1_000, metavar="N", help="ledgers generated")
    parser.add_argument("--seed", type=int, default=1, metavar="N", help="what they are drawn with")
    parser.add_argument("--writers", type=int, default=20, metavar="N", help="processes that write at once")
    parser.add_argument("--kills", type=int, default=60, metavar="N", help="writers killed (SIGKILL)")


def run(args: argparse.Namespace) -> int:
    failed = 0
    for name, complaints in (
        *round_trips(args.count, args.seed).items(),
        (f"{args.writers} writers at once lose no update", list(side_by_side(args.writers))),
        (f"{args.kills} writers killed leave a file whole", list(killed(args.kills, args.seed))),
    ):
        print(
            f"{'FAIL' if complaints else 'ok  '}  {name}"
            + (f": {len(complaints)}, {complaints[0]}" if complaints else "")
        )
        failed += bool(complaints)
    return 1 if failed else 0


def round_trips(count: int, seed: int) -> dict[str, list[str]]:
    """What is wrong with each of the round trips, by its name."""
    found: dict[str, list[str]] = {f"{name} ({count:,} ledgers)": [] for name in CHECKS}
    for number, written in enumerate(files(count, seed)):
        try:
            file = read_claims(written.data, "claims/f.yaml")
        except LedgerError as error:
            found[next(iter(found))].append(f"ledger {number}: {error}")
            continue
        for name, check in zip(found, CHECKS.values(), strict=True):
            complaint = check(file, written)
            if complaint:
                found[name].append(f"ledger {number}: {complaint}")
    return found


def same_objects(file: ClaimFile, written: Written) -> str | None:
    """The claims are those that were written."""
    wrong = [a.id for a, b in zip(file.claims, written.claims, strict=True) if a != b]
    return f"claim {wrong[0]} is read otherwise" if wrong else None


def same_bytes(file: ClaimFile, written: Written) -> str | None:
    """Read and written back: the same bytes, with and without a look at the text between."""
    again = file.encode(file.text)
    return None if file.data == written.data == again else "other bytes"


def back_again(file: ClaimFile, written: Written) -> str | None:
    """Fields added and taken away again leave every byte as it was."""
    if not written.block or not file.text.endswith("\n"):  # what stands in brackets, or had no last line end
        return None
    for claim in file.claims:
        there = [name for name in ("note", "reason", "recheck_by") if getattr(claim, name) is None]
        values: dict[str, FieldValue] = {"note": "a: #b", "reason": "“so”", "recheck_by": DAY}
        put = change(file, [Change(claim.id, name, values[name]) for name in there])
        if change(put, [Change(claim.id, name, None) for name in there]).data != file.data:
            return f"fields of {claim.id} left a trace"
        if len(claim.tags) < 2:
            continue  # one word may stand for a list of one, and becomes a list
        tagged = change(file, [Change(claim.id, "tags", (*claim.tags, "new"))])
        if change(tagged, [Change(claim.id, "tags", claim.tags)]).data != file.data:
            return f"a tag of {claim.id} left a trace"
    return None


def comments_stay(file: ClaimFile, written: Written) -> str | None:
    """Accepted, retagged and reworded, every claim says so, and every comment is there, in its order."""
    changes: list[Change] = []
    expected: list[Claim] = []
    for claim in file.claims:
        tags = (*claim.tags[1:], "new")
        changes += [
            Change(claim.id, "status", "accepted"),
            Change(claim.id, "reviewer", "Ann Example"),
            Change(claim.id, "reviewed", DAY),
            Change(claim.id, "text", "Other words."),
            Change(claim.id, "tags", tags),
            Change(claim.id, "speaker", None),
        ]
        expected.append(
            replace(
                claim,
                status="accepted",
                reviewer="Ann Example",
                reviewed=DAY,
                text="Other words.",
                tags=tags,
                speaker=None,
            )
        )
    try:
        changed = change(file, changes)
    except LedgerError as error:
        return str(error)
    if changed.claims != tuple(expected):
        return "the claims say something else"
    stay = [line[line.index("# c") :] for line in changed.text.replace("\r", "").split("\n") if "# c" in line]
    return None if tuple(stay) == written.comments else "comments are gone, or in another order"


def own_style(file: ClaimFile, written: Written) -> str | None:  # noqa: ARG001
    """Written anew from the objects and read: the same objects; written again: the same bytes."""
    new = append(ClaimFile("new", b"", (), ()), file.claims)
    read = read_claims(new.data, "new")
    if read.claims != file.claims:
        return "the claims say something else"
    return None if append(ClaimFile("new", b"", (), ()), read.claims).data == new.data else "other bytes"


CHECKS: dict[str, Check] = {
    "YAML to claims: what was written": same_objects,
    "YAML to claims to YAML: the same bytes": same_bytes,
    "fields and tags added and taken away: the same bytes": back_again,
    "accepted and edited: every comment stays": comments_stay,
    "claims to YAML to claims to YAML: the same": own_style,
}


def proposed(ledger: Path, count: int) -> list[str]:
    """A ledger of proposed claims in two files; their ids."""
    write_ledger(ledger, count)
    for path in sorted((ledger / "claims").iterdir()):
        path.write_text(
            path.read_text("utf-8").replace("status: accepted", "status: proposed  # new"), "utf-8"
        )
    return [claim.id for claim in Ledger.open(ledger).claims]


def accepting(ledger: Path, ids: Sequence[str]) -> subprocess.Popen[bytes]:
    """A process that accepts claims."""
    arguments = ["claims", "accept", *ids, "--reviewer", "Ann Example", "--today", "2024-06-01"]
    return subprocess.Popen(
        [*command(), *arguments, "--ledger", str(ledger)], stdout=subprocess.DEVNULL, stderr=subprocess.PIPE
    )


def side_by_side(writers: int) -> Iterator[str]:
    """Complaints about so many processes that accept a claim each, of one file or of another, all at once."""
    with folder() as ledger:
        ids = proposed(ledger, 400)
        chosen = ids[: writers // 2] + ids[-(writers - writers // 2) :]
        for process in [accepting(ledger, [claim]) for claim in chosen]:
            _, said = process.communicate()
            if process.returncode:
                yield said.decode(errors="replace").strip()
        states = {claim.id: claim.status for claim in Ledger.open(ledger).claims}
        lost = [claim for claim in chosen if states[claim] != "accepted"]
        if lost:
            yield f"{len(lost)} updates are lost, that of {lost[0]} among them"


def killed(kills: int, seed: int) -> Iterator[str]:
    """Complaints about processes killed while they accept claims of two files, at moments spread over their lives."""
    draw = random.Random(seed)
    with folder() as ledger:
        ids = proposed(ledger, 400)
        names = sorted((ledger / "claims").iterdir())
        started = perf_counter()
        accepting(ledger, [ids[0]]).communicate()
        whole = perf_counter() - started
        for number in range(kills):
            before = {path: path.read_bytes() for path in names}
            pair = [draw.choice(ids[:200]), draw.choice(ids[200:])]
            after = {path: _accepted(ledger, path, pair) for path in names}
            process = accepting(ledger, pair)
            sleep(draw.uniform(0.5, 1.05) * whole)
            process.send_signal(signal.SIGKILL)
            process.communicate()
            for path in names:
                if path.read_bytes() not in (before[path], after[path]):
                    yield f"kill {number}: {path.name} is neither the old file nor the new one"
        left = [path.name for path in (ledger / "claims").iterdir() if path not in names]
        accepting(ledger, [ids[0], ids[-1]]).communicate()
        swept = [path.name for path in (ledger / "claims").iterdir() if path not in names]
        if swept:
            yield f"of {len(left)} temporary files {len(swept)} stayed after the next write"


def _accepted(ledger: Path, path: Path, ids: Sequence[str]) -> bytes:
    """What a file is once claims of it are accepted."""
    file = read_claims(path.read_bytes(), path.relative_to(ledger).as_posix())
    values: dict[str, FieldValue] = {"status": "accepted", "reviewer": "Ann Example", "reviewed": DAY}
    changes = [
        Change(claim, name, value) for claim in ids if claim in file.line_of for name, value in values.items()
    ]
    return change(file, changes).data
