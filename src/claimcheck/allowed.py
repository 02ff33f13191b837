"""What may be, up to a figure: "up to 600 a minute", "not more than ten a second", "over 25 MB is rejected".

Two such limits of one thing are one figure or two that exclude each other: what is free for up to five users is not
free for up to ten, although all that is said of five holds of ten. What is used or sent is inside a limit or beyond it.
"""

from __future__ import annotations

from decimal import Decimal
from typing import Final, NamedTuple

from claimcheck import lexicon
from claimcheck.align import Place
from claimcheck.case import HELD, Case
from claimcheck.dimensions.context import Context, Modality, Strength, Tense
from claimcheck.dimensions.quantity import Quantity, same_rate
from claimcheck.finding import Finding, Relation
from claimcheck.limits import ALLOWS, LEAST, MOST, Side, side, side_of
from claimcheck.reading import Reading
from claimcheck.relate import lexical
from claimcheck.tokens import Token

HOLDS: Final = frozenset("seat accommodate hold fit store carry sleep handle take".split())
GRANTED: Final = frozenset("free limit limited restrict restricted cap available valid".split())
BARRED: Final = frozenset("reject refuse block fail invalid forbid prohibit discard disallow".split())
SUPPORTS: Final = frozenset("allow permit accept support valid possible".split())
CAPPED: Final = ("limited to", "capped at", "restricted to")
# Words that say no more than that there is a limit, or what it is a limit of.
SAID: Final = SUPPORTS | BARRED | frozenset("limit maximum minimum limited valid".split())
OF_SIZE: Final = {
    "data": frozenset("size big large small volume".split()),
    "length": frozenset("length long short tall high height width wide".split()),
    "duration": frozenset("length long short duration".split()),
}
NEAR_BY: Final = Decimal("0.05")
DIGITS: Final = 9  # of a rate that has been converted
LETTERS: Final = frozenset("character letter word digit line page byte".split())


class Limit(NamedTuple):
    """The most or the least that may be; of: what is used, where no more than that is said."""

    side: Side
    end: Decimal
    used: bool = False
    barred: bool = False


def compare(case: Case, k: int, other: Quantity, place: Place) -> Finding | None:
    """What a limit of the evidence says of the statement's limit, or of what the statement says is in use."""
    value = case.node(k).value
    reading = case.passage.readings[place.reading]
    if not isinstance(value, Quantity) or value.dimension != other.dimension or value.values:
        return None
    theirs, mine = _limit(reading, place.node, other), _limit(case.reading, k, value)
    if theirs is None or mine is None or theirs.used:
        return None
    end = _as_rate(theirs.end, other.per, value.per)
    if end is None or not (mine.used or mine.side == theirs.side):
        return None
    relation = _inside(case, value, mine, theirs.side, end) if mine.used else _same(mine, end)
    if _of_others(case.reading, value, reading, other):
        relation = Relation.UNDETERMINED
    rule = "quantity.equal" if mine.end == end else "quantity.inside"
    rule = rule if relation is not Relation.CONTRADICTS else "quantity.disjoint"
    return Finding(rule, relation, value.text, other.text, "a limit", value.words, other.words)


def _of_others(mine: Reading, value: Quantity, theirs: Reading, other: Quantity) -> bool:
    """Whether the two limits are of other persons: what guests may bring, and what members may."""
    here, there = _doers(mine, value), _doers(theirs, other)
    return bool(here and there) and not any(
        lexical(e.lemma, "n", s.lemma, "n").meet in HELD for s in here for e in there
    )


def _doers(reading: Reading, value: Quantity) -> list[Token]:
    """The common nouns for those who do what a figure limits."""
    verb = value.governor
    fillers = reading.graph.fillers(verb) if verb is not None else ()
    doers = (reading.sentence[c] for role, c in fillers if role in {"agent", "subject"})
    return [t for t in doers if t.pos == "NOUN" and lexicon.is_person_noun(t.lemma)]


def settle(case: Case, k: int, value: Quantity) -> None:
    """A limit that has been compared answers for the modal verbs and the words that only say it is one."""
    case.limited.add(k)
    about = SAID | OF_SIZE.get(value.dimension, frozenset())
    counted = case.reading.sentence[value.head].lemma if value.head is not None else ""
    about |= OF_SIZE["length"] if counted in LETTERS else frozenset()
    clause = case.account.clause
    for n, node in enumerate(case.reading.nodes):
        if n != k and clause[n] == clause[k] and node.lemma in about and node.kind == "word":
            case.findings[n] = []
            case.misplaced.discard(n)
            here = case.reading.text(node)
            case.add(n, Finding("word.limit", Relation.ENTAILS, here, "", "", node.words))


def sure(case: Case, k: int, place: Place) -> bool:
    """Whether two limits are surely of one thing: what the figures count, and something beside that has it."""
    value, other = case.node(k).value, case.passage.node(place).value
    if not isinstance(value, Quantity) or not isinstance(other, Quantity) or not case.own(place):
        return False
    reading = case.passage.readings[place.reading]
    mine = case.reading.sentence[value.head].lemma if value.head is not None else ""
    theirs = reading.sentence[other.head].lemma if other.head is not None else ""
    clause = case.account.clause
    beside = [
        case.met(n)
        for n in sorted(case.held)
        if n != k and clause[n] == clause[k] and case.node(n).pos == "n" and case.node(n).head != value.head
    ]
    counted = value.dimension != "count" or mine == theirs != ""
    if counted and value.per and other.per and _the_limit(case.reading, value):
        return True  # "the limit is ten requests a second"
    return counted and any(at is not None and at.reading == place.reading for at in beside)


