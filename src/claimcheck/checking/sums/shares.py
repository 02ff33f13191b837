"""A share said two ways at once: "60%, or 262 of 484", "262 of the 484 members (54%)", "320, or 4% of its 8,000"."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import permutations
from typing import Final

from claimcheck.checking.sums.saying import shown
from claimcheck.checking.sums.wrong import Wrong, apart, asserted, lower
from claimcheck.dimensions import derive
from claimcheck.dimensions.quantity import Quantity
from claimcheck.dimensions.quantity.value import SHARE
from claimcheck.extract.prose import ProseSentence
from claimcheck.siblings import clause_of
from claimcheck.tokens import Sentence

PARTED: Final = frozenset({"count", "money", "length", "mass", "area", "volume", "data", "duration"})
OF: Final = frozenset("of out the its their all his her our these those a".split())
OR: Final = frozenset({",", "or", "about", "some", "roughly", "nearly", "—", "–"})
BRACKETS: Final = frozenset({"(", "-lrb-"})


def shares(said: ProseSentence) -> Iterator[Wrong]:
    """Shares of a sentence that are not those of the part and the whole stated with them."""
    figures = [q for q in said.quantities if q.interval is not None and q.role not in {"ordinal", "delta"}]
    for k, share in enumerate(figures):
        if share.dimension != SHARE or share.form in {"vague", "bound"} or share.role == "change":
            continue
        beside = figures[max(0, k - 2) : k + 3]
        for part, whole in permutations([q for q in beside if q is not share], 2):
            if _exact(part) and _exact(whole) and _said_twice(said.sentence, share, part, whole):
                yield from _wrong(said, share, part, whole)
                break


def _exact(quantity: Quantity) -> bool:
    point = quantity.interval is not None and quantity.interval.is_point
    return point and quantity.form == "exact" and quantity.dimension in PARTED and not quantity.per


def _said_twice(sentence: Sentence, share: Quantity, part: Quantity, whole: Quantity) -> bool:
    """Whether the three stand as one way to say a share and another."""
    if _counted_out(sentence, part, whole):
        if share.stop <= part.start:  # "60% of members, or 262 of 484"; "60% (262 of 484)"
            return _again(sentence, _end(share), part.start)
        alone = not share.partitive or share.head in {whole.head, part.head}
        return alone and whole.stop <= share.start and _again(sentence, _end(whole), share.start)
    if part.partitive and part.head is not None and part.head == whole.head and whole.stop <= part.start:
        return part.stop <= share.start and _again(
            sentence, part.stop, share.start
        )  # "of 484 cast, 262, or 54%"
    if not _counted_out(sentence, share, whole):
        return False
    if part.stop <= share.start:  # "320 jobs, or 4% of its 8,000 staff"
        return _again(sentence, _end(part), share.start)
    return whole.stop <= part.start and _again(sentence, _end(whole), part.start)


def _counted_out(sentence: Sentence, part: Quantity, whole: Quantity) -> bool:
    """ "262 of the 484", "262 out of 484"."""
    between = [t.lower for t in sentence.tokens[part.stop : whole.start]]
    return bool(between) and between[0] in {"of", "out"} and OF.issuperset(between)


def _end(quantity: Quantity) -> int:
    return quantity.stop if quantity.head is None else max(quantity.stop, quantity.head + 1)


def _again(sentence: Sentence, start: int, stop: int) -> bool:
    """ ", or", "(": what follows says the same in other figures."""
    between = [t.lower for t in sentence.tokens[start:stop]]
    if between[-1:] and between[-1] in BRACKETS:
        return len(between) == 1
    return "or" in between and OR.issuperset(between)


def _wrong(said: ProseSentence, share: Quantity, part: Quantity, whole: Quantity) -> Iterator[Wrong]:
    made = derive.share_of(part, whole)
    if made is None or not apart(made, share) or not asserted(said, clause_of(said.sentence, share)):
        return
    assert made.quantity.interval is not None
    assert made.quantity.interval.low is not None
    value = shown(made.quantity.interval.low, made.quantity)
    message = f"{lower(part.text)} of {whole.text} is {value}, not {lower(share.text)}"
    yield Wrong(share.words, message, (part.words, whole.words))
