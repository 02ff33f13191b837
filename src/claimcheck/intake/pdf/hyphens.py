"""Words broken at the end of a line: which hyphen goes and which one stays."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Final

_WORD: Final = re.compile(r"[^\W\d_]+(?:[-‐][^\W\d_]+)*")
_BROKEN: Final = re.compile(r"([^\W\d_]+(?:[-‐][^\W\d_]+)*)([-‐\u00ad])$")
_NEXT: Final = re.compile(r"[^\W\d_]+")
_ENDINGS: Final = ("", *"s es ed d ing ly ally ies er ers al ment ness able 's".split())
_INSTEAD: Final = {"ing": ("e",), "ies": ("y",), "er": ("e",), "ed": ("y",)}


# Words that the lexicon, which is one of nouns, verbs, adjectives and adverbs, does not have.
_SMALL: Final = frozenset(
    """
    about above across after against although among amongst another anybody anyone anything around because before
    behind below beneath beside besides between beyond despite during either everybody everyone everything except
    following herself himself inside into itself myself neither nobody nothing onto other others ourselves outside over
    rather regarding several since somebody someone something themselves themself though through throughout toward
    towards under underneath unless until unto upon versus whatever whenever whereas wherever whether whichever whoever
    whomever within without yourself yourselves
    """.split()
)


def vocabulary(lines: Iterable[str]) -> frozenset[str]:
    """The words, in lower case, that stand whole in lines of text: not broken at the end of one."""
    words: set[str] = set()
    for line in lines:
        found = _WORD.findall(line)
        broken = line.rstrip().endswith(("-", "‐", "\u00ad"))
        words.update(word.lower().replace("‐", "-") for word in (found[1:-1] if broken else found[1:]))
    return frozenset(words)


def joined(before: str, after: str, words: frozenset[str]) -> str:
    """A line and the one it goes on in as one text.

    A hyphen between small letters is the printer's unless the document, or else the lexicon, knows the word with it;
    one before a capital letter or a figure is the author's, and so is any dash.
    """
    before, after = before.rstrip(), after.lstrip()
    broken, rest = _BROKEN.search(before), _NEXT.match(after)
    if broken and broken[2] == "\u00ad":
        return before[:-1] + after
    if not broken:
        return before + ("" if before.endswith(("-", "‐")) and after[:1].isdigit() else " ") + after
    if not rest or not rest[0][0].islower():
        return before + after if after[:1].isalnum() else f"{before} {after}"
    if _keeps_hyphen(broken[1].lower().replace("‐", "-"), rest[0].lower(), words):
        return before + after
    return before[:-1] + after


def _keeps_hyphen(first: str, second: str, words: frozenset[str]) -> bool:
    whole, with_hyphen = first + second, f"{first}-{second}"
    if (with_hyphen in words) != (whole in words):
        return with_hyphen in words
    last = first.rpartition("-")[2]
    if _is_word(last + second):
        return False
    return _is_word(last) and _is_word(second) and len(last) > 1


def _is_word(word: str) -> bool:
    """Whether the lexicon has a word or what it is made from."""
    from claimcheck.lexicon import known

    if word in _SMALL:
        return True
    for ending in _ENDINGS:
        stem = word.removesuffix(ending) if ending else word
        if len(stem) < 2 or (ending and stem == word):
            continue
        stems = [stem, *(stem + other for other in _INSTEAD.get(ending, ()))]
        if len(stem) > 3 and stem[-1] == stem[-2] and ending in ("ed", "ing", "er"):
            stems.append(stem[:-1])
        if any(known(each, pos) for each in stems for pos in "nvar"):
            return True
    return False
