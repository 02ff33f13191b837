"""What a document's mentions come to: entities, what is said of them, and how each link was made."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from functools import cached_property

from claimcheck.dimensions.name_value import Kind, key
from claimcheck.entities.words import PERSON_NOUNS

_WE = frozenset({"we", "us", "our", "ours"})


class Form(StrEnum):
    """How a mention is worded."""

    NAME = "name"
    NOUN = "noun"
    PRONOUN = "pronoun"


@dataclass(frozen=True, slots=True)
class Mention:
    """A place where the text speaks of an entity: tokens [first:stop) of a sentence, with their head.

    `implied` tells a link drawn by coreference (a pronoun, "the company") from one the text states (a name, an
    apposition, an acronym it introduces); `rule` names the sieve that drew it.
    """

    sentence: int
    first: int
    stop: int
    head: int
    text: str
    form: Form
    rule: str
    implied: bool


@dataclass(frozen=True, slots=True)
class Description:
    """What the text calls an entity: `head` is the lemma of the noun, `text` its whole phrase, with the span it has.

    `source` is "title", "apposition", "copula" or "noun" (a common noun the entity was named by).
    """

    sentence: int
    first: int
    stop: int
    head: str
    text: str
    source: str


@dataclass(frozen=True, slots=True)
class Entity:
    """One thing the document speaks of. `gender` is "male", "female" or ""; `kind` is None for common nouns alone."""

    id: int
    name: str
    names: tuple[str, ...]
    titles: tuple[str, ...]
    kind: Kind | None
    gender: str
    plural: bool
    descriptions: tuple[Description, ...]
    mentions: tuple[Mention, ...]

    @property
    def is_surely_person(self) -> bool:
        """A person by title, by a given name or by what the text calls them, not by the parser's label alone."""
        called = any(d.head in PERSON_NOUNS for d in self.descriptions)
        return self.kind is Kind.PERSON and bool(self.titles or self.gender or called)


@dataclass(frozen=True)
class Entities:
    """The entities of a document, in order of first mention, and where each mention's head stands."""

    entities: tuple[Entity, ...]
    places: Mapping[
        tuple[int, int], tuple[int, int]
    ]  # (sentence, head token) -> (entity, index among its mentions)

    def at(self, sentence: int, token: int) -> Entity | None:
        """The entity whose mention has its head at a token."""
        found = self.places.get((sentence, token))
        return self.entities[found[0]] if found else None

    def mention(self, sentence: int, token: int) -> Mention | None:
        """The mention whose head is a token."""
        found = self.places.get((sentence, token))
        return self.entities[found[0]].mentions[found[1]] if found else None

    def names_of(self, entity: Entity) -> tuple[str, ...]:
        """All names the text gives an entity, the fullest first."""
        return entity.names

    def named(self, name: str) -> Entity | None:
        """The first entity that bears a name, by its letters."""
        wanted = key(name)
        return next((e for e in self.entities if any(key(n) == wanted for n in e.names)), None)

    def describe(self, sentence: int, token: int) -> str:
        """A note on an implied mention, as `“he” is Pell Odrin`; "" where the text says it itself."""
        entity, mention = self.at(sentence, token), self.mention(sentence, token)
        if (
            entity is None
            or mention is None
            or not mention.implied
            or entity.name.lower() == mention.text.lower()
        ):
            return ""
        said = "is said by" if mention.rule == "entity.speaker" and mention.text.lower() in _WE else "is"
        return f"“{mention.text}” {said} {entity.name}"

    def notes(self, sentence: int) -> tuple[str, ...]:
        """The notes on all implied mentions of a sentence, in its order, each once."""
        heads = self._heads.get(sentence, ())
        return tuple(dict.fromkeys(note for token in heads if (note := self.describe(sentence, token))))

    @cached_property
    def _heads(self) -> dict[int, list[int]]:
        """The head tokens of every sentence's mentions, in order."""
        rows: dict[int, list[int]] = {}
        for sentence, token in sorted(self.places):
            rows.setdefault(sentence, []).append(token)
        return rows
