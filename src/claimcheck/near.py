"""Where a passage may stand in other words: stretches of a source that share its rare words or its surroundings.

Looking takes time in proportion to the source, which is taken apart once for all its passages. A fuzzy score puts the
stretches in order; what a stretch says is decided elsewhere.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import pairwise

from claimcheck.surroundings import TELLING, Fit, Quotation, altered, fit, fold

MOST_RARE = 8  # of the passage's words, those it is looked for by
LEAST_RARE = 2  # and those it is looked for by in any case
COMMON = 64  # places of a word beyond which it tells nothing
MOST_PLACES = 6  # where most of the rare words point to
CLOSE = 0.5  # share of the longer one's words that two wordings have in common
FRAMED = 30  # what surroundings that agree add to a fuzzy score of at most 100
_REACH = 400  # code points within which a sentence is looked for the beginning of

_WORD = re.compile(r"\w+(?:['’.,]\w+)*")
_BOUNDARY = re.compile(r"[.!?][\"'”’)\]*_]*\s+(?=[\"'“‘(\[*_]*[A-Z0-9])|\n\s*\n\s*|\n(?=[-*#|>+]|\d+[.)])|\A")
_ABBREVIATED = re.compile(
    r"(?:\b(?:\w\.)+|\b(?:Mr|Mrs|Ms|Dr|Gen|Lt|Col|Sgt|Rep|Sen|Gov|St|No|vs|approx)\.)\s+\Z"
)


_Span = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Near:
    """A stretch that may be the passage, [start, end) in code points; `score` ranks, the highest first.

    shared: the share of the longer one's words that the two have in common, or the part of it that is most like it.
    """

    start: int
    end: int
    text: str
    fit: Fit
    shared: float
    score: float


class Words:
    """The words of a text, where each stands."""

    def __init__(self, text: str) -> None:
        self.text = text

    @cached_property
    def _spans(self) -> list[tuple[int, int]]:
        return [match.span() for match in _WORD.finditer(self.text)]

    @cached_property
    def folded(self) -> list[str]:
        """The words, folded, in order."""
        return [self.text[start:end].casefold() for start, end in self._spans]

    @cached_property
    def places(self) -> dict[str, list[int]]:
        """The numbers of the words that are this word."""
        found: dict[str, list[int]] = defaultdict(list)
        for number, word in enumerate(self.folded):
            found[word].append(number)
        return found

    def stretch(self, first: int, stop: int) -> tuple[int, int]:
        """Where the words [first, stop) stand, in code points."""
        return self._spans[first][0], self._spans[stop - 1][1]

    def within(self, start: int, end: int) -> Sequence[str]:
        """The words that stand in a stretch of the text."""
        first = bisect_left(self._spans, (start, 0))
        return self.folded[first : bisect_right(self._spans, (end, 0))]


def near(words: Words, quotation: Quotation) -> list[Near]:
    """The stretches that are close to a passage, the likeliest first; none that is the passage itself."""
    from thefuzz import fuzz

    said = fold(quotation.quote).strip()
    found: dict[tuple[int, int], Near] = {}
    for (start, end), core, framed in _stretches(words, quotation):
        text = words.text[start:end]
        shared = max(_shared(said, text), _shared(said, words.text[slice(*core)]))
        if fold(text) == said or not (framed or shared >= CLOSE):
            continue
        its = fit(words.text, start, end, quotation)
        share = its.agreed / max(1, len(quotation.prefix) + len(quotation.suffix))
        found[start, end] = Near(start, end, text, its, shared, fuzz.ratio(said, fold(text)) + FRAMED * share)
    return sorted(found.values(), key=lambda one: (-one.score, one.start, one.end))


def _stretches(words: Words, quotation: Quotation) -> Iterator[tuple[_Span, _Span, bool]]:
    """Each with the part of it that was found, and whether its surroundings alone make it one."""
    few = len(quotation.quote.split()) < TELLING
    for stretch in altered(words.text, quotation):
        place = stretch.start, stretch.end
        out = _own_sentences if stretch.between else _sentence
        yield out(words.text, *place, quotation), place, few
    for run in _pointed_at(words, quotation):
        core = words.stretch(
            run.matched if _opens(quotation.prefix) else run.first,
            run.last if _ends(quotation) else run.stop,
        )
        yield _sentence(words.text, *core, quotation), core, False


@dataclass(frozen=True, slots=True)
class _Run:
    """Words [first, stop) that may be the passage's; of these [matched, last) from its first word there to its last."""

    first: int
    matched: int
    last: int
    stop: int


