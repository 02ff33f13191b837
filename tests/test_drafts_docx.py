"""Word drafts: what is copy in them, on which line it stands, and which files are refused in a sentence."""

from __future__ import annotations

import random
import zipfile
from io import BytesIO
from typing import Any

import pytest

from claimcheck.drafts import Draft, read_draft
from claimcheck.errors import DraftError
from word_files import W, paragraph_xml, with_parts, word_file


def draft(data: bytes) -> Draft:
    return read_draft(data, "copy.docx")


def shape(found: Draft) -> list[tuple[str, str]]:
    return [(block.kind, block.prose) for block in found.document.blocks]


def run(text: str) -> str:
    return f'<w:r><w:t xml:space="preserve">{text}</w:t></w:r>'


def copy(document: Any) -> None:  # noqa: ANN401
    document.core_properties.title = "The Kelderhaven lock"
    document.add_heading("The Kelderhaven lock", 0)
    document.add_paragraph("The lock opened in May.")
    document.add_paragraph("")
    document.add_heading("Costs", 1)
    document.add_paragraph("It needed three things:")
    document.add_paragraph("two gates;", style="List Bullet")
    document.add_paragraph("of steel", style="List Bullet 2")
    document.add_paragraph("a pump.", style="List Bullet")
    document.add_paragraph("Nobody asked us.", style="Quote")
    document.add_paragraph("Figure 1: The lock.", style="Caption")
    document.add_paragraph("Costs ........ 3", style="TOC Heading")
    table = document.add_table(3, 3)
    for i, row in enumerate([("Year", "Boats", "Fees"), ("2023", "410", "€ 9,000"), ("2024", "512", "")]):
        for j, text in enumerate(row):
            table.cell(i, j).text = text
    document.sections[0].header.paragraphs[0].text = "Draft 3, not for print."
    document.sections[0].footer.paragraphs[0].text = "Page 1"


def test_paragraphs_are_known_by_their_styles() -> None:
    found = draft(word_file(copy))
    assert shape(found) == [
        ("heading", "The Kelderhaven lock"),
        ("paragraph", "The lock opened in May."),
        ("heading", "Costs"),
        ("paragraph", "It needed three things:"),
        ("list_item", "two gates;"),
        ("list_item", "of steel"),
        ("list_item", "a pump."),
        ("quote", "Nobody asked us."),
        ("caption", "Figure 1: The lock."),
        ("table_cell", "410"),
        ("table_cell", "€ 9,000"),
        ("table_cell", "512"),
    ]
    blocks = found.document.blocks
    assert [block.level for block in blocks[:7]] == [1, 0, 2, 0, 1, 2, 1]
    assert blocks[3].headings == ("The Kelderhaven lock", "Costs")
    assert [block.lead and block.lead.text for block in blocks[4:7]] == [
        "It needed three things:",
        None,
        "It needed three things:",
    ]
    cell = blocks[-1]
    assert (cell.column and cell.column.text, cell.row and cell.row.text) == ("Boats", "2024")
    assert found.document.meta.title == "The Kelderhaven lock"
    assert not found.editable


def test_a_line_is_a_paragraph_and_places_are_exact() -> None:
    found = draft(word_file(copy))
    text = found.document.text.text
    for block in found.document.blocks:
        place = found.place(block.start, block.end)
        assert found.raw.text.split("\n")[place.line - 1][place.column - 1 : place.end_column] == block.prose
        assert text[block.span(0, len(block.prose)).start :].startswith(block.prose)
    lines = [found.place(block.start, block.end).line for block in found.document.blocks]
    assert lines[:4] == [1, 2, 4, 5]
    assert lines == sorted(lines)


def test_changes_are_read_as_accepted() -> None:
    def tracked(document: Any) -> None:  # noqa: ANN401
        paragraph_xml(
            document,
            run("The lock cost ")
            + '<w:del w:id="1" w:author="x"><w:r><w:delText>17</w:delText></w:r></w:del>'
            + f'<w:ins w:id="2" w:author="x">{run("18")}</w:ins>'
            + run(" million euros.")
            + f'<w:moveFrom w:id="3" w:author="x">{run(" It leaks.")}</w:moveFrom>',
        )
        paragraph_xml(
            document, '<w:pPr><w:rPr><w:del w:id="4" w:author="x"/></w:rPr></w:pPr>' + run("It opened ")
        )
        paragraph_xml(document, run("in May."))

    assert [prose for _, prose in shape(draft(word_file(tracked)))] == [
        "The lock cost 18 million euros.",
        "It opened in May.",
    ]


