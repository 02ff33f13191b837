"""Short names a text introduces itself: "Marine Accident Board (MAB)", "long-term support (LTS)", "also known as".

The letters are matched as in Schwartz & Hearst, "A simple algorithm for identifying abbreviation definitions in
biomedical text" (2003), with their demand that the first letter open a word, and here that every letter do so or stand
inside a word already opened.
"""

from __future__ import annotations

import re

from claimcheck.tokens import Sentence

_SHORT = re.compile(r"[A-Z][A-Za-z0-9.&-]{1,9}$")


def introduced(sentence: Sentence) -> tuple[tuple[str, str], ...]:
    """Pairs (full, short) that a sentence introduces by a parenthesis, either way round."""
    tokens = sentence.tokens
    found = []
    for i, token in enumerate(tokens):
        if token.text == "(" and i and i + 2 < len(tokens) and (close := _close(sentence, i)):
            pair = _pair(sentence, i, close)
            if pair:
                found.append(pair)
    return tuple(found)


def _close(sentence: Sentence, opening: int) -> int:
    for i in range(opening + 1, min(opening + 10, len(sentence))):
        if sentence[i].text == ")":
            return i
    return 0


def _pair(sentence: Sentence, opening: int, close: int) -> tuple[str, str] | None:
    inside = sentence.words(opening + 1, close)
    if _is_short(inside):
        start = _start_of(sentence, opening, inside)
        return (sentence.words(start, opening), inside) if start is not None else None
    before = sentence[opening - 1].text
    if _is_short(before) and before.isupper() and _opens(inside.replace("-", " ").split(), _letters(before)):
        return inside, before
    return None


def _is_short(text: str) -> bool:
    return bool(_SHORT.match(text)) and sum(c.isupper() for c in text) >= 2


def _letters(short: str) -> str:
    letters = "".join(c for c in short if c.isalnum()).lower()
    return letters[:-1] if short.endswith("s") and len(letters) > 2 else letters


def _start_of(sentence: Sentence, opening: int, short: str) -> int | None:
    """The token the long form starts at: the nearest start from which the letters open words in order."""
    letters = _letters(short)
    far = max(0, opening - len(letters) - 5)
    for start in range(opening - 1, far - 1, -1):
        token = sentence[start]
        if token.text in {".", ";", ",", "(", ")"}:
            return None
        if token.lower[0] == letters[0]:
            words = sentence.words(start, opening).replace("-", " ").replace("/", " ").split()
            if _opens(words, letters):
                return start
    return None


def _opens(words: list[str], letters: str) -> bool:
    """Whether the letters open the words in order; small words may be skipped, the first and last may not."""
    return (
        bool(words)
        and bool(letters)
        and words[0][0].lower() == letters[0]
        and _match([w.lower() for w in words], letters)
    )


def _match(words: list[str], letters: str) -> bool:
    if not letters:
        return all(len(w) <= 3 for w in words)
    if not words:
        return False
    if words[0][0] == letters[0]:
        if _match(words[1:], letters[1:]):
            return True
        taken = 1
        while taken < len(letters) and taken < 3 and letters[taken] in words[0][1:]:
            taken += 1
            if _match(words[1:], letters[taken:]):
                return True
    return len(words[0]) <= 3 and _match(words[1:], letters)
