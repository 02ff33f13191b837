"""What the reader of one format makes of a text, and why it may not."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Self

from claimcheck.drafts.draft import Comment
from claimcheck.drafts.front import Front
from claimcheck.sources import Block


@dataclass(frozen=True, slots=True)
class Reading:
    """The blocks and comments of a text, in its order, and what the format itself says of the draft."""

    blocks: tuple[Block, ...]
    comments: tuple[Comment, ...] = ()
    front: Front = field(default_factory=Front)


class UnreadableError(ValueError):
    """A text cannot be read for what stands at `at`, an offset of the normalised text."""

    def __init__(self, at: int, why: str) -> None:
        super().__init__(why)
        self.at = at

    @classmethod
    def endless(cls, at: int, what: str) -> Self:
        """A comment or element that would swallow all that follows."""
        close = "-->" if what == "comment" else what.replace("<", "</")
        return cls(at, f"the {what} that begins here has no end: close it with {close}")
