"""Suggestions put into drafts: exact characters and nothing else, each file whole or not at all."""

from __future__ import annotations

import codecs
from collections.abc import Iterable
from dataclasses import dataclass
from difflib import unified_diff
from hashlib import sha256
from pathlib import Path

from claimcheck.disk import write_atomically
from claimcheck.errors import DraftError, SourceError
from claimcheck.report.checked import Statement
from claimcheck.report.places import Suggestion
from claimcheck.text import decode

_ENCODINGS = (  # the longest mark first: UTF-32's begins with UTF-16's
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)


@dataclass(frozen=True, slots=True)
class Mended:
    """A draft with its suggestions put in. `text` and `before` are without the byte order mark that `data` keeps."""

    path: str
    before: str
    text: str
    data: bytes
    applied: tuple[Suggestion, ...]
    left: tuple[Suggestion, ...]
    """Those that overlap another one, so that neither is put in."""


def wanted(statements: Iterable[Statement]) -> dict[str, list[Suggestion]]:
    """By file the suggestions that may be put in: never for what is disputed, kept quiet or not reported."""
    found: dict[str, list[Suggestion]] = {}
    for each in statements:
        if each.suggestion and each.severity and not each.suppressed and not each.disputed:
            found.setdefault(each.suggestion.place.path, []).append(each.suggestion)
    return found


def mend(path: str, data: bytes, sha: str, suggestions: Iterable[Suggestion]) -> Mended:
    """The bytes of a draft with suggestions put in, its encoding, byte order mark and line ends as they were.

    sha: the SHA-256 of the bytes that the suggestions were made for. Raises DraftError for other bytes, and for a file
    that is no text to be written back as it was.
    """
    if sha256(data).hexdigest() != sha:
        raise DraftError(
            f"{path}: the file was changed while it was checked, so nothing was mended in it: check it again"
        )
    mark, encoding = next((row for row in _ENCODINGS if data.startswith(row[0])), (b"", "utf-8"))
    try:
        before = decode(data, path)
    except SourceError as error:
        raise DraftError(str(error)) from error
    if mark + before.encode(encoding) != data:
        raise DraftError(f"{path}: cannot be written back as it was: save it as UTF-8")
    applied, left = _apart(suggestions)
    pieces, at = [], 0
    for each in applied:
        pieces += [before[at : each.place.start], each.replacement]
        at = each.place.end
    text = "".join(pieces) + before[at:]
    return Mended(path, before, text, mark + text.encode(encoding), applied, left)


def write_mended(files: Iterable[Mended]) -> None:
    """Write the files that changed, each whole or not at all; LedgerError where one cannot be written."""
    for each in files:
        if each.applied:
            write_atomically(Path(each.path), each.data)


def diff_of(mended: Mended) -> str:
    """What mending a draft changes, as a unified diff; empty for nothing."""
    rows = unified_diff(
        _lines(mended.before), _lines(mended.text), f"a/{mended.path}", f"b/{mended.path}", lineterm="\n"
    )
    return "".join(row if row.endswith("\n") else f"{row}\n\\ No newline at end of file\n" for row in rows)


def put_right(mended: Mended) -> str:
    """One line on how many suggestions were put in; empty for none."""
    count = len(mended.applied)
    return f"{mended.path}: {count} {'value' if count == 1 else 'values'} put right" if count else ""


def left_out_of(mended: Mended) -> str:
    """One line on the suggestions that overlap, and where to mend by hand; empty where all were put in."""
    if not mended.left:
        return ""
    lines = sorted({each.place.line for each in mended.left})
    where = f"line{'' if len(lines) == 1 else 's'} {', '.join(map(str, lines))}"
    return (
        f"{mended.path}: {len(mended.left)} suggestions on {where} overlap one another, "
        "so none of them is put in: mend them by hand"
    )


def _apart(suggestions: Iterable[Suggestion]) -> tuple[tuple[Suggestion, ...], tuple[Suggestion, ...]]:
    """The suggestions that overlap no other one, and those that do; one made twice is one."""
    ordered = sorted(set(suggestions), key=lambda each: (each.place.start, each.place.end, each.replacement))
    unique = list({(e.place.start, e.place.end, e.replacement): e for e in ordered}.values())
    clashing: set[int] = set()
    widest = 0  # of those before, the one that reaches furthest
    for n in range(1, len(unique)):
        if unique[n].place.start < unique[widest].place.end:
            clashing |= {n, widest}
        if unique[n].place.end > unique[widest].place.end:
            widest = n
    applied = tuple(each for n, each in enumerate(unique) if n not in clashing)
    return applied, tuple(each for n, each in enumerate(unique) if n in clashing)


def _lines(text: str) -> list[str]:
    """The lines of a text with their ends, as diffs count them."""
    rows = [f"{row}\n" for row in text.split("\n")]
    rows[-1] = rows[-1].removesuffix("\n")
    return rows if rows[-1] else rows[:-1]
