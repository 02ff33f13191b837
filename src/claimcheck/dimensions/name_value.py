"""A proper name as a value: its parts, its kind, and the words it is compared by."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from enum import StrEnum
from functools import lru_cache

from claimcheck.dimensions.name_lists import (
    CORPORATE,
    GENERATIONS,
    NUMBER_WORDS,
    ORDINAL_WORDS,
    ROMAN,
    SMALL,
    SPELLINGS,
)


class Kind(StrEnum):
    """What sort of thing a name names, as far as its form and the parser's label tell."""

    PERSON = "person"
    ORG = "org"
    PLACE = "place"
    NATIONALITY = "nationality"
    WORK = "work"
    EVENT = "event"
    PRODUCT = "product"
    OTHER = "other"


@dataclass(frozen=True, slots=True)
class Name:
    """One mention of a proper name.

    `text` is the name without title and possessive mark; `first` and `stop` are the token slice in its sentence, title
    included; `core` is the first token of `text`. `given` and `surname` are filled for persons only. `start` and `end`
    are code points of the parsed text and cover the slice.
    """

    text: str
    kind: Kind = Kind.OTHER
    first: int = 0
    stop: int = 0
    core: int = 0
    head: int = 0
    title: str = ""
    given: str = ""
    surname: str = ""
    suffix: str = ""
    possessive: bool = False
    start: int = 0
    end: int = 0

    @property
    def full(self) -> str:
        """Title and name: "Army Gen. Mark Milley"."""
        return f"{self.title} {self.text}" if self.title else self.text

    @property
    def key(self) -> str:
        """The letters and digits the name is known by; equal keys are the same spelling."""
        return key(self.text)


_DOTTED = re.compile(r"(?<=\w)\.(?!\d)|(?<=\D)\.(?=\D)")
_SPLIT = re.compile(r"[^\w.+#/]+")
_QUOTES = str.maketrans("", "", "'’‘`´\u00ad")


@lru_cache(maxsize=2048)
def words(text: str) -> tuple[str, ...]:
    """The folded words of a name: case, full stops, hyphens, apostrophes and known spelling variants undone, a leading
    "the" and trailing corporate suffixes dropped; diacritics stay.

    "The U.S. Dept. of Defence" gives ("us", "department", "of", "defense").
    """
    folded = unicodedata.normalize("NFC", text).translate(_QUOTES).replace("&", " and ").casefold()
    bare = [w.strip("./") or w for w in _SPLIT.split(_DOTTED.sub("", folded)) if w.strip("./")]
    out = [SPELLINGS.get(w, w) for w in _joined_initials(bare, text)]
    if len(out) > 1 and out[0] == "the":
        out = out[1:]
    if len(out) > 2 and out[-2:] == ["football", "club"]:
        out[-2:] = ["fc"]
    while len(out) > 1 and out[-1] in CORPORATE:
        out = out[:-1] if out[-2] != "and" or len(out) < 3 else out[:-2]
    return tuple(_numbered(["saint" if w == "st" and i < len(out) - 1 else w for i, w in enumerate(out)]))


def _joined_initials(bare: list[str], text: str) -> list[str]:
    """Single letters in a row made one word: "J. K. Rowling" as "J.K. Rowling", "U. S." as "U.S."."""
    if "." not in text:
        return bare
    out: list[str] = []
    for i, word in enumerate(bare):
        if out and len(word) == 1 and word.isalpha() and len(bare[i - 1]) == 1 and bare[i - 1].isalpha():
            out[-1] += word
        else:
            out.append(word)
    return out


def _numbered(out: list[str]) -> list[str]:
    """Roman numerals and number words made digits where they number the name: at its end."""
    if len(out) > 1:
        last = out[-1]
        out[-1] = ROMAN.get(last) or NUMBER_WORDS.get(last) or last
        if last == "st":
            out[-1] = "street"
        out[0] = ORDINAL_WORDS.get(out[0], out[0])
    return out


@lru_cache(maxsize=2048)
def key(text: str) -> str:
    """The words of a name run together: "al-Asad" and "Al Asad" have one key."""
    return "".join(words(text))


@lru_cache(maxsize=2048)
def plain(text: str) -> str:
    """The key without diacritics."""
    split = unicodedata.normalize("NFKD", key(text))
    return "".join(c for c in split if not unicodedata.combining(c))


_NUMBER = re.compile(r"\d+(?:\.\d+)*")


@lru_cache(maxsize=2048)
def numbers(text: str) -> tuple[str, ...]:
    """The numbers inside a name: ("4.1",), ("11",), ("2",) for World War II."""
    return tuple(n for word in words(text) for n in _NUMBER.findall(word))


@lru_cache(maxsize=2048)
def content(text: str) -> tuple[str, ...]:
    """The words of a name but for "of", "the", "and" and their like."""
    return tuple(w for w in words(text) if w not in SMALL)


_ACRONYM = re.compile(r"(?:[A-Z]\.?-?){2,8}s?$|[A-Z][a-z]?[A-Z]{1,6}$")


@lru_cache(maxsize=2048)
def is_acronym(text: str) -> bool:
    """Whether a name looks like an acronym: "MAB", "U.N.", "DoD"."""
    return bool(_ACRONYM.match(text)) and " " not in text


@lru_cache(maxsize=2048)
def initials(text: str) -> frozenset[str]:
    """The initials a name may be shortened to, folded: with its small words and without."""
    parts = [w for w in re.split(r"[\s\-–/]+", text.replace("&", "and")) if w and w[0].isalnum()]
    if parts and parts[0].lower() == "the":
        parts = parts[1:]
    if len(parts) < 2:
        return frozenset()
    every = "".join(w[0] for w in parts)
    big = "".join(w[0] for w in parts if w.lower() not in SMALL)
    trimmed = [w for w in parts if w.lower().strip(".,") not in CORPORATE]
    short = "".join(w[0] for w in trimmed if w.lower() not in SMALL)
    return frozenset(s.casefold() for s in (every, big, short) if len(s) > 1)


def person(text: str, title: str = "", *, regal: bool = False) -> Name:
    """A personal name in its parts: given name, surname and suffix."""
    parts = [w for w in text.replace(",", " ").split() if w]
    suffix = ""
    if len(parts) > 1 and parts[-1].lower().strip(".") in GENERATIONS:
        suffix = parts.pop()
    cut = len(parts) if regal else len(parts) - 1
    while not regal and cut > 1 and parts[cut - 1].lower() in _SURNAME_PARTICLES:
        cut -= 1
    given, surname = " ".join(parts[: max(cut, 0)]), " ".join(parts[max(cut, 0) :])
    return Name(text, Kind.PERSON, title=title, given=given, surname=surname, suffix=suffix)


_SURNAME_PARTICLES = frozenset(
    "de la las los del della di da dos du le van von vom zu der den ter ten af av bin ibn bint al el y e".split()
)


def near_letters(x: str, y: str) -> bool:
    """Whether two words of five letters or more are one edit apart, or alike but for doubled letters."""
    if min(len(x), len(y)) < 5 or x[0] != y[0] or not (x.isalpha() and y.isalpha()):
        return False
    if abs(len(x) - len(y)) > 1:
        return False
    k = next((i for i, (p, q) in enumerate(zip(x, y, strict=False)) if p != q), min(len(x), len(y)))
    if len(x) == len(y):
        swapped = x[k : k + 2] == y[k : k + 2][::-1] and x[k + 2 :] == y[k + 2 :]
        return x[k + 1 :] == y[k + 1 :] or swapped
    longer, shorter = (x, y) if len(x) > len(y) else (y, x)
    return longer[k + 1 :] == shorter[k:]
