"""What a tally leaves unsaid: where the cases were counted, and of which disease.

"There were 3,812 confirmed cases and 41 deaths" is a sentence of a text on one outbreak in one place. Bare evidence
that was given for a statement on an outbreak is taken to be of that one, as long as it names no other.
"""

from __future__ import annotations

from dataclasses import replace
from typing import Final

from claimcheck import lexicon
from claimcheck.align import Place
from claimcheck.case import Case
from claimcheck.dimensions import date as dates
from claimcheck.dimensions.date import When
from claimcheck.dimensions.name import Kind, Name
from claimcheck.finding import Finding, Relation
from claimcheck.lexicon import LexRel
from claimcheck.reading import Node
from claimcheck.unnamed import RATERS, SORTS

OUTBREAKS: Final = frozenset(
    "covid-19 covid covid19 coronavirus corona sars-cov-2 2019-ncov ncov virus pandemic epidemic outbreak "
    "disease illness infection".split()
)
COUNTED: Final = frozenset(
    "case death recovery infection fatality patient test victim person people toll number total".split()
)
TALLIED: Final = frozenset({"case", "death", "recovery", "infection", "fatality", "hospitalization"})
SUFFERED: Final = frozenset(
    {"die", "infect", "confirm", "recover", "discharge", "test", "contract", "kill", "relate"}
)
WHERE: Final = frozenset({"prep_in", "prep_within", "prep_across", "agent", "subject", "poss", "mod"})
OWNING: Final = frozenset({"poss", "prep_of", "prep_for", "prep_from"})
NOT_PLACES: Final = frozenset({Kind.PERSON, Kind.WORK, Kind.EVENT, Kind.PRODUCT})


def account(case: Case) -> None:
    """Account for the place and the disease of a tally that the bare evidence does not repeat."""
    if not case.passage.assumed:
        return
    open_ = [k for k in range(len(case.reading.nodes)) if k not in case.held and case.account.weight(k)]
    if not open_:
        return
    _rated(case, open_)
    for k in open_:
        if isinstance(case.node(k).value, Name) and _owner(case, k):
            _hold(case, k)
    open_ = [k for k in open_ if k not in case.held]
    if not _tally(case):
        return
    for k in open_:
        sick = _outbreak(case.node(k)) and _of_the_sick(case, k) and not _another_disease(case)
        if sick or (_place(case, k) and not _another_place(case)):
            _hold(case, k)
    for k in open_:  # "coronavirus-related deaths", "died due to it": the words between the two
        node = case.node(k)
        if k not in case.held and (node.lemma in {"relate", "related", "due"} or node.kind == "date"):
            if case.node(k).kind == "date" and not _modifies(case, k):
                continue
            if any(n in case.held and _outbreak(case.node(n)) for n in case.near[k]):
                _hold(case, k)


def _rated(case: Case, open_: list[int]) -> None:
    """ "Rotten Tomatoes reports 34% based on 88 reviews": what is rated is what the statement says is."""
    names = [
        node.value
        for r in case.passage.own
        for node in case.passage.readings[r].nodes
        if isinstance(node.value, Name)
    ]
    if not names or case.passage.unnamed or any(name.key not in RATERS for name in names):
        return
    rated = [k for k in open_ if isinstance(case.node(k).value, Name)]
    if len(rated) != 1:
        return
    _hold(case, rated[0])
    for link in case.links:
        other = link.head if link.child == rated[0] else link.child if link.head == rated[0] else None
        if other in open_ and link.role in {"appos", "mod"} and case.node(other).lemma in SORTS:
            _hold(case, other)


def _owner(case: Case, k: int) -> bool:
    """ "The first season" is of the series that the statement names, where no name stands before that has one."""
    for link in case.links:
        if link.child != k or link.role not in OWNING or case.node(link.head).kind != "word":
            continue
        place = case.met(link.head)
        if place is None or not case.own(place) or place.reading:
            continue
        reading = case.passage.readings[place.reading]
        noun = case.passage.node(place).head
        below = [reading.sentence[c] for c in reading.sentence.children[noun]]
        bare = any(t.lower == "the" for t in below) and not any(
            t.lower == "of" or t.dep == "poss" for t in below
        )
        names = [n.value for n in reading.nodes if isinstance(n.value, Name) and n.head < noun]
        beside = {t.i for t in below} | {c for _, c in reading.graph.fillers(noun)}  # "the flight from Dubai"
        modified = any(n.value and n.head in beside for n in reading.nodes if n.kind == "name")
        if bare and not modified and all(name.key in RATERS for name in names):
            return True
    return False


