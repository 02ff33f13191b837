"""Turns of phrase that one word stands for, and the words that carry little meaning of their own."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from types import MappingProxyType

from claimcheck.lexicon.records import records

LIGHT_VERBS = frozenset(
    "be have do make take give get carry_out conduct perform undertake engage_in commit hold pay deliver mount "
    "stage launch issue put bring receive suffer sustain experience undergo offer provide show cause become".split()
)
LIGHT_NOUNS = frozenset(
    "number total amount level count figure quantity sum range variety set series kind type sort form part piece "
    "lot bunch group couple pair rest bulk rate degree process act fact case instance matter way manner member one "
    "thing".split()
)


@cache
def _entries() -> tuple[tuple[tuple[str, ...], tuple[str, str], bool], ...]:
    lines = (line.split("\t") for line in (records().text("}idioms") or "").splitlines())
    return tuple((tuple(row[0].split()), (row[1], row[2]), len(row) > 3) for row in lines)


@cache
def idioms() -> Mapping[tuple[str, ...], tuple[str, str]]:
    """Sequences of lemmas and the (lemma, part of speech) that each stands for.

    Articles and possessive pronouns are left out of a sequence: "lost their lives" is ("lose", "life").
    """
    return MappingProxyType({sequence: word for sequence, word, _ in _entries()})


@cache
def passive_idioms() -> frozenset[tuple[str, ...]]:
    """The idioms whose subject is the one it is done to: "came under fire" is "was criticized"."""
    return frozenset(sequence for sequence, _, passive in _entries() if passive)
