"""What is known beside the two texts: the ledger's aliases, and the gazetteer."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from claimcheck import lexicon
from claimcheck.dimensions import name as names
from claimcheck.dimensions.name import Aliases, Match, Name, Places

AT_HAND = 1 << 12  # answers


@dataclass(frozen=True)
class Lore:
    """Aliases and places to compare names by; answers are remembered by the names' own words."""

    aliases: Aliases | None = None
    places: Places | None = lexicon
    _known: dict[tuple[str, str, str, str], Match] = field(default_factory=dict, compare=False, repr=False)

    def same(self, a: Name, b: Name) -> Match:
        """Whether two names name one thing."""
        key = (a.full, a.kind, b.full, b.kind)
        found = self._known.get(key)
        if found is None:
            if len(self._known) >= AT_HAND:
                self._known.clear()
            found = self._known[key] = names.same(a, b, self.aliases, self.places)
        return found

    def one(self, a: Name, b: Name) -> bool:
        """Whether two names surely name one thing; quicker to say no than `same`."""
        return not names.strangers(a, b, self.aliases, self.places) and self.same(a, b).yes

    def plain(self, name: Name) -> bool:
        """Whether nothing is known of a name but its words: two such names are one only where they share a word."""
        return names.plain_name(name, self.aliases, self.places)

    def seat(self, a: Name, b: Name) -> bool:
        """Whether one name is a seat of power for what the other names: "Washington" and "American"."""
        places = self.places
        if places is None or not (places.metonym(a.text) or places.metonym(b.text)):
            return False
        return self.same(a, b).rule == "metonym"


def lore_of(aliases: Mapping[str, Sequence[str]] | None) -> Lore:
    """The lore of a ledger's own aliases (a name to its other names), on top of what everyone knows."""
    return Lore(names.aliases_of(aliases or {}))
