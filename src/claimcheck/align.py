"""Which words of a statement meet which words of a passage.

Alignment for natural logic (MacCartney & Manning 2007): every node of the statement is paired with at most one node of
the passage, so that related words meet and words that hang together in the statement hang together in the passage. The
structure chooses the partner and the values are compared afterwards; a wrong figure in the right place is thus found.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import NamedTuple

from claimcheck import unnamed
from claimcheck.dimensions.name import Name
from claimcheck.graph import FAR
from claimcheck.links import Link
from claimcheck.lore import Lore
from claimcheck.reading import Node, Plain, Reading, Stands
from claimcheck.relate import NONE, Meet, Related, by_mention, by_word, relate
from claimcheck.stamps import alike, only_classes

THERE = frozenset({"there", "here"})
VALUES = frozenset({"quantity", "date"})  # bound once the words are aligned: see `bind`
FIRST = {"name": 0, "word": 1, "pronoun": 2}
OTHER_SENTENCE = 5  # steps from one sentence of a passage to another
TOGETHER = 0.05  # what every other partner in the same sentence is worth
SAME_VALUE = 0.08  # what a date or figure of the statement's own adds to every partner in its sentence
SAME_WORD = 0.3  # what the very same word or name is worth beyond its strength
SURE = 0.85  # a relation this strong within the claim's own sentences needs no other
OUTSIDE = 0.35  # what a partner outside the claim's own sentences must be better by
ROUNDS = 3
CLOSENESS = (0.6, 0.6, 0.25, 0.1)  # what it is worth that the partners of neighbours lie so many steps apart
ROLE_GROUPS = {"agent": "do", "subject": "do", "patient": "undergo", "recipient": "receive"}


class Place(NamedTuple):
    """A node of a passage: the index of its reading, and of the node there."""

    reading: int
    node: int


@dataclass(frozen=True, slots=True)
class Pair:
    """A statement's node met by a passage's."""

    place: Place
    related: Related


class Spot(NamedTuple):
    """A node of a passage with all it may be met by: what it stands for, and what its word says by itself."""

    place: Place
    node: Node
    reading: Reading
    stands: Stands | None
    plain: Plain | None


@dataclass(frozen=True)
class Passage:
    """Sentences that count as one passage.

    own: indexes of those the claim's quote covers; topics: what the whole document is about; assumed: the passage is
    bare text given for this statement, so what it leaves unnamed may be taken for what the statement speaks of.
    """

    readings: tuple[Reading, ...]
    own: frozenset[int]
    topics: tuple[Name, ...] = ()
    assumed: bool = False

    def node(self, place: Place) -> Node:
        return self.readings[place.reading].nodes[place.node]

    def places(self) -> Iterator[Place]:
        for r, reading in enumerate(self.readings):
            for n in range(len(reading.nodes)):
                yield Place(r, n)

    @cached_property
    def every(self) -> tuple[tuple[Place, Node], ...]:
        return tuple((place, self.node(place)) for place in self.places())

    @cached_property
    def values(self) -> tuple[tuple[Place, Node], ...]:
        """Every quantity and date."""
        return tuple(row for row in self.every if row[1].kind in VALUES)

    @cached_property
    def unnamed(self) -> Mapping[Place, bool]:
        """Mentions of what bare evidence leaves unnamed, and whether that is a person."""
        if not self.assumed:
            return {}
        return {Place(r, n): person for r, n, person in unnamed.mentions(self.readings)}

    @cached_property
    def inside_out(self) -> tuple[Spot, ...]:
        """Every other node, those of the claim's own sentences first."""
        return tuple(
            Spot(Place(r, n), node, reading, reading.stands.get(node.head), plain)
            for r, reading in sorted(enumerate(self.readings), key=lambda row: row[0] not in self.own)
            for n, (node, plain) in enumerate(zip(reading.nodes, reading.plain, strict=True))
            if node.kind not in VALUES
        )

    def distance(self, a: Place, b: Place) -> int:
        """Steps between two nodes; sentences of a passage lie a few steps apart."""
        if a.reading != b.reading:
            return OTHER_SENTENCE + abs(a.reading - b.reading)
        reading = self.readings[a.reading]
        distance = reading.graph.distance
        one, other = reading.nodes[a.node].head, reading.nodes[b.node].head
        steps = distance(one, other)
        if steps <= 1:
            return steps
        return min(steps, distance(reading.tops[a.node], other), distance(one, reading.tops[b.node]))

    def roles(self, place: Place) -> Sequence[tuple[str, int]]:
        return self.readings[place.reading].graph.roles(self.node(place).head)


