"""Numbers that count nothing: dates, clock times, names, identifiers, labels, versions.

Dates and times are another dimension's; names and identifiers stay words of the sentence. Labels that place in an
order ("season 3", "No. 1") and versions are quantities of their own kind.
"""

from __future__ import annotations

from claimcheck.dimensions.quantity.labels import label_before, or_newer
from claimcheck.dimensions.quantity.lex import Kind
from claimcheck.dimensions.quantity.number import Atoms, hyphen, word_at
from claimcheck.dimensions.quantity.words import DAY_NAMES, LABELS, MONTHS, SCALES, SHORT_SCALES, SMALL, TENS
from claimcheck.dimensions.quantity.years import is_date, is_unit, is_year, modifies_plural
from claimcheck.tokens import Sentence

NAME_ENTITIES = frozenset(
    {"ORG", "FAC", "WORK_OF_ART", "PRODUCT", "PERSON", "EVENT", "LAW", "LOC", "GPE", "NORP"}
)
CLOCK_AFTER = frozenset(
    "a.m. p.m. a.m p.m am pm o'clock o’clock gmt utc et est edt pt pst cet bst hrs".split()
)
_LINKS = frozenset("to in and or of by vs v than".split())
_PAST = frozenset({"quarter", "half", "twenty", "minutes"})
_CODES = frozenset({"zip", "postcode", "postcodes", "postal", "isbn", "codes", "hotline", "serial"})


def skipped(atoms: Atoms, k: int, sentence: Sentence) -> int:
    """The atom after a number at k that is no quantity; k itself where it may be one."""
    atom = atoms[k]
    if word_at(atoms, k - 1) == "past" and (word_at(atoms, k - 2) in SMALL or word_at(atoms, k - 2) in _PAST):
        return k + 1  # "a quarter past one"
    if atom.kind is Kind.NUMBER:
        return _digits(atoms, k, sentence)
    if atom.kind is Kind.WORD:
        return k + 1 if _in_a_name(atoms, k, sentence) else k
    return k


def _digits(atoms: Atoms, k: int, sentence: Sentence) -> int:
    atom = atoms[k]
    if part_of_word(atoms, k):
        return word_end(atoms, k)
    if hyphen(atoms, k + 1) and _capital_number(atoms, k + 2):
        return word_end(atoms, k)  # "7-Eleven"
    run = _run(atoms, k)
    if len(run) > 1 and _dated_or_dialled([atoms[n].text for n in run]):
        return run[-1] + 1
    if len(atom.text) > 1 and atom.text[0] == "0" and not atom.places:
        return k + 1
    if len(atom.text) >= 5 and atom.text.isdigit() and any(a.low in _CODES for a in atoms[:k]):
        return k + 1
    if is_date(atoms, k) or word_at(atoms, k + 1) in CLOCK_AFTER:
        return k + 1
    if is_year(atoms, k, sentence):
        return k + 1
    if label_before(atoms, k, sentence)[0]:
        return k
    return k + 1 if _after_name(atoms, k, sentence) else k


def _capital_number(atoms: Atoms, k: int) -> bool:
    atom = atoms[k]
    return atom.kind is Kind.WORD and atom.text[0].isupper() and (atom.low in SMALL or atom.low in TENS)


def part_of_word(atoms: Atoms, k: int) -> bool:
    """Whether the number at k is glued to letters before it: "B2K", "COVID-19", "F-16"."""
    if k == 0 or not atoms[k].glued:
        return False
    before = atoms[k - 1]
    if before.kind is Kind.WORD:
        return before.low not in ("us",)
    if before.kind is Kind.PUNCT or before.kind is Kind.SIGN:
        return before.i == atoms[k].i and any(
            a.i == before.i and a.kind is Kind.WORD for a in atoms[max(0, k - 3) : k]
        )
    if (
        before.kind is not Kind.DASH
        or not before.glued
        or k < 2
        or len(before.text) > 1
        or before.text == "—"
    ):
        return False
    word = atoms[k - 2]
    if word.kind is not Kind.WORD or word.low in _LINKS or word.low in SMALL or word.low in TENS:
        return False
    return word.low not in SCALES and word.low not in SHORT_SCALES and not _unit_after_number(atoms, k - 2)


