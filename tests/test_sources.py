"""Sources: every block's prose leads back to the very characters it was read from."""

from __future__ import annotations

from datetime import date
from hashlib import sha256
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claimcheck.errors import SourceError
from claimcheck.sources import READERS, Block, Document, Label, document_id, read
from claimcheck.text import SourceText, Span


def blocks(text: str, suffix: str = ".md") -> list[Block]:
    source = SourceText.from_text(text)
    return list(READERS[suffix](source, 0))


def shape(text: str, suffix: str = ".md") -> list[tuple[str, str]]:
    return [(block.kind, block.prose) for block in blocks(text, suffix)]


def write(folder: Path, name: str, content: str | bytes) -> Path:
    path = folder / name
    path.write_bytes(content.encode() if isinstance(content, str) else content)
    return path


def assert_places(text: str, suffix: str) -> None:
    """Blocks come in order and apart; each code point of prose stands where its span says, or for what stands there."""
    source = SourceText.from_text(text)
    last = 0
    for block in READERS[suffix](source, 0):
        assert last <= block.start <= block.end <= len(source)
        last = block.end
        assert block.prose == block.prose.strip()
        assert bool(block.prose) == bool(block.pieces)
        assert [piece[0] for piece in block.pieces] == sorted({piece[0] for piece in block.pieces})
        for i, char in enumerate(block.prose):
            span = block.span(i, i + 1)
            assert block.start <= span.start <= span.end <= block.end
            if len(span) == 1 and char != " ":
                assert source[span] == char


# What Markdown is made of, so that random texts hold markup that nests, breaks off and contradicts itself.
MARKDOWN = st.lists(
    st.sampled_from(
        ["a", "bc ", " ", "\n", "\n\n", "*", "**", "_", "~~", "`", "``", "[", "]", "(", ")", "](u)", "](<u v> 't')",
         "![", "<", ">", "<!--", "-->", "<br>", "<a@b.c>", "<http://x.y>", "&amp;", "&", "\\", "\\*", "\\|", "|",
         "| a | b |\n", "|---|---|\n", "\n- ", "\n1. ", "\n> ", "\n# ", " #", "\n```\n", "    ", "\t", "  \n", "\\\n",
         "[r]: /u\n", "[r]", "===\n", "---\n", "👩\u200d🚒", "e\u0301", "\u00ad", "שלום", "&nbsp;", "<b>", "</b>"]
    ),
    max_size=40,
).map("".join)  # fmt: skip


@given(MARKDOWN)
def test_markdown_prose_stands_where_it_says(text: str) -> None:
    assert_places(text, ".md")


@given(
    st.lists(
        st.sampled_from(["word ", "A", ".", ":", "\n", "\n\n", "- ", "x" * 60, "===", "-", "  ", "\u00ad"])
    )
)
def test_plain_prose_stands_where_it_says(parts: list[str]) -> None:
    assert_places("".join(parts), ".txt")


@pytest.mark.parametrize(
    ("markdown", "prose"),
    [
        ("It was **not** *her* ~~his *own*~~ fault.", "It was not her  fault."),
        ("5 * 3 and 2 ** 4 _ 1", "5 * 3 and 2 ** 4 _ 1"),
        ("See [the *long* list](http://a.b/c_(d) 'Title') now.", "See the long list now."),
        (
            "See [the list][ref] and [ref] or [that][].\n\n[ref]: /u\n[that]: /v",
            "See the list and ref or that.",
        ),
        ("No [link] (here) [x]", "No [link] (here) [x]"),
        ("![a chart](c.png) Sales rose ![*x*][ref].\n\n[ref]: /u", "Sales rose ."),
        ("[![logo](l.png) Home](/) page", "Home page"),
        ("Set `a.b` or `` c`d `` or ` ` to `none`.", "Set a.b or c`d or   to none."),
        ("Go <https://a.b/?q=%20x> or <me@a.b>!", "Go https://a.b/?q=%20x or me@a.b!"),
        ("AT&amp;T &lt;5 &#8364; &copy;2020 \\*not\\*", "AT&T <5 € ©2020 *not*"),
        ("One <!-- hidden --> two<br>three<b>four</b>", "One  two threefour"),
        ("wrapped\n  here  \nand\\\nthere", "wrapped here and there"),
        ("code `over\nlines` end", "code over lines end"),
        ("soft\u00adhyphen and zero\u200bwidth", "softhyphen and zerowidth"),
    ],
)
def test_inline_markup_is_no_prose(markdown: str, prose: str) -> None:
    assert shape(markdown)[0] == ("paragraph", prose)
    assert_places(markdown, ".md")


