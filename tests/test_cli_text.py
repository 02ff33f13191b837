"""What a person reads: nothing a terminal obeys, marks on the right words, lines that fit."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claimcheck.finding import Finding, Relation
from claimcheck.policy import Policy
from claimcheck.render.plain import Style, columns, one_line, paragraph, shown
from claimcheck.render.text import block, error_block, summary
from claimcheck.report import Result, Totals, Unread, result_of
from claimcheck.sources import Meta
from claimcheck.verdict import Clause, Label, Quoted, Step, Verdict

PLAIN, COLOUR = Style(), Style(colour=True, width=60)
OBEYED = re.compile("[\x00-\x1f\x7f-\x9f\u2028-\u202e\u2066-\u2069\ud800-\udfff]")
TEXTS = st.text(st.characters(codec=None), max_size=60)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("  two\n\twords ", "two words"),
        ("\x1b[31mred", "\\x1b[31mred"),
        ("a\x9b2Jb", "a\\x9b2Jb"),
        ("a\u202eb", "a\\u202eb"),
        ("a\ud800b", "a\\ud800b"),
        ("nul\0", "nul\\x00"),
        ("שלום 😀 “x”", "שלום 😀 “x”"),
        ("", ""),
    ],
)
def test_text_on_one_line(text: str, expected: str) -> None:
    assert one_line(text) == expected


@given(TEXTS)
def test_nothing_is_shown_that_a_terminal_obeys(text: str) -> None:
    assert not OBEYED.search(one_line(text))
    assert not OBEYED.search(paragraph(text, Style(width=30), 4).replace("\n", ""))


@given(TEXTS, st.data())
def test_marks_stay_on_their_words(text: str, data: st.DataObject) -> None:
    start = data.draw(st.integers(0, len(text)))
    end = data.draw(st.integers(start, len(text)))
    out, [(first, last)] = shown(text, [(start, end)])
    assert out[first:last].strip() == one_line(text[start:end])
    assert out == one_line(text)


def test_marks_in_a_log_and_on_a_terminal() -> None:
    assert paragraph("18 rockets hit", PLAIN, 0, [(0, 2)]) == "«18» rockets hit"
    assert paragraph("18 rockets hit", Style(opening=">>", closing="<<"), 0, [(0, 2)]) == ">>18<< rockets hit"
    assert paragraph("18 rockets hit", Style(colour=True), 0, [(0, 2)]) == "\x1b[1;4m18\x1b[0m rockets hit"


def test_a_mark_that_runs_over_a_line_is_taken_up_on_the_next() -> None:
    text = "one two three four five six seven"
    lines = paragraph(text, Style(width=24), 4, [(8, 27)]).split("\n")
    assert lines == ["one two «three four»", "    «five six» seven"]


@given(st.text("ab cdé", max_size=300), st.integers(20, 60))
def test_broken_lines_fit_and_lose_no_word(text: str, width: int) -> None:
    lines = paragraph(text, Style(width=width), 0).split("\n")
    assert all(len(line) <= width or " " not in line for line in lines)
    assert " ".join(lines) == one_line(text)


def test_columns_stand_beneath_each_other() -> None:
    assert columns([("a", "long word", "x"), ("bcd", "y", "")]) == ["a    long word  x", "bcd  y"]


CLASH = Finding("quantity.disjoint", Relation.CONTRADICTS, "41,000", "42,000")
OPEN = Finding("quantity.overlap", Relation.UNDETERMINED, "103", "more than 100", "the bound is open")
QUOTED = Quoted("The branch holds 42,000 books.", "library", "library-books", 104, 134, 9)
WRONG = Verdict(
    "It holds 41,000 books.",
    Label.CONTRADICTED,
    "quantity.disjoint",
    (CLASH,),
    QUOTED,
    suggestion="42,000, not 41,000",
    row="one slot wrong, the rest accounted for",
    steps=(Step("41,000", "42,000", "quantity.disjoint contradicts"),),
    clauses=(Clause(Label.CONTRADICTED, (), (CLASH,), 1.0),),
)
ABSENT = Verdict(
    "103 people came on Friday.",
    Label.ABSENT,
    "frame.unsaid",
    (OPEN,),
    replace(QUOTED, text="More than 100 people came."),
    row="something is left over",
    clauses=(Clause(Label.ABSENT, ("Friday",), (OPEN,), 2.0),),
)


def result(verdict: Verdict, explain: bool = False) -> Result:
    known = {"library": Meta("A second branch"), "post": Meta("The Post", pages=((0, 1), (5, 2)))}
    return result_of(verdict, row_id=1, today=date(2024, 5, 6), meta_of=known.get, explain=explain)


def test_a_contradiction_shows_passage_place_rule_and_repair() -> None:
    assert block(result(WRONG), PLAIN) == (
        "contradicted  It holds 41,000 books.\n"
        "  evidence   The branch holds «42,000» books.\n"
        "             A second branch (library:9), claim library-books\n"
        "  why        quantity.disjoint: 42,000, not 41,000\n"
    )


def test_two_values_wrong_are_both_told() -> None:
    other = Finding("date.outside", Relation.CONTRADICTS, "Friday", "Saturday")
    lines = block(result(replace(WRONG, findings=(CLASH, other), suggestion="")), PLAIN).splitlines()
    assert lines[-2:] == [
        '  why        quantity.disjoint: the statement says "41,000", the evidence "42,000"',
        '             date.outside: the statement says "Friday", the evidence "Saturday"',
    ]


def test_an_absent_statement_shows_the_nearest_claim_and_what_is_left_over() -> None:
    assert block(result(ABSENT), PLAIN) == (
        "absent  103 people came on Friday.\n"
        "  nearest    More than 100 people came.\n"
        "             A second branch (library:9), claim library-books\n"
        "  why        frame.unsaid: something is left over\n"
        '             quantity.overlap: the statement says "103", the evidence "more than 100" (the bound is open)\n'
        "  left over  Friday\n"
    )


def test_a_dispute_shows_both_passages() -> None:
    opposing = Quoted("It holds 41,000 books.", "post", "post-books", 0, 22, 3)
    lines = block(result(replace(WRONG, disputed=True, opposing=opposing)), PLAIN).splitlines()
    assert lines[0].startswith("disputed  ")
    assert lines[1] == "  against    The branch holds «42,000» books."
    assert lines[3:5] == [
        "  for        It holds 41,000 books.",
        "             The Post (post:3, page 1), claim post-books",
    ]


@pytest.mark.parametrize(
    ("quoted", "expected"),
    [
        (Quoted("A."), "the text given"),
        (Quoted("A.", line=1), "the text given"),
        (Quoted("A.", "evidence 2", line=3), "evidence 2, line 3"),
        (Quoted("A.", "untitled", "c-1", line=3), "untitled:3, claim c-1"),
    ],
)
def test_where_a_passage_stands(quoted: Quoted, expected: str) -> None:
    assert block(result(replace(WRONG, passage=quoted)), PLAIN).splitlines()[2].strip() == expected


def test_nothing_near() -> None:
    bare = Verdict("Zebras graze.", Label.ABSENT, "frame.unsaid", row="no claim is near")
    assert (
        block(result(bare), PLAIN) == "absent  Zebras graze.\n  why        frame.unsaid: no claim is near\n"
    )


def test_an_explanation_lists_alignment_findings_and_clauses() -> None:
    lines = block(result(WRONG, explain=True), PLAIN).splitlines()[4:]
    assert lines == [
        "  left over  nothing",
        "  decision   one slot wrong, the rest accounted for",
        "  alignment  statement  evidence  how met",
        "             41,000     42,000    quantity.disjoint contradicts",
        "  findings   rule               relation     statement  evidence",
        "             quantity.disjoint  contradicts  41,000     42,000",
        "  clauses    label         left over  rules",
        "             contradicted  nothing    quantity.disjoint",
    ]


def test_an_explanation_shows_what_one_side_leaves_unsaid() -> None:
    found = (
        Finding("quote.unstated", Relation.UNDETERMINED, "a fine day"),
        Finding("name.same", Relation.ENTAILS, "Lind", "Lind", "the document is about it"),
    )
    steps = (Step("Lind", "Lind", "name.same entails"), Step("rainy", "", "left over"))
    clause = Clause(Label.ABSENT, ("rainy",), found, 2.0)
    bare = Verdict("…", Label.ABSENT, "quote.unstated", found, row="something is left over", steps=steps)
    lines = block(result(replace(bare, clauses=(clause,)), explain=True), PLAIN).splitlines()[2:]
    assert lines == [
        "  left over  rainy",
        "  decision   something is left over",
        "  alignment  statement  evidence  how met",
        "             Lind       Lind      name.same entails",
        "             rainy      –         left over",
        "  findings   rule            relation      statement   evidence  note",
        "             quote.unstated  undetermined  a fine day  –",
        "             name.same       entails       Lind        Lind      the document is about it",
        "  clauses    label   left over  rules",
        "             absent  rainy      quote.unstated, name.same",
    ]


def test_colour_changes_nothing_but_the_colour() -> None:
    bare = re.sub(r"\x1b\[[\d;]*m", "", block(result(WRONG), COLOUR))
    assert bare == block(result(WRONG), PLAIN).replace("«", "").replace("»", "")
    assert block(result(WRONG), COLOUR).startswith("\x1b[1;31mcontradicted\x1b[0m  ")


def test_an_error_says_where() -> None:
    assert error_block(Unread(3, "the statement is\x1b empty"), PLAIN) == (
        "error  line 3: the statement is\\x1b empty\n"
    )


@pytest.mark.parametrize(
    ("totals", "expected"),
    [
        (
            Totals(5, 1, 2, 1, 1, 1),
            "5 statements: 1 supported, 1 contradicted, 1 disputed, 1 absent, 1 not judged",
        ),
        (Totals(1, 1, 0, 0, 0, 0), "1 statement: 1 supported"),
        (Totals(0, 0, 0, 0, 0, 0), "no statements"),
    ],
)
def test_the_summary_counts(totals: Totals, expected: str) -> None:
    depends = " (reference date 2024-05-06, strict bounds, policy 1)\n"
    assert summary(totals, date(2024, 5, 6), Policy()) == expected + depends