def _unit_after_number(atoms: Atoms, k: int) -> bool:
    return k > 0 and atoms[k].glued and atoms[k - 1].kind in (Kind.NUMBER, Kind.GLYPH)


def word_end(atoms: Atoms, k: int) -> int:
    """The first atom after k that is not glued to it."""
    k += 1
    while k < len(atoms) and atoms[k].glued and atoms[k].kind is not Kind.PUNCT:
        k += 1
    return k


def _run(atoms: Atoms, k: int) -> list[int]:
    """The atoms of numbers joined by glued dashes, from k on: 2020-03-11, 555-1234, 16-18."""
    run = [k]
    while hyphen(atoms, run[-1] + 1) and atoms[run[-1] + 2].kind is Kind.NUMBER:
        run.append(run[-1] + 2)
    return run


def _dated_or_dialled(parts: list[str]) -> bool:
    """Whether numbers joined by dashes make a date, a span of years or a telephone number."""
    if len(parts) > 3 or not all(part.isdigit() for part in parts):
        return len(parts) > 3
    if len(parts) == 3:
        return any(len(part) > 3 or part[0] == "0" for part in parts) or len(parts[0]) > 2 < len(parts[2])
    first, second = parts
    if len(first) == 4 and "1000" <= first <= "2100":
        return len(second) == 2 or (len(second) == 4 and first < second <= "2100")
    return len(first) == 3 and len(second) == 4


def _after_name(atoms: Atoms, k: int, sentence: Sentence) -> bool:
    """Whether a bare integer belongs to the name before it: "Boeing 737", "Route 66", "Apollo 11"."""
    atom = atoms[k]
    if k == 0 or atom.glued or atom.places or "," in atom.text or atoms[k - 1].i != atom.i - 1:
        return False
    before, token = sentence[atom.i - 1], sentence[atom.i]
    if before.dep == "cc" and (token.ent_first or not token.ent):
        return False  # "and 288 against": no name goes on there
    after = atoms[k + 1] if k + 1 < len(atoms) else None
    if after is not None and (
        after.low in SCALES or after.low in SHORT_SCALES or after.low in ("%", "percent")
    ):
        return False
    if before.lower in MONTHS or before.lower in DAY_NAMES or before.lower in LABELS or before.lower == "age":
        return False
    if hyphen(atoms, k + 1) and k + 2 < len(atoms) and atoms[k + 2].kind is Kind.NUMBER:
        return False  # "beat Chelsea 2-0"
    if or_newer(atoms, k + 1):
        return False
    if token.ent in NAME_ENTITIES and not modifies_plural(sentence, token):
        return True
    if before.tag == "NN" and token.head == before.i and not modifies_plural(sentence, token):
        return after is None or after.kind is not Kind.WORD or not is_unit(after.low)
    if before.pos != "PROPN" or before.text in ("U.S.", "US", "UK"):
        return False
    if after is not None and after.kind is Kind.WORD and is_unit(after.low):
        return False
    return not modifies_plural(sentence, token)


def _in_a_name(atoms: Atoms, k: int, sentence: Sentence) -> bool:
    """Whether a number word is part of a name: "Formula One", "the Big Three", "Fast Five"."""
    atom = atoms[k]
    token = sentence[atom.i]
    if not atom.text[0].isupper():
        return False
    following = sentence.tokens[atom.i + 1] if atom.i + 1 < len(sentence) else None
    if token.ent in NAME_ENTITIES and not (following and following.tag == "NNS"):
        return True
    if atom.i == 0 or word_at(atoms, k - 1) in (".", ":", '"', "“", "‘", "'", "``", "—", "-"):
        return False
    # In a headline every word of weight is capitalised, so the capital tells nothing.
    return any(
        t.text.islower() and len(t.text) > 3 and t.pos in ("VERB", "NOUN", "ADJ") for t in sentence.tokens
    )