def test_words_in_clean_prose_are_located_in_the_raw_text() -> None:
    text = "# T\n\n> - See **the [big\n>   list](u)** of `4 KiB` &amp; more.\n"
    [_, item] = blocks(text)
    assert item.prose == "See the big list of 4 KiB & more."
    for words, raw in [
        ("big list", "big\n>   list"),
        ("the big", "the [big"),
        ("4 KiB", "4 KiB"),
        ("& more", "&amp; more"),
        ("See the", "See **the"),
    ]:
        start = item.prose.index(words)
        span = item.span(start, start + len(words))
        assert text[span.start : span.end] == raw
    assert text[item.start : item.end] == "See **the [big\n>   list](u)** of `4 KiB` &amp; more."


@pytest.mark.parametrize(("start", "end"), [(-1, 1), (2, 2), (0, 5)])
def test_prose_has_places_only_inside(start: int, end: int) -> None:
    with pytest.raises(ValueError, match="no prose"):
        blocks("text")[0].span(start, end)


def test_markdown_blocks() -> None:
    text = (
        "Title\n=====\n\nIntro.\n\n## Limits ##\n\nThese fail:\n\n- one\n- two:\n  1. deep\n\n  more\n\n"
        "> said\n> so\n\n"
        "```sh\nrm x\n```\n\n    indented\n\n<div>\nhtml\n</div>\n\n### Sub\n\nFigure 2: Load.\n\n## Next\n\nEnd.\n"
    )
    found = blocks(text)
    assert [(block.kind, block.prose, block.headings, block.level) for block in found] == [
        ("heading", "Title", (), 1),
        ("paragraph", "Intro.", ("Title",), 0),
        ("heading", "Limits", ("Title",), 2),
        ("paragraph", "These fail:", ("Title", "Limits"), 0),
        ("list_item", "one", ("Title", "Limits"), 1),
        ("list_item", "two:", ("Title", "Limits"), 1),
        ("list_item", "deep", ("Title", "Limits"), 2),
        ("list_item", "more", ("Title", "Limits"), 1),
        ("quote", "said so", ("Title", "Limits"), 0),
        ("code", "", ("Title", "Limits"), 0),
        ("code", "", ("Title", "Limits"), 0),
        ("heading", "Sub", ("Title", "Limits"), 3),
        ("caption", "Figure 2: Load.", ("Title", "Limits", "Sub"), 0),
        ("heading", "Next", ("Title",), 2),
        ("paragraph", "End.", ("Title", "Next"), 0),
    ]
    leads = {block.prose: block.lead.text for block in found if block.lead}
    assert leads == {"one": "These fail:", "two:": "These fail:", "deep": "two:", "more": "These fail:"}
    assert text[found[9].start : found[9].end] == "```sh\nrm x\n```"
    assert_places(text, ".md")


