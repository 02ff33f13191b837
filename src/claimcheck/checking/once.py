"""Two dates of what happens to one thing once: born, founded, built, opened."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from claimcheck.dimensions import date as dates
from claimcheck.dimensions.context import Modality, Strength, Tense
from claimcheck.dimensions.date import When
from claimcheck.dimensions.date.value import Bound
from claimcheck.dimensions.name import Name
from claimcheck.finding import Relation
from claimcheck.lore import Lore
from claimcheck.reading import Node, Reading
from claimcheck.tokens import CONTENT_POS

# What happens wherever it happens; the other verbs may be told of one place or edition after another.
ANYWHERE: Final = frozenset("bear die found establish build invent discover demolish incorporate".split())
ONCE: Final = ANYWHERE | frozenset("open launch publish inaugurate release unveil".split())
SURROUND: Final = frozenset({Bound.ON, Bound.BETWEEN})
OWNERS: Final = frozenset({"the", "its", "his", "her", "their", "this"})


@dataclass(frozen=True, slots=True)
class Event:
    """A dated event: its verb's lemma and token, whom it happened to, and when."""

    reading: Reading
    lemma: str
    verb: int
    whom: int
    when: When

    @property
    def beside(self) -> frozenset[str]:
        """The lemmas of all else that is said of it."""
        sentence = self.reading.sentence
        own = {self.whom, *range(self.when.start, self.when.stop)}
        return frozenset(
            sentence[t].lemma
            for role, t in self.reading.graph.fillers(self.verb)
            if t not in own and role.startswith("prep_") and sentence[t].pos in CONTENT_POS
        )


def events(reading: Reading) -> Iterator[Event]:
    """The dated events of a sentence that happen once, and did."""
    dated = Counter(node.value.governor for node in reading.nodes if isinstance(node.value, When))
    for node in reading.nodes:
        when = node.value
        if not isinstance(when, When) or not stated(when) or dated[when.governor] > 1:
            continue
        verb = reading.sentence[when.governor]
        if verb.lemma not in ONCE or verb.pos != "VERB" or not _happened(reading, verb.i):
            continue
        fillers = reading.graph.fillers(verb.i)
        sufferers = [t for role, t in fillers if role == "patient" and t in reading.at]
        sufferers = sufferers or [
            t for role, t in fillers if role in {"agent", "subject"} and t in reading.at
        ]
        if len(sufferers) == 1:
            yield Event(reading, verb.lemma, verb.i, sufferers[0], when)


def stated(when: When) -> bool:
    """Whether it is a calendar date by its own words, not a weekday or a distance."""
    period = when.period
    plain = period is not None and when.offset is None and when.end is None and when.bound in SURROUND
    return (
        plain
        and period is not None
        and not period.stated <= {"weekday"}
        and not period.implied & period.stated
    )


def _happened(reading: Reading, verb: int) -> bool:
    context = reading.contexts[verb]
    firm = context.strength >= Strength.ATTRIBUTED and context.polarity > 0
    return firm and context.modality is Modality.NONE and context.tense is not Tense.FUTURE


def twice(one: Reading, two: Reading, lore: Lore, one_draft: bool) -> tuple[When, When] | None:
    """The two dates that two facts give one event; `one_draft`: a common noun is the same thing in both."""
    for a in events(one):
        for b in events(two):
            if a.lemma != b.lemma or dates.relate(a.when, b.when).relation is not Relation.CONTRADICTS:
                continue
            if a.lemma not in ANYWHERE and a.beside != b.beside:
                continue
            if _same(a, b, lore, one_draft):
                return a.when, b.when
    return None


def _same(a: Event, b: Event, lore: Lore, one_draft: bool) -> bool:
    """Whether the two happened to one person or thing."""
    names = (_names(a.reading, a.whom), _names(b.reading, b.whom))
    if all(names):
        return any(_full(x, y) and lore.one(x, y) for x in names[0] for y in names[1])
    if any(names) or not one_draft:
        return False
    mine, theirs = _described(a.reading, a.whom), _described(b.reading, b.whom)
    return mine is not None and mine == theirs


def _names(reading: Reading, token: int) -> tuple[Name, ...]:
    node: Node = reading.nodes[reading.at[token]]
    own = (node.value,) if isinstance(node.value, Name) else ()
    stands = reading.stands.get(token) or reading.stands.get(node.head)
    return (*own, *(stands.names if stands is not None else ()))


def _full(one: Name, two: Name) -> bool:
    """Whether both names are whole, or alike: of a family only one was born then."""
    return one.key == two.key or (" " in one.text and " " in two.text)


def _described(reading: Reading, token: int) -> frozenset[str] | None:
    """The words of a definite description: "the old mill"; None where it is no such thing."""
    sentence = reading.sentence
    below = [sentence[c] for c in sentence.children[token]]
    if sentence[token].pos != "NOUN" or not any(t.lower in OWNERS for t in below):
        return None
    words = {t.lemma for t in below if t.dep in {"amod", "compound", "nmod", "nummod", "poss"}}
    return frozenset(words | {sentence[token].lemma})
