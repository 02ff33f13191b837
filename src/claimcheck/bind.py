"""Which value of the evidence answers to a value of the statement: the one in the same place of the same frame.

Values bind to the thing they count or measure and to their own clause, so the place is found first, from the words
already aligned, and only then are the two values compared.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace

from claimcheck.account import FIGURE_VERBS, NONE_WORDS
from claimcheck.align import Pair, Passage, Place
from claimcheck.dimensions.date import Bound as DateBound
from claimcheck.dimensions.date import When
from claimcheck.dimensions.quantity import Quantity
from claimcheck.extents import names_extent, one_number
from claimcheck.favour import HELD, Told, behind, favour, labels
from claimcheck.reading import Reading
from claimcheck.relate import Meet
from claimcheck.siblings import counted_out
from claimcheck.trend import trend

PARTICIPANTS = frozenset({"agent", "patient", "subject", "poss"})
OF_THE_THING = frozenset({"mod", "poss", "prep_of", "prep_in", "prep_for"})
BESIDE = 2  # steps within which a word stands beside a value


@dataclass(frozen=True, slots=True)
class Bound:
    """A value of the evidence and how firmly it answers.

    thing: what is counted or measured is the same; near: a word of the statement's clause stands beside the value;
    clause: the predicate is the same, or the statement's says nothing but the figure; governed: both hang from it;
    favour: how many of the statement's words are said of this figure and not of one beside it; behind: by how many one
    beside it is likelier; level: both or neither
    are what another figure is counted out of.
    """

    place: Place
    thing: bool
    near: bool
    clause: bool
    governed: bool
    steps: int
    favour: int = 0
    behind: int = 0
    level: bool = True

    @property
    def firm(self) -> float:
        held = 2.0 * self.thing + 0.5 * self.near + 1.5 * self.clause + 0.5 * self.governed
        held -= min(2.0, self.behind) + 1.5 * (not self.level)
        return held - 0.25 * self.steps


def things(reading: Reading, value: Quantity) -> tuple[int, ...]:
    """Tokens a quantity may be said of: what it counts, or the participants of the verb it hangs from."""
    own = value.head in value.words  # "twice", "three times": counted of what the verb says
    found = [value.head] if value.head is not None and not own else []
    verb = next((w for w in value.words if reading.sentence[w].pos == "VERB"), None)
    governor = value.governor if verb is None else verb  # "doubled" is a verb itself
    if found and value.dimension == "count":
        return tuple(found)
    if governor is not None:
        found += [child for role, child in reading.graph.fillers(governor) if role in PARTICIPANTS]
        if reading.sentence[governor].pos in {"NOUN", "PROPN"}:
            found.append(governor)
        found += _handed_down(reading, governor)
    found += [c for i in found for c in (*_of(reading, i), *_owners(reading, i))]
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


def _owners(reading: Reading, token: int) -> list[int]:
    """What "the height of", "the tower's height" and "has a height" speak of."""
    if not names_extent(reading.sentence[token].lemma):
        return []
    found = [child for role, child in reading.graph.fillers(token) if role in {"prep_of", "poss", "prep_for"}]
    for role, head in reading.graph.roles(token):
        if role == "patient" and reading.sentence[head].lemma in {"have", "reach", "boast"}:
            found += [child for r, child in reading.graph.fillers(head) if r in {"agent", "subject"}]
    return found


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
    told: Told | None = None
    whole = counted_out(statement.sentence, value)
    for place, node in passage.values:
        other = node.value
        if isinstance(other, Quantity) and comparable(other, value) and _roles(statement, value, other):
            bound = _bind(statement, value, passage, place, other, pairs)
            if bound is not None:
                told = labels(k, statement, passage, pairs) if told is None else told
                level = counted_out(passage.readings[place.reading].sentence, other) == whole
                more, less = favour(told, passage, place), behind(told, passage, place)
                found.append((replace(bound, favour=more, behind=less, level=level), other))
    # "none of the 12": the whole is the figure, and what is said of none of it the polarity's to say
    bare = len(found) > 1 and value.text.lower() not in NONE_WORDS
    return sorted(
        found,
        key=lambda row: (
            bare and row[1].text.lower() in NONE_WORDS,
            -row[0].firm,
            row[0].place.reading,
            row[0].place.node,
        ),
    )


def comparable(e: Quantity, s: Quantity) -> bool:
    """Whether two quantities are of one dimension, or of two that a rule tells apart."""
    groups = ({"share", "points", "ratio"}, {"calendar", "duration"}, {"temperature", "degree"})
    if {e.dimension, s.dimension} == {"version", "count"}:
        return "." in e.text and "." in s.text
    if e.dimension == s.dimension == "count" and (e.unit == "times") != (s.unit == "times"):
        return False  # how often says nothing of how many
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
    thing = thing or _one_number(statement, value, evidence, other)
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


def _one_number(statement: Reading, value: Quantity, evidence: Reading, other: Quantity) -> bool:
    """Whether one text names the number ("a population of") of what the other counts ("inhabitants")."""
    if value.dimension != "count" or other.dimension != "count":
        return False
    mine = [statement.sentence[i].lemma for i in (*things(statement, value), value.governor) if i is not None]
    theirs = [evidence.sentence[i].lemma for i in (*things(evidence, other), other.governor) if i is not None]
    return any(one_number(a, b) for a in mine for b in theirs)


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
        if not isinstance(other, When) or _other_end(
            statement, value, passage.readings[place.reading], other
        ):
            continue
        found.append((_steps(passage, place, other, anchor), place, other))
        if anchor is not None and anchor.reading == place.reading:
            head = passage.node(anchor).head
            if _told_of(passage.readings[place.reading], other, head):
                found.append((1, place, replace(other, bound=DateBound.ON, governor=head)))
    return sorted(found, key=lambda row: (row[0], row[1].reading, row[1].node))


ENDS = {word: k for k, words in enumerate(("first earliest", "last latest final")) for word in words.split()}


def _other_end(statement: Reading, value: When, evidence: Reading, other: When) -> bool:
    """ "The first ferry leaves at 6:15 and the last at 10:40": each time is of the word before it."""
    asked = [
        ENDS[t.lower] for t in statement.sentence if t.lower in ENDS and not value.start <= t.i < value.stop
    ]
    if len(asked) != 1:
        return False
    told = [(t.i, ENDS[t.lower]) for t in evidence.sentence if t.lower in ENDS]
    if {end for _, end in told} != {0, 1}:
        return False
    before = [end for i, end in told if i < other.start]
    return bool(before) and before[-1] != asked[0]


def _told_of(reading: Reading, value: When, anchor: int) -> bool:
    """Whether "since 2009, when the dam burst" tells of a word: it happened at the time itself, not since."""
    sentence, at = reading.sentence, value.stop
    if at < len(sentence) and sentence[at].text == ",":
        at += 1
    if (
        at >= len(sentence)
        or sentence[at].lower != "when"
        or value.bound is DateBound.ON
        or value.end is not None
    ):
        return False
    return anchor > at and not any(sentence[i].text in {";", ",", "—"} for i in range(at, anchor))


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
