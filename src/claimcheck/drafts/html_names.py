"""The elements of HTML by what they mean to a reader of prose."""

from __future__ import annotations

from typing import Final

from claimcheck.sources import Kind

HEADINGS: Final = ("h1", "h2", "h3", "h4", "h5", "h6")
LISTS: Final = frozenset("ul ol menu dir dl".split())
CELLS: Final = frozenset({"td", "th"})
_TERMS: Final = frozenset({"dt", "dd"})
_BODIES: Final = frozenset({"thead", "tbody", "tfoot"})
_ROW: Final = CELLS | {"tr", "caption"}

KINDS: Final[dict[str, Kind]] = {
    **dict.fromkeys(HEADINGS, "heading"),
    **dict.fromkeys(("li", "dt", "dd"), "list_item"),
    **dict.fromkeys(CELLS, "table_cell"),
    **dict.fromkeys(("caption", "figcaption"), "caption"),
    "blockquote": "quote",
}  # fmt: skip
# What is remembered as open; nothing else changes what a text in it is.
KEPT: Final = LISTS | _BODIES | {"table", "tr", *KINDS}
BREAKS: Final = KEPT | frozenset(
    "address article aside body center details div fieldset figure footer form header hgroup hr html legend main "
    "option p pre search section summary".split()
)
# What may say by its class or role that it holds references or notes; all of these have end tags.
HOLDERS: Final = frozenset("aside div dl ol section table ul".split())
SKIPPED: Final = frozenset(
    "audio button canvas datalist del map math nav noscript object s select strike svg template video".split()
)
# An opening tag ends the open elements of the first set, up to the nearest of the second.
IMPLIED: Final[dict[str, tuple[frozenset[str], frozenset[str]]]] = {
    "li": (frozenset({"li"}), LISTS | CELLS | {"blockquote"}),
    **dict.fromkeys(_TERMS, (_TERMS, LISTS | CELLS | {"blockquote"})),
    **dict.fromkeys(CELLS, (CELLS | {"caption"}, frozenset({"table", "tr"}))),
    "tr": (_ROW, frozenset({"table"})),
    **dict.fromkeys(_BODIES, (_ROW | _BODIES, frozenset({"table"}))),
    **dict.fromkeys(HEADINGS, (frozenset(HEADINGS), CELLS | {"li", "blockquote"})),
}
TABLE_PARTS: Final = frozenset({"table", "tr"}) | _BODIES

# Classes and roles: of reference lists, of the place where notes stand, and of links from and to a note.
REFERENCES: Final = frozenset(
    "references bibliography reflist refbegin csl-bib-body works-cited doc-bibliography doc-biblioentry".split()
)
NOTES: Final = frozenset("footnotes footnote endnotes doc-endnotes doc-footnote".split())
NOTE_MARKS: Final = frozenset(
    "footnote-ref footnote-backref footnote-reference noteref doc-noteref doc-backlink".split()
)
DAYS: Final = (
    "article:published_time", "datepublished", "date", "dcterms.date", "dcterms.created", "dc.date", "dc.date.issued",
    "pubdate", "publish-date", "publication_date", "og:published_time",
)  # fmt: skip
