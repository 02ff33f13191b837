"""DOCX files made for tests: python-docx for the plain parts, XML for what it cannot write."""

from __future__ import annotations

import zipfile
from collections.abc import Callable, Mapping
from io import BytesIO
from typing import Any

import docx
from docx.oxml.parser import parse_xml

W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
_FOOTNOTES = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/footnotes"
_FOOTNOTES_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml.footnotes+xml"


def word_file(fill: Callable[[Any], None], notes: tuple[str, ...] = ()) -> bytes:
    """The bytes of a document that `fill` has filled, with footnotes."""
    document = docx.Document()
    fill(document)
    if notes:
        _add_notes(document, notes)
    out = BytesIO()
    document.save(out)
    return out.getvalue()


def paragraph_xml(document: Any, inner: str) -> None:  # noqa: ANN401
    """Add a paragraph of XML to a document."""
    body = document.element.body
    body.insert(len(body) - 1, parse_xml(f"<w:p {W}>{inner}</w:p>"))


def with_parts(data: bytes, parts: Mapping[str, bytes]) -> bytes:
    """A package with some of its parts replaced or added."""
    out = BytesIO()
    with zipfile.ZipFile(BytesIO(data)) as old, zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as new:
        for name in old.namelist():
            if name not in parts:
                new.writestr(name, old.read(name))
        for name, content in parts.items():
            new.writestr(name, content)
    return out.getvalue()


def _add_notes(document: Any, notes: tuple[str, ...]) -> None:  # noqa: ANN401
    from docx.opc.packuri import PackURI
    from docx.opc.part import Part

    rows = "".join(
        f'<w:footnote w:id="{i}"><w:p><w:r><w:footnoteRef/></w:r><w:r><w:t>{note}</w:t></w:r></w:p></w:footnote>'
        for i, note in enumerate(notes, 2)
    )
    separator = '<w:footnote w:type="separator" w:id="0"><w:p><w:r><w:separator/></w:r></w:p></w:footnote>'
    xml = f"<w:footnotes {W}>{separator}{rows}</w:footnotes>"
    part = Part(PackURI("/word/footnotes.xml"), _FOOTNOTES_TYPE, xml.encode(), document.part.package)
    document.part.relate_to(part, _FOOTNOTES)
