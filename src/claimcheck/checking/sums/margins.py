"""What two figures side by side come to: the majority of a vote, the price of many at so much each."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from typing import Final

from claimcheck.checking.sums.lists import low, plain_figure
from claimcheck.checking.sums.saying import shown
from claimcheck.checking.sums.wrong import Wrong, asserted, lower, misses
from claimcheck.dimensions.interval import EXACT, Interval
from claimcheck.dimensions.quantity import Quantity
from claimcheck.dimensions.quantity.value import COUNT, SCORE
from claimcheck.dimensions.units import MONEY
from claimcheck.extract.prose import ProseSentence
from claimcheck.siblings import clause_of
from claimcheck.tokens import Sentence

MARGINS: Final = frozenset({"majority", "margin"})
UNITS: Final = frozenset("vote point goal run ballot".split())
EACH: Final = frozenset({"each", "apiece"})
COMES_TO: Final = frozenset({"come", "total", "make", "cost"})


def margins(said: ProseSentence) -> Iterator[Wrong]:
    """Majorities and margins that are not the difference of the two sides."""
    sentence = said.sentence
    for stated in said.quantities:
        if not (plain_figure(stated) and stated.dimension == COUNT and stated.start > 1):
            continue
        named = sentence[stated.start - 1].lower == "of" and sentence[stated.start - 2].lemma in MARGINS
        counted = stated.head is None or sentence[stated.head].lemma in UNITS
        sides = _sides(said, stated) if named and counted else None
        if sides is None or not asserted(said, clause_of(sentence, stated)):
            continue
        one, two, words = sides
        gap = abs(EXACT.subtract(one, two))
        if gap and misses(Interval.point(gap), stated):
            message = (
                f"{one:,f} to {two:,f} is a {sentence[stated.start - 2].lemma} of {gap:,f}, not {stated.text}"
            )
            yield Wrong(stated.words, message, words)


def _sides(
    said: ProseSentence, stated: Quantity
) -> tuple[Decimal, Decimal, tuple[tuple[int, ...], ...]] | None:
    """The two sides of the one vote or score that stands right before: "by 7 votes to 4", "50-40"."""
    sentence = said.sentence
    before = [
        q for q in said.quantities if q.stop <= stated.start and q.role != "ordinal" and q.form != "bound"
    ]
    if not before:
        return None
    last = before[-1]
    gap = [t.lower for t in sentence.tokens[last.stop : stated.start - 2]]
    if len(gap) > 3 or not {",", "—", "–", "(", "a", "with"}.issuperset(gap):
        return None
    if last.dimension == SCORE and len(last.values) == 2:
        return last.values[0], last.values[1], (last.words,)
    if len(before) < 2 or not (_side(before[-2]) and _side(last)):
        return None
    one = before[-2]
    between = [t.lemma for t in sentence.tokens[one.stop : last.start]]
    if between not in (["to"], *([unit, "to"] for unit in UNITS), ["-"], ["–"]):
        return None
    return low(one), low(last), (one.words, last.words)


def _side(quantity: Quantity) -> bool:
    point = quantity.interval is not None and quantity.interval.is_point
    return point and quantity.dimension == COUNT and quantity.form == "exact"


def prices(said: ProseSentence) -> Iterator[Wrong]:
    """ "Six tickets at £12 each came to £70": the number, the price of one, and what all come to."""
    figures = [q for q in said.quantities if q.role in {"value", "end", "rate"} and _exact(q)]
    if len(figures) != 3:
        return
    number, price, total = figures
    sentence = said.sentence
    if number.dimension != COUNT or price.dimension != MONEY or total.dimension != MONEY:
        return
    if price.unit != total.unit or number.head is None or price.start - number.head != 2:
        return
    ahead = sentence.tokens[price.stop : price.stop + 1]
    if sentence[price.start - 1].lower != "at" or not ahead or ahead[0].lower not in EACH:
        return
    product = EXACT.multiply(low(number), low(price))
    off = abs(EXACT.subtract(product, low(total))) > total.resolution
    if off and _comes_to(sentence, price, total) and asserted(said, clause_of(sentence, total)):
        message = f"{lower(number.text)} at {price.text} each is {shown(product, total)}, not {_short(total)}"
        yield Wrong(total.words, message, (number.words, price.words))


def _exact(quantity: Quantity) -> bool:
    return quantity.interval is not None and quantity.interval.is_point and quantity.form == "exact"


def _comes_to(sentence: Sentence, price: Quantity, total: Quantity) -> bool:
    between = sentence.tokens[price.stop + 1 : total.start]
    if len(between) > 4 or any(t.lower == "and" for t in between):
        return False
    summed = "total" in total.text.lower() or any(
        t.lower in {"total", "totalling", "totaling"} for t in between
    )
    return summed or any(t.lemma in COMES_TO for t in between)


def _short(total: Quantity) -> str:
    return total.text.removeprefix("a total of ")
