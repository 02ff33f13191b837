"""What a user means by a SOURCE: a document of the ledger by path or id, or one outside that is to be copied in."""

from __future__ import annotations

import os
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path, PurePath

from claimcheck.disk import locked, write_atomically
from claimcheck.errors import SourceError
from claimcheck.fields import nearest
from claimcheck.sources import Document, read, sidecar
from claimcheck.store import Ledger


@dataclass(frozen=True, slots=True)
class Asked:
    """A document to extract from. `copies` are the files to make, path in the ledger and content, for one outside."""

    document: Document
    copies: tuple[tuple[str, bytes], ...] = ()


def find_sources(ledger: Ledger, sources: Iterable[str]) -> tuple[Asked, ...]:
    """The documents asked for, each once, in order.

    A file's path comes first, relative to here or to the ledger's root, then a source's id. Raises SourceError for one
    that is neither, that cannot be read, or whose name or id is that of another source; LedgerError where two sources
    have one id.
    """
    found: dict[str, Asked] = {}
    taken: dict[str, str] = {}
    for source in sources:
        asked = _find(ledger, source)
        known = found.setdefault(asked.document.id, asked)
        if known.copies != asked.copies:
            raise SourceError(
                f"{source}: its id {asked.document.id!r} is also that of {known.document.path}: rename one of them"
            )
        for name, _ in asked.copies:
            if taken.setdefault(name, asked.document.id) != asked.document.id:
                raise SourceError(f"{source}: two documents would be copied to {name}: rename one of them")
    return tuple(found.values())


def copy_in(ledger: Ledger, asked: Asked) -> None:
    """Make the files of a document from outside. Raises SourceError where one has come to be there meanwhile."""
    if not asked.copies:
        return
    with locked(ledger.root):
        for name, content in asked.copies:
            path = ledger.root / name
            _refuse_other(path, name, content)
            if not path.exists():
                write_atomically(path, content)


def _find(ledger: Ledger, source: str) -> Asked:
    for path in (Path(source), ledger.root / source):
        if _is_file(path):
            return _at(ledger, path, source)
    if source in ledger.sources:
        return Asked(ledger.sources[source])
    if _is_folder(Path(source)):
        raise SourceError(f"{source}: is a folder: name the documents in it")
    near = nearest(source, [*ledger.sources, *ledger.sources.names.values()])
    raise SourceError(
        f"{source}: there is no such file, and no source of this id"
        + (f" (did you mean {near!r}?)" if near else "")
    )


def _at(ledger: Ledger, path: Path, said: str) -> Asked:
    """The document in a file: one of the ledger's, or one to copy into it."""
    folder = Path(os.path.realpath(ledger.root / ledger.config.folders.sources))
    here = Path(os.path.realpath(path.parent)) / path.name
    if here.is_relative_to(folder):
        name = (PurePath(ledger.config.folders.sources) / here.relative_to(folder)).as_posix()
        for known, its_name in ledger.sources.names.items():
            if its_name == name:
                return Asked(ledger.sources[known])
    document = read(path, said)
    if here.is_relative_to(folder) or path.name.startswith("."):
        raise SourceError(f"{said}: what begins with a dot is passed over in a ledger: rename it")
    if document.id in ledger.sources:
        return _twin(ledger, path, document, said)
    return _outside(ledger, path, document)


def _twin(ledger: Ledger, path: Path, document: Document, said: str) -> Asked:
    """The ledger's source of the same id, where it is a copy of the document."""
    name = ledger.sources.names[document.id]
    if _content(ledger.root / name) != _content(path):
        raise SourceError(
            f"{said}: {name} is there already, with the id {document.id!r}, and is another document: rename one of them"
        )
    return Asked(ledger.sources[document.id])


def _outside(ledger: Ledger, path: Path, document: Document) -> Asked:
    folder = PurePath(ledger.config.folders.sources)
    copies = [((folder / path.name).as_posix(), _content(path))]
    beside = sidecar(path)
    if beside.is_file():
        copies.append(((folder / beside.name).as_posix(), _content(beside)))
    elif sidecar(ledger.root / copies[0][0]).is_file() and not (ledger.root / copies[0][0]).exists():
        raise SourceError(
            f"{path}: {folder / beside.name} is there already and describes another document: rename one"
        )
    for name, content in copies:
        _refuse_other(ledger.root / name, name, content)
    return Asked(document, tuple(copies))


def _refuse_other(path: Path, name: str, content: bytes) -> None:
    if path.exists() and _content(path) != content:
        raise SourceError(
            f"{name}: is there already and is another document: rename the one to be copied there"
        )


def _content(path: Path) -> bytes:
    try:
        return path.read_bytes()
    except OSError as error:
        raise SourceError(f"{path}: cannot be read ({error.strerror or error})") from error


def _is_file(path: Path) -> bool:
    """Whether there is something other than a folder there; a name that no file can have is none."""
    try:
        return path.exists() and not path.is_dir()
    except (OSError, ValueError):
        return False


def _is_folder(path: Path) -> bool:
    try:
        return path.is_dir()
    except (OSError, ValueError):
        return False
