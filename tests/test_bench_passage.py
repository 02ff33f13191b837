"""Where quotations stand in a source, and whether they touch."""

from __future__ import annotations

import pytest
from bench.passage import overlap, places, words

SOURCE = """The mill burned on Friday. Nobody was hurt, the owner said.

| Limit | Free |
| Rows | 20 |

The mill will reopen in May. The mill burned once before."""
TEXT = words(SOURCE)


@pytest.mark.parametrize(
    ("quote", "evidence"),
    [
        ("The mill burned on Friday.", "burned on Friday"),
        ("on Friday. Nobody was hurt", "Nobody was hurt, the owner said."),
        ("the  MILL will\nreopen", "The mill will reopen in May."),
        ("Rows 20", "| Rows | 20 |"),
        ("Nobody was hurt", "The mill will reopen in May.\nNobody was hurt, the owner said."),
        ("The mill burned … will reopen in May", "The mill will reopen in May."),
        ("Nobody was hurt\nThe mill will reopen", "reopen in May"),
    ],
)
def test_touching(quote: str, evidence: str) -> None:
    assert overlap(SOURCE, quote, evidence)


@pytest.mark.parametrize(
    ("quote", "evidence"),
    [
        ("The mill burned on Friday.", "Nobody was hurt"),
        ("The mill will reopen in May.", "The mill burned on Friday."),  # the same words at other places
        ("The barn burned", "The mill burned on Friday."),
        ("", "Nobody was hurt"),
        ("Nobody was hurt", ""),
        ("Nobody was hurt", "| Rows | 20 |"),
    ],
)
def test_apart(quote: str, evidence: str) -> None:
    assert not overlap(SOURCE, quote, evidence)


def test_every_occurrence_counts() -> None:
    assert len(places(TEXT, "the mill burned")) == 6
    assert places(TEXT, "the barn") == set()
