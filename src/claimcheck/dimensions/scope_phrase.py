"""Scope told by a turn of phrase: "no fire was deadlier", "did not rise everywhere", "a mix of Danes and Swedes"."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from claimcheck.dimensions.scope_kind import Kind, Scope
from claimcheck.tokens import Sentence, Token

_NOBODY: Final = frozenset({"nothing", "nobody", "none", "neither"})
_NOT: Final = frozenset({"not", "n't", "n’t", "never", "hardly"})
_INDEFINITE: Final = frozenset({"a", "an", "any"})
_SUBJECTS: Final = frozenset({"nsubj", "nsubjpass"})
_MIXED: Final = frozenset({"mix", "mixture", "combination", "blend", "array"})
_NOUNS: Final = frozenset({"NOUN", "PROPN", "PRON"})
_MODIFIERS: Final = frozenset({"amod", "compound", "nummod"})
_KINDS: Final = frozenset({"amod", "compound", "nmod"})
_WITHIN: Final = frozenset({"dobj", "pobj", "advmod", "attr", "dative", "prep", "npadvmod"})
_ORDINALS: Final = frozenset("second third fourth fifth sixth seventh eighth ninth tenth".split())
_PERIODS: Final = frozenset("time day week month quarter year half century decade season world".split())


def find(sentence: Sentence, token: Token) -> Iterator[Scope]:
    """What a token says of scope together with those around it."""
    if token.tag in ("JJR", "RBR") or token.pos in ("ADJ", "ADV"):
        yield from _unsurpassed(sentence, token)
    if token.lower == "other" and token.i and sentence[token.i - 1].lower == "no" and token.dep == "amod":
        yield Scope(Kind.ONLY, token.head, "no other", (token.i - 1, token.i))
    if token.lemma in _MIXED:
        yield from _mixed(sentence, token)
    if token.lower in _ORDINALS and token.dep in _MODIFIERS:
        yield from _nth(sentence, token)


def denied(sentence: Sentence, token: Token) -> int | None:
    """The "not" of "not all", and of "did not rise everywhere", "has not freed all the hostages"."""
    if token.i and sentence[token.i - 1].lower == "not":
        return token.i - 1
    at = token
    while at.head != at.i and (at.pos not in ("VERB", "AUX")):
        if at.i != token.i and at.dep not in _WITHIN:
            return None
        at = sentence[at.head]
    for k in sentence.children[at.i]:
        if k < token.i and at.i < token.i and sentence[k].dep == "neg" and sentence[k].lower != "never":
            return k
    return None


def each_of(sentence: Sentence, token: Token) -> int | None:
    """The nominal that "every one of the schools" speaks of."""
    one = sentence[token.head]
    if one.lower != "one":
        return None
    for k in sentence.children[one.i]:
        if sentence[k].lower == "of":
            return next((j for j in sentence.children[k] if sentence[j].dep == "pobj"), None)
    return None


def _unsurpassed(sentence: Sentence, token: Token) -> Iterator[Scope]:
    """ "No fire was deadlier", "had not seen a worse flood", "nothing as large": what is meant is the most so."""
    grade = _grade(sentence, token)
    if grade is None:
        return
    noun = _graded_noun(sentence, token)
    if noun is None:
        return
    negator = _never(sentence, noun) if sentence[noun].pos == "VERB" else _negator(sentence, noun, token)
    if negator is not None:
        cues = tuple(sorted({negator, *grade, token.i}))
        yield Scope(Kind.MOST, noun, sentence.words(token.i, token.i + 1).lower(), cues, token.lemma)


def _grade(sentence: Sentence, token: Token) -> tuple[int, ...] | None:
    """The tokens that compare: none beside "deadlier", "more" of "more successful", "as" of "as large"."""
    if token.tag in ("JJR", "RBR"):
        return None if token.lower in ("more", "less", "fewer", "later", "earlier") else ()
    for k in sentence.children[token.i]:
        if sentence[k].lower in ("more", "as", "so") and k < token.i:
            after = [j for j in sentence.children[token.i] if sentence[j].lower == "as" and j > token.i]
            return (k, *after) if sentence[k].lower == "as" else (k,)
    return None


def _graded_noun(sentence: Sentence, token: Token) -> int | None:
    head = sentence[token.head]
    if token.dep == "amod" and head.pos in _NOUNS:
        return head.i
    if token.dep == "advmod" and head.pos == "VERB" and token.tag in ("JJR", "RBR"):
        return head.i
    if token.dep in ("acomp", "attr", "oprd") and head.lemma in ("be", "become", "prove"):
        return next((k for k in sentence.children[head.i] if sentence[k].dep in _SUBJECTS), None)
    return None


def _never(sentence: Sentence, verb: int) -> int | None:
    """ "Has never closed lower": at that time it closed lowest."""
    return next((k for k in sentence.children[verb] if sentence[k].lower == "never"), None)


def _negator(sentence: Sentence, noun: int, token: Token) -> int | None:
    """The "no" of the thing compared, or the "not" above "a worse one"."""
    if sentence[noun].lower in _NOBODY:
        return noun
    below = sentence.children[noun]
    for k in below:
        if sentence[k].lower == "no":
            return k
    if token.dep != "amod" or not any(sentence[k].lower in _INDEFINITE for k in below):
        return None
    if sentence[noun].dep not in ("dobj", "attr", "nsubj", "pobj"):
        return None
    above = sentence[noun].head
    return next((k for k in sentence.children[above] if sentence[k].lower in _NOT), None)


def _mixed(sentence: Sentence, token: Token) -> Iterator[Scope]:
    """ "A mix of Danes and Swedes": some are the one, some the other."""
    of = next((k for k in sentence.children[token.i] if sentence[k].lower == "of"), None)
    if of is None:
        return
    named = [j for j in sentence.children[of] if sentence[j].dep == "pobj"]
    named += [j for j in sentence.children[token.i] if sentence[j].dep == "conj" and j > of]
    parts = {j for first in named for j in _conjuncts(sentence, first)}
    for first in named:
        kinds = [_conjuncts(sentence, j) for j in sentence.children[first] if sentence[j].dep in _KINDS]
        parts.update(j for sorts in kinds for j in sorts if len(sorts) > 1 or len(named) > 1)
    if len(parts) > 1:
        for j in sorted(parts):
            yield Scope(Kind.PART, j, f"{token.lower} of", (token.i, of))


def _conjuncts(sentence: Sentence, first: int) -> list[int]:
    found, todo = [], [first]
    while todo:
        at = todo.pop()
        found.append(at)
        todo.extend(k for k in sentence.children[at] if sentence[k].dep in ("conj", "appos"))
    return found


def _nth(sentence: Sentence, token: Token) -> Iterator[Scope]:
    """ "The second woman to lead it" is neither the first nor the only one."""
    noun = sentence[token.head]
    if noun.pos != "NOUN" or noun.lemma in _PERIODS:
        return
    definite = any(sentence[k].lower == "the" for k in sentence.children[noun.i])
    narrowed = any(sentence[k].dep in ("relcl", "acl", "prep") for k in sentence.children[noun.i])
    if definite and (narrowed or noun.dep == "attr"):
        yield Scope(Kind.NTH, noun.i, token.lower, (token.i,))
