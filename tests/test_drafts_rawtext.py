"""Offsets of normalised text lead back to the characters of the raw file."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claimcheck.drafts import read_draft
from claimcheck.drafts.rawtext import RawText
from claimcheck.text import normalise

PIECES = st.sampled_from(
    ["a", "b ", "\r\n", "\n", "\r", "\t", "e\u0301", "é", "😀", "\u1100\u1161", "\x00", "q\u0323\u0307", "가"]
)


@given(st.lists(PIECES, max_size=20).map("".join))
def test_a_stretch_leads_back_to_what_it_was_made_of(raw: str) -> None:
    text, back = normalise(raw), RawText(raw)
    for start in range(len(text)):
        first, behind = back.offset(start), back.end(start + 1)
        assert normalise(raw[first:behind]) == text[start]


@pytest.mark.parametrize(
    ("raw", "place"),
    [
        (b"one\r\ntwo Ravens\r\n", (2, 5, 2, 10)),
        (b"\xef\xbb\xbfRavens", (1, 1, 1, 6)),
        ("😀\tRavens".encode(), (1, 3, 1, 8)),
        ("cafe\u0301 Ravens".encode(), (1, 7, 1, 12)),
        ("one\n\nRavens".encode("utf-16"), (3, 1, 3, 6)),
    ],
)
def test_lines_and_columns_are_those_of_an_editor(raw: bytes, place: tuple[int, int, int, int]) -> None:
    draft = read_draft(raw, "copy.md")
    start = draft.document.text.text.index("Ravens")
    found = draft.place(start, start + 6)
    assert (found.line, found.column, found.end_line, found.end_column) == place
    assert draft.raw.text[found.start : found.end] == "Ravens"
