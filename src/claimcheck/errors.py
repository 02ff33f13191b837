"""Errors a user can act on: one sentence each, saying what, where and what to do."""

from __future__ import annotations

DEBUG = "CLAIMCHECK_DEBUG"
"""Set in the environment, it lets errors of ours through as they are."""


class ClaimcheckError(Exception):
    """Base of every error claimcheck raises on purpose; the command line prints it and exits 2."""


class LedgerError(ClaimcheckError):
    """The ledger on disk cannot be used: no ledger there, a claim file or the configuration is wrong."""


class SourceError(ClaimcheckError):
    """A source document is missing, unreadable, or of a kind that is not read."""


class ModelError(ClaimcheckError):
    """The language model is missing or does not fit the installed spaCy."""


class StatementError(ClaimcheckError):
    """The statement, or the row or file it came in, cannot be read."""


class DraftError(ClaimcheckError):
    """A draft is missing, unreadable, or of a kind that is not read."""


class ReportError(ClaimcheckError):
    """A saved report cannot be read, or a report cannot be rendered as asked."""


class HistoryError(ClaimcheckError):
    """The history of a claim cannot be read: no git, no repository, or no such claim in it."""


def internal(error: Exception) -> str:
    """What to say of an error that is ours."""
    said = " ".join(str(error).split())[:200]
    return (
        f"internal error ({type(error).__name__}{f': {said}' if said else ''}): this is a bug in claimcheck; "
        f"{DEBUG}=1 in the environment shows where"
    )
