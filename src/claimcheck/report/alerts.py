"""From a finished report to what formats print: the one place where it is put into words and order."""

from __future__ import annotations

from collections.abc import Iterator

from claimcheck.report import wording
from claimcheck.report.checked import CheckReport, Statement
from claimcheck.report.contract import Passage
from claimcheck.report.places import Alert, Cited, Heading, Place, Problem, Sheet


def sheet_of(report: CheckReport) -> Sheet:
    """What a check found, in the order of files and places. What is "off" is no alert, and uncheckable is no case."""
    order = {file.path: k for k, file in enumerate(report.files)}
    texts = {file.path: file.text for file in report.files}
    cases = [_case(statement, report) for statement in report.statements if statement.label != "uncheckable"]
    cases += [
        (problem.place, problem.message, _of_problem(problem))
        for problem in report.problems
        if problem.severity
    ]
    cases.sort(key=lambda case: _rank(case[0], order))
    found = [alert for _, _, alert in cases if alert is not None]
    return Sheet(
        command="check",
        version=report.tool.version,
        alerts=tuple(alert for alert in found if alert.suppressed is None),
        suppressed=tuple(alert for alert in found if alert.suppressed is not None),
        cases=tuple(cases),
        files=tuple(file.path for file in report.files),
        unread=report.unread,
        summary=wording.summary(report),
        exit_code=report.exit_code,
        texts=texts,
    )


def kind_of(statement: Statement) -> str:
    """The word that stands for a statement: its label, but "disputed", and "unclaimed" for what is absent."""
    if statement.disputed:
        return "disputed"
    return "unclaimed" if statement.label == "absent" else statement.label


def cited(statement: Statement, report: CheckReport) -> tuple[Cited, ...]:
    """The passages of a statement, the one that decided first."""
    return tuple(
        Cited(
            heading,
            passage.quote,
            passage.marks,
            wording.where(passage),
            report.ledger.paths.get(passage.source or ""),
            passage.line,
        )
        for heading, passage in _passages(statement)
    )


Case = tuple[Place, str, Alert | None]


def _case(statement: Statement, report: CheckReport) -> Case:
    place = statement.place
    words = wording.one_line(statement.text)
    severity = statement.severity
    if severity is None or statement.level is None:
        return place, words, None
    passages = cited(statement, report)
    return (
        place,
        words,
        Alert(
            rule=statement.rule,
            kind=kind_of(statement),
            severity=severity,
            place=place,
            message=wording.message(statement),
            why=wording.why(statement),
            passage="; ".join(_in_one_line(each) for each in passages),
            related=(),
            suggestion=statement.suggestion,
            fingerprint=statement.fingerprint,
            suppressed=statement.suppressed,
            words=words,
            cited=passages,
        ),
    )


def _of_problem(problem: Problem) -> Alert | None:
    if problem.severity is None:
        return None
    return Alert(
        rule=problem.rule,
        kind="problem",
        severity=problem.severity,
        place=problem.place,
        message=wording.one_line(problem.message),
        why="",
        passage="",
        related=problem.related,
        suggestion=None,
        fingerprint=problem.fingerprint,
        suppressed=problem.suppressed,
    )


def _passages(statement: Statement) -> Iterator[tuple[Heading, Passage]]:
    if statement.passage:
        decided: Heading = "nearest" if statement.label == "absent" else "evidence"
        yield "against" if statement.disputed else decided, statement.passage
    if statement.opposing:
        yield "for", statement.opposing


def _in_one_line(passage: Cited) -> str:
    return wording.one_line(f'{passage.heading}: "{passage.quote}" ({passage.where})')


def _rank(place: Place, order: dict[str, int]) -> tuple[int, str, int, int, int, int]:
    """Files as the report has them, others after them by name; within one by place."""
    known = order.get(place.path, len(order))
    return known, "" if known < len(order) else place.path, place.line, place.column, place.start, place.end
