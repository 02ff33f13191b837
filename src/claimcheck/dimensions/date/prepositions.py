"""The words before a date or time that bound it: "no later than", "since at least", "shortly before"."""

from __future__ import annotations

from dataclasses import dataclass

from claimcheck.dimensions.context_denial import not_before
from claimcheck.dimensions.date.scan import Piece
from claimcheck.dimensions.date.value import Bound
from claimcheck.tokens import Sentence

_BOUNDS = {
    "on": Bound.ON, "in": Bound.ON, "at": Bound.ON, "during": Bound.ON, "of": Bound.ON, "for": Bound.ON,
    "over": Bound.ON,
    "throughout": Bound.ON, "within": Bound.ON, "into": Bound.ON, "as": Bound.ON, "to": Bound.ON, "dated": Bound.ON,
    "before": Bound.BEFORE, "after": Bound.AFTER, "past": Bound.AFTER, "since": Bound.SINCE, "from": Bound.SINCE,
    "until": Bound.UNTIL, "till": Bound.UNTIL, "til": Bound.UNTIL, "through": Bound.UNTIL, "thru": Bound.UNTIL,
    "by": Bound.BY, "between": Bound.BETWEEN, "around": Bound.AROUND, "about": Bound.AROUND, "circa": Bound.AROUND,
    "c.": Bound.AROUND, "ca.": Bound.AROUND, "ca": Bound.AROUND, "roughly": Bound.AROUND, "approximately": Bound.AROUND,
    "near": Bound.AROUND, "toward": Bound.AROUND, "towards": Bound.AROUND,
}  # fmt: skip
_TWO = {("prior", "to"): Bound.BEFORE, ("ahead", "of"): Bound.BEFORE, ("as", "of"): Bound.ON, ("up", "to"): Bound.UNTIL,
        ("later", "than"): Bound.AFTER, ("earlier", "than"): Bound.BEFORE, ("starting", "in"): Bound.SINCE,
        ("starting", "on"): Bound.SINCE, ("beginning", "in"): Bound.SINCE, ("beginning", "on"): Bound.SINCE,
        ("starting", "from"): Bound.SINCE, ("effective", "from"): Bound.SINCE, ("up", "until"): Bound.UNTIL,
        ("up", "till"): Bound.UNTIL, ("up", "through"): Bound.UNTIL, ("as", "from"): Bound.SINCE}  # fmt: skip
_THREE = {
    ("no", "later", "than"): Bound.BY, ("not", "later", "than"): Bound.BY, ("no", "earlier", "than"): Bound.EARLIEST,
    ("not", "earlier", "than"): Bound.EARLIEST,
    ("no", "sooner", "than"): Bound.EARLIEST, ("as", "late", "as"): Bound.ON, ("as", "early", "as"): Bound.ON,
    ("as", "recently", "as"): Bound.ON, ("as", "soon", "as"): Bound.ON, ("as", "far", "as"): Bound.ON,
}  # fmt: skip
_LIMITS = {"earliest": Bound.EARLIEST, "soonest": Bound.EARLIEST, "latest": Bound.BY}
_ONE_VERB = {"starting": Bound.SINCE, "beginning": Bound.SINCE, "effective": Bound.SINCE}
_DETERMINERS = frozenset({"the", "a", "an"})
_APPROXIMATE = frozenset("about around circa c. ca. ca roughly approximately".split())
_NEARLY = frozenset("shortly just soon right immediately well sometime some only long".split())
_HOURS = frozenset({"noon", "midnight", "midday"})  # "by Tuesday noon"
_SOFT = frozenset({"early", "late", "earlier", "later"})


@dataclass(frozen=True, slots=True)
class Lead:
    """The words taken before a piece: where they start, the bound they give, the first word the piece is governed by.

    soft: "early" or "late" before a day ("early Thursday"). word: the preposition.
    """

    start: int
    at: int
    bound: Bound | None = None
    word: str = ""
    soft: str = ""


def lead(sentence: Sentence, piece: Piece, floor: int) -> Lead:
    """The lead of a piece; no token before `floor` is taken."""
    at, soft, approximate = piece.start, "", False
    words = sentence.tokens

    def word(i: int) -> str:
        return words[i].lower if i >= floor else ""

    if piece.offset is not None:
        return Lead(at - (word(at - 1) in _DETERMINERS), at)
    if piece.draft is not None and word(at - 1) in _SOFT:
        at, soft = at - 1, word(at - 1)
    elif piece.draft is not None and word(at - 1) == "on" and word(at - 2) in _SOFT:
        at, soft = at - 2, word(at - 2)
    start = at
    while word(start - 1) in _DETERMINERS or (word(start - 1) == "that" and piece.tentative):
        start -= 1
    if word(start - 1) in _APPROXIMATE and (
        word(start - 2) in _BOUNDS or word(start - 1) not in ("about", "around")
    ):
        start, approximate = start - 1, True
    if word(start - 1) == "least" and word(start - 2) == "at":
        start -= 2
    if not _governs(sentence, piece, start):
        return Lead(
            at, at, Bound.AROUND if approximate else None, soft=soft if soft in ("early", "late") else ""
        )
    found = _preposition(word, start)
    limit = _LIMITS.get(words[piece.stop + 2].lower) if _at_the(sentence, piece.stop) else None
    if limit is not None and (found is None or found[1] is Bound.ON):
        found = (start if found is None else found[0], limit, "" if found is None else found[2])
    elif found is not None and found[1] is Bound.BEFORE and not_before(sentence, sentence[found[0]].head):
        found = (found[0], Bound.EARLIEST, found[2])
    soft = soft if soft in ("early", "late") else ""
    if found is None:
        return Lead(at if not approximate else start, at, Bound.AROUND if approximate else None, soft=soft)
    start, bound, name = found
    if bound is Bound.ON and approximate:
        bound = Bound.AROUND
    while word(start - 1) in _NEARLY and bound in (Bound.AFTER, Bound.BEFORE):
        start -= 1
    if word(start - 1) == "time" and word(start - 2) == "some":
        start -= 2
    return Lead(start, start, bound, name, soft)


def _at_the(sentence: Sentence, stop: int) -> bool:
    """ "On May 3 at the earliest"."""
    return stop + 2 < len(sentence) and [t.lower for t in sentence.tokens[stop : stop + 2]] == ["at", "the"]


def _preposition(word: object, start: int) -> tuple[int, Bound, str] | None:
    assert callable(word)
    one, two, three = word(start - 1), word(start - 2), word(start - 3)
    if bound := _THREE.get((three, two, one)):
        return start - 3, bound, one
    if bound := _TWO.get((two, one)):
        return start - 2, bound, one
    if one in _ONE_VERB:
        return start - 1, _ONE_VERB[one], one
    if bound := _BOUNDS.get(one):
        return (start - 2 if two == "ever" and one == "since" else start - 1), bound, one
    return None


def _governs(sentence: Sentence, piece: Piece, first: int) -> bool:
    """Whether the words before the piece can bound it: not where it only modifies a noun ("after the March vote")."""
    stop = piece.stop
    for i in range(piece.start, stop):
        head = sentence[i].head
        noun = head >= stop and sentence[head].pos in ("NOUN", "PROPN") and sentence[head].lower not in _HOURS
        if noun and sentence[i].dep in (
            "compound", "nummod", "amod", "nmod", "poss"
        ):  # fmt: skip
            return first == piece.start and sentence[head].pos != "NOUN" and first < 0
    return True
