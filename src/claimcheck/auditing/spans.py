"""Where every quotation of a ledger stands in its source now, and what stands there if it does not.

`anchor.resolve` finds exact words, and only its answer counts for verdicts. Here a passage that it cannot place is
looked for in other words, so that a person can see old and new side by side.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from itertools import islice
from typing import Literal

from claimcheck.anchor import occurrences, resolve
from claimcheck.auditing.differing import Difference, differences
from claimcheck.near import Near, Words, near
from claimcheck.surroundings import Quotation, fit, fold

SpanStatus = Literal["found", "moved", "reworded", "value-changed", "ambiguous", "lost"]
MOST_PLACES = 4  # told of an ambiguous passage
RIVAL = 10  # points of the ranking's score within which another stretch may be the passage as well


@dataclass(frozen=True, slots=True)
class Located:
    """Where a passage stands now. start and end are -1 for what is ambiguous or lost.

    found: at its place. moved: the same words elsewhere, and surely the passage. reworded: other words that surely say
    the same. value-changed: other words, and with them facts may have changed. ambiguous: it may stand at several
    places. lost: nothing close to it stands anywhere. `text` is what stands there now where the words are others, and
    `differences` what may change what is said; `places` are some of those where an ambiguous passage may stand.
    """

    status: SpanStatus
    start: int = -1
    end: int = -1
    text: str = ""
    differences: tuple[Difference, ...] = ()
    places: tuple[tuple[int, int], ...] = ()


def locate(words: Words, quotation: Quotation) -> Located:
    """Find a passage in the text that `words` are of.

    Raises ModelError without a language model, if it takes one to tell two words of one meaning from others.
    """
    text = words.text
    exact = resolve(text, quotation)
    if exact.status in ("found", "moved"):
        return Located(exact.status, exact.start, exact.end)
    if exact.status == "ambiguous":
        return _altered_in_place(words, quotation) or _ambiguous(occurrences(text, quotation.quote))
    found = near(words, quotation)
    if not found:
        return Located("lost")
    best = _changed(found[0], quotation)
    if best.differences:
        return best
    rivals = [one for one in found[1:] if _apart(one, found[0]) and _rivals(one, found[0])]
    if not rivals:
        return best
    others = [_changed(one, quotation) for one in rivals]
    several = _ambiguous((one.start, one.end) for one in (found[0], *rivals))
    return next((one for one in others if one.differences), several)


def _ambiguous(places: Iterable[tuple[int, int]]) -> Located:
    return Located("ambiguous", places=tuple(sorted(islice(places, MOST_PLACES))))


def _changed(one: Near, quotation: Quotation) -> Located:
    found = differences(quotation.quote, one.text)
    return Located("value-changed" if found else "reworded", one.start, one.end, one.text, found)


def _apart(one: Near, other: Near) -> bool:
    return one.end <= other.start or other.end <= one.start


def _rivals(one: Near, best: Near) -> bool:
    """Whether another stretch may be the passage just as well as the best one."""
    return one.score > best.score - RIVAL or one.fit.agreed > best.fit.agreed


def _altered_in_place(words: Words, quotation: Quotation) -> Located | None:
    """Of a passage whose words stand elsewhere, what stands in its old surroundings, if they surely are.

    At least as surely as around any place where the words stand; as surely only at its old offset.
    """
    text, quote = words.text, quotation.quote
    best = max((fit(text, *place, quotation).agreed for place in occurrences(text, quote)), default=0)
    for one in near(words, quotation):
        surer = one.fit.agreed > best or (one.fit.agreed == best and one.start == quotation.start)
        grown = fold(quote).strip() in fold(one.text)
        if one.fit.sure and surer and (one.fit.exact or not grown):
            changed = _changed(one, quotation)
            return changed if changed.differences else None
    return None
