"""Whether a statement that differs from the evidence is of another event of the same kind.

That the midfielder was injured does not deny that the goalkeeper was, nor do two sons deny a daughter.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from claimcheck import lexicon
from claimcheck.case import Case
from claimcheck.dimensions.quantity import Quantity
from claimcheck.things import things

UNDERGOING: Final = frozenset({"patient", "recipient", "subject"})
ANOTHER: Final = frozenset({"another", "further", "different", "additional"})
OTHERS: Final = ANOTHER | {"other", "more", "extra"}  # told beside those told of first
OPPOSED: Final = frozenset({"word.exclusive", "polarity.antonym"})


def told(case: Case, wrong: Sequence[int]) -> bool:
    """Whether somebody wrongly undergoes what others may undergo too, or the statement speaks of another one."""
    return any(_another_person(case, k) or _of_another_thing(case, k) for k in wrong) or _another_one(case)


def _of_another_thing(case: Case, q: int) -> bool:
    """ "Ticket prices rose by 20 percent" of what says how ticket sales rose: no word of it is met."""
    value, sentence = case.node(q).value, case.reading.sentence
    if not isinstance(value, Quantity) or value.role not in {"change", "start", "end"}:
        return False
    nodes = [case.reading.at.get(token) for token in things(case.reading, value)]
    subjects = [
        n for n in nodes if n is not None and sentence[case.node(n).head].dep in {"nsubj", "nsubjpass"}
    ]
    return any(
        case.node(n).kind == "word" and case.account.weight(n) and n not in case.held and n not in case.pairs
        for n in subjects
    )


def _another_one(case: Case) -> bool:
    """ "Another driver was killed in Bonn" says nothing of the one who was killed in Essen."""
    sentence = case.reading.sentence
    for token in sentence:
        if token.lower not in ANOTHER or token.dep not in {"det", "amod"}:
            continue
        place = case.met(case.reading.at[token.head]) if token.head in case.reading.at else None
        if place is None or sentence[token.head].dep not in {"nsubj", "nsubjpass", "dobj"}:
            continue
        theirs = case.passage.readings[place.reading].sentence
        if not any(theirs[c].lower in OTHERS for c in theirs.children[case.passage.node(place).head]):
            return True
    return False


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
