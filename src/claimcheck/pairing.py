"""What a sentence tells pair by pair: "Ida wrote the words and Petra the music", "won gold and silver respectively".

The sentence is cut into rows of phrases that answer to each other: a first row with the verb, and rows that leave the
verb out (gapping: Ross, "Gapping and the order of constituents", 1970), or rows that "respectively" makes of two lists.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise
from typing import Final

from claimcheck.dimensions.date import When
from claimcheck.dimensions.quantity import Quantity
from claimcheck.reading import Reading
from claimcheck.tokens import Sentence, Token

MOST: Final = 8  # more phrases than this, and it is no row
_BREAKS: Final = frozenset({",", ";", "and", "but", "or", "while"})
_JOINERS: Final = frozenset({"and", "but", "or", "while", "then"})
_FINITE: Final = frozenset({"VBD", "VBZ", "VBP", "MD"})
_OPENS: Final = frozenset({"a", "an", "the", "his", "her", "its", "their"})
_WITHIN: Final = frozenset({"of", "per", "than"})
_UNFIT: Final = frozenset({"as", "if", "despite", "including", "such", "not"})
_VERBAL: Final = frozenset({"VERB", "AUX"})
_LISTED: Final = frozenset({"NOUN", "PROPN", "NUM", "ADJ", "VERB"})


@dataclass(frozen=True, slots=True)
class Paired:
    """Two lists of phrases (sets of token indexes) of the same length: the first of one goes with the first of the
    other. verbs: of which they are told, if of one; whole: who is in the one list as a whole did not get a part of the
    other."""

    one: tuple[frozenset[int], ...]
    other: tuple[frozenset[int], ...]
    verbs: frozenset[int] = frozenset()
    whole: bool = False


@dataclass(frozen=True, slots=True)
class _Phrase:
    """Tokens [start:stop) of a row. sort: "date", "figure", "noun", "other", or a preposition."""

    start: int
    stop: int
    sort: str

    @property
    def words(self) -> frozenset[int]:
        return frozenset(range(self.start, self.stop))


def find(reading: Reading) -> Iterator[Paired]:
    """Every pair of lists of a sentence that are told pair by pair."""
    sentence = reading.sentence
    if any(t.lower == "respectively" for t in sentence):
        yield from _respective(sentence)
    else:
        yield from _gapped(reading)


# "respectively"


def _respective(sentence: Sentence) -> Iterator[Paired]:
    lists = [_list(sentence, t) for t in sentence if t.pos in _LISTED and t.dep != "conj"]
    lists = [found for found in lists if len(found) > 1]
    for n, one in enumerate(lists):
        for other in lists[n + 1 :]:
            apart = not frozenset().union(*one) & frozenset().union(*other)
            if len(one) == len(other) and apart:
                yield Paired(one, other, whole=True)


def _list(sentence: Sentence, first: Token) -> tuple[frozenset[int], ...]:
    """The phrases of a list, each without the next; a verb's own phrase is the verb."""
    heads, at = [first.i], first.i
    while True:
        joined = [c for c in sentence.children[at] if sentence[c].dep == "conj"]
        if not joined:
            break
        heads += joined
        at = joined[-1]
    if len(heads) < 2:
        return ()
    if first.pos == "VERB":
        return tuple(frozenset({h}) for h in heads)
    below = [frozenset(sentence.subtree(h)) for h in heads]
    return tuple(own.difference(*below[n + 1 :]) for n, own in enumerate(below))


# clauses that leave out their verb


def _gapped(reading: Reading) -> Iterator[Paired]:
    sentence = reading.sentence
    cuts = [-1, *(t.i for t in sentence if t.lower in _BREAKS), len(sentence)]
    rows: list[tuple[_Phrase, _Phrase]] = []
    first: tuple[int, int] | None = None  # the segment that holds the verb
    verbs: frozenset[int] = frozenset()
    for before, after in pairwise(cuts):
        start, stop = _trimmed(sentence, before + 1, after)
        if before >= 0 and sentence[before].text == ";":
            yield from _paired(rows, verbs)
            rows, first = [], None
        if start >= stop:
            continue
        own = _verbs(sentence, start, stop)
        if own:
            yield from _paired(rows, verbs)
            rows, first, verbs = [], (start, stop), own
            continue
        row = _row(reading, start, stop) if first is not None else None
        if row is None or first is None:
            yield from _paired(rows, verbs)
            rows = []
            continue
        if not rows:
            model = _model(reading, first, (min(verbs), max(verbs)), row)
            if model is None:
                continue
            rows = [model]
        if len(rows) == 1 or rows[1][1].sort == row[1].sort:
            rows.append(row)
    yield from _paired(rows, verbs)


