"""What a sentence sets apart: "all bridges except the Nara", "Malvik rather than Stenby", "trams, but not the metro".

Two kinds. An exception is cut out of a whole, so that the whole is not meant; a contrast names what is not so beside
what is. The markers are those of Quirk et al., "A Comprehensive Grammar of the English Language" (1985), 9.58 and 13.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from claimcheck.tokens import Sentence, Token

_EXCEPTIONS: Final = (
    "with the exception of",
    "not including",
    "except for",
    "apart from",
    "aside from",
    "other than",
    "except",
    "excluding",
    "barring",
    "save for",
)
_CONTRASTS: Final = ("as opposed to", "in contrast to", "instead of", "rather than", "unlike")
_MARKERS: Final = tuple(
    (tuple(text.split()), cut) for texts, cut in ((_EXCEPTIONS, True), (_CONTRASTS, False)) for text in texts
)
_OPENERS: Final = frozenset({"but", "save", "not", *(words[0] for words, _ in _MARKERS)})
_DOUBTFUL: Final = frozenset({"apart", "aside", "other", "excluding", "not"})  # "apart from" may add as well
WHOLES: Final = frozenset(
    "all every everyone everybody everything everywhere each any anyone no nobody none nothing nowhere whole entire "
    "always daily nationwide".split()
)
_NOMINAL: Final = frozenset({"DET", "ADJ", "NOUN", "PROPN", "PRON", "NUM", "PART"})
_LEADING: Final = frozenset({"ADP", "ADV"})
_BEFORE_NOT: Final = frozenset({",", "but", "and", "though", "—", "–"})


@dataclass(frozen=True, slots=True)
class Apart:
    """Words set apart: [first, stop) as token indexes; `cut` out of a whole or else in contrast; `sure` it is so."""

    first: int
    stop: int
    cut: bool
    sure: bool
    marker: str


def find(sentence: Sentence) -> tuple[Apart, ...]:
    """What a sentence sets apart, in order."""
    found = []
    for i, token in enumerate(sentence):
        if token.lower not in _OPENERS:
            continue
        marked = _marked(sentence, i) or _but(sentence, token) or _not(sentence, token)
        if marked is None:
            continue
        start, cut, sure = marked
        first = start
        while first < len(sentence) and sentence[first].pos in _LEADING and sentence[first].lower != "than":
            first += 1
        stop = first
        while stop < len(sentence) and sentence[stop].pos in _NOMINAL and sentence[stop].tag != "TO":
            stop += 1
        if any(sentence[k].pos in {"NOUN", "PROPN", "PRON"} for k in range(first, stop)):
            found.append(Apart(first, stop, cut, sure, sentence.words(i, start)))
    return tuple(found)


def _marked(sentence: Sentence, i: int) -> tuple[int, bool, bool] | None:
    """Where a marker that begins at a token ends, its kind, and whether it is sure."""
    for words, cut in _MARKERS:
        stop = i + len(words)
        if stop < len(sentence) and all(sentence[i + n].lower == word for n, word in enumerate(words)):
            return stop, cut, words[0] not in _DOUBTFUL
    return None


def _but(sentence: Sentence, token: Token) -> tuple[int, bool, bool] | None:
    """ "Every minister but the treasurer": of a whole."""
    if token.lower not in {"but", "save"} or token.i + 1 >= len(sentence):
        return None
    noun, after = sentence[token.i - 1] if token.i else token, sentence[token.i + 1]
    if noun.pos not in {"NOUN", "PROPN", "PRON"} or after.pos not in {"DET", "PROPN", "NOUN"}:
        return None
    below = {sentence[c].lower for c in sentence.children[noun.i]} | {noun.lower}
    above = (
        {sentence[c].lower for c in sentence.children[sentence[noun.head].head]}
        if noun.dep == "pobj"
        else set()
    )
    return (token.i + 1, True, True) if (below | above) & WHOLES else None


def _not(sentence: Sentence, token: Token) -> tuple[int, bool, bool] | None:
    """ "Trams, but not the metro", "Foss and not Lamm"; not the "not" of a verb."""
    if token.lower != "not" or not token.i or token.i + 1 >= len(sentence):
        return None
    before, after = sentence[token.i - 1], sentence[token.i + 1]
    aside = before.lower in _BEFORE_NOT and after.lower not in {
        "only",
        "just",
        "all",
        "every",
        "least",
        "including",
    }
    if not aside or sentence[token.head].pos in {"VERB", "AUX"}:
        return None
    return token.i + 1, False, True
