"""Reading drafts in tests: what is prose in them, and where words of it stand in the raw file."""

from __future__ import annotations

from bench.fuzz_places import complaints

from claimcheck.drafts import Draft, read_draft


def read(text: str | bytes, suffix: str = ".md") -> Draft:
    """The draft in a text, all of whose places have been looked at."""
    data = text if isinstance(text, bytes) else text.encode()
    draft = read_draft(data, f"copy{suffix}")
    assert list(complaints(draft)) == []
    return draft


def shape(text: str | bytes, suffix: str = ".md") -> list[tuple[str, str]]:
    """The kind and the prose of each block."""
    return [(block.kind, block.prose) for block in read(text, suffix).document.blocks]


def prose(text: str | bytes, suffix: str = ".md") -> list[str]:
    """The prose of each block."""
    return [said for _, said in shape(text, suffix)]


def where(draft: Draft, words: str) -> tuple[int, int, int, int]:
    """Line and column of the first and the last character of words that stand in the prose of one block."""
    [(block, at)] = [(b, b.prose.index(words)) for b in draft.document.blocks if words in b.prose]
    span = block.span(at, at + len(words))
    place = draft.place(span.start, span.end)
    return place.line, place.column, place.end_line, place.end_column


def raw(draft: Draft, words: str) -> str:
    """The characters of the raw file that words of the prose were read from."""
    [(block, at)] = [(b, b.prose.index(words)) for b in draft.document.blocks if words in b.prose]
    span = block.span(at, at + len(words))
    place = draft.place(span.start, span.end)
    return draft.raw.text[place.start : place.end]
