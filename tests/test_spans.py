"""What becomes of a quotation when its source changes: minimal pairs, and mutated documents by the hundred."""

from __future__ import annotations

import pytest
from bench.changed_facts import INSIDE
from bench.mutants import ELSEWHERE, case
from bench.mutations import fails
from hypothesis import given
from hypothesis import strategies as st

from claimcheck.anchor import describe, resolve
from claimcheck.auditing.differing import Difference, differences
from claimcheck.auditing.spans import locate
from claimcheck.near import Words

QUOTE = (
    "The ferry Nora carried 18 lorries from Vik to Stenby on Monday, and its master, Lena Holt, "
    "said the sea was calm."
)
BEFORE, AFTER = (
    "The harbour opened again at noon. ",
    " Nobody was hurt. Crossings cost £12 more than last year.",
)
NEWS = f"# At sea\n\n{BEFORE}{QUOTE}{AFTER}\n\nThe crossing takes two hours.\n"
AT = NEWS.index(QUOTE)
SELECTORS = describe(NEWS, AT, AT + len(QUOTE))


def status(text: str, quote: str = QUOTE) -> str:
    at = NEWS.index(quote)
    return locate(Words(text), describe(NEWS, at, at + len(quote))).status


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        ("", "", "found"),
        ("two hours", "three hours", "found"),  # elsewhere
        ("# At sea\n\n", "", "moved"),
        (" Nobody was hurt.", "", "found"),
        ("The ferry Nora carried", "The ferry\nNora  carried", "moved"),
        # nothing in which a fact could hide
        ("said the sea", "said that the sea", "reworded"),
        ("lorries", "trucks", "reworded"),
        ("Monday, and its", "Monday; its", "reworded"),
        ("The ferry Nora carried", "“The ferry Nora” carried", "reworded"),
        ("the sea was calm", "the sea was also calm", "reworded"),
        ("The ferry", "Meanwhile the ferry", "reworded"),
        # every one of these changes what is said
        ("18 lorries", "17 lorries", "value-changed"),
        ("18 lorries", "180 lorries", "value-changed"),
        ("18 lorries", "eighteen lorries", "value-changed"),
        ("18 lorries", "18 tonnes", "value-changed"),
        ("18 lorries", "18 empty lorries", "value-changed"),
        ("18 lorries", "more than 18 lorries", "value-changed"),
        ("18 lorries", "about 18 lorries", "value-changed"),
        ("carried", "did not carry", "value-changed"),
        ("carried", "never carried", "value-changed"),
        ("carried", "may have carried", "value-changed"),
        ("carried", "reportedly carried", "value-changed"),
        ("carried", "will carry", "value-changed"),
        ("Monday", "Tuesday", "value-changed"),
        ("Lena Holt", "Lena Holst", "value-changed"),
        ("from Vik to Stenby", "from Stenby to Vik", "value-changed"),
        ("The ferry Nora", "Officials denied that the ferry Nora", "value-changed"),
        ("sea was calm.", "sea was calm?", "value-changed"),
        ("calm", "rough", "value-changed"),
        ("and its master", "but its master", "value-changed"),
        (", Lena Holt,", "", "value-changed"),
        (QUOTE, "", "lost"),
        (QUOTE, "It rained for most of the week.", "lost"),
    ],
)
def test_minimal_pairs(old: str, new: str, expected: str) -> None:
    assert old in NEWS
    assert status(NEWS.replace(old, new, 1)) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (NEWS.replace("18 lorries", "17 lorries") + QUOTE, "value-changed"),  # the old words stand elsewhere
        (NEWS.replace(QUOTE, "") + QUOTE, "moved"),
        (NEWS.replace("18", "17") + "\n" + NEWS, "value-changed"),  # its own place, by its offset
        ("So. " + NEWS.replace("18", "17") + "\n" + NEWS, "ambiguous"),  # which of the two is it?
        ("So. " + NEWS + "\n" + NEWS, "ambiguous"),
        (NEWS.replace(BEFORE, "").replace(AFTER, ""), "moved"),
        (NEWS.replace(QUOTE, f"Never has {QUOTE[0].lower()}{QUOTE[1:]}"), "value-changed"),
    ],
)
def test_like_passages_in_one_text(text: str, expected: str) -> None:
    assert status(text) == expected


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        ("£12", "£13", "value-changed"),
        ("£12", "€12", "value-changed"),
        ("£12", "£12.50", "value-changed"),
        ("£12", "£12 million", "value-changed"),
        ("£12", "£112", "value-changed"),
        ("than last", "than the last", "found"),
        ("more than last", "less than last", "ambiguous"),  # the word that goes on with it
        ("cost £12 more", "cost £12", "value-changed"),
    ],
)
def test_a_quotation_of_a_figure_alone(old: str, new: str, expected: str) -> None:
    quote = "£12"
    changed = NEWS.replace(old, new)
    if expected == "found":
        assert status(changed, quote) == "found"
    else:
        assert status(changed, quote) not in ("found", "moved", "reworded")


