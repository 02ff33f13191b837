"""What git knows of a claim: every commit that changed it, with what it was before and after."""

from __future__ import annotations

import os
import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field

from claimcheck.claim import Claim
from claimcheck.claimfile import read_claims
from claimcheck.curation.git import Git
from claimcheck.errors import HistoryError, LedgerError
from claimcheck.store import CLAIM_SUFFIXES, Ledger

_FORMAT = "%x01%H%x00%aN%x00%aI%x00%s%x00"
_NO_BLOB = re.compile("0+")
_ESCAPE = re.compile(rb"\\[xuU]")  # an id may be written with these in YAML
_AT_ONCE = 200  # blobs asked for together


@dataclass(frozen=True, slots=True)
class State:
    """A claim in a file, its path relative to the ledger; `wrong` says why the file could not be read instead."""

    path: str
    claim: Claim | None
    wrong: str = ""


@dataclass(frozen=True, slots=True)
class Commit:
    """A commit, its author and the author's date and time, and the claim before and after it, None for none."""

    name: str
    author: str
    when: str
    subject: str
    before: State | None
    after: State | None


@dataclass(slots=True)
class _Entry:
    """A commit as git lists it: of each file its path, its blobs in the parents, and its blob afterwards."""

    name: str
    author: str
    when: str
    subject: str
    files: list[tuple[str, tuple[str, ...], str]] = field(default_factory=list)


class History:
    """The repository that a ledger is in. Raises HistoryError where there is none, or git cannot be asked."""

    def __init__(self, ledger: Ledger) -> None:
        self.ledger = ledger
        self.git = Git(ledger.root)
        self.prefix = self.git("rev-parse", "--show-prefix").decode(errors="surrogateescape").rstrip("\n")
        self.empty = not self.git("rev-parse", "--quiet", "--verify", "HEAD", none_is=1)

    @property
    def whole(self) -> bool:
        """Whether all older commits are there: not in a shallow clone."""
        return self.git("rev-parse", "--is-shallow-repository").strip() != b"true"

    def commits(self, claim: str) -> tuple[Commit, ...]:
        """The commits that changed a claim, the oldest first."""
        if self.empty:
            return ()
        folder, start, found = self.ledger.config.folders.claims, "HEAD", list[Commit]()
        while True:
            entries = self._entries(start, folder)
            blobs = _Blobs(
                self.git, claim, (blob for e in entries for _, old, new in e.files for blob in (*old, new))
            )
            earlier = [each for entry in entries if (each := self._commit(entry, blobs))]
            found = earlier + found
            moved = self._from_elsewhere(found[0], claim) if earlier else None
            if moved is None or moved.before is None:
                return tuple(found)
            # It came from another folder in that commit: go on there.
            found[0], folder, start = moved, os.path.dirname(moved.before.path) or ".", f"{moved.name}^"  # noqa: PTH120

    def committed(self, claim: str) -> State | None:
        """The claim as of the last commit; None where it is not in it."""
        if self.empty:
            return None
        folder = self.ledger.config.folders.claims
        listed = self.git("ls-tree", "-r", "-z", "--full-name", "HEAD", "--", _pathspec(folder))
        rows = [row.partition(b"\t") for row in listed.split(b"\0") if row]
        files = [(_path(path), facts.split()[2].decode()) for facts, _, path in rows]
        files = [(path, blob) for path, blob in files if path.endswith(CLAIM_SUFFIXES)]
        return self._state(files, _Blobs(self.git, claim, (blob for _, blob in files)))

    def _entries(self, start: str, folder: str) -> list[_Entry]:
        """The commits up to `start` that touch files of a folder, the oldest first."""
        options = ("--raw", "-c", "--no-renames", "--no-abbrev", "-z", "--topo-order", "--reverse")
        encoding = ("-c", "i18n.logOutputEncoding=UTF-8", "-c", "log.showSignature=false")
        told = self.git(*encoding, "log", *options, f"--format={_FORMAT}", start, "--", _pathspec(folder))
        return list(_parsed(told))

    def _commit(self, entry: _Entry, blobs: _Blobs) -> Commit | None:
        """The commit with the claim before and after it; None where it leaves the claim as it was."""
        parents = max((len(old) for _, old, _ in entry.files), default=0)
        after = self._state([(path, new) for path, _, new in entry.files], blobs)
        before = [
            self._state([(path, old[k]) for path, old, _ in entry.files if k < len(old)], blobs)
            for k in range(parents)
        ]
        first = next((state for state in before if state is not None), None)
        both_wrong = after is not None and first is not None and after.wrong and first.wrong
        if after in before or both_wrong or not before:
            return None
        return Commit(entry.name, entry.author, entry.when, entry.subject, first, after)

    def _from_elsewhere(self, commit: Commit, claim: str) -> Commit | None:
        """The commit as a move, where it made the claim and took it out of a file of another folder."""
        if commit.before is not None:
            return None
        told = self.git(
            "diff-tree", "-r", "-z", "--no-renames", "--no-commit-id", "--root", "--no-abbrev", commit.name
        )
        (entry,) = _parsed(b"\x01" + b"\0" * 4 + told)
        gone = [(path, old[0]) for path, old, new in entry.files if path.endswith(CLAIM_SUFFIXES)]
        before = self._state(gone, _Blobs(self.git, claim, (blob for _, blob in gone)))
        if before is None or before.claim is None:
            return None
        return Commit(commit.name, commit.author, commit.when, commit.subject, before, commit.after)

    def _state(self, files: Sequence[tuple[str, str]], blobs: _Blobs) -> State | None:
        """The claim in the first of the files that has it; where none has it, one that might but cannot be read."""
        unreadable = None
        for path, blob in files:
            found = blobs[blob]
            name = os.path.relpath(path, self.prefix or ".").replace(os.sep, "/")
            if isinstance(found, Claim):
                return State(name, found)
            if found is not None:
                unreadable = State(name, None, found)
        return unreadable


