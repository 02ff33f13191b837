"""Word documents (DOCX): the paragraphs, tables and notes of a file, as they read with all changes accepted.

python-docx opens the package and finds its parts; the text is read from the XML itself, for python-docx passes over
tracked insertions, content controls and text boxes. Headers, footers, comments, deletions, hidden text and the codes of
fields are no text. A file is looked at before it is unpacked: a bomb is refused by what its directory says.
"""

from __future__ import annotations

import lzma
import re
import struct
import zipfile
import zlib
from collections.abc import Iterator
from dataclasses import dataclass
from io import BytesIO
from typing import TYPE_CHECKING, Any, Final, NoReturn

from claimcheck.errors import SourceError
from claimcheck.sources.document import Kind
from claimcheck.sources.wordstyle import Styles
from claimcheck.sources.wordxml import NS, children, paragraph_texts, tag_name
from claimcheck.text import normalise

if TYPE_CHECKING:
    from docx.document import Document as Opened

WORD_SUFFIX: Final = ".docx"
_OLE: Final = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"  # Word 97 to 2003, and whatever Word encrypts
_MOST_PARTS: Final = 10_000
_MOST_BYTES: Final = 512 * 2**20  # of all parts together, pictures included
_MOST_XML: Final = 32 * 2**20  # of one part that is parsed: about two million words
_MOST_RATIO: Final = 200  # of unpacked to packed; prose comes to 10, tables of one value to 100
_SMALL: Final = 4 * 2**20  # bytes that may be packed as tightly as they can
_SPACES: Final = re.compile(r"[ \t\n]+")
_BROKEN: Final = (
    zipfile.BadZipFile, OSError, EOFError, ValueError, LookupError, AttributeError, TypeError, RuntimeError,
    SyntaxError, zlib.error, lzma.LZMAError, struct.error,
)  # fmt: skip
# What python-docx, zipfile and lxml (whose errors are SyntaxErrors) raise for packages that are not as they should be.


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A paragraph's text on one line, in its normal form; `prose`: whether it is copy at all.

    `level` is that of a heading or of a list item, from 1, otherwise 0.
    """

    text: str
    kind: Kind = "paragraph"
    level: int = 0
    prose: bool = True


Cell = tuple[Paragraph, ...]


@dataclass(frozen=True, slots=True)
class Table:
    """Rows of cells, all of one length. A cell that reaches over several columns or rows is empty but in the first."""

    rows: tuple[tuple[Cell, ...], ...]


@dataclass(frozen=True, slots=True)
class WordText:
    """A document in reading order: `items`, then its footnotes and endnotes."""

    title: str | None
    author: str | None
    items: tuple[Paragraph | Table, ...]
    notes: tuple[Paragraph, ...]


def read_word(data: bytes, name: str) -> WordText:
    """What a DOCX file says. Raises SourceError, naming the file, for one that is no DOCX, is encrypted or a bomb."""
    _look_at_package(data, name)
    import docx
    from docx.exceptions import PythonDocxError
    from docx.opc.exceptions import OpcError

    try:
        opened = docx.Document(BytesIO(data))
        if opened.element.getroottree().docinfo.doctype:
            raise SourceError(
                f"{name}: declares entities, which no Word document does: save it again in Word"
            )
        styles = Styles.read(opened.styles.element)
        items = tuple(_items(opened.element.body, styles))
        return WordText(
            opened.core_properties.title.strip() or None,
            opened.core_properties.author.strip() or None,
            items,
            tuple(_notes(opened, styles)),
        )
    except (*_BROKEN, PythonDocxError, OpcError) as error:
        _refuse(name, error)


def _refuse(name: str, error: Exception) -> NoReturn:
    said = " ".join(str(error).split())[:100] or type(error).__name__
    raise SourceError(f"{name}: is damaged or no Word document ({said}): save it again as .docx") from error


def _look_at_package(data: bytes, name: str) -> None:
    """Refuse what cannot be a DOCX, or would be too much once unpacked, by the directory at its end."""
    if data.startswith(_OLE):
        raise SourceError(
            f"{name}: is encrypted or an old Word file (.doc): save it as .docx without a password"
        )
    try:
        with zipfile.ZipFile(BytesIO(data)) as package:
            parts = package.infolist()
    except _BROKEN as error:
        raise SourceError(f"{name}: is no DOCX file (it is no ZIP package): save it as .docx") from error
    names = {part.filename for part in parts}
    if "[Content_Types].xml" not in names or not any(part.startswith("word/") for part in names):
        raise SourceError(f"{name}: is a ZIP package but no Word document: save it as .docx")
    if any(part.flag_bits & 1 for part in parts):
        raise SourceError(f"{name}: is encrypted: save it without a password")
    bomb = (
        len(parts) > _MOST_PARTS
        or sum(part.file_size for part in parts) > _MOST_BYTES
        or any(part.file_size > _limit(part) for part in parts)
    )
    if bomb:
        raise SourceError(f"{name}: is too large once unpacked: split it into several documents")


def _limit(part: zipfile.ZipInfo) -> int:
    tight = max(_SMALL, _MOST_RATIO * part.compress_size)
    return min(tight, _MOST_XML) if part.filename.lower().endswith((".xml", ".rels")) else _MOST_BYTES


def _items(parent: Any, styles: Styles) -> Iterator[Paragraph | Table]:  # noqa: ANN401 - lxml is untyped
    """The paragraphs and tables of a body or a cell."""
    pending = ""  # what stood before a paragraph mark that was deleted: it goes on in the next paragraph
    for element in children(parent):
        if tag_name(element) == "tbl":
            yield _table(element, styles)
            continue
        texts, joins = paragraph_texts(element)
        if joins:
            pending += texts[0]
            continue
        yield _paragraph(element, pending + texts[0], styles)
        pending = ""
        for boxed in texts[1:]:
            yield Paragraph(_line(boxed))
    if pending:
        yield Paragraph(_line(pending))


def _paragraph(element: Any, text: str, styles: Styles) -> Paragraph:  # noqa: ANN401
    kind, level, prose = styles.of(element)
    return Paragraph(_line(text), kind, level, prose)


def _line(text: str) -> str:
    """A paragraph's text on one line."""
    return _SPACES.sub(" ", normalise(text).replace("\ufeff", "")).strip(" ")


