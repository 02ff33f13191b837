"""Accepting and retiring claims: who did it and when is written beside them."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from datetime import date

from claimcheck.claim import Claim
from claimcheck.claimedit import Change, change
from claimcheck.claimfile import ClaimFile
from claimcheck.curation.named import claim_in, homes
from claimcheck.errors import LedgerError
from claimcheck.problems import HARMLESS, problems_of
from claimcheck.rewriting import rewrite
from claimcheck.store import Ledger

Changes = Callable[[Claim, Ledger], Iterable[Change]]


def accept(ledger: Ledger, ids: Sequence[str], reviewer: str | None, today: date) -> Ledger:
    """Accept claims, all of them or none; one that is accepted already has then been reviewed again.

    Raises LedgerError for an unknown id, a retired claim, one that does not fit its source (`problems.check`), and
    without a reviewer where the configuration asks for one. Returns the ledger as it is then.
    """
    who = _reviewer(ledger, reviewer)

    def accepting(claim: Claim, now: Ledger) -> Iterable[Change]:
        if claim.status == "retired":
            raise LedgerError(
                f"{now.where(claim.id)}: claim {claim.id!r} is retired ({claim.reason or 'no reason given'}): "
                "make a new one, or take its status back with `claimcheck claims edit`"
            )
        _fits(claim, now)
        return (Change(claim.id, "status", "accepted"), *_signed(claim, who, today))

    return change_claims(ledger, ids, accepting)


def retire(ledger: Ledger, ids: Sequence[str], reason: str, reviewer: str | None, today: date) -> Ledger:
    """Retire claims, all of them or none; they stay in their files, with the reason.

    Raises LedgerError for an unknown id, an empty reason, a claim that is retired already, and without a reviewer where
    the configuration asks for one. Returns the ledger as it is then.
    """
    said = " ".join(reason.split())
    if not said:
        raise LedgerError("the reason is empty: say why the claim no longer counts")
    who = _reviewer(ledger, reviewer)

    def retiring(claim: Claim, now: Ledger) -> Iterable[Change]:
        if claim.status == "retired":
            raise LedgerError(f"{now.where(claim.id)}: claim {claim.id!r} is retired already")
        changes = (Change(claim.id, "status", "retired"), Change(claim.id, "reason", said))
        return (*changes, *_signed(claim, who, today))

    return change_claims(ledger, ids, retiring)


def change_claims(ledger: Ledger, ids: Sequence[str], changes: Changes) -> Ledger:
    """Change claims as they are now, all of them or none. Raises LedgerError for an unknown id, and as `changes`."""

    def changed(now: Ledger) -> list[ClaimFile]:
        wanted: dict[str, tuple[ClaimFile, list[Change]]] = {}
        for name, file in homes(now, ids).items():
            wanted.setdefault(file.name, (file, []))[1].extend(changes(claim_in(file, name), now))
        return [change(file, found) for file, found in wanted.values()]

    return rewrite(ledger, changed)


def _signed(claim: Claim, who: str | None, today: date) -> Iterable[Change]:
    """Who and when; a reviewer of before does not stand for what somebody else has done."""
    if who or claim.reviewer:
        yield Change(claim.id, "reviewer", who)
    yield Change(claim.id, "reviewed", today)


def _reviewer(ledger: Ledger, reviewer: str | None) -> str | None:
    who = " ".join((reviewer or "").split())
    if not who and ledger.config.audit.require_reviewer:
        raise LedgerError(
            "this ledger asks for a reviewer: say who it is with --reviewer NAME, or set git's user.name"
        )
    return who or None


def _fits(claim: Claim, now: Ledger) -> None:
    """Raise LedgerError where a claim, once accepted, would make the ledger wrong."""
    for kind, message in problems_of(claim, now, now.holding(claim.supersedes)):
        if kind not in HARMLESS:
            raise LedgerError(f"{now.where(claim.id)}: claim {claim.id!r}: {message}")
