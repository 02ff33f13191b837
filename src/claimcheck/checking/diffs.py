"""Which lines a diff changes: unified diffs as git, diff and patch tools write them.

A deletion leaves no line of its own behind. With nothing put in its place it changes the line before it where the text
that was cut began right there, and the line after it where the text went on to there: a paragraph that lost a line is
changed, the paragraphs around one that was cut out whole, with a blank line, are not.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from claimcheck.errors import DraftError

Lines = tuple[tuple[int, int], ...]
"""Changed lines, from 1, as (first, last), in order; empty where none is."""
EVERY_LINE: Lines = ((1, 1 << 62),)

_HUNK = re.compile(r"@@ -\d{1,18}(?:,(\d{1,18}))? \+(\d{1,18})(?:,(\d{1,18}))? @@")
_COMBINED = re.compile(r"@@@+ -\d")
_ESCAPES = {"a": 7, "b": 8, "t": 9, "n": 10, "v": 11, "f": 12, "r": 13, '"': 34, "\\": 92}
_ESCAPE = re.compile(rb'\\(?:([0-7]{1,3})|([abtnvfr"\\]))')
_QUOTED = re.compile(r'"((?:[^"\\]|\\.)*)"')
_BINARY = re.compile(r"(?:Binary files .* differ|GIT binary patch)$")
_NOWHERE = "/dev/null"


@dataclass(frozen=True, slots=True)
class Changed:
    """A file of a diff as it is afterwards: how the diff calls it, and its changed lines."""

    name: str
    lines: Lines

    def names(self) -> tuple[str, ...]:
        """The paths the name may stand for: with the `b/` that git puts before it, and without."""
        bare = self.name.partition("/")[2] if re.match(r"[bciow12]/.", self.name) else ""
        return (bare, self.name) if bare else (self.name,)


def read_diff(data: bytes, name: str) -> tuple[Changed, ...]:
    """The files that a unified diff changes, without those it deletes; a binary file is changed in every line.

    `name` is what messages call the diff. Raises DraftError for what is no unified diff and for a merge's combined one.
    An empty diff changes nothing.
    """
    text = data.decode(errors="surrogateescape").removeprefix("\ufeff")
    reader = _Reader(text.split("\n"), name)
    found = tuple(reader.files())
    if not reader.seen and text.strip():
        raise DraftError(f"{name}: this is no unified diff: give what `git diff` or `diff -u` prints")
    return found


@dataclass
class _File:
    """A file being read; `name` is None for one that is deleted."""

    name: str | None
    lines: list[tuple[int, int]] = field(default_factory=list)
    whole: bool = False

    def done(self) -> Iterator[Changed]:
        if self.name is not None and (self.whole or self.lines):
            yield Changed(self.name, EVERY_LINE if self.whole else _merged(self.lines))


class _Reader:
    """Walks the lines of a diff; `seen`: whether anything of one was there."""

    def __init__(self, rows: list[str], name: str) -> None:
        self.rows, self.name = rows, name
        self.at = 0
        self.seen = False

    def files(self) -> Iterator[Changed]:
        file = _File(None)
        while self.at < len(self.rows):
            row = self.rows[self.at].removesuffix("\r")
            self.at += 1
            if row.startswith("diff --git "):
                yield from file.done()
                file = _File(_header(row.removeprefix("diff --git ")))
                self.seen = True
            elif row.startswith("deleted file mode "):
                file = _File(None)
            elif row.startswith(("rename to ", "copy to ")):
                file.name = "b/" + _name(row.split(" to ", 1)[1])
            elif row.startswith("--- ") and self._next("+++ "):
                after = _name(self.rows[self.at].removesuffix("\r")[4:])
                self.at += 1
                if file.lines or file.whole:  # without a header of git's between them
                    yield from file.done()
                    file = _File(None)
                file.name = None if after == _NOWHERE else after
                self.seen = True
            elif _COMBINED.match(row):
                raise DraftError(
                    f"{self.name}:{self.at}: a merge's combined diff is not read: compare with one parent"
                )
            elif row.startswith("@@ -"):
                self._hunk(row, file)
            elif _BINARY.match(row):
                file.whole = self.seen = True
                pair = row.removeprefix("Binary files ").removesuffix(" differ").split(" and ")
                if file.name is None and len(pair) == 2 and pair[1] != _NOWHERE:  # of diff, without a header
                    yield Changed(_name(pair[1]), EVERY_LINE)
        yield from file.done()

    def _next(self, prefix: str) -> bool:
        return self.at < len(self.rows) and self.rows[self.at].startswith(prefix)

    def _hunk(self, row: str, file: _File) -> None:
        """Read a hunk as long as its head says."""
        head = _HUNK.match(row)
        if head is None or not self.seen:
            what = "this hunk is of no file" if head else "this head of a hunk cannot be read"
            raise DraftError(f"{self.name}:{self.at}: {what}: is the diff whole?")
        old, new = int(head[1] or 1), int(head[3] or 1)
        line = int(head[2]) + (head[3] is not None and not new)  # of no lines git gives the one before
        cut: list[str] = []
        added = False
        while old > 0 or new > 0:
            row = self.rows[self.at] if self.at < len(self.rows) else "?"
            mark, text = row[:1] or " ", row[1:]
            if mark not in " +-\\\r" or (mark == "-" and not old) or (mark == "+" and not new):
                raise DraftError(f"{self.name}:{self.at + 1}: the hunk ends too early: is the diff whole?")
            self.at += 1
            if "\r" in text.removesuffix("\r"):
                file.whole = True  # lines that end in CR alone, which diffs do not count
            if mark == "-":
                old -= 1
                cut.append(text)
            elif mark == "+":
                new -= 1
                file.lines.append((line, line))
                line, added = line + 1, True
            elif mark != "\\":
                old, new = old - 1, new - 1
                file.lines += _around([] if added else cut, line)
                line, cut, added = line + 1, [], False
        file.lines += _around([] if added else cut, line)


def _around(cut: list[str], line: int) -> Iterator[tuple[int, int]]:
    """The lines that are changed by what was cut out before a line."""
    if cut and cut[0].strip() and line > 1:
        yield line - 1, line - 1
    if cut and cut[-1].strip():
        yield line, line


def _merged(lines: list[tuple[int, int]]) -> Lines:
    """Lines in order, neighbours joined."""
    out: list[tuple[int, int]] = []
    for first, last in sorted(lines):
        if out and first <= out[-1][1] + 1:
            out[-1] = (out[-1][0], max(out[-1][1], last))
        else:
            out.append((first, last))
    return tuple(out)


def _header(rest: str) -> str | None:
    """The new name in `a/old b/new`; None where it cannot be told, as of a name with blanks that changed."""
    quoted = _QUOTED.findall(rest)
    if quoted:
        return _unquoted(quoted[-1]) if rest.endswith('"') else rest.rsplit(" ", 1)[-1]
    half = len(rest) // 2
    old, new = rest[:half], rest[half + 1 :]
    alike = old == new or (old.partition("/")[2] == new.partition("/")[2] != "")
    if rest[half : half + 1] == " " and alike:
        return new
    return rest.rsplit(" ", 1)[-1] if rest.count(" ") == 1 else None


def _name(given: str) -> str:
    """A file's name behind `+++ `: quoted in the way of C, or up to a tab, behind which diff puts a time."""
    match = _QUOTED.match(given)
    return _unquoted(match[1]) if match else given.partition("\t")[0]


def _unquoted(inner: str) -> str:
    def byte(found: re.Match[bytes]) -> bytes:
        return bytes([int(found[1], 8) & 255 if found[1] else _ESCAPES[found[2].decode()]])

    return _ESCAPE.sub(byte, inner.encode(errors="surrogateescape")).decode(errors="surrogateescape")
