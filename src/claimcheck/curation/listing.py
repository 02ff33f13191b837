"""Claims as lists show them: which of them, where each is written, what outranks it, what is due."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date

from claimcheck.claim import Claim, Status
from claimcheck.curation.due import due
from claimcheck.errors import LedgerError
from claimcheck.fields import nearest
from claimcheck.report.upkeep import CLAIMS_SCHEMA, ClaimEntry, ClaimList
from claimcheck.store import Ledger


@dataclass(frozen=True, slots=True)
class Wanted:
    """Which claims: of any of these statuses, of any of these sources, with all of these tags, due."""

    statuses: tuple[Status, ...] = ()
    sources: tuple[str, ...] = ()
    tags: tuple[str, ...] = ()
    due: bool = False

    def matches(self, claim: Claim, today: date) -> bool:
        """Whether a claim is one of them."""
        return (
            (not self.statuses or claim.status in self.statuses)
            and (not self.sources or any(part.source in self.sources for part in claim.evidence))
            and set(self.tags) <= set(claim.tags)
            and (not self.due or due(claim, today) is not None)
        )


def listed(ledger: Ledger, wanted: Wanted, today: date) -> ClaimList:
    """The claims wanted, by id. Raises LedgerError for a source or tag that the ledger has nothing of."""
    for source in wanted.sources:
        if source not in ledger.sources and not any(
            part.source == source for claim in ledger.claims for part in claim.evidence
        ):
            raise _nothing("source", source, ledger.sources)
    tags = {tag for claim in ledger.claims for tag in claim.tags}
    for tag in wanted.tags:
        if tag not in tags:
            raise _nothing("tag", tag, tags)
    chosen = (claim for claim in ledger.claims if wanted.matches(claim, today))
    return entries(ledger, chosen, today)


def entries(ledger: Ledger, claims: Iterable[Claim], today: date) -> ClaimList:
    """The claims, in the order given, as lists show them."""
    places = {
        claim.id: (file.name, line)
        for file in ledger.claim_files
        for claim, line in zip(file.claims, file.lines, strict=True)
    }
    above = outranked(ledger)
    rows = tuple(
        ClaimEntry(claim, *places[claim.id], above.get(claim.id, ()), due(claim, today)) for claim in claims
    )
    return ClaimList(CLAIMS_SCHEMA, today, rows, len(ledger.claims))


def outranked(ledger: Ledger) -> Mapping[str, tuple[str, ...]]:
    """For every claim that is superseded the claims that do, by id, without retired ones."""
    found: dict[str, list[str]] = defaultdict(list)
    for claim in ledger.claims:
        if claim.status != "retired":
            for old in claim.supersedes:
                found[old].append(claim.id)
    return {old: tuple(new) for old, new in found.items()}


def _nothing(what: str, name: str, known: Iterable[str]) -> LedgerError:
    near = nearest(name, known)
    return LedgerError(
        f"no claim of this ledger has the {what} {name[:60]!r}"
        + (f" (did you mean {near!r}?)" if near else "")
    )
