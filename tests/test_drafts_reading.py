"""Drafts of any bytes: read, or refused in a sentence that says what is wrong; and plain text."""

from __future__ import annotations

import pickle

import pytest

from claimcheck.drafts import READERS, read_draft
from claimcheck.errors import DraftError
from claimcheck.extract.prose import read_prose
from draft_reading import prose, read, shape


def refused(data: bytes, name: str = "copy.md") -> str:
    with pytest.raises(DraftError) as caught:
        read_draft(data, name)
    said = str(caught.value)
    assert len(said.splitlines()) == 1
    return said


@pytest.mark.parametrize(
    ("data", "said"),
    [
        (b"caf\xe9", "copy.md:1: byte 0xe9 is not UTF-8: save the file as UTF-8"),
        (b"\x00\x01\x02\x00", "copy.md: holds no text (too many NUL characters): save it as UTF-8 text"),
        (b"one\n\ntwo " + "e\u0301".encode()[:1] + "\u0301".encode() * 101,
         "copy.md:3: more than 100 accents stand on one letter"),
        (b"word " * 10_000_000, "copy.md: a draft of more than 5,000,000 characters is not read: split it"),
        ("\u00e9 ".encode() * 2_600_000, "copy.md: a draft of more than 5,000,000 characters is not read: split it"),
    ],
    ids=["latin-1", "binary", "accents", "50 MB", "characters"],
)  # fmt: skip
def test_what_is_no_text_is_one_sentence(data: bytes, said: str) -> None:
    assert refused(data) == said


@pytest.mark.parametrize("name", ["copy.adoc", "copy", "copy.", ".md"])
def test_a_format_that_is_not_read_is_named(name: str) -> None:
    assert (
        refused(b"Text.", name) == f"{name}: a draft of this kind is not read (read are {', '.join(READERS)})"
    )


def test_the_suffix_may_be_given_and_is_read_in_any_case() -> None:
    assert read_draft(b"*a*", "-", ".md").document.blocks[0].prose == "a"
    assert read_draft(b"<p>*a*", "x.md", ".HTML").document.blocks[0].prose == "*a*"
    assert read_draft(b"*a*", "X.MD").document.blocks[0].prose == "a"


@pytest.mark.parametrize("suffix", [".md", ".txt", ".html", ".rst"])
@pytest.mark.parametrize("data", [b"", b"\n", b"\xef\xbb\xbf", b" \t\r\n\x0c\n"])
def test_an_empty_draft_has_no_blocks(data: bytes, suffix: str) -> None:
    draft = read_draft(data, f"copy{suffix}")
    assert (draft.document.blocks, draft.comments, draft.day) == ((), (), None)


@pytest.mark.parametrize("suffix", [".md", ".txt", ".html"])
def test_a_line_of_a_million_characters(suffix: str) -> None:
    draft = read("The storm hit Ardby [on](u) <b>Monday</b> &amp; 4 died. " * 18_000, suffix)
    [block] = draft.document.blocks
    at = block.prose.rindex("Ardby")
    span = block.span(at, at + 5)
    place = draft.place(span.start, span.end)
    assert (place.line, draft.raw.text[place.start : place.end]) == (1, "Ardby")


def test_a_draft_can_be_sent_to_another_process() -> None:
    for suffix in (".md", ".html", ".rst", ".txt"):
        draft = read("Text <!-- x --> of 12.", suffix)
        again = pickle.loads(pickle.dumps(draft))
        assert again.document.blocks == draft.document.blocks
        assert again.comments == draft.comments


def test_lines_of_plain_text_that_are_comments_are_no_prose() -> None:
    text = (
        "A title\n\nTwo boats\n<!-- claimcheck: off -->\nsank <!-- not a line --> today.\n  <!-- on -->  \r\n"
        "<!-- a --> text\n<!-- open\nagain -->\n"
    )
    assert [said for _, said in shape(text, ".txt")][:3] == [
        "A title",
        "Two boats",
        "sank <!-- not a line --> today.",
    ]
    draft = read(text, ".txt")
    assert [comment.text for comment in draft.comments] == [" claimcheck: off ", " on "]
    whole = draft.document.text.text
    assert [whole[c.start : c.end] for c in draft.comments] == ["<!-- claimcheck: off -->", "<!-- on -->"]


def test_markup_means_nothing_in_plain_text() -> None:
    assert prose("It was *not* `so` & <b>12</b>.", ".txt") == ["It was *not* `so` & <b>12</b>."]


def test_sentences_of_a_draft_stand_where_they_stand() -> None:
    text = (
        "The U.S. jets hit 3.5 km of road on Jan. 3. Gen. Mark Milley left at 5 p.m. Wednesday. \u201cWe will go. "
        "We must,\u201d he said.\n\n- It cost $1.2 million.\n- St. Louis won 3-2. [They](u) left the U.S. The end.\n\n"
        "> Prices rose to 4.25.\n"
    )
    draft = read(text)
    found = [draft.place(said.span.start, said.span.end) for said in read_prose(draft.document, {}).sentences]
    assert [draft.raw.text[place.start : place.end] for place in found] == [
        "The U.S. jets hit 3.5 km of road on Jan. 3.",
        "Gen. Mark Milley left at 5 p.m. Wednesday.",
        "\u201cWe will go.",
        "We must,\u201d he said.",
        "It cost $1.2 million.",
        "St. Louis won 3-2.",
        "They](u) left the U.S.",
        "The end.",
        "Prices rose to 4.25.",
    ]
