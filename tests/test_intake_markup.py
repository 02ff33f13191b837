"""Markdown written for a document reads back as the parts it was written from."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from claimcheck.intake.markup import one_line, write
from claimcheck.intake.parts import Grid, Part, Text
from claimcheck.sources import READERS
from claimcheck.text import SourceText

WORDS = st.lists(
    st.sampled_from(
        ["18", "rockets", "*", "**", "_a_", "`", "``", "[x]", "(u)", "<b>", "<!-- no -->", "&amp;", "&", "\\", "|",
         "~~",
         "#", "-", "+", "1.", "2)", ">", "---", "===", ":", "$", "http://a.b", "<http://a.b>", "![", "](u)", "é",
         "“so”",
         "[r]: /u", "```", "~~~", "a|b", "Figure 1: x", "snake_case_name", "5*3", "\u00a0", "!", "www.a.b"]
    ),
    min_size=1,
    max_size=7,
).map(" ".join).map(one_line).filter(bool)  # fmt: skip
TEXTS = st.builds(
    Text,
    st.sampled_from(["paragraph", "heading", "list_item", "quote"]),
    WORDS,
    st.integers(1, 3),
)
GRIDS = st.integers(2, 3).flatmap(
    lambda width: st.lists(st.tuples(*[WORDS] * width), min_size=2, max_size=3).map(
        lambda rows: Grid(tuple(rows))
    )
)


def cells(grid: Grid) -> list[tuple[str, str]]:
    return [("table_cell", cell) for row in grid.rows[1:] for cell in row[1:]]


def expected(parts: list[Part]) -> list[tuple[str, str]]:
    return [
        row
        for part in parts
        for row in (
            cells(part)
            if isinstance(part, Grid)
            else [(part.kind.replace("caption", "paragraph"), part.text)]
        )
    ]


@given(st.lists(TEXTS | GRIDS, min_size=1, max_size=5))
def test_what_is_written_is_read_again(parts: list[Part]) -> None:
    text = write(parts).text
    read = [
        (block.kind.replace("caption", "paragraph"), block.prose)
        for block in READERS[".md"](SourceText.from_text(text), 0)
    ]
    assert read == expected(parts)


def test_only_what_must_be_is_escaped() -> None:
    plain = "It cost $4.2 million (12% more) - a record; see 5 * 3 & snake_case at no. 1. #2!"
    assert write([Text("paragraph", plain)]).text == plain + "\n"
    assert write([Text("paragraph", "1. Not a list")]).text == "1\\. Not a list\n"


def test_code_keeps_its_lines() -> None:
    assert write([Text("code", "a\n```\nb")]).text == "````\na\n```\nb\n````\n"


def test_pages_are_told_by_offsets() -> None:
    parts = [
        Text("heading", "One", 1, ((0, 1),)),
        Text("paragraph", "Runs on *to* page two.", 0, ((0, 1), (8, 2))),
        Text("paragraph", "More.", 0, ((0, 2),)),
        Text("list_item", "Back.", 1, ((0, 1),)),
    ]
    written = write(parts)
    assert [(written.text[at:].split("\n")[0], page) for at, page in written.pages] == [
        ("One", 1),
        ("\\*to\\* page two.", 2),
        ("Back.", 1),
    ]
