"""Casualty figures compared, however they are told: those of one event added up, and set against the statement's.

"Killed four villagers and a guard" comes to the five of "claimed five lives"; the words that tell what is counted
("claimed", "lives", "the death toll") are accounted for by the figure.
"""

from __future__ import annotations

import re
from dataclasses import replace
from typing import Final

from claimcheck import rounded
from claimcheck.align import Place
from claimcheck.case import Case
from claimcheck.dimensions import derive
from claimcheck.dimensions import quantity as quantities
from claimcheck.dimensions.date import When
from claimcheck.dimensions.quantity import Quantity
from claimcheck.extents import persons
from claimcheck.figures import quoting
from claimcheck.finding import Finding, Relation
from claimcheck.reading import Node, Reading
from claimcheck.tolls import ANYBODY, Toll, single, stated, stated_in, tolls

RULE = "predicate.retold"
YEAR: Final = re.compile(r"\b(?:1[5-9]|20)\d\d\b")
NEAR = 6  # steps within which what did it stands from what it did
CAUSE: Final = frozenset({"agent", "prep_in", "prep_from", "prep_by", "prep_during"})


def account(case: Case) -> None:
    """Account for the statement's casualty figures by those of the evidence."""
    mine = list(tolls(case.reading))
    if not mine:
        return
    theirs = [(r, toll) for r in sorted(case.passage.own) for toll in stated_in(case.passage.readings[r])]
    for toll in mine:
        kinds = {other.kind for other in mine if other.node == toll.node}
        if len(kinds) > 1:
            _joined(case, toll, kinds, theirs)
        elif _of_all(case, toll):
            _compare(case, toll, [(r, other) for r, other in theirs if other.kind == toll.kind])


def _of_all(case: Case, toll: Toll) -> bool:
    """Whether a figure counts all that were killed or hurt, not the policemen or the critically hurt among them."""
    if toll.value.other or toll.value.role == "delta":
        return False
    reading = case.reading
    if toll.whom is not None and reading.sentence[toll.whom].lemma not in ANYBODY:
        return False
    about = {toll.anchor, *([toll.whom] if toll.whom is not None else [])}
    return not any(
        role in {"mod", "adverb", "relcl", "acl"}
        and c in reading.at
        and c not in toll.words
        and c not in toll.value.words
        and case.account.weight(reading.at[c])
        and not (role == "acl" and c == toll.anchor)
        for i in about
        for role, c in reading.graph.fillers(i)
        if reading.sentence[i].pos != "VERB" or role == "adverb"
    )


def _compare(case: Case, toll: Toll, theirs: list[tuple[int, Toll]]) -> None:
    if not stated(case.reading, toll):
        return
    groups: dict[tuple[int, int, str], list[Toll]] = {}
    for r, other in theirs:
        if stated(case.passage.readings[r], other):
            groups.setdefault((r, other.anchor, other.role), []).append(other)
    wrong: tuple[Finding, Place] | None = None
    for (r, _, _), parts in groups.items():
        reading = case.passage.readings[r]
        place = Place(r, parts[0].node)
        if not _same_cause(case, toll, reading, parts[0], place):
            continue
        found = _total(case, toll, reading, parts)
        if found is None:
            continue
        if found.relation is Relation.ENTAILS:
            _settle(case, toll, found, place, Place(r, _word(reading, parts[0])))
            return
        if found.relation is Relation.CONTRADICTS and not _another_time(case, reading):
            wrong = wrong or (found, place)
    if wrong is not None and len(groups) == 1 and _of_the_event(case, toll) and not _once(case, toll):
        finding, place = wrong
        _settle(case, toll, finding, place, place)


def _word(reading: Reading, toll: Toll) -> int:
    """The node of the word that a toll hangs from."""
    return reading.at.get(toll.anchor, toll.node)


