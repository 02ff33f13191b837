"""HTML drafts: what a reader of the page sees, however broken the page is."""

from __future__ import annotations

from datetime import date

import pytest

from claimcheck.drafts import read_draft
from claimcheck.errors import DraftError
from draft_reading import prose, read, shape


def html(text: str) -> list[str]:
    return prose(text, ".html")


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("<p>One<p>Two <b>three</b><div>Four</div>Five", ["One", "Two three", "Four", "Five"]),
        ("a<br>b<br><br>c<br />d", ["a b", "c d"]),
        ("<p>un<b>believ</b>able  \n story", ["unbelievable story"]),
        (
            "AT&amp;T &lt;5 &#8364;&#x41; &copy2020 &unknown; & &#xFFFFFFF; &#0;",
            ["AT&T <5 €A ©2020 &unknown; & &#xFFFFFFF; \ufffd"],
        ),
        ("soft&shy;hyphen zero&ZeroWidthSpace;width two&nbsp;troops", ["softhyphen zerowidth two\u00a0troops"]),
        ("a < b and c <d> e <3", ["a < b and c e <3"]),
        ("<p title='a > b' data-x=\"it's 12\">text", ["text"]),
        ("<p title='a > b\">no quote ends here", ["b\">no quote ends here"]),
        ("<P>Big <B>TAGS</B></P>", ["Big TAGS"]),
        ("<p>5<sup>2</sup> m.<sup>3</sup> a<sub>2</sub>", ["5² m. a2"]),
        ("<p>see<a href='#n1' class='footnote-ref'>1</a> and<sup><a href='#n2'>[2]</a></sup>.", ["see and."]),
        ("<p><del>17</del> <s>16</s> <ins>18</ins> boats", ["18 boats"]),
        ("<?php echo '<p>no</p>'; ?>yes<![CDATA[ no <b> ]]>", ["yes"]),
        ("<!doctype html><!ELEMENT x>yes</>", ["yes"]),
        ("<custom-tag>one <x:y>two</x:y></custom-tag>", ["one two"]),
    ],
)  # fmt: skip
def test_text(text: str, said: list[str]) -> None:
    assert html(text) == said


@pytest.mark.parametrize(
    "text",
    [
        "<nav>x <nav>y</nav> z</nav>", "<script>var a = '<p>x</p>'</script>", "<style>x</style>",
        "<template>x</template>", "<svg><text>x</text></svg>", "<textarea>x</textarea>",
        "<select><option>x</select>", "<button>x</button>",
        "<iframe>x</iframe>", "<noscript>x</noscript>", "<img alt='x' title='y'>", "<!-- x -->", "<title>x</title>",
        "<ul class='references'><li>x</ul>", "<section role='doc-bibliography'><p>x</section>", "<script src='x'/>",
        "<input value='x'>", "<a href='#r' role='doc-backlink'>x</a>",
    ],
)  # fmt: skip
def test_what_is_no_prose(text: str) -> None:
    assert html(f"<p>before</p>{text}<p>after") == ["before", "after"]


def test_kinds_levels_leads_and_headings() -> None:
    text = (
        "<h1>T</h1><p>Two:</p><ul><li>a<li>b:<ol><li>c</ol></ul><blockquote><p>q</p><ul><li>d</ul></blockquote>"
        "<h3>U<p>open heading</p><h2>V</h2><figure><figcaption>f</figcaption></figure><p>Figure 1: g</p>"
        "<dl><dt>term<dd>what it is</dl><div><h4></h4></div>"
    )
    found = read(text, ".html").document.blocks
    assert [(b.kind, b.prose, b.level, b.lead and b.lead.text, b.headings) for b in found] == [
        ("heading", "T", 1, None, ()),
        ("paragraph", "Two:", 0, None, ("T",)),
        ("list_item", "a", 1, "Two:", ("T",)),
        ("list_item", "b:", 1, "Two:", ("T",)),
        ("list_item", "c", 2, "b:", ("T",)),
        ("quote", "q", 0, None, ("T",)),
        ("list_item", "d", 1, None, ("T",)),
        ("heading", "U", 3, None, ("T",)),
        ("paragraph", "open heading", 0, None, ("T", "U")),
        ("heading", "V", 2, None, ("T",)),
        ("caption", "f", 0, None, ("T", "V")),
        ("caption", "Figure 1: g", 0, None, ("T", "V")),
        ("list_item", "term", 1, None, ("T", "V")),
        ("list_item", "what it is", 1, "term", ("T", "V")),
    ]


Cells = list[tuple[str, str, str]]


