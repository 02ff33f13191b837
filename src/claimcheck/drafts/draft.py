"""A draft as read: its document, and the way back to the places of the raw file."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from claimcheck.drafts.rawtext import RawText
from claimcheck.report.places import Place
from claimcheck.sources import Document


@dataclass(frozen=True, slots=True)
class Comment:
    """A comment of the copy: what stands within its marks, and the place of the whole in the normalised text."""

    text: str
    start: int
    end: int


@dataclass(frozen=True)
class Draft:
    """A draft. Offsets of `document` and `comments` are code points of the normalised text, `place` leads to the raw.

    `day` is the reference date its front matter gives, `sources` the ids of the sources it says to go by; `editable`:
    whether characters of the file can be replaced, as they cannot in DOCX, whose raw text is a rendering; `language`:
    the language it says it is in, an IETF tag such as "en-GB".
    """

    name: str
    document: Document
    raw: RawText
    sha256: str
    day: date | None = None
    sources: tuple[str, ...] = ()
    comments: tuple[Comment, ...] = ()
    editable: bool = True
    language: str | None = None

    def place(self, start: int, end: int) -> Place:
        """The place in the raw file of a stretch of the normalised text; ValueError where it is empty."""
        if not 0 <= start < end:
            raise ValueError(f"no stretch [{start}, {end})")
        first, behind = self.raw.offset(start), self.raw.end(end)
        line, column = self.raw.line_column(first)
        end_line, end_column = self.raw.line_column(max(first, behind - 1))
        return Place(self.name, line, column, end_line, end_column, first, behind)
