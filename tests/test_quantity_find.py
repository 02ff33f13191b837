"""find(): the corpora of surface forms, what must not parse, and the places quantities take in a sentence."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import Any

import pytest
from ruamel.yaml import YAML

from claimcheck.dimensions.quantity import Quantity, find
from claimcheck.parse import parse_many
from claimcheck.policy import DEFAULT
from claimcheck.tokens import Sentence

CORPUS = Path(__file__).parent / "corpus"


def load(name: str) -> Any:  # noqa: ANN401
    return YAML(typ="safe").load((CORPUS / f"{name}.yaml").read_text("utf-8"))


SURFACES = [
    (group["frame"].format(surface), group["dimension"], value)
    for group in load("quantity_find")
    for value, surfaces in group["rows"].items()
    for surface in surfaces
]
NONE: list[str] = load("quantity_none")
KINDS: list[dict[str, Any]] = load("quantity_kinds")
SEVERAL: list[dict[str, Any]] = load("quantity_several")


@cache
def parsed() -> dict[str, tuple[Sentence, ...]]:
    """Every sentence of the corpora, parsed in one go."""
    texts = [text for text, _, _ in SURFACES] + NONE + [row["text"] for row in KINDS + SEVERAL]
    return dict(zip(texts, parse_many(texts), strict=True))


def found(text: str) -> list[tuple[Sentence, Quantity]]:
    return [(sentence, quantity) for sentence in parsed()[text] for quantity in find(sentence, DEFAULT)]


@pytest.mark.parametrize(("text", "dimension", "value"), SURFACES, ids=lambda part: str(part)[:60])
def test_surface_forms(text: str, dimension: str, value: str) -> None:
    quantities = [q for _, q in found(text)]
    assert [(str(q.interval), q.dimension) for q in quantities] == [(value, dimension)]


@pytest.mark.parametrize("text", NONE)
def test_no_quantity(text: str) -> None:
    assert [q.text for _, q in found(text)] == []


@pytest.mark.parametrize("row", KINDS, ids=lambda row: row["text"])
def test_kinds_and_places(row: dict[str, Any]) -> None:
    pairs = found(row["text"])
    assert len(pairs) == 1
    sentence, quantity = pairs[0]
    said: dict[str, Any] = {}
    for key in row.keys() - {"text"}:
        value = getattr(quantity, key)
        if key == "interval":
            value = str(value)
        elif key in ("head", "governor"):
            value = None if value is None else sentence[value].text
        elif key == "values":
            value = [int(part) for part in value]
        elif key == "extra":
            value = [sentence[i].text for i in value]
        said[key] = value
    assert said == {key: row[key] for key in said}


@pytest.mark.parametrize("row", SEVERAL, ids=lambda row: row["text"])
def test_several(row: dict[str, Any]) -> None:
    assert [[str(q.interval), q.role] for _, q in found(row["text"])] == row["quantities"]


def test_text_and_tokens_agree() -> None:
    for text, sentences in parsed().items():
        for sentence in sentences:
            taken: list[int] = []
            for quantity in find(sentence):
                assert quantity.text == sentence.words(quantity.start, quantity.stop), text
                assert quantity.words
                taken += quantity.words
            assert len(taken) == len(set(taken)), text
