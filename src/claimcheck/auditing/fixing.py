"""Positions of passages that have moved, put right in the files of claims; everything else waits for a person."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from difflib import unified_diff
from functools import lru_cache

from claimcheck.anchor import pinpoint, resolve
from claimcheck.auditing.run import Audit
from claimcheck.auditing.shelf import TEXTS_AT_HAND
from claimcheck.claim import Claim
from claimcheck.claimedit import Change, change
from claimcheck.claimfile import ClaimFile
from claimcheck.report.audited import Mended
from claimcheck.rewriting import rewrite
from claimcheck.sources import read_as_it_is
from claimcheck.store import Ledger


def mend(ledger: Ledger, found: Audit) -> tuple[Mended, ...]:
    """Write the new positions, all of them or none, under the ledger's lock; comments and the order of keys stay.

    Whether a passage has moved, and where to, is looked up again in the files as they are then. Raises LedgerError, and
    SourceError for a source that cannot be read any more.
    """
    done: list[Mended] = []

    def changed(now: Ledger) -> Iterable[ClaimFile]:
        done.clear()
        for file, wanted in _wanted(now, found):
            yield change(file, [each for _, changes in wanted for each in changes])
            done.extend(mended for mended, _ in wanted)

    if _moved(found):
        rewrite(ledger, changed)
    return tuple(done)


def would_mend(ledger: Ledger, found: Audit) -> tuple[tuple[Mended, ...], str]:
    """What `mend` would do, and the files' differences as a patch."""
    mended: list[Mended] = []
    patch = []
    for file, wanted in _wanted(ledger, found):
        new = change(file, [each for _, changes in wanted for each in changes])
        mended += [each for each, _ in wanted]
        before, after = (text.splitlines(keepends=True) for text in (file.text, new.text))
        patch += [
            line if line.endswith("\n") else f"{line}\n\\ No newline at end of file\n"
            for line in unified_diff(before, after, f"a/{file.name}", f"b/{file.name}")
        ]
    return tuple(mended), "".join(patch)


def _moved(found: Audit) -> dict[str, list[int]]:
    """The passages to look at, by claim."""
    moved: dict[str, list[int]] = defaultdict(list)
    for flaw in found.flaws:
        if flaw.rule == "audit.moved" and flaw.stands is not None:
            moved[flaw.claim].append(flaw.stands.part)
    return moved


def _wanted(ledger: Ledger, found: Audit) -> Iterator[tuple[ClaimFile, list[tuple[Mended, list[Change]]]]]:
    """The files to change, with what is to become of each passage."""
    moved = _moved(found)
    audited = {claim.id: claim for claim in found.claims}

    @lru_cache(TEXTS_AT_HAND)
    def text_of(source: str) -> str:
        return read_as_it_is(ledger.root / found.paths[source], found.paths[source])[0].text.text

    for file in ledger.claim_files:
        wanted = []
        for claim in file.claims:
            if claim.id in moved and claim.evidence == audited[claim.id].evidence:
                rows = (
                    _row(text_of(claim.evidence[part].source), file, claim, part) for part in moved[claim.id]
                )
                wanted += [row for row in rows if row]
        if wanted:
            yield file, wanted


def _row(text: str, file: ClaimFile, claim: Claim, part: int) -> tuple[Mended, list[Change]] | None:
    evidence = claim.evidence[part]
    at = resolve(text, evidence)
    if at.status != "moved":
        return None
    new = pinpoint(text, at.start, at.end)
    values: list[tuple[str, int | str]] = [("start", new.start), ("end", new.end)]
    if new.start > evidence.start:
        values.reverse()  # a passage is never, not even in between, one that ends before it starts
    if evidence.prefix or evidence.suffix:  # a claim that records no surroundings gains none
        values += [("prefix", new.prefix), ("suffix", new.suffix)]
    changes = [
        Change(claim.id, name, value, part) for name, value in values if value != getattr(evidence, name)
    ]
    old = (evidence.start, evidence.end)
    return Mended(claim.id, part, evidence.source, file.name, old, (at.start, at.end)), changes
