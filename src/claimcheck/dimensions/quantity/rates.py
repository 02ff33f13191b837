"""Rates: "per day", "a share", "/s", "per 100,000 people"."""

from __future__ import annotations

from claimcheck.dimensions.quantity.draft import Draft, low
from claimcheck.dimensions.quantity.heads import NOMINAL, noun_after
from claimcheck.dimensions.quantity.value import AGE
from claimcheck.dimensions.quantity.words import DENOMINATORS, RATE_ADVERBS
from claimcheck.tokens import Sentence

_SHORT_PERS = {"h": "hour", "hr": "hour", "s": "second", "sec": "second", "min": "minute", "yr": "year", "d": "day",
               "wk": "week", "mo": "month"}  # fmt: skip
_PER = frozenset({"per", "a", "an", "each", "every", "/"})
_NOT_PER_AFTER = frozenset({"after", "before", "earlier", "later", "ago", "when", "old", "and", "half", "of"})


def take_rate(sentence: Sentence, draft: Draft) -> None:
    """Reads "per day", "a share", "/s" after the number or after the thing counted into `per`."""
    if draft.per or draft.dimension in ("ordinal", "version", "score", AGE):
        return
    places = [draft.stop] if draft.head is None else [draft.stop, draft.head + 1]
    for at in places:
        name, stop = _rate_at(sentence, at)
        if name:
            draft.per = name
            if at == draft.stop:
                draft.stop = stop
            else:
                draft.extra.extend(range(at, stop))
            return


def _rate_at(sentence: Sentence, at: int) -> tuple[str, int]:
    word = low(sentence, at)
    if word in RATE_ADVERBS and sentence.tokens[at].pos in ("ADV", "ADJ"):
        following = at + 1 < len(sentence.tokens) and sentence.tokens[at + 1].pos in NOMINAL
        return ("", at) if following else (RATE_ADVERBS[word], at + 1)
    if word not in _PER or at + 1 >= len(sentence.tokens):
        return "", at
    token = sentence.tokens[at + 1]
    noun, after = token.text.lower(), low(sentence, at + 2)
    if word in ("per", "/"):
        if token.pos == "NUM" or token.text[:1].isdigit():
            return _per_many(sentence, at + 1)
        name = _SHORT_PERS.get(noun) or (token.lemma if token.pos in NOMINAL else noun)
        return (name, at + 2) if noun.isalpha() else ("", at)
    if noun in DENOMINATORS and after not in _NOT_PER_AFTER:
        return noun, at + 2
    return "", at


def _per_many(sentence: Sentence, at: int) -> tuple[str, int]:
    """ "Per 100,000 people": the number and the noun's lemma."""
    digits = sentence.tokens[at].text.replace(",", "").lower()
    stop = at + 1
    while stop < len(sentence.tokens) and sentence.tokens[stop].pos == "NUM":
        digits += " " + sentence.tokens[stop].text.lower()
        stop += 1
    noun = noun_after(sentence, stop)
    if noun is None:
        return digits, stop
    return f"{digits} {sentence.tokens[noun].lemma}", noun + 1
