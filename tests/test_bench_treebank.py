"""Treebank tokenisation undone: a corpus of its conventions, and a round trip through a tokeniser written here."""

from __future__ import annotations

import re

import pytest
from bench.treebank import untokenise
from hypothesis import given
from hypothesis import strategies as st

CASES = [
    ("The ship sank .", "The ship sank."),
    (
        "On May 2 , 1931 , it burned ; nobody noticed : why ?",
        "On May 2, 1931, it burned; nobody noticed: why?",
    ),
    ("Anna Berg -LRB- born 4 May 1950 -RRB- sings .", "Anna Berg (born 4 May 1950) sings."),
    ("It is spelled -LSB- tɛst -RSB- or -LCB- x -RCB- .", "It is spelled [tɛst] or {x}."),
    ("She sang `` Low Tide '' twice .", 'She sang "Low Tide" twice.'),
    ("She sang `` Low Tide `` twice .", 'She sang "Low Tide" twice.'),
    ("`` Low `` Tide `` High ``", '"Low" Tide "High"'),
    ("Mara 's boat and the crews ' boats", "Mara's boat and the crews' boats"),
    ("He ca n't , wo n't and did n't .", "He can't, won't and didn't."),
    ("I 'm sure we 'll , they 've and you 'd", "I'm sure we'll, they've and you'd"),
    ("It can not be .", "It cannot be."),
    ("Those who can , notice .", "Those who can, notice."),
    ("It cost $ 3.5 million , £ 2 or US$ 4 .", "It cost $3.5 million, £2 or US$4."),
    ("The # 1 song and the # sign", "The #1 song and the # sign"),
    ("A share of 79 % on 177 reviews", "A share of 79% on 177 reviews"),
    ("Ole Lind -LRB- July 6 , 1927 -- October 3 , 2004 -RRB-", "Ole Lind (July 6, 1927 – October 3, 2004)"),
    ("The war of 1914 -- 1918", "The war of 1914–1918"),
    ("from 24 July 1783 -- 17 December 1830", "from 24 July 1783 – 17 December 1830"),
    ("He played for Arsenal F.C. .", "He played for Arsenal F.C."),
    ("a ratio of 1\\/2", "a ratio of 1/2"),
    ("He called it 'plain nonsense , ' and left", "He called it 'plain nonsense,' and left"),
    ("the summer of '69 was hot", "the summer of '69 was hot"),
    ("`` The site says : `` '' Not bad . '' '' ''", 'The site says: "Not bad."'),
    ("", ""),
    ("  two   spaces ", "two spaces"),
]


@pytest.mark.parametrize(("tokenised", "plain"), CASES)
def test_undone(tokenised: str, plain: str) -> None:
    assert untokenise(tokenised) == plain


@pytest.mark.parametrize("plain", [plain for _, plain in CASES if "# sign" not in plain])
def test_plain_text_is_left_alone(plain: str) -> None:
    assert untokenise(plain) == plain


WORDS = st.sampled_from(
    [
        "Berg",
        "sails",
        "1927",
        "can't",
        "Oslo's",
        "3,400",
        "(again)",
        '"Low Tide"',
        "79%",
        "tide,",
        "well;",
        "$5",
    ]
)


@given(st.lists(WORDS, min_size=1, max_size=12).map(lambda words: " ".join(words) + "."))
def test_round_trip(sentence: str) -> None:
    assert untokenise(tokenise(sentence)) == sentence


def tokenise(sentence: str) -> str:
    """The rules of `tokenizer.sed` that the words above need."""
    text = re.sub(r'"(?=\w)', "`` ", sentence)
    text = text.replace('"', " ''").replace("(", " -LRB- ").replace(")", " -RRB- ")
    text = re.sub(r"(?<=\d)%", " %", text).replace("$", "$ ")
    text = re.sub(r"([,;:])(?= )", r" \1", text)
    text = re.sub(r"n't\b", " n't", re.sub(r"'s\b", " 's", text))
    return " ".join(re.sub(r"\.$", " .", text).split())
