"""The formats other than JSON and the page: valid, escaped, exact in their columns, and equal in what they count."""

from __future__ import annotations

import json
import re
from collections import Counter
from collections.abc import Callable
from dataclasses import replace
from html import unescape
from pathlib import Path
from typing import Any
from urllib.parse import unquote, urlsplit
from xml.etree import ElementTree as Xml

import jsonschema
import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from checked_reports import (
    CLEAN,
    EMPTY,
    GOOD,
    PATHS,
    RICH,
    TEXTS,
    UNREAD,
    at,
    passage,
    problem,
    report,
    statement,
    unclaimed,
    wrong,
)
from claimcheck.render import github, gitlab, junit, lines, rdjsonl, sarif
from claimcheck.render.formats import REPORT_FORMATS, of_report
from claimcheck.render.plain import Style
from claimcheck.report.alerts import sheet_of
from claimcheck.report.checked import CheckReport
from claimcheck.report.places import Sheet, Suppression, UnreadFile

SARIF = jsonschema.Draft4Validator(
    json.loads((Path(__file__).parent / "schemas" / "sarif-schema-2.1.0.json").read_text(encoding="utf-8"))
)
REPORTS = {"rich": RICH, "good": GOOD, "empty": EMPTY}
SHEET = sheet_of(RICH)
Counts = tuple[int, int, int, int]
"""Errors, warnings, notes, files not read."""
ANY = st.text(st.characters(codec=None), max_size=30)
PATH = ANY.map(lambda name: f"drafts/{name}")


def in_text(text: str) -> Counts:
    found = Counter(re.findall(r"^\S.*?:\d+:\d+  (error|warning|note)  ", text, flags=re.MULTILINE))
    return (
        found["error"],
        found["warning"],
        found["note"],
        len(re.findall(r"^not read  ", text, re.MULTILINE)),
    )


def in_json(text: str) -> Counts:
    data = json.loads(text)
    rows = [row for row in data["statements"] + data["problems"] if row["suppressed"] is None]
    found = Counter(row["severity"] for row in rows)
    return found["error"], found["warning"], found["note"], len(data["unread"])


def in_sarif(text: str) -> Counts:
    [run] = json.loads(text)["runs"]
    found = Counter(result["level"] for result in run["results"] if "suppressions" not in result)
    unread = len(run["invocations"][0]["toolExecutionNotifications"])
    return found["error"], found["warning"], found["note"] + found["none"], unread


def in_github(text: str) -> Counts:
    rows = [line for line in re.split(r"[\r\n]+", text) if line.startswith("::")]
    unread = sum(",title=not read::" in row for row in rows)
    found = Counter(row[2:].split(" ")[0] for row in rows)
    return found["error"] - unread, found["warning"], found["notice"], unread


def in_junit(text: str) -> Counts:
    root = Xml.fromstring(text)
    outs = Counter((out.text or "").split(" ")[0] for out in root.iter("system-out"))
    failures, errors = len(root.findall(".//failure")), len(root.findall(".//error"))
    assert (root.get("failures"), root.get("errors")) == (str(failures), str(errors))
    return failures, outs["warning"], outs["note"], errors


def in_rdjsonl(text: str) -> Counts:
    rows = [json.loads(line) for line in text.splitlines()]
    unread = sum(row["code"]["value"] == "not-read" for row in rows)
    found = Counter(row["severity"] for row in rows)
    return found["ERROR"] - unread, found["WARNING"], found["INFO"], unread


def in_gitlab(text: str) -> Counts:
    found = Counter(row["severity"] for row in json.loads(text))
    return found["major"], found["minor"], found["info"], found["blocker"]


def in_html(text: str) -> Counts:
    found = Counter(re.findall(r'<span class="severity">(error|warning|note)</span>', text))
    unread = text.partition('aria-label="Files that could not be read"')[2].partition("</section>")[0]
    return found["error"], found["warning"], found["note"], unread.count("<li>")


COUNT: dict[str, Callable[[str], Counts]] = {
    "text": in_text,
    "json": in_json,
    "sarif": in_sarif,
    "github": in_github,
    "junit": in_junit,
    "rdjsonl": in_rdjsonl,
    "gitlab": in_gitlab,
    "html": in_html,
}


