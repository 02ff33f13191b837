"""The parse that everything reads: tokens and sentences, free of spaCy.

`analyse` makes these from text; the dimensions, the propositions and the cache know nothing else. Offsets are
code points of the text that was parsed, indexes count tokens within their sentence.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property

TITLE = "TITLE"  # entity label of the words of a title that are common words: see `works`
CONTENT_POS = frozenset({"NOUN", "PROPN", "VERB", "ADJ", "ADV", "NUM"})


@dataclass(frozen=True, slots=True)
class Token:
    """One token of a sentence, with its place in the dependency tree."""

    i: int
    text: str
    lemma: str  # lower case
    pos: str  # Universal POS tag
    tag: str  # Penn Treebank tag
    dep: str  # ClearNLP dependency label, as spaCy's English models give it
    head: int  # index of the head; the root's is its own
    start: int
    end: int
    ent: str = ""  # entity label ("PERSON", "GPE", "DATE", …) or ""
    ent_first: bool = False  # this token opens its entity

    @property
    def lower(self) -> str:
        return self.text.lower()


@dataclass(frozen=True)
class Sentence:
    """A parsed sentence. `tokens[k].i == k`; `start` and `end` are code points of the parsed text."""

    tokens: tuple[Token, ...]
    start: int
    end: int

    def __len__(self) -> int:
        return len(self.tokens)

    def __getitem__(self, i: int) -> Token:
        return self.tokens[i]

    def __iter__(self) -> Iterator[Token]:
        return iter(self.tokens)

    @cached_property
    def children(self) -> tuple[tuple[int, ...], ...]:
        """For every token the indexes of its dependants, left to right."""
        below: list[list[int]] = [[] for _ in self.tokens]
        for token in self.tokens:
            if token.head != token.i:
                below[token.head].append(token.i)
        return tuple(tuple(row) for row in below)

    @cached_property
    def root(self) -> int:
        """Index of the root (0 for a sentence of no tokens)."""
        return next((t.i for t in self.tokens if t.head == t.i), 0)

    def subtree(self, i: int) -> tuple[int, ...]:
        """Indexes of a token and all below it, in order of the text."""
        found, todo = [], [i]
        while todo:
            at = todo.pop()
            found.append(at)
            todo.extend(self.children[at])
        return tuple(sorted(found))

    def path_up(self, i: int) -> tuple[int, ...]:
        """Indexes from a token's head up to the root, nearest first."""
        path: list[int] = []
        while self.tokens[i].head != i:
            i = self.tokens[i].head
            path.append(i)
        return tuple(path)

    def words(self, first: int, stop: int) -> str:
        """The text of tokens [first:stop), spaced as in the source where tokens touch, else by one space."""
        out = ""
        for k in range(first, stop):
            token = self.tokens[k]
            out += (" " if k > first and token.start > self.tokens[k - 1].end else "") + token.text
        return out
