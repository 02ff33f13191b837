"""Which of two events came first, where the evidence tells them in two sentences or clauses.

"After he had been governor he taught law" is told by "… governor from 1962 to 1970. After that he taught law", and not
by the two events alone. (Orders that both texts put in one sentence: `order`.)
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from claimcheck import order
from claimcheck.align import Place
from claimcheck.case import Case
from claimcheck.dimensions.date import Period, When
from claimcheck.dimensions.date.value import Bound
from claimcheck.finding import Finding, Relation
from claimcheck.reading import Reading
from claimcheck.tokens import Sentence

LATER: Final = frozenset("later afterwards afterward then subsequently thereafter".split())
SOONER: Final = frozenset("earlier previously beforehand formerly".split())
BACK: Final = frozenset("that this it then".split())
AS_SOON: Final = frozenset("when once as".split())


def compare(case: Case) -> Iterator[Finding]:
    """A finding for two events of the statement whose order the evidence does not tell, or tells otherwise."""
    every = (*case.general, *(f for rows in case.findings.values() for f in rows))
    if any(f.rule.startswith("offset.") and f.relation is Relation.ENTAILS for f in every):
        return
    for told in order.orders(case.reading):
        verbs = (case.reading.sentence[told.main], case.reading.sentence[told.other])
        places = [_place(case, token.i) for token in verbs]
        if any(token.pos not in {"VERB", "AUX"} for token in verbs) or None in places:
            continue
        one, two = ((p.reading, _verb(case, p)) for p in places if p is not None)
        if one == two:
            continue
        real = _order(case, one, two)
        if real != told.direction:
            relation = Relation.CONTRADICTS if real else Relation.UNDETERMINED
            yield Finding("offset.direction", relation, told.word, "", "which came first", (told.main,))


def _place(case: Case, verb: int) -> Place | None:
    """Where the evidence tells of an event of the statement: by its verb, else by what a copula brings."""
    tokens = [verb, *(c for r, c in case.reading.graph.fillers(verb) if r in {"attr", "acomp", "oprd"})]
    nodes = [n for t in tokens if (n := case.reading.at.get(t)) is not None]
    places = (case.met(n) or case.reworded.get(n) for n in nodes if n in case.held)
    return next((p for p in places if p is not None), None)


def _verb(case: Case, place: Place) -> int:
    """The verb of the clause that a place stands in."""
    sentence = case.passage.readings[place.reading].sentence
    head = case.passage.node(place).head
    path = (head, *sentence.path_up(head))
    return next((i for i in path if sentence[i].pos in {"VERB", "AUX"}), sentence.root)


def _order(case: Case, one: tuple[int, int], two: tuple[int, int]) -> int:
    """1 where the first event came after the second, -1 where it came before, 0 where that is not told."""
    dates = [_period(case.passage.readings[at], verb) for at, verb in (one, two)]
    if dates[0] is not None and dates[1] is not None and dates[0].days and dates[1].days:
        mine, theirs = dates[0].days, dates[1].days
        if mine.disjoint(theirs):
            return order.AFTER if mine.lo > theirs.lo else order.BEFORE
    if one[0] == two[0]:
        found = _within(case.passage.readings[one[0]], one[1], two[1])
    else:
        late = max(one, two)
        cue = _cue(case.passage.readings[late[0]], late[1]) if abs(one[0] - two[0]) == 1 else 0
        found = cue if late == one else -cue
    before = [_had(case.passage.readings[at].sentence, verb) for at, verb in (one, two)]
    return found or (before[1] - before[0]) * order.AFTER


def _had(sentence: Sentence, verb: int) -> bool:
    """ "Had written": before the rest."""
    return any(sentence[c].lower == "had" and sentence[c].dep == "aux" for c in sentence.children[verb])


def _within(reading: Reading, one: int, two: int) -> int:
    """The order of two clauses of one sentence."""
    for told in order.orders(reading):
        if {told.main, told.other} == {one, two}:
            return told.direction if told.main == one else -told.direction
    sentence = reading.sentence
    for low, high, sign in ((one, two, -1), (two, one, 1)):
        marks = {sentence[c].lower for c in sentence.children[low] if sentence[c].dep in {"mark", "advmod"}}
        if sentence[low].dep == "advcl" and sentence[low].head == high and marks & AS_SOON:
            return sign * order.AFTER
    late = max(one, two)
    cue = _cue(reading, late) if sentence[late].dep == "conj" else 0
    return cue if late == one else -cue


def _cue(reading: Reading, verb: int) -> int:
    """What a clause says of its time by itself: "two years later", "before that", "then"."""
    sentence = reading.sentence
    for node in reading.nodes:
        when = node.value
        if isinstance(when, When) and when.offset is not None and when.governor == verb:
            return when.offset.direction
    for c in sentence.children[verb]:
        token = sentence[c]
        if token.lower in LATER | SOONER and token.dep in {"advmod", "npadvmod"}:
            return order.AFTER if token.lower in LATER else order.BEFORE
        if token.lower in {"after", "before"} and _back(sentence, c):
            return order.AFTER if token.lower == "after" else order.BEFORE
    return 0


def _back(sentence: Sentence, preposition: int) -> bool:
    """ "After that": what was told just before."""
    return any(sentence[c].lower in BACK for c in sentence.children[preposition])


def _period(reading: Reading, verb: int) -> Period | None:
    """The one date that hangs from a verb."""
    found = [
        node.value
        for node in reading.nodes
        if isinstance(node.value, When) and node.value.governor == verb and node.value.bound is Bound.ON
    ]
    return found[0].period if len(found) == 1 and found[0].end is None else None
