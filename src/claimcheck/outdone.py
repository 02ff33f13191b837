"""Comparisons without a figure, answered by the figures of what is compared: "Coffee costs more than tea".

The evidence gives both figures side by side. The word of comparison says which is the greater; all else that the
statement says must be met as usual.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import Final

from claimcheck import abreast, extents, limits
from claimcheck.abreast import Figure
from claimcheck.case import Case
from claimcheck.compared import REACH, Sides, across, named, named_sides, order, tells_apart
from claimcheck.dimensions.date import When
from claimcheck.dimensions.quantity import Quantity
from claimcheck.finding import Finding, Relation
from claimcheck.movement import LESS, MORE
from claimcheck.tokens import Token
from claimcheck.trend import trend

COMPARING: Final = frozenset({"JJR", "RBR"})
RANKING: Final = frozenset({"scope.most", "scope.most-of"})  # "earned the most" is no share
SUPERLATIVE: Final = frozenset({"JJS", "RBS"})
# Words for any measure, which must itself be met: "a higher limit", "more staff", "grew faster".
_ANY: Final = {
    **dict.fromkeys("more most high great large big much many strong".split(), 1),
    **dict.fromkeys("less least fewer few low small little weak".split(), -1),
}
_PACE: Final = {"fast": 1, "quick": 1, "steep": 1, "sharp": 1, "slow": -1}
# Dimensions in which the pace is the figure, and those in which it is the less of it.
_RATES: Final = frozenset({"share", "speed", "points"})
_TIMES: Final = frozenset({"duration"})
_HEADS: Final = limits.MOST | limits.LEAST | frozenset({"figure", "number", "total"})


def account(case: Case) -> None:
    """Findings for words of comparison that two figures of the evidence answer."""
    for k, sides in list(_comparisons(case)):
        for group in abreast.groups(case.passage):
            met = named_sides(case, group, sides)
            if met is not None and _answers(case, k, sides, group) and _compare(case, k, sides, met):
                break


def _comparisons(case: Case) -> Iterator[tuple[int, Sides]]:
    """Words of comparison that no figure goes with, and what they compare."""
    nodes, sentence = case.reading.nodes, case.reading.sentence
    figures = {w for n in nodes if isinstance(n.value, Quantity) for w in n.words if not tells_apart(n)}
    for k, node in enumerate(nodes):
        token = sentence[node.head]
        if node.kind != "word" or token.tag not in COMPARING or _compared_there(case, k):
            continue
        ahead = range(token.i + 1, min(len(sentence), token.i + REACH))
        pivot = next((i for i in ahead if sentence[i].lower == "than"), None)
        if pivot is None or figures.intersection(range(token.i - 1, pivot + 2)):
            continue
        others = [n for n in range(len(nodes)) if n != k and tells_apart(nodes[n])]
        first = tuple(n for n in others if nodes[n].head < pivot)
        second = tuple(n for n in others if nodes[n].head > pivot)
        if second:
            yield k, Sides(first, second, pivot)


def _compared_there(case: Case, k: int) -> bool:
    """Whether the evidence has a word of comparison for the statement's, or its figures have answered it."""
    if any(f.rule == "quantity.derived" for f in case.findings.get(k, ())):
        return True
    place = case.met(k)
    if place is None:
        return False
    return case.passage.readings[place.reading].sentence[case.passage.node(place).head].tag in COMPARING


def _answers(case: Case, k: int, sides: Sides, group: tuple[Figure, ...]) -> bool:
    """Whether the figures measure what the statement compares, and all of its other side is told of them."""
    words = frozenset(spot for figure in group for spot in figure.words)
    readings = {figure.place.reading for figure in group}
    for n in sides.second:
        place, node = case.met(n), case.node(n)
        if isinstance(node.value, When | Quantity) or not case.account.weight(n):
            continue
        if place is None or place.reading not in readings:
            return False
    token = case.reading.sentence[case.node(k).head]
    return _measured(case, token, words, group[0].value)


