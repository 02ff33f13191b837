"""What a figure may be said of: what it counts, or the participants of the word that it hangs from."""

from __future__ import annotations

from collections.abc import Mapping

from claimcheck.align import Pair, Passage, Place
from claimcheck.case import HELD
from claimcheck.dimensions.quantity import Quantity
from claimcheck.extents import names_extent, one_number
from claimcheck.reading import Reading
from claimcheck.stamps import CLASSES

OF_THE_THING = frozenset({"mod", "poss", "prep_of", "prep_in", "prep_for"})
PARTICIPANTS = frozenset({"agent", "patient", "subject", "poss"})
PARTITIVE = frozenset(
    "all some most many none each both half several any few majority number share proportion percentage rate part "
    "one total level member amount dozens hundreds thousands rest quarter third".split()
)


def things(reading: Reading, value: Quantity) -> tuple[int, ...]:
    """Tokens a quantity may be said of: what it counts, or the participants of the verb it hangs from."""
    own = value.head in value.words  # "twice", "three times": counted of what the verb says
    found = [value.head] if value.head is not None and not own else []
    verb = next((w for w in value.words if reading.sentence[w].pos == "VERB"), None)
    governor = value.governor if verb is None else verb  # "doubled" is a verb itself
    if found and value.dimension == "count":
        said = value.partitive and governor not in {None, value.head}
        said = said and governor is not None and reading.sentence[governor].pos == "NOUN"
        return (*found, governor) if said and governor is not None else tuple(found)  # "six of them children"
    if governor is not None:
        found += [child for role, child in reading.graph.fillers(governor) if role in PARTICIPANTS]
        if reading.sentence[governor].pos in {"NOUN", "PROPN"}:
            found.append(governor)
        found += _handed_down(reading, governor)
        if not found and value.role == "start":
            found += _above(reading, governor)
    found += [c for i in found for c in (*_of(reading, i), *_owners(reading, i))]
    return tuple(dict.fromkeys(found))


def _of(reading: Reading, token: int) -> list[int]:
    """What "all of", "the share of" and the like speak of, and the name that "the Pro plan" or "Pro users" has."""
    if reading.sentence[token].lemma in CLASSES:
        return [child for role, child in reading.graph.fillers(token) if role in {"mod", "appos"}]
    if reading.sentence[token].lemma not in PARTITIVE:
        return []
    return [child for role, child in reading.graph.fillers(token) if role == "prep_of"]


def _owners(reading: Reading, token: int) -> list[int]:
    """What "the height of", "the tower's height" and "has a height" speak of."""
    if not names_extent(reading.sentence[token].lemma):
        return []
    found = [
        child
        for role, child in reading.graph.fillers(token)
        if role in {"prep_of", "poss", "prep_for", "mod"}
    ]
    for role, head in reading.graph.roles(token):
        if role.startswith("prep_"):
            found += [child for r, child in reading.graph.fillers(head) if r in PARTICIPANTS]
        if role == "patient" and reading.sentence[head].lemma in {"have", "reach", "boast"}:
            found += [child for r, child in reading.graph.fillers(head) if r in {"agent", "subject"}]
    return found


def _above(reading: Reading, token: int) -> list[int]:
    """What "(revenue was 48 million,) compared with 60 million" is said of: the participants of the verb above."""
    for above in reading.sentence.path_up(token):
        found = [child for role, child in reading.graph.fillers(above) if role in PARTICIPANTS]
        if found:
            return found
    return []


def _handed_down(reading: Reading, governor: int) -> list[int]:
    """For "the vessel, a ferry of 42 meters": what an apposed or relative clause's noun is said of."""
    roles = reading.graph.roles(governor)
    roles = [
        *roles,
        *(r for role, head in roles if role in {"attr", "acomp"} for r in reading.graph.roles(head)),
    ]
    said = {"appos", "relcl", "acl", "attr"} | ({"mod"} if reading.sentence[governor].pos == "ADJ" else set())
    return [head for role, head in roles if role in said]


def numbers_of_one(statement: Reading, value: Quantity, evidence: Reading, other: Quantity) -> bool:
    """Whether one text names the number ("a population of") of what the other counts ("inhabitants")."""
    if value.dimension != "count" or other.dimension != "count":
        return False
    mine = [statement.sentence[i].lemma for i in (*things(statement, value), value.governor) if i is not None]
    theirs = [evidence.sentence[i].lemma for i in (*things(evidence, other), other.governor) if i is not None]
    return any(one_number(a, b) for a in mine for b in theirs)


def thing_met(
    statement: Reading, value: Quantity, passage: Passage, place: Place, pairs: Mapping[int, Pair]
) -> bool:
    """Whether the evidence's figure at a place is said of a thing that the statement says its own of."""
    evidence, other = passage.readings[place.reading], passage.node(place).value
    assert isinstance(other, Quantity)
    theirs = set(things(evidence, other))
    named = value.head in statement.at and statement.nodes[statement.at[value.head]].kind == "name"
    if other.dimension != "count" or named:
        theirs |= {c for i in theirs for role, c in evidence.graph.fillers(i) if role in OF_THE_THING}
    met = images(statement, things(statement, value), pairs)
    if any(i.reading == place.reading and passage.node(i).head in theirs for i in met):
        return True
    said = {
        w
        for t in theirs
        if t in evidence.stands
        for w in evidence.stands[t].lemmas | evidence.stands[t].heads
    }
    if any(i.reading != place.reading and passage.node(i).lemma in said for i in met):
        return True  # "the barrel …; it weighs 2 tons"
    return numbers_of_one(statement, value, evidence, other)


def images(reading: Reading, tokens: tuple[int, ...], pairs: Mapping[int, Pair]) -> list[Place]:
    found = []
    for token in tokens:
        k = reading.at.get(token)
        if k is not None and k in pairs and pairs[k].related.meet in HELD:
            found.append(pairs[k].place)
    return found