@dataclass(frozen=True)
class Alignment:
    """For every node of the statement (by index) the pair it was given, if any."""

    pairs: Mapping[int, Pair]
    score: float


def align(
    statement: Reading, passage: Passage, lore: Lore, edges: Sequence[Link], known: Sequence[Known]
) -> Alignment:
    """The best alignment found by choosing greedily, then choosing again with the others in place.

    known: for every node of the statement what is known of its relation to plain words; it grows.
    """
    topic = _topic(statement, passage, lore)
    options = {
        k: _options(node, statement, passage, lore, known[k], k in topic)
        for k, node in enumerate(statement.nodes)
        if node.kind not in VALUES
    }
    neighbours = _neighbours(statement, edges)
    worth = _with_the_values(statement, passage)
    chosen: dict[int, Pair] = {}
    order = sorted(
        options, key=lambda k: (len(options[k]) != 1, FIRST[statement.nodes[k].kind], len(options[k]), k)
    )
    order = [k for k in order if options[k]]
    for _ in range(ROUNDS):
        before = dict(chosen)
        for k in order:
            best = _best(k, options[k], neighbours[k], chosen, passage, worth)
            if best is None:
                chosen.pop(k, None)
            else:
                chosen[k] = best
        if chosen == before:
            break
    total = sum(pair.related.strength for pair in chosen.values())
    total += sum(_fit(pair, _partners(neighbours[k], chosen), passage) for k, pair in chosen.items()) / 2
    return Alignment(dict(sorted(chosen.items())), total)


def _with_the_values(statement: Reading, passage: Passage) -> dict[int, float]:
    """What the sentences of a claim that give a date or figure of the statement's own are worth above its others."""
    wanted = [node for node in statement.nodes if node.kind in VALUES] if len(passage.own) > 1 else []
    found: dict[int, float] = {}
    for r in sorted(passage.own) if wanted else ():
        have = [node for node in passage.readings[r].nodes if node.kind in VALUES]
        found[r] = SAME_VALUE * sum(any(alike(h, w) for h in have) for w in wanted)
    return found


def _topic(statement: Reading, passage: Passage, lore: Lore) -> frozenset[int]:
    """The statement's nodes that the evidence's unnamed mentions stand for."""
    first = next(iter(passage.unnamed.items()), None)
    if first is None:
        return frozenset()
    place, person = first
    called = passage.node(place).lemma
    return unnamed.topic(statement, passage.readings, lore, person, called)


Known = dict[Plain, Related]


def _options(
    node: Node, statement: Reading, passage: Passage, lore: Lore, known: Known, unnamed: bool
) -> list[Pair]:
    found: list[Pair] = [Pair(place, IMPLIED) for place in passage.unnamed] if unnamed else []
    sure = only_classes(statement, node)  # the "plan" in "the Pro plan" is not the heading's "Plans"
    for spot in passage.inside_out:
        place, other, reading, stands, plain = spot
        if sure and place.reading not in passage.own:
            break  # met in the claim's own sentences: no need to look around them
        if plain is None:
            related = relate(other, reading, node, statement, lore)
        else:
            word = known.get(plain)
            if word is None:
                word = known[plain] = by_word(other, reading, node, statement)
            related = word if stands is None else by_mention(word, stands, node, statement, lore)
        if related is NONE and (other.kind == "pronoun" or other.lemma in THERE):
            related = _unsaid(spot, node, statement, passage, lore)
        if related is not NONE:
            found.append(Pair(place, related))
            sure = sure or related.strength >= SURE
    return found


def _unsaid(spot: Spot, node: Node, statement: Reading, passage: Passage, lore: Lore) -> Related:
    """What a pronoun, "here" or "there" may stand for though nothing in the document says so."""
    if spot.node.lemma in THERE:
        return _there(spot.place, node, passage, lore)
    return _understood(spot.place, spot.node, node, statement, passage)


IMPLIED = Related(Meet.SAME, 0.7, "name.topic")
UNDERSTOOD = Related(Meet.SAME, 0.55, "name.understood")
THIRD_PERSON = frozenset("he she it they him her them his its their theirs hers".split())


def _there(place: Place, node: Node, passage: Passage, lore: Lore) -> Related:
    """ "No American was killed there": the place the sentence before speaks of."""
    wanted = node.value
    if not isinstance(wanted, Name) or place.reading == 0:
        return NONE
    before = passage.readings[place.reading - 1].nodes
    met = any(isinstance(n.value, Name) and lore.one(n.value, wanted) for n in before)
    return UNDERSTOOD if met else NONE


