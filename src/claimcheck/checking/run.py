"""A whole check: drafts in, the finished report out."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path
from typing import TypeVar

from claimcheck.checking import baseline as known
from claimcheck.checking.baseline import Baseline
from claimcheck.checking.batches import Judged, Room, Setting, judged
from claimcheck.checking.changed import Changes, unchanged
from claimcheck.checking.consistency import inconsistencies
from claimcheck.checking.fingerprint import at_home
from claimcheck.checking.given import Given
from claimcheck.checking.ignores import Ignores
from claimcheck.checking.reporting import Asked, Found, report_of
from claimcheck.checking.severity import KIND
from claimcheck.checking.slip import Slip, problems
from claimcheck.checking.told import Told
from claimcheck.processes import Process
from claimcheck.report.checked import CheckedLedger, CheckReport, Statement
from claimcheck.report.places import Problem, UnreadFile
from claimcheck.store import Ledger

Step = Callable[[int, int], None]
"""Told (drafts done, all drafts)."""
Row = TypeVar("Row", Statement, Problem)


@dataclass(frozen=True)
class Quiet:
    """What keeps findings from being reported, beside the comments of the drafts."""

    baseline: Baseline | None = None
    changes: Changes | None = None

    def over(self, found: Row) -> Row:
        """The finding, marked if it is kept quiet; what is so already stays as it is."""
        if found.suppressed or (isinstance(found, Statement) and found.level is None):
            return found
        by = known.knows(self.baseline, found) if self.baseline else None
        by = by or (unchanged(self.changes, found) if self.changes else None)
        return replace(found, suppressed=by) if by else found


def check(
    drafts: Sequence[Given],
    ledger: Ledger,
    asked: Asked,
    quiet: Quiet,
    *,
    room: Room,
    others: Sequence[Process] = (),
    step: Step | None = None,
) -> CheckReport:
    """Check drafts against a ledger. The report is the same for any number of other processes.

    Raises LedgerError and ModelError where the check cannot be made at all; what is wrong with one draft is in the
    report.
    """
    setting = room.setting
    found, ignores, slips = Found(), dict[str, Ignores](), list[Slip]()

    def facts() -> Iterator[Told]:
        for number, done in enumerate(judged(drafts, setting, room, others), 1):
            _take(done, found, ignores, quiet)
            slips.extend(done.slips)
            yield from done.facts
            if step:
                step(number, len(drafts))

    # Held against each other while the other processes judge the next drafts.
    clashes = list(inconsistencies(facts(), room.judge.index.lore, setting.policy))
    found.problems += _problems((*slips, *clashes), ignores, setting)
    _hush(found, ignores.values(), setting, quiet)
    return report_of(found, asked, _ledger(ledger, room, found.cited))


def _take(done: Judged, found: Found, ignores: dict[str, Ignores], quiet: Quiet) -> None:
    """Add a draft to what was found, what is kept quiet marked."""
    if isinstance(done.file, UnreadFile):
        found.unread.append(done.file)
        return
    found.add(done.file, (quiet.over(_ignored(each, done.ignores)) for each in done.statements))
    ignores[done.file.path] = done.ignores


def _problems(slips: Iterable[Slip], ignores: Mapping[str, Ignores], setting: Setting) -> Iterator[Problem]:
    """What is wrong with the copy itself, what comments keep quiet marked."""
    for problem in problems(slips, setting.severities, partial(at_home, root=setting.root)):
        if problem.severity is not None:
            kept = ignores[problem.place.path].suppression_for(problem.rule, "problem", problem.place)
            problem = replace(problem, suppressed=kept)
        yield problem


def _ignored(statement: Statement, ignores: Ignores) -> Statement:
    if statement.level is None or statement.severity is None:
        return statement
    suppressed = ignores.suppression_for(statement.rule, KIND[statement.level], statement.place)
    return replace(statement, suppressed=suppressed) if suppressed else statement


def _hush(found: Found, ignores: Iterable[Ignores], setting: Setting, quiet: Quiet) -> None:
    """Mark the problems that are kept quiet; add what is wrong with baseline and comments."""
    severities = setting.severities
    silent = {name for name, severity in severities.settings.items() if severity == "off"}
    told: list[Problem] = [problem for each in ignores for problem in each.problems(silent)]
    found.problems += (
        replace(problem, severity=severities.of_rule(problem.rule, "warning")) for problem in told
    )
    found.problems = [quiet.over(problem) for problem in found.problems]
    if quiet.baseline is not None:
        home = partial(at_home, root=setting.root)
        gone = known.stale(quiet.baseline, found.statements, found.problems, found.paths, home)
        found.problems += (replace(p, severity=severities.of_rule(p.rule, "note")) for p in gone)


def _ledger(ledger: Ledger, room: Room, cited: Iterable[str]) -> CheckedLedger:
    """The ledger as the report names it, with the sources that its passages are from."""
    here = Path.cwd()
    sources, paths = {}, {}
    for source in sorted(cited):
        if source in ledger.sources:
            sources[source] = ledger.sources[source].text.sha256
            file = os.path.relpath(ledger.root / ledger.sources.names[source], here)
            paths[source] = Path(file).as_posix()
    return CheckedLedger(room.judge.index.digest, room.judge.index.count, sources, paths)


def update_baseline(report: CheckReport, path: Path, root: Path) -> None:
    """Write what a check found to a baseline file. Raises DraftError for a file that is no baseline, or LedgerError."""
    before = known.read_baseline(path, may_be_missing=True)
    checked = [file.path for file in report.files]
    home = partial(at_home, root=root)
    known.write_baseline(path, known.updated(before, report.statements, report.problems, checked, home))
