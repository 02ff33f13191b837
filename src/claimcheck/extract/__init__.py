"""Claims from sources: every checkable sentence, table cell and list item of a document becomes a proposed claim.

`find_sources` finds what a user names, `extract` adds a document's claims to a ledger, `propose` only lists them. What
is checkable, and what is left out for which reason, is decided in `checkable`.
"""

from __future__ import annotations

from claimcheck.extract.adding import Extraction, extract
from claimcheck.extract.asked import Asked, find_sources
from claimcheck.extract.checkable import Reason
from claimcheck.extract.propose import Draft, Passed, Proposals, propose

__all__ = [
    "Asked",
    "Draft",
    "Extraction",
    "Passed",
    "Proposals",
    "Reason",
    "extract",
    "find_sources",
    "propose",
]
