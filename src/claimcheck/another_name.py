"""Another name in a place: whether that contradicts, by the role both play and what else the evidence names there."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from claimcheck import lexicon
from claimcheck.align import Pair, Passage, Place
from claimcheck.case import HELD, Case
from claimcheck.dimensions import name
from claimcheck.dimensions.context import Tense
from claimcheck.dimensions.name import Kind, Name
from claimcheck.finding import Finding, Relation
from claimcheck.occupants import APPOINTING, ONE_FILLER, called, lying_in

LATER = frozenset({"later", "newer", "above", "up", "higher", "onward", "onwards"})


def _and_later(case: Case, mine: Name, place: Place) -> bool:
    """Whether "Debian 12 and later" stands where the statement has "Debian 13"."""
    theirs, words = case.evidence(place).rsplit(" ", 1), case.passage.node(place).words
    ours = mine.text.rsplit(" ", 1)
    behind = [t.lower for t in case.passage.readings[place.reading].sentence.tokens[words[-1] + 1 :][:2]]
    if len(behind) < 2 or behind[0] not in {"and", "or"} or behind[1] not in LATER:
        return False
    alike = len(ours) == len(theirs) == 2 and ours[0] == theirs[0]
    return alike and ours[1].isdigit() and theirs[1].isdigit() and int(ours[1]) > int(theirs[1])


def other_name(case: Case, k: int, pair: Pair) -> Finding:
    """A name of the statement whose place in the evidence another name holds."""
    mine, theirs = case.node(k).value, case.passage.node(pair.place).value
    assert isinstance(mine, Name)
    assert isinstance(theirs, Name)
    role = shared_role(case, k, pair.place)
    one_filler = (role in ONE_FILLER and not _one_of_many(case, k)) or (
        role == "patient" and _single(case, k)
    )
    one_filler = one_filler and not _of_a_tally(case, k, role) and not _so_in_many(case, k, role)
    one_filler = one_filler and not _done_by_many(case, k, role)
    taken = any(p.place == pair.place for n, p in case.pairs.items() if n != k)
    where = role or next((r for r, _ in case.reading.graph.roles(case.node(k).head)), "")
    every = called(case.passage.readings[pair.place.reading], case.passage.node(pair.place).head)
    rows = [
        name.relate(
            other,
            mine,
            one_filler=one_filler and not taken,
            aliases=case.lore.aliases,
            places=case.lore.places,
            locative=where.startswith("prep"),
        )
        for other in dict.fromkeys(every)
    ]
    around = _around(case, mine, pair.place) if role.startswith("prep") else []
    within = next((f for f in around if f.relation is Relation.ENTAILS), None)
    if within is not None:
        return within
    found = next((f for f in rows + around if f.relation is Relation.CONTRADICTS), rows[0])
    siblings = _within_a_sibling(case, mine, pair.place, role) or _one_of_a_row(case, pair.place)
    if found.relation is Relation.CONTRADICTS and siblings:
        found = replace(found, relation=Relation.UNDETERMINED)
    return (
        found
        if found.relation is not Relation.CONTRADICTS or (role and not _and_later(case, mine, pair.place))
        else replace(found, relation=Relation.UNDETERMINED)
    )


# What several do in one place or match.
DONE_BY_MANY = frozenset("score attend speak vote testify appear participate compete qualify".split())


def _done_by_many(case: Case, k: int, role: str) -> bool:
    """ "Lind scored in the final" leaves open who else did; "the only goal" is somebody's alone."""
    verbs = [link.head for link in case.links if link.child == k and link.role == role]
    return role == "agent" and any(
        case.node(v).lemma in DONE_BY_MANY
        and not any(link.head == v and link.role == "patient" for link in case.links)
        for v in verbs
    )


def _one_of_a_row(case: Case, place: Place) -> bool:
    """ "12 stores in Ohio and seven in Indiana" gives no figure for Utah: another of the row excludes none."""
    reading = case.passage.readings[place.reading]
    head = case.passage.node(place).head
    named = {node.head for node in reading.nodes if isinstance(node.value, Name)}
    return any(
        head in region.words and head not in region.rivals and named & region.rivals
        for region in reading.regions.values()
    )


TALLYING = frozenset({"have", "report", "record", "register", "confirm", "see"})


def _of_a_tally(case: Case, k: int, role: str) -> bool:
    """ "Italy had 41 deaths": others may have as many."""
    verbs = [link.head for link in case.links if link.child == k and link.role == role]
    return role in {"agent", "subject"} and any(
        case.node(v).lemma in TALLYING
        and any(case.node(n).kind == "quantity" for m in case.near[v] for n in (m, *case.near[m]))
        for v in verbs
    )


