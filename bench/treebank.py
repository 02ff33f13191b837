"""Undo Penn Treebank tokenisation, in which VitaminC and FEVER are written: the text as a person wrote it.

The conventions undone are those of the Treebank's `tokenizer.sed` (Robert MacIntyre, University of Pennsylvania, 1995):
bracket names, two-character quotation marks, and spaces around punctuation and before clitics.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from itertools import pairwise

BRACKETS = {"-LRB-": "(", "-RRB-": ")", "-LSB-": "[", "-RSB-": "]", "-LCB-": "{", "-RCB-": "}"}
OPENING = frozenset("([{")
CLOSING = frozenset(")]}")
STOPS = frozenset({",", ".", ";", ":", "!", "?", "%", "...", "…", "?!", "!?"})
CLITICS = frozenset({"'s", "'m", "'re", "'ve", "'ll", "'d", "n't", "'S", "N'T"})
SPLIT_WORDS = {
    ("can", "not"): "cannot",
    ("gon", "na"): "gonna",
    ("got", "ta"): "gotta",
    ("wan", "na"): "wanna",
}
_CURRENCY = re.compile(r"(?:[A-Z]{1,2})?[$£€¥]|#")
_NUMBER = re.compile(r"\d[\d,.]*")
_OPENING_APOSTROPHE = re.compile(r"'(?!(?:em|til|cause|tis|twas|n)\b)[A-Za-z]{2,}")


@dataclass(slots=True)
class _Joiner:
    """Takes tokens in order and decides for each whether a space stands before it."""

    parts: list[str] = field(default_factory=list)
    glue: bool = True  # the next token touches what stands before it
    double: bool = False  # inside double quotation marks
    single: bool = False  # inside single ones

    def add(self, text: str, *, left: bool = False, right: bool = False) -> None:
        """Append `text`; `left`: it touches the token before; `right`: the next one touches it."""
        if not (self.glue or left):
            self.parts.append(" ")
        self.parts.append(text)
        self.glue = right

    def double_quote(self) -> None:
        closes, self.double = self.double, not self.double
        self.add('"', left=closes, right=not closes)

    def apostrophe(self) -> None:
        """A lone `'`: it closes a quotation, or marks the genitive of a word in -s, or opens a quotation."""
        last = self.parts[-1] if self.parts else ""
        if self.single or last[-1:] in ("s", "S", "x", "z"):
            self.single = False
            self.add("'", left=True)
        else:
            self.single = True
            self.add("'", right=True)


def untokenise(text: str) -> str:
    """The sentence as it reads untokenised: `-LRB- 3 % -RRB- , he ca n't` becomes `(3%), he can't`.

    Runs of white space become one space. FEVER closes a quotation with the opening mark as often as not, so the
    marks are taken in turn: the first opens, the second closes.
    """
    out = _Joiner()
    tokens = _unquoted(text.replace("\\/", "/").split())
    for i, raw in enumerate(tokens):
        token = BRACKETS.get(raw, raw)
        after = tokens[i + 1] if i + 1 < len(tokens) else ""
        if (raw.lower(), after.lower()) in SPLIT_WORDS:
            out.add(raw, right=True)
        else:
            _place(out, token, before=tokens[i - 1] if i else "", after=after)
    return "".join(out.parts)


def _unquoted(tokens: list[str]) -> list[str]:
    """Undo the quoting of a CSV field: some of VitaminC's sentences stand in marks, each mark inside doubled."""
    doubled = [i for i, pair in enumerate(pairwise(tokens)) if pair in (("``", "''"), ("''", "''"))]
    if not doubled or tokens[0] != "``":
        return tokens
    stop = len(tokens) - (tokens[-1] == "''")
    kept, i = [], 1
    while i < stop:
        kept.append(tokens[i])
        i += 2 if tokens[i] in ("``", "''") and i + 1 < stop and tokens[i + 1] == "''" else 1
    return kept


def _place(out: _Joiner, token: str, *, before: str, after: str) -> None:
    if token in ("``", "''"):
        out.double_quote()
    elif token in ("'", "`"):
        out.apostrophe() if token == "'" else out.add("'", right=True)
        out.single = out.single or token == "`"
    elif token == "--":
        tight = len(before) == len(after) and all(_NUMBER.fullmatch(word) for word in (before, after))
        out.add("–", left=tight, right=tight)
    elif token in OPENING or (_CURRENCY.fullmatch(token) and _NUMBER.match(after)):
        out.add(token, right=True)
    elif token == "." and before.endswith("."):
        return  # the full stop of "F.C. ." is already there
    elif token in CLOSING or token in STOPS or token in CLITICS:
        out.add(token, left=True)
    else:
        out.single = out.single or (bool(before) and bool(_OPENING_APOSTROPHE.fullmatch(token)))
        out.add(token)
