"""Figures, ages and dates that the evidence does not give but lets one work out, one kind after the other."""

from __future__ import annotations

from claimcheck import (
    each_and_all,
    frequencies,
    later_on,
    margins,
    remainders,
    spells,
    worked_back,
)
from claimcheck.align import VALUES
from claimcheck.case import Case

KINDS = (spells, later_on, margins, worked_back, each_and_all, frequencies, remainders)


def account(case: Case) -> None:
    """Account for the statement's figures and dates by what those of the evidence come to."""
    if any(node.kind in VALUES for node in case.reading.nodes):
        for kind in KINDS:
            kind.account(case)
    else:
        frequencies.account(case)  # "weekly" is no figure
