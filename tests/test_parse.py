"""Text to sentences: offsets, where sentences start, lemmas, and text of every kind."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claimcheck.lemmas import lemma
from claimcheck.parse import LONGEST, parse, parse_many
from claimcheck.sentences import starts
from claimcheck.tokens import Sentence

# One text a row, its sentences between bars.
SPLIT = """
The strike occurred at 1:15 a.m. Baghdad time on Friday.
The train left at 7:41 p.m. Wednesday from the Central station.
The ferry left on the 6:40 a.m. crossing from the island.
It arrived at 7:41 a.m. | All of the crew were ashore by 9 a.m., she said.
Gen. Mark Milley and Lt. Col. Ann Reyes met Adm. J. P. Holt in the U.S. Senate.
He lives in the U.S. | He was born in Chile.
The firm was founded on 3 Jan. 2011 in St. Louis.
It sold 5.5 million units vs. 4.2 million a year ago.
The tower is approx. 40 m tall.
The tower is 40 m. | Work ended in May.
It cost $4m. | Police shut two roads.
A server needs at least 2 GiB. | There are no 32-bit builds.
The No. 2 carrier, Delta Freight Inc., said profit rose 4%. | Shares fell.
"We won," she said. | "It was hard."
"Is it over?" he asked. | “Yes!” Smith said.
She asked, "Who?" and left.
“You may go. | We stay,” he said.
He said: "We will ... leave tomorrow." | Then he left.
He waited… and waited. | Nothing came.
The pump failed; the crew left; nobody was hurt.
The temperature fell to -5 degrees at night.
A 42-meter tower and a 107 mm rocket stood there.
Roe v. Wade was overruled. | See Fig. 3 for details.
PORT HARREN — | Two boats sank on Monday.
BAGHDAD (AP) — | A rocket hit a base north of the city on Wednesday.
LONDON, March 3 (Reuters) - | Shares of Tarn Plc rose 3% on Monday.
Oslo (NTB) – | The bridge reopened.
The talks - which failed - ended on Monday.
- New exporter for CSV files
1. Install the package.
""".strip().splitlines()


@pytest.mark.parametrize("row", SPLIT)
def test_sentences(row: str) -> None:
    text = row.replace("| ", "")
    assert [text[s.start : s.end] for s in parse(text)] == row.split(" | ")


def test_lists_headings_and_paragraphs_are_apart() -> None:
    text = "## Changes\n- Faster start on Linux\n- Removed the old API\n\nPort Maren\n\nThe ferry sank."
    said = [text[s.start : s.end] for s in parse(text)]
    assert said == [
        "## Changes",
        "- Faster start on Linux",
        "- Removed the old API",
        "Port Maren",
        "The ferry sank.",
    ]


def test_a_list_items_mark_leaves_its_parse_alone() -> None:
    plain, marked = parse("The share of reads rose to 75%.")[0], parse("- The share of reads rose to 75%.")[0]
    assert marked[0].dep == "punct"
    assert marked[marked[0].head].lower == "rose"
    assert [(t.text, t.dep, t.head + 1) for t in plain] == [
        (t.text, t.dep, t.head) for t in marked.tokens[1:]
    ]


def test_a_closing_speaker_is_on_top() -> None:
    [sentence] = parse(
        "Nine sailors drowned when the ferry struck them, a Harbour Board official told reporters."
    )
    assert sentence[sentence.root].lower == "told"


@pytest.mark.parametrize(
    ("text", "root", "subject"),
    [
        ("The freighter Balder sank off Cape Ruan on Sunday.", "sank", "balder"),
        ("The freighter Balder left the port on Sunday.", "left", "balder"),
        ("The freighter that Balder bought was old.", "was", "freighter"),
    ],
)
def test_a_ships_name_is_no_clause(text: str, root: str, subject: str) -> None:
    [sentence] = parse(text)
    assert sentence[sentence.root].lower == root
    below = [sentence[c] for c in sentence.children[sentence.root]]
    assert [t.lower for t in below if t.dep == "nsubj"] == [subject]


LEMMAS = {
    "Soldiers were wounded.": ("wounded", "wound"),
    "He hit the wall.": ("hit", "hit"),
    "She left the city.": ("left", "leave"),
    "She found a boat.": ("found", "find"),
    "The boat lay there.": ("lay", "lie"),
    "They saw it.": ("saw", "see"),
    "He led the party.": ("led", "lead"),
    "The firm has two bases.": ("bases", "base"),
    "The firm paid taxes.": ("taxes", "tax"),
    "The firm was fined by a court.": ("fined", "fine"),
    "The firm was rebranded in May.": ("rebranded", "rebrand"),
    "The larger boat sank.": ("larger", "large"),
    "It was the deadliest storm.": ("deadliest", "deadly"),
}


@pytest.mark.parametrize("text", LEMMAS)
def test_lemmas_in_a_sentence(text: str) -> None:
    word, expected = LEMMAS[text]
    assert [t.lemma for s in parse(text) for t in s if t.lower == word] == [expected]


KNOWN = {
    "verb": {"rate", "rat", "hop", "hope", "elect", "lead", "change"},
    "noun": {"politics", "case", "plateau", "use"},
    "adj": {"large", "big", "busy", "easy"},
    "adv": {"soon"},
}
RULES = [
    ("rated", "rat", "VBN", "rate"),
    ("hopped", "hop", "VBD", "hop"),
    ("hoped", "hop", "VBD", "hope"),
    ("re-elected", "re-electe", "VBN", "re-elect"),
    ("changed", "change", "VBN", "change"),
    ("plateaued", "plateaue", "VBD", "plateau"),
    ("whitelisted", "whiteliste", "VBN", "whitelist"),
    ("politics", "politic", "NNS", "politics"),
    ("cases", "case", "NNS", "case"),
    ("duopolies", "duopolie", "NNS", "duopoly"),
    ("uses", "us", "NNS", "use"),
    ("larger", "larger", "RBR", "large"),
    ("bigger", "bigger", "RBR", "big"),
    ("busiest", "busiest", "RBS", "busy"),
    ("sooner", "sooner", "RBR", "soon"),
    ("more", "more", "RBR", "more"),
    ("later", "later", "RBR", "later"),
    ("eldest", "eld", "JJS", "old"),
    ("base", "base", "NN", "base"),
]


@pytest.mark.parametrize(("word", "given_", "tag", "expected"), RULES)
def test_lemma_rules(word: str, given_: str, tag: str, expected: str) -> None:
    assert lemma(word, given_, tag, KNOWN) == expected


def sound(text: str, sentences: tuple[Sentence, ...]) -> None:
    """Every token is its slice of the text, every sentence one tree, and nothing but white space lies between."""
    seen: set[int] = set()
    end = 0
    for sentence in sentences:
        assert end <= sentence.start == sentence[0].start
        assert sentence.end == sentence[len(sentence) - 1].end
        assert sum(t.head == t.i for t in sentence) == 1
        for k, t in enumerate(sentence):
            assert t.i == k
            assert text[t.start : t.end] == t.text
            assert 0 <= t.head < len(sentence)
            seen.update(range(t.start, t.end))
        end = sentence.end
    assert all(k in seen or c.isspace() for k, c in enumerate(text))


ODD = {
    "nothing": "",
    "white space": " \n\t ",
    "control characters": "A\x00B hit \x01 the \x7f base.\x00",
    "lone surrogates": "A \ud800 rocket hit \udfff\ud83d the base.",
    "emoji": "Rockets 🚀🚀 hit 👩‍👩‍👧 the base 🇬🇧.",
    "right to left": "\u202eضرب الصاروخ القاعدة. Two hit.",
    "line separators": "\x1c\x85 \u2028 a\u2029b\x0b\x0c",
    "one long word": "x" * 20_000,
    "no end of sentence": "the cat sat on the mat and " * 200,
    "quotation marks": '"' * 400,
    "blank lines": "\n" * 2_000 + "a",
}


@pytest.mark.parametrize("kind", ODD)
def test_any_text_is_taken(kind: str) -> None:
    sound(ODD[kind], parse(ODD[kind]))


def test_a_long_text_is_cut_between_paragraphs() -> None:
    paragraph = "The boat sank. Nine sailors drowned.\n\n"
    text = paragraph * (LONGEST // len(paragraph) + 20)
    sentences = parse(text)
    sound(text, sentences)
    assert {text[s.start : s.end] for s in sentences} == {"The boat sank.", "Nine sailors drowned."}


def test_a_megabyte_is_prepared_in_pieces_whatever_it_is() -> None:
    from claimcheck.parse import _pieces

    for text in ("x" * 1_000_000, "word " * 200_000, "A line.\n" * 125_000):
        pieces = _pieces(text)
        assert "".join(piece for _, piece in pieces) == text
        assert max(len(piece) for _, piece in pieces) <= LONGEST


ALPHABET = "aA. “”\"'’\n-#*1()?!…|\t\x00é🚀\ud800"


@given(st.text(st.sampled_from(ALPHABET), max_size=40) | st.text(max_size=40))
def test_offsets_are_exact(text: str) -> None:
    sound(text, parse(text))


@given(
    st.lists(st.sampled_from(["A boat sank.", "", "- One\n- Two", "It cost $4m. Then it sold."]), max_size=5)
)
def test_many_are_parsed_as_one_by_one(texts: list[str]) -> None:
    assert list(parse_many(texts)) == [parse(text) for text in texts]


def test_spelling_says_nothing_where_the_parser_should() -> None:
    words, text = ["He", "ran", ".", "Dogs", "ran", "."], "He ran. Dogs ran."
    assert starts(text, words, [0, 3, 6, 8, 13, 16]) == [True, False, False, None, False, False]
