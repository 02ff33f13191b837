"""Claims as CSV, for a spreadsheet: a row for each passage, with the claim's own fields repeated.

Spreadsheets run what begins with `=`, `+`, `-` or `@` as a formula: such a cell is written with an apostrophe before
it, which reading takes off again. The file begins with a byte order mark, without which they misread letters.
"""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Iterable, Iterator
from dataclasses import fields
from typing import Any, Final

from claimcheck.claim import Claim, Evidence
from claimcheck.errors import LedgerError
from claimcheck.exchange.rows import FILE_KEY, Given, Placed, Row, plain
from claimcheck.fields import unknown_key

_CLAIM: Final = tuple(field.name for field in fields(Claim) if field.name != "evidence")
_PASSAGE: Final = tuple(field.name for field in fields(Evidence))
COLUMNS: Final = (*_CLAIM, FILE_KEY, "passage", *_PASSAGE)
_LISTS: Final = frozenset({"supersedes", "tags"})
_RISKY: Final = tuple("=+-@\t\r\n'")
_LONGEST_CELL: Final = 10_000_000  # code points


def to_csv(claims: Iterable[Placed]) -> bytes:
    """The claims as CSV in UTF-8."""
    out = io.StringIO(newline="")
    writer = csv.writer(out)
    writer.writerow(COLUMNS)
    for one in claims:
        row = plain(one.claim)
        passages = row.pop("evidence")
        own = [_cell(key, row.get(key)) for key in _CLAIM]
        for number, passage in enumerate(passages, 1):
            place = [_safe(one.file), str(number)]
            writer.writerow([*own, *place, *(_cell(key, passage.get(key)) for key in _PASSAGE)])
    return b"\xef\xbb\xbf" + out.getvalue().encode(errors="surrogatepass")


def from_csv(text: str, name: str) -> Iterator[Given]:
    """The rows of CSV, the passages of a claim put together; rows are counted from the headers, which are row 1.

    Raises LedgerError, with the row, for unknown columns and for rows of one claim that do not go together.
    """
    claims: dict[str, tuple[Row, dict[int, Row], int]] = {}
    for number, cells in _records(text, name):
        place = f"{name}:{number}"
        known = claims.setdefault(str(cells.get("id", "")), ({}, {}, number))
        _take(cells, known, place, first=known[2] == number)
    for row, passages, number in claims.values():
        yield Given({**row, "evidence": [passages[each] for each in sorted(passages)]}, f"{name}:{number}")


def _take(cells: dict[str, str], known: tuple[Row, dict[int, Row], int], place: str, first: bool) -> None:
    """Add one row of the sheet to what is known of its claim."""
    row, passages, at = known
    own = {key: _value(key, cells[key], place) for key in (*_CLAIM, FILE_KEY) if cells.get(key)}
    told = cells.get("passage", "")
    if not told.isdecimal() and told:
        raise LedgerError(f"{place}: passage must be a whole number, not {told[:40]!r}")
    passage = int(told) if told else 1
    if not first and passage in passages:
        raise LedgerError(
            f"{place}: the claim id {cells.get('id')!r} is already used in row {at}: give another, or number the "
            "passages of one claim in the column `passage`"
        )
    if first:
        row.update(own)
    elif own != row:
        differs = next(key for key in (*_CLAIM, FILE_KEY) if own.get(key) != row.get(key))
        raise LedgerError(
            f"{place}: {differs} of the claim {cells.get('id')!r} is another in row {at}: make them one"
        )
    passages[passage] = {key: cells[key] for key in _PASSAGE if cells.get(key)}


def _records(text: str, name: str) -> Iterator[tuple[int, dict[str, str]]]:
    """The rows below the headers, each with its number, by column."""
    before = csv.field_size_limit(_LONGEST_CELL)
    try:
        reader = csv.reader(io.StringIO(text, newline=""), strict=True)
        heads: list[str] | None = None
        for number, cells in enumerate(reader, 1):
            if heads is None:
                heads = _heads(cells, name)
            elif any(cell.strip() for cell in cells):
                if len(cells) > len(heads):
                    raise LedgerError(
                        f"{name}:{number}: has {len(cells)} cells, the headers are {len(heads)}"
                    )
                yield number, {head: _bare(cell) for head, cell in zip(heads, cells, strict=False)}
        if heads is None:
            raise LedgerError(f"{name}: is empty: a row of headers comes first")
    except csv.Error as error:
        raise LedgerError(f"{name}:{reader.line_num}: is no CSV ({error})") from error
    finally:
        csv.field_size_limit(before)


def _heads(cells: list[str], name: str) -> list[str]:
    heads = [cell.strip() for cell in cells]
    for head in heads:
        if head not in COLUMNS:
            raise LedgerError(f"{name}:1: {unknown_key(head, COLUMNS).replace('key', 'column', 1)}")
        if heads.count(head) > 1:
            raise LedgerError(f"{name}:1: the column {head!r} is there twice")
    return heads


def _cell(key: str, value: Any) -> str:  # noqa: ANN401 - JSON
    if value is None:
        return ""
    if key == "aliases":
        return _safe(json.dumps(value, ensure_ascii=False))
    if key in _LISTS:
        return _safe(_list(value))
    return _safe(str(value))


def _list(values: list[str]) -> str:
    """Words with semicolons between; JSON where one of them would be read as something else."""
    simple = all(
        value and value == value.strip() and ";" not in value and value[0] not in "['" for value in values
    )
    return "; ".join(values) if simple else json.dumps(values, ensure_ascii=False)


def _value(key: str, cell: str, place: str) -> Any:  # noqa: ANN401
    try:
        if key == "aliases":
            return json.loads(cell)
        if key in _LISTS:
            return json.loads(cell) if cell.startswith("[") else [part.strip() for part in cell.split(";")]
    except ValueError as error:
        raise LedgerError(f"{place}: {key} is no JSON ({error})") from error
    return cell


def _safe(cell: str) -> str:
    return "'" + cell if cell.startswith(_RISKY) else cell


def _bare(cell: str) -> str:
    return cell[1:] if cell.startswith("'") and cell[1:].startswith(_RISKY) else cell
