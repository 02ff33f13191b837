"""Changes to a file of claims, made where they belong: every other byte of the file stays as its author wrote it.

In a block list of claims each item is whole lines, so an item is cut out, changed as a small file of its own and put
back: the work does not grow with the file. Where an item does not stand alone (brackets, anchors, odd line breaks) the
whole file is worked on instead.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from contextlib import suppress
from itertools import groupby

from claimcheck.claim import Claim
from claimcheck.claimfields import Change, unusual
from claimcheck.claimfile import ClaimFile, read_claims
from claimcheck.claimsplice import splice_changes, splice_claims
from claimcheck.claimtext import field_text
from claimcheck.errors import LedgerError
from claimcheck.text import line_starts

__all__ = ["Change", "append", "change", "item_text", "put_item"]

_ANCHOR = re.compile(r"(?:^|[\s\[{,])[&*][^\s,\]}]", re.MULTILINE)


class _NotAloneError(Exception):
    """An item that means something else, or nothing, outside its file."""


def append(file: ClaimFile, claims: Iterable[Claim]) -> ClaimFile:
    """The file with new claims at the end of its list.

    Raises LedgerError for an id already used, and where the layout does not allow it: a list in brackets.
    """
    new = tuple(claims)
    if not new:
        return file
    for claim in new:
        if claim.id in file.line_of:
            raise LedgerError(
                f"{file.name}:{file.line_of[claim.id]}: the claim id {claim.id!r} is already used here"
            )
    last = len(file.claims) - 1
    items = _Items(file)
    try:
        return items.put_back({last: splice_claims(items.cut(last), new)})
    except (_NotAloneError, LedgerError):
        return splice_claims(file, new)


def change(file: ClaimFile, changes: Iterable[Change]) -> ClaimFile:
    """The file with fields of its claims set, in place or, where a claim has no such field yet, as its last one.

    Raises LedgerError for a claim the file does not hold, and where the layout does not allow the change.
    """
    wanted = {(one.claim, one.evidence, one.field): one for one in changes}  # the last word on a field counts
    if not wanted:
        return file
    place = {claim.id: i for i, claim in enumerate(file.claims)}
    for one in wanted.values():
        if one.claim not in place:
            raise LedgerError(f"{file.name}: there is no claim {one.claim!r} here")
        if one.field == "id" and one.evidence is None and one.value in place:
            raise LedgerError(f"{file.name}: there is a claim {one.value!r} here already")
    ordered = sorted(wanted.values(), key=lambda one: place[one.claim])
    items = _Items(file)
    try:
        groups = groupby(ordered, key=lambda one: place[one.claim])
        return items.put_back({i: splice_changes(items.cut(i), group) for i, group in groups})
    except (_NotAloneError, LedgerError):
        return splice_changes(file, ordered)


def item_text(file: ClaimFile, claim: str) -> str:
    """A file of claims with one claim of this file and nothing else, for a person to edit; `put_item` takes it back.

    Raises LedgerError for a claim the file does not hold, and for an item that does not stand alone.
    """
    i, items = _index(file, claim), _Items(file)
    try:
        return items.cut(i).text.replace("\r\n", "\n")
    except (_NotAloneError, LedgerError):
        raise unusual(file, items.starts[file.lines[i] - 1]) from None


def put_item(file: ClaimFile, claim: str, text: str, name: str) -> ClaimFile:
    """The file with a claim as it reads in an edited `item_text`, which messages call `name`.

    Raises LedgerError where that is no file of this one claim under its id, with its first lines as they were.
    """
    i, items = _index(file, claim), _Items(file)
    old = item_text(file, claim)
    tail = old[len(old.rstrip()) :]  # the blank lines before the next claim
    whole = text.replace("\r\n", "\n").rstrip() + tail
    if not whole.startswith(items.head):
        raise LedgerError(f"{name}: leave what stands above the claim as it is: {items.head.rstrip()!r}")
    if "\r\n" in items.text:
        whole = items.head + whole.removeprefix(items.head).replace("\n", "\r\n")
    alone = read_claims(whole.encode(), name)
    if [one.id for one in alone.claims] != [claim]:
        raise LedgerError(f"{name}: it must hold the claim {claim!r}, under that id, and no other")
    changed = items.put_back({i: alone})
    with suppress(LedgerError):
        if read_claims(changed.data, file.name).claims == changed.claims:
            return changed
    raise LedgerError(f"{name}: leave the claim as far from the left edge as it was")


def _index(file: ClaimFile, claim: str) -> int:
    if claim not in file.line_of:
        raise LedgerError(f"{file.name}: there is no claim {claim!r} here")
    return [one.id for one in file.claims].index(claim)


class _Items:
    """A file's items, each as a file of its own below `head`."""

    def __init__(self, file: ClaimFile) -> None:
        self.file = file
        self.text = file.text
        self.starts = line_starts(self.text)
        self.head = (f"source: {field_text('source', file.source)}\n" if file.source else "") + "claims:\n"

    def cut(self, i: int) -> ClaimFile:
        """Item `i` alone; _NotAloneError where that is not the same claim, or may be of use elsewhere in the file."""
        if i < 0:
            raise _NotAloneError
        text = self.text[slice(*self._place(i))]
        if _ANCHOR.search(text):
            raise _NotAloneError
        alone = read_claims((self.head + text).encode(), self.file.name)
        if alone.claims != (self.file.claims[i],):
            raise _NotAloneError
        return alone

    def put_back(self, changed: dict[int, ClaimFile]) -> ClaimFile:
        """The file with other items in the place of some, by index in rising order."""
        parts: list[str] = []
        claims: list[Claim] = []
        lines: list[int] = []
        at = done = shift = 0
        for i, item in changed.items():
            start, end = self._place(i)
            new = item.text.removeprefix(self.head)
            parts += [self.text[at:start], new]
            claims += [*self.file.claims[done:i], *item.claims]
            first = self.file.lines[i] + shift - self.head.count("\n") - 1
            lines += [
                *(line + shift for line in self.file.lines[done:i]),
                *(first + line for line in item.lines),
            ]
            shift += new.count("\n") - self.text.count("\n", start, end)
            at, done = end, i + 1
        data = self.file.encode("".join([*parts, self.text[at:]]))
        lines += [line + shift for line in self.file.lines[done:]]
        return ClaimFile(
            self.file.name, data, (*claims, *self.file.claims[done:]), tuple(lines), self.file.source
        )

    def _place(self, i: int) -> tuple[int, int]:
        """From the beginning of the item's first line to that of the next item's, or to the end."""
        lines = self.file.lines
        end = self.starts[lines[i + 1] - 1] if i + 1 < len(lines) else len(self.text)
        return self.starts[lines[i] - 1], end
