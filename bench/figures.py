"""Accuracy and its doubts: shares with Wilson intervals, confusion, precision and recall."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Hashable, Iterable, Sequence
from dataclasses import dataclass
from math import sqrt
from typing import TypeVar

T = TypeVar("T")
K = TypeVar("K", bound=Hashable)

SUPPORTED, CONTRADICTED, ABSENT = "supported", "contradicted", "absent"
LABELS = (SUPPORTED, CONTRADICTED, ABSENT)
DECIDED = (SUPPORTED, CONTRADICTED)
Z95 = 1.959963984540054  # the standard normal's 97.5% quantile


def wilson(hits: int, of: int, z: float = Z95) -> tuple[float, float]:
    """The score interval of a share (Wilson 1927), within [0, 1]; of nothing it is [0, 1]."""
    if of == 0:
        return 0.0, 1.0
    share, weight = hits / of, z * z / of
    middle = (share + weight / 2) / (1 + weight)
    spread = z / (1 + weight) * sqrt(share * (1 - share) / of + weight / (4 * of))
    return max(0.0, middle - spread), min(1.0, middle + spread)


@dataclass(frozen=True, slots=True)
class Share:
    """`hits` out of `of`."""

    hits: int
    of: int

    @property
    def value(self) -> float:
        """In [0, 1]; 0 where there is nothing to share."""
        return self.hits / self.of if self.of else 0.0

    @property
    def interval(self) -> tuple[float, float]:
        return wilson(self.hits, self.of)

    def __str__(self) -> str:
        if not self.of:
            return "–"
        low, high = self.interval
        return f"{100 * self.value:5.1f}% [{100 * low:.1f}, {100 * high:.1f}] of {self.of}"


@dataclass(frozen=True, slots=True)
class Judged:
    """One row: its true label and the one it was given (any other word than the three labels is an error)."""

    gold: str
    got: str

    @property
    def right(self) -> bool:
        return self.gold == self.got


def accuracy(rows: Sequence[Judged]) -> Share:
    """Rows given their true label, out of all."""
    return Share(sum(row.right for row in rows), len(rows))


def wrongly(label: str, rows: Sequence[Judged]) -> Share:
    """Rows given `label` that do not have it, out of all rows (not: out of those given it)."""
    return Share(sum(row.got == label != row.gold for row in rows), len(rows))


def precision(label: str, rows: Sequence[Judged]) -> Share:
    """Out of the rows given `label`, those that have it."""
    given = [row for row in rows if row.got == label]
    return Share(sum(row.right for row in given), len(given))


def recall(label: str, rows: Sequence[Judged]) -> Share:
    """Out of the rows that have `label`, those given it."""
    having = [row for row in rows if row.gold == label]
    return Share(sum(row.right for row in having), len(having))


def f1(label: str, rows: Sequence[Judged]) -> float:
    """The harmonic mean of precision and recall, 0 where both are."""
    p, r = precision(label, rows).value, recall(label, rows).value
    return 2 * p * r / (p + r) if p + r else 0.0


def macro_f1(rows: Sequence[Judged]) -> float:
    """The mean F1 of the labels that occur among the true ones."""
    present = [label for label in LABELS if any(row.gold == label for row in rows)]
    return sum(f1(label, rows) for label in present) / len(present) if present else 0.0


def coverage(rows: Sequence[Judged]) -> Share:
    """Rows given a decided label, right or wrong, out of all."""
    return Share(sum(row.got in DECIDED for row in rows), len(rows))


def confusion(rows: Iterable[Judged]) -> dict[tuple[str, str], int]:
    """How often each (true label, given label) occurs."""
    return dict(Counter((row.gold, row.got) for row in rows))


def grouped(rows: Iterable[T], key: Callable[[T], K]) -> dict[K, list[T]]:
    """Rows by key, keys in the order they first come in."""
    groups: dict[K, list[T]] = {}
    for row in rows:
        groups.setdefault(key(row), []).append(row)
    return groups
