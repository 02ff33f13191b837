"""`claimcheck add`: documents into the ledger, each as a source with its sidecar, the original bytes kept.

Everything is read and converted before anything is written. A source's text is written last, so that wherever a run is
killed there is a whole source or none.
"""

from __future__ import annotations

import os
from collections.abc import Iterator, Sequence
from contextlib import suppress
from dataclasses import dataclass, replace
from datetime import date, datetime
from hashlib import sha256
from pathlib import Path, PurePath
from typing import Literal

from claimcheck.disk import locked, write_atomically
from claimcheck.errors import LedgerError, SourceError
from claimcheck.intake.asking import Brought
from claimcheck.intake.sidecar import sidecar_text
from claimcheck.intake.snapshots import newest, next_id, with_bytes
from claimcheck.sources import META_SUFFIX, Meta
from claimcheck.store import Ledger

State = Literal["added", "snapshot", "unchanged"]
_SAID = ("title", "publisher", "author", "url", "published", "license", "aliases")


@dataclass(frozen=True, slots=True)
class Added:
    """What came of one document: its id, its file relative to the root, and whether it was new.

    `replaces` is the snapshot before a new one; `same_bytes`: whether what is unchanged is so to the byte.
    """

    source: str
    file: str
    state: State
    replaces: str | None = None
    same_bytes: bool = True
    notes: tuple[str, ...] = ()


def add(root: Path, brought: Sequence[Brought]) -> tuple[Added, ...]:
    """Put documents into a ledger, all of them or none.

    Raises SourceError where the id of one is that of another document, LedgerError where nothing can be written.
    """
    with locked(root):
        ledger = Ledger.open(root)
        plans: list[_Plan] = []
        for one in brought:
            _refuse_own(ledger, one)
            plan = _planned(ledger, one)
            twin = next((other for other in plans if other.added.source == plan.added.source), None)
            if twin and (twin.text, twin.original) != (plan.text, plan.original):
                raise SourceError(
                    f"{one.name}: its id {plan.added.source!r} is also that of another one: use --id"
                )
            plans.append(plan)
        _write(root, plans)
    return tuple(plan.added for plan in plans)


@dataclass(frozen=True, slots=True)
class _Plan:
    """What to write for one document: path relative to the root and content, for its original, sidecar and text."""

    added: Added
    original: tuple[str, bytes] | None = None
    sidecar: tuple[str, str] | None = None
    text: tuple[str, str] | None = None

    @property
    def files(self) -> Iterator[tuple[str, str | bytes]]:
        """The files in the order of writing."""
        for file in (self.original, self.sidecar, self.text):
            if file is not None:
                yield file


def _planned(ledger: Ledger, brought: Brought) -> _Plan:
    digest = sha256(brought.data).hexdigest()
    there = with_bytes(ledger.root / ledger.config.folders.originals, digest, ledger.sources)
    same = next((source for source in there if newest(source, ledger.sources) == source), None)
    if same:
        return _unchanged(ledger, same, brought, same_bytes=True)
    known = brought.id or brought.default_id
    if known not in ledger.sources:
        _refuse_other_files(ledger, known, brought)
        return _new(ledger, brought, known, digest, None)
    _refuse_other_document(ledger, known, brought)
    latest = newest(known, ledger.sources)
    if _says_the_same(ledger, latest, brought):
        return _unchanged(ledger, latest, brought, same_bytes=False)
    return _new(ledger, brought, next_id(known, _day(brought.meta), ledger.sources), digest, latest)


def _refuse_own(ledger: Ledger, brought: Brought) -> None:
    """Refuse a file of the ledger's own."""
    for folder in (ledger.config.folders.sources, ledger.config.folders.originals):
        if brought.path and brought.path.is_relative_to(os.path.realpath(ledger.root / folder)):
            raise SourceError(
                f"{brought.name}: is in the ledger already: `claimcheck extract` makes claims from it"
            )


def _unchanged(ledger: Ledger, source: str, brought: Brought, *, same_bytes: bool) -> _Plan:
    file = ledger.sources.names[source]
    return _Plan(Added(source, file, "unchanged", None, same_bytes, brought.notes))


def _refuse_other_files(ledger: Ledger, source: str, brought: Brought) -> None:
    """Refuse to write over a file of another id."""
    stem = ledger.root / ledger.config.folders.sources / source
    for suffix in (".txt", ".md"):
        if Path(f"{stem}{suffix}").exists():
            raise SourceError(
                f"{brought.name}: {stem.name}{suffix} is there already, under another id: use --id"
            )


def _refuse_other_document(ledger: Ledger, source: str, brought: Brought) -> None:
    """Refuse a name that belongs to a document of another origin, unless the user gave it."""
    file, meta = ledger.sources.names[source], ledger.sources[source].meta
    if meta.original is None:
        raise SourceError(
            f"{brought.name}: the id {source!r} is that of {file}, which is not from `claimcheck add`: use --id"
        )
    alike = meta.url == brought.meta.url and PurePath(meta.original).suffix == brought.suffix
    if brought.id is None and not alike:
        raise SourceError(
            f"{brought.name}: the id {source!r} is that of {file}, which came from {meta.url or 'a file'}: "
            f"give another --id, or --id {source} if this is a newer state of the same document"
        )


def _says_the_same(ledger: Ledger, source: str, brought: Brought) -> bool:
    old, new = ledger.sources[source], brought.meta
    return old.text.text == brought.text and all(getattr(old.meta, key) == getattr(new, key) for key in _SAID)


def _new(ledger: Ledger, brought: Brought, source: str, digest: str, replaces: str | None) -> _Plan:
    folders = ledger.config.folders
    original = (PurePath(folders.originals) / f"{source}.{digest[:8]}{brought.suffix}").as_posix()
    stem = PurePath(folders.sources) / source
    text = brought.text.encode()
    meta = replace(
        brought.meta,
        sha256=sha256(text).hexdigest(),
        original=original,
        original_sha256=digest,
        replaces=replaces,
    )
    file = f"{stem.as_posix()}{brought.text_suffix}"
    return _Plan(
        Added(source, file, "snapshot" if replaces else "added", replaces, notes=brought.notes),
        (original, brought.data),
        (f"{stem.as_posix()}{META_SUFFIX}", sidecar_text(meta)),
        (file, brought.text),
    )


def _write(root: Path, plans: Sequence[_Plan]) -> None:
    """Write the files of every plan; where one cannot be written, take away those that were."""
    done: list[Path] = []
    try:
        for plan in plans:
            for name, content in plan.files:
                path = root / name
                if not path.exists():
                    done.append(path)
                write_atomically(path, content)
    except (LedgerError, KeyboardInterrupt):
        for path in reversed(done):
            with suppress(OSError):
                path.unlink()
        raise


def _day(meta: Meta) -> date:
    assert meta.retrieved_at is not None
    return datetime.fromisoformat(meta.retrieved_at).date()
