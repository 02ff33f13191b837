"""README.md shows what really happens."""

from __future__ import annotations

import doctest
import json
import re
from collections.abc import Iterator

import pytest

import build_readme
from claimcheck.verdict import Label

TEXT = build_readme.PAGE.read_text(encoding="utf-8")


@pytest.fixture(scope="module")
def made() -> Iterator[str]:
    """The page as it is made now; the folder in which its sessions ran is the current one."""
    with build_readme.sample():
        yield build_readme.filled(TEXT)


def test_the_page_is_as_made(made: str) -> None:
    assert made == TEXT, "README.md is behind the code: run scripts/build_readme.py and read the difference"


def test_the_demonstration_shows_one_of_each_label(made: str) -> None:
    shown = build_readme.SESSION.findall(made)[0]
    assert re.findall(r"^(\w+)  \S", shown, re.MULTILINE) == [label.value for label in Label]
    wanted = re.findall(r"^DEMO_(\w+)", (build_readme.ROOT / "Makefile").read_text("utf-8"), re.MULTILINE)
    assert [label.lower() for label in wanted] == [label.value for label in Label]


def test_the_row_out_has_what_the_row_in_had(made: str) -> None:
    asked, answered = (json.loads(row) for row in build_readme.ROWS.findall(made)[:2])
    assert asked.items() <= answered.items()
    assert [finding["rule"] for finding in answered["findings"]] == [answered["rule"]]


@pytest.mark.usefixtures("made")
def test_the_python_shown_gives_what_it_says() -> None:
    shown = "".join(re.findall(r"^```pycon\n(.*?)^```$", TEXT, re.MULTILINE | re.DOTALL))
    example = doctest.DocTestParser().get_doctest(shown, {}, "README.md", "README.md", 0)
    failures: list[str] = []
    result = doctest.DocTestRunner().run(example, out=failures.append)
    assert result.attempted > 0
    assert not result.failed, "".join(failures)
