"""Which value of the evidence answers to a value of the statement: the one in the same place of the same frame.

Values bind to the thing they count or measure and to their own clause, so the place is found first, from the words
already aligned, and only then are the two values compared.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from decimal import Decimal

from claimcheck.account import FIGURE_VERBS
from claimcheck.align import Pair, Passage, Place
from claimcheck.dimensions.date import When
from claimcheck.dimensions.interval import Interval
from claimcheck.dimensions.quantity import Quantity
from claimcheck.reading import Node, Reading
from claimcheck.relate import Meet
from claimcheck.trend import trend

HELD = frozenset({Meet.SAME, Meet.NARROWER, Meet.CONVERSE})
PARTICIPANTS = frozenset({"agent", "patient", "subject", "poss"})
OF_THE_THING = frozenset({"mod", "poss", "prep_of", "prep_in", "prep_for"})
BESIDE = 2  # steps within which a word stands beside a value


@dataclass(frozen=True, slots=True)
class Bound:
    """A value of the evidence and how firmly it answers.

    thing: what is counted or measured is the same; near: a word of the statement's clause stands beside the value;
    clause: the predicate is the same, or the statement's says nothing but the figure; governed: both hang from it.
    """

    place: Place
    thing: bool
    near: bool
    clause: bool
    governed: bool
    steps: int

    @property
    def firm(self) -> float:
        held = 2.0 * self.thing + 0.5 * self.near + 1.5 * self.clause + 0.5 * self.governed
        return held - 0.25 * self.steps


def things(reading: Reading, value: Quantity) -> tuple[int, ...]:
    """Tokens a quantity may be said of: what it counts, or the participants of the verb it hangs from."""
    own = value.head in value.words  # "twice", "three times": counted of what the verb says
    found = [value.head] if value.head is not None and not own else []
    governor = value.governor
    if found and value.dimension == "count":
        return tuple(found)
    if governor is not None:
        found += [child for role, child in reading.graph.fillers(governor) if role in PARTICIPANTS]
        if reading.sentence[governor].pos in {"NOUN", "PROPN"}:
            found.append(governor)
        found += _handed_down(reading, governor)
    found += [c for i in found for c in _of(reading, i)]
    return tuple(dict.fromkeys(found))


PARTITIVE = frozenset(
    "all some most many none each both half several any few majority number share proportion percentage rate part "
    "one total level member amount dozens hundreds thousands rest quarter third".split()
)


def _of(reading: Reading, token: int) -> list[int]:
    """What "all of", "the share of" and the like speak of."""
    if reading.sentence[token].lemma not in PARTITIVE:
        return []
    return [child for role, child in reading.graph.fillers(token) if role == "prep_of"]


def _handed_down(reading: Reading, governor: int) -> list[int]:
    """For "the vessel, a ferry of 42 meters": what an apposed or relative clause's noun is said of."""
    roles = reading.graph.roles(governor)
    return [head for role, head in roles if role in {"appos", "relcl", "acl", "attr"}]


def quantity(
    k: int, statement: Reading, passage: Passage, pairs: Mapping[int, Pair]
) -> list[tuple[Bound, Quantity]]:
    """The evidence's quantities that may answer to the statement's node `k`, firmest first."""
    value = statement.nodes[k].value
    assert isinstance(value, Quantity)
    found = []
    for place, node in passage.values:
        other = node.value
        if isinstance(other, Quantity) and comparable(other, value) and _roles(statement, value, other):
            bound = _bind(statement, value, passage, place, other, pairs)
            if bound is not None:
                found.append((bound, other))
    return sorted(found, key=lambda row: (-row[0].firm, row[0].place.reading, row[0].place.node))