def test_every_format_is_counted() -> None:
    assert tuple(COUNT) == tuple(sorted(REPORT_FORMATS, key=list(COUNT).index))
    assert set(COUNT) == set(REPORT_FORMATS)


@pytest.mark.parametrize("format_", REPORT_FORMATS)
@pytest.mark.parametrize("whole", REPORTS.values(), ids=REPORTS)
def test_all_formats_count_the_same(whole: CheckReport, format_: Any) -> None:  # noqa: ANN401
    totals = whole.totals
    expected = (totals.errors, totals.warnings, totals.notes, totals.unread)
    assert COUNT[format_](of_report(whole, format_, Style())) == expected


@given(words=ANY, value=ANY, path=PATH, quote=ANY, message=ANY)
def test_whatever_the_words_all_formats_hold_and_count_them(
    words: str, value: str, path: str, quote: str, message: str
) -> None:
    text = f"{words}x"
    place = replace(at("a", text, texts={"a": text}), path=path)
    said = wrong(place, value, words, passage=passage(quote, source=words), text=words)
    warned = problem("draft.odd", place, message)
    quiet = unclaimed(place, words, suppressed=Suppression("ignore", message, 1, None))
    unread = (UnreadFile(path, message),)
    whole = report([said, quiet], [warned], texts={path: text}, unread=unread)
    for format_ in REPORT_FORMATS:
        printed = of_report(whole, format_, Style())
        printed.encode(errors="strict" if format_ != "github" else "backslashreplace")
        assert COUNT[format_](printed) == (1, 1, 0, 1), format_
    SARIF.validate(json.loads(sarif.text(sheet_of(whole))))


# --- text


def test_text(file_regression: Any) -> None:  # noqa: ANN401
    file_regression.check(lines.text(SHEET, Style()), extension=".txt")


def test_quiet_text_has_only_errors_and_files_not_read() -> None:
    assert in_text(lines.text(SHEET, Style(), quiet=True)) == (RICH.totals.errors, 0, 0, 1)
    assert lines.text(sheet_of(GOOD), Style(), quiet=True) == ""
    assert SHEET.summary not in lines.text(SHEET, Style(), quiet=True)


def test_colour_changes_no_word() -> None:
    plain = re.sub(r"\x1b\[[\d;]*m", "", lines.text(SHEET, Style(colour=True)))
    assert plain == lines.text(SHEET, Style(opening="", closing=""))


# --- SARIF


@pytest.mark.parametrize("whole", REPORTS.values(), ids=REPORTS)
def test_sarif_keeps_the_official_schema(whole: CheckReport) -> None:
    SARIF.validate(json.loads(sarif.text(sheet_of(whole))))


def run() -> dict[str, Any]:
    found: dict[str, Any] = json.loads(sarif.text(SHEET))["runs"][0]
    return found


def test_a_sarif_region_is_the_words_of_the_file() -> None:
    for result, alert in zip(run()["results"], (*SHEET.alerts, *SHEET.suppressed), strict=True):
        physical = result["locations"][0]["physicalLocation"]
        region, text = physical["region"], TEXTS[alert.place.path]
        assert unquote(physical["artifactLocation"]["uri"]) == alert.place.path
        raw = text[region["charOffset"] : region["charOffset"] + region["charLength"]]
        if region["startLine"] == region["endLine"]:
            line = re.split(r"\r\n|\n", text)[region["startLine"] - 1]
            assert line[region["startColumn"] - 1 : region["endColumn"] - 1] == raw


def test_sarif_kinds_and_levels() -> None:
    kinds = Counter(
        (result["properties"]["label"], result["kind"], result["level"]) for result in run()["results"]
    )
    assert kinds == {
        ("contradicted", "fail", "error"): 7,
        ("disputed", "fail", "warning"): 1,
        ("unclaimed", "open", "none"): 4,
        ("problem", "fail", "error"): 1,
        ("problem", "fail", "warning"): 2,
        ("problem", "fail", "note"): 1,
    }


def test_what_is_unclaimed_fails_where_it_is_reported_as_an_error() -> None:
    strict = sheet_of(report([unclaimed(at(PATHS[0], "12,000"), severity="error")]))
    [result] = json.loads(sarif.text(strict))["runs"][0]["results"]
    assert (result["kind"], result["level"]) == ("fail", "error")


