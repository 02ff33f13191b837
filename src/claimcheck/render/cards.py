"""What the page shows beside the copy for each statement and problem."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from claimcheck.render.rulebook import meaning
from claimcheck.report import wording
from claimcheck.report.alerts import cited, kind_of
from claimcheck.report.checked import CheckReport, Statement
from claimcheck.report.contract import Finding
from claimcheck.report.places import Place, Problem, Related, Suggestion, Suppression

SYMBOLS = {
    "contradicted": "✕",
    "disputed": "⇄",
    "unclaimed": "?",
    "problem": "!",
    "supported": "✓",
    "uncheckable": "–",
}
Piece = tuple[str, bool]
"""Words, and whether they are marked."""


@dataclass(frozen=True, slots=True)
class Shown:
    """A passage of a source."""

    heading: str
    pieces: tuple[Piece, ...]
    where: str


@dataclass(frozen=True, slots=True)
class Card:
    """A statement or a problem. `told` says what is wrong, `why` which rule decided, `meaning` what the rule is."""

    id: str
    kind: str
    rule: str
    severity: str | None
    place: Place
    words: tuple[Piece, ...]
    told: str
    why: str
    meaning: str
    values: tuple[str, str] | None
    passages: tuple[Shown, ...]
    suggestion: Suggestion | None
    left_over: tuple[str, ...]
    findings: tuple[Finding, ...]
    confidence: str | None
    related: tuple[Related, ...]
    suppressed: str

    @property
    def symbol(self) -> str:
        """The sign that stands for the kind, for readers who see no colours."""
        return SYMBOLS[self.kind]

    @property
    def plain(self) -> str:
        """The words without marks."""
        return "".join(text for text, _ in self.words)


def cards_of(report: CheckReport) -> tuple[Card, ...]:
    """A card for each statement and each problem that is not "off", statements first, in the report's order."""
    texts = {file.path: file.text for file in report.files}
    made = [_of_statement(f"s{k}", each, report, texts) for k, each in enumerate(report.statements, start=1)]
    shown = [problem for problem in report.problems if problem.severity]
    return (*made, *(_of_problem(f"p{k}", problem, texts) for k, problem in enumerate(shown, start=1)))


def _of_statement(name: str, said: Statement, report: CheckReport, texts: dict[str, str]) -> Card:
    kind = kind_of(said)
    alarming = kind in ("contradicted", "disputed", "unclaimed")
    place = said.place
    return Card(
        id=name,
        kind=kind,
        rule=said.rule,
        severity=said.severity,
        place=place,
        words=_words(said, texts.get(place.path, "")),
        told=wording.message(said) if alarming else "",
        why=wording.why(said),
        meaning=meaning(said.rule),
        values=wording.values(said) if alarming else None,
        passages=tuple(
            Shown(each.heading, _pieces(each.quote, each.marks), each.where) for each in cited(said, report)
        ),
        suggestion=said.suggestion,
        left_over=said.left_over,
        findings=said.findings,
        confidence=said.confidence,
        related=(),
        suppressed=_suppressed(said.suppressed),
    )


def _of_problem(name: str, problem: Problem, texts: dict[str, str]) -> Card:
    place = problem.place
    words = wording.one_line(texts.get(place.path, "")[place.start : place.end])
    return Card(
        id=name,
        kind="problem",
        rule=problem.rule,
        severity=problem.severity,
        place=place,
        words=((words, False),) if words else (),
        told=wording.one_line(problem.message),
        why="",
        meaning=meaning(problem.rule),
        values=None,
        passages=(),
        suggestion=None,
        left_over=(),
        findings=(),
        confidence=None,
        related=problem.related,
        suppressed=_suppressed(problem.suppressed),
    )


def _words(said: Statement, text: str) -> tuple[Piece, ...]:
    """What was judged, its wrong value marked where it stands once."""
    wrong = said.suggestion.place if said.suggestion else None
    value = text[wrong.start : wrong.end] if wrong else said.stated if said.label != "supported" else ""
    found = list(re.finditer(rf"(?<!\w){re.escape(value)}(?!\w)", said.text)) if value else []
    return _pieces(said.text, tuple(match.span() for match in found[:1]) if len(found) == 1 else ())


def _pieces(text: str, marks: Sequence[tuple[int, int]]) -> tuple[Piece, ...]:
    made: list[Piece] = []
    at = 0
    for start, end in sorted(marks):
        if at <= start < end:
            made += [(text[at:start], False), (text[start:end], True)]
            at = end
    made.append((text[at:], False))
    return tuple(piece for piece in made if piece[0])


def _suppressed(by: Suppression | None) -> str:
    """Why something is not reported; empty where it is."""
    if by is None:
        return ""
    if by.by != "ignore":
        return "It is in the baseline." if by.by == "baseline" else "It touches no changed line."
    line = f" on line {by.line}" if by.line else ""
    until = f", until {by.until.isoformat()}" if by.until else ""
    return f"A comment{line} ignores it{until}: {by.reason}"
