"""Which findings of a draft its comments keep quiet (`directives` says how they are written).

`ignore` counts for one block: the one it stands in or right behind on its line, else the next; for all of a table where
it stands above it, for a row where it stands in it. `off` counts up to the next `on`, which ends every `off` before it,
or else to the end of the file.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Collection, Sequence
from dataclasses import dataclass, field, replace
from datetime import date

from claimcheck.checking.directives import LABELS, Directive, covers, is_directive, read_directive
from claimcheck.checking.fingerprint import Fingerprints
from claimcheck.drafts.draft import Comment, Draft
from claimcheck.report.places import Place, Problem, Suppression
from claimcheck.sources import Block

NEVER = ("ignore.", "baseline.")  # what is said of keeping quiet is never kept quiet
_APART = re.compile(r"\n[ \t]*\n|<!--")


@dataclass(frozen=True, slots=True)
class Reach:
    """A directive that counts, and where: from `start` to before `end`, in raw offsets; None is the file's end."""

    said: Directive
    comment: Comment
    place: Place
    start: int
    end: int | None

    def holds(self, place: Place) -> bool:
        return self.start <= place.start and (self.end is None or place.start < self.end)


@dataclass
class Ignores:
    """The directives of one draft, and which of their words have been of use so far."""

    reaches: tuple[Reach, ...] = ()
    _problems: tuple[Problem, ...] = ()
    _names: Fingerprints = field(default_factory=lambda: Fingerprints(""))
    _used: set[tuple[int, str]] = field(default_factory=set)

    def suppression_for(self, rule: str, kind: str, place: Place) -> Suppression | None:
        """The comment that keeps a finding quiet, None where none does.

        kind: as `Alert` has it. Every comment that does is taken to be of use; the first one is named.
        """
        if rule.startswith(NEVER):
            return None
        found = None
        for n, reach in enumerate(self.reaches):
            if not reach.holds(place):
                continue
            words = ("",) if reach.said.words is None else reach.said.words
            met = [word for word in words if not word or covers(word, rule, kind)]
            self._used.update((n, word) for word in met)
            if met and found is None:
                found = reach
        return Suppression("ignore", found.said.reason, found.place.line, found.said.until) if found else None

    def problems(self, silent: Collection[str] = ()) -> list[Problem]:
        """What is wrong with the comments, in the order of the file; to be asked when all findings have been.

        silent: rules, beginnings of rules and labels that this run did not look for: ignoring them is not in vain.
        """
        unused = [
            self._unused(reach, idle)
            for n, reach in enumerate(self.reaches)
            if (idle := self._idle(n, reach.said, silent))
        ]
        return sorted([*self._problems, *unused], key=lambda problem: problem.place.start)

    def _unused(self, reach: Reach, idle: Sequence[str]) -> Problem:
        named = self._names.of("ignore.unused", reach.comment.text)
        return Problem("ignore.unused", "warning", reach.place, _vain(reach.said, idle), (), named, None)

    def _idle(self, n: int, said: Directive, silent: Collection[str]) -> list[str]:
        words = [""] if said.words is None else [word for word in said.words if not _silent(word, silent)]
        return [word for word in words if (n, word) not in self._used]


def read_ignores(draft: Draft, today: date, known: Collection[str] = (), home: str = "") -> Ignores:
    """The directives among a draft's comments.

    today: the day by which one has expired, that of the report; known: as `read_directive` has it; home: the draft's
    path for fingerprints, if not its name.
    """
    reader = _Reader(draft, today, known, home or draft.name)
    for comment in sorted(draft.comments, key=lambda comment: comment.start):
        if is_directive(comment.text):
            reader.read(comment)
    return reader.done()


