"""The report of `check`: JSON there and back, its schema, and what is put into words for all formats."""

from __future__ import annotations

import json
from contextlib import suppress
from dataclasses import replace
from typing import Any

import jsonschema
import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import TypeAdapter

import build_docs
from checked_reports import (
    BRIEF,
    EMPTY,
    GOOD,
    HOLDS,
    PATHS,
    RICH,
    TEXTS,
    at,
    report,
    statement,
    unclaimed,
    wrong,
)
from claimcheck.drafts import file_of, read_draft
from claimcheck.errors import ReportError
from claimcheck.finding import Relation
from claimcheck.render import json as printed
from claimcheck.report import Finding, wording
from claimcheck.report.alerts import sheet_of
from claimcheck.report.checked import CheckReport
from claimcheck.report.saved import load_report

SCHEMA = jsonschema.Draft202012Validator(json.loads(build_docs.pages()["check-schema.json"]))
REPORTS = {"rich": RICH, "good": GOOD, "empty": EMPTY}
SHEET = sheet_of(RICH)


@pytest.mark.parametrize("whole", REPORTS.values(), ids=REPORTS)
def test_json_leads_back_to_the_report_and_to_the_same_bytes(whole: CheckReport) -> None:
    data = printed.document(whole).encode()
    SCHEMA.validate(json.loads(data))
    again = load_report(data, "report.json")
    assert again == whole
    assert printed.document(again).encode() == data


def test_the_document_ends_with_its_totals_and_exit_code() -> None:
    data = json.loads(printed.document(RICH))
    assert list(data)[-2:] == ["totals", "exit_code"]
    assert data["totals"]["coverage"] == "0.2000"
    assert list(data["ledger"]["sources"]) == sorted(RICH.ledger.sources)


TEXT = st.text(st.characters(codec=None), max_size=30)  # names of files may hold halves of characters


@given(text=TEXT, value=TEXT, quote=TEXT, name=TEXT)
def test_any_text_comes_back_from_json(text: str, value: str, quote: str, name: str) -> None:
    said = wrong(
        at(PATHS[0], "12,000"),
        value,
        text,
        text=text,
        passage=replace(HOLDS, quote=quote, marks=(), source=name),
    )
    whole = replace(report([said]), ledger=replace(RICH.ledger, paths={name: text}))
    data = printed.document(whole).encode()
    assert load_report(data, "x") == whole
    assert printed.document(load_report(data, "x")).encode() == data


def _damaged(*path: str | int, value: Any) -> bytes:  # noqa: ANN401
    data = json.loads(printed.document(RICH))
    inner = data
    for key in path[:-1]:
        inner = inner[key]
    inner[path[-1]] = value
    return json.dumps(data).encode()


@pytest.mark.parametrize(
    ("data", "said"),
    [
        (b"\xff\xfe", "this is no JSON document"),
        (b"[" * 100_000, "this is no JSON document"),
        (b"[]", "no report of `claimcheck check`"),
        (b'{"schema": "claimcheck/verify/1"}', "this is 'claimcheck/verify/1'"),
        (b'{"schema": "claimcheck/check/2"}', "this is 'claimcheck/check/2'"),
        (b'{"schema": "claimcheck/check/1"}', "damaged: tool is missing"),
        (_damaged("statements", 0, "label", value="wrong"), "damaged: statements[0].label must be"),
        (
            _damaged("statements", 0, "place", "end", value=10**9),
            "evening-brief.md:7:1 is no place of its file",
        ),
        (_damaged("statements", 0, "place", "line", value=0), "is no place of its file"),
        (
            _damaged("statements", 0, "passage", "marks", value=[[2, 99]]),
            "a mark in the passage at library:9",
        ),
        (_damaged("files", 0, "blocks", 0, "start", value=-1), "a block of drafts/evening-brief.md"),
        (_damaged("files", 0, "text", value=7), "damaged: files[0].text must be text"),
        (_damaged("today", value="tomorrow"), "damaged: today"),
    ],
    ids=range(13),
)
def test_what_is_no_report_is_refused_in_a_sentence(data: bytes, said: str) -> None:
    with pytest.raises(ReportError) as caught:
        load_report(data, "saved.json")
    sentence = str(caught.value)
    assert sentence.startswith("saved.json: ")
    assert said in sentence
    assert "\n" not in sentence


@given(st.binary(max_size=200), st.integers(0, 5000), st.integers(0, 5000))
def test_damage_ends_in_a_sentence_or_a_report(junk: bytes, start: int, end: int) -> None:
    whole = printed.document(GOOD).encode()
    for data in (junk, whole[:start] + junk + whole[end:]):
        with suppress(ReportError):
            assert isinstance(load_report(data, "x"), CheckReport)


def test_alerts_come_in_the_order_of_files_and_places() -> None:
    ranks = [(PATHS.index(alert.place.path), alert.place.start) for alert in SHEET.alerts]
    assert ranks == sorted(ranks)
    assert [case[0].start for case in SHEET.cases if case[0].path == PATHS[0]] == sorted(
        case[0].start for case in SHEET.cases if case[0].path == PATHS[0]
    )


def test_alerts_are_as_many_as_the_totals_say() -> None:
    totals = RICH.totals
    found = [alert.severity for alert in SHEET.alerts]
    assert (found.count("error"), found.count("warning"), found.count("note")) == (
        totals.errors,
        totals.warnings,
        totals.notes,
    )
    assert len(SHEET.suppressed) == totals.suppressed
    assert {alert.suppressed.by for alert in SHEET.suppressed if alert.suppressed} == {
        "ignore",
        "baseline",
        "unchanged",
    }