def _trimmed(sentence: Sentence, start: int, stop: int) -> tuple[int, int]:
    while start < stop and sentence[start].lower in _JOINERS:
        start += 1
    while stop > start and sentence[stop - 1].pos == "PUNCT":
        stop -= 1
    return start, stop


def _verbs(sentence: Sentence, start: int, stop: int) -> frozenset[int]:
    """The first finite verb of a segment, with what belongs to it ("is often grown")."""
    for i in range(start, stop):
        token = sentence[i]
        if token.pos in _VERBAL and token.tag in _FINITE and token.dep not in {"amod", "compound", "relcl"}:
            last = i
            while last + 1 < stop and sentence[last + 1].pos in {*_VERBAL, "ADV", "PART"}:
                last += 1
            return frozenset(range(i, last + 1))
    return frozenset()


def _paired(rows: list[tuple[_Phrase, _Phrase]], verbs: frozenset[int]) -> Iterator[Paired]:
    if len(rows) > 1:
        yield Paired(tuple(one.words for one, _ in rows), tuple(other.words for _, other in rows), verbs)


def _row(reading: Reading, start: int, stop: int) -> tuple[_Phrase, _Phrase] | None:
    """What a segment without a verb says of what: its last phrase, of those before it."""
    if any(_unfit(reading.sentence[i]) for i in range(start, stop)):
        return None
    found = _phrases(reading, start, stop)
    if not 2 <= len(found) <= MOST:
        return None
    return _Phrase(found[0].start, found[-2].stop, found[0].sort), found[-1]


def _unfit(token: Token) -> bool:
    """Whether a word shows that a clause of its own begins, or a comparison."""
    verbal = token.pos in _VERBAL and token.dep not in {"amod", "compound"} and token.tag != "MD"
    return verbal or token.tag in {"WDT", "WP", "WRB", "TO"} or token.lower in _UNFIT


def _phrases(reading: Reading, start: int, stop: int) -> list[_Phrase]:
    """A stretch of tokens cut before prepositions, before articles after a noun, and around dates and figures."""
    sentence, cuts = reading.sentence, [start]
    for i in range(start + 1, stop):
        token, before = sentence[i], sentence[i - 1]
        node = reading.at.get(i)
        inside = node is not None and node == reading.at.get(i - 1)
        if inside or before.pos == "ADP" or before.lower in _OPENS:
            continue
        value = reading.nodes[node].value if node is not None else None
        figure = isinstance(value, Quantity) or token.pos == "NUM"
        figure = figure and before.pos in {"NOUN", "PROPN", "ADJ"}
        leads = token.pos == "ADP" and (token.lower not in _WITHIN or before.lower == "one")
        if leads or (token.lower in _OPENS and before.pos != "DET") or figure:
            cuts.append(i)
    return [_Phrase(a, b, _sort(reading, a, b)) for a, b in zip(cuts, [*cuts[1:], stop], strict=True)]


def _sort(reading: Reading, start: int, stop: int) -> str:
    values = [reading.nodes[reading.at[i]].value for i in range(start, stop) if i in reading.at]
    if any(isinstance(value, When) for value in values):
        return "date"
    first = reading.sentence[start]
    if first.pos == "ADP":
        return first.lower
    if any(isinstance(value, Quantity) for value in values) or first.pos == "NUM":
        return "figure"
    nouns = any(reading.sentence[i].pos in {"NOUN", "PROPN", "PRON"} for i in range(start, stop))
    return "noun" if nouns or first.lower in _OPENS else "other"


def _model(
    reading: Reading, segment: tuple[int, int], verb: tuple[int, int], row: tuple[_Phrase, _Phrase]
) -> tuple[_Phrase, _Phrase] | None:
    """The phrases of the segment with the verb that those of a row without one answer to."""
    sentence = reading.sentence
    before = _phrases(reading, segment[0], verb[0]) if verb[0] > segment[0] else []
    after = _phrases(reading, verb[1] + 1, segment[1]) if verb[1] + 1 < segment[1] else []
    one, other = row
    answers = [p for p in after if p.sort == other.sort]
    placed = other.sort not in {"date", "figure", "noun"}  # "grown in the valley and grapes on the hills"
    if not answers and placed and one.sort == "noun" and len(after) == 1 and after[0].sort not in {"noun"}:
        answers = after
    if not answers or not before:
        return None
    value = answers[-1]
    between = [p for p in after if p.stop <= value.start]
    if one.sort in {"date", "figure"} or sentence[one.start].pos == "ADP":
        alike = [p for p in (*before, *between) if p.sort == one.sort]
        return (alike[-1], value) if alike else None
    things = [p for p in between if p.sort not in {"date", "other"}]
    if things:
        return _Phrase(things[0].start, things[-1].stop, "noun"), value
    subject = [p for p in before if p.sort != "date"]
    return (_Phrase(subject[0].start, subject[-1].stop, "noun"), value) if subject else None
