"""What leans on claims, as text: a heading for each claim, a block for each statement, a line of totals."""

from __future__ import annotations

from collections.abc import Iterator

from claimcheck.render.plain import Style, one_line, paragraph
from claimcheck.report.impacted import Affected, AskedClaim, ImpactReport

INDENT = 4
_PAINTED = {"supported": "supported", "contradicted": "contradicted", "nearest": "absent"}


def text(report: ImpactReport, style: Style) -> str:
    """The whole report."""
    blocks = []
    for claim in report.claims:
        rows = [row for row in report.statements if row.claim == claim.id]
        blocks.append(
            "\n".join([*_heading(claim, style), *(line for row in rows for line in _row(row, style))])
        )
        if not rows:
            blocks[-1] += f"\n{' ' * INDENT}no statement leans on it"
    if report.unread:
        said = style.paint("not read", "error")
        blocks.append("\n".join(f"{said}  {one_line(file.sentence)}" for file in report.unread))
    return "\n\n".join([*blocks, _summary(report)]) + "\n"


def _heading(claim: AskedClaim, style: Style) -> Iterator[str]:
    status = "" if claim.status == "accepted" else f" ({claim.status})"
    yield f"{style.paint(one_line(claim.id), 'mark')}{status}: {paragraph(claim.text, style, 2)}"
    if claim.changed is not None:
        yield f"  if it said: {paragraph(claim.changed, style, 2)}"


def _row(row: Affected, style: Style) -> Iterator[str]:
    now = style.paint(row.now, _PAINTED[row.now]) if row.now else "not about it"
    yield f"  {one_line(row.place.path)}:{row.place.line}:{row.place.column}  {now}"
    yield " " * INDENT + paragraph(row.text, style, INDENT)
    if row.then == "absent":
        yield " " * INDENT + (
            "would no longer be supported" if row.now == "supported" else "would not be told of"
        )
    elif row.then:
        yield " " * INDENT + style.paint(f"would be {row.then}", row.then) + _values(row, row.then_rule)
    elif row.now == "contradicted":
        yield " " * INDENT + f"contradicted already{_values(row, row.rule)}"
    if row.others:
        yield " " * INDENT + style.paint(one_line(f"also supported by {', '.join(row.others)}"), "dim")


def _values(row: Affected, rule: str) -> str:
    if not row.stated or not row.found or row.stated == row.found:
        return f": {one_line(rule)}"
    return one_line(f': {rule}: the statement says "{row.stated}", the claim "{row.found}"')


def _summary(report: ImpactReport) -> str:
    totals = report.totals
    counts = {
        "supported": totals.supported,
        "contradicted": totals.contradicted,
        "nearest to it": totals.nearest,
        "would be contradicted": totals.would_be_contradicted,
        "would be supported": totals.would_be_supported,
    }
    said = ", ".join(f"{count:,} {name}" for name, count in counts.items() if count) or "none affected"
    files = f"{totals.files:,} draft{'' if totals.files == 1 else 's'}"
    statements = f"{totals.statements:,} statement{'' if totals.statements == 1 else 's'}"
    rules = f"{report.policy.bounds} bounds, policy {report.policy.version}"
    return f"{files}, {statements}: {said} (reference date {report.today.isoformat()}, {rules})"
