"""Which figures of a statement may be their evidence's figures rounded."""

from __future__ import annotations

from claimcheck import lexicon
from claimcheck.case import Case
from claimcheck.dimensions import quantity as quantities
from claimcheck.dimensions.quantity import Quantity, Rounding

SMALL = 1000  # a count of persons below this is never rounded


def allowed(case: Case, value: Quantity) -> Rounding:
    """Whether a figure may be read as rounded to its last shown digit."""
    return "never rounded" if _casualties(case, value) else "rounding allowed"


def _casualties(case: Case, value: Quantity) -> bool:
    """Whether a count may not be rounded: casualties and votes, and any small number of persons."""
    head = case.reading.sentence[value.head].lemma if value.head is not None else ""
    small = value.interval is not None and (value.interval.low or 0) < SMALL
    if value.dimension == "count" and small and lexicon.is_person_noun(head):
        return True
    tokens = [i for i in (value.head, value.governor) if i is not None]
    return any(quantities.never_rounded(case.reading.sentence[i].lemma) for i in tokens)
