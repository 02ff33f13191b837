"""YAML in two readings: plain values, fast, for loading; nodes with their exact places, for errors and for edits.

Both walk the parser's events (see docs/decisions/yaml.md). Every scalar stays text, save the empty, `~` and `null`,
which are None: what a field means decides how its text is read, so `id: no` and `as_of: 2020-03-11` say what they
show. Anchors, aliases and merge keys (`<<`) work; tags, duplicate keys and several documents are refused.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass, field
from enum import Enum
from typing import NoReturn

import yaml

from claimcheck.errors import ClaimcheckError, LedgerError
from claimcheck.text import line_starts

_Loader = getattr(
    yaml, "CSafeLoader", yaml.SafeLoader
)  # the pure Python one, 20 times slower, only without libyaml
_NULL = frozenset({"", "~", "null", "Null", "NULL"})
_MERGE = "<<\0"  # what `<<` is read as where it is not quoted; no key can be that
_PLAIN_TAGS = frozenset(
    {None, "!"} | {f"tag:yaml.org,2002:{kind}" for kind in ("str", "map", "seq", "int", "null")}
)

_FORBIDDEN = re.compile("[^\t\n\r\x20-\x7e\x85\xa0-\ud7ff\ue000-\ufefe\uff00-\ufffd\U00010000-\U0010ffff]")

Value = None | str | list["Value"] | dict[str, "Value"]


class Table(dict[str, Value]):
    """A mapping that knows the offset it was written at."""

    __slots__ = ("at",)
    at: int


@dataclass(frozen=True, slots=True)
class Where:
    """The text being read, for messages: its name, the line it begins at there, and the error to raise."""

    text: str
    name: str
    error: type[ClaimcheckError] = LedgerError
    first_line: int = 1

    def line(self, offset: int) -> int:
        """The line, from 1, that an offset is on."""
        return self.text.count("\n", 0, offset) + self.first_line

    def fail(self, offset: int, message: str) -> NoReturn:
        """Raise the error with file and line."""
        raise self.error(f"{self.name}:{self.line(offset)}: {message}")


def lines_of(offsets: list[int], where: Where) -> tuple[int, ...]:
    """The lines, from 1, that many offsets are on."""
    starts = line_starts(where.text)
    return tuple(bisect_right(starts, offset) + where.first_line - 1 for offset in offsets)


def load(where: Where) -> Value:
    """The value of a YAML text; mappings are `Table`s. None for an empty text.

    Raises where.error with file and line for what is no YAML or is refused.
    """
    reading = _Values(where)
    for event in _events(where):
        if isinstance(event, yaml.ScalarEvent):
            value = None if event.value in _NULL and event.implicit[0] else event.value
            if event.anchor is not None:
                reading.anchors[event.anchor] = value
            merges = value == "<<" and event.implicit[0] and reading.wants_key()
            reading.add(_MERGE if merges else value, event)
        elif isinstance(event, yaml.CollectionStartEvent):
            reading.open(event)
        elif isinstance(event, yaml.CollectionEndEvent):
            reading.close(event)
        elif isinstance(event, yaml.AliasEvent):
            reading.alias(event)
    return reading.root


class _Values:
    """The values built so far: the collection being filled, and those it stands in."""

    def __init__(self, where: Where) -> None:
        self.where = where
        self.root: Value = None
        self.here: list[Value] | Table | None = None
        self.key: str | None = None
        self.stack: list[tuple[list[Value] | Table | None, str | None, str | None]] = []
        self.anchor: str | None = None  # of the collection being filled
        self.anchors: dict[str, Value] = {}

    def add(self, value: Value, event: yaml.Event) -> None:
        here, key = self.here, self.key
        if isinstance(here, list):
            here.append(value)
        elif here is None:
            self.root = value
        elif key is not None:
            here[key] = value
            self.key = None
        elif not isinstance(value, str):
            self.where.fail(_at(event), "a key must be text")
        elif value in here:
            shown = "<<" if value == _MERGE else value
            self.where.fail(_at(event), f"the key {shown!r} is given twice")
        else:
            self.key = value

    def wants_key(self) -> bool:
        return isinstance(self.here, Table) and self.key is None

    def open(self, event: yaml.CollectionStartEvent) -> None:
        if self.wants_key():
            self.where.fail(_at(event), "a key must be text")
        self.stack.append((self.here, self.key, self.anchor))
        self.key, self.anchor = None, event.anchor
        if isinstance(event, yaml.SequenceStartEvent):
            self.here = []
        else:
            self.here = Table()
            self.here.at = _at(event)

    def close(self, event: yaml.CollectionEndEvent) -> None:
        value = self.here
        if isinstance(value, Table) and _MERGE in value:
            self._merge(value)
        if self.anchor is not None:
            self.anchors[self.anchor] = value
        self.here, self.key, self.anchor = self.stack.pop()
        self.add(value, event)

    def alias(self, event: yaml.AliasEvent) -> None:
        if event.anchor not in self.anchors:
            self.where.fail(_at(event), f"the alias *{event.anchor} stands for nothing yet")
        self.add(self.anchors[event.anchor], event)

    def _merge(self, table: Table) -> None:
        given = table.pop(_MERGE)
        for other in given if isinstance(given, list) else [given]:
            if not isinstance(other, Table):
                self.where.fail(table.at, "the merge key << takes a mapping, or a list of mappings")
            for key, value in other.items():
                table.setdefault(key, value)


class Shape(Enum):
    """What a node is."""

    SCALAR = "scalar"
    SEQUENCE = "sequence"
    MAPPING = "mapping"
    ALIAS = "alias"


@dataclass(slots=True)
class Node:
    """A value with its place. [start, end) is exact, without the comments and blank lines that may follow.

    `column` counts from 0; `flow` is true inside brackets; `items` holds a sequence's values, `pairs` a mapping's.
    """

    shape: Shape
    start: int
    end: int
    column: int
    flow: bool = False
    value: str = ""
    items: list[Node] = field(default_factory=list)
    pairs: list[tuple[Node, Node]] = field(default_factory=list)

    def get(self, key: str) -> Node | None:
        """The value of a mapping's key; None where it has none."""
        return next((value for name, value in self.pairs if name.value == key), None)


