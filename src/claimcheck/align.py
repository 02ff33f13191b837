"""Which words of a statement meet which words of a passage.

Alignment for natural logic (MacCartney & Manning 2007): every node of the statement is paired with at most one node of
the passage, so that related words meet and words that hang together in the statement hang together in the passage. The
structure chooses the partner and the values are compared afterwards; a wrong figure in the right place is thus found.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

from claimcheck import unnamed
from claimcheck.dimensions.name import Name
from claimcheck.graph import FAR
from claimcheck.lore import Lore
from claimcheck.reading import Node, Reading
from claimcheck.relate import NONE, Meet, Related, relate
from claimcheck.stamps import alike

VALUES = frozenset({"quantity", "date"})  # bound once the words are aligned: see `bind`
FIRST = {"name": 0, "word": 1, "pronoun": 2}
OTHER_SENTENCE = 5  # steps from one sentence of a passage to another
TOGETHER = 0.05  # what every other partner in the same sentence is worth
SAME_VALUE = 0.08  # what a date or figure of the statement's own adds to every partner in its sentence
SAME_WORD = 0.3  # what the very same word or name is worth beyond its strength
SURE = 0.85  # a relation this strong within the claim's own sentences needs no other
OUTSIDE = 0.35  # what a partner outside the claim's own sentences must be better by
ROUNDS = 3
ROLE_GROUPS = {"agent": "do", "subject": "do", "patient": "undergo", "recipient": "receive"}


@dataclass(frozen=True, slots=True)
class Place:
    """A node of a passage: the index of its reading, and of the node there."""

    reading: int
    node: int


@dataclass(frozen=True, slots=True)
class Pair:
    """A statement's node met by a passage's."""

    place: Place
    related: Related


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
    def unnamed(self) -> Mapping[Place, bool]:
        """Mentions of what bare evidence leaves unnamed, and whether that is a person."""
        if not self.assumed:
            return {}
        return {Place(r, n): person for r, n, person in unnamed.mentions(self.readings)}

    @cached_property
    def inside_out(self) -> tuple[tuple[Place, Node], ...]:
        """Every node, those of the claim's own sentences first."""
        return tuple(sorted(self.every, key=lambda row: row[0].reading not in self.own))

    def distance(self, a: Place, b: Place) -> int:
        """Steps between two nodes; sentences of a passage lie a few steps apart."""
        if a.reading == b.reading:
            graph = self.readings[a.reading].graph
            one, other = self.node(a).head, self.node(b).head
            steps = graph.distance(one, other)
            if steps <= 1:
                return steps
            return min(
                steps, graph.distance(self._compound(a), other), graph.distance(one, self._compound(b))
            )
        return OTHER_SENTENCE + abs(a.reading - b.reading)

    def _compound(self, place: Place) -> int:
        """The head of a noun that stands before another ("police" in "federal police personnel")."""
        sentence = self.readings[place.reading].sentence
        token = sentence[self.node(place).head]
        return token.head if token.dep == "compound" else token.i

    def roles(self, place: Place) -> list[tuple[str, int]]:
        return self.readings[place.reading].graph.roles(self.node(place).head)


@dataclass(frozen=True, slots=True)
class Link:
    """Two nodes of a statement that hang together: `child` fills `role` of `head`."""

    head: int
    child: int
    role: str


@dataclass(frozen=True)
class Alignment:
    """For every node of the statement (by index) the pair it was given, if any."""

    pairs: Mapping[int, Pair]
    score: float


def links(reading: Reading) -> tuple[Link, ...]:
    """The edges of a reading between its nodes; words that belong to no node are bridged."""
    graph, at = reading.graph, reading.at
    found: dict[tuple[int, int], Link] = {}
    for edge in sorted(graph.edges(), key=lambda edge: edge.head not in at):
        child = at.get(edge.child)
        head, role = _nearest(reading, edge.head), edge.role
        if child is not None and head is not None and head != child:
            found.setdefault((head, child), Link(head, child, role))
    for link in _bridged(reading):
        if (link.child, link.head) not in found:
            found.setdefault((link.head, link.child), link)
    return tuple(found.values())


def _nearest(reading: Reading, token: int) -> int | None:
    """The node of a token, or of the nearest governor that has one."""
    seen = 0
    while token >= 0 and seen <= len(reading.sentence):
        if token in reading.at:
            return reading.at[token]
        token = reading.graph.governor[token]
        seen += 1
    return None


def _bridged(reading: Reading) -> Iterator[Link]:
    """Nodes whose common governor is no node ("the base is in Iraq") hang together too."""
    orphans: dict[int, list[int]] = {}
    for token, head in enumerate(reading.graph.governor):
        if head >= 0 and token in reading.at and _nearest(reading, head) is None:
            orphans.setdefault(head, []).append(reading.at[token])
    for group in orphans.values():
        for other in group[1:]:
            if other != group[0]:
                yield Link(other, group[0], "subject")


def align(statement: Reading, passage: Passage, lore: Lore, edges: Sequence[Link]) -> Alignment:
    """The best alignment found by choosing greedily, then choosing again with the others in place."""
    topic = _topic(statement, passage, lore)
    options = {
        k: _options(node, statement, passage, lore, k in topic)
        for k, node in enumerate(statement.nodes)
        if node.kind not in VALUES
    }
    neighbours = _neighbours(statement, edges)
    worth = _with_the_values(statement, passage)
    chosen: dict[int, Pair] = {}
    order = sorted(
        options, key=lambda k: (len(options[k]) != 1, FIRST[statement.nodes[k].kind], len(options[k]), k)
    )
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
    total += sum(_fit(chosen[k], neighbours[k], chosen, passage) for k in chosen) / 2
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
    person = next(iter(passage.unnamed.values()), None)
    return frozenset() if person is None else unnamed.topic(statement, passage.readings, lore, person)


