"""spaCy's attribute ruler, read from its patterns into a table: the same parts of speech in a fifth of the time.

The ruler gives a token its part of speech, its morphology and, of some, the lemma, by patterns of one or two tokens
that ask for tag, spelling and dependency label. Its matcher tries all of them on every token; here each kind of token
is tried once.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, MutableMapping, Sequence
from functools import lru_cache
from itertools import pairwise
from typing import TYPE_CHECKING, Any

from claimcheck.lemmas import Known

if TYPE_CHECKING:
    from spacy.language import Language
    from spacy.tokens import Doc

_ASKED = ("TAG", "LOWER", "DEP", "IS_SPACE")
_GIVEN = ("POS", "MORPH", "LEMMA")
_FORM = ("ORTH", "POS", "MORPH", "LEMMA")
_KINDS = 1 << 13
Wanted = Mapping[str, Any]  # what a pattern asks of a token
Kind = tuple[
    str, str, str, bool
]  # what a token answers, in the order of _ASKED; no spelling that no pattern asks for
Rule = tuple[
    int, tuple[Wanted, ...], int
]  # its place among the rules, its pattern, the token it gives attributes to


class Attributes:
    """The attribute ruler of a pipeline, and its lemmatizer with what it said of each form kept.

    Raises ValueError where a pattern asks for more than tag, spelling, dependency label and white space, or is longer
    than two tokens. `known`: the lemmatizer's own lemmas by part of speech.
    """

    def __init__(self, nlp: Language) -> None:
        ruler: Any = nlp.get_pipe("attribute_ruler")
        lemmatizer: Any = nlp.get_pipe("lemmatizer")
        self._lemmatizer = lemmatizer
        self._lemmas: dict[tuple[int, int, int], int] = {}
        self._strings = nlp.vocab.strings
        self._rules: list[Rule] = [
            (k, tuple(pattern), row["index"])
            for k, row in enumerate(ruler.patterns)
            for pattern in row["patterns"]
        ]
        asked = [wanted for _, pattern, _ in self._rules for wanted in pattern]
        if any(key not in _ASKED for wanted in asked for key in wanted):
            raise ValueError("a pattern of the attribute ruler asks for something unknown")
        if any(len(pattern) > 2 for _, pattern, _ in self._rules):
            raise ValueError("a pattern of the attribute ruler is longer than two tokens")
        self._by_tag = _by_tag(self._rules)
        self.known = _as_sets(lemmatizer.lookups.get_table("lemma_index"))
        ids = [self._strings[name] for name in _GIVEN]
        self._given = [tuple(attrs.get(i) for i in ids) for attrs in ruler.attrs]
        spellings = [wanted["LOWER"] for wanted in asked if "LOWER" in wanted]
        self._words = frozenset(
            w for s in spellings for w in ([s] if isinstance(s, str) else s.get("IN", ()))
        )
        self._other = [s for s in spellings if not isinstance(s, str) and set(s) != {"IN"}]
        # One table each, for as long as the pipeline lives: how a row of numbers reads, and which rules hold of it.
        self._kind = lru_cache(_KINDS)(self._read)
        self._alone = lru_cache(_KINDS)(self._single)
        self._beside = lru_cache(_KINDS)(self._double)
        self._values = lru_cache(_KINDS)(self._sum)

    def mark(self, doc: Doc) -> None:
        """Give every token of a tagged and parsed text its part of speech and morphology, and the rules' lemmas."""
        from numpy import array, uint64

        kinds = [self._kind(tuple(row)) for row in _rows(doc, _ASKED)]
        rules = [self._alone(kind) for kind in kinds]
        for i, (one, two) in enumerate(pairwise(kinds)):
            for k, index in self._beside(one, two):
                rules[i + index] = tuple(sorted((*rules[i + index], k)))
        if rules:
            rows: Any = array([self._values(found) for found in rules], dtype=uint64)
            doc.from_array(list(_GIVEN), rows)
            lemmas: Any = array(
                [self._lemma(doc, i, *row) for i, row in enumerate(_rows(doc, _FORM))], uint64
            )
            doc.from_array(["LEMMA"], lemmas)

    def _lemma(self, doc: Doc, i: int, orth: int, pos: int, morph: int, lemma: int) -> int:
        """A token's lemma: the rules' own, or the lemmatizer's, which goes by form, part of speech and morphology."""
        if lemma:
            return lemma
        found = self._lemmas.get((orth, pos, morph))
        if found is None:
            found = self._strings.add(self._lemmatizer.lemmatize(doc[i])[0])
            if len(self._lemmas) >= _KINDS:
                self._lemmas.clear()
            self._lemmas[orth, pos, morph] = found
        return found

    def _read(self, row: tuple[int, ...]) -> Kind:
        tag, lower, dep = (self._strings[value] if value else "" for value in row[:3])
        told = lower in self._words or any(_fits(lower, wanted) for wanted in self._other)
        return tag, lower if told else "", dep, bool(row[3])

    def _single(self, kind: Kind) -> tuple[int, ...]:
        return tuple(k for k, pattern, _ in self._asking(kind) if len(pattern) == 1 and _is(kind, pattern[0]))

    def _double(self, one: Kind, two: Kind) -> tuple[tuple[int, int], ...]:
        return tuple(
            (k, index)
            for k, pattern, index in self._asking(one)
            if len(pattern) == 2 and _is(one, pattern[0]) and _is(two, pattern[1])
        )

    def _asking(self, kind: Kind) -> list[Rule]:
        """The rules whose first token may have the tag of this kind, in their order."""
        return sorted(self._by_tag[None] + self._by_tag.get(kind[0], []), key=lambda rule: rule[0])

    def _sum(self, rules: tuple[int, ...]) -> tuple[int, ...]:
        """The attributes that rules give together: a later one overrides an earlier."""
        found = [0] * len(_GIVEN)
        for k in rules:
            found = [old if new is None else new for old, new in zip(found, self._given[k], strict=True)]
        return tuple(found)


def _by_tag(rules: Sequence[Rule]) -> dict[str | None, list[Rule]]:
    """Rules by the tag that they ask of their first token; under None those that ask for none or one of several."""
    found: dict[str | None, list[Rule]] = {None: []}
    for rule in rules:
        tag = rule[1][0].get("TAG")
        found.setdefault(tag if isinstance(tag, str) else None, []).append(rule)
    return found


def _as_sets(index: MutableMapping[str, Any]) -> Known:
    """The lemmatizer's lemmas by part of speech, as sets in its table too: it looks each form up in a list else."""
    for pos, lemmas in list(index.items()):
        index[pos] = frozenset(lemmas)
    return {pos: index[pos] for pos in ("verb", "noun", "adj", "adv")}


def _rows(doc: Doc, names: Sequence[str]) -> list[list[int]]:
    found: list[list[int]] = doc.to_array(list(names)).tolist()
    return found


def _is(kind: Kind, wanted: Wanted) -> bool:
    return all(_fits(kind[_ASKED.index(key)], asked) for key, asked in wanted.items())


def _fits(value: str | bool, asked: object) -> bool:
    """Whether a value is what a pattern asks for: itself, or an expression of the matcher's."""
    if not isinstance(asked, Mapping):
        return bool(value == asked)
    tests: dict[str, Callable[[Any], bool]] = {
        "IN": lambda words: value in words,
        "NOT_IN": lambda words: value not in words,
        "REGEX": lambda pattern: re.search(pattern, str(value)) is not None,
    }
    return all(tests[name](argument) for name, argument in asked.items())