def years(case: Case) -> None:
    """ "As of 28 March" is of the year that the statement names, where the bare evidence names none."""
    if not case.passage.assumed:
        return
    for k, node in enumerate(case.reading.nodes):
        mine = node.value
        if not isinstance(mine, When) or mine.period is None or mine.period.years is None or k in case.held:
            continue
        found = [
            (p, v) for p, v in _dates(case) if v.period is not None and v.period.part == mine.period.part
        ]
        if len(found) == 1 and mine.period.part is not None:
            place, theirs = found[0]
            finding = dates.relate(replace(theirs, period=mine.period), mine)
            if finding.relation is Relation.ENTAILS:
                case.findings[k] = []
                case.places[k] = place
                note = "of the same year, as far as it is said"
                case.add(k, replace(finding, rule="date.implied", note=note, words=node.words))


def _dates(case: Case) -> list[tuple[Place, When]]:
    """The dates of bare evidence that names no year."""
    found = [
        (place, node.value)
        for place, node in case.passage.values
        if isinstance(node.value, When) and case.own(place)
    ]
    named = any(value.period is not None and value.period.years is not None for _, value in found)
    return [] if named else found


def _hold(case: Case, k: int) -> None:
    node = case.node(k)
    case.findings[k] = []
    case.misplaced.discard(k)
    text = case.reading.text(node)
    case.add(k, Finding("name.topic", Relation.ENTAILS, text, "", "the evidence is given for it", node.words))


def _modifies(case: Case, k: int) -> bool:
    """ "The 2020 pandemic": a year that only says which outbreak."""
    return case.reading.sentence[case.node(k).head].dep in {"nummod", "amod", "compound", "nmod"}


def _outbreak(node: Node) -> bool:
    return node.kind in {"word", "name"} and node.lemma in OUTBREAKS


def _tally(case: Case) -> bool:
    """Whether the evidence counts the sick: two sorts of them, or such as are confirmed."""
    sorts: set[str] = set()
    for r in case.passage.own:
        reading = case.passage.readings[r]
        found = {node.lemma for node in reading.nodes if node.kind == "word"} & TALLIED
        confirmed = any(t.lemma in {"confirm", "confirmed"} for t in reading.sentence)
        sorts |= found | ({"confirmed"} if found and confirmed else set())
    return len(sorts) > 1


def _of_the_sick(case: Case, k: int) -> bool:
    """Whether a disease stands beside those who are counted, or what befell them."""
    beside = {n for m in (k, *case.near[k]) for n in case.near[m]} | set(case.near[k])
    token = case.reading.sentence[case.node(k).head]
    if token.dep == "pobj" and case.reading.sentence[token.head].lower in {"during", "amid", "in"}:
        return True  # "during the pandemic"
    return any(case.node(n).lemma in COUNTED | SUFFERED for n in beside)


def _another_disease(case: Case) -> bool:
    """Whether the evidence speaks of some other disease."""
    for r in case.passage.own:
        for node in case.passage.readings[r].nodes:
            other = node.kind == "word" and node.pos == "n" and node.lemma not in OUTBREAKS
            if other and lexicon.relation(node.lemma, "n", "disease", "n") is LexRel.NARROWER:
                return True
    return False


def _place(case: Case, k: int) -> bool:
    node = case.node(k)
    if not isinstance(node.value, Name) or node.value.kind in NOT_PLACES:
        return False
    return any(role in WHERE for role, _ in case.reading.graph.roles(node.head))


def _another_place(case: Case) -> bool:
    """Whether the evidence names anything but a disease, or who counts."""
    for r in case.passage.own:
        for node in case.passage.readings[r].nodes:
            name = node.value
            if isinstance(name, Name) and node.lemma not in OUTBREAKS and name.key not in RATERS:
                return True
    return False
