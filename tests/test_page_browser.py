"""The page in a real browser: what a reader sees, clicks and hears. Skipped where no chromium is installed."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from checked_reports import RICH, at, report, statement, unclaimed, wrong
from claimcheck.render.page import html

playwright = pytest.importorskip("playwright.sync_api")
from axe_playwright_python.sync_playwright import Axe  # noqa: E402
from playwright.sync_api import Browser, Page, expect, sync_playwright  # noqa: E402

CHROMIUM = shutil.which("chromium") or shutil.which("chromium-browser")
pytestmark = pytest.mark.skipif(CHROMIUM is None, reason="no chromium here: `make browser` installs Debian's")
ARGUMENTS = [
    *("--headless", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run"),
    *("--disable-background-networking", "--disable-component-update", "--disable-sync"),
]
FIRST = "The branch on Quay Street holds 41,000 books."


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    with sync_playwright() as started:
        opened = started.chromium.launch(executable_path=CHROMIUM, args=ARGUMENTS)
        yield opened
        opened.close()


@pytest.fixture(scope="module")
def file(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("page") / "report.html"
    path.write_text(html(RICH), encoding="utf-8")
    return path


@pytest.fixture
def page(browser: Browser, file: Path) -> Iterator[Page]:
    """The page from the disk. Anything the browser complains of, or asks the network for, fails the test."""
    context = browser.new_context(viewport={"width": 1360, "height": 900})
    opened = context.new_page()
    wrongs: list[str] = []
    opened.on("console", lambda message: wrongs.append(f"{message.type}: {message.text}"))
    opened.on("pageerror", lambda error: wrongs.append(str(error)))
    opened.on("dialog", lambda dialog: wrongs.append(dialog.message))
    opened.on("request", lambda request: wrongs.append(request.url) if request.url != file.as_uri() else None)
    opened.goto(file.as_uri())
    yield opened
    context.close()
    assert wrongs == []


def test_nothing_is_open_at_first(page: Page) -> None:
    expect(page.locator("#overview")).to_be_visible()
    expect(page.locator(".card:visible")).to_have_count(0)
    expect(page.locator("h1")).to_have_text("Not everything could be checked")


def test_a_click_on_a_statement_shows_its_evidence(page: Page) -> None:
    said = page.locator("#copy a.said", has_text=FIRST)
    said.click()
    card = page.locator(".card:visible")
    expect(card).to_have_count(1)
    expect(card.locator(".draft-side mark")).to_have_text("41,000")
    expect(card.locator(".source-side mark")).to_have_text("42,000")
    expect(card.locator(".suggestion")).to_contain_text("42,000, not 41,000")
    expect(card).to_be_focused()
    expect(said).to_have_attribute("aria-current", "true")


def test_the_evidence_stands_beside_the_statement(page: Page) -> None:
    said = page.locator("#copy a.said", has_text=FIRST)
    said.click()
    left, right = said.bounding_box(), page.locator(".card:visible").bounding_box()
    assert left is not None
    assert right is not None
    assert left["x"] + left["width"] <= right["x"]


def test_the_keyboard_does_the_same(page: Page) -> None:
    page.locator("#copy a.said").first.focus()
    page.keyboard.press("Enter")
    expect(page.locator(".card:visible .draft-side")).to_contain_text(FIRST)
    page.keyboard.press("Escape")
    expect(page.locator(".card:visible")).to_have_count(0)
    expect(page.locator("#copy a.said").first).to_be_focused()
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    expect(page.locator(".card:visible .source-side")).to_have_count(2)  # disputed: one for it, one against


def test_every_statement_and_problem_can_be_reached_by_tab(page: Page) -> None:
    reached = set()
    page.locator("#copy").focus()
    for _ in range(200):
        page.keyboard.press("Tab")
        reached.add(page.evaluate("document.activeElement.dataset.card"))
    shown = [each for each in RICH.problems if each.severity]
    expected = {f"s{k + 1}" for k in range(len(RICH.statements))} | {f"p{k + 1}" for k in range(len(shown))}
    assert expected <= reached


def test_next_and_previous_go_through_the_copy(page: Page) -> None:
    page.click("#next")
    expect(page.locator(".card:visible .draft-side")).to_contain_text(FIRST)
    page.click("#next")
    expect(page.locator(".card:visible .draft-side")).to_contain_text("3 May 2021")
    page.click("#previous")
    page.click("#previous")
    expect(page.locator(".card:visible")).to_have_count(1)
    page.click("#close")
    expect(page.locator("#overview")).to_be_visible()


def test_an_entry_leads_to_its_place_in_the_copy(page: Page) -> None:
    page.locator("#overview .entry", has_text="It closed.").locator("a").click()
    expect(page.locator("#copy [aria-current]")).to_contain_text("It closed.")
    expect(page.locator("#copy [aria-current]")).to_be_in_viewport()


def test_a_problem_has_a_flag_behind_its_words(page: Page) -> None:
    page.locator("#copy a.flag[data-card=p1]").click()
    expect(page.locator(".card:visible .told")).to_have_text(
        "the table's figures add up to 53,000, not 54,000"
    )
    expect(page.locator(".card:visible")).to_contain_text("drafts/evening-brief.md:16:17: 41,000 here")


def test_filters_hide_and_show(page: Page) -> None:
    said = page.locator("#copy a.said", has_text=FIRST)
    entry = page.locator("#overview .entry", has_text=FIRST)
    button = page.locator("button.filter.contradicted")
    expect(button).to_contain_text("7")
    said.click()
    button.click()
    expect(button).to_have_attribute("aria-pressed", "false")
    expect(page.locator(".card:visible")).to_have_count(0)
    expect(entry).to_be_hidden()
    expect(said).to_be_visible()  # the copy stays whole
    assert said.evaluate("each => getComputedStyle(each).textDecorationLine") == "none"
    said.click()
    expect(page.locator(".card:visible")).to_have_count(0)
    button.click()
    expect(entry).to_be_visible()
    assert said.evaluate("each => getComputedStyle(each).textDecorationLine") == "underline"


def test_what_is_suppressed_says_so_and_can_be_hidden(page: Page) -> None:
    ignored = page.locator("#copy a.said", has_text="Ferries carried")
    expect(ignored).to_contain_text("contradicted, suppressed")
    ignored.click()
    expect(page.locator(".card:visible .suppression")).to_have_text(
        "A comment on line 11 ignores it, until 2024-12-31: figures of the harbour are not in yet"
    )
    page.click("button.filter.suppressed")
    expect(page.locator("#overview .entry.muted:visible")).to_have_count(0)


def test_labels_differ_in_more_than_colour(page: Page) -> None:
    styles = page.evaluate(
        "['contradicted', 'disputed', 'unclaimed', 'supported', 'uncheckable'].map((kind) =>"
        " getComputedStyle(document.querySelector(`a.said.${kind}:not(.muted)`)).textDecorationStyle)"
    )
    assert styles == ["wavy", "double", "dashed", "solid", "dotted"]


def test_totals_and_coverage_are_told(page: Page) -> None:
    head = page.locator(".masthead")
    expect(head).to_contain_text("6 errors, 2 warnings, 4 notes")
    expect(head).to_contain_text("20% of the checkable statements are supported; 50% asked for")
    expect(head).to_contain_text("drafts/broken.docx: this is no DOCX file")


def test_an_address_with_a_statement_opens_it(browser: Browser, file: Path) -> None:
    opened = browser.new_page()
    opened.goto(f"{file.as_uri()}#s2")
    expect(opened.locator(".card:visible .draft-side")).to_contain_text("It opened on 3 May 2021.")
    opened.close()


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [1360, 420])
@pytest.mark.parametrize("opened", [False, True])
def test_axe_finds_nothing(browser: Browser, file: Path, scheme: str, width: int, opened: bool) -> None:
    context = browser.new_context(
        viewport={"width": width, "height": 900},
        color_scheme="dark" if scheme == "dark" else "light",
        bypass_csp=True,
    )  # the page's own policy would keep axe out
    page = context.new_page()
    page.goto(file.as_uri())
    if opened:
        page.locator("#copy a.said", has_text=FIRST).click()
        page.locator(".card:visible summary").click()
    found = Axe().run(page)
    context.close()
    assert found.violations_count == 0, found.generate_report()


def test_no_word_is_wider_than_a_narrow_screen(browser: Browser, file: Path) -> None:
    page = browser.new_page(viewport={"width": 320, "height": 800})
    page.goto(file.as_uri())
    assert page.evaluate("document.documentElement.scrollWidth") <= 320
    page.close()


def test_print_shows_the_evidence_of_what_was_found(browser: Browser, file: Path) -> None:
    page = browser.new_page()
    page.goto(file.as_uri())
    page.emulate_media(media="print")
    expect(page.locator("#s1")).to_be_visible()
    expect(page.locator("#s5")).to_be_hidden()  # supported
    expect(page.locator(".filters")).to_be_hidden()
    page.close()


def test_without_scripts_every_card_can_be_read(browser: Browser, file: Path) -> None:
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(file.as_uri())
    page.locator("#copy a.said", has_text=FIRST).click()
    expect(page.locator("#s1")).to_be_in_viewport()
    expect(page.locator(".filters")).to_be_hidden()
    context.close()


def test_two_thousand_statements_stay_usable(browser: Browser, tmp_path: Path) -> None:
    sentences = [f"Branch {n} holds {n + 100} books." for n in range(2000)]
    text = "\n\n".join(" ".join(sentences[k : k + 4]) for k in range(0, 2000, 4))
    texts = {"long.md": text}
    places = [at("long.md", sentence, texts=texts) for sentence in sentences]
    made = (lambda p: wrong(p, "1", "2"), lambda p: unclaimed(p, "books"), statement)
    said = [replace(made[n % 3](place), text=sentences[n]) for n, place in enumerate(places)]
    file = tmp_path / "long.html"
    file.write_text(html(report(said, texts=texts)), encoding="utf-8")
    page = browser.new_page()
    page.goto(file.as_uri())
    expect(page.locator("#copy a.said")).to_have_count(2000)
    page.locator("#copy a[data-card=s1999]").click()
    expect(page.locator(".card:visible .draft-side")).to_contain_text("Branch 1998 holds")
    page.locator("button.filter.unclaimed").click()
    expect(page.locator("#copy a.said.off")).to_have_count(667)
    page.close()
