"""What a sentence is found by: its words' lemmas and its names. Numbers and dates are left out.

A statement with a wrong figure must find the claim that has the right one, so values never steer the search.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache

from claimcheck import lexicon
from claimcheck.dimensions.name import Name, key
from claimcheck.dimensions.name_value import words as folded
from claimcheck.dimensions.quantity import Quantity
from claimcheck.reading import LEXICON_POS, Node, Reading, Stands, is_content

NOT_TERMS = frozenset({"be", "have", "do"})
_SMALL = frozenset("of the and a an for in on at to de la le".split())


@dataclass(frozen=True, slots=True)
class Terms:
    """What one sentence is found by, each in order of the text, repetitions kept.

    words: (lemma, lexicon part of speech); names: folded words and keys of names; implied: the same, words and names,
    of what its mentions stand for ("He": the words of "Mark Milley").
    """

    words: tuple[tuple[str, str], ...] = ()
    names: tuple[str, ...] = ()
    implied: tuple[str, ...] = ()


def terms(reading: Reading) -> Terms:
    """The terms of one sentence."""
    words: list[tuple[str, str]] = []
    named: list[str] = []
    for node in reading.nodes:
        if isinstance(node.value, Name):
            named += name_terms(node.value)
            words += [(word, "n") for word in node.value.title.lower().split()]
        elif isinstance(node.value, Quantity):
            words += _beside_number(reading, node)
        elif node.kind == "word":
            words += _word(node)
    implied = [term for head in sorted(reading.stands) for term in _stood_for(reading.stands[head])]
    kept = tuple((lemma, pos) for lemma, pos in words if lemma not in NOT_TERMS and _is_term(lemma))
    return Terms(kept, tuple(named), tuple(dict.fromkeys(implied)))


def name_terms(name: Name) -> list[str]:
    """The folded words of a name, its key where it has several, and the key of the place that it is an adjective of."""
    return list(_name_terms(name.text))


@lru_cache(maxsize=4096)
def _name_terms(name: str) -> tuple[str, ...]:
    words = [word for word in folded(name) if word not in _SMALL]
    home = lexicon.demonym(name)
    keys = [key(name)] if len(words) > 1 else []
    found = dict.fromkeys((*words, *keys, key(home) if home else ""))
    return tuple(term for term in found if _is_term(term))


def text_terms(texts: Iterable[str]) -> list[str]:
    """The folded words of titles and headings, as they stand."""
    found = (word for text in texts for word in folded(text))
    return [word for word in dict.fromkeys(found) if word not in _SMALL and _is_term(word)]


def _is_term(term: str) -> bool:
    """Whether a term can stand in the index: something of it is a letter or digit, and nothing is a space."""
    plain = term.isalnum() or (any(c.isalnum() for c in term) and len(term.split()) == 1)
    return plain and len(term) < 200


def _word(node: Node) -> list[tuple[str, str]]:
    found = [(node.lemma, node.pos)]
    if "_" in node.lemma:
        found.append((node.lemma.split("_")[0], node.pos))
    return found + [(idiom.lemma, idiom.pos) for idiom in node.idioms]


def _beside_number(reading: Reading, node: Node) -> list[tuple[str, str]]:
    """The words of a quantity that are no number: its unit, or the thing counted."""
    tokens = [reading.sentence[i] for i in node.words]
    return [
        (t.lemma, LEXICON_POS.get(t.pos, "n"))
        for t in tokens
        if t.pos != "NUM" and t.lemma.isalpha() and is_content(t, reading.sentence)
    ]


def _stood_for(stands: Stands) -> list[str]:
    found = [term for name in stands.names for term in name_terms(name)]
    return found + sorted(lemma for lemma in stands.lemmas if _is_term(lemma) and lemma not in _SMALL)
