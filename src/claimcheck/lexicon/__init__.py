"""Relations between words, between places, and turns of phrase, from one read-only file that ships with claimcheck."""

from __future__ import annotations

from claimcheck.lexicon.families import Family, Form, families
from claimcheck.lexicon.idioms import LIGHT_NOUNS, LIGHT_VERBS, idioms, passive_idioms
from claimcheck.lexicon.places import Place, apart, capital_of, contains, demonym, metonym, place, places
from claimcheck.lexicon.relation import LexRel
from claimcheck.lexicon.words import (
    exclusive_classes,
    expand,
    is_act,
    is_group_noun,
    is_person_noun,
    is_place_noun,
    is_time_noun,
    known,
    relation,
)

__all__ = [
    "LIGHT_NOUNS",
    "LIGHT_VERBS",
    "Family",
    "Form",
    "LexRel",
    "Place",
    "apart",
    "capital_of",
    "contains",
    "demonym",
    "exclusive_classes",
    "expand",
    "families",
    "idioms",
    "is_act",
    "is_group_noun",
    "is_person_noun",
    "is_place_noun",
    "is_time_noun",
    "known",
    "metonym",
    "passive_idioms",
    "place",
    "places",
    "relation",
]
