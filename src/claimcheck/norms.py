"""What is needed, switched on, to be had or left as it was: one state of a thing, told by words of many kinds.

"Java is required to run it", "it cannot run without Java" and "Java is no prerequisite" share neither words nor
structure, and their modal verbs and negations do not compare one by one. Both texts are read for the state they tell of
a thing, and its sign: needed or not, on or off as it comes, still to be had or gone, changed or not.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from claimcheck import lexicon, states
from claimcheck.align import Place
from claimcheck.case import HELD, Case
from claimcheck.dimensions.context import Modality
from claimcheck.finding import Finding, Relation
from claimcheck.reading import Reading
from claimcheck.relate import relate
from claimcheck.states import State

SAME: Final = "state.same"
OPPOSITE: Final = "state.opposite"
# Nouns for persons that documents use for programs and machines.
MACHINES: Final = frozenset(
    "server client reader writer driver browser host agent worker processor controller manager monitor printer "
    "scanner loader compiler exporter broker runner handler player".split()
)


@dataclass(frozen=True)
class _Told:
    """A state of the evidence, and whether what the statement says is the same."""

    place: Place
    same: bool


def account(case: Case) -> None:
    """Account for the words by which a statement's main clause tells a state, by the evidence's words for it."""
    for mine in states.read(case.reading):
        sentence = case.reading.sentence
        if sentence.root not in {mine.head, sentence[mine.head].head, *mine.words}:
            continue
        every = list(_answers(case, mine))
        found = next((told for told in every if told.same), every[0] if every else None)
        if found is None:
            case.general.extend(_weaker(case, mine) or _unsaid(case, mine))
        elif not _answered(case, mine, same=found.same):
            _settle(case, mine, found)


def _answered(case: Case, mine: State, *, same: bool) -> bool:
    """Whether the words themselves have been compared already, with the same outcome."""
    k = case.reading.at.get(mine.head)
    return not same and k is not None and case.wrong(k)


def _answers(case: Case, mine: State) -> Iterator[_Told]:
    """The evidence's states of the same thing."""
    for r in sorted(case.passage.own):
        reading = case.passage.readings[r]
        for theirs in states.read(reading):
            if theirs.kind == mine.kind and _of_one(case, mine, reading, theirs):
                n = reading.at.get(theirs.head)
                if n is not None:
                    yield _Told(Place(r, n), theirs.sign == mine.sign)


def _of_one(case: Case, mine: State, reading: Reading, theirs: State) -> bool:
    """Whether two states are of one thing, for the same ones, as it comes or as it is, and told as firmly."""
    if mine.default != theirs.default or mine.put is not theirs.put or theirs.by_duty:
        return False  # what must be switched on at dusk need not be off as it comes
    if _part(mine, reading, theirs):
        return False
    if mine.kind == states.CHANGED and mine.sign == theirs.sign == 1:
        return False  # which way each moved is another matter
    if not any(_one(case, s, reading, e) for s in mine.about for e in theirs.about):
        return False
    if mine.whose and theirs.whose:
        return any(
            _one(case, s, reading, e) and _alike(case, s, reading, e)
            for s in mine.whose
            for e in theirs.whose
        )
    return theirs.kind != states.NEEDED or not _others(reading, theirs)


def _alike(case: Case, s: int, reading: Reading, e: int) -> bool:
    """Whether no word before either noun makes it another: test keys are no live keys."""
    mine, theirs = _before(case.reading, s), _before(reading, e)
    return not mine or not theirs or bool(mine & theirs)


def _before(reading: Reading, i: int) -> frozenset[str]:
    below = (reading.sentence[c] for c in reading.sentence.children[i])
    return frozenset(t.lemma for t in below if t.dep in {"amod", "compound", "nmod"})


def _part(mine: State, reading: Reading, theirs: State) -> bool:
    """Whether the evidence tells the state of some alone: what staff need not everybody needs."""
    people = any(reading.sentence[i].pos == "PRON" or _person(reading, i) for i in theirs.whose)
    return (theirs.narrowed and not mine.narrowed) or (people and not mine.whose)


def _person(reading: Reading, i: int) -> bool:
    lemma = reading.sentence[i].lemma
    return lexicon.is_person_noun(lemma) and lemma not in MACHINES


def _unsaid(case: Case, mine: State) -> list[Finding]:
    """A need that nothing in the evidence tells: that a plan was dropped does not say that it is not needed."""
    said_of = all(i < mine.head for i in mine.about)  # "is needed", not "needs"
    if mine.kind != states.NEEDED or mine.head not in case.account.cues or not said_of:
        return []
    if any(n is None or case.node(n).kind == "quantity" for n in map(case.reading.at.get, mine.about)):
        return []
    met = [(case.reading.at.get(i), i) for i in mine.about]
    places = [case.met(k) for k, _ in met if k is not None]
    contexts = [case.passage.readings[p.reading].contexts[case.passage.node(p).head] for p in places if p]
    if any(c.modality is Modality.OBLIGATION for c in contexts):
        return []
    word = case.reading.sentence[mine.head].text
    return [Finding("state.narrowed", Relation.UNDETERMINED, word, "", "not said", (mine.head,))]


def _weaker(case: Case, mine: State) -> list[Finding]:
    """The evidence tells the state on a condition, of some alone, or as what may be."""
    found: list[Finding] = []
    if mine.kind != states.NEEDED:
        return found
    for r in sorted(case.passage.own):
        reading = case.passage.readings[r]
        for theirs in states.read(reading):
            same = (theirs.kind, theirs.sign, theirs.default) == (mine.kind, mine.sign, mine.default)
            hedged = theirs.put in {Modality.CONDITIONAL, Modality.QUESTION} and mine.put is Modality.NONE
            if not same or not (hedged or _part(mine, reading, theirs)):
                continue
            if any(_one(case, s, reading, e) for s in mine.about for e in theirs.about):
                words = (case.reading.sentence[mine.head].text, reading.sentence[theirs.head].text)
                found.append(Finding("state.narrowed", Relation.UNDETERMINED, *words, "", (mine.head,)))
    return found


def _others(reading: Reading, theirs: State) -> bool:
    """Whether the same is told of somebody else beside: "mandatory for staff; for everyone else it is optional"."""
    return any(s.sign != theirs.sign for s in states.read(reading) if s.kind == theirs.kind)


def _one(case: Case, s: int, reading: Reading, e: int) -> bool:
    mine, theirs = case.reading.at.get(s), reading.at.get(e)
    if mine is None or theirs is None:
        return False
    met = relate(reading.nodes[theirs], reading, case.node(mine), case.reading, case.lore)
    return met.meet in HELD


def _settle(case: Case, mine: State, found: _Told) -> None:
    """Hold the words that tell nothing but the state; where it is the opposite one, the clause is wrong there."""
    there = case.evidence(found.place)
    main = case.reading.at.get(mine.head)
    for k, node in enumerate(case.reading.nodes):
        if node.head not in mine.words and k != main:
            continue
        case.findings[k] = []
        case.misplaced.discard(k)
        here = case.reading.text(node)
        if found.same:
            case.add(k, Finding(SAME, Relation.ENTAILS, here, there, "", node.words))
        elif k == main:
            case.held.discard(k)
            case.add(k, Finding(OPPOSITE, Relation.CONTRADICTS, here, there, "", node.words))
        else:
            case.held.add(k)
    for k, rows in case.findings.items():
        case.findings[k] = [f for f in rows if not f.rule.startswith("hedge.")]
    case.ruled = True
