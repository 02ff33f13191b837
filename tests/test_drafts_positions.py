"""Every word of the prose leads back to its line and column in the raw file, in every format."""

from __future__ import annotations

import pytest
from bench.fuzz_places import complaints
from hypothesis import given
from hypothesis import strategies as st

from claimcheck.drafts import read_draft
from claimcheck.errors import DraftError
from draft_reading import raw, read, where

FORMATS = {
    ".md": "{}",
    ".txt": "{}",
    ".html": "<p>{}</p>",
    ".rst": "{}",
}


@pytest.mark.parametrize("suffix", FORMATS)
@pytest.mark.parametrize(
    ("before", "line", "column"),
    [
        ("The crew of ", 1, 13),
        ("\U0001f469\u200d\U0001f692 of ", 1, 8),
        ("cafe\u0301 na\u0308ch ", 1, 13),
        ("q\u0323\u0307 \u1100\u1161 ", 1, 8),
        ("He said\r\nthat ", 2, 6),
        ("He said\rthat ", 2, 6),
        ("he said\u2028that ", 1, 14),
        ("A tab\there ", 1, 12),
        ("NUL \x00 and \x07 ", 1, 13),
        ("soft\u00adhyphen \u200bthe ", 1, 18),
        ("\u05d0\u05d1\u05d2 \u202bof\u202c ", 1, 10),
    ],
)
def test_columns_count_code_points_of_the_raw_file(suffix: str, before: str, line: int, column: int) -> None:
    text = FORMATS[suffix].format(f"{before}Ravens flew by on that day.")
    column += FORMATS[suffix].index("{") if line == 1 else 0
    for mark in ("", "\ufeff"):
        draft = read(mark + text, suffix)
        assert where(draft, "Ravens") == (line, column, line, column + 5)
        assert raw(draft, "Ravens") == "Ravens"


@pytest.mark.parametrize(
    ("suffix", "text", "words", "stands"),
    [
        (".md", "> See **the [big\n>   list](u)** of", "the big list", "the [big\n>   list"),
        (".md", "1. AT&amp;T and\r\n   it &copy;\r\n", "T and it ©", "T and\r\n   it &copy;"),
        (".md", "18\\* was\\\nthe `18 a`", "18* was the 18", "18\\* was\\\nthe `18"),
        (".md", "| a | b |\n|--|--|\n| x\t|  **18** y |", "18 y", "18** y"),
        (".md", "10<sup>6</sup> boats", "10⁶", "10<sup>6"),
        (".md", "The *cafe\u0301* of\nit", "café of it", "cafe\u0301* of\nit"),
        (".md", "<p>It's <b>18\n boats</b></p>", "18 boats", "18\n boats"),
        (".md", "> <p>It's <b>18\n> boats</b></p>", "18 boats", "18\n> boats"),
        (".md", "[^1]: It's *18*\n    boats", "18 boats", "18*\n    boats"),
        (".html", "<p>AT&amp;T&nbsp;and <b>18\r\n  boats</b>", "T\u00a0and 18 boats", "T&nbsp;and <b>18\r\n  boats"),
        (".html", "<li>He <q>said</q> so", "“said” so", "<q>said</q> so"),
        (".html", "<p>cafe&#x301; of", "cafe\u0301 of", "cafe&#x301; of"),
        (".html", "<table><tr><th>a<th>b<tr><td>x<td> <i>18</i> y", "18 y", "18</i> y"),
        (".rst", "The **18** `boats <u>`_ of", "18 boats of", "18** `boats <u>`_ of"),
        (".rst", "* the\\ *18*\\s of\r\n  |b|\r\n\r\n.. |b| replace:: nine\r\n", "18s of nine", "18*\\s of\r\n  |b|"),
        (".rst", "\tThe tab's\n\ttwo\tlines", "tab's two lines", "tab's\n\ttwo\tlines"),
        (".rst", "=====  =====\n船 a    ``18``\n=====  =====\n", "18", "18"),
        (".rst", "+----+-----+\n| 船 | *18* |\n+----+-----+\n".replace("-----", "------"), "18", "18"),
        (".txt", "The crew of the\n18", "The crew of the", "The crew of the"),
    ],
)  # fmt: skip
def test_words_lead_to_the_markup_they_were_read_from(
    suffix: str, text: str, words: str, stands: str
) -> None:
    assert raw(read(text, suffix), words) == stands


MARKDOWN = (
    "a |bc | |\n|\n\n|*|**|~~|`|[|]|(|)|](u)|![|<!--|-->|<br>|<http://x.y>|&amp;|&|\\|| a \\| b \\|\n|\n- |\n1. |\n> |"
    "\n# |\n```\n|    |\t|[^1]|\n[^1]: |<div>|</div>|<p>|<sup>|</sup>|<table><tr><td>|http://a.b/c|{{ x }}|18|e\u0301|"
    "\U0001f600|\u00ad|\r\n|\r|\x00|<script>|===\n|---\n|+++\n"
).split("|")
HTML = (
    "a |b|\n| |<p>|</p>|<b>|</b>|<li>|<ul>|</ul>|<table>|</table>|<tr>|<td>|</td>|<th colspan=2>|<td rowspan=3>|<h2>|"
    "</h2>|<blockquote>|<br>|<br><br>|<q>|</q>|<sup>|</sup>|<del>|</del>|<pre>|</pre>|&amp;|&|&#x301;|&copy|<!--|-->|"
    "<a href='#'>|</a>|<|>|</|<!|<?|<script>|</script>|<dl><dt>|<dd>|'|=|e\u0301|\U0001f600|\r\n|\x00|\u00a0|<caption>|"
    "<section>|18"
).split("|")
RST = (
    "a ¦b¦ ¦\n¦\n\n¦*¦**¦`¦``¦_¦__¦|¦\\¦[1]_¦:a:¦`x <u>`_¦\n- ¦\n1. ¦\n  ¦\n   ¦\n.. ¦\n.. note:: ¦.. [1] ¦::\n¦"
    "===\n¦---\n¦"
    "+--+--+\n¦| a|b |\n¦== ==\n¦\t¦e\u0301¦\U0001f600¦船¦\r\n¦\x00¦.. |x| replace:: y\n¦"
    '.. csv-table::\n\n   ¦a,"b""c"\n¦http://a.b'
).split("¦")


def assert_places_hold(parts: list[str], suffix: str) -> None:
    """The places of what can be read; why the rest cannot be is one sentence."""
    said = ""
    try:
        draft = read_draft("".join(parts).encode(), f"copy{suffix}")
    except DraftError as error:
        said = str(error)
    assert said.startswith("copy.") if said else list(complaints(draft)) == []
    assert "\n" not in said


@given(st.lists(st.sampled_from(MARKDOWN), max_size=40))
def test_markdown_of_any_kind_has_places_that_hold(parts: list[str]) -> None:
    assert_places_hold(parts, ".md")


@given(st.lists(st.sampled_from(HTML), max_size=40))
def test_html_of_any_kind_has_places_that_hold(parts: list[str]) -> None:
    assert_places_hold(parts, ".html")


@given(st.lists(st.sampled_from(RST), max_size=40))
def test_restructured_text_of_any_kind_has_places_that_hold(parts: list[str]) -> None:
    assert_places_hold(parts, ".rst")


@given(st.text(max_size=80), st.sampled_from([".md", ".html", ".rst", ".txt"]))
def test_any_text_is_read_or_refused_in_a_sentence(text: str, suffix: str) -> None:
    assert_places_hold([text.encode(errors="replace").decode()], suffix)
