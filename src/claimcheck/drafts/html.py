"""HTML pages, and the HTML that stands in Markdown: what a reader of the page sees as prose, with its places.

Headings, paragraphs, list items, quotes, captions and table cells are blocks; `<pre>` is code. No prose are scripts,
styles, templates, navigation, the controls of forms, pictures, text struck out, the marks of notes, and reference
lists. End tags that HTML lets one leave out are put in; what is nested very deep is read as if it stood side by side.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Final

from claimcheck.drafts import html_names as names
from claimcheck.drafts.draft import Comment
from claimcheck.drafts.front import Front, read_day
from claimcheck.drafts.html_text import Text
from claimcheck.drafts.reading import Reading, UnreadableError
from claimcheck.drafts.references import is_reference
from claimcheck.drafts.tables import Table
from claimcheck.drafts.tags import EndlessMarkupError, Token, attributes, resolved, tokens
from claimcheck.sources import Block, Kind, Label
from claimcheck.sources.prose import is_caption
from claimcheck.text import SourceText

_DEEPEST: Final = 200


@dataclass
class Page:
    """What was found in a page, or in a part of one. Places are offsets of `source`."""

    source: str
    blocks: list[Block] = field(default_factory=list)
    comments: list[Comment] = field(default_factory=list)
    title: str | None = None
    language: str | None = None
    days: dict[str, str] = field(default_factory=dict)

    @property
    def front(self) -> Front:
        """What the head of the page says."""
        given = (read_day(self.days.get(name)) for name in names.DAYS)
        return Front(self.title, next((day for day in given if day), None), (), self.language)


def read_html(text: SourceText, body: int) -> Reading:
    """The blocks and comments of a page from offset `body` on, and what its head says. Raises UnreadableError."""
    head = " " * body  # so that offsets are those of the text
    try:
        page = read_page(head + text.text[body:])
    except EndlessMarkupError as error:
        raise UnreadableError.endless(error.at, error.what) from error
    return Reading(tuple(page.blocks), tuple(page.comments), page.front)


def read_page(source: str, headings: Sequence[str] = ()) -> Page:
    """Read a page, or a part of one that stands under some headings. Raises EndlessMarkupError."""
    reading = _Reading(Page(source), headings)
    for token in tokens(source):
        reading.step(token)
    reading.finish()
    return reading.page


class _Reading:
    """Where the walk over the page is."""

    def __init__(self, page: Page, headings: Sequence[str]) -> None:
        self.page = page
        self.source = page.source
        self.outline = [(0, title) for title in headings]
        self.open: list[str] = []
        self.leads: list[Label | None] = []  # what led into each open list
        self.tables: list[Table] = []
        self.said: Label | None = None
        self.term: Label | None = None
        self.text = Text(page.source)
        self.skipped: Token | None = None  # the element whose end is awaited
        self.depth = 0  # how many of its name are open
        self.notes = ""  # the name of the element that notes stand in
        self.notes_depth = 0

    def step(self, token: Token) -> None:
        """Read on."""
        if token.kind == "comment":
            start, end = token.inner
            self.page.comments.append(Comment(self.source[start:end], token.start, token.end))
        elif self.skipped is not None:
            self._skip(self.skipped, token)
        elif token.kind == "text":
            self.text.add(token.start, token.end)
        elif token.kind == "open":
            self._enter(token)
        elif token.kind == "close":
            self._leave(token)

    def finish(self) -> None:
        """Close what is open."""
        if self.skipped is not None:
            raise EndlessMarkupError(self.skipped.start, f"<{self.skipped.name}>")
        self._flush()
        self._close(0)
        self.page.blocks.sort(key=lambda block: block.start)

    # Blocks

    def _flush(self) -> None:
        """End the block that is being read."""
        prose, pieces = self.text.done()
        if not prose:
            return
        kind, level = self._kind(prose)
        if self.notes and kind != "heading" and is_reference(prose):
            return
        if kind == "heading":
            self.outline = [entry for entry in self.outline if entry[0] < level]
        label = Label(prose, pieces[0][1], pieces[-1][2])
        lead = self._lead() if kind == "list_item" else None
        block = Block(kind, label.start, label.end, prose, pieces, self._headings(), level, lead)
        self.said = None if kind == "heading" else label
        if kind == "heading":
            self.outline.append((level, prose))
        if self.open and self.open[-1] == "dt":
            self.term = label
        if not (self.tables and self.tables[-1].add(block)):
            self.page.blocks.append(block)

    def _kind(self, prose: str) -> tuple[Kind, int]:
        inner = next((name for name in reversed(self.open) if name in names.KINDS), "")
        kind = names.KINDS.get(inner, "paragraph")
        if kind == "heading":
            return kind, int(inner[1])
        if kind == "list_item":
            return kind, max(1, sum(name in names.LISTS for name in self.open))
        return ("caption" if kind == "paragraph" and is_caption(prose) else kind), 0

    def _lead(self) -> Label | None:
        if "dd" in self.open[-1:]:
            return self.term
        return self.leads[-1] if self.leads else None

    def _headings(self) -> tuple[str, ...]:
        return tuple(title for _, title in self.outline)

    # Tags

    def _enter(self, token: Token) -> None:
        name = token.name
        if name == "br":
            if self.text.line_break(token):
                self._flush()
        elif name == "q":
            self.text.quote(token)
        elif name == "sup":
            self.text.raise_or_lower(token)
        elif name in ("html", "meta", "time", "title"):
            self._head(token)
        elif (name == "a" and self._marks_note(token)) or name in names.SKIPPED:
            self._begin_skipping(token)
        elif name in names.BREAKS:
            self._begin(token)

    def _leave(self, token: Token) -> None:
        name = token.name
        if name == "q":
            self.text.quote(token)
        elif name == "sup":
            self.text.raise_or_lower(token)
        elif name in names.BREAKS:
            self._flush()
            if name == self.notes:
                self.notes_depth -= 1
                self.notes = self.notes if self.notes_depth else ""
            self._end(name)

    def _begin(self, token: Token) -> None:
        name = token.name
        if any(each in names.HEADINGS for each in self.open[-1:]) and not self.text.empty:
            self._flush()  # a heading that nobody closed, unless this only begins its text
            self.open.pop()
        self._flush()
        said = _words(attributes(self.source, token)) if name in names.HOLDERS else frozenset()
        if name == "pre" or said & names.REFERENCES:
            self._begin_skipping(token)
            return
        if name == self.notes:
            self.notes_depth += 1
        elif said & names.NOTES and not self.notes:
            self.notes, self.notes_depth = name, 1
        if name in names.IMPLIED:
            ends, unless = names.IMPLIED[name]
            self._close_open(ends, unless, all_of_them=True)
        if name in names.KEPT and len(self.open) < _DEEPEST:
            self.open.append(name)
            self._open_kept(token)

    def _open_kept(self, token: Token) -> None:
        name = token.name
        if name in names.LISTS:
            opens = self.said is not None and self.said.text.endswith(":")
            self.leads.append(self.said if opens else None)
        elif name == "table":
            role = attributes(self.source, token).get("role", "")
            self.tables.append(Table(lays_out=role in ("presentation", "none")))
            for outer in self.tables[:-1]:
                outer.lays_out = True
        elif self.tables and name == "thead":
            self.tables[-1].in_head = True
        elif self.tables and name == "tr":
            self.tables[-1].begin_row()
        elif self.tables and name in names.CELLS:
            given = attributes(self.source, token)
            columns, rows = (_count(given.get(key)) for key in ("colspan", "rowspan"))
            self.tables[-1].begin_cell(token.end, name == "th", columns, rows)

    def _end(self, name: str) -> None:
        """An end tag: ends the nearest element of its name, but not beyond the cell it stands in."""
        if name in names.KEPT:
            ends = frozenset(names.HEADINGS) if name in names.HEADINGS else frozenset({name})
            unless = frozenset() if name == "table" else frozenset({"table"})
            self._close_open(ends, unless if name in names.TABLE_PARTS else unless | names.CELLS)

    def _close_open(self, ends: frozenset[str], unless: frozenset[str], all_of_them: bool = False) -> None:
        """Close the innermost element of `ends`, or all of them, as far as none of `unless` stands around it."""
        found = len(self.open)
        for k in range(len(self.open) - 1, -1, -1):
            if self.open[k] in unless or (found < len(self.open) and not all_of_them):
                break
            if self.open[k] in ends:
                found = k
        self._close(found)

    def _close(self, k: int) -> None:
        """Close the open elements from the k-th on, innermost first."""
        while len(self.open) > k:
            name = self.open.pop()
            if name in names.LISTS:
                self.leads.pop()
            elif name in names.CELLS and self.tables:
                self.tables[-1].in_cell = False
            elif name == "thead" and self.tables:
                self.tables[-1].in_head = False
            elif name == "table":
                table = self.tables.pop()
                for block in table.blocks(self._headings()):
                    if not (self.tables and self.tables[-1].add(block)):
                        self.page.blocks.append(block)

    # What is passed over

    def _begin_skipping(self, token: Token) -> None:
        if self.source[token.end - 2] != "/":
            self.skipped, self.depth = token, 1

    def _skip(self, skipped: Token, token: Token) -> None:
        if token.name == skipped.name:
            self.depth += {"open": 1, "close": -1}.get(token.kind, 0)
        if self.depth:
            return
        self.skipped = None
        if skipped.name == "pre":
            code = Block("code", skipped.start, token.end, "", (), self._headings())
            self.page.blocks.append(code)

    def _marks_note(self, token: Token) -> bool:
        given = attributes(self.source, token)
        raised = self.text.raised and given.get("href", "").startswith("#")
        return bool(raised or _words(given) & names.NOTE_MARKS)

    def _head(self, token: Token) -> None:
        given = attributes(self.source, token)
        page = self.page
        if token.name == "html":
            page.language = page.language or given.get("lang") or given.get("xml:lang")
        elif token.name == "title":
            page.title = page.title or " ".join(resolved(self.source[slice(*token.inner)]).split()) or None
        elif token.name == "meta":
            name = given.get("name") or given.get("property") or given.get("itemprop") or ""
            page.days.setdefault(name.lower(), given.get("content", ""))
        elif "pubdate" in given or given.get("itemprop", "").lower() == "datepublished":
            page.days.setdefault("datepublished", given.get("datetime", ""))


def _words(given: Mapping[str, str]) -> frozenset[str]:
    """What an element says it is."""
    return frozenset(" ".join(given.get(key, "") for key in ("class", "role", "epub:type")).lower().split())


def _count(given: str | None) -> int:
    bare = (given or "").strip()
    return int(bare) if bare.isascii() and bare.isdigit() and len(bare) < 6 else 1
