"""Claims by words: through the index for those that decide verdicts, by their own words and ids for all."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date

from claimcheck.cache import Progress
from claimcheck.claim import Claim
from claimcheck.curation.listing import entries
from claimcheck.curation.named import ranked
from claimcheck.errors import ClaimcheckError, LedgerError
from claimcheck.report.upkeep import ClaimList
from claimcheck.store import Ledger

_WORD = re.compile(r"\d+(?:[.,:]\d+)*|[^\W\d_]+(?:['’][^\W\d_]+)*")
_SMALL = frozenset("a an and are as at be by for from in is it of on or that the to was were with".split())
_FIELDS = ("text", "quote", "speaker", "note", "tags")


@dataclass(frozen=True, slots=True)
class Found:
    """What a search gave, best first; `unasked` says why the index could not be asked, "" where it was."""

    claims: ClaimList
    unasked: str


def search(ledger: Ledger, words: str, limit: int, today: date, progress: Progress | None = None) -> Found:
    """The claims that words are about, best first, each with what it was found by.

    First those whose passages the index ranks nearest, in its order; then those that have all the words, or most of
    them, in their text, quote, speaker, note or tags; then those with an id like the words. Raises LedgerError for no
    words and for files of claims that cannot be read; where the index cannot be asked the rest is still found.
    """
    if not words.strip():
        raise LedgerError("say what to search for")
    known = {claim.id: claim for claim in ledger.claims}
    reasons: dict[str, list[str]] = {}
    near, unasked = _nearest(ledger, words, limit, progress)
    for name in near:
        reasons.setdefault(name, []).append("passage")
    worded = {claim.id: said for claim, said in _worded(known.values(), words)}
    for name, said in [*worded.items()][: 2 * limit + len(near)]:
        reasons.setdefault(name, []).append(said)
    for name in near:
        if name in worded and worded[name] not in reasons[name]:
            reasons[name].append(worded[name])
    if len(words.split()) == 1:
        for name, score in ranked(words, known, limit):
            reasons.setdefault(name, []).append("id" if words in name else f"id, {score}% alike")
    listed = entries(ledger, (known[name] for name in [*reasons][:limit]), today)
    rows = tuple(replace(row, matched=tuple(reasons[row.claim.id])) for row in listed.claims)
    return Found(replace(listed, claims=rows), unasked)


def _nearest(ledger: Ledger, words: str, limit: int, progress: Progress | None) -> tuple[list[str], str]:
    """The claims on the passages that the index ranks nearest, and why it could not be asked."""
    from claimcheck.parse import parse
    from claimcheck.passages import read_document
    from claimcheck.retrieve import open_index

    try:
        with open_index(ledger, progress=progress) as index:
            found = index.search(read_document(parse(words)), limit)
    except ClaimcheckError as error:
        return [], str(error)
    return list(dict.fromkeys(each.quoted.claim for each in found)), ""


def _worded(claims: Iterable[Claim], words: str) -> list[tuple[Claim, str]]:
    """The claims that have most of the words, those with more first, each with what has which."""
    wanted = _words(words)
    wanted = [word for word in wanted if word not in _SMALL] or wanted
    rows = []
    for claim in claims:
        texts = _texts(claim)
        whole = _words(" ".join(texts.values()))
        has = [word for word in wanted if word in whole]
        if wanted and 2 * len(has) > len(wanted):
            where = [name for name in _FIELDS if set(has) & set(_words(texts[name]))]
            rows.append((claim, len(has), f"{', '.join(has)} in its {' and '.join(where[:2])}"))
    rows.sort(key=lambda row: (-row[1], row[0].id))
    return [(claim, said) for claim, _, said in rows]


def _texts(claim: Claim) -> dict[str, str]:
    return {
        "text": claim.text,
        "quote": " ".join(part.quote for part in claim.evidence),
        "speaker": claim.speaker or "",
        "note": claim.note or "",
        "tags": " ".join(claim.tags),
    }


def _words(text: str) -> list[str]:
    return list(dict.fromkeys(word.casefold() for word in _WORD.findall(text)))
