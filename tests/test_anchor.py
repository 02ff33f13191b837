"""Anchors: describing a passage and finding it again are each other's inverse."""

from __future__ import annotations

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from claimcheck.anchor import CONTEXT, Resolution, Selectors, describe, resolve

# Few letters, so that passages repeat and stand in like surroundings.
LETTERS = "ab 🚀\n"
TEXT = st.text(LETTERS, min_size=1, max_size=120)
STORM = (
    "The storm hit Ardby on Monday. It killed 4 people.\nThe storm hit Coll on Tuesday. It killed 4 people.\n"
)


@st.composite
def passages(draw: st.DrawFn, min_size: int = 1) -> tuple[str, int, int]:
    text = draw(st.text(LETTERS, min_size=min_size, max_size=120))
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
        assert other[found.start : found.end].split() == selectors.quote.split()
        assert (found.status == "found") == ((found.start, found.end) == (start, end))
    else:
        assert (found.start, found.end) == (-1, -1)
        assert found.status == "lost" or all(word in other for word in selectors.quote.split())


@given(passages(min_size=CONTEXT + 1), st.text("cd 🛰\n"))
def test_text_put_in_front_only_moves_a_passage(passage: tuple[str, int, int], inserted: str) -> None:
    text, start, end = passage
    front, quote = inserted + "\n\n", text[start:end]
    whole, selectors = front + text, describe(text, start, end)
    assume(quote.strip() and sum(whole.startswith(quote, i) for i in range(len(whole))) == 1)
    assume(start >= CONTEXT and whole.count(selectors.prefix) == 1)
    moved = resolve(whole, selectors)
    assert moved == Resolution("moved", start + len(front), end + len(front))


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
    hurt = describe("18 dead. 18 were badly hurt. 18 lost.", 9, 28)
    assert resolve("18 died. 18 were badly hurt. 18 gone.", hurt) == Resolution("found", 9, 28)


LIMITS = "Plan | Databases | Storage\nFree | 3 | 5 GB\nTeam | 25 | 500 GB\n"


@pytest.mark.parametrize(
    ("quote", "old", "new", "status"),
    [
        ("3", "| 3 |", "| 33 |", "lost"),  # it begins a longer figure
        ("3", "| 3 |", "| 3.5 |", "lost"),
        ("3", "| 3 |", "| $3 |", "lost"),
        ("3", "| 3 |", "| 3 million |", "ambiguous"),  # other words go on with it
        ("3", "| 3 |", "| 4 |", "lost"),
        ("3", "| 3 | 5 GB", "| 4 | 3 GB", "ambiguous"),
        ("3", "| 3 | 5 GB", "| 4 | 3 |", "ambiguous"),  # it stands once, but not in its surroundings
        ("3", "Free | 3 |", "Open | 3 |", "found"),
        ("3", "Plan |", "Kind of plan |", "moved"),
        ("Free", "Free |", "Freeware |", "lost"),
    ],
)
def test_a_passage_of_few_words_is_known_by_its_surroundings(
    quote: str, old: str, new: str, status: str
) -> None:
    at = LIMITS.index(quote)
    assert resolve(LIMITS.replace(old, new), describe(LIMITS, at, at + len(quote))).status == status


NEWS = (
    "A volley of 18 rockets struck the base, officials said. Nobody was named.\n\n"
    "The attack began at noon.\n\nThe base lies north of the city.\n"
)
FACT = "A volley of 18 rockets struck the base, officials said."


@pytest.mark.parametrize(
    ("text", "status"),
    [
        (NEWS.replace("18 rockets struck", "18\nrockets  struck"), "moved"),  # it is longer by a space
        (NEWS.replace("18 rockets struck", "18\nrockets struck"), "found"),  # broken into other lines
        (NEWS.replace("18 rockets struck", "18\n\nrockets struck"), "lost"),  # torn apart
        (NEWS.replace("18", "17"), "lost"),
        (NEWS.replace("18", "17") + FACT, "ambiguous"),  # altered in its place, and repeated elsewhere
        (NEWS.replace(FACT + " ", "") + FACT, "moved"),  # cut out here, pasted there
        (NEWS.replace(FACT, "It rained.") + FACT, "moved"),  # something else was put in its place
        (NEWS.replace("18", "17") + "\n" + NEWS, "ambiguous"),  # two like places, one of them altered
        (NEWS + "\n" + NEWS.replace("18", "17"), "found"),
        ("Well. " + NEWS + "\n" + NEWS, "ambiguous"),
    ],
)
def test_a_passage_altered_in_its_place_has_not_moved(text: str, status: str) -> None:
    assert resolve(text, describe(NEWS, 0, len(FACT))).status == status


def test_of_two_passages_that_agree_alike_none_is_taken() -> None:
    twice = "People fled. " * 2
    assert resolve(twice, Selectors(50, 56, "People")) == Resolution("ambiguous")
    assert resolve(twice, Selectors(50, 56, "People", "xx ", " ran")) == Resolution("ambiguous")


def test_a_passage_that_stands_everywhere_has_no_place() -> None:
    assert resolve("a " * 5000, Selectors(9000, 9001, "a", "b ", " c")).status == "ambiguous"


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
