"""Text of PDF files: paragraphs put together again, edges of pages left out, pages known."""

from __future__ import annotations

import random

import pytest

from claimcheck.errors import SourceError
from claimcheck.intake.pdf import PdfText, opening, read_pdf
from claimcheck.intake.pdf.hyphens import joined, vocabulary
from claimcheck.intake.pdf.lines import composed, readable
from pdf_files import Drawn, lines, pdf_file

TEXT = (
    "The harbour office counted 1,482 herons in the reeds of the northern marsh, and 312 of them had been ringed in "
    "the year before by the volunteers of the station."
)
OTHER = (
    "The municipality paid 4.2 million euros for the embankment, which was about twelve percent more than the council "
    "had planned for it in spring."
)


def read(*pages: list[Drawn]) -> PdfText:
    return read_pdf(pdf_file(pages), "report.pdf")


def shape(found: PdfText) -> list[tuple[str, str]]:
    return [(text.kind, text.text) for text in found.texts]


def test_lines_are_joined_to_paragraphs() -> None:
    first = lines(TEXT, 50, 500, 60)
    second = lines(OTHER, 60, 500 - 12 * len(first), 60)  # an indented first line, no gap
    third = lines("It rained.", 50, 300, 60)
    second = [second[0], *(Drawn(line.text, 50, line.y) for line in second[1:])]
    assert shape(read(first + second + third)) == [
        ("paragraph", TEXT),
        ("paragraph", OTHER),
        ("paragraph", "It rained."),
    ]


def test_large_and_bold_lines_are_headings() -> None:
    drawn = [
        Drawn("Herons of the marsh", 50, 550, 18),
        Drawn("Counting", 50, 520, 13),
        *lines(TEXT, 50, 500, 60),
        Drawn("By night", 50, 440, 10, bold=True),
        *lines(OTHER, 50, 420, 60),
    ]
    found = read(drawn)
    assert [(text.kind, text.level) for text in found.texts] == [
        ("heading", 1),
        ("heading", 2),
        ("paragraph", 0),
        ("heading", 3),
        ("paragraph", 0),
    ]
    assert found.title == "Herons of the marsh"


def test_a_paragraph_goes_on_in_the_next_column_and_on_the_next_page() -> None:
    whole = lines(f"{TEXT} {OTHER} {TEXT}", 50, 500, 30)
    left = [Drawn(line.text, 50, 500 - 12 * i) for i, line in enumerate(whole[:5])]
    right = [Drawn(line.text, 220, 500 - 12 * i) for i, line in enumerate(whole[5:10])]
    later = [Drawn(line.text, 50, 500 - 12 * i) for i, line in enumerate(whole[10:])]
    (text,) = read(left + right, later).texts
    assert text.text == f"{TEXT} {OTHER} {TEXT}"
    assert [page for _, page in text.pages] == [1, 2]
    assert text.text[text.pages[1][0] :].startswith(whole[10].text)


@pytest.mark.parametrize("order", ["left first", "right first"])
def test_columns_drawn_line_by_line_are_read_one_after_the_other(order: str) -> None:
    left, right = lines(f"{TEXT} {TEXT}", 50, 500, 30), lines(f"{OTHER} {OTHER}", 230, 500, 30)
    mixed = [line for pair in zip(left, right, strict=False) for line in pair]
    mixed += left[len(right) :] + right[len(left) :]
    if order == "right first":
        mixed = sorted(mixed, key=lambda line: (-line.y, -line.x))
    assert [text for _, text in shape(read(mixed))] == [f"{TEXT} {TEXT}", f"{OTHER} {OTHER}"]


def test_what_repeats_at_the_edges_is_no_text() -> None:
    pages = [
        [
            Drawn("The Marsh Review, May 2025", 50, 570, 9),
            *lines(f"{part} {OTHER}", 50, 500, 60),
            Drawn(f"{number}", 200, 40, 9),
        ]
        for number, part in enumerate((TEXT, "Nobody came.", "It was cold."), 1)
    ]
    texts = " ".join(text for _, text in shape(read(*pages)))
    assert texts == f"{TEXT} {OTHER} Nobody came. {OTHER} It was cold. {OTHER}"


def test_a_line_that_repeats_in_the_text_stays() -> None:
    pages = [lines(f"All was quiet.|{part}", 50, 500, 60) for part in (TEXT, OTHER)]
    assert " ".join(text for _, text in shape(read(*pages))).count("All was quiet.") == 2


def test_footnotes_stand_behind_the_paragraph_and_their_marks_are_gone() -> None:
    body = lines(TEXT, 50, 500, 60)
    mark = Drawn("1", 50 + 5 * len(body[-1].text), body[-1].y + 4, 6)
    on = lines(OTHER, 50, 500, 60)
    note = [Drawn("1", 50, 83, 5), Drawn("Ringed with 4 mm of steel in fog, says the log.", 54, 80, 7)]
    found = shape(read([*body, mark, *note], on))
    assert found == [("paragraph", TEXT), ("paragraph", note[1].text), ("paragraph", OTHER)]


def test_an_exponent_is_no_footnote() -> None:
    drawn = [
        Drawn("The marsh covers 40 km", 50, 500),
        Drawn("2", 155, 504, 6),
        Drawn(" of land and water.", 160, 500),
    ]
    assert (
        shape(read([*drawn, *lines(TEXT, 50, 400, 60)]))[0][1] == "The marsh covers 40 km² of land and water."
    )