def nodes(where: Where) -> Node | None:
    """The same text as a tree of nodes; None for an empty one. An alias is a node of its own. Raises as `load`."""
    stack: list[Node] = []
    done: list[Node] = []
    for event in _events(where):
        if isinstance(event, yaml.ScalarEvent | yaml.AliasEvent):
            _place(_leaf(event, where.text), stack, done)
        elif isinstance(event, yaml.CollectionStartEvent):
            shape = Shape.SEQUENCE if isinstance(event, yaml.SequenceStartEvent) else Shape.MAPPING
            stack.append(Node(shape, _at(event), _end(event), _column(event), bool(event.flow_style)))
        elif isinstance(event, yaml.CollectionEndEvent):
            node = stack.pop()
            if node.flow:
                node.end = _end(event)
            if node.shape is Shape.MAPPING:
                node.pairs = list(zip(node.items[::2], node.items[1::2], strict=True))
                node.items = []
            _place(node, stack, done)
    return done[0] if done else None


def _leaf(event: yaml.ScalarEvent | yaml.AliasEvent, text: str) -> Node:
    start, end = _at(event), _end(event)
    if isinstance(event, yaml.AliasEvent):
        return Node(Shape.ALIAS, start, end, _column(event), value=event.anchor or "")
    if event.style in (
        "|",
        ">",
    ):  # the mark lies behind the line break, and behind blank lines that are not kept
        end = start + len(text[start:end].rstrip())
    return Node(Shape.SCALAR, start, end, _column(event), value=event.value)


def _place(node: Node, stack: list[Node], done: list[Node]) -> None:
    if not stack:
        done.append(node)
        return
    stack[-1].items.append(node)
    if not stack[-1].flow:
        stack[-1].end = max(stack[-1].end, node.end)


def _events(where: Where) -> Iterator[yaml.Event]:
    """The parser's events; fails in one sentence on what is refused."""
    documents = 0
    try:
        for event in yaml.parse(where.text, _Loader):
            if isinstance(event, yaml.ScalarEvent | yaml.CollectionStartEvent):
                if event.tag not in _PLAIN_TAGS:
                    where.fail(_at(event), f"the tag {event.tag} is not read: leave it out")
            elif isinstance(event, yaml.DocumentStartEvent):
                documents += 1
                if documents > 1:
                    where.fail(_at(event), "a second YAML document begins here: keep one to a file")
            yield event
    except yaml.YAMLError as error:
        _refuse(error, where)


def _at(event: yaml.Event) -> int:
    return event.start_mark.index if event.start_mark else 0


def _end(event: yaml.Event) -> int:
    return event.end_mark.index if event.end_mark else 0


def _column(event: yaml.Event) -> int:
    return event.start_mark.column if event.start_mark else 0


def _refuse(error: yaml.YAMLError, where: Where) -> NoReturn:
    mark = getattr(error, "problem_mark", None) or getattr(error, "context_mark", None)
    if (
        mark is None
    ):  # the reader met a character that YAML does not allow, and counts differently where it stands
        match = _FORBIDDEN.search(where.text)
        name = f" (U+{ord(match.group()):04X})" if match else ""
        where.fail(match.start() if match else 0, f"a character that YAML does not allow{name}")
    if where.text[mark.index : mark.index + 1] == "\t":
        where.fail(mark.index, "a tab stands where YAML wants spaces")
    said = [part for part in (getattr(error, "context", None), getattr(error, "problem", None)) if part]
    where.fail(mark.index, f"the YAML cannot be read: {', '.join(said)}")
