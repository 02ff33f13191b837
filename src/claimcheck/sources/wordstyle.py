"""What a paragraph of a Word document is, by its style: heading, list item, quote, caption, or no copy at all."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any, Final

from claimcheck.sources.document import Kind
from claimcheck.sources.wordxml import NS

_VAL: Final = f"{{{NS['w']}}}val"
_ID: Final = f"{{{NS['w']}}}styleId"
_HEADING: Final = re.compile(r"heading (\d)")
_LISTED: Final = re.compile(r"list (?:bullet|number|continue)(?: (\d))?")
_KINDS: Final[dict[str, Kind]] = {
    "quote": "quote", "intense quote": "quote", "block text": "quote", "quotations": "quote",
    "block quotation": "quote",
    "caption": "caption", "image caption": "caption", "table caption": "caption",
    "html preformatted": "code", "preformatted text": "code", "source code": "code", "macro": "code",
    "macro text": "code",
}  # fmt: skip
_NOT_COPY: Final = re.compile(
    r"(?:toc|contents|index|table of (?:figures|authorities)|bibliography|header|footer)(?:$| )"
)
_DEEPEST: Final = 20  # styles based on styles


@dataclass(frozen=True, slots=True)
class _Style:
    name: str
    based_on: str
    numbered: bool
    outline: int | None


@dataclass(frozen=True)
class Styles:
    """The paragraph styles of a document by id. A title is a heading of level 1, "Heading 1" of level 2, and so on."""

    by_id: dict[str, _Style]

    @classmethod
    def read(cls, element: Any) -> Styles:  # noqa: ANN401 - lxml is untyped
        """From the root of the part on styles."""
        return cls({str(each.get(_ID)): _style(each) for each in element.iterfind("w:style", NS)})

    def of(self, paragraph: Any) -> tuple[Kind, int, bool]:  # noqa: ANN401
        """Kind, level and whether it is copy, of a paragraph."""
        own = paragraph.find("w:pPr", NS)
        chain = list(self._chain(_value(own, "w:pStyle")))
        for style in chain:
            if _NOT_COPY.match(style.name):
                return "paragraph", 0, False
            heading = _HEADING.fullmatch(style.name)
            if heading:
                return "heading", int(heading[1]) + 1, True
            if style.name in ("title", "subtitle"):
                return "heading", 1 if style.name == "title" else 2, True
            if style.name in _KINDS:
                return _KINDS[style.name], 0, True
        outline = _outline(own)
        if outline is None:
            outline = next((style.outline for style in chain if style.outline is not None), None)
        if outline is not None:
            return "heading", outline + 2, True
        return self._listed(own, chain)

    def _listed(self, own: Any, chain: list[_Style]) -> tuple[Kind, int, bool]:  # noqa: ANN401
        number = _value(own, "w:numPr/w:numId")
        listed = next((found for style in chain if (found := _LISTED.fullmatch(style.name))), None)
        if number == "0" or not (number or listed or any(style.numbered for style in chain)):
            return "paragraph", 0, True
        depth = _value(own, "w:numPr/w:ilvl")
        if depth.isdecimal():
            return "list_item", int(depth) + 1, True
        return "list_item", int(listed[1]) if listed and listed[1] else 1, True

    def _chain(self, name: str) -> Iterator[_Style]:
        """A style, the one it is based on, and so forth."""
        for _ in range(_DEEPEST):
            style = self.by_id.get(name)
            if style is None:
                return
            yield style
            name = style.based_on


def _style(element: Any) -> _Style:  # noqa: ANN401
    settings = element.find("w:pPr", NS)
    return _Style(
        _value(element, "w:name").lower(),
        _value(element, "w:basedOn"),
        _value(settings, "w:numPr/w:numId") not in ("", "0"),
        _outline(settings),
    )


def _outline(settings: Any) -> int | None:  # noqa: ANN401
    """The outline level that paragraph settings give, from 0; None for body text."""
    value = _value(settings, "w:outlineLvl")
    return int(value) if value.isdecimal() and int(value) < 9 else None


def _value(element: Any, path: str) -> str:  # noqa: ANN401
    found = None if element is None else element.find(path, NS)
    return "" if found is None else str(found.get(_VAL, ""))
