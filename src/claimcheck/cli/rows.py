"""What is to be checked: statements from the arguments, or the rows of a JSON Lines file as they arrive."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any, BinaryIO

from claimcheck.errors import StatementError
from claimcheck.report import Unread
from claimcheck.text import SourceText

BATCH = 64  # rows parsed together; more gain nothing
READ = 1 << 16
MOST_WORDS, MOST_CHARACTERS = 1_000, 10_000  # of a statement; a sentence has some 25 words
MOST_EVIDENCE = 200_000  # characters
_BLANK = " \t\r\n"
_SPACE = re.compile(r"[ \t\r\n]*")


@dataclass(frozen=True, slots=True)
class Item:
    """A statement to check. Texts are normalised.

    line: of the row, or the statement's place among the arguments, from 1; evidence: texts to check against, None for
    the ledger; source: what the ledger's claims are limited to, or how the evidence is called; id_text and rest: the
    row's id and its other keys with their values, as the JSON text they came in.
    """

    line: int
    id: str | int | None
    statement: str
    today: date
    evidence: tuple[str, ...] | None = None
    source: str = ""
    id_text: str | None = None
    rest: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True)
class BadRow:
    """A row that cannot be checked, with the JSON text of its id where it could be read."""

    unread: Unread
    id_text: str | None = None


@dataclass(frozen=True, slots=True)
class Value:
    """A value of a row, and the JSON text it came in."""

    value: Any
    text: str


def from_arguments(statements: Sequence[str], evidence: tuple[str, ...] | None, today: date) -> list[Item]:
    """The statements given as arguments. Raises StatementError for one that is empty or too long."""
    items = []
    for place, statement in enumerate(statements, start=1):
        which = "the statement" if len(statements) == 1 else f"statement {place}"
        items.append(Item(place, place, statement_text(argument(statement), which), today, evidence))
    return items


def argument(text: str) -> str:
    """An argument as UTF-8, whatever the locale that Python read it in."""
    try:
        return text.encode("utf-8", "surrogateescape").decode("utf-8", "replace")
    except UnicodeEncodeError:  # half of a character, which no shell can give
        return text


def statement_text(statement: str, which: str = "the statement") -> str:
    """The statement normalised. Raises StatementError, calling it `which`, where it is empty or too long."""
    text = SourceText.from_text(statement).text.strip()
    if not text:
        raise StatementError(f"{which} is empty")
    words = len(text.split())
    if words > MOST_WORDS or len(text) > MOST_CHARACTERS:
        raise StatementError(
            f"{which} is too long ({words:,} words, {len(text):,} characters): give it sentence by sentence"
        )
    return text


def evidence_texts(texts: Sequence[str]) -> tuple[str, ...]:
    """Texts given as evidence, normalised. Raises StatementError where they are too long together."""
    if (length := sum(map(len, texts))) > MOST_EVIDENCE:
        raise StatementError(
            f"the evidence is too long ({length:,} characters, at most {MOST_EVIDENCE:,}): make it a source of a ledger"
        )
    return tuple(SourceText.from_text(text).text for text in texts)


def from_stream(
    stream: BinaryIO, evidence: tuple[str, ...] | None, today: date
) -> Iterator[list[Item | BadRow]]:
    """The rows of a stream in batches; what has arrived is handed on before more is waited for.

    evidence and today are those of rows without their own.
    """
    number = 0
    for lines in _lines(stream):
        batch: list[Item | BadRow] = []
        for line in lines:
            number += 1
            if line.strip():
                batch.append(read_row(line, number, evidence, today))
            if len(batch) == BATCH:
                yield batch
                batch = []
        if batch:
            yield batch


def _lines(stream: BinaryIO) -> Iterator[list[bytes]]:
    """The lines that each read completes, without their ends; a byte order mark at the start is no part of them."""
    read = getattr(stream, "read1", stream.read)
    pending = bytearray()
    first = True
    while data := read(READ):
        pending += data
        if b"\n" in data:
            *lines, rest = bytes(pending).split(b"\n")
            pending = bytearray(rest)
            yield [
                line.removeprefix(b"\xef\xbb\xbf") if first and k == 0 else line
                for k, line in enumerate(lines)
            ]
            first = False
    if pending:
        yield [bytes(pending).removeprefix(b"\xef\xbb\xbf") if first else bytes(pending)]


def read_row(line: bytes, number: int, evidence: tuple[str, ...] | None, today: date) -> Item | BadRow:
    """A line of a JSON Lines file as an item, or what is wrong with it."""
    row: Mapping[str, Value] = {}
    try:
        row = _members(line)
        return _item(row, number, evidence, today)
    except StatementError as error:
        return BadRow(Unread(number, str(error)), row["id"].text if "id" in row else None)


def _item(row: Mapping[str, Value], number: int, evidence: tuple[str, ...] | None, today: date) -> Item:
    if "statement" not in row:
        raise StatementError("no `statement` in this row")
    key = _given(row, "id")
    if isinstance(key, bool) or not isinstance(key, str | int | None):
        raise StatementError("`id` must be text or a whole number")
    own = _given(row, "evidence")
    return Item(
        line=number,
        id=key,
        statement=statement_text(_text(row, "statement")),
        today=_date(row) or today,
        evidence=evidence if own is None else evidence_texts(_texts(own)),
        source=_text(row, "source"),
        id_text=row["id"].text if "id" in row else "null",
        rest=tuple((key, value.text) for key, value in row.items() if key != "id"),
    )


def _given(row: Mapping[str, Value], key: str) -> object:
    return row[key].value if key in row else None


def _text(row: Mapping[str, Value], key: str) -> str:
    value = _given(row, key)
    if not isinstance(value, str) and not (value is None and key != "statement"):
        raise StatementError(f"`{key}` must be text")
    return value or ""


def _texts(value: object) -> list[str]:
    listed = [value] if isinstance(value, str) else value
    if not isinstance(listed, list) or not all(isinstance(text, str) for text in listed):
        raise StatementError("`evidence` must be text or a list of texts")
    return listed


def _date(row: Mapping[str, Value]) -> date | None:
    from claimcheck.fields import iso_date

    if text := _text(row, "date"):
        try:
            return iso_date(text)
        except ValueError as error:
            raise StatementError(f"`date` {error}") from error
    return None


def _not_json(name: str) -> object:
    raise ValueError(name)


_DECODER = json.JSONDecoder(parse_constant=_not_json)


def _members(line: bytes) -> dict[str, Value]:
    """The members of a JSON object, each with the text of its value. Raises StatementError for anything else."""
    try:
        text = line.decode("utf-8").strip(_BLANK)
    except UnicodeDecodeError as error:
        raise StatementError(f"byte 0x{line[error.start]:02x} is not UTF-8") from error
    try:
        if not isinstance(_DECODER.decode(text), dict):
            raise StatementError('this row is no JSON object, such as {"id": "1", "statement": "…"}')
        return _split(text)
    except RecursionError as error:
        raise StatementError("this row is nested too deeply") from error
    except json.JSONDecodeError as error:
        raise StatementError(f"this row is no JSON: {error.msg} at column {error.colno}") from error
    except ValueError as error:  # NaN, or a number of thousands of digits
        raise StatementError("this row is no JSON: it holds a number that cannot be read") from error


def _split(text: str) -> dict[str, Value]:
    """The members of an object known to be well formed; of a key that comes twice the last counts, as ever."""
    members: dict[str, Value] = {}
    at = _skip(text, 1)
    while text[at] != "}":
        key, at = _DECODER.raw_decode(text, at)
        at = _skip(text, _skip(text, at) + 1)  # past the colon
        value, end = _DECODER.raw_decode(text, at)
        members[key] = Value(value, text[at:end])
        at = _skip(text, end)
        if text[at] == ",":
            at = _skip(text, at + 1)
    return members


def _skip(text: str, at: int) -> int:
    found = _SPACE.match(text, at)
    assert found is not None
    return found.end()
