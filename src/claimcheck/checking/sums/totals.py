"""Parts and the whole that a sentence says they come to: "two men and three women, six people in all"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from decimal import Decimal
from itertools import pairwise
from typing import Final

from claimcheck import lexicon
from claimcheck.checking.sums.lists import Listed, alike, exhaustive, lists, low, one_kind, plain_figure
from claimcheck.checking.sums.saying import shown
from claimcheck.checking.sums.wrong import Wrong, asserted, lower, misses
from claimcheck.dimensions.interval import Interval
from claimcheck.dimensions.quantity import Quantity
from claimcheck.dimensions.quantity.value import COUNT
from claimcheck.extract.prose import ProseSentence
from claimcheck.lexicon import LexRel
from claimcheck.siblings import clause_of
from claimcheck.tokens import Sentence

IN_ALL: Final = (("in", "all"), ("in", "total"), ("altogether",), ("all", "told"), ("combined",))
LEADS_ON: Final = frozenset(", — – ( : for making or a of total totalling totaling".split())
COMMAS: Final = frozenset({",", "—", "–", "(", ":", ";"})
CLOSING: Final = {"(": ")", "—": "—", "–": "–"}
DEFINITE: Final = frozenset("the all its their his her".split())
REST: Final = ("the other", "the remaining", "remaining", "the rest")
WITHIN: Final = 8  # tokens from a whole to the colon behind it
PARTLY: Final = frozenset(
    "including include includes included among such like mostly mainly least over more than".split()
)
RESULTS: Final = {"win": "win", "lose": "lose", "draw": "draw", "tie": "draw"}
IN_FAVOUR: Final = frozenset({"for", "favour", "favor"})
AGAINST: Final = frozenset({"against"})


def totals(said: ProseSentence) -> Iterator[Wrong]:
    """The wholes of a sentence that its parts do not come to."""
    figures = [q for q in said.quantities if plain_figure(q) or plain_figure(replace(q, role="value"))]
    if len(figures) < 3 or any(t.lower == "respectively" for t in said.sentence):
        return
    done: set[int] = set()
    for listed in lists(said.sentence, said.quantities):
        whole = _whole(said, listed, figures)
        if whole is not None and whole.start not in done and asserted(said, clause_of(said.sentence, whole)):
            done.add(whole.start)
            yield from _compared(listed.parts, listed.total, listed.text, whole)
    for parts, whole, only_above in (
        *_rests(said, figures),
        *_results(said, figures),
        *_opposed(said, figures),
    ):
        total = sum((low(part) for part in parts), Decimal(0))
        if whole.start in done or (only_above and total <= low(whole)):
            continue
        if asserted(said, clause_of(said.sentence, whole)):
            done.add(whole.start)
            yield from _compared(parts, total, " + ".join(_bare(part) for part in parts), whole)


def _compared(parts: Sequence[Quantity], total: Decimal, text: str, whole: Quantity) -> Iterator[Wrong]:
    if misses(Interval.point(total), whole) and not _rounded(parts, total, whole):
        message = f"{lower(text)} is {shown(total, whole)}, not {lower(_bare(whole))}"
        yield Wrong(whole.words, message, tuple(part.words for part in parts))


def _rounded(parts: Sequence[Quantity], total: Decimal, whole: Quantity) -> bool:
    """Whether the rounding of the parts, where they are rounded, may make up the difference."""
    if whole.dimension == COUNT and whole.resolution == 1 and all(part.resolution == 1 for part in parts):
        return False
    room = sum((part.resolution for part in (*parts, whole)), Decimal(0))
    return abs(total - low(whole)) <= room


def _bare(whole: Quantity) -> str:
    """The figure itself of "a total of six" and "the other eight"."""
    for opening in ("a total of ", "a combined ", "all ", "the other ", "the remaining ", "remaining "):
        if whole.text.lower().startswith(opening):
            return whole.text[len(opening) :]
    return whole.text


# a list beside its whole


def _whole(said: ProseSentence, listed: Listed, figures: Sequence[Quantity]) -> Quantity | None:
    """The figure that a list is said to come to."""
    sentence = said.sentence
    others = [q for q in figures if q not in listed.parts and alike(q, listed.parts[0])]
    if any(t.lower in PARTLY for t in sentence.tokens[max(0, listed.start - 3) : listed.start]):
        return None
    behind = next((q for q in others if q.start >= listed.stop), None)
    if behind is not None and listed.joined and _sums_up(sentence, listed, behind, figures):
        return behind
    ahead = next((q for q in reversed(others) if q.stop <= listed.start), None)
    if ahead is not None and _spelled_out(sentence, listed, ahead, figures):
        return ahead
    return None


def _end(quantity: Quantity) -> int:
    """The token behind a figure and the thing it counts."""
    return quantity.stop if quantity.head is None else max(quantity.stop, quantity.head + 1)


def _sums_up(sentence: Sentence, listed: Listed, whole: Quantity, figures: Sequence[Quantity]) -> bool:
    """ "…, six people in all", "…, a total of six": marked as the sum, and right behind the list."""
    if any(listed.stop <= q.start < whole.start for q in figures) or _began_before(sentence, listed, figures):
        return False
    between = sentence.tokens[listed.stop : whole.start]
    if not between or len(between) > WITHIN or not one_kind(sentence, listed, whole):
        return False
    behind = whole.stop if whole.head is None or whole.head < whole.stop else whole.head + 1
    ahead = tuple(t.lower for t in sentence.tokens[behind : behind + 2])
    in_all = any(ahead[: len(words)] == words for words in IN_ALL)
    if in_all and between[-1].text in COMMAS:
        return True  # "…, died, six people in all"
    if len(between) > 3 or any(t.lower not in LEADS_ON for t in between):
        return False
    summed = "total" in whole.text.lower() or "combined" in whole.text.lower()
    return in_all or summed or any(t.lower in {"total", "totalling", "totaling"} for t in between)


def _began_before(sentence: Sentence, listed: Listed, figures: Sequence[Quantity]) -> bool:
    """Whether more items may stand before the list than were read as such."""
    opened = sentence[listed.start - 1].lower if listed.start else ""
    return opened in {",", "and", "plus", ";"} and any(
        q.stop <= listed.start and alike(q, listed.parts[0]) for q in figures
    )


def _spelled_out(sentence: Sentence, listed: Listed, whole: Quantity, figures: Sequence[Quantity]) -> bool:
    """ "15 people: 12 men and five women", "the eight dead (five men and four women)", "the 14 injured, nine men and
    six women, were …": right behind the whole, and kinds of it."""
    if any(whole.stop <= q.start < listed.start for q in figures) or whole.partitive:
        return False
    between = sentence.tokens[_end(whole) : listed.start]
    mark = between[-1].text if between else ""
    if mark == ":":
        right = len(between) <= WITHIN and listed.stop + 1 >= len(sentence)
    elif mark in CLOSING:
        right = len(between) == 1 and sentence.tokens[listed.stop : listed.stop + 1] != ()
        right = right and sentence[listed.stop].text == CLOSING[mark]
    else:
        right = mark == "," and len(between) == 1 and listed.joined and _definite(sentence, whole)
    if (
        not right
        or not one_kind(sentence, listed, whole)
        or (whole.head is None and whole.dimension == COUNT)
    ):
        return False
    over = listed.total > low(whole)
    if mark == ",":
        return over or exhaustive(sentence, listed)
    return over or listed.joined


