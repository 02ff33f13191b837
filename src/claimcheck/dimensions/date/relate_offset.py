"""Two distances from one event compared."""

from __future__ import annotations

from claimcheck.dimensions.date.relate_period import Outcome
from claimcheck.dimensions.date.value import Offset
from claimcheck.finding import Relation

_OPEN = Outcome(Relation.UNDETERMINED, "offset.undetermined")
_OUTSIDE = Outcome(Relation.CONTRADICTS, "offset.outside")


def relate_offsets(evidence: Offset, statement: Offset) -> Outcome:
    """The outcome for offsets from the same event: whether it is the same is the caller's to know, by `anchor`."""
    if evidence.direction and statement.direction and evidence.direction != statement.direction:
        return Outcome(Relation.CONTRADICTS, "offset.direction")
    if evidence.direction != statement.direction and evidence.direction == 0:
        return _OPEN
    if evidence.unit == statement.unit:
        one, other = evidence.count, statement.count
    else:
        one, other = evidence.seconds, statement.seconds
    if one == other:
        return Outcome(Relation.ENTAILS, "offset.equal")
    if one.inside(other):
        return Outcome(Relation.ENTAILS, "offset.inside")
    return _OUTSIDE if one.disjoint(other) else _OPEN
