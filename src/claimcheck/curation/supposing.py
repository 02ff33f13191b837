"""A claim as a passage of its own: what it would say of a statement if its text were another, or if it counted."""

from __future__ import annotations

from claimcheck.cache.parts import reference_of
from claimcheck.check import passages_of
from claimcheck.claim import Claim
from claimcheck.errors import LedgerError, SourceError
from claimcheck.parse import parse
from claimcheck.policy import Policy
from claimcheck.sources import Document
from claimcheck.store import Ledger
from claimcheck.verdict import Candidate


def reworded(claim: Claim, old: str, new: str) -> str:
    """The claim's text with some of its words replaced. Raises LedgerError unless they stand in it just once."""
    times = claim.text.count(old) if old.strip() else 0
    if times != 1:
        said = "does not stand" if times == 0 else f"stands {times} times"
        raise LedgerError(f"{old[:80]!r} {said} in the text of claim {claim.id!r}, which is {claim.text!r}")
    return claim.text.replace(old, new)


def supposed(ledger: Ledger, claim: Claim, text: str, policy: Policy) -> list[Candidate]:
    """The passages that a claim would be, were `text` what its source says where the claim's quotation stands.

    In the paragraph around it where the quotation is one passage of prose, else by itself. Raises ModelError without a
    language model.
    """
    document = _document(ledger, claim)
    before, after = _around(document, claim) if document else ("", "")
    whole = f"{before}{text}{after}"
    published = reference_of(document) if document else None
    found = passages_of(
        whole,
        parse(whole),
        name=claim.evidence[0].source,
        published=published if before or after else claim.as_of or published,
        title=(document.meta.title or "") if document else "",
        aliases=_aliases(ledger, document, claim),
        policy=policy,
    )
    start, end = len(before), len(before) + len(text)
    return [each for each in found if each.quoted.start < end and each.quoted.end > start]


def _around(document: Document, claim: Claim) -> tuple[str, str]:
    """The prose before and after the claim's quotation in its paragraph; nothing where that is not plain."""
    if len(claim.evidence) == 1:
        quote = " ".join(claim.evidence[0].quote.split())
        for block in document.blocks:
            if block.kind != "table_cell" and block.prose.count(quote) == 1:
                before, _, after = block.prose.partition(quote)
                return before, after
    return "", ""


def _document(ledger: Ledger, claim: Claim) -> Document | None:
    try:
        return ledger.sources.get(claim.evidence[0].source)
    except SourceError:
        return None


def _aliases(ledger: Ledger, document: Document | None, claim: Claim) -> dict[str, tuple[str, ...]]:
    own = document.meta.aliases if document else ()
    joined: dict[str, tuple[str, ...]] = {}
    for name, others in (*ledger.aliases, *own, *claim.aliases):
        joined[name] = tuple(dict.fromkeys((*joined.get(name, ()), *others)))
    return joined