def _pointed_at(words: Words, quotation: Quotation) -> Iterator[_Run]:
    """Runs of words about as long as the passage, where most of its rare words stand as in it."""
    ours = [match[0].casefold() for match in _WORD.finditer(quotation.quote)]
    rare = sorted((len(places), k) for k, word in enumerate(ours) if (places := words.places.get(word)))
    votes: Counter[int] = Counter()
    for rank, (count, k) in enumerate(rare[:MOST_RARE]):
        if count <= COMMON or rank < LEAST_RARE:
            votes.update(place - k for place in words.places[ours[k]][:COMMON])
    slack = len(ours) // 8 + 3
    taken: list[int] = []
    while votes and len(taken) < MOST_PLACES:
        begin = min(votes, key=lambda at: (-_votes(votes, at, slack), -votes[at], at))
        taken.append(begin)
        for at in range(begin - slack, begin + slack + 1):
            votes.pop(at, None)
    for begin in taken:
        low, high = max(0, begin - slack), min(len(words.folded), begin + len(ours) + slack)
        run = _matched(ours, words.folded[low:high], low)
        if run:
            yield run


def _votes(votes: Counter[int], at: int, slack: int) -> int:
    """How many of the rare words stand where they should if the passage began at a word, give or take a few."""
    return sum(votes.get(k, 0) for k in range(at - slack, at + slack + 1))


def _matched(ours: Sequence[str], theirs: Sequence[str], at: int) -> _Run | None:
    """The part of `theirs`, whose first word has the number `at`, where `ours` stand or would."""
    from difflib import SequenceMatcher

    blocks = [b for b in SequenceMatcher(None, ours, theirs, autojunk=False).get_matching_blocks() if b.size]
    if not blocks:
        return None
    first, last = blocks[0], blocks[-1]
    missing = len(ours) - last.a - last.size
    end = last.b + last.size
    return _Run(at + max(0, first.b - first.a), at + first.b, at + end, at + min(len(theirs), end + missing))


def _sentence(text: str, start: int, end: int, quotation: Quotation) -> tuple[int, int]:
    """The stretch, out to the ends of its sentence on the sides where the passage was at one.

    What is put before the first word ("Officials denied that …") is of the passage as it stands now.
    """
    if _opens(quotation.prefix):
        start = _beginning(text, start)
    if _ends(quotation):
        end = _end(text, end)
    return start, end


def _own_sentences(text: str, start: int, end: int, quotation: Quotation) -> tuple[int, int]:
    """The stretch without whole sentences at its ends that share no word with a passage of whole sentences."""
    said = _telling_words(quotation.quote)
    starts = [start, *(start + m.end() for m in _BOUNDARY.finditer(text[start:end]) if m.end())]
    pieces = [(a, b) for a, b in pairwise([*starts, end]) if a < b]
    own = [k for k, (a, b) in enumerate(pieces) if not said.isdisjoint(_telling_words(text[a:b]))]
    if own and _opens(quotation.prefix):
        start = pieces[own[0]][0]
    if own and _ends(quotation):
        last = pieces[own[-1]]
        end = last[0] + len(text[last[0] : min(last[1], end)].rstrip())
    return start, end


def _telling_words(text: str) -> set[str]:
    """The words of a text, folded, without short ones that stand in any."""
    return {
        word for match in _WORD.finditer(text) if len(word := match[0].casefold()) > 3 or word[0].isdigit()
    }


def _opens(prefix: str) -> bool:
    """Whether a sentence begins behind this text."""
    return not prefix.strip() or any(m.end() == len(prefix) for m in _BOUNDARY.finditer(f"{prefix}A", 1))


def _ends(quotation: Quotation) -> bool:
    last = quotation.quote.rstrip("\"'”’)]*_ \n")[-1:]
    return last in ".!?" or not quotation.suffix.strip() or quotation.suffix.lstrip(" ").startswith("\n")


def _beginning(text: str, start: int) -> int:
    """Where the sentence of an offset begins."""
    low = max(0, start - _REACH)
    piece = text[low : start + 2]
    found = [
        m.end()
        for m in _BOUNDARY.finditer(piece)
        if m.end() <= start - low and (m.end() or not low) and not _ABBREVIATED.search(piece[: m.end()])
    ]
    return low + found[-1] if found else start


def _end(text: str, end: int) -> int:
    """Where the sentence of an offset ends, its last mark included."""
    piece = text[end : end + _REACH]
    for match in re.finditer(r"[.!?][\"'”’)\]*_]*(?=\s|\Z)|\n\s*\n|\n(?=[-*#|>+])|\Z", piece):
        if match[0][:1] != "." or not _ABBREVIATED.search(text[max(0, end - 8) : end + match.end()] + " "):
            stop = match.end() if match[0][:1] in ".!?" else match.start()
            return end + stop
    return end


def _shared(said: str, text: str) -> float:
    """The share of the longer wording's words that both have."""
    ours, theirs = (Counter(match[0].casefold() for match in _WORD.finditer(one)) for one in (said, text))
    return (ours & theirs).total() / max(ours.total(), theirs.total(), 1)
