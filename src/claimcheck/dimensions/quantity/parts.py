""" "Half of X", "a third of X", "a quarter": shares of a whole; "half the time", "half as many": multiples."""

from __future__ import annotations

from decimal import Decimal

from claimcheck.dimensions.interval import Interval, ratio
from claimcheck.dimensions.quantity.bounds import around, band, bounded
from claimcheck.dimensions.quantity.draft import Draft
from claimcheck.dimensions.quantity.heads import noun_after
from claimcheck.dimensions.quantity.measure import read_amount
from claimcheck.dimensions.quantity.multiples import make_ratio, multiplies
from claimcheck.dimensions.quantity.number import Atoms, hyphen, word_at
from claimcheck.dimensions.quantity.value import SHARE
from claimcheck.dimensions.quantity.words import PARTS
from claimcheck.policy import Policy
from claimcheck.tokens import Sentence

HUNDRED = Decimal(100)
POINT = Decimal(1)
_AFTER_HALF = frozenset(
    "of the its their his her our as that were are was is said these those my your".split()
)
_NOT_AFTER = frozenset("second first in other and better last top bottom opening latter - –".split())
_AFTER_PART = frozenset(
    "of as the more less were are was is said to lower higher last this next , . ;".split()
) | {""}


def part_at(atoms: Atoms, k: int, sentence: Sentence, policy: Policy) -> tuple[list[Draft], int]:
    """The share or multiple that the name of a part at atom k makes, and the atom to go on from; k where none."""
    if read_amount(atoms, k) is not None:  # "half a million", "a quarter of an hour"
        return [], k
    low, start = atoms[k].low, k
    if low == "half":
        if not _is_half(atoms, k):
            return [], k
    else:
        start = k - 1 - (k > 1 and hyphen(atoms, k - 1))
        if word_at(atoms, start) not in ("a", "one") or not _ends_here(atoms, k, sentence):
            return [], k
    share = ratio(HUNDRED, PARTS[low])
    bound = around(atoms, start, k + 1)
    begin = bound.begin if bound.op else start
    first, last = atoms[begin].i, atoms[bound.stop - 1].i + 1
    draft = Draft(
        start=first, stop=last, first=atoms[k].i, last=atoms[k].i + 1, interval=None, dimension=SHARE
    )
    spread = band(share, POINT, policy)
    draft.interval, draft.form = bounded(bound.op, Interval.point(share), spread, POINT)
    draft.unit, draft.resolution, draft.significant = "%", POINT, POINT
    if draft.form == "exact":
        draft.form = "fraction"
    if multiplies(atoms, k + 1):
        return [_multiple(atoms, draft, k)], bound.stop
    if draft.interval is not None and draft.interval.high is None:
        draft.interval = draft.interval.intersection(Interval(None, HUNDRED))
    return [draft], bound.stop


def _ends_here(atoms: Atoms, k: int, sentence: Sentence) -> bool:
    """Whether the part is not "a third rocket" nor "a quarter later"."""
    after = word_at(atoms, k + 1)
    if after in _AFTER_PART or atoms[k].low == "quarter":
        return after in _AFTER_PART
    return not hyphen(atoms, k + 1) and noun_after(sentence, atoms[k].i + 1) is None


def _is_half(atoms: Atoms, k: int) -> bool:
    joined = hyphen(atoms, k + 1) or (k > 0 and atoms[k].glued)
    if joined or word_at(atoms, k - 1) in _NOT_AFTER or word_at(atoms, k + 1) in ("a", "an"):
        return False
    if word_at(atoms, k - 1) == "the":
        return False
    return word_at(atoms, k + 1) in _AFTER_HALF or word_at(atoms, k - 1) in (
        "than",
        "about",
        "nearly",
        "almost",
        "by",
        "over",
        "under",
        "around",
        "roughly",
    )


def _multiple(atoms: Atoms, draft: Draft, k: int) -> Draft:
    """The share made a multiplier: "half the time", "half as many"."""
    if draft.interval is not None:
        draft.interval = draft.interval.scale(Decimal("0.01"))
    draft.resolution = draft.significant = Decimal("0.1")
    make_ratio(draft)
    if word_at(atoms, k + 1) == "as" and word_at(atoms, k + 2) in ("many", "much"):
        draft.stop = max(draft.stop, atoms[k + 2].i + 1)
    return draft
