"""find() never fails: any token sequence, any text; and what is formatted is found again."""

from __future__ import annotations

import itertools
import random
import string
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claimcheck.dimensions.derive import derived
from claimcheck.dimensions.interval import Interval
from claimcheck.dimensions.quantity import Quantity, find, relate
from claimcheck.finding import Relation
from claimcheck.parse import parse_many
from claimcheck.policy import DEFAULT
from claimcheck.tokens import Sentence, Token

SMALL = (
    "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen "
)
SMALL_WORDS = (SMALL + "seventeen eighteen nineteen").split()
TENS_WORDS = "twenty thirty forty fifty sixty seventy eighty ninety".split()
WORDS = (
    "a an the of to from between and or no not more than less fewer at least most up about nearly almost "
    "some other another half third quarter thirds dozen couple pair score million billion hundred "
    "thousand hundreds dozens percent points percentage per day share times twice doubled once both "
    "neither none only single several few many most majority first second third old year years aged "
    "younger rockets people $ € £ % + - – — / ± ~ # ° °C C m km mm p bn k million's in out by rose fell "
    "exceed exceeded did n't over under plus so older newer version v5.10 4.2.1 3–1 24/7 9.0/10 1/2 ½ 2½ "
    "1990s '90s 19th 2020-03-11 555-1234 16-18 1.2bn-£1.5bn 5: 5:1 3:30 p.m. May 2015 1,203,411 1,2 0 0.0 "
    "00 007 -5 999999999999999999999999999999999999999999999999 1e9 ∞ ٣ ² ① "
).split()  # fmt: skip
POS = [
    ("NOUN", "NNS"),
    ("NUM", "CD"),
    ("VERB", "VBD"),
    ("ADP", "IN"),
    ("PROPN", "NNP"),
    ("ADJ", "JJ"),
    ("DET", "DT"),
]
DEPS = ["nummod", "pobj", "nsubj", "ROOT", "compound", "conj", "quantmod", "prep", "amod", "det", "npadvmod"]


@st.composite
def sentences(draw: st.DrawFn) -> Sentence:
    """A sentence of random tokens, random tags and a random tree (cycles included: a parse is not to be trusted)."""
    word = st.sampled_from(WORDS) | st.text(string.printable + "½€–’", min_size=1, max_size=8)
    texts = draw(st.lists(word, min_size=1, max_size=14))
    tokens, at = [], 0
    for i, text in enumerate(texts):
        pos, tag = draw(st.sampled_from(POS))
        at += draw(st.integers(0, 1))
        head = draw(st.integers(0, len(texts) - 1))
        dep = draw(st.sampled_from(DEPS))
        tokens.append(Token(i, text, text.lower(), pos, tag, dep, head, at, at + len(text)))
        at += len(text)
    return Sentence(tuple(tokens), 0, at)


def check(sentence: Sentence) -> None:
    found = find(sentence)
    taken: list[int] = []
    for q in found:
        assert 0 <= q.start < q.stop <= len(sentence)
        assert q.text == sentence.words(q.start, q.stop)
        assert all(0 <= i < len(sentence) for i in q.words)
        assert relate(q, q, DEFAULT).relation is Relation.ENTAILS
        taken += range(q.start, q.stop)
    assert taken == sorted(set(taken))
    for one, two in itertools.pairwise(found):
        relate(one, two, DEFAULT)
    for made in derived(found, limit=40):
        assert made.operands


@given(sentences())
def test_any_tokens(sentence: Sentence) -> None:
    check(sentence)


def test_random_texts() -> None:
    """A few hundred strings of number talk, through the real parser."""
    chance = random.Random(20240517)
    texts = [" ".join(chance.choices(WORDS, k=chance.randint(2, 14))) for _ in range(300)]
    texts += ["".join(chance.choices("0123456789.,-–/%$€ mk°½:'\"()x", k=24)) for _ in range(200)]
    for parsed in parse_many(texts):
        for sentence in parsed:
            check(sentence)


def test_empty() -> None:
    assert find(Sentence((), 0, 0)) == ()


def spelled(n: int) -> str:
    """A number below a million in words."""
    if n < 20:
        return SMALL_WORDS[n]
    if n < 100:
        rest = f"-{SMALL_WORDS[n % 10]}" if n % 10 else ""
        return TENS_WORDS[n // 10 - 2] + rest
    scale, name = (1000, "thousand") if n >= 1000 else (100, "hundred")
    rest = f" {spelled(n % scale)}" if n % scale else ""
    return f"{spelled(n // scale)} {name}{rest}"


def counted(phrase: str) -> Sentence:
    """ "<phrase> rockets fell" with the tags a parser would give."""
    words = phrase.replace("-", " - ").split()
    texts = [*words, "rockets", "fell"]
    tokens, at = [], 0
    for i, text in enumerate(texts):
        noun, verb = i == len(words), i == len(words) + 1
        pos, tag = ("NOUN", "NNS") if noun else ("VERB", "VBD") if verb else ("NUM", "CD")
        glued = text == "-" or (i > 0 and texts[i - 1] == "-")
        at += 0 if glued or i == 0 else 1
        head = len(texts) - 1 if noun or verb else len(words)
        dep = "nsubj" if noun else "ROOT" if verb else "nummod"
        lemma = "rocket" if noun else text.lower()
        tokens.append(Token(i, text, lemma, pos, tag, dep, head, at, at + len(text)))
        at += len(text)
    return Sentence(tuple(tokens), 0, at)


def only(phrase: str) -> Quantity:
    found = find(counted(phrase))
    assert len(found) == 1, (phrase, found)
    assert found[0].head == len(counted(phrase)) - 2
    return found[0]


@given(st.integers(0, 999_999))
def test_words_round_trip(n: int) -> None:
    assert only(spelled(n)).interval == Interval.point(Decimal(n))


@given(st.integers(0, 10**12))
def test_digits_round_trip(n: int) -> None:
    assert only(f"{n:,}").interval == Interval.point(Decimal(n))


@given(
    st.decimals(min_value="0.1", max_value=900, places=1), st.sampled_from(["thousand", "million", "billion"])
)
def test_scales_round_trip(n: Decimal, scale: str) -> None:
    factor = {"thousand": 10**3, "million": 10**6, "billion": 10**9}[scale]
    q = only(f"{n} {scale}")
    assert q.interval == Interval.point(n * factor)
    assert q.resolution == Decimal("0.1") * factor


@pytest.mark.parametrize(
    ("before", "low_open", "bounded_above"),
    [("more than", True, False), ("at least", False, False), ("up to", False, True)],
)
@given(n=st.integers(1, 10**9))
def test_bounds_round_trip(before: str, low_open: bool, bounded_above: bool, n: int) -> None:
    interval = only(f"{before} {n:,}").interval
    value = Decimal(n)
    expected = Interval(Decimal(0), value) if bounded_above else Interval(value, None, low_open)
    assert interval == expected


@given(st.integers(1, 10**9))
def test_about_holds_the_number_and_no_more_than_a_tenth(n: int) -> None:
    interval = only(f"about {n:,}").interval
    assert interval is not None
    assert interval.contains(Decimal(n))
    assert interval.inside(Interval(Decimal(n) * 9 / 10, Decimal(n) * 11 / 10))
    assert Interval(Decimal(n) * 95 / 100, Decimal(n) * 105 / 100).inside(interval)
