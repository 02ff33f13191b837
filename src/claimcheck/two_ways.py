"""One figure told in two ways: "48 out of 100" and "48%", "watched 40 times" and "40 views"."""

from __future__ import annotations

from collections.abc import Mapping

from claimcheck.align import Pair, Passage, Place
from claimcheck.dimensions.quantity import Quantity
from claimcheck.favour import HELD
from claimcheck.reading import Reading


def of_acts(
    statement: Reading,
    value: Quantity,
    passage: Passage,
    place: Place,
    other: Quantity,
    pairs: Mapping[int, Pair],
) -> bool:
    """ "Watched 40 million times" and "40 million views" count the same acts."""
    if value.dimension != "count" or other.dimension != "count" or {value.unit, other.unit} != {"times", ""}:
        return False
    mine, theirs = (q.governor if q.unit == "times" else q.head for q in (value, other))
    k = statement.at.get(mine) if mine is not None else None
    pair = pairs.get(k) if k is not None else None
    if pair is None or pair.related.meet not in HELD or pair.place.reading != place.reading:
        return False
    return passage.node(pair.place).head == theirs


def scored(e: Quantity, s: Quantity) -> bool:
    """ "48 out of 100" is 48%, and a score of 48."""
    rating, other = (e, s) if e.dimension == "rating" else (s, e)
    if other.dimension == "share":
        return rating.unit == "/100"
    return other.head is None and not other.unit
