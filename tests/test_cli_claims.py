"""`claimcheck claims`: looking at claims and looking after them, from the command line."""

from __future__ import annotations

import difflib
import json
import os
import stat
import subprocess
from pathlib import Path
from typing import Any

import jsonschema
import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

import build_docs
from claimcheck.anchor import Resolution, pinpoint, resolve
from claimcheck.curation.making import chosen
from claimcheck.errors import LedgerError
from claimcheck.store import Ledger
from kept_ledgers import BY, CLAIMS, DAY, SOURCE, commit, done, git, make, refused, run, tree

ROOFS, LANDFALL, HARBOUR = "storm/roofs", "storm/landfall", "wire.harbour"
SCHEMA = json.loads(build_docs.pages()["claims-schema.json"])


@pytest.fixture
def root(tmp_path: Path) -> Path:
    return make(tmp_path / "ledger")


def found(root: Path, *arguments: str) -> dict[str, Any]:
    """What a command prints as JSON, which keeps the contract."""
    data: dict[str, Any] = json.loads(done(root, *arguments, "--format", "json"))
    jsonschema.validate(data, SCHEMA)
    return data


def ids(root: Path, *arguments: str) -> list[str]:
    return [row["claim"]["id"] for row in found(root, *arguments)["claims"]]


def changed_lines(root: Path, name: str, before: str) -> list[str]:
    """The lines of a file that are not as before, each after its sign."""
    after = (root / name).read_text(encoding="utf-8").splitlines()
    told = difflib.unified_diff(before.splitlines(), after, n=0, lineterm="")
    return [line for line in told if line[:1] in "+-" and line[:3] not in ("+++", "---")]


def claim(root: Path, name: str) -> Any:  # noqa: ANN401
    return next(each for each in Ledger.open(root).claims if each.id == name)


# list, show, search


@pytest.mark.parametrize(
    ("options", "expected"),
    [
        ([], [LANDFALL, ROOFS, HARBOUR]),
        (["--status", "proposed"], [ROOFS, HARBOUR]),
        (["--status", "accepted", "--status", "proposed"], [LANDFALL, ROOFS, HARBOUR]),
        (["--status", "retired"], []),
        (["--source", "storm", "--tag", "damage"], [ROOFS]),
        (["--tag", "damage", "--tag", "ardby"], [ROOFS]),
        (["--due"], [LANDFALL]),
        (["--due", "--status", "proposed"], []),
    ],
)
def test_a_list_is_of_the_claims_asked_for(root: Path, options: list[str], expected: list[str]) -> None:
    assert ids(root, "claims", "list", *options, *DAY) == expected


def test_a_list_tells_status_id_and_text_and_what_is_due(root: Path) -> None:
    assert done(root, "claims", "list", *DAY).splitlines() == [
        "accepted  storm/landfall  [to be rechecked by 2024-06-01] The storm reached Ardby on 14 May 2024.",
        "proposed  storm/roofs     The storm tore off 40 roofs at Ardby.",
        "proposed  wire.harbour    Ardby's harbour was closed for three days.",
        "3 of 3 claims",
    ]


@pytest.mark.parametrize(
    ("options", "said"),
    [
        (["--source", "strom"], "no claim of this ledger has the source 'strom' (did you mean 'storm'?)"),
        (["--tag", "roofs"], "no claim of this ledger has the tag 'roofs'"),
        (["--today", "soon"], "must be a date such as 2020-03-11, not 'soon'"),
    ],
)
def test_a_list_of_what_is_not_there_is_refused(root: Path, options: list[str], said: str) -> None:
    assert said in refused(root, "claims", "list", *options)


def test_a_claim_is_due_from_its_day_until_it_is_reviewed_then(root: Path) -> None:
    def due(day: str) -> list[str]:
        return ids(root, "claims", "list", "--due", "--today", day)

    assert (due("2024-05-31"), due("2024-06-01")) == ([], [LANDFALL])
    done(root, "claims", "accept", LANDFALL, *BY, "--today", "2024-05-31")
    assert due("2024-06-01") == [LANDFALL]
    done(root, "claims", "accept", LANDFALL, *BY, "--today", "2024-06-01")
    assert due("2024-07-01") == []
    done(root, "claims", "edit", LANDFALL, "--valid-until", "2024-08-01")
    assert (due("2024-08-01"), due("2024-08-02")) == ([], [LANDFALL])
    done(root, "claims", "retire", LANDFALL, "--reason", "over", *BY)
    assert due("2025-01-01") == []


