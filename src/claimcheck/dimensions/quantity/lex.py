"""Tokens to atoms: the pieces a quantity is read from, whatever way the tokeniser cut them.

"£1.2bn-£1.5bn" is one token, "$ 12 million" four; both give a currency sign, a number, a scale word.
"""

from __future__ import annotations

import re
from decimal import Decimal
from enum import IntEnum

from claimcheck.tokens import Sentence

MAX_DIGITS = 40  # a longer run of digits is an identifier


class Kind(IntEnum):
    """What an atom is. OTHER covers clock times, dates, versions and identifiers that hold no readable number."""

    WORD = 0
    NUMBER = 1
    FRACTION = 2  # 3/4
    GLYPH = 3  # ½
    ORDINAL = 4  # 19th
    DECADE = 5  # 1990s
    VERSION = 6  # v5.10, 4.2.1
    SIGN = 7  # % ° # + ± ~ ≈ < > ×
    CURRENCY = 8
    DASH = 9
    SLASH = 10
    PUNCT = 11
    OTHER = 12
    RATIO = 13  # 5:1


class Atom:
    """A piece of one token: `i` is the token's index, `glued` says that nothing stands before it but another atom."""

    __slots__ = ("glued", "i", "kind", "low", "places", "text", "value")

    def __init__(self, kind: Kind, text: str, low: str, i: int, glued: bool) -> None:
        self.kind = kind
        self.text = text
        self.low = low
        self.i = i
        self.glued = glued
        self.value = Decimal(0)
        self.places = 0

    def __repr__(self) -> str:
        return f"{self.kind.name}:{self.text}@{self.i}"


_PIECES = re.compile(
    r"""
    (?P<other>\d{4}-\d\d-\d\d(?!\d)|\d{1,2}/\d{1,2}/\d{2,4}(?!\d)|\d{1,2}:\d\d(?::\d\d)?(?![\d])|https?://\S+
        |\d+(?:['′’]\d+)+(?:["″”]|'')?)
  | (?P<ratio>\d+:\d+(?![\d:]))
  | (?P<version>[vV]\d+(?:\.\d+)*(?![\w.]\d)|\d+(?:\.\d+){2,}(?![\d]))
  | (?P<fraction>\d{1,3}(?:\.\d+)?/\d{1,3}(?![\d/.]\d|[\d/]))
  | (?P<ordinal>\d{1,3}(?:,\d{3})*(?:st|nd|rd|th)(?![A-Za-z])|\d+(?:st|nd|rd|th)(?![A-Za-z]))
  | (?P<decade>\d{2,4}['’]?s(?![A-Za-z]))
  | (?P<number>(?:\d{1,3}(?:,\d{3})+|\d{1,2}(?:,\d{2})+,\d{3}|\d+)(?:\.\d+)?(?![,.]?\d)|\.\d+(?![.,]?\d))
  | (?P<digits>\d[\d.,]*)
  | (?P<glyph>[½⅓⅔¼¾⅕⅖⅗⅘⅙⅚⅛⅜⅝⅞])
  | (?P<currency>(?:U\.S\.|US|AU|CA|NZ|HK|NT|MX|USD|CAD|AUD|[ACSR])\$|CN¥|[$€£¥₹₩₽₺₪₫฿₦₱₴₿])
  | (?P<unit>[°º][CFcf]?(?![A-Za-z])|km²|m²|km³|m³|cm²|cm³|mm²|ft²|ft³|mi²|yd²|in²|km/h|km/s|m/s|ft/s|[kKMG]i?B/s
        |[kKMG]bit/s|[kMG]b/s|µ\w|μ\w|℃|℉)
  | (?P<word>(?:[^\W\d_]|(?<=[^\W\d_])['’.](?=[^\W\d_]))+\.?)
  | (?P<plusminus>±|\+/[-−–])
  | (?P<sign>[%‰\#+~≈<>≤≥×=&*]|-LRB-)
  | (?P<dash>[-‐‑–—−]+)
  | (?P<slash>/)
  | (?P<punct>.)
    """,
    re.VERBOSE | re.DOTALL,
)
_GROUP_KINDS = {
    "other": Kind.OTHER,
    "ratio": Kind.RATIO,
    "version": Kind.VERSION,
    "fraction": Kind.FRACTION,
    "ordinal": Kind.ORDINAL,
    "decade": Kind.DECADE,
    "number": Kind.NUMBER,
    "digits": Kind.OTHER,
    "glyph": Kind.GLYPH,
    "currency": Kind.CURRENCY,
    "unit": Kind.WORD,
    "word": Kind.WORD,
    "plusminus": Kind.SIGN,
    "sign": Kind.SIGN,
    "dash": Kind.DASH,
    "slash": Kind.SLASH,
    "punct": Kind.PUNCT,
}
_DASHES = frozenset("-‐‑–—−")
_SIGNS = frozenset("%‰#+~≈<>≤≥×=&*±")
_CURRENCIES = frozenset("$€£¥₹₩₽₺₪₫฿₦₱₴₿")


def is_digits(text: str) -> bool:
    return text.isascii() and text.isdigit()


def _single(text: str) -> Kind | None:
    """The kind of a one-character token that is neither letter nor digit; None where the pattern must decide."""
    if text in _CURRENCIES:
        return Kind.CURRENCY
    if text in _DASHES:
        return Kind.DASH
    if text in _SIGNS:
        return Kind.SIGN
    if text == "/":
        return Kind.SLASH
    return Kind.PUNCT if text in ",.;:()[]'\"?!…“”‘’" else None


def atoms(sentence: Sentence) -> list[Atom]:
    """The atoms of a sentence, in order; glued ones touch the atom before."""
    found: list[Atom] = []
    end = -1
    for token in sentence.tokens:
        text = token.text
        glued = token.start == end
        end = token.end
        if text.isalpha():
            found.append(Atom(Kind.WORD, text, text.lower(), token.i, glued))
        elif is_digits(text):
            _number(found, text, token.i, glued)
        elif len(text) == 1 and (kind := _single(text)) is not None:
            if kind is Kind.DASH and glued and found and found[-1].kind is Kind.DASH:
                found[-1].text += text  # "17--45", cut in two
                continue
            found.append(Atom(kind, text, text, token.i, glued))
        else:
            _split(found, text, token.i, glued)
    return found


def _number(found: list[Atom], text: str, i: int, glued: bool) -> None:
    digits = text.replace(",", "")
    atom = Atom(Kind.NUMBER if len(digits) <= MAX_DIGITS else Kind.OTHER, text, text, i, glued)
    if atom.kind is Kind.NUMBER:
        atom.value = Decimal(digits)
        atom.places = len(digits.partition(".")[2])
    found.append(atom)


def _split(found: list[Atom], text: str, i: int, glued: bool) -> None:
    for match in _PIECES.finditer(text):
        piece = match.group()
        group = match.lastgroup or "punct"
        if group == "number":
            _number(found, piece, i, glued)
        else:
            kind = _GROUP_KINDS[group]
            if kind is Kind.FRACTION or kind is Kind.ORDINAL:
                kind = kind if len(piece) <= MAX_DIGITS else Kind.OTHER
            found.append(Atom(kind, piece, piece.lower(), i, glued))
        glued = True