def test_every_sarif_rule_is_explained_and_found_by_its_index() -> None:
    found = run()
    rules = found["tool"]["driver"]["rules"]
    assert [rules[result["ruleIndex"]]["id"] for result in found["results"]] == [
        result["ruleId"] for result in found["results"]
    ]
    [disjoint] = [rule for rule in rules if rule["id"] == "quantity.disjoint"]
    assert (
        disjoint["shortDescription"]["text"]
        == "The two figures are said of the same thing and cannot both hold."
    )
    assert disjoint["help"]["text"].startswith("The two figures are said of the same thing")


def test_sarif_leads_to_passages_and_other_places() -> None:
    results = run()["results"]
    disputed = next(result for result in results if result["properties"]["label"] == "disputed")
    [source] = disputed["relatedLocations"]  # of the other passage only the source's id is known
    assert source["physicalLocation"] == {
        "artifactLocation": {"uri": "facts/sources/a%20library.md"},
        "region": {"startLine": 9},
    }
    sums = next(result for result in results if result["ruleId"] == "draft.arithmetic")
    assert [each["physicalLocation"]["region"]["startLine"] for each in sums["relatedLocations"]] == [16, 17]
    assert [each["id"] for each in sums["relatedLocations"]] == [1, 2]


def test_a_sarif_fix_replaces_the_very_characters() -> None:
    for result in run()["results"]:
        for fix in result.get("fixes", ()):
            [change] = fix["artifactChanges"]
            [replacement] = change["replacements"]
            text = TEXTS[unquote(change["artifactLocation"]["uri"])]
            region = replacement["deletedRegion"]
            old = text[region["charOffset"] : region["charOffset"] + region["charLength"]]
            assert (old, replacement["insertedContent"]["text"]) in {("41,000", "42,000"), ("7", "8")}


def test_sarif_says_why_something_is_suppressed() -> None:
    found = [result["suppressions"] for result in run()["results"] if "suppressions" in result]
    assert len(found) == RICH.totals.suppressed
    assert Counter(each["kind"] for [each] in found) == {"inSource": 1, "external": 3}
    [[ignored]] = [each for each in found if each[0]["kind"] == "inSource"]
    assert ignored["justification"] == "figures of the harbour are not in yet (until 2024-12-31)"
    assert ignored["location"]["physicalLocation"]["region"] == {"startLine": 11}


def test_sarif_tells_how_the_run_went() -> None:
    [invocation] = run()["invocations"]
    assert (invocation["exitCode"], invocation["executionSuccessful"]) == (2, False)
    [told] = invocation["toolExecutionNotifications"]
    assert told["message"]["text"] == UNREAD[0].error
    good = json.loads(sarif.text(sheet_of(GOOD)))["runs"][0]["invocations"][0]
    assert (good["exitCode"], good["executionSuccessful"]) == (0, True)


def test_the_same_words_twice_have_two_fingerprints() -> None:
    twice = [wrong(at(PATHS[0], "41,000", n), "41,000", "42,000", fingerprint="same") for n in (0, 1)]
    sheet = sheet_of(report(twice))
    hashes = [
        result["partialFingerprints"]["primaryLocationLineHash"]
        for result in json.loads(sarif.text(sheet))["runs"][0]["results"]
    ]
    assert hashes == ["same:1", "same:2"]
    assert len({row["fingerprint"] for row in json.loads(gitlab.text(sheet))}) == 2


@pytest.mark.parametrize(
    ("path", "uri"),
    [
        ("drafts/a b.md", "drafts/a%20b.md"),
        ("./drafts/50%.md", "drafts/50%25.md"),
        ("a:b#c?.md", "a%3Ab%23c%3F.md"),
        ("/news/é.md", "file:///news/%C3%A9.md"),
        ("C:/news/a b.md", "file:///C:/news/a%20b.md"),
        ("../up.md", "../up.md"),
    ],
)
def test_a_path_as_a_uri(path: str, uri: str) -> None:
    assert sarif.uri(path) == uri


@given(PATH)
def test_every_path_is_a_uri_that_leads_back(path: str) -> None:
    split = urlsplit(sarif.uri(path))
    assert split.scheme in ("", "file")
    assert not split.query
    assert not split.fragment


