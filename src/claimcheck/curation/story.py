"""What happened to a claim, told from what it was before and after each commit."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import zip_longest

from claimcheck.claim import Claim, Evidence
from claimcheck.claimtext import FieldValue, field_text
from claimcheck.curation.history import Commit, History, State
from claimcheck.curation.named import unknown
from claimcheck.errors import HistoryError
from claimcheck.report.upkeep import LOG_SCHEMA, Chapter, ClaimChange, ClaimStory
from claimcheck.store import Ledger

_PLAIN = ("speaker", "as_of", "note", "recheck_by", "valid_until", "tags", "supersedes", "aliases")
_SHOWN = 60  # code points of a quotation in a sentence


def story(ledger: Ledger, name: str) -> ClaimStory:
    """A claim's story, the oldest chapter first; what is not committed yet comes last.

    Raises HistoryError where the ledger is in no git repository, LedgerError for a claim that neither the ledger nor
    its history has.
    """
    history = History(ledger)
    commits = history.commits(name)
    file = ledger.holding([name]).get(name)
    claim = next((each for each in file.claims if each.id == name), None) if file else None
    now = State(file.name, claim) if file else None
    if now is None and not commits:
        raise HistoryError(f"{unknown(name, (each.id for each in ledger.claims))}, and there never was one")
    chapters = [_chapter(commit) for commit in commits]
    committed = history.committed(name)
    if now != committed:
        pending = Commit("", "", "", "", committed, now)
        chapters.append(_chapter(pending))
    return ClaimStory(LOG_SCHEMA, name, claim.text if claim else None, history.whole, tuple(chapters))


def _chapter(commit: Commit) -> Chapter:
    state = commit.after or commit.before
    return Chapter(
        commit.name or None,
        commit.author,
        commit.when,
        commit.subject,
        state.path if state else "",
        tuple(changes(commit.before, commit.after)),
    )


def changes(before: State | None, after: State | None) -> Iterator[ClaimChange]:
    """What happened between two states of a claim, of which not both are None."""
    if after is None:
        assert before is not None
        yield ClaimChange("removed", "", "", "", f"removed from {before.path}")
        return
    if after.claim is None:
        yield ClaimChange("unreadable", "", "", "", f"{after.path} could not be read: {after.wrong}")
        return
    if before is None:
        text = after.claim.text
        status = f"created as {after.claim.status} in {after.path}"
        yield ClaimChange("created", "", "", text, f"{status}: {_quoted(text)}")
        if _review(after.claim) or after.claim.reason:
            yield _status(None, after.claim)
        return
    if before.claim is None:
        yield ClaimChange("readable", "", "", "", f"{after.path} could be read again")
        return
    if before.path != after.path:
        yield ClaimChange("moved", "", before.path, after.path, f"moved from {before.path} to {after.path}")
    yield from _differences(before.claim, after.claim)


def _differences(old: Claim, new: Claim) -> Iterator[ClaimChange]:
    if old.status != new.status:
        yield _status(old, new)
    elif (old.reviewer, old.reviewed) != (new.reviewer, new.reviewed):
        said = f"reviewed{_review(new)}" if _review(new) else "the review was taken back"
        yield ClaimChange("reviewed", "reviewer", _review(old).strip(), _review(new).strip(), said)
    if old.reason != new.reason and new.status == old.status:
        yield _field("reason", old.reason or "", new.reason or "")
    if old.text != new.text:
        said = f"text: {_quoted(old.text)} → {_quoted(new.text)}"
        yield ClaimChange("text", "text", old.text, new.text, said)
    yield from _evidence(old.evidence, new.evidence)
    for name in _PLAIN:
        before, after = getattr(old, name), getattr(new, name)
        if before != after:
            yield _field(name, _text(name, before), _text(name, after))


def _status(old: Claim | None, new: Claim) -> ClaimChange:
    said = f"{new.status}{_review(new)}"
    if new.status == "proposed":
        said = "proposed again"
    elif new.status == "retired":
        said += f": {new.reason}" if new.reason else ""
    return ClaimChange(new.status, "status", old.status if old else "", new.status, said)


def _review(claim: Claim) -> str:
    by = f" by {claim.reviewer}" if claim.reviewer else ""
    return by + (f" on {claim.reviewed.isoformat()}" if claim.reviewed else "")


def _evidence(old: Sequence[Evidence], new: Sequence[Evidence]) -> Iterator[ClaimChange]:
    for before, after in zip_longest(old, new):
        if before is None or after is None:
            part, done = (after, "added") if before is None else (before, "taken away")
            said = f"passage {done}: {_quoted(part.quote)} of {part.source}"
            was, now = ("", part.quote) if before is None else (part.quote, "")
            yield ClaimChange("evidence", "evidence", was, now, said)
            continue
        if before.source != after.source:
            said = f"source: {before.source} → {after.source}"
            yield ClaimChange("evidence", "source", before.source, after.source, said)
        if before.quote != after.quote:
            said = f"quote: {_quoted(before.quote)} → {_quoted(after.quote)}"
            yield ClaimChange("quote", "quote", before.quote, after.quote, said)
        elif (before.start, before.end) != (after.start, after.end):
            spans = [f"[{part.start}, {part.end})" for part in (before, after)]
            said = f"span moved in {after.source}: {spans[0]} → {spans[1]}"
            yield ClaimChange("span", "evidence", spans[0], spans[1], said)
        elif (before.prefix, before.suffix) != (after.prefix, after.suffix):
            around = [f"{part.prefix}…{part.suffix}" for part in (before, after)]
            said = f"surroundings of the quote in {after.source} rewritten"
            yield ClaimChange("span", "prefix", around[0], around[1], said)


def _field(name: str, before: str, after: str) -> ClaimChange:
    if not before:
        said = f"{name}: {after}"
    else:
        said = f"{name}: {before} → {after}" if after else f"{name} taken away: {before}"
    return ClaimChange("field", name, before, after, said)


def _text(name: str, value: FieldValue | None) -> str:
    if value is None or value == ():
        return ""
    if name in ("tags", "supersedes") and isinstance(value, tuple):
        return ", ".join(map(str, value))
    return value if isinstance(value, str) else field_text(name, value)


def _quoted(text: str) -> str:
    said = " ".join(text.split())
    return f"“{said[:_SHOWN]}…”" if len(said) > _SHOWN else f"“{said}”"