def test_a_table_cell_knows_its_headers_and_its_row() -> None:
    text = "| Setting | 4.1 | 4.2 |\n|---|---|---|\n| **Max** size | `4 \\| 5` | 8 KiB |\n|  | x |\n| none | | |\n"
    first, second, third = blocks(text)
    assert [(block.prose, block.column, block.row) for block in (first, second, third)] == [
        ("4 | 5", Label("4.1", 12, 15), Label("Max size", 40, 52)),
        ("8 KiB", Label("4.2", 18, 21), Label("Max size", 40, 52)),
        ("x", Label("4.1", 12, 15), None),
    ]
    assert text[first.start : first.end] == "`4 \\| 5`"
    assert first.around == second.around == Span(40, 71)
    assert text[40:71] == "**Max** size | `4 \\| 5` | 8 KiB"
    assert_places(text, ".md")


@pytest.mark.parametrize(
    "text", ["> | a | b |\n> |--|--|\n> | c | d |\n", "- x\n\n  a | b\n  --|--\n  c | d\n"]
)
def test_a_table_inside_another_block(text: str) -> None:
    cell = blocks(text)[-1]
    assert (cell.kind, cell.prose, cell.column and cell.column.text, cell.row and cell.row.text) == (
        "table_cell", "d", "b", "c"
    )  # fmt: skip
    assert text[cell.start : cell.end] == "d"


def test_a_table_of_one_column_has_cells_without_row_headers() -> None:
    assert [(block.prose, block.row) for block in blocks("| a |\n|---|\n| b |\n")] == [("b", None)]


LONG = (
    "The quick brown fox jumped over the lazy dog again and again until the evening came and it was tired of it. "
    * 2
)
WRAPPED = """\
Annual report

The company sold more sensors than ever in the second quarter of the year,
and its well-
known rivals did not, the chairman said on Thursday. Revenue came to 4.2
million euros.

It hopes for more:

- a first item that goes on for so long that it had to be broken somewhere
  in the middle
- a second

OUTLOOK

Nobody knows what the third quarter will bring to the company, or whether
it can hold on to its lead.
"""


def test_news_copy_has_a_paragraph_to_a_line() -> None:
    text = f"Storm hits coast\nShort one.\n{LONG}\nWhat now\n{LONG}\nThe end is near.\n"
    assert [kind for kind, _ in shape(text, ".txt")] == [
        "heading", "paragraph", "paragraph", "heading", "paragraph", "paragraph"
    ]  # fmt: skip
    assert blocks(text, ".txt")[-1].headings == ("Storm hits coast", "What now")


def test_short_paragraphs_of_a_line_each_are_not_joined() -> None:
    text = "".join(
        f"The minister spoke to reporters for {n} minutes at the airport.\n" for n in range(30, 60)
    )
    assert len(blocks(text, ".txt")) == 30


def test_hard_wrapped_lines_are_joined() -> None:
    found = blocks(WRAPPED, ".txt")
    assert [(block.kind, block.prose[:30], block.prose[-21:]) for block in found] == [
        ("heading", "Annual report", "Annual report"),
        ("paragraph", "The company sold more sensors ", "to 4.2 million euros."),
        ("paragraph", "It hopes for more:", "It hopes for more:"),
        ("list_item", "a first item that goes on for ", "mewhere in the middle"),
        ("list_item", "a second", "a second"),
        ("heading", "OUTLOOK", "OUTLOOK"),
        ("paragraph", "Nobody knows what the third qu", " hold on to its lead."),
    ]


def test_a_hyphen_at_the_end_of_a_line_stays() -> None:
    assert "its well-known rivals" in blocks(WRAPPED, ".txt")[1].prose
    assert (
        "2020 - and"
        in shape(
            WRAPPED.replace(
                "than ever in the second quarter of the year,", "than ever before in the whole of 2020 -"
            ),
            ".txt",
        )[1][1]
    )


def test_a_list_item_of_plain_text_knows_what_led_to_it() -> None:
    found = blocks("It hopes for:\n- one\n- two\n\nDone.\n3) three\n", ".txt")
    assert [
        (block.prose, block.lead and block.lead.text) for block in found if block.kind == "list_item"
    ] == [
        ("one", "It hopes for:"),
        ("two", "It hopes for:"),
        ("three", None),
    ]