def test_sarif_messages_hold_neither_links_nor_placeholders() -> None:
    said = problem("draft.odd", at(PATHS[0], "12,000"), "see [here](1) and {0}")
    [result] = json.loads(sarif.text(sheet_of(report([], [said]))))["runs"][0]["results"]
    assert result["message"]["text"] == "see [here] (1) and {{0}}"


# --- GitHub

COMMAND = re.compile(r"::(error|warning|notice) ([^:]*)::(.*)")


def unescaped(text: str) -> str:
    return re.sub(r"%(25|0D|0A|3A|2C)", lambda match: chr(int(match[1], 16)), text)


def test_github_commands_lead_back_to_what_they_say() -> None:
    ranked = sorted(SHEET.alerts, key=lambda alert: ("error", "warning", "note").index(alert.severity))
    commands = [COMMAND.fullmatch(line) for line in github.text(SHEET).splitlines()[1:-1]]
    for match, alert in zip(commands, ranked, strict=True):
        assert match is not None
        properties = dict(pair.split("=", 1) for pair in match[2].split(","))
        assert unescaped(properties["file"]) == alert.place.path
        assert (int(properties["line"]), int(properties["col"])) == (alert.place.line, alert.place.column)
        assert alert.rule in unescaped(properties["title"])
        told = unescaped(match[3]).split("\n")
        assert told[1 if alert.words else 0] == " ".join(alert.message.split())


@given(ANY, PATH, ANY)
@example(words="%0A::error::x", path="a\r\n%0A,:b", quote="::stop-commands::x")
def test_nothing_from_a_draft_becomes_a_command(words: str, path: str, quote: str) -> None:
    place = replace(at("a", f"{words}x", texts={"a": f"{words}x"}), path=path)
    said = wrong(place, words, quote, passage=passage(quote, title=words))
    whole = report([said], texts={path: f"{words}x"}, unread=(UnreadFile(path, quote),))
    rows = re.split(r"\r\n|\r|\n", github.text(sheet_of(whole)).removesuffix("\n"))
    assert len(rows) == 3
    assert all(COMMAND.fullmatch(row) for row in rows[:-1])
    assert rows[-1] == sheet_of(whole).summary
    for row in rows[:-1]:
        assert unescaped(re.split("[ ,]file=|,", row, maxsplit=2)[1]) == path


def many(count: int) -> Sheet:
    text = "".join(f"It holds {n} books.\n" for n in range(count))
    texts = {"long.md": text}
    said = [wrong(at("long.md", f"It holds {n} books.", texts=texts), str(n), "5") for n in range(count)]
    notes = [unclaimed(at("long.md", f"holds {n} books.", texts=texts)) for n in range(12)]
    return sheet_of(report([*said, *notes], texts=texts))


def test_github_gets_ten_of_each_and_the_number_of_the_rest() -> None:
    printed = github.text(many(25))
    assert in_github(printed) == (10, 0, 10, 0)
    assert "15 errors, 2 notes more: all of them are in the summary of this step\n" in printed
    summary = github.summary(many(25))
    assert summary.count("\n| error |") == 25
    assert summary.count("\n| note |") == 12


def test_the_worst_come_first_and_files_not_read_before_all() -> None:
    kinds = [line[2:].split(" ")[0] for line in github.text(SHEET).splitlines() if line.startswith("::")]
    assert kinds == sorted(kinds, key=("error", "warning", "notice").index)
    assert "title=not read" in github.text(SHEET).splitlines()[0]


def test_the_summary_of_a_step_holds_no_markup_of_a_draft() -> None:
    summary = github.summary(SHEET)
    assert not re.search(r"<(?!br>)", summary)
    assert '<script>alert("1")</script> held 5 % of it.' in unescape(summary)
    for row in re.findall(r"^\|.*$", summary, flags=re.MULTILINE):
        assert row.count("|") == 5


