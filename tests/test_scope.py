"""Scope words: what each speaks of, and what it takes to support it."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from ruamel.yaml import YAML

from claimcheck.dimensions import scope
from claimcheck.dimensions.scope import Kind, Scope
from claimcheck.finding import Relation
from claimcheck.parse import parse

CORPUS: dict[str, Any] = YAML(typ="safe").load(Path(__file__).parent / "corpus" / "scope.yaml")


def found_in(text: str) -> list[list[str]]:
    return [[x.kind.value, s[x.head].text] for s in parse(text) for x in scope.find(s)]


@pytest.mark.parametrize("row", CORPUS["find"], ids=lambda row: row["text"])
def test_find(row: dict[str, Any]) -> None:
    assert found_in(row["text"]) == row["scopes"]


@pytest.mark.parametrize("text", CORPUS["none"])
def test_no_scope_word(text: str) -> None:
    assert found_in(text) == []


@pytest.mark.parametrize("row", CORPUS["pairs"], ids=lambda row: f"{row['evidence']} | {row['statement']}")
def test_pairs(row: dict[str, Any]) -> None:
    (e,), (s,) = parse(row["evidence"]), parse(row["statement"])
    e_head, s_head = (
        next(t.i for t in sentence if t.text == word)
        for sentence, word in zip((e, s), row["heads"], strict=True)
    )
    found = scope.relate(
        scope.of(scope.find(e), e_head), scope.of(scope.find(s), s_head), whole=scope.whole(s, s_head)
    )
    assert [f"{f.rule}={f.relation.value}" for f in found] == row["findings"]


def test_a_finding_quotes_both_words() -> None:
    (e,), (s,) = parse("Three of the pumps failed."), parse("All of the pumps failed.")
    (found,) = scope.relate(scope.find(e), scope.find(s))
    assert (found.statement, found.evidence, found.words, found.evidence_words) == (
        "all",
        "Three of",
        (0,),
        (0, 1),
    )


def test_no_longer_is_answered_by_an_evidence_that_says_it_ended() -> None:
    (s,) = parse("The phone is no longer sold.")
    (found,) = scope.relate((), scope.find(s), ended=True)
    assert (found.rule, found.relation) == ("scope.no-longer", Relation.ENTAILS)


def test_cues_are_the_words_found() -> None:
    (sentence,) = parse("It is one of the most successful clubs.")
    (found,) = scope.find(sentence)
    assert {sentence[k].text for k in found.cues} == {"one", "of", "most"}


some_scope = st.builds(
    Scope,
    st.sampled_from(Kind),
    st.just(0),
    st.just("word"),
    st.just((0,)),
    st.sampled_from(("", "large", "old")),
)


@given(some_scope)
def test_a_scope_word_supports_itself(x: Scope) -> None:
    assert [f.relation for f in scope.relate([x], [x])] == [Relation.ENTAILS]


@given(st.sampled_from((Kind.ONLY, Kind.FIRST, Kind.MOST, Kind.NEVER, Kind.ALL, Kind.LAST, Kind.AGAIN)))
def test_a_word_that_shuts_others_out_needs_a_word_in_the_evidence(kind: Kind) -> None:
    (found,) = scope.relate([], [Scope(kind, 0, "word", (0,))])
    assert found.relation is Relation.UNDETERMINED


@given(st.lists(some_scope, max_size=3), st.lists(some_scope, max_size=3))
def test_every_scope_word_of_the_statement_is_answered(e: list[Scope], s: list[Scope]) -> None:
    assert len(scope.relate(e, s)) == len(s)