def test_every_statement_that_is_judged_is_a_case() -> None:
    judged = [s for s in RICH.statements if s.label != "uncheckable"]
    reported = [p for p in RICH.problems if p.severity]
    assert len(SHEET.cases) == len(judged) + len(reported)


def test_what_is_off_or_supported_is_no_alert() -> None:
    off = unclaimed(at(PATHS[0], "12,000"), severity=None)
    sheet = sheet_of(report([off, statement(at(PATHS[0], "54,000"))]))
    assert sheet.alerts == ()
    assert [alert for _, _, alert in sheet.cases] == [None, None]


PLACE = at(PATHS[0], "It opened on 3 May 2021.")
OVERLAP = Finding("quantity.overlap", Relation.UNDETERMINED, "103", "more than 100", "a bound", True)


@pytest.mark.parametrize(
    ("said", "message", "why"),
    [
        (
            RICH.statements[0],
            "contradicted: 42,000, not 41,000",
            'quantity.disjoint: the statement says "41,000", the evidence "42,000"',
        ),
        (
            wrong(PLACE, "3 May", "4 May", rule="date.outside"),
            'contradicted: the statement says "3 May", the evidence "4 May"',
            'date.outside: the statement says "3 May", the evidence "4 May"',
        ),
        (
            wrong(PLACE, "", "", rule="polarity.negated", reason="the frame matches and is denied", findings=()),
            "contradicted: the evidence says otherwise",
            "polarity.negated: the frame matches and is denied",
        ),
        (
            wrong(PLACE, "3 May", "4 May", rule="date.outside", disputed=True, severity="warning"),
            'disputed: claims disagree; the statement says "3 May", another claim "4 May"',
            'date.outside: the statement says "3 May", the evidence "4 May"',
        ),
        (
            unclaimed(PLACE, "on Friday", "mayor"),
            'unclaimed: no claim says this; the nearest lacks "on Friday", "mayor"',
            'frame.unsaid: something is left over; left over "on Friday", "mayor"',
        ),
        (
            unclaimed(PLACE, "mayor", stated="3 May", found="4 May", findings=(OVERLAP,)),
            'unclaimed: no claim says this; the nearest lacks "mayor"',
            'frame.unsaid: something is left over; left over "mayor"',
        ),
        (
            unclaimed(PLACE, passage=None, reason="no claim is near"),
            "unclaimed: no claim says this",
            "frame.unsaid: no claim is near",
        ),
        (
            unclaimed(PLACE, stated="103", found="more than 100", rule="quantity.overlap", findings=(OVERLAP,)),
            'unclaimed: no claim says this; the statement says "103", the nearest "more than 100"',
            'quantity.overlap: the statement says "103", the evidence "more than 100" (a bound)',
        ),
    ],
)  # fmt: skip
def test_how_a_statement_is_worded(said: Any, message: str, why: str) -> None:  # noqa: ANN401
    [alert] = sheet_of(report([said])).alerts
    assert (alert.message, alert.why) == (message, why)


def test_an_alert_shows_the_words_of_the_file_and_both_passages() -> None:
    disputed = next(alert for alert in SHEET.alerts if alert.kind == "disputed")
    assert disputed.words == "It opened on 3 May 2021."
    assert [cited.heading for cited in disputed.cited] == ["against", "for"]
    assert disputed.passage == (
        'against: "The branch opened on 4 May 2021." (A second branch (library:9), claim library-opened); '
        'for: "It opened its doors on 3 May 2021." (council, claim council-books)'
    )
    assert disputed.cited[0].path == "facts/sources/a library.md"
    assert disputed.cited[1].path is None


def test_messages_are_of_one_line() -> None:
    for alert in (*SHEET.alerts, *SHEET.suppressed):
        for line in (alert.message, alert.why, alert.passage, alert.words):
            assert len(line.splitlines()) <= 1


def test_the_summary_tells_the_totals_and_what_they_depend_on() -> None:
    assert wording.summary(RICH) == (
        "4 files, 16 statements: 3 supported, 7 contradicted, 1 disputed, 4 unclaimed, 1 uncheckable; coverage 20%, "
        "below the 50% asked for; 6 errors, 2 warnings, 4 notes; 4 suppressed; 1 file not read "
        "(reference date 2024-10-17, strict bounds, policy 1)"
    )
    assert "1 file, 1 statement: 1 supported; coverage 100%; nothing to report" in wording.summary(GOOD)


def test_a_draft_is_kept_with_what_a_reader_sees_and_where_it_stands() -> None:
    raw = "\ufeffOne **two**\r\nthree &amp; cafe\u0301 four.\r\n\r\n| A | B |\r\n|---|---|\r\n| x | 12 |\r\n"
    made = file_of(read_draft(raw.encode(), "a.md"), RICH.today)
    paragraph, cell = made.blocks
    assert "".join(text for text, _, _ in paragraph.prose) == "One two three & café four."
    for text, start, end in (stretch for block in made.blocks for stretch in block.prose):
        assert made.text[start:end] == text or len(text) != end - start or text.isspace()
    assert (cell.row, cell.column, cell.corner) == ("x", "B", "A")
    assert cell.around is not None
    assert made.text[slice(*cell.around)].startswith("x | 12")
    assert TypeAdapter(type(made)).validate_json(TypeAdapter(type(made)).dump_json(made)) == made


def test_a_draft_as_is_has_one_stretch_a_paragraph() -> None:
    blocks = file_of(read_draft(BRIEF.encode(), PATHS[0]), RICH.today).blocks
    assert [len(block.prose) for block in blocks] == [1] * len(blocks)
    assert all(TEXTS[PATHS[0]][start:end] == text for block in blocks for text, start, end in block.prose)
