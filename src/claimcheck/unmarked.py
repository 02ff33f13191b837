"""A clause that somebody says, without "that", where the parser takes its first words for what is said.

"The army said the 90 mm shells were fired at noon" is read as "said the 90 mm that shells were fired". Nobody says a
thing that another clause, with a subject of its own right behind it, describes: the clause is what is said.
"""

from __future__ import annotations

from dataclasses import replace
from typing import Final

from claimcheck.tokens import Sentence, Token

SAYING: Final = frozenset({"say", "warn", "argue", "insist", "claim", "acknowledge", "concede", "testify"})
_FINITE: Final = frozenset({"VBD", "VBZ", "VBP", "MD"})
_OF_ITS_OWN: Final = frozenset({"DET", "PRON"})
_SUBJECTS: Final = frozenset({"nsubj", "nsubjpass"})


def in_all(sentence: Sentence) -> Sentence:
    """ "All told, 17 people were hurt": nobody tells it; the phrase says "altogether"."""
    told = next((t for t in sentence if t.lower == "told" and t.i and sentence[t.i - 1].lower == "all"), None)
    if told is None or told.dep != "ROOT":
        return sentence
    said = next((c for c in sentence.children[told.i] if sentence[c].dep == "ccomp"), None)
    aside = told.i == 1 or sentence[told.i - 2].text == ","
    if said is None or not aside:
        return sentence

    def mend(t: Token) -> Token:
        if t.i == said:
            return replace(t, head=said, dep="ROOT")
        if t.i in {told.i - 1, told.i}:
            return replace(t, head=said, dep="advmod", pos="ADV", tag="RB", lemma="altogether")
        return replace(t, head=said) if t.head == told.i else t

    return replace(sentence, tokens=tuple(mend(t) for t in sentence))


def told(sentence: Sentence) -> Sentence:
    """The sentence with such a clause below its verb of saying, its first words with the subject they belong to."""
    for verb in sentence:
        if verb.lemma not in SAYING or verb.pos != "VERB":
            continue
        for thing in (sentence[c] for c in sentence.children[verb.i]):
            found = _clause(sentence, thing) if thing.dep == "dobj" and thing.i > verb.i else None
            if found is not None:
                return _mended(sentence, verb, thing, *found)
    return sentence


def _clause(sentence: Sentence, thing: Token) -> tuple[Token, Token] | None:
    """The verb and the subject of the clause that begins with the words of a thing said."""
    for verb in (sentence[c] for c in sentence.children[thing.i]):
        if verb.dep != "relcl" or not _is_finite(sentence, verb):
            continue
        for subject in (sentence[c] for c in sentence.children[verb.i]):
            if subject.dep in _SUBJECTS and subject.pos in {"NOUN", "PROPN"}:
                first = sentence.subtree(subject.i)[0]
                if (
                    first == thing.i + 1
                    and sentence[first].pos not in _OF_ITS_OWN
                    and _whole(sentence, verb, subject)
                ):
                    return verb, subject
    return None


def _whole(sentence: Sentence, verb: Token, subject: Token) -> bool:
    """Whether a clause needs nothing before it: "the prayer monks recite" lacks what they recite."""
    if subject.dep == "nsubjpass":
        return True
    said = next(t for t in sentence.path_up(verb.i) if sentence[t].lemma in SAYING)
    after = any(c > verb.i and sentence[c].dep != "punct" for c in sentence.children[verb.i])
    return sentence[said].lemma == "say" and after  # one may claim or acknowledge a thing that others did


def _is_finite(sentence: Sentence, verb: Token) -> bool:
    below = (sentence[c] for c in sentence.children[verb.i])
    return verb.tag in _FINITE or any(c.dep in {"aux", "auxpass"} and c.tag in _FINITE for c in below)


def _mended(sentence: Sentence, verb: Token, thing: Token, clause: Token, subject: Token) -> Sentence:
    def mend(t: Token) -> Token:
        if t.i == clause.i:
            return replace(t, head=verb.i, dep="ccomp")
        if t.i == thing.i:
            return replace(t, head=subject.i, dep="compound")
        if t.head == thing.i and t.dep == "det":
            return replace(t, head=subject.i)
        return t

    return replace(sentence, tokens=tuple(mend(t) for t in sentence))
