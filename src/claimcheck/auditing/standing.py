"""Where every quotation stands now, source by source; kept by the bytes of the source and the selectors."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import asdict, dataclass
from typing import Any

from claimcheck.auditing.differing import Difference
from claimcheck.auditing.flaw import Flaw, Rule, Seen, Stands
from claimcheck.auditing.kept import Kept, digest
from claimcheck.auditing.shelf import Shelf, successors
from claimcheck.auditing.spans import Located, SpanStatus, locate
from claimcheck.cache import version_of
from claimcheck.claim import Claim, Evidence
from claimcheck.fields import nearest
from claimcheck.text import SourceText

RULES: dict[SpanStatus, Rule] = {
    "moved": "audit.moved",
    "reworded": "audit.reworded",
    "value-changed": "audit.value-changed",
    "ambiguous": "audit.ambiguous",
    "lost": "audit.lost",
}
_NOT_KEPT: tuple[SpanStatus, ...] = ("reworded", "value-changed", "ambiguous", "lost")
SAID = 3  # differences told in a message
CODE = ("claimcheck.auditing.spans", "claimcheck.auditing.standing", "claimcheck.sources")
AROUND = 40  # code points shown on each side of a place where an ambiguous passage may stand


@dataclass(frozen=True, slots=True)
class _Part:
    claim: str
    number: int
    evidence: Evidence


def standing(claims: Iterable[Claim], shelf: Shelf, kept: Kept) -> dict[tuple[str, int], Stands]:
    """Where each passage of each claim stands, by claim and index; those of sources that are not there are lost.

    Raises ModelError without a language model, if it takes one to tell two words of one meaning from others.
    """
    by_source: dict[str, list[_Part]] = defaultdict(list)
    for claim in claims:
        for number, evidence in enumerate(claim.evidence):
            by_source[evidence.source].append(_Part(claim.id, number, evidence))
    version = version_of(*CODE)
    return {
        (stands.claim, stands.part): stands
        for source, parts in by_source.items()
        for stands in _in_source(source, parts, shelf, kept, version)
    }


def _in_source(
    source: str, parts: Sequence[_Part], shelf: Shelf, kept: Kept, version: str
) -> Iterator[Stands]:
    state = shelf.states.get(source)
    if state is None or state.error:
        for part in parts:
            yield Stands(part.claim, part.number, source, Located("lost"))
        return
    seen = [(e.start, e.end, e.quote, e.prefix, e.suffix) for e in (part.evidence for part in parts)]
    key = digest("standing", state.path, state.sha256, seen, version)
    rows = kept.get(key)
    if rows is None:
        rows = _rows(source, parts, shelf)
        kept.put(key, rows)
    others = {
        number: (_located(row), line, tuple(Seen(*each) for each in seen)) for number, row, line, seen in rows
    }
    for k, part in enumerate(parts):
        at = part.evidence
        yield Stands(
            part.claim, part.number, source, *(others.get(k) or (Located("found", at.start, at.end),))
        )


def _rows(source: str, parts: Sequence[_Part], shelf: Shelf) -> list[list[Any]]:
    """Number, place, line and what is seen of every passage that is not found where it was."""
    words, text = shelf.words(source), shelf.text(source)
    rows = []
    for k, part in enumerate(parts):
        found = locate(words, part.evidence)
        if found.status != "found":
            line = text.line_column(found.start)[0] if found.start >= 0 else 0
            seen = [_seen(place, text) for place in found.places]
            rows.append([k, asdict(found), line, seen])
    return rows


def _seen(place: tuple[int, int], text: SourceText) -> tuple[int, int, int, str]:
    """A place as `Seen` has it, with whole words around it."""
    start, end = place
    before, after = text.text[max(0, start - AROUND) : start], text.text[end : end + AROUND]
    if start > AROUND:
        before = "…" + before.partition(" ")[2]
    if end + AROUND < len(text):
        after = after.rpartition(" ")[0] + "…"
    return start, end, text.line_column(start)[0], f"{before}{text.text[start:end]}{after}"


def _located(row: dict[str, Any]) -> Located:
    differences = tuple(Difference(**each) for each in row["differences"])
    return Located(
        row["status"], row["start"], row["end"], row["text"], differences
    )  # its places are in `seen`


def span_flaws(claims: Iterable[Claim], found: dict[tuple[str, int], Stands], shelf: Shelf) -> Iterator[Flaw]:
    """What is wrong with the places of claims' passages, in the order of the claims."""
    for claim in claims:
        for number, evidence in enumerate(claim.evidence):
            stands = found[claim.id, number]
            state = shelf.states.get(evidence.source)
            if state is None:
                near = nearest(evidence.source, shelf.states)
                hint = f" (did you mean {near!r}?)" if near else ""
                said = f"there is no source {evidence.source!r}{hint}"
                yield Flaw("audit.source-missing", said, claim.id, evidence.source, stands=stands)
            elif stands.located.status != "found" and not state.error:
                rule = RULES[stands.located.status]
                yield Flaw(rule, _message(stands, state.path), claim.id, evidence.source, stands=stands)


