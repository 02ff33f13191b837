"""The context of a predicate: what composes, what is consumed, and that nothing breaks it."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claimcheck.dimensions.context import Context, Strength, Tense, context, contexts
from claimcheck.dimensions.context_gerund import GOVERNED
from claimcheck.dimensions.context_kinds import Signature
from claimcheck.dimensions.context_words import ADJECTIVES, NOUNS, SIGNATURES, VERBS
from claimcheck.parse import parse
from claimcheck.tokens import Sentence, Token


def of_word(text: str, word: str) -> tuple[Sentence, Context]:
    (sentence,) = parse(text)
    i = next(t.i for t in sentence if t.text == word)
    return sentence, context(sentence, i)


def words(sentence: Sentence, indexes: tuple[int, ...]) -> list[str]:
    return [sentence[i].text for i in indexes]


@pytest.mark.parametrize(
    ("text", "word", "cues", "governors"),
    [
        ("The firm may not have sold the mill.", "sold", ["not", "may"], []),
        ("The firm failed to sell the mill.", "sell", ["failed"], []),
        ("The firm refused to sell the mill.", "sell", [], ["refused"]),
        ("The firm began to sell the mill.", "sell", [], ["began"]),
        ("The owner said the firm probably sold the mill.", "sold", ["said", "probably"], []),
        ("The owner said it was forced to sell.", "sell", ["said"], ["forced"]),
        ("The mill was sold.", "sold", [], []),
    ],
)
def test_consumed_words(text: str, word: str, cues: list[str], governors: list[str]) -> None:
    sentence, found = of_word(text, word)
    assert sorted(words(sentence, found.cues)) == sorted(cues)
    assert words(sentence, found.governors) == governors


@pytest.mark.parametrize(
    ("text", "word", "tense"),
    [
        ("The mill closed.", "closed", Tense.PAST),
        ("The mill has closed.", "closed", Tense.PAST),
        ("The mill was closed.", "closed", Tense.PAST),
        ("The mill closes at noon.", "closes", Tense.PRESENT),
        ("The mill is closed by its owner every day.", "closed", Tense.PRESENT),
        ("The mill is closing.", "closing", Tense.PRESENT),
        ("The mill will close.", "close", Tense.FUTURE),
        ("The mill is expected to close.", "close", Tense.FUTURE),
        ("The mill may have closed.", "closed", Tense.PAST),
    ],
)
def test_tense(text: str, word: str, tense: Tense) -> None:
    assert of_word(text, word)[1].tense is tense


@pytest.mark.parametrize(
    ("text", "polarity"),
    [
        ("The firm managed to sell.", 1),
        ("The firm did not manage to sell.", -1),
        ("The firm failed to sell.", -1),
        ("The firm did not fail to sell.", 1),
        ("The firm did not fail to avoid having to sell.", -1),
    ],
)
def test_implicatives_compose(text: str, polarity: int) -> None:
    assert of_word(text, "sell")[1].polarity == polarity


def test_hedges_only_weaken_on_the_way_down() -> None:
    (sentence,) = parse("The owner said the firm may be forced to sell the mill.")
    found = contexts(sentence)
    chain = [t.i for t in sentence if t.text in ("said", "forced", "sell")]
    strengths = [found[i].strength for i in chain]
    assert strengths == [Strength.FACT, Strength.POSSIBLE, Strength.POSSIBLE]


def test_a_context_is_read_once() -> None:
    (sentence,) = parse("The owner said the mill was sold.")
    found = contexts(sentence)
    assert len(found) == len(sentence)
    assert found[5] is found[5]
    assert [found[i] for i in found] == [context(sentence, i) for i in range(len(sentence))]
    with pytest.raises(IndexError):
        found[len(sentence)]


def test_every_class_of_the_tables_has_a_signature() -> None:
    used = {
        name
        for table in (VERBS, ADJECTIVES, NOUNS, GOVERNED)
        for kinds in table.values()
        for name in kinds.values()
    }
    assert used == set(SIGNATURES)
    assert all(isinstance(s, Signature) and s.name == name for name, s in SIGNATURES.items())


DEPS = "ROOT nsubj dobj ccomp xcomp advcl relcl acl conj prep pobj pcomp neg aux advmod attr acomp amod det".split()
FORMS = "said not no may failed to report that if only John likely without case rather than according none".split()


@st.composite
def any_sentence(draw: st.DrawFn) -> Sentence:
    """A sentence with a sound tree and otherwise any labels: parsers make mistakes."""
    size = draw(st.integers(1, 12))
    tokens = []
    for i in range(size):
        text = draw(st.sampled_from(FORMS))
        tokens.append(
            Token(
                i=i,
                text=text,
                lemma={"said": "say", "failed": "fail"}.get(text, text.lower()),
                pos=draw(st.sampled_from(["VERB", "AUX", "NOUN", "PROPN", "ADJ", "ADP", "PUNCT", "NUM"])),
                tag=draw(st.sampled_from(["VB", "VBD", "VBN", "MD", "TO", "NN", "WRB", "IN", "JJS"])),
                dep=draw(st.sampled_from(DEPS)),
                head=0 if i == 0 else draw(st.integers(0, i - 1)),
                start=8 * i,
                end=8 * i + len(text),
            )
        )
    return Sentence(tuple(tokens), 0, tokens[-1].end)


@given(any_sentence())
def test_no_parse_breaks_it(sentence: Sentence) -> None:
    for found in contexts(sentence).values():
        assert found.polarity in (1, -1)
        assert all(0 <= k < len(sentence) for k in (*found.cues, *found.governors))
        assert all(0 <= h < len(sentence) for x in found.speakers for h in x.heads)


def test_deep_sentences_are_read_without_recursion() -> None:
    tokens = tuple(
        Token(i, "said", "say", "VERB", "VBD", "ROOT" if i == 0 else "ccomp", max(0, i - 1), 5 * i, 5 * i + 4)
        for i in range(3000)
    )
    assert contexts(Sentence(tokens, 0, 15000))[2999].polarity == 1