def test_a_claim_is_shown_with_its_passage_in_context(root: Path) -> None:
    done(root, "claims", "edit", HARBOUR, "--supersedes", ROOFS, "--note", "by wire")
    assert done(root, "claims", "show", ROOFS, HARBOUR, *DAY) == (
        "proposed  storm/roofs\n"
        "  text           The storm tore off 40 roofs at Ardby.\n"
        "  quote          The storm reached Ardby on Tuesday. «It tore off 40 roofs, Mayor Lena Holt said.»\n"
        "                 found in Storm at Ardby (storm:5)\n"
        "  tags           damage, ardby\n"
        "  superseded by  wire.harbour\n"
        "  file           claims/storm.yaml:5\n"
        "\n"
        "proposed  wire.harbour\n"
        "  text           Ardby's harbour was closed for three days.\n"
        "  quote          At Ardby it killed 4 people. «The harbour was closed for three days.» **Nobody** was "
        "missing.\n"
        "                 found in Storm at Ardby (storm:9)\n"
        "  note           by wire\n"
        "  supersedes     storm/roofs\n"
        "  file           claims/wire.yaml:2\n"
    )


@pytest.mark.parametrize(
    ("old", "new", "status", "line"),
    [
        ("published: 2024-05-16", "published: 2024-05-16\nauthor: Bo", "moved", 6),
        ("40 roofs", "14 roofs", "lost", None),
    ],
)
def test_what_has_become_of_a_quotation_is_shown(
    root: Path, old: str, new: str, status: str, line: int | None
) -> None:
    (root / "sources" / "storm.md").write_text(SOURCE.replace(old, new), encoding="utf-8")
    [row] = found(root, "claims", "show", ROOFS)["claims"]
    [standing] = row["standing"]
    assert (standing["status"], standing["line"]) == (status, line)
    assert standing["quote"] == "It tore off 40 roofs, Mayor Lena Holt said."
    assert f"{status} in " in done(root, "claims", "show", ROOFS)


def test_a_claim_whose_source_is_gone_is_shown(root: Path) -> None:
    (root / "sources" / "storm.md").unlink()
    [row] = found(root, "claims", "show", ROOFS)["claims"]
    assert (row["standing"][0]["status"], row["standing"][0]["path"]) == ("lost", None)


def test_an_unknown_claim_is_refused_with_the_one_meant(root: Path) -> None:
    said = refused(root, "claims", "show", "storm-roof")
    assert said == "claimcheck: there is no claim 'storm-roof' (did you mean 'storm/roofs'?)"
    assert refused(root, "claims", "show", "zzz") == "claimcheck: there is no claim 'zzz'"


def test_a_search_tells_what_each_claim_was_found_by(root: Path) -> None:
    rows = {
        row["claim"]["id"]: row["matched"]
        for row in found(root, "claims", "search", "when", "storm", "Ardby")["claims"]
    }
    assert rows[LANDFALL] == ["passage", "storm, ardby in its text and quote"]
    assert rows[ROOFS] == ["storm, ardby in its text and tags"]
    assert next(iter(rows)) == LANDFALL


def test_a_search_finds_by_tag_note_and_id(root: Path) -> None:
    assert found(root, "claims", "search", "damage")["claims"][0]["matched"] == ["damage in its tags"]
    [row] = found(root, "claims", "search", "harbor")["claims"]
    assert row["claim"]["id"] == HARBOUR
    assert row["matched"][0].startswith("id, ")
    assert done(root, "claims", "search", "zebras") == "nothing found in 3 claims\n"


