"""Claims to other formats and back: nothing is lost, and what is wrong is said with its row."""

from __future__ import annotations

import csv
import io
import json
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from click.testing import CliRunner, Result
from hypothesis import given, settings
from hypothesis import strategies as st

from claimcheck import cli
from claimcheck.anchor import describe
from claimcheck.claim import Claim, Evidence
from claimcheck.claimfile import claim_of
from claimcheck.claimtext import claim_lines
from claimcheck.exchange import read_rows
from claimcheck.exchange.annotations import to_annotations
from claimcheck.exchange.jsonlines import to_jsonl
from claimcheck.exchange.reading import ImportFormat
from claimcheck.exchange.rows import FILE_KEY, Placed
from claimcheck.exchange.sheet import to_csv
from claimcheck.scaffold import init
from claimcheck.store import Ledger
from claimcheck.text import normalise

FORMATS: tuple[ImportFormat, ...] = ("csv", "jsonl", "webannotation")

# Signs that CSV, JSON, addresses and spreadsheets make something of.
SIGNS = st.text(
    st.sampled_from("ab18 =+-@'\",;\t\n\r\x00[]{}:#%/\\“é😀\u2028\u0301|&<>")
    | st.characters(exclude_categories=["Cs"]),
    max_size=12,
)
PROSE = SIGNS.map(normalise)
FULL = PROSE.filter(lambda text: bool(text.strip()))
NAMES = SIGNS.filter(bool)
IDS = SIGNS.map(lambda text: "".join(text.split())).filter(bool)
DAYS = st.dates(date(1600, 1, 1), date(2400, 1, 1)) | st.none()
EVIDENCE = st.builds(
    lambda source, start, quote, prefix, suffix: Evidence(
        source, start, start + len(quote), quote, prefix, suffix
    ),
    NAMES,
    st.integers(0, 10**9),
    PROSE.filter(bool),
    PROSE,
    PROSE,
)
CLAIMS = st.builds(
    Claim,
    id=IDS,
    text=FULL.map(str.strip),
    evidence=st.lists(EVIDENCE, min_size=1, max_size=3).map(tuple),
    status=st.sampled_from(["proposed", "accepted", "retired"]),
    speaker=NAMES | st.none(),
    as_of=DAYS,
    supersedes=st.lists(NAMES, max_size=3).map(tuple),
    tags=st.lists(SIGNS, max_size=3).map(tuple),
    aliases=st.dictionaries(
        SIGNS, st.lists(NAMES.filter(lambda name: bool(name.strip())), max_size=2).map(tuple), max_size=2
    ).map(lambda table: tuple(table.items())),
    note=NAMES | st.none(),
    reviewer=NAMES | st.none(),
    reviewed=DAYS,
    reason=NAMES | st.none(),
    recheck_by=DAYS,
    valid_until=DAYS,
)
LISTED = st.lists(CLAIMS, max_size=4, unique_by=lambda claim: claim.id)


@pytest.fixture(scope="module")
def bare(tmp_path_factory: pytest.TempPathFactory) -> Ledger:
    root = tmp_path_factory.mktemp("bare")
    init(root)
    return Ledger.open(root)


def exported(form: ImportFormat, claims: list[Placed], ledger: Ledger) -> bytes:
    if form == "webannotation":
        return to_annotations(claims, ledger)
    return to_csv(claims) if form == "csv" else to_jsonl(claims)


@pytest.mark.parametrize("form", FORMATS)
@given(claims=LISTED)
def test_every_field_comes_back(form: ImportFormat, claims: list[Claim], bare: Ledger) -> None:
    rows = read_rows(exported(form, [Placed(claim, "claims/x.yaml") for claim in claims], bare), "file", form)
    assert [row.row.pop(FILE_KEY) for row in rows] == ["claims/x.yaml"] * len(claims)
    assert [claim_of(row.row) for row in rows] == claims


@given(claims=LISTED)
def test_no_cell_is_a_formula(claims: list[Claim]) -> None:
    text = to_csv([Placed(claim, "claims/x.yaml") for claim in claims]).decode("utf-8-sig")
    for row in csv.reader(io.StringIO(text, newline="")):
        assert not any(cell.startswith(("=", "+", "-", "@", "\t", "\r", "\n")) for cell in row)