def cells(text: str) -> Cells:
    """Row header, column header and prose of each cell."""
    found = read(text, ".html").document.blocks
    return [
        (b.row.text if b.row else "", b.column.text if b.column else "", b.prose)
        for b in found
        if b.kind == "table_cell"
    ]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("<tr><th>Year<th>Boats<tr><td>2023<td>410", [("2023", "Boats", "410")]),
        ("<thead><tr><td>Year<td>Boats<tbody><tr><th>2023<td>410", [("2023", "Boats", "410")]),
        ("<tr><td>Year<td>Boats<tr><td>2023<td>410", [("2023", "Boats", "410")]),
        ("<tr><th>Length<td>18 m<tr><th>Crew<td>12", [("Length", "", "18 m"), ("Crew", "", "12")]),
        ("<tr><th>Year<th>Boats<tr><td>2023<td>", []),
        (
            "<tr><th rowspan=2>Year<th colspan=2>Boats<tr><th>big<th>small<tr><td>2023<td>4<td>5"
            "<tr><td>2024<td colspan=2>9",
            [("2023", "Boats big", "4"), ("2023", "Boats small", "5"), ("2024", "Boats", "9")],
        ),
        (
            "<tr><th>Port<th>Year<th>Boats<tr><td rowspan=2>Kelder<td>2023<td>4<tr><td>2024<td>5",
            [("Kelder", "Year", "2023"), ("Kelder", "Boats", "4"), ("Kelder", "Year", "2024"),
             ("Kelder", "Boats", "5")],
        ),
        ("<tr><th>Year<th>A<th>B<tr><td>2023<td colspan=2>4", [("", "", "4")]),
        ("<tr><th>Year<th>Boats<tr><td>2023<td><p>410</p><p>or so</p>", [("2023", "Boats", "410 or so")]),
    ],
)  # fmt: skip
def test_a_cell_knows_its_headers(text: str, found: Cells) -> None:
    assert cells(f"<table>{text}</table><p>After") == found


@pytest.mark.parametrize(
    "text",
    [
        "<table role=presentation><tr><td>one<td>two<tr><td>three<td>four</table>",
        "<table><tr><td><p>one</p><p>two</p><td>three<tr><td>four</table>",
        "<table><tr><td>one<tr><td>two<td>three<td>four</table>",
        "<table><tr><td><table><tr><td>one</table>two<td>three<tr><td>four</table>",
    ],
)
def test_a_table_that_lays_out_a_page_holds_paragraphs(text: str) -> None:
    assert shape(text, ".html") == [("paragraph", word) for word in ("one", "two", "three", "four")]


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("<p>a\n<!-- b", "copy.html:2: the comment that begins here has no end: close it with -->"),
        ("<p>a<script>b", "copy.html:1: the <script> that begins here has no end: close it with </script>"),
        ("a\n\n<nav><p>b", "copy.html:3: the <nav> that begins here has no end: close it with </nav>"),
        ("<title>x", "copy.html:1: the <title> that begins here has no end: close it with </title>"),
    ],
)
def test_what_would_be_passed_over_in_silence_is_refused(text: str, said: str) -> None:
    with pytest.raises(DraftError) as caught:
        read_draft(text.encode(), "copy.html")
    assert str(caught.value) == said


@pytest.mark.parametrize(
    "text",
    [
        "</div></p></table>12 boats</td></ul>", "<ul><li><table><tr><td>12 boats", "<p><b><i>12 boats</p></b>",
        "<a href='x>y'>12 boats<a", "12 boats<", "<table>12 boats</table>", "<tr><td>12 boats</tr>",
        "<li>12 boats</ol>",
        "<p class=>12 boats", "<p =>12 boats", "<p a='1'b='2'>12 boats", "12 boats<!", "<p/>12 boats", "12 boats</",
    ],
)  # fmt: skip
def test_broken_markup_loses_no_text(text: str) -> None:
    assert "12 boats" in " ".join(html(text))


def test_elements_nested_deeper_than_anybody_nests_them_lose_no_text() -> None:
    assert html("<div><ul><li><blockquote>" * 30_000 + "12 boats") == ["12 boats"]
    assert html("<table><tr><td>" * 5_000 + "12 boats") == ["12 boats"]
    assert html("<b>" * 100_000 + "12 boats" + "</b>" * 100_000) == ["12 boats"]


@pytest.mark.parametrize(
    ("head", "day"),
    [
        ("<meta name=date content=2024-05-03>", date(2024, 5, 3)),
        ("<meta property='article:published_time' content='2024-05-03T08:00:00+02:00'>", date(2024, 5, 3)),
        ("<META NAME='DC.Date' CONTENT='May 3, 2024'>", date(2024, 5, 3)),
        ("<meta itemprop=datePublished content=2024-05-03>", date(2024, 5, 3)),
        ("<time itemprop=datePublished datetime=2024-05-03>today</time>", date(2024, 5, 3)),
        ("<meta name=date content=2020-01-01><meta name=DatePublished content=2024-05-03>", date(2024, 5, 3)),
        ("<time datetime=2024-05-03>today</time>", None),
        ("<meta name=date content='some day'>", None),
    ],
)  # fmt: skip
def test_the_day_of_a_page(head: str, day: date | None) -> None:
    draft = read(f"<html>{head}<body>Text", ".html")
    assert (draft.day, draft.document.meta.published) == (day, day)


def test_the_title_and_the_language_of_a_page() -> None:
    draft = read(
        "<html lang='en-GB'><title>\n The &amp; title </title><svg><title>no</title></svg>Text", ".html"
    )
    assert (draft.document.meta.title, draft.language) == ("The & title", "en-GB")
    draft = read(
        "---\ntitle: Ours\nlang: en\ndate: 2024-05-03\n---\n<html lang=de><title>x</title>Text", ".html"
    )
    assert (draft.document.meta.title, draft.language, draft.day) == ("Ours", "en", date(2024, 5, 3))


def test_comments_of_a_page() -> None:
    text = (
        "<!-- one --><p>a<!--two\n--><nav><!-- three --></nav><script><!-- no --></script><!--> b <!----> c"
    )
    draft = read(text, ".html")
    assert [comment.text for comment in draft.comments] == [" one ", "two\n", " three ", "", ""]
    whole = draft.document.text.text
    assert whole[draft.comments[1].start : draft.comments[1].end] == "<!--two\n-->"
