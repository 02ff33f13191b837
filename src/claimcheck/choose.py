"""Which of several judged passages speaks for the ledger."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from claimcheck.finding import Finding, Relation
from claimcheck.policy import Policy
from claimcheck.verdict import Candidate, Judgement, Label, Verdict

MARGIN = 0.4  # how much closer a contradicting passage must fit to outweigh a supporting one
Judged = tuple[Candidate, Judgement]


def choose(statement: str, judged: Sequence[Judged]) -> Verdict:
    """The verdict of the best passage: full support first, then a contradiction in a matched frame, then the nearest.

    Support and contradiction that both leave nothing over are a dispute, and both are shown.
    """
    if not judged:
        return Verdict(statement, Label.ABSENT, "frame.unsaid", row="no claim is near")
    supported = _best([row for row in judged if row[1].label is Label.SUPPORTED])
    contradicted = _best([row for row in judged if row[1].label is Label.CONTRADICTED])
    if supported and contradicted and _disputes(supported, contradicted):
        return replace(_verdict(statement, contradicted), disputed=True, opposing=supported[0].quoted)
    if supported and contradicted and contradicted[1].score > supported[1].score + MARGIN:
        supported = None  # the statement fits the contradicting passage more closely
    chosen = supported or contradicted or _best(list(judged))
    assert chosen is not None
    if chosen is supported and chosen[1].left:
        chosen = _weaker(judged, chosen) or chosen
    return _verdict(statement, chosen)


WEAKER = ("hedge.", "polarity.", "attribution.")


def _weaker(judged: Sequence[Judged], supported: Judged) -> Judged | None:
    """The passage that has the very words the supporting one puts otherwise, and says them with less certainty."""
    nearer = [row for row in judged if row[1].left < supported[1].left and row[1].rule.startswith(WEAKER)]
    return _best(nearer)


def _disputes(supported: Judged, contradicted: Judged) -> bool:
    """Two claims that both match fully and are of different documents; one document does not dispute itself."""
    apart = supported[0].quoted.source != contradicted[0].quoted.source
    return apart and contradicted[1].left == 0


def _best(rows: list[Judged]) -> Judged | None:
    return min(rows, key=lambda row: (row[1].left, -row[1].score, row[0].quoted.claim), default=None)


def _verdict(statement: str, chosen: Judged) -> Verdict:
    candidate, judgement = chosen
    return Verdict(
        statement,
        judgement.label,
        judgement.rule,
        judgement.findings,
        candidate.quoted,
        suggestion=_suggestion(judgement.findings) if judgement.label is Label.CONTRADICTED else "",
        row=judgement.row,
        steps=judgement.steps,
        clauses=judgement.clauses,
    )


def _suggestion(findings: tuple[Finding, ...]) -> str:
    """The repair, where exactly one value is wrong: "18, not 17"."""
    wrong = [f for f in findings if f.relation is Relation.CONTRADICTS and f.evidence and f.statement]
    return f"{wrong[0].evidence}, not {wrong[0].statement}" if len(wrong) == 1 else ""


def unreadable(statement: str, today: date | None, policy: Policy) -> Verdict:
    """The verdict on a statement with nothing in it that can be read."""
    return Verdict(
        statement,
        Label.ABSENT,
        "statement.unreadable",
        row="not readable as English",
        today=today,
        policy=policy,
    )
