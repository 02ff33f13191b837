"""Where a flaw stands in the files of the ledger, as an editor shows it."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cached_property, lru_cache

from claimcheck.claimfile import ClaimFile
from claimcheck.report.places import Place
from claimcheck.store import Ledger
from claimcheck.text import line_starts

_QUOTE = re.compile(r"^[ \t]*(?:- *)*[{]?(?:[^#\n]*[,{] *)?[\"']?quote[\"']?[ \t]*:", re.MULTILINE)


class Places:
    """Places of claims and of sources. `before` stands before every path, such as "facts/"."""

    def __init__(self, ledger: Ledger, before: str) -> None:
        self.ledger, self.before = ledger, before
        self._laid_out = lru_cache(maxsize=16)(_laid_out)

    @cached_property
    def _homes(self) -> Mapping[str, ClaimFile]:
        return {claim.id: file for file in self.ledger.claim_files for claim in file.claims}

    def file(self, claim: str) -> str:
        """The file of a claim, relative to the ledger."""
        return self._homes[claim].name

    def path(self, name: str) -> str:
        """A file of the ledger as the report calls it."""
        return f"{self.before}{name}"

    def source(self, path: str) -> Place:
        """A source's file as a whole: its beginning."""
        return Place(self.path(path), 1, 1, 1, 1, 0, 1)

    def claim(self, claim: str, part: int | None = None) -> Place:
        """The line a claim begins on, or that its passage `part` is quoted on."""
        file = self._homes[claim]
        line = file.line_of[claim]
        if part is not None:
            line = self._quoted(file, claim, part) or line
        return self._line(file, line)

    def _quoted(self, file: ClaimFile, claim: str, part: int) -> int | None:
        """The line of a passage's quotation, told by its key; None where the file is laid out otherwise."""
        text, starts = self._laid_out(file)
        k = next(k for k, one in enumerate(file.claims) if one.id == claim)
        begin = starts[file.lines[k] - 1]
        end = starts[file.lines[k + 1] - 1] if k + 1 < len(file.lines) else len(text)
        found = [match.end() for match in _QUOTE.finditer(text, begin, end)]
        if part >= len(found) or len(found) != len(file.claims[k].evidence):
            return None
        return text.count("\n", 0, found[part]) + 1

    def _line(self, file: ClaimFile, line: int) -> Place:
        text, starts = self._laid_out(file)
        start = starts[line - 1]
        end = starts[line] - 1 if line < len(starts) else len(text)
        said = text[start:end].rstrip("\r")
        first = len(said) - len(said.lstrip(" \t-"))
        last = max(len(said.rstrip()), first + 1)
        return Place(self.path(file.name), line, first + 1, line, last, start + first, start + last)


def _laid_out(file: ClaimFile) -> tuple[str, tuple[int, ...]]:
    """A file's text and where its lines begin."""
    return file.text, line_starts(file.text)


def texts(ledger: Ledger, before: str, used: set[str]) -> dict[str, str]:
    """The raw texts of the files of claims that places are in, by path as the report calls them."""
    return {
        f"{before}{file.name}": file.text for file in ledger.claim_files if f"{before}{file.name}" in used
    }
