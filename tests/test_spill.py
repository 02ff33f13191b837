"""Rows set aside come back as they were added, however many there are."""

from __future__ import annotations

from tempfile import SpooledTemporaryFile

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claimcheck import spill
from claimcheck.errors import ClaimcheckError
from claimcheck.spill import Spilled

BATCHES = st.lists(st.lists(st.text(max_size=20), max_size=5), max_size=8)


@given(BATCHES)
def test_rows_come_back_in_order_and_by_number(batches: list[list[str]]) -> None:
    spilled = Spilled[str]()
    for batch in batches:
        spilled.extend(batch)
    rows = [row for batch in batches for row in batch]
    assert list(spilled) == rows
    assert len(spilled) == len(rows)
    assert spilled == rows
    assert spilled != [*rows, "one more"]
    assert [spilled[k] for k in range(-len(rows), len(rows))] == rows + rows
    assert list(spilled[1:3]) == rows[1:3]


@given(BATCHES)
def test_rows_may_be_added_while_others_are_read(batches: list[list[str]]) -> None:
    spilled, rows = Spilled[str](), list[str]()
    for batch in batches:
        spilled.extend(batch)
        rows += batch
        assert list(spilled) == rows


def test_more_rows_than_memory_is_kept_for_come_back(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(spill, "ROOM", 100)
    spilled = Spilled[bytes]()
    for k in range(50):
        spilled.extend([bytes([k]) * 30])
    assert list(spilled) == [bytes([k]) * 30 for k in range(50)]


@pytest.mark.parametrize("at", [2, -3])
def test_there_is_no_row_beyond_the_last(at: int) -> None:
    spilled = Spilled[str]()
    spilled.extend("ab")
    with pytest.raises(IndexError):
        spilled[at]


def test_a_full_disk_is_told_with_what_to_do(monkeypatch: pytest.MonkeyPatch) -> None:
    def full(*_: object) -> int:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(SpooledTemporaryFile, "write", full)
    with pytest.raises(ClaimcheckError, match=r"No space left on device.*TMPDIR"):
        Spilled[str]().extend(["a"])
