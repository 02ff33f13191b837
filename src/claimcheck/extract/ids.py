"""Ids of claims: `harbor-ferry.three-passengers-one-crew-3f2a`.

The source's id, the first words of the claim that are no small words, and four digits of a hash of what the claim
quotes. Nothing in it depends on the place in the document or on the other claims, so an id stays when sentences are
inserted, and on a machine with another language model.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence
from hashlib import sha256

_WORDS = 4
_LONGEST_WORD = 24
_DIGITS = 4
_WORD = re.compile(r"\d+(?:[.,:]\d+)*|[^\W\d_]+(?:['’.][^\W\d_]+)*|[^\W_]+")
_NOT_IN_ID = re.compile(r"[^\w.-]+")
_SMALL = frozenset(
    """
    a an and are as at be been being but by did do does for from had has have he her hers him his i in into is it its me
    mr mrs ms my nor of on or our ours own said say says she so than that the their theirs them then there these they
    this those to told too up us very was we were what when where which while who whom whose why will with would you
    your
    """.split()
)


def claim_id(source: str, text: str, quotes: Sequence[str], taken: Collection[str]) -> str:
    """An id for a claim on a source's quotes, longer by some digits of the hash where it is taken."""
    stem = f"{id_part(source)}.{'-'.join(_slug(text)) or 'claim'}"
    digest = sha256("\n".join([source, *quotes]).encode(errors="surrogatepass")).hexdigest()
    for digits in range(_DIGITS, len(digest) + 1, 4):
        if (found := f"{stem}-{digest[:digits]}") not in taken:
            return found
    return next(
        found for n in range(2, len(taken) + 3) if (found := f"{stem}-{digest[:_DIGITS]}-{n}") not in taken
    )


def id_part(source: str) -> str:
    """A source's id as one word that a file can be called by."""
    return _NOT_IN_ID.sub("-", source).strip("-.") or "source"


def _slug(text: str) -> list[str]:
    words = [word.lower().replace("'", "").replace("’", "").rstrip(".") for word in _WORD.findall(text)]
    telling = [word[:_LONGEST_WORD] for word in words if word not in _SMALL] or words
    return [word.replace(",", "").replace(":", ".") for word in telling[:_WORDS]]
