"""What all together come to, by what each is or has; and what each has of what is shared out equally.

Twenty trams at 3 million euros each cost 60 million; of 500,000 dollars divided equally among five schools each has
100,000; 12 million paid to 4,000 families are 3,000 on average. The figure for each is none for all: where the whole
cannot be worked out, the one does not contradict the other.
"""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal
from typing import Final, NamedTuple

from claimcheck.align import Place
from claimcheck.apiece import TOTAL
from claimcheck.case import Case
from claimcheck.dimensions.interval import Interval
from claimcheck.dimensions.quantity import Quantity
from claimcheck.finding import Finding, Relation
from claimcheck.life_events import as_fact
from claimcheck.reading import Reading

EACH: Final = frozenset({"each", "apiece", "every", "per"})
EQUALLY: Final = frozenset({"equally", "evenly"})
SHARING: Final = frozenset({"divide", "split", "share", "distribute"})
AVERAGE: Final = frozenset({"average", "mean"})
ADDING: Final = frozenset({"money", "mass", "length", "duration", "data", "volume", "area", "count"})
# Verbs that say no more than that there was so much of it.
HAVING: Final = frozenset(
    "pay spend cost receive get total amount come have take obtain earn raise give award need use".split()
)
GROUPS: Final = frozenset("team group class crew unit row box pack set squad batch bundle shift".split())
NEAR: Final = 2  # tokens from a figure to "each"
SLACK: Final = Decimal("0.001")


class Shares(NamedTuple):
    """How many there are (and the noun that counts them), what each has, and what they have together.

    told: which of the two the evidence gives; equal: whether all have the same.
    """

    place: Place
    noun: str
    each: Decimal
    total: Decimal
    told: str
    equal: bool
    text: str


def account(case: Case) -> None:
    """Account for the statement's total, or share, by what the evidence says of each, or of all."""
    for r in sorted(case.passage.own):
        for n, node in enumerate(case.passage.readings[r].nodes):
            value = node.value
            if isinstance(value, Quantity) and value.dimension in ADDING and value.interval is not None:
                made = _shares(case.passage.readings[r], Place(r, n), value)
                if made is not None:
                    _all_figures(case, made, value)


def _shares(reading: Reading, place: Place, value: Quantity) -> Shares | None:
    """What a figure of the evidence is of: of each of so many, or of all of them."""
    figures = [node.value for node in reading.nodes if isinstance(node.value, Quantity)]
    counts = [q for q in figures if q is not value and q.dimension == "count" and q.head is not None]
    counts = [q for q in counts if q.role == "value" and q.interval is not None and q.interval.is_point]
    others = [q for q in figures if q.dimension == value.dimension and q is not value]
    low, point = (
        (value.interval.low, value.interval.is_point) if value.interval is not None else (None, False)
    )
    if len(counts) != 1 or low is None or not point or value.role not in {"value", "rate"}:
        return None
    count = counts[0]
    if (others and value.dimension != "count") or count.head is None or count.interval is None:
        return None
    many, verb = count.interval.low, value.governor
    if many is None or many < 2 or not as_fact(reading, verb if verb is not None else reading.sentence.root):
        return None
    noun, text = reading.sentence[count.head].lemma, f"{count.text} × {value.text}"
    if value.per in {noun, reading.sentence[count.head].lower} or _for_each(reading, value, count):
        return Shares(place, noun, low, low * many, "each", True, text)
    if inside := _inside(reading, value, count):
        told = inside == "of" and noun in GROUPS
        return Shares(place, noun, low, low * many, "each" if told else "unclear", told, text)
    if value.per or value.dimension == "count" or value.partitive:
        return None
    text = f"{value.text} / {count.text}"
    if _shared_out(reading, count):
        return Shares(place, noun, low / many, low, "all", True, text)
    if _given_to(reading, value, count):
        return Shares(place, noun, low / many, low, "all", False, text)
    return None


def _inside(reading: Reading, value: Quantity, count: Quantity) -> str:
    """The preposition in "eight teams of five players", "four floors with six flats"; "" for none."""
    if value.head is None or value.dimension != "count":
        return ""
    above = reading.sentence[reading.sentence[value.head].head]
    joins = above.dep == "prep" and above.head == count.head and above.lower in {"of", "with"}
    return above.lower if joins else ""


def _for_each(reading: Reading, value: Quantity, count: Quantity) -> bool:
    tokens = reading.sentence.tokens
    behind = {t.lower for t in tokens[value.stop : value.stop + NEAR]}
    before = {t.lower for t in tokens[max(0, count.start - 3) : count.start]}
    between = {t.lower for t in tokens[count.stop : value.start]} if count.stop < value.start else set()
    one = {"each", "apiece"}
    return bool(behind & one or ("each" in before and "of" in before) or between & {"each"})