def test_a_search_does_without_an_index_that_cannot_be_made(root: Path) -> None:
    path = root / "claims" / "storm.yaml"
    path.write_text(CLAIMS.replace("on Tuesday.}", "on Friday.}"), encoding="utf-8")
    result = run(root, "claims", "search", "harbour closed")
    assert result.exit_code == 0
    assert result.stderr.startswith("claimcheck: note: the index was not asked: claims/storm.yaml:")
    assert HARBOUR in result.stdout


# accept and retire


def test_accepting_writes_who_and_when_and_nothing_else(root: Path) -> None:
    said = done(root, "claims", "accept", ROOFS, *BY, *DAY)
    assert said == "accepted  storm/roofs  claims/storm.yaml:5\n"
    assert changed_lines(root, "claims/storm.yaml", CLAIMS) == [
        "-  status: proposed",
        "+  status: accepted",
        '+  reviewer: "Ann Example"',
        "+  reviewed: 2024-06-10",
    ]


def test_retiring_keeps_the_claim_with_the_reason(root: Path) -> None:
    done(root, "claims", "retire", LANDFALL, "--reason", " the harbour\nlog says 15 May ", *BY, *DAY)
    assert changed_lines(root, "claims/storm.yaml", CLAIMS) == [
        "-- status: accepted",
        "+- status: retired",
        '+  reason: "the harbour log says 15 May"',
        '+  reviewer: "Ann Example"',
        "+  reviewed: 2024-06-10",
    ]
    said = refused(root, "claims", "accept", LANDFALL, *BY)
    assert "claim 'storm/landfall' is retired (the harbour log says 15 May)" in said
    assert "is retired already" in refused(root, "claims", "retire", LANDFALL, "--reason", "again", *BY)


def test_retiring_takes_a_reason(root: Path) -> None:
    assert "Missing option '--reason'" in refused(root, "claims", "retire", ROOFS)
    assert "the reason is empty" in refused(root, "claims", "retire", ROOFS, "--reason", " ", *BY)


@pytest.mark.parametrize("command", [["accept"], ["retire", "--reason", "wrong"]])
def test_claims_of_several_files_change_together_or_not_at_all(root: Path, command: list[str]) -> None:
    assert "there is no claim 'nope'" in refused(root, "claims", *command, ROOFS, HARBOUR, "nope", *BY)
    out = done(root, "claims", *command, ROOFS, HARBOUR, *BY)
    assert [line.split()[1] for line in out.splitlines()] == [ROOFS, HARBOUR]
    assert claim(root, ROOFS).reviewer == claim(root, HARBOUR).reviewer == "Ann Example"