def _total(case: Case, toll: Toll, reading: Reading, parts: list[Toll]) -> Finding | None:
    """The statement's figure against what the evidence's come to."""
    figures: list[Quantity] = []
    if _apart(reading, parts):
        return None
    for part in parts:
        if part.whom is not None and not _counts_persons(case, toll, reading.sentence[part.whom].lemma):
            return None
        figures.append(part.value)
    ones = _singles(reading, parts)
    if ones is None:
        return None
    figures += ones
    grain = rounded.allowed(case, toll.value)
    if len(figures) == 1:
        have = figures[0]
        alike = have if have.role == "value" else _as_value(have)
        mine = toll.value if toll.value.role == "value" else _as_value(toll.value)
        return quoting(quantities.relate(alike, mine, case.policy, countable_kind=grain), toll.value, have)
    whole = derive.sum_of([_as_value(figure) for figure in figures])
    if whole is None:
        return None
    found = derive.relate_derived(whole, _as_value(toll.value), case.policy, countable_kind=grain)
    return quoting(found, toll.value, whole.quantity)


def _apart(reading: Reading, parts: list[Toll]) -> bool:
    """ "30 people died in Orv, and 12 in Sant": figures of two places."""
    beside = [n for part in parts if part.node in reading.regions for n in reading.regions[part.node].beside]
    values = (reading.nodes[n].value for n in beside if reading.nodes[n].kind == "quantity")
    bare = [v for v in values if isinstance(v, Quantity) and (v.head is None or v.head < v.start)]
    near = {parts[0].anchor, *(h for _, h in reading.graph.roles(parts[0].anchor))}
    level = [v for v in bare if v.role != "start" and not v.other and not v.partitive]
    return any(v.governor in near for v in level) or (
        len(parts) > 1 and any(part.whom is None and part.role and not part.value.other for part in parts)
    )


def _as_value(figure: Quantity) -> Quantity:
    return replace(figure, role="value", direction=0)


def _counts_persons(case: Case, toll: Toll, noun: str) -> bool:
    bare = toll.whom is None and not toll.words & {
        i for i in toll.words if case.reading.sentence[i].lemma == "toll"
    }
    return persons(noun) or noun in ANYBODY or bare


def _singles(reading: Reading, parts: list[Toll]) -> list[Quantity] | None:
    """ "A guard" beside "four villagers" counts one; None where another victim is not counted."""
    if not parts[0].role or parts[0].role == "toll":
        return []
    counted = {i for part in parts for i in ((part.whom,) if part.whom is not None else part.value.words)}
    found: list[Quantity] = []
    sentence, at = reading.sentence, parts[0].anchor
    for role, token in reading.graph.fillers(at):
        if role != parts[0].role or token in counted or token not in reading.at:
            continue
        if sentence[token].dep in {"poss", "relcl"} or sentence[token].lower in {"who", "that", "which"}:
            continue
        one = single(reading, token, at)
        if one is None:
            return None
        found.append(one)
    return found


def _same_cause(case: Case, toll: Toll, reading: Reading, other: Toll, place: Place) -> bool:
    """Whether what the statement says did it is what did it in the evidence, as far as both say so."""
    victims = {c for r, c in reading.graph.fillers(other.anchor) if r == other.role}
    theirs = _causes(reading, other)
    for role, token in case.reading.graph.fillers(toll.anchor):
        k = case.reading.at.get(token)
        if role not in CAUSE or k is None or role == toll.role:
            continue
        met = case.met(k)
        if met is None or case.node(k).kind in {"date", "quantity"}:
            continue
        at = case.passage.node(met).head
        if met.reading != place.reading or at in victims:
            return False
        if theirs and at not in theirs and not any(reading.graph.distance(at, c) <= 1 for c in theirs):
            return False
        if case.passage.distance(met, place) > NEAR:
            return False
    return True


