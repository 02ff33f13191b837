"""Rows in: what is read from a line, what is wrong with it, and that what has arrived is handed on."""

from __future__ import annotations

import io
import json
from collections.abc import Iterable
from datetime import date
from itertools import pairwise
from typing import cast

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claimcheck.cli.rows import (
    BATCH,
    MOST_CHARACTERS,
    MOST_EVIDENCE,
    MOST_WORDS,
    BadRow,
    Item,
    argument,
    from_arguments,
    from_stream,
    read_row,
)
from claimcheck.errors import StatementError

DAY = date(2024, 5, 6)


def read(line: str | bytes, evidence: tuple[str, ...] | None = None) -> Item | BadRow:
    return read_row(line if isinstance(line, bytes) else line.encode(), 3, evidence, DAY)


def item(line: str | bytes, evidence: tuple[str, ...] | None = None) -> Item:
    found = read(line, evidence)
    assert isinstance(found, Item), found
    return found


def test_a_row_with_all_its_keys() -> None:
    row = {
        "id": "a",
        "statement": "It rained.",
        "evidence": "It was dry.",
        "source": "s",
        "date": "2024-01-02",
    }
    found = item(json.dumps(row))
    assert (found.id, found.statement, found.evidence) == ("a", "It rained.", ("It was dry.",))
    assert (found.source, found.today, found.line) == ("s", date(2024, 1, 2), 3)


def test_a_row_with_a_statement_only() -> None:
    found = item('{"statement": "It rained."}')
    assert (found.id, found.id_text, found.evidence, found.source, found.today) == (
        None,
        "null",
        None,
        "",
        DAY,
    )


@pytest.mark.parametrize("key", ["id", "evidence", "source", "date"])
def test_null_is_as_good_as_nothing(key: str) -> None:
    found = item(f'{{"statement": "It rained.", "{key}": null}}', ("given",))
    assert (found.id, found.evidence, found.source, found.today) == (None, ("given",), "", DAY)


@pytest.mark.parametrize(("own", "expected"), [('"own"', ("own",)), ('["a", "b"]', ("a", "b")), ("[]", ())])
def test_a_rows_own_evidence_comes_first(own: str, expected: tuple[str, ...]) -> None:
    assert item(f'{{"statement": "x", "evidence": {own}}}', ("given",)).evidence == expected


def test_texts_are_normalised() -> None:
    found = item('{"statement": " Caf\\u0065\\u0301\\u0000\\ud800 ", "evidence": "a\\r\\nb\\u001b"}')
    assert found.statement == "Caf\u00e9 \ufffd"
    assert found.evidence == ("a\nb ",)


@pytest.mark.parametrize(
    ("line", "said"),
    [
        ("nonsense", "this row is no JSON: Expecting value at column 1"),
        ('{"statement": "x"', "this row is no JSON: Expecting ',' delimiter at column 18"),
        ('{"statement": "x"} {}', "this row is no JSON: Extra data at column 20"),
        ('["x"]', "this row is no JSON object"),
        ('"x"', "this row is no JSON object"),
        ("{}", "no `statement` in this row"),
        ('{"statement": 5}', "`statement` must be text"),
        ('{"statement": null}', "`statement` must be text"),
        ('{"statement": " \\n "}', "the statement is empty"),
        ('{"statement": "x", "evidence": 5}', "`evidence` must be text or a list of texts"),
        ('{"statement": "x", "evidence": ["a", 5]}', "`evidence` must be text or a list of texts"),
        ('{"statement": "x", "evidence": {"a": 1}}', "`evidence` must be text or a list of texts"),
        ('{"statement": "x", "source": ["a"]}', "`source` must be text"),
        ('{"statement": "x", "date": 5}', "`date` must be text"),
        ('{"statement": "x", "date": "5 May"}', "`date` must be a date such as 2020-03-11, not '5 May'"),
        ('{"statement": "x", "date": "2024-02-30"}', "`date` must be a date such as"),
        ('{"statement": "x", "id": [1]}', "`id` must be text or a whole number"),
        ('{"statement": "x", "id": 1.5}', "`id` must be text or a whole number"),
        ('{"statement": "x", "id": true}', "`id` must be text or a whole number"),
        ('{"statement": "x", "n": NaN}', "a number that cannot be read"),
        ('{"statement": "x", "n": ' + "1" * 5000 + "}", "a number that cannot be read"),
        ("[" * 100_000, "nested too deeply"),
        (b'{"statement": "\xff"}', "byte 0xff is not UTF-8"),
        (json.dumps({"statement": "word " * (MOST_WORDS + 1)}), "the statement is too long (1,001 words"),
        (json.dumps({"statement": "x" * (MOST_CHARACTERS + 1)}), "the statement is too long (1 words"),
        (
            json.dumps({"statement": "x", "evidence": ["y" * MOST_EVIDENCE, "z"]}),
            "the evidence is too long (200,001 characters",
        ),
    ],
)
def test_what_is_wrong_with_a_row_is_said_with_its_line(line: str | bytes, said: str) -> None:
    found = read(line)
    assert isinstance(found, BadRow)
    assert found.unread.line == 3
    assert said in found.unread.error


