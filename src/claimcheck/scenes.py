"""Where a thing happened, and what is excepted: a place, or whatever stands behind a preposition, has its own verb."""

from __future__ import annotations

from dataclasses import replace

from claimcheck.case import HELD, Case
from claimcheck.finding import Finding, Relation
from claimcheck.reading import Node, Reading
from claimcheck.relate import Meet, lexical
from claimcheck.trend import trend


def settings(case: Case) -> None:
    """Where and with whom: "rose in Lund, fell in Ystad" does not say that anything fell in Lund."""
    for link in case.links:
        verb, named = case.met(link.head), case.met(link.child)
        if (
            not link.role.startswith("prep_")
            or case.node(link.head).pos != "v"
            or verb is None
            or named is None
        ):
            continue
        if link.child not in case.held or verb.reading != named.reading:
            continue
        reading, at = case.passage.readings[verb.reading], case.passage.node(verb).head
        token = case.passage.node(named).head
        mine = {h for role, h in reading.graph.roles(token) if role == link.role}
        beside = [
            c for role, c in reading.graph.fillers(at) if role == link.role and c in reading.at and c != token
        ]
        other = next((v for h in sorted(mine) if (v := _verb_above(reading, h)) not in {None, at}), None)
        if at in mine or other is None or not any(_alike(reading, c, token) for c in beside):
            continue
        case.held.discard(link.child)
        case.misplaced.add(link.child)
        node = reading.nodes[reading.at[other]] if other in reading.at else None
        if node is not None and opposite(reading, case.passage.node(verb), node) and case.own(verb):
            _other_way(case, link.head, link.child, reading.text(node))


OPPOSITE = frozenset(
    frozenset(pair.split())
    for pair in (
        "in outside",
        "inside outside",
        "within outside",
        "of outside",
        "from outside",
        "with without",
        "for against",
        "above below",
        "over under",
        "to from",
    )
)
EXCEPTION = "the exception"
EXCEPT = frozenset({"except", "excluding", "barring", "save"})


def exceptions(case: Case) -> None:
    """What stands behind "except" is said the other way about; what is outside is not what is in."""
    for link in case.links:
        named = case.met(link.child)
        if named is None or link.child not in case.held or not link.role.startswith("prep_"):
            continue
        reading, token = case.passage.readings[named.reading], case.passage.node(named).head
        theirs = {role for role, _ in reading.graph.roles(token)}
        sides = {frozenset({link.role[5:], role[5:]}) for role in theirs}
        if sides & {SIDES} and _once_denied(case, link.head):
            case.turned.add(link.head)  # "voted against it" and "did not vote for it"
        elif sides & OPPOSITE:
            case.held.discard(link.child)
            case.misplaced.add(link.child)
        elif any(role[5:] in EXCEPT for role in theirs) and link.role[5:] not in EXCEPT:
            _excepted(case, link.head)


SIDES = frozenset({"for", "against"})


def _once_denied(case: Case, predicate: int) -> bool:
    """Whether the statement denies of a vote what the evidence affirms of the other side."""
    place = case.met(predicate)
    if place is None or case.node(predicate).lemma != "vote":
        return False
    theirs = case.passage.readings[place.reading].contexts[case.passage.node(place).head]
    return case.reading.contexts[case.node(predicate).head].polarity < 0 < theirs.polarity


def _excepted(case: Case, predicate: int) -> None:
    pair = case.pairs.get(predicate)
    if pair is None:
        return
    node = case.node(predicate)
    finding = Finding(
        "polarity.negated",
        Relation.CONTRADICTS,
        case.reading.text(node),
        case.evidence(pair.place),
        EXCEPTION,
        node.words,
    )
    if pair.related.meet is Meet.EXCLUSIVE:
        case.findings[predicate] = []
        case.add(predicate, replace(finding, rule="polarity.same", relation=Relation.ENTAILS))
    elif pair.related.meet in HELD:
        case.held.discard(predicate)
        case.findings[predicate] = [finding]


def _verb_above(reading: Reading, token: int) -> int | None:
    """The verb a word belongs to, itself included: through the figure in "rose 7% in Italy"."""
    while token >= 0 and reading.sentence[token].pos != "VERB":
        token = reading.graph.governor[token]
    return token if token >= 0 else None


def _alike(reading: Reading, one: int, other: int) -> bool:
    a, b = reading.nodes[reading.at[one]], reading.nodes[reading.at[other]]
    return a.kind == b.kind and a.pos == b.pos


def _other_way(case: Case, verb: int, named: int, said: str) -> None:
    """The evidence says the opposite of what the statement says there."""
    node = case.node(verb)
    case.held.discard(verb)
    case.held.add(named)
    case.findings[verb] = []
    text = case.reading.text(node)
    case.add(verb, Finding("polarity.antonym", Relation.CONTRADICTS, text, said, "there", node.words))


def opposite(reading: Reading, one: Node, other: Node) -> bool:
    """Whether two predicates of one sentence say opposite things ("rose" and "fell", "did" and "did not")."""
    if trend(one.lemma) * trend(other.lemma) < 0:
        return True
    same = one.lemma == other.lemma
    turned = reading.contexts[one.head].polarity != reading.contexts[other.head].polarity
    return (same and turned) or (
        not turned and lexical(other.lemma, other.pos, one.lemma, one.pos).meet is Meet.EXCLUSIVE
    )