def _measured(case: Case, token: Token, words: frozenset[abreast.Spot], value: Quantity) -> bool:
    """Whether the noun that is compared is the thing measured, not one of those it is measured of.

    value: one of the figures.
    """
    sentence, moved = (
        case.reading.sentence,
        value.role == "change",
    )  # by how much it changed, not how much it is
    above = sentence[token.head]
    if token.dep in {"acomp", "attr"}:
        nouns = [c for c in sentence.children[above.i] if sentence[c].dep in {"nsubj", "nsubjpass"}]
    elif above.pos in {"NOUN", "PROPN"} and token.dep in {"amod", "nmod"}:
        nouns = [above.i]
    else:
        axis = extents.AXES.get(above.lemma)
        if axis is not None and not moved and value.dimension not in extents.MEASURED_IN[axis]:
            return False  # "costs more": memory is no price
        return not moved or any(trend(sentence[i].lemma) for i in (token.i, *sentence.path_up(token.i)))
    if moved and not any(trend(sentence[i].lemma) for i in nouns):
        return False  # what grew faster is not larger for that
    places = [(sentence[i].lemma, case.met(case.reading.at[i])) for i in nouns if i in case.reading.at]
    for lemma, place in places:
        if place is None and not _names_measure(lemma, value) and _any(token):
            return False
        told = place is not None and (place.reading, case.passage.node(place).head) in words
        if told and token.lemma not in extents.AXES:
            return False  # "Rome is larger than Milan": larger in what?
    return True


def _names_measure(lemma: str, value: Quantity) -> bool:
    """Whether a noun says no more than what a figure measures: "the limit", "the price" of money."""
    axis = extents.AXES.get(lemma)
    return lemma in _HEADS if axis is None else value.dimension in extents.MEASURED_IN[axis]


def _any(token: Token) -> bool:
    return token.lemma in _ANY or token.lower in _ANY


def _compare(case: Case, k: int, sides: Sides, met: tuple[Figure, Figure]) -> bool:
    way, real = _way(case, k, met[0].value.dimension), order(met[0].value, met[1].value)
    if not way or not real or met[0].value.dimension != met[1].value.dimension:
        return False
    if not _one_way(case, met) or not _one_axis(case, k, met):
        return False
    text = f"{met[0].value.text} … {met[1].value.text}"
    relation = Relation.ENTAILS if way == real else Relation.CONTRADICTS
    node = case.node(k)
    _settle(case, sides, met)
    across(case, met)
    case.findings[k] = []
    case.add(k, Finding("quantity.derived", relation, case.reading.text(node), text, "", node.words))
    return True


def _one_way(case: Case, figures: tuple[Figure, ...]) -> bool:
    """Whether figures of change all go the way that the statement's verb says: what fell did not rise less."""
    ways = set()
    for figure in figures:
        sentence, governor = case.passage.readings[figure.place.reading].sentence, figure.value.governor
        ways.add(figure.value.direction or (trend(sentence[governor].lemma) if governor is not None else 0))
    if figures[0].value.role != "change":
        return True
    mine = {trend(n.lemma) for n in case.reading.nodes if n.kind == "word" and n.pos in {"v", "n"}} - {0}
    return len(mine) == 1 and ways <= mine | {0}


def _one_axis(case: Case, k: int, figures: tuple[Figure, ...]) -> bool:
    """Whether the word of comparison is of the extent that the figures measure: what is longer need not be deeper."""
    axis = extents.AXES.get(case.node(k).lemma)
    theirs = {
        extents.axis_of(case.passage.readings[figure.place.reading], figure.value) for figure in figures
    } - {None}
    return axis is None or theirs <= {axis}


def _way(case: Case, k: int, dimension: str) -> int:
    """1 where the word says that the first figure is the greater, -1 where the smaller, 0 where it tells neither."""
    token = case.reading.sentence[case.node(k).head]
    before = case.reading.sentence[token.i - 1].lower if token.i else ""
    if before == "no" or case.reading.contexts[token.i].polarity < 0:
        return 0
    word = token.lower if token.lower in _ANY else token.lemma
    if word in _ANY:
        return _ANY[word]
    if word in _PACE:
        return _PACE[word] if dimension in _RATES else -_PACE[word] if dimension in _TIMES else 0
    axis = extents.AXES.get(word)
    fits = axis is not None and dimension in extents.MEASURED_IN[axis]
    sign = 1 if word in MORE else -1 if word in LESS else 0
    opposite = {"short": "duration calendar length", "cheap": "money", "light": "mass", "young": "age"}
    if axis == "old" and dimension == "count":
        return sign  # "Mara is 43 and Ida 39"
    return sign if fits or dimension in opposite.get(word, "").split() else 0


