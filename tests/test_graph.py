"""Who does what to whom: the corpus of sentences with all their participants, and the graph's own promises."""

from __future__ import annotations

from pathlib import Path

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from claimcheck.graph import FAR, build
from claimcheck.parse import parse
from claimcheck.tokens import Sentence

CORPUS = yaml.safe_load((Path(__file__).parent / "corpus" / "graph.yaml").read_text(encoding="utf-8"))
ROLES = {"agent", "patient", "recipient", "subject", "poss", "contrast"}
RELATIVES = {"WDT", "WP", "WP$"}
GROUPS = [(group, sentence) for group, rows in CORPUS.items() for sentence in rows]
WORDS = "rockets hit the base and killed three people who said that it was sold to Acme , which owns a plant .".split()


def participants(sentence: Sentence) -> list[str]:
    """ "hit(agent=rockets, patient=base)" for every word that has participants; "there" and "that" are none."""
    found: dict[int, set[str]] = {}
    for edge in build(sentence).edges():
        relative = sentence[edge.child].tag in RELATIVES or sentence[edge.child].lower == "that"
        if edge.role in ROLES and not relative:
            found.setdefault(edge.head, set()).add(f"{edge.role}={sentence[edge.child].lower}")
    return [f"{sentence[head].lower}({', '.join(sorted(said))})" for head, said in sorted(found.items())]


@pytest.mark.parametrize(("group", "text"), GROUPS)
def test_roles(group: str, text: str) -> None:
    [sentence] = parse(text)
    assert participants(sentence) == CORPUS[group][text]


def test_an_adjunct_of_a_copula_is_of_its_subject_too() -> None:
    [sentence] = parse("The hotel is in Geneva.")
    words = [t.lower for t in sentence]
    graph = build(sentence)
    assert ("prep_in", words.index("hotel")) in graph.roles(words.index("geneva"))
    assert graph.distance(words.index("hotel"), words.index("geneva")) == 1


def test_a_clefts_adjunct_belongs_to_its_clause() -> None:
    [sentence] = parse("It was in Lisbon that the treaty was signed.")
    words = [t.lower for t in sentence]
    assert ("prep_in", words.index("signed")) in build(sentence).roles(words.index("lisbon"))


def test_a_gapped_clause_keeps_its_own_figure() -> None:
    [sentence] = parse("Profit rose 24% and sales 5%.")
    words = [t.lower for t in sentence]
    graph, rose = build(sentence), words.index("rose")
    first, second = (i for i, word in enumerate(words) if word == "%")
    assert ("agent", words.index("sales")) in graph.fillers(rose)
    assert {("adverb", first), ("adverb", second)} <= set(graph.fillers(rose))
    assert graph.distance(words.index("sales"), second) == 1
    assert graph.distance(words.index("sales"), first) == 2


@given(st.lists(st.sampled_from(WORDS), min_size=1, max_size=14))
def test_any_words_make_a_graph(words: list[str]) -> None:
    for sentence in parse(" ".join(words)):
        graph = build(sentence)
        size = range(len(sentence))
        assert len(graph.governor) == len(graph.role) == len(sentence)
        assert all(
            edge.head in size and edge.child in size and edge.head != edge.child for edge in graph.edges()
        )
        for a in size:
            assert list(graph.fillers(a)) == [(e.role, e.child) for e in graph.edges() if e.head == a]
            assert list(graph.roles(a)) == [(e.role, e.head) for e in graph.edges() if e.child == a]
            assert graph.distance(a, a) == 0
            for b in size:
                assert graph.distance(a, b) == graph.distance(b, a) <= FAR