# A ledger of its own, its claims in two files, with comments.

TEXT = "Eighteen boats lie in the harbour. Four of them are red. Nobody was hurt. Four of them are red."


def evidence(quote: str, source: str = "boats") -> Evidence:
    found = describe(TEXT, TEXT.index(quote), TEXT.index(quote) + len(quote))
    return Evidence(source, found.start, found.end, found.quote, found.prefix, found.suffix)


COUNT = Claim(
    "boats.count",
    "There are 18 boats, “all told”, in the harbour.",
    (evidence("Eighteen boats lie in the harbour."), evidence("Nobody was hurt.")),
    "accepted",
    speaker="=cmd()",
    as_of=date(2025, 5, 3),
    tags=("port", "a; b"),
    aliases=(("the harbour", ("port", "Lindholm harbour")),),
    reviewer="Ines Varga",
    reviewed=date(2025, 5, 4),
)
HURT = Claim("boats.hurt", "Nobody was hurt.", (evidence("Nobody was hurt."),), supersedes=("boats.count",))


@pytest.fixture
def ledger(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    root = tmp_path / "facts"
    (root / "claims").mkdir(parents=True)
    (root / "sources").mkdir()
    (root / "claimcheck.toml").write_text("")
    (root / "sources" / "boats.txt").write_text(TEXT)
    for name, claim in (("count", COUNT), ("hurt", HURT)):
        lines = "".join(f"  {line}\n" for line in claim_lines(claim))
        (root / "claims" / f"{name}.yaml").write_text(f"# By hand.\nclaims:\n{lines}    # and so on\n")
    monkeypatch.chdir(tmp_path)
    return root


def run(*arguments: str, given: bytes = b"") -> Result:
    return CliRunner().invoke(
        cli.main, [*arguments, "--ledger", "facts"], input=given, prog_name="claimcheck"
    )


def files(root: Path) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in root.rglob("*.*") if path.is_file()}


@pytest.mark.parametrize("form", FORMATS)
def test_importing_what_was_exported_changes_nothing(ledger: Path, form: str) -> None:
    before = files(ledger)
    data = run("export", "--format", form).stdout_bytes
    result = run("import", "-", "--format", form, given=data)
    assert result.stdout == "2 claims: 0 added, 0 changed, 2 as they were\n"
    assert files(ledger) == before


@pytest.mark.parametrize("form", FORMATS)
def test_an_empty_ledger_gets_the_same_claims(ledger: Path, form: str) -> None:
    data = run("export", "--format", form).stdout_bytes
    for path in (ledger / "claims").iterdir():
        path.unlink()
    assert run("import", "-", "--format", form, "--dry-run", given=data).stdout == (
        "  add  boats.count\n  add  boats.hurt\n2 claims: 2 would be added, 0 would be changed, 0 as they were\n"
    )
    assert list((ledger / "claims").iterdir()) == []
    assert run("import", "-", "--format", form, given=data).exit_code == 0
    assert Ledger.open(ledger).claims == (COUNT, HURT)
    assert [file.name for file in Ledger.open(ledger).claim_files] == [
        "claims/count.yaml",
        "claims/hurt.yaml",
    ]


def test_a_cell_changed_in_a_spreadsheet_changes_that_field_only(ledger: Path) -> None:
    before = (ledger / "claims" / "count.yaml").read_text()
    data = run("export", "--format", "csv", "boats.count").stdout
    Path("claims.csv").write_text(data.replace("There are 18 boats", "There are eighteen boats"), newline="")
    assert run("import", "claims.csv").stdout == "1 claims: 0 added, 1 changed, 0 as they were\n"
    assert (ledger / "claims" / "count.yaml").read_text() == before.replace(
        "There are 18", "There are eighteen"
    )


def test_a_row_by_hand_needs_only_source_and_quote(ledger: Path) -> None:
    Path("new.csv").write_text("id,text,source,quote\nboats.red,Some are red.,boats,Nobody was hurt.\n")
    assert run("import", "new.csv").exit_code == 0
    claim = next(claim for claim in Ledger.open(ledger).claims if claim.id == "boats.red")
    assert claim == Claim("boats.red", "Some are red.", (evidence("Nobody was hurt."),))
    assert Ledger.open(ledger).where("boats.red").startswith("claims/boats.yaml")


