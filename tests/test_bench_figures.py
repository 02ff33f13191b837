"""The figures of the benchmark, against values worked out by hand or printed in a textbook."""

from __future__ import annotations

import pytest
from bench.figures import (
    ABSENT,
    CONTRADICTED,
    LABELS,
    SUPPORTED,
    Judged,
    Share,
    accuracy,
    confusion,
    coverage,
    f1,
    grouped,
    macro_f1,
    precision,
    recall,
    wilson,
    wrongly,
)
from bench.table import confusion_table, table
from hypothesis import given
from hypothesis import strategies as st

ROWS = [
    Judged(SUPPORTED, SUPPORTED),
    Judged(SUPPORTED, SUPPORTED),
    Judged(SUPPORTED, ABSENT),
    Judged(SUPPORTED, CONTRADICTED),
    Judged(CONTRADICTED, CONTRADICTED),
    Judged(CONTRADICTED, SUPPORTED),
    Judged(ABSENT, ABSENT),
    Judged(ABSENT, SUPPORTED),
    Judged(ABSENT, ABSENT),
    Judged(ABSENT, "error"),
]


def test_wilson_interval_of_known_values() -> None:
    assert wilson(0, 10) == pytest.approx((0.0, 0.2775), abs=1e-4)
    assert wilson(10, 10) == pytest.approx((0.7225, 1.0), abs=1e-4)
    assert wilson(81, 263) == pytest.approx((0.2553, 0.3662), abs=1e-4)  # Newcombe 1998, table I
    assert wilson(0, 0) == (0.0, 1.0)


@given(st.integers(1, 5000).flatmap(lambda of: st.tuples(st.integers(0, of), st.just(of))))
def test_wilson_interval_holds_the_share(counts: tuple[int, int]) -> None:
    low, high = wilson(*counts)
    assert 0 <= low <= counts[0] / counts[1] + 1e-12
    assert counts[0] / counts[1] - 1e-12 <= high <= 1


def test_shares() -> None:
    assert accuracy(ROWS) == Share(5, 10)
    assert wrongly(SUPPORTED, ROWS) == Share(2, 10)
    assert wrongly(CONTRADICTED, ROWS) == Share(1, 10)
    assert precision(SUPPORTED, ROWS) == Share(2, 4)
    assert recall(SUPPORTED, ROWS) == Share(2, 4)
    assert precision(CONTRADICTED, ROWS) == Share(1, 2)
    assert recall(ABSENT, ROWS) == Share(2, 4)
    assert coverage(ROWS) == Share(6, 10)


def test_f1() -> None:
    assert f1(SUPPORTED, ROWS) == pytest.approx(0.5)
    assert f1(ABSENT, ROWS) == pytest.approx(2 * (2 / 3) * 0.5 / (2 / 3 + 0.5))
    assert macro_f1(ROWS) == pytest.approx((0.5 + 0.5 + f1(ABSENT, ROWS)) / 3)
    assert f1(CONTRADICTED, [Judged(SUPPORTED, ABSENT)]) == 0
    assert macro_f1([]) == 0


def test_macro_f1_leaves_out_labels_that_no_row_has() -> None:
    assert macro_f1([Judged(SUPPORTED, SUPPORTED), Judged(CONTRADICTED, CONTRADICTED)]) == 1


def test_an_empty_share_is_shown_as_none() -> None:
    assert str(Share(0, 0)) == "–"
    assert str(Share(1, 2)) == " 50.0% [9.5, 90.5] of 2"


def test_confusion() -> None:
    counts = confusion(ROWS)
    assert counts[SUPPORTED, SUPPORTED] == 2
    assert counts[ABSENT, "error"] == 1
    assert sum(counts.values()) == len(ROWS)
    assert {gold for gold, _ in counts} == set(LABELS)
    assert confusion_table(counts).splitlines()[-1].split() == ["absent", "1", "0", "2", "1"]


def test_groups_keep_their_order() -> None:
    assert grouped([3, 1, 4, 1, 5], lambda n: n % 2) == {1: [3, 1, 1, 5], 0: [4]}


def test_table_lines_up() -> None:
    assert table(["a", "bb"], [["long", 1], ["x", 20]]) == "a     bb\n--------\nlong   1\nx     20"
