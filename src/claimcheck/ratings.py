"""What a rating rests on: "based on 54 reviews", "according to 54 critics", "from 54 reviews".

The words that lead to the number of reviews hang from the rating, from the verb or from nothing, as the sentence goes;
they say no more than the number does.
"""

from __future__ import annotations

from typing import Final

from claimcheck.case import Case
from claimcheck.finding import Finding, Relation

LEADING: Final = frozenset({"base", "base_on", "based", "accord", "according", "calculate", "average"})
COUNTED: Final = frozenset({"review", "critic", "rating", "vote", "reviewer"})
REACH: Final = 2  # tokens between the word and the number that it leads to


def account(case: Case) -> None:
    """Account for a word that leads to a number of reviews, where the evidence has one that does."""
    for k, node in enumerate(case.reading.nodes):
        if k in case.held or node.kind != "word" or node.lemma not in LEADING:
            continue
        if _counts(case, k) and _rests(case):
            case.findings[k] = []
            case.misplaced.discard(k)
            text = case.reading.text(node)
            case.add(k, Finding("word.figure-verb", Relation.ENTAILS, text, "", "", node.words))


def _counts(case: Case, k: int) -> bool:
    """Whether the figure right behind a word counts reviews that the evidence counts."""
    at = case.node(k).words[-1]
    for q, node in enumerate(case.reading.nodes):
        if node.kind != "quantity" or not at < node.words[0] <= at + 1 + REACH:
            continue
        nouns = {case.reading.sentence[t].lemma for t in case.account.things.get(q, ())}
        return q in case.places and bool(nouns & COUNTED) and (q in case.held or case.wrong(q))
    return False


def _rests(case: Case) -> bool:
    sentences = (case.passage.readings[r].sentence for r in case.passage.own)
    return any(t.lower in {"based", "according", "from", "reviews", "critics"} for s in sentences for t in s)