def _message(stands: Stands, path: str) -> str:
    at = f"{path}:{stands.line}"
    status = stands.located.status
    if status == "moved":
        return f"its quote has moved, to {at}: `claimcheck audit --fix` writes that down"
    if status == "reworded":
        return f"its quote stands in other words now, at {at}: quote the source anew"
    if status == "value-changed":
        return (
            f"{at} says something else than its quote now ({changes(stands.located)}): "
            "correct the claim, or retire it"
        )
    if status == "ambiguous":
        lines = " or ".join(dict.fromkeys(f"{path}:{each.line}" for each in stands.seen)) or path
        return f"its quote has no place that is surely its own any more, perhaps {lines}: quote more of the source"
    return f"its quote is nowhere in {path} any more: correct the claim, or retire it"


def changes(located: Located) -> str:
    """The differences in a few words."""
    told = [str(one) for one in located.differences[:SAID]]
    return "; ".join(told + ["…"] * (len(located.differences) > SAID))


def snapshot_flaws(
    claims: Sequence[Claim], found: dict[tuple[str, int], Stands], shelf: Shelf, kept: Kept
) -> Iterator[Flaw]:
    """Claims that stand on a snapshot although there is a newer one: how many, and which it does not bear out.

    A claim is borne out where the words of its quotation stand in the newer snapshot too.
    """
    later = successors(shelf.states)
    for source, newest in sorted(later.items()):
        if shelf.states[newest].error or shelf.states[source].error:
            continue
        own = [c for c in claims if any(e.source == source for e in c.evidence)]
        if not own:
            continue
        version = version_of(*CODE)
        parts = [
            _Part(c.id, n, e) for c in own for n, e in enumerate(c.evidence)
            if e.source == source and found[c.id, n].located.status in ("found", "moved")
        ]  # fmt: skip
        moved = list(_in_source(newest, parts, shelf, kept, version))
        gone = [stands for stands in moved if stands.located.status in _NOT_KEPT]
        names = tuple(dict.fromkeys(c.id for c in own))
        count = f"{len(names):,} claim{'' if len(names) == 1 else 's'}"
        still = (
            f"{len({s.claim for s in gone}):,} of them not borne out by it"
            if gone
            else "all of them in it too"
        )
        yield Flaw(
            "audit.source-outdated",
            f"it has a newer snapshot, {newest!r}, and {count} stand on this one, {still}",
            source=source,
            others=names,
        )
        for stands in gone:
            yield Flaw(
                "audit.outdated", _outdated(stands, source, shelf), stands.claim, newest, stands=stands
            )


def _outdated(stands: Stands, source: str, shelf: Shelf) -> str:
    path, located = shelf.states[stands.source].path, stands.located
    if located.status == "lost":
        return f"the newer snapshot of {source!r}, {path}, has nothing like its quote"
    if located.status == "ambiguous":
        return f"its quote has no one place in the newer snapshot of {source!r}, {path}"
    said = f" ({changes(located)})" if located.differences else ""
    return f"the newer snapshot of {source!r} puts its quote otherwise, at {path}:{stands.line}{said}"