def comparable(e: Quantity, s: Quantity) -> bool:
    """Whether two quantities are of one dimension, or of two that a rule tells apart."""
    groups = ({"share", "points", "ratio"}, {"calendar", "duration"}, {"temperature", "degree"})
    if {e.dimension, s.dimension} == {"version", "count"}:
        return "." in e.text and "." in s.text
    return e.dimension == s.dimension or any({e.dimension, s.dimension} <= group for group in groups)


def _roles(statement: Reading, value: Quantity, other: Quantity) -> bool:
    """As `roles_agree`; "shaved 15 million off" is a change though no "by" says so."""
    if roles_agree(other, value):
        return True
    verb = statement.sentence[value.governor].lemma if value.governor is not None else ""
    return value.role == "value" and other.role == "change" and trend(verb) != 0


def roles_agree(e: Quantity, s: Quantity) -> bool:
    """Whether two quantities play one part: a change is no level, a start no end."""
    if e.role == s.role:
        return True
    level = {"value", "end", "share", "rate"}
    return e.role in level and s.role in level


def _bind(
    statement: Reading,
    value: Quantity,
    passage: Passage,
    place: Place,
    other: Quantity,
    pairs: Mapping[int, Pair],
) -> Bound | None:
    evidence = passage.readings[place.reading]
    theirs = set(things(evidence, other))
    named = value.head in statement.at and statement.nodes[statement.at[value.head]].kind == "name"
    if other.dimension != "count" or named:
        theirs |= {c for i in theirs for role, c in evidence.graph.fillers(i) if role in OF_THE_THING}
    images = [i for i in _images(statement, things(statement, value), pairs) if i.reading == place.reading]
    thing = any(passage.node(i).head in theirs for i in images)
    close = images or [
        i for i in _images(statement, _clause(statement, value), pairs) if i.reading == place.reading
    ]
    steps = min((passage.distance(place, i) for i in close), default=9)
    near = steps <= BESIDE and (value.dimension != "count" or value.head is None)
    clause = _same_clause(statement, value, passage, place, other, pairs)
    held = clause and _governed(statement, value, other, place, pairs, passage)
    if not thing and not held and not (near and (clause or not images)):
        return None
    return Bound(place, thing, near, clause, held, min(steps, 8))


def _governed(
    statement: Reading,
    value: Quantity,
    other: Quantity,
    place: Place,
    pairs: Mapping[int, Pair],
    passage: Passage,
) -> bool:
    """Whether both values hang from words that are aligned with each other."""
    k = statement.at.get(value.governor) if value.governor is not None else None
    if k is None or k not in pairs or pairs[k].place.reading != place.reading:
        return False
    return passage.node(pairs[k].place).head == other.governor


def _same_clause(
    statement: Reading,
    value: Quantity,
    passage: Passage,
    place: Place,
    other: Quantity,
    pairs: Mapping[int, Pair],
) -> bool:
    governor = statement.at.get(value.governor) if value.governor is not None else None
    if governor is None or statement.nodes[governor].lemma.split("_")[0] in FIGURE_VERBS:
        return True
    image = pairs.get(governor)
    if image is None or image.place.reading != place.reading or image.related.meet is Meet.WIDER:
        return False
    evidence, at = passage.readings[place.reading], passage.node(image.place).head
    return other.governor == at or evidence.graph.distance(passage.node(place).head, at) <= BESIDE


def _clause(reading: Reading, value: Quantity) -> tuple[int, ...]:
    """Nouns of the statement that stand anywhere near the value."""
    head = reading.nodes[reading.at[value.start]].head
    return tuple(
        node.head
        for node in reading.nodes
        if node.pos == "n" and node.kind in {"word", "name"} and reading.graph.distance(head, node.head) <= 4
    )


def _images(reading: Reading, tokens: tuple[int, ...], pairs: Mapping[int, Pair]) -> list[Place]:
    found = []
    for token in tokens:
        k = reading.at.get(token)
        if k is not None and k in pairs and pairs[k].related.meet in HELD:
            found.append(pairs[k].place)
    return found


