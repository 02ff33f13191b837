"""The labelled rows of a suite or a set of pairs."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from bench.figures import LABELS
from bench.treebank import untokenise

TREEBANK_SETS = (
    "vitaminc",
    "fever",
)  # written in the Penn Treebank way; a set is known by how its name begins


class DataError(Exception):
    """A file of rows is missing or a row is not what it should be; the message says which."""


@dataclass(frozen=True, slots=True)
class Row:
    """A labelled statement. `evidence` is a passage, or several joined by line breaks, or empty."""

    id: str
    statement: str
    label: str
    evidence: str = ""
    source: str = ""
    rule: str = ""


def read_rows(path: Path) -> list[Row]:
    """The rows of a JSON Lines file, in order.

    Raises DataError for a missing file, a row that is no object, lacks a key, or has an unknown label or a known id.
    """
    if not path.is_file():
        raise DataError(f"{path} is not there")
    rows = [_row(values, f"{path}:{line}") for line, values in _objects(path)]
    seen: set[str] = set()
    for row in rows:
        if row.id in seen:
            raise DataError(f"{path}: id {row.id!r} comes twice")
        seen.add(row.id)
    return rows


def read_pairs(path: Path) -> list[Row]:
    """As `read_rows`, with the tokenisation of the sets that have one undone."""
    rows = read_rows(path)
    if not path.stem.startswith(TREEBANK_SETS):
        return rows
    return [
        Row(r.id, untokenise(r.statement), r.label, untokenise(r.evidence), r.source, r.rule) for r in rows
    ]


def _objects(path: Path) -> Iterator[tuple[int, object]]:
    with path.open(encoding="utf-8") as lines:
        for number, line in enumerate(lines, start=1):
            if line.strip():
                try:
                    yield number, json.loads(line)
                except json.JSONDecodeError as error:
                    raise DataError(f"{path}:{number}: not JSON: {error.msg}") from error


def _row(values: object, where: str) -> Row:
    if not isinstance(values, dict):
        raise DataError(f"{where}: not an object")
    missing = [key for key in ("id", "statement", "label") if not isinstance(values.get(key), str)]
    if missing:
        raise DataError(f"{where}: {missing[0]} is missing or not text")
    if values["label"] not in LABELS:
        raise DataError(f"{where}: unknown label {values['label']!r}")
    more = {key: values.get(key) or "" for key in ("evidence", "source", "rule")}
    return Row(values["id"], values["statement"], values["label"], **more)
