"""Metadata of a source: the front matter at its head, or a sidecar file beside it.

Front matter is YAML between a first line `---` and a line `---` or `...`. The sidecar of `report.txt` is
`report.meta.yaml`, all of it YAML. Both give the fields of `Meta`, and `id`; a field given in both is an error, for
one of the two would be wrong. In front matter, which other tools write into, unknown keys are passed over; a sidecar is
ours, and an unknown key in it is an error.
"""

from __future__ import annotations

import re
from dataclasses import fields
from datetime import datetime
from typing import Any, NoReturn

from claimcheck.fields import alias_pairs, iso_date, unknown_key
from claimcheck.sources.document import Meta
from claimcheck.yamltext import Table, Where, load

META_SUFFIX = ".meta.yaml"
META_KEYS = ("id", *(field.name for field in fields(Meta) if field.name != "ignored"))
# What only a sidecar may say; in front matter these are keys of other tools.
_SIDECAR_KEYS = frozenset({"original", "original_sha256", "replaces", "pages"})
_FRONT = re.compile(r"---[ \t]*\n(.*?)^(?:---|\.\.\.)[ \t]*(?:\n|\Z)", re.DOTALL | re.MULTILINE)
_KEY = re.compile(r"(?:[ \t]*(?:#.*)?\n)*[\w\"'-]+[ \t]*:(?:\s|\Z)")
_PAGE = re.compile(r"(\d{1,6})@(\d{1,12})")
_SHA256 = re.compile(r"[0-9a-f]{64}")


def front_matter(text: str) -> tuple[str, int]:
    """The YAML at the head of a text and the offset where the body begins; ("", 0) where there is none.

    What stands between two such lines but does not begin with a key is prose between two rules.
    """
    found = _FRONT.match(text)
    if found is None or (found[1].strip() and not _KEY.match(found[1])):
        return "", 0
    return found[1], found.end()


def read_table(where: Where) -> Table:
    """The keys and values of front matter or a sidecar; raises where.error for anything but a table."""
    table = load(where)
    if table is None:
        return Table()
    if not isinstance(table, Table):
        where.fail(0, "metadata must be a table of keys and values")
    return table


def read_meta(
    front: Table, sidecar: Table, front_place: Where, sidecar_place: Where
) -> tuple[Meta, str | None]:
    """The metadata of the two together, and the id if one is given. Raises SourceError with file and line."""
    for key in sidecar:
        if key not in META_KEYS:
            _fail(sidecar_place, key, unknown_key(key, META_KEYS))
        if key in front and key not in _SIDECAR_KEYS:
            _fail(sidecar_place, key, f"{key} is already given in the front matter of {front_place.name}")
    own = [key for key in META_KEYS if key not in _SIDECAR_KEYS]
    ignored = tuple(key for key in front if key not in own)
    known = {key: value for key, value in front.items() if key in own} | sidecar
    row: dict[str, Any] = {}
    for key, value in known.items():
        place = sidecar_place if key in sidecar else front_place
        try:
            if value is not None:
                row[key] = _value(key, value)
        except ValueError as error:
            _fail(place, key, f"{'' if key == 'aliases' else key + ' '}{error}")
    given: str | None = row.pop("id", None)
    return Meta(**row, ignored=ignored), given


def _value(key: str, value: object) -> object:
    if key == "aliases":
        return alias_pairs(value)
    if key == "pages":
        return _pages(value)
    if not isinstance(value, str):
        raise ValueError("must be text")
    if key in ("id", "replaces") and value.split() != [value]:
        raise ValueError(f"must be one word, not {value!r}")
    if key == "published":
        return iso_date(value)
    if key == "retrieved_at":
        iso_date(value)
        return datetime.fromisoformat(value.strip()).isoformat() if len(value.strip()) > 10 else value.strip()
    if key in ("sha256", "original_sha256"):
        if not _SHA256.fullmatch(value.strip().lower()):
            raise ValueError("must be 64 hexadecimal digits")
        return value.strip().lower()
    return value


def _pages(value: object) -> tuple[tuple[int, int], ...]:
    """`[1@0, 2@1874]`: page 1 begins at offset 0, page 2 at 1874; ValueError for anything else."""
    listed = value if isinstance(value, list) else [None]
    found = [_PAGE.fullmatch(item) for item in listed if isinstance(item, str)]
    pages = tuple((int(page[2]), int(page[1])) for page in found if page)
    if len(pages) != len(listed) or pages != tuple(sorted(pages)):
        raise ValueError(
            "must be a list such as [1@0, 2@1874]: each page and the offset where it begins, in order"
        )
    return pages


def _fail(place: Where, key: str, message: str) -> NoReturn:
    found = re.search(rf"^[ \t]*[\"']?{re.escape(key)}[\"']?[ \t]*:", place.text, re.MULTILINE)
    place.fail(found.start() if found else 0, message)
