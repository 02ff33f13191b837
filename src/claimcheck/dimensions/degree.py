"""Degree, frequency, world and time: does the statement put a predicate more plainly than its evidence?

"Partly owns" does not support "owns", nor "in theory it can" "it can", nor "is being widened" "has been widened".
"""

from __future__ import annotations

from claimcheck.dimensions.context_degree import (
    AS_GOOD_AS,
    BEFORE_THEN,
    BYGONE,
    FREQUENCIES,
    GOING_ON,
    OFTEN,
    PART,
    PLANNED,
    RARELY,
    TOO_LITTLE,
    UNREAL,
)
from claimcheck.dimensions.context_kinds import Context, Tense
from claimcheck.finding import Finding, Relation


def relate(e: Context, s: Context, state: bool) -> Finding | None:
    """What the evidence weakens by degree and the statement does not; None where nothing is.

    `state`: the predicate is said by a copula, so that "often frozen" is not "frozen".
    Rules: hedge.dropped (undetermined), polarity.negated (contradicts: "rarely" against "often").
    """
    for mark in (PART, AS_GOOD_AS, UNREAL, TOO_LITTLE):
        if mark in e.scope and mark not in s.scope:
            return _finding("hedge.dropped", Relation.UNDETERMINED, mark)
    if PLANNED in e.scope and PLANNED not in s.scope and s.tense is Tense.PAST:
        return _finding("hedge.plan", Relation.UNDETERMINED, "a plan")
    if GOING_ON in e.scope and GOING_ON not in s.scope and s.tense is Tense.PAST and s.polarity > 0:
        return _finding("hedge.dropped", Relation.UNDETERMINED, "not yet done")
    over = BYGONE in e.scope and BYGONE not in s.scope and e.polarity > 0
    if (over or BEFORE_THEN in e.scope) and s.tense is Tense.PRESENT and s.polarity > 0 and not s.ended:
        return _finding("hedge.dropped", Relation.UNDETERMINED, "what held once need not hold now")
    return _frequency(e, s, state)


def _frequency(e: Context, s: Context, state: bool) -> Finding | None:
    theirs = next((m for m in FREQUENCIES if m in e.scope), "")
    mine = next((m for m in FREQUENCIES if m in s.scope), "")
    if not theirs or theirs == mine or e.polarity < 0 or s.polarity < 0:
        return None
    if not mine:
        return _finding("hedge.dropped", Relation.UNDETERMINED, theirs) if state or theirs == RARELY else None
    low, high = sorted((FREQUENCIES.index(theirs), FREQUENCIES.index(mine)))
    if low == 0 and high >= FREQUENCIES.index(OFTEN):
        return Finding("polarity.negated", Relation.CONTRADICTS, mine, theirs, "")
    weaker = FREQUENCIES.index(mine) < FREQUENCIES.index(theirs) and low > 0
    return None if weaker else _finding("hedge.dropped", Relation.UNDETERMINED, theirs)


def _finding(rule: str, relation: Relation, note: str) -> Finding:
    return Finding(rule, relation, "plainly", note, "")
