"""How what an audit finds is reported, unless the configuration says otherwise for a rule."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType
from typing import Final

from claimcheck.auditing.flaw import Rule
from claimcheck.report.places import Severity

# An error is what makes a claim count for nothing or against another: mend it before you rely on the ledger.
USUAL: Final[Mapping[Rule, Severity]] = MappingProxyType(
    {
        "audit.moved": "warning",
        "audit.reworded": "error",
        "audit.value-changed": "error",
        "audit.ambiguous": "error",
        "audit.lost": "error",
        "audit.source-missing": "error",
        "audit.source-changed": "error",
        "audit.source-outdated": "warning",
        "audit.outdated": "warning",
        "audit.source-unused": "note",
        "audit.supersedes": "error",
        "audit.retired-cited": "note",
        "audit.unreviewed": "error",
        "audit.recheck-due": "warning",
        "audit.expired": "error",
        "audit.says-more": "warning",
        "audit.duplicate": "note",
        "audit.contradiction": "error",
    }
)
