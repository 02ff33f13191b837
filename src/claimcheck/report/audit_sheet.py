"""From the report of an audit to what formats print: the one place where it is put into words and order."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping

from claimcheck.report.audited import AuditProblem, AuditReport, SpanState
from claimcheck.report.places import Alert, Cited, Heading, Place, Sheet
from claimcheck.report.wording import counted, one_line


def sheet_of(
    report: AuditReport, texts: Mapping[str, str], passed: Iterable[tuple[Place, str]] = ()
) -> Sheet:
    """What an audit found, in the order of files and places. What is "off" is no alert.

    texts: the raw texts of the files that places are in; passed: the claims that nothing is wrong with, for formats
    that list them.
    """
    alerts = tuple(alert for problem in report.problems if (alert := _alert(problem)) is not None)
    cases: list[tuple[Place, str, Alert | None]] = [(alert.place, alert.message, alert) for alert in alerts]
    cases += [(place, one_line(text), None) for place, text in passed]
    cases.sort(key=lambda case: (case[0].path, case[0].line, case[0].column))
    return Sheet(
        command="audit",
        version=report.tool.version,
        alerts=alerts,
        suppressed=(),
        cases=tuple(cases),
        files=tuple(dict.fromkeys(place.path for place, _, _ in cases)),
        unread=report.unread,
        summary=summary(report),
        exit_code=report.exit_code,
        texts=dict(texts),
    )


def _alert(problem: AuditProblem) -> Alert | None:
    if problem.severity is None:
        return None
    cited = (*_side_by_side(problem.span), *_compared(problem))
    return Alert(
        rule=problem.rule,
        kind="problem",
        severity=problem.severity,
        place=problem.place,
        message=one_line(problem.message),
        why=_why(problem),
        passage="; ".join(one_line(f'{each.heading}: "{each.quote}" ({each.where})') for each in cited),
        related=problem.related,
        suggestion=None,
        fingerprint=problem.fingerprint,
        cited=cited,
    )


def _why(problem: AuditProblem) -> str:
    compared = problem.compared
    if compared is None or not compared.rule:
        return ""
    return f"{compared.rule}: “{compared.ours}” and “{compared.theirs}”"


def _compared(problem: AuditProblem) -> Iterable[Cited]:
    """What the claim says and what it was compared with, the values that disagree marked."""
    compared = problem.compared
    if compared is None:
        return
    ours = (compared.ours, *compared.left_over)
    yield Cited("claim", compared.text, _marks(compared.text, ours), f"claim {problem.claim}", None, None)
    whose = f"claim {problem.others[0]}" if problem.others else "as the claim quotes it"
    heading: Heading = "against" if problem.others else "quote"
    yield Cited(heading, compared.other, _marks(compared.other, [compared.theirs]), whose, None, None)


def _side_by_side(span: SpanState | None) -> Iterable[Cited]:
    """The quotation, and below it what stands there now where its words are others, their differences marked."""
    if span is None or span.status in ("found", "moved"):
        return
    old = _marks(span.quote, [change.old for change in span.changes])
    yield Cited("was", span.quote, old, "as the claim quotes it", None, None)
    if span.text:
        new = _marks(span.text, [change.new for change in span.changes])
        yield Cited("now", span.text, new, f"{span.path}:{span.line}", span.path, span.line)
    for one in span.seen:
        own = _marks(one.text, [span.quote])
        yield Cited("perhaps", one.text, own, f"{span.path}:{one.line}", span.path, one.line)


def _marks(text: str, words: Iterable[str]) -> tuple[tuple[int, int], ...]:
    """Where words stand in a text, each behind the one before, whatever their spaces."""
    found, at = [], 0
    for word in words:
        spaced = r"\s+".join(map(re.escape, word.split()))
        place = re.compile(rf"(?<!\w){spaced}(?!\w)|{spaced}").search(text, at) if spaced else None
        if place:
            at = place.end()
            found.append(place.span())
    return tuple(found)


def summary(report: AuditReport) -> str:
    """The totals in one line."""
    totals = report.totals
    spans = {
        "found": totals.spans.found,
        "moved": totals.spans.moved,
        "reworded": totals.spans.reworded,
        "value-changed": totals.spans.value_changed,
        "ambiguous": totals.spans.ambiguous,
        "lost": totals.spans.lost,
    }
    said = ", ".join(f"{count:,} {name}" for name, count in spans.items() if count)
    parts = [f"{counted(totals.claims, 'claim')}, {counted(totals.sources, 'source')}"]
    if said:
        parts.append(f"quotations: {said}")
    severities = {"error": totals.errors, "warning": totals.warnings, "note": totals.notes}
    reported = [counted(count, name) for name, count in severities.items() if count]
    parts.append(", ".join(reported) if reported else "nothing to report")
    if totals.unread:
        parts.append(f"{counted(totals.unread, 'file')} not read")
    return f"{'; '.join(parts)} (reference date {report.today.isoformat()})"