def _causes(reading: Reading, toll: Toll) -> list[int]:
    """What did it, or what it happened in, by the evidence: the fire "in which 16 people died"."""
    if toll.role == "toll":
        return []
    found = [c for r, c in reading.graph.fillers(toll.anchor) if r == "agent" and r != toll.role]
    sentence, at = reading.sentence, toll.anchor
    while sentence[at].dep in {"conj", "xcomp", "ccomp"}:
        at = sentence[at].head
    if sentence[at].dep == "relcl":
        found.append(sentence[at].head)
    return found


def _of_the_event(case: Case, toll: Toll) -> bool:
    """Whether something else that the statement says of it is met beside the evidence's figure: which event it is."""
    own = toll.words | set(toll.value.words) | ({toll.whom} if toll.whom is not None else set())
    for k, node in enumerate(case.reading.nodes):
        if node.head in own or k not in case.held or not case.account.weight(k):
            continue
        met = case.met(k) or case.places.get(k)
        if met is not None and case.own(met) and node.lemma not in ANYBODY:
            return True
    return False


def _another_time(case: Case, reading: Reading) -> bool:
    """Whether the evidence gives its event a year of which the statement says nothing: there may be two."""
    dated = [node.value for node in case.reading.nodes if isinstance(node.value, When)]
    years = (YEAR.search(node.value.text) for node in reading.nodes if isinstance(node.value, When))
    return not dated and any(years)


def _once(case: Case, toll: Toll) -> bool:
    """ "Rose from 61": what a toll started from was the toll once."""
    starts = [
        node.value
        for r in case.passage.own
        for node in case.passage.readings[r].nodes
        if isinstance(node.value, Quantity) and node.value.role == "start"
    ]
    mine = _as_value(toll.value)
    return any(
        quantities.relate(_as_value(start), mine, case.policy).relation is Relation.ENTAILS
        for start in starts
    )


def _nodes(case: Case, toll: Toll) -> list[int]:
    tokens = set(toll.words)
    if toll.whom is not None:
        tokens.add(toll.whom)
    return [k for k, node in enumerate(case.reading.nodes) if tokens & set(node.words) and k != toll.node]


def _settle(case: Case, toll: Toll, finding: Finding, place: Place, word: Place) -> None:
    """Take a comparison, and account for the words that only tell that it is a figure of casualties."""
    there = case.evidence(word)
    case.findings[toll.node] = []
    case.held.discard(toll.node)
    case.add(toll.node, finding)
    case.places[toll.node] = place
    for k in _nodes(case, toll):
        if case.node(k).head == toll.whom and not _met_beside(case, k, place):
            case.held.discard(k)  # "people": whichever of the victims it was met by
        _hold(case, k, case.node(k), there)
        if case.node(k).head == toll.anchor and case.met(k) is None and finding.relation is Relation.ENTAILS:
            case.reworded[k] = word


def _met_beside(case: Case, k: int, figure: Place) -> bool:
    """Whether a word was met by what the evidence's figure counts."""
    value, met = case.passage.node(figure).value, case.met(k)
    if met is None or met.reading != figure.reading or k in case.misplaced or not isinstance(value, Quantity):
        return False
    return value.head == case.passage.node(met).head


def _hold(case: Case, k: int, node: Node, there: str) -> None:
    case.misplaced.discard(k)
    case.another.discard(k)
    if k in case.held and not case.wrong(k):
        return
    case.findings[k] = []
    case.add(k, Finding(RULE, Relation.ENTAILS, case.reading.text(node), there, "", node.words))


def _joined(case: Case, toll: Toll, kinds: set[str], theirs: list[tuple[int, Toll]]) -> None:
    """ "Killed or hurt 61 people", of figures that come to it: each kind has one of its own in the passage."""
    if toll.node not in case.held or case.wrong(toll.node):
        return
    readings = case.passage.readings
    near = [(r, other) for r in range(len(readings)) for other in tolls(readings[r])]
    told = {other.kind for r, other in near if stated(readings[r], other)}
    if kinds <= told and kinds & {other.kind for _, other in theirs}:
        for k in _nodes(case, toll):
            _hold(case, k, case.node(k), case.evidence(case.places.get(toll.node, Place(0, 0))))
