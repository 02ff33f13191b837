"""One key for the ways a place's name is written."""

from __future__ import annotations

import unicodedata

_DROPPED = str.maketrans(
    {".": None, "'": None, "’": None, "ʻ": None, "`": None, "-": " ", "–": " ", ",": " "}
)


def fold(name: str) -> str:
    """A name without case, accents, full stops, apostrophes and a leading "the"; "St" reads "saint"."""
    plain = "".join(c for c in unicodedata.normalize("NFKD", name) if not unicodedata.combining(c))
    words = plain.casefold().translate(_DROPPED).split()
    if len(words) > 1 and words[0] == "the":
        words = words[1:]
    return " ".join("saint" if word == "st" and len(words) > 1 else word for word in words)
