"""A verb met by the noun for who does it: "directed" by "the director of".

The two say the same only where whoever does it is called so, of the same thing, and no word before the noun makes it
another post: the assistant director directed nothing.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from claimcheck import casting, lexicon, retold, sorts
from claimcheck.case import Case
from claimcheck.dimensions.name import Kind, Name
from claimcheck.finding import Finding, Relation
from claimcheck.occupants import called
from claimcheck.reading import Reading
from claimcheck.retold import RULE, meets

PEOPLE: Final = frozenset(
    "head coach captain star host chair pilot guard guide cook judge author rival".split()
)
OF: Final = ("prep_of", "poss", "mod", "prep_for", "prep_in", "prep_to", "prep_at")
AIMS: Final = frozenset({"prep_on", "prep_against", "prep_over", "prep_at"})
AGAINST: Final = frozenset({"prep_against", "prep_from", "prep_with", "prep_without", "prep_over"})


def account(case: Case) -> None:
    """Account for relations told in other words; put in doubt every verb and noun that do not tell the same of the
    same, and whatever is by another."""
    retold.account(case)
    sure = retold.check(case)
    _paired(case, sure)
    _borne(case, sure)
    _called(case)
    _by(case)


def _borne(case: Case, sure: frozenset[int]) -> None:
    """Put in doubt a verb met by the noun for what is done, or the other way about, where the noun is another's: that
    the king accepted the minister's resignation is not that the king resigned."""
    for k, pair in case.pairs.items():
        if pair.related.by not in {"word.derived", "word.same"} or k not in case.held or k in sure:
            continue
        evidence = case.passage.readings[pair.place.reading]
        mine, theirs = case.node(k), case.passage.node(pair.place)
        if {mine.pos, theirs.pos} != {"n", "v"} or _swapped(case, k):
            continue
        verbal = mine.pos == "v"
        done = _taking_part(case.reading if verbal else evidence, mine.head if verbal else theirs.head)
        whose = _whose_act(evidence if verbal else case.reading, theirs.head if verbal else mine.head)
        ours, other = (done, whose) if verbal else (whose, done)
        r = pair.place.reading
        # "The team returned" from "the return of Berg"; with more participants the parse is too often wrong.
        alone = pair.related.by == "word.derived" or (verbal and not _things(case.reading, mine.head, True))
        apart = alone and bool(ours and other) and not meets(case, k, ours, r, other)
        if apart or (verbal and _aimed_at(case, k, evidence, theirs.head, r)):
            _doubt(case, k)


def _swapped(case: Case, k: int) -> bool:
    """Whether two who take part are known to have changed places."""
    return any(f.rule == "role.swapped" for n in case.near[k] for f in case.findings.get(n, ()))


def _called(case: Case) -> None:
    """Put in doubt what somebody is said to be where the evidence calls another so: "her husband, the banker Orr"."""
    for link in case.links:
        k, n = link.head, link.child
        if (
            link.role != "subject"
            or not {k, n} <= case.held
            or case.node(k).kind != "word"
            or k in case.reworded
        ):
            continue
        place, mine = case.met(k), case.node(n).value
        if place is None or not isinstance(mine, Name) or not lexicon.is_person_noun(case.node(k).lemma):
            continue
        reading = case.passage.readings[place.reading]
        noun = case.passage.node(place)
        if noun.pos != "n" or noun.kind != "word":
            continue
        same = casting.same_thing(reading, noun.head)
        names = [
            name for token in same for name in called(reading, token) if name.kind is not Kind.NATIONALITY
        ]
        if names and not meets(case, k, (case.node(n).head,), place.reading, same):
            _doubt(case, k)


def _aimed_at(case: Case, k: int, evidence: Reading, noun: int, r: int) -> bool:
    """Whether who does it is whom the evidence's act is aimed at: "an attack on the town" is not the town's."""
    aims = tuple(c for role, c in evidence.graph.fillers(noun) if role in AIMS)
    doers = _doers(case.reading, case.node(k).head)
    return bool(aims and doers) and meets(case, k, doers, r, aims)


def _taking_part(reading: Reading, verb: int) -> tuple[int, ...]:
    return tuple(c for _, c in reading.graph.fillers(verb) if casting.thing(reading, c) and c in reading.at)


def _whose_act(reading: Reading, noun: int) -> tuple[int, ...]:
    return tuple(
        c
        for r, c in reading.graph.fillers(noun)
        if r in {"poss", "prep_of", "prep_by"} and casting.thing(reading, c) and c in reading.at
    )


def _doubt(case: Case, k: int) -> None:
    case.held.discard(k)
    case.misplaced.add(k)
    case.findings[k] = [f for f in case.findings.get(k, ()) if f.relation is not Relation.ENTAILS]
    retold.retell(case, k)  # told, perhaps, in another word


