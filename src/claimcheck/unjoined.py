"""The last look before a statement counts as supported: all its words are met, but are they joined as it joins them?

A finding made here leaves the statement absent, or contradicts it where the evidence says outright that it is not so.
It is looked for only where everything else is for `supported`, so that it costs nothing elsewhere.
"""

from __future__ import annotations

from collections.abc import Iterator

from claimcheck import (
    apiece,
    attached,
    connected,
    crossed,
    doing,
    elsewhere,
    ended,
    likened,
    meant,
    mixed,
    restricted,
    ruled_out,
    sequence,
    vacuous,
    versions,
    vocations,
    whose,
)
from claimcheck.case import Case
from claimcheck.finding import Finding, Relation
from claimcheck.verdict import Label

CHECKS = (
    mixed.compare,
    whose.compare,
    attached.compare,
    likened.compare,
    restricted.compare,
    connected.compare,
    meant.compare,
    apiece.compare,
    doing.compare,
    vacuous.compare,
    vocations.compare,
    elsewhere.compare,
    crossed.compare,
    ruled_out.compare,
    versions.crossed,
    sequence.compare,
    ended.compare,
)


def compare(case: Case) -> Iterator[Finding]:
    """Every reason not to take the statement for told."""
    for check in CHECKS:
        yield from check(case)


def label(found: Finding) -> Label:
    """What becomes of a statement that would be supported but for a finding made here."""
    return Label.CONTRADICTED if found.relation is Relation.CONTRADICTS else Label.ABSENT
