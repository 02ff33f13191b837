"""HTML pages, encodings and kinds of files."""

from __future__ import annotations

from datetime import date

import pytest

from claimcheck.errors import SourceError
from claimcheck.intake.decoding import decoded, page_encoding
from claimcheck.intake.kinds import kind_of
from claimcheck.intake.markup import write
from claimcheck.intake.webpage import read_page

DAY = date(2025, 6, 1)
PAGE = """<!doctype html><html lang=en><head><meta charset=utf-8><title>Ferry sinks — The Lindholm Post</title>
<meta property="og:site_name" content="The Lindholm Post"><meta name="author" content="Ines Varga">
<meta property="article:published_time" content="2024-05-06T08:00:00Z"></head>
<body><nav><a href="/">Home</a></nav><main><article><h1>Ferry sinks</h1>
<p>A ferry with <b>43 people</b> on board sank in the harbour of <a href="x">Lindholm</a>, the coast
guard&nbsp;said.</p>
<h2>The damage</h2><p>It cost 8.6 million euros &amp; was built in 1974.<br>It was 5 * 3 metres.</p>
<blockquote><p>We were lucky.</p></blockquote>
<table><caption>Table 1: Ships</caption><tr><th>Ship</th><th>Built</th></tr><tr><td>Alda</td><td>1974</td></tr></table>
<ul><li>Two cranes:<ul><li>one broke</li></ul></li></ul><dl><dt>Length</dt><dd>41 metres</dd></dl>
<pre><code>x = 1
y = 2</code></pre></article></main><footer>All rights reserved</footer><script>var n = 18</script></body></html>"""
MARKDOWN = """# Ferry sinks

A ferry with 43 people on board sank in the harbour of Lindholm, the coast guard said.

## The damage

It cost 8.6 million euros & was built in 1974. It was 5 * 3 metres.

> We were lucky.

Table 1: Ships

| Ship | Built |
| --- | --- |
| Alda | 1974 |

- Two cranes:
  - one broke
- Length: 41 metres

```
x = 1
y = 2
```
"""


def test_the_main_text_of_a_page_and_what_it_says_of_itself() -> None:
    page = read_page(PAGE, "page", "https://example.org/ferry", DAY)
    assert write(page.parts).text.replace("\u00a0", " ") == MARKDOWN
    assert (page.title, page.publisher, page.author) == ("Ferry sinks", "The Lindholm Post", "Ines Varga")
    assert page.published == date(2024, 5, 6)


def test_no_page_is_of_a_later_day_than_it_was_retrieved() -> None:
    assert read_page(PAGE, "page", None, date(2024, 5, 5)).published is None


@pytest.mark.parametrize(
    ("head", "day"),
    [
        (
            '<script type="application/ld+json">{"@graph": [{"datePublished": "2024-05-06T10:00:00Z"}]}</script>',
            6,
        ),
        ('<meta name="DC.date" content="2024-05-06">', 6),
        ('<meta name="citation_date" content="2024/05/06">', 6),
        ('<body><time itemprop="datePublished">2024-05-06</time>', 6),
        ('<script type="application/ld+json">{oops</script><meta name="date" content="May 2024">', None),
        ('<meta property="article:modified_time" content="2024-05-06">', None),
    ],
)
def test_the_day_a_page_says_it_was_published(head: str, day: int | None) -> None:
    page = read_page(f"<html><head>{head}</head><body><p>It burned.</p></body></html>", "page", None, DAY)
    assert page.published == (day and date(2024, 5, day))


def test_a_date_in_the_text_is_not_when_the_page_was_published() -> None:
    page = read_page(
        "<html><body><h1>Old</h1><p>It burned on 3 March 2020, they said.</p></body></html>", "p", None, DAY
    )
    assert page.published is None


@pytest.mark.parametrize(
    "html", ["<html></html>", "<html><body><script>x()</script></body></html>", "<p></p>", ""]
)
def test_a_page_without_text_is_refused(html: str) -> None:
    with pytest.raises(SourceError, match="page: no text found"):
        read_page(html, "page", None, DAY)


