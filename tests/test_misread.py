"""Words taken for another part of speech than any sentence of their shape allows."""

from __future__ import annotations

import pytest

from claimcheck.parse import parse


@pytest.mark.parametrize("subject", ["Log retention", "Read timeout", "Charge per call", "Wind speed"])
def test_no_bare_infinitive_is_a_subject(subject: str) -> None:
    tokens = parse(f"{subject} in Studio is 30 days.")[0].tokens
    root = next(t for t in tokens if t.dep == "ROOT")
    subjects = [t for t in tokens if t.head == root.i and t.dep == "nsubj"]
    assert [t.pos for t in subjects] == ["NOUN"]
    assert {t.pos for t in tokens if t.i < subjects[0].i} <= {"NOUN", "PROPN"}


def test_an_infinitive_with_to_stays_one() -> None:
    assert parse("To log in is easy.")[0].tokens[1].tag == "VB"


@pytest.mark.parametrize("sentence", ["Team has SSO.", "The service has SSO."])
def test_an_auxiliary_needs_a_verb(sentence: str) -> None:
    tokens = parse(sentence)[0].tokens
    root = next(t for t in tokens if t.dep == "ROOT")
    assert root.text == "has"
    assert root.pos == "VERB"
    assert {(t.text, t.dep) for t in tokens if t.head == root.i and t.dep in {"nsubj", "dobj"}} == {
        (tokens[root.i - 1].text, "nsubj"),
        (tokens[root.i + 1].text, "dobj"),
    }


def test_a_perfect_keeps_its_auxiliary() -> None:
    tokens = parse("The council has voted.")[0].tokens
    assert [t.text for t in tokens if t.dep == "ROOT"] == ["voted"]


@pytest.mark.parametrize(
    ("sentence", "verb"),
    [
        ("Forty dogs were rescued, nine of them puppies.", "rescued"),
        ("Twelve boats sank, two of them ferries.", "sank"),
    ],
)
def test_a_noun_without_a_verb_heads_no_clause(sentence: str, verb: str) -> None:
    tokens = parse(sentence)[0].tokens
    assert [t.text for t in tokens if t.dep == "ROOT"] == [verb]
    assert tokens[tokens[-2].head].text == verb


def test_a_verb_stands_behind_no_longer() -> None:
    tokens = parse("Backups no longer block writes.")[0].tokens
    assert [(t.text, t.dep) for t in tokens if t.dep in {"ROOT", "dobj"}] == [
        ("block", "ROOT"),
        ("writes", "dobj"),
    ]


@pytest.mark.parametrize(
    ("sentence", "lemma"), [("Tokens cannot be renewed.", "token"), ("Paris was calm.", "paris")]
)
def test_a_plain_plural_that_opens_a_sentence_has_its_lemma(sentence: str, lemma: str) -> None:
    assert parse(sentence)[0].tokens[0].lemma == lemma


@pytest.mark.parametrize(
    ("sentence", "noun", "dep"),
    [
        ("18 rockets struck Camp Taji, a base north of Baghdad.", "base", "appos"),
        ("He was born in Varn, a rural district northeast of Port Harren.", "district", "appos"),
        ("The attack on Al Asad, an air base west of Baghdad, failed.", "base", "appos"),
        ("A base north of Baghdad was hit.", "base", "nsubjpass"),
        ("It lies in a valley west of Dale.", "valley", "pobj"),
        ("The fire began in Harne, a village east of the river.", "village", "appos"),
    ],
)
def test_a_bearing_hangs_from_the_noun_before_it(sentence: str, noun: str, dep: str) -> None:
    tokens = parse(sentence)[0].tokens
    place = next(t for t in tokens if t.text == noun)
    bearing, of = tokens[place.i + 1 : place.i + 3]
    assert (place.pos, place.dep, bearing.tag, bearing.head, of.head) == (
        "NOUN",
        dep,
        "RB",
        place.i,
        bearing.i,
    )
    assert tokens[place.head].text not in {bearing.text, noun}


def test_a_length_measures_a_bearing() -> None:
    tokens = parse("The wreck lies 20 miles north of Varn.")[0].tokens
    assert [tokens[t.head].text for t in tokens if t.text == "miles"] == ["north"]
