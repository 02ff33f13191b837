"""What kinds of values a claim's text holds."""

from __future__ import annotations

from collections.abc import Sequence

from claimcheck.claim import Claim
from claimcheck.dimensions import date as dates
from claimcheck.dimensions import name as names
from claimcheck.dimensions import quantity as quantities
from claimcheck.dimensions.quote import Kind, find
from claimcheck.extract.prose import numbered
from claimcheck.report.counted import KindName
from claimcheck.tokens import Sentence

KINDS: tuple[KindName, ...] = ("quantity", "date", "name", "quote", "attribution", "other")


def kinds_of(text: str, sentences: Sequence[Sentence]) -> tuple[KindName, ...]:
    """The kinds of values in a text already parsed, but for whose words it is; none where it holds none."""
    found: list[KindName] = []
    if any(numbered(quantities.find(sentence)) for sentence in sentences):
        found.append("quantity")
    if any(dates.find(sentence) for sentence in sentences):
        found.append("date")
    if any(names.find(sentence) for sentence in sentences):
        found.append("name")
    if any(quote.kind is Kind.SPEECH for quote in find(text)):
        found.append("quote")
    return tuple(found)


def kinds_with_speaker(claim: Claim, held: Sequence[KindName]) -> tuple[KindName, ...]:
    """The kinds of a claim, of whose text the kinds are `held`; "other" where there are none."""
    found: tuple[KindName, ...] = (*held, "attribution") if claim.speaker else tuple(held)
    return found or ("other",)