# What is so in one country, town or shop may be so in others.
IN_MANY = frozenset(
    "available legal illegal common popular known sell ban speak use know allow permit grow teach offer".split()
)


def _so_in_many(case: Case, k: int, role: str) -> bool:
    """ "Is available in Canada", "is spoken in Chad": that leaves open where else."""
    heads = [link.head for link in case.links if link.child == k and link.role == role]
    return role.startswith("prep_") and any(
        case.node(n).lemma in IN_MANY and case.reading.contexts[case.node(n).head].tense is Tense.PRESENT
        for n in heads
    )


def _within_a_sibling(case: Case, mine: Name, place: Place, role: str) -> bool:
    """ "Filmed in California and Britain" does not exclude England: each of several names has to."""
    evidence = case.passage.readings[place.reading]
    held = set(evidence.graph.roles(case.passage.node(place).head))
    for n, node in enumerate(evidence.nodes):
        if (
            n == place.node
            or not isinstance(node.value, Name)
            or not held & set(evidence.graph.roles(node.head))
        ):
            continue
        lore = case.lore
        found = name.relate(
            node.value, mine, one_filler=True, aliases=lore.aliases, places=lore.places,
            locative=role.startswith("prep"),
        )  # fmt: skip
        if found.relation is not Relation.CONTRADICTS:
            return True
    return False


def _around(case: Case, mine: Name, place: Place) -> list[Finding]:
    """How a place of the statement relates to those that the evidence's lies in: "Galway, Ireland" is in Europe."""
    if mine.kind not in {Kind.PLACE, Kind.NATIONALITY} or not (
        lexicon.place(mine.text) or lexicon.demonym(mine.text)
    ):
        return []
    reading = case.passage.readings[place.reading]
    return [
        name.relate(
            other, mine, one_filler=True, aliases=case.lore.aliases, places=case.lore.places, locative=True
        )
        for other in lying_in(reading, case.passage.node(place).head)
    ]


def shared_role(case: Case, k: int, place: Place) -> str:
    """The role both names play of one aligned word, or, as modifiers, that of what they modify; "" for none."""
    reading, evidence = case.reading, case.passage.readings[place.reading]
    theirs = evidence.graph.roles(case.passage.node(place).head)
    found: list[str] = []
    for own_role, own_head in reading.graph.roles(case.node(k).head):
        n = reading.at.get(own_head)
        partner = case.pairs.get(n) if n is not None else None
        if (
            n is None
            or partner is None
            or partner.related.meet not in HELD
            or partner.place.reading != place.reading
        ):
            continue
        for role, head in theirs:
            at = evidence.at.get(head)
            if at is None or Place(place.reading, at) != partner.place:
                continue
            if role == own_role or {role, own_role} <= {"agent", "subject"}:
                found.append(_through_noun(case, n) if role == "mod" else role)
    return next((role for role in found if role in ONE_FILLER), found[0] if found else "")


def _through_noun(case: Case, n: int) -> str:
    """The role of a noun whose modifier is in question, where the noun is not counted."""
    counted = any(link.head == n and case.node(link.child).kind == "quantity" for link in case.links)
    roles = [role for role, _ in case.reading.graph.roles(case.node(n).head)]
    return "" if counted or not roles else roles[0]


def _single(case: Case, k: int) -> bool:
    """Whether a name undergoes what one alone can undergo: "married Anna Bell", "was elected mayor"."""
    return any(
        link.child == k and link.role == "patient" and case.node(link.head).lemma in APPOINTING | {"marry"}
        for link in case.links
    )


def _one_of_many(case: Case, k: int) -> bool:
    """ "A member of the choir is Dario": a description that others may share excludes nobody."""
    sentence = case.reading.sentence
    for link in case.links:
        if link.child == k and link.role == "subject" and case.node(link.head).pos == "n":
            noun = sentence[case.node(link.head).head]
            below = [sentence[c].lower for c in sentence.children[noun.i]]
            if noun.tag == "NNS" or any(word in {"a", "an", "one", "another"} for word in below):
                return True
    return False


def titles(passage: Passage, pair: Pair, wanted: Name) -> Iterator[Finding]:
    """The rank or office a statement gives a person, against the evidence's."""
    have = passage.node(pair.place).value
    stands = passage.readings[pair.place.reading].stands.get(passage.node(pair.place).head)
    if not wanted.title:
        return
    if not isinstance(have, Name):
        have = (
            next((n for n in stands.names if n.key == wanted.key), stands.names[0])
            if stands and stands.names
            else None
        )
    if have is not None:
        found = name.relate(have, wanted, one_filler=False, titles=stands.titles if stands else ())
        if found.rule == "name.title":
            yield found
