"""Whether a statement of a draft is about what a passage is about that supports or contradicts it.

"Nobody was killed" stands in many a story. Which accident it means is said by the sentences around it, so a verdict
needs a tie between the two: a name that both have, found in the statement or on the way up from it before another
subject comes, or else enough of the statement's own words; and no other time.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from functools import cached_property

from claimcheck import lexicon
from claimcheck.align import Passage
from claimcheck.checking.copy import Copy, Telling
from claimcheck.checking.when_told import Days, another_time, own_days, scene
from claimcheck.dimensions.name import Kind, Name
from claimcheck.dimensions.name_value import words
from claimcheck.dimensions.quantity import Quantity
from claimcheck.lore import Lore
from claimcheck.verdict import Candidate, Judgement, Label

ENOUGH = 4  # words and values that a statement which no name ties to a passage must share with it
SEVERAL = 2  # countries or big cities that tie as one name of anything else does
BIG = 1_000_000  # inhabitants of a city that tells as little as a country
WIDE = frozenset({"country", "continent", "region", "state"})
PARTS = frozenset({"agent", "subject", "patient", "poss", "recipient", "appos", "prep_of", "prep_by"})
LEADING = frozenset({"agent", "subject", "patient", "poss"})
_NUMBERED = re.compile(r"\b([A-Z][\w-]+) v?(\d+(?:\.\d+)+)(?![\w%])")  # "Marlin 4.2"
SUBJECTS = frozenset({Kind.ORG, Kind.PRODUCT, Kind.OTHER, Kind.WORK, Kind.EVENT})


@dataclass(frozen=True, slots=True)
class Background:
    """A document's text, what gives the days it tells of, and the editions that its title names ("4.2")."""

    text: str
    days: Callable[[], Days | None]
    editions: frozenset[str]


class Frames:
    """A draft's statements, and what each is about. `told` says what a source tells of, by its id."""

    def __init__(self, copy: Copy, lore: Lore, told: Callable[[str], Background]) -> None:
        self.tellings, self.lore, self.told = copy.tellings, lore, told
        self.title = copy.draft.document.meta.title or ""

    def kept(self, k: int, candidate: Candidate, judgement: Judgement) -> Judgement:
        """The judgement; a decided one only where statement `k` and the passage are of one frame."""
        if judgement.label is Label.ABSENT or self._one_frame(k, candidate, judgement):
            return judgement
        return replace(
            judgement,
            label=Label.ABSENT,
            rule="frame.unsaid",
            row="the copy around it is about another thing",
        )

    def _one_frame(self, k: int, candidate: Candidate, judgement: Judgement) -> bool:
        told = self.told(candidate.quoted.source)
        valued = judgement.label is Label.CONTRADICTED and not judgement.rule.startswith(("date.", "time."))
        days = (own_days(self.tellings[k]) if valued else []) or scene(self.tellings, k)
        if another_time(days, candidate.passage, told.days):
            return False
        tied = self._tied(k, _About(candidate.passage, told, self.lore))
        if tied is not None:
            return tied
        met = sum(step.relation.endswith(("entails", "quoted")) for step in judgement.steps)
        return met >= ENOUGH and not _pointing(self.tellings[k])

    def _tied(self, k: int, about: _About) -> bool | None:
        """Whether names tie statement `k` to a passage; None where they leave it open."""
        own = self.tellings[k]
        if about.shared(own, PARTS):
            return True
        found = self._in_block(k, about)
        if found is None:
            found = self._above(k, about)
        if found is not None or self._named:
            return found
        wide = {name for telling in self.tellings for name in about.wide(telling)}
        return True if len(wide) >= SEVERAL else False if about.foreign(own) else None

    def _in_block(self, k: int, about: _About) -> bool | None:
        """As `_tied`, by the other sentences of the statement's block: what it opens with, then the nearest before."""
        own = self.tellings[k]
        block = [t for t in self.tellings if t.block.start == own.block.start]
        at = block.index(own)
        if at and about.rival(block[0]):
            return False
        for telling in reversed(block[:at]):
            if about.scene(telling):
                return True
            if about.rival(telling):
                return False
        return True if about.shared(own) or any(about.scene(t) for t in block[at + 1 :]) else None

    def _above(self, k: int, about: _About) -> bool | None:
        """As `_tied`, by the blocks above and the title; another subject on the way up leaves it open."""
        start, crossed = self.tellings[k].block.start, False
        for telling in reversed(self.tellings[:k]):
            if telling.block.start == start:
                continue
            if about.scene(telling):
                return None if crossed else True
            crossed = crossed or about.other(telling)
            if crossed and telling.block.kind == "heading":
                return False
        if about.titled(self.title):
            return None if crossed else True
        return False if self._named else None

    @cached_property
    def _named(self) -> tuple[Name, ...]:
        """The names of the draft that tell what it is about."""
        return tuple(name for t in self.tellings for name, _ in _names(t) if not _wide(name))