def _by(case: Case) -> None:
    """ "A novel by" somebody is theirs: they did not translate it, nor is it by another of theirs."""
    for link in case.links:
        if link.role != "prep_by" or case.node(link.head).lemma not in WORKS or link.child not in case.held:
            continue
        work, maker = case.met(link.head), case.met(link.child)
        if (
            work is None
            or maker is None
            or work.reading != maker.reading
            or case.node(link.child).kind != "name"
        ):
            continue
        reading = case.passage.readings[work.reading]
        things = set(casting.same_thing(reading, case.passage.node(work).head))
        names = casting.same_thing(reading, case.passage.node(maker).head)
        roles = [(role, head) for token in names for role, head in reading.graph.roles(token)]
        made = any(
            (role in {"prep_by", "poss", "mod"} and head in things)
            or (role == "agent" and not _handles(reading, head) and _undergone(reading, head, things))
            or (role == "prep_by" and _undergone(reading, head, things))
            for role, head in roles
        )
        if not made and roles:
            case.held.discard(link.child)
            case.misplaced.add(link.child)


WORKS: Final = frozenset({*sorts.WORKS, "work", "story", "essay", "track", "record", "sculpture", "symphony"})
# What others than the maker do with a work.
HANDLING: Final = frozenset(
    "translate edit publish illustrate review read narrate adapt finance fund commission praise criticise criticize "
    "buy sell own acquire distribute interview love hate like enjoy see watch hear remix rewrite revise cover star "
    "ban condemn promote dedicate".split()
)


def _handles(reading: Reading, verb: int) -> bool:
    return reading.sentence[verb].lemma in HANDLING


def _undergone(reading: Reading, verb: int, things: set[int]) -> bool:
    return any(c in things and r in {"patient", "subject"} for r, c in reading.graph.fillers(verb))


def _paired(case: Case, sure: frozenset[int]) -> None:
    for k, pair in case.pairs.items():
        if k not in case.held | case.misplaced or not (pair.related.by == "word.agent" or _homonym(case, k)):
            continue
        if k in sure or any(f.rule == RULE for f in case.findings.get(k, ())):
            continue
        evidence = case.passage.readings[pair.place.reading]
        mine, theirs = case.node(k), case.passage.node(pair.place)
        verbal = mine.pos == "v"
        if {mine.pos, theirs.pos} != {"n", "v"}:
            continue
        noun, at = (evidence, theirs.head) if verbal else (case.reading, mine.head)
        verb, done = (case.reading, mine.head) if verbal else (evidence, theirs.head)
        doers, things = _doers(verb, done), _things(verb, done, verbal)
        called, whose = _bearers(noun, at), _whose(noun, at)
        ours, other = ((doers, things), (called, whose)) if verbal else ((called, whose), (doers, things))
        if casting.another_part(evidence, theirs.head) or not all(
            not a or meets(case, k, a, pair.place.reading, b) for a, b in zip(ours, other, strict=True)
        ):
            _doubt(case, k)
        elif k not in case.held and all(ours):
            case.misplaced.discard(k)
            text, there = case.reading.text(mine), case.evidence(pair.place)
            case.add(k, Finding(pair.related.by, Relation.ENTAILS, text, there, "", mine.words))


def _homonym(case: Case, k: int) -> bool:
    """Whether a verb is met by the noun for a person that is spelled alike, or the other way about: "heads", "head"."""
    place, node = case.met(k), case.node(k)
    if place is None or case.pairs[k].related.by != "word.same":
        return False
    other = case.passage.node(place)
    return {node.pos, other.pos} == {"n", "v"} and node.lemma in PEOPLE


def _bearers(reading: Reading, noun: int) -> tuple[int, ...]:
    """Whom a sentence calls so, if it says whom."""
    others = [i for i in casting.same_thing(reading, noun) if i != noun and _bearer(reading, i)]
    return (noun, *others) if others else ()


def _bearer(reading: Reading, token: int) -> bool:
    """Whether a word names whom a noun is said of: "the discoverer was French" does not."""
    value = reading.nodes[reading.at[token]].value if token in reading.at else None
    return not (isinstance(value, Name) and value.kind is Kind.NATIONALITY)


def _doers(reading: Reading, verb: int) -> tuple[int, ...]:
    return tuple(c for r, c in reading.graph.fillers(verb) if r in {"agent", "subject"})


def _things(reading: Reading, verb: int, own: bool) -> tuple[int, ...]:
    """What a verb is done to; in the evidence, also whatever else it is done for, in or at."""
    found = reading.graph.fillers(verb)
    patients = tuple(c for r, c in found if r == "patient")
    if own:
        return patients
    return patients + tuple(c for r, c in found if r.startswith("prep_") and r not in AGAINST)


def _whose(reading: Reading, noun: int) -> tuple[int, ...]:
    """What a noun says its bearer does it to: "the director of", "the film's director", "a film director"."""
    return tuple(_of(reading, noun))


def _of(reading: Reading, noun: int) -> Iterator[int]:
    for role, child in reading.graph.fillers(noun):
        adjective = reading.sentence[child].pos == "ADJ"
        if role in OF and casting.thing(reading, child) and not (role == "mod" and adjective):
            yield child
