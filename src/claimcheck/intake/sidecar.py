"""The sidecar of a source, written as `sources.front` reads it."""

from __future__ import annotations

from collections.abc import Iterator

from claimcheck.claimtext import FieldValue, field_text
from claimcheck.sources import Meta

_ORDER = (
    "title", "publisher", "author", "url", "published", "retrieved_at", "license", "aliases", "replaces", "sha256",
    "original", "original_sha256",
)  # fmt: skip


def sidecar_text(meta: Meta) -> str:
    """The YAML of a source's metadata; fields without a value are left out."""
    return "".join(f"{line}\n" for line in _lines(meta))


def _lines(meta: Meta) -> Iterator[str]:
    for name in _ORDER:
        value: FieldValue | None = getattr(meta, name)
        if value:
            yield f"{name}: {field_text(name, value)}"
    if meta.pages:
        yield f"pages: [{', '.join(f'{page}@{offset}' for offset, page in meta.pages)}]"
