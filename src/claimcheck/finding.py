"""What one comparison found: a relation, the rule that says so, and the two values."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum


class Relation(StrEnum):
    """How one dimension of the evidence bears on the same dimension of the statement."""

    ENTAILS = "entails"
    CONTRADICTS = "contradicts"
    UNDETERMINED = "undetermined"
    UNSTATED = "unstated"


@dataclass(frozen=True, slots=True)
class Finding:
    """One dimension compared. `rule` is the stable name that reports, SARIF and the docs share.

    `statement` and `evidence` are the two values as a reader would want them quoted; `words` and `evidence_words`
    are the token indexes they stand on, in their own sentence, where known.
    """

    rule: str
    relation: Relation
    statement: str = ""
    evidence: str = ""
    note: str = ""
    words: tuple[int, ...] = field(default=())
    evidence_words: tuple[int, ...] = field(default=())
