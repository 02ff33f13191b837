"""Markdown drafts: footnotes, the HTML in them, comments, and what is no prose."""

from __future__ import annotations

import pytest

from claimcheck.drafts import read_draft
from claimcheck.errors import DraftError
from draft_reading import prose, raw, read, shape


def comments(text: str) -> list[str]:
    draft = read(text)
    whole = draft.document.text.text
    for comment in draft.comments:
        stands = whole[comment.start : comment.end]
        assert stands.split() == f"<!--{comment.text}-->".split()
    return [" ".join(comment.text.split()) for comment in draft.comments]


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("Two died.[^1] More[^a-b] came.\n\n[^1]: It *was* so.", ["Two died. More came.", "It was so."]),
        ("[^1]: One line\nlazy.\n[^2]: It goes on.", ["One line lazy.", "It goes on."]),
        (
            "[^1]: First of two.\n\n    Second of them.\n\nText.",
            ["First of two.", "Second of them.", "Text."],
        ),
        ("[^1]:\n    It stands below.\n\n    - and an item", ["It stands below.", "and an item"]),
        ("> [^1]: In a quote.\n\n- [^2]: In an item.", ["In a quote.", "In an item."]),
        ("Text\n[^1]: ends a paragraph.", ["Text", "ends a paragraph."]),
        ("Not [^a b] nor [^] nor `[^1]`.", ["Not [^a b] nor [^] nor [^1]."]),
        ("    [^1]: code", [""]),
        (
            "[^1]: <https://example.org>\n[^2]: Ibid., p. 4.\n[^3]: See the log.\n[^4]: Reuters, 3 May 2024",
            [],
        ),
        ("[^1]: Berg, A. (2019). *The long way north*. Quay.", []),
        ("[^1]: The count rose to 40 (see p. 12).", ["The count rose to 40 (see p. 12)."]),
    ],
)
def test_a_footnote_is_prose_and_its_mark_is_not(text: str, said: list[str]) -> None:
    assert prose(text) == said


def test_a_note_in_a_list_or_a_quote_leads_to_its_own_words() -> None:
    draft = read("> [^1]: It's *in*\n>     a quote.\n\n- x\n\n  [^2]: And *in* an item.\n")
    assert [raw(draft, words) for words in ("in a quote", "And in")] == ["in*\n>     a quote", "And *in"]


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("<p>Raw <b>text</b> of 5 &lt; 6</p>", [("paragraph", "Raw text of 5 < 6")]),
        ("> <div>so</div>\n> more", [("quote", "so"), ("quote", "more")]),
        ("- <p>an item</p>", [("list_item", "an item")]),
        ("<!-- x --> All that follows on the line.", [("paragraph", "All that follows on the line.")]),
        ("<details>\n<summary>Read</summary>\n\nInner\n\n</details>", [("paragraph", "Read"), ("paragraph", "Inner")]),
        ("<script>\nlet x = 12\n\nlet y\n</script>\n\nText", [("paragraph", "Text")]),
        ("<table><tr><th>Year<th>Boats<tr><td>2023<td>410</table>", [("table_cell", "410")]),
        ("<pre>\ncode\n\ncode</pre>\n\nText", [("code", ""), ("paragraph", "Text")]),
        ("<h2>Notes</h2>\n\nText", [("heading", "Notes"), ("paragraph", "Text")]),
        ("a <kbd>x</kbd> <span>y</span> <img src='12'> b", [("paragraph", "a x y b")]),
    ],
)  # fmt: skip
def test_html_in_markdown_is_read_as_html(text: str, said: list[tuple[str, str]]) -> None:
    assert shape(text) == said


def test_a_table_of_html_in_a_quote_has_headers_in_their_places() -> None:
    text = "# T\n\n> <table><tr><th>Year<th>Big\n>  boats<tr><td>2023<td>410</table>\n"
    draft = read(text)
    cell = draft.document.blocks[-1]
    assert cell.column is not None
    assert cell.row is not None
    assert (cell.prose, cell.column.text, cell.row.text, cell.headings) == (
        "410",
        "Big boats",
        "2023",
        ("T",),
    )
    assert text[cell.column.start : cell.column.end] == "Big\n>  boats"
    assert text[cell.row.start : cell.row.end] == "2023"


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("a <!-- one --> b\n\n<!-- two -->\n\n- <!-- three\n  four -->", ["one", "two", "three four"]),
        (
            "<div>\n<!-- in html -->\n</div>\n\n| a | b |\n|--|--|\n| c | <!-- cell --> d |",
            ["in html", "cell"],
        ),
        ("`<!-- no -->`\n\n    <!-- no -->\n\n```\n<!-- no -->\n```\n\n\\<!-- no -->", []),
        ("<script>\n<!-- no -->\n</script>", []),
        ("[^1]: note <!-- yes -->", ["yes"]),
        ("---\ntitle: <!-- no -->\n---\ntext <!-- yes -->", ["yes"]),
        ("text <!-- that ends nowhere", []),
    ],
)
def test_comments_are_those_of_the_page_and_not_of_its_code(text: str, found: list[str]) -> None:
    assert comments(text) == found


def test_comments_come_in_the_order_of_the_text() -> None:
    text = "x <!-- 1 -->\n\n<!-- 2 -->\n\n| a <!-- 3 --> | b |\n|--|--|\n| c | <!-- 4 --> |\n\n> y <!-- 5 -->"
    assert comments(text) == list("12345")


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("# T\n\nText\n\n<!-- never\n\nmore", "copy.md:5: the comment that begins here has no end: close it with -->"),
        ("> <!-- closed outside\n\n-->", "copy.md:1: the comment that begins here has no end: close it with -->"),
        ("a\n\n<script>x", "copy.md:3: the <script> that begins here has no end: close it with </script>"),
        (">" * 300 + " deep", "copy.md:1: quotes or lists are nested more than 100 deep"),
        ("a\n\n" + "- " * 60 + "deep", "copy.md:3: quotes or lists are nested more than 100 deep"),
    ],
)  # fmt: skip
def test_what_would_be_passed_over_in_silence_is_refused(text: str, said: str) -> None:
    with pytest.raises(DraftError) as caught:
        read_draft(text.encode(), "copy.md")
    assert str(caught.value) == said


def test_nesting_that_people_use_is_read() -> None:
    items = "".join("  " * depth + f"- item {depth}\n" for depth in range(20))
    assert len(prose(items + "\n" + "> " * 20 + "quote")) == 21


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("~~17~~ 18 boats", "18 boats"),
        ("10<sup>6</sup> km<sup>2</sup>", "10⁶ km²"),
        ("It sank.<sup>1</sup> Later <sup>[2]</sup>", "It sank. Later [²]"),
        ("`12:30` is *code*", "12:30 is code"),
    ],
)
def test_inline_markup(text: str, said: str) -> None:
    assert prose(text) == [said]


@pytest.mark.parametrize("lead", ["\u00a0\n", "\u00a0\n\u2003 \n"])
def test_a_line_of_other_spaces_before_a_paragraph_loses_nothing(lead: str) -> None:
    found = read_draft(f"{lead}Two boats sank.\n".encode(), "copy.md")
    (block,) = found.document.blocks
    assert block.prose == "Two boats sank."
    place = found.place(block.pieces[0][1], block.pieces[0][2])
    assert found.raw.text[place.start : place.end] == "Two boats sank."
