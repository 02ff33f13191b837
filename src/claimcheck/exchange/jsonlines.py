"""Claims as JSON Lines: a claim a line, with the fields that say something."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from typing import Any, Never

from claimcheck.errors import LedgerError
from claimcheck.exchange.rows import FILE_KEY, Given, Placed, plain


def to_jsonl(claims: Iterable[Placed]) -> bytes:
    """The claims as JSON Lines in UTF-8."""
    rows = ({**plain(one.claim), FILE_KEY: one.file} for one in claims)
    return "".join(json.dumps(row, ensure_ascii=False) + "\n" for row in rows).encode(errors="surrogatepass")


def from_jsonl(text: str, name: str) -> Iterator[Given]:
    """The rows of JSON Lines. Raises LedgerError, with the line, for what is no table of JSON."""
    for number, line in enumerate(text.split("\n"), 1):
        if line.strip():
            place = f"{name}:{number}"
            row = parsed(line, place)
            if not isinstance(row, dict):
                raise LedgerError(f"{place}: must be a table of keys and values")
            yield Given(row, place)


def parsed(text: str, place: str) -> Any:  # noqa: ANN401
    """The value of a JSON text. Raises LedgerError for what is none, and for a key given twice."""
    try:
        return json.loads(text, object_pairs_hook=_once, parse_constant=_no_number)
    except (ValueError, RecursionError) as error:
        raise LedgerError(f"{place}: is no JSON ({error})") from error


def _once(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    made = dict(pairs)
    if len(made) < len(pairs):
        raise ValueError("a key is given twice")
    return made


def _no_number(word: str) -> Never:
    raise ValueError(f"{word} is no number")
