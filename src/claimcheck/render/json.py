"""JSON: a whole report as one document, or one row a line. The same input gives the same bytes."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import fields, is_dataclass
from datetime import date
from decimal import Decimal
from functools import cache
from typing import Any

from claimcheck.report import Passage, Result, Unread

# What a terminal may take for a command, and what UTF-8 cannot hold: legal in JSON only inside strings, so an escape
# may always take its place.
_UNSAFE = re.compile("[\x7f-\x9f\u2028-\u202e\u2066-\u2069\ud800-\udfff\ufeff]")


def document(contract: object) -> str:
    """A dataclass of a contract as a JSON document that ends with a newline, keys in the contract's order."""
    return "".join(pieces(contract))


def pieces(contract: object) -> Iterator[str]:
    """The document in pieces, so that no long list of rows need be held as a whole."""
    opening = "{"
    kind: type = type(contract)
    for name in _fields(kind):
        yield f"{opening}\n  {_dumps(name)}: "
        value = getattr(contract, name)
        if value and isinstance(value, Sequence) and not isinstance(value, str):
            for k, item in enumerate(value):
                yield f"{',' if k else '['}\n    {safe(_indented(_plain(item), ' ' * 4))}"
            yield "\n  ]"
        else:
            yield safe(_indented(_plain(value), "  "))
        opening = ","
    yield "\n}\n"


def _indented(plain: object, margin: str) -> str:
    """As `json.dumps` indents by two, but without leaving circles behind, which the memory would fill with."""
    inner = margin + "  "
    if isinstance(plain, dict) and plain:
        rows = (f"{inner}{_dumps(key)}: {_indented(item, inner)}" for key, item in plain.items())
        return "{\n" + ",\n".join(rows) + f"\n{margin}}}"
    if isinstance(plain, list) and plain:
        rows = (inner + _indented(item, inner) for item in plain)
        return "[\n" + ",\n".join(rows) + f"\n{margin}]"
    return "null" if plain is None else _dumps(plain)


def row(result: Result, rest: Iterable[tuple[str, str]] = (), id_text: str | None = None) -> str:
    """One line for one result, newline included.

    rest: the other keys of the row it came from, each with its value as JSON text; id_text: the row's id, likewise.
    """
    own: dict[str, Any] = {
        "id": result.id,
        "label": result.label,
        "rule": result.rule,
        **_quotation(result.passage),
        "findings": _plain(result.findings),
    }
    if result.disputed:
        own |= {"disputed": True, "opposing": _quotation(result.opposing)}
    if result.explanation:
        own["explanation"] = _plain(result.explanation)
    texts = {key: _dumps(value) for key, value in own.items()} | ({"id": id_text} if id_text else {})
    parts = [f"{_dumps(key)}: {value}" for key, value in texts.items()]
    parts += [f"{_dumps(key)}: {value}" for key, value in rest if key not in own]
    return safe("{" + ", ".join(parts) + "}").replace("\r", " ") + "\n"


def error_row(unread: Unread, id_text: str | None = None) -> str:
    """The line that stands in for a row that could not be judged; with the row's id where that could be read."""
    named = f'"id": {id_text}, ' if id_text else ""
    return (
        safe(f'{{"line": {unread.line}, {named}"error": {_dumps(unread.error)}}}').replace("\r", " ") + "\n"
    )


def safe(text: str) -> str:
    """JSON text with every character escaped that could upset a terminal or cannot be encoded."""
    return _UNSAFE.sub(lambda match: f"\\u{ord(match[0]):04x}", text)


def _quotation(passage: Passage | None) -> dict[str, str | None]:
    if passage is None:
        return dict.fromkeys(("claim", "source", "quote"))
    return {"claim": passage.claim, "source": passage.source, "quote": passage.quote}


_dumps = json.JSONEncoder(ensure_ascii=False).encode


def _plain(value: object) -> object:
    """Dataclasses to tables, tuples to lists, decimals and dates to text."""
    if value is None or isinstance(value, str | int | float):
        return value
    kind: type = type(value)
    if names := _fields(kind):
        return {name: _plain(getattr(value, name)) for name in names}
    if isinstance(value, Mapping):
        return {key: _plain(item) for key, item in sorted(value.items())}
    if isinstance(value, Sequence):
        return [_plain(item) for item in value]
    if isinstance(value, Decimal):
        return format(value, "f")
    return value.isoformat() if isinstance(value, date) else value


@cache
def _fields(kind: type) -> tuple[str, ...]:
    """The names of a dataclass's fields; none for any other class."""
    return tuple(field.name for field in fields(kind)) if is_dataclass(kind) else ()
