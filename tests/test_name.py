"""Names: what is found in sentences, which names are one, and how one bears on another in its slot."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from itertools import pairwise
from pathlib import Path
from typing import Any, ClassVar

import pytest
from hypothesis import given
from hypothesis import strategies as st
from ruamel.yaml import YAML

from claimcheck.dimensions.name import (
    Answer,
    Kind,
    Name,
    aliases_of,
    find,
    name_of,
    near,
    relate,
    same,
    strangers,
)
from claimcheck.dimensions.name_titles import TitleMatch, read_title, relate_titles
from claimcheck.finding import Relation
from claimcheck.parse import parse
from claimcheck.tokens import Sentence, Token

CORPUS = Path(__file__).parent / "corpus"


def rows(name: str) -> list[Any]:
    found: list[Any] = YAML(typ="safe").load((CORPUS / name).read_text(encoding="utf-8"))
    return found


@dataclass(frozen=True)
class Spot:
    canonical: str


class Atlas:
    """A gazetteer of four places."""

    NAMES: ClassVar[dict[str, str]] = {
        "iraq": "Iraq",
        "kirkuk": "Kirkuk",
        "mosul": "Mosul",
        "united states": "United States",
        "u.s.": "United States",
    }
    PEOPLE: ClassVar[dict[str, str]] = {
        "iraqi": "Iraq",
        "american": "United States",
        **{k: v for k, v in NAMES.items() if v in {"Iraq", "United States"}},
    }
    INSIDE: ClassVar[set[tuple[str, str]]] = {("Iraq", "Kirkuk"), ("Iraq", "Mosul")}

    def demonym(self, word: str, /) -> str | None:
        return self.PEOPLE.get(word.lower())

    def place(self, name: str, /) -> Spot | None:
        found = self.NAMES.get(name.lower())
        return Spot(found) if found else None

    def contains(self, outer: str, inner: str, /) -> bool:
        return (self._canonical(outer), self._canonical(inner)) in self.INSIDE

    def apart(self, a: str, b: str, /) -> bool:
        ca, cb = self._canonical(a), self._canonical(b)
        return bool(ca and cb) and ca != cb and not self.contains(a, b) and not self.contains(b, a)

    def metonym(self, name: str, /) -> str | None:
        return {"washington": "United States", "pentagon": "Department of Defense"}.get(name.lower())

    def _canonical(self, name: str) -> str | None:
        return self.demonym(name) or self.NAMES.get(name.lower())


def read(text: str) -> Name:
    kind, mark, rest = text.partition("=")
    return name_of(rest, kind=Kind(kind)) if mark else name_of(text)


FIND = rows("name_find.yaml")


@cache
def found(text: str) -> tuple[tuple[Sentence, tuple[Name, ...]], ...]:
    return tuple((s, find(s)) for s in parse(text))


@pytest.mark.parametrize("row", FIND, ids=[row["text"][:40] for row in FIND])
def test_find(row: dict[str, Any]) -> None:
    names = [n for _, row_names in found(row["text"]) for n in row_names]
    expected = [re.fullmatch(r"(.+?)(?: \((\w+)\))?(?: <(.+)>)?", e) for e in row["names"]]
    assert [n.text for n in names] == [m[1] for m in expected if m]
    for name, wanted in zip(names, expected, strict=True):
        assert wanted is not None
        assert name.title == (wanted[3] or "")
        if wanted[2]:
            assert name.kind == wanted[2], name


@pytest.mark.parametrize("row", FIND, ids=[row["text"][:40] for row in FIND])
def test_find_places_names_in_the_sentence(row: dict[str, Any]) -> None:
    for sentence, names in found(row["text"]):
        for name in names:
            assert name.first <= name.core <= name.head < name.stop
            assert sentence[name.first].start == name.start
            assert row["text"][name.start : name.end].startswith(name.title)
            assert row["text"][name.start : name.end].endswith(name.text)
        slices = [(n.first, n.stop) for n in names]
        assert all(a[1] <= b[0] for a, b in pairwise(slices))


def test_find_takes_a_persons_name_apart() -> None:
    (name,) = found("Maria de la Cruz, Jr. left.")[0][1]
    assert (name.given, name.surname, name.suffix) == ("Maria", "de la Cruz", "Jr.")
    (name,) = found("Gen. Alan Bridger's aide left.")[0][1]
    assert (name.text, name.possessive, name.given, name.surname) == ("Alan Bridger", True, "Alan", "Bridger")


SAME = rows("name_same.yaml")


@pytest.mark.parametrize(("first", "second", "answer", "rule"), SAME, ids=[f"{r[0]} / {r[1]}" for r in SAME])
def test_same(first: str, second: str, answer: str, rule: str) -> None:
    match = same(read(first), read(second))
    assert (match.answer, match.rule) == (answer, rule)
    assert same(read(second), read(first)) == match


def test_same_uses_aliases_of_the_text_and_the_ledger() -> None:
    board, short = read("org=Harbor Works Agency"), read("org=MAB")
    assert same(board, short).answer is Answer.MAYBE
    assert same(board, short, aliases_of({"Harbor Works Agency": ["MAB"]})).rule == "alias"
    assert same(read("place=U.S."), read("place=America"), aliases_of({"X": ["Y"]})).yes


def test_same_uses_places() -> None:
    atlas = Atlas()
    assert same(read("person=Tom Kirkuk"), read("place=Kirkuk"), places=atlas).rule == "surname-or-place"
    assert same(read("person=Bruno Aldan"), read("place=Aldan"), places=atlas).rule == "surname"
    assert same(read("nationality=Americans"), read("place=U.S."), places=atlas).rule == "demonym"
    assert same(read("nationality=Iraqi"), read("nationality=American"), places=atlas).no


RELATE = rows("name_relate.yaml")


@pytest.mark.parametrize(
    ("evidence", "statement", "one_filler", "rule", "relation"),
    RELATE,
    ids=[f"{r[0]} -> {r[1]}" for r in RELATE],
)
def test_relate(evidence: str, statement: str, one_filler: bool, rule: str, relation: str) -> None:
    finding = relate(read(evidence), read(statement), one_filler=one_filler, places=Atlas())
    assert (finding.rule, finding.relation) == (rule, relation)
    assert finding.evidence == read(evidence).full
    assert finding.statement == read(statement).full


def test_a_seat_of_power_speaks_for_its_country_but_is_not_where_it_is() -> None:
    country, seat = read("place=U.S."), read("place=Washington")
    assert relate(country, seat, one_filler=True, places=Atlas(), locative=False).rule == "name.alias"
    assert relate(country, seat, one_filler=True, places=Atlas()).relation is Relation.UNDETERMINED


def test_a_seat_of_power_is_never_told_apart_from_what_it_stands_for() -> None:
    seat, office = read("org=Pentagon"), read("org=Defense Department")
    assert same(seat, office, places=Atlas()).rule == same(office, seat, places=Atlas()).rule == "metonym"
    assert relate(seat, office, one_filler=True, places=Atlas(), locative=False).relation is Relation.ENTAILS
    assert relate(seat, office, one_filler=True, places=Atlas()).relation is Relation.UNDETERMINED


def test_a_part_does_not_act_for_its_whole() -> None:
    finding = relate(
        read("place=Kirkuk"), read("place=Iraq"), one_filler=True, places=Atlas(), locative=False
    )
    assert (finding.rule, finding.relation) == ("name.part", Relation.UNDETERMINED)


def test_a_title_known_from_elsewhere_in_the_document_counts() -> None:
    bare, titled = read("person=Kells"), read("Gen. Kells")
    assert relate(bare, titled, one_filler=True).relation is Relation.UNSTATED
    assert relate(bare, titled, one_filler=True, titles=["Army Gen."]).relation is Relation.ENTAILS
    assert relate(bare, titled, one_filler=True, titles=["Col."]).relation is Relation.CONTRADICTS


@pytest.mark.parametrize(
    ("evidence", "statement", "expected"),
    [
        ("Army Gen.", "General", TitleMatch.SAME),
        ("Army Gen.", "Navy Gen.", TitleMatch.EXCLUSIVE),
        ("Lt. Col.", "Col.", TitleMatch.EXCLUSIVE),
        ("chief executive officer", "CEO", TitleMatch.SAME),
        ("chief executive", "Chief Financial Officer", TitleMatch.EXCLUSIVE),
        ("chief executive", "chairman", TitleMatch.OPEN),
        ("Secretary of Defense", "Defense Secretary", TitleMatch.SAME),
        ("Foreign Minister", "Finance Minister", TitleMatch.EXCLUSIVE),
        ("deputy minister", "minister", TitleMatch.EXCLUSIVE),
        ("Foreign Minister", "Minister", TitleMatch.SAME),
        ("Minister", "Foreign Minister", TitleMatch.OPEN),
        ("acting director", "director", TitleMatch.OPEN),
        ("singer", "actor", TitleMatch.OPEN),
        ("Dr.", "Gen.", TitleMatch.OPEN),
    ],
)
def test_titles(evidence: str, statement: str, expected: TitleMatch) -> None:
    assert relate_titles(read_title(evidence), read_title(statement)) is expected


@pytest.mark.parametrize(
    ("first", "second", "is_near"),
    [
        ("Marit Ostervald", "Marit Osterveld", True),
        ("Östervéld", "Östervéld", True),
        ("Kestrel 4.1", "Kestrel 4.2", False),
        ("Alan Bridger", "Carla Monroe", False),
        ("Ann", "Anne", False),
    ],
)
def test_near(first: str, second: str, is_near: bool) -> None:
    assert (near(read(first), read(second)) >= 85) is is_near
    assert near(read(first), read(second)) == near(read(second), read(first))


LETTERS = st.text(alphabet="abcdefgABCDEFG ÉéÖ'’-.&:0123IVX, ", min_size=1, max_size=24)
PIECES = st.lists(
    st.sampled_from(
        [
            "Gen.",
            "Mark",
            "Milley",
            "al-Asad",
            "of",
            "the",
            "Bank",
            "England",
            "Inc.",
            "II",
            "4.2",
            "MAB",
            "Jr.",
            "&",
        ]
    ),
    min_size=1,
    max_size=5,
).map(" ".join)
NAMES = st.builds(
    lambda text, kind: name_of(text, kind=kind), LETTERS | PIECES, st.none() | st.sampled_from(Kind)
)


@given(NAMES)
def test_a_name_is_itself(name: Name) -> None:
    assert same(name, name).yes


@given(NAMES, NAMES)
def test_same_is_symmetric(a: Name, b: Name) -> None:
    assert same(a, b) == same(b, a)
    assert same(a, b, places=Atlas()) == same(b, a, places=Atlas())


@given(NAMES, NAMES)
def test_strangers_are_never_the_same(a: Name, b: Name) -> None:
    if strangers(a, b):
        assert not same(a, b).yes
    if strangers(a, b, places=Atlas()):
        assert not same(a, b, places=Atlas()).yes


@pytest.mark.parametrize(("first", "second", "answer", "_rule"), SAME, ids=[f"{r[0]} / {r[1]}" for r in SAME])
def test_no_namesakes_are_taken_for_strangers(first: str, second: str, answer: str, _rule: str) -> None:
    assert answer != "yes" or not strangers(read(first), read(second))


@given(NAMES, NAMES, st.booleans())
def test_relate_contradicts_only_what_is_not_the_same(a: Name, b: Name, locative: bool) -> None:
    finding = relate(a, b, one_filler=False, places=Atlas(), locative=locative)
    assert finding.relation is not Relation.CONTRADICTS or finding.rule == "name.title"
    assert relate(a, a, one_filler=True, places=Atlas(), locative=locative).relation is Relation.ENTAILS


@st.composite
def sentences(draw: st.DrawFn) -> Sentence:
    """Any tokens in any tree: what a parser should never give, and might."""
    texts = draw(
        st.lists(
            st.sampled_from(
                ["The", "Gen.", "Mark", "Milley", "'s", "of", "and", "-", ",", "Inc.", "4.2", "al", "Bank", "(", "MAB",
                 ")", ":", "&", "said", "he", "its", "ferry", "company", '"', "we", "3rd", "May", "“", "/v1",
                 "\u200f", "🙂"]
            ),
            min_size=1,
            max_size=14,
        )
    )  # fmt: skip
    tags = st.sampled_from(
        ["PROPN", "NOUN", "VERB", "ADJ", "DET", "PRON", "PUNCT", "NUM", "ADP", "PART", "AUX"]
    )
    deps = st.sampled_from(
        ["nsubj", "dobj", "compound", "appos", "conj", "pobj", "poss", "attr", "det", "relcl", "prep", "ROOT"]
    )
    labels = st.sampled_from(["", "PERSON", "ORG", "GPE", "NORP", "DATE", "WORK_OF_ART", "EVENT"])
    tokens, at = [], 0
    for i, text in enumerate(texts):
        head = draw(st.integers(0, i)) if i else 0
        tag = "POS" if text == "'s" else draw(st.sampled_from(["NN", "NNS", "NNP", "PRP", "PRP$"]))
        tokens.append(
            Token(
                i,
                text,
                text.lower(),
                draw(tags),
                tag,
                draw(deps),
                head,
                at,
                at + len(text),
                draw(labels),
                draw(st.booleans()),
            )
        )
        at += len(text) + draw(st.integers(0, 1))
    return Sentence(tuple(tokens), 0, at)


@given(sentences())
def test_find_reads_any_tree(sentence: Sentence) -> None:
    names = find(sentence)
    ends = [0, *(n.stop for n in names)]
    assert all(end <= n.first < n.stop <= len(sentence) for end, n in zip(ends, names, strict=False))
    assert all(n.first <= n.head < n.stop and n.text for n in names)
