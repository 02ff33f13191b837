"""Numbers in words: "one hundred and twenty-three", "half a million", "two-thirds", "dozens", "several hundred"."""

from __future__ import annotations

from decimal import Decimal

from claimcheck.dimensions.interval import ONE, Interval, ratio
from claimcheck.dimensions.quantity.number import (
    TENTH,
    Atoms,
    Number,
    after_hyphen,
    hyphen,
    last_digit,
    plural_word,
    times,
    word_at,
)
from claimcheck.dimensions.quantity.scales import scaled_by, with_a_part
from claimcheck.dimensions.quantity.words import (
    GROUPS,
    HUNDRED,
    PARTS,
    PLURAL_PARTS,
    PLURAL_SCALES,
    PLURALS,
    SCALES,
    SMALL,
    TENS,
)


def plural_scale(atoms: Atoms, k: int) -> Number | None:
    """ "dozens", "tens of thousands", "several hundred": an interval, or a number of no known size."""
    low = atoms[k].low
    if low in ("several", "few", "many"):
        if word_at(atoms, k + 1) in SCALES or word_at(atoms, k + 1) in (
            HUNDRED,
            "dozen",
            "hundreds",
            "thousands",
        ):
            stop = k + 2
            while word_at(atoms, stop) in SCALES:
                stop += 1
            return Number(k, stop, ONE, ONE, vague=True)
        return None
    ends = PLURALS.get(low)
    if ends is None:
        return None
    stop, factor = k + 1, ONE
    while word_at(atoms, stop) == "of" and word_at(atoms, stop + 1) in PLURAL_SCALES:
        factor = times(factor, PLURAL_SCALES[word_at(atoms, stop + 1)])
        stop += 2
    if factor == 1 and low in ("tens", "scores") and (low == "tens" or word_at(atoms, stop) != "of"):
        return None
    low_end, high_end = times(ends[0], factor), times(ends[1], factor)
    return Number(
        k, stop, low_end, ends[0], low_end, low_end, interval=Interval(low_end, high_end, high_open=True)
    )


def half_of(atoms: Atoms, k: int) -> Number | None:
    """ "half a million", "a quarter of a million", "half a dozen": a part of a scale."""
    top = PARTS.get(atoms[k].low)
    if top not in (2, 4):
        return None
    j = after_hyphen(atoms, k + 1)
    if word_at(atoms, j) == "of":
        j += 1
    if word_at(atoms, j) in ("a", "an"):
        j = after_hyphen(atoms, j + 1)
    word = word_at(atoms, j)
    factor = SCALES.get(word) or (GROUPS["dozen"] if word == "dozen" else None)
    if factor is None:
        return None
    part = ratio(1, top)
    shown = times(TENTH, factor) if word != "dozen" else ONE
    return Number(k, j + 1, times(part, factor), part, shown, shown, scaled=True)


def in_words(atoms: Atoms, k: int) -> Number | None:
    """A number in words: "one hundred and twenty-three thousand", "two and a half", "a dozen", "two score"."""
    low = atoms[k].low
    if low in GROUPS and low != "dozen":
        return _group(atoms, k)
    whole, stop, scale = _whole(atoms, k)
    if whole is None:
        return None
    number = Number(k, stop, whole, whole)
    number.significant = scale if scale == 12 else last_digit(whole)
    if scale >= 1000 and whole >= 10**6:  # "two million" shows millions, "two thousand" every one
        number.shown = scale
        number.scaled = True
    number.raw = whole / scale if scale >= 1000 else whole
    part = _fraction_words(atoms, k, whole, stop)
    if part is None and scale >= 1000 and not whole % scale:
        number = with_a_part(atoms, number, scale)  # "a million and a half"
    return part or scaled_by(atoms, number, False)


def _group(atoms: Atoms, k: int) -> Number | None:
    """ "a couple of", "a pair of": 2; "a couple of hundred": about that, so of no known size."""
    if word_at(atoms, k - 1) not in ("a", "the", "another", "last", "first", "next", "past"):
        return None
    stop = k + 1
    if word_at(atoms, stop) == "of":
        stop += 1
    elif atoms[k].low != "couple" or word_at(atoms, stop) not in (HUNDRED, "dozen", "thousand", "million"):
        return None
    if atoms[k].low == "score" and not plural_word(word_at(atoms, stop)):
        return None  # "a score of 60" counts points
    if word_at(atoms, stop) in SCALES or word_at(atoms, stop) in (HUNDRED, "dozen"):
        return Number(k, stop + 1, ONE, ONE, vague=True)
    return Number(k, stop, GROUPS[atoms[k].low], GROUPS[atoms[k].low])


def _whole(atoms: Atoms, k: int) -> tuple[Decimal | None, int, Decimal]:
    """The whole number in words from k: its value (None for none), the atom after it, its last scale."""
    total, current, last = Decimal(0), Decimal(0), ONE
    stop, j = k, k
    room = Decimal(10) ** 18  # the scale words must fall
    seen_small = seen_tens = False
    while j < len(atoms):
        low = atoms[j].low
        if low in SMALL and not seen_small and not (seen_tens and not 1 <= SMALL[low] <= 9):
            current += SMALL[low]
            seen_small = True
        elif low in TENS and not seen_small and not seen_tens:
            current += TENS[low]
            seen_tens = True
        elif low == HUNDRED and current < 100:
            current = (current or ONE) * 100
            seen_small = seen_tens = False
            last = Decimal(100)
        elif low == "dozen" and not total and j > k - 1:
            return (current or ONE) * 12, j + 1, Decimal(12)
        elif low in SCALES and SCALES[low] < room and (current or j == k):
            total += (current or ONE) * SCALES[low]
            room, last, current = SCALES[low], SCALES[low], Decimal(0)
            seen_small = seen_tens = False
        else:
            break
        stop = j + 1
        j = after_hyphen(atoms, stop)
        if word_at(atoms, j) == "and" and last >= 100 and not (seen_small or seen_tens):
            after = word_at(atoms, after_hyphen(atoms, j + 1))
            if after not in SMALL and after not in TENS:
                break
            j = after_hyphen(atoms, j + 1)
    if stop == k:
        return None, k, ONE
    if current and last > 100:
        last = ONE
    return total + current, stop, last


# What a thing is by two thirds: "three quarters full".
_PARTLY = frozenset("full empty complete finished done higher lower larger smaller cheaper".split())


def _fraction_words(atoms: Atoms, k: int, top: Decimal, stop: int) -> Number | None:
    """ "two-thirds", "three quarters", "nine-tenths", "one-third" after the numerator read at k."""
    joined = hyphen(atoms, stop)
    j = after_hyphen(atoms, stop)
    word = word_at(atoms, j)
    bottom = PLURAL_PARTS.get(word) if top > 1 else PARTS.get(word)
    if bottom is None and joined and top > 1:
        bottom = PARTS.get(word)
    if bottom is None or top >= bottom or (bottom == 2 and not joined):
        return None
    after = word_at(atoms, j + 1)
    if not joined and after != "of" and after not in _PARTLY and word_at(atoms, k - 1) != "by":
        return None
    value = ratio(top, bottom)
    if [word_at(atoms, j + n) for n in (1, 2)] == ["of", "a"] and word_at(atoms, j + 3) in SCALES:
        factor = SCALES[word_at(atoms, j + 3)]
        return Number(
            k, j + 4, times(value, factor), value, times(TENTH, factor), times(TENTH, factor), scaled=True
        )
    return Number(k, j + 1, value, value, TENTH, TENTH, part=True)
