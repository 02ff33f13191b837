"""Common-noun phrases of a sentence that may speak of a thing: "a base north of the city", "the 42-metre vessel"."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass

from claimcheck.dimensions.name_lists import DIRECTIONS
from claimcheck.entities.words import EMPTY_NOUNS
from claimcheck.tokens import Sentence, Token

_DEFINITE = frozenset({"the", "this", "that", "these", "those"})
_INDEFINITE = frozenset(
    {"a", "an", "another", "some", "any", "each", "every", "no", "several", "many", "few", "both"}
)
_VALUES = frozenset({"DATE", "TIME", "PERCENT", "MONEY", "QUANTITY"})
_LEFT = frozenset(
    {"det", "amod", "compound", "nummod", "poss", "nmod", "quantmod", "predet", "advmod", "case", "punct"}
)
_WIDE = frozenset({"relcl", "acl", "prep", "appos"})
_EMPTY = EMPTY_NOUNS | DIRECTIONS
_BREAKS = frozenset({"|", "—", ":", ";", "(", ")", "•", "*", "#"})
_SKIPPED = frozenset({"compound", "nmod", "amod", "npadvmod", "quantmod", "nummod", "advmod", "punct", "dep"})


@dataclass(frozen=True, slots=True)
class Nominal:
    """A noun phrase [first:head + 1) of a sentence.

    `modifiers` are the lemmas of adjectives and nouns before the head, `count` its number word or "", `owner` the words
    that own it; `narrowed` tells a phrase that says itself which one is meant ("the cost of fuel").
    """

    sentence: int
    first: int
    head: int
    lemma: str
    text: str
    plural: bool
    definite: bool
    indefinite: bool
    modifiers: frozenset[str]
    count: str
    owner: str
    narrowed: bool
    measured: bool  # a modifier is a measure ("42-meter") that no earlier mention need have given

    @property
    def stop(self) -> int:
        return self.head + 1


def nominals(sentence: Sentence, at: int, taken: Collection[int]) -> list[Nominal]:
    """The noun phrases of a sentence whose heads are not among the tokens `taken` by names."""
    return [
        _nominal(sentence, at, t)
        for t in sentence.tokens
        if t.pos == "NOUN" and t.i not in taken and _is_thing(sentence, t)
    ]


def _is_thing(sentence: Sentence, t: Token) -> bool:
    if t.dep in _SKIPPED and not _before_direction(sentence, t):
        return False
    return t.ent not in _VALUES and t.lemma not in _EMPTY and t.text[0].isalpha()


def _before_direction(sentence: Sentence, t: Token) -> bool:
    """ "a base north of the city": the parser may hang the noun on the direction."""
    after = t.i + 1
    if t.head != after or after + 1 >= len(sentence) or sentence[after].lower not in DIRECTIONS:
        return False
    return sentence[after + 1].lower == "of"


def _nominal(sentence: Sentence, at: int, head: Token) -> Nominal:
    tokens = sentence.tokens
    left = [tokens[i] for i in sentence.children[head.i] if i < head.i and tokens[i].dep in _LEFT]
    left = left[next((k + 1 for k in range(len(left) - 1, -1, -1) if left[k].text in _BREAKS), 0) :]
    first = min(
        (sentence.subtree(t.i)[0] if t.dep == "poss" else _leftmost(sentence, t.i) for t in left),
        default=head.i,
    )
    det = next((t.lower for t in left if t.dep == "det"), "")
    count = next((t.lower for t in left if t.dep == "nummod" and t.ent != "DATE"), "")
    owner = next((sentence.words(sentence.subtree(t.i)[0], t.i + 1) for t in left if t.dep == "poss"), "")
    modifiers, measured = _modifiers(sentence, left)
    return Nominal(
        sentence=at,
        first=first,
        head=head.i,
        lemma=head.lemma,
        text=sentence.words(first, head.i + 1),
        plural=head.tag == "NNS",
        definite=det in _DEFINITE,
        indefinite=det in _INDEFINITE or (not det and not owner and (head.tag == "NNS" or bool(count))),
        modifiers=modifiers,
        count=count,
        owner=owner,
        narrowed=_narrowed(sentence, head),
        measured=measured,
    )


def _leftmost(sentence: Sentence, i: int) -> int:
    while sentence.children[i] and sentence.children[i][0] < i:
        i = sentence.children[i][0]
    return i


def _modifiers(sentence: Sentence, left: list[Token]) -> tuple[frozenset[str], bool]:
    found, measured = set(), False
    for t in left:
        if t.dep in {"amod", "compound", "nmod"} or (t.dep == "nummod" and t.ent == "QUANTITY"):
            if t.ent == "QUANTITY":
                measured = True
                continue
            found.add(t.lemma)
            found.update(
                sentence[i].lemma
                for i in sentence.children[t.i]
                if sentence[i].dep in {"compound", "amod", "nmod"}
            )
    return frozenset(found), measured


def _narrowed(sentence: Sentence, head: Token) -> bool:
    """Whether what follows the noun says which one: "of …", "that …", "north of …"; an apposition does not."""
    for i in sentence.children[head.i]:
        t = sentence[i]
        if i < head.i or t.dep not in _WIDE or t.dep == "appos":
            continue
        comma = i - 1 > head.i and sentence[sentence.subtree(i)[0] - 1].text == ","
        if not comma:
            return True
    return False