def test_a_bad_row_keeps_its_id_where_that_can_be_read() -> None:
    found = read('{"id": "a\\u00e9", "statement": 5}')
    assert isinstance(found, BadRow)
    assert found.id_text == '"a\\u00e9"'


JSON_VALUES = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False, allow_infinity=False) | st.text(),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(), inner, max_size=3),
    max_leaves=5,
)
READ_KEYS = {"id", "statement", "evidence", "source", "date"}


@given(
    st.dictionaries(st.text().filter(lambda key: key not in READ_KEYS), JSON_VALUES, max_size=4),
    st.booleans(),
    st.sampled_from([None, 1]),
)
def test_other_keys_are_kept_character_by_character(
    others: dict[str, object], ascii_only: bool, indent: int | None
) -> None:
    row = others | {"statement": "It rained."}
    text = json.dumps(row, ensure_ascii=ascii_only, indent=indent).replace("\n", " ")
    rest = dict(item(text.encode("utf-8", "surrogatepass")).rest)
    assert list(rest) == list(row)
    for key, value in others.items():
        assert rest[key] in text
        assert json.loads(rest[key]) == value


def test_of_a_key_that_comes_twice_the_last_counts() -> None:
    found = item('{"statement": "first", "n": 1, "statement" : "second","n":2.50 }')
    assert found.statement == "second"
    assert dict(found.rest)["n"] == "2.50"


@given(st.binary(max_size=200))
def test_no_line_is_too_strange(line: bytes) -> None:
    assert isinstance(read(line), Item | BadRow)


class Trickle(io.RawIOBase):
    """A stream that hands out what it was given piece by piece."""

    def __init__(self, pieces: Iterable[bytes]) -> None:
        self.pieces = list(pieces)

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: object) -> int:
        if not self.pieces:
            return 0
        piece, self.pieces = self.pieces[0], self.pieces[1:]
        cast("memoryview", buffer)[: len(piece)] = piece
        return len(piece)


def batches(*pieces: bytes) -> list[list[Item | BadRow]]:
    return list(from_stream(io.BufferedReader(Trickle(pieces)), None, DAY))


def lines_of(*pieces: bytes) -> list[tuple[int, str]]:
    return [
        (row.line, row.statement) if isinstance(row, Item) else (row.unread.line, "error")
        for batch in batches(*pieces)
        for row in batch
    ]


ROW = b'{"statement": "%d"}\n'


def test_what_has_arrived_is_handed_on_before_more_is_read() -> None:
    assert [len(batch) for batch in batches(ROW % 1, ROW % 2 + ROW % 3, ROW % 4)] == [1, 2, 1]


def test_many_rows_come_in_batches() -> None:
    assert [len(batch) for batch in batches(ROW % 1 * (BATCH + 5))] == [BATCH, 5]


@given(st.lists(st.integers(0, 80), max_size=4))
def test_rows_do_not_depend_on_how_they_arrive(cuts: list[int]) -> None:
    data = (
        b"\xef\xbb\xbf"
        + ROW % 1
        + b"\r\n \n"
        + (ROW % 2).replace(b"\n", b"\r\n")
        + b"bad\n"
        + (ROW % 3).strip()
    )
    places = [0, *sorted(cuts), len(data)]
    pieces = [data[a:b] for a, b in pairwise(places)]
    assert lines_of(*(piece for piece in pieces if piece)) == [(1, "1"), (4, "2"), (5, "error"), (6, "3")]


def test_arguments_are_numbered() -> None:
    items = from_arguments(["It rained.", " It was dry. "], ("e",), DAY)
    assert [(i.line, i.id, i.statement, i.evidence) for i in items] == [
        (1, 1, "It rained.", ("e",)),
        (2, 2, "It was dry.", ("e",)),
    ]


def test_an_empty_argument_is_named() -> None:
    with pytest.raises(StatementError, match=r"^the statement is empty$"):
        from_arguments([""], None, DAY)
    with pytest.raises(StatementError, match=r"^statement 2 is empty$"):
        from_arguments(["It rained.", " "], None, DAY)


def test_an_argument_is_utf8_in_any_locale() -> None:
    assert argument("Z\udcc3\udcbcrich") == "Zürich"
    assert argument("Zürich") == "Zürich"
    assert argument("\udcff") == "\ufffd"
    assert argument("\ud800") == "\ud800"
