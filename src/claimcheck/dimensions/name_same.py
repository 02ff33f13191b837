"""Whether two names name one thing: yes, no, or not to be told from the names."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from functools import lru_cache

from claimcheck.dimensions.name_alias import Aliases, Places, built_in
from claimcheck.dimensions.name_lists import CORPORATE, FACILITY_HEADS, FIRM_WORDS, GENERATIONS, ORG_HEADS
from claimcheck.dimensions.name_people import same_person
from claimcheck.dimensions.name_titles import HONORIFICS
from claimcheck.dimensions.name_value import (
    Kind,
    Name,
    content,
    initials,
    is_acronym,
    key,
    near_letters,
    numbers,
    plain,
    words,
)


class Answer(StrEnum):
    """YES: one thing; NO: two things; MAYBE: the names alone do not tell."""

    YES = "yes"
    NO = "no"
    MAYBE = "maybe"


@dataclass(frozen=True, slots=True)
class Match:
    """An answer and the rule that gave it, as `exact`, `surname`, `acronym`, `number`."""

    answer: Answer
    rule: str

    @property
    def yes(self) -> bool:
        return self.answer is Answer.YES

    @property
    def no(self) -> bool:
        return self.answer is Answer.NO


def same(a: Name, b: Name, aliases: Aliases | None = None, places: Places | None = None) -> Match:
    """Whether two names name one thing. Symmetric; a name is itself.

    Letters and diacritics count, and so do the numbers inside a name; spelling likeness never makes a YES.
    """
    if _order(b) < _order(a):
        a, b = b, a
    known = aliases or built_in()
    ka, kb = a.key, b.key
    if not ka or not kb:
        return _match(a.full == b.full, "exact") if a.full == b.full else Match(Answer.MAYBE, "unreadable")
    if ka == kb:
        return _same_key(a, b)
    if known.same(a.text, b.text):
        return Match(Answer.YES, "alias")
    if _metonym(a, b, known, places):
        return Match(Answer.MAYBE, "metonym")
    if found := _places(a, b, places):
        return found
    if plain(a.text) == plain(b.text):
        return Match(Answer.MAYBE, "diacritics")
    found = _by_words(a, b, known)
    if found.rule == "surname-or-place" and places is not None:
        short = a if len(words(a.text)) == 1 else b
        return found if canonical_place(short, places) else Match(Answer.YES, "surname")
    return found


def _order(name: Name) -> tuple[int, str, str, str]:
    return -len(words(name.text)), name.text, name.kind, name.full


def strangers(a: Name, b: Name, aliases: Aliases | None = None, places: Places | None = None) -> bool:
    """Whether a look at two names is enough to know that `same` would not say YES: most pairs share no word."""
    mine, others = _look(a.text), _look(b.text)
    if not (mine.plain and others.plain) or mine.key == others.key or not mine.words.isdisjoint(others.words):
        return False
    groups = (aliases or built_in()).groups
    if mine.key in groups and others.key in groups:
        return False
    return places is None or canonical_place(a, places) is None or canonical_place(b, places) is None


def plain_name(name: Name, aliases: Aliases | None = None, places: Places | None = None) -> bool:
    """Whether a name is no acronym, has no subtitle, stands in no group of aliases and is no known place's: two such
    names that share no word, and no key, are `strangers`."""
    look = _look(name.text)
    known = look.key in (aliases or built_in()).groups
    return look.plain and not known and (places is None or canonical_place(name, places) is None)


@dataclass(frozen=True, slots=True)
class _Look:
    """A name's words and key; plain: no acronym and no subtitle, so that only a shared word can make it another's."""

    words: frozenset[str]
    key: str
    plain: bool


@lru_cache(maxsize=2048)
def _look(text: str) -> _Look:
    plain = bool(content(text)) and ":" not in text and not is_acronym(text)
    return _Look(frozenset(words(text)), key(text), plain)


def _match(yes: bool, rule: str) -> Match:
    return Match(Answer.YES if yes else Answer.NO, rule)


def _same_key(a: Name, b: Name) -> Match:
    if a.suffix and b.suffix and _generation(a) != _generation(b):
        return Match(Answer.NO, "generation")
    titled, other = (a, b) if a.title else (b, a)
    if titled.title and not other.title and other.kind in {Kind.PLACE, Kind.NATIONALITY} and not titled.given:
        return Match(Answer.MAYBE, "kind")
    return Match(Answer.YES, "exact" if a.text.casefold() == b.text.casefold() else "variant")


def _generation(name: Name) -> str:
    return GENERATIONS.get(name.suffix.lower().strip("."), "")


_NO_PLACES = frozenset({Kind.PERSON, Kind.WORK, Kind.PRODUCT, Kind.EVENT})


def _places(a: Name, b: Name, places: Places | None) -> Match | None:
    """Demonyms and other names of one known place ("American", "United States"), or two known places."""
    if places is None or a.kind in _NO_PLACES or b.kind in _NO_PLACES:
        return None
    pa, pb = canonical_place(a, places), canonical_place(b, places)
    if not pa or not pb:
        return None
    rule = "demonym" if Kind.NATIONALITY in (a.kind, b.kind) else "place"
    if key(pa) == key(pb):
        return Match(Answer.YES, rule)
    known = places.apart(a.text, b.text) or places.contains(pa, pb) or places.contains(pb, pa)
    return Match(Answer.NO, rule) if known else None


def _metonym(a: Name, b: Name, known: Aliases, places: Places | None) -> bool:
    """Whether one name is a seat of power for what the other names: "Washington", "U.S."; slots tell if that counts."""
    if places is None or Kind.PERSON in (a.kind, b.kind):
        return False
    meant = [places.metonym(n.text) for n in (a, b)]
    if not any(meant):
        return False
    ways = [
        [w for w in (m, n.text, canonical_place(n, places)) if w] for m, n in zip(meant, (a, b), strict=True)
    ]
    ma, mb = meant
    return any(
        m is not None and (key(m) == key(w) or known.same(m, w))
        for m, row in ((ma, ways[1]), (mb, ways[0]))
        for w in row
    )


def canonical_place(name: Name, places: Places) -> str | None:
    """The canonical name of the known place that a name or demonym means, or None."""
    return _canonical(name.text, places)


@lru_cache(maxsize=2048)
def _canonical(name: str, places: Places) -> str | None:
    plural = name.endswith("s") and len(name) > 4
    by_people = places.demonym(name) or (places.demonym(name[:-1]) if plural else None)
    if by_people:
        return by_people
    found = places.place(name)
    return found.canonical if found else None


def _by_words(a: Name, b: Name, known: Aliases) -> Match:
    """The longer name against the shorter, by their words."""
    na, nb = numbers(a.text), numbers(b.text)
    if na and nb and na != nb:
        inside = set(content(a.text)) <= set(content(b.text)) or set(content(b.text)) <= set(content(a.text))
        return Match(Answer.MAYBE, "part-of-name") if inside else Match(Answer.NO, "number")
    if is_acronym(a.text) or is_acronym(b.text):
        return _acronym(a, b, known)
    if Kind.PERSON in (a.kind, b.kind) and _may_be_person(a) and _may_be_person(b):
        answer, rule = same_person(a, b)
        return Match(Answer(answer), rule)
    found = _shared_words(a, b)
    return Match(Answer.MAYBE, "number-dropped") if found.yes and na != nb else found


def _may_be_person(name: Name) -> bool:
    """Whether a name could be a person's by its form, whatever the parser's label says."""
    if name.kind in {Kind.PERSON, Kind.OTHER} or name.title:
        return True
    parts = words(name.text)
    if name.kind in {Kind.NATIONALITY, Kind.PRODUCT, Kind.EVENT}:
        return False
    return not any(p in ORG_HEADS or p in FACILITY_HEADS or p == "of" for p in parts) and not numbers(
        name.text
    )


def _acronym(a: Name, b: Name, known: Aliases) -> Match:
    """An acronym against a full name whose initials it may be, or against another acronym."""
    if is_acronym(a.text) and is_acronym(b.text):
        shared = a.key.startswith(b.key) or b.key.startswith(a.key)
        return Match(Answer.MAYBE, "part-of-name") if shared else Match(Answer.NO, "acronym")
    short, full = (a, b) if is_acronym(a.text) else (b, a)
    if short.key in words(full.text):
        return _shared_words(full, short)
    letters = "".join(c for c in short.text.rstrip("s") if c.isalnum()).casefold()
    if letters in initials(full.text):
        return Match(Answer.YES if len(letters) > 2 else Answer.MAYBE, "acronym")
    if known.known(short.text) and (known.known(full.text) or len(words(full.text)) > 1):
        return Match(Answer.NO, "acronym")
    if full.kind is Kind.PERSON and full.given:
        return Match(Answer.NO, "different")
    return Match(Answer.MAYBE, "acronym-unknown")


def _shared_words(a: Name, b: Name) -> Match:
    """Names that are not persons': one a short form of the other, a reordering, or one word off."""
    ca, cb = content(a.text), content(b.text)
    if sorted(ca) == sorted(cb):
        reordered = {"of", "for"} & {*words(a.text), *words(b.text)}
        return Match(Answer.YES if reordered else Answer.MAYBE, "reordered")
    if _is_subtitle(a.text, b.text):
        return Match(Answer.YES, "subtitle")
    if ca[: len(cb)] == cb and _drops_sort(a, b, ca[len(cb) :]):
        return Match(Answer.YES, "short-form")
    if set(cb) <= set(ca) or _stem_shared(ca, cb):
        return Match(Answer.MAYBE, "part-of-name")
    if len(ca) == len(cb) == 1 and near_letters(ca[0], cb[0]):
        return Match(Answer.MAYBE, "spelling")
    if min(len(ca), len(cb)) == 1 and near_letters(ca[-1], cb[-1]):
        return Match(Answer.MAYBE, "spelling")
    if len(ca) == len(cb) > 1 and _one_spelling_off(ca, cb):
        return Match(Answer.MAYBE, "spelling")
    return Match(Answer.NO, "word" if set(ca) & set(cb) else "different")