def test_what_a_reader_does_not_see_is_no_copy() -> None:
    def hidden(document: Any) -> None:  # noqa: ANN401
        paragraph_xml(
            document,
            run("Seen ")
            + "<w:r><w:rPr><w:vanish/></w:rPr><w:t>hidden </w:t></w:r>"
            + "<w:r><w:instrText> PAGE \\* MERGEFORMAT </w:instrText></w:r>"
            + f'<w:hyperlink w:anchor="a">{run("and linked")}</w:hyperlink>'
            + f"<w:sdt><w:sdtContent>{run(', by 1,200')}</w:sdtContent></w:sdt>"
            + "<w:r><w:br/><w:t>people.</w:t></w:r>",
        )
        comment = document.add_comment(document.add_paragraph("Commented on.").runs, "Is this so?", "ed")
        assert comment is not None
        document.add_paragraph("<!-- claimcheck: ignore -- quoted from a novel -->")
        document.add_paragraph("int main();", style=document.styles.add_style("Source Code", 1))

    found = draft(word_file(hidden))
    assert shape(found) == [
        ("paragraph", "Seen and linked, by 1,200 people."),
        ("paragraph", "Commented on."),
        ("code", ""),
    ]
    assert [comment.text for comment in found.comments] == [" claimcheck: ignore -- quoted from a novel "]


def test_footnotes_are_copy_where_they_say_something() -> None:
    notes = (
        "The pump was bought used in 2019 from a mill.",
        "Ibid., p. 4.",
        "Vos, A. (2019). Locks. Water, 3(2), 1–9.",
    )
    found = draft(word_file(lambda document: document.add_paragraph("The lock works."), notes))
    assert shape(found) == [("paragraph", "The lock works."), ("paragraph", notes[0])]
    assert found.raw.text.splitlines()[-3:] == list(notes)


def test_a_table_for_the_layout_holds_paragraphs() -> None:
    def layout(document: Any) -> None:  # noqa: ANN401
        document.add_table(1, 2).cell(0, 1).text = "A box of its own."

    assert shape(draft(word_file(layout))) == [("paragraph", "A box of its own.")]


BOMB = b"<w:document " + W.encode() + b">" + b" " * 40_000_000 + b"</w:document>"
LAUGHS = (
    b'<!DOCTYPE d [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;&a;&a;"><!ENTITY c "&b;&b;&b;&b;&b;&b;">]>'
    b"<w:document " + W.encode() + b"><w:body><w:p><w:r><w:t>&c;</w:t></w:r></w:p></w:body></w:document>"
)
DEEP = b"<w:document " + W.encode() + b">" + b"<w:sdt>" * 5_000 + b"</w:sdt>" * 5_000 + b"</w:document>"
PLAIN = word_file(lambda document: document.add_paragraph("One."))


@pytest.mark.parametrize(
    ("data", "said"),
    [
        (b"", "is no ZIP package"),
        (b"Dear editor,", "is no ZIP package"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 600, "without a password"),
        (with_parts(PLAIN, {"word/document.xml": BOMB}), "too large once unpacked"),
        (with_parts(PLAIN, {"word/document.xml": b"<a>" + b"<p/>" * 2_000_000 + b"</a>"}), "too large once unpacked"),
        (with_parts(PLAIN, {"word/document.xml": LAUGHS}), "declares entities"),
        (with_parts(PLAIN, {"word/document.xml": DEEP}), "damaged"),
        (with_parts(PLAIN, {"word/document.xml": b"no XML"}), "damaged"),
        (PLAIN[:-40], "is no ZIP package"),
    ],
    ids=["empty", "text", "encrypted", "huge", "tight", "entities", "deep", "no-xml", "cut"],
)  # fmt: skip
def test_what_is_no_word_document_is_refused_in_a_sentence(data: bytes, said: str) -> None:
    with pytest.raises(DraftError, match=said) as caught:
        draft(data)
    assert str(caught.value).startswith("copy.docx: ")
    assert "\n" not in str(caught.value)


def test_another_zip_package_is_no_word_document() -> None:
    out = BytesIO()
    with zipfile.ZipFile(out, "w") as package:
        package.writestr("mimetype", "application/epub+zip")
    with pytest.raises(DraftError, match="no Word document"):
        draft(out.getvalue())


def test_broken_files_end_in_a_sentence() -> None:
    """Bytes changed in the package, and in the XML of its parts."""
    whole = word_file(copy, ("A note that says a thing or two.",))
    chance = random.Random(7)
    with zipfile.ZipFile(BytesIO(whole)) as package:
        parts = {name: package.read(name) for name in package.namelist() if name.endswith((".xml", ".rels"))}
    refused = 0
    for turn in range(300):
        if turn % 2:
            data = _mutated(whole, chance)
        else:
            name = chance.choice(sorted(parts))
            data = with_parts(whole, {name: _mutated(parts[name], chance)})
        try:
            found = draft(data)
        except DraftError:
            refused += 1
        else:
            assert all(found.place(block.start, block.end) for block in found.document.blocks if block.prose)
    assert 50 < refused < 300


def _mutated(data: bytes, chance: random.Random) -> bytes:
    at, length = chance.randrange(len(data)), chance.randrange(1, 40)
    kind = chance.randrange(4)
    if kind == 0:
        return data[:at] + data[at + length :]
    if kind == 1:
        return data[:at] + bytes(chance.randrange(256) for _ in range(length)) + data[at + length :]
    if kind == 2:
        return data[:at] + data[at : at + length] * chance.randrange(2, 50) + data[at + length :]
    return data[:at] + data[at:].replace(data[at : at + 6], b"", 1)
