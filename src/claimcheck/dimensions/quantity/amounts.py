"""One amount, range, change, score or ratio that starts at an atom, turned into drafts."""

from __future__ import annotations

from decimal import Decimal

from claimcheck.dimensions.interval import ZERO, EmptyIntervalError, Interval
from claimcheck.dimensions.quantity import multiples, series
from claimcheck.dimensions.quantity.ages import age_of
from claimcheck.dimensions.quantity.bounds import Around, after, around, band, before, bounded
from claimcheck.dimensions.quantity.draft import Draft, low
from claimcheck.dimensions.quantity.heads import noun_after
from claimcheck.dimensions.quantity.labels import is_order, label_before
from claimcheck.dimensions.quantity.lex import Kind
from claimcheck.dimensions.quantity.measure import Amount, read_amount, read_one
from claimcheck.dimensions.quantity.named import word_end
from claimcheck.dimensions.quantity.number import Atoms, Number, times, word_at
from claimcheck.dimensions.quantity.pairs import between, joined, tolerance, transferred
from claimcheck.dimensions.quantity.value import SHARE, Form
from claimcheck.dimensions.quantity.words import CHANGE_NOUNS
from claimcheck.dimensions.units import MONEY, Unit
from claimcheck.policy import Policy
from claimcheck.tokens import Sentence

HUNDRED = Decimal(100)
PERCENT = Unit("%", SHARE)
BELOW_ZERO = frozenset({"temperature", "temperature change", "degree"})
_ONE_BEFORE = frozenset("for within in than about around nearly almost under over least most exactly only just up "
                        "takes lasts took lasted waits exceeded exceeds exceed last".split())  # fmt: skip
_DEGREE_CHANGE = frozenset("warming cooling warmer cooler hotter colder above below rise increase drop fall rose "
                           "fell".split())  # fmt: skip
Found = tuple[list[Draft], int]


def amounts_at(atoms: Atoms, k: int, sentence: Sentence, policy: Policy) -> Found:
    """The drafts of what starts at atom k (one; two for "from 12.0% to 14.5%"; none), and the atom to go on from."""
    special = series.special_at(atoms, k, sentence)
    if special is not None:
        return special
    amount = read_amount(atoms, k) or _single_unit(atoms, k)
    if amount is None:
        return [], k + 1
    if _glued_word(atoms, amount.stop):
        return [], word_end(atoms, amount.stop)  # "3D", "49ers"
    label, label_start = label_before(atoms, k, sentence)
    if label and amount.unit is None and not amount.number.scaled:
        if not is_order(label) or amount.number.interval:
            return [], amount.stop
        return [_labelled(atoms, amount, label, label_start)], amount.stop
    second = joined(atoms, amount, sentence)
    if second is not None:
        score = series.score_of(atoms, amount, second)
        if score is not None:
            return score
        if transferred(atoms, amount, second, sentence):
            one, two = (_draft(atoms, part, sentence, policy) for part in (amount, second))
            one.partner = two.partner = True
            one.placed = True
            return [one, two], second.stop
        draft = _draft(atoms, second, sentence, policy, low_end=amount)
        return [draft], _atom_after(atoms, draft.stop, second.stop)
    share = series.share_of(atoms, amount)
    if share is not None:
        return share
    draft = _draft(atoms, amount, sentence, policy)
    return [draft], _atom_after(atoms, draft.stop, amount.stop)


def _glued_word(atoms: Atoms, k: int) -> bool:
    """Whether letters that are no unit stand right after a number that ends before atom k."""
    return (
        k < len(atoms) and atoms[k].kind is Kind.WORD and atoms[k].glued and not multiples.times_at(atoms, k)
    )


def _atom_after(atoms: Atoms, token: int, k: int) -> int:
    """The first atom from k on that belongs to token `token` or a later one."""
    while k < len(atoms) and atoms[k].i < token:
        k += 1
    return k


def _single_unit(atoms: Atoms, k: int) -> Amount | None:
    """ "A minute and a half", "more than an hour": a unit counted by its article, where a number is meant.

    "A year" alone is a rate or a date.
    """
    amount = read_one(atoms, k)
    if (
        amount is None
        or amount.unit is None
        or word_at(atoms, amount.stop) in ("earlier", "later", "ago", "after")
    ):
        return None
    if amount.number.value != 1:
        return amount
    if amount.unit.dimension in (SHARE, MONEY, "mass") or word_at(atoms, k + 1) in (
        "second",
        "degree",
        "stone",
    ):
        return None
    return amount if word_at(atoms, k - 1) in _ONE_BEFORE else None


def _labelled(atoms: Atoms, amount: Amount, label: str, start: int) -> Draft:
    """ "Season 3", "No. 1": an ordinal, its head the label's noun."""
    noun = label.rstrip(".") not in ("no", "number", "nr", "#", "rank", "ranked")
    return Draft(
        start=atoms[start].i,
        stop=atoms[amount.stop - 1].i + 1,
        first=atoms[amount.start].i,
        last=atoms[amount.stop - 1].i + 1,
        interval=Interval.point(amount.number.value),
        dimension="ordinal",
        role="ordinal",
        head=atoms[start].i if noun else None,
        placed=True,
    )


