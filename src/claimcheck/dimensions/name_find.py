"""Proper names in a parsed sentence: maximal runs of name words and of what stands inside names."""

from __future__ import annotations

from dataclasses import replace

from claimcheck.dimensions.name_join import joins
from claimcheck.dimensions.name_kind import LABELS, is_code
from claimcheck.dimensions.name_lists import CALENDAR, ORG_HEADS, PARTICLES, UNITS
from claimcheck.dimensions.name_split import SUFFIXED, names_of_run
from claimcheck.dimensions.name_titles import BRANCHES, TITLE_MODIFIERS
from claimcheck.dimensions.name_value import Kind, Name
from claimcheck.tokens import TITLE, Sentence, Token

_OPENERS = frozenset({'"', "“", "‘", "'", ":", "—", "``", "(", "-", "–", "*", "•", "”"})


def find(sentence: Sentence) -> tuple[Name, ...]:
    """The names of a sentence in its order, none overlapping another.

    A name's slice takes its title in, lower-case ones too ("harbor master Pell Odrin"); a list gives its names apart;
    weekdays, months and offices without a person are no names.
    """
    flags = _flags(sentence)
    names: list[Name] = []
    i, size = 0, len(sentence)
    while i < size:
        if sentence.tokens[i].ent == TITLE:
            i = _title(sentence, i, names)
            continue
        if not flags[i]:
            i += 1
            continue
        stop = i + 1
        while stop < size:
            reach = joins(sentence, flags, i, stop)
            if not reach:
                break
            stop = reach
        new = names_of_run(sentence, i - _article(sentence, i), stop, _floor(names))
        if new and names and new[0].first < names[-1].stop:
            names.pop()  # "Transport" of "Transport minister Edda Rolfsen"
        names.extend(new)
        i = stop
    return tuple(names)


def _title(sentence: Sentence, first: int, names: list[Name]) -> int:
    """Add the title that begins at a token; where it ends."""
    tokens = sentence.tokens
    stop = first + 1
    while stop < len(tokens) and tokens[stop].ent == TITLE and not tokens[stop].ent_first:
        stop += 1
    text = sentence.words(first, stop)
    name = Name(text, Kind.WORK, first=first, stop=stop, core=first, head=stop - 1)
    names.append(replace(name, start=tokens[first].start, end=tokens[stop - 1].end))
    return stop


def _article(sentence: Sentence, first: int) -> int:
    """1 where a capital "The" inside the sentence belongs to the name ("told The Morning Post"), else 0."""
    tokens = sentence.tokens
    return int(first > 1 and tokens[first - 1].text == "The" and tokens[first - 2].text not in _OPENERS)


def _floor(names: list[Name]) -> int:
    """The first token a title may reach back to: the last name stays whole unless it is a title's own word."""
    if not names:
        return 0
    last = names[-1]
    modifiers = all(w in TITLE_MODIFIERS or w in BRANCHES for w in last.text.lower().split())
    return last.first if modifiers and not last.possessive else last.stop


def _flags(sentence: Sentence) -> list[bool]:
    """For every token whether it can open or carry on a name."""
    headline = _is_headline(sentence)
    return [_is_name_word(sentence, t, headline) for t in sentence.tokens]


def _is_headline(sentence: Sentence) -> bool:
    """Title case throughout says nothing of names."""
    longer = [t for t in sentence.tokens if len(t.text) > 3 and t.text.isalpha()]
    capital = sum(t.text[0].isupper() for t in longer)
    return (
        len(longer) >= 5
        and capital >= 0.8 * len(longer)
        and any(t.pos in {"VERB", "AUX", "ADV"} and t.text[0].isupper() for t in longer[1:])
    )


