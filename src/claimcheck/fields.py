"""What is wrong with a file's fields, in one sentence: for claims, sources' metadata and the configuration."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pydantic import ValidationError

Aliases = tuple[tuple[str, tuple[str, ...]], ...]
"""Names and their other names: ((canonical, (alias, …)), …)."""

_ISO = re.compile(r"\d{4}-\d\d-\d\d(?:[T ].*)?", re.DOTALL)
_EXPECTED = {
    "missing": "is missing",
    "int_parsing": "must be a whole number",
    "int_type": "must be a whole number",
    "int_from_float": "must be a whole number",
    "string_type": "must be text",
    "tuple_type": "must be a list",
    "list_type": "must be a list",
    "dict_type": "must be a table of keys and values",
    "model_type": "must be a table of keys and values",
    "dataclass_type": "must be a table of keys and values",
    "decimal_parsing": "must be a number",
    "decimal_type": "must be a number",
}
_UNKNOWN = ("extra_forbidden", "unexpected_keyword_argument")


@dataclass(frozen=True, slots=True)
class Complaint:
    """What is wrong (`message`, without a full stop) and where: the keys and indexes that lead to it."""

    path: tuple[str | int, ...]
    message: str


def nearest(word: str, known: Iterable[str]) -> str | None:
    """The known word that `word` was probably meant to be, if any."""
    from difflib import get_close_matches

    lower = {name.lower(): name for name in known}
    found = get_close_matches(word.lower(), lower, n=1, cutoff=0.6)
    return lower[found[0]] if found else None


def unknown_key(key: str, known: Sequence[str]) -> str:
    """The complaint about a key nobody reads."""
    near = nearest(key, known)
    return f"unknown key {key!r}" + (
        f" (did you mean {near!r}?)" if near else f" (known: {', '.join(known)})"
    )


def complaint(error: ValidationError, known: Callable[[tuple[str | int, ...]], Sequence[str]]) -> Complaint:
    """The first thing pydantic found wrong; unknown keys come first, as they explain missing ones.

    `known` gives the keys allowed where a path leads.
    """
    errors = error.errors(include_url=False)
    first = next((e for e in errors if e["type"] in _UNKNOWN), errors[0])
    path, kind = first["loc"], first["type"]
    if kind in _UNKNOWN:
        return Complaint(path, unknown_key(str(path[-1]), known(path)))
    if kind == "value_error":
        return Complaint(path, str(first["ctx"]["error"]))
    name = _joined(path) or "the file"
    value = (
        "" if kind == "missing" or not isinstance(first["input"], str) else f", not {first['input'][:40]!r}"
    )
    if kind == "literal_error":
        expected = "must be " + first["ctx"]["expected"].replace("'", "")
    elif first["input"] is None:
        expected, value = "is empty", ""
    else:
        expected = _EXPECTED.get(kind, first["msg"][:1].lower() + first["msg"][1:])
    return Complaint(path, f"{name} {expected}{value}")


def _joined(path: tuple[str | int, ...]) -> str:
    return "".join(f"[{part}]" if isinstance(part, int) else f".{part}" for part in path).lstrip(".")


def iso_date(value: str) -> date:
    """The day of an ISO 8601 date or date and time; ValueError, saying how to write it, for anything else."""
    text = value.strip()
    if _ISO.fullmatch(text):
        try:
            return datetime.fromisoformat(text).date()
        except ValueError:
            pass
    raise ValueError(f"must be a date such as 2020-03-11, not {text[:40]!r}")


def alias_pairs(value: object) -> Aliases:
    """A table of names, `{canonical: [alias, …]}` or `{canonical: alias}`, as pairs; ValueError for another shape."""
    if not isinstance(value, dict):
        raise ValueError("aliases must be a table: a name, then the list of its other names")
    pairs = []
    for name, others in value.items():
        listed = [others] if isinstance(others, str) else others
        if not isinstance(listed, list) or not all(
            isinstance(other, str) and other.strip() for other in listed
        ):
            raise ValueError(f"the aliases of {name!r} must be a list of names")
        pairs.append((str(name), tuple(listed)))
    return tuple(pairs)
