"""Whether a draft speaks of what a passage speaks of at all: a passage none of whose names it has is another story's.

"Operating margin came to 13.5%" is said of the company the copy is about, and no claim on another company bears on it.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from claimcheck.checking.copy import Copy
from claimcheck.dimensions.name import Name
from claimcheck.dimensions.name_value import words
from claimcheck.lore import Lore
from claimcheck.verdict import Candidate


class Subject:
    """The names of a draft: those of its statements, and the words of its title."""

    def __init__(self, copy: Copy, lore: Lore) -> None:
        told = (name for telling in copy.tellings if telling.said for name in telling.said.names)
        self.names = tuple({name.key: name for name in told}.values())
        title = copy.draft.document.meta.title or ""
        self.keys = {name.key for name in self.names}
        self.words = {word for name in self.names for word in words(name.text)} | set(words(title))
        self.lore = lore
        self._otherwise = tuple(name for name in self.names if not lore.plain(name))
        self._known: dict[str, bool] = {}

    def of(self, candidates: Sequence[Candidate]) -> list[Candidate]:
        """The passages that may be about what the draft is about; all where the draft names nothing."""
        if not self.names:
            return list(candidates)
        return [found for found in candidates if self._shares(_named(found))]

    def _shares(self, others: Iterable[Name]) -> bool:
        """Whether one of a passage's names is the draft's, or it has none."""
        listed = list(others)
        return not listed or any(self._has(name) for name in listed)

    def _has(self, other: Name) -> bool:
        if other.key not in self._known:
            shared = other.key in self.keys or not self.words.isdisjoint(words(other.text))
            self._known[other.key] = shared or self._is(other)
        return self._known[other.key]

    def _is(self, other: Name) -> bool:
        """Whether a name that shares no word with the draft's is another name of one of theirs: only by what is known
        of either, as of two plain ones nothing is."""
        near = self._otherwise if self.lore.plain(other) else self.names
        return any(self.lore.one(name, other) for name in near)


def _named(found: Candidate) -> list[Name]:
    """The names of a passage, and what its document is about."""
    passage = found.passage
    own = [node.value for reading in passage.readings for node in reading.nodes]
    return [*passage.topics, *(value for value in own if isinstance(value, Name))]
