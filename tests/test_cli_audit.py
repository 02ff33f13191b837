"""`claimcheck audit` as a user runs it, on a ledger whose sources and claims have aged.

`pytest tests/test_cli_audit.py --force-regen` writes tests/projects/quayside/expected anew: read the difference first.
"""

from __future__ import annotations

import json
import re
import shutil
import subprocess
from collections import Counter
from datetime import date
from pathlib import Path
from typing import Any, get_args
from xml.etree import ElementTree as Xml

import jsonschema
import pytest
from click.testing import Result
from pytest_regressions.file_regression import FileRegressionFixture

import build_docs
from claimcheck.auditing.fixing import mend
from claimcheck.auditing.flaw import Rule
from claimcheck.auditing.rules import USUAL
from claimcheck.auditing.run import audit as look_through
from claimcheck.render import github
from claimcheck.store import Ledger
from kept_ledgers import refused, run, tree

HERE = Path(__file__).parent
QUAYSIDE = HERE / "projects" / "quayside"
SCHEMA = json.loads(build_docs.pages()["audit-schema.json"])
SARIF = jsonschema.Draft4Validator(
    json.loads((HERE / "schemas" / "sarif-schema-2.1.0.json").read_text(encoding="utf-8"))
)
DAY = ("--today", "2024-07-01")
POSITION = re.compile(r"^\s+(?:- )?(start|end|prefix|suffix): ")