class _Reader:
    """Reads the directives of a draft one after the other."""

    def __init__(self, draft: Draft, today: date, known: Collection[str], home: str) -> None:
        self.draft, self.today, self.known = draft, today, known
        blocks = sorted(draft.document.blocks, key=lambda block: block.start)
        self.blocks = [block for block in blocks if block.prose.strip()]
        self.code = [block for block in blocks if block.kind == "code"]
        self.reaches: list[Reach] = []
        self.open: list[tuple[Reach, bool]] = []  # every `off`, and whether it counts
        self.problems: list[Problem] = []
        self.names = Fingerprints(home)

    def read(self, comment: Comment) -> None:
        if any(block.start <= comment.start < block.end for block in self.code):
            return  # an example of one
        place = self.draft.place(comment.start, max(comment.end, comment.start + 1))
        try:
            said = read_directive(comment.text, self.known)
            if said.verb == "on":
                self._switch_on(place)
            elif said.verb == "off":
                self.open.append(
                    (Reach(said, comment, place, place.start, None), self._counts(said, comment, place))
                )
            else:
                self._ignore(said, comment, place)
        except ValueError as error:
            self._complain("ignore.malformed", comment, place, str(error))

    def done(self) -> Ignores:
        """All of it; what is never switched on again stays off."""
        whole = self.reaches + [reach for reach, counts in self.open if counts]
        return Ignores(
            tuple(sorted(whole, key=lambda each: each.place.start)),
            tuple(self.problems),
            self.names,
        )

    def _ignore(self, said: Directive, comment: Comment, place: Place) -> None:
        blocks = _meant(self.blocks, comment, self.draft.document.text.text)
        if not blocks:
            raise ValueError("no block comes after this `ignore`: take it out")
        if self._counts(said, comment, place):
            raw = self.draft.raw
            start, end = raw.offset(blocks[0].start), raw.end(max(block.end for block in blocks))
            self.reaches.append(Reach(said, comment, place, start, end))

    def _switch_on(self, place: Place) -> None:
        if not self.open:
            raise ValueError("nothing is switched off before this `on`: take it out")
        self.reaches += [replace(reach, end=place.start) for reach, counts in self.open if counts]
        self.open = []

    def _counts(self, said: Directive, comment: Comment, place: Place) -> bool:
        """Whether it suppresses anything; that it does not is a problem."""
        if not said.reason:
            message = f"this `{said.verb}` gives no reason, so it suppresses nothing: add ` -- ` and why"
            self._complain("ignore.reason", comment, place, message)
        elif said.until is not None and said.until < self.today:
            message = f"this `{said.verb}` expired on {said.until}, so it suppresses nothing: renew it or take it out"
            self._complain("ignore.expired", comment, place, message)
        else:
            return True
        return False

    def _complain(self, rule: str, comment: Comment, place: Place, message: str) -> None:
        named = self.names.of(rule, comment.text)
        self.problems.append(Problem(rule, "warning", place, message, (), named, None))


def _meant(blocks: Sequence[Block], comment: Comment, text: str) -> Sequence[Block]:
    """The blocks that an `ignore` is for."""
    row = [
        block for block in blocks if block.around and block.around.start <= comment.start < block.around.end
    ]
    if row:
        return row
    k = bisect_left(blocks, comment.end, key=lambda block: block.start)
    if k:
        between = text[blocks[k - 1].end : comment.start]  # empty where it stands in the block
        if not between.strip() and "\n" not in between:
            return blocks[k - 1 : k]
    stop = k + 1
    if k < len(blocks) and blocks[k].kind == "table_cell":
        while stop < len(blocks) and _one_table(blocks[stop - 1], blocks[stop], text):
            stop += 1
    return blocks[k:stop]


def _one_table(cell: Block, other: Block, text: str) -> bool:
    return other.kind == "table_cell" and not _APART.search(text[cell.end : other.start])


def _silent(word: str, silent: Collection[str]) -> bool:
    """Whether some of what a word means was not looked for."""
    label = LABELS.get(word, word)
    return any(covers(label, other, other) or covers(other, label, label) for other in silent)


def _vain(said: Directive, idle: Sequence[str]) -> str:
    where = "the block it is for" if said.verb == "ignore" else "its stretch"
    if said.words is None:
        return f"there is nothing to ignore in {where}: take the comment out"
    what = idle[0] if len(idle) == 1 else f"{', '.join(idle[:-1])} or {idle[-1]}"
    rest = "the comment" if len(idle) == len(said.words) else what.replace(" or ", " and ")
    return f"there is no finding of {what} in {where}: take {rest} out"
