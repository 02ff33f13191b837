"""A document's bytes to what a source is made of: normalised text, metadata, the pages."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date

from claimcheck.errors import SourceError
from claimcheck.intake.decoding import decoded, page_encoding
from claimcheck.intake.kinds import Kind
from claimcheck.intake.markup import write
from claimcheck.intake.parts import Part
from claimcheck.intake.pdf import read_pdf
from claimcheck.intake.webpage import read_page
from claimcheck.intake.word import word_parts
from claimcheck.sources import Meta
from claimcheck.sources.front import front_matter, read_meta, read_table
from claimcheck.sources.word import read_word
from claimcheck.text import SourceText
from claimcheck.yamltext import Where


@dataclass(frozen=True, slots=True)
class Given:
    """Bytes to convert. name: what messages call them; encoding: as a server or the user says; day: of retrieval.

    `beside`: the sidecar of a file, if it has one; `url`: the address of what was fetched.
    """

    data: bytes
    name: str
    kind: Kind
    day: date
    encoding: str | None = None
    url: str | None = None
    beside: Where | None = None


@dataclass(frozen=True, slots=True)
class Converted:
    """The text of a source, the suffix of the reader it is for, what is known of it, and what to tell the user."""

    text: str
    suffix: str
    meta: Meta
    notes: tuple[str, ...] = ()
    id: str | None = None


def convert(given: Given) -> Converted:
    """Read a document of any kind. Raises SourceError, in one sentence, where it cannot be read."""
    if given.kind == "pdf":
        return _pdf(given)
    if given.kind == "word":
        word = read_word(given.data, given.name)
        return _written(word_parts(word), Meta(title=word.title, author=word.author), given)
    if given.kind == "html":
        return _page(given)
    return _text(given)


def _pdf(given: Given) -> Converted:
    pdf = read_pdf(given.data, given.name)
    made = _written(pdf.texts, Meta(title=pdf.title, author=pdf.author), given)
    if not pdf.empty_pages:
        return made
    listed = ", ".join(map(str, pdf.empty_pages[:8])) + (", …" if len(pdf.empty_pages) > 8 else "")
    return replace(made, notes=(f"{given.name}: nothing was read on page {listed}, where there is no text",))


def _page(given: Given) -> Converted:
    text = decoded(given.data, given.name, given.encoding or page_encoding(given.data))
    page = read_page(text, given.name, given.url, given.day)
    meta = Meta(page.title, page.publisher, page.author, page.url, page.published, license=page.license)
    return _written(page.parts, meta, given)


def _written(parts: list[Part] | tuple[Part, ...], meta: Meta, given: Given) -> Converted:
    written = write(parts)
    if not written.text.strip():
        raise SourceError(f"{given.name}: holds no text")
    shift = len(_unlike_front_matter(written.text)) - len(written.text)
    pages = tuple((offset + shift, number) for offset, number in written.pages)
    return Converted(_unlike_front_matter(written.text), ".md", replace(meta, pages=pages))


def _text(given: Given) -> Converted:
    """Text and Markdown stay as they are, but for front matter, which goes into the sidecar."""
    text = SourceText.from_text(decoded(given.data, given.name, given.encoding)).text
    front, body = front_matter(text)
    front_place = Where(front, given.name, SourceError, first_line=2)
    beside = given.beside or Where("", given.name, SourceError)
    meta, own_id = read_meta(read_table(front_place), read_table(beside), front_place, beside)
    plain = text[body:].strip("\n")
    if not plain.strip():
        raise SourceError(f"{given.name}: holds no text")
    suffix = ".md" if given.kind == "markdown" else ".txt"
    return Converted(_unlike_front_matter(plain + "\n"), suffix, replace(meta, ignored=()), id=own_id)


def _unlike_front_matter(text: str) -> str:
    """Text that does not open with lines that would be taken for front matter."""
    return "\n" + text if front_matter(text)[0] else text
