"""Findings that are known and wait their turn: a file of fingerprints, so that only new ones fail a check.

The file is JSON, sorted, with one finding to a line, so that two branches that add to it seldom meet:

    {
      "schema": "claimcheck/baseline/1",
      "findings": [
        {"path": "drafts/a.md", "kind": "contradicted", "rule": "…", "text": "…", "fingerprint": "…"}
      ]
    }

`path`, `kind` and `fingerprint` count; `rule` and `text` are there for those who read it.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Collection, Iterable, Iterator
from dataclasses import dataclass, replace
from functools import cached_property
from pathlib import Path
from typing import Any

from claimcheck.checking.fingerprint import Fingerprints
from claimcheck.disk import write_atomically
from claimcheck.errors import DraftError
from claimcheck.report.checked import Statement
from claimcheck.report.places import Place, Problem, Suppression

SCHEMA = "claimcheck/baseline/1"
STALE = "baseline.stale"
SHOWN = 160  # code points of a finding's text
_KEYS = ("path", "kind", "rule", "text", "fingerprint")
Home = Callable[[str], str]
KNOWN = Suppression("baseline", "", None, None)


@dataclass(frozen=True, slots=True, order=True)
class Entry:
    """A known finding; `kind` as `Alert` has it."""

    path: str
    kind: str
    rule: str
    text: str
    fingerprint: str


@dataclass(frozen=True)
class Baseline:
    """The known findings of a file, and the line and the line's text of each where it was read from one."""

    entries: tuple[Entry, ...] = ()
    path: str = ""
    source: str = ""

    @cached_property
    def fingerprints(self) -> frozenset[str]:
        return frozenset(entry.fingerprint for entry in self.entries)


def read_baseline(path: Path, *, may_be_missing: bool = False) -> Baseline:
    """The baseline in a file; an empty one where there is no file and that is allowed.

    Raises DraftError, with what to do, for a file that is missing, cannot be read or is no baseline.
    """
    name = path.as_posix()
    try:
        text = path.read_bytes().decode("utf-8-sig")
        found = json.loads(text)
    except FileNotFoundError as error:
        if may_be_missing:
            return Baseline(path=name)
        raise DraftError(f"{name}: there is no such baseline: --update-baseline writes it") from error
    except OSError as error:
        raise DraftError(f"{name}: the baseline cannot be read ({error.strerror or error})") from error
    except json.JSONDecodeError as error:
        raise DraftError(f"{name}:{error.lineno}: the baseline is not JSON: {_remedy(error.msg)}") from error
    except (ValueError, RecursionError) as error:
        raise DraftError(f"{name}: the baseline is not JSON in UTF-8: {_remedy()}") from error
    return Baseline(tuple(_entries(found, name)), name, text)


def knows(baseline: Baseline, found: Statement | Problem) -> Suppression | None:
    """What keeps a finding quiet, if the baseline knows it."""
    return KNOWN if found.fingerprint in baseline.fingerprints else None


def stale(
    baseline: Baseline,
    statements: Iterable[Statement],
    problems: Iterable[Problem],
    checked: Collection[str],
    home: Home = str,
) -> list[Problem]:
    """Entries whose finding is gone from a file that was checked, each at its line of the baseline.

    checked: the paths, as places have them, of the files that were read; home: a path as the fingerprints have it.
    """
    there = {entry.fingerprint for entry, _ in _current(statements, problems, home)}
    homes = {home(path) for path in checked}
    gone = [e for e in baseline.entries if e.path in homes and e.fingerprint not in there]
    return [_stale(entry, baseline) for entry in dict.fromkeys(gone)]


def updated(
    baseline: Baseline,
    statements: Iterable[Statement],
    problems: Iterable[Problem],
    checked: Collection[str],
    home: Home = str,
) -> Baseline:
    """A baseline of what is found now, and of what was known of files that were not checked.

    What a comment in the draft keeps quiet need not be known; what touches no changed line is. `checked` and `home` as
    `stale` has them.
    """
    homes = {home(path) for path in checked}
    entries = {entry.fingerprint: entry for entry in baseline.entries if entry.path not in homes}
    entries |= {entry.fingerprint: entry for entry, told in _current(statements, problems, home) if told}
    return replace(baseline, entries=tuple(sorted(entries.values())), source="")