def _drops_sort(full: Name, short: Name, dropped: tuple[str, ...]) -> bool:
    """Whether the words a short form drops only say what sort of thing it is ("Halvern" for "Halvern Ferries")."""
    left = content(short.text)
    if short.kind in {Kind.PLACE, Kind.NATIONALITY} and full.kind is not Kind.PLACE:
        return False
    if not left or all(w in ORG_HEADS or w in HONORIFICS or len(w) < 3 for w in left):
        return False
    if short.kind is full.kind is Kind.ORG and dropped in {("university",), ("college",), ("foundation",)}:
        return True
    if full.kind is Kind.PLACE:
        return bool(dropped) and all(
            w in {"air", "military", "naval", "army", "base", "camp"} for w in dropped
        )
    return (
        full.kind in {Kind.ORG, Kind.OTHER}
        and bool(dropped)
        and all(w in FIRM_WORDS or w in CORPORATE for w in dropped)
    )


def _is_subtitle(long: str, short: str) -> bool:
    """ "The Long River: A Memoir" and "The Long River"; a sequel's subtitle is another work."""
    head, mark, rest = long.partition(":")
    return bool(mark) and rest.strip().lower().startswith(("a ", "an ")) and key(head) == key(short)


def _stem_shared(ca: tuple[str, ...], cb: tuple[str, ...]) -> bool:
    """ "Iraq" and "Iraqi", "Kurd" and "Kurds": one word opens the other."""
    if len(ca) != 1 or len(cb) != 1:
        return False
    short, long = sorted((ca[0], cb[0]), key=len)
    return len(short) >= 4 and long.startswith(short) and len(long) - len(short) <= 3


def _one_spelling_off(ca: tuple[str, ...], cb: tuple[str, ...]) -> bool:
    off = [(x, y) for x, y in zip(ca, cb, strict=True) if x != y]
    return len(off) == 1 and near_letters(*off[0])
