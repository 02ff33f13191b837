"""Statements that say nothing of their own: "I am for these people, in this place" is no news of any mayor."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from claimcheck.case import Case
from claimcheck.finding import Finding, Relation

GENERAL: Final = frozenset(
    "area being body case group human individual item matter object one people person place thing way".split()
)


def compare(case: Case) -> Iterator[Finding]:
    """A finding where all that is met are the most general of words, which most evidence would meet."""
    weighty = [k for k in range(len(case.reading.nodes)) if case.account.weight(k)]
    if weighty and all(case.node(k).lemma in GENERAL for k in weighty):
        words = ", ".join(case.reading.text(case.node(k)) for k in weighty)
        yield Finding("frame.unsaid", Relation.UNDETERMINED, words, "", "the most general of words")
