"""Results against what was expected of them: "beat forecasts", "fell short of expectations", "higher than expected".

The evidence gives two figures of one thing: what somebody expected it to be, and what it was. Which of them is the
greater says whether expectations were beaten; how far they are apart, by how much.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final, NamedTuple

from claimcheck.align import Place
from claimcheck.case import Case
from claimcheck.dimensions.context import Modality, Strength
from claimcheck.dimensions.quantity import Quantity
from claimcheck.finding import Finding, Relation
from claimcheck.reading import Reading

EXPECTS: Final = frozenset("expect forecast predict project estimate anticipate".split())
NOUNS: Final = frozenset("expectation forecast estimate prediction projection consensus".split())
BEATS: Final = frozenset("beat exceed top surpass outstrip outperform".split())
MISSES: Final = frozenset({"miss", "undershoot"})
ABOVE: Final = frozenset("high more good strong large big great".split())
BELOW: Final = frozenset("low less weak small bad poor few".split())
SHORT: Final = frozenset({"fall", "come", "short", "in"})
LOSSES: Final = frozenset("loss deficit shortfall debt".split())
SAME: Final = {"sale": "revenue", "turnover": "revenue", "earnings": "profit", "income": "profit"}
POINTS_BACK: Final = frozenset({"start", "change", "delta", "multiplier", "share", "ordinal"})


_Figure = tuple[Reading, Place, Quantity]


class _Told(NamedTuple):
    """What the statement says: the result was above (1) or below (-1) what was expected; its words; by how much."""

    way: int
    head: int
    words: frozenset[int]
    good: bool  # "beat", "better": of a loss the smaller


def account(case: Case) -> None:
    """Account for what the statement says of expectations by the two figures of the evidence."""
    for told in _statements(case.reading):
        pair = next(_pairs(case), None)
        if pair is None or (told.good and _things(*pair[0]) & LOSSES):
            continue
        if _of_what(case, pair[0]):
            _settle(case, told, *pair)
            return


def _statements(reading: Reading) -> Iterator[_Told]:
    sentence = reading.sentence
    for t in sentence:
        if reading.contexts[t.i].polarity < 0:
            continue
        below = [sentence[i] for i in sentence.subtree(t.i)]
        noun = next((b for b in below if b.lemma in NOUNS and b.pos == "NOUN"), None)
        if t.lemma in BEATS | MISSES and noun is not None and noun.dep == "dobj" and noun.head == t.i:
            yield _Told(1 if t.lemma in BEATS else -1, t.i, frozenset({t.i, noun.i}), t.lemma in BEATS)
        elif t.lemma in {"fall", "come"} and noun is not None and any(b.lower == "short" for b in below):
            words = {b.i for b in below if b.lower in SHORT} | {t.i, noun.i}
            yield _Told(-1, t.i, frozenset(words), True)
        elif t.tag in {"JJR", "RBR"} and t.lemma in ABOVE | BELOW:
            than = next((b.i for b in sentence if b.i > t.i and b.lower == "than"), None)
            rest = [b for b in sentence if than is not None and b.i > than]
            verb = next((b for b in rest if b.lemma in EXPECTS | NOUNS), None)
            if than is not None and than <= t.i + 2 and verb is not None:
                good = t.lower in {"better", "worse"}
                yield _Told(1 if t.lemma in ABOVE else -1, t.i, frozenset({t.i, verb.i}), good)


def _of_what(case: Case, real: _Figure) -> bool:
    """Whether the statement speaks of what the figures are of, if it says of what: not of profit, where sales are."""
    mine = {SAME.get(node.lemma, node.lemma) for node in case.reading.nodes if node.lemma in MEASURES}
    theirs = {SAME.get(word, word) for word in _things(*real)}
    return not mine or not theirs or bool(mine & theirs)


def _pairs(case: Case) -> Iterator[tuple[_Figure, _Figure]]:
    """What was expected of a thing, and what it was; only where a single figure is told of it as a fact."""
    every = [
        (reading, Place(r, n), node.value)
        for r, reading in enumerate(case.passage.readings)
        for n, node in enumerate(reading.nodes)
        if isinstance(node.value, Quantity) and node.value.interval is not None
    ]
    hoped = [f for f in every if _expected(f[0], f[1], f[2])]
    for one in hoped:
        real = [f for f in every if f not in hoped and _fits(f, one)]
        if len(real) == 1 and (case.own(one[1]) or case.own(real[0][1])):
            yield real[0], one


def _expected(reading: Reading, place: Place, value: Quantity) -> bool:
    """Whether a figure is what somebody expected: below "had expected", or of a forecast."""
    at = reading.nodes[place.node].head
    up = [at if value.governor is None else value.governor, *reading.sentence.path_up(at)]
    for i in up:
        t = reading.sentence[i]
        if t.lemma in EXPECTS and t.pos == "VERB" and t.i != at:
            own = any(
                reading.sentence[c].lower in {"had", "were", "was"} for c in reading.sentence.children[i]
            )
            return own or t.tag in {"VBD", "VBN"}
        if t.lemma in NOUNS and t.pos == "NOUN":
            return True
        if t.pos == "VERB":
            break
    said = [c for c in reading.sentence.children[at] if reading.sentence[c].dep == "relcl"]
    return any(reading.sentence[c].lemma in EXPECTS for c in said)


def _fits(real: _Figure, hoped: _Figure) -> bool:
    """Whether a figure is of the thing of which another was expected, told as a fact."""
    reading, place, value = real
    context = reading.contexts[reading.nodes[place.node].head]
    firm = (
        context.strength >= Strength.ATTRIBUTED and context.modality is Modality.NONE and context.polarity > 0
    )
    alike = (value.dimension, value.unit, value.per) == (hoped[2].dimension, hoped[2].unit, hoped[2].per)
    if (
        not firm
        or not alike
        or value.role in POINTS_BACK
        or value.interval is None
        or not value.interval.is_point
    ):
        return False
    mine, theirs = _things(*real), _things(*hoped)
    beside = place.reading == hoped[1].reading and not mine & MEASURES
    here = place.reading == hoped[1].reading
    return bool(mine & theirs) or (beside and bool(theirs)) or (here and not theirs)


# What two figures of a text are likely to be of.
MEASURES: Final = frozenset(
    "profit revenue sale loss earnings income margin debt inflation rate growth price cost turnover unemployment "
    "output share export import order spending deficit".split()
)


def _things(reading: Reading, place: Place, value: Quantity) -> frozenset[str]:
    """The nouns that a figure is of: "a profit of $78 million", "profit rose to $84 million"."""
    sentence, at = reading.sentence, reading.nodes[place.node].head
    start = value.governor if value.governor is not None else at
    found = {sentence[start].lemma} if sentence[start].pos == "NOUN" else set()
    if value.head is not None:
        found.add(sentence[value.head].lemma)
    if not found & MEASURES:
        roles = {"agent", "subject", "patient"}
        found |= {sentence[c].lemma for r, c in reading.graph.fillers(start) if r in roles}
    return frozenset(found) & MEASURES


def _settle(case: Case, told: _Told, real: _Figure, hoped: _Figure) -> None:
    a, b = real[2].interval, hoped[2].interval
    assert a is not None
    if b is None or a.low is None or b.low is None or not b.is_point or a.low == b.low:
        return
    way = 1 if a.low > b.low else -1
    relation = Relation.ENTAILS if way == told.way else Relation.CONTRADICTS
    text = f"{real[2].text} … {hoped[2].text}"
    for k, node in enumerate(case.reading.nodes):
        if node.head in told.words:
            own = relation if node.head == told.head else Relation.ENTAILS
            case.findings[k] = []
            case.misplaced.discard(k)
            case.held.discard(k)
            case.add(k, Finding("quantity.derived", own, case.reading.text(node), text, "", node.words))
        elif isinstance(node.value, Quantity) and node.value.dimension == real[2].dimension:
            _by(case, k, node.value, abs(a.low - b.low), text)
    case.ruled = True


def _by(case: Case, k: int, value: Quantity, gap: object, text: str) -> None:
    """ "By $6 million": how far the two are apart."""
    low = value.interval.low if value.interval is not None and value.interval.is_point else None
    before = case.reading.sentence[value.start - 1].lower if value.start else ""
    if low is None or before != "by":
        return
    relation = Relation.ENTAILS if low == gap else Relation.CONTRADICTS
    case.findings[k] = []
    case.held.discard(k)
    case.add(k, Finding("quantity.derived", relation, value.text, text, "", value.words))