@pytest.fixture
def root(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A copy of the ledger, which we stand in."""
    shutil.copytree(QUAYSIDE, tmp_path / "quayside", ignore=shutil.ignore_patterns("expected", ".claimcheck"))
    monkeypatch.chdir(tmp_path / "quayside")
    return tmp_path / "quayside"


def audit(root: Path, *arguments: str) -> Result:
    return run(root, "audit", *arguments, *DAY)


def report(root: Path, *arguments: str, code: int = 1) -> dict[str, Any]:
    result = audit(root, *arguments, "--format", "json")
    assert result.exit_code == code, result.stderr
    data: dict[str, Any] = json.loads(result.stdout)
    jsonschema.validate(data, SCHEMA)
    return data


def rules(data: dict[str, Any], claim: str) -> list[str]:
    return [row["rule"] for row in data["problems"] if row["claim"] == claim]


@pytest.mark.parametrize(
    ("name", "arguments"),
    [
        ("audit.txt", []),
        ("audit.json", ["--format", "json"]),
        ("fix.diff", ["--fix", "--dry-run"]),
    ],
)
def test_what_is_printed(
    name: str, arguments: list[str], root: Path, file_regression: FileRegressionFixture
) -> None:
    result = audit(root, *arguments)
    path = QUAYSIDE / "expected" / name
    file_regression.check(result.stdout_bytes, fullpath=path, extension=path.suffix, binary=True)
    assert result.exit_code == (0 if "--dry-run" in arguments else 1)


def test_the_ledger_shows_every_rule_and_every_rule_has_a_severity(root: Path) -> None:
    assert {row["rule"] for row in report(root)["problems"]} == set(USUAL) == set(get_args(Rule))


def test_fix_writes_positions_of_what_has_moved_and_nothing_else(root: Path) -> None:
    before = tree(root)
    moved = [row["claim"] for row in report(root)["problems"] if row["rule"] == "audit.moved"]
    assert len(moved) == 5
    data = report(root, "--fix")
    assert [row["claim"] for row in data["mended"]] == moved
    assert data["totals"]["spans"]["moved"] == 0
    after = tree(root)
    assert {name for name in before if after[name] != before[name]} == {"claims/council.yaml"}
    old, new = (files["claims/council.yaml"].decode().splitlines() for files in (before, after))
    changed = [(a, b) for a, b in zip(old, new, strict=True) if a != b]
    in_brackets = [(a, b) for a, b in changed if "{" in a]
    assert len(in_brackets) == 1
    for a, b in changed:
        if "{" in a:
            assert re.sub(r"(start|end): \d+", r"\1: ?", a) == re.sub(r"(start|end): \d+", r"\1: ?", b)
        else:
            key, comment = POSITION.match(a), a.partition("   #")[2]
            assert key is not None
            assert b.startswith(key[0])
            assert b.endswith(comment)


@pytest.mark.parametrize(
    ("lead", "end"), [(b"", b"\r\n"), (b"\xef\xbb\xbf", b"\n"), (b"\xef\xbb\xbf", b"\r\n")]
)
def test_fix_keeps_line_ends_and_a_byte_order_mark(lead: bytes, end: bytes, root: Path) -> None:
    path = root / "claims" / "council.yaml"
    plain = path.read_bytes()
    audit(root, "--fix")
    fixed = path.read_bytes()
    path.write_bytes(lead + plain.replace(b"\n", end))
    audit(root, "--fix")
    assert path.read_bytes() == lead + fixed.replace(b"\n", end)
    assert fixed != plain


def test_a_passage_that_moved_meanwhile_is_looked_up_again(root: Path) -> None:
    ledger = Ledger.open(root)
    found = look_through(ledger, date(2024, 7, 1))
    source, claims = root / "sources" / "council.md", root / "claims" / "council.yaml"
    text = (
        source.read_text(encoding="utf-8")
        .replace("*Corrected", "*Read and corrected")
        .replace("£1.20", "£1.30")
    )
    source.write_text(text, encoding="utf-8")
    claims.write_text(
        claims.read_text(encoding="utf-8").replace('quote: "Some 90', 'quote: "Some 80'), encoding="utf-8"
    )
    mended = mend(ledger, found)
    assert [each.claim for each in mended] == ["council.vote", "council.work", "council.staff"]
    for each in mended:
        [part] = next(claim for claim in Ledger.open(root).claims if claim.id == each.claim).evidence
        assert text[part.start : part.end] == part.quote


def test_what_is_fixed_is_found_and_is_not_fixed_twice(root: Path) -> None:
    counts = report(root)["totals"]["spans"]
    audit(root, "--fix")
    after = tree(root)
    data = report(root, "--fix")
    assert data["mended"] == []
    assert tree(root) == after
    assert data["totals"]["spans"] == counts | {"moved": 0, "found": counts["found"] + counts["moved"]}


def test_a_dry_run_changes_nothing_and_its_patch_is_what_fix_does(root: Path, tmp_path: Path) -> None:
    before = tree(root)
    result = audit(root, "--fix", "--dry-run")
    assert tree(root) == before
    assert result.stderr.endswith("claimcheck: 5 quotations would be given new positions\n")
    copied = tmp_path / "copied"
    shutil.copytree(root, copied)
    subprocess.run(["git", "apply", "-"], cwd=copied, input=result.stdout_bytes, check=True)
    audit(root, "--fix")
    assert tree(copied) == tree(root)


def test_fix_says_what_it_has_done(root: Path) -> None:
    result = audit(root, "--fix", "--quiet")
    assert result.stderr.endswith("claimcheck: 5 quotations given new positions in claims/council.yaml\n")
    assert "audit.moved" not in result.stdout


@pytest.mark.parametrize(
    ("arguments", "code"),
    [
        ([], 1),
        (["--fail-on", "warning"], 1),
        (["--fail-on", "never"], 0),
        (["council.vote"], 0),
        (["council.vote", "--fail-on", "warning"], 1),
        (["fares"], 0),
        (["fares", "--fail-on", "note"], 1),
        (["fares.children", "--fail-on", "note"], 0),
    ],
)
def test_the_exit_code_says_whether_anything_is_as_bad_as_asked(
    arguments: list[str], code: int, root: Path
) -> None:
    assert audit(root, *arguments).exit_code == code


def test_only_some_claims_or_those_of_a_source(root: Path) -> None:
    data = report(root, "harbour.quay-plan")
    assert {row["claim"] for row in data["problems"]} == {"harbour.quay-plan"}
    assert {row["rule"] for row in data["problems"]} == {"audit.contradiction"}
    assert data["totals"]["claims"] == 1
    data = report(root, "fares", code=0)
    assert {row["rule"] for row in data["problems"]} == {"audit.outdated", "audit.source-outdated"}
    assert refused(root, "audit", "harbour.bilt") == (
        "claimcheck: there is no claim and no source 'harbour.bilt' (did you mean 'harbour.built'?)"
    )


def test_severities_are_as_the_settings_say(root: Path) -> None:
    with (root / "claimcheck.toml").open("a", encoding="utf-8") as file:
        file.write('"audit.moved" = "error"\n"audit.source-unused" = "off"\n')
    data = report(root)
    found = {row["rule"]: row["severity"] for row in data["problems"]}
    assert (found["audit.moved"], found["audit.source-unused"]) == ("error", None)
    assert "source-unused" not in audit(root).stdout
    assert audit(root, "council.vote").exit_code == 1


def test_nobody_has_to_be_named_where_the_settings_do_not_ask(root: Path) -> None:
    (root / "claimcheck.toml").write_text("", encoding="utf-8")
    assert rules(report(root), "council.staff") == ["audit.moved"]


def test_a_claim_that_supersedes_the_other_settles_it(root: Path) -> None:
    path = root / "claims" / "harbour.yaml"
    settled = "  status: accepted\n  supersedes: [harbour.quay-length, harbour.quay-measured]\n"
    head, mark, rest = path.read_text(encoding="utf-8").partition("- id: harbour.quay-plan\n")
    path.write_text(head + mark + rest.replace("  status: accepted\n", settled, 1), encoding="utf-8")
    data = report(root)
    assert rules(data, "harbour.quay-plan") == []
    assert rules(data, "harbour.quay-measured") == []  # which counts no more


def test_days_fall_due_as_of_the_day_given(root: Path) -> None:
    early = json.loads(run(root, "audit", "--today", "2024-05-31", "--format", "json").stdout)
    assert rules(early, "harbour.master") == ["audit.retired-cited"]
    assert "audit.recheck-due" not in rules(early, "harbour.office")
    assert run(root, "audit", "--today", "June").exit_code == 2


def test_a_claim_that_is_not_found_decides_no_verdict(root: Path) -> None:
    for name in ("harbour.yaml", "fares.yaml"):
        (root / "claims" / name).unlink()
    refusal = run(root, "verify", "The north quay is 310 metres long.", *DAY)
    assert refusal.exit_code == 2  # words that are nowhere any more: nothing is checked against such a ledger
    assert " is not what source 'council' says" in refusal.stderr
    path = root / "claims" / "council.yaml"
    for lost in ("council.quay-length", "council.lido", "council.sundays"):
        assert run(root, "claims", "retire", lost, "--reason", "Corrected.", *DAY).exit_code == 0
    for statement, label in [
        ("The library stays open until eight.", "absent"),  # ambiguous
        ("The library does not stay open until eight.", "absent"),
        ("Parking costs £1.20 an hour.", "supported"),  # moved
        ("Parking costs £1.50 an hour.", "contradicted"),
    ]:
        result = run(root, "verify", statement, *DAY, "--format", "json")
        assert json.loads(result.stdout)["results"][0]["label"] == label
        assert "claim 'council.library' is left out" in result.stderr
    assert "council.sundays" in path.read_text(encoding="utf-8")


@pytest.mark.parametrize(
    ("name", "content", "said"),
    [
        ("harbour.md", b"\xffA", "sources/harbour.md:1: byte 0xff is not UTF-8: save the file as UTF-8"),
        ("new.odt", b"x", None),
    ],
)
def test_a_source_that_cannot_be_read_is_told_and_the_others_are_audited(
    name: str, content: bytes, said: str | None, root: Path
) -> None:
    (root / "sources" / name).write_bytes(content)
    data = report(root, code=2 if said else 1)
    assert [row["error"] for row in data["unread"]] == ([said] if said else [])
    assert rules(data, "council.quay-length") == ["audit.value-changed"]
    assert data["exit_code"] == (2 if said else 1)


def test_files_of_claims_that_cannot_be_used_stop_it(root: Path) -> None:
    path = root / "claims" / "fares.yaml"
    path.write_text(path.read_text(encoding="utf-8").replace("status: accepted", "status: acepted"), "utf-8")
    assert refused(root, "audit", *DAY).startswith("claimcheck: claims/fares.yaml:11: ")


def test_what_makes_no_sense_is_refused(root: Path) -> None:
    assert run(root, "audit", "--dry-run").exit_code == 2
    assert run(root, "audit", "--format", "html").exit_code == 2


def test_what_is_kept_changes_nothing_of_what_is_found(root: Path) -> None:
    first = audit(root, "--format", "json").stdout
    assert audit(root, "--format", "json").stdout == first
    kept = root / ".claimcheck" / "audit.db"
    kept.write_bytes(b"SQLite format 3\0" + kept.read_bytes()[16:500])
    assert audit(root, "--format", "json").stdout == first
    kept.write_bytes(b"")
    assert audit(root, "--format", "json").stdout == first
    shutil.rmtree(root / ".claimcheck")
    (root / ".claimcheck").write_text("in the way", encoding="utf-8")
    assert audit(root, "--format", "json").stdout == first


def test_nothing_is_kept_of_a_source_or_a_claim_that_has_changed(root: Path) -> None:
    audit(root)
    path = root / "sources" / "council.md"
    path.write_text(path.read_text(encoding="utf-8").replace("301 metres", "310 metres"), encoding="utf-8")
    assert rules(report(root), "council.quay-length") == ["audit.moved"]
    claims = root / "claims" / "fares.yaml"
    claims.write_text(
        claims.read_text(encoding="utf-8").replace(
            'text: "A day ticket costs £6."', 'text: "A day ticket costs £7."'
        ),
        encoding="utf-8",
    )
    assert "audit.says-more" in rules(report(root), "fares.day")


def test_readings_that_are_gone_are_read_again(root: Path) -> None:
    audit(root)
    (root / ".claimcheck" / "readings.db").unlink()
    claims = root / "claims" / "harbour.yaml"
    before = report(root)
    claims.write_text(claims.read_text(encoding="utf-8") + "  note: new\n", encoding="utf-8")
    assert report(root)["problems"] == before["problems"]
    path = root / "sources" / "plan.txt"
    path.write_text(path.read_text(encoding="utf-8").replace("It has", "It had"), encoding="utf-8")
    assert report(root)["problems"] == before["problems"]


def test_every_format_tells_of_the_same_problems(root: Path) -> None:
    data = report(root)
    count = Counter(row["severity"] for row in data["problems"])
    names = ("sarif", "github", "junit", "rdjsonl", "gitlab")
    options = [part for name in names for part in ("--format", f"{name}={root.parent / name}")]
    audit(root, *options)
    said = {name: (root.parent / name).read_text(encoding="utf-8") for name in names}
    sarif = json.loads(said["sarif"])
    SARIF.validate(sarif)
    assert Counter(row["level"] for row in sarif["runs"][0]["results"]) == count
    assert Counter(re.findall(r"^::(\w+) ", said["github"], flags=re.MULTILINE)) == Counter(
        {"error": min(count["error"], github.MOST), "warning": count["warning"], "notice": count["note"]}
    )
    suite = Xml.fromstring(said["junit"])
    assert len(suite.findall(".//failure")) == count["error"]
    assert len(suite.findall(".//testcase")) > len(data["problems"])  # what is fine is a case too
    rows = [json.loads(line) for line in said["rdjsonl"].splitlines()]
    assert len(rows) == len(json.loads(said["gitlab"])) == count.total()
    assert {row["location"]["path"] for row in rows} == {row["place"]["path"] for row in data["problems"]}


def test_places_are_those_of_the_files(root: Path) -> None:
    for row in report(root)["problems"]:
        place, said = row["place"], row["span"]
        if place["path"].startswith("claims/"):
            lines = (root / place["path"]).read_text(encoding="utf-8").split("\n")
            line = lines[place["line"] - 1]
            if said is not None:
                assert "quote:" in line
                assert json.dumps(said["quote"], ensure_ascii=False) in line
            else:
                assert line.strip("- ").startswith(("id:", "status:"))


def test_paths_are_seen_from_where_one_stands(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(root.parent)
    data = report(root)
    assert {row["place"]["path"].partition("/")[0] for row in data["problems"]} == {"quayside"}
    assert (root.parent / data["problems"][0]["place"]["path"]).is_file()


def test_a_ledger_with_nothing_in_it(tmp_path: Path) -> None:
    (tmp_path / "claimcheck.toml").touch()
    result = audit(tmp_path)
    assert (result.exit_code, result.stdout) == (
        0,
        "0 claims, 0 sources; nothing to report (reference date 2024-07-01)\n",
    )
