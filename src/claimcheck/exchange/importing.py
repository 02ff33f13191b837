"""`claimcheck import`: rows of claims into the ledger's files, all of them or none.

A claim of an id that the ledger has is changed where the row says something else, field by field, so that comments and
order stay; an empty cell says nothing. What is not there yet is added. Whatever is new is held to what the ledger is
held to: its sources are there, and its quotes stand where they are said to.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, fields
from functools import partial
from pathlib import PurePath
from typing import Any

from claimcheck.anchor import describe, resolve
from claimcheck.claim import Claim, Evidence
from claimcheck.claimedit import Change, append, change
from claimcheck.claimfile import ClaimFile, claim_of
from claimcheck.errors import LedgerError, SourceError
from claimcheck.exchange.rows import FILE_KEY, Given, Placed, Row, placed, plain, without_empty
from claimcheck.fields import nearest
from claimcheck.sources import META_SUFFIX
from claimcheck.store import CLAIM_SUFFIXES, Ledger


@dataclass(frozen=True, slots=True)
class Import:
    """What an import came to, or would: ids of claims added and changed, and how many were so already."""

    added: tuple[str, ...]
    changed: tuple[str, ...]
    unchanged: int


@dataclass(frozen=True, slots=True)
class _Wanted:
    """A claim as it is to be, the file it is or goes in, and what it was."""

    claim: Claim
    file: str
    place: str
    old: Claim | None


def import_claims(ledger: Ledger, rows: Iterable[Given], *, dry_run: bool = False) -> Import:
    """Add and change claims. dry_run: write nothing.

    Raises LedgerError, with the place of the row, for the first thing wrong; then nothing is written.
    """
    homes = {one.claim.id: one for one in placed(ledger)}
    wanted = list(_wanted(ledger, rows, homes))
    known = homes.keys() | {one.claim.id for one in wanted}
    for one in wanted:
        if one.claim != one.old:
            _check(ledger, one, known)
    edits = _edits(wanted)
    for name, edit in edits.items():
        edit(next((file for file in ledger.claim_files if file.name == name), ClaimFile(name, b"", (), ())))
    if not dry_run:
        for name, edit in edits.items():
            ledger.update(name, edit)
    return Import(
        tuple(one.claim.id for one in wanted if one.old is None),
        tuple(one.claim.id for one in wanted if one.old is not None and one.claim != one.old),
        sum(one.claim == one.old for one in wanted),
    )


def _wanted(ledger: Ledger, rows: Iterable[Given], homes: Mapping[str, Placed]) -> Iterator[_Wanted]:
    seen: dict[str, str] = {}
    for given in rows:
        row = dict(given.row)
        file = row.pop(FILE_KEY, None)
        name = row.get("id")
        home = homes.get(name) if isinstance(name, str) else None
        claim = _claim(ledger, row, home.claim if home else None, given.place)
        if claim.id in seen:
            raise LedgerError(f"{given.place}: the claim id {claim.id!r} is already used in {seen[claim.id]}")
        seen[claim.id] = given.place
        yield _Wanted(
            claim,
            home.file if home else _file(ledger, file, claim, given.place),
            given.place,
            home.claim if home else None,
        )


def _claim(ledger: Ledger, row: Row, old: Claim | None, place: str) -> Claim:
    """The claim of a row; what the row does not say is as it was."""
    parts = row.get("evidence")
    try:
        if isinstance(parts, list):
            row["evidence"] = [_located(ledger, part) if isinstance(part, dict) else part for part in parts]
        made = claim_of(_merged(row, old))
    except ValueError as error:
        name = row.get("id")
        raise LedgerError(
            f"{place}: {f'claim {name!r}: ' if isinstance(name, str) and name else ''}{error}"
        ) from error
    if old is not None and len(old.evidence) != len(made.evidence):
        raise LedgerError(
            f"{place}: claim {made.id!r}: has {len(old.evidence)} passages in the ledger, {len(made.evidence)} here: "
            "change its evidence in its file, or give it another id"
        )
    return made


def _merged(row: Row, old: Claim | None) -> Row:
    given = without_empty(row)
    if old is None:
        return given
    was = plain(old)
    parts = given.get("evidence")
    if isinstance(parts, list) and len(parts) == len(was["evidence"]):
        given["evidence"] = [
            {**before, **without_empty(part)} if isinstance(part, dict) else part
            for before, part in zip(was["evidence"], parts, strict=True)
        ]
    return {**was, **given}


def _located(ledger: Ledger, part: Row) -> Row:
    """A passage given by its words alone with its place, if it has just one."""
    source, quote = part.get("source"), part.get("quote")
    if (
        not isinstance(source, str)
        or not isinstance(quote, str)
        or not quote
        or "start" in part
        or "end" in part
    ):
        return part
    text = _text(ledger, source)
    places = text.count(quote)
    if places != 1:
        said = (
            f"stands {places} times in source {source!r}: give start and end" if places else "stands nowhere"
        )
        raise ValueError(f"its quote {quote[:60]!r} {said}" + ("" if places else f" in source {source!r}"))
    found = describe(text, text.index(quote), text.index(quote) + len(quote))
    return {"source": source, **{field.name: getattr(found, field.name) for field in fields(found)}, **part}


def _text(ledger: Ledger, source: str) -> str:
    if source not in ledger.sources:
        near = nearest(source, ledger.sources)
        raise ValueError(f"there is no source {source!r}" + (f" (did you mean {near!r}?)" if near else ""))
    try:
        return ledger.sources[source].text.text
    except SourceError as error:
        raise ValueError(str(error)) from error


def _check(ledger: Ledger, wanted: _Wanted, known: Iterable[str]) -> None:
    """Hold a new or changed claim to its sources; a retired one may have lost them."""
    claim = wanted.claim
    try:
        for other in claim.supersedes:
            if other not in known or other == claim.id:
                raise ValueError(
                    f"it supersedes {other!r}, which is {'itself' if other == claim.id else 'no claim'}"
                )
        for i, part in enumerate(claim.evidence):
            if claim.status != "retired" and (wanted.old is None or wanted.old.evidence[i] != part):
                _check_passage(_text(ledger, part.source), part)
    except ValueError as error:
        raise LedgerError(f"{wanted.place}: claim {claim.id!r}: {error}") from error


def _check_passage(text: str, part: Evidence) -> None:
    span = f"[{part.start}, {part.end})"
    if part.end > len(text):
        raise ValueError(
            f"its span {span} is outside its source {part.source!r}, which has {len(text)} characters"
        )
    if text[part.start : part.end] == part.quote:
        return
    found = resolve(text, part)
    where = (
        f"but at [{found.start}, {found.end})" if found.usable else "and at no other place that is its own"
    )
    raise ValueError(
        f"its quote {part.quote[:60]!r} does not stand at {span} in source {part.source!r}, {where}"
    )


def _file(ledger: Ledger, given: Any, claim: Claim, place: str) -> str:  # noqa: ANN401
    """The file of claims a new claim goes to: the one it names, else that of its source."""
    from claimcheck.extract.ids import id_part

    folder = PurePath(ledger.config.folders.claims)
    if given is None:
        stem = (folder / id_part(claim.evidence[0].source)).as_posix()
        there = {stamp.path for stamp in ledger.files if stamp.kind == "claims"}
        return next(
            (stem + suffix for suffix in CLAIM_SUFFIXES if stem + suffix in there), stem + CLAIM_SUFFIXES[0]
        )
    path = PurePath(str(given))
    inside = not path.is_absolute() and ".." not in path.parts and path.is_relative_to(folder)
    hidden = any(part.startswith(".") for part in path.parts)
    if not inside or hidden or path.suffix not in CLAIM_SUFFIXES or path.name.endswith(META_SUFFIX):
        raise LedgerError(
            f"{place}: file must be a file of claims such as {folder / 'storm.yaml'}, not {str(given)[:60]!r}"
        )
    return path.as_posix()


def _edits(wanted: Iterable[_Wanted]) -> dict[str, Callable[[ClaimFile], ClaimFile]]:
    """What to do to each file that changes."""
    new: dict[str, list[Claim]] = defaultdict(list)
    changes: dict[str, list[Change]] = defaultdict(list)
    for one in wanted:
        if one.old is None:
            new[one.file].append(one.claim)
        else:
            changes[one.file] += _changes(one.old, one.claim)
    names = dict.fromkeys([*new, *(name for name, listed in changes.items() if listed)])
    return {name: partial(_edit, changes=tuple(changes[name]), new=tuple(new[name])) for name in names}


def _edit(file: ClaimFile, *, changes: tuple[Change, ...], new: tuple[Claim, ...]) -> ClaimFile:
    return append(change(file, changes), new)


def _changes(old: Claim, new: Claim) -> Iterator[Change]:
    for field in fields(Claim):
        was, now = getattr(old, field.name), getattr(new, field.name)
        if was == now:
            continue
        if field.name != "evidence":
            yield Change(new.id, field.name, now)
            continue
        for i, (before, after) in enumerate(zip(was, now, strict=True)):
            for inner in fields(Evidence):
                value = getattr(after, inner.name)
                if getattr(before, inner.name) != value:
                    yield Change(new.id, inner.name, value, i)
