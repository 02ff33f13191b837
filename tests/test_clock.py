"""Times of day: readings, zones, ranges."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
import yaml

from claimcheck.dimensions.date import covers, find
from claimcheck.dimensions.date.clock import DAYPARTS
from claimcheck.parse import parse

ROWS = yaml.safe_load((Path(__file__).parent / "corpus" / "date_clock.yaml").read_text(encoding="utf-8"))


@pytest.mark.parametrize(
    ("row", "form"), [pytest.param(row, form, id=form) for row in ROWS for form in row["forms"]]
)
def test_clock(row: dict[str, Any], form: str) -> None:
    (sentence,) = parse(f"It began {form}.")
    (when,) = find(sentence)
    assert when.clock is not None
    assert [[reading.lo, reading.hi] for reading in when.clock.readings] == row["readings"]
    assert [[reading.lo, reading.hi] for reading in when.clock.end] == row.get("end", [])
    assert when.clock.bound == row.get("bound", "on")
    assert (when.clock.zone, when.clock.offset) == (row.get("zone", ""), row.get("offset"))
    assert when.clock.label == row.get("label", "")
    assert "clock" in when.stated


@pytest.mark.parametrize(
    ("text", "phrase"),
    [
        ("It began at 7:22 a.m. on March 2, 2025, they said.", "at 7:22 a.m. on March 2, 2025"),
        ("It began on March 2, 2025, at 7:22 a.m., they said.", "on March 2, 2025, at 7:22 a.m."),
        ("It began Wednesday at 5 p.m. EST, they said.", "Wednesday at 5 p.m. EST"),
        ("It was sent at 2020-01-03T05:06Z, they said.", "at 2020-01-03T05:06Z"),
    ],
)
def test_date_and_clock_are_one(text: str, phrase: str) -> None:
    (sentence,) = parse(text)
    (when,) = find(sentence)
    assert when.text == phrase
    assert when.period is not None
    assert when.clock is not None


@pytest.mark.parametrize("part", sorted(DAYPARTS))
def test_a_part_of_the_day_has_its_core_inside(part: str) -> None:
    lo, hi, core_lo, core_hi = DAYPARTS[part]
    assert 0 <= lo <= core_lo < core_hi <= hi <= 2 * 1440


@pytest.mark.parametrize(
    ("span", "point", "held"),
    [
        ("They are offline from 06:00 to 08:00 UTC.", "They are offline at 07:30 UTC.", True),
        ("They are offline from 06:00 to 08:00 UTC.", "They are offline at 08:30 CET.", True),
        ("They are offline from 06:00 to 08:00 UTC.", "They are offline at 08:30 UTC.", False),
        ("It aired from 1968 to 1973.", "It aired in 1970.", True),
        ("It aired from 1968 to 1973.", "It aired in 1975.", False),
        ("It has aired since 1968.", "It aired in 1970.", True),
        ("It aired in 1970.", "It aired on Friday.", False),
    ],
)
def test_covers(span: str, point: str, held: bool) -> None:
    (one,), (other,) = (find(parse(text)[0]) for text in (span, point))
    assert covers(one, other) is held
