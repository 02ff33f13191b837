"""PDF files made for tests: text at places on pages, written as PDF itself says it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from io import BytesIO


@dataclass(frozen=True, slots=True)
class Drawn:
    """Text at a place on a page, in points from its lower left corner."""

    text: str
    x: float
    y: float
    size: float = 10
    bold: bool = False


def lines(text: str, x: float, y: float, width: int, size: float = 10) -> list[Drawn]:
    """Text in lines of at most `width` characters from (x, y) down; `|` breaks a line by hand."""
    out: list[Drawn] = []
    for given in text.split("|"):
        line = ""
        for word in given.split(" "):
            if line and len(line) + 1 + len(word) > width:
                out.append(Drawn(line, x, y - 1.2 * size * len(out), size))
                line = ""
            line = f"{line} {word}" if line else word
        out.append(Drawn(line, x, y - 1.2 * size * len(out), size))
    return out


def pdf_file(
    pages: Sequence[Sequence[Drawn]], title: str | None = None, password: str | None = None
) -> bytes:
    """The bytes of a PDF, its pages 400 points wide and 600 high."""
    from pypdf import PdfWriter
    from pypdf.generic import DecodedStreamObject, DictionaryObject, NameObject

    writer = PdfWriter()
    fonts = DictionaryObject()
    for key, base in (("/F1", "/Helvetica"), ("/F2", "/Helvetica-Bold")):
        fonts[NameObject(key)] = writer._add_object(
            DictionaryObject(
                {
                    NameObject("/Type"): NameObject("/Font"),
                    NameObject("/Subtype"): NameObject("/Type1"),
                    NameObject("/BaseFont"): NameObject(base),
                    NameObject("/Encoding"): NameObject("/WinAnsiEncoding"),
                }
            )
        )
    for drawn in pages:
        page = writer.add_blank_page(400, 600)
        stream = DecodedStreamObject()
        stream.set_data(b"".join(_shown(each) for each in drawn))
        page[NameObject("/Contents")] = writer._add_object(stream)
        page[NameObject("/Resources")] = DictionaryObject({NameObject("/Font"): fonts})
    if title:
        writer.add_metadata({"/Title": title})
    if password is not None:
        writer.encrypt(password, "owner", algorithm="RC4-128")
    out = BytesIO()
    writer.write(out)
    return out.getvalue()


def _shown(drawn: Drawn) -> bytes:
    text = drawn.text.encode("cp1252").replace(b"\\", b"\\\\").replace(b"(", b"\\(").replace(b")", b"\\)")
    font = b"/F2" if drawn.bold else b"/F1"
    return b"BT %s %g Tf 1 0 0 1 %g %g Tm (%s) Tj ET\n" % (font, drawn.size, drawn.x, drawn.y, text)
