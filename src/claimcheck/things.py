"""What a figure may be said of: what it counts, or the participants of the word that it hangs from."""

from __future__ import annotations

from collections.abc import Mapping

from claimcheck.align import Pair, Passage, Place
from claimcheck.case import HELD
from claimcheck.dimensions.name import Name
from claimcheck.dimensions.quantity import Quantity
from claimcheck.extents import names_extent, one_number
from claimcheck.reading import Reading
from claimcheck.stamps import CLASSES

OF_THE_THING = frozenset({"mod", "poss", "prep_of", "prep_in", "prep_for"})
PARTICIPANTS = frozenset({"agent", "patient", "subject", "poss"})
# What a figure is set for: "lifted its forecast for sales to 2 billion euros".
SET_FOR = frozenset("forecast outlook guidance projection prediction target goal quota limit budget".split())
HAVING = frozenset("have reach boast hold receive get earn garner achieve obtain carry".split())
GIVING = frozenset("give assign award grant".split())
# What those whom a verb is done to are then counted as.
OUTCOMES = {
    verb: frozenset(nouns.split())
    for verb, nouns in {
        "employ": "employee worker staff",
        "kill": "death fatality victim dead",
        "infect": "case infection patient",
        "injure": "injury casualty",
        "enroll": "student pupil",
        "teach": "student pupil",
        "serve": "customer client",
    }.items()
}
PEOPLE = frozenset("people person man woman individual worker other student child customer".split())
PARTITIVE = frozenset(
    "all some most many none each both half several any few majority number share proportion percentage rate part "
    "one total level member amount dozens hundreds thousands rest quarter third".split()
)


def things(reading: Reading, value: Quantity) -> tuple[int, ...]:
    """Tokens a quantity may be said of: what it counts, or the participants of the verb it hangs from."""
    own = value.head in value.words  # "twice", "three times": counted of what the verb says
    found = [value.head] if value.head is not None and not own else []
    if found and value.dimension == "count" and (inner := hyphenated(reading, value)) is not None:
        person = reading.sentence[inner].lemma in PERSONS  # "a 24-man crew" is a crew of 24
        return (inner, *found) if person else (inner,)
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


PERSONS = frozenset({"man", "woman", "person", "member"})


def hyphenated(reading: Reading, value: Quantity) -> int | None:
    """The noun that a figure before another counts: the storeys of "the 12-storey tower"."""
    sentence, at = reading.sentence, value.stop
    if at + 1 >= len(sentence) or sentence[at].tag != "HYPH" or sentence[at + 1].pos != "NOUN":
        return None
    return at + 1 if sentence[at + 1].dep in {"compound", "nmod"} else None


def _whose(reading: Reading, value: Quantity, inner: int | None) -> list[int]:
    """Of what the things are that a figure counts: the tower in "the 12-storey tower" and "it has 12 storeys"."""
    sentence, graph = reading.sentence, reading.graph
    if inner is not None:
        noun = inner
        while sentence[noun].dep in {"compound", "nmod"}:
            noun = sentence[noun].head
        said = [c for r, c in graph.fillers(noun) if r in {"subject", "appos", "mod"} and c != inner]
        return [noun, *said, *(h for r, h in graph.roles(noun) if r in {"appos", "mod"})]
    if value.head is None:
        return []
    found = [c for r, c in graph.fillers(value.head) if r in {"poss", "prep_of", "prep_in", "prep_at"}]
    for role, head in graph.roles(value.head):
        found += [
            c for r, c in graph.fillers(head) if c != value.head and r in {"agent", "subject", "patient"}
        ]
        if role.startswith("prep_"):
            found.append(head)
    return found