HEAD = "id,text,source,start,end,quote\n"
GOOD = "new,Nobody was hurt.,boats,57,73,Nobody was hurt.\n"


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("id,txt\n", "x.csv:1: unknown column 'txt' (did you mean 'text'?)"),
        ("id,id\n", "x.csv:1: the column 'id' is there twice"),
        ("", "x.csv: is empty"),
        (f"{HEAD}{GOOD}new,Nobody was hurt.,boats,57,73,Nobody was hurt.\n", "x.csv:3: the claim id 'new' is"),
        (f"{HEAD}{GOOD}other,,boats,57,73,Nobody was hurt.\n", "x.csv:3: claim 'other': text is missing"),
        (f"{HEAD},Text.,boats,57,73,Nobody was hurt.\n", "x.csv:2: id is missing"),
        (f"{HEAD}a b,Text.,boats,57,73,Nobody was hurt.\n", "must be one word"),
        (f"{HEAD}new,Text.,boots,57,73,Nobody was hurt.\n", "there is no source 'boots' (did you mean 'boats'?)"),
        (f"{HEAD}new,Text.,boats,56,72,Nobody was hurt.\n", "source 'boats', but at [57, 73)"),
        (f"{HEAD}new,Text.,boats,57,73,Somebody was ill\n", "and at no other place that is its own"),
        (f"{HEAD}new,Text.,boats,57,999,Nobody was hurt.\n", "outside its source 'boats', which has 95 characters"),
        (f"{HEAD}new,Text.,boats,73,57,Nobody was hurt.\n", "hold no passage"),
        (f"{HEAD}new,Text.,boats,x,73,Nobody was hurt.\n", "must be a whole number, not 'x'"),
        (f"{HEAD}new,Text.,boats,,,Four of them are red.\n", "stands 2 times in source 'boats': give start and end"),
        (f"{HEAD}new,Text.,boats,,,Six are blue.\n", "stands nowhere in source 'boats'"),
        (f"{HEAD}new,Text.,boats,57,73,Nobody was hurt.,more\n", "x.csv:2: has 7 cells, the headers are 6"),
        (f'{HEAD}new,"Text', "x.csv:2: is no CSV"),
        ("id,text,source,quote,as_of\nn,T.,boats,Nobody was hurt.,May\n", "as_of must be a date"),
        ("id,text,source,quote,status\nn,T.,boats,Nobody was hurt.,maybe\n", "status must be"),
        ("id,text,source,quote,supersedes\nn,T.,boats,Nobody was hurt.,m\n", "it supersedes 'm', which is no claim"),
        ("id,text,source,quote,file\nn,T.,boats,Nobody was hurt.,../x.yaml\n", "file must be a file of claims"),
        ("id,text,source,quote,aliases\nn,T.,boats,Nobody was hurt.,{x\n", "x.csv:2: aliases is no JSON"),
        ("id,source,quote\nboats.count,boats,Nobody was hurt.\n", "has 2 passages in the ledger, 1 here"),
    ],
)  # fmt: skip
def test_what_is_wrong_is_said_with_its_row_and_nothing_is_written(
    ledger: Path, text: str, said: str
) -> None:
    Path("x.csv").write_text(text)
    before = files(ledger)
    result = run("import", "x.csv")
    assert result.exit_code == 2
    assert said in result.stderr
    assert result.stderr.startswith("claimcheck: x.csv:")
    assert result.stderr.count("\n") == 1
    assert files(ledger) == before


