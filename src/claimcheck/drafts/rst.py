"""reStructuredText drafts. docutils tells the structure; the places are found by walking the source line by line.

No prose are code, literal and mathematical blocks, raw text, pictures, targets, citations, comments, and directives
that docutils does not know; the text of notes, warnings, figures and tables is. Fields at the head are front matter.
"""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, Final

from claimcheck.drafts.draft import Comment
from claimcheck.drafts.front import Front, front_of
from claimcheck.drafts.reading import Reading, UnreadableError
from claimcheck.drafts.references import is_reference
from claimcheck.drafts.rst_csv import CSV, rows
from claimcheck.drafts.rst_inline import read_inline
from claimcheck.drafts.rst_lines import Columns, Lines
from claimcheck.drafts.rst_tables import cells
from claimcheck.drafts.rst_tree import elements, parse_rst
from claimcheck.drafts.tables import Table
from claimcheck.sources import Block, Kind, Label
from claimcheck.sources.prose import is_caption
from claimcheck.text import SourceText

if TYPE_CHECKING:
    from docutils import nodes

LONGEST: Final = 300_000  # characters: the time docutils takes grows faster than the text
_LISTS: Final = frozenset("bullet_list enumerated_list".split())
_TEXTS: Final = frozenset("paragraph title caption attribution line rubric term".split())
_PASSED_OVER: Final = frozenset(
    "citation classifier decoration doctest_block field_name image label literal_block math_block meta option_group "
    "pending raw subtitle substitution_definition system_message target transition".split()
)
_KINDS: Final[dict[str, Kind]] = {
    "attribution": "quote", "block_quote": "quote", "caption": "caption", "definition": "list_item",
    "entry": "table_cell", "list_item": "list_item", "rubric": "heading", "term": "list_item",
}  # fmt: skip


def read_rst(text: SourceText, body: int) -> Reading:
    """The blocks and comments of a text from offset `body` on, and its front matter. Raises UnreadableError."""
    if len(text) > LONGEST:
        why = f"a draft in reStructuredText of more than {LONGEST:,} characters is not read: split it"
        raise UnreadableError(0, why)
    document = parse_rst(text.text[body:])
    reading = _Reading(Lines(text, body), _substitutions(document))
    try:
        reading.walk(document)
    except RecursionError as error:
        raise UnreadableError(body, "lists, quotes or directives are nested too deep") from error
    blocks = tuple(sorted(reading.blocks, key=lambda block: block.start))
    return Reading(blocks, tuple(reading.comments), reading.front(document))


