"""What can be seen of claims and sources without reading what they say: days, reviewers, what names what."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date

from claimcheck.auditing.flaw import Flaw
from claimcheck.auditing.shelf import Shelf
from claimcheck.claim import Claim
from claimcheck.curation.due import due
from claimcheck.fields import nearest

_WORD = re.compile(r"\S+")
_AROUND = "\"'“”‘’()[]{}<>.,;:!?`"


def claim_flaws(
    claims: Iterable[Claim], known: Mapping[str, Claim], today: date, require_reviewer: bool
) -> Iterator[Flaw]:
    """What is wrong with claims that are not retired; `known` are all the ledger's, by id."""
    retired = {name for name, claim in known.items() if claim.status == "retired"}
    for claim in claims:
        why = due(claim, today)
        if why is not None:
            over = claim.valid_until is not None and claim.valid_until < today
            said = (
                f"it {why}: retire it, or say until when it holds"
                if over
                else f"it is {why}: look at it again"
            )
            yield Flaw("audit.expired" if over else "audit.recheck-due", said, claim.id)
        if require_reviewer and claim.status == "accepted" and not claim.reviewer:
            yield Flaw("audit.unreviewed", "it is accepted, and nobody is named who did so", claim.id)
        yield from _superseding(claim, known)
        for name in sorted(_names(claim) & retired):
            does = "supersedes" if name in claim.supersedes else "speaks of"
            said = f"it {does} claim {name!r}, which is retired{_because(known[name])}"
            yield Flaw("audit.retired-cited", said, claim.id, others=(name,))


def _superseding(claim: Claim, known: Mapping[str, Claim]) -> Iterator[Flaw]:
    for other in claim.supersedes:
        if other == claim.id:
            yield Flaw("audit.supersedes", "it supersedes itself", claim.id)
        elif other not in known:
            near = nearest(other, sorted(known.keys() - {claim.id}))
            hint = f" (did you mean {near!r}?)" if near else ""
            yield Flaw("audit.supersedes", f"it supersedes {other!r}, which is no claim{hint}", claim.id)
        elif claim.id in _outranked(other, known):
            said = f"it supersedes {other!r}, which supersedes it in turn, so that neither counts"
            yield Flaw("audit.supersedes", said, claim.id, others=(other,))


def _outranked(claim: str, known: Mapping[str, Claim]) -> set[str]:
    """The claims that one supersedes, and those that they do."""
    found: set[str] = set()
    todo = [claim]
    while todo:
        for other in known[todo.pop()].supersedes:
            if other in known and other not in found:
                found.add(other)
                todo.append(other)
    return found


def _names(claim: Claim) -> set[str]:
    """The words of a claim's note and tags, and the claims it supersedes: the places where it can name another."""
    words = [word.strip(_AROUND) for text in (claim.note or "", *claim.tags) for word in _WORD.findall(text)]
    return {*words, *claim.supersedes} - {claim.id}


def _because(claim: Claim) -> str:
    return f" ({claim.reason})" if claim.reason else ""


def source_flaws(shelf: Shelf, claims: Iterable[Claim]) -> Iterator[Flaw]:
    """What is wrong with sources, by id. claims: all that are not retired."""
    used = Counter(part.source for claim in claims for part in claim.evidence)
    replaced = {state.replaces for state in shelf.states.values()}
    for name, state in sorted(shelf.states.items()):
        if state.error:
            continue
        if state.changed:
            said = f"it {state.changed}: put the file back as it was, or record what it is now"
            yield Flaw("audit.source-changed", said, source=name)
        original = shelf.original_changed(state)
        if original:
            yield Flaw("audit.source-changed", original, source=name)
        if not used[name] and name not in replaced:
            yield Flaw("audit.source-unused", "no claim uses it", source=name)


def unread(shelf: Shelf) -> Sequence[tuple[str, str]]:
    """Path and error of every source that cannot be read."""
    return [(state.path, state.error) for _, state in sorted(shelf.states.items()) if state.error]
