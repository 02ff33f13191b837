"""The `csv-table` directive: comma-separated cells, each with its place. docutils' own keeps no places in them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING, Any, Final

from claimcheck.sources.inline import Content

if TYPE_CHECKING:
    from docutils import nodes

CSV: Final = "csv_table"
"""The class of the node that `csv_directive` makes; its attributes are those that it sets."""
_OPTIONS: Final = (
    "header header-rows stub-columns delim quote escape keepspace widths width align class name".split()
)
_ELSEWHERE: Final = ("file", "url", "encoding")
_NAMED: Final = {"tab": "\t", "space": " "}


def csv_directive() -> type[Any]:
    """The directive's class: a container that keeps the source of its cells."""
    from docutils import nodes
    from docutils.parsers.rst import Directive, directives

    class Cells(Directive):
        optional_arguments = 1
        final_argument_whitespace = True
        has_content = True
        option_spec = dict.fromkeys((*_OPTIONS, *_ELSEWHERE), directives.unchanged)

        def run(self) -> list[nodes.Node]:
            if any(name in self.options for name in _ELSEWHERE[:2]):
                return []
            lines = self.block_text.split("\n")
            headers = [k for k, line in enumerate(lines) if line.strip().startswith(":header:")]
            node = nodes.container(classes=[CSV])
            node["cells"] = "\n".join(self.content), self.content_offset + 1
            node["header"] = self.options.get("header", ""), self.lineno + (headers[0] if headers else 0)
            node["rows"] = _number(self.options.get("header-rows", ""))
            delim, quote = self.options.get("delim", ""), self.options.get("quote", "")
            node["marks"] = _NAMED.get(delim, delim) or ",", quote[:1] or '"'
            if self.arguments:
                text, _ = self.state.inline_text(self.arguments[0], self.lineno)
                node += nodes.title(self.arguments[0], "", *text)
            return [node]

    return Cells


def rows(content: Content, delim: str, quote: str) -> Iterator[list[Content]]:
    """The rows of comma-separated text, each cell with its places."""
    text = content.text
    plain = re.compile(rf"[^{re.escape(delim[0])}\n]*")
    row: list[Content] = []
    at = 0
    while at <= len(text):
        while text[at : at + 1] == " ":
            at += 1
        if text.startswith(quote, at):
            cell, at = _quoted(content, at + 1, quote)
            at = _end(plain, text, at)
        else:
            start, at = at, _end(plain, text, at)
            cell = _cell(content, [(start, start + len(text[start:at].rstrip()))])
        row.append(cell)
        if text[at : at + 1] != delim[0]:
            if any(each.text for each in row):
                yield row
            row = []
        at += 1


def _end(plain: re.Pattern[str], text: str, at: int) -> int:
    found = plain.match(text, at)
    return found.end() if found else at


def _quoted(content: Content, at: int, quote: str) -> tuple[Content, int]:
    """A quoted cell, in which the mark twice stands for one, and the offset behind it."""
    text, spans = content.text, []
    while (end := text.find(quote, at)) >= 0:
        doubled = text.startswith(quote, end + 1)
        spans.append((at, end + doubled))
        at = end + 1 + doubled
        if not doubled:
            return _cell(content, spans), at
    spans.append((at, len(text)))
    return _cell(content, spans), len(text)


def _cell(content: Content, spans: list[tuple[int, int]]) -> Content:
    """What stands in some stretches of a text, as a text of its own."""
    runs: list[tuple[int, int, int]] = []
    at = 0
    for start, end in spans:
        runs += ((at + low - start, place, length) for low, place, length in content.parts(start, end))
        at += end - start
    said = "".join(content.text[start:end] for start, end in spans)
    place = content.place(spans[0][0])
    return Content(said, tuple(runs) or ((0, place, 0),))


def _number(given: str) -> int:
    return int(given) if given.strip().isascii() and given.strip().isdigit() and len(given) < 5 else 0
