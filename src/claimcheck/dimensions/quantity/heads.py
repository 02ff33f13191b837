"""The thing a quantity counts and the word it hangs from, by the tree where it helps and by the order of words."""

from __future__ import annotations

from claimcheck.dimensions.quantity.draft import Draft, low
from claimcheck.dimensions.quantity.value import AGE, POINTS, RATIO, SHARE
from claimcheck.dimensions.quantity.words import NOT_HEADS
from claimcheck.tokens import Sentence, Token

NOMINAL = frozenset({"NOUN", "PROPN"})
_INNER = frozenset({"nummod", "compound", "amod", "nmod", "quantmod", "det", "poss", "predet", "advmod"})
_MODIFIES = frozenset({"nummod", "quantmod", "compound", "amod", "nmod"})
# Adjectives and participles that stand, counted, for persons.
_PERSONS = frozenset(
    "dead injured wounded missing killed hurt detained arrested accused rescued infected".split()
)
_LINKS = frozenset({"ADP", "PART", "SCONJ", "DET", "NUM", "PUNCT", "SYM", "CCONJ", "X", "INTJ"})
# Measures that a noun may follow without being measured: "for three years Iran has …", "rose 12% people say".
_APART = frozenset({"money", "duration", "calendar", SHARE, POINTS, AGE, "rating", "version", "score"})


def top_of(sentence: Sentence, first: int, last: int) -> int:
    """The token of [first:last) that the rest of the sentence holds it by."""
    for i in range(last - 1, first - 1, -1):
        token = sentence.tokens[i]
        if token.pos != "PUNCT" and not first <= token.head < last:
            return i
        if token.head == i:
            return i
    return last - 1


def noun_after(sentence: Sentence, at: int) -> int | None:
    """The head of the noun phrase that runs from token `at`, its modifiers first; None if there is none."""
    tokens, found = sentence.tokens, None
    for i in range(at, min(at + 12, len(tokens))):
        token = tokens[i]
        if token.pos in NOMINAL:
            if token.text.lower() in NOT_HEADS:
                break
            found = i
        elif token.tag == "HYPH" or token.text in ("-", "-LRB-"):
            continue
        elif found is not None or not _premodifies(tokens, i):
            break
    return found


def _premodifies(tokens: tuple[Token, ...], i: int) -> bool:
    token = tokens[i]
    if token.pos in ("ADJ", "NUM") or token.tag in ("VBN", "VBG", "CD", "JJ", "JJR", "JJS"):
        return True
    if token.pos == "ADV" and i + 1 < len(tokens) and tokens[i + 1].pos == "ADJ":
        return True
    return token.text == "," and 0 < i < len(tokens) - 1 and tokens[i - 1].pos == tokens[i + 1].pos == "ADJ"


def _by_tree(sentence: Sentence, top: int, stop: int) -> int | None:
    """The noun to the right that the tree has the quantity modify."""
    tokens = sentence.tokens
    token = tokens[top]
    at = token.head
    if token.dep not in _MODIFIES or not stop <= at <= stop + 6:
        return None
    if any(t.tag in ("VBD", "VBZ", "VBP", "MD") or t.text in (",", ";") for t in tokens[stop:at]):
        return None
    for _ in range(4):
        above = tokens[at].head
        if tokens[at].dep not in ("compound", "nmod") or not at < above <= at + 4:
            break
        at = above
    target = tokens[at]
    if target.pos in NOMINAL:
        return None if target.text.lower() in NOT_HEADS else at
    return at if target.tag in ("VBN", "JJ") and at == stop else None


