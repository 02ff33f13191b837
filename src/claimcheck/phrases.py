"""Turns of phrase that come to one word: "lost their lives", "service member", "is at large"."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache

from claimcheck import lexicon
from claimcheck.tokens import Sentence, Token


@dataclass(frozen=True, slots=True)
class Idiom:
    """What a turn of phrase comes to in one word ("lost their lives": die), and all the tokens of the phrase."""

    lemma: str
    pos: str
    words: tuple[int, ...]
    undergone: bool = False  # its subject is whom it is done to: "came under fire"


@cache
def _idioms_by_first() -> Mapping[str, tuple[tuple[tuple[str, ...], tuple[str, str]], ...]]:
    grouped: dict[str, list[tuple[tuple[str, ...], tuple[str, str]]]] = {}
    for phrase, meaning in lexicon.idioms().items():
        grouped.setdefault(phrase[0], []).append((phrase[1:], meaning))
    return {first: tuple(rows) for first, rows in grouped.items()}


def phrases(sentence: Sentence, token: Token) -> tuple[Idiom, ...]:
    """The idioms a verb heads: their further words hang from it, in order, with others between."""
    found = _with_preposition(sentence, token)
    rows = _idioms_by_first().get(token.lemma)
    if not rows:
        return tuple(found)
    near = [i for i in sentence.subtree(token.i) if i > token.i and _close(sentence, i, token.i)]
    said = {word for i in near for word in (sentence[i].lemma, sentence[i].lower)}
    for rest, (lemma, pos) in rows:
        if not said.issuperset(rest):
            continue
        words = _in_order(sentence, near, rest)
        if words is not None and not _negated_within(sentence, token.i, words):
            undergone = (token.lemma, *rest) in lexicon.passive_idioms()
            found.append(Idiom(lemma, pos, (token.i, *words), undergone))
    return tuple(found)


def _negated_within(sentence: Sentence, verb: int, words: list[int]) -> bool:
    """ "Pleaded not guilty" is no admission."""
    between = sentence.tokens[verb + 1 : words[-1]]
    return any(t.lower == "not" and t.i not in words and t.head != verb for t in between)


def compounds(sentence: Sentence, noun: Token) -> tuple[Idiom, ...]:
    """ "service member", "job cuts": a noun with the one before it, where the lexicon knows them as one word."""
    state = _after_preposition(sentence, noun)
    if state or noun.pos != "NOUN" or not noun.i:
        return state
    before = sentence[noun.i - 1]
    if before.head != noun.i or before.dep not in {"compound", "amod", "nmod"}:
        return ()
    lemma = f"{before.lemma}_{noun.lemma}"
    return (Idiom(lemma, "n", (before.i, noun.i)),) if lexicon.known(lemma, "n") else ()


def _after_preposition(sentence: Sentence, token: Token) -> tuple[Idiom, ...]:
    """ "Is at large", "under wraps", "out of work": what a preposition and its object say of a subject."""
    words, at = [token.i], sentence[token.head]
    if token.i and sentence[token.i - 1].tag == "IN" and sentence[token.i - 1].head == token.i:
        words.insert(0, token.i - 1)  # "at large", which the parser hangs together the other way about
    while at.pos in {"ADP", "ADV"} and at.i == words[0] - 1:
        words.insert(0, at.i)
        at = sentence[at.head]
    if len(words) == 1 or at.pos not in {"VERB", "AUX", "NOUN"}:
        return ()
    for last in (token.lemma, token.lower):
        found = lexicon.idioms().get((*(sentence[i].lower for i in words[:-1]), last))
        if found is not None and found[1] == "a":
            return (Idiom(*found, tuple(words)),)
    return ()


def _with_preposition(sentence: Sentence, verb: Token) -> list[Idiom]:
    """ "slammed into" where the lexicon knows it as one word."""
    found = []
    for c in sentence.children[verb.i]:
        child = sentence[c]
        lemma = f"{verb.lemma}_{child.lemma}"
        if (
            child.dep in {"prep", "agent", "prt", "advmod"}
            and child.pos in {"ADP", "ADV", "SCONJ"}
            and lexicon.known(lemma, "v")
        ):
            found.append(Idiom(lemma, "v", (verb.i, c)))
    return found


def _close(sentence: Sentence, i: int, verb: int) -> bool:
    """Whether a token hangs from the verb, directly or through a preposition or its object."""
    steps = 0
    while i != verb and steps < 4:
        i = sentence[i].head
        steps += 1
    return i == verb


def _in_order(sentence: Sentence, near: list[int], rest: tuple[str, ...]) -> list[int] | None:
    words, at = [], 0
    for lemma in rest:
        while at < len(near) and lemma not in (sentence[near[at]].lemma, sentence[near[at]].lower):
            at += 1
        if at == len(near):
            return None
        words.append(near[at])
        at += 1
    return words
