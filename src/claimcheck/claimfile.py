"""A file of claims, read: `claims:` is a list, and `source:` the source of evidence that names none.

The file's own bytes are kept, so that writing back an unchanged file changes nothing; see `claimedit` for changes.
"""

from __future__ import annotations

import gc
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, fields
from functools import cache, cached_property
from typing import TYPE_CHECKING, NoReturn

from claimcheck.claim import Claim, Evidence
from claimcheck.errors import LedgerError
from claimcheck.fields import alias_pairs, complaint, iso_date, unknown_key
from claimcheck.text import normalise
from claimcheck.yamltext import Node, Shape, Table, Value, Where, lines_of, load, nodes

if TYPE_CHECKING:
    from pydantic import TypeAdapter

CLAIM_KEYS = tuple(field.name for field in fields(Claim))
EVIDENCE_KEYS = tuple(field.name for field in fields(Evidence))
DAY_KEYS = ("as_of", "reviewed", "recheck_by", "valid_until")
FILE_KEYS = ("source", "claims")
_BOM = b"\xef\xbb\xbf"


@dataclass(frozen=True)
class ClaimFile:
    """The claims of one file in its order, the line each begins at, and the bytes they were read from.

    `source` is the source of evidence that names none, "" if the file names none either.
    """

    name: str
    data: bytes
    claims: tuple[Claim, ...]
    lines: tuple[int, ...]
    source: str = ""

    @cached_property
    def line_of(self) -> Mapping[str, int]:
        """The line each claim begins at, by its id."""
        return {claim.id: line for claim, line in zip(self.claims, self.lines, strict=True)}

    @property
    def text(self) -> str:
        """The file's text, without a byte order mark, its line ends as they are."""
        return self.data.removeprefix(_BOM).decode()

    def encode(self, text: str) -> bytes:
        """Bytes for a new text of this file, with the byte order mark it had."""
        return (_BOM if self.data.startswith(_BOM) else b"") + text.encode()


def read_claims(data: bytes, name: str) -> ClaimFile:
    """The claims in a file's bytes; an empty file has none. `name` is what messages call the file.

    Raises LedgerError with file and line for what is not UTF-8 or YAML, for an unknown, missing, doubled or wrong
    field, and for an id used twice.
    """
    where = Where(_decoded(data, name), name)
    with _no_collection():
        top = load(where)
        rows, source = _top(top, where)
        claims = _claims(rows, source, where)
        lines = lines_of([row.at for row in rows], where)
    seen: dict[str, int] = {}
    for claim, line in zip(claims, lines, strict=True):
        if claim.id in seen:
            raise LedgerError(
                f"{name}:{line}: the claim id {claim.id!r} is already used on line {seen[claim.id]}"
            )
        seen[claim.id] = line
    return ClaimFile(name, data, tuple(claims), lines, source)


def claim_of(row: Mapping[str, object]) -> Claim:
    """One claim from its fields, in the shapes that YAML and JSON have for them; empty ones count as not given.

    Raises ValueError, saying in words what is wrong and without naming the claim.
    """
    from pydantic import TypeAdapter, ValidationError

    try:
        return TypeAdapter(Claim).validate_python(_row(row, ""))
    except ValidationError as error:
        wrong = complaint(error, lambda path: EVIDENCE_KEYS if "evidence" in path else CLAIM_KEYS)
        raise ValueError(wrong.message) from error
    except ValueError as error:
        raise ValueError(error.args[-1]) from error


def _decoded(data: bytes, name: str) -> str:
    try:
        return data.removeprefix(_BOM).decode()
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        bad = data.removeprefix(_BOM)[error.start]
        raise LedgerError(f"{name}:{line}: byte 0x{bad:02x} is not UTF-8: save the file as UTF-8") from error


@contextmanager
def _no_collection() -> Iterator[None]:
    """Hold the garbage collector: it would walk a hundred thousand new claims over and over, and frees none."""
    enabled = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if enabled:
            gc.enable()


