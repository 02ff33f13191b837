"""Polarity: surface forms of negation, and when opposite polarities contradict."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from ruamel.yaml import YAML

from claimcheck.dimensions import polarity
from claimcheck.dimensions.context import Context, Modality, Strength, Tense, contexts
from claimcheck.finding import Relation
from claimcheck.parse import parse

CORPUS: dict[str, Any] = YAML(typ="safe").load(Path(__file__).parent / "corpus" / "polarity.yaml")
RELATIONS = {
    "polarity.same": Relation.ENTAILS,
    "polarity.negated": Relation.CONTRADICTS,
    "polarity.open": Relation.UNDETERMINED,
}


def of_word(text: str, word: str) -> Context:
    for sentence in parse(text):
        for token in sentence:
            if token.text == word:
                return contexts(sentence)[token.i]
    raise AssertionError(f"{word!r} is not in {text!r}")


def rows(kind: str) -> Iterator[tuple[str, str]]:
    for row in CORPUS[kind]:
        ((word, text),) = row.items()
        yield text, word


@pytest.mark.parametrize(("text", "word"), list(rows("negated")))
def test_negated(text: str, word: str) -> None:
    assert of_word(text, word).polarity == -1


@pytest.mark.parametrize(("text", "word"), list(rows("affirmed")))
def test_affirmed(text: str, word: str) -> None:
    assert of_word(text, word).polarity == 1


@pytest.mark.parametrize(("text", "word"), list(rows("ended")))
def test_what_held_once_is_marked_ended(text: str, word: str) -> None:
    found = of_word(text, word)
    assert found.ended
    assert found.polarity == -1


@pytest.mark.parametrize("row", CORPUS["pairs"], ids=lambda row: f"{row['evidence']} | {row['statement']}")
def test_pairs(row: dict[str, Any]) -> None:
    evidence, statement = (
        of_word(row[k], w) for k, w in zip(("evidence", "statement"), row["words"], strict=True)
    )
    found = polarity.relate(evidence, statement)
    assert (found.rule, found.relation) == (row["rule"], RELATIONS[row["rule"]])


def test_a_contradiction_points_at_its_negators() -> None:
    evidence = of_word("The firm failed to sell the mill.", "sell")
    found = polarity.relate(evidence, of_word("The firm sold the mill.", "sold"))
    assert (found.statement, found.evidence, found.evidence_words) == ("affirmed", "negated", (2,))


def test_two_speakers_who_differ_do_not_contradict_each_other() -> None:
    evidence = of_word("The owner denied that the mill was sold.", "sold")
    statement = of_word("The mayor said the mill was sold.", "sold")
    assert polarity.relate(evidence, statement, lambda _e, _s: False).rule == "polarity.open"
    assert polarity.relate(evidence, statement, lambda _e, _s: True).rule == "polarity.negated"


some_context = st.builds(
    Context,
    polarity=st.sampled_from((1, -1)),
    strength=st.sampled_from(Strength),
    within=st.sampled_from(Strength),
    modality=st.sampled_from(Modality),
    tense=st.sampled_from(Tense),
    ended=st.booleans(),
)


@given(some_context)
def test_a_context_agrees_with_itself(c: Context) -> None:
    assert polarity.relate(c, c).relation is Relation.ENTAILS


@given(some_context, some_context)
def test_only_opposite_polarities_contradict(e: Context, s: Context) -> None:
    found = polarity.relate(e, s).relation
    if e.polarity == s.polarity:
        assert found is Relation.ENTAILS
    elif not e.ended:
        assert found is not Relation.ENTAILS


@given(some_context, some_context)
def test_what_is_merely_possible_contradicts_nothing(e: Context, s: Context) -> None:
    if e.strength is Strength.POSSIBLE:
        assert polarity.relate(e, s).relation is not Relation.CONTRADICTS
