"""Dates, times of day and offsets are found with what they mean, and nothing else is taken for one."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Any

import pytest
import yaml

from claimcheck.dimensions.date import When, find
from claimcheck.parse import parse

CORPUS = Path(__file__).parent / "corpus"
REFERENCE = date(2024, 10, 17)  # a Thursday


def load(name: str) -> Any:  # noqa: ANN401
    return yaml.safe_load((CORPUS / name).read_text(encoding="utf-8"))


def found(text: str, reference: date | None = REFERENCE) -> list[When]:
    return [when for sentence in parse(text) for when in find(sentence, reference)]


def forms(name: str) -> list[Any]:
    return [pytest.param(row, form, id=form) for row in load(name) for form in row["forms"]]


def iso(day: int | None) -> str:
    return date.fromordinal(day).isoformat() if day is not None else ""


def surely(when: When) -> tuple[str, str]:
    """First and last day of the core."""
    last = when.end or when.period
    assert when.period is not None
    assert last is not None
    assert when.period.days is not None
    assert last.days is not None
    return iso(when.period.days.core_lo), iso(last.days.core_hi)


@pytest.mark.parametrize(("row", "form"), forms("date.yaml"))
def test_date(row: dict[str, Any], form: str) -> None:
    reference = date.fromisoformat(row["reference"]) if row.get("reference") else REFERENCE
    text = row.get("in", "They met {}.").format(form)
    (when,) = found(text, None if row.get("reference") == "" else reference)
    days = surely(when) if row.get("soft") else (iso(when.first), iso(when.last))
    assert days == (row["first"], row["last"])
    assert when.bound == row["bound"]
    assert when.stated in [set(row[key].split()) for key in ("stated", "stated_also") if key in row]
    assert when.implied == set(row.get("implied", "").split())


@pytest.mark.parametrize("text", load("date_not.yaml"))
def test_no_date(text: str) -> None:
    assert [when.text for when in found(text)] == []


@pytest.mark.parametrize(("row", "form"), forms("date_offset.yaml"))
def test_offset(row: dict[str, Any], form: str) -> None:
    (sentence,) = parse(form)
    (when,) = find(sentence, REFERENCE)
    assert when.offset is not None
    assert [when.offset.count.lo, when.offset.count.hi] == row["count"]
    assert (when.offset.unit, when.offset.direction) == (row["unit"], row["direction"])
    anchor = when.offset.anchor
    assert (sentence[anchor].text if anchor is not None else "") == row["anchor"]
    assert when.period is None


@pytest.mark.parametrize(
    ("text", "governor", "phrase"),
    [
        ("Rockets hit the base on Wednesday.", "hit", "on Wednesday"),
        ("The March 3 attack killed two.", "attack", "March 3"),
        ("After the March 3 attack, they left in June.", "attack", "March 3"),
        ("The strikes came two months after they attacked.", "came", "two months after"),
        ("It is a 2015 film.", "film", "2015"),
        ("She was born in 1971 and left in 1990.", "born", "in 1971"),
        ("The survey of March 2020 was wrong.", "survey", "of March 2020"),
        ("He left the base before 9:30 that morning.", "left", "before 9:30 that morning"),
        ("She was working there at 5 p.m. on March 3, 2021.", "working", "at 5 p.m. on March 3, 2021"),
        ("She was there on Wednesday, Oct. 16, 2024.", "was", "on Wednesday, Oct. 16, 2024"),
    ],
)
def test_governor_and_slice(text: str, governor: str, phrase: str) -> None:
    (sentence,) = parse(text)
    when = find(sentence, REFERENCE)[0]
    assert sentence[when.governor].text == governor
    assert when.text == phrase
    assert sentence.words(when.start, when.stop) == phrase


@pytest.mark.parametrize(
    ("text", "vital"),
    [
        ("Alice Smith (born June 28, 1971) is a poet.", "born"),
        ("Alice Smith was born on June 28, 1971.", "born"),
        ("Alice Smith (born Alice Jones; June 28, 1971) is a poet.", "born"),
        ("Alice Smith died in 1914.", "died"),
        ("Alice Smith (October 12, 1876 – April 9, 1914) was a poet.", "life"),
        ("Alice Smith (1876–1914) was a poet.", "life"),
        ("Alice Smith led the league (2003–2011).", ""),
        ("Alice Smith left in 1914.", ""),
    ],
)
def test_vital(text: str, vital: str) -> None:
    assert found(text)[0].vital == vital


def test_two_dates_each_with_its_own_verb() -> None:
    first, second = found("She was born in 1971 and left in 1990.")
    assert (iso(first.first), iso(second.first)) == ("1971-01-01", "1990-01-01")


def test_noun_modifier_is_not_bounded_by_the_noun_s_preposition() -> None:
    (when,) = found("They left after the March 3, 2020 attack.")
    assert when.bound == "on"


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("Rockets hit the base Thursday.", "2024-10-17"),
        ("Rockets hit the base Friday.", "2024-10-11"),
        ("They will vote Friday.", "2024-10-18"),
        ("They plan to vote on Friday.", "2024-10-18"),
        ("The vote is scheduled for Friday.", "2024-10-18"),
        ("They are to vote on Friday.", "2024-10-18"),
    ],
)
def test_weekday_by_tense(text: str, day: str) -> None:
    assert iso(found(text)[0].first) == day


def test_year_of_a_dated_weekday_fits_both() -> None:
    (when,) = found("It sank on Wednesday, Oct. 16.")
    assert iso(when.first) == "2024-10-16"


def test_no_reference_no_clock() -> None:
    (when,) = found("It sank on Wednesday.", None)
    assert when.first is None
    assert when.weekday == 2
    assert when.implied == frozenset()
