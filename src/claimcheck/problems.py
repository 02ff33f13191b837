"""What is wrong between the claims of a ledger and its sources, found without judging anything."""

from __future__ import annotations

from collections.abc import Container, Iterator
from dataclasses import dataclass
from typing import Literal

from claimcheck.anchor import occurrences
from claimcheck.claim import Claim, Evidence
from claimcheck.errors import LedgerError, SourceError
from claimcheck.fields import nearest
from claimcheck.store import Ledger

REMEDY = "correct it, or retire the claim (`claimcheck audit` shows what stands there now)"
ProblemKind = Literal["source", "outside", "lost", "ambiguous", "moved", "supersedes"]
HARMLESS: tuple[ProblemKind, ...] = ("moved", "ambiguous")


@dataclass(frozen=True, slots=True)
class Problem:
    """One thing wrong with a claim: `place` is its file and line, `message` one sentence without them."""

    kind: ProblemKind
    claim: str
    place: str
    message: str

    @property
    def fatal(self) -> bool:
        """Whether the ledger is wrong, not merely behind its sources: a passage that moved can be found again."""
        return self.kind not in HARMLESS

    def __str__(self) -> str:
        return f"{self.place}: claim {self.claim!r}: {self.message}"


def problems(ledger: Ledger, only: Container[str] | None = None) -> Iterator[Problem]:
    """What is wrong with each claim that is not retired, by id. Reads every source that one names.

    only: the ids of the claims to look at; None for all. Raises LedgerError as `Ledger.claims` does.
    """
    places = {
        claim.id: f"{file.name}:{file.line_of[claim.id]}"
        for file in ledger.claim_files
        for claim in file.claims
    }
    for claim in ledger.claims:
        if claim.status == "retired" or (only is not None and claim.id not in only):
            continue
        for kind, message in problems_of(claim, ledger, places):
            yield Problem(kind, claim.id, places[claim.id], message)


def check(ledger: Ledger, only: Container[str] | None = None) -> None:
    """Raise LedgerError with the first fatal problem, and the number of the others, if there is any.

    only: the ids of the claims to look at; None for all.
    """
    fatal = [problem for problem in problems(ledger, only) if problem.fatal]
    if fatal:
        more = f" (and {len(fatal) - 1} more like it)" if len(fatal) > 1 else ""
        raise LedgerError(f"{fatal[0]}{more}")


def problems_of(claim: Claim, ledger: Ledger, known: Container[str]) -> Iterator[tuple[ProblemKind, str]]:
    """What is wrong with one claim, kind and message; `known` holds, of the ids it supersedes, those of claims."""
    for evidence in claim.evidence:
        found = _of_evidence(evidence, ledger)
        if found:
            yield found
    for other in claim.supersedes:
        if other not in known or other == claim.id:
            yield (
                "supersedes",
                f"it supersedes {other!r}, which is {'itself' if other in known else 'no claim'}",
            )


def _of_evidence(evidence: Evidence, ledger: Ledger) -> tuple[ProblemKind, str] | None:
    if evidence.source not in ledger.sources:
        near = nearest(evidence.source, ledger.sources)
        return "source", f"there is no source {evidence.source!r}" + (
            f" (did you mean {near!r}?)" if near else ""
        )
    try:
        text = ledger.sources[evidence.source].text
    except SourceError as error:
        return "source", str(error)
    span = f"[{evidence.start}, {evidence.end})"
    if evidence.end > len(text):
        return "outside", (
            f"its span {span} is outside its source {evidence.source!r}, which has {len(text)} characters: {REMEDY}"
        )
    status = ledger.resolve(evidence).status
    if status == "found":
        return None
    quote = evidence.quote[:60]
    said = {
        "lost": (
            f"its quote {quote!r} is not what source {evidence.source!r} says at {span}, or anywhere: {REMEDY}"
        ),
        "moved": f"its quote {quote!r} stands at another place in source {evidence.source!r} now",
        "ambiguous": f"its quote {quote!r} stands at several places in source {evidence.source!r}, none of them {span}",
    }
    if status == "ambiguous" and len(list(occurrences(text.text, evidence.quote))) == 1:
        return status, (
            f"its quote {quote!r} stands in source {evidence.source!r}, but perhaps as another passage: "
            "see `claimcheck audit`"
        )
    return status, said[status]
