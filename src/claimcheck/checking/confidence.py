"""How firmly a verdict stands: three steps with names, since a share of one would pretend to be a probability."""

from __future__ import annotations

from claimcheck.finding import Finding, Relation
from claimcheck.report.checked import Confidence
from claimcheck.verdict import Label, Verdict

# What is met by the word itself, or by a value compared with a value.
_STATED = frozenset(
    {"frame.same", "word.same", "name.same", "polarity.same", "hedge.kept", "attribution.same"}
)
_VALUES = ("quantity.", "date.", "time.", "offset.", "quote.", "scope.")
_INFERRED = frozenset({"date.implied", "quantity.derived", "quantity.rounded"})


def confidence(verdict: Verdict) -> Confidence:
    """high: by stated words and values; medium: by words that imply others; low: disputed, or with words left over.

    An absent verdict is as firm as its reason: high where no claim is near at all, low where one clause of several was
    supported or contradicted, medium otherwise.
    """
    if verdict.disputed:
        return "low"
    if verdict.label is Label.ABSENT:
        if verdict.passage is None:
            return "high"
        return "low" if any(c.label is not Label.ABSENT for c in verdict.clauses) else "medium"
    if any(clause.left for clause in verdict.clauses):
        return "low"
    return "high" if all(_stated(found) for found in verdict.findings) else "medium"


def _stated(found: Finding) -> bool:
    """Whether both sides say it themselves, in whatever relation they stand."""
    if found.rule in _INFERRED or found.relation in (Relation.UNDETERMINED, Relation.UNSTATED):
        return False
    return found.rule in _STATED or found.rule.startswith(_VALUES) or found.relation is Relation.CONTRADICTS
