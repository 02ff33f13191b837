"""What to splice into a file of claims so that one field says something else; every comment stays."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from claimcheck.claimfile import ClaimFile
from claimcheck.claimtext import FieldValue, field_text
from claimcheck.errors import LedgerError
from claimcheck.yamltext import Node, Shape

_BLOCK_COMMENT = re.compile(r"[|>][^\r\n#]*[ \t](#[^\r\n]*)")  # behind the mark that opens a block of text
_COMMENT = re.compile(r"(?:^|\s)#")


@dataclass(frozen=True, slots=True)
class Change:
    """A field of a claim and its new value, None or () for none.

    `evidence` is the index of the passage whose field it is, if it is one.
    """

    claim: str
    field: str
    value: FieldValue | None
    evidence: int | None = None


@dataclass(frozen=True, slots=True)
class Splice:
    """New text for [start, end) of a file's text.

    Of several at one place those that only put in come first, and of these the one with the lowest `rank`.
    """

    start: int
    end: int
    text: str
    rank: int = 0

    @property
    def order(self) -> tuple[int, bool, int]:
        return self.start, self.end > self.start, self.rank


def field_splices(row: Node, one: Change, file: ClaimFile) -> list[Splice]:
    """What sets a field of the mapping `row`, or takes it away. Raises LedgerError where comments would be lost."""
    old = row.get(one.field)
    if one.value is None or one.value == ():
        return _clearing(row, old, file) if old else []
    text = field_text(one.field, one.value)
    if old is None:
        if row.flow:
            return [Splice(row.end - 1, row.end - 1, f", {one.field}: {text}")]
        line = " " * row.pairs[0][0].column + f"{one.field}: {text}"
        return [replace(insertion(file, row.end, [line]), rank=1)]  # below a list that gains items there
    if old.end == old.start:  # nothing after the colon
        return [Splice(old.start, old.end, f" {text}")]
    listed = _words(one.value) if old.shape is Shape.SEQUENCE and old.items else None
    commented = _commented(row, old, file)
    if listed is not None and (found := _item_splices(old, listed, file, commented)) is not None:
        return found
    if commented:
        raise unusual(file, old.start)
    if old.shape in (Shape.SEQUENCE, Shape.MAPPING) and not old.flow:
        return [Splice(_key(row, old).end, old.end, f": {text}")]
    behind = _BLOCK_COMMENT.match(file.text[old.start : old.end])
    return [Splice(old.start, old.end, f"{text} {behind[1]}" if behind else text)]


def insertion(file: ClaimFile, after: int, lines: list[str]) -> Splice:
    """Lines of their own, below the line that `after` is on."""
    newline = file.text.find("\n", after)
    at = len(file.text) if newline < 0 else newline + 1
    opening = "\n" if at and file.text[at - 1] != "\n" else ""
    return Splice(at, at, opening + "".join(line + "\n" for line in lines))


def unusual(file: ClaimFile, at: int) -> LedgerError:
    """The error of a layout in which a change cannot be made in place."""
    line = file.text.count("\n", 0, at) + 1
    return LedgerError(
        f"{file.name}:{line}: cannot be changed in place: write `claims:` as a list, one item and one field to a line"
    )


def _words(value: FieldValue) -> tuple[str, ...] | None:
    """The value where it is a list of words."""
    words = value if isinstance(value, tuple) else ()
    strings = tuple(word for word in words if isinstance(word, str))
    return strings if strings and len(strings) == len(words) else None


def _item_splices(old: Node, new: tuple[str, ...], file: ClaimFile, commented: bool) -> list[Splice] | None:
    """Items taken out of a list and put at its end; None where that does not make the new one.

    None, too, where no item stays: then the list is written anew, unless it has comments.
    """
    given = [item.value for item in old.items]
    kept = [word for word in given if word in new]
    added = [word for word in new if word not in given]
    if tuple(kept + added) != new or any(item.shape is not Shape.SCALAR for item in old.items):
        return None
    if not kept and (old.flow or not commented):
        return None
    words = [field_text("tags", (word,))[1:-1] for word in added]
    gone = [k for k, word in enumerate(given) if word not in new]
    if old.flow:
        splices = list(_flow_removals(old, gone, file))
        last = old.items[-1].end
        return [*splices, Splice(last, last, "".join(f", {word}" for word in words))] if words else splices
    splices = [_line_removal(old.items[k], file) for k in gone]
    indent = file.text[_line_start(file, old.items[0].start) : _dash(old.items[0], file)]
    if indent.strip():
        return None
    if words:
        splices.append(insertion(file, old.items[-1].end, [f"{indent}- {word}" for word in words]))
    return splices


def _flow_removals(old: Node, gone: Sequence[int], file: ClaimFile) -> Iterator[Splice]:
    """Each item with the comma on the side of an item that stays."""
    stays = [k for k in range(len(old.items)) if k not in gone]
    for k in gone:
        if k < stays[0]:
            start, end = old.items[k].start, old.items[k + 1].start
        else:
            start, end = old.items[k - 1].end, old.items[k].end
        if _COMMENT.search(file.text, start, end):
            raise unusual(file, start)
        yield Splice(start, end, "")


def _clearing(row: Node, old: Node, file: ClaimFile) -> list[Splice]:
    """Take a field away with its line; a comment that would go with it stays, and then the empty field too."""
    if row.flow:
        return [Splice(old.start, old.end, "null")]
    key = _key(row, old)
    if _commented(row, old, file):
        if old.flow or old.shape is not Shape.SEQUENCE:
            raise unusual(file, old.start)
        return [_line_removal(item, file) for item in old.items]
    start, stop = _line_start(file, key.start), _line_stop(file, old.end)
    behind = _BLOCK_COMMENT.match(file.text[old.start : old.end])
    alone = not file.text[start : key.start].strip() and not file.text[old.end : stop].strip()
    if alone and not behind:
        return [Splice(start, stop, "")]
    return [Splice(key.end, max(key.end, old.end), f": {behind[1]}" if behind else ":")]


def _line_removal(item: Node, file: ClaimFile) -> Splice:
    """Take an item of a block list away with its line, but for a comment."""
    dash, stop = _dash(item, file), _line_stop(file, item.end)
    start = _line_start(file, dash)
    behind = file.text[item.end : stop].lstrip(" \t")
    if file.text[start:dash].strip() or behind.strip():
        return Splice(dash, stop - len(behind), "")
    return Splice(start, stop, "")


def _dash(item: Node, file: ClaimFile) -> int:
    return file.text.rfind("-", 0, item.start)


def _commented(row: Node, node: Node, file: ClaimFile) -> bool:
    """Whether a comment stands within a list or table, or between its key and its first line."""
    compound = node.shape in (Shape.SEQUENCE, Shape.MAPPING)
    return compound and _COMMENT.search(file.text, _key(row, node).end, node.end) is not None


def _key(row: Node, value: Node) -> Node:
    return next(name for name, node in row.pairs if node is value)


def _line_start(file: ClaimFile, at: int) -> int:
    return file.text.rfind("\n", 0, at) + 1


def _line_stop(file: ClaimFile, at: int) -> int:
    newline = file.text.find("\n", at)
    return len(file.text) if newline < 0 else newline + 1