def write_baseline(path: Path, baseline: Baseline) -> None:
    """Write a baseline, whole or not at all; LedgerError where it cannot be written."""
    write_atomically(path, baseline_text(baseline))


def baseline_text(baseline: Baseline) -> str:
    """A baseline as its file has it."""
    rows = [json.dumps({key: getattr(e, key) for key in _KEYS}, ensure_ascii=False) for e in baseline.entries]
    listed = ",\n".join(f"    {_one_line(row)}" for row in rows)
    findings = f"[\n{listed}\n  ]" if rows else "[]"
    return f'{{\n  "schema": "{SCHEMA}",\n  "findings": {findings}\n}}\n'


def _current(
    statements: Iterable[Statement], problems: Iterable[Problem], home: Home
) -> Iterator[tuple[Entry, bool]]:
    """What is found now, and whether it would be told without a baseline."""
    for each in statements:
        if each.level is not None:
            kind = "unclaimed" if each.level == "absent" else each.level
            entry = Entry(home(each.place.path), kind, each.rule, _shown(each.text), each.fingerprint)
            yield entry, each.severity is not None and not _ignored(each.suppressed)
    for problem in problems:
        if problem.rule != STALE:
            path, text = home(problem.place.path), _shown(problem.message)
            entry = Entry(path, "problem", problem.rule, text, problem.fingerprint)
            yield entry, problem.severity is not None and not _ignored(problem.suppressed)


def _ignored(suppressed: Suppression | None) -> bool:
    return suppressed is not None and suppressed.by == "ignore"


def _shown(text: str) -> str:
    whole = " ".join(text.split())
    return whole if len(whole) <= SHOWN else whole[: SHOWN - 1] + "…"


def _one_line(row: str) -> str:
    """JSON without the characters that some editors break lines at."""
    return "".join(
        f"\\u{ord(c):04x}" if c in "\x7f\x85\u2028\u2029" or "\ud800" <= c <= "\udfff" else c for c in row
    )


def _entries(found: object, name: str) -> Iterable[Entry]:
    schema = found.get("schema") if isinstance(found, dict) else None
    if not isinstance(found, dict) or schema != SCHEMA:
        said = (
            f"its schema is {str(schema)[:40]!r}, not {SCHEMA!r}"
            if schema
            else f"it names no schema {SCHEMA!r}"
        )
        raise DraftError(f"{name}: this is no baseline that can be read ({said}): {_remedy()}")
    rows = found.get("findings")
    if not isinstance(rows, list):
        raise DraftError(f"{name}: the baseline has no list of findings: {_remedy()}")
    for n, row in enumerate(rows, 1):
        yield _entry(row, n, name)


def _entry(row: Any, n: int, name: str) -> Entry:  # noqa: ANN401
    given = row if isinstance(row, dict) else {}
    wrong = next((key for key in _KEYS if not isinstance(given.get(key), str)), None)
    if wrong:
        raise DraftError(f"{name}: finding {n} of the baseline has no text for {wrong!r}: {_remedy()}")
    return Entry(*(given[key] for key in _KEYS))


def _remedy(what: str = "") -> str:
    return (f"{what}; " if what else "") + "mend it, or delete it and write it anew with --update-baseline"


def _stale(entry: Entry, baseline: Baseline) -> Problem:
    shown = _shown(f"{entry.path}: {entry.kind}: {entry.text}")
    message = f"this known finding is gone; take it out with --update-baseline ({shown})"
    place = _place(entry, baseline)
    return Problem(
        STALE, "note", place, message, (), Fingerprints(baseline.path).of(STALE, entry.fingerprint), None
    )


def _place(entry: Entry, baseline: Baseline) -> Place:
    """The line of an entry, without its indentation; the file's first where the line cannot be told."""
    at = max(baseline.source.find(f'"{entry.fingerprint}"'), 0)
    start = baseline.source.rfind("\n", 0, at) + 1
    behind = baseline.source.find("\n", at)
    line = baseline.source[start : behind if behind >= 0 else len(baseline.source)]
    first = start + len(line) - len(line.lstrip())
    end = max(start + len(line.rstrip()), first + 1)
    number = baseline.source.count("\n", 0, start) + 1
    return Place(baseline.path, number, first - start + 1, number, end - start, first, end)
