"""Whether two personal names name one person."""

from __future__ import annotations

from typing import Literal

from claimcheck.dimensions.name_given import gender_of_given
from claimcheck.dimensions.name_lists import ARTICLES, GENERATIONS, NICKNAMES, PARTICLES
from claimcheck.dimensions.name_titles import FEMALE_HONORIFICS, MALE_HONORIFICS
from claimcheck.dimensions.name_value import Kind, Name, near_letters, words

Said = tuple[Literal["yes", "no", "maybe"], str]


def same_person(a: Name, b: Name) -> Said:
    """The answer and its rule for two names that may be persons'; `a` has at least as many words as `b`."""
    wa, wb = _parts(a), _parts(b)
    if len(wa) < len(wb):
        a, b, wa, wb = b, a, wb, wa
    if genders_clash(a, b):
        return "no", "gender"
    if a.suffix and b.suffix and _generation(a.suffix) != _generation(b.suffix):
        return "no", "generation"
    if len(wb) == 1:
        return _single(b, wa, wb[0]) if len(wa) > 1 else _two_singles(wa[0], wb[0])
    return _two_full(wa, wb)


def _parts(name: Name) -> tuple[str, ...]:
    """The folded words of a personal name, without its generation; the Arabic article held to its word."""
    out: list[str] = []
    found = list(words(name.text))
    if name.suffix and len(found) > 1:
        found.pop()
    for word in found:
        if out and out[-1] in ARTICLES:
            out[-1] = f"{out[-1]} {word}"
        else:
            out.append(word)
    return tuple(out) or ("",)


def _generation(suffix: str) -> str:
    return GENERATIONS.get(suffix.lower().strip("."), suffix)


def _bare(word: str) -> str:
    """A word without its Arabic article."""
    return word.split(" ", 1)[-1]


def _single(short: Name, full: tuple[str, ...], only: str) -> Said:
    """One word against a full name: its surname stands for it, a given name may."""
    if _bare(only) == _bare(full[-1]):
        doubtful = short.kind in {Kind.PLACE, Kind.NATIONALITY} and not short.title
        return ("maybe", "surname-or-place") if doubtful else ("yes", "surname")
    if any(_bare(only) == _bare(w) for w in full):
        return "maybe", "given-only"
    if NICKNAMES.get(only, only) == NICKNAMES.get(full[0], full[0]):
        return "maybe", "given-only"
    return ("maybe", "spelling") if _near(only, full[-1]) else ("no", "different")


def _two_singles(x: str, y: str) -> Said:
    if _bare(x) == _bare(y):
        return "yes", "variant"
    return ("maybe", "spelling") if _near(x, y) else ("no", "different")


def _two_full(wa: tuple[str, ...], wb: tuple[str, ...]) -> Said:
    """Two names of two words or more, the first at least as long."""
    if wa[-len(wb) :] == wb and len(wa) > len(wb):
        return "yes", "surname"
    if _bare(wa[-1]) == _bare(wb[-1]):
        return _givens(wa[:-1], wb[:-1])
    if wa[: len(wb)] == wb or sorted(wa) == sorted(wb) or (wa[0] == wb[0] and set(wb) <= set(wa)):
        return "maybe", "part-of-name"
    if wa[0] == wb[0] and _near(wa[-1], wb[-1]):
        return "maybe", "spelling"
    hyphenated = wa[0] == wb[0] and (wb[-1] in wa[1:] or wa[-1] in wb[1:])
    return ("maybe", "part-of-name") if hyphenated else ("no", "surname")


def _givens(ga: tuple[str, ...], gb: tuple[str, ...]) -> Said:
    """The given names of two bearers of one surname."""
    ga, gb = _without_particles(ga), _without_particles(gb)
    if not ga or not gb:
        return "yes", "surname"
    if _all_initials(ga, gb) or _all_initials(gb, ga):
        return "yes", "initials"
    first = _given(ga[0], gb[0])
    if first[0] != "yes":
        shifted = gb[0] in ga[1:] or ga[0] in gb[1:]
        return ("maybe", "middle-name") if shifted and first[0] == "no" else first
    middles = [_given(x, y) for x, y in zip(ga[1:], gb[1:], strict=False)]
    if len(ga) == len(gb) and any(m[0] == "no" for m in middles):
        return "no", "middle-name"
    return first


def _all_initials(full: tuple[str, ...], short: tuple[str, ...]) -> bool:
    """ "J.K." for "Joanne Kathleen": two initials or more, all of them."""
    return len(full) > 1 and "".join(w[0] for w in full) == "".join(short) and len(short) <= len(full)


def _without_particles(given: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(w for w in given if w not in PARTICLES)


def _given(x: str, y: str) -> Said:
    """Two first names: equal, nickname, initials, near in spelling, or different."""
    if x == y:
        return "yes", "given-surname"
    if NICKNAMES.get(x, x) == NICKNAMES.get(y, y):
        return "yes", "nickname"
    short, long = sorted((x, y), key=len)
    if len(short) <= 2 and not gender_of_given(short) and short[0] == long[0]:
        return "maybe", "initials"
    return ("maybe", "spelling") if _near(x, y) else ("no", "given")


def _near(x: str, y: str) -> bool:
    return near_letters(_bare(x), _bare(y))


def genders_clash(a: Name, b: Name) -> bool:
    """Whether honorifics or given names make one a man and the other a woman ("Mr. Keller", "Anna Keller")."""
    ga, gb = gender(a), gender(b)
    honorific = bool(a.title or b.title)
    return honorific and bool(ga and gb and ga != gb)


def gender(name: Name) -> str:
    """ "male", "female" or "" from the title, else from a common given name."""
    for word in name.title.lower().replace(".", " ").split():
        if word in MALE_HONORIFICS or word.endswith("sman"):
            return "male"
        if word in FEMALE_HONORIFICS or word.endswith("woman") or word in {"actress", "wife", "daughter"}:
            return "female"
    return gender_of_given(name.given) if name.given else ""
