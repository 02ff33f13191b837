"""Several files of claims changed together: all of them or none, and none by two processes at once."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import replace
from pathlib import Path

from claimcheck.claimfile import ClaimFile
from claimcheck.disk import locked, sweep, write_together
from claimcheck.store import FileStamp, Ledger


def rewrite(ledger: Ledger, change: Callable[[Ledger], Iterable[ClaimFile]]) -> Ledger:
    """Change any number of files of claims, all of them or none, under the ledger's lock.

    `change` is given the ledger as it is now, and gives the files that are to be otherwise, new ones among them.
    Returns the ledger as it is afterwards; the one given stays as it was. Raises LedgerError, for an id that would be
    there twice too, and then every file is as it was.
    """
    with locked(ledger.root):
        now = Ledger.open(ledger.root)
        new = {file.name: file for file in change(now)}
        after = changed(now, new.values())
        if any(_has_new_ids(now, file) for file in new.values()):
            _ = after.claims  # where an id is there twice
        for name in new:
            sweep(now.root / name)
        write_together(
            {now.root / name: file.data for name, file in new.items() if not _is_so(now.root / name, file)}
        )
    return after


def changed(ledger: Ledger, files: Iterable[ClaimFile]) -> Ledger:
    """The ledger as it would be with other files of claims in the place of some, or beside them."""
    new = {file.name: file for file in files}
    others = tuple(stamp for stamp in ledger.files if stamp.path not in new)
    stamps = (FileStamp(name, "claims", len(file.data), 0) for name, file in new.items())
    known = {file.name: file for file in ledger.claim_files} if "claim_files" in ledger.__dict__ else {}
    load, known = ledger.load, known | new

    def loaded(path: Path, name: str) -> ClaimFile:
        return known[name] if name in known else load(path, name)

    return replace(ledger, files=tuple(sorted((*others, *stamps))), load=loaded)


def _has_new_ids(ledger: Ledger, file: ClaimFile) -> bool:
    """Whether a file has a claim that the file of its name did not have."""
    there = any(stamp.path == file.name for stamp in ledger.files)
    old = ledger.load(ledger.root / file.name, file.name).line_of if there else {}
    return not file.line_of.keys() <= old.keys()


def _is_so(path: Path, file: ClaimFile) -> bool:
    return path.is_file() and path.read_bytes() == file.data