def _top(top: Value, where: Where) -> tuple[list[Table], str]:
    if top is None:
        return [], ""
    if not isinstance(top, Table):
        where.fail(0, "a file of claims begins with `claims:`, and the list of claims below it")
    for key in top:
        if key not in FILE_KEYS:
            _fail(where, (key,), unknown_key(key, FILE_KEYS))
    source, rows = top.get("source"), top.get("claims")
    if source is not None and not isinstance(source, str):
        _fail(where, ("source",), "source must be the id of a source")
    if rows is not None and not isinstance(rows, list):
        _fail(where, ("claims",), "claims must be a list")
    tables = []
    for i, row in enumerate(rows or []):
        if not isinstance(row, Table):
            _fail(where, ("claims", i), "a claim must be a table of keys and values")
        tables.append(row)
    return tables, source or ""


def _claims(rows: list[Table], source: str, where: Where) -> list[Claim]:
    from pydantic import TypeAdapter, ValidationError

    ready = []
    for i, row in enumerate(rows):
        try:
            ready.append(_row(row, source))
        except ValueError as error:
            key, said = error.args
            _fail(where, ("claims", i, key), f"{_claim_name(row, i)}: {said}")
    try:
        return _many().validate_python(ready)
    except ValidationError as error:
        i = int(error.errors()[0]["loc"][0])
    try:
        TypeAdapter(Claim).validate_python(ready[i])
    except ValidationError as error:
        wrong = complaint(error, lambda path: EVIDENCE_KEYS if "evidence" in path else CLAIM_KEYS)
        _fail(where, ("claims", i, *wrong.path), f"{_claim_name(rows[i], i)}: {wrong.message}")
    raise AssertionError("a claim failed among others and passes alone")


@cache
def _many() -> TypeAdapter[list[Claim]]:
    from pydantic import TypeAdapter

    return TypeAdapter(list[Claim])


def _row(given: Mapping[str, object], source: str) -> dict[str, object]:
    """A claim's fields ready for validation: no empty ones, days as dates, one name as a list of one.

    Raises ValueError(key, message).
    """
    row: dict[str, object] = {key: value for key, value in given.items() if value is not None}
    for key, value in row.items():
        try:
            if key in DAY_KEYS:
                row[key] = iso_date(value if isinstance(value, str) else "")
            elif key == "aliases":
                row[key] = alias_pairs(value)
            elif key in ("tags", "supersedes") and isinstance(value, str):
                row[key] = [value]
            elif key == "text" and isinstance(value, str):
                row[key] = normalise(value).strip()
            elif key == "evidence":
                parts = value if isinstance(value, list) else [value]
                row[key] = [_evidence(part, source) for part in parts]
        except ValueError as error:
            raise ValueError(key, f"{'' if key == 'aliases' else key + ' '}{error}") from error
    return row


def _evidence(given: object, source: str) -> object:
    if not isinstance(given, dict):
        return given
    row = {key: value for key, value in given.items() if value is not None}
    for key in ("quote", "prefix", "suffix"):
        if isinstance(value := row.get(key), str):
            row[key] = normalise(value)
    if source:
        row.setdefault("source", source)
    return row


def _claim_name(row: Table, i: int) -> str:
    name = row.get("id")
    return f"claim {name!r}" if isinstance(name, str) else f"claim {i + 1} of the file"


def _fail(where: Where, path: tuple[str | int, ...], message: str) -> NoReturn:
    """Raise LedgerError at the line of the deepest part of the path that the file holds."""
    at, node = 0, nodes(where)
    for part in path:
        if node is None:
            break
        at = node.start
        node = _child(node, part)
    where.fail(node.start if node else at, message)


def _child(node: Node, part: str | int) -> Node | None:
    if isinstance(part, int):
        if node.shape is Shape.SEQUENCE:
            return node.items[part]
        return node if node.shape is Shape.MAPPING else None  # one mapping where a list of them is allowed
    for name, value in node.pairs:
        if name.value == part:
            return value if value.end > value.start else name  # an empty value stands on no line of its own
    return None
