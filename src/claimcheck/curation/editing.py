"""Changing single fields of a claim, or the claim as a person has rewritten it in an editor."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date

from claimcheck.claim import Claim
from claimcheck.claimedit import Change, item_text, put_item
from claimcheck.claimfile import ClaimFile
from claimcheck.claimtext import FieldValue
from claimcheck.curation.named import claim_in, homes
from claimcheck.curation.reviewing import change_claims
from claimcheck.errors import LedgerError
from claimcheck.problems import HARMLESS, problems_of
from claimcheck.rewriting import rewrite
from claimcheck.store import Ledger

Scalar = str | date | None


@dataclass(frozen=True, slots=True)
class Edit:
    """What is to be otherwise. `fields` are set, those that are None or "" taken away; lists gain and lose words."""

    fields: tuple[tuple[str, Scalar], ...] = ()
    tags: tuple[str, ...] = ()
    untags: tuple[str, ...] = ()
    supersedes: tuple[str, ...] = ()

    def changes(self, claim: Claim) -> Iterator[Change]:
        """What to change of a claim. Raises LedgerError for what cannot be."""
        for name, value in self.fields:
            said = " ".join(value.split()) if isinstance(value, str) and name != "note" else value
            if name == "text" and not said:
                raise LedgerError(f"claim {claim.id!r}: the text is empty")
            if (said or None) != getattr(claim, name):
                yield Change(claim.id, name, said or None)
        for gone in self.untags:
            if gone not in claim.tags:
                raise LedgerError(f"claim {claim.id!r} has no tag {gone!r}")
        tags = tuple(tag for tag in claim.tags if tag not in self.untags)
        yield from _list_change(claim, "tags", claim.tags, (*tags, *self.tags))
        yield from _list_change(claim, "supersedes", claim.supersedes, (*claim.supersedes, *self.supersedes))


def _list_change(claim: Claim, name: str, old: tuple[str, ...], new: Iterable[str]) -> Iterator[Change]:
    words = tuple(dict.fromkeys(new))
    if not all(word.strip() for word in words):
        raise LedgerError(f"claim {claim.id!r}: one of its {name} is empty")
    value: FieldValue = words
    if words != old:
        yield Change(claim.id, name, value)


def edit(ledger: Ledger, name: str, wanted: Edit) -> Ledger:
    """Change a claim; the ledger as it is then.

    Raises LedgerError for an unknown id, and for a claim that would supersede itself or what is no claim.
    """

    def changes(claim: Claim, now: Ledger) -> Iterable[Change]:
        found = tuple(wanted.changes(claim))
        for one in found:
            if one.field == "supersedes":
                check_order(now, claim.id, wanted.supersedes)
        return found

    return change_claims(ledger, [name], changes)


def check_order(ledger: Ledger, name: str, below: Iterable[str]) -> None:
    """Raise LedgerError where a claim would supersede what is no claim, or in the end itself."""
    todo, seen = list(below), set[str]()
    homes(ledger, [old for old in todo if old != name])
    while todo:
        old = todo.pop()
        if old == name:
            raise LedgerError(f"claim {name!r} would supersede itself")
        if old not in seen:
            seen.add(old)
            file = ledger.holding([old]).get(old)
            todo += claim_in(file, old).supersedes if file else ()


def text_to_edit(ledger: Ledger, name: str) -> str:
    """A file of this claim alone, for a person to edit. Raises LedgerError as `homes` and `claimedit.item_text`."""
    return item_text(homes(ledger, [name])[name], name)


def put(ledger: Ledger, name: str, text: str, called: str, before: str | None = None) -> Ledger:
    """Put an edited text in the claim's place; the ledger as it is then.

    called: what messages call the text; before: what was given out to be edited. Raises LedgerError where the text is
    not right, says less well than before where its quotations stand, or was given out before somebody else's change.
    """

    def changed(now: Ledger) -> list[ClaimFile]:
        file = homes(now, [name])[name]
        if before is not None and item_text(file, name) != before:
            raise LedgerError(f"{now.where(name)}: claim {name!r} was changed meanwhile")
        new = put_item(file, name, text, called)
        _no_worse(now, claim_in(file, name), claim_in(new, name), called)
        return [new]

    return rewrite(ledger, changed)


def _no_worse(now: Ledger, old: Claim, new: Claim, called: str) -> None:
    """Raise LedgerError for what would be wrong with a claim that is not wrong with it already."""
    if new.supersedes != old.supersedes:
        check_order(now, new.id, new.supersedes)
    if new.status == "retired":
        return
    known = now.holding((*old.supersedes, *new.supersedes))
    already = {message for _, message in problems_of(old, now, known)} if old.status == new.status else set()
    for kind, message in problems_of(new, now, known):
        if kind not in HARMLESS and message not in already:
            raise LedgerError(f"{called}: claim {new.id!r}: {message}")
