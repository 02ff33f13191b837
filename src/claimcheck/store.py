"""The ledger on disk: the one module that walks it. Whoever writes to it holds its lock: see `update` and `rewriting`.

A ledger is a folder with `claimcheck.toml` (or `[tool.claimcheck]` in `pyproject.toml`), or with a folder `claims`.
Files are taken in the order of their paths, so that what the file system lists first changes nothing. Names that begin
with a dot are passed over; a symbolic link to a folder is not followed, as it may lead round in a circle.
"""

from __future__ import annotations

import os
import stat
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from hashlib import sha256
from pathlib import Path, PurePath
from typing import Literal

from claimcheck.anchor import Resolution, resolve
from claimcheck.claim import Claim, Evidence
from claimcheck.claimfile import ClaimFile, read_claims
from claimcheck.config import CONFIG_NAME, Config, config_path, read_config
from claimcheck.disk import locked, write_atomically
from claimcheck.errors import LedgerError, SourceError
from claimcheck.fields import Aliases
from claimcheck.sources import META_SUFFIX, READERS, Document, Meta, document_id, read

CLAIM_SUFFIXES = (".yaml", ".yml")

FileKind = Literal["config", "claims", "source", "meta"]
ClaimReader = Callable[[Path, str], ClaimFile]


@dataclass(frozen=True, slots=True, order=True)
class FileStamp:
    """A file of the ledger, its path relative to the root with `/`: equal stamps mean, nearly always, equal content.

    Nearly: a file rewritten at the same size within the clock's tick has the same stamp; `content_sha256` is certain.
    """

    path: str
    kind: FileKind
    size: int
    mtime_ns: int


Stamp = tuple[FileStamp, ...]


def find_root(path: Path) -> Path:
    """The folder of the ledger that `path`, a folder or a file, is in: itself or the nearest one above.

    Raises LedgerError where there is none.
    """
    start = Path(os.path.realpath(path))  # unlike Path.resolve, it has an answer to links in a circle
    if not start.exists():
        raise LedgerError(f"{path}: there is no such folder")
    for folder in (start, *start.parents):
        if folder.is_dir() and (config_path(folder) or (folder / "claims").is_dir()):
            return folder
    raise LedgerError(
        f"{path}: no ledger here or above (no {CONFIG_NAME}, no claims/): make one with `claimcheck init`"
    )


def scan(root: Path, config: Config) -> Stamp:
    """Every file the ledger is made of, sorted by path. Folders that are missing hold no files.

    The files that sources were made from are none of them, wherever their folder is. Raises LedgerError for a folder or
    file that cannot be looked at.
    """
    found: dict[str, FileStamp] = {}
    originals = root / config.folders.originals
    for folder, kind_of in ((config.folders.claims, _claims_kind), (config.folders.sources, _source_kind)):
        for path in _walk(root / folder, root, originals):
            kind = kind_of(path.name)
            if kind:
                _stamp(path, kind, root, found)
    settings = config_path(root)
    if settings:
        _stamp(settings, "config", root, found)
    return tuple(sorted(found.values()))


def load_claims(path: Path, name: str) -> ClaimFile:
    """The claims of one file, which messages call `name`. Raises LedgerError with file and line."""
    try:
        return read_claims(path.read_bytes(), name)
    except OSError as error:
        raise LedgerError(f"{name}: cannot be read ({error.strerror or error})") from error


def content_sha256(path: Path) -> str:
    """SHA-256, in hexadecimal, of a file's bytes; LedgerError where it cannot be read."""
    try:
        return sha256(path.read_bytes()).hexdigest()
    except OSError as error:
        raise LedgerError(f"{path}: cannot be read ({error.strerror or error})") from error


def _claims_kind(name: str) -> FileKind | None:
    return "claims" if name.endswith(CLAIM_SUFFIXES) and not name.endswith(META_SUFFIX) else None


