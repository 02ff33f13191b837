"""What each rule means, for formats that explain rules; made from docs/rules.yaml by scripts/build_docs.py."""

from __future__ import annotations

import json
import re
from functools import cache
from importlib import resources

_FIRST = re.compile(r".*?[.:;](?= |$)")  # a sentence, or what stands before a colon or semicolon


def meaning(rule: str) -> str:
    """The rule's paragraph; empty for one that has none."""
    return _paragraphs().get(rule, "")


def rules() -> tuple[str, ...]:
    """The names of all rules."""
    return tuple(_paragraphs())


def in_short(rule: str) -> str:
    """Its first sentence or half of one; the rule's own name for one that has no paragraph."""
    found = _FIRST.match(meaning(rule))
    return found[0].rstrip(":;.") + "." if found else rule


@cache
def _paragraphs() -> dict[str, str]:
    text = resources.files("claimcheck").joinpath("data/rules.json").read_text(encoding="utf-8")
    found: dict[str, str] = json.loads(text)
    return found
