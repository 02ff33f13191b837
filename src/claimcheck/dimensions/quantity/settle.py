"""settle(): a draft given its head, governor, rate and role becomes a Quantity."""

from __future__ import annotations

from dataclasses import replace

from claimcheck.dimensions.interval import ZERO, Interval
from claimcheck.dimensions.quantity.draft import Draft, low
from claimcheck.dimensions.quantity.heads import find_governor, find_head, noun_after, top_of
from claimcheck.dimensions.quantity.rates import take_rate
from claimcheck.dimensions.quantity.roles import role_of
from claimcheck.dimensions.quantity.value import COUNT, Quantity
from claimcheck.tokens import Sentence

_OTHER_AFTER = frozenset({"other", "more", "additional", "further", "extra", "others"})
_OTHER_BEFORE = frozenset({"another", "further", "additional", "extra", "other", "remaining"})
_OF_THE = 2  # words between a part and its whole
_ENDS_DATE = frozenset({"earlier", "ago"})


def settle(sentence: Sentence, draft: Draft) -> Quantity | None:
    """The quantity of a draft, with its head, governor, role and rate; None where the words mean no number."""
    partitive = low(sentence, draft.stop) == "of"
    other = _take_other(sentence, draft)
    if not draft.placed:
        if _idiom(sentence, draft):
            return None
        draft.head, partitive = find_head(sentence, draft)
    before = low(sentence, draft.start - 1)
    if all_but(sentence, draft):
        return None
    if before == "not" and _is_not_one(sentence, draft):
        draft.start -= 1
        draft.interval = Interval.point(ZERO)
    if low(sentence, draft.stop) in _ENDS_DATE and draft.dimension in ("duration", "calendar"):
        return None
    if not other and draft.head is not None and draft.head > draft.stop:
        other = any(low(sentence, i) in _OTHER_AFTER for i in range(draft.stop, draft.head))
    take_rate(sentence, draft)
    top = top_of(sentence, draft.first, draft.last)
    base = draft.head if draft.head is not None and draft.head > top and not partitive else top
    governor = find_governor(sentence, base, draft.start, draft.stop)
    role, direction = role_of(sentence, draft, governor, partitive, other)
    return Quantity(
        start=draft.start,
        stop=draft.stop,
        text=sentence.words(draft.start, draft.stop),
        interval=draft.interval,
        dimension=draft.dimension,
        unit=draft.unit,
        form=draft.form,
        role=role,
        resolution=draft.resolution,
        significant=draft.significant,
        head=draft.head,
        governor=governor,
        per=draft.per,
        other=other and role != "delta",
        partitive=partitive,
        direction=direction,
        values=draft.values,
        extra=tuple(sorted(i for i in set(draft.extra) if not draft.start <= i < draft.stop)),
    )


def all_but(sentence: Sentence, draft: Draft) -> bool:
    """ "All but two" counts the others."""
    return low(sentence, draft.start - 1) == "but" and low(sentence, draft.start - 2) == "all"


def rest_of(sentence: Sentence, without: Draft, whole: Quantity) -> Quantity:
    """ "All but two of the 30 miners" are 28; `whole` as it is where it is no such whole."""
    between = range(without.stop, whole.start)
    of = [low(sentence, k) for k in between][:1] == ["of"] and len(between) <= _OF_THE
    if not of or whole.interval is None or without.interval is None or without.dimension != whole.dimension:
        return whole
    first = without.start - 2
    above = sentence[first].head
    return replace(
        whole,
        start=first,
        text=sentence.words(first, whole.stop),
        interval=whole.interval.subtract(without.interval),
        governor=above if above != first else None,
        partitive=False,
    )


def _is_not_one(sentence: Sentence, draft: Draft) -> bool:
    """Whether "not" before makes the number none: "not one window broke", but not "not one but two"."""
    single = draft.stop - draft.start == 1 and low(sentence, draft.start) == "one"
    return single and low(sentence, draft.stop) != "but" and draft.dimension == COUNT


def _idiom(sentence: Sentence, draft: Draft) -> bool:
    """ "One of the best", "one another", "one must": a "one" that counts nothing."""
    if draft.stop - draft.start != 1 or low(sentence, draft.start) not in ("one", "ones"):
        return False
    token, after = sentence.tokens[draft.start], low(sentence, draft.stop)
    if after == "of" and low(sentence, draft.start - 1) in ("every", "each"):
        return True
    if after == "of":
        following = sentence.tokens[draft.stop + 1 : draft.stop + 5]
        return any(t.tag in ("JJS", "RBS") for t in following)
    before = low(sentence, draft.start - 1)
    article = before in ("the", "this", "that", "which", "any", "every", "each", "another", "no", "some")
    if article and noun_after(sentence, draft.stop) is None:
        return True
    if draft.start > 0 and sentence.tokens[draft.start - 1].pos == "ADJ":
        return noun_after(sentence, draft.stop) is None
    if sentence.tokens[draft.stop : draft.stop + 1] and sentence.tokens[draft.stop].tag == "HYPH":
        return low(sentence, draft.stop + 1) in ("time", "off", "sided", "way", "stop", "size", "on")
    return after in ("another", "'s", "’s") or token.tag == "PRP"


def _take_other(sentence: Sentence, draft: Draft) -> bool:
    """Whether the words around say that these come on top of others; such a word before is consumed."""
    before = low(sentence, draft.start - 1)
    if before in _OTHER_BEFORE and draft.dimension in (COUNT, "money"):
        draft.start -= 1
        if before != "another" and low(sentence, draft.start - 1) in ("a", "an", "the"):
            draft.start -= 1
        return True
    if draft.dimension != COUNT:
        return False
    after = low(sentence, draft.stop)
    if after == "others":
        draft.stop += 1
        draft.placed = True
        return True
    return after in _OTHER_AFTER
