"""`claimcheck stats`: what is counted, and the page made of it."""

from __future__ import annotations

import json
import re
import shutil
from datetime import date
from decimal import Decimal
from html.parser import HTMLParser
from pathlib import Path
from typing import Any

import jsonschema
import pytest
from hypothesis import given
from hypothesis import strategies as st
from pytest_regressions.file_regression import FileRegressionFixture

import build_docs
from claimcheck.claim import Claim, Evidence
from claimcheck.parse import parse
from claimcheck.render import bars
from claimcheck.render.bars import Row, plot
from claimcheck.render.stats import percent
from claimcheck.stats.ages import AGES, age
from claimcheck.stats.coverage import Unit, covered
from claimcheck.stats.kinds import kinds_of, kinds_with_speaker
from claimcheck.text import Span
from kept_ledgers import BY, DAY, done, make, refused, run

CHROMIUM = Path("/usr/bin/chromium")
FLAGS = (
    "--headless --no-sandbox --disable-gpu --disable-quic --no-first-run --disable-background-networking "
    "--disable-component-update --disable-sync"
).split()
FERRY = Path(__file__).parent / "projects" / "ferry"
SCHEMA = json.loads(build_docs.pages()["stats-schema.json"])


@pytest.fixture
def root(tmp_path: Path) -> Path:
    return make(tmp_path / "ledger")


@pytest.fixture
def ferry(tmp_path: Path) -> Path:
    shutil.copytree(FERRY, tmp_path / "ferry", ignore=shutil.ignore_patterns("expected", ".claimcheck"))
    return tmp_path / "ferry"


def counted(root: Path, *options: str) -> dict[str, Any]:
    data: dict[str, Any] = json.loads(done(root, "stats", *DAY, "--format", "json", *options))
    jsonschema.validate(data, SCHEMA)
    return data


def test_claims_are_counted_by_status_source_kind_and_age(root: Path) -> None:
    done(root, "claims", "retire", "wire.harbour", "--reason", "x", *BY)
    data = counted(root)
    assert data["claims"] == {"accepted": 1, "proposed": 1, "retired": 1}
    assert {row["kind"]: row["claims"] for row in data["kinds"]} == {
        "quantity": 1, "date": 1, "name": 2, "quote": 0, "attribution": 0, "other": 0,
    }  # fmt: skip
    ages = {row["age"]: (row["held"], row["reviewed"]) for row in data["ages"]}
    assert ages["under a month"] == (1, 0)
    assert ages["no date"] == (1, 2)
    assert [row["age"] for row in data["ages"]] == list(AGES)


def test_coverage_is_of_checkable_sentences_and_tells_which_have_no_claim(root: Path) -> None:
    (root / "sources" / "unused.txt").write_text("The sea rose by 2 metres. Is it so?\n", encoding="utf-8")
    data = counted(root)
    storm, unused = data["sources"]
    assert (storm["checkable"], storm["accepted"], storm["proposed"]) == (6, 1, 2)
    assert storm["coverage"] == "0.1667"
    assert [(row["line"], row["text"]) for row in storm["unclaimed"]] == [
        (7, "At Coll it killed 4 people."),
        (9, "At Ardby it killed 4 people."),
        (10, "Nobody was missing."),
    ]
    assert (unused["checkable"], unused["coverage"], unused["claims"]["accepted"]) == (1, "0.0000", 0)
    assert (data["checkable"], data["accepted"]) == (7, 1)


def test_what_is_due_now_and_soon(root: Path) -> None:
    done(root, "claims", "edit", "storm/roofs", "--valid-until", "2024-06-30")
    data = counted(root)
    [now], [soon] = data["due"], data["soon"]
    assert (now["claim"], now["day"], now["why"]) == (
        "storm/landfall",
        "2024-06-01",
        "to be rechecked by 2024-06-01",
    )
    assert (soon["claim"], soon["day"], soon["why"]) == ("storm/roofs", "2024-06-30", None)
    assert counted(root, "--ahead", "5")["soon"] == []
    assert counted(root, "--today", "9999-12-31")["due"][1]["why"] == "was valid until 2024-06-30"


def test_what_is_printed(ferry: Path, file_regression: FileRegressionFixture) -> None:
    file_regression.check(done(ferry, "stats", "--today", "2024-03-01"), encoding="utf-8", extension=".txt")


