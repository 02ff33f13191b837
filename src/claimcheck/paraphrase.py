"""Whether a predicate in other words says the same: all but the predicate's own word is accounted for and entailed."""

from __future__ import annotations

from claimcheck.align import ROLE_GROUPS, Place
from claimcheck.case import Case
from claimcheck.dimensions.context import Tense
from claimcheck.finding import Finding, Relation
from claimcheck.tokens import Token
from claimcheck.trend import trend
from claimcheck.verdict import Clause, Label

PREDICATE_SHARE = 0.34  # share of the statement's weight that a predicate in other words may have
LEAST_HELD = 2.0  # weight that must be accounted for around such a predicate
LONE_SHARE = 0.2  # the same where the evidence has another verb in its place, or no figure is entailed
LONE_HELD = 4.0
# Verbs that say little more than that their subject has to do with the rest, and may have a larger share (among the
# "general verbs" of Halliday & Hasan, "Cohesion in English", 1976). None that moves, gives, takes or judges is one.
GENERAL = frozenset(
    "concern consist contain cover involve know lie occur represent rest serve sit stand work".split()
)
LONE_SHARED = 2  # participants that a verb must share with the evidence's verb in its place


def accepted(case: Case, clauses: list[Clause], open_: list[Finding], share: float, total: float) -> bool:
    """Whether all that is left over is a predicate in other words, and nothing in the passage is against it."""
    left = [k for k in range(len(case.reading.nodes)) if k not in case.held and case.account.weight(k)]
    if any(case.node(k).kind != "word" or case.wrong(k) for k in left):
        return False
    if any(f.rule != "word.wider" for f in open_) or any(_moves(case, k) for k in left):
        return False
    if any(case.node(k).pos != "v" or _token(case, k).dep in BESIDE for k in left):
        return False
    held = (1 - share) * total
    general = len(left) == 1 and stem(case.node(left[0]).lemma) in GENERAL
    lone = len(left) == 1 and share <= LONE_SHARE and held >= LONE_HELD
    lone = lone or (general and share <= PREDICATE_SHARE and held >= LEAST_HELD)
    return lone and _lone_verb(case, left[0], clauses)


# Where a verb is no predicate: "encrypted data", "without warning".
BESIDE = frozenset({"amod", "pcomp", "acl", "compound"})


def _token(case: Case, k: int) -> Token:
    return case.reading.sentence[case.node(k).head]


def note(case: Case) -> None:
    """Add the finding that lets each word left over pass: what the evidence has in its place."""
    for k, node in enumerate(case.reading.nodes):
        if k not in case.held and case.account.weight(k):
            place = case.reworded.get(k)
            there = case.evidence(place) if place is not None else ""
            here = case.reading.text(node)
            case.add(k, Finding("predicate.reworded", Relation.ENTAILS, here, there, "", node.words))


def _lone_verb(case: Case, k: int, clauses: list[Clause]) -> bool:
    """A verb in other words where all its participants, and much besides, are those of the evidence."""
    if case.node(k).pos != "v" or k in case.another or (k in case.pairs and k not in case.misplaced):
        return False
    shared = sum(1 for n in set(case.near[k]) if n in case.held and case.account.weight(n))
    alone = all(h != case.account.clause[k] or n == k for n, h in enumerate(case.account.clause))
    mostly = all(c.label is Label.SUPPORTED or _mostly_held(case, c) for c in clauses)
    enough = shared >= (1 if k in case.misplaced else LONE_SHARED)
    return enough and (alone or mostly) and _near_in_meaning(case, k) and not _another_event(case, k)


def _near_in_meaning(case: Case, k: int) -> bool:
    """Whether the statement's verb is a general one, or shares the evidence's stem; else they may be two events."""
    place, mine = case.reworded.get(k), stem(case.node(k).lemma)
    if place is not None and _over(case, k, place):
        return False
    other = case.passage.node(place).lemma if place is not None else ""
    return mine in GENERAL or not other or mine == stem(other)


def _over(case: Case, k: int, place: Place) -> bool:
    """Whether the statement tells what is, and the evidence what was done: who founded it may be gone."""
    theirs = case.passage.readings[place.reading].contexts[case.passage.node(place).head]
    doer = any(
        role == "agent"
        for role, _ in case.passage.readings[place.reading].graph.fillers(case.passage.node(place).head)
    )
    return (
        doer
        and theirs.tense is Tense.PAST
        and case.reading.contexts[case.node(k).head].tense is Tense.PRESENT
    )


def stem(lemma: str) -> str:
    """A verb without its particle."""
    return lemma.split("_")[0]


def _another_event(case: Case, k: int) -> bool:
    """Whether the predicate in the verb's place has a participant of its own that the statement does not speak of.

    "Cut 320 jobs at its plant" is no other word for "closed its plant".
    """
    place = case.reworded.get(k)
    if place is None:
        return False
    reading = case.passage.readings[place.reading]
    beside = {case.met(n) for n in case.near[k]}
    known: dict[str, bool] = {}
    for role, token in reading.graph.fillers(case.passage.node(place).head):
        n, group = reading.at.get(token), ROLE_GROUPS.get(role)
        if group and n is not None and reading.nodes[n].kind in {"word", "name"}:
            known[group] = known.get(group, False) or Place(place.reading, n) in beside
    return not all(known.values())


def _moves(case: Case, k: int) -> bool:
    """Whether a word compares or says which way a figure went: no evidence leaves that to be understood."""
    node = case.node(k)
    tag = case.reading.sentence[node.head].tag
    return tag in {"JJR", "RBR", "JJS", "RBS"} or trend(node.lemma.split("_")[0]) != 0


def _mostly_held(case: Case, clause: Clause) -> bool:
    """Whether a clause keeps at least half of its weight."""
    left = sum(
        case.account.weight(k)
        for k in range(len(case.reading.nodes))
        if k not in case.held and case.reading.text(case.node(k)) in clause.left
    )
    return left <= clause.weight / 2
