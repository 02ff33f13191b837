"""How each word of a statement was accounted for, for the explanation."""

from __future__ import annotations

from claimcheck.case import Case
from claimcheck.finding import Finding
from claimcheck.verdict import Step


def account(case: Case) -> tuple[Step, ...]:
    """The words in order, each with what met it and by which relation."""
    rows = []
    for k, node in enumerate(case.reading.nodes):
        pair, found = case.pairs.get(k), case.findings.get(k, [])
        evidence = case.evidence(pair.place) if pair else (found[0].evidence if found else "")
        rows.append(Step(case.reading.text(node), evidence, _accounted(case, k, found)))
    return tuple(rows)


def _accounted(case: Case, k: int, found: list[Finding]) -> str:
    """How a node was accounted for, in a word or two."""
    if k in case.misplaced and k not in case.held:
        return "met in another place"
    if found:
        return f"{found[0].rule} {found[0].relation.value}"
    if not case.account.weight(k):
        return "speaker" if k in case.account.spoken else "light"
    return "quoted" if k in case.held else "left over"
