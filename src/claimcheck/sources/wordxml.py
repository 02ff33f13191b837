"""The text of WordprocessingML elements: what a reader sees once every tracked change is accepted."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, Final

NS: Final = {"w": "http://schemas.openxmlformats.org/wordprocessingml/2006/main"}
_W: Final = f"{{{NS['w']}}}"
# Elements around paragraphs, rows, cells or runs that are no more than brackets.
_BRACKETS: Final = frozenset("sdt sdtContent ins moveTo customXml smartTag AlternateContent Choice".split())
_GONE: Final = frozenset(
    "del moveFrom Fallback delText instrText delInstrText rPr pPr rt rubyPr sdtPr sdtEndPr tblPr tblGrid "
    "trPr tcPr".split()
)
_SIGNS: Final = {"tab": "\t", "ptab": "\t", "br": "\n", "cr": "\n", "noBreakHyphen": "-", "softHyphen": ""}


def tag_name(element: Any) -> str:  # noqa: ANN401 - lxml is untyped
    """An element's name without its namespace; "" for comments, entities and processing instructions."""
    tag = element.tag
    return tag.rpartition("}")[2] if isinstance(tag, str) else ""


def children(parent: Any) -> Iterator[Any]:  # noqa: ANN401
    """The paragraphs, tables, rows, cells or notes directly in an element, whatever brackets stand around them."""
    for element in parent:
        name = tag_name(element)
        if name in _BRACKETS:
            yield from children(element)
        elif name in ("p", "tbl", "tr", "tc", "footnote", "endnote"):
            yield element


def paragraph_texts(paragraph: Any) -> tuple[list[str], bool]:  # noqa: ANN401
    """A paragraph's text, then the texts of the boxes anchored in it; and whether its paragraph mark is deleted."""
    boxes: list[Any] = []
    texts = ["".join(_runs(paragraph, boxes))]
    for box in boxes:
        for inner in children(box):
            if tag_name(inner) == "p":
                texts += paragraph_texts(inner)[0]
    joins = paragraph.find("w:pPr/w:rPr/w:del", NS) is not None
    return texts, joins


def _runs(parent: Any, boxes: list[Any]) -> Iterator[str]:  # noqa: ANN401
    for element in parent:
        name = tag_name(element)
        if name == "t":
            yield element.text or ""
        elif name in _SIGNS:
            yield _SIGNS[name]
        elif name == "txbxContent":
            boxes.append(element)
        elif name and name not in _GONE and not (name == "r" and _hidden(element)):
            yield from _runs(element, boxes)


def _hidden(run: Any) -> bool:  # noqa: ANN401
    vanish = run.find("w:rPr/w:vanish", NS)
    return vanish is not None and vanish.get(f"{_W}val", "1") not in ("0", "false", "off")
