"""Anchors: describing a passage and finding it again are each other's inverse."""

from __future__ import annotations

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from claimcheck.anchor import CONTEXT, Resolution, Selectors, describe, resolve

# Few letters, so that passages repeat and stand in like surroundings.
TEXT = st.text("ab 🚀\n", min_size=1, max_size=120)
STORM = (
    "The storm hit Ardby on Monday. It killed 4 people.\nThe storm hit Coll on Tuesday. It killed 4 people.\n"
)


@st.composite
def passages(draw: st.DrawFn) -> tuple[str, int, int]:
    text = draw(TEXT)
    start = draw(st.integers(0, len(text) - 1))
    return text, start, draw(st.integers(start + 1, len(text)))


@given(passages())
def test_what_is_described_is_found(passage: tuple[str, int, int]) -> None:
    text, start, end = passage
    selectors = describe(text, start, end)
    assert resolve(text, selectors) == Resolution("found", start, end)
    assert selectors.quote == text[start:end]


@given(passages(), TEXT)
def test_what_is_resolved_says_the_quote(passage: tuple[str, int, int], other: str) -> None:
    text, start, end = passage
    selectors = describe(text, start, end)
    found = resolve(other, selectors)
    if found.usable:
        assert other[found.start : found.end] == selectors.quote
        assert (found.status == "found") == (found.start == start)
    else:
        assert (found.start, found.end) == (-1, -1)
        assert (found.status == "lost") == (selectors.quote not in other)


@given(passages(), TEXT)
def test_text_put_in_front_only_moves_a_passage(passage: tuple[str, int, int], inserted: str) -> None:
    text, start, end = passage
    whole, quote = inserted + text, text[start:end]
    assume(inserted and sum(whole.startswith(quote, i) for i in range(len(whole))) == 1)
    moved = resolve(whole, describe(text, start, end))
    assert moved == Resolution("moved", start + len(inserted), end + len(inserted))


def selectors(quote: str, nth: int = 0) -> Selectors:
    start = [i for i in range(len(STORM)) if STORM.startswith(quote, i)][nth]
    return describe(STORM, start, start + len(quote))


def test_prefix_and_suffix_are_cut_at_the_ends_of_the_text() -> None:
    assert selectors("The storm").prefix == ""
    assert selectors("Monday").prefix == "The storm hit Ardby on "
    assert len(selectors("Coll").prefix) == CONTEXT
    assert describe("abc", 0, 3) == Selectors(0, 3, "abc", "", "")


def test_of_two_like_passages_the_surroundings_choose() -> None:
    second = selectors("It killed 4 people.", 1)
    inserted = "Corrected on Friday.\n" + STORM
    assert resolve(inserted, second).start == second.start + 21
    assert resolve(inserted, second).status == "moved"


def test_a_like_passage_at_the_old_place_does_not_win_over_the_surroundings() -> None:
    hurt = describe("18 dead. 18 hurt. 18 lost.", 9, 11)
    shifted = "18 ships sank. 18 dead. 18 hurt. 18 lost."
    at_another = Selectors(15, 17, hurt.quote, hurt.prefix, hurt.suffix)
    assert shifted.startswith("18 dead", at_another.start)
    assert resolve(shifted, at_another) == Resolution("moved", 24, 26)


def test_at_its_old_place_a_passage_may_have_new_surroundings() -> None:
    hurt = describe("18 dead. 18 hurt. 18 lost.", 9, 11)
    assert resolve("18 died. 18 ailing. 18 lost.", hurt) == Resolution("found", 9, 11)


def test_of_two_passages_that_agree_alike_none_is_taken() -> None:
    twice = "People fled. " * 2
    assert resolve(twice, Selectors(50, 56, "People")) == Resolution("ambiguous")
    assert resolve(twice, Selectors(50, 56, "People", "xx ", " ran")) == Resolution("ambiguous")


def test_a_passage_that_stands_everywhere_has_no_place() -> None:
    assert resolve("a" * 5000, Selectors(9000, 9001, "a", "b", "c")).status == "ambiguous"


@pytest.mark.parametrize("text", ["", "It killed 5 people.", "it killed 4 people."])
def test_a_reworded_passage_is_lost(text: str) -> None:
    assert resolve(text, selectors("It killed 4 people.")) == Resolution("lost")


@pytest.mark.parametrize(
    "place", [Selectors(-5, 2, "storm"), Selectors(4, 400, "storm"), Selectors(900, 905, "storm")]
)
def test_a_place_that_does_not_fit_gives_way_to_the_words(place: Selectors) -> None:
    assert resolve("a storm", place) == Resolution("moved", 2, 7)


def test_no_words_are_nowhere() -> None:
    assert resolve("text", Selectors(0, 0, "")).status == "lost"


@pytest.mark.parametrize(("start", "end"), [(0, 0), (2, 1), (-1, 2), (0, 5)])
def test_only_a_passage_can_be_described(start: int, end: int) -> None:
    with pytest.raises(ValueError, match="no passage"):
        describe("text", start, end)