def _draft(
    atoms: Atoms, amount: Amount, sentence: Sentence, policy: Policy, low_end: Amount | None = None
) -> Draft:
    """The draft of an amount, or of the range from `low_end` to it, with its bounds, unit and words."""
    first = low_end or amount
    bound = around(atoms, first.start, amount.stop, amount.op)
    begin = between(atoms, first) if low_end else bound.begin
    unit, age_begin, age_stop = age_of(atoms, amount, first.start, min(begin, bound.begin), sentence)
    if unit is not None:
        begin = min(begin, age_begin) if word_at(atoms, age_begin) not in ("younger", "older") else begin
        bound = _rebound(atoms, bound, amount, age_begin, age_stop)
    else:
        unit = _degrees(atoms, amount, first.start)
    interval, form, stop = _interval(atoms, amount, low_end, bound, unit, policy)
    begin = min(begin, bound.begin)
    draft = Draft(
        start=atoms[begin].i,
        stop=atoms[stop - 1].i + 1,
        first=atoms[first.start].i,
        last=atoms[amount.stop - 1].i + 1,
        interval=interval,
        form=form,
        resolution=amount.number.shown,
        significant=amount.number.significant,
    )
    if bound.verb >= 0:
        draft.extra.append(atoms[bound.verb].i)
    if not bound.op and low_end is None and form == "exact":
        _bound_after_noun(atoms, draft, sentence, stop, policy)
    if unit is not None:
        _measure(draft, unit)
    elif amount.number.part and not multiples.times_at(atoms, stop):
        _part(draft)
    multiples.settle_multiple(atoms, draft, stop)
    return draft


def _rebound(atoms: Atoms, bound: Around, amount: Amount, age_begin: int, stop: int) -> Around:
    """The bound once the age's own words ("years old") are passed: "18 years old or younger"."""
    if bound.stop > amount.stop or bound.op not in ("", "eq"):
        return Around(bound.op, bound.begin, max(bound.stop, stop), bound.about, bound.verb)
    op, after_stop = after(atoms, stop)
    if op:
        return Around(op, bound.begin, after_stop, bound.about, bound.verb)
    at = age_begin - (word_at(atoms, age_begin - 1) == "the")
    op, begin = before(atoms, at)  # "over the age of 50"
    return Around(op or bound.op, begin if op else bound.begin, stop, bound.about, bound.verb)


def _degrees(atoms: Atoms, amount: Amount, start: int) -> Unit | None:
    """The unit of the amount; degrees of a difference ("by 1.5 °C", "1.5 °C of warming") carry no offset."""
    unit = amount.unit
    if unit is None or unit.dimension != "temperature":
        return unit
    previous, following = word_at(atoms, start - 1), word_at(atoms, amount.stop)
    if following == "of":
        following = word_at(atoms, amount.stop + 1)
    moved = previous == "by" or following in _DEGREE_CHANGE or previous in _DEGREE_CHANGE
    if not moved and not (previous == "of" and word_at(atoms, start - 2) in CHANGE_NOUNS):
        return unit
    return Unit(unit.name, "temperature change", unit.factor)


def _interval(
    atoms: Atoms, amount: Amount, low_end: Amount | None, bound: Around, unit: Unit | None, policy: Policy
) -> tuple[Interval | None, Form, int]:
    """The interval in the unit shown, its form, and the atom after all that was read."""
    number, stop = amount.number, bound.stop
    if number.vague:
        return None, "vague", stop
    if number.interval is not None:
        return number.interval, "vague", stop
    value = _value(number, low_end)
    if value is None:
        return None, "vague", stop
    plus_minus, after_plus_minus = tolerance(atoms, stop)
    if plus_minus is not None:
        return value.widen(abs(plus_minus)), "range", after_plus_minus
    spread = band(number.value, number.significant, policy)
    if bound.about:
        value = value.widen(spread)
    floor = None if unit is not None and unit.dimension in BELOW_ZERO else ZERO
    interval, form = bounded(bound.op, value, spread, number.significant, floor=floor)
    loose = bound.op == "gt" and unit is not None and unit.dimension in ("duration", "calendar")
    if loose and interval is not None and word_at(atoms, bound.begin) == "over":
        return Interval(interval.low, None), form, stop  # "over three days": in the course of, or longer
    if form == "exact" and number.part:
        form = "fraction"
    return interval, form, stop


def _value(number: Number, low_end: Amount | None) -> Interval | None:
    if low_end is None:
        return Interval.point(number.value)
    low, high = sorted((low_end.number.value, number.value))
    try:
        return Interval(low, high)
    except EmptyIntervalError:
        return None


def _measure(draft: Draft, unit: Unit) -> None:
    """Turns the shown numbers of a draft into its unit's canonical ones."""
    draft.dimension, draft.unit = unit.dimension, unit.name
    if draft.interval is not None:
        draft.interval = draft.interval.scale(unit.factor).shift(unit.offset)
    draft.resolution = times(draft.resolution, unit.factor)
    draft.significant = times(draft.significant, unit.factor)


def _part(draft: Draft) -> None:
    """ "Two-thirds of the voters": a share, in percent."""
    draft.dimension, draft.unit = SHARE, "%"
    if draft.interval is not None:
        draft.interval = draft.interval.scale(HUNDRED)
        if draft.interval.high is None and draft.interval.low is not None and draft.interval.low < HUNDRED:
            draft.interval = Interval(draft.interval.low, HUNDRED, draft.interval.low_open, False)
    draft.resolution = draft.significant = Decimal(1)


def _bound_after_noun(atoms: Atoms, draft: Draft, sentence: Sentence, k: int, policy: Policy) -> None:
    """ "18 rockets or more", "4 GB of memory or more", "25 tokens at the most": the bound after the thing counted."""
    of = low(sentence, draft.stop) == "of"
    noun = noun_after(sentence, draft.stop + of)
    if noun is None or noun - draft.stop > 2 + of or low(sentence, noun + 1) not in ("or", "at"):
        return
    op, stop = after(atoms, _atom_after(atoms, noun + 1, k))
    value = draft.interval
    if not op or value is None or value.low is None:
        return
    spread = band(value.low, draft.significant, policy)
    draft.interval, draft.form = bounded(op, value, spread, draft.significant)
    draft.extra.extend(range(noun + 1, atoms[stop - 1].i + 1))
