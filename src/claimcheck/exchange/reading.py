"""A file to import: its format, and its rows."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import PurePath
from typing import Final, Literal, get_args

from claimcheck.errors import LedgerError
from claimcheck.exchange.annotations import from_annotations
from claimcheck.exchange.jsonlines import from_jsonl
from claimcheck.exchange.rows import Given
from claimcheck.exchange.sheet import from_csv

ImportFormat = Literal["csv", "jsonl", "webannotation"]
IMPORTS: tuple[ImportFormat, ...] = get_args(ImportFormat)
_SUFFIXES: Final[dict[str, ImportFormat]] = {
    ".csv": "csv", ".jsonl": "jsonl", ".ndjson": "jsonl", ".json": "webannotation", ".jsonld": "webannotation",
}  # fmt: skip
_READERS: Final[dict[ImportFormat, Callable[[str, str], Iterator[Given]]]] = {
    "csv": from_csv,
    "jsonl": from_jsonl,
    "webannotation": from_annotations,
}


def read_rows(data: bytes, name: str, form: ImportFormat | None = None) -> list[Given]:
    """The rows of a file's bytes. `form`: its format, that of the name's suffix if not given.

    Raises LedgerError, with the place, for what cannot be read.
    """
    form = form or _SUFFIXES.get(PurePath(name).suffix.lower())
    if form is None:
        raise LedgerError(f"{name}: its name does not tell its format: say --format {', '.join(IMPORTS)}")
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        raise LedgerError(
            f"{name}:{line}: byte 0x{data[error.start]:02x} is not UTF-8: save the file as UTF-8"
        ) from error
    return list(_READERS[form](text, name))