def _is_name_word(sentence: Sentence, t: Token, headline: bool) -> bool:
    text = t.text
    first = text[0]
    capital = first.isupper()
    if not capital:
        return _is_lower_name(sentence, t)
    lower = text.lower()
    folded = lower.strip(".")
    if folded in UNITS or (folded in CALENDAR and not _unusual_calendar(sentence, t)):
        return False
    if _prefixed(sentence, t):
        return False
    if (
        t.ent in {"MONEY", "PERCENT"}
        or t.pos in {"PRON", "DET", "PUNCT", "INTJ"}
        or (t.ent == "DATE" and t.pos != "PROPN")
    ):
        return False
    labelled = t.ent in LABELS and not (t.i == 0 and t.tag == "NNS")  # "Files saved in …" are no name
    if t.pos == "PROPN":
        return labelled or not headline or is_code(text)
    if t.pos in {"ADP", "CCONJ", "SCONJ", "PART", "AUX"}:
        return False
    opening = t.i == 0 or sentence.tokens[t.i - 1].text in _OPENERS
    if opening or headline or t.pos in {"VERB", "ADV"}:
        return (
            (labelled and (t.pos not in {"VERB", "ADV"} or not t.ent_first))
            or is_code(text)
            or lower.endswith(SUFFIXED)
        )
    return t.pos in {"NOUN", "ADJ", "X", "NUM"}


def _unusual_calendar(sentence: Sentence, t: Token) -> bool:
    """ "May" as a surname, "Sunday Times", "Good Friday Agreement"."""
    if t.ent in {"PERSON", "ORG", "WORK_OF_ART", "EVENT", "FAC", "LAW"}:
        return True
    if t.i and sentence.tokens[t.i - 1].lower in {"good", "black", "bloody", "super"}:
        return sentence.tokens[t.i - 1].text[0].isupper()
    surname = t.lower in {"may", "march", "april", "june", "august"} and t.dep in {"nsubj", "nsubjpass"}
    return surname and t.ent == "" and t.pos == "PROPN"


_PREFIXES = frozenset("non anti pro ex pre post un mid trans inter counter semi self".split())


def _prefixed(sentence: Sentence, t: Token) -> bool:
    """A prefix is no name ("Pro-"), and what is "non-" something is not it."""
    tokens = sentence.tokens
    if t.lower in _PREFIXES:
        return t.i + 1 < len(tokens) and tokens[t.i + 1].text in {"-", "–"}
    return t.i > 1 and tokens[t.i - 1].text in {"-", "–"} and tokens[t.i - 2].lower == "non"


def _is_lower_name(sentence: Sentence, t: Token) -> bool:
    """A name that opens without a capital: a code, or a particle before a capital ("al-Asad", "de la Cruz")."""
    text = t.text
    if not text[0].isalpha():
        return (text[0] in "/-" and len(text) > 2 and is_code(text)) or _ordinal_of_name(sentence, t)
    if t.pos in {"PROPN", "X", "NOUN", "DET"} and text in PARTICLES and t.i + 1 < len(sentence):
        after = sentence.tokens[t.i + 1]
        if t.pos == "PROPN" and (after.pos == "PROPN" or after.text in "-–") and after.start <= t.end + 1:
            return True
        return after.text in {"-", "–"} and after.start == t.end and _capital(sentence, t.i + 2)
    if text.lower().strip(".") in UNITS:
        return False
    return (t.pos != "VERB" and not text.islower() and is_code(text)) or (
        ("_" in text or "." in text) and is_code(text)
    )


def _capital(sentence: Sentence, i: int) -> bool:
    return i < len(sentence) and sentence.tokens[i].text[0].isupper()


_NUMBERED = ORG_HEADS | frozenset("infantry district century street avenue amendment".split())


def _ordinal_of_name(sentence: Sentence, t: Token) -> bool:
    """ "9th" in "9th Infantry Division": digits, joined to a name that a unit's word ends."""
    if not (
        t.text[0].isdigit() and t.lower.endswith(("st", "nd", "rd", "th")) and _capital(sentence, t.i + 1)
    ):
        return False
    after = t.i + 1
    while after < len(sentence) and sentence.tokens[after].pos == "PROPN" and after < t.i + 5:
        if sentence.tokens[after].lower in _NUMBERED:
            return True
        after += 1
    return False