def test_nothing_is_written_where_one_of_the_files_cannot_be(
    root: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    replace = Path.replace

    def failing(self: Path, target: str | Path) -> Path:
        if Path(target).name == "wire.yaml":
            raise OSError(30, "Read-only file system")
        return replace(self, target)

    monkeypatch.setattr(Path, "replace", failing)
    said = refused(root, "claims", "accept", ROOFS, HARBOUR, *BY)
    assert "wire.yaml: cannot be written (Read-only file system)" in said


def test_a_claim_that_does_not_fit_its_source_is_not_accepted(root: Path) -> None:
    (root / "sources" / "storm.md").write_text(SOURCE.replace("40 roofs", "14 roofs"), encoding="utf-8")
    said = refused(root, "claims", "accept", HARBOUR, ROOFS, *BY)
    assert said.startswith("claimcheck: claims/storm.yaml:5: claim 'storm/roofs': its quote 'It tore off 40")


def test_the_reviewer_is_whom_git_knows(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    git(root, "init", "--quiet")
    git(root, "config", "user.name", "Cy Git")
    done(root, "claims", "accept", ROOFS)
    assert claim(root, ROOFS).reviewer == "Cy Git"
    monkeypatch.setenv("PATH", "")
    done(root, "claims", "accept", ROOFS)
    assert claim(root, ROOFS).reviewer is None, (
        "a reviewer of before does not stand for what somebody else did"
    )


def test_a_ledger_may_ask_for_a_reviewer(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (root / "claimcheck.toml").write_text("[audit]\nrequire_reviewer = true\n", encoding="utf-8")
    monkeypatch.setenv("PATH", "")
    said = "this ledger asks for a reviewer: say who it is with --reviewer NAME"
    assert said in refused(root, "claims", "accept", ROOFS)
    assert said in refused(root, "claims", "new", "storm", "Mayor Lena Holt", "--accept")
    assert "'--reviewer': is empty" in refused(root, "claims", "accept", ROOFS, "--reviewer", " ")
    done(root, "claims", "accept", ROOFS, *BY)


# edit


def test_fields_are_set_taken_away_and_every_comment_stays(root: Path) -> None:
    options = ["--text", "Forty roofs  went.", "--speaker", "Lena Holt", "--as-of", "2024-05-14"]
    done(root, "claims", "edit", ROOFS, *options, "--tag", "roofs", "--untag", "damage")
    assert changed_lines(root, "claims/storm.yaml", CLAIMS) == [
        "-  text: 'The storm tore off 40 roofs at Ardby.'",
        '+  text: "Forty roofs went."',
        "-    - damage   # houses",
        "+    # houses",
        "+    - roofs",
        '+  speaker: "Lena Holt"',
        "+  as_of: 2024-05-14",
    ]
    done(root, "claims", "edit", ROOFS, "--speaker", "", "--as-of", "", "--untag", "roofs", "--tag", "damage")
    assert claim(root, ROOFS).speaker is None
    assert claim(root, ROOFS).tags == ("ardby", "damage")
    before = (root / "claims" / "storm.yaml").read_text(encoding="utf-8")
    done(root, "claims", "edit", LANDFALL, "--text", "It came on 14 May 2024.", "--recheck-by", "")
    assert changed_lines(root, "claims/storm.yaml", before) == [
        "-  text: >  # as the paper has it",
        "-    The storm reached",
        "-    Ardby on 14 May 2024.",
        '+  text: "It came on 14 May 2024." # as the paper has it',
        "-  recheck_by: 2024-06-01",
    ]


def test_what_is_so_already_is_not_written(root: Path) -> None:
    before = tree(root)
    done(root, "claims", "edit", ROOFS, "--tag", "damage", "--text", "The storm tore off 40 roofs at Ardby.")
    assert tree(root) == before


@pytest.mark.parametrize(
    ("options", "said"),
    [
        (["--text", " "], "claim 'storm/roofs': the text is empty"),
        (["--untag", "zz"], "claim 'storm/roofs' has no tag 'zz'"),
        (["--tag", " "], "claim 'storm/roofs': one of its tags is empty"),
        (["--supersedes", "storm/roof"], "there is no claim 'storm/roof' (did you mean 'storm/roofs'?)"),
        (["--supersedes", "storm/roofs"], "claim 'storm/roofs' would supersede itself"),
        (["--supersedes", "wire.harbour"], "claim 'storm/roofs' would supersede itself"),
        (["--as-of", "soon"], "Invalid value for '--as-of': must be a date such as 2020-03-11, not 'soon'"),
        (["--text", "x", "--file", "-"], "give --file, or fields to change, not both"),
    ],
)
def test_an_edit_that_cannot_be_is_refused(root: Path, options: list[str], said: str) -> None:
    done(root, "claims", "edit", HARBOUR, "--supersedes", ROOFS)
    assert said in refused(root, "claims", "edit", ROOFS, *options)


def editor(folder: Path, script: str) -> str:
    """An editor that runs `script` on the file, whose name is in $1."""
    path = folder / "editor.sh"
    path.write_text(f"#!/bin/sh\n{script}\n", encoding="utf-8")
    path.chmod(path.stat().st_mode | stat.S_IXUSR)
    return str(path)


def test_a_claim_is_edited_as_yaml(root: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(
        "VISUAL", editor(tmp_path, f'cp "$1" {tmp_path}/seen; sed -i \'s/40 roofs at/41 roofs at/\' "$1"')
    )
    done(root, "claims", "edit", ROOFS)
    assert (
        (tmp_path / "seen")
        .read_text(encoding="utf-8")
        .startswith("source: storm\nclaims:\n- id: storm/roofs       # the mayor's figure\n")
    )
    assert changed_lines(root, "claims/storm.yaml", CLAIMS) == [
        "-  text: 'The storm tore off 40 roofs at Ardby.'",
        "+  text: 'The storm tore off 41 roofs at Ardby.'",
    ]
    assert not list((root / ".claimcheck").glob("edit-*"))


@pytest.mark.parametrize(
    ("script", "said"),
    [
        ("sed -i 's/status: proposed/status: maybe/'", ":9: claim 'storm/roofs': status must be proposed, accepted"),
        ("sed -i 's/id: storm.roofs/id: other/'", "it must hold the claim 'storm/roofs', under that id, and no other"),
        ("sed -i 's/^source: storm/source: x/'", "leave what stands above the claim as it is"),
        ("sed -i 's/^- id/ - id/;s/^  /   /'", "leave the claim as far from the left edge as it was"),
        ("sed -i 's/40 roofs, M/14 roofs, M/'", "its quote 'It tore off 14 roofs, Mayor Lena Holt said.' is not what"),
        ("sed -i 's/text: .*/text: [/'", ": the YAML cannot be read"),
    ],
)  # fmt: skip
def test_an_edit_that_is_not_right_is_refused_and_kept(
    root: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, script: str, said: str
) -> None:
    monkeypatch.setenv("EDITOR", editor(tmp_path, f'{script} "$1"'))
    monkeypatch.delenv("VISUAL", raising=False)
    assert said in refused(root, "claims", "edit", ROOFS)
    [kept] = (root / ".claimcheck").glob("edit-*")
    assert "an edit of this claim is waiting here" in refused(root, "claims", "edit", ROOFS)
    text = kept.read_text(encoding="utf-8")
    assert said in refused(root, "claims", "edit", ROOFS, "--file", str(kept))
    assert kept.read_text(encoding="utf-8") == text


def test_an_edit_is_refused_where_somebody_else_was_quicker(
    root: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    other = f'sed -i "s/40 roofs at/43 roofs at/" {root}/claims/storm.yaml'
    monkeypatch.setenv("VISUAL", editor(tmp_path, f"{other}; sed -i 's/40 roofs at/41 roofs at/' \"$1\""))
    result = run(root, "claims", "edit", ROOFS)
    assert result.exit_code == 2
    assert "claim 'storm/roofs' was changed meanwhile; your text is kept in" in result.stderr
    assert claim(root, ROOFS).text == "The storm tore off 43 roofs at Ardby."


def test_an_edit_without_changes_or_editor(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("VISUAL", "true")
    before = tree(root)
    done(root, "claims", "edit", ROOFS)
    assert tree(root) == before
    for name in ("VISUAL", "EDITOR"):
        monkeypatch.delenv(name, raising=False)
    assert "say what to change, or which editor to open" in refused(root, "claims", "edit", ROOFS)


def test_a_claim_comes_from_a_file(root: Path) -> None:
    text = (
        "source: storm\nclaims:\n- id: storm/roofs\n  text: Roofs went.\n"
        '  evidence: {start: 88, end: 131, quote: "It tore off 40 roofs, Mayor Lena Holt said."}\n'
    )
    done(root, "claims", "edit", ROOFS, "--file", "-", given=text)
    assert claim(root, ROOFS).text == "Roofs went."
    assert claim(root, ROOFS).tags == ()
    assert (
        (root / "claims" / "storm.yaml")
        .read_text(encoding="utf-8")
        .endswith(CLAIMS[CLAIMS.index("\n- status") :])
    )


# new


def test_a_claim_is_made_of_a_quotation(root: Path) -> None:
    row = found(root, "claims", "new", "storm", "It tore off\n 40 roofs", "--tag", "t", "--as-of", "2024-05-14",
                "--note", "n", "--speaker", "Lena Holt", "--text", "Forty roofs went.")["claims"][0]  # fmt: skip
    assert row["claim"]["id"].startswith("storm.forty-roofs-went-")
    assert row["file"] == "claims/storm.yaml"
    assert (row["claim"]["status"], row["claim"]["reviewer"]) == ("proposed", None)
    part = row["claim"]["evidence"][0]
    assert SOURCE[part["start"] : part["end"]] == part["quote"] == "It tore off 40 roofs"
    assert (root / "claims" / "storm.yaml").read_text(encoding="utf-8").startswith(CLAIMS)


def test_a_quotation_is_found_through_line_breaks_markup_and_kinds_of_dashes(root: Path) -> None:
    for quote, stands in (
        ("The harbour was closed for three days.", "The harbour was closed for\nthree days."),
        ("Nobody was missing", "Nobody** was missing"),
    ):
        part = found(root, "claims", "new", "storm", quote)["claims"][0]["claim"]["evidence"][0]
        assert part["quote"] == stands
    assert claim(root, HARBOUR).text == "Ardby's harbour was closed for three days."


@pytest.mark.parametrize(
    ("quote", "options", "said"),
    [
        ("it killed 4 people", [], "“it killed 4 people” stands 2 times in 'storm': quote more of it, or say which "
         "with --occurrence N: 1 on line 7, “"),
        ("it killed 4 people", [], "; 2 on line 9, “At Coll it killed 4 people. At Ardby it killed 4 people. The"),
        ("it killed 4 people", ["--occurrence", "3"], "stands 2 times in 'storm': there is no occurrence 3"),
        ("it killed 5 people", [], "not stand in 'storm'; the nearest is on line 7: “At Coll it killed 4 people.”"),
        ("0 roofs", [], "“0 roofs” does not stand in 'storm'"),
        ("Zebras grazed in the park", [], "does not stand in 'storm'"),
        ("2024-05-16", [], "does not stand in 'storm'"),
        (" ", [], "the quote is empty"),
        ("40 roofs", ["--id", "storm/roofs"], "there is a claim 'storm/roofs' already"),
        ("40 roofs", ["--id", "a b"], "the id 'a b' must be one word"),
        ("It tore off 40 roofs, Mayor Lena Holt said.", ["--text", "The storm tore off 40 roofs at Ardby."],
         "claims/storm.yaml:5: claim 'storm/roofs' says this of the same passage already"),
    ],
)  # fmt: skip
def test_a_quotation_without_a_place_of_its_own_is_refused(
    root: Path, quote: str, options: list[str], said: str
) -> None:
    assert said in refused(root, "claims", "new", "storm", quote, *options)


def test_one_of_several_places_is_told_from_the_others(root: Path) -> None:
    part = found(root, "claims", "new", "storm", "it killed 4 people", "--occurrence", "2")["claims"][0][
        "claim"
    ]["evidence"][0]
    assert SOURCE[part["start"] - 9 : part["end"]] == "At Ardby it killed 4 people"
    source = root / "sources" / "storm.md"
    source.write_text(SOURCE.replace("At Coll", "Further north, at Coll,"), encoding="utf-8")
    moved = Ledger.open(root).resolve(
        claim(root, ids(root, "claims", "list", "--status", "proposed")[0]).evidence[0]
    )
    assert moved.status == "moved"


def test_sentences_are_picked_by_number(root: Path) -> None:
    result = run(root, "claims", "new", "storm", "--accept", *BY, *DAY, given="2, 4-5\n")
    assert result.exit_code == 0
    offered = result.stderr.splitlines()
    assert offered[0] == "1. line 5: The storm reached Ardby on Tuesday. (claimed: storm/landfall)"
    assert offered[1] == "2. line 5: It tore off 40 roofs, Mayor Lena Holt said. (claimed: storm/roofs)"
    made = [line.split()[1] for line in result.stdout.splitlines()]
    assert [claim(root, name).text for name in made] == [
        "It tore off 40 roofs, Mayor Lena Holt said.",
        "At Ardby it killed 4 people.",
        "The harbour was closed for three days.",
    ]
    assert claim(root, made[0]).speaker == "Lena Holt"
    assert claim(root, made[0]).status == "accepted"


@pytest.mark.parametrize(
    ("answer", "said"),
    [
        ("x\n", "'x' is no number: choose such as 1 or 2,4-6"),
        ("0", "0 is not among the choices, which are 1 to"),
        ("3-2", "3-2 is not among the choices"),
        ("99", "99 is not among the choices"),
    ],
)
def test_a_wrong_answer_is_refused(root: Path, answer: str, said: str) -> None:
    assert said in refused(root, "claims", "new", "storm", given=answer)


def test_no_answer_makes_no_claim(root: Path) -> None:
    before = tree(root)
    result = run(root, "claims", "new", "storm", given="")
    assert (result.exit_code, result.stdout) == (0, "")
    assert result.stderr.endswith("nothing chosen\n")
    assert tree(root) == before


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["strom", "x"], "strom: there is no such file, and no source of this id (did you mean 'storm'?)"),
        (["storm", "--occurrence", "1"], "--occurrence is for a QUOTE"),
    ],
)
def test_what_cannot_be_asked_of_new(root: Path, arguments: list[str], said: str) -> None:
    assert said in refused(root, "claims", "new", *arguments)
    assert "an id or a text is for one claim" in refused(
        root, "claims", "new", "storm", "--id", "x", given="1-2\n"
    )


def test_a_source_from_outside_is_copied_in(root: Path, tmp_path: Path) -> None:
    outside = tmp_path / "sea.txt"
    outside.write_text("The sea rose by 2 metres.\n", encoding="utf-8")
    assert "does not stand" in refused(root, "claims", "new", str(outside), "The lake rose by 2 metres.")
    done(root, "claims", "new", str(outside), "The sea rose by 2 metres.")
    assert (root / "sources" / "sea.txt").read_bytes() == outside.read_bytes()
    assert yaml.safe_load((root / "claims" / "sea.yaml").read_text(encoding="utf-8"))["claims"][0][
        "text"
    ] == ("The sea rose by 2 metres.")


@given(st.text("ab \n", min_size=1, max_size=60), st.data())
def test_a_passage_that_is_pinned_down_is_told_from_all_its_twins(text: str, data: st.DataObject) -> None:
    start = data.draw(st.integers(0, len(text) - 1))
    end = data.draw(st.integers(start + 1, len(text)))
    at = pinpoint(text, start, end)
    assert resolve(text, at) == Resolution("found", start, end)
    whole = at.prefix + at.quote + at.suffix
    assert [i for i in range(len(text)) if text.startswith(whole, i)] == [start - len(at.prefix)]


def test_what_can_be_chosen() -> None:
    assert chosen("1, 3-4 3", 4) == (0, 2, 3)
    assert chosen("", 4) == ()
    with pytest.raises(LedgerError):
        chosen("9" * 400, 4)


def test_a_subcommand_that_is_not_there(root: Path) -> None:
    assert "no command named 'acept' (did you mean 'accept'?)" in refused(root, "claims", "acept")


def test_what_is_in_the_ledger_cannot_upset_a_terminal(root: Path) -> None:
    done(root, "claims", "edit", ROOFS, "--note", "\x1b[31mred\u202e")
    for command in (["list"], ["show", ROOFS], ["search", "roofs"]):
        out = done(root, "claims", *command)
        assert not {"\x1b", "\u202e"} & set(out)


def test_a_change_reaches_git_as_one_line_each(root: Path) -> None:
    """What a reviewer of a pull request sees."""
    git(root, "init", "--quiet")
    commit(root, "Start")
    done(root, "claims", "accept", ROOFS, HARBOUR, *BY, *DAY)
    assert git(root, "diff", "--numstat").split() == [
        "3",
        "1",
        "claims/storm.yaml",
        "3",
        "1",
        "claims/wire.yaml",
    ]


def test_the_commands_work_as_a_program(root: Path) -> None:
    import sys

    command = [sys.executable, "-m", "claimcheck", "claims", "list", "--ledger", str(root)]
    ended = subprocess.run(command, capture_output=True, text=True, check=True, env={**os.environ})
    assert ended.stdout.endswith("3 of 3 claims\n")