def _source_kind(name: str) -> FileKind | None:
    if name.endswith(META_SUFFIX):
        return "meta"
    return "source" if PurePath(name).suffix.lower() in READERS else None


def _walk(folder: Path, root: Path, but: Path) -> Iterator[Path]:
    """The files below a folder, but for what begins with a dot or is in `but`; a broken link counts as a file."""
    todo = [folder]
    while todo:
        here = todo.pop()
        try:
            with os.scandir(here) as entries:
                for entry in entries:
                    if entry.name.startswith("."):
                        continue
                    if entry.is_dir(follow_symlinks=False):
                        if here / entry.name != but:
                            todo.append(here / entry.name)
                    elif not (entry.is_symlink() and (here / entry.name).is_dir()):
                        yield here / entry.name
        except FileNotFoundError:
            continue
        except OSError as error:
            raise LedgerError(f"{_name(here, root)}: cannot be read ({error.strerror or error})") from error


def _stamp(path: Path, kind: FileKind, root: Path, found: dict[str, FileStamp]) -> None:
    name = _name(path, root)
    try:
        facts = path.stat()
    except OSError as error:
        raise LedgerError(f"{name}: cannot be read ({error.strerror or error})") from error
    if not stat.S_ISREG(facts.st_mode):
        raise LedgerError(f"{name}: cannot be read (it is no regular file)")
    found[name] = FileStamp(name, kind, facts.st_size, facts.st_mtime_ns)


def _name(path: Path, root: Path) -> str:
    return path.relative_to(root).as_posix()


class Sources(Mapping[str, Document]):
    """The sources of a ledger by id, each read when first asked for and kept.

    Making it raises LedgerError where two files have one id; looking one up raises SourceError where it cannot be read.
    """

    def __init__(self, root: Path, files: Stamp) -> None:
        self.names: dict[str, str] = {}  # id to path relative to the root
        self._root = root
        self._read: dict[str, Document] = {}
        for stamp in files:
            if stamp.kind == "source":
                found = document_id(root / stamp.path)
                if found in self.names:
                    raise LedgerError(
                        f"{stamp.path}: the source id {found!r} is already that of {self.names[found]}: "
                        "rename one, or give it an `id`"
                    )
                self.names[found] = stamp.path

    def __getitem__(self, source: str) -> Document:
        if source not in self._read:
            name = self.names[source]
            self._read[source] = read(self._root / name, name)
        return self._read[source]

    def __iter__(self) -> Iterator[str]:
        return iter(sorted(self.names))

    def __len__(self) -> int:
        return len(self.names)

    def __contains__(self, source: object) -> bool:
        return source in self.names


