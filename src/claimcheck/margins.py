"""Results with two sides, "4-1", "54 votes to 46": by how much one side won, and what each side had.

What beat another 4-1 won by three and the other scored one; of 54 votes to 46, by which a bill passed, 46 were against
it, and the margin is eight. Neither figure is the margin, and the margin is neither side's.
"""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from itertools import pairwise
from typing import Final, NamedTuple

from claimcheck.align import Place
from claimcheck.case import Case
from claimcheck.dimensions.interval import Interval
from claimcheck.dimensions.name import Name
from claimcheck.dimensions.quantity import Quantity
from claimcheck.finding import Finding, Relation
from claimcheck.life_events import as_fact
from claimcheck.reading import Reading

WON: Final = frozenset(
    "win beat defeat pass carry approve adopt thrash edge overcome down prevail rout crush endorse back ratify "
    "confirm elect re-elect triumph see_off".split()
)
LOST: Final = frozenset({"lose", "reject", "fail", "defeat", "vote_down"})
DRAWN: Final = frozenset({"draw", "tie"})
DEFEATED: Final = frozenset({"reject", "fail"})
MARGINS: Final = frozenset({"margin", "majority", "lead", "advantage"})
VOTERS: Final = frozenset(
    "member senator lawmaker councillor deputy delegate legislator mp judge shareholder person voter".split()
)
UNITS: Final = frozenset("vote goal point run try ballot seat set frame game wicket".split())
SCORING: Final = frozenset({"score", "net"})
BETWEEN: Final = frozenset({"to", "against", "versus"})
REACH: Final = 7  # tokens from the one side's figure to the other's


class Result(NamedTuple):
    """The more and the fewer of a result with two sides, and the verb that it hangs from."""

    place: Place
    more: Decimal
    fewer: Decimal
    verb: int
    text: str
    dimension: str
    other: int = -1  # the node of the second side's figure, where the sides have one each


def account(case: Case) -> None:
    """Account for margins, and for what one side had, by a result of the claim's own sentences."""
    asked = [(k, kind) for k in range(len(case.reading.nodes)) if (kind := _kind(case, k))]
    mine = next((one for one in results(case.reading, 0) if one.other >= 0), None)
    if not asked and mine is None:
        return
    found = [result for r in sorted(case.passage.own) for result in results(case.passage.readings[r], r)]
    if len(found) != 1:
        return  # of several matches or votes, which one is meant nobody says
    if mine is not None:
        _both(case, mine, found[0])
        return
    for k, kind in asked:
        _compare(case, k, kind, found[0])


def _both(case: Case, mine: Result, result: Result) -> None:
    """ "54 votes to 46" against "54 votes to 46": the sides of one result answer to those of the other."""
    verb = case.reading.at.get(mine.verb)
    if verb not in case.held or mine.dimension not in {result.dimension, "count"}:
        return
    same = (mine.more, mine.fewer) == (result.more, result.fewer)
    for k in (mine.place.node, mine.other):
        node = case.node(k)
        agrees = same or (node.value is not None and _is_side(node.value, result))
        relation = Relation.ENTAILS if agrees else Relation.CONTRADICTS
        case.findings[k] = []
        case.held.discard(k)
        case.add(
            k,
            Finding(
                "quantity.equal" if agrees else "quantity.disjoint",
                relation,
                case.reading.text(node),
                result.text,
                "",
                node.words,
            ),
        )
        case.places[k] = result.place


def _is_side(value: object, result: Result) -> bool:
    low = value.interval.low if isinstance(value, Quantity) and value.interval is not None else None
    return low in {result.more, result.fewer}


def results(reading: Reading, r: int) -> Iterator[Result]:
    """The results with two sides that a sentence gives."""
    figures = [(n, node.value) for n, node in enumerate(reading.nodes) if isinstance(node.value, Quantity)]
    for n, value in figures:
        if value.dimension == "score" and len(value.values) == 2:
            made = _result(reading, Place(r, n), value, *value.values)
            if made is not None:
                yield made
    for (n, one), (m, two) in pairwise(figures):
        between = {t.lower for t in reading.sentence.tokens[one.stop : two.start]}
        near = two.start - one.stop <= REACH and bool(between & BETWEEN)
        points = [q.interval.low for q in (one, two) if q.interval is not None and q.interval.is_point]
        alike = one.dimension == two.dimension and one.dimension in {"count", "share"}
        if not near or not alike or len(points) != 2 or "from" in between or one.role == "start":
            continue
        a, b = points
        made = _result(reading, Place(r, n), one, a, b) if a is not None and b is not None else None
        if made is not None:
            yield made._replace(other=m)


def _result(reading: Reading, place: Place, value: Quantity, a: Decimal, b: Decimal) -> Result | None:
    sentence = reading.sentence
    up = value.governor
    path = (up, *sentence.path_up(up)) if up is not None else ()
    known = WON | LOST | DRAWN | {"vote"}
    verb = next((i for i in path if sentence[i].lemma in known), None)
    if verb is None or not as_fact(reading, verb):
        return None
    return Result(place, max(a, b), min(a, b), verb, value.text, value.dimension)