class _Blobs:
    """Versions of files, each read once: the claim in it, None where it has none, or why it cannot be read."""

    def __init__(self, git: Git, claim: str, names: Iterable[str]) -> None:
        self._git, self._claim = git, claim
        self._found: dict[str, Claim | str | None] = {}
        wanted = [name for name in dict.fromkeys(names) if not _NO_BLOB.fullmatch(name)]
        for k in range(0, len(wanted), _AT_ONCE):
            for name, data in self._contents(wanted[k : k + _AT_ONCE]):
                self._found[name] = self._read(data)

    def __getitem__(self, name: str) -> Claim | str | None:
        return self._found.get(name)

    def _read(self, data: bytes) -> Claim | str | None:
        if self._claim.encode() not in data and not _ESCAPE.search(data):
            return None
        try:
            claims = read_claims(data, "").claims
        except LedgerError as error:
            return str(error).removeprefix(":")
        return next((one for one in claims if one.id == self._claim), None)

    def _contents(self, names: Sequence[str]) -> Iterator[tuple[str, bytes]]:
        told = self._git("cat-file", "--batch", given="".join(f"{name}\n" for name in names).encode())
        at = 0
        for name in names:
            end = told.index(b"\n", at)
            said = told[at:end].split()
            if len(said) != 3:
                raise HistoryError(f"git does not give what is in {name}")
            size = int(said[2])
            yield name, told[end + 1 : end + 1 + size]
            at = end + size + 2


def _parsed(told: bytes) -> Iterator[_Entry]:
    """The commits of a log in _FORMAT with raw differences, all of it ended by NULs."""
    tokens = iter(told.split(b"\0"))
    entry: _Entry | None = None
    for token in tokens:
        bare = token.lstrip(b"\n")
        if bare.startswith(b"\x01"):
            if entry:
                yield entry
            author, when, subject = (next(tokens).decode(errors="replace") for _ in range(3))
            entry = _Entry(bare[1:].decode(), author, when, subject)
        elif bare.startswith(b":") and entry:
            parents = len(bare) - len(bare.lstrip(b":"))
            blobs = [blob.decode() for blob in bare.split()[parents + 1 : 2 * parents + 2]]
            entry.files.append((_path(next(tokens)), tuple(blobs[:-1]), blobs[-1]))
    if entry:
        yield entry


def _path(name: bytes) -> str:
    return name.decode(errors="surrogateescape")


def _pathspec(folder: str) -> str:
    return f":(literal){folder}"
