"""The sources of a ledger as their files are now: what each is, and whether it is still what was recorded."""

from __future__ import annotations

import time
from collections.abc import Container, Mapping
from dataclasses import dataclass
from functools import lru_cache

from claimcheck.auditing.kept import Kept, digest
from claimcheck.cache import version_of
from claimcheck.errors import LedgerError, SourceError
from claimcheck.near import Words
from claimcheck.sources import Document, read_as_it_is, sidecar
from claimcheck.store import FileStamp, Ledger, content_sha256
from claimcheck.text import SourceText

TEXTS_AT_HAND = 64
TICK = 2_000_000_000  # ns: a younger file may change without a new time


@dataclass(frozen=True, slots=True)
class State:
    """A source file. `path` is relative to the root; `sha256` is of its bytes now, `beside` of its sidecar's, if any.

    error: why it cannot be read, in a sentence, else empty; changed: what is said of it where it is not what was
    recorded, else empty; replaces: the id of the snapshot before it; original: the file it was made from, with the hash
    recorded of that.
    """

    id: str
    path: str
    sha256: str
    beside: str
    error: str = ""
    changed: str = ""
    replaces: str = ""
    original: str = ""
    original_sha256: str = ""


class Shelf:
    """The sources by id. Raises LedgerError where two have one id, or a file cannot be read at all."""

    def __init__(self, ledger: Ledger, kept: Kept) -> None:
        self.ledger, self._kept = ledger, kept
        self._version = version_of("claimcheck.sources")
        self.states: dict[str, State] = {}
        beside = {stamp.path for stamp in ledger.files if stamp.kind == "meta"}
        for stamp in ledger.files:
            if stamp.kind == "source":
                state = self._state(stamp, beside)
                if state.id in self.states:
                    _ = ledger.sources  # which says so
                    raise LedgerError(f"{stamp.path}: the source id {state.id!r} is already used")
                self.states[state.id] = state
        self.document = lru_cache(TEXTS_AT_HAND)(self._document)
        self.words = lru_cache(TEXTS_AT_HAND)(self._words)

    def _state(self, stamp: FileStamp, sidecars: Container[str]) -> State:
        path = self.ledger.root / stamp.path
        beside = sidecar(path)
        known = beside.relative_to(self.ledger.root).as_posix() in sidecars
        hashes = content_sha256(path), content_sha256(beside) if known else ""
        key = digest("state", stamp.path, hashes, self._version)
        found = self._kept.get(key)
        if found is None:
            found = self._looked_at(stamp.path)
            self._kept.put(key, found)
        return State(path=stamp.path, sha256=hashes[0], beside=hashes[1], **found)

    def _looked_at(self, name: str) -> dict[str, str]:
        path = self.ledger.root / name
        try:
            document, changed = read_as_it_is(path, name)
        except SourceError as error:
            return {"id": path.stem, "error": str(error)}
        meta = document.meta
        return {
            "id": document.id,
            "changed": changed,
            "replaces": meta.replaces or "",
            "original": meta.original or "",
            "original_sha256": meta.original_sha256 or "",
        }

    def _document(self, source: str) -> Document:
        """A source as its file is now, whatever was recorded. Raises SourceError where it cannot be read."""
        name = self.states[source].path
        return read_as_it_is(self.ledger.root / name, name)[0]

    def _words(self, source: str) -> Words:
        return Words(self.document(source).text.text)

    def text(self, source: str) -> SourceText:
        """The text of a source, as `document`."""
        return self.document(source).text

    def original_changed(self, state: State) -> str:
        """What is wrong with the file that a source was made from; empty where nothing is, or there is none.

        A file whose size and time are those of the last time is not read again.
        """
        path = self.ledger.root / state.original
        if not state.original or not state.original_sha256:
            return ""
        try:
            facts = path.stat()
        except OSError as error:
            return f"the file it was made from cannot be read ({state.original}: {error.strerror or error})"
        seen = digest("original", str(path), facts.st_size, facts.st_mtime_ns)
        found = self._kept.get(seen)
        if not isinstance(found, str):
            found = content_sha256(path)
            if facts.st_mtime_ns + TICK < time.time_ns():
                self._kept.put(seen, found)
        if found == state.original_sha256:
            return ""
        return f"the file it was made from has changed ({state.original}: its sha256 is {found})"


def successors(states: Mapping[str, State]) -> dict[str, str]:
    """For every source that a newer snapshot replaces the newest one of its document."""
    after = {state.replaces: name for name, state in sorted(states.items()) if state.replaces}
    found = {}
    for source in states:
        newest, seen = source, {source}
        while (later := after.get(newest)) is not None and later not in seen and later in states:
            newest = later
            seen.add(later)
        if newest != source:
            found[source] = newest
    return found
