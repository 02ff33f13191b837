"""A PDF file opened by pypdf: its pages' text, and what can go wrong, in a sentence."""

from __future__ import annotations

import re
import struct
import zlib
from dataclasses import dataclass
from io import BytesIO
from typing import TYPE_CHECKING, Any, Final

from claimcheck.errors import SourceError
from claimcheck.intake.parts import Text
from claimcheck.intake.pdf.edges import without_edges
from claimcheck.intake.pdf.lines import Drawn, Line, page_lines
from claimcheck.intake.pdf.order import in_order
from claimcheck.intake.pdf.paragraphs import paragraphs
from claimcheck.intake.quiet import quiet

if TYPE_CHECKING:
    from pypdf import PdfReader

_MOST_PAGES: Final = 3_000
_MOST_OPERATIONS: Final = 20_000_000  # of drawing, in a whole document; a page of text needs 5,000
_LARGEST_PAGE: Final = 16 * 2**20  # bytes, unpacked
_FEWEST_LETTERS: Final = 20  # in a whole document: less is what a scanner stamps on
_BROKEN: Final = (
    OSError, EOFError, ValueError, LookupError, AttributeError, TypeError, ArithmeticError, RuntimeError,
    AssertionError, zlib.error, struct.error,
)  # fmt: skip
# What pypdf raises, besides its own errors, for files that are not as they should be.
_FILE_NAME: Final = re.compile(
    r"\.(?:docx?|odt|tex|dvi|pdf|html?|indd|pages|rtf)\b|^untitled|^microsoft word", re.IGNORECASE
)


@dataclass(frozen=True, slots=True)
class PdfText:
    """What a PDF says, and the numbers of the pages without text."""

    title: str | None
    author: str | None
    texts: tuple[Text, ...]
    empty_pages: tuple[int, ...]


def read_pdf(data: bytes, name: str) -> PdfText:
    """The text of a PDF file. Raises SourceError, naming the file, for one encrypted, damaged, too long or scanned."""
    from pypdf.errors import PyPdfError

    with quiet("pypdf"):
        try:
            return _read(data, name)
        except (*_BROKEN, PyPdfError) as error:
            said = " ".join(str(error).split())[:100] or type(error).__name__
            raise SourceError(f"{name}: is damaged or no PDF ({said}): make it anew") from error


def _read(data: bytes, name: str) -> PdfText:
    from pypdf import PdfReader

    reader = PdfReader(BytesIO(data))
    if reader.is_encrypted and not _opens_without_password(reader):
        raise SourceError(f"{name}: is encrypted: save it without a password")
    count = len(reader.pages)
    if count > _MOST_PAGES:
        raise SourceError(
            f"{name}: has {count:,} pages, more than {_MOST_PAGES:,}: split it into several documents"
        )
    pages: list[list[Line]] = []
    heights: list[float] = []
    drawn = Drawn(_MOST_OPERATIONS)
    for number, page in enumerate(reader.pages, 1):
        _look_at_page(page, number, name)
        pages.append(in_order(page_lines(page, number, drawn)))
        if drawn.left <= 0:
            raise SourceError(f"{name}: holds more drawing than any text would: split it, or save it as text")
        heights.append(_height(page, pages[-1]))
    letters = sum(char.isalpha() for lines in pages for line in lines for char in line.text)
    if letters < _FEWEST_LETTERS:
        raise SourceError(
            f"{name}: holds no text, only pictures of it: put it through text recognition (OCR) first"
        )
    texts = tuple(paragraphs(without_edges(pages, heights)))
    empty = tuple(number for number, lines in enumerate(pages, 1) if not lines)
    title = _said(reader, "title")
    first = next((text.text for text in texts[:5] if text.kind == "heading" and text.level == 1), None)
    return PdfText(
        title if title and not _FILE_NAME.search(title) else first, _said(reader, "author"), texts, empty
    )


def _look_at_page(page: Any, number: int, name: str) -> None:  # noqa: ANN401 - a pypdf page
    """Refuse a page that would be too much to read."""
    content = page.get_contents()
    if content is not None and len(content.get_data()) > _LARGEST_PAGE:
        raise SourceError(f"{name}: page {number} is too large to be read: take it out, or save it as text")


def _opens_without_password(reader: PdfReader) -> bool:
    """Some files are encrypted only to say what a reader may do; their password is empty."""
    from pypdf.errors import DependencyError

    try:
        return bool(reader.decrypt(""))
    except (DependencyError, NotImplementedError):  # a cipher that needs another library
        return False


def _height(page: Any, lines: list[Line]) -> float:  # noqa: ANN401
    """The page's height in the direction its text runs; 0, for not known, where its text is turned."""
    return 0.0 if any(line.y < 0 for line in lines) else float(page.mediabox.height)


def _said(reader: PdfReader, key: str) -> str | None:
    """A field of the document's information; None where it is empty or no text."""
    about = reader.metadata
    value = getattr(about, key, None) if about else None
    return " ".join(value.split()) or None if isinstance(value, str) else None
