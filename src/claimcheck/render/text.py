"""Text for a person: a block for each statement, then a line of totals."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date

from claimcheck.finding import Relation
from claimcheck.policy import Policy
from claimcheck.render.plain import Style, columns, one_line, paragraph
from claimcheck.report import Finding, Passage, Result, Totals, Unread
from claimcheck.report.wording import where
from claimcheck.verdict import Label

INDENT = 13
MOST_REASONS = 3


def block(result: Result, style: Style) -> str:
    """What there is to say of one statement, newline included."""
    label = "disputed" if result.disputed else result.label.value
    lines = [f"{style.paint(label, label)}  {paragraph(result.statement, style, len(label) + 2)}"]
    for heading, passage in _passages(result):
        lines.append(_field(heading, paragraph(passage.quote, style, INDENT, passage.marks), style))
        lines.append(" " * INDENT + style.paint(one_line(where(passage)), "dim"))
    lines += [_field("why" if k == 0 else "", why, style) for k, why in enumerate(_reasons(result, style))]
    explained = result.explanation is not None and result.explanation.alignment
    if explained or (result.left_over and result.label is Label.ABSENT):
        left = "; ".join(result.left_over) or "nothing"
        lines.append(_field("left over", paragraph(left, style, INDENT), style))
    if result.explanation:
        lines += _explanation(result, style)
    return "\n".join(lines) + "\n"


def error_block(unread: Unread, style: Style, unit: str = "line") -> str:
    """What is wrong with a row; `unit` says what its number counts."""
    return f"{style.paint('error', 'error')}  {unit} {unread.line}: {one_line(unread.error)}\n"


def summary(totals: Totals, today: date, policy: Policy) -> str:
    """The last line: how many of each label, and what the verdicts depend on."""
    counts = {
        "supported": totals.supported,
        "contradicted": totals.contradicted - totals.disputed,
        "disputed": totals.disputed,
        "absent": totals.absent,
        "not judged": totals.errors,
    }
    said = ", ".join(f"{count} {name}" for name, count in counts.items() if count)
    plural = "" if totals.statements == 1 else "s"
    number = f"{totals.statements} statement{plural}: {said}" if said else "no statements"
    return f"{number} (reference date {today.isoformat()}, {policy.bounds} bounds, policy {policy.version})\n"


def _field(heading: str, text: str, style: Style) -> str:
    return "  " + style.paint(heading, "dim") + " " * (INDENT - 2 - len(heading)) + text


def _passages(result: Result) -> Iterator[tuple[str, Passage]]:
    headings = {Label.SUPPORTED: "evidence", Label.CONTRADICTED: "evidence", Label.ABSENT: "nearest"}
    if result.passage:
        yield "against" if result.disputed else headings[result.label], result.passage
    if result.opposing:
        yield "for", result.opposing


def _reasons(result: Result, style: Style) -> Iterator[str]:
    """The suggestion or the values behind the label, with the rule; without any, what the decision table says."""
    against = (
        {Relation.CONTRADICTS} if result.label is Label.CONTRADICTED else set(Relation) - {Relation.ENTAILS}
    )
    weighing = [f for f in result.findings if f.decides]
    if result.label is not Label.SUPPORTED:
        weighing += [f for f in result.findings if f.relation in against and not f.decides]
    told = list(dict.fromkeys(_reason(f, result) for f in weighing if f.statement or f.evidence))
    if not any(f.rule == result.rule for f in weighing):
        told.insert(0, f"{result.rule}: {result.reason}" if result.reason else result.rule)
    for reason in told[:MOST_REASONS]:
        yield paragraph(reason, style, INDENT)


def _reason(finding: Finding, result: Result) -> str:
    ours, theirs = finding.statement, finding.evidence
    if finding.decides and result.suggestion:
        said = result.suggestion
    elif ours and theirs and ours != theirs:
        said = f'the statement says "{ours}", the evidence "{theirs}"'
    else:
        said = ours or theirs
    return f"{finding.rule}: {said}" + (f" ({finding.note})" if finding.note else "")


def _explanation(result: Result, style: Style) -> Iterator[str]:
    explained = result.explanation
    assert explained is not None
    yield _field("decision", paragraph(explained.row, style, INDENT), style)
    alignment = [(step.statement, step.evidence, step.relation) for step in explained.alignment]
    findings = [(f.rule, f.relation.value, f.statement, f.evidence, f.note) for f in result.findings]
    clauses = [
        (c.label.value, "; ".join(c.left_over) or "nothing", ", ".join(c.rules)) for c in explained.clauses
    ]
    for heading, titles, rows in (
        ("alignment", ("statement", "evidence", "how met"), alignment),
        ("findings", ("rule", "relation", "statement", "evidence", "note"), findings),
        ("clauses", ("label", "left over", "rules"), clauses),
    ):
        yield from _table(heading, titles, rows, style)


def _table(
    heading: str, titles: tuple[str, ...], rows: Sequence[tuple[str, ...]], style: Style
) -> Iterator[str]:
    """Rows beneath their titles, a dash where there is no value; columns without any are left out."""
    last = len(titles) - 1  # where nothing needs to be said of nothing
    kept = [k for k in range(len(titles)) if any(row[k] for row in rows)]
    shown = [tuple(row[k] or ("" if k == last else "–") for k in kept) for row in rows]
    lines = columns([tuple(titles[k] for k in kept), *shown]) if rows else []
    for k, line in enumerate(lines):
        yield _field(heading, style.paint(line, "dim"), style) if k == 0 else _field("", line, style)
