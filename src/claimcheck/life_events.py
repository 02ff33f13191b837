"""The dated events of one thing: when it was built, opened and pulled down; when somebody took a post and left it."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from typing import Final, NamedTuple

from claimcheck.align import Place
from claimcheck.case import Case
from claimcheck.dimensions.context import Modality, Strength
from claimcheck.dimensions.date import When
from claimcheck.dimensions.date.value import Bound, Period
from claimcheck.dimensions.name import Name
from claimcheck.reading import Reading

SUBJECTS: Final = frozenset({"agent", "subject", "patient"})
MADE: Final = frozenset(
    "build found establish create construct erect launch make form set_up commission design bear born complete "
    "manufacture".split()
)
BEGUN: Final = MADE | frozenset(
    "begin start open introduce inaugurate appoint elect name join take_over take_office become marry wed enter "
    "break_out commence publish release install adopt hire impose appear".split()
)
ENDED: Final = frozenset(
    "end finish conclude stop cease close shut shut_down close_down demolish destroy collapse pull_down tear_down "
    "burn_down sink scrap abolish repeal dissolve disband fold bankrupt resign step_down retire leave quit divorce "
    "separate die expire lapse sack dismiss oust depose abdicate discontinue decommission lift adjourn wind_up "
    "withdraw complete".split()
)
AGAIN: Final = frozenset(
    {"reopen", "resume", "restart", "return", "rebuild", "restore", "reintroduce", "re-elect"}
)
_OTHERS: Final = frozenset("another second third other new next".split())
_WORK: Final = frozenset({"work", "construction", "building"})
_OF: Final = frozenset({"prep_on", "prep_of", "poss"})


class Event(NamedTuple):
    """A dated event of a thing: its verb, as a lemma alone and with what belongs to it, and its date."""

    place: Place
    token: int
    words: frozenset[str]
    when: When

    @property
    def period(self) -> Period:
        assert self.when.period is not None
        return self.when.period


def events(case: Case, n: int) -> list[Event]:
    """The dated events that the passage tells of what the statement's node `n` names."""
    return [event for r in range(len(case.passage.readings)) for event in _in(case, n, r)]


def tokens(case: Case, n: int, r: int) -> frozenset[int]:
    """The tokens of a sentence of the passage that name what node `n` does, or stand for it."""
    reading, node = case.passage.readings[r], case.node(n)
    met = case.met(n)
    found: set[int] = set()
    if met is not None and met.reading == r:
        found.add(case.passage.node(met).head)
    if node.kind == "pronoun":
        found |= {t.i for t in reading.sentence if t.lower == case.reading.sentence[node.head].lower}
    lemma = case.passage.node(met).lemma if met is not None else ""
    for i, stands in reading.stands.items():
        mine = node.value
        named = isinstance(mine, Name) and any(case.lore.same(name, mine).yes for name in stands.names)
        if (named or (lemma and lemma in stands.heads | stands.lemmas)) and not _has(reading, i, {"a", "an"}):
            found.add(i)
    if not _has(case.reading, node.head, _OTHERS):
        found = {i for i in found if not _has(reading, i, _OTHERS)}
    for token in list(found):
        for role, head in reading.graph.roles(token):
            if role in _OF and reading.sentence[head].lemma in _WORK:
                found.add(head)
    return frozenset(found)


def _has(reading: Reading, i: int, words: Collection[str]) -> bool:
    """Whether one of these words stands before a noun: "a second bridge" is not the one that was spoken of."""
    return any(reading.sentence[c].lower in words for c in reading.sentence.children[i])


def _in(case: Case, n: int, r: int) -> Iterator[Event]:
    reading, about = case.passage.readings[r], tokens(case, n, r)
    for k, node in enumerate(reading.nodes):
        when = node.value
        if not isinstance(when, When) or when.bound is not Bound.ON or not _whole(when):
            continue
        if said_of(reading, when.governor, about) and as_fact(reading, when.governor):
            yield Event(Place(r, k), when.governor, words_of(reading, when.governor), when)


def _whole(when: When) -> bool:
    """Whether a date has its year, and is one day, month or year."""
    period = when.period
    return (
        period is not None and when.end is None and period.fixed and period.unit in {"day", "month", "year"}
    )


def said_of(reading: Reading, verb: int, about: frozenset[int]) -> bool:
    return any(c in about for r, c in reading.graph.fillers(verb) if r in SUBJECTS)


def as_fact(reading: Reading, verb: int) -> bool:
    context = reading.contexts[verb]
    return context.polarity > 0 and context.strength >= Strength.FACT and context.modality is Modality.NONE


def words_of(reading: Reading, verb: int) -> frozenset[str]:
    """A verb's lemma, those of the idioms it opens, and what it brings: "went bankrupt"."""
    sentence, at = reading.sentence, reading.at.get(verb)
    found = {sentence[verb].lemma, sentence[verb].lower}
    if at is not None:
        found |= {reading.nodes[at].lemma, *(i.lemma for i in reading.nodes[at].idioms)}
    for c in sentence.children[verb]:
        if sentence[c].dep == "prt":
            found.add(f"{sentence[verb].lemma}_{sentence[c].lower}")
        if sentence[c].dep == "acomp" or (sentence[c].dep == "attr" and sentence[c].pos == "ADJ"):
            found.add(sentence[c].lemma)
    return frozenset(found)