def test_a_summary_ends_where_github_takes_no_more(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(github, "LARGEST", 3000)
    summary = github.summary(many(25))
    shown = summary.count("\n| error |") + summary.count("\n| note |")
    assert 0 < shown < 37
    assert summary.endswith(f"\n{37 - shown} more do not fit here.\n")


# --- JUnit


def test_junit_has_a_case_for_all_that_is_judged() -> None:
    root = Xml.fromstring(junit.text(SHEET))
    assert root.get("tests") == str(len(SHEET.cases) + len(SHEET.unread))
    assert root.get("skipped") == str(RICH.totals.suppressed)
    assert [suite.get("name") for suite in root] == [*PATHS, UNREAD[0].path]


def test_junit_names_are_unique_and_do_not_tell_lines() -> None:
    texts = {"a.md": "It holds 5.\n\nIt holds 5.\n"}
    twice = [wrong(at("a.md", "It holds 5.", n, texts), "5", "6", text="It holds 5.") for n in (0, 1)]
    cases = Xml.fromstring(junit.text(sheet_of(report(twice, texts=texts)))).iter("testcase")
    assert [case.get("name") for case in cases] == ["It holds 5.", "It holds 5. (2)"]
    cases = Xml.fromstring(junit.text(SHEET)).iter("testcase")
    names = [(case.get("classname"), case.get("name")) for case in cases]
    assert len(names) == len(set(names))


def test_what_is_supported_passes_and_uncheckable_is_no_case() -> None:
    place = at(PATHS[2], CLEAN.strip())
    whole = report([statement(place), statement(place, "uncheckable", rule="uncheckable.opinion")])
    [case] = Xml.fromstring(junit.text(sheet_of(whole))).iter("testcase")
    assert list(case) == []


@given(ANY)
def test_junit_is_xml_whatever_the_words(words: str) -> None:
    place = at("a", f"{words}x", texts={"a": f"{words}x"})
    whole = report([wrong(place, words, "y")], [problem("a.b", place, words)], texts={"a": f"{words}x"})
    assert len(list(Xml.fromstring(junit.text(sheet_of(whole))).iter("failure"))) == 1


# --- reviewdog


def test_reviewdog_columns_count_bytes() -> None:
    for row, alert in zip(map(json.loads, rdjsonl.text(SHEET).splitlines()[1:]), SHEET.alerts, strict=True):
        text = TEXTS[alert.place.path]
        raw = re.split(rb"\r\n|\n", text.encode())
        ranges = [(row["location"]["range"], text[alert.place.start : alert.place.end])]
        if alert.suggestion:
            old = text[alert.suggestion.place.start : alert.suggestion.place.end]
            ranges += [(each["range"], old) for each in row["suggestions"]]
        for span, words in ranges:
            assert span["start"]["line"] == span["end"]["line"]
            line = raw[span["start"]["line"] - 1]
            assert line[span["start"]["column"] - 1 : span["end"]["column"] - 1].decode() == words


def test_a_range_over_two_lines_counts_from_the_start_of_each() -> None:
    texts = {"a.md": "\U0001f4da é one\r\ntwo ü. Three.\r\n"}
    [row] = rdjsonl.text(
        sheet_of(report([wrong(at("a.md", "one\r\ntwo ü.", texts=texts), "1", "2")], texts=texts))
    ).splitlines()
    span = json.loads(row)["location"]["range"]
    assert span == {"start": {"line": 1, "column": 9}, "end": {"line": 2, "column": 8}}


def test_without_the_text_of_a_file_reviewdog_gets_lines_only() -> None:
    bare = replace(SHEET, texts={})
    rows = [json.loads(line) for line in rdjsonl.text(bare).splitlines()[1:]]
    assert all(set(row["location"]["range"]["start"]) == {"line"} for row in rows)
    assert not any("suggestions" in row for row in rows)


# --- GitLab


def test_gitlab_entries_have_what_gitlab_reads() -> None:
    rows = json.loads(gitlab.text(SHEET))
    assert len({row["fingerprint"] for row in rows}) == len(rows)
    for row, alert in zip(rows[1:], SHEET.alerts, strict=True):
        assert set(row) == {"description", "check_name", "fingerprint", "severity", "location"}
        assert row["location"] == {
            "path": alert.place.path,
            "lines": {"begin": alert.place.line, "end": alert.place.end_line},
        }
        assert alert.message in row["description"]


def test_a_fingerprint_outlives_a_move_to_another_line() -> None:
    before = {row["fingerprint"] for row in json.loads(gitlab.text(SHEET))}
    moved = replace(
        RICH,
        statements=tuple(
            replace(s, place=replace(s.place, line=s.place.line + 3, end_line=s.place.end_line + 3))
            for s in RICH.statements
        ),
    )
    assert {row["fingerprint"] for row in json.loads(gitlab.text(sheet_of(moved)))} == before
