"""draft.inconsistent: one fact with two values in the drafts of a run, and all that only looks like it."""

from __future__ import annotations

import pickle
from collections.abc import Sequence
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from ruamel.yaml import YAML

from claimcheck.checking.consistency import inconsistencies
from claimcheck.checking.copy import Copy, read_copy
from claimcheck.checking.slip import Slip
from claimcheck.checking.told import told
from claimcheck.drafts import read_draft
from claimcheck.lore import Lore
from claimcheck.policy import DEFAULT

DAY = date(2025, 6, 1)
CORPUS: list[dict[str, Any]] = YAML(typ="safe").load(
    (Path(__file__).parent / "corpus" / "inconsistent.yaml").read_text("utf-8")
)
PAIRS = [(pair, bool(group.get("drafts"))) for group in CORPUS for pair in group["pairs"]]


def copies(*texts: str, days: Sequence[date] = ()) -> list[Copy]:
    drafts = [read_draft(text.encode(), f"draft-{k}.md") for k, text in enumerate(texts, 1)]
    return read_copy(zip(drafts, days or [DAY] * len(drafts), strict=True), {}, DEFAULT)


def slips(*texts: str, days: Sequence[date] = ()) -> list[Slip]:
    facts = [fact for copy in copies(*texts, days=days) for fact in told(copy)]
    return list(inconsistencies(facts, Lore()))


@pytest.mark.parametrize(("pair", "apart"), PAIRS, ids=lambda part: str(part)[:70])
def test_pairs(pair: list[str], apart: bool) -> None:
    first, later, *values = pair
    found = slips(first, later) if apart else slips(f"{first}\n\n{later}\n")
    elsewhere = " of draft-1.md" if apart else ""
    assert [slip.message for slip in found] == (
        [f"here “{values[1]}”, but “{values[0]}” in line 1{elsewhere}"] if values else []
    )


def test_the_later_fact_is_reported_with_the_earlier_one_beside_it() -> None:
    text = "# Attack\r\n\r\nEighteen rockets hit the base.\r\n\r\n> Ha. The 17 rockets hit the base at night.\r\n"
    (slip,) = slips(text)
    assert (slip.rule, slip.place.line, slip.place.column) == ("draft.inconsistent", 5, 7)
    assert text[slip.place.start : slip.place.end] == "The 17 rockets hit the base at night."
    (related,) = slip.related
    assert (related.place.line, related.message) == (3, "Eighteen rockets hit the base.")


def test_a_table_is_held_against_the_prose_but_not_against_itself() -> None:
    table = "| Limit | Free plan | Team plan |\n| --- | --- | --- |\n| Data retention | 14 days | 90 days |\n"
    assert slips(table) == []
    (slip,) = slips(table + "\nOn the Free plan, data retention is 30 days.\n")
    assert slip.message == "here “30 days”, but “14 days” in line 3"


def test_items_of_a_list_tell_of_different_things() -> None:
    assert slips("The sites:\n\n- The site has 12 rooms.\n- The site has 15 rooms.\n") == []


def test_each_later_fact_is_reported_once() -> None:
    found = slips("The bridge is 340 metres long.\n\n" * 2 + "The bridge is 430 metres long.\n\n" * 2)
    assert [slip.place.line for slip in found] == [5, 7]


def test_drafts_of_different_days_may_tell_different_figures() -> None:
    texts = ("Ida Strand wrote nine novels.", "Ida Strand wrote ten novels.")
    assert len(slips(*texts)) == 1
    assert slips(*texts, days=[DAY, date(2025, 6, 2)]) == []


def test_drafts_are_of_one_thing_where_they_share_a_name_and_not_a_word_of_it() -> None:
    lindo = "Lindo Holdings employs 400 people in its mill."
    assert not slips(lindo, "Brae Holdings employs 300 people in its mill.")
    assert not slips("Rosa Kell employs 400 people in her mill.", "Rosa Bann employs 300 people in her mill.")
    assert len(slips(lindo, "Lindo Holdings employs 300 people in its mill.")) == 1
    assert len(slips(lindo, "Lindo employs 300 people in its mill.")) == 1


def test_facts_can_be_sent_from_one_process_to_another() -> None:
    (copy,) = copies("Eighteen rockets hit the base.\n\nThe 17 rockets hit the base at night.\n")
    facts = pickle.loads(pickle.dumps(list(told(copy))))
    assert len(list(inconsistencies(facts, Lore()))) == 1


def test_a_fact_is_found_among_many_of_other_things() -> None:
    others = "\n\n".join(f"The bridge at Ford {n} is {n} metres long." for n in range(30, 90))
    found = slips(f"Talavera wrote nine novels.\n\n{others}\n\nTalavera wrote ten novels.\n")
    assert [slip.message for slip in found] == ["here “ten”, but “nine” in line 1"]


@given(st.integers(min_value=2, max_value=900), st.integers(min_value=2, max_value=900))
def test_two_numbers_are_one_too_many_unless_they_are_the_same(one: int, two: int) -> None:
    found = slips(f"The archive holds {one} letters.\n\nThe archive holds {two} letters.\n")
    assert bool(found) == (one != two)
