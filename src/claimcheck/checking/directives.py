"""What a comment of a draft tells claimcheck: its verb, the rules it is about, until when, and why.

claimcheck: ignore[quantity.disjoint] until=2026-12-31 -- the figure is being corrected at its source
claimcheck: off[unclaimed] -- a reader's letter
claimcheck: on
"""

from __future__ import annotations

import re
from collections.abc import Collection
from dataclasses import dataclass
from datetime import date

from claimcheck.fields import iso_date, nearest

VERBS = ("ignore", "off", "on")
LABELS = {
    "contradicted": "contradicted",
    "disputed": "disputed",
    "unclaimed": "unclaimed",
    "absent": "unclaimed",
}
_OURS = re.compile(r"\s*claimcheck\s*:", re.IGNORECASE)
_REASON = re.compile(r"(?:^|\s)(?:--|—|–)(?:\s+|$)")  # editors turn two hyphens into a dash
_HEAD = re.compile(r"(?P<verb>[^\s\[]*)\s*(?:\[(?P<words>[^\[\]]*)\])?\s*(?P<rest>.*)", re.DOTALL)
_WORD = re.compile(r"[a-z]+(?:[.-][a-z0-9]+)*")


@dataclass(frozen=True, slots=True)
class Directive:
    """A comment as read; `words` are None where all is meant, `reason` is empty where none is given."""

    verb: str
    words: tuple[str, ...] | None = None
    until: date | None = None
    reason: str = ""


def is_directive(comment: str) -> bool:
    """Whether a comment's text speaks to claimcheck."""
    return _OURS.match(comment) is not None


def read_directive(comment: str, known: Collection[str] = ()) -> Directive:
    """The directive in a comment's text; ValueError, with what is wrong and what to write, where there is none.

    known: the names of all rules, so that one that is misspelt is found out; if empty any will do.
    """
    said = " ".join(comment.split(":", 1)[1].split())
    mark = _REASON.search(said)
    head, reason = (said[: mark.start()], said[mark.end() :].strip()) if mark else (said, "")
    match = _HEAD.fullmatch(head.strip())
    assert match is not None  # whatever is left over is `rest`
    verb, rest = match["verb"].lower(), match["rest"].strip()
    if verb not in VERBS:
        raise ValueError(_unknown_verb(verb))
    if verb == "on" and (match["words"] is not None or rest):
        raise ValueError("`on` takes nothing else: it ends every `off` before it")
    words = _words(match["words"], known) if match["words"] is not None else None
    return Directive(verb, words, _until(rest) if rest else None, reason)


def covers(word: str, rule: str, kind: str) -> bool:
    """Whether a word of a directive means a finding of this rule and kind ("contradicted", …, "problem")."""
    return LABELS.get(word) == kind or rule == word or rule.startswith(f"{word}.")


def _words(given: str, known: Collection[str]) -> tuple[str, ...]:
    words = tuple(dict.fromkeys(word.strip().lower() for word in given.split(",")))
    for word in words:
        if not _WORD.fullmatch(word):
            shown = f"{word[:40]!r} is no rule" if word else "a rule is missing"
            raise ValueError(f"{shown}: in the brackets stand rules such as quantity.disjoint, or unclaimed")
        if known and word not in LABELS and not any(covers(word, rule, "") for rule in known):
            near = nearest(word, [*known, *LABELS])
            raise ValueError(
                f"there is no rule {word[:40]!r}" + (f" (did you mean {near!r}?)" if near else "")
            )
    return words


def _until(rest: str) -> date:
    key, _, value = rest.partition("=")
    if key.strip() != "until" or len(value.split()) != 1:
        raise ValueError(
            f"{rest[:40]!r} cannot be read: after the rules comes until=2026-12-31, or ` -- ` and the reason"
        )
    try:
        return iso_date(value)
    except ValueError as error:
        raise ValueError(f"`until` {error}") from error


def _unknown_verb(verb: str) -> str:
    near = nearest(verb, VERBS) if verb else None
    return (
        (f"{verb[:40]!r} is nothing claimcheck can be told" if verb else "claimcheck is told nothing here")
        + (f" (did you mean {near!r}?)" if near else "")
        + ": write `ignore[rule] -- reason`, `off[rule] -- reason` or `on`"
    )
