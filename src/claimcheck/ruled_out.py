"""What the evidence names only to rule it out, or as one of two that may be: "not the mayor but her deputy".

Such a word is often met by what it is set apart from ("every bridge but the Nara" has the Nara Bridge among bridges):
the words themselves are looked for here, not what they were aligned with.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final, NamedTuple

from claimcheck.case import Case
from claimcheck.dimensions.date import When
from claimcheck.dimensions.name import Name
from claimcheck.finding import Finding, Relation
from claimcheck.reading import Node, Reading
from claimcheck.relate import Meet
from claimcheck.scenes import EXCEPTION
from claimcheck.tokens import Sentence, Token

NOMINAL: Final = frozenset({"NOUN", "PROPN", "NUM", "ADJ"})
NOT_ONLY: Final = frozenset("only just merely simply all every everyone necessarily even yet".split())
DENIALS: Final = frozenset({"no", "neither", "nor", "either", "except"})
EITHER: Final = {"either": "or", "neither": "nor"}


class Span(NamedTuple):
    """Tokens [first:stop) of a sentence; `sure`: what they name is not so, and not only one of two that may be."""

    first: int
    stop: int
    sure: bool


def compare(case: Case) -> Iterator[Finding]:
    """A finding for every word of the statement that the evidence has only where it is ruled out or left open."""
    if any(f.note == EXCEPTION for rows in case.findings.values() for f in rows) or _opposed(case):
        return
    mine = {i for span in _spans(case.reading) for i in range(span.first, span.stop)}
    denied = any(t.dep == "neg" or t.lower in DENIALS for t in case.reading.sentence)
    for r in sorted(case.passage.own):
        reading = case.passage.readings[r]
        spans = list(_contrasts(reading) if denied else _spans(reading))
        for k in sorted(case.held):
            node = case.node(k)
            if (
                not spans
                or _place(case, k) != r
                or not mine.isdisjoint(node.words)
                or not case.account.weight(k)
            ):
                continue
            span = _only_in(case, reading, node, spans)
            if span is not None:
                here, there = case.reading.text(node), reading.sentence.words(span.first, span.stop)
                relation = Relation.CONTRADICTS if span.sure else Relation.UNDETERMINED
                yield Finding("scope.except", relation, here, there, "", node.words)


def _opposed(case: Case) -> bool:
    """Whether the statement has the opposite of what the evidence says of the rest: "closed on Mondays"."""
    return any(pair.related.meet is Meet.EXCLUSIVE for k, pair in case.pairs.items() if k in case.held)


def _contrasts(reading: Reading) -> Iterator[Span]:
    """ "Unlike the one, the other does not": what the one does not lack."""
    for apart in reading.apart:
        if apart.marker.lower() == "unlike" and reading.contexts[reading.sentence.root].polarity < 0:
            yield Span(apart.first, apart.stop, True)


def _place(case: Case, k: int) -> int:
    place = case.places.get(k) or case.met(k)
    return place.reading if place is not None else -1


def _only_in(case: Case, reading: Reading, node: Node, spans: list[Span]) -> Span | None:
    """The span that holds a noun, a name or a day of the statement's, where the sentence has it nowhere else."""
    if node.kind not in {"word", "name", "date"} or (node.kind == "word" and node.pos not in "nv"):
        return None
    places = [other for other in reading.nodes if _same(case, other, node)]
    if node.kind == "date":
        spans = [span._replace(stop=span.first + 1) for span in spans]
    inside = [next((s for s in spans if s.first <= max(other.words) < s.stop), None) for other in places]
    return inside[0] if inside and all(inside) else None


def _same(case: Case, one: Node, other: Node) -> bool:
    if one.kind != other.kind:
        return False
    if isinstance(one.value, Name) and isinstance(other.value, Name):
        return case.lore.one(one.value, other.value)
    if isinstance(one.value, When) and isinstance(other.value, When):
        return one.value.text.lower().split()[-1] == other.value.text.lower().split()[-1]
    return (one.lemma, one.pos) == (other.lemma, other.pos)


def _spans(reading: Reading) -> Iterator[Span]:
    """Stretches of a sentence that name what is not so, or what only may be."""
    sentence = reading.sentence
    for apart in reading.apart:
        yield Span(apart.first, apart.stop, apart.sure and _affirmed(reading, apart.first))
    for token in sentence:
        for find in (_denied, _alternatives, _or_else):
            found = find(sentence, token)
            if found is not None:
                yield found


def _affirmed(reading: Reading, token: int) -> bool:
    path = reading.sentence.path_up(token)
    verb = next((i for i in path if reading.sentence[i].pos in {"VERB", "AUX"}), token)
    return reading.contexts[verb].polarity > 0


def _denied(sentence: Sentence, token: Token) -> Span | None:
    """ "Not by arson but by a heater": the phrase before "but"."""
    if token.lower != "not" or token.i + 1 >= len(sentence) or sentence[token.i + 1].lower in NOT_ONLY:
        return None
    if sentence[token.head].pos in {"VERB", "AUX"} and sentence[token.i + 1].pos in {"VERB", "AUX", "ADV"}:
        return None
    but = next((t.i for t in sentence.tokens[token.i + 1 : token.i + 9] if t.lower == "but"), None)
    if but is None or any(t.pos in {"VERB", "AUX"} for t in sentence.tokens[token.i + 1 : but]):
        return None
    return Span(token.i + 1, but, True)


def _alternatives(sentence: Sentence, token: Token) -> Span | None:
    """ "Either Hallam or Brook", "neither Mondays nor Tuesdays"."""
    joiner = EITHER.get(token.lower)
    if joiner is None:
        return None
    at = next((t.i for t in sentence.tokens[token.i + 1 : token.i + 10] if t.lower == joiner), None)
    if at is None:
        return None
    stop = at + 1
    while stop < len(sentence) and sentence[stop].pos in NOMINAL | {"DET", "ADP", "PART", "PRON"}:
        stop += 1
    return Span(token.i + 1, stop, token.lower == "neither")


def _or_else(sentence: Sentence, token: Token) -> Span | None:
    """ "Cannot edit or delete": what "or" joins to a denied verb is denied too."""
    above = sentence[token.head]
    if token.dep != "conj" or token.pos not in {"VERB", "AUX"} or above.pos not in {"VERB", "AUX"}:
        return None
    joined = any(sentence[c].lower in {"or", "nor"} for c in sentence.children[above.i])
    denied = any(sentence[c].dep == "neg" for c in sentence.children[above.i])
    own = any(sentence[c].dep in {"nsubj", "nsubjpass", "aux"} for c in sentence.children[token.i])
    return Span(token.i, token.i + 1, True) if joined and denied and not own else None
