"""Sorts of things that nothing is two of: a person is no film, a film no novel, a village no country."""

from __future__ import annotations

from functools import lru_cache

from claimcheck import lexicon

WORKS: dict[str, str] = {
    **dict.fromkeys("film movie feature_film biopic".split(), "film"),
    **dict.fromkeys("series sitcom miniseries tv_series television_series".split(), "series"),
    **dict.fromkeys("album ep mixtape".split(), "album"),
    **dict.fromkeys("song single ballad".split(), "song"),
    **dict.fromkeys("novel book novella memoir autobiography textbook".split(), "book"),
    **dict.fromkeys("play opera ballet".split(), "stage work"),
    **dict.fromkeys("poem sonnet".split(), "poem"),
    **dict.fromkeys("painting fresco".split(), "painting"),
    **dict.fromkeys("newspaper magazine".split(), "paper"),
    **dict.fromkeys("videogame video_game".split(), "game"),
}
PLACES: dict[str, str] = {
    **dict.fromkeys("city town metropolis".split(), "town"),
    **dict.fromkeys("village hamlet".split(), "village"),
    "country": "country",
    "county": "county",
    "continent": "continent",
    "river": "river",
    "lake": "lake",
    "mountain": "mountain",
    "volcano": "mountain",
    "ocean": "ocean",
    "desert": "desert",
}
ANIMALS = frozenset(
    "dog cat horse cow pig sheep goat bird fish insect snake bear wolf lion tiger elephant whale shark monkey mouse "
    "rat rabbit frog spider bee ant butterfly dinosaur reptile mammal".split()
)
BODIES = frozenset(
    "company firm corporation university college school party team club band organization organisation agency bank "
    "airline newspaper museum church army navy league orchestra charity union hospital".split()
)
OTHERS: dict[str, str] = {
    **dict.fromkeys("disease virus bacterium".split(), "disease"),
    **dict.fromkeys("plant tree flower fruit vegetable".split(), "plant"),
    **dict.fromkeys("planet moon star asteroid comet".split(), "body in space"),
    **dict.fromkeys(
        "car truck aircraft airplane ship boat submarine helicopter locomotive".split(), "vehicle"
    ),
    **dict.fromkeys("language dialect".split(), "language"),
    **dict.fromkeys("sport religion".split(), "practice"),
}
PERSONS = frozenset("model host presenter coach youtuber".split())
# Sorts of which a thing may be two at once: a city is a county seat, a club or a band has a team.
LOOSE = frozenset(
    {
        frozenset({"body", "place"}),
        frozenset({"paper", "body"}),
        frozenset({"body in space", "body"}),
        frozenset({"body in space", "person"}),
        frozenset({"country", "continent"}),
    }
)


@lru_cache(maxsize=4096)
def sort(lemma: str) -> str:
    """The sort of thing a noun names, "" where it may be of several."""
    for table in (WORKS, PLACES, OTHERS):
        if lemma in table:
            return table[lemma]
    if lemma in ANIMALS:
        return "animal"
    if lemma in BODIES:
        return "body"
    return "person" if lemma in PERSONS or lexicon.is_person_noun(lemma) else ""


def exclusive(evidence: str, statement: str) -> bool:
    """Whether what is the one thing cannot be the other."""
    a, b = sort(evidence), sort(statement)
    return bool(a and b) and a != b and frozenset({a, b}) not in LOOSE