def test_two_runs_print_the_same_and_the_second_parses_nothing(
    ferry: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    first = done(ferry, "stats", *DAY, "--html", str(ferry / "a.html"))

    def no_model() -> None:
        raise AssertionError("a text was parsed again")

    monkeypatch.setattr("claimcheck.parse.model", no_model)
    assert done(ferry, "stats", *DAY, "--html", str(ferry / "b.html")) == first
    assert (ferry / "a.html").read_bytes() == (ferry / "b.html").read_bytes()


@pytest.mark.parametrize("damage", ["", "{", "[]", '{"version": 1}', '{"found": {}}'])
def test_what_is_kept_may_be_damaged(ferry: Path, damage: str) -> None:
    first = done(ferry, "stats", *DAY)
    path = ferry / ".claimcheck" / "stats.json"
    whole = json.loads(path.read_text("utf-8"))
    for text in (damage, json.dumps({**whole, "found": {key: [[1]] for key in whole["found"]}})):
        path.write_text(text, encoding="utf-8")
        assert done(ferry, "stats", *DAY) == first


def test_a_source_that_cannot_be_read_is_told_and_the_rest_counted(root: Path) -> None:
    (root / "sources" / "bad.txt").write_bytes(b"caf\xe9\n")
    result = run(root, "stats", *DAY)
    assert result.exit_code == 2
    assert "not read\n  sources/bad.txt:1: byte 0xe9 is not UTF-8" in result.stdout
    assert result.stdout.startswith("3 claims: 1 accepted, 2 proposed")


def test_claims_on_a_source_that_is_gone_are_counted(root: Path) -> None:
    (root / "sources" / "storm.md").unlink()
    [storm] = counted(root)["sources"]
    assert (storm["path"], storm["coverage"], storm["claims"]["proposed"]) == (None, None, 2)


def test_an_empty_ledger_has_a_page_too(tmp_path: Path) -> None:
    (tmp_path / "claims").mkdir()
    out = done(tmp_path, "stats", *DAY, "--html", str(tmp_path / "page.html"))
    assert out == "0 claims (as of 2024-06-10)\n0 of 0 checkable sentences have an accepted claim\n"
    assert "<h1>" in (tmp_path / "page.html").read_text(encoding="utf-8")


def test_a_page_that_cannot_be_written(root: Path) -> None:
    (root / "file").touch()
    assert "cannot be written" in refused(root, "stats", *DAY, "--html", str(root / "file" / "page.html"))


class Page(HTMLParser):
    """The tags of a page with their attributes, and its text."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.tags: list[tuple[str, dict[str, str | None]]] = []
        self.text = ""
        self.feed(text)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, dict(attrs)))

    def handle_data(self, data: str) -> None:
        self.text += data

    def all(self, tag: str) -> list[dict[str, str | None]]:
        return [attributes for name, attributes in self.tags if name == tag]


def page_of(root: Path) -> tuple[str, Page]:
    done(root, "stats", *DAY, "--html", str(root / "page.html"))
    text = (root / "page.html").read_text(encoding="utf-8")
    return text, Page(text)


def test_the_page_needs_nothing_else_and_runs_nothing(root: Path) -> None:
    text, page = page_of(root)
    assert not page.all("script")
    assert not page.all("link")
    assert not page.all("img")
    assert not re.search(r"\b(?:src|href|style|on\w+)=|@import|https?://(?!www\.w3\.org)", text)
    policy = next(meta["content"] for meta in page.all("meta") if meta.get("http-equiv"))
    assert policy is not None
    assert policy.startswith("default-src 'none'; style-src 'sha256-")
    assert "unsafe" not in policy


def test_every_plot_has_a_title_a_description_and_a_table(root: Path) -> None:
    _, page = page_of(root)
    pictures = [svg for svg in page.all("svg") if svg.get("role") == "img"]
    assert len(pictures) == 5
    ids = {attributes.get("id") for _, attributes in page.tags}
    for svg in pictures:
        title, description = str(svg["aria-labelledby"]).split()
        assert {title, description} <= ids
    assert len(page.all("table")) == len(page.all("caption")) == 6  # what is due, too
    others = [svg for svg in page.all("svg") if svg.get("role") != "img"]
    assert all(svg.get("aria-hidden") == "true" for svg in others)


def test_what_is_in_the_ledger_stays_text(root: Path) -> None:
    evil = "<script>alert(1)</script> & \"'<b>\x1b\u202e"
    done(root, "claims", "edit", "storm/landfall", "--text", evil)
    (root / "sources" / "<i>&.txt").write_text(f"The sea rose by 2 metres at {evil}.\n", encoding="utf-8")
    text, page = page_of(root)
    assert "<script>alert" not in text
    assert "<i>" not in text
    assert not {"\x1b", "\u202e"} & set(text)
    assert "<script>alert(1)</script>" in page.text


def test_series_are_told_apart_without_colour(root: Path) -> None:
    text, page = page_of(root)
    ways = {str(rect.get("class")) for rect in page.all("rect")}
    assert {"solid", "hatched", "empty"} <= ways
    assert 'id="way-hatched"' in text
    assert 'id="way-dotted"' in text
    assert "prefers-color-scheme: dark" in text
    assert "@media print" in text


@pytest.mark.skipif(not CHROMIUM.exists(), reason="takes a browser: /usr/bin/chromium is missing")
@pytest.mark.filterwarnings("ignore::DeprecationWarning")
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_the_page_in_a_browser(root: Path, scheme: str) -> None:
    """No violation of accessibility, no complaint of the browser, nothing wider than a telephone."""
    axe = pytest.importorskip(
        "axe_playwright_python.sync_playwright", reason="axe-playwright-python is missing"
    )
    from playwright.sync_api import sync_playwright

    done(root, "claims", "edit", "storm/roofs", "--valid-until", "2024-06-30")
    page_of(root)
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=str(CHROMIUM), args=FLAGS)
        tab = browser.new_page(viewport={"width": 1200, "height": 800}, color_scheme=scheme)  # type: ignore[arg-type]
        said: list[str] = []
        asked: list[str] = []
        tab.on("console", lambda message: said.append(message.text))
        tab.on("pageerror", lambda error: said.append(str(error)))
        tab.on("request", lambda request: asked.append(request.url))
        tab.goto((root / "page.html").as_uri())
        found = axe.Axe().run(tab)
        problems = [(one["id"], one["nodes"][0]["html"]) for one in found.response["violations"]]
        tab.set_viewport_size({"width": 360, "height": 640})
        wide = tab.evaluate("document.documentElement.scrollWidth")
        ground = tab.evaluate("getComputedStyle(document.body).backgroundColor")
        browser.close()
    assert problems == []
    assert said == []
    assert asked == [(root / "page.html").as_uri()]
    assert wide <= 360
    assert ground == {"light": "rgb(244, 242, 238)", "dark": "rgb(20, 21, 23)"}[scheme]


# what is counted how


@pytest.mark.parametrize(
    ("text", "kinds"),
    [
        ("The storm tore off 40 roofs.", ["quantity"]),
        ("Nobody was hurt by one of the trees.", []),
        ("It came on 14 May 2024.", ["date"]),
        ("Lena Holt lives in Ardby.", ["name"]),
        ("“We had no warning at all,” she said.", ["quote"]),
        ("In March 2024 Ardby had 4,150 people.", ["quantity", "date", "name"]),
    ],
)
def test_kinds_are_decided_by_what_a_text_holds(text: str, kinds: list[str]) -> None:
    assert list(kinds_of(text, parse(text))) == kinds


def test_a_speaker_is_a_kind_and_nothing_is_other() -> None:
    claim = Claim("a", "It rained.", (Evidence("s", 0, 1, "x"),))
    assert kinds_with_speaker(claim, ()) == ("other",)
    said = Claim("a", "It rained.", (Evidence("s", 0, 1, "x"),), speaker="Bo")
    assert kinds_with_speaker(said, ("date",)) == ("date", "attribution")


@pytest.mark.parametrize(
    ("day", "step"),
    [
        (None, "no date"),
        (date(2024, 6, 11), "still to come"),
        (date(2024, 6, 10), "under a month"),
        (date(2024, 5, 10), "1 to 3 months"),
        (date(2024, 3, 10), "3 to 12 months"),
        (date(2023, 6, 10), "1 to 2 years"),
        (date(2022, 6, 9), "2 to 5 years"),
        (date(1, 1, 1), "5 years or more"),
    ],
)
def test_ages_come_in_steps(day: date | None, step: str) -> None:
    assert age(day, date(2024, 6, 10)) == step


SPANS = st.builds(lambda start, size: Span(start, start + size), st.integers(0, 60), st.integers(1, 12))


@given(st.lists(SPANS, max_size=12), st.lists(SPANS, max_size=12))
def test_a_unit_is_covered_where_it_shares_a_code_point_with_a_place(
    units: list[Span], places: list[Span]
) -> None:
    apart: list[Span] = []
    for span in sorted(units):
        if not apart or apart[-1].end <= span.start:
            apart.append(span)
    expected = {k for k, unit in enumerate(apart) if any(unit.overlaps(place) for place in places)}
    assert covered([Unit(span, "") for span in apart], places) == expected


@pytest.mark.parametrize(
    ("share", "said"),
    [("0", "0%"), ("0.001", "<1%"), ("0.5", "50%"), ("0.995", ">99%"), ("1", "100%"), (None, "–")],
)
def test_a_share_that_only_looks_whole_is_told_apart(share: str | None, said: str) -> None:
    assert percent(Decimal(share) if share else None) == said


@given(st.lists(st.tuples(st.integers(0, 10**6), st.integers(0, 10**6)), max_size=60))
def test_no_bar_leaves_the_picture(counts: list[tuple[int, int]]) -> None:
    made = plot("a", "A", [Row("r", parts, "v") for parts in counts], ("x", "y"), ("solid", "hatched"))
    assert len(made.lines) + made.more == len(counts)
    for line in made.lines:
        assert bars.LABEL <= line.end <= bars.LABEL + bars.BAR + 0.1
        assert 0 <= line.y <= made.height - bars.ROW
        for segment in line.segments:
            assert segment.x + segment.width <= line.end + 0.1
