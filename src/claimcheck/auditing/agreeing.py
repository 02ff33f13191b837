"""What two claims are to each other: the same in other words, or against each other, as the matcher has it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from claimcheck.account import Account
from claimcheck.auditing.said import Saying, Sayings
from claimcheck.finding import Finding, Relation
from claimcheck.judge import judge
from claimcheck.lore import Lore
from claimcheck.reading import Reading
from claimcheck.verdict import Judgement, Label

Bearing = Literal["same", "against", ""]


@dataclass(frozen=True, slots=True)
class Agreement:
    """same: each supports the other. against: each contradicts the other, by `rule`, with the two values.

    One of the two must be accounted for but for the one value; the other may say more besides.
    """

    bearing: Bearing = ""
    rule: str = ""
    ours: str = ""
    theirs: str = ""


NEITHER = Agreement()
VERBATIM = Judgement(Label.SUPPORTED, "", (), 0.0, "")


def agreement(one: Saying, other: Saying, sayings: Sayings, lore: Lore) -> Agreement:
    """What one claim is to another, its values first."""
    there = _judged(one, other, sayings, lore)
    if _all_supported(there):
        back = _judged(other, one, sayings, lore)
        return Agreement("same") if _all_supported(back) else NEITHER
    if not _contradicting(there):
        return NEITHER
    back = _judged(other, one, sayings, lore)
    ours, theirs = _wrong(there), _wrong(back)
    if ours is not None and (theirs is not None or _mirrored(ours, back)):
        return Agreement("against", ours.rule, ours.statement, ours.evidence)
    if theirs is not None and _mirrored(theirs, there):
        return Agreement("against", theirs.rule, theirs.evidence, theirs.statement)
    return NEITHER


def _judged(statement: Saying, evidence: Saying, sayings: Sayings, lore: Lore) -> list[Judgement]:
    """Every sentence of the one against the other; one that stands there word for word is supported."""
    passage = sayings.stated(evidence.places)
    there = {_wording(reading) for reading in passage.readings}
    readings = [reading for reading in sayings.readings(statement.places) if reading.nodes]
    return [
        VERBATIM if _wording(reading) in there else judge(Account(reading), passage, lore, sayings.policy)
        for reading in readings
    ]


def _wording(reading: Reading) -> tuple[str, ...]:
    return tuple(token.lower for token in reading.sentence if token.pos != "PUNCT")


def _all_supported(judged: Sequence[Judgement]) -> bool:
    return bool(judged) and all(one.label is Label.SUPPORTED for one in judged)


def _contradicting(judged: Sequence[Judgement]) -> list[Finding]:
    """What contradicts the sentences that are contradicted."""
    wrong = (one.findings for one in judged if one.label is Label.CONTRADICTED)
    return [found for findings in wrong for found in findings if found.relation is Relation.CONTRADICTS]


def _mirrored(wrong: Finding, back: Sequence[Judgement]) -> bool:
    """Whether the same two values contradict each other the other way round, whatever else that claim says."""
    values = wrong.statement.casefold(), wrong.evidence.casefold()
    return any((one.evidence.casefold(), one.statement.casefold()) == values for one in _contradicting(back))


def _wrong(judged: Sequence[Judgement]) -> Finding | None:
    """The one value by which a sentence is contradicted that is accounted for otherwise.

    Where two values differ ("4.1 opens 256 connections", "4.2 opens 512") it is two things that are spoken of.
    """
    for one in judged:
        against = [found for found in one.findings if found.relation is Relation.CONTRADICTS]
        if one.label is Label.CONTRADICTED and one.left == 0 and len(against) == 1:
            return against[0]
    return None