def find_head(sentence: Sentence, draft: Draft) -> tuple[int | None, bool]:
    """The thing counted or measured, and whether the quantity is a part out of it ("18 of the rockets")."""
    at = draft.stop
    if low(sentence, at) == "of":
        return _object_of(sentence, at), True
    if low(sentence, at) == "out" and low(sentence, at + 1) == "of" and draft.dimension == "count":
        return _object_of(sentence, at + 1), True
    if _counts_time_ago(sentence, at):
        return None, False
    if draft.dimension == "count" and low(sentence, at) in _PERSONS and noun_after(sentence, at) is None:
        return at, False  # "three dead"
    if draft.dimension == "count" and (inner := _hyphenated(sentence, at)) is not None:
        return inner, False
    top = top_of(sentence, draft.first, draft.last)
    found = _by_tree(sentence, top, at)
    if found is not None:
        return found, False
    if draft.dimension == RATIO and low(sentence, at) in ("the", "its", "their", "his", "her", "our"):
        return noun_after(sentence, at + 1), False
    if draft.dimension in _APART and not _attributive(sentence, draft, top):
        if draft.dimension == "money" and low(sentence, at) == "in":
            return noun_after(sentence, at + 1), False
        return None, False
    return noun_after(sentence, at), False


_STRONG = frozenset("man woman person member strong".split())  # "a 24-man crew" is a crew of 24


def _hyphenated(sentence: Sentence, at: int) -> int | None:
    """The noun that a figure before another counts: the storeys of "the 12-storey tower"."""
    if at + 2 >= len(sentence.tokens) or sentence.tokens[at].tag != "HYPH":
        return None
    noun = sentence.tokens[at + 1]
    inner = noun.pos == "NOUN" and noun.dep in ("compound", "nmod") and noun.text.lower() not in _STRONG
    return noun.i if inner else None


def _counts_time_ago(sentence: Sentence, at: int) -> bool:
    """ "(up from 720) five years ago": another figure, of a date, follows at once."""
    if at + 2 >= len(sentence.tokens) or sentence.tokens[at].tag not in ("CD", "DT"):
        return False
    return low(sentence, at + 2) in ("ago", "earlier", "later", "before")


def _attributive(sentence: Sentence, draft: Draft, top: int) -> bool:
    """Whether a measure stands before its noun: hyphenated, or a modifier to the right by the tree."""
    if any(sentence.tokens[i].tag == "HYPH" for i in range(draft.first, draft.last)):
        return True
    token = sentence.tokens[top]
    return token.dep in _MODIFIES and token.head >= draft.stop


def _object_of(sentence: Sentence, at: int) -> int | None:
    """The noun after the "of" at token `at`, its determiners skipped; None for a pronoun."""
    i = at + 1
    while low(sentence, i) in (
        "the",
        "these",
        "those",
        "its",
        "their",
        "his",
        "her",
        "our",
        "all",
        "a",
        "an",
        "my",
    ):
        i += 1
    owner = next(
        (n for n in range(i, min(i + 5, len(sentence.tokens))) if sentence.tokens[n].tag == "POS"), None
    )
    if owner is not None:  # "of Wednesday's dead"
        i = owner + 1
    found = noun_after(sentence, i)
    if found is None and i < len(sentence.tokens) and sentence.tokens[i].tag in ("JJ", "VBN", "VBD"):
        return i  # "of the injured"
    if found is None and low(sentence, i) == "who" and low(sentence, i - 1) == "those":
        return sentence.tokens[i].head  # "of those who died"
    if found is None and sentence.tokens[i : i + 1] and sentence.tokens[i].tag == "CD":
        return i + 1 if low(sentence, i + 1) in _PERSONS else None  # "of the three dead"
    return found


def find_governor(sentence: Sentence, base: int, start: int, stop: int) -> int | None:
    """The verb, noun or adjective that the phrase of token `base` hangs from; None where it is the root's own."""
    tokens, at = sentence.tokens, base
    for _ in range(len(tokens)):
        token = tokens[at]
        above = token.head
        if above == at:
            return None
        target = tokens[above]
        inner = start <= above < stop or target.pos in _LINKS or target.tag in ("IN", "TO")
        inner = inner or (token.dep in _INNER and target.pos not in ("VERB", "AUX"))
        joined = token.dep in ("conj", "appos") and target.pos in NOMINAL
        if not inner and not joined:
            return above
        at = above
    return None
