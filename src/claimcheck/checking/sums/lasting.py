"""How long something lasts and from when to when: "a five-day festival from 3 to 9 March", "two hours, 9 to 11"."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from typing import Final

from claimcheck.checking.sums.saying import shown
from claimcheck.checking.sums.wrong import Wrong, asserted
from claimcheck.dimensions.date import When
from claimcheck.dimensions.date.value import Bound, Period
from claimcheck.dimensions.quantity import Quantity
from claimcheck.extract.prose import ProseSentence
from claimcheck.siblings import clause_of
from claimcheck.tokens import Sentence

DAY: Final = 86400
MINUTE: Final = 60
WEEK: Final = 7
ROOM: Final = {"day": 0, "night": 0, "week": 2}  # days that a length in days or weeks may be off
HALF_DAY: Final = 720  # minutes
LASTING: Final = frozenset("last run take span continue stretch be go".split())
AGAIN: Final = frozenset({"every", "each", "per"})
SPANS: Final = frozenset({Bound.SPAN, Bound.BETWEEN})


def lasting(said: ProseSentence) -> Iterator[Wrong]:
    """Lengths in days or hours that are not those of the one span stated with them."""
    spans = [when for when in said.dates if when.bound in SPANS or (when.clock and when.clock.end)]
    lengths = [q for q in said.quantities if q.dimension == "duration" and _plain(q)]
    if len(spans) != 1 or len(lengths) != 1 or len(said.dates) > 1:
        return
    span, length = spans[0], lengths[0]
    if not _of_one(said.sentence, span, length) or not asserted(said, span.governor):
        return
    by_days = length.unit in ROOM
    possible, unit = (_days(span), DAY) if by_days else (_minutes(span), MINUTE)
    stated = length.interval.low if length.interval else None
    if not possible or stated is None:
        return
    room = Decimal(ROOM[length.unit] * DAY) if by_days else length.resolution / 2
    if all(abs(stated - value * unit) > room for value in possible):
        long = " or ".join(shown(Decimal(value * unit), length) for value in possible)
        yield Wrong(
            length.words, f"{span.text} is {long}, not {length.text}", (tuple(range(span.start, span.stop)),)
        )


def _plain(quantity: Quantity) -> bool:
    point = quantity.interval is not None and quantity.interval.is_point
    return point and quantity.form == "exact" and quantity.role == "value" and not quantity.per


def _of_one(sentence: Sentence, span: When, length: Quantity) -> bool:
    """Whether the length is of what the span is: it describes the noun that the span hangs from or is the subject of,
    or stands beside it after a verb of lasting."""
    if clause_of(sentence, length) != _clause(sentence, span.governor):
        return False
    if length.start and sentence[length.start - 1].lower in AGAIN:
        return False
    verb = sentence[span.governor]
    if length.head is not None:
        hangs = span.governor == length.head
        subject = sentence[length.head].dep in {"nsubj", "nsubjpass"} and sentence[length.head].head == verb.i
        return hangs or (subject and verb.lemma in LASTING)
    return verb.lemma in LASTING and verb.i < length.start and length.governor == verb.i


def _clause(sentence: Sentence, at: int) -> int:
    path = (at, *sentence.path_up(at))
    return next((i for i in path if sentence[i].pos in {"VERB", "AUX"}), sentence.root)


def _days(span: When) -> tuple[int, ...]:
    """The days from the first to the last, without and with both ends; nothing where the words do not tell."""
    one, two = span.period, span.end
    if one is None or two is None or span.clock is not None or one.unit != "day" or two.unit != "day":
        return ()
    gap = _apart(one, two)
    return () if gap is None or gap <= 0 else (gap, gap + 1)


def _apart(one: Period, two: Period) -> int | None:
    if one.days is not None and two.days is not None and one.days.single and two.days.single:
        return two.days.lo - one.days.lo
    if one.part is not None and two.part is not None and one.part.single and two.part.single:
        return two.part.lo - one.part.lo
    if one.weekday is not None and two.weekday is not None:
        return (two.weekday - one.weekday) % WEEK
    return None


def _minutes(span: When) -> tuple[int, ...]:
    """The minutes from one time of day to another: one for every reading of the two."""
    clock = span.clock
    if clock is None or not clock.end or span.end is not None or clock.unit == "daypart":
        return ()
    if not all(reading.single for reading in (*clock.readings, *clock.end)):
        return ()
    gaps = {(two.lo - one.lo) % (2 * HALF_DAY) for one in clock.readings for two in clock.end}
    return tuple(sorted(gaps))
