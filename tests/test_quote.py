"""Quotations: where they stand, and whether they stand word for word."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from ruamel.yaml import YAML

from claimcheck.dimensions import quote
from claimcheck.finding import Finding, Relation
from claimcheck.parse import parse

CORPUS: dict[str, Any] = YAML(typ="safe").load(Path(__file__).parent / "corpus" / "quote.yaml")


def relate(statement: str, evidence: str) -> Finding:
    return quote.relate(statement, evidence, evidence_quotes=[q.text for q in quote.find(evidence)])


@pytest.mark.parametrize("row", CORPUS["find"], ids=lambda row: row["text"])
def test_find(row: dict[str, Any]) -> None:
    found = quote.find(row["text"])
    assert [[q.kind.value, q.text] for q in found] == row["quotes"]
    assert all(row["text"][q.start : q.end] == q.text for q in found)


@pytest.mark.parametrize("text", CORPUS["none"])
def test_no_quotation(text: str) -> None:
    assert quote.find(text) == ()


@pytest.mark.parametrize(("statement", "evidence"), CORPUS["verbatim"])
def test_verbatim(statement: str, evidence: str) -> None:
    found = relate(statement, evidence)
    assert (found.rule, found.relation) == ("quote.verbatim", Relation.ENTAILS)


@pytest.mark.parametrize(("statement", "evidence"), CORPUS["altered"])
def test_altered(statement: str, evidence: str) -> None:
    found = relate(statement, evidence)
    assert (found.rule, found.relation) == ("quote.altered", Relation.CONTRADICTS)
    assert found.evidence in evidence


@pytest.mark.parametrize(("statement", "evidence"), CORPUS["unstated"])
def test_unstated(statement: str, evidence: str) -> None:
    found = relate(statement, evidence)
    assert (found.rule, found.relation) == ("quote.unstated", Relation.UNDETERMINED)


def test_nested_quotations_have_depth() -> None:
    assert [q.depth for q in quote.find("“He said ‘go away’ to me,” she said.")] == [1, 2]


def test_quotations_of_sentences_keep_the_offsets_of_their_text() -> None:
    text = 'It rained. "We stayed. We sang," she said.'
    sentences = parse(text)
    assert [text[q.start : q.end] for q in quote.quotes(sentences)] == ["We stayed. We sang,"]
    assert [text[q.start : q.end] for q in quote.quotes(sentences[1:])] == ["We stayed. We sang,"]


words = st.lists(
    st.sampled_from("river stone we walk never old house green they sing".split()), min_size=5, max_size=9
)


@given(words)
def test_what_is_quoted_is_found_and_verbatim(chosen: list[str]) -> None:
    said = " ".join(chosen)
    evidence = f"“{said},” the man said."
    assert [q.text for q in quote.find(evidence)] == [said + ","]
    assert relate(said, evidence).rule == "quote.verbatim"


@given(words, st.integers(0, 8))
def test_one_changed_word_is_never_verbatim(chosen: list[str], at: int) -> None:
    changed = [*chosen]
    changed[at % len(changed)] = "zebra"
    assert relate(" ".join(changed), f"“{' '.join(chosen)},” the man said.").rule != "quote.verbatim"


@given(st.text(max_size=80))
def test_any_text_is_read(text: str) -> None:
    found = quote.find(text)
    assert all(text[q.start : q.end] == q.text for q in found)
    folded = quote.fold(text)
    assert quote.fold(folded) == quote.fold(quote.fold(folded))