def test_what_stands_there_now_is_shown_with_what_differs() -> None:
    found = locate(Words(NEWS.replace("18 lorries", "17 lorries").replace("Monday", "Tuesday")), SELECTORS)
    assert found.text == QUOTE.replace("18", "17").replace("Monday", "Tuesday")
    assert found.start == AT
    assert found.differences == (Difference("number", "18", "17"), Difference("date", "Monday", "Tuesday"))
    assert str(found.differences[0]) == "number: “18” → “17”"


@pytest.mark.parametrize(
    ("old", "new", "kinds"),
    [
        ("It holds 42,000 books.", "It holds 42000 books.", []),
        ("They did not go.", "They didn’t go.", []),
        ("U.S. troops left.", "US troops left.", []),
        ("“We won,” she said.", '"We won," she said.', []),
        ("The team was late.", "The team were late.", []),
        ("The museum, which opened in 1998, is free.", "The museum opened in 1998 and is free.", []),
        ("He told us.", "He told US.", ["name"]),
        ("It is -5 now.", "It is 5 now.", ["number"]),
        ("It is 5 km long.", "It is 5 miles long.", ["unit"]),
        ("Fees rose.", "Fees fell.", ["comparison"]),
        ("All boats sailed.", "Most boats sailed.", ["scope"]),
        ("Every boat sailed.", "No boat sailed.", ["negation"]),
        ("Smith struck Jones.", "Jones struck Smith.", ["order", "order"]),
        ("They bought a boat.", "They purchased a boat.", []),
        ("They bought a boat.", "They sold a boat.", ["words"]),
        ("They bought a boat.", "They buy a boat.", ["words"]),
        ("A few boats sailed.", "Few boats sailed.", ["words", "name"]),
        ("The hundred men left.", "A hundred men left.", ["words"]),
        ("", "Never.", ["negation"]),
    ],
)
def test_what_may_change_the_facts(old: str, new: str, kinds: list[str]) -> None:
    assert [one.kind for one in differences(old, new)] == kinds
    assert bool(differences(new, old)) == bool(kinds)


@given(st.integers(0, 10**9))
def test_no_changed_fact_is_taken_for_the_passage(seed: int) -> None:
    one = case(seed, inside=True)
    assert not fails(one, locate(Words(one.text), one.selectors)), one
    assert resolve(one.text, one.selectors).status in (
        "lost",
        "ambiguous",
    )  # so that it decides nothing either


def test_edits_elsewhere_keep_nearly_all_passages() -> None:
    cases = [case(seed, inside=False) for seed in range(400)]
    lost = [one for one in cases if fails(one, locate(Words(one.text), one.selectors))]
    assert len(lost) <= 4
    assert {one.family for one in cases} == set(ELSEWHERE)


def test_every_kind_of_change_is_tried() -> None:
    assert {case(seed, inside=True).family for seed in range(400)} == set(INSIDE)


@given(st.text("ab 1.\n", max_size=80), st.text("ab 1.\n", min_size=1, max_size=30), st.integers(0, 50))
def test_any_text_has_an_answer(text: str, quote: str, start: int) -> None:
    selectors = describe(f"{text}{quote}", len(text), len(text) + len(quote))
    found = locate(Words(text[start:]), selectors)
    assert (found.start >= 0) == (found.status not in ("ambiguous", "lost"))
    assert found.end <= len(text[start:])


def test_many_like_passages_take_no_time_out_of_proportion() -> None:
    text = (QUOTE.replace("18", "17") + " ") * 500
    assert locate(Words(text), SELECTORS).status in ("value-changed", "ambiguous")
