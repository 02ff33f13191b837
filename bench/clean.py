"""`python -m bench clean`: good copy of other subjects, which must pass without an alarm."""

from __future__ import annotations

import argparse
import json
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from pathlib import Path, PurePath
from typing import Any

from bench.ledgers import build, folder
from bench.ledgers import run as call
from bench.rows import DataError
from bench.suite import HELD_OUT, ROOT, SHARED
from bench.table import table

CLEAN = ROOT / "bench" / "data" / "clean"
MORE = ROOT / "bench" / "data" / "clean-more"
WRITTEN = "2025-06-01"  # the day from which the paragraphs' relative dates count
ALARMS = ("contradicted", "disputed", "draft.inconsistent", "draft.arithmetic")


@dataclass(frozen=True, slots=True)
class Alarm:
    """Something found where nothing is wrong: of which kind, the words, and what they were held against."""

    ledger: str
    paragraph: str
    kind: str
    words: str
    against: str


@dataclass(frozen=True, slots=True)
class Tally:
    """One ledger's answers on all paragraphs."""

    ledger: str
    paragraphs: int
    labels: Counter[str]
    alarms: tuple[Alarm, ...]


def add_arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "--texts", type=Path, action="append", default=[], metavar="DIR", help="a folder of Markdown files"
    )
    parser.add_argument(
        "--ledger", type=Path, action="append", default=[], metavar="DIR", help="a ledger to judge against"
    )
    parser.add_argument(
        "--data",
        type=Path,
        action="append",
        default=[],
        metavar="DIR",
        help="a suite, whose sources/ are made a ledger",
    )
    parser.add_argument("--quiet", action="store_true", help="only the table, not every alarm")


def run(args: argparse.Namespace) -> int:
    folders = args.texts or [CLEAN, MORE]
    texts = [paragraph for folder_ in folders for paragraph in paragraphs(folder_)]
    if not texts:
        raise DataError(f"no paragraph in {' or '.join(map(str, folders))}")
    ledgers = args.ledger or ([] if args.data else [ROOT])
    suites = args.data or ([] if args.ledger else [path for path in (SHARED, HELD_OUT) if path.is_dir()])
    tallies = []
    with ExitStack() as stack:
        named = [
            ("sample" if path.resolve() == ROOT.resolve() else path.resolve().name, path) for path in ledgers
        ]
        for name, ledger in [*named, *_built(stack, suites)]:
            tallies.append(judged(name, ledger, texts))
    print(report(tallies))
    alarms = [alarm for tally in tallies for alarm in tally.alarms]
    if alarms and not args.quiet:
        print("\n" + "\n".join(map(_lines, alarms)))
    return 1 if alarms else 0


def paragraphs(texts: Path) -> list[tuple[str, str]]:
    """The paragraphs of a folder's Markdown files, each named by its file and number."""
    return [
        (f"{path.stem}-{number}.md", text.strip() + "\n")
        for path in sorted(texts.glob("*.md"))
        for number, text in enumerate(filter(str.strip, path.read_text("utf-8").split("\n\n")), 1)
    ]


def _built(stack: ExitStack, suites: Sequence[Path]) -> Iterator[tuple[str, Path]]:
    for suite in suites:
        if not (suite / "sources").is_dir():
            raise DataError(f"{suite} has no folder sources/")
        yield suite.name, stack.enter_context(_ledger_of(suite / "sources"))


@contextmanager
def _ledger_of(sources: Path) -> Iterator[Path]:
    with folder() as ledger:
        build(sources, ledger)
        yield ledger


def judged(name: str, ledger: Path, texts: Sequence[tuple[str, str]]) -> Tally:
    """Every paragraph checked as a draft of its own, all in one call of `claimcheck check`."""
    with folder() as drafts:
        for paragraph, text in texts:
            (drafts / paragraph).write_text(text, encoding="utf-8")
        options = ["--ledger", str(ledger), "--today", WRITTEN, "--format", "json"]
        found = json.loads(call(["check", str(drafts), *options]))
    alarms = [
        Alarm(
            name, _file(row), kind, f"{row['text']} [{row['rule']}]", (row["passage"] or {}).get("quote", "")
        )
        for row in found["statements"]
        if (kind := "disputed" if row["disputed"] else row["label"]) in ALARMS
    ]
    alarms += [
        Alarm(name, _file(row), row["rule"], row["message"], "; ".join(r["message"] for r in row["related"]))
        for row in found["problems"]
        if row["rule"] in ALARMS
    ]
    labels = Counter(row["label"] for row in found["statements"])
    return Tally(name, len(found["files"]), labels, tuple(alarms))


def _file(row: Mapping[str, Any]) -> str:
    return PurePath(row["place"]["path"]).name


def report(tallies: Sequence[Tally]) -> str:
    """A row for each ledger: what was judged, and each kind of alarm."""
    rows = []
    for tally in tallies:
        kinds = Counter(alarm.kind for alarm in tally.alarms)
        counts = [tally.labels[label] for label in ("supported", "absent", "uncheckable")]
        rows.append(
            [tally.ledger, tally.paragraphs, tally.labels.total(), *counts, *(kinds[a] for a in ALARMS)]
        )
    head = ["ledger", "paragraphs", "statements", "supported", "absent", "uncheckable", *ALARMS]
    return table(head, rows)


def _lines(alarm: Alarm) -> str:
    return f"{alarm.ledger} {alarm.paragraph} {alarm.kind}: {alarm.words}\n    against: {alarm.against}"
