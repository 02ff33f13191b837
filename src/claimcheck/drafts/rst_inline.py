"""Inline reStructuredText to prose with places.

The rules are those of docutils, whose own parser keeps no places: where a start-string may stand, where its end-string
may, what a backslash does. One pass over the text; an end-string that is missing once is not sought again.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Mapping
from typing import Final

from claimcheck.sources import Piece
from claimcheck.sources.inline import Content
from claimcheck.sources.prose import Prose

_ESCAPE: Final = re.compile(r"\\(.?)", re.DOTALL)
_NULL: Final = "\0"  # stands for a backslash that escapes what follows; no normalised text holds one
_STARTS: Final = re.compile(r"\*\*?|``|_`|`|\||\[|_")
_BEFORE: Final = frozenset("'\"([{<-/:")
_AFTER: Final = frozenset("'\")]}>-/\\:.,;!?\0")
_PAIRS: Final = dict(zip("'\"([{<“‘«‹„‚", "'\")]}>”’»›“‘", strict=True))
_NAME: Final = r"(?:(?!_)\w)+(?:[-._+:](?:(?!_)\w)+)*"
_ROLE_BEFORE: Final = re.compile(rf":({_NAME}):$")
_ROLE_AFTER: Final = re.compile(rf":({_NAME}):")
_CITED: Final = re.compile(rf"\[(?:\d+|#(?:{_NAME})?|\*|{_NAME})\]_")
_LONGEST_NAME: Final = 80
_NO_PROSE: Final = re.compile(r"math|index|raw(?:-.*)?")
_RAISED: Final = frozenset({"sup", "superscript"})
_SERIES: Final = {"pep": "PEP ", "rfc": "RFC ", "pep-reference": "PEP ", "rfc-reference": "RFC "}


def read_inline(content: Content, substitutions: Mapping[str, str]) -> tuple[str, tuple[Piece, ...]]:
    """The prose of a text and its pieces; substitutions: what `|name|` stands for."""
    return _Walk(content, substitutions).read()


class _Walk:
    """A cursor in the text: everything before it is accounted for."""

    def __init__(self, content: Content, substitutions: Mapping[str, str]) -> None:
        self.content = content
        self.source = _ESCAPE.sub(lambda found: _NULL + found[1], content.text)
        self.substitutions = substitutions
        self.prose = Prose()
        self.at = 0
        self.failed = -1  # the offset behind the last start-string that has no end; markup may begin there
        self.hopeless: set[str] = set()

    def read(self) -> tuple[str, tuple[Piece, ...]]:
        seek = 0
        while found := _STARTS.search(self.source, seek):
            seek = found.end()
            escaped = self.source[found.start() - 1 : found.start()] == _NULL
            end = 0 if escaped else self._markup(found.start(), found[0])
            if end:
                seek = self.at = end
        self._copy(self.at, len(self.source))
        return self.prose.done()

    def _markup(self, at: int, mark: str) -> int:
        """Take the markup that a mark begins or ends; where it ends, 0 where the mark is text."""
        if mark == "_":
            return self._reference(at)
        if mark == "[":
            return self._citation(at)
        if mark == "`":
            return self._interpreted(at)
        inner = at + len(mark)
        if not self._opens(at, inner):
            return 0
        closer = "`" if mark == "_`" else mark
        end = self._closing(closer, inner)
        if end < 0:
            self.failed = inner
            return 0
        self._copy(self.at, at)
        if mark == "|":
            return self._substitution(inner, end)
        if mark == "``":
            self._lines(inner, end)
        else:
            self._copy(inner, end)
        return end + len(closer)

    def _opens(self, at: int, inner: int) -> bool:
        """Whether markup may begin at an offset, its content at another."""
        source = self.source
        before, first = source[at - 1 : at], source[inner : inner + 1]
        if not first or first.isspace():
            return False
        if at in (0, self.at, self.failed):
            return True
        if not (before.isspace() or _may_precede(before)):
            return False
        return _PAIRS.get(before) != first

    def _closing(self, closer: str, inner: int, reference: bool = False) -> int:
        """Where the end-string of markup stands whose content begins at `inner`; -1 for nowhere."""
        key = closer + "_" * reference
        at = inner + 1
        while key not in self.hopeless:
            at = self.source.find(closer, at)
            if at < 0:
                break
            behind = self._suffix(at + 1) if reference else at + len(closer)
            if closer == "|":
                behind = self._underscores(behind)
            before = self.source[at - 1]
            literal = closer == "``"
            if not before.isspace() and (literal or before != _NULL) and self._may_end(behind):
                return at
            at += 1
        self.hopeless.add(key)
        return -1

    def _may_end(self, at: int) -> bool:
        after = self.source[at : at + 1]
        return not after or after.isspace() or _may_follow(after)

    def _suffix(self, at: int) -> int:
        """Behind the `_`, `__` or `:role:` that may follow a closing backquote."""
        if self.source.startswith("_", at):
            return self._underscores(at)
        role = _ROLE_AFTER.match(self.source, at, at + _LONGEST_NAME)
        return role.end() if role else at

    # Kinds of markup

    def _interpreted(self, at: int) -> int:
        role = _ROLE_BEFORE.search(self.source[max(self.at, at - _LONGEST_NAME) : at])
        start = at - len(role[0]) if role else at
        if not self._opens(start, at + 1) or self.source[at + 1 : at + 2].isspace():
            return 0
        end = self._closing("`", at + 1, reference=True)
        if end < 0:
            self.failed = at + 1
            return 0
        self._copy(self.at, start)
        behind = self._suffix(end + 1)
        after = _ROLE_AFTER.fullmatch(self.source, end + 1, behind)
        name = (role or after or ["", ""])[1].lower().rpartition(":")[2]
        inner = at + 1
        end = self._without_target(inner, end)
        if name and self.source[inner] in "~!":
            inner += 1
        if name in _SERIES:
            self._whole(_SERIES[name], start, inner)
        if name in _RAISED:
            self._copy(inner, end, raised=True)
        elif not _NO_PROSE.fullmatch(name):
            self._copy(inner, end)
        return behind

    def _without_target(self, inner: int, end: int) -> int:
        """Where the words end before an address or a label in angle brackets; without words it stays."""
        target = self.source.rfind("<", inner, end) if self.source[end - 1] == ">" else -1
        words = self.source[inner:target].rstrip() if target > inner else ""
        return inner + len(words) if words else end

    def _reference(self, at: int) -> int:
        """A name with an underscore behind it."""
        behind = self._underscores(at)
        start = at
        while start > max(self.at, at - _LONGEST_NAME) and _in_name(self.source, start - 1):
            start -= 1
        if start == at or not self.source[at - 1].isalnum() or not self._may_end(behind):
            return 0
        names = (k for k in range(start, at) if self.source[k].isalnum() and self._opens(k, k))
        if next(names, None) is None:
            return 0
        self._copy(self.at, at)
        return behind

    def _citation(self, at: int) -> int:
        found = _CITED.match(self.source, at, at + _LONGEST_NAME)
        if not found or not self._opens(at, at + 1) or not self._may_end(found.end()):
            return 0
        before = self.source[at - 1 : at]
        self._copy(self.at, at - 1 if before == " " and self.at < at else at)
        return found.end()

    def _substitution(self, inner: int, end: int) -> int:
        name = " ".join(self.source[inner:end].split())
        said = self.substitutions.get(name, self.substitutions.get(name.lower(), ""))
        if said:
            self._whole(said, inner - 1, end + 1)
        return self._underscores(end + 1)

    def _underscores(self, at: int) -> int:
        """Behind the one or two underscores that make a reference."""
        return at + (2 if self.source.startswith("__", at) else self.source.startswith("_", at))

    # Prose

    def _whole(self, said: str, start: int, end: int) -> None:
        end -= len(said) == end - start  # equally long, it would be taken to stand there letter by letter
        self.prose.add_whole(said, self.content.place(start), self.content.place(end - 1) + 1)

    def _copy(self, start: int, end: int, raised: bool = False) -> None:
        """Text in which backslashes escape."""
        at = start
        while (escape := self.source.find(_NULL, at, end)) >= 0:
            self._lines(at, escape, raised)
            at = escape + 1
            if at < end and self.source[at].isspace():
                at += 1
            elif at < end:
                self._lines(at, at + 1, raised)
                at += 1
        self._lines(at, end, raised)

    def _lines(self, start: int, end: int, raised: bool = False) -> None:
        """Text as it stands, its lines joined."""
        text, at = self.content.text, start
        for low, place, length in self.content.parts(start, end):
            if at < low:
                self.prose.add_whole(" ", self._end(at), place)
            add = self.prose.add_raised if raised else self.prose.add
            add(text[low : low + length], place)
            at = low + length
        if at < end:
            self.prose.add_whole(" ", self._end(at), self.content.place(end))

    def _end(self, at: int) -> int:
        return self.content.place(at - 1) + 1 if at else self.content.start


def _in_name(source: str, k: int) -> bool:
    char = source[k]
    return char.isalnum() or (char in "-._+:" and source[k - 1 : k].isalnum() and source[k + 1].isalnum())


def _may_precede(char: str) -> bool:
    if char.isascii():
        return char in _BEFORE
    return unicodedata.category(char) in ("Ps", "Pi", "Pf", "Pd", "Po")


def _may_follow(char: str) -> bool:
    if char.isascii():
        return char in _AFTER
    return unicodedata.category(char) in ("Pe", "Pi", "Pf", "Pd", "Po")