def test_bullets_make_list_items() -> None:
    drawn = [
        *lines(TEXT, 50, 500, 60),
        Drawn("•", 50, 400), Drawn("two gates of steel that had been ordered from a", 62, 400),
        Drawn("yard in the north;", 62, 388), Drawn("•", 50, 376), Drawn("a pump.", 62, 376),
    ]  # fmt: skip
    assert shape(read(drawn))[1:] == [
        ("list_item", "two gates of steel that had been ordered from a yard in the north;"),
        ("list_item", "a pump."),
    ]


def test_a_paragraph_goes_on_behind_a_table() -> None:
    whole = lines(f"{TEXT} {OTHER}", 50, 560, 30)
    left = [Drawn(line.text, 50, 560 - 12 * i) for i, line in enumerate(whole[:4])]
    table = [Drawn("2024", 50, 460), Drawn("190", 120, 460), Drawn("2025", 50, 448), Drawn("214", 120, 448)]
    right = [Drawn(line.text, 220, 560 - 12 * i) for i, line in enumerate(whole[4:])]
    assert whole[4].text[0].islower()
    assert [text for _, text in shape(read(left + table + right))] == [
        "2024 190",
        "2025 214",
        f"{TEXT} {OTHER}",
    ]


@pytest.mark.parametrize(
    ("before", "after", "whole"),
    [
        ("The admini-", "stration said", "The administration said"),
        ("a well-", "known rival", "a well-known rival"),
        ("in 2019-", "2024 it", "in 2019-2024 it"),
        ("the Franco-", "German war", "the Franco-German war"),
        ("soft\u00ad", "ware", "software"),
        ("systemati-", "cally", "systematically"),
        ("photo-", "graphed", "photographed"),
        ("some-", "thing", "something"),
        ("it was 4 –", "5 more", "it was 4 – 5 more"),
        ("counted", "18 birds", "counted 18 birds"),
    ],
)
def test_hyphens_at_the_end_of_a_line(before: str, after: str, whole: str) -> None:
    assert joined(before, after, frozenset()) == whole


def test_the_document_knows_its_own_words() -> None:
    words = vocabulary(["the Osterwick co-op and its", "far-flung zibblethorpes are", "a zibble-"])
    assert joined("the far-", "flung sea", words) == "the far-flung sea"
    assert joined("these zibble-", "thorpes", words) == "these zibblethorpes"


def test_letters_are_made_whole() -> None:
    assert readable("diﬃcult ﬂoods") == "difficult floods"
    assert composed("Am´elie Kov´aˇr, na¨ıve") == "Ame\u0301lie Kova\u0301r\u030c, nai\u0308ve"
    assert composed("voil`a and `code`") == "voila\u0300 and `code`"


@pytest.mark.parametrize(
    ("data", "said"),
    [
        (pdf_file([lines(TEXT, 50, 500, 60)], password="secret"), "is encrypted"),
        (pdf_file([[], []]), "holds no text, only pictures"),
        (pdf_file([[Drawn("17", 50, 50)]]), "holds no text, only pictures"),
        (b"%PDF-1.7\nnothing of the kind", "is damaged or no PDF"),
        (pdf_file([lines(TEXT, 50, 500, 60)])[:300], "is damaged or no PDF"),
    ],
    ids=["encrypted", "empty", "scanned", "no-pdf", "cut"],
)
def test_what_cannot_be_read_is_refused_in_a_sentence(data: bytes, said: str) -> None:
    with pytest.raises(SourceError, match=said) as caught:
        read_pdf(data, "report.pdf")
    assert str(caught.value).startswith("report.pdf: ")
    assert "\n" not in str(caught.value)


def test_a_page_that_would_take_too_long_is_refused() -> None:
    with pytest.raises(SourceError, match=r"report\.pdf: page 1 is too large"):
        read([Drawn("x" * 17 * 2**20, 50, 500)])


def test_drawing_without_end_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(opening, "_MOST_OPERATIONS", 20)
    with pytest.raises(SourceError, match=r"report\.pdf: holds more drawing than any text would"):
        read(lines(TEXT, 50, 500, 60), lines(OTHER, 50, 500, 60))


def test_pages_of_edges_alone_hold_nothing() -> None:
    assert read(*[[Drawn("The Marsh Review, May 2025", 50, 590, 9)]] * 3).texts == ()


def test_an_empty_password_is_none() -> None:
    data = pdf_file([lines(TEXT, 50, 500, 60)], password="")
    assert [text.text for text in read_pdf(data, "report.pdf").texts] == [TEXT]


def test_a_page_without_text_is_told_of() -> None:
    assert read(lines(TEXT, 50, 500, 60), []).empty_pages == (2,)


def test_broken_files_end_in_a_sentence() -> None:
    whole = pdf_file([lines(TEXT, 50, 500, 60), lines(OTHER, 50, 500, 60)], "Marsh")
    chance = random.Random(3)
    refused = 0
    for _ in range(200):
        at = chance.randrange(len(whole))
        junk = bytes(chance.randrange(256) for _ in range(chance.randrange(12)))
        try:
            read_pdf(whole[:at] + junk + whole[at + chance.randrange(30) :], "report.pdf")
        except SourceError:
            refused += 1
    assert refused < 200
