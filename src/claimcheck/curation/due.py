"""Which claims somebody should look at again."""

from __future__ import annotations

from datetime import date

from claimcheck.claim import Claim


def due(claim: Claim, today: date) -> str | None:
    """Why somebody should look at a claim again on a day; None where nothing says so, and for a retired one.

    A day to recheck by counts from that day on, until somebody has reviewed the claim on that day or later; a day until
    which a claim is valid counts from the day after it.
    """
    if claim.status == "retired":
        return None
    if claim.valid_until and claim.valid_until < today:
        return f"was valid until {claim.valid_until.isoformat()}"
    day = recheck(claim)
    return f"to be rechecked by {day.isoformat()}" if day and day <= today else None


def recheck(claim: Claim) -> date | None:
    """The day by which a claim is to be looked at again; None where there is none, or it has been done."""
    day = claim.recheck_by
    done = day is not None and claim.reviewed is not None and claim.reviewed >= day
    return None if done else day


def next_day(claim: Claim) -> date | None:
    """The first day that a claim falls due by, past or to come; None where it never does."""
    days = [day for day in (recheck(claim), claim.valid_until) if day]
    return min(days) if days and claim.status != "retired" else None
