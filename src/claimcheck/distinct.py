"""What sets two things or events apart, so that other values of theirs are no contradiction.

"The inner wall collapsed" says nothing of the outer one, the annexe's rooms are not the hotel's, and what was so in
1936 need not be so now. A contradiction needs the same thing, the same time and the same part; these checks run only
where one is about to be decided.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from claimcheck.account import NONE_WORDS
from claimcheck.align import ROLE_GROUPS, Place
from claimcheck.case import Case
from claimcheck.dimensions.context import Tense
from claimcheck.dimensions.date import When
from claimcheck.dimensions.quantity import Quantity
from claimcheck.finding import Relation
from claimcheck.relate import Meet
from claimcheck.tokens import Sentence
from claimcheck.trend import trend

MODIFIERS = frozenset({"amod", "compound", "nmod", "npadvmod", "advmod", "nummod"})
SUBJECTS = frozenset({"nsubj", "nsubjpass", "poss", "csubj"})
OBJECTS = frozenset({"dobj", "pobj"})
DEFINITE = frozenset({"the", "this", "that", "these", "those", "its", "their", "his", "her"})
OWNED = frozenset({"poss", "prep_of"})
WHERE = frozenset({"prep_in", "prep_at", "prep_near"})
TIMES = ("date.", "time.")
OPPOSED = ("polarity.", "word.")
STATED = frozenset({"year", "month", "quarter", "decade", "century"})


def apart(case: Case, nodes: Sequence[int], wrong: Sequence[int], unsaid: Sequence[int]) -> bool:
    """Whether a clause with wrong values is about another thing, time or part than the evidence.

    nodes, wrong, unsaid: those of the clause, those of them that are wrong, those that are left over.
    """
    return (
        any(_other_of_its_kind(case, k) for k in nodes)
        or any(_owned_thing(case, k) or _other_place(case, k) for k in unsaid)
        or _other_time(case, nodes, wrong)
        or _other_group(case, wrong)
        or _other_doer(case, wrong, unsaid)
    )


# things


def _other_of_its_kind(case: Case, k: int) -> bool:
    """ "The outer wall", where the evidence speaks of the inner one: a modifier that tells which is meant."""
    pair, sentence = case.pairs.get(k), case.reading.sentence
    node = case.node(k)
    opposed = pair is not None and pair.related.meet is Meet.EXCLUSIVE and node.pos in {"a", "n", "r"}
    if not opposed and not _other_ordinal(case, k):
        return False
    at = node.head
    while sentence[at].dep in MODIFIERS and sentence[at].head != at:
        at = sentence[at].head
    return at != node.head and sentence[at].pos in {"NOUN", "PROPN"} and _argument(sentence, at)


def _other_ordinal(case: Case, k: int) -> bool:
    """Whether the evidence has another one of several, and not this one too."""
    value = case.node(k).value
    if not isinstance(value, Quantity) or value.dimension != "ordinal" or not case.wrong(k):
        return False
    others = (node.value for _, node in case.passage.values)
    return not any(
        isinstance(o, Quantity) and o.dimension == "ordinal" and o.values == value.values for o in others
    )


def _argument(sentence: Sentence, noun: int) -> bool:
    """Whether a noun phrase picks out a thing: a subject, or a definite object."""
    token = sentence[noun]
    while token.dep == "conj" and token.head != token.i:
        token = sentence[token.head]
    if token.dep in SUBJECTS:
        return True
    if token.dep == "pobj" and sentence[sentence[token.head].head].dep in {"attr", "appos"}:
        return False  # "commander of the southern garrison" says who somebody is
    definite = any(sentence[c].lower in DEFINITE for c in sentence.children[noun])
    return token.dep in OBJECTS and definite


def _owned_thing(case: Case, k: int) -> bool:
    """ "The hotel's annexe", where the evidence speaks of the hotel itself."""
    node = case.node(k)
    if node.kind != "word" or node.pos != "n" or not _argument(case.reading.sentence, node.head):
        return False
    for link in case.links:
        place = case.met(link.child) if link.head == k and link.role in OWNED else None
        if place is not None and any(role in ROLE_GROUPS for role, _ in case.passage.roles(place)):
            return True
    return False


def _other_place(case: Case, k: int) -> bool:
    """ "In the valley", where the evidence says of the same word in which town."""
    met = {case.met(n) for n in case.held}
    for link in case.links:
        place = case.met(link.head) if link.child == k and link.role in WHERE else None
        if place is None:
            continue
        for role, other in _fillers(case, place):
            if role in WHERE and other not in met and case.passage.node(other).kind in {"name", "word"}:
                return True
    return False


def _fillers(case: Case, place: Place) -> Iterator[tuple[str, Place]]:
    reading = case.passage.readings[place.reading]
    for role, token in reading.graph.fillers(case.passage.node(place).head):
        n = reading.at.get(token)
        if n is not None:
            yield role, Place(place.reading, n)


def _other_doer(case: Case, wrong: Sequence[int], unsaid: Sequence[int]) -> bool:
    """Whether somebody else does it in the evidence, and at another time, or the opposite: two deeds, both true."""
    if not any(_rules(case, wrong, (*TIMES, *OPPOSED))):
        return False
    met = {case.met(n) for n in case.held}
    for k in unsaid:
        for link in case.links:
            if link.child != k or ROLE_GROUPS.get(link.role) != "do" or case.node(k).kind == "pronoun":
                continue
            pair = case.pairs.get(link.head)
            for role, other in _fillers(case, pair.place) if pair is not None else ():
                if ROLE_GROUPS.get(role) == "do" and other not in met and case.passage.node(other).pos == "n":
                    return True
    return False


# times


def _other_time(case: Case, nodes: Sequence[int], wrong: Sequence[int]) -> bool:
    """Whether figures or opposites are of a time that only one of the two texts gives, and that is over."""
    if wrong and all(case.node(k).kind == "date" for k in wrong):
        return _denied(case)
    return any(
        isinstance(case.node(k).value, When) and k not in case.held and _long_past(case, k) for k in nodes
    )


def _long_past(case: Case, k: int) -> bool:
    """ "Had 40 rooms in 1936": a stated time in the past, of which the evidence, in the present, has none."""
    value = case.node(k).value
    assert isinstance(value, When)
    return bool(value.stated & STATED) and case.reading.contexts[value.governor].tense is Tense.PAST


def _denied(case: Case) -> bool:
    """Whether one text denies what the other affirms: "did not flood it in June", "flooded it in May"."""
    return any(f.rule == "polarity.negated" and f.relation is Relation.CONTRADICTS for f in case.general)


# groups


def _other_group(case: Case, wrong: Sequence[int]) -> bool:
    """ "62% improved" and "12% got worse": opposites that each count their own."""
    if not any(_both_count(case, k) for k in wrong):
        return False
    opposed = any(
        case.node(k).pos in {"v", "a"} and not trend(case.node(k).lemma) for k in _against(case, wrong)
    )
    return opposed or _denied(case)


def _both_count(case: Case, k: int) -> bool:
    """Whether both texts give a number or share of what there is some of."""
    mine, place = case.node(k).value, case.places.get(k)
    theirs = case.passage.node(place).value if place is not None else None
    values = [v for v in (mine, theirs) if isinstance(v, Quantity) and v.dimension in {"count", "share"}]
    return len(values) > 1 and not any(v.text.lower() in NONE_WORDS for v in values)


def _against(case: Case, wrong: Iterable[int]) -> Iterator[int]:
    for k in wrong:
        if any(_rules(case, (k,), OPPOSED)):
            yield k


def _rules(case: Case, wrong: Iterable[int], prefixes: tuple[str, ...]) -> Iterator[str]:
    for k in wrong:
        for found in case.findings.get(k, ()):
            if found.relation is Relation.CONTRADICTS and found.rule.startswith(prefixes):
                yield found.rule
