"""The gazetteer: countries and their people, states, continents, cities of more than 15,000, seats of power."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache

from claimcheck.lexicon.folding import fold
from claimcheck.lexicon.records import records
from claimcheck.lexicon.relation import LexRel

PROMINENT = 0.2  # a namesake city counts from this share of the largest one's population


@dataclass(frozen=True, slots=True)
class Place:
    """One reading of a place name. `containers` are canonical names, the nearest first."""

    canonical: str
    kind: str  # "city", "state", "region", "country" or "continent"
    containers: tuple[str, ...]
    population: int = 0


@lru_cache(maxsize=4096)
def demonym(word: str) -> str | None:
    """The canonical place of a country's, state's or continent's name, or of its adjective or people.

    "American", "U.S." and "USA" all give "United States"; "Texan" gives "Texas", "Londoner" "London". Short forms in
    capitals count only as they are written, so the pronoun "us" is none; case does not matter for the others.
    """
    found = records().text("|d" + fold(word))
    if found is None:
        return None
    canonical, exact = found.split("\t")
    # "u.s." is the lower-cased lemma of "U.S."; "us" may be a pronoun.
    as_written = word.upper() if "." in word else word
    return canonical if not exact or not {word, as_written}.isdisjoint(exact.split("|")) else None


@lru_cache(maxsize=4096)
def places(name: str) -> tuple[Place, ...]:
    """All places that a name may mean, the likeliest first; empty for a name that is none."""
    if _is_pronoun(name):
        return ()
    found = []
    for line in (records().text("|p" + fold(name)) or "").splitlines():
        kind, canonical, containers, population = line.split("\t")
        found.append(
            Place(canonical, kind, tuple(containers.split("; ")) if containers else (), int(population))
        )
    return tuple(found)


def _is_pronoun(name: str) -> bool:
    return name in ("us", "Us")


def place(name: str) -> Place | None:
    """The likeliest place of that name, or None."""
    return next(iter(places(name)), None)


@lru_cache(maxsize=4096)
def _readings(name: str) -> tuple[Place, ...]:
    """The likely places of a name or demonym: the first reading, and cities that are not much smaller."""
    found = places(name)
    if not found:
        canonical = demonym(name)
        found = places(canonical.split(" (")[0]) if canonical else ()
        return tuple(p for p in found if p.canonical == canonical)
    least = PROMINENT * max(p.population for p in found if p.kind == found[0].kind)
    return tuple(p for p in found if p is found[0] or p.kind != "city" or p.population >= least)


def contains(outer: str, inner: str) -> bool:
    """Some likely reading of `inner` lies within `outer`. Both are names or demonyms; a place contains not itself."""
    within = _readings(inner)
    if not within:
        return False
    whole = {p.canonical for p in _readings(outer)}
    return bool(whole) and any(not whole.isdisjoint(p.containers) for p in within)


def apart(a: str, b: str) -> bool:
    """Both names are known places, and on no reading are they the same or one within the other."""
    first, second = _readings(a), _readings(b)
    if not first or not second or contains(a, b) or contains(b, a):
        return False
    return {p.canonical for p in first}.isdisjoint(p.canonical for p in second)


def capital_of(country: str) -> str | None:
    """The capital of a country, given by any of its names; None where there is none or it is not known."""
    canonical = demonym(country)
    return records().text("|c" + canonical) if canonical else None


@lru_cache(maxsize=4096)
def metonym(name: str) -> str | None:
    """What a seat of power stands for in the news: "Kremlin" or "Moscow" for Russia, "Pentagon" for its department.

    Weaker than an alias: the capital itself is the commoner reading of its own name.
    """
    return records().text("|m" + fold(name))


def related_places(evidence: str, statement: str, one_kind: bool) -> LexRel | None:
    """Names of countries, states and peoples: the same, one within the other, or exclusive; None for other words.

    `one_kind`: both are nouns, or both adjectives; an adjective of one country does not exclude another's name.
    """
    e, s = demonym(evidence), demonym(statement)
    if e is None or s is None:
        return None
    if e == s:
        return LexRel.EQUAL
    if contains(statement, evidence):
        return LexRel.NARROWER
    if contains(evidence, statement):
        return LexRel.WIDER
    return LexRel.COHYPONYM if one_kind and _kind(e) == _kind(s) == "country" else None


def _kind(canonical: str) -> str:
    return next((p.kind for p in _readings(canonical) if p.canonical == canonical), "")