def test_a_rule_is_no_prose_and_underlines_a_heading() -> None:
    assert shape("Report\n======\nAll is well.\n-----\n* * *\nMore.\nSection\n-------\nEnd.", ".txt") == [
        ("heading", "Report"),
        ("paragraph", "All is well."),
        ("paragraph", "More."),
        ("heading", "Section"),
        ("paragraph", "End."),
    ]


@pytest.mark.parametrize(
    "line", ["18 rockets hit the base", "Rockets hit the base\nTroops were hurt", "1. Rockets"]
)
def test_sentences_without_a_full_stop_are_not_all_titles(line: str) -> None:
    assert [kind for kind, _ in shape(f"Some title\nIntro.\n\n{line}", ".txt")].count("heading") == 1


@pytest.mark.parametrize("suffix", [".txt", ".md"])
@pytest.mark.parametrize("text", ["", "\n", "\ufeff", " \t\n\n", "\0"])
def test_an_empty_source_has_no_blocks(text: str, suffix: str) -> None:
    assert blocks(text + " " * 20, suffix) == []


@pytest.mark.parametrize("suffix", [".txt", ".md"])
def test_a_line_of_a_million_characters(suffix: str) -> None:
    text = "The *storm* hit `Ardby` [on](u) Monday & 4 died. " * 20_000
    [block] = blocks(text, suffix)
    at = block.prose.rindex("Ardby")
    span = block.span(at, at + 5)
    assert (span.start, text[span.start : span.end]) == (text.rindex("Ardby"), "Ardby")


FRONT = """---
id: storm
title: "Storm: what we know"   # with a colon
publisher: No
author: Ann Ö
url: https://example.org/storm
published: 2024-10-17T08:00:00Z
retrieved_at: 2024-10-18 09:30
license: CC BY 4.0
aliases: {Ardby: [the port]}
layout: post
---
Intro.
"""


@pytest.mark.parametrize("ends", ["\n", "\r\n"])
@pytest.mark.parametrize("mark", ["", "\ufeff"])
@pytest.mark.parametrize("name", ["a.txt", "a.md"])
def test_front_matter_is_metadata_and_no_prose(tmp_path: Path, name: str, mark: str, ends: str) -> None:
    path = write(tmp_path, name, mark + FRONT.replace("\n", ends))
    found = read(path)
    assert (found.id, document_id(path)) == ("storm", "storm")
    assert (found.meta.title, found.meta.publisher) == ("Storm: what we know", "No")
    assert (found.meta.published, found.meta.retrieved_at) == (date(2024, 10, 17), "2024-10-18T09:30:00")
    assert (found.meta.aliases, found.meta.ignored) == ((("Ardby", ("the port",)),), ("layout",))
    assert [(block.prose, found.text.line_column(block.start)) for block in found.blocks] == [
        ("Intro.", (13, 1))
    ]


@pytest.mark.parametrize(
    ("text", "first"),
    [
        ("---\nA rule above and below.\n---\nMore.\n", "A rule above and below."),
        ("---\ntitle: never closed\n", "title: never closed"),
        ("----\ntitle: x\n---\n", "title: x"),
        ("\n---\ntitle: x\n---\nMore.\n", "title: x"),
        ("---\n---\nText.\n", "Text."),
    ],
)
def test_what_is_front_matter_and_what_is_not(tmp_path: Path, text: str, first: str) -> None:
    assert read(write(tmp_path, "a.md", text)).blocks[0].prose == first


def test_a_sidecar_adds_what_the_front_matter_does_not_say(tmp_path: Path) -> None:
    path = write(tmp_path, "a.txt", "---\ntitle: T\n---\nText.\n")
    write(tmp_path, "a.meta.yaml", f"id: b\npublisher: P\nsha256: {sha256(path.read_bytes()).hexdigest()}\n")
    found = read(path)
    assert (found.id, document_id(path), found.meta.title, found.meta.publisher) == ("b", "b", "T", "P")


