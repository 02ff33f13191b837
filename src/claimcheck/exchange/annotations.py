"""Claims as W3C Web Annotations (https://www.w3.org/TR/annotation-model/): one for each passage.

The body is the claim's text, with its tags; the target is the source's normalised text, whose offsets are code points,
with a TextPositionSelector and a TextQuoteSelector. What the model has no words for stands under `claimcheck:claim`.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from typing import Any, Final
from urllib.parse import quote, unquote

from claimcheck.errors import LedgerError
from claimcheck.exchange.jsonlines import parsed
from claimcheck.exchange.rows import FILE_KEY, Given, Placed, Row, plain
from claimcheck.store import Ledger

_CONTEXT: Final = ["http://www.w3.org/ns/anno.jsonld", {"claimcheck": "urn:claimcheck:"}]
_SOURCE: Final = "urn:claimcheck:source:"
_OWN: Final = "claimcheck:claim"
_PASSAGE: Final = "claimcheck:passage"


def to_annotations(claims: Iterable[Placed], ledger: Ledger) -> bytes:
    """The claims as an annotation collection, in JSON-LD and UTF-8."""
    items = [item for one in claims for item in _items(one, ledger)]
    page = {"type": "AnnotationPage", "startIndex": 0, "items": items}
    whole = {"@context": _CONTEXT, "type": "AnnotationCollection", "total": len(items), "first": page}
    return (json.dumps(whole, ensure_ascii=False, indent=1) + "\n").encode(errors="surrogatepass")


def _items(one: Placed, ledger: Ledger) -> Iterator[Row]:
    row = plain(one.claim)
    text, passages, tags = row.pop("text"), row.pop("evidence"), row.pop("tags", [])
    bodies = [{"type": "TextualBody", "value": text, "format": "text/plain", "purpose": "describing"}]
    bodies += [{"type": "TextualBody", "value": tag, "purpose": "tagging"} for tag in tags]
    for number, passage in enumerate(passages, 1):
        item: Row = {
            "id": f"urn:claimcheck:claim:{quote(one.claim.id, safe='')}:{number}",
            "type": "Annotation",
            "motivation": "describing",
        }
        if one.claim.reviewer:
            item["creator"] = {"type": "Person", "name": one.claim.reviewer}
        if one.claim.reviewed:
            item["created"] = f"{one.claim.reviewed.isoformat()}T00:00:00Z"
        item["body"] = bodies
        item["target"] = {"source": _source(passage["source"], ledger), "selector": _selectors(passage)}
        yield {**item, _OWN: {**row, FILE_KEY: one.file}, _PASSAGE: number}


def _source(source: str, ledger: Ledger) -> Row:
    made = {"id": _SOURCE + quote(source, safe=""), "type": "Text"}
    url = ledger.sources[source].meta.url if source in ledger.sources else None
    return {**made, "via": url} if url else made


def _selectors(passage: Row) -> list[Row]:
    words: Row = {key: passage[key] for key in ("prefix", "suffix") if key in passage}
    return [
        {"type": "TextPositionSelector", "start": passage["start"], "end": passage["end"]},
        {"type": "TextQuoteSelector", "exact": passage["quote"], **words},
    ]


def from_annotations(text: str, name: str) -> Iterator[Given]:
    """The claims of annotations that claimcheck exported, the passages of each put together.

    Raises LedgerError, with the number of the annotation, where one of them is no such thing.
    """
    claims: dict[str, tuple[Row, dict[int, Row], str]] = {}
    for number, item in enumerate(_listed(parsed(text, name), name), 1):
        place = f"{name}: annotation {number}"
        try:
            row, passage, passage_number = _read(item)
        except (KeyError, TypeError, ValueError, StopIteration, AttributeError) as error:
            raise LedgerError(
                f"{place}: is none that `claimcheck export` made: import CSV or JSON Lines"
            ) from error
        known = claims.setdefault(str(row.get("id")), (row, {}, place))
        if passage_number in known[1]:
            raise LedgerError(f"{place}: the claim id {row.get('id')!r} is already used in {known[2]}")
        if row != known[0]:
            raise LedgerError(
                f"{place}: what it says of the claim {row.get('id')!r} is not what {known[2]} says"
            )
        known[1][passage_number] = passage
    for row, passages, place in claims.values():
        yield Given({**row, "evidence": [passages[each] for each in sorted(passages)]}, place)


def _listed(whole: Any, name: str) -> list[Any]:  # noqa: ANN401 - JSON
    """The annotations of a collection, a page or a list."""
    for key in ("first", "items"):
        if isinstance(whole, dict) and key in whole:
            whole = whole[key]
    if not isinstance(whole, list):
        raise LedgerError(
            f"{name}: holds no annotations: an AnnotationCollection, AnnotationPage or list is read"
        )
    return whole


def _read(item: Row) -> tuple[Row, Row, int]:
    bodies = item["body"]
    row: Row = {
        **item[_OWN],
        "text": next(body["value"] for body in bodies if body["purpose"] == "describing"),
    }
    tags = [body["value"] for body in bodies if body["purpose"] == "tagging"]
    target = item["target"]
    position, words = (
        next(each for each in target["selector"] if each["type"] == kind)
        for kind in ("TextPositionSelector", "TextQuoteSelector")
    )
    passage: Row = {
        "source": unquote(target["source"]["id"].removeprefix(_SOURCE)),
        "start": position["start"],
        "end": position["end"],
        "quote": words["exact"],
        **{str(key): words[key] for key in ("prefix", "suffix") if key in words},
    }
    return {**row, "tags": tags} if tags else row, passage, int(item[_PASSAGE])
