"""A draft is held only against passages that share a name with it."""

from __future__ import annotations

from datetime import date

import pytest

from claimcheck.check import passages_of
from claimcheck.checking.copy import read_copy
from claimcheck.checking.subject import Subject
from claimcheck.drafts import read_draft
from claimcheck.lore import lore_of
from claimcheck.parse import parse
from claimcheck.policy import DEFAULT

PASSAGE = "Revenue at Ardenbay rose to 412 million euros in the second quarter."


def kept(draft: str, passage: str = PASSAGE) -> bool:
    """Whether a passage is among those that a draft is held against."""
    aliases = {"United States": ("U.S.",)}
    copies = read_copy([(read_draft(draft.encode(), "copy.md"), date(2026, 1, 15))], aliases, DEFAULT)
    found = passages_of(passage, parse(passage))
    return Subject(copies[0], lore_of(aliases)).of(found) == found


@pytest.mark.parametrize(
    "draft",
    [
        "Ardenbay did well. Revenue rose to 398 million euros.",
        "# Ardenbay\n\nRevenue rose to 398 million euros.",
        "---\ntitle: The quarter at Ardenbay\n---\nRevenue in Europe rose to 398 million euros.",
        "Revenue rose to 398 million euros in the second quarter.",
    ],
    ids=["named before", "named in the heading", "named in the title", "nothing is named"],
)
def test_a_draft_that_may_be_about_it_is_held_against_a_passage(draft: str) -> None:
    assert kept(draft)


def test_a_draft_about_others_is_not() -> None:
    assert not kept("Ridgemont Instruments had a good quarter. Revenue rose to 398 million euros.")


def test_another_name_of_the_same_will_do() -> None:
    assert kept("Two U.S. ships sailed.", "The United States sent two ships.")


def test_a_passage_without_names_is_kept() -> None:
    assert kept("Ridgemont Instruments set a limit.", "The query timeout is 30 seconds.")
