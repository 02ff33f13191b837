"""What somebody did once is no calling: who danced at a wedding is no dancer, who wrote a letter no writer.

"Is a dancer" is told by what is done as a rule ("dances", "has danced for years"), for or with an organisation, or by a
work that only those of the calling make: one novel makes a novelist, one match no footballer.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from claimcheck import lexicon
from claimcheck.align import Place
from claimcheck.case import Case
from claimcheck.dimensions.name import Name
from claimcheck.finding import Finding, Relation
from claimcheck.reading import Reading

# What is made or run by those whose calling it is.
WORKS: Final = frozenset(
    "album anthem ballet bestseller biography book building church comedy concerto documentary drama episode film "
    "house library memoir movie mural museum music musical novel novella opera painting play poem poetry portrait "
    "record screenplay score sculpture series show single soundtrack statue story symphony theater theatre trilogy "
    "video".split()
)
BESIDE: Final = frozenset({"prep_for", "prep_with", "prep_under"})
AS_A_RULE: Final = frozenset({"VBZ", "VBP", "VBN", "VBG"})


def compare(case: Case) -> Iterator[Finding]:
    """A finding for a calling that the statement gives somebody for what the evidence says was done."""
    for k in sorted(case.held):
        token = case.reading.sentence[case.node(k).head]
        if token.dep != "attr" or not _one_of_many(case.reading, token.i):
            continue
        place = case.reworded.get(k) or case.met(k)
        if place is None or not _for_a_deed(case, k, place):
            continue
        reading, at = case.passage.readings[place.reading], case.passage.node(place).head
        if not _as_a_calling(reading, at):
            here, there = token.text, reading.sentence[at].text
            yield Finding("word.occasion", Relation.UNDETERMINED, here, there, "done once", (token.i,))


def _one_of_many(reading: Reading, noun: int) -> bool:
    """ "A dancer", but not "the writer of the letter"."""
    below = [reading.sentence[c] for c in reading.sentence.children[noun]]
    of_it = any(t.dep in {"poss", "prep"} for t in below)
    return any(t.lower in {"a", "an"} for t in below) and not of_it


def _for_a_deed(case: Case, k: int, place: Place) -> bool:
    """Whether the noun was met by a verb in the past."""
    sentence = case.passage.readings[place.reading].sentence
    told = {f.rule for f in case.findings.get(k, ())} & {"word.agent", "predicate.retold"}
    return bool(told) and sentence[case.passage.node(place).head].pos == "VERB"


def _as_a_calling(reading: Reading, verb: int) -> bool:
    """Whether what was done was done as a rule, for somebody, for a time, or made a work."""
    sentence = reading.sentence
    if sentence[verb].tag in AS_A_RULE:
        return True
    for role, c in reading.graph.fillers(verb):
        node = reading.nodes[reading.at[c]] if c in reading.at else None
        if role == "patient" and (sentence[c].lemma in WORKS or lexicon.is_group_noun(sentence[c].lemma)):
            return True
        named = node is not None and isinstance(node.value, Name)
        if named and (role == "patient" or role in BESIDE):
            return True
    timed = (node for node in reading.nodes if node.kind in {"date", "quantity"})
    return any(_lasting(reading, node.head) for node in timed)


def _lasting(reading: Reading, token: int) -> bool:
    """ "For ten years", "from 1990 to 2004"."""
    above = (token, *reading.sentence.path_up(token))
    return any(reading.sentence[i].lower in {"for", "from", "since", "until"} for i in above)
