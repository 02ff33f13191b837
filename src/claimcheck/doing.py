"""Who does it: "studied under Marsh" is no study of Marsh's, and who produced a film does not star in it."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from claimcheck import lexicon
from claimcheck.account import SUING
from claimcheck.align import ROLE_GROUPS, Place
from claimcheck.case import Case
from claimcheck.dimensions.name import Name
from claimcheck.finding import Finding, Relation
from claimcheck.links import Link
from claimcheck.occupants import called
from claimcheck.reading import Reading

SAME: Final = frozenset({"word.same", "word.synonym"})
# Who stands behind these takes part: "trained with", "played against".
TOGETHER: Final = frozenset(
    f"prep_{word}"
    for word in "by with and alongside beside against including like between among of as".split()
)


def compare(case: Case) -> Iterator[Finding]:
    """A finding for every name that does in the statement what the evidence says of another, this one being only named
    beside it or doing something else."""
    yield from _twice_met(case)
    yield from _of_somebody_else(case)
    for link in case.links:
        verb, doer = case.met(link.head), case.met(link.child)
        if verb is None or doer is None or verb.reading != doer.reading:
            continue
        if _by_nobody(case, link, verb, doer):
            here, there = case.reading.text(case.node(link.child)), case.evidence(verb)
            words = case.node(link.child).words
            yield Finding(
                "role.of-another", Relation.UNDETERMINED, here, there, "done by nobody named", words
            )
        if not _tells(case, link):
            continue
        evidence = case.passage.readings[verb.reading]
        at, token = case.passage.node(verb).head, case.passage.node(doer).head
        others = [c for role, c in evidence.graph.fillers(at) if _alike(role, link.role, evidence, c)]
        if not others or _called_so(case, link.child, evidence, others):
            continue
        above = {token, *evidence.sentence.path_up(token)}
        if link.role != "agent":
            above = {token, *(head for _, head in evidence.graph.roles(token))}
        of_one = not above.isdisjoint(others)  # "the team of Marsh", "a house in Leeds"
        if not of_one and (_elsewhere if link.role == "agent" else _beside)(evidence, token, at):
            here, there = (
                case.reading.text(case.node(link.child)),
                case.evidence(_place(evidence, verb, others[0])),
            )
            yield Finding(
                "role.of-another", Relation.UNDETERMINED, here, there, "", case.node(link.child).words
            )


def _twice_met(case: Case) -> Iterator[Finding]:
    """ "Won an award" is not told by "received mixed reviews": one word cannot be both the deed and what was got."""
    for link in case.links:
        deed, thing = case.pairs.get(link.head), case.pairs.get(link.child)
        if link.role != "patient" or deed is None or thing is None or deed.place != thing.place:
            continue
        if thing.related.by == "word.converse" and {link.head, link.child} <= case.held:
            here, there = case.reading.text(case.node(link.child)), case.evidence(thing.place)
            yield Finding(
                "role.of-another", Relation.UNDETERMINED, here, there, "", case.node(link.child).words
            )


KNOWING: Final = frozenset("know believe think expect consider regard see say estimate".split())


def _by_nobody(case: Case, link: Link, verb: Place, doer: Place) -> bool:
    """ "Was stolen in May and returned to the bishop": who stole it is not said, and the bishop has another part."""
    found, mine = case.pairs[link.head], case.node(link.head)
    if link.role != "agent" or mine.pos != "v" or found.related.by not in SAME or link.child not in case.held:
        return False
    if mine.head in case.account.cues | case.account.reporting or mine.lemma in KNOWING:
        return False
    evidence = case.passage.readings[verb.reading]
    at, token = case.passage.node(verb).head, case.passage.node(doer).head
    parts = [role for role, _ in evidence.graph.fillers(at)]
    done = evidence.sentence[at].tag == "VBN" and "patient" in parts
    if not done or link.head not in case.held or any(ROLE_GROUPS.get(role) == "do" for role in parts):
        return False
    lemma = case.node(link.child).lemma
    if case.node(link.child).kind != "name" and not (
        lexicon.is_person_noun(lemma) or lexicon.is_group_noun(lemma)
    ):
        return False
    roles = evidence.graph.roles(token)
    if any(head in evidence.sentence.path_up(at) for _, head in roles):
        return False  # who says that it was done may have done it
    return bool(roles) and all(_another_part(evidence, role, head, at) for role, head in roles)


def _another_part(evidence: Reading, role: str, head: int, verb: int) -> bool:
    """Whether a part is none by which one may do what the verb tells, whoever is said to: "by", "in a raid by"."""
    if head == verb or evidence.sentence[head].pos != "VERB":
        return role in {"prep_to", "prep_from", "prep_for", "recipient"}
    return role in ROLE_GROUPS or role in {"prep_to", "prep_from", "prep_for", "prep_against", "prep_into"}


def _of_somebody_else(case: Case) -> Iterator[Finding]:
    """ "Was charged" of the cyclist, where the driver was: a verb that need not be met has its parts all the same."""
    for k in sorted(case.another & case.misplaced - case.held):
        place = case.met(k)
        if place is not None and not case.account.weight(k) and case.node(k).lemma in SUING:
            node = case.node(k)
            here, there = case.reading.text(node), case.evidence(place)
            yield Finding("role.of-another", Relation.UNDETERMINED, here, there, "", node.words)


def _alike(one: str, other: str, evidence: Reading, filler: int) -> bool:
    if {one, other} <= WHERE:
        return one == other or bool(called(evidence, filler))
    return one == other if other.startswith("prep_") else ROLE_GROUPS.get(one) == "do"


WHERE: Final = frozenset({"prep_in", "prep_at", "prep_on"})


def _tells(case: Case, link: Link) -> bool:
    """Whether a name of the statement does something by a verb that the evidence has too, in the same voice, or stands
    behind a preposition of such a verb."""
    node, found = case.node(link.head), case.pairs.get(link.head)
    active = node.pos == "v" and case.reading.sentence[node.head].dep != "auxpass"
    return (
        active
        and (link.role == "agent" or link.role.startswith("prep_"))
        and case.node(link.child).kind == "name"
        and found is not None
        and found.related.by in SAME
        and case.passage.node(found.place).pos == "v"
        and {link.head, link.child} <= case.held
    )


def _called_so(case: Case, k: int, evidence: Reading, others: list[int]) -> bool:
    """Whether one of the evidence's mentions goes by the name."""
    mine = case.node(k).value
    names = [name for token in others for name in called(evidence, token)]
    return isinstance(mine, Name) and any(case.lore.one(name, mine) for name in names)


def _elsewhere(evidence: Reading, token: int, verb: int) -> bool:
    """Whether a name stands behind a preposition of the verb, or does something else."""
    roles = evidence.graph.roles(token)
    with_verb = [role for role, head in roles if head == verb]
    if with_verb:
        return all(role.startswith("prep_") and role not in TOGETHER for role in with_verb)
    return any(
        ROLE_GROUPS.get(role) == "do" and evidence.sentence[head].pos == "VERB" for role, head in roles
    )


def _beside(evidence: Reading, token: int, verb: int) -> bool:
    """Whether a name belongs to another phrase of the verb: "for Leeds on loan from York"; or to another verb alone."""
    roles = evidence.graph.roles(token)
    if not roles or not all(r.startswith("prep_") and h != verb for r, h in roles):
        return False
    through = {h for _, head in roles for r, h in evidence.graph.roles(head) if r.startswith("prep_")}
    return verb in through or all(r in WHERE and evidence.sentence[h].pos == "VERB" for r, h in roles)


def _place(evidence: Reading, verb: Place, token: int) -> Place:
    return Place(verb.reading, evidence.at[token]) if token in evidence.at else verb
