"""Figures listed side by side: "12 men and five women", "25 in Leeds, 12 in York and three abroad".

A list is read off the order of words, since the parser joins its items in many ways: every item begins with its figure,
and commas and a last "and" part them.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal
from itertools import pairwise
from typing import Final

from claimcheck import lexicon
from claimcheck.dimensions.quantity import Quantity
from claimcheck.dimensions.quantity.value import COUNT
from claimcheck.tokens import Sentence

ADDED: Final = frozenset({"count", "money", "mass", "length", "area", "volume", "data"})
PEOPLE: Final = frozenset(
    "people person individual human dead injured wounded missing victim casualty staff strong".split()
)
SEXES_AND_AGES: Final = frozenset("man woman boy girl child adult male female teenager".split())
GENERAL: Final = frozenset("item thing object piece unit".split())
ITEM: Final = 9  # the most tokens from a figure to the next
_ARTICLES: Final = frozenset({"a", "an"})
_PLAIN: Final = frozenset({"value", "share"})
_AND: Final = frozenset({"and", "plus", "&"})
_SEPARATES: Final = ([","], [",", "and"], ["and"], ["plus"], [",", "plus"], ["&"])
_ENDS: Final = frozenset({",", ".", ";", ":", ")", "—", "–", "!", "-rrb-"})
_PARTS: Final = frozenset({";", ":", "(", ")", "—", "–", '"', "“", "”"})
_FINITE: Final = frozenset({"VBD", "VBZ", "VBP", "MD"})
_TAKES_IN: Final = frozenset("including include includes included among such like mostly mainly".split())


@dataclass(frozen=True, slots=True)
class Listed:
    """Two or more figures of one kind, on tokens [start:stop); `ones` counts the items that are only "a" thing.

    heads: the noun that each figure counts in its own item, None for one that stands there alone; joined: an "and"
    parts the last item from the others.
    """

    parts: tuple[Quantity, ...]
    ones: int
    heads: tuple[int | None, ...]
    start: int
    stop: int
    joined: bool

    @property
    def total(self) -> Decimal:
        return sum((low(part) for part in self.parts), Decimal(self.ones))

    @property
    def text(self) -> str:
        return " + ".join([*(part.text for part in self.parts), *["1"] * self.ones])


def low(quantity: Quantity) -> Decimal:
    assert quantity.interval is not None
    assert quantity.interval.low is not None
    return quantity.interval.low


def plain_figure(quantity: Quantity) -> bool:
    """Whether it is one exact number of things that add up."""
    point = quantity.interval is not None and quantity.interval.is_point
    plain = quantity.form == "exact" and quantity.role in _PLAIN and not quantity.per
    return point and plain and quantity.dimension in ADDED


def alike(one: Quantity, two: Quantity) -> bool:
    return one.dimension == two.dimension and (one.dimension != "money" or one.unit == two.unit)


def lists(sentence: Sentence, quantities: Sequence[Quantity]) -> Iterator[Listed]:
    """The lists of a sentence in which every item has a figure, or is one thing; each as long as it goes."""
    run: list[Quantity] = []
    for q in quantities:
        if run and not _goes_on(sentence, run[-1], q):
            yield from _listed(sentence, run)
            run = []
        if plain_figure(q) and not q.partitive and not q.other:
            run.append(q)
        else:
            run = []
    yield from _listed(sentence, run)


def _goes_on(sentence: Sentence, one: Quantity, two: Quantity) -> bool:
    """Whether a figure opens the next item of the list that another stands in."""
    between = sentence.tokens[one.stop : two.start]
    if not alike(one, two) or not between or len(between) > ITEM:
        return False
    words = [t.lower for t in between]
    parted = any(words[-len(s) :] == s for s in _SEPARATES)
    return parted and not any(t.tag in _FINITE or t.text in _PARTS or t.lower in _TAKES_IN for t in between)


def _listed(sentence: Sentence, run: Sequence[Quantity]) -> Iterator[Listed]:
    """The lists that a run of figures makes, also without its first and its last: either may be the whole."""
    for parts in (run, run[1:], run[:-1]):
        found = _closed(sentence, parts) if len(parts) > 1 else None
        if found is not None:
            yield found


def _closed(sentence: Sentence, parts: Sequence[Quantity]) -> Listed | None:
    """The list up to where it ends: None where it goes on with something that has no figure."""
    last = parts[-1]
    stop = min(
        (t.i for t in sentence.tokens[last.stop :] if t.text in _ENDS or t.tag in _FINITE),
        default=len(sentence),
    )
    ones = 0
    for one, two in pairwise(parts):
        ones += _ones(sentence, one.stop, two.start)
    tail = sentence.tokens[last.stop : stop]
    more = next((t.i for t in tail if t.lower in _AND), None)
    if more is not None:
        if not _is_one(sentence, more + 1, stop):
            return None
        ones += 1
    if (ones and last.dimension != COUNT) or stop - last.stop > ITEM:
        return None
    before = [t.lower for t in sentence.tokens[parts[-2].stop : last.start]]
    joined = more is not None or bool(_AND.intersection(before))
    bounds = [*(p.start for p in parts[1:]), stop]
    heads = tuple(
        p.head if p.head is not None and p.start <= p.head < end else None
        for p, end in zip(parts, bounds, strict=True)
    )
    return Listed(tuple(parts), ones, heads, parts[0].start, stop, joined)


def _ones(sentence: Sentence, start: int, stop: int) -> int:
    """The items between two figures that are "a" thing: "two pens, a ruler and three pads"."""
    return sum(
        sentence[i].text == "," and _is_one(sentence, i + 1, stop) for i in range(start, max(start, stop - 2))
    )


def _is_one(sentence: Sentence, start: int, stop: int) -> bool:
    words = sentence.tokens[start:stop]
    return len(words) > 1 and words[0].lower in _ARTICLES and any(t.tag == "NN" for t in words[1:4])


def one_kind(sentence: Sentence, listed: Listed, whole: Quantity) -> bool:
    """Whether the things of a list are kinds of its whole: the same noun, none of their own, men of people."""
    if whole.head is None:
        return True
    return all(
        _kind(sentence, part, head, whole.head) for part, head in zip(listed.parts, listed.heads, strict=True)
    )


def _kind(sentence: Sentence, part: Quantity, head: int | None, whole: int) -> bool:
    if head is None or sentence[head].lemma == sentence[whole].lemma:
        return True
    above = sentence[whole]
    if is_kind(sentence[head].lemma, above.lower if above.lower in PEOPLE else above.lemma):
        return True
    return head == part.stop and lexicon.known(sentence[head].lower, "a")  # "25 primary, 12 secondary"


def is_kind(part: str, whole: str) -> bool:
    if part == whole or whole in GENERAL:
        return True
    if whole in PEOPLE or lexicon.is_group_noun(whole):
        return lexicon.is_person_noun(part)
    if part in SEXES_AND_AGES and lexicon.is_person_noun(whole):
        return True
    return lexicon.relation(part, "n", whole, "n").entails


def exhaustive(sentence: Sentence, listed: Listed) -> bool:
    """Whether nobody is left out of a list of men and women, or adults and children."""
    return all(h is not None and sentence[h].lemma in SEXES_AND_AGES for h in listed.heads)
