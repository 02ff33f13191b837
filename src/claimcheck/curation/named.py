"""The claims a user names by their ids."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from claimcheck.claim import Claim
from claimcheck.claimfile import ClaimFile
from claimcheck.errors import LedgerError
from claimcheck.store import Ledger

_LIKE = 70  # of 100: ids less alike than this are no slip of the fingers
_LONGEST = 200  # code points of an id worth comparing


def homes(ledger: Ledger, ids: Sequence[str]) -> dict[str, ClaimFile]:
    """The file of each claim named, in the order named.

    Raises LedgerError for an id that no claim has, with the one it was probably meant to be.
    """
    found = ledger.holding(ids)
    for name in ids:
        if name not in found:
            raise unknown(name, (claim.id for claim in ledger.claims))
    return found


def claim_in(file: ClaimFile, name: str) -> Claim:
    """The claim of a file that has this id; KeyError where none has."""
    for claim in file.claims:
        if claim.id == name:
            return claim
    raise KeyError(name)


def unknown(name: str, known: Iterable[str]) -> LedgerError:
    """The error about an id that no claim has."""
    near = likeliest(name, known)
    return LedgerError(
        f"there is no claim {name[:_LONGEST]!r}" + (f" (did you mean {near!r}?)" if near else "")
    )


def likeliest(name: str, known: Iterable[str]) -> str | None:
    """The id most like a word, of several the first by name; None where none is like it."""
    best = ranked(name, known, limit=1)
    return best[0][0] if best else None


def ranked(name: str, known: Iterable[str], limit: int) -> list[tuple[str, int]]:
    """The ids most like a word, each with how like it is of 100, best first."""
    from thefuzz import fuzz, process

    found = process.extract(
        name[:_LONGEST].lower(),
        {each: each.lower() for each in known},
        processor=None,
        scorer=fuzz.WRatio,
        limit=max(limit, 1),
    )
    rows = [(str(each), int(score)) for _, score, each in found if score >= _LIKE]
    return sorted(rows, key=lambda row: (-row[1], row[0]))
