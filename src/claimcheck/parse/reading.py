"""A document as spaCy has annotated it, to tokens of ours."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from functools import cache
from typing import TYPE_CHECKING, NamedTuple

from claimcheck.lemmas import Known, lemma
from claimcheck.tokens import Token

if TYPE_CHECKING:
    from spacy.tokens import Doc

_ASKED = ("IDX", "LEMMA", "TAG", "POS", "DEP", "ENT_TYPE", "ENT_IOB", "IS_SPACE")
_OPENS = 3  # spaCy's number for the first word of an entity


class _Row(NamedTuple):
    """What spaCy says of a token; strings by their number, places by code points and tokens of the document."""

    start: int
    lemma: int
    tag: int
    pos: int
    dep: int
    ent: int
    place_in_ent: int
    space: int
    end: int
    head: int


def sentences(doc: Doc, text: str, at: int, known: Known) -> Iterator[tuple[Token, ...]]:
    """The tokens of each sentence but white space, of a document that stands in `text` from code point `at` on."""
    asked = doc.to_array(list(_ASKED)).tolist()
    heads = doc.to_array("HEAD").astype("int64").tolist()  # how many tokens further on, or back
    rows = [
        _Row._make((*row, row[0] + len(token), k + heads[k]))
        for k, (row, token) in enumerate(zip(asked, doc, strict=True))
    ]

    @cache
    def string(number: int) -> str:
        return str(doc.vocab.strings[number])

    for span in doc.sents:
        yield _tokens(rows, range(span.start, span.end), text, at, string, known)


def _tokens(
    rows: Sequence[_Row], of: range, text: str, at: int, string: Callable[[int], str], known: Known
) -> tuple[Token, ...]:
    place = {k: i for i, k in enumerate(k for k in of if not rows[k].space)}
    made = []
    for k, i in place.items():
        row = rows[k]
        up = row.head
        while up not in place and rows[up].head != up:
            up = rows[up].head
        word, tag = text[at + row.start : at + row.end], string(row.tag)
        made.append(
            Token(
                i,
                word,
                lemma(word.lower(), string(row.lemma).lower(), tag, known),
                string(row.pos),
                tag,
                string(row.dep),
                place.get(up, i),
                at + row.start,
                at + row.end,
                string(row.ent),
                row.place_in_ent == _OPENS,
            )
        )
    return tuple(made)
