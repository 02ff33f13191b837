"""Whether a number is the day or the year of a date: dates are another dimension's."""

from __future__ import annotations

from claimcheck.dimensions.quantity.lex import Kind
from claimcheck.dimensions.quantity.number import Atoms, hyphen, word_at
from claimcheck.dimensions.quantity.words import HUNDRED, MONTHS, SCALES, YEAR_BEFORE
from claimcheck.dimensions.units import FIRST_WORDS, symbol_unit
from claimcheck.tokens import Sentence, Token

_YEAR_AFTER = frozenset(
    "season election elections olympics film novel book album edition census world".split()
)


def is_date(atoms: Atoms, k: int) -> bool:
    """Whether the number is the day or year of a date beside a month's name."""
    atom = atoms[k]
    if atom.places or "," in atom.text or atom.value > 2200:
        return False
    before, after = word_at(atoms, k - 1), word_at(atoms, k + 1)
    if before == "." and k > 1:
        before = word_at(atoms, k - 2)
    if atom.value <= 31:
        month_before = before in MONTHS and (before not in ("may", "march") or atoms[k - 1].text[0].isupper())
        if month_before and not _counted(atoms, k):
            return True
        return after in MONTHS and atoms[k + 1].text[0].isupper() and after not in ("second", "sec")
    if before == "," and k > 2 and atom.value >= 1000:
        return word_at(atoms, k - 3) in MONTHS or word_at(atoms, k - 4) in MONTHS
    return before in MONTHS and atom.value >= 1000


def _counted(atoms: Atoms, k: int) -> bool:
    after = word_at(atoms, k + 1)
    return after in SCALES or after == "%" or after == "percent"


def is_year(atoms: Atoms, k: int, sentence: Sentence) -> bool:
    """Whether four bare digits are a year: "in 2015", "(2008)", "the 2019 elections", not "more than 2000 people"."""
    atom = atoms[k]
    if len(atom.text) != 4 or not "1000" <= atom.text <= "2100" or atom.places:
        return False
    after = word_at(atoms, k + 1)
    if (
        after in SCALES
        or after in ("%", "percent", HUNDRED)
        or word_at(atoms, k - 1) in ("than", "least", "most")
    ):
        return False
    token = sentence[atom.i]
    if k + 1 < len(atoms) and atoms[k + 1].kind is Kind.WORD and is_unit(after):
        return False
    if token.ent == "DATE":
        return True
    before = word_at(atoms, k - 1)
    counted = modifies_plural(sentence, token)
    if before in YEAR_BEFORE and not counted:
        return True
    if before in ("a", "an") and not hyphen(atoms, k + 1) and atom.text >= "1500":
        return True
    if after in _YEAR_AFTER or before in ("'s", "’s"):
        return True
    return not counted and not (k > 0 and atoms[k - 1].kind is Kind.CURRENCY) and _bare(token)


def is_unit(word: str) -> bool:
    return word in FIRST_WORDS or symbol_unit(word) is not None


def _bare(token: Token) -> bool:
    return token.dep not in ("nummod", "quantmod", "compound") and "1500" <= token.text <= "2100"


def modifies_plural(sentence: Sentence, token: Token) -> bool:
    """Whether a plural noun stands right after the token, adjectives between, so that it counts."""
    for following in sentence.tokens[token.i + 1 : token.i + 5]:
        if following.tag in ("NNS", "NNPS"):
            return True
        if following.pos not in ("ADJ", "NOUN", "PROPN", "NUM"):
            return False
    return False
