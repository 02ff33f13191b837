"""Participles written together with what they hang from: "Oslo-based", "company-owned", "German-made"."""

from __future__ import annotations

from collections.abc import Iterator

from claimcheck.gapping import Edge
from claimcheck.tokens import Sentence, Token

# Participles whose first part says where; that of the others is who did it.
PLACED = frozenset("base bear make build headquarter raise grow register list produce".split())
# Participles whose first part does neither ("long-delayed", "well-known").
MANNER = frozenset("know mean dress behave long short".split())


def hyphened(s: Sentence, t: Token) -> Iterator[Edge]:
    """The participants of a participle before a noun, from the word it is joined to by a hyphen."""
    if t.tag != "VBN" or t.dep not in {"amod", "conj", "compound"} or t.i < 2 or s[t.i - 1].tag != "HYPH":
        return
    first, noun = s[t.i - 2], s[t.head]
    if noun.pos not in {"NOUN", "PROPN"} or first.pos not in {"NOUN", "PROPN", "ADJ"} or t.lemma in MANNER:
        return
    named = first.pos == "PROPN"
    yield Edge(t.i, noun.i, "patient")
    yield from (
        Edge(t.i, c, "patient") for c in s.children[noun.i] if s[c].dep == "appos" and s[c].pos == "PROPN"
    )
    if t.lemma in PLACED or t.lower == "born":
        if named:
            yield Edge(t.i, first.i, "prep_in")
    elif named or first.pos == "NOUN":
        yield Edge(t.i, first.i, "agent")