def _definite(sentence: Sentence, whole: Quantity) -> bool:
    first = sentence[whole.start].lower
    before = sentence[whole.start - 1].lower if whole.start else ""
    return first in DEFINITE or before in DEFINITE


# parts told apart by what is said of them


Parted = tuple[tuple[Quantity, ...], Quantity, bool]
"""Parts, their whole, and whether only too many of them are wrong."""


def _rests(said: ProseSentence, figures: Sequence[Quantity]) -> Iterator[Parted]:
    """ "Three of the 12 judges dissented and the other eight agreed." """
    rest = next((q for q in said.quantities if q.other and q.text.lower().startswith(REST)), None)
    if rest is None or rest.interval is None or not rest.interval.is_point:
        return
    wholes = [q for q in figures if not q.partitive and _counted_out(said.sentence, q)]
    if len(wholes) != 1 or rest.start < wholes[0].start:
        return
    whole = wholes[0]
    parts = [q for q in figures if q.partitive and q.head == whole.head and q.head is not None]
    known = {q.start for q in (*parts, whole, rest)}
    counts = [q for q in said.quantities if q.dimension == COUNT and q.role != "ordinal"]
    counted = rest.head is not None and said.sentence[rest.head].tag == "NNS"
    same = not counted or rest.head == whole.head
    if parts and same and all(q.start in known for q in counts):
        yield (*parts, rest), whole, False


def _counted_out(sentence: Sentence, quantity: Quantity) -> bool:
    """ "of the 12 judges"."""
    words = [t.lower for t in sentence.tokens[max(0, quantity.start - 2) : quantity.start]]
    return words[-1:] == ["of"] or (
        len(words) == 2 and words[0] == "of" and words[1] in {"the", "its", "their", "these"}
    )


def _results(said: ProseSentence, figures: Sequence[Quantity]) -> Iterator[Parted]:
    """ "won 12, lost 5 and drew 3 of its 21 games": a game is won, lost or drawn."""
    sentence = said.sentence
    parts: dict[str, Quantity] = {}
    for q in figures:
        verb = sentence[q.governor].lemma if q.governor is not None else ""
        if verb in RESULTS and q.dimension == COUNT and not _counted_out(sentence, q):
            if RESULTS[verb] in parts:
                return
            parts[RESULTS[verb]] = q
    wholes = [
        q
        for q in figures
        if q not in parts.values()
        and (_counted_out(sentence, q) or (q.governor is not None and sentence[q.governor].lemma == "play"))
    ]
    counted = [q for q in said.quantities if q.dimension == COUNT]
    if {"win", "lose"} <= parts.keys() and len(wholes) == 1 and len(counted) == len(parts) + 1:
        yield tuple(parts.values()), wholes[0], len(parts) < 3


def _opposed(said: ProseSentence, figures: Sequence[Quantity]) -> Iterator[Parted]:
    """ "Of the 12 members, nine voted for and four against": too many, as nobody does both."""
    sentence = said.sentence
    for one, two in pairwise(figures):
        if not (one.partitive and two.partitive) or one.head is None or one.head != two.head:
            continue
        whole = next(
            (q for q in figures if q.head == one.head and not q.partitive and q.start < one.start), None
        )
        if whole is not None and _excludes(sentence, one, two):
            yield (one, two), whole, True


def _excludes(sentence: Sentence, one: Quantity, two: Quantity) -> bool:
    after = [{t.lower for t in sentence.tokens[q.stop : q.stop + 3]} for q in (one, two)]
    if (after[0] & IN_FAVOUR and after[1] & AGAINST) or (after[0] & AGAINST and after[1] & IN_FAVOUR):
        return True
    verbs = [sentence[q.governor].lemma for q in (one, two) if q.governor is not None]
    return len(verbs) == 2 and lexicon.relation(verbs[0], "v", verbs[1], "v") is LexRel.ANTONYM
