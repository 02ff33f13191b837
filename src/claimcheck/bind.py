"""Which value of the evidence answers to a value of the statement: the one in the same place of the same frame.

Values bind to the thing they count or measure and to their own clause, so the place is found first, from the words
already aligned, and only then are the two values compared.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace

from claimcheck import two_ways
from claimcheck.account import FIGURE_VERBS, NONE_WORDS
from claimcheck.align import Pair, Passage, Place
from claimcheck.dimensions.date import Bound as DateBound
from claimcheck.dimensions.date import When
from claimcheck.dimensions.quantity import Quantity
from claimcheck.extents import axis_of
from claimcheck.favour import HELD, Told, hits, labels, otherwise_put
from claimcheck.reading import Reading
from claimcheck.relate import Meet
from claimcheck.siblings import counted_out
from claimcheck.things import hyphenated, images, thing_met, things
from claimcheck.trend import trend

TALLYING = frozenset("record report register confirm see log".split())  # how many there were, and no more
BESIDE = 2  # steps within which a word stands beside a value


@dataclass(frozen=True, slots=True)
class Bound:
    """A value of the evidence and how firmly it answers.

    thing: what is counted or measured is the same; near: a word of the statement's clause stands beside the value;
    clause: the predicate is the same, or the statement's says nothing but the figure; governed: both hang from it;
    own: how many of the statement's words are said of this figure alone; favour: the same, less those said of one
    beside it; behind: by how many one beside it is likelier; level: both or neither are what another figure is counted
    out of; alike: both or neither count a part out of a whole; outdone: not level, where a figure that is hangs from
    the statement's own predicate.
    """

    place: Place
    thing: bool
    near: bool
    clause: bool
    governed: bool
    steps: int
    favour: int = 0
    own: int = 0
    behind: int = 0
    level: bool = True
    alike: bool = True
    outdone: bool = False

    @property
    def firm(self) -> float:
        held = 2.0 * self.thing + 0.5 * self.near + 1.5 * self.clause + 0.5 * self.governed
        held -= min(2.0, 1.5 * self.behind) + 1.5 * self.outdone + 0.5 * (not self.alike)
        return held - 0.25 * self.steps


def quantity(
    k: int, statement: Reading, passage: Passage, pairs: Mapping[int, Pair]
) -> list[tuple[Bound, Quantity]]:
    """The evidence's quantities that may answer to the statement's node `k`, firmest first."""
    value = statement.nodes[k].value
    assert isinstance(value, Quantity)
    found = []
    whole = counted_out(statement.sentence, value)
    told: Told | None = frozenset() if whole else None  # "three of the four are blue": not the four
    for place, node in passage.values:
        other = node.value
        if not isinstance(other, Quantity):
            continue
        acts = two_ways.of_acts(statement, value, passage, place, other, pairs)
        if acts or (comparable(other, value) and _roles(statement, value, other)):
            bound = (
                Bound(place, True, True, True, True, 0)
                if acts
                else _bind(statement, value, passage, place, other, pairs)
            )
            if bound is not None:
                told = labels(k, statement, passage, pairs) if told is None else told
                level = counted_out(passage.readings[place.reading].sentence, other) == whole
                own, rivals = hits(told, passage, place)
                more = own - rivals
                if other.role == "start" != value.role and more < 1:
                    continue
                axes = {axis_of(statement, value), axis_of(passage.readings[place.reading], other)} - {None}
                bound = replace(bound, steps=bound.steps + 8 * (len(axes) - 1)) if len(axes) > 1 else bound
                found.append(
                    (
                        replace(
                            bound,
                            favour=more,
                            own=own,
                            level=level,
                            alike=value.partitive == other.partitive,
                        ),
                        other,
                    )
                )
    if value.dimension == "count" and value.head is not None and any(bound.thing for bound, _ in found):
        found = [(bound, other) for bound, other in found if bound.thing or other.head is None]
    if any(bound.level and bound.governed for bound, _ in found):
        found = [(replace(bound, outdone=not bound.level), other) for bound, other in found]
    found = [(_behind(bound, found, passage), other) for bound, other in found]
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
    if {e.dimension, s.dimension} in ({"rating", "share"}, {"rating", "count"}):
        return two_ways.scored(e, s)
    if e.dimension == "age" and s.dimension == "count":
        return s.head is None and not s.unit and s.form == "exact"  # "Mara Linde is 43"
    return e.dimension == s.dimension or any({e.dimension, s.dimension} <= group for group in groups)


def _roles(statement: Reading, value: Quantity, other: Quantity) -> bool:
    """As `roles_agree`; "shaved 15 million off" is a change though no "by" says so."""
    if roles_agree(other, value) or (value.role == "value" and other.role == "start"):
        return True
    verb = statement.sentence[value.governor].lemma if value.governor is not None else ""
    return value.role == "value" and other.role == "change" and trend(verb) != 0


def roles_agree(e: Quantity, s: Quantity) -> bool:
    """Whether two quantities play one part: a change is no level, a start no end."""
    if e.role == s.role:
        return True
    level = {"value", "end", "share", "rate"}
    return e.role in level and s.role in level


def _behind(bound: Bound, found: list[tuple[Bound, Quantity]], passage: Passage) -> Bound:
    """The bound with how much likelier one of its siblings is that may answer too."""
    region = passage.readings[bound.place.reading].regions.get(bound.place.node)
    if region is None:
        return bound
    beside = {Place(bound.place.reading, n) for n in region.beside}
    best = max((b.favour for b, _ in found if b.place in beside), default=0)
    return replace(bound, behind=max(0, best - bound.favour))


def _bind(
    statement: Reading,
    value: Quantity,
    passage: Passage,
    place: Place,
    other: Quantity,
    pairs: Mapping[int, Pair],
) -> Bound | None:
    met = [i for i in images(statement, things(statement, value), pairs) if i.reading == place.reading]
    thing = thing_met(statement, value, passage, place, pairs)
    if not thing and hyphenated(passage.readings[place.reading], other) is not None:
        return None  # "the 12-storey tower" says nothing of how many towers there are
    if not thing and _counts_another(statement, value, passage, place, other, pairs):
        return None
    close = met or [
        i for i in images(statement, _clause(statement, value), pairs) if i.reading == place.reading
    ]
    steps = min((passage.distance(place, i) for i in close), default=9)
    near = steps <= BESIDE and (value.dimension != "count" or value.head is None)
    clause = _same_clause(statement, value, passage, place, other, pairs)
    held = clause and _governed(statement, value, other, place, pairs, passage)
    if not thing and not held and not (near and (clause or not met)):
        return None
    return Bound(place, thing, near, clause, held, min(steps, 8))


def _counts_another(
    statement: Reading,
    value: Quantity,
    passage: Passage,
    place: Place,
    other: Quantity,
    pairs: Mapping[int, Pair],
) -> bool:
    """Whether the thing the statement counts is one only in that sentence: "two guides" beside "and a guide"."""
    k = statement.at.get(value.head) if value.head is not None else None
    if k is None or value.dimension != "count" or other.head is None or k not in pairs:
        return False
    pair = pairs[k]
    if pair.related.meet not in HELD or pair.place.reading != place.reading:
        return False
    sentence, at = passage.readings[place.reading].sentence, passage.node(pair.place).head
    return sentence[at].tag == "NN" and any(sentence[c].lower in {"a", "an"} for c in sentence.children[at])


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
    if otherwise_put(statement, k, passage, pairs[k].place):
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
    verb = statement.nodes[governor].lemma.split("_")[0] if governor is not None else ""
    if governor is None or verb in FIGURE_VERBS or verb in TALLYING:
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


def of_a_comparison(reading: Reading) -> bool:
    """Whether the dates of a sentence are those of things compared: "more in April than in March"."""
    tokens = reading.sentence.tokens
    dates = [node.value for node in reading.nodes if isinstance(node.value, When)]
    before = [[t.lower for t in tokens[max(0, when.start - 2) : when.start]] for when in dates]
    return any("than" in words or words[-1:] == ["as"] for words in before)
