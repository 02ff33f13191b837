"""The report: the contract that programs rely on, and how verdicts fill it."""

from claimcheck.report.contract import (
    SCHEMA,
    DisputedRow,
    Explanation,
    Finding,
    LedgerState,
    Passage,
    Report,
    Result,
    Row,
    Tool,
    Totals,
    Unread,
)
from claimcheck.report.filling import Tally, fails, result_of, rules_of

__all__ = [
    "SCHEMA",
    "DisputedRow",
    "Explanation",
    "Finding",
    "LedgerState",
    "Passage",
    "Report",
    "Result",
    "Row",
    "Tally",
    "Tool",
    "Totals",
    "Unread",
    "fails",
    "result_of",
    "rules_of",
]
