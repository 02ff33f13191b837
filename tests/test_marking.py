"""The deciding words of a passage, marked where they stand and nowhere else."""

from __future__ import annotations

from dataclasses import replace

import pytest

from claimcheck.check import passages_of
from claimcheck.finding import Finding, Relation
from claimcheck.parse import parse
from claimcheck.report.marking import marked
from claimcheck.text import Span
from claimcheck.verdict import Candidate, Label, Verdict

TEXT = "It rained. Of 18 rockets 17 hit the base and 18 people fled."


@pytest.fixture(scope="module")
def candidate() -> Candidate:
    return passages_of(TEXT, parse(TEXT))[1]


def words(candidate: Candidate, finding: Finding) -> list[tuple[str, int]]:
    """What is marked, and where in the text."""
    verdict = Verdict("", Label.CONTRADICTED, finding.rule, (finding,), candidate.quoted)
    passage = marked(verdict, [candidate]).passage
    assert passage is not None
    return [(passage.text[start:end], passage.start + start) for start, end in passage.marks]


def finding(evidence: str, *evidence_words: int) -> Finding:
    return Finding("quantity.disjoint", Relation.CONTRADICTS, "9", evidence, evidence_words=evidence_words)


def test_a_value_that_stands_twice_is_marked_in_its_own_place(candidate: Candidate) -> None:
    assert [t.text for t in candidate.passage.readings[1].sentence][8] == "18"
    assert words(candidate, finding("18", 1)) == [("18", TEXT.index("18"))]
    assert words(candidate, finding("18", 8)) == [("18", TEXT.rindex("18"))]


def test_words_that_follow_one_another_are_one_mark(candidate: Candidate) -> None:
    found = words(candidate, finding("18 rockets, 18 people", 9, 8, 2, 1))
    assert [text for text, _ in found] == ["18 rockets", "18 people"]


@pytest.mark.parametrize(
    "given", [finding("18"), finding("18", 3), finding("18", 99), finding("a storm", 1, 2)]
)
def test_words_of_another_sentence_are_not_marked(candidate: Candidate, given: Finding) -> None:
    assert words(candidate, given) == []


def test_of_two_sentences_the_one_that_has_the_words_there_is_marked(candidate: Candidate) -> None:
    both = replace(candidate, passage=replace(candidate.passage, own=frozenset({0, 1})))
    assert words(both, finding("18", 1)) == [("18", TEXT.index("18"))]
    first, second = candidate.passage.readings[:2]
    twins = replace(
        candidate, passage=replace(candidate.passage, readings=(second, second), own=frozenset({0, 1}))
    )
    assert words(twins, finding("18", 1)) == []
    other = replace(
        candidate, passage=replace(candidate.passage, readings=(second, first), own=frozenset({1}))
    )
    assert words(other, finding("18", 1)) == []


def test_an_unknown_passage_is_left_alone(candidate: Candidate) -> None:
    verdict = Verdict("", Label.CONTRADICTED, "quantity.disjoint", (finding("18", 1),), candidate.quoted)
    assert marked(verdict, []) == verdict
    assert marked(replace(verdict, passage=None), [candidate]).passage is None


def test_words_outside_the_quote_are_not_marked(candidate: Candidate) -> None:
    quoted = replace(candidate.quoted, text="17 hit the base", start=TEXT.index("17"), end=TEXT.index(" and"))
    cut = replace(candidate, quoted=quoted)
    assert words(cut, finding("18", 1)) == []
    assert words(cut, finding("17", 3)) == [("17", TEXT.index("17"))]


class FromLedger(Candidate):
    """A candidate whose words stand ten further on in its source, but for the first, which stand nowhere."""

    def span(self, reading: int, start: int, end: int) -> Span | None:  # noqa: ARG002
        return Span(start + 10, end + 10) if start > TEXT.index("rockets") else None


def test_words_of_a_ledger_are_marked_where_they_stand_in_the_source(candidate: Candidate) -> None:
    quoted = replace(candidate.quoted, start=candidate.quoted.start + 10, end=candidate.quoted.end + 10)
    found = FromLedger(candidate.passage, quoted)
    assert words(found, finding("17", 3)) == [("17", TEXT.index("17") + 10)]
    assert words(found, finding("18", 1)) == []
