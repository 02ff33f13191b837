"""Dates that a text counts from one it has told: "turned professional in 1904 and took its name two years later".

What such a phrase comes to is worked out once for the whole document and set beside its words, so that it may be
compared as a date that is stated: both the date and the distance are. Where more than one date could be meant, it is
left alone.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import Final

from claimcheck.dimensions.date import Bound, Period, When, elapsed, repeated
from claimcheck.reading import Node, Reading
from claimcheck.tokens import Sentence

REACH: Final = 2  # sentences back a date stays in mind
# A date that hangs from such a clause is only mentioned by the way.
ASIDE: Final = frozenset({"relcl", "acl", "ccomp", "pcomp", "xcomp", "appos", "csubj"})
BACK: Final = frozenset({"that", "this", "it", "which"})
UNITS: Final = frozenset({"year", "month", "day"})


def counted(readings: Sequence[Reading]) -> tuple[Reading, ...]:
    """The readings, with the period of every date that counts from an earlier one."""
    if not any(_open(reading, node) for reading in readings for node in reading.nodes):
        return tuple(readings)
    found: list[Reading] = []
    for k, reading in enumerate(readings):
        nodes = list(reading.nodes)
        for n, node in enumerate(nodes):
            if not _open(reading, node):
                continue
            base = _base(nodes[:n], reading.sentence, found[max(0, k - REACH) : k])
            if base is not None and isinstance(node.value, When):
                nodes[n] = replace(node, value=_filled(node.value, base))
        same = all(a is b for a, b in zip(nodes, reading.nodes, strict=True))
        found.append(reading if same else replace(reading, nodes=tuple(nodes)))
    return tuple(found)


def _open(reading: Reading, node: Node) -> bool:
    """Whether a date counts from another that only the context can give."""
    when = node.value
    if not isinstance(when, When) or when.end is not None:
        return False
    if when.offset is not None:
        anchor = when.offset.anchor
        back = anchor is None or reading.sentence[anchor].lower in BACK
        return when.period is None and bool(when.offset.direction) and back and not _dated(reading, when)
    return when.period is not None and _repeated(when.period) in UNITS


def _dated(reading: Reading, when: When) -> bool:
    """Whether the date stands right beside the distance: "ten months later, in May 2001"."""
    return any(
        isinstance(other.value, When)
        and other.value is not when
        and other.value.governor == when.governor
        and other.value.period is not None
        and bool(other.value.period.stated & {"year", "month", "day"})
        for other in reading.nodes
    )


def _repeated(period: Period) -> str:
    """The unit that "that year" and "the same day" repeat."""
    words = period.label.split()
    return words[1] if len(words) == 2 and words[0] in {"same", "that"} else ""


def _base(before: Sequence[Node], sentence: Sentence, earlier: Sequence[Reading]) -> When | None:
    """The one date that may be counted from: the nearest told in the sentence, else the last of the ones before."""
    own = _main(before, sentence)
    if own:
        return _plain(own[-1])
    for reading in reversed(earlier):
        told = _main(reading.nodes, reading.sentence)
        if told:
            return _plain(told[-1])
        if any(isinstance(node.value, When) for node in reading.nodes):
            return None
    return None


def _main(nodes: Sequence[Node], sentence: Sentence) -> list[When]:
    """The dates that the sentence's own clauses are told of."""
    whens = [node.value for node in nodes if isinstance(node.value, When) and not node.value.vital]
    told = [when for when in whens if not _aside(sentence, when.governor)]
    of_verbs = [when for when in told if sentence[when.governor].pos in {"VERB", "AUX"}]
    return (
        told if len(told) == 1 else of_verbs
    )  # alone, a date may hang from a noun: "joined as a clerk in 1990"


def _aside(sentence: Sentence, token: int) -> bool:
    return any(sentence[t].dep in ASIDE for t in (token, *sentence.path_up(token)))


def _plain(when: When) -> When | None:
    """A date that a thing happened on, if it is one."""
    return when if when.bound is Bound.ON and when.end is None and when.period is not None else None


def _filled(when: When, base: When) -> When:
    assert base.period is not None
    if when.offset is not None:
        return replace(when, period=elapsed(base.period, when.offset))
    assert when.period is not None
    return replace(when, period=repeated(base.period, _repeated(when.period)) or when.period)