def test_a_short_page_by_hand_keeps_everything() -> None:
    page = read_page("<h1>Boats</h1><p>There are 18.</p><ul><li>All red.</li></ul>", "page", None, DAY)
    assert write(page.parts).text == "# Boats\n\nThere are 18.\n\n- All red.\n"


@pytest.mark.parametrize(
    ("data", "told", "text"),
    [
        (b"caf\xe9", "latin-1", "café"),
        (b"\x93so\x94", "ISO-8859-1", "“so”"),  # as browsers read it
        ("café".encode(), None, "café"),
        ("\ufeffcafé".encode(), "latin-1", "café"),  # the mark has the last word
        ("café".encode("utf-16"), None, "café"),
        ("кот".encode("koi8-r"), "koi8-r", "кот"),
    ],
)
def test_text_is_in_the_encoding_it_is_said_to_be_in(data: bytes, told: str | None, text: str) -> None:
    assert decoded(data, "page", told) == text


@pytest.mark.parametrize(
    ("data", "told", "said"),
    [
        (b"one\ncaf\xe9", None, "page:2: byte 0xe9 is not UTF-8"),
        (b"one\n\xff", "shift_jis", "page:2: is not in shift_jis"),
        (b"x", "klingon", "page: its encoding 'klingon' is not known"),
        (b"x", "rot13", "page: its encoding 'rot13' is not known"),
    ],
)
def test_an_encoding_is_never_guessed(data: bytes, told: str | None, said: str) -> None:
    with pytest.raises(SourceError, match=said):
        decoded(data, "page", told)


@pytest.mark.parametrize(
    ("data", "told"),
    [
        (b'<meta charset="windows-1252">', "windows-1252"),
        (b'<meta http-equiv="Content-Type" content="text/html; charset=koi8-r">', "koi8-r"),
        (b'<?xml version="1.0" encoding="iso-8859-2"?>', "iso-8859-2"),
        (b"<p>charset=utf-8</p>", None),
    ],
)
def test_a_page_says_its_encoding(data: bytes, told: str | None) -> None:
    assert page_encoding(data) == told


@pytest.mark.parametrize(
    ("data", "path", "media_type", "kind"),
    [
        (b"Text.", "a.txt", None, "text"),
        (b"# T", "a.md", None, "markdown"),
        (b"# T", "/a.md", "text/plain", "markdown"),
        (b"<p>", "a.htm", None, "html"),
        (b"<p>", "/a", "text/html", "html"),
        (b"<!DOCTYPE html>", "/a", "text/plain", "html"),
        (b"%PDF-1.4", "a.bin", None, "pdf"),
        (b"PK\x03\x04 word/", "/get", "application/octet-stream", "word"),
        (b"MZ is a country code.", "a.txt", None, "text"),
    ],
)
def test_kinds(data: bytes, path: str, media_type: str | None, kind: str) -> None:
    assert kind_of(data, "a", path, media_type) == kind


@pytest.mark.parametrize(
    ("data", "path", "media_type", "said"),
    [
        (b"MZ\x90\0\x03\0", "a.exe", None, "is a program"),
        (b"MZ\x90\0\x03\0", "report.txt", None, "is a program"),
        (b"\x89PNG\r\n", "a.png", None, "is a picture"),
        (b"\xff\xd8\xff\xe0", "/a", "text/html", "is a picture"),
        (b"PK\x03\x04 xl/workbook", "a.xlsx", None, "of another program"),
        (b"Text.", "a.pdf", None, "is called a PDF file and is none"),
        (b"Text.", "a.docx", None, "is called a Word file and is none"),
        (b"a;b", "a.csv", None, "of a kind that is not read"),
        (b"{}", "/a", "application/json", "is application/json"),
        (b" \n", "a.txt", None, "is empty"),
    ],
)
def test_what_is_no_document_is_refused(data: bytes, path: str, media_type: str | None, said: str) -> None:
    with pytest.raises(SourceError, match=said):
        kind_of(data, "a", path, media_type)