def of_one(
    statement: Reading, value: Quantity, passage: Passage, place: Place, pairs: Mapping[int, Pair]
) -> bool:
    """Whether what a hyphenated figure counts is, in both texts, of the same thing, as a tower's storeys are."""
    evidence, other = passage.readings[place.reading], passage.node(place).value
    assert isinstance(other, Quantity)
    mine, theirs = hyphenated(statement, value), hyphenated(evidence, other)
    if (mine is None and theirs is None) or value.dimension != "count":
        return True
    owners = set(_whose(evidence, other, theirs))
    whose = _whose(statement, value, mine)
    if (
        theirs is not None and value.head is None and value.governor is not None
    ):  # "seats 300", "a crew of 24"
        group = evidence.sentence[theirs].lemma in PERSONS
        doers = [c for r, c in statement.graph.fillers(value.governor) if r in {"agent", "subject"}]
        whose += [value.governor] if group else doers
    met = images(statement, tuple(whose), pairs)
    return any(i.reading == place.reading and passage.node(i).head in owners for i in met)


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
        if role == "patient" and reading.sentence[head].lemma in HAVING:
            found += [child for r, child in reading.graph.fillers(head) if r in {"agent", "subject"}]
        if role == "patient" and reading.sentence[head].lemma in GIVING:
            given = {"patient", "recipient", "prep_to", "prep_for"}
            found += [c for r, c in reading.graph.fillers(head) if r in given and c != token]
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
    if not of_one(statement, value, passage, place, pairs):
        return False
    theirs = set(things(evidence, other))
    named = value.head in statement.at and statement.nodes[statement.at[value.head]].kind == "name"
    if other.dimension != "count" or named:
        theirs |= {c for i in theirs for role, c in evidence.graph.fillers(i) if role in OF_THE_THING}
    if other.governor is not None and any(evidence.sentence[t].lemma in SET_FOR for t in theirs):
        theirs |= {c for role, c in evidence.graph.fillers(other.governor) if role in {"prep_for", "prep_of"}}
    met = images(statement, things(statement, value), pairs)
    if any(i.reading == place.reading and passage.node(i).head in theirs for i in met):
        return True
    inner = hyphenated(
        evidence, other
    )  # "a 9-member panel and a 7-member jury": whose they are tells them apart
    if inner is not None:
        said_so = {passage.node(i).lemma for i in met}
        if value.head is None and value.governor is not None:
            said_so.add(statement.sentence[value.governor].lemma)
        if evidence.sentence[inner].lemma in said_so:
            return True
    if _same_noun(statement, value, passage, place, other, pairs) or _outcome(
        statement, value, evidence, other
    ):
        return True
    if other.governor is not None and _done(evidence, other):
        turned = (i for i in met if i.reading == place.reading and passage.node(i).head == other.governor)
        if any(passage.node(i).pos == "v" for i in turned) and value.head is None:
            return True  # "sales are below 6 million", "sold 6.4 million copies"
    said = {
        w
        for t in theirs
        if t in evidence.stands
        for w in evidence.stands[t].lemmas | evidence.stands[t].heads
    }
    if any(i.reading != place.reading and passage.node(i).lemma in said for i in met):
        return True  # "the barrel …; it weighs 2 tons"
    called = {name.text for t in theirs if t in evidence.stands for name in evidence.stands[t].names}
    others = (passage.node(i).value for i in met if i.reading != place.reading)
    if any(isinstance(other, Name) and other.text in called for other in others):
        return True
    return numbers_of_one(statement, value, evidence, other)


def _same_noun(
    statement: Reading,
    value: Quantity,
    passage: Passage,
    place: Place,
    other: Quantity,
    pairs: Mapping[int, Pair],
) -> bool:
    """ "68 reviews" and "69 reviews", where the alignment has met the noun of "review aggregator" instead."""
    evidence = passage.readings[place.reading]
    k = statement.at.get(value.head) if value.head is not None else None
    pair = pairs.get(k) if k is not None else None
    if other.head is None or value.head is None or pair is None or pair.place.reading != place.reading:
        return False
    image = passage.node(pair.place).head
    alike = evidence.sentence[other.head].lemma == statement.sentence[value.head].lemma
    return alike and evidence.sentence[image].dep == "compound"


def _outcome(statement: Reading, value: Quantity, evidence: Reading, other: Quantity) -> bool:
    """ "Employs 14,000 people" gives its employees, "killed 133" the deaths."""
    if value.head is None or other.governor is None or {value.dimension, other.dimension} != {"count"}:
        return False
    wanted = OUTCOMES.get(evidence.sentence[other.governor].lemma, ())
    people = other.head is None or evidence.sentence[other.head].lemma in PEOPLE
    counted = other.head if other.head is not None else other.stop - 1
    undergone = any(
        r == "patient" and c in {counted, *other.words} for r, c in evidence.graph.fillers(other.governor)
    )
    return people and undergone and statement.sentence[value.head].lemma in wanted


def _done(evidence: Reading, other: Quantity) -> bool:
    """Whether a figure counts what a verb is done to."""
    fillers = evidence.graph.fillers(other.governor) if other.governor is not None else ()
    return other.dimension == "count" and any(r == "patient" and c == other.head for r, c in fillers)


def images(reading: Reading, tokens: tuple[int, ...], pairs: Mapping[int, Pair]) -> list[Place]:
    found = []
    for token in tokens:
        k = reading.at.get(token)
        if k is not None and k in pairs and pairs[k].related.meet in HELD:
            found.append(pairs[k].place)
    return found
