"""Where something stands in a file, and what is said of it there: shared by the reports of `check` and `audit`."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from typing import Literal

Severity = Literal["error", "warning", "note"]
SEVERITIES: tuple[Severity, ...] = ("error", "warning", "note")


@dataclass(frozen=True, slots=True)
class Place:
    """A stretch of a file as an editor shows it. A byte order mark is not counted."""

    __pydantic_config__ = {"use_attribute_docstrings": True}  # noqa: RUF012

    path: str
    """The file, as it was asked for, with `/`."""
    line: int
    """The line of the first character, from 1."""
    column: int
    """The column of the first character, from 1, in code points."""
    end_line: int
    """The line of the last character."""
    end_column: int
    """The column of the last character, which is part of the stretch."""
    start: int
    """The first character's offset in the raw text of the file, in code points."""
    end: int
    """The offset behind the last character."""


@dataclass(frozen=True, slots=True)
class Related:
    """Another place that a reader should look at."""

    __pydantic_config__ = {"use_attribute_docstrings": True}  # noqa: RUF012

    place: Place
    message: str
    """What stands there, in a few words."""


@dataclass(frozen=True, slots=True)
class Suggestion:
    """A repair: exact characters of the file and what to put in their place."""

    __pydantic_config__ = {"use_attribute_docstrings": True}  # noqa: RUF012

    place: Place
    replacement: str
    text: str
    """The repair in words, such as "18, not 17"."""


@dataclass(frozen=True, slots=True)
class Suppression:
    """Why something found is not reported."""

    __pydantic_config__ = {"use_attribute_docstrings": True}  # noqa: RUF012

    by: Literal["ignore", "baseline", "unchanged"]
    """A comment in the draft, the baseline, or that it touches no changed line."""
    reason: str
    """The reason the comment gives; empty for the other two."""
    line: int | None
    """The line of the comment."""
    until: date | None
    """The last day on which the comment counts."""


@dataclass(frozen=True, slots=True)
class Problem:
    """Something found that is not the verdict on one statement."""

    __pydantic_config__ = {"use_attribute_docstrings": True}  # noqa: RUF012

    rule: str
    """The stable name of what was found, such as "draft.arithmetic"."""
    severity: Severity | None
    """How it is reported, or would be were it not suppressed; null where the configuration turns the rule off."""
    place: Place
    message: str
    """What is wrong and what to do, in one sentence."""
    related: tuple[Related, ...]
    fingerprint: str
    """The same for the same finding in the same file, wherever its line has moved to."""
    suppressed: Suppression | None


@dataclass(frozen=True, slots=True)
class UnreadFile:
    """A file that could not be read, so that the exit code is 2."""

    path: str
    error: str
    """What is wrong with it, in one sentence, with or without the path before it."""

    @property
    def sentence(self) -> str:
        """The error, with the path before it."""
        return self.error if self.error.startswith(self.path) else f"{self.path}: {self.error}"


Heading = Literal["evidence", "against", "for", "nearest", "was", "now", "perhaps", "claim", "quote"]


@dataclass(frozen=True, slots=True)
class Cited:
    """A passage of a source, for formats that mark words or link to lines."""

    heading: Heading
    quote: str
    marks: tuple[tuple[int, int], ...]
    """The words that decided, as [start, end) within the quote."""
    where: str
    """Title, source and line, claim, in a few words."""
    path: str | None
    """The source's file, where it is known."""
    line: int | None
    """The line of the file on which the passage begins, from 1."""


@dataclass(frozen=True, slots=True)
class Alert:
    """What every format prints for one thing found; made from a statement or a problem, never by a printer."""

    rule: str
    kind: str
    """The word that stands for it: "contradicted", "disputed", "unclaimed", or "problem"."""
    severity: Severity
    place: Place
    message: str
    """One line."""
    why: str
    """The finding that decided; empty for a problem."""
    passage: str
    """The passage it rests on, with its source and line, in one line; empty where there is none."""
    related: tuple[Related, ...]
    suggestion: Suggestion | None
    fingerprint: str
    suppressed: Suppression | None = None
    words: str = ""
    """What was judged, on one line; empty for a problem, whose message says what it is about."""
    cited: tuple[Cited, ...] = ()
    """The passages that `passage` tells of in one line."""

    @property
    def told(self) -> tuple[str, ...]:
        """All there is to say, a line each: the message, why, and the passage."""
        return tuple(line for line in (self.message, self.why, self.passage) if line)


@dataclass(frozen=True, slots=True)
class Sheet:
    """What formats that know nothing of statements or claims print: alerts in the order of files and places.

    `cases` are all things judged, alerts or not, for formats that list what passed: (place, text, alert or None). The
    alert of one that is suppressed is among `suppressed`. `texts` are the raw texts of the files that places are in, by
    path, for formats that count columns otherwise; without a file's text they give lines only.
    """

    command: Literal["check", "audit"]
    version: str
    alerts: tuple[Alert, ...]
    suppressed: tuple[Alert, ...]
    cases: tuple[tuple[Place, str, Alert | None], ...]
    files: tuple[str, ...]
    unread: tuple[UnreadFile, ...]
    summary: str
    """The totals in one line."""
    exit_code: Literal[0, 1, 2]
    texts: dict[str, str] = field(default_factory=dict)