def _kind(case: Case, k: int) -> str:
    """What a figure of the statement is of a result: "margin", "side" (of who scored), "for", "against"; or ""."""
    value, sentence = case.node(k).value, case.reading.sentence
    if not isinstance(value, Quantity) or value.governor is None or value.interval is None:
        return ""
    if value.dimension not in {"count", "points", "share"} or value.per:
        return ""
    context = case.reading.contexts[case.node(k).head]
    if context.polarity < 0 or not as_fact(case.reading, value.governor):
        return ""
    over = sentence[value.governor]
    before = {t.lower for t in sentence.tokens[max(0, value.start - 2) : value.start]}
    counted = sentence[value.head].lemma if value.head is not None else ""
    fits = counted in UNITS | MARGINS | {""} or value.dimension == "points"
    if over.lemma in MARGINS and over.head != over.i and fits:
        return "margin" if over.lemma != "majority" or "by" in _before(case, over.i) else ""
    if over.lemma in WON | LOST and "by" in before and fits and (counted or value.dimension == "points"):
        return "margin"
    if over.lemma in SCORING and counted in UNITS:
        return "side"
    return _voted(case, value, over.i) if counted not in UNITS or over.lemma == "vote" else ""


def _before(case: Case, i: int) -> set[str]:
    return {t.lower for t in case.reading.sentence.tokens[max(0, i - 4) : i]}


def _voted(case: Case, value: Quantity, verb: int) -> str:
    """ "46 members voted against the bill"."""
    sentence = case.reading.sentence
    if sentence[verb].lemma != "vote" or value.dimension != "count":
        return ""
    if value.head is not None and sentence[value.head].lemma not in VOTERS:
        return ""
    after = [t.lower for t in sentence.tokens[verb + 1 : verb + 4]]
    if after[:1] == ["against"]:
        return "against"
    return "for" if after[:1] == ["for"] or after[:2] in (["in", "favor"], ["in", "favour"]) else ""


def _compare(case: Case, k: int, kind: str, result: Result) -> None:
    value = case.node(k).value
    assert isinstance(value, Quantity)
    if not _of_the_same(case, k, kind, result):
        return
    reading = case.passage.readings[result.place.reading]
    lemma = reading.sentence[result.verb].lemma
    if kind == "margin":
        figure: Decimal | None = result.more - result.fewer
        sides = {result.more, result.fewer}
        if value.interval is not None and value.interval.is_point and value.interval.low in sides:
            return  # "passed by 54 votes" may be said of the votes for it
    elif kind in {"for", "against"}:
        won = lemma in WON and lemma not in LOST
        if lemma not in WON | LOST or result.dimension == "share":
            return
        figure = result.more if won == (kind == "for") else result.fewer
    else:
        figure = _had(case, k, reading, result)
    if figure is None:
        return
    _settle(case, k, value, figure, result)
    if kind == "against" and k in case.held:
        case.turned.update(
            range(len(case.reading.nodes))
        )  # what the others did answers for who was against it


def _settle(case: Case, k: int, value: Quantity, figure: Decimal, result: Result) -> None:
    have = Interval.point(figure)
    said = value.interval
    assert said is not None
    relation = Relation.ENTAILS if have.inside(said) else Relation.CONTRADICTS if _apart(have, said) else None
    if relation is None:
        return
    case.findings[k] = []
    case.held.discard(k)
    words = case.node(k).words
    case.add(
        k, Finding("quantity.derived", relation, value.text, result.text, f"of the result: {figure}", words)
    )
    case.places[k] = result.place
    sentence = case.reading.sentence
    over = value.governor if value.governor is not None else value.start
    voters = value.head if sentence[over].lemma == "vote" else None
    about = [value.head, over if sentence[over].lemma in MARGINS | SCORING | {"vote"} else None]
    for token in about:
        n = case.reading.at.get(token) if token is not None else None
        known = n is not None and (token == voters or case.node(n).lemma in UNITS | MARGINS | SCORING)
        if n is None or n == k or not known:
            continue
        case.findings[n] = []
        case.misplaced.discard(n)
        here = case.reading.text(case.node(n))
        case.add(n, Finding("word.compared", Relation.ENTAILS, here, result.text, "", case.node(n).words))


def _apart(have: Interval, said: Interval) -> bool:
    return have.below(said) or said.below(have)


def _of_the_same(case: Case, k: int, kind: str, result: Result) -> bool:
    """Whether all names and other nouns of the statement stand in the sentence of the result, and no time differs."""
    value = case.node(k).value
    assert isinstance(value, Quantity)
    skipped = {value.head, value.governor}
    for n, node in enumerate(case.reading.nodes):
        if n == k or node.head in skipped or not case.account.weight(n):
            continue
        place = case.met(n)
        if node.kind in {"quantity", "date"} and n not in case.held:
            return False
        if (
            node.pos == "n"
            and node.kind in {"name", "word"}
            and (place is None or place.reading != result.place.reading)
        ):
            return node.kind == "word" and n in case.held
    verb = case.reading.at.get(value.governor) if value.governor is not None else None
    lemma = case.node(verb).lemma if verb is not None else ""
    return kind != "margin" or lemma in MARGINS or verb in case.held


def _had(case: Case, k: int, reading: Reading, result: Result) -> Decimal | None:
    """What the side had that the statement says scored."""
    value = case.node(k).value
    assert isinstance(value, Quantity)
    assert value.governor is not None
    nodes = [
        case.reading.at.get(c)
        for r, c in case.reading.graph.fillers(value.governor)
        if r in {"agent", "subject"}
    ]
    names = [n for n in nodes if n is not None and isinstance(case.node(n).value, Name)]
    place = case.met(names[0]) if len(names) == 1 else None
    if place is None or place.reading != result.place.reading:
        return None
    if result.more == result.fewer:
        return result.more
    lemma = reading.sentence[result.verb].lemma
    doers = {c for r, c in reading.graph.fillers(result.verb) if r in {"agent", "subject"}}
    passive = any(
        r == "patient" and reading.sentence[c].dep == "nsubjpass"
        for r, c in reading.graph.fillers(result.verb)
    )
    first = case.passage.node(place).head in doers
    if lemma not in WON | LOST or passive or lemma in DEFEATED:
        return None
    won = lemma != "lose"
    return result.more if first == won else result.fewer