def _understood(place: Place, pronoun: Node, node: Node, statement: Reading, passage: Passage) -> Related:
    """A pronoun nobody could resolve may mean what the statement speaks of, where nothing else can be meant.

    That is a thing the sentences just before it speak of, or, in bare evidence, the statement's own subject.
    """
    reading = passage.readings[place.reading]
    if reading.sentence[pronoun.head].lower not in THIRD_PERSON or pronoun.head in reading.stands:
        return NONE
    if node.kind not in {"word", "name"} or node.pos != "n" or statement.contexts[node.head].polarity < 0:
        return NONE
    subject = any(
        role in {"agent", "subject", "patient", "poss"} for role, _ in statement.graph.roles(node.head)
    )
    if not subject:
        return NONE
    if passage.assumed and not any(
        n.kind == "name" for n in passage.readings[place.reading].nodes[: place.node]
    ):
        return NONE if _another_meant(reading, place.node) else UNDERSTOOD
    before = {
        n.lemma
        for r in passage.readings[: place.reading]
        for n in r.nodes
        if n.pos == "n" and n.kind == "word"
    }
    return UNDERSTOOD if node.kind == "word" and node.lemma in before else NONE


SEVERAL = frozenset({"they", "them", "their"})


def _another_meant(reading: Reading, pronoun: int) -> bool:
    """Whether several people or things are spoken of before "them" in its sentence: it means those."""
    if reading.sentence[reading.nodes[pronoun].head].lower not in SEVERAL:
        return False
    before = (reading.sentence[n.head] for n in reading.nodes[:pronoun] if n.kind == "word")
    return any(t.tag == "NNS" and t.dep in {"nsubj", "nsubjpass", "dobj"} for t in before)


Neighbour = tuple[int, str, bool]  # a node, the role one of the two plays, whether that node is the head


def _neighbours(statement: Reading, edges: Sequence[Link]) -> dict[int, list[Neighbour]]:
    """For every node those it hangs together with."""
    near: dict[int, list[Neighbour]] = {k: [] for k in range(len(statement.nodes))}
    for link in edges:
        near[link.child].append((link.head, link.role, True))
        near[link.head].append((link.child, link.role, False))
    return near


def _best(
    k: int,
    options: Sequence[Pair],
    near: Sequence[Neighbour],
    chosen: Mapping[int, Pair],
    passage: Passage,
    worth: Mapping[int, float],
) -> Pair | None:
    taken: dict[Place, float] = {}
    beside: dict[int, int] = {}
    for other, pair in chosen.items():
        if other != k:
            taken[pair.place] = pair.related.strength
            beside[pair.place.reading] = beside.get(pair.place.reading, 0) + 1
    partners = _partners(near, chosen)
    best, best_score = None, 0.0
    for pair in options:
        place, strength = pair.place, pair.related.strength
        score = strength + _fit(pair, partners, passage)
        if strength >= 1.0:
            score += SAME_WORD
        score += TOGETHER * beside.get(place.reading, 0)
        if taken.get(place, -1.0) >= strength:
            score -= 0.6
        if place.reading not in passage.own:
            score -= OUTSIDE
        score += worth.get(place.reading, 0.0)
        if score > best_score + 1e-9:
            best, best_score = pair, score
    return best


def _partners(near: Sequence[Neighbour], chosen: Mapping[int, Pair]) -> list[tuple[Place, str, bool]]:
    """Where a node's neighbours are met, with role and whether that neighbour is the head."""
    return [(chosen[other].place, role, is_head) for other, role, is_head in near if other in chosen]


def _fit(pair: Pair, partners: Sequence[tuple[Place, str, bool]], passage: Passage) -> float:
    """How well a pair sits among the pairs its neighbours were given."""
    total, own = 0.0, pair.place
    for place, role, is_head in partners:
        if place == own:
            continue
        steps = passage.distance(own, place)
        total += CLOSENESS[steps] if steps < len(CLOSENESS) else (-0.1 if steps >= FAR else 0.0)
        if place.reading == own.reading:
            total += _role_fit(role, own, place, is_head, passage)
    return total


def _role_fit(role: str, place: Place, partner: Place, is_head: bool, passage: Passage) -> float:
    child, head = (place, partner) if is_head else (partner, place)
    group = ROLE_GROUPS.get(role)
    at = passage.node(head).head
    held = [r for r, h in passage.roles(child) if h == at]
    if role in held:
        return 0.3
    if group and any(ROLE_GROUPS.get(r) not in {None, group} for r in held):
        return -0.2
    return 0.0
