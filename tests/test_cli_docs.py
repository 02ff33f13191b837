"""Pages made from the code are as the code makes them."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

import build_docs
from claimcheck.report import DisputedRow, Report

DOCS = Path(__file__).parents[1] / "docs"
PAGES = build_docs.pages()


@pytest.mark.parametrize("name", PAGES)
def test_a_page_is_as_made(name: str) -> None:
    written = (DOCS / name).read_text(encoding="utf-8")
    assert written == PAGES[name], f"docs/{name} is behind the code: run scripts/build_docs.py"


def test_formats_show_the_rules_as_they_are_documented() -> None:
    written = build_docs.HELP.read_text(encoding="utf-8")
    assert written == build_docs.help_texts(), (
        "rules.json is behind docs/rules.yaml: run scripts/build_docs.py"
    )


@pytest.mark.parametrize("page", sorted(DOCS.rglob("*.md")), ids=lambda page: page.name)
def test_links_between_pages_lead_somewhere(page: Path) -> None:
    for target in re.findall(r"\]\(([^)#:]+)(?:#[^)]*)?\)", page.read_text(encoding="utf-8")):
        assert (page.parent / target).exists(), f"{page.name} links to {target}"


def test_the_page_on_json_names_every_key() -> None:
    text = (DOCS / "json.md").read_text(encoding="utf-8")
    told = set(re.findall(r"`(\w+)`", text))
    assert set(Report.__dataclass_fields__) <= told
    assert set(DisputedRow.__dataclass_fields__) <= told