def _options(node: Node, statement: Reading, passage: Passage, lore: Lore, unnamed: bool) -> list[Pair]:
    found: list[Pair] = [Pair(place, IMPLIED) for place in passage.unnamed] if unnamed else []
    sure = False
    for place, other in passage.inside_out:
        if other.kind in VALUES:
            continue
        if sure and place.reading not in passage.own:
            break  # met in the claim's own sentences: no need to look around them
        reading = passage.readings[place.reading]
        related = relate(other, reading, node, statement, lore)
        if related.meet is Meet.NONE and other.lemma in THERE:
            related = _there(place, node, passage, lore)
        elif other.kind == "pronoun" and related.meet is Meet.NONE:
            related = _understood(place, other, node, statement, passage)
        if related.meet is not Meet.NONE:
            found.append(Pair(place, related))
            sure = sure or related.strength >= SURE
    return found


IMPLIED = Related(Meet.SAME, 0.7, "name.topic")
UNDERSTOOD = Related(Meet.SAME, 0.55, "name.understood")
THIRD_PERSON = frozenset("he she it they him her them his its their theirs hers".split())


THERE = frozenset({"there", "here"})


def _there(place: Place, node: Node, passage: Passage, lore: Lore) -> Related:
    """ "No American was killed there": the place the sentence before speaks of."""
    wanted = node.value
    if not isinstance(wanted, Name) or place.reading == 0:
        return NONE
    before = passage.readings[place.reading - 1].nodes
    met = any(isinstance(n.value, Name) and lore.same(n.value, wanted).yes for n in before)
    return UNDERSTOOD if met else NONE


def _understood(place: Place, pronoun: Node, node: Node, statement: Reading, passage: Passage) -> Related:
    """A pronoun nobody could resolve may mean what the statement speaks of, where nothing else can be meant.

    That is a thing the sentences just before it speak of, or, in bare evidence, the statement's own subject.
    """
    reading = passage.readings[place.reading]
    if reading.sentence[pronoun.head].lower not in THIRD_PERSON or pronoun.head in reading.stands:
        return NONE
    if node.kind not in {"word", "name"} or node.pos != "n":
        return NONE
    subject = any(
        role in {"agent", "subject", "patient", "poss"} for role, _ in statement.graph.roles(node.head)
    )
    if not subject:
        return NONE
    if passage.assumed and not any(
        n.kind == "name" for n in passage.readings[place.reading].nodes[: place.node]
    ):
        return UNDERSTOOD
    before = {
        n.lemma
        for r in passage.readings[: place.reading]
        for n in r.nodes
        if n.pos == "n" and n.kind == "word"
    }
    return UNDERSTOOD if node.kind == "word" and node.lemma in before else NONE


def _neighbours(statement: Reading, edges: Sequence[Link]) -> dict[int, list[tuple[int, str, bool]]]:
    """For every node those it hangs together with: (node, role, whether that node is the head)."""
    near: dict[int, list[tuple[int, str, bool]]] = {k: [] for k in range(len(statement.nodes))}
    for link in edges:
        near[link.child].append((link.head, link.role, True))
        near[link.head].append((link.child, link.role, False))
    return near


def _best(
    k: int,
    options: Sequence[Pair],
    near: Sequence[tuple[int, str, bool]],
    chosen: Mapping[int, Pair],
    passage: Passage,
    worth: Mapping[int, float],
) -> Pair | None:
    taken = {pair.place: pair.related.strength for other, pair in chosen.items() if other != k}
    best, best_score = None, 0.0
    beside = Counter(pair.place.reading for other, pair in chosen.items() if other != k)
    for pair in options:
        score = pair.related.strength + _fit(pair, near, chosen, passage)
        if pair.related.strength >= 1.0:
            score += SAME_WORD
        score += TOGETHER * beside[pair.place.reading]
        if taken.get(pair.place, 0.0) >= pair.related.strength and pair.place in taken:
            score -= 0.6
        if pair.place.reading not in passage.own:
            score -= OUTSIDE
        score += worth.get(pair.place.reading, 0.0)
        if score > best_score + 1e-9:
            best, best_score = pair, score
    return best


def _fit(
    pair: Pair, near: Sequence[tuple[int, str, bool]], chosen: Mapping[int, Pair], passage: Passage
) -> float:
    """How well a pair sits among the pairs its neighbours were given."""
    total = 0.0
    for other, role, is_head in near:
        partner = chosen.get(other)
        if partner is None or partner.place == pair.place:
            continue
        steps = passage.distance(pair.place, partner.place)
        total += (0.6, 0.6, 0.25, 0.1)[steps] if steps < 4 else (-0.1 if steps >= FAR else 0.0)
        total += _role_fit(role, pair.place, partner.place, is_head, passage)
    return total


def _role_fit(role: str, place: Place, partner: Place, is_head: bool, passage: Passage) -> float:
    child, head = (place, partner) if is_head else (partner, place)
    group = ROLE_GROUPS.get(role)
    if child.reading != head.reading:
        return 0.0
    at = passage.node(head).head
    held = [r for r, h in passage.roles(child) if h == at]
    if role in held:
        return 0.3
    if group and any(ROLE_GROUPS.get(r) not in {None, group} for r in held):
        return -0.2
    return 0.0
