"""Tables: which way they are turned, the sentences their cells make, and what their rows say has changed."""

from __future__ import annotations

from pathlib import Path

import pytest

from claimcheck.extract.table_changes import changes
from claimcheck.sources import Block, read
from claimcheck.sources.table_prose import as_sentence
from claimcheck.sources.table_words import period, unit_of

MODELS = """\
| Model | Zones | Price | Wi-Fi |
| --- | --- | --- | --- |
| K1 | 2 | $79 | No |
| K2 | 8 | $189 | ✓ |
"""
PLANTS = """\
| Mill | Employees | Opened |
| --- | --- | --- |
| Marsk | 410 | 1987 |
| Tolby | 260 | 2009 |
"""
PLANS = """\
| Plan | Basic | Team |
| --- | --- | --- |
| Storage | 10 GB | 2 TB |
| Requests per minute | 60 | 600 |
| Price per month | $5 | $49 |
| Audit log | no | yes |
"""
RESULTS = """\
| In million euros | 2023 | 2022 |
| --- | --- | --- |
| Revenue | 720 | 640 |
| Dividend (cents) | 12 | – |
| Net debt | 80 | 95 |
"""
LIMITS = """\
| Setting | 8.2 | 9.0 |
| --- | --- | --- |
| Retry interval | 15 minutes | 5 minutes |
| Queue lifetime | 5 days | 5 days |
| Default region | north | south |
| Compression | no | yes |
"""
CODES = """\
| Code | Meaning |
| --- | --- |
| 404 | The parcel does not exist |
"""


def blocks(tmp_path: Path, text: str) -> tuple[Block, ...]:
    path = tmp_path / "a.md"
    path.write_text(text, encoding="utf-8")
    return read(path).blocks


@pytest.mark.parametrize(
    ("table", "sentences"),
    [
        (MODELS, ["The K1 model has 2 zones.", "Price of the K1 model is $79.", "K1 has no Wi-Fi.", "K2 has Wi-Fi."]),
        (PLANTS, ["The Marsk mill has 410 employees.", "The Marsk mill opened in 1987."]),
        (
            PLANS,
            [
                "Storage in Team is 2 TB.",
                "Team has 600 requests per minute.",
                "Price in Team is $49 per month.",
                "Team has audit log.",
                "Basic has no audit log.",
            ],
        ),
        (RESULTS, ["Revenue in 2023 is 720 million euros.", "Net debt in 2022 is 95 million euros."]),
        (LIMITS, ["Retry interval in 8.2 is 15 minutes.", "9.0 has compression."]),
        (CODES, ["Code 404 means the parcel does not exist."]),
    ],
)  # fmt: skip
def test_cells_as_sentences(tmp_path: Path, table: str, sentences: list[str]) -> None:
    found = [as_sentence(block).prose for block in blocks(tmp_path, table)]
    assert [sentence for sentence in sentences if sentence not in found] == []


@pytest.mark.parametrize(
    ("table", "sentences"),
    [
        (
            LIMITS,
            [
                "Retry interval fell from 15 minutes in 8.2 to 5 minutes in 9.0.",
                "Queue lifetime stayed at 5 days from 8.2 to 9.0.",
                "Default region changed from north in 8.2 to south in 9.0.",
            ],
        ),
        (
            RESULTS,
            [
                "Revenue rose from 640 million euros in 2022 to 720 million euros in 2023.",
                "Net debt fell from 95 million euros in 2022 to 80 million euros in 2023.",
            ],
        ),
        (MODELS, []),
        (PLANS, []),
    ],
)
def test_changes(tmp_path: Path, table: str, sentences: list[str]) -> None:
    assert [change.text for _, change in changes(blocks(tmp_path, table))] == sentences


@pytest.mark.parametrize(
    ("one", "other"), [("4.1", "4.10"), ("v9", "v10"), ("Q1 2024", "Q2 2024"), ("Before", "Now"), ("FY 2022", "2023")]
)  # fmt: skip
def test_periods_follow_each_other(one: str, other: str) -> None:
    before, after = period(one), period(other)
    assert before is not None
    assert after is not None
    assert before < after


@pytest.mark.parametrize("text", ["Team", "64", "Price", "Northwest"])
def test_no_period(text: str) -> None:
    assert period(text) is None


@pytest.mark.parametrize(
    ("header", "unit"),
    [
        ("In million dollars", "million dollars"),
        ("Revenue ($m)", "million dollars"),
        ("Sales, in thousands of euros", "thousand euros"),
        ("Weight (kg)", "kg"),
        ("Range", ""),
        ("Range (optional)", ""),
    ],
)
def test_units_in_headers(header: str, unit: str) -> None:
    assert unit_of(header) == unit