class _About:
    """What a passage is about: the names in it, and those in its document."""

    def __init__(self, passage: Passage, document: Background, lore: Lore) -> None:
        values = [node.value for reading in passage.readings for node in reading.nodes]
        stands = [n for r in passage.readings for s in r.stands.values() for n in s.names]
        every = [*passage.topics, *(v for v in values if isinstance(v, Name)), *stands]
        listed = tuple({name.key: name for name in every}.values())
        self.names = tuple(name for name in listed if not _wide(name))
        self.places = tuple(name for name in listed if _wide(name))
        self.lore, self.text = lore, document.text
        told = {_numbered(v) for v in values if isinstance(v, Quantity) and v.dimension == "version"}
        self.editions = document.editions | told if document.editions else frozenset()

    def scene(self, telling: Telling) -> bool:
        """Whether a sentence tells of what the passage is about."""
        return not self._edition(telling) and self.shared(telling)

    def shared(self, telling: Telling, parts: frozenset[str] | None = None) -> bool:
        """Whether a sentence has one of the names; `parts`: in one of these parts."""
        if parts is None and telling.said is not None:
            capitals = {t.lower for t in telling.said.sentence if t.text[:1].isupper()}
            if any(capitals.issuperset(words(name.text)) for name in self.names):
                return True
        return any(
            self._has(name) for name, roles in _names(telling) if parts is None or not roles or roles & parts
        )

    def wide(self, telling: Telling) -> Iterator[str]:
        """The countries and big cities that a sentence and the passage both speak of."""
        for name, _ in _names(telling):
            found = next((other for other in self.places if self.lore.same(other, name).yes), None)
            if found is not None:
                yield found.key

    def rival(self, telling: Telling) -> bool:
        """Whether a sentence is about another thing of the kind that has a name, or another edition of this one."""
        return self._edition(telling) or self.other(telling)

    def other(self, telling: Telling) -> bool:
        """Whether a sentence is about another thing of the kind that has a name."""
        if any(not self._written(name) for name, _ in _NUMBERED.findall(telling.text)):
            return True
        return any(
            name.kind in SUBJECTS and not _wide(name) and roles & LEADING and not self._has(name)
            for name, roles in _names(telling)
        )

    def titled(self, title: str) -> bool:
        """Whether a draft's title has one of the names."""
        told = set(words(title))
        return any(told.issuperset(words(name.text)) for name in self.names)

    def _has(self, name: Name) -> bool:
        if _wide(name):
            return False
        return self._written(name.text) or any(self.lore.same(other, name).yes for other in self.names)

    def _written(self, words: str) -> bool:
        if words not in self.text:  # most are not, and this is told without a pattern
            return False
        return re.search(rf"(?<!\w){re.escape(words)}(?!\w)", self.text) is not None

    def foreign(self, telling: Telling) -> bool:
        """Whether a sentence speaks of countries, and the passage of none of them."""
        said = telling.said.sentence if telling.said else ()
        mine = {place for t in said if t.text[:1].isupper() and (place := lexicon.demonym(t.text))}
        theirs = {lexicon.demonym(place.text) for place in self.places}
        return bool(mine and theirs) and mine.isdisjoint(theirs)

    def _edition(self, telling: Telling) -> bool:
        """ "LoomDB 2.0" is another one than the LoomDB 3.4 that a document is about."""
        if telling.said is None or not self.editions:
            return False
        told = [_numbered(value) for value in telling.said.quantities if value.dimension == "version"]
        told += [number for _, number in _NUMBERED.findall(telling.text)]
        return bool(told) and not any(_of_one(one, known) for one in told for known in self.editions)


def _of_one(one: str, other: str) -> bool:
    """Whether two numbers name one edition: "4.2" and "4.2.0"."""
    return f"{one}.".startswith(f"{other}.") or f"{other}.".startswith(f"{one}.")


def _pointing(telling: Telling) -> bool:
    """Whether a sentence is about what a pronoun points to that nothing in its draft gives a name."""
    reading = telling.reading
    return reading is not None and any(
        node.kind == "pronoun"
        and node.head not in reading.stands
        and any(role in LEADING for role, _ in reading.graph.roles(node.head))
        for node in reading.nodes
    )


def _numbered(value: Quantity) -> str:
    return ".".join(str(part) for part in value.values)


def _names(telling: Telling) -> Iterator[tuple[Name, frozenset[str]]]:
    """The names of a sentence, with those its mentions stand for, and the parts they play."""
    reading = telling.reading
    if reading is None:
        for name in telling.said.names if telling.said else ():
            yield name, frozenset()
        return
    for node in reading.nodes:
        if isinstance(node.value, Name):
            yield node.value, frozenset(role for role, _ in reading.graph.roles(node.head))
    for head, stands in reading.stands.items():
        for name in stands.names:
            yield name, frozenset(role for role, _ in reading.graph.roles(head))


def _wide(name: Name) -> bool:
    """Whether a name tells no more than a country does."""
    if name.kind is Kind.NATIONALITY or lexicon.demonym(name.text):
        return True
    place = lexicon.place(name.text)
    return place is not None and (place.kind in WIDE or place.population >= BIG)