@dataclass(frozen=True)
class Ledger:
    """A ledger as it was when opened: its files, and what is in them, each part read when first asked for."""

    root: Path
    config: Config
    files: Stamp
    load: ClaimReader = load_claims

    @classmethod
    def open(cls, path: str | Path = ".", *, load: ClaimReader = load_claims) -> Ledger:
        """The ledger that `path` is in. Reads the configuration and lists the files; `load` reads claims, later.

        Raises LedgerError where there is no ledger and for a configuration or a folder that cannot be used.
        """
        root = find_root(Path(path))
        config = read_config(config_path(root))
        return cls(root, config, scan(root, config), load)

    @cached_property
    def claim_files(self) -> tuple[ClaimFile, ...]:
        """The files of claims, by path. Raises LedgerError for what is wrong in one, with file and line."""
        return tuple(
            self.load(self.root / stamp.path, stamp.path) for stamp in self.files if stamp.kind == "claims"
        )

    @cached_property
    def claims(self) -> tuple[Claim, ...]:
        """All claims, sorted by id. Raises LedgerError as `claim_files`, and for an id used in two files."""
        home: dict[str, ClaimFile] = {}
        for file in self.claim_files:
            for claim in file.claims:
                if claim.id in home:
                    first = home[claim.id]
                    raise _used_twice(claim.id, first, file)
                home[claim.id] = file
        return tuple(
            sorted((claim for file in self.claim_files for claim in file.claims), key=lambda claim: claim.id)
        )

    @cached_property
    def sources(self) -> Sources:
        """The sources by id. Raises LedgerError where two have one id."""
        return Sources(self.root, self.files)

    @property
    def aliases(self) -> Aliases:
        """The names that are one, for the whole ledger; sources and claims may add their own."""
        return self.config.aliases

    def holding(self, ids: Iterable[str]) -> dict[str, ClaimFile]:
        """The file of every claim named that there is, in the order named.

        Reads no file without one of the ids in it, if it can: the others need not even be right. Raises LedgerError as
        `claims`, for an id used in two files too.
        """
        wanted = tuple(dict.fromkeys(ids))
        if "claim_files" in self.__dict__:
            return _homes(wanted, self.claim_files)
        words = [claim.encode() for claim in wanted]
        names = [stamp.path for stamp in self.files if stamp.kind == "claims"]
        likely = [name for name in names if _mentions(self.root / name, words)]
        found = _homes(wanted, [self.load(self.root / name, name) for name in likely])
        # An id may be written with escapes; then nothing short of reading the files finds it.
        return found if len(found) == len(wanted) else _homes(wanted, self.claim_files)

    def where(self, claim: str) -> str:
        """File and line of a claim, "claims/storm.yaml:12"; KeyError for an id that no claim has."""
        for file in self.claim_files:
            if claim in file.line_of:
                return f"{file.name}:{file.line_of[claim]}"
        raise KeyError(claim)

    def title(self, source: str) -> str | None:
        """The title of a source, if it has one and can be read."""
        meta = self.meta(source)
        return meta.title if meta else None

    def meta(self, source: str) -> Meta | None:
        """What is known of a source, if it can be read.

        Most sources are in the file of their name, so that not all files need be looked at.
        """
        try:
            for stamp in self.files:
                if stamp.kind == "source" and PurePath(stamp.path).stem == source:
                    document = read(self.root / stamp.path, stamp.path)
                    if document.id == source:
                        return document.meta
            return self.sources[source].meta if source in self.sources else None
        except SourceError:
            return None

    def resolve(self, evidence: Evidence) -> Resolution:
        """Where a passage stands in its source now, lost if there is no such source.

        Raises SourceError where the source cannot be read.
        """
        if evidence.source not in self.sources:
            return Resolution("lost")
        return resolve(self.sources[evidence.source].text.text, evidence)

    def update(self, name: str, change: Callable[[ClaimFile], ClaimFile]) -> ClaimFile:
        """Change a file of claims (`name` relative to the root; made if missing) under the ledger's lock.

        The file is read afresh, and written only where its bytes change. This ledger stays as it was: open it again.
        Raises LedgerError, and then the file is as it was.
        """
        path = self.root / name
        with locked(self.root):
            old = load_claims(path, name) if path.exists() else ClaimFile(name, b"", (), ())
            new = change(old)
            if new.data != old.data:
                write_atomically(path, new.data)
        return new


def _used_twice(claim: str, first: ClaimFile, second: ClaimFile) -> LedgerError:
    return LedgerError(
        f"{second.name}:{second.line_of[claim]}: the claim id {claim!r} is already used in "
        f"{first.name}:{first.line_of[claim]}"
    )


def _mentions(path: Path, words: list[bytes]) -> bool:
    """Whether a file has one of the words in it, or cannot be read: then whoever loads it says why."""
    try:
        data = path.read_bytes()
    except OSError:
        return True
    return any(word in data for word in words)


def _homes(ids: tuple[str, ...], files: Iterable[ClaimFile]) -> dict[str, ClaimFile]:
    found: dict[str, ClaimFile] = {}
    wanted = set(ids)
    for file in files:
        for claim in wanted & file.line_of.keys():
            if claim in found:
                raise _used_twice(claim, found[claim], file)
            found[claim] = file
    return {claim: found[claim] for claim in ids if claim in found}
