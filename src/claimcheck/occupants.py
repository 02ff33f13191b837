"""Whose part it is: names that stand, in the evidence, where the statement puts another."""

from __future__ import annotations

from collections.abc import Sequence

from claimcheck import lexicon
from claimcheck.align import ROLE_GROUPS
from claimcheck.case import Case
from claimcheck.dimensions import name
from claimcheck.dimensions.name import Name
from claimcheck.finding import Finding, Relation
from claimcheck.links import Link
from claimcheck.reading import Reading
from claimcheck.relate import Meet

# Roles whose filler excludes another in the same event or state.
ONE_FILLER = frozenset(
    "agent subject attr poss prep_in prep_at prep_on prep_by prep_near prep_from prep_outside prep_inside prep_off "
    "prep_under prep_above".split()
)
# Verbs that give one person a post: who undergoes them excludes another as who does them would.
APPOINTING = frozenset("elect appoint name choose crown nominate elevate promote swear_in inaugurate".split())


def occupied(case: Case, link: Link) -> bool:
    """Whether, in the evidence, somebody else has the part that the statement gives a name; if so it contradicts."""
    head, child = case.met(link.head), case.met(link.child)
    mine = case.node(link.child).value
    roles_ = _slot(case, link)
    if head is None or child is None or head.reading != child.reading or not isinstance(mine, Name):
        return False
    by_idiom = case.pairs[link.head].related.by == "word.idiom" and link.role in {"agent", "subject"}
    if by_idiom and any(i.undergone for i in case.node(link.head).idioms):
        return False  # what "came out" is what somebody released
    if not roles_ or case.pairs[link.head].related.meet is Meet.CONVERSE or not case.own(head):
        return False
    evidence, at = case.passage.readings[head.reading], case.passage.node(head).head
    fillers = evidence.graph.fillers(at)
    token = case.passage.node(child).head
    if any(c == token and ROLE_GROUPS.get(r) not in {"undergo", "receive"} for r, c in fillers):
        return False
    theirs = [c for r, c in fillers if r in roles_]
    known = [n for c in theirs for n in called(evidence, c)]
    where = link.role.startswith("prep_")
    if not known or token in theirs or any(_answers(case, other, mine, locative=where) for other in known):
        return False
    another(case, link.child, known[0])
    return True


def passed_over(case: Case, link: Link, places: frozenset[str]) -> bool:
    """ "Chose Orbitall" against "chose Helix over Orbitall"."""
    head, child = case.met(link.head), case.met(link.child)
    if head is None or child is None or head.reading != child.reading or not case.own(head):
        return False
    evidence = case.passage.readings[head.reading]
    fillers = evidence.graph.fillers(case.passage.node(head).head)
    chosen = [n for r, c in fillers if r == "patient" for n in called(evidence, c)]
    if not chosen or not any(c == case.passage.node(child).head and r in places for r, c in fillers):
        return False
    another(case, link.child, chosen[0], "role.swapped", "the other was preferred")
    return True


def _slot(case: Case, link: Link) -> frozenset[str]:
    """The roles in the evidence whose filler excludes the one the statement gives; none where several may fill it."""
    verb, role = case.node(link.head), link.role
    if verb.pos != "v":
        by = role == "prep_by" and verb.kind == "word"  # "lyrics by Orr": what one has made
        return frozenset({"prep_by"}) if by else frozenset()
    if ROLE_GROUPS.get(role) == "do":
        return frozenset({"agent", "subject"})
    if role in ONE_FILLER and role.startswith("prep_"):
        return frozenset({role})
    return frozenset({"patient"}) if role == "patient" and verb.lemma in APPOINTING else frozenset()


def another(case: Case, k: int, other: Name, rule: str = "name.different", note: str = "") -> None:
    """The statement's name in a slot that the evidence gives to another."""
    node = case.node(k)
    case.held.discard(k)
    found = Finding(rule, Relation.CONTRADICTS, case.reading.text(node), other.full, note, node.words)
    case.add(k, found)


def called(reading: Reading, token: int) -> Sequence[Name]:
    """The names of a mention: its own, in full where it is a surname alone, or what it stands for."""
    value = reading.nodes[reading.at[token]].value if token in reading.at else None
    stands = reading.stands.get(token)
    if isinstance(value, Name):
        return (stands.in_full(value) if stands else ()) or [value]
    return list(stands.names) if stands else []


CHAIN = 3  # places one within another: "Springfield, Illinois, United States"


def lying_in(reading: Reading, token: int) -> list[Name]:
    """The known places that a place is said to lie in: "Galway, Ireland", "the Maghreb region of North Africa"."""
    found: list[Name] = []
    ring = [token, *(h for r, h in reading.graph.roles(token) if r == "mod")]
    for _ in range(CHAIN):
        ring = [c for i in ring for r, c in reading.graph.fillers(i) if r in {"appos", "prep_in", "prep_of"}]
        names = [value for c in ring for value in called(reading, c)]
        found += [n for n in names if lexicon.place(n.text) is not None and n not in found]
    return found


def _answers(case: Case, other: Name, mine: Name, *, locative: bool) -> bool:
    """Whether a name does not surely exclude another."""
    found = name.relate(
        other, mine, one_filler=True, aliases=case.lore.aliases, places=case.lore.places, locative=locative
    )
    return found.relation is not Relation.CONTRADICTS or found.rule != "name.different"


# What is so hung from a participant is part of it, or is it: "25 people, including ten officers".
AMONG = frozenset({"appos", "prep_include"})


def among(reading: Reading, token: int, participants: Sequence[int]) -> bool:
    """Whether a word is named as part of one of the nodes that take part: what was done to them was done to it."""
    if token < 0 or (token + 1 < len(reading.sentence) and reading.sentence[token + 1].tag == "POS"):
        return False
    heads = {reading.nodes[n].head for n in participants}
    return any(role in AMONG and head in heads for role, head in reading.graph.roles(token))
