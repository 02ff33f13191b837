"""What is wrong with the copy itself, in the report of a whole check."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from bench.ledgers import lay_out

from claimcheck.checking.batches import Room, Setting
from claimcheck.checking.given import Given, others
from claimcheck.checking.reporting import Asked
from claimcheck.checking.run import Quiet, check
from claimcheck.checking.severity import Severities
from claimcheck.config import SeveritySetting
from claimcheck.policy import DEFAULT
from claimcheck.report.checked import CheckReport
from claimcheck.report.contract import Tool
from claimcheck.store import Ledger

TODAY = date(2025, 6, 1)
FIRST = "Ida Strand wrote nine novels.\n\nSales rose 20% from 40 to 50.\n"
LATER = "It rained in Leeds.\n\nIda Strand wrote ten novels. Sales fell by 15, from 90 to 80.\n"


@pytest.fixture
def ledger(tmp_path: Path) -> Path:
    lay_out(tmp_path)
    return tmp_path


def report(ledger: Path, *texts: str, jobs: int = 1, **settings: SeveritySetting) -> CheckReport:
    named = {f"draft.{name}": severity for name, severity in settings.items()}
    room = Room(Setting(ledger, TODAY, DEFAULT, Severities("contradicted", named)))
    try:
        given = [Given(f"{ledger}/d{n}.md", text.encode()) for n, text in enumerate(texts, 1)]
        asked = Asked(Tool("claimcheck", "0"), TODAY, DEFAULT, "contradicted")
        with others(given, jobs) as processes:
            return check(given, Ledger.open(ledger), asked, Quiet(), room=room, others=processes)
    finally:
        room.close()


def told(found: CheckReport) -> list[tuple[str, int, str, str]]:
    return [(Path(p.place.path).name, p.place.line, p.rule, p.severity or "off") for p in found.problems]


def test_slips_are_problems_by_file_and_place(ledger: Path) -> None:
    found = report(ledger, FIRST, LATER)
    assert told(found) == [
        ("d1.md", 3, "draft.arithmetic", "warning"),
        ("d2.md", 3, "draft.inconsistent", "warning"),
        ("d2.md", 3, "draft.arithmetic", "warning"),
    ]
    assert found.problems[1].message.startswith("here “ten”, but “nine” in line 1 of ")
    assert found.totals.warnings == 3
    assert found.exit_code == 0


def test_the_report_is_the_same_for_any_number_of_processes(ledger: Path) -> None:
    assert report(ledger, FIRST, LATER, jobs=2) == report(ledger, FIRST, LATER)


def test_severities_and_comments_count(ledger: Path) -> None:
    assert report(ledger, FIRST, LATER, arithmetic="error").exit_code == 1
    off = report(ledger, FIRST, LATER, arithmetic="off", inconsistent="note")
    assert [row[3] for row in told(off)] == ["off", "note", "off"]
    hushed = LATER.replace("Ida", "<!-- claimcheck: ignore[draft.inconsistent] -- a quiz -->\nIda")
    found = report(ledger, FIRST, hushed)
    suppressed = {p.rule for p in found.problems if p.suppressed}
    assert suppressed == {"draft.inconsistent"}


def test_fingerprints_do_not_know_lines(ledger: Path) -> None:
    before = report(ledger, FIRST, LATER).problems
    after = report(ledger, "Well.\n\n" + FIRST, "Well.\n\n" + LATER).problems
    assert [p.fingerprint for p in before] == [p.fingerprint for p in after]
    assert len({p.fingerprint for p in before}) == 3