def _the_limit(reading: Reading, value: Quantity) -> bool:
    """Whether a figure is said to be the limit, and of nothing else."""
    if value.governor is None or reading.sentence[value.governor].lemma != "be":
        return False
    subjects = [c for r, c in reading.graph.fillers(value.governor) if r in {"agent", "subject"}]
    return any(reading.sentence[i].lemma in MOST | {"limit"} for i in subjects)


def _same(mine: Limit, end: Decimal) -> Relation:
    if mine.end == end:
        return Relation.ENTAILS
    near = abs(mine.end - end) <= NEAR_BY * abs(end)  # 4,096 MB and 4 GB
    return Relation.UNDETERMINED if near else Relation.CONTRADICTS


def _inside(case: Case, value: Quantity, mine: Limit, which: Side, end: Decimal) -> Relation:
    """Whether what is used keeps to a limit; "can carry 300" of what carries 400 is no instance of it."""
    within = mine.end <= end if which == "most" else mine.end >= end
    if mine.barred:
        return Relation.UNDETERMINED if within else Relation.ENTAILS
    if not within:
        return Relation.CONTRADICTS
    at = value.governor if value.head is None else value.head
    instance = at is not None and case.reading.sentence[at].dep in {"nsubj", "nsubjpass", "compound", "nmod"}
    one = value.governor is not None and case.reading.sentence[value.governor].pos in {"NOUN", "PROPN"}
    return Relation.ENTAILS if mine.end == end or instance or one else Relation.UNDETERMINED


def _as_rate(end: Decimal, theirs: str, mine: str) -> Decimal | None:
    if theirs == mine:
        return end
    factor = same_rate(theirs, mine)
    return None if factor is None else round(end * factor, DIGITS).normalize()


def _limit(reading: Reading, k: int, value: Quantity) -> Limit | None:
    """The limit that a figure is, or what may be used of a thing."""
    interval, context = value.interval, reading.contexts[reading.nodes[k].head]
    if interval is None or value.role not in {"value", "rate"} or context.modality in _AHEAD:
        return None
    named, low, high = side(reading, k) or _called(reading, value), interval.low, interval.high
    if named and interval.is_point and low is not None:
        return Limit(named, low)
    barred = _any(reading, value, BARRED) or (context.polarity < 0 and context.tense is not Tense.PAST)
    permits = _permits(reading, value, context)
    if value.form == "bound" and low is not None and interval.low_open and high is None:
        return Limit("most", low) if barred else None
    if value.form == "bound" and high is not None and interval.high_open:
        return Limit("least", high) if barred else None
    if not permits:
        return None
    which = side_of(value)
    if which == "most" and high is not None:
        return Limit("most", high)
    if which == "least" and low is not None:
        return Limit("least", low)
    exact = value.form == "exact" and interval.is_point and low is not None
    duty = context.modality is Modality.OBLIGATION
    return Limit("most", low, True, barred) if exact and not duty and low is not None else None


def _called(reading: Reading, value: Quantity) -> Side:
    """ "The minimum password length is …", "the largest upload allowed is …": what the figure is said to be."""
    if value.governor is None or reading.sentence[value.governor].lemma != "be":
        return ""
    subjects = {c for r, c in reading.graph.fillers(value.governor) if r in {"agent", "subject"}}
    words = {reading.sentence[j] for i in subjects for j in (i, *reading.sentence.children[i])}
    if any(t.lemma in MOST for t in words):
        return "most"
    return "least" if any(t.lemma in LEAST for t in words) else ""


_AHEAD: Final = frozenset({Modality.PLAN, Modality.SCHEDULE, Modality.INTENTION, Modality.CONDITIONAL})


def _permits(reading: Reading, value: Quantity, context: Context) -> bool:
    """Whether a figure says how much may or must be: "can send", "is free for", "is limited to"."""
    may = context.modality is Modality.NONE and context.strength is Strength.POSSIBLE
    if may or context.modality in {Modality.ABILITY, Modality.OBLIGATION}:
        return True
    if value.text.lower().startswith(CAPPED):
        return True
    up_to = value.text.lower().startswith(("up to", "as many as", "as much as"))
    if up_to and context.tense is Tense.PRESENT and _any(reading, value, HOLDS):
        return True
    return _any(reading, value, ALLOWS | GRANTED | SUPPORTS | BARRED)


def _any(reading: Reading, value: Quantity, words: frozenset[str]) -> bool:
    """Whether a figure hangs from one of these words, or what has it does."""
    at = value.governor if value.governor is not None else value.head
    if at is None:
        return False
    sentence = reading.sentence
    verb = next((i for i in (at, *sentence.path_up(at)) if sentence[i].pos in {"VERB", "AUX"}), at)
    below = [c for c in sentence.children[verb] if sentence[c].dep == "acomp"]
    return any(sentence[i].lemma in words for i in (at, verb, *below))