def parts(
    k: int,
    statement: Reading,
    passage: Passage,
    pairs: Mapping[int, Pair],
    fits: Callable[[Node, Node], bool],
) -> list[Quantity]:
    """Counts of the evidence that add up to what the statement counts: parts of one whole, under the same predicate.

    "Three passengers and one crew member were killed" has the parts of "four people were killed"; where the statement
    joins predicates ("killed or wounded") the evidence's parts under each count. fits(evidence, statement): whether
    the one thing counted is a kind of the other.
    """
    value = statement.nodes[k].value
    assert isinstance(value, Quantity)
    if value.head is None or value.dimension != "count" or value.head not in statement.at:
        return []
    wanted = statement.nodes[statement.at[value.head]]
    governors = {statement.at[h] for _, h in statement.graph.roles(value.head) if h in statement.at}
    places = [pairs[g].place for g in sorted(governors) if g in pairs and pairs[g].related.meet in HELD]
    found: dict[tuple[int, ...], Quantity] = {}
    for place in places:
        evidence = passage.readings[place.reading]
        at = passage.node(place).head
        for node in evidence.nodes:
            other = node.value
            if not isinstance(other, Quantity) or other.dimension != "count" or other.head not in evidence.at:
                continue
            under = any(h == at for _, h in evidence.graph.roles(other.head))
            if under and fits(evidence.nodes[evidence.at[other.head]], wanted):
                found[(place.reading, *other.words)] = other
        if found:
            for one in _singles(evidence, at, wanted, fits):
                found[(place.reading, *one.words)] = one
    return list(found.values())


def _singles(
    evidence: Reading, at: int, wanted: Node, fits: Callable[[Node, Node], bool]
) -> Iterator[Quantity]:
    """ "Four villagers and a firefighter": an indefinite article among counted nouns counts one."""
    sentence = evidence.sentence
    for _, child in evidence.graph.fillers(at):
        k = evidence.at.get(child)
        article = next((c for c in sentence.children[child] if sentence[c].lower in {"a", "an"}), None)
        if k is not None and article is not None and fits(evidence.nodes[k], wanted):
            text = sentence.words(article, child + 1)
            yield Quantity(
                article, article + 1, text, Interval.point(Decimal(1)), "count", head=child, governor=at
            )


def dates(
    k: int, statement: Reading, passage: Passage, pairs: Mapping[int, Pair]
) -> list[tuple[int, Place, When]]:
    """The evidence's dates, with their steps from the image of what the date `k` hangs from; nearest first."""
    value = statement.nodes[k].value
    assert isinstance(value, When)
    anchor = _anchor(statement, value, pairs)
    found = []
    for place, node in passage.values:
        other = node.value
        if not isinstance(other, When):
            continue
        steps = _steps(passage, place, other, anchor)
        found.append((steps, place, other))
    return sorted(found, key=lambda row: (row[0], row[1].reading, row[1].node))


def _anchor(statement: Reading, value: When, pairs: Mapping[int, Pair]) -> Place | None:
    """The image of the nearest aligned word above the date."""
    token = value.governor
    for _ in range(4):
        k = statement.at.get(token)
        if k is not None and k in pairs and statement.nodes[k].lemma not in FIGURE_VERBS:
            return pairs[k].place  # "came" says nothing by itself: what came is what the date is of
        below = [statement.at[c] for _, c in statement.graph.fillers(token) if c in statement.at]
        held = [pairs[n].place for n in below if n in pairs]
        if held:
            return held[0]
        token = statement.graph.governor[token]
        if token < 0:
            break
    return next((pair.place for pair in pairs.values()), None)


def _steps(passage: Passage, place: Place, other: When, anchor: Place | None) -> int:
    if anchor is None:
        return 9
    if anchor.reading != place.reading:
        return 6 + abs(anchor.reading - place.reading)
    graph = passage.readings[place.reading].graph
    return graph.distance(other.governor, passage.node(anchor).head)
