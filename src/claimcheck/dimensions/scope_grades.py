"""Which way a superlative points: the largest is the biggest, and neither the smallest nor the least large.

The scales are those of the gradable adjectives in Cruse, "Lexical Semantics" (1986), chapter 9, and Quirk et al., "A
Comprehensive Grammar of the English Language" (1985), 7.74; which words of one side say the same is the project's own.
"""

from __future__ import annotations

from typing import Final

from claimcheck.dimensions.scope_kind import Scope

# Two ends of a scale; words of one end divided by a stroke only point the same way.
_SCALES: Final = tuple(
    tuple(tuple(group.split() for group in end.split("/")) for end in row.split(":"))
    for row in (
        "big large / great : small little",
        "good well / great fine : bad badly / poor poorly ill",
        "high / tall : low / short",
        "tall / high : short / low",
        "long lengthy : short brief",
        "deep : shallow",
        "hot / warm : cold / cool chilly",
        "old / ancient : young / new",
        "rich wealthy affluent : poor",
        "fast quick speedy swift : slow",
        "expensive costly pricey : cheap inexpensive",
        "strong / powerful : weak",
        "heavy : light",
        "wide broad : narrow",
        "early : late",
        "easy simple : hard difficult",
        "dry : wet rainy",
        "near close : far distant remote",
        "safe : dangerous unsafe risky",
        "popular : unpopular",
        "common frequent : rare uncommon",
        "bright : dark dim",
        "busy : quiet",
        "deadly lethal : harmless",
        "populous populated :",
    )
)


def same(e: Scope, s: Scope) -> bool | None:
    """Whether two superlatives point to one end of a scale (True), to its two ends (False), or are of two (None)."""
    theirs, e_rest = _split(e)
    mine, s_rest = _split(s)
    if e_rest != s_rest:
        return None
    turned = _least(e) != _least(s)
    if theirs == mine:
        return not turned
    for ends in _SCALES:
        a, b = _place(ends, theirs), _place(ends, mine)
        if a is None or b is None:
            continue
        if (a[0] == b[0]) == turned:
            return False
        if a == b or turned:
            return True
    return None


def _split(found: Scope) -> tuple[str, str]:
    """The graded word and what it goes with: "best-selling" is "well" and "sell"."""
    word, _, rest = found.what.partition(" ")
    return word, rest


def _least(found: Scope) -> bool:
    return "least" in found.word.split()


def _place(ends: tuple[tuple[list[str], ...], ...], word: str) -> tuple[int, int] | None:
    """The end and the group of a scale that a word stands in."""
    for end, groups in enumerate(ends):
        for n, group in enumerate(groups):
            if word in group:
                return end, n
    return None