def _table(element: Any, styles: Styles) -> Table:  # noqa: ANN401
    rows: list[list[Cell]] = []
    for row in children(element):
        if tag_name(row) != "tr" or row.find("w:trPr/w:del", NS) is not None:
            continue
        cells: list[Cell] = []
        for cell in children(row):
            if tag_name(cell) != "tc":
                continue
            cells.append(tuple(_flat(_items(cell, styles))))
            span = cell.find("w:tcPr/w:gridSpan", NS)
            cells += [()] * (min(_number(span), 64) - 1)
        rows.append(cells)
    width = max(map(len, rows), default=0)
    return Table(tuple(tuple(cells + [()] * (width - len(cells))) for cells in rows))


def _flat(items: Iterator[Paragraph | Table]) -> Iterator[Paragraph]:
    """The paragraphs of a cell, those of tables within it too."""
    for item in items:
        if isinstance(item, Paragraph):
            yield item
        else:
            yield from (paragraph for row in item.rows for cell in row for paragraph in cell)


def _number(element: Any) -> int:  # noqa: ANN401
    value = "" if element is None else str(element.get(f"{{{NS['w']}}}val", ""))
    return int(value) if value.isdecimal() else 1


def _notes(opened: Opened, styles: Styles) -> Iterator[Paragraph]:
    """The paragraphs of the footnotes, then of the endnotes, without the lines that part them from the text."""
    from docx.oxml.parser import parse_xml

    for kind in ("footnotes", "endnotes"):
        for relation in opened.part.rels.values():
            if relation.is_external or not relation.reltype.endswith(f"/{kind}"):
                continue
            for note in children(parse_xml(relation.target_part.blob)):
                if note.get(f"{{{NS['w']}}}type") in (None, "normal"):
                    yield from (
                        Paragraph(part.text)
                        for part in _flat(_items(note, styles))
                        if part.text and part.prose
                    )
