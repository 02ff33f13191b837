"""A verdict on a sentence of a draft needs a tie to the passage: a name, and no other time."""

from __future__ import annotations

from datetime import date

import pytest

from claimcheck.align import Passage
from claimcheck.check import judge_each, passages_of
from claimcheck.checking.copy import read_copy
from claimcheck.checking.same_frame import Background, Frames
from claimcheck.checking.when_told import usual_days
from claimcheck.drafts import read_draft
from claimcheck.lore import lore_of
from claimcheck.parse import parse
from claimcheck.policy import DEFAULT
from claimcheck.verdict import Candidate, Label

PUBLISHED = date(2024, 5, 9)
COLLISION = (
    "The ferry Aldona struck the pier at Westhaven on Monday, May 6, 2024. Nine passengers were injured. "
    "Nobody was killed."
)
RESULTS = (
    "Castor Pumps said on Thursday that its revenue in the first quarter of 2024 rose 4%. "
    "Net profit was 31 million euros."
)
RELEASE = "Marlin 4.2 was released in May. Telemetry is off. Queries may run for ten seconds."


def label(draft: str, source: str) -> Label:
    """What the last sentence of a source says of the last sentence of a draft."""
    copy = read_copy([(read_draft(draft.encode(), "copy.md"), date(2024, 6, 1))], {}, DEFAULT)[0]
    lore = lore_of({})
    found = [
        Candidate(Passage(c.passage.readings, c.passage.own), c.quoted)  # not text given for the statement
        for c in passages_of(source, parse(source), published=PUBLISHED)
    ]
    told = Background(
        source,
        lambda: usual_days(parse(source), PUBLISHED),
        frozenset({"4.2"}) if "4.2" in source else frozenset(),
    )
    frames = Frames(copy, lore, lambda _: told)
    reading = copy.tellings[-1].reading
    assert reading is not None
    rows = judge_each(reading, found, lore, DEFAULT)
    kept = {frames.kept(len(copy.tellings) - 1, candidate, judged).label for candidate, judged in rows}
    return next(each for each in (Label.CONTRADICTED, Label.SUPPORTED, Label.ABSENT) if each in kept)


@pytest.mark.parametrize(
    ("draft", "expected"),
    [
        ("The Aldona struck a pier. Seven passengers were injured.", Label.CONTRADICTED),
        ("The Aldona struck a pier. Nine passengers were injured.", Label.SUPPORTED),
        ("# The Aldona\n\nSeven passengers were injured.", Label.CONTRADICTED),
        ("The Aldona struck a pier.\n\nSeven passengers were injured.", Label.CONTRADICTED),
        ("The Lindis struck a rock off Corran. Seven passengers were injured.", Label.ABSENT),
        ("The Lindis struck a rock off Corran. Nine passengers were injured.", Label.ABSENT),
        ("Seven passengers were injured.", Label.ABSENT),
    ],
    ids=[
        "named",
        "named and right",
        "heading",
        "block above",
        "another ship",
        "another, right",
        "nothing named",
    ],
)
def test_a_name_ties_a_sentence_to_a_passage(draft: str, expected: Label) -> None:
    assert label(draft, COLLISION) is expected


@pytest.mark.parametrize(
    ("draft", "expected"),
    [
        ("On May 6, 2024 the Aldona struck the pier. Seven passengers were injured.", Label.CONTRADICTED),
        ("On June 2, 2019 the Aldona struck the pier. Seven passengers were injured.", Label.ABSENT),
        ("The Aldona was built in 1991. She struck a pier. Seven passengers were injured.", Label.ABSENT),
        (
            "She struck a pier. The Aldona was built in 1991. Seven passengers were injured.",
            Label.CONTRADICTED,
        ),
    ],
    ids=["the same day", "another year", "set in the year it opens with", "a year told in passing"],
)
def test_another_time_is_another_frame(draft: str, expected: Label) -> None:
    assert label(draft, COLLISION) is expected


@pytest.mark.parametrize(
    ("draft", "expected"),
    [
        ("Castor Pumps had a good start. Net profit was 29 million euros.", Label.CONTRADICTED),
        ("Castor Pumps grew in the second quarter of 2024. Net profit was 29 million euros.", Label.ABSENT),
        ("Tarn Optics grew in the first quarter of 2024. Net profit was 29 million euros.", Label.ABSENT),
    ],
    ids=["the company", "another quarter", "another company"],
)
def test_a_quarter_is_that_of_the_copy_around_it(draft: str, expected: Label) -> None:
    assert label(draft, RESULTS) is expected


@pytest.mark.parametrize(
    ("draft", "expected"),
    [
        ("Marlin 4.2 is here. Queries may run for twelve seconds.", Label.CONTRADICTED),
        ("Marlin 3.0 is here. Queries may run for twelve seconds.", Label.ABSENT),
        ("Corvid 7.1 is here. Queries may run for twelve seconds.", Label.ABSENT),
    ],
    ids=["this version", "another version", "another product"],
)
def test_another_version_is_another_frame(draft: str, expected: Label) -> None:
    assert label(draft, RELEASE) is expected
