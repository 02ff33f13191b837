"""How reports word what verdicts and passages say, for every format alike."""

from __future__ import annotations

from decimal import Decimal

from claimcheck.report.checked import CheckReport, Statement
from claimcheck.report.contract import Finding, Passage


def where(passage: Passage) -> str:
    """Title, source and line, page, claim: "Second branch opens (library:9, page 2), claim library-books"."""
    if passage.claim is None:
        beyond = f", line {passage.line}" if passage.line and passage.line > 1 else ""
        return (passage.source or "the text given") + beyond
    place = f"{passage.source}:{passage.line}" if passage.line else str(passage.source)
    place += f", page {passage.page}" if passage.page else ""
    named = f"{passage.title} ({place})" if passage.title else place
    return f"{named}, claim {passage.claim}"


def message(statement: Statement) -> str:
    """What is wrong with a statement, in one line that begins with its kind."""
    both = values(statement)
    ours, theirs = (f'"{value}"' for value in both or ("", ""))
    if statement.disputed:
        said = f"disputed: claims disagree; the statement says {ours}, another claim {theirs}"
        return one_line(said if both else "disputed: claims disagree")
    if statement.suggestion:
        return one_line(f"{statement.label}: {statement.suggestion.text}")
    if statement.label == "contradicted":
        said = f"the statement says {ours}, the evidence {theirs}" if both else "the evidence says otherwise"
        return one_line(f"contradicted: {said}")
    nearest = f"; the statement says {ours}, the nearest {theirs}" if both else ""
    if not both and statement.passage and statement.left_over:
        nearest = f"; the nearest lacks {_listed(statement.left_over)}"
    return one_line(f"unclaimed: no claim says this{nearest}")


def why(statement: Statement) -> str:
    """The finding that decided, or without one what the decision table says and what is left over."""
    found = _deciding(statement)
    if found is not None and (found.statement or found.evidence):
        return one_line(_finding(found))
    left = f"; left over {_listed(statement.left_over)}" if statement.left_over else ""
    return one_line(statement.rule + (f": {statement.reason}" if statement.reason else "") + left)


def values(statement: Statement) -> tuple[str, str] | None:
    """The statement's value and the evidence's, where they decided and differ."""
    ours, theirs = one_line(statement.stated), one_line(statement.found)
    return (ours, theirs) if ours and theirs and ours != theirs and _deciding(statement) else None


def _deciding(statement: Statement) -> Finding | None:
    """The finding that decided; none for a rule of the statement as a whole, beside which a finding says little."""
    return next((f for f in statement.findings if f.decides and f.rule == statement.rule), None)


def _finding(found: Finding) -> str:
    ours, theirs = found.statement, found.evidence
    if ours and theirs and ours != theirs:
        said = f'the statement says "{ours}", the evidence "{theirs}"'
    else:
        said = f'"{ours or theirs}"'
    return f"{found.rule}: {said}" + (f" ({found.note})" if found.note else "")


def summary(report: CheckReport) -> str:
    """The totals in one line."""
    totals = report.totals
    labels = {
        "supported": totals.supported,
        "contradicted": totals.contradicted,
        "disputed": totals.disputed,
        "unclaimed": totals.absent,
        "uncheckable": totals.uncheckable,
    }
    said = ", ".join(f"{count:,} {name}" for name, count in labels.items() if count)
    parts = [f"{counted(totals.files, 'file')}, {counted(totals.statements, 'statement')}"]
    parts[0] += f": {said}" if said else ""
    if totals.coverage is not None:
        parts.append(f"coverage {percent(totals.coverage)}{_short_of(report)}")
    severities = {"error": totals.errors, "warning": totals.warnings, "note": totals.notes}
    reported = [counted(count, name) for name, count in severities.items() if count]
    parts.append(", ".join(reported) if reported else "nothing to report")
    if totals.suppressed:
        parts.append(f"{totals.suppressed:,} suppressed")
    if totals.unread:
        parts.append(f"{counted(totals.unread, 'file')} not read")
    policy = f"{report.policy.bounds} bounds, policy {report.policy.version}"
    return f"{'; '.join(parts)} (reference date {report.today.isoformat()}, {policy})"


def percent(share: Decimal) -> str:
    """A share as it is, without rounding: "66.67%"."""
    text = format(share * 100, "f")
    return (text.rstrip("0").rstrip(".") if "." in text else text) + "%"


def counted(count: int, noun: str) -> str:
    """ "1 file", "2,000 files"."""
    return f"{count:,} {noun}{'' if count == 1 else 's'}"


def one_line(text: str) -> str:
    """The text with its white space folded."""
    return " ".join(text.split())


def _short_of(report: CheckReport) -> str:
    least, found = report.min_coverage, report.totals.coverage
    short = least is not None and found is not None and found < least
    return f", below the {percent(least)} asked for" if short and least is not None else ""


def _listed(words: tuple[str, ...]) -> str:
    return ", ".join(f'"{each}"' for each in words)
