"""Hedges, plans and conditions: how firmly a predicate is put, and what a weaker source supports."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from ruamel.yaml import YAML

from claimcheck.dimensions import hedge
from claimcheck.dimensions.context import Context, Modality, Strength, contexts
from claimcheck.finding import Relation
from claimcheck.parse import parse

CORPUS: dict[str, Any] = YAML(typ="safe").load(Path(__file__).parent / "corpus" / "hedge.yaml")


def of_word(text: str, word: str) -> Context:
    for sentence in parse(text):
        for token in sentence:
            if token.text == word:
                return contexts(sentence)[token.i]
    raise AssertionError(f"{word!r} is not in {text!r}")


def rows() -> Iterator[tuple[str, str, str]]:
    for value, forms in CORPUS["contexts"].items():
        for form in forms:
            ((word, text),) = form.items()
            yield value, text, word


@pytest.mark.parametrize(("value", "text", "word"), list(rows()))
def test_contexts(value: str, text: str, word: str) -> None:
    found = of_word(text, word)
    assert f"{found.strength.name} {found.modality.value}" == value


@pytest.mark.parametrize("row", CORPUS["pairs"], ids=lambda row: f"{row['evidence']} | {row['statement']}")
def test_pairs(row: dict[str, Any]) -> None:
    evidence, statement = (
        of_word(row[k], w) for k, w in zip(("evidence", "statement"), row["words"], strict=True)
    )
    found = hedge.relate(evidence, statement)
    kept = Relation.ENTAILS if row["rule"] == "hedge.kept" else Relation.UNDETERMINED
    assert (found.rule, found.relation) == (row["rule"], kept)


def test_a_finding_names_both_strengths_and_the_hedge() -> None:
    evidence = of_word("The ferry probably sank.", "sank")
    found = hedge.relate(evidence, of_word("The ferry sank.", "sank"))
    assert (found.statement, found.evidence, found.evidence_words) == ("as a fact", "as likely", (2,))


some_context = st.builds(
    lambda strength, modality: Context(strength=strength, within=strength, modality=modality),
    st.sampled_from(Strength),
    st.sampled_from(Modality),
)


@given(some_context)
def test_a_context_keeps_itself(c: Context) -> None:
    assert hedge.relate(c, c).rule == "hedge.kept"


@given(some_context, some_context)
def test_a_hedge_never_contradicts(e: Context, s: Context) -> None:
    assert hedge.relate(e, s).relation in (Relation.ENTAILS, Relation.UNDETERMINED)


@given(st.sampled_from(Strength), st.sampled_from(Strength))
def test_of_two_strengths_the_weaker_is_supported(e: Strength, s: Strength) -> None:
    kept = hedge.relate(Context(strength=e, within=e), Context(strength=s, within=s)).rule == "hedge.kept"
    assert kept == (s <= e or (s is Strength.FACT and e is Strength.ATTRIBUTED))


@given(st.sampled_from([m for m in Modality if m not in (Modality.NONE, Modality.HABITUAL)]))
def test_nothing_but_an_event_supports_an_event(modality: Modality) -> None:
    assert hedge.relate(Context(modality=modality), Context()).rule == "hedge.plan"