def _settle(case: Case, sides: Sides, met: tuple[Figure, Figure]) -> None:
    """What was held against the sides is answered for: each is met by its own figure."""
    own = next(figure for figure in met if case.own(figure.place))
    for n in (*sides.first, *sides.second):
        node = case.node(n)
        head = node.kind == "word" and n in sides.first and n not in case.pairs
        head = head and _names_measure(node.lemma, own.value)
        if n in sides.second or isinstance(node.value, When) or case.wrong(n) or head:
            case.findings[n] = []
            case.settled.add(n)
            finding = Finding("word.compared", Relation.ENTAILS, case.reading.text(node), "", "", node.words)
            case.add(n, finding)
            case.places[n] = own.place


def superlatives(case: Case) -> None:
    """Let figures side by side answer for "the most" and "the highest", where the evidence has no such word.

    That another figure is greater contradicts; that none is entails where the statement counts what it ranks.
    """
    several = None
    for n, found in enumerate(case.general):
        if found.rule not in RANKING or found.relation is not Relation.UNDETERMINED or found.evidence:
            continue
        k = next((case.reading.at[w] for w in found.words if w in case.reading.at and _graded(case, w)), None)
        several = abreast.groups(case.passage) if several is None else several
        ranked = _ranked(case, k, several) if k is not None else None
        if ranked is not None:
            relation, text = ranked
            case.general[n] = replace(
                found, rule="quantity.derived", relation=relation, evidence=text, note="the figures compared"
            )
        for at, node in enumerate(case.reading.nodes) if k is not None and several else ():
            if isinstance(node.value, When) and case.findings.get(at):
                case.findings[at] = [_open(one, settled=ranked is not None) for one in case.findings[at]]
                case.held.update({at} if ranked is not None else ())


def _open(found: Finding, *, settled: bool) -> Finding:
    """The time at which a figure was the highest is none of the others' times, whether it was or not."""
    if settled:
        return replace(found, rule="word.compared", relation=Relation.ENTAILS)
    wrong = found.relation is Relation.CONTRADICTS and found.rule.startswith(("date.", "time."))
    return replace(found, relation=Relation.UNDETERMINED) if wrong else found


def _graded(case: Case, word: int) -> bool:
    return case.reading.sentence[word].tag in SUPERLATIVE


def _ranked(case: Case, k: int, groups: list[tuple[Figure, ...]]) -> tuple[Relation, str] | None:
    """How the figure of what is ranked stands to those beside it, and the figures; None where that is not told."""
    nodes = [n for n, node in enumerate(case.reading.nodes) if n != k and tells_apart(node)]
    given = [
        node.value.dimension
        for node in case.reading.nodes
        if isinstance(node.value, Quantity) and not tells_apart(node)
    ]
    for group in groups:
        one = named(case, group, nodes)
        words = frozenset(spot for figure in group for spot in figure.words)
        token = case.reading.sentence[case.node(k).head]
        way = _way(case, k, group[0].value.dimension)
        if any(d in given for d in {group[0].value.dimension} - {"count"}):
            continue  # "the slowest took 240 ms": a figure of its own
        if one is None or not way or not _measured(case, token, words, group[0].value):
            continue
        if not _one_way(case, group) or not _one_axis(case, k, group):
            continue
        orders = [order(figure.value, one.value) for figure in group if figure is not one]
        text = "; ".join(figure.value.text for figure in group)
        if way in orders:
            return Relation.CONTRADICTS, text
        counted = any(
            isinstance(node.value, Quantity) and _of_all(case, node.value, group)
            for node in case.reading.nodes
        )
        if counted and all(found == -way for found in orders):
            return Relation.ENTAILS, text
    return None


def _of_all(case: Case, value: Quantity, group: tuple[Figure, ...]) -> bool:
    """ "Of the three": as many as there are figures."""
    whole = value.interval is not None and value.interval.low == value.interval.high == len(group)
    before = [t.lower for t in case.reading.sentence.tokens[: value.start][-2:]]
    return whole and value.dimension == "count" and before == ["of", "the"]
