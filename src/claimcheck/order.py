"""Which of two events came first: "A two days after B" says what "B two days before A" says.

Both texts are read as one event, an order, and an other event. The events of the statement are found in the evidence by
where their words are met, so that the order may be told from either side, by a clause or by a noun.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, replace

from claimcheck.case import Case
from claimcheck.dimensions.date import When
from claimcheck.dimensions.date.value import Offset
from claimcheck.finding import Finding, Relation
from claimcheck.reading import Reading
from claimcheck.tokens import Sentence

AFTER, BEFORE = 1, -1
_MARKS = {"after": AFTER, "before": BEFORE, "following": AFTER}
TOLD = (1, 2, 4)  # what a word tells of the order, by how many events it heads: none, one, one in each text
CLEARLY = 2  # how much more must speak for one order than for the other
FIRM = 3  # how much must speak for one event of the two, where the other is not met
BOTH = 2  # the events of which something must be met


@dataclass(frozen=True, slots=True)
class Ordered:
    """The event headed by token `main` came after (1) or before (-1) the one headed by token `other`."""

    main: int
    other: int
    direction: int
    word: str


def orders(reading: Reading) -> Iterator[Ordered]:
    """The pairs of events that a sentence puts in order."""
    sentence = reading.sentence
    for token in sentence:
        direction = _MARKS.get(token.lower)
        if direction is None or _negated(sentence, token.i):
            continue
        if token.dep == "mark":
            other, main = token.head, sentence[token.head].head
        else:
            below = [c for c in sentence.children[token.i] if sentence[c].dep in {"pobj", "pcomp"}]
            if not below or token.dep not in {"prep", "advcl"}:
                continue
            other, main = below[0], token.head
        if main != other and not isinstance(_value(reading, other), When):
            yield Ordered(_event(sentence, main), other, direction, token.lower)


def _negated(sentence: Sentence, i: int) -> bool:
    """ "Not before", "not until after"."""
    return i > 0 and sentence[i - 1].lower in {"not", "never", "until", "only", "even"}


def _value(reading: Reading, token: int) -> object:
    return reading.nodes[reading.at[token]].value if token in reading.at else None


def _event(sentence: Sentence, token: int) -> int:
    """The verb or noun that "two days after" hangs from, past the measure itself."""
    while (
        sentence[token].dep in {"npadvmod", "advmod", "prep", "pobj", "nummod"}
        and sentence[token].head != token
    ):
        token = sentence[token].head
    return token


def turned(case: Case, mine: tuple[int, int], reading: int, theirs: tuple[int, int]) -> bool | None:
    """Whether the statement's two events (main, other) are the evidence's the other way about.

    False where they stand alike, None where that cannot be told.
    """
    votes: Counter[bool] = Counter()
    sides: set[bool] = set()
    evidence = case.passage.readings[reading]
    for k in sorted(case.held):
        place = case.met(k)
        if place is None or place.reading != reading or _shared(case, k, reading):
            continue
        token = case.passage.node(place).head
        own = _under(case.reading.sentence, case.node(k).head, mine[1])
        other = _under(evidence.sentence, token, theirs[1])
        heads = (case.node(k).head in mine) + (token in theirs)
        votes[own != other] += TOLD[heads]
        sides.add(own)
    swapped = votes[True] > votes[False]
    if not swapped and sides == {True} and votes[False] >= FIRM and not votes[True]:
        return False  # counted from the very same event, whatever the other is called
    if len(sides) < BOTH or votes[swapped] < CLEARLY * votes[not swapped]:
        return None
    return swapped


def _shared(case: Case, k: int, reading: int) -> bool:
    """A thing that both clauses of either text speak of tells nothing of the order."""
    lemma = case.node(k).lemma
    rows = (case.reading.nodes, case.passage.readings[reading].nodes)
    return any(sum(node.lemma == lemma for node in nodes) > 1 for nodes in rows)


def _under(sentence: Sentence, token: int, event: int) -> bool:
    """Whether a word is the one that heads an event, or hangs from it."""
    return event == token or event in sentence.path_up(token)


def flipped(offset: Offset) -> Offset:
    """The same distance seen from the other event."""
    return replace(offset, direction=-offset.direction)


def compare(case: Case) -> Iterator[Finding]:
    """Contradictions of the order in which the statement tells two events, where no length of time is told."""
    for mine in orders(case.reading):
        for r in sorted(case.passage.own):
            for theirs in orders(case.passage.readings[r]):
                swapped = turned(case, (mine.main, mine.other), r, (theirs.main, theirs.other))
                if swapped is None:
                    continue
                same = (mine.direction == theirs.direction) != swapped
                relation = Relation.ENTAILS if same else Relation.CONTRADICTS
                yield Finding("offset.direction", relation, mine.word, theirs.word, "which came first")
