"""A Word document to parts: what `sources.word` reads, in Markdown's terms."""

from __future__ import annotations

from collections.abc import Iterator

from claimcheck.intake.parts import Part, Text, flattened
from claimcheck.sources.word import Paragraph, Table, WordText


def word_parts(word: WordText) -> list[Part]:
    """The parts of a document in reading order, its notes at the end; tables of contents are left out."""
    return list(_parts(word))


def _parts(word: WordText) -> Iterator[Part]:
    code: list[str] = []
    for item in [*word.items, *word.notes]:
        if code and not (isinstance(item, Paragraph) and item.kind == "code"):
            yield Text("code", "\n".join(code))
            code = []
        if isinstance(item, Table):
            yield from flattened(
                tuple(tuple(" ".join(part.text for part in cell) for cell in row) for row in item.rows)
            )
        elif item.kind == "code":
            code.append(item.text)
        elif item.prose:
            yield Text(item.kind, item.text, item.level)
    if code:
        yield Text("code", "\n".join(code))
