"""The day a page of the web says it was published, in one of the ways there are of saying so; never a guess.

A wrong day would change what "Wednesday" means in the page, so figures in the text, in the address or in a copyright
line are not looked at, and a date that is not a whole one is none.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from datetime import date
from typing import Any, Final

from claimcheck.fields import iso_date

_META: Final = (
    "article:published_time", "og:article:published_time", "datepublished", "date", "dc.date", "dc.date.issued",
    "dcterms.created", "dcterms.issued", "dcterms.date", "pubdate", "publishdate", "publish-date", "publication_date",
    "parsely-pub-date", "sailthru.date", "citation_publication_date", "citation_date",
)  # fmt: skip
_DEEPEST: Final = 20  # tables within tables of JSON-LD


def published_day(tree: Any, day: date) -> date | None:  # noqa: ANN401 - lxml is untyped
    """The day a page was published. `day`: that of retrieval, which none can be later than."""
    for value in (*_linked_data(tree), *_meta(tree), *_times(tree)):
        try:
            found = iso_date(value.replace("/", "-"))
        except ValueError:
            continue
        if found <= day:
            return found
    return None


def _linked_data(tree: Any) -> Iterator[str]:  # noqa: ANN401
    for script in tree.xpath("//script[@type='application/ld+json']"):
        try:
            yield from _dates(json.loads(script.text or ""), 0)
        except (ValueError, RecursionError):
            continue


def _dates(value: object, depth: int) -> Iterator[str]:
    if depth > _DEEPEST:
        return
    if isinstance(value, dict):
        told = value.get("datePublished")
        if isinstance(told, str):
            yield told
        for inner in value.values():
            yield from _dates(inner, depth + 1)
    elif isinstance(value, list):
        for inner in value:
            yield from _dates(inner, depth + 1)


def _meta(tree: Any) -> Iterator[str]:  # noqa: ANN401
    told: dict[str, str] = {}
    for element in tree.iter("meta"):
        name = element.get("property") or element.get("name") or element.get("itemprop") or ""
        told.setdefault(name.lower(), element.get("content") or "")
    yield from (told[name] for name in _META if name in told)


def _times(tree: Any) -> Iterator[str]:  # noqa: ANN401
    for element in tree.iter("time"):
        if element.get("itemprop") == "datePublished" or element.get("pubdate") is not None:
            yield element.get("datetime") or element.text_content()
