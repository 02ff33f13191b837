"""HTML cut into text, tags and comments, each with its place.

The standard library's parser knows places too, but what it makes of broken markup differs from one release of Python to
the next, and some of it takes a time that grows with the square of the input. This one reads as browsers do, in one
pass. Where a browser would swallow the rest of the page (a comment or a script without an end) it says so: a check must
not be silent over what it has not read.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from html import unescape
from typing import Final, Literal

_NAME = re.compile(r"[A-Za-z][^\s/>]*")
# To the end of a tag: a quote that closes nowhere is none. Possessive throughout, so that it never looks twice.
_REST = re.compile(r"(?:[^>=]++|=[ \t\n\f\r]*+(?:\"[^\"]*+\"|'[^']*+')?+)*+>")
_ATTRIBUTE = re.compile(
    r"([^\s/>=][^\s/>=]*)(?:[ \t\n\f\r]*+=[ \t\n\f\r]*+(?:\"([^\"]*)\"|'([^']*)'|([^\s>]+))?)?"
)
REFERENCE: Final = (
    r"&(?:#[0-9]{1,7}(?![0-9]);?|#[xX][0-9a-fA-F]{1,6}(?![0-9a-fA-F]);?|[A-Za-z][A-Za-z0-9]{1,31};?)"
)
_REFERENCE = re.compile(REFERENCE)
# Elements whose content is no markup; all of it is skipped.
_RAW = frozenset("script style title textarea xmp iframe noembed noframes".split())
_LONGEST_NAME = 40


class EndlessMarkupError(ValueError):
    """A comment or an element that begins at `at` and has no end; `what` it is."""

    def __init__(self, at: int, what: str) -> None:
        super().__init__(what)
        self.at = at
        self.what = what


@dataclass(frozen=True, slots=True)
class Token:
    """A stretch [start, end) of the source. `name` is a tag's, in small letters.

    For an opening tag of a raw element (script, title) `end` lies behind its closing tag, `inner` is its content; for a
    comment `inner` is what stands within its marks.
    """

    kind: Literal["text", "open", "close", "comment", "other"]
    start: int
    end: int
    name: str = ""
    inner: tuple[int, int] = (0, 0)


def tokens(source: str) -> Iterator[Token]:
    """The source in tokens, none left out. Raises EndlessMarkupError."""
    return _Cutting(source).tokens()


def attributes(source: str, tag: Token) -> dict[str, str]:
    """The attributes of an opening tag, names in small letters; the first of a name counts."""
    end = tag.inner[0] - 1 if tag.inner[0] else tag.end - 1
    found: dict[str, str] = {}
    for name, *values in _ATTRIBUTE.findall(source[tag.start + 1 + len(tag.name) : end]):
        found.setdefault(name.lower(), resolved(next(filter(None, values), "")))
    return found


def resolved(text: str) -> str:
    """A text with its character references resolved."""
    return _REFERENCE.sub(lambda found: unescape(found[0]), text)


class _Cutting:
    """Where the cutting is. What has no end from one place on has none from any later one: nothing is sought twice."""

    def __init__(self, source: str) -> None:
        self.source = source
        self.missing: set[str] = set()
        self.plain_tags = False  # tags end at the next ">", whatever is quoted

    def tokens(self) -> Iterator[Token]:
        source, at, text = self.source, 0, 0
        while (at := source.find("<", at)) >= 0:
            token = self._markup(at)
            if token is None:
                at += 1
                continue
            if text < at:
                yield Token("text", text, at)
            yield token
            at = text = token.end
        if text < len(source):
            yield Token("text", text, len(source))

    def _markup(self, at: int) -> Token | None:
        """What begins with the "<" at an offset; None where that is text."""
        after = self.source[at + 1 : at + 2]
        if after == "!" or after == "?":
            return self._declaration(at)
        closes = after == "/"
        name = _NAME.match(self.source, at + 1 + closes, at + 2 + closes + _LONGEST_NAME)
        if not name:
            return self._until(">", at, "other") if closes else None
        end = self._tag_end(name.end())
        if end < 0:
            return None
        low = name[0].lower()
        if closes:
            return Token("close", at, end, low)
        if low in _RAW and self.source[end - 2] != "/":
            return self._raw(at, end, low)
        return Token("open", at, end, low)

    def _declaration(self, at: int) -> Token | None:
        source = self.source
        if source.startswith("<!--", at):
            if source.startswith((">", "->"), at + 4):
                return self._until(">", at, "comment")
            end = self._find("-->", at + 4)
            if end < 0:
                raise EndlessMarkupError(at, "comment")
            return Token("comment", at, end + 3, inner=(at + 4, end))
        closer = "]]>" if source.startswith("<![CDATA[", at) else "?>" if source[at + 1] == "?" else ">"
        return self._until(closer, at, "other") or self._until(">", at, "other")

    def _until(self, closer: str, at: int, kind: Literal["comment", "other"]) -> Token | None:
        end = self._find(closer, at)
        return Token(kind, at, end + len(closer), inner=(end, end)) if end >= 0 else None

    def _find(self, text: str, at: int) -> int:
        if text in self.missing:
            return -1
        found = self.source.find(text, at)
        if found < 0:
            self.missing.add(text)
        return found

    def _tag_end(self, at: int) -> int:
        """The offset behind a tag whose name ends at `at`; -1 where it has no end."""
        found = None if self.plain_tags else _REST.match(self.source, at)
        if found:
            return found.end()
        self.plain_tags = True
        return self._find(">", at) + 1 or -1

    def _raw(self, at: int, end: int, name: str) -> Token:
        closing = _closing(name).search(self.source, end)
        stop = self._tag_end(closing.end()) if closing else -1
        if closing is None or stop < 0:
            raise EndlessMarkupError(at, f"<{name}>")
        return Token("open", at, stop, name, inner=(end, closing.start()))


@cache
def _closing(name: str) -> re.Pattern[str]:
    return re.compile(rf"</{name}(?=[\s/>])", re.IGNORECASE)
