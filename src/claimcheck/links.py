"""How the nodes of a sentence hang together."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from claimcheck.reading import Reading


@dataclass(frozen=True, slots=True)
class Link:
    """Two nodes of a statement that hang together: `child` fills `role` of `head`."""

    head: int
    child: int
    role: str


def links(reading: Reading) -> tuple[Link, ...]:
    """The edges of a reading between its nodes; words that belong to no node are bridged."""
    graph, at = reading.graph, reading.at
    found: dict[tuple[int, int], Link] = {}
    for edge in sorted(graph.edges(), key=lambda edge: edge.head not in at):
        child = at.get(edge.child)
        head, role = _nearest(reading, edge.head), edge.role
        if child is not None and head is not None and head != child:
            found.setdefault((head, child), Link(head, child, role))
    for link in _bridged(reading):
        if (link.child, link.head) not in found:
            found.setdefault((link.head, link.child), link)
    return tuple(found.values())


def _nearest(reading: Reading, token: int) -> int | None:
    """The node of a token, or of the nearest governor that has one."""
    seen = 0
    while token >= 0 and seen <= len(reading.sentence):
        if token in reading.at:
            return reading.at[token]
        token = reading.graph.governor[token]
        seen += 1
    return None


def _bridged(reading: Reading) -> Iterator[Link]:
    """Nodes whose common governor is no node ("the base is in Iraq") hang together too."""
    orphans: dict[int, list[int]] = {}
    for token, head in enumerate(reading.graph.governor):
        if head >= 0 and token in reading.at and _nearest(reading, head) is None:
            orphans.setdefault(head, []).append(reading.at[token])
    for group in orphans.values():
        for other in group[1:]:
            if other != group[0]:
                yield Link(other, group[0], "subject")