@pytest.mark.parametrize(
    ("name", "data", "said"),
    [
        ("x.jsonl", b'{"id": "a"}\n{', "x.jsonl:2: is no JSON"),
        ("x.jsonl", b'{"id": "a", "id": "b"}', "x.jsonl:1: is no JSON (a key is given twice)"),
        ("x.jsonl", b"[1]", "x.jsonl:1: must be a table of keys and values"),
        ("x.jsonl", b'{"id": 5}', "x.jsonl:1: id must be text"),
        (
            "x.jsonl",
            b'{"id": "a", "txt": "b"}',
            "x.jsonl:1: claim 'a': unknown key 'txt' (did you mean 'text'?)",
        ),
        ("x.jsonl", b'{"id": "a", "text": "b", "evidence": "c"}', "x.jsonl:1: claim 'a': evidence"),
        ("x.jsonl", b"\xff", "x.jsonl:1: byte 0xff is not UTF-8"),
        ("x.json", b"{}", "x.json: holds no annotations"),
        ("x.json", b'[{"type": "Annotation", "body": "x"}]', "x.json: annotation 1: is none that"),
        ("x.txt", b"", "x.txt: its name does not tell its format"),
        ("none.csv", None, "none.csv: cannot be read"),
    ],
)
def test_other_files_are_refused_in_a_sentence(
    ledger: Path, name: str, data: bytes | None, said: str
) -> None:
    if data is not None:
        Path(name).write_bytes(data)
    before = files(ledger)
    result = run("import", name)
    assert (result.exit_code, files(ledger)) == (2, before)
    assert result.stderr.startswith(f"claimcheck: {said}")


def test_an_unknown_claim_is_not_exported(ledger: Path) -> None:
    result = run("export", "--format", "jsonl", "boats.cuont")
    assert result.exit_code == 2
    assert "there is no claim 'boats.cuont' (did you mean 'boats.count'?)" in result.stderr
    assert (ledger / "claims").is_dir()


@pytest.mark.usefixtures("ledger")
def test_claimreview_is_for_accepted_claims_with_a_named_reviewer() -> None:
    result = run("export", "--format", "claimreview", "-o", "review.json")
    assert result.stderr == "claimcheck: 1 of 2 claims left out: not accepted, or without a named reviewer\n"
    (review,) = json.loads(Path("review.json").read_text())["@graph"]
    assert review["@type"] == "ClaimReview"
    assert review["claimReviewed"] == COUNT.text
    assert review["author"] == {"@type": "Person", "name": "Ines Varga"}
    assert review["datePublished"] == "2025-05-04"
    assert review["itemReviewed"]["author"]["name"] == "=cmd()"
    assert [cited["text"] for cited in review["citation"]] == [part.quote for part in COUNT.evidence]


@pytest.mark.usefixtures("ledger")
def test_there_is_an_annotation_for_each_passage() -> None:
    page = json.loads(run("export", "--format", "webannotation").stdout)["first"]
    assert len(page["items"]) == 3
    for item, part in zip(page["items"], [*COUNT.evidence, *HURT.evidence], strict=True):
        position, words = item["target"]["selector"]
        assert TEXT[position["start"] : position["end"]] == words["exact"] == part.quote


def test_a_retired_claim_may_have_lost_its_source(ledger: Path) -> None:
    gone = replace(HURT, id="gone", status="retired", evidence=(replace(HURT.evidence[0], source="burnt"),))
    Path("x.jsonl").write_bytes(to_jsonl([Placed(gone, "claims/hurt.yaml")]))
    assert run("import", "x.jsonl").exit_code == 0
    assert gone in Ledger.open(ledger).claims


@settings(max_examples=15)
@given(claims=LISTED)
@pytest.mark.parametrize("form", FORMATS)
def test_generated_ledgers_are_unchanged_by_a_round_trip(
    form: str, claims: list[Claim], tmp_path_factory: pytest.TempPathFactory
) -> None:
    root = tmp_path_factory.mktemp("made")
    (root / "claims").mkdir()
    lines = "".join(f"  {line}\n" for claim in claims for line in claim_lines(claim))
    path = root / "claims" / "a.yaml"
    path.write_bytes(f"# By hand.\nclaims:\n{lines}".encode())
    before = path.read_bytes()
    runner = CliRunner()
    out = runner.invoke(cli.main, ["export", "--format", form, "--ledger", str(root)])
    assert out.exit_code == 0, out.stderr
    result = runner.invoke(
        cli.main, ["import", "-", "--format", form, "--ledger", str(root)], input=out.stdout_bytes
    )
    assert result.exit_code == 0, result.stderr
    assert path.read_bytes() == before
