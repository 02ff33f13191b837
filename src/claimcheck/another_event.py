"""Whether a statement that differs from the evidence is of another event of the same kind.

That the midfielder was injured does not deny that the goalkeeper was, nor do two sons deny a daughter.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from claimcheck import lexicon
from claimcheck.case import Case

UNDERGOING: Final = frozenset({"patient", "recipient", "subject"})
OPPOSED: Final = frozenset({"word.exclusive", "polarity.antonym"})


def told(case: Case, wrong: Sequence[int]) -> bool:
    """Whether somebody wrongly undergoes what others may undergo too."""
    return any(_another_person(case, k) for k in wrong)


def _another_person(case: Case, k: int) -> bool:
    pair, node = case.pairs.get(k), case.node(k)
    if pair is None or pair.related.by not in OPPOSED or node.kind != "word":
        return False
    theirs = case.passage.node(pair.place).lemma
    if not lexicon.is_person_noun(node.lemma) or any(other.lemma == theirs for other in case.reading.nodes):
        return False  # where the statement has both, the two have changed places
    for link in case.links:
        if link.child == k and case.node(link.head).pos in {"v", "a"}:
            beside = link.role.startswith("prep_") and link.role != "prep_by"
            return case.wrong(k) and (beside or link.role in UNDERGOING)
    return False
