"""The last look before a statement counts as supported: all its words are met, but are they joined as it joins them?

A finding made here leaves the statement absent. It is looked for only where everything else is for `supported`, so that
it costs nothing elsewhere.
"""

from __future__ import annotations

from collections.abc import Iterator

from claimcheck import apiece, attached, connected, doing, likened, meant, mixed, restricted, vacuous, whose
from claimcheck.case import Case
from claimcheck.finding import Finding

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
)


def compare(case: Case) -> Iterator[Finding]:
    """Every reason not to take the statement for told."""
    for check in CHECKS:
        yield from check(case)
