"""Snapshots of one document: `report`, `report@2026-11-23`, …: each a source of its own that never changes.

A claim stays with the snapshot it was made from, and so keeps its quote. The sidecar of a snapshot names the one it
`replaces`, so that whatever looks after the ledger can tell which claims stand on an older one.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from pathlib import Path

from claimcheck.errors import LedgerError
from claimcheck.sources import Document

SIGN = "@"  # between a document's name and the day of a later snapshot


def family(source: str) -> str:
    """The id of a document's first snapshot, from that of any."""
    return source.partition(SIGN)[0]


def newest(source: str, sources: Mapping[str, Document]) -> str:
    """The id of the newest snapshot of a document, itself where there is no newer one."""
    later = {
        sources[other].meta.replaces: other
        for other in sources
        if other != source and family(other) == family(source)
    }
    seen = {source}
    while (after := later.get(source)) is not None and after not in seen:
        source = after
        seen.add(source)
    return source


def next_id(source: str, day: date, sources: Mapping[str, Document]) -> str:
    """The id for a new snapshot of a document, retrieved on a day."""
    stem = f"{family(source)}{SIGN}{day.isoformat()}"
    names = [stem, *(f"{stem}-{n}" for n in range(2, len(sources) + 3))]
    return next(name for name in names if name not in sources)


def with_bytes(folder: Path, sha256: str, sources: Mapping[str, Document]) -> tuple[str, ...]:
    """The ids of the sources that were made from bytes of this hash, by the names of the originals kept in `folder`.

    Raises LedgerError where the folder cannot be looked at.
    """
    try:
        names = sorted(path.name for path in folder.glob(f"*.{sha256[:8]}.*"))
    except OSError as error:
        raise LedgerError(f"{folder}: cannot be read ({error.strerror or error})") from error
    ids = dict.fromkeys(name.rpartition(f".{sha256[:8]}.")[0] for name in names)
    return tuple(each for each in ids if each in sources and sources[each].meta.original_sha256 == sha256)
