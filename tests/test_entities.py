"""Entities: which mentions of a document are one, which must stay apart, and what the text says of them."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from ruamel.yaml import YAML

from claimcheck.entities import Entities, Entity, introduced, resolve
from claimcheck.parse import parse
from claimcheck.tokens import Sentence
from test_name import sentences

ROWS: list[dict[str, Any]] = YAML(typ="safe").load(
    (Path(__file__).parent / "corpus" / "entities.yaml").read_text(encoding="utf-8")
)
IDS = [row["id"] for row in ROWS]


@cache
def parsed(text: str) -> tuple[Sentence, ...]:
    return parse(text)


def read(row: dict[str, Any]) -> tuple[tuple[Sentence, ...], Entities]:
    found = parsed(row["text"])
    return found, resolve(found, title=row.get("title", ""), aliases=row.get("aliases", {}))


def place(document: Sequence[Sentence], mention: str) -> tuple[int, int]:
    """Sentence and head token of "words@sentence"."""
    words, _, at = mention.rpartition("@")
    number, _, nth = at.partition("#")
    sentence = document[int(number)]
    size = len(parsed(words)[0])
    starts = [
        i
        for i in range(len(sentence))
        if sentence.words(i, i + size if i + size <= len(sentence) else i) == words
    ]
    first = starts[int(nth or 1) - 1]
    inside = range(first, first + size)
    head = [i for i in inside if sentence[i].head not in inside or sentence[i].head == i]
    return int(number), head[-1]


def entity(document: Sequence[Sentence], entities: Entities, mention: str) -> Entity | None:
    return entities.at(*place(document, mention))


@pytest.mark.parametrize("row", ROWS, ids=IDS)
def test_links(row: dict[str, Any]) -> None:
    document, entities = read(row)
    for group in row.get("same", ()):
        found = [entity(document, entities, mention) for mention in group]
        assert all(e is not None for e in found), dict(zip(group, found, strict=True))
        assert len({e.id for e in found if e}) == 1, {
            m: e.name for m, e in zip(group, found, strict=True) if e
        }


@pytest.mark.parametrize("row", ROWS, ids=IDS)
def test_links_that_must_not_be(row: dict[str, Any]) -> None:
    document, entities = read(row)
    for one, other in row.get("apart", ()):
        a, b = entity(document, entities, one), entity(document, entities, other)
        assert a is None or b is None or a.id != b.id, (one, other)
    for mention in row.get("alone", ()):
        assert entity(document, entities, mention) is None, mention


@pytest.mark.parametrize("row", ROWS, ids=IDS)
def test_a_mention_is_in_one_entity(row: dict[str, Any]) -> None:
    document, entities = read(row)
    heads = [(m.sentence, m.head) for e in entities.entities for m in e.mentions]
    assert len(heads) == len(set(heads))
    for e in entities.entities:
        assert entities.entities[e.id] is e
        for m in e.mentions:
            assert entities.mention(m.sentence, m.head) == m
            assert document[m.sentence].words(m.first, m.stop) == m.text


def descriptions(text: str, name: str) -> set[tuple[str, str, str]]:
    document = parsed(text)
    found = resolve(document).named(name)
    assert found is not None
    for d in found.descriptions:
        assert document[d.sentence].words(d.first, d.stop) == d.text
    return {(d.head, d.text, d.source) for d in found.descriptions}


@pytest.mark.parametrize(
    ("text", "name", "expected"),
    [
        (
            "Gen. Alan Bridger, chairman of the Joint Chiefs, flew home.",
            "Alan Bridger",
            {("general", "Gen.", "title"), ("chairman", "chairman of the Joint Chiefs", "apposition")},
        ),
        (
            "The harbor master, Tomas Keel, spoke.",
            "Tomas Keel",
            {("master", "The harbor master", "apposition")},
        ),
        (
            "Kestrel is a small database server.",
            "Kestrel",
            {("server", "a small database server", "copula")},
        ),
        ("Kestrel is not a database server.", "Kestrel", set()),
        ("Kestrel may be a database server.", "Kestrel", set()),
        ("Karl Weber was the likely attacker.", "Karl Weber", set()),
        ("Is Kestrel a database server?", "Kestrel", set()),
        (
            "Two fishing boats, the Petrel and the Anna Lund, came back.",
            "Anna Lund",
            {("boat", "Two fishing boats", "apposition")},
        ),
        ("The oil tanker Sea Lark ran aground.", "Sea Lark", {("tanker", "The oil tanker", "apposition")}),
        ("Karl Weber lives in Dorn, a nurse.", "Dorn", set()),
        ("Roland Pike (full title: Rex) won.", "Roland Pike", set()),
        ("Rolf Lund, Karl Weber and Anna Keller came.", "Rolf Lund", set()),
    ],
)
def test_descriptions(text: str, name: str, expected: set[tuple[str, str, str]]) -> None:
    assert descriptions(text, name) == expected


def test_stated_and_implied_are_told_apart() -> None:
    document = parsed(
        "Veltan Instruments (VI) grew. Anna Keller, the finance chief, left. She thanked the company."
    )
    entities = resolve(document)
    rules = {m.text: (m.rule, m.implied) for e in entities.entities for m in e.mentions}
    assert rules["VI"] == ("entity.alias", False)
    assert rules["the finance chief"] == ("entity.apposition", False)
    assert rules["She"] == ("entity.pronoun", True)
    assert rules["the company"] == ("entity.definite", True)


def test_notes_say_who_is_meant() -> None:
    document = parsed("Pell Oding runs Halden Ferries. He said fares would rise. “I am sorry,” he said.")
    entities = resolve(document)
    assert entities.notes(0) == ()
    assert entities.notes(1) == ("“He” is Pell Oding",)
    assert entities.describe(2, 1) == "“I” is Pell Oding"
    assert entities.describe(0, 1) == ""
    assert resolve(parsed("The state grew. The state shrank.")).notes(1) == ()


def test_an_entity_gathers_its_names_and_titles() -> None:
    document = parsed("Army Gen. Alan Bridger spoke. Gen. Bridger left. Bridger slept.")
    found = resolve(document).named("Bridger")
    assert found is not None
    assert (found.name, found.names, found.gender) == ("Alan Bridger", ("Alan Bridger", "Bridger"), "male")
    assert found.titles == ("Army Gen.", "Gen.")
    assert resolve(document).names_of(found) == found.names
    assert resolve(document).named("Porter") is None


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("It is a long-term support (LTS) release.", {("long-term support", "LTS")}),
        ("The Marine Accident Board (MAB) met.", {("Marine Accident Board", "MAB")}),
        ("The MAB (Marine Accident Board) met.", {("Marine Accident Board", "MAB")}),
        ("The Department of Health (DoH) met.", {("Department of Health", "DoH")}),
        ("The board (MAB) met.", set()),
        ("Karl Weber (CDU) won.", set()),
        ("Prices rose (again) in May.", set()),
        ("He won (", set()),
    ],
)
def test_introduced(text: str, expected: set[tuple[str, str]]) -> None:
    assert {pair for sentence in parsed(text) for pair in introduced(sentence)} == expected


def test_nothing_to_resolve() -> None:
    assert resolve(()).entities == ()
    assert resolve((), title="Isa Thornbury", aliases={"A": ["B"]}).notes(0) == ()


@given(st.lists(sentences(), max_size=4), st.sampled_from(["", "Mark Milley", "()", "the end"]))
def test_any_trees_give_consistent_entities(document: list[Sentence], title: str) -> None:
    entities = resolve(document, title=title)
    heads = [(m.sentence, m.head) for e in entities.entities for m in e.mentions]
    assert len(heads) == len(set(heads)) == len(entities.places)
    assert resolve(document, title=title) == entities
    assert all(
        0 <= m.first <= m.head < m.stop <= len(document[m.sentence])
        for e in entities.entities
        for m in e.mentions
    )
    for i in range(len(document)):
        assert all(note.startswith("“") for note in entities.notes(i))
