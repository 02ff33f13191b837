"""When what a draft tells happened: the time of a statement, and that of a passage which contradicts it.

"Nobody was killed" after "The base was hit again on March 14, 2020" says nothing against what was told of March 11.
What a sentence leaves unsaid it takes from the ones before it; such a time is implied, so it may keep a contradiction
from being found, and never makes one.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date

from claimcheck.align import Passage
from claimcheck.checking.copy import Telling
from claimcheck.dimensions import date as dates
from claimcheck.dimensions.context import Tense
from claimcheck.dimensions.date import When
from claimcheck.reading import Reading
from claimcheck.tokens import Sentence

Days = tuple[int, int]  # the first and the last, as ordinals
LOOKS_BACK = 150  # days before its publication that a document tells of where it names no time
MONTH = 31
FRONT = 6  # tokens within which a date is put first
LONG = 27  # days, from which a document's opening names a period it tells of
SPEECH = frozenset(
    "say tell announce report state add write warn claim deny confirm declare explain note".split()
)


def another_time(mine: Sequence[Days], passage: Passage, usual: Callable[[], Days | None]) -> bool:
    """Whether what is told of some days is another time than the passage's.

    usual: gives the days that the passage's document tells of, for a passage that names no time.
    """
    if not mine:
        return False
    theirs = _times(passage, usual)
    return bool(theirs) and not any(_meet(a, b) for a in mine for b in theirs)


def usual_days(opening: Sequence[Sentence], published: date | None) -> Days | None:
    """The days that a document tells of where it says no more: the quarter or year it opens with, or those around its
    publication."""
    for sentence in opening:
        for days in _days(sentence, dates.find(sentence, reference=published)):
            if days[1] - days[0] >= LONG:
                return days
    if published is None:
        return None
    day = published.toordinal()
    return day - LOOKS_BACK, day


def own_days(telling: Telling) -> list[Days]:
    """The days a sentence itself gives."""
    return _days(telling.said.sentence, telling.said.dates, fixed=True) if telling.said is not None else []


def scene(tellings: Sequence[Telling], k: int) -> list[Days]:
    """The days at which a sentence that is past and names none itself is set: those its block opens with, or that a
    sentence between put first ("In 1911 …")."""
    reading, start = tellings[k].reading, tellings[k].block.start
    if own_days(tellings[k]) or reading is None or not _past(reading):
        return []
    for i in range(k - 1, -1, -1):
        if tellings[i].block.start != start:
            break
        opens = i == 0 or tellings[i - 1].block.start != start
        found = own_days(tellings[i]) if opens else _fronted(tellings[i])
        if found:
            return found
    return []


def _fronted(telling: Telling) -> list[Days]:
    said = telling.said
    if said is None:
        return []
    root = said.sentence.root
    first = [when for when in said.dates if when.stop <= FRONT and when.start < root]
    return _days(said.sentence, first, fixed=True)


def _days(sentence: Sentence, found: Sequence[When], *, fixed: bool = False) -> list[Days]:
    """The days of each date that says when something was; `fixed`: and that the words alone give."""
    days = []
    for when in found:
        period, end = when.period, when.end or when.period
        if period is None or end is None or period.days is None or end.days is None:
            continue
        first, last = period.days.lo, end.days.hi
        if _aside(sentence, when, last - first) or (fixed and not (period.fixed and end.fixed)):
            continue
        days.append((first, last))
    return days


def _aside(sentence: Sentence, when: When, length: int) -> bool:
    """When somebody spoke, or which year's a thing is: "said on Thursday", "a dividend for 2024"."""
    governor = sentence[when.governor]
    if governor.lemma in SPEECH:
        return length <= MONTH
    return governor.pos == "NOUN" and sentence[when.start].lower == "for"


def _past(reading: Reading) -> bool:
    return reading.contexts[reading.sentence.root].tense is Tense.PAST


def _times(passage: Passage, usual: Callable[[], Days | None]) -> list[Days]:
    """The times of a passage: its own, else those named nearest before it, else its document's."""
    first = min(passage.own)
    own = [days for r in sorted(passage.own) for days in _of(passage.readings[r])]
    before = (_of(reading) for reading in reversed(passage.readings[:first]))
    found = own or next((row for row in before if row), [])
    return found or [days for days in (usual(),) if days is not None]


def _of(reading: Reading) -> list[Days]:
    return _days(reading.sentence, [node.value for node in reading.nodes if isinstance(node.value, When)])


def _meet(a: Days, b: Days) -> bool:
    return a[0] <= b[1] and b[0] <= a[1]
