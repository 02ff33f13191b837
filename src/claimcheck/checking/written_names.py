"""Names as copy writes them: whether one can stand where another stands, and nothing else need change."""

from __future__ import annotations

import re

from claimcheck import lexicon
from claimcheck.dimensions.name import Kind, Name

_PERSON = re.compile(r"(?:[^\W\d_]\.\s?|[^\W\d_][\w'’-]+\s+)*[^\W\d_][\w'’-]+")
_NO_PERSON = frozenset("the of and for & company co inc ltd group party council committee university".split())
# Places that stand with "the", which a name's text leaves out.
_WITH_THE = frozenset(
    "netherlands philippines bahamas maldives gambia hague bronx vatican kremlin comoros seychelles sudan congo "
    "ukraine balkans caucasus crimea sahara arctic antarctic".split()
)
_HEADS_WITH_THE = frozenset(
    "states kingdom republic islands emirates union territory territories sea ocean river mountains alps peninsula "
    "gulf desert strait channel coast valley bank".split()
)


def fits(new: str, old: Name) -> bool:
    """Whether another name can take a name's place: a person's that of a person, a place's that of a place."""
    if not new[:1].isalpha() or new.isupper() != old.full.isupper():
        return False
    if old.kind is Kind.PERSON:
        return len(new.split()) > 1 and _is_person(new)
    return old.kind is Kind.PLACE and _is_bare_place(new) and _is_bare_place(old.full)


def _is_person(name: str) -> bool:
    if _NO_PERSON & set(name.lower().split()) or lexicon.place(name) is not None:
        return False
    return _PERSON.fullmatch(name) is not None and name.split()[-1][0].isupper()


def _is_bare_place(name: str) -> bool:
    """Whether a name is that of a known place, no word for its people, and stands without "the"."""
    words = name.lower().split()
    if lexicon.place(name) is None or _WITH_THE & set(words) or words[-1] in _HEADS_WITH_THE:
        return False
    by_people = lexicon.demonym(name)
    return by_people is None or by_people.lower() == name.lower()
