"""Properties of dates that hold for all of them."""

from __future__ import annotations

import calendar
import datetime as dt
from collections.abc import Callable
from itertools import pairwise

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from claimcheck.dimensions.date import When, begin, covers, find, finish, relate
from claimcheck.dimensions.date.civil import (
    add_months,
    civil,
    easter,
    month_length,
    nth_weekday,
    ordinal,
    weekday,
)
from claimcheck.dimensions.date.extent import Extent, disjoint_round, exact, inside_round
from claimcheck.finding import Relation
from claimcheck.parse import parse
from claimcheck.tokens import Sentence, Token

DATES = st.dates(dt.date(1500, 1, 1), dt.date(2099, 12, 31))
REFERENCE = dt.date(2024, 10, 17)


def _th(day: int) -> str:
    ending = "th" if 10 < day < 14 else {1: "st", 2: "nd", 3: "rd"}.get(day % 10, "th")
    return f"{day}{ending}"


MONTH = calendar.month_name
SHORT = ("", "Jan.", "Feb.", "March", "April", "May", "June", "July", "Aug.", "Sept.", "Oct.", "Nov.", "Dec.")
DAY_FORMATS: list[Callable[[dt.date], str]] = [
    lambda d: f"{MONTH[d.month]} {d.day}, {d.year}",
    lambda d: f"{SHORT[d.month]} {d.day}, {d.year}",
    lambda d: f"{d.day} {MONTH[d.month]} {d.year}",
    lambda d: f"{d.day} {SHORT[d.month]} {d.year}",
    lambda d: f"{MONTH[d.month]} {_th(d.day)}, {d.year}",
    lambda d: f"the {_th(d.day)} of {MONTH[d.month]} {d.year}",
    lambda d: f"the {_th(d.day)} of {MONTH[d.month]}, {d.year}",
    lambda d: f"{calendar.day_name[d.weekday()]}, {MONTH[d.month]} {d.day}, {d.year}",
    lambda d: f"{calendar.day_name[d.weekday()]}, {d.day} {MONTH[d.month]} {d.year}",
    lambda d: f"{calendar.day_name[d.weekday()]} {SHORT[d.month]} {d.day}, {d.year}",
    lambda d: f"{MONTH[d.month]} {d.day} {d.year}",
    lambda d: f"{d.year:04}-{d.month:02}-{d.day:02}",
    lambda d: f"{d.year:04}/{d.month:02}/{d.day:02}",
    lambda d: f"{MONTH[d.month]} {d.day} , {d.year}",
]
WIDER: list[Callable[[dt.date], str]] = [
    lambda d: f"on {MONTH[d.month]} {d.day}, {d.year}",
    lambda d: f"in {MONTH[d.month]} {d.year}",
    lambda d: f"in Q{(d.month + 2) // 3} {d.year}",
    lambda d: f"in the {'first' if d.month < 7 else 'second'} half of {d.year}",
    lambda d: f"in {d.year}",
    lambda d: f"between {d.year - 1} and {d.year + 1}",
    lambda d: f"before {d.year + 1}",
    lambda d: f"after {d.year - 1}",
    lambda d: f"in {MONTH[d.month]}",
]


def only(phrase: str, reference: dt.date | None = None) -> When:
    sentences = parse(f"They met {phrase}.")
    assume(len(sentences) == 1)  # the parser ends a sentence before a few dates in May
    (when,) = find(sentences[0], reference)
    return when


@given(DATES, st.sampled_from(DAY_FORMATS))
def test_what_is_written_is_found(day: dt.date, write: Callable[[dt.date], str]) -> None:
    when = only("on " + write(day))
    assert (when.first, when.last) == (day.toordinal(), day.toordinal())
    assert {"year", "month", "day"} <= when.stated
    assert not when.implied


@given(DATES, st.sampled_from(DAY_FORMATS), st.sampled_from(DAY_FORMATS))
def test_one_day_written_twice_is_one_day(
    day: dt.date, write: Callable[[dt.date], str], other: Callable[[dt.date], str]
) -> None:
    relation = relate(only("on " + write(day)), only("on " + other(day))).relation
    assert relation is Relation.ENTAILS


@given(DATES, st.integers(1, 4000), st.sampled_from(DAY_FORMATS))
def test_two_days_exclude_each_other(day: dt.date, apart: int, write: Callable[[dt.date], str]) -> None:
    other = dt.date.fromordinal(day.toordinal() - apart)
    one, two = only("on " + write(day)), only("on " + write(other))
    assert relate(one, two).relation is Relation.CONTRADICTS
    assert relate(two, one).relation is Relation.CONTRADICTS


@given(DATES, st.sampled_from(WIDER))
def test_a_day_lies_in_what_holds_it(day: dt.date, write: Callable[[dt.date], str]) -> None:
    assert relate(only(f"on {day.isoformat()}"), only(write(day))).relation is Relation.ENTAILS


@given(DATES, DATES, st.integers(0, 4), st.integers(0, 4))
def test_widening_the_statement_never_contradicts(
    day: dt.date, said: dt.date, narrow: int, wide: int
) -> None:
    """Forms 0 to 4 of WIDER each hold the one before."""
    evidence = only(f"on {day.isoformat()}")
    low, high = sorted((narrow, wide))
    before = relate(evidence, only(WIDER[low](said))).relation
    after = relate(evidence, only(WIDER[high](said))).relation
    if before is Relation.ENTAILS:
        assert after is Relation.ENTAILS
    if after is Relation.CONTRADICTS:
        assert before is Relation.CONTRADICTS


