"""What names where something was read and states nothing itself: entries of reference lists, notes that only cite.

Told by spelling alone, so a note that states something in a sentence of its own is kept.
"""

from __future__ import annotations

import re
from typing import Final

_TITLES: Final = frozenset(
    ("references|reference list|list of references|bibliography|selected bibliography|sources|source list|"
     "list of sources|works cited|literature cited|literature|further reading|external links|citations|"
     "references and notes|notes and references|sources and references|references and further reading|"
     "sources and further reading|bibliography and further reading").split("|")
)  # fmt: skip
_NUMBERED: Final = re.compile(r"^(?:appendix )?(?:[\divxlc]+|[a-z])(?:\.[\d]+)*[.):]?\s+")
_CITES: Final = re.compile(
    r"(?:see(?: also)?|cf\.?|ibid\.?|op\. ?cit|loc\. ?cit|sources?:|via|quoted (?:in|by|from)|cited (?:in|by|from)|"
    r"retrieved|accessed|available (?:at|from)|adapted from|from the archives?)(?![\w-])",
    re.IGNORECASE,
)
_AUTHOR: Final = re.compile(r"[A-Z][\w'’-]+, (?:[A-Z]\.|[A-Z][\w'’-]+[.,]? )")
_DATED: Final = re.compile(r"\((?:c\. ?)?(?:1[5-9]|20)\d\d[a-z]?(?:, [A-Z][a-z]+(?: \d{1,2})?)?\)")
_MARKS: Final = re.compile(
    r"\b(?:pp?\. ?\d|vol\. ?\d|no\. ?\d+\)|ch(?:ap)?\. ?\d|ISBN|ISSN|doi|et al\.|ibid\b|[2-9](?:nd|rd|th) ed\b"
    r"|(?:accessed|retrieved)(?: on)? (?:\d|[A-Z]))",
    re.IGNORECASE,
)
_MONTH: Final = r"(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]*\.?"
_DATED_AT_END: Final = re.compile(rf"[^.!?]{{2,120}}, (?:\d{{1,2}} {_MONTH}|{_MONTH} \d{{1,2}},) \d{{4}}\.?")
_QUOTED: Final = re.compile(r"[\"“«][^\"”»]{1,300}[\"”»]|_[^_]{1,300}_")
_WORD: Final = re.compile(r"[^\W\d_][\w'’.-]*")
_SMALL: Final = frozenset(
    "a an and at by de der di du for from in la le of on or p pp the to van vol von with interview report press "
    "release transcript statement archive issue edition page accessed retrieved email".split()
)
_ASIDE: Final = re.compile(r"\((?:see|cf\.?) [^()]*\)", re.IGNORECASE)
_CREDIT: Final = re.compile(
    r"(?:(?:sources?|credits?):|(?:photo|photograph|picture|image|graphic|chart|map|data)s?:? "
    r"(?:credit|by|courtesy of|from):?) ",
    re.IGNORECASE,
)
_LONGEST: Final = 60  # words; a longer note says something
_LONGEST_CREDIT: Final = 12


def is_reference_title(title: str) -> bool:
    """Whether a heading stands over a reference list: "References", "7. Works cited"."""
    bare = " ".join(title.lower().replace("&", "and").split()).strip(" :.*_")
    return bare in _TITLES or _NUMBERED.sub("", bare) in _TITLES


def is_reference(prose: str) -> bool:
    """Whether a note or a line only says where something is to be found."""
    bare = prose.strip(" \t\u00a0↩︎^*†‡[]()0123456789.:")
    words = _WORD.findall(_QUOTED.sub(" ", bare))
    if len(words) > _LONGEST:
        return False
    if len(words) < 2 or _CITES.match(bare):
        return True
    if _DATED_AT_END.fullmatch(prose.strip()) or (_AUTHOR.match(bare) and _DATED.search(prose)):
        return True
    marked = _MARKS.search(_ASIDE.sub("", prose)) is not None
    return marked or all(word[0].isupper() or word in _SMALL for word in words)


def is_credit(prose: str) -> bool:
    """Whether a line only says whom a picture or its figures are from: "Source: Harbour Office"."""
    found = _CREDIT.match(prose)
    if not found or prose.endswith("."):
        return False
    return len(prose[found.end() :].split()) <= _LONGEST_CREDIT
