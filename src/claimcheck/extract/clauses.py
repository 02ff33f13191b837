"""Clauses that are facts of their own: "Sales rose 5%, while costs fell 2%."

Only what reads alone: coordinated main clauses of a sentence in the source's own voice, each in one stretch that begins
with its own subject, a noun, and gives a number or a date of its own. What they share (an opening "In 2020,", a
speaker, a condition) would be lost, so then there are none.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from claimcheck.dimensions.context_words import VERBS
from claimcheck.extract.prose import ProseSentence
from claimcheck.extract.words import SUBJECTS
from claimcheck.tokens import Sentence

_JOINTS = frozenset({"and", "but", "while", "whereas"})
_NOUNS = frozenset({"NOUN", "PROPN"})
_LEANS = frozenset(
    "other others another rest latter former both each same such this these that those there here".split()
)
_QUOTES = frozenset('"“”«»') | {"``", "''"}
_Segment = tuple[int, int]  # tokens [first, stop)


def clauses(said: ProseSentence) -> tuple[tuple[int, int], ...]:
    """The clauses of a sentence that are claims of their own, as code points of its block's prose; none or several."""
    sentence = said.sentence
    heads = list(_heads(sentence, sentence.root))
    if len(heads) < 2 or any(token.text in _QUOTES for token in sentence):
        return ()
    if any(sentence[told.verb].lemma in VERBS for head in heads for told in said.contexts[head].speakers):
        return ()
    segments = _segments(sentence, heads)
    if len(segments) != len(heads) or not all(
        _reads_alone(said, head, segment) for head, segment in zip(heads, segments, strict=True)
    ):
        return ()
    return tuple((sentence[first].start, sentence[stop - 1].end) for first, stop in segments)


def _heads(sentence: Sentence, at: int) -> Iterator[int]:
    """The verbs of the coordinated clauses, in order; of two around a semicolon either may be the parser's root."""
    for k in sentence.children[at]:
        if k < at and sentence[k].dep in ("ccomp", "parataxis", "conj") and _semicolon(sentence, k, at):
            yield from _heads(sentence, k)
    yield at
    for k in sentence.children[at]:
        below = sentence[k]
        contrasts = below.dep == "advcl" and sentence[sentence.subtree(k)[0]].lower in ("while", "whereas")
        beside = (
            below.dep == "conj"
            or contrasts
            or (below.dep in ("ccomp", "parataxis") and _semicolon(sentence, at, k))
        )
        if k > at and below.pos in ("VERB", "AUX") and beside:
            yield from _heads(sentence, k)


def _semicolon(sentence: Sentence, one: int, two: int) -> bool:
    return any(token.text == ";" for token in sentence.tokens[one:two])


def _segments(sentence: Sentence, heads: list[int]) -> list[_Segment]:
    """The stretches between the joints; fewer than heads where a joint is not one of "; " and ", and"."""
    last = len(sentence) - 1
    while last > 0 and sentence[last].pos == "PUNCT":
        last -= 1
    found, first = [], 0
    for before, head in pairwise(heads):
        opening = joint = _opening(sentence, before, head)
        while joint > first and sentence[joint - 1].lower in _JOINTS:
            joint -= 1
        while sentence[opening].lower in _JOINTS:
            opening += 1
        if joint == 0 or sentence[joint - 1].text not in (",", ";") or joint - 1 <= first:
            return []
        found.append((first, joint - 1))
        first = opening
    return [*found, (first, last + 1)] if first <= last else []


def _opening(sentence: Sentence, before: int, head: int) -> int:
    """Where the clause of a head begins, given the head of the one before it: either may be below the other."""
    taken = set(sentence.subtree(before)) if before in sentence.subtree(head) else set()
    return next(k for k in sentence.subtree(head) if k not in taken and sentence[k].text not in (",", ";"))


def _reads_alone(said: ProseSentence, head: int, segment: _Segment) -> bool:
    sentence = said.sentence
    first, stop = segment
    subject = next((k for k in sentence.children[head] if sentence[k].dep in SUBJECTS), None)
    if subject is None or not first <= head < stop or sentence[subject].pos not in _NOUNS:
        return False
    if first not in sentence.subtree(subject) or any(_leans(sentence, k) for k in range(first, stop)):
        return False
    dates = [when for when in said.dates if first <= when.start < stop]
    if any(when.clock and not when.period for when in dates):
        return False  # "4:30 a.m." of a day that another clause gives
    values = [q.start for q in said.quantities if q.interval is not None and q.role != "ordinal"]
    return bool(dates) or any(first <= start < stop for start in values)


def _leans(sentence: Sentence, k: int) -> bool:
    """Whether a word points to something outside its clause: "it", "that evening", "three more"."""
    token = sentence[k]
    if token.lower == "more":
        return k + 1 == len(sentence) or sentence[k + 1].lower != "than"
    return token.tag in ("PRP", "PRP$") or token.lower in _LEANS
