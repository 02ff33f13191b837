"""Places in an order: "the eighth-largest", "among the ten largest", "in the top five", "at number four", "came third".

Who is eighth is among the ten largest, not among the five: such a place is a figure though no thing is counted.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from claimcheck.case import Case
from claimcheck.finding import Finding, Relation
from claimcheck.reading import Reading
from claimcheck.tokens import Sentence, Token

_ORDINALS: Final = {
    word: n
    for n, word in enumerate(
        "first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth".split(),
        1,
    )
}
_CARDINALS: Final = {
    word: n for n, word in enumerate("two three four five six seven eight nine ten eleven twelve".split(), 2)
} | {"one": 1, "twenty": 20, "fifty": 50, "hundred": 100}
_NTH: Final = re.compile(r"(\d+)(?:st|nd|rd|th)")
_SUPERLATIVE: Final = frozenset({"JJS", "RBS"})
_SAME: Final = {"biggest": "largest", "greatest": "largest"}
PLACED: Final = frozenset({"finish", "place", "rank", "come", "end"})
SPOTS: Final = frozenset({"place", "position", "spot"})
NUMBER: Final = frozenset({"number", "no.", "no", "#", "nos"})
_ON_A_CHART: Final = "place"


@dataclass(frozen=True, slots=True)
class Rank:
    """The places from `best` to `worst`; words: the tokens that say so; key: in which order."""

    best: int
    worst: int
    words: tuple[int, ...]
    key: str


def account(case: Case) -> None:
    """Compare the places in an order that the statement gives with those of the evidence."""
    for mine in find(case.reading):
        nodes = [n for n in dict.fromkeys(case.reading.at.get(i) for i in mine.words) if n is not None]
        if not nodes or all(n in case.held for n in nodes) or any(case.wrong(n) for n in nodes):
            continue
        theirs = {
            (rank.best, rank.worst, r): rank
            for r in sorted(case.passage.own)
            for rank in find(case.passage.readings[r])
            if rank.key == mine.key
        }
        if len(theirs) == 1:
            ((_, _, r), rank) = next(iter(theirs.items()))
            several = sum(_ordinal(t) is not None for t in case.passage.readings[r].sentence) > 1
            if several and mine.key == _ON_A_CHART:
                continue  # "Ruben and Asta came first and third"
            _compared(case, mine, rank, case.passage.readings[r], nodes)


def _compared(case: Case, mine: Rank, theirs: Rank, reading: Reading, nodes: list[int]) -> None:
    if mine.best <= theirs.best and theirs.worst <= mine.worst:
        rule, relation = "quantity.inside", Relation.ENTAILS
    elif theirs.worst < mine.best or mine.worst < theirs.best:
        rule, relation = "quantity.disjoint", Relation.CONTRADICTS
    else:
        return
    said = " ".join(reading.sentence[i].text for i in theirs.words)
    for n in nodes:
        node = case.node(n)
        case.findings[n] = []
        case.misplaced.discard(n)
        case.add(n, Finding(rule, relation, case.reading.text(node), said, "", node.words))
        if relation is Relation.CONTRADICTS:
            case.held.update(m for m in nodes if m != n)
            return


def find(reading: Reading) -> Iterator[Rank]:
    """The places in an order that a sentence gives."""
    sentence = reading.sentence
    for token in sentence:
        nth = _ordinal(token)
        if nth is not None:
            yield from _nth(sentence, token, nth)
            continue
        count = _cardinal(token)
        before = sentence[token.i - 1] if token.i else None
        if count is None or before is None:
            continue
        if before.lower == "-" and token.i > 1:
            before = sentence[token.i - 2]
        if before.lower == "top":
            yield Rank(1, count, (before.i, token.i), _ON_A_CHART)
        elif before.lower in NUMBER:
            yield Rank(count, count, (before.i, token.i), _ON_A_CHART)
        elif (key := _order(sentence, token.i + 1)) and _among(sentence, token.i):
            yield Rank(1, count, (token.i,), key)


def _nth(sentence: Sentence, token: Token, nth: int) -> Iterator[Rank]:
    after = sentence[token.i + 1] if token.i + 1 < len(sentence) else None
    key = _order(sentence, token.i + 1)
    if key:
        yield Rank(nth, nth, (token.i,), key)
    elif sentence[token.head].lemma in PLACED or (after is not None and after.lemma in SPOTS):
        yield Rank(nth, nth, (token.i,), _ON_A_CHART)


def _order(sentence: Sentence, at: int) -> str:
    """The superlative that begins at a token, with the word it goes with: "highest-grossing", "most populous"."""
    while at < len(sentence) and sentence[at].text == "-":
        at += 1
    if at >= len(sentence) or (
        sentence[at].tag not in _SUPERLATIVE and not sentence[at].lower.endswith("est")
    ):
        return ""
    word = _SAME.get(sentence[at].lower, sentence[at].lower)
    rest = [t for t in sentence.tokens[at + 1 : at + 3] if t.text != "-"]
    if rest and rest[0].tag in {"JJ", "VBG", "VBN"}:
        return f"{word} {rest[0].lower}"
    return word


def _among(sentence: Sentence, at: int) -> bool:
    """Whether "among the", "one of the" stand before a number."""
    words = [t.lower for t in sentence.tokens[max(0, at - 4) : at]]
    return "among" in words or "amongst" in words or ("of" in words and "one" in words)


def _ordinal(token: Token) -> int | None:
    if token.lower in _ORDINALS:
        return _ORDINALS[token.lower]
    found = _NTH.fullmatch(token.lower)
    return int(found[1]) if found else None


def _cardinal(token: Token) -> int | None:
    if token.lower in _CARDINALS:
        return _CARDINALS[token.lower]
    return int(token.text) if token.text.isdigit() and len(token.text) < len("1000") else None
