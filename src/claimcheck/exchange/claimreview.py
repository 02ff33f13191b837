"""Claims as schema.org ClaimReview, in JSON-LD: those that somebody has accepted under a name."""

from __future__ import annotations

import json
from collections.abc import Iterable
from typing import Any

from claimcheck.claim import Claim, Evidence
from claimcheck.exchange.rows import Placed
from claimcheck.store import Ledger


def to_claimreview(claims: Iterable[Placed], ledger: Ledger) -> tuple[bytes, int]:
    """The accepted claims with a named reviewer as a graph, and how many claims were left out."""
    listed = [one.claim for one in claims]
    kept = [claim for claim in listed if claim.status == "accepted" and claim.reviewer]
    whole = {"@context": "https://schema.org", "@graph": [_review(claim, ledger) for claim in kept]}
    text = json.dumps(whole, ensure_ascii=False, indent=1) + "\n"
    return text.encode(errors="surrogatepass"), len(listed) - len(kept)


def _review(claim: Claim, ledger: Ledger) -> dict[str, Any]:
    review: dict[str, Any] = {
        "@type": "ClaimReview",
        "identifier": claim.id,
        "claimReviewed": claim.text,
        "author": {"@type": "Person", "name": claim.reviewer},
        "reviewRating": {
            "@type": "Rating",
            "ratingValue": 1,
            "bestRating": 1,
            "worstRating": 0,
            "alternateName": "supported",
        },
        "itemReviewed": {"@type": "Claim", **_said(claim)},
        "citation": [_citation(passage, ledger) for passage in claim.evidence],
    }
    if claim.reviewed:
        review["datePublished"] = claim.reviewed.isoformat()
    if claim.valid_until:
        review["expires"] = claim.valid_until.isoformat()
    if claim.tags:
        review["keywords"] = list(claim.tags)
    return review


def _said(claim: Claim) -> dict[str, Any]:
    said: dict[str, Any] = {"text": claim.text}
    if claim.speaker:
        said["author"] = {"@type": "Thing", "name": claim.speaker}
    if claim.as_of:
        said["temporalCoverage"] = claim.as_of.isoformat()
    return said


def _citation(passage: Evidence, ledger: Ledger) -> dict[str, Any]:
    cited: dict[str, Any] = {"@type": "CreativeWork", "identifier": passage.source, "text": passage.quote}
    if passage.source in ledger.sources:
        meta = ledger.sources[passage.source].meta
        told = {
            "name": meta.title,
            "url": meta.url,
            "datePublished": meta.published and meta.published.isoformat(),
        }
        cited |= {key: value for key, value in told.items() if value}
        if meta.publisher:
            cited["publisher"] = {"@type": "Organization", "name": meta.publisher}
    return cited
