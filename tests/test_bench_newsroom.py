"""Made-up newsroom drafts: as many as are asked for, of the length asked for, no two of the same people."""

from __future__ import annotations

import re

from bench.newsroom import TOUCHING, WORDS, drafts
from bench.synthetic import statements

MADE = dict(drafts(6, claims=400))


def test_the_same_bytes_every_time() -> None:
    assert dict(drafts(6, claims=400)) == MADE
    assert dict(drafts(6, claims=400, seed=2)) != MADE


def test_drafts_are_of_about_the_length_asked_for() -> None:
    assert len(MADE) == 6
    assert all(WORDS <= len(text.split()) < WORDS + 150 for text in MADE.values())


def test_every_statement_about_a_claim_is_in_one_draft() -> None:
    texts = list(MADE.values())
    told = [said for _, said in statements(6 * TOUCHING, 400)]
    assert [k for said in told for k, text in enumerate(texts) if said in text] == [
        k for k in range(6) for _ in range(TOUCHING)
    ]


def test_a_paragraph_told_twice_is_of_other_people() -> None:
    told: dict[str, set[str]] = {}
    for text in dict(drafts(120, claims=400)).values():
        for found in re.findall(r"Farmer (\w+ \w+) got the other 18 of her 60 ewes", text):
            told.setdefault(found, set()).add(text)
    assert len(told) > 2
    assert all(len(texts) == 1 for texts in told.values())
