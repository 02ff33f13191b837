"""Normalised text: decided once, the same for every reader."""

from __future__ import annotations

import unicodedata
from hashlib import sha256

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claimcheck.errors import SourceError
from claimcheck.text import SourceText, Span, normalise

ANY_TEXT = st.text(st.characters(codec="utf-8"))


@pytest.mark.parametrize(
    ("data", "text"),
    [
        (b"", ""),
        (b"\xef\xbb\xbfa\n", "a\n"),
        ("naïve".encode("utf-16"), "naïve"),
        ("naïve".encode("utf-32"), "naïve"),
        (b"a\r\nb\rc\n\r\n", "a\nb\nc\n\n"),
        (b"a\x00b\x0bc\x0cd\te\x7ff" + b"g" * 20, "a b c d\te f" + "g" * 20),
        ("a\u2028b\u2029c\u0085d".encode(), "a b c d"),
        ("e\u0301".encode(), "é"),
        ("👩\u200d🚒 שלום".encode(), "👩\u200d🚒 שלום"),
    ],
)
def test_bytes_become_normal_text(data: bytes, text: str) -> None:
    source = SourceText.from_bytes(data)
    assert source.text == text
    assert source.sha256 == sha256(data).hexdigest()


@pytest.mark.parametrize(
    ("data", "said"),
    [
        (b"one\ntw\x92o", "f.txt:2: byte 0x92 is not UTF-8: save the file as UTF-8"),
        (
            "one".encode("utf-16-le") * 9,
            "f.txt: holds no text (too many NUL characters): save it as UTF-8 text",
        ),
        (b"\xff\xfea", "f.txt:1: byte 0x61 is not UTF-16: save the file as UTF-8"),
    ],
)
def test_an_encoding_is_never_guessed(data: bytes, said: str) -> None:
    with pytest.raises(SourceError) as caught:
        SourceText.from_bytes(data, "f.txt")
    assert str(caught.value) == said


@given(ANY_TEXT)
def test_normalising_twice_changes_nothing(text: str) -> None:
    once = normalise(text)
    assert normalise(once) == once
    assert unicodedata.is_normalized("NFC", once)
    assert not any(unicodedata.category(char) == "Cc" and char not in "\t\n" for char in once)


def test_a_lone_surrogate_becomes_a_replacement_character() -> None:
    assert SourceText.from_text("a\ud800b").text == "a\ufffdb"


@given(ANY_TEXT)
def test_lines_and_columns_lead_back_to_the_offset(text: str) -> None:
    source = SourceText.from_text(text)
    lines = source.text.split("\n")
    for offset in range(len(source) + 1):
        line, column = source.line_column(offset)
        assert source.line(line).start + column - 1 == offset
        assert source[source.line(line)] == lines[line - 1]
    assert len(source.line_starts) == len(lines)


def test_columns_are_code_points_from_one() -> None:
    source = SourceText.from_text("\nשל 🚀x\n")
    assert source.line_column(0) == (1, 1)
    assert source.line_column(source.text.index("x")) == (2, 5)
    assert source.line_column(len(source)) == (3, 1)


@pytest.mark.parametrize("offset", [-1, 4])
def test_an_offset_outside_the_text_has_no_line(offset: int) -> None:
    with pytest.raises(ValueError, match="outside a text of 3"):
        SourceText.from_text("abc").line_column(offset)


@pytest.mark.parametrize("number", [0, 3])
def test_a_line_that_is_not_there(number: int) -> None:
    with pytest.raises(IndexError, match=f"no line {number}"):
        SourceText.from_text("a\nb").line(number)


@pytest.mark.parametrize(("start", "end"), [(-1, 2), (3, 2)])
def test_a_span_runs_forwards(start: int, end: int) -> None:
    with pytest.raises(ValueError, match="no span"):
        Span(start, end)


def test_spans_compare() -> None:
    assert len(Span(2, 5)) == 3
    assert Span(2, 4) in Span(2, 5)
    assert Span(2, 6) not in Span(2, 5)
    assert Span(2, 5).overlaps(Span(4, 9))
    assert not Span(2, 5).overlaps(Span(5, 9))
