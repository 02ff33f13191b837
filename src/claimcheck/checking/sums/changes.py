"""Changes whose ends are stated with them: "rose from 40 to 50, a 20% increase", "fell by 15, from 90 to 80"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal

from claimcheck.checking.sums.saying import shown
from claimcheck.checking.sums.wrong import Wrong, apart, asserted, lower
from claimcheck.dimensions import derive
from claimcheck.dimensions.derive import Derived
from claimcheck.dimensions.interval import Interval
from claimcheck.dimensions.quantity import Quantity
from claimcheck.dimensions.quantity.value import COUNT, POINTS, RATIO, SHARE
from claimcheck.extract.prose import ProseSentence
from claimcheck.siblings import clause_of
from claimcheck.tokens import Sentence

# A change that one of these words qualifies is not the one between the ends.
OTHER_BASIS = frozenset(
    "average averaged averaging annual annually annualised annualized yearly monthly weekly daily compound compounded "
    "adjusted adjusting underlying organic like-for-like comparable constant currency currencies excluding "
    "stripping except inflation real cumulative cumulatively respectively each every initially eventually further "
    "another".split()
)
LEVELS = frozenset({COUNT, SHARE, *"money length mass area volume data energy power speed".split()})
_POINT_WORDS = frozenset({"point", "pp"})
_JOINS = frozenset({",", "or", "(", "-lrb-", "—", "–", "a", "an", "about", "some", "of", "up", "down"})
ASIDE = frozenset({"with", "as", "despite", "after", "while"})
_LEVEL = frozenset({"value", "rate", "share"})
REACH = 10  # tokens from a level to the start it is compared with
_CHANGED = frozenset({"change", "multiplier"})
_THAN = frozenset({"more", "fewer", "less", "higher", "lower"})


@dataclass(frozen=True, slots=True)
class _Change:
    """One start and one end in one clause, and the figures that say how far it is from the one to the other."""

    start: Quantity
    end: Quantity
    stated: tuple[Quantity, ...]


def changes(said: ProseSentence) -> Iterator[Wrong]:
    """The changes of a sentence that do not lead from the start stated to the end stated."""
    for change in _changes(said.sentence, said.quantities):
        verb = clause_of(said.sentence, change.start)
        if not asserted(said, verb) or _other_basis(said.sentence):
            continue
        for stated in change.stated:
            wrong = _wrong(change, stated)
            if wrong is not None:
                yield wrong
    yield from _differences(said)


def _changes(sentence: Sentence, quantities: Sequence[Quantity]) -> Iterator[_Change]:
    levels = [q for q in quantities if _exact(q) and q.dimension in LEVELS]
    starts = [q for q in levels if q.role == "start"]
    for start in starts:
        verb = clause_of(sentence, start)
        here = [q for q in quantities if q is not start and clause_of(sentence, q) == verb]
        ends = [q for q in here if q in levels and q.role == "end" and _alike(q, start)]
        ends = ends or _leveled(sentence, here, start)
        if len(ends) != 1 or sum(clause_of(sentence, q) == verb for q in starts) != 1:
            continue
        stated = tuple(
            _in_points(sentence, q, start)
            for q in here
            if q is not ends[0] and _says_change(sentence, q, ends[0])
        )
        if stated and _near(sentence, (start, ends[0], *stated), verb):
            yield _Change(start, ends[0], stated)


def _leveled(sentence: Sentence, here: Sequence[Quantity], start: Quantity) -> list[Quantity]:
    """ "Profit was $112 million, up 12% from $90 million": the level stands right before the change."""
    found = [q for q in here if q.role in _LEVEL and _exact(q) and _alike(q, start) and q.stop < start.start]
    between = sentence.tokens[found[-1].stop : start.start] if found else ()
    if any(t.pos in ("VERB", "AUX") for t in between) or len(between) > REACH:
        return []
    moved = any(t.lower in ("up", "down") for t in between)
    others = (
        any(found[-1].start < q.start < start.start and q.role != "change" for q in here) if found else True
    )
    return [] if others or not moved else [found[-1]]


def _exact(quantity: Quantity) -> bool:
    point = quantity.interval is not None and quantity.interval.is_point
    return point and quantity.form == "exact"


def _alike(one: Quantity, two: Quantity) -> bool:
    money = one.dimension == "money" and one.unit != two.unit
    rates = one.per == two.per or not (one.per and two.per)  # "from £13.65 to £14.20 an hour"
    return one.dimension == two.dimension and rates and not money


def _says_change(sentence: Sentence, quantity: Quantity, end: Quantity) -> bool:
    """Whether a figure says how far it is: a change by its own words, or "…, or 25%" right behind the end."""
    if quantity.interval is None or quantity.per:
        return False
    if quantity.role in _CHANGED:
        return True
    between = [t.lower for t in sentence.tokens[end.stop : quantity.start]]
    behind = quantity.start >= end.stop and "or" in between and _JOINS.issuperset(between)
    return quantity.dimension == SHARE and behind and not quantity.partitive


def _in_points(sentence: Sentence, quantity: Quantity, start: Quantity) -> Quantity:
    """ "Up four points from 48%": the points are of a percentage."""
    counted = quantity.head is not None and sentence[quantity.head].lemma in _POINT_WORDS
    if start.dimension == SHARE and quantity.dimension == COUNT and counted:
        return replace(quantity, dimension=POINTS, unit="pp")
    return quantity


def _near(sentence: Sentence, figures: Sequence[Quantity], verb: int) -> bool:
    """Whether no other clause, and no other thing with a figure of its own, stands between the figures."""
    first, last = min(q.start for q in figures), max(q.stop for q in figures)
    inside = sentence.tokens[first:last]
    if any(t.pos in ("VERB", "AUX") and t.i != verb and t.dep not in ("amod", "compound") for t in inside):
        return False
    apart = any(_aside(sentence, q.start, verb) for q in figures)
    return not apart and ";" not in {t.text for t in inside}


def _aside(sentence: Sentence, figure: int, verb: int) -> bool:
    """Whether a figure is in a phrase that only goes along with the clause: "with prices up from $40 to $50"."""
    path = sentence.path_up(figure)
    upto = path[: path.index(verb)] if verb in path else path
    return any(sentence[i].lower in ASIDE and not (i and sentence[i - 1].lower == "compared") for i in upto)


def _other_basis(sentence: Sentence) -> bool:
    return any(t.lower in OTHER_BASIS for t in sentence)


def _wrong(change: _Change, stated: Quantity) -> Wrong | None:
    made = _made(change, stated)
    if made is None or made.quantity.interval is None or made.quantity.interval.low is None:
        return None
    turned = stated.direction * made.quantity.direction < 0
    in_percent = stated.dimension == SHARE and made.quantity.dimension == POINTS
    if not turned and not in_percent and not apart(made, stated):
        return None
    value = made.quantity.interval.low
    from_to = f"{change.start.text} to {change.end.text}"
    if made.operation == "ratio":
        message = f"{from_to} is {shown(value, made.quantity)} as much, not “{stated.text}”"
    else:
        more = "more" if made.quantity.direction > 0 else "less"
        not_ = lower(stated.text) + ((" more" if stated.direction > 0 else " less") if turned else "")
        message = f"{from_to} is {_size(change, made, value)} {more}, not {not_}"
    return Wrong(stated.words, message, (change.start.words, change.end.words))


def _size(change: _Change, made: Derived, value: Decimal) -> str:
    """A change in percentage points also in percent, since either may be meant."""
    said = shown(value, made.quantity)
    if made.quantity.dimension != POINTS:
        return said
    relative = derive.change_of(replace(change.start, dimension=COUNT), replace(change.end, dimension=COUNT))
    share = relative.quantity.interval.low if relative and relative.quantity.interval else None
    return said if share is None else f"{said} (or {shown(share, relative.quantity)})" if relative else said


def _made(change: _Change, stated: Quantity) -> Derived | None:
    start, end = change.start, change.end
    if stated.dimension == RATIO:
        return derive.ratio_of(end, start)
    if stated.dimension == SHARE and start.dimension != SHARE:
        return derive.change_of(start, end)
    if start.dimension == SHARE:
        return _points(change, stated)
    if stated.dimension == COUNT == start.dimension or _alike(stated, start):
        return _difference(start, end)
    return None


def _points(change: _Change, stated: Quantity) -> Derived | None:
    """A share's change in points. A change in percent is right where it is that of the share, and else wrong, even
    where it is as many points."""
    made = _difference(change.start, change.end)
    if made is None:
        return None
    if stated.dimension == SHARE:
        relative = derive.change_of(
            replace(change.start, dimension=COUNT), replace(change.end, dimension=COUNT)
        )
        right = relative is None or not apart(relative, stated)
        return None if right else made
    return made if stated.dimension == POINTS else None


def _difference(start: Quantity, end: Quantity) -> Derived | None:
    up = _low(start) < _low(end)
    made = derive.rest_of(end, start) if up else derive.rest_of(start, end)
    if made is None:
        return None
    quantity = replace(made.quantity, role="change", direction=1 if up else -1)
    if start.dimension == SHARE:
        quantity = replace(quantity, dimension=POINTS, unit="pp")
    return replace(made, quantity=quantity)


def _low(quantity: Quantity) -> Decimal:
    assert quantity.interval is not None
    assert quantity.interval.low is not None
    return quantity.interval.low


def _differences(said: ProseSentence) -> Iterator[Wrong]:
    """ "40 points, 12 more than the 30 he managed": three figures of one thing, side by side."""
    figures = said.quantities
    for one, delta, two in zip(figures, figures[1:], figures[2:], strict=False):
        if (
            delta.role != "delta"
            or not delta.direction
            or not (_exact(one) and _exact(two) and _exact(delta))
        ):
            continue
        if not (_alike(one, two) and _alike(one, delta)) or one.dimension not in LEVELS - {SHARE}:
            continue
        if one.role != "value" or two.role != "value" or not _than(said.sentence, one, delta, two):
            continue
        top, bottom = (one, two) if delta.direction > 0 else (two, one)
        made = derive.rest_of(top, bottom)
        if made is not None and not apart(made, delta):
            continue
        value = Interval.point(abs(_low(one) - _low(two))).low
        if value is None or not asserted(said, clause_of(said.sentence, one)):
            continue
        more = "more" if _low(one) > _low(two) else "less"
        message = f"{lower(one.text)} is {shown(value, one)} {more} than {two.text}, not {delta.text}"
        yield Wrong(delta.words, message, (one.words, two.words))


def _than(sentence: Sentence, one: Quantity, delta: Quantity, two: Quantity) -> bool:
    """Whether only the thing counted and a comma stand between the level and the difference, and only "more than the"
    between that and the other level, which counts the same."""
    last = one.stop if one.head is None else max(one.stop, one.head + 1)
    before = [t.text for t in sentence.tokens[last : delta.start]]
    between = [t.lower for t in sentence.tokens[delta.stop : two.start]]
    behind = (
        between[:1] and between[0] in _THAN and between[1:] in (["than"], ["than", "the"], ["than", "its"])
    )
    heads = {sentence[q.head].lemma for q in (one, two) if q.head is not None}
    return before in ([","], ["—"], ["–"], ["("]) and bool(behind) and len(heads) < 2 and not two.partitive


def amounts(said: ProseSentence) -> Iterator[Wrong]:
    """ "Fell 12 cents, or 5%, to $1.20": the amount, the same in percent, and where it ended."""
    figures = said.quantities
    sentence = said.sentence
    for one, two, end in zip(figures, figures[1:], figures[2:], strict=False):
        amount, share = (two, one) if one.dimension == SHARE else (one, two)
        if (
            amount.role != "change"
            or end.role != "end"
            or share.dimension != SHARE
            or not _alike(amount, end)
        ):
            continue
        if share.form != "exact" or not (_exact(amount) and _exact(end)) or end.dimension == SHARE:
            continue
        between = [t.lower for t in sentence.tokens[one.stop : two.start]]
        verb = clause_of(sentence, amount)
        if (
            between not in ([",", "or"], ["or"], ["("])
            or clause_of(sentence, end) != verb
            or not amount.direction
        ):
            continue
        if any(q.role == "start" for q in figures) or _other_basis(sentence):
            continue
        start = _before(amount, end)
        made = derive.change_of(start, end) if start is not None else None
        if (
            made is None
            or not apart(made, share)
            or made.quantity.interval is None
            or not asserted(said, verb)
        ):
            continue
        low = made.quantity.interval.low
        if low is not None:
            more = "more" if amount.direction > 0 else "less"
            message = f"{amount.text} {more}, at {end.text}, is {shown(low, made.quantity)}, not {share.text}"
            yield Wrong(share.words, message, (amount.words, end.words))


def _before(amount: Quantity, end: Quantity) -> Quantity | None:
    """Where something stood before it rose or fell by an amount to an end."""
    low = _low(end) - amount.direction * _low(amount)
    return replace(end, interval=Interval.point(low), text="") if low > 0 else None
