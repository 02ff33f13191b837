"""claimcheck: check statements against a ledger of sourced claims.

The public API, in reading order: `Ledger.open` a ledger, `verify` a statement against it, or `compare` a statement with
a piece of text; both give a `Verdict`. Importing the package loads neither the language model nor the command line.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from claimcheck.errors import ClaimcheckError, LedgerError, ModelError, SourceError, StatementError
from claimcheck.policy import Policy

if TYPE_CHECKING:
    from claimcheck.check import compare, verify
    from claimcheck.store import Ledger
    from claimcheck.verdict import Label, Verdict

__version__ = "0.1.0"
__all__ = [
    "ClaimcheckError",
    "Label",
    "Ledger",
    "LedgerError",
    "ModelError",
    "Policy",
    "SourceError",
    "StatementError",
    "Verdict",
    "compare",
    "verify",
]
_LAZY = {
    "Label": "claimcheck.verdict",
    "Ledger": "claimcheck.store",
    "Verdict": "claimcheck.verdict",
    "compare": "claimcheck.check",
    "verify": "claimcheck.check",
}


def __getattr__(name: str) -> object:
    """Load what needs the language model's machinery only when it is asked for."""
    if name not in _LAZY:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    from importlib import import_module

    return getattr(import_module(_LAZY[name]), name)
