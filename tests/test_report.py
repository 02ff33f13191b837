"""The report: what it takes from a verdict, which verdicts fail, and the bytes that programs read."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import date
from decimal import Decimal
from typing import Any

import jsonschema
import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import TypeAdapter

import build_docs
from claimcheck.config import FailOn
from claimcheck.finding import Finding, Relation
from claimcheck.policy import Policy
from claimcheck.render import json as printed
from claimcheck.report import (
    SCHEMA,
    LedgerState,
    Report,
    Result,
    Tally,
    Tool,
    Unread,
    fails,
    result_of,
    rules_of,
)
from claimcheck.sources import Meta
from claimcheck.verdict import Clause, Label, Quoted, Step, Verdict

DAY = date(2024, 5, 6)
SAME = Finding("word.same", Relation.ENTAILS, "books", "books")
CLASH = Finding("quantity.disjoint", Relation.CONTRADICTS, "41,000", "42,000", words=(3,))
OPEN = Finding("quantity.overlap", Relation.UNDETERMINED, "103", "more than 100")
QUOTED = Quoted("The branch holds 42,000 books.", "library", "library-books", 104, 134, 9)


def result(verdict: Verdict, explain: bool = False) -> Result:
    return result_of(verdict, row_id=1, today=DAY, meta_of={"library": Meta("A branch")}.get, explain=explain)


def verdict(label: Label, *findings: Finding, rule: str = "", **more: Any) -> Verdict:  # noqa: ANN401
    return Verdict("It holds 41,000 books.", label, rule or findings[0].rule, findings, QUOTED, **more)


WRONG = verdict(
    Label.CONTRADICTED,
    SAME,
    CLASH,
    rule="quantity.disjoint",
    suggestion="42,000, not 41,000",
    row="one slot wrong, the rest accounted for",
    steps=(Step("books", "books", "word.same entails"),),
    clauses=(Clause(Label.CONTRADICTED, (), (SAME, CLASH), 2.0),),
)


def test_the_finding_that_bears_the_verdicts_rule_decides() -> None:
    found = result(WRONG)
    assert [f.decides for f in found.findings] == [False, True]
    assert found.suggestion == "42,000, not 41,000"


def test_without_a_finding_of_the_rule_one_that_does_not_entail_decides() -> None:
    found = result(verdict(Label.ABSENT, SAME, OPEN, rule="frame.unsaid"))
    assert [f.rule for f in found.findings if f.decides] == ["quantity.overlap"]


def test_a_supported_statement_without_a_finding_of_the_rule_has_none_that_decides() -> None:
    assert not any(f.decides for f in result(verdict(Label.SUPPORTED, SAME, rule="frame.same")).findings)


def test_the_deciding_value_is_marked_in_the_quote() -> None:
    passage = result(WRONG).passage
    assert passage is not None
    assert [passage.quote[start:end] for start, end in passage.marks] == ["42,000"]


@pytest.mark.parametrize("text", ["It holds 42,000 of 42,000.", "It holds 142,000.", "It holds books."])
def test_nothing_is_marked_where_the_value_is_not_found_just_once(text: str) -> None:
    passage = result(replace(WRONG, passage=replace(QUOTED, text=text))).passage
    assert passage is not None
    assert passage.marks == ()


def test_marks_of_the_verdict_stand() -> None:
    passage = result(replace(WRONG, passage=replace(QUOTED, marks=((4, 10),)))).passage
    assert passage is not None
    assert passage.marks == ((4, 10),)


def test_a_passage_says_where_it_stands() -> None:
    passage = result(WRONG).passage
    assert passage is not None
    assert (passage.source, passage.title, passage.claim, passage.line) == (
        "library",
        "A branch",
        "library-books",
        9,
    )


def test_given_evidence_has_neither_source_nor_claim() -> None:
    passage = result(replace(WRONG, passage=Quoted("It holds 42,000."))).passage
    assert passage is not None
    assert (passage.source, passage.title, passage.claim, passage.line) == (None, None, None, None)


def test_what_is_left_over_is_listed_once_and_only_where_it_matters() -> None:
    clauses = tuple(Clause(Label.ABSENT, left, (), 1.0) for left in (("Friday", "in Oslo"), ("Friday",)))
    absent = verdict(Label.ABSENT, OPEN, clauses=clauses)
    assert result(absent).left_over == ("Friday", "in Oslo")
    assert result(replace(absent, label=Label.SUPPORTED)).left_over == ()


def test_how_it_came_about_is_told_on_request() -> None:
    assert result(WRONG).explanation is None
    explained = result(WRONG, explain=True).explanation
    assert explained is not None
    assert explained.row == WRONG.row
    assert explained.clauses[0].rules == ("word.same", "quantity.disjoint")


SEVERITIES = {
    "supported": verdict(Label.SUPPORTED, SAME),
    "absent": verdict(Label.ABSENT, OPEN),
    "disputed": replace(WRONG, disputed=True, opposing=QUOTED),
    "contradicted": WRONG,
}


@pytest.mark.parametrize(
    ("level", "expected"),
    [
        ("contradicted", {"contradicted"}),
        ("disputed", {"contradicted", "disputed"}),
        ("absent", {"contradicted", "disputed", "absent"}),
        ("never", set()),
    ],
)
def test_a_level_fails_on_itself_and_what_is_worse(level: FailOn, expected: set[str]) -> None:
    assert {name for name, case in SEVERITIES.items() if fails(result(case), level)} == expected


def tally(*rows: Result | Unread, fail_on: FailOn = "contradicted") -> Tally:
    counted = Tally(fail_on)
    for row in rows:
        counted.add(row)
    return counted


@pytest.mark.parametrize(
    ("rows", "code"),
    [
        ([], 0),
        ([result(SEVERITIES["supported"]), result(SEVERITIES["disputed"])], 0),
        ([result(WRONG), result(SEVERITIES["supported"])], 1),
        ([Unread(2, "is empty"), result(WRONG), result(SEVERITIES["supported"])], 2),
    ],
)
def test_the_exit_code_is_that_of_the_worst(rows: list[Result | Unread], code: int) -> None:
    assert tally(*rows).exit_code == code


def test_totals_add_up() -> None:
    totals = tally(*map(result, SEVERITIES.values()), Unread(5, "is empty")).totals
    assert (totals.supported, totals.contradicted, totals.absent, totals.errors) == (1, 2, 1, 1)
    assert totals.statements == 5
    assert totals.disputed == 1


def report(*rows: Result | Unread) -> Report:
    counted = tally(*rows)
    return Report(
        schema=SCHEMA,
        tool=Tool("claimcheck", "0.1.0"),
        policy=rules_of(Policy(band=Decimal("0.050"))),
        today=DAY,
        fail_on="contradicted",
        ledger=LedgerState("d1g3st", 4),
        results=rows,
        totals=counted.totals,
        exit_code=counted.exit_code,
    )


WHOLE = report(*(result(case, explain=True) for case in SEVERITIES.values()), Unread(5, "is empty"))
REPORT_SCHEMA, ROW_SCHEMA = (
    jsonschema.Draft202012Validator(json.loads(build_docs.pages()[name]))
    for name in ("report-schema.json", "row-schema.json")
)


def test_the_document_keeps_the_contract() -> None:
    text = printed.document(WHOLE)
    REPORT_SCHEMA.validate(json.loads(text))
    assert TypeAdapter(Report).validate_json(text) == WHOLE


def test_the_document_has_a_fixed_order_and_ends_with_a_newline() -> None:
    text = printed.document(WHOLE)
    data = json.loads(text)
    assert list(data) == [
        "schema",
        "tool",
        "policy",
        "today",
        "fail_on",
        "ledger",
        "results",
        "totals",
        "exit_code",
    ]
    assert text.endswith("}\n")
    assert data["policy"]["band"] == "0.050"
    assert data["today"] == "2024-05-06"


@pytest.mark.parametrize("case", SEVERITIES.values(), ids=SEVERITIES)
def test_a_row_keeps_the_contract(case: Verdict) -> None:
    line = printed.row(result(case), [("note", "1.10")], '"a"')
    assert line.count("\n") == 1
    ROW_SCHEMA.validate(json.loads(line))
    expected = ["id", "label", "rule", "claim", "source", "quote", "findings"]
    expected += ["disputed", "opposing"] if case.disputed else []
    assert list(json.loads(line)) == [*expected, "note"]


def test_a_row_tells_both_sides_of_a_dispute() -> None:
    row = json.loads(printed.row(result(SEVERITIES["disputed"])))
    assert row["disputed"] is True
    assert row["opposing"] == {"claim": "library-books", "source": "library", "quote": QUOTED.text}


def test_the_rows_other_keys_follow_as_they_came_and_the_outputs_win() -> None:
    rest = [("label", '"gold"'), ("weight", "1.10"), ("deep", '{"b": [1E5,  null]}')]
    line = printed.row(result(WRONG), rest, "7")
    assert line.endswith(', "weight": 1.10, "deep": {"b": [1E5,  null]}}\n')
    assert json.loads(line)["label"] == "contradicted"
    assert line.startswith('{"id": 7, ')


def test_an_error_row_has_the_id_if_that_is_known() -> None:
    line = printed.error_row(Unread(3, "the statement is empty"), '"x"')
    ROW_SCHEMA.validate(json.loads(line))
    assert json.loads(line) == {"line": 3, "id": "x", "error": "the statement is empty"}
    assert printed.error_row(Unread(3, "no")) == '{"line": 3, "error": "no"}\n'


@given(st.text(st.characters(codec=None)))
def test_json_never_sends_what_a_terminal_obeys_and_loses_nothing(text: str) -> None:
    row = printed.row(result(replace(WRONG, passage=replace(QUOTED, text=text))))
    assert json.loads(row)["quote"] == text
    row.encode()
    assert not any(
        c < " " or "\x7f" <= c <= "\x9f" or "\u202a" <= c <= "\u202e" for c in row.removesuffix("\n")
    )
