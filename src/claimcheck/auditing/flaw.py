"""One thing that an audit finds wrong, before it is given a place and a severity."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from claimcheck.auditing.spans import Located

Rule = Literal[
    "audit.moved",
    "audit.reworded",
    "audit.value-changed",
    "audit.ambiguous",
    "audit.lost",
    "audit.source-missing",
    "audit.source-changed",
    "audit.source-outdated",
    "audit.outdated",
    "audit.source-unused",
    "audit.supersedes",
    "audit.retired-cited",
    "audit.unreviewed",
    "audit.recheck-due",
    "audit.expired",
    "audit.says-more",
    "audit.duplicate",
    "audit.contradiction",
]


@dataclass(frozen=True, slots=True)
class Seen:
    """A place where an ambiguous passage may stand, in code points, its line, and the text with some around it."""

    start: int
    end: int
    line: int
    text: str


@dataclass(frozen=True, slots=True)
class Stands:
    """A quotation of a claim and where it stands in a source now; `line` is that of what stands there, or 0.

    seen: of an ambiguous one some of the places where it may stand.
    """

    claim: str
    part: int  # index among the claim's evidence
    source: str
    located: Located
    line: int = 0
    seen: tuple[Seen, ...] = ()


@dataclass(frozen=True, slots=True)
class Values:
    """Two values that differ, by which rule of the matcher; `left` is what has no answer at all."""

    rule: str
    ours: str
    theirs: str
    left: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Flaw:
    """What is wrong, in a sentence that stands behind the claim's or the source's id, and who is concerned.

    claim or source is empty where it is about the other; `others` are further claims concerned.
    """

    rule: Rule
    message: str
    claim: str = ""
    source: str = ""
    others: tuple[str, ...] = ()
    stands: Stands | None = None
    values: Values | None = None
