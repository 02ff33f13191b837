"""Claims as plain rows: tables of keys, texts, numbers and lists, as every format has them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, fields
from datetime import date
from typing import Any

from claimcheck.claim import Claim, Evidence
from claimcheck.store import Ledger

Row = dict[str, Any]
FILE_KEY = "file"


@dataclass(frozen=True, slots=True)
class Placed:
    """A claim and the file of claims it is in, relative to the ledger's root."""

    claim: Claim
    file: str


@dataclass(frozen=True, slots=True)
class Given:
    """A row out of a file to import, and what messages call its place, such as "claims.csv:12"."""

    row: Row
    place: str


def placed(ledger: Ledger, ids: Iterable[str] = ()) -> Iterator[Placed]:
    """The claims of a ledger by id, or those asked for. KeyError for an id that no claim has."""
    homes = {claim.id: Placed(claim, file.name) for file in ledger.claim_files for claim in file.claims}
    asked = list(dict.fromkeys(ids))
    yield from (homes[name] for name in asked or [claim.id for claim in ledger.claims])


def plain(claim: Claim | Evidence) -> Row:
    """The fields of a claim or passage that say something: days as ISO dates, names with their aliases as a table."""
    return {
        field.name: _plain(field.name, value)
        for field in fields(claim)
        if (value := getattr(claim, field.name)) not in (None, (), "")
    }


def _plain(name: str, value: object) -> object:
    if isinstance(value, date):
        return value.isoformat()
    if name == "aliases" and isinstance(value, tuple):
        return {key: list(others) for key, others in value}
    if isinstance(value, tuple):
        return [plain(part) if isinstance(part, Evidence) else part for part in value]
    return value


def without_empty(row: Mapping[str, Any]) -> Row:
    """The keys of a row that say something."""
    return {key: value for key, value in row.items() if value not in (None, "", [], {})}
