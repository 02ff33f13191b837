"""The claims that nothing is wrong with, for formats that list what passed."""

from __future__ import annotations

from collections.abc import Iterator

from claimcheck.auditing.places import Places
from claimcheck.auditing.run import Audit
from claimcheck.report.audited import AuditReport
from claimcheck.report.places import Place
from claimcheck.store import Ledger


def passed(ledger: Ledger, report: AuditReport, found: Audit, before: str) -> Iterator[tuple[Place, str]]:
    """Place and text of every claim looked at that no problem is reported of."""
    places = Places(ledger, before)
    wrong = {problem.claim for problem in report.problems if problem.severity}
    for claim in found.claims:
        if claim.id not in wrong:
            yield places.claim(claim.id), claim.text
