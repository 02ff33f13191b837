"""The growing picture of one entity while a document is read."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field

from claimcheck import lexicon
from claimcheck.dimensions.name_kind import LABELS, kind_of
from claimcheck.dimensions.name_lists import FACILITY_HEADS, ORG_HEADS, PLACE_HEADS, SMALL
from claimcheck.dimensions.name_people import gender
from claimcheck.dimensions.name_value import Kind, Name, key, words
from claimcheck.entities.model import Description, Entity, Form, Mention
from claimcheck.entities.nominal import Nominal
from claimcheck.entities.words import COMPANY_NOUNS, FEMALE_NOUNS, MALE_NOUNS, PERSON_NOUNS, WIDER


@dataclass
class Cluster:
    """One entity in the making: its names, what it is called (`types`), what is said of it (`said`), its mentions."""

    names: list[Name] = field(default_factory=list)
    types: set[str] = field(default_factory=set)
    said: set[str] = field(default_factory=set)
    count: str = ""
    plural: bool = False
    kind: Kind | None = None
    gender: str = ""
    fixed_name: str = ""
    descriptions: list[Description] = field(default_factory=list)
    mentions: list[Mention] = field(default_factory=list)
    last: int = -1  # the sentence of the latest mention

    def add(self, mention: Mention) -> None:
        """Take a mention in; mentions come in any order."""
        self.mentions.append(mention)
        self.last = max(self.last, mention.sentence)

    def settle(self) -> None:
        """Work out kind and gender from all names together."""
        if not self.names:
            return
        self.kind = _kind(self.names)
        if self.kind is Kind.PERSON and all(_place_by_name(name) for name in self.names):
            self.kind = Kind.PLACE  # "signed for Porto": the parser took the town for somebody
        genders = {g for n in self.names if (g := gender(n))} if self.kind is Kind.PERSON else set()
        self.gender = genders.pop() if len(genders) == 1 else ""
        for name in self.names:
            folded = words(name.text)
            self.said.update(folded)
            if len(folded) > 1 and self.kind is not Kind.PERSON:
                heads = [w for w in folded if w in HEADS]
                self.types.update(heads[-1:] or _common(folded))

    def describe(self, description: Description, modifiers: frozenset[str]) -> None:
        """Take in what the text calls the entity."""
        self.descriptions.append(description)
        self.types.add(description.head)
        self.said.update(modifiers)
        if description.head in FEMALE_NOUNS | MALE_NOUNS and not self.gender:
            self.gender = "female" if description.head in FEMALE_NOUNS else "male"
        if description.head in PERSON_NOUNS and (self.kind not in {None, Kind.PLACE} or self._no_place):
            self.kind = Kind.PERSON
        elif self.kind is Kind.PERSON and description.head in THINGS:
            self.kind, self.gender = Kind.OTHER, ""
        elif description.head in COMPANY_NOUNS and self.kind in {Kind.PERSON, Kind.PLACE, Kind.OTHER}:
            self.kind = Kind.ORG

    @property
    def _no_place(self) -> bool:
        """Whether its names look like a place's to the parser alone: "Tess Arden is an actress"."""
        known = any(lexicon.place(n.text) for n in self.names)
        return self.kind is Kind.PLACE and not known and all(" " in n.text for n in self.names)

    def open_with(self, nominal: Nominal) -> None:
        """Begin an entity with a common noun."""
        self.types.add(nominal.lemma)
        self.said.update(nominal.modifiers)
        self.count, self.plural = nominal.count, nominal.plural
        self.gender = (
            "female" if nominal.lemma in FEMALE_NOUNS else "male" if nominal.lemma in MALE_NOUNS else ""
        )
        self.fixed_name = nominal.text

    @property
    def is_person(self) -> bool:
        return not self.plural and (
            self.kind is Kind.PERSON or (not self.names and bool(self.types & PERSON_NOUNS))
        )

    @property
    def is_surely_person(self) -> bool:
        """A person by title, by given name and surname, or by what the text calls them; not by one label alone."""
        return self.is_person and (
            bool(self.types & PERSON_NOUNS) or any(n.title or n.given for n in self.names)
        )

    @property
    def is_thing(self) -> bool:
        return not self.plural and not self.is_person and self.kind is not Kind.NATIONALITY

    @property
    def name(self) -> str:
        """The fullest name, else the words the entity was first spoken of by."""
        if not self.names:
            return self.fixed_name
        return max(self.names, key=lambda n: (not n.text.isupper(), len(words(n.text)))).text

    def entity(self, number: int) -> Entity:
        """The finished entity, its mentions in order of the text."""
        spelled = sorted(self.names, key=lambda n: -len(words(n.text)))
        names = tuple({key(n.text): n.text for n in reversed(spelled)}.values())[::-1]
        return Entity(
            id=number,
            name=self.name,
            names=names,
            titles=tuple(dict.fromkeys(n.title for n in self.names if n.title)),
            kind=self.kind,
            gender=self.gender,
            plural=self.plural,
            descriptions=tuple(sorted(self.descriptions, key=lambda d: (d.sentence, d.first, d.head))),
            mentions=tuple(sorted(self.mentions, key=lambda m: (m.sentence, m.head))),
        )


def _common(folded: Sequence[str]) -> list[str]:
    """ "Halden Monument" is a monument though no list says so: the noun a name ends in, or has before "of"."""
    of = next((k for k, w in enumerate(folded) if k and w in SMALL), len(folded))
    head = folded[of - 1]
    return [head] if len(head) > SHORT and lexicon.known(head, "n") and not head[-1].isdigit() else []


SHORT = 3  # letters of a word that is rather part of a name
HEADS = ORG_HEADS | PLACE_HEADS | FACILITY_HEADS
THINGS = frozenset().union(*WIDER.values(), WIDER) | frozenset(
    "river lake island city town village bridge airport stadium hospital school book novel album song film play "
    "magazine horse dog storm hurricane typhoon".split()
)


def _place_by_name(name: Name) -> bool:
    """Whether one bare word that is known as a place is all there is of a name."""
    return " " not in name.text and not name.title and lexicon.place(name.text) is not None


def _kind(names: list[Name]) -> Kind:
    """A title or a head word decides; else the commonest label, earlier first."""
    if any(n.title for n in names):
        return Kind.PERSON
    for name in names:
        if len(words(name.text)) > 1 and name.kind is not Kind.PERSON:
            by_form = kind_of(name.text)
            if by_form is not Kind.OTHER:
                return name.kind if name.kind in LABELS.values() and name.kind is not Kind.OTHER else by_form
    full = [n for n in names if n.given]
    if full:
        return Kind.PERSON
    counted = Counter(n.kind for n in names if n.kind is not Kind.OTHER)
    return counted.most_common(1)[0][0] if counted else Kind.OTHER


__all__ = ["Cluster", "Form"]
