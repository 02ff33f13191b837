"""A sentence as one lower-case line of text, with the way back to its tokens.

Date expressions cross token borders ("2020-01-03" is five tokens, "1927–1941" one), so they are read as characters.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right

from claimcheck.tokens import Sentence, Token

_FOLD = str.maketrans("–—−‐‑‘’ʼ\u00a0\u202f\u2009", "-----'''   ")


class Surface:
    """`raw` and `low` have the same length; dashes, quotes and spaces are folded in both."""

    __slots__ = ("ends", "low", "raw", "sentence", "starts")

    def __init__(self, sentence: Sentence) -> None:
        self.sentence = sentence
        self.starts: list[int] = []
        self.ends: list[int] = []
        pieces: list[str] = []
        at, last = 0, sentence.start
        for token in sentence.tokens:
            if token.start > last and at:
                pieces.append(" ")
                at += 1
            self.starts.append(at)
            pieces.append(token.text)
            at += len(token.text)
            self.ends.append(at)
            last = token.end
        self.raw = "".join(pieces).translate(_FOLD)
        low = self.raw.lower()
        self.low = (
            low if len(low) == at else "".join(c.lower() if len(c.lower()) == 1 else c for c in self.raw)
        )

    def token(self, pos: int) -> int:
        """Index of the token that holds (or follows) a character."""
        return min(bisect_left(self.ends, pos + 1), len(self.ends) - 1)

    def at(self, pos: int) -> Token:
        return self.sentence.tokens[self.token(pos)]

    def stop(self, end: int) -> int:
        """One past the token that holds the last character before `end`."""
        return min(bisect_right(self.starts, end - 1), len(self.starts))

    def before(self, pos: int) -> str:
        """The word before the token at a character, lower case; "" at the start."""
        i = self.token(pos)
        return self.sentence.tokens[i - 1].text.lower() if i else ""

    def after(self, end: int) -> Token | None:
        """The token after the one that holds the last character before `end`."""
        i = self.stop(end)
        return self.sentence.tokens[i] if i < len(self.sentence) else None