PHRASES = st.sampled_from(
    "on Wednesday|in March|last month|this year|in the 1990s|in the early 19th century|before April 2021|since 2009|"
    "until May 2018|between 1927 and 1941|from 2001 to 2005|around 1850|at 7:22 a.m.|at 9:30|overnight|in fiscal 2025|"
    "by 9 a.m. on March 3, 2021|from 06:00 to 08:00 UTC|two months after the vote|hours before the vote|on Christmas|"
    "in the winter of 2016|on 1/3/2020|in late December|yesterday|at noon ET|three days later|on the 26th|in Q3|"
    "in the past decade|on Thanksgiving|after Jan. 3|on Friday, Jan. 3|in the first week of May|that day".split(
        "|"
    )
)
REFERENCES = st.one_of(st.none(), DATES)


@given(PHRASES, REFERENCES)
def test_everything_entails_itself(phrase: str, reference: dt.date | None) -> None:
    when = only(phrase, reference)
    if when.stated or when.offset is not None or when.first is not None:
        assert relate(when, when).relation is Relation.ENTAILS


@given(PHRASES, PHRASES, REFERENCES, REFERENCES)
def test_relations_agree(one: str, other: str, first: dt.date | None, second: dt.date | None) -> None:
    """A pair never entails one way and contradicts the other; what is only implied never contradicts."""
    a, b = only(one, first), only(other, second)
    relations = {relate(a, b).relation, relate(b, a).relation}
    assert relations != {Relation.ENTAILS, Relation.CONTRADICTS}
    if Relation.CONTRADICTS in relations:
        assert a.stated or a.offset
        assert b.stated or b.offset
    for when in (a, b):
        assert covers(begin(when), finish(when)) in (True, False)


@given(PHRASES, PHRASES, DATES, DATES, DATES, DATES)
def test_a_contradiction_needs_no_reference(
    one: str, other: str, first: dt.date, second: dt.date, third: dt.date, fourth: dt.date
) -> None:
    """Other reference dates never turn a contradiction into an entailment but by the resolved days."""
    before = relate(only(one, first), only(other, second))
    after = relate(only(one, third), only(other, fourth))
    if before.relation is Relation.CONTRADICTS and after.relation is Relation.ENTAILS:
        assert after.rule == "date.implied"


@given(st.integers(-5000, 9000), st.integers(1, 12), st.integers(1, 31))
def test_civil_days(year: int, month: int, day: int) -> None:
    at = min(day, month_length(year, month))
    number = ordinal(year, month, at)
    assert civil(number) == (year, month, at)
    assert civil(add_months(number, 12))[:2] == (year + 1, month)
    if year >= 1:
        real = dt.date(year, month, at)
        assert (number, weekday(number)) == (real.toordinal(), real.weekday())


@pytest.mark.parametrize(
    ("day", "found"),
    [
        (dt.date(2024, 3, 31), easter(2024)),
        (dt.date(1961, 4, 2), easter(1961)),
        (dt.date(2038, 4, 25), easter(2038)),
        (dt.date(2024, 11, 28), nth_weekday(2024, 11, 3, 4)),
        (dt.date(2024, 5, 27), nth_weekday(2024, 5, 0, -1)),
        (dt.date(2024, 2, 29), add_months(dt.date(2024, 1, 31).toordinal(), 1)),
    ],
)
def test_known_days(day: dt.date, found: int) -> None:
    assert day.toordinal() == found


EXTENTS = st.tuples(st.integers(1, 366), st.integers(0, 365)).map(
    lambda pair: exact(pair[0], pair[0] + pair[1])
)


@given(EXTENTS, EXTENTS)
def test_parts_of_a_year_on_their_circle(one: Extent, other: Extent) -> None:
    def days(extent: Extent) -> set[int]:
        return {(day - 1) % 366 for day in range(extent.lo, extent.hi + 1)}

    assert disjoint_round(one, other) == days(one).isdisjoint(days(other))
    if inside_round(one, other):
        assert days(one) <= days(other)


WORDS = st.lists(
    st.one_of(
        st.text(min_size=1, max_size=8).filter(lambda word: not word.isspace()),
        st.sampled_from(
            "in on by since 2015 May 3 , 1990s the late Christmas New Year's - – to 9:30 a.m. 7 Wednesday "
            "Q3 fiscal two months after ago İ 19th century week of 99/99/9999 0000-00-00 31 "
            "February T99:99 ( ) '97 UTC+99 half past "
            "Feb. 29 2019 BC 9999 from between and".split()
        ),
    ),
    max_size=14,
)


@given(WORDS, REFERENCES)
def test_no_text_breaks_it(words: list[str], reference: dt.date | None) -> None:
    """Any tokens at all, with a tree that is a star."""
    at, tokens = 0, []
    for i, word in enumerate(words):
        tokens.append(Token(i, word, word.lower(), "NOUN", "NN", "dep", 0, at, at + len(word)))
        at += len(word) + 1
    sentence = Sentence(tuple(tokens), 0, at)
    whens = find(sentence, reference)
    for when in whens:
        assert 0 <= when.start < when.stop <= len(sentence)
        assert 0 <= when.governor < len(sentence)
        assert relate(when, when).relation is not Relation.CONTRADICTS
    ends = [(when.start, when.stop) for when in whens]
    assert all(stop <= start for (_, stop), (start, _) in pairwise(ends))


@given(st.text(max_size=60))
def test_no_parsed_text_breaks_it(text: str) -> None:
    for sentence in parse(text):
        for when in find(sentence, REFERENCE):
            assert when.text == sentence.words(when.start, when.stop)