def test_a_recorded_hash_in_front_matter_is_of_what_follows(tmp_path: Path) -> None:
    body = "Text.\r\nMore.\r\n"
    front = f"---\r\nsha256: {sha256(body.encode()).hexdigest()}\r\n---\r\n"
    assert read(write(tmp_path, "a.txt", "\ufeff" + front + body)).blocks[0].prose == "Text."
    with pytest.raises(
        SourceError, match=r"^s/a.txt: has changed since it was recorded: its sha256 is [0-9a-f]{64}, not"
    ):
        read(write(tmp_path, "a.txt", front + body + "!"), "s/a.txt")


@pytest.mark.parametrize(
    ("front", "sidecar", "said"),
    [
        ("title: [a]", "", "s/a.txt:2: title must be text"),
        ("title: a\nid: a b", "", "s/a.txt:3: id must be one word, not 'a b'"),
        ("# c\npublished: 17 May", "", "s/a.txt:3: published must be a date such as 2020-03-11, not '17 May'"),
        ("retrieved_at: 2024-13-01", "", "s/a.txt:2: retrieved_at must be a date such as 2020-03-11, not '2024-13-01'"),
        ("sha256: abc", "", "s/a.txt:2: sha256 must be 64 hexadecimal digits"),
        ("aliases: [a]", "", "s/a.txt:2: aliases must be a table: a name, then the list of its other names"),
        ("title: a\ntitle: b", "", "s/a.txt:3: the key 'title' is given twice"),
        ("title: a: b", "", "s/a.txt:2: the YAML cannot be read: mapping values are not allowed in this context"),
        ("", "\ntitel: a", "s/a.meta.yaml:2: unknown key 'titel' (did you mean 'title'?)"),
        ("", "- a", "s/a.meta.yaml:1: metadata must be a table of keys and values"),
        ("title: a", "title: b", "s/a.meta.yaml:1: title is already given in the front matter of s/a.txt"),
    ],
)  # fmt: skip
def test_wrong_metadata_is_one_sentence(tmp_path: Path, front: str, sidecar: str, said: str) -> None:
    path = write(tmp_path, "a.txt", f"---\n{front}\n---\n")
    if sidecar:
        write(tmp_path, "a.meta.yaml", sidecar)
    with pytest.raises(SourceError) as caught:
        read(path, "s/a.txt")
    assert str(caught.value) == said
    assert document_id(path) == "a"


@pytest.mark.parametrize(
    ("name", "content", "said"),
    [
        ("a.txt", None, "s/a.txt: there is no such file"),
        (
            "a.docx",
            b"PK",
            "s/a.docx: a source of this kind is not read (read are .txt, .text, .md, .markdown): try `claimcheck add`",
        ),
        ("a.md", b"caf\xe9", "s/a.md:1: byte 0xe9 is not UTF-8: save the file as UTF-8"),
    ],
)
def test_what_cannot_be_read_is_one_sentence(
    tmp_path: Path, name: str, content: bytes | None, said: str
) -> None:
    path = tmp_path / name
    if content is not None:
        path.write_bytes(content)
    with pytest.raises(SourceError) as caught:
        read(path, f"s/{name}")
    assert str(caught.value) == said


def test_a_folder_is_no_source(tmp_path: Path) -> None:
    (tmp_path / "a.txt").mkdir()
    with pytest.raises(SourceError, match=r"a.txt: cannot be read \(Is a directory\)"):
        read(tmp_path / "a.txt")


def test_a_document_is_parsed_when_its_blocks_are_asked_for(tmp_path: Path) -> None:
    calls: list[int] = []

    def reader(_: SourceText, at: int) -> list[Block]:
        calls.append(at)
        return []

    found = read(write(tmp_path, "a.txt", FRONT))
    lazy = Document(found.id, found.path, found.text, found.meta, found.body, reader)
    assert calls == []
    assert (lazy.blocks, lazy.blocks, calls) == ((), (), [found.body])
