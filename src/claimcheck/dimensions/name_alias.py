"""Other names of one thing: the ledger's aliases, what a text introduces, and a few that everyone knows."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache
from typing import Protocol

from claimcheck.dimensions.name_lists import BUILT_IN_ALIASES
from claimcheck.dimensions.name_value import key


class KnownPlace(Protocol):
    """A place of the gazetteer."""

    @property
    def canonical(self) -> str:
        """The one name this place goes by."""
        ...


class Places(Protocol):
    """What is known of the world's places; `claimcheck.lexicon` itself is one.

    `demonym("British")` is the canonical name of the place ("United Kingdom") or None; `place` the likeliest place of a
    name or None; `contains` whether the first place holds the second; `apart` whether both are known and neither is
    the other or inside it; `metonym("Kremlin")` what a seat of power stands for, or None.
    """

    def demonym(self, word: str, /) -> str | None: ...

    def place(self, name: str, /) -> KnownPlace | None: ...

    def contains(self, outer: str, inner: str, /) -> bool: ...

    def apart(self, a: str, b: str, /) -> bool: ...

    def metonym(self, name: str, /) -> str | None: ...

    def __hash__(self) -> int: ...


@dataclass(frozen=True)
class Aliases:
    """Groups of names that mean one thing, by folded key. Build with `aliases_of`."""

    groups: Mapping[str, frozenset[int]] = field(default_factory=dict)
    size: int = 0

    def same(self, a: str, b: str) -> bool:
        """Whether two names stand in one group."""
        found = self.groups.get(key(a))
        return bool(found and found & self.groups.get(key(b), frozenset()))

    def known(self, name: str) -> frozenset[int]:
        """The groups a name stands in; empty for none."""
        return self.groups.get(key(name), frozenset())

    def joined(self, rows: Iterable[Sequence[str]]) -> Aliases:
        """These aliases and further groups, each a sequence of names."""
        groups, size = dict(self.groups), self.size
        for row in rows:
            for name in row:
                if key(name):
                    groups[key(name)] = groups.get(key(name), frozenset()) | {size}
            size += 1
        return Aliases(groups, size)


@cache
def built_in() -> Aliases:
    """The aliases every text may use: U.S., U.K., UN, World War II and their like."""
    return Aliases().joined(BUILT_IN_ALIASES)


def aliases_of(table: Mapping[str, Sequence[str]]) -> Aliases:
    """Aliases of a mapping from a name to its other names, on top of the built-in ones."""
    return built_in().joined((name, *others) for name, others in table.items())
