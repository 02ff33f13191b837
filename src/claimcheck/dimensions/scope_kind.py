"""Scope words as values: how much of a thing is meant, and which of it."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class Kind(StrEnum):
    ALL = "all"
    NOT_ALL = "not all"
    MOST_OF = "most of"  # a majority
    SOME = "some"
    PART = "part"  # a counted part: 17 of the 41
    NONE = "none"
    ONLY = "only"
    FIRST = "first"
    NTH = "second or later"
    LAST = "last"
    MOST = "most"  # superlatives
    AMONG_MOST = "among the most"  # "one of the largest"
    NEVER = "never"
    ALWAYS = "always"
    SOMETIMES = "sometimes"
    STILL = "still"
    AGAIN = "again"
    ENDED = "no longer"
    ALSO = "also"
    ANOTHER = "another"


@dataclass(frozen=True, slots=True)
class Scope:
    """A scope word bound to the token it speaks of.

    head: index of that token; word: the surface, lower case; cues: the tokens of the scope words;
    what: for a superlative the lemma of the graded word ("large", or "successful" in "most successful");
    rank: 2 for "second largest".
    """

    kind: Kind
    head: int
    word: str
    cues: tuple[int, ...]
    what: str = ""
    rank: int = 1