def _shared_out(reading: Reading, count: Quantity) -> bool:
    """Whether so many share it equally."""
    words = {t.lower for t in reading.sentence}
    before = {t.lower for t in reading.sentence.tokens[max(0, count.start - 3) : count.start]}
    shared = any(t.lemma in SHARING for t in reading.sentence)
    return shared and bool(words & EQUALLY) and bool(before & {"among", "amongst", "between", "by"})


def _given_to(reading: Reading, value: Quantity, count: Quantity) -> bool:
    before = {t.lower for t in reading.sentence.tokens[max(0, count.start - 2) : count.start]}
    return value.stop <= count.start <= value.stop + NEAR + 1 and bool(before & {"to", "among", "between"})


def _all_figures(case: Case, made: Shares, theirs: Quantity) -> None:
    for k, node in enumerate(case.reading.nodes):
        value = node.value
        if not isinstance(value, Quantity) or value.dimension != theirs.dimension or value.interval is None:
            continue
        if theirs.dimension == "money" and value.unit != theirs.unit:
            continue
        if value.role in {"value", "rate"} and as_fact(case.reading, node.head):
            _compare(case, k, value, made)


def _compare(case: Case, k: int, value: Quantity, made: Shares) -> None:
    words = {t.lower for t in case.reading.sentence} | {value.per and "per"}
    each = bool(words & EACH)
    average = bool(words & AVERAGE)
    counted = next(
        (n for n, node in enumerate(case.reading.nodes) if node.lemma == made.noun and node.pos == "n"), None
    )
    asked = "each" if each or average else "all"
    same = value.dimension != "count" or _counts_the_same(case, value, made)
    if made.told == "unclear" or not same:
        if same and not each:
            _doubt(case, k)
        return
    if asked == made.told == "each" and k in case.held:
        case.shared_out = True
    if asked == made.told or (value.dimension == "count" and case.node(k).head == counted):
        return
    if asked == "each" and not (average if not made.equal else True):
        _doubt(case, k)
        return
    if value.per and value.per != made.noun:
        return
    if counted is None and not words & TOTAL and value.dimension != "count" and value.per != made.noun:
        _doubt(case, k)
        return
    _settle(case, k, value, made, counted)


def _counts_the_same(case: Case, value: Quantity, made: Shares) -> bool:
    reading = case.passage.readings[made.place.reading]
    theirs = reading.nodes[made.place.node].value
    if not isinstance(theirs, Quantity) or theirs.head is None or value.head is None:
        return False
    return reading.sentence[theirs.head].lemma == case.reading.sentence[value.head].lemma


def _doubt(case: Case, k: int) -> None:
    """A figure for each says nothing by itself of one for all, nor the other way about."""
    case.findings[k] = [
        replace(f, relation=Relation.UNDETERMINED, note="one is for each, the other for all")
        if f.relation is Relation.CONTRADICTS
        else f
        for f in case.findings.get(k, [])
    ]


def _settle(case: Case, k: int, value: Quantity, made: Shares, counted: int | None) -> None:
    """Compare with what it comes to, where all else that the statement says is met."""
    figure = made.total if made.told == "each" else made.each
    said = value.interval
    assert said is not None
    have = Interval.point(figure)
    idle = [n for n, node in enumerate(case.reading.nodes) if _idle(case, n, node.lemma) and n != k]
    for n, node in enumerate(case.reading.nodes):
        skipped = n in {k, counted} or n in idle or not case.account.weight(n)
        if not skipped and n not in case.held and node.head != value.head:
            _doubt(case, k)
            return
    near = have.widen(abs(figure) * SLACK)
    if have.inside(said) or said.inside(near):
        relation = Relation.ENTAILS
    elif near.below(said) or said.below(near):
        relation = Relation.CONTRADICTS
    else:
        return
    if relation is Relation.CONTRADICTS and said.is_point and said.low in {made.each, made.total}:
        open_ = [replace(f, relation=Relation.UNDETERMINED) for f in case.findings.get(k, [])]
        case.findings[k] = [replace(f, rule="quantity.apiece") for f in open_]
        case.held.discard(k)  # "the trams cost 3 million", of those that cost so much each
        return
    case.findings[k] = []
    case.held.discard(k)
    case.add(
        k, Finding("quantity.derived", relation, value.text, made.text, "worked out", case.node(k).words)
    )
    case.places[k] = made.place
    case.shared_out = True
    for n in [*idle, *([] if counted is None else [counted])]:
        if n not in case.held and case.account.weight(n):
            case.findings[n] = []
            case.misplaced.discard(n)
            here = case.reading.text(case.node(n))
            case.add(n, Finding("word.compared", Relation.ENTAILS, here, made.text, "", case.node(n).words))


def _idle(case: Case, n: int, lemma: str) -> bool:
    node = case.node(n)
    return node.kind == "word" and (
        lemma.split("_")[0] in HAVING if node.pos == "v" else lemma in AVERAGE | TOTAL | {"each"}
    )
