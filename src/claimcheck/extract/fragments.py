"""What an item that is no sentence says where it stands: "Java 21" under "Requirements" is required."""

from __future__ import annotations

import re
from typing import Final

# What a heading says of every item below it, singular and plural.
_SAID: Final = {
    "requirements": ("is required", "are required"),
    "prerequisites": ("is required", "are required"),
    "required": ("is required", "are required"),
    "supported": ("is supported", "are supported"),
    "not supported": ("is not supported", "are not supported"),
    "unsupported": ("is not supported", "are not supported"),
    "no longer supported": ("is no longer supported", "are no longer supported"),
    "removed": ("has been removed", "have been removed"),
    "deprecated": ("is deprecated", "are deprecated"),
    "included": ("is included", "are included"),
    "not included": ("is not included", "are not included"),
    "allowed": ("is allowed", "are allowed"),
    "permitted": ("is permitted", "are permitted"),
    "not allowed": ("is not allowed", "are not allowed"),
    "prohibited": ("is prohibited", "are prohibited"),
    "forbidden": ("is forbidden", "are forbidden"),
}
_HEADINGS: Final = (
    re.compile(r"(?:what is |what was |what's |what has been )?([a-z ]+)"),
    re.compile(r"(?:system|minimum|hardware|software) (requirements|prerequisites)"),
    re.compile(r"(supported|unsupported|not supported|no longer supported|deprecated|removed) [\w -]{3,40}"),
    re.compile(
        r"(?!.*\b(?:not?|never|nothing|none)\b)[\w -]{3,40} (?:that )?(?:is |are )?"
        r"(supported|deprecated|removed|included)"
    ),
)
_SEVERAL: Final = re.compile(r"\b(?:and|or)\b|,")
_JOINED: Final = re.compile(r"\b(?:and|or|but)\b|,|/")
_LABELLED: Final = re.compile(r"[:;?!]")


def as_sentence(heading: str, item: str) -> str | None:
    """The item as a sentence, where its heading says what holds of all items below it; None otherwise."""
    bare = item.strip().rstrip(".")
    if not bare or _LABELLED.search(bare) or _JOINED.search(heading):
        return None
    said = _predicate(heading.lower().strip(" :.’'"))
    if said is None:
        return None
    several = bare.split()[0].lower() != "at" and _SEVERAL.search(bare) is not None and "," not in bare
    plain = bare.split()[0].islower() and bare.split()[0].isalpha()
    pause = "," if "," in bare else ""
    return f"{bare[0].upper() if plain else bare[0]}{bare[1:]}{pause} {said[several]}."


def _predicate(heading: str) -> tuple[str, str] | None:
    for form in _HEADINGS:
        found = form.fullmatch(heading)
        if found and found[1].strip() in _SAID:
            return _SAID[found[1].strip()]
    return None
