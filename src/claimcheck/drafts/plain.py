"""Plain text drafts: as sources are read, but lines that are one comment, `<!-- … -->`, are no prose."""

from __future__ import annotations

import re
from dataclasses import replace

from claimcheck.drafts.draft import Comment
from claimcheck.drafts.reading import Reading
from claimcheck.sources import plain
from claimcheck.text import SourceText

_COMMENT = re.compile(r"^[ \t]*<!--((?:(?!-->).)*+)-->[ \t]*$", re.MULTILINE)


def read_plain(text: SourceText, body: int) -> Reading:
    """The blocks and comments of a plain text from offset `body` on."""
    comments: list[Comment] = []

    def blank(found: re.Match[str]) -> str:
        start = found.start(1) - len("<!--")
        comments.append(Comment(found[1], start, found.end(1) + len("-->")))
        return " " * len(found[0])

    copy = text.text[:body] + _COMMENT.sub(blank, text.text[body:])
    shifted = tuple(replace(each, start=each.start + body, end=each.end + body) for each in comments)
    return Reading(tuple(plain.blocks(replace(text, text=copy), body)), shifted)