@dataclass
class _Reading:
    """Where the walk over the tree is."""

    lines: Lines
    substitutions: dict[str, str]
    blocks: list[Block] = field(default_factory=list)
    comments: list[Comment] = field(default_factory=list)
    fields: dict[str, str] = field(default_factory=dict)  # of the document
    outline: list[tuple[int, str]] = field(default_factory=list)
    within: list[str] = field(default_factory=list)  # the open nodes, outermost first
    leads: list[Label | None] = field(default_factory=list)  # what led into each open list
    said: Label | None = None
    term: Label | None = None
    columns: Columns | None = None  # of the open cell
    table: Table | None = None

    def walk(self, node: nodes.Element) -> None:
        """Read what is in a node."""
        self.within.append(node.tagname)
        for child in elements(node):
            self._step(child)
        self.within.pop()

    def front(self, document: nodes.document) -> Front:
        """What the fields at the head say."""
        return front_of({"title": document.get("title"), **self.fields})

    def _step(self, node: nodes.Element) -> None:
        name = node.tagname
        if name == "comment":
            self._comment(node)
        elif name in _TEXTS:
            self._text(node)
        elif name == "table":
            self._table(node)
        elif name == "container" and CSV in node["classes"]:
            self._csv(node)
        elif name == "field_list" and self._at_head():
            self._docinfo(node)
        elif name in _LISTS:
            opens = self.said is not None and self.said.text.endswith(":")
            self.leads.append(self.said if opens else None)
            self.walk(node)
            self.leads.pop()
        elif name == "topic" and "contents" in node["classes"]:
            return
        elif name not in _PASSED_OVER:
            self.walk(node)

    # Text

    def _text(self, node: nodes.Element) -> None:
        prose_of = self._prose(node)
        if prose_of is None:
            return
        kind, level = self._kind(node, prose_of.prose)
        if "footnote" in self.within and is_reference(prose_of.prose):
            return
        sections = kind == "heading" and self.within[-1:] == ["section"]
        if sections:
            self.outline = [entry for entry in self.outline if entry[0] < level]
        lead = self._lead() if kind == "list_item" else None
        headings = tuple(title for _, title in self.outline)
        block = replace(prose_of, kind=kind, level=level, headings=headings, lead=lead)
        label = Label(block.prose, block.start, block.end)
        self.said = None if kind == "heading" else label
        if sections:
            self.outline.append((level, block.prose))
        if node.tagname == "term":
            self.term = label
        if not (self.table and self.table.add(block)):
            self.blocks.append(block)

    def _prose(self, node: nodes.Element) -> Block | None:
        """What a block of text says, and where; None where it says nothing."""
        text = node.children[0] if node.children else None
        first = getattr(text, "line", None) or node.line
        if text is None or not first:
            return None
        content = self.lines.content(str(text), node.rawsource or str(text), first, self.columns)
        if content is None:
            return None
        prose, pieces = read_inline(content, self.substitutions)
        return Block("paragraph", content.start, content.end, prose, pieces) if prose else None

    def _kind(self, node: nodes.Element, prose: str) -> tuple[Kind, int]:
        if node.tagname == "title":
            if self.within[-1] == "table":
                return "caption", 0
            level = self.within.count("section")
            return "heading", level if self.within[-1] == "section" else level + 1
        if node.tagname == "rubric":
            return "heading", self.within.count("section") + 1
        inner = next((name for name in reversed([*self.within, node.tagname]) if name in _KINDS), "")
        kind = _KINDS.get(inner, "paragraph")
        if kind == "list_item":
            return kind, max(1, self.within.count("list_item") + self.within.count("definition_list"))
        return ("caption" if kind == "paragraph" and is_caption(prose) else kind), 0

    def _lead(self) -> Label | None:
        if self.within[-1] == "definition":
            return self.term
        return self.leads[-1] if self.leads else None

    # What is no text

    def _table(self, node: nodes.Element) -> None:
        self._title(node)
        outer, self.table, columns = self.table, Table(), self.columns
        for row in cells(node, self.lines):
            self.table.begin_row()
            for entry, column, where, header in row:
                across, down = int(entry.get("morecols", 0)) + 1, int(entry.get("morerows", 0)) + 1
                self.table.begin_cell(0, header or column == 0, across, down)
                self.columns = where
                self.walk(entry)
        table, self.table, self.columns = self.table, outer, columns
        headings = tuple(title for _, title in self.outline)
        for block in table.blocks(headings):
            if not (outer and outer.add(block)):
                self.blocks.append(block)
        self.said = None

    def _title(self, table: nodes.Element) -> None:
        self.within.append("table")
        for child in elements(table):
            if child.tagname == "title":
                self._text(child)
        self.within.pop()

    def _csv(self, node: nodes.Element) -> None:
        self._title(node)
        table = Table()
        marked = self._csv_rows(table, node["header"], node["marks"], -1)
        self._csv_rows(table, node["cells"], node["marks"], node["rows"] if not marked else 0)
        self.blocks += table.blocks(tuple(title for _, title in self.outline))
        self.said = None

    def _csv_rows(self, table: Table, source: tuple[str, int], marks: tuple[str, str], heads: int) -> int:
        """Put comma-separated rows into a table, `heads` of them, or all for -1, as its head; how many there are."""
        content = self.lines.content(source[0], *source)
        read = list(rows(content, *marks)) if content else []
        for number, row in enumerate(read):
            table.begin_row()
            for column, cell in enumerate(row):
                table.begin_cell(cell.start, heads < 0 or number < heads or column == 0, 1, 1)
                prose, pieces = read_inline(cell, self.substitutions)
                if prose:
                    table.add(Block("table_cell", cell.start, cell.end, prose, pieces))
        return len(read)

    def _at_head(self) -> bool:
        """Whether nothing but the title has been read."""
        nested = self.within.count("section")
        return len(self.within) == nested + 1 < 3 and all(block.kind == "heading" for block in self.blocks)

    def _docinfo(self, node: nodes.Element) -> None:
        for each in elements(node):
            if each.tagname == "field":
                name, body = elements(each)
                self.fields[name.astext().lower()] = body.astext()

    def _comment(self, node: nodes.Element) -> None:
        """A comment: what stands behind two full stops, and in the lines below that are indented."""
        text, first = node.astext(), node.line or 0
        if not text or not first:
            return
        said, shown = text.split("\n"), self.lines.shown(first)
        mark, last = shown.removesuffix(said[0].rstrip()), first + len(said) - 1
        if not (mark.endswith(" ") and mark.rstrip(" ").endswith("..")):  # the text begins on the line below
            mark, last = shown, last + 1
        if not self.lines.shown(last).endswith(said[-1].rstrip()):
            return  # what docutils has left over of a broken definition
        start = self.lines.offset(first, len(mark.rstrip(" ")) - 2)
        self.comments.append(Comment(text, start, self.lines.end(last)))


def _substitutions(document: nodes.document) -> dict[str, str]:
    from docutils import nodes

    return {
        name: " ".join(node.astext().split())
        for node in document.findall(nodes.substitution_definition)
        if not any(isinstance(child, nodes.image) for child in node.children)
        for name in node["names"]
    }
