"""Claims as YAML, in the one style new claims are written in: double quotes around prose, bare words for the rest."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from dataclasses import fields
from datetime import date

from claimcheck.claim import Claim, Evidence
from claimcheck.fields import Aliases

FieldValue = str | int | date | tuple[str, ...] | Aliases
_PROSE = frozenset({"text", "quote", "prefix", "suffix", "speaker", "note", "reviewer", "reason"})
_WORD = re.compile(r"[^\W\d]\w*(?:[-./]\w+)*")
_NO_WORDS = frozenset({"true", "false", "yes", "no", "on", "off", "y", "n", "null", "nan", "inf"})
_SURROGATE = re.compile("[\ud800-\udfff]")
_UNPRINTABLE = re.compile("[\x7f-\x9f\u2028\u2029\ufeff\ufffe\uffff]")


def claim_lines(claim: Claim) -> Iterator[str]:
    """The lines of one item of the list `claims:`, without indentation or line ends; fields left empty are left out."""
    lines = (line for name, value in _given(claim) for line in _field_lines(name, value))
    for i, line in enumerate(lines):
        yield ("  " if i else "- ") + line


def field_text(name: str, value: FieldValue) -> str:
    """A field's value on one line."""
    if isinstance(value, str):
        return _quoted(value) if name in _PROSE else _word(value)
    if isinstance(value, tuple):
        parts = [_word(part) if isinstance(part, str) else _alias(*part) for part in value]
        return f"{{{', '.join(parts)}}}" if name == "aliases" else f"[{', '.join(parts)}]"
    return value.isoformat() if isinstance(value, date) else str(value)


def _given(claim: Claim | Evidence) -> Iterator[tuple[str, FieldValue]]:
    for field in fields(claim):
        value = getattr(claim, field.name)
        if value is not None and value not in ((), ""):
            yield field.name, value


def _field_lines(name: str, value: FieldValue) -> Iterator[str]:
    if name != "evidence" or not isinstance(value, tuple):
        yield f"{name}: {field_text(name, value)}"
        return
    yield "evidence:"
    for part in value:
        assert isinstance(part, Evidence)
        for i, (key, inner) in enumerate(_given(part)):
            yield f"  {'  ' if i else '- '}{key}: {field_text(key, inner)}"


def _alias(name: str, others: tuple[str, ...]) -> str:
    return f"{_quoted(name)}: [{', '.join(map(_quoted, others))}]"


def _word(value: str) -> str:
    plain = _WORD.fullmatch(value) and value.lower() not in _NO_WORDS
    return value if plain else _quoted(value)


def _quoted(value: str) -> str:
    """A double-quoted scalar; JSON's escapes are YAML's too, but YAML has more characters to escape."""
    text = json.dumps(_SURROGATE.sub("\ufffd", value), ensure_ascii=False)
    return _UNPRINTABLE.sub(lambda match: f"\\u{ord(match.group()):04x}", text)
