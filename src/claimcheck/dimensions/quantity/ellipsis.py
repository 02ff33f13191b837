"""The thing counted where a figure leaves it out: "nine houses in Calder and four in Weir", "17 of them"."""

from __future__ import annotations

from dataclasses import replace

from claimcheck.dimensions.interval import EXACT
from claimcheck.dimensions.quantity.draft import low
from claimcheck.dimensions.quantity.value import COUNT, SHARE, Quantity
from claimcheck.dimensions.units import unit_of
from claimcheck.tokens import Sentence

MEASURES = frozenset({"duration", "calendar", "length", "mass", "area", "volume", "data", "speed", "power"})
_JOINS = frozenset({"and", "or", "but", ",", ";", "while", "than", "against", "with", "from", "to"})
_PRONOUNS = frozenset({"them", "whom", "these", "those", "which"})
_AFTER = frozenset({"ADP", "PUNCT", "SCONJ"})


def share_heads(found: list[Quantity], sentence: Sentence) -> None:
    """Gives bare counts the noun that the count before them, or a fronted "of the members", has."""
    whole = _fronted(sentence)
    for n, one in enumerate(found):
        if one.head is None and one.dimension == SHARE and not one.partitive:
            _share_whole(found, n, sentence)
        if one.dimension != COUNT or one.head is not None or one.role == "ordinal" or one.other:
            continue
        before = next((q for q in reversed(found[:n]) if _counts(q)), None)
        if whole is not None and one.start > whole and _opens_clause(sentence, one):
            found[n] = replace(one, head=whole, partitive=True)
        elif one.partitive and low(sentence, one.stop + 1) in _PRONOUNS:
            if before is not None:
                found[n] = replace(one, head=before.head)
        elif before is not None and _goes_on(sentence, before, one):
            found[n] = replace(one, head=before.head)


def _share_whole(found: list[Quantity], n: int, sentence: Sentence) -> None:
    """ "61% of the vote; her rival got 39%": a share of the same whole."""
    one = found[n]
    before = next((q for q in reversed(found[:n]) if q.dimension == SHARE), None)
    end = one.stop >= len(sentence) or sentence[one.stop].pos == "PUNCT"
    if (
        before is not None
        and before.partitive
        and before.head is not None
        and end
        and before.role == one.role
    ):
        found[n] = replace(one, head=before.head, partitive=True)


def share_rates(found: list[Quantity]) -> None:
    """Gives the one end of a change the rate of the other: "to $13,000 a ton from $78,000"."""
    for n in range(len(found) - 1):
        one, two = found[n], found[n + 1]
        if {one.role, two.role} == {"start", "end"} and one.dimension == two.dimension:
            if one.per and not two.per:
                found[n + 1] = replace(two, per=one.per)
            elif two.per and not one.per:
                found[n] = replace(one, per=two.per)


def share_measures(found: list[Quantity], sentence: Sentence) -> None:
    """Gives a bare number the unit of the figure before it under the same verb: "lasted 8 hours; now it lasts 12"."""
    for n in range(1, len(found)):
        one, two = found[n - 1], found[n]
        unit = unit_of(one.unit) if one.dimension in MEASURES else None
        if unit is None or two.dimension != COUNT or two.head is not None or two.interval is None or two.unit:
            continue
        verbs = [sentence[q.governor].lemma for q in (one, two) if q.governor is not None]
        if low(sentence, two.start - 1) == "top":
            continue  # "eleven weeks in the top ten"
        end = two.stop >= len(sentence) or sentence[two.stop].pos == "PUNCT"
        again = end and len(verbs) == 2 and verbs[0] == verbs[1] and one.role == two.role
        if again or {one.role, two.role} == {"start", "end"}:
            found[n] = replace(
                two,
                dimension=one.dimension,
                unit=one.unit,
                interval=two.interval.scale(unit.factor).shift(unit.offset),
                resolution=EXACT.multiply(two.resolution, unit.factor),
                significant=EXACT.multiply(two.significant, unit.factor),
            )


def _counts(quantity: Quantity) -> bool:
    return quantity.dimension == COUNT and quantity.head is not None and quantity.unit == ""


def _fronted(sentence: Sentence) -> int | None:
    """The noun of "Of the 640 members, …" at the head of a sentence."""
    if len(sentence) < 4 or sentence[0].lower not in {"of", "among"}:
        return None
    comma = next((t.i for t in sentence if t.text == ","), None)
    if comma is None or comma > 8:
        return None
    inside = [c for c in sentence.children[0] if sentence[c].dep == "pobj" and c < comma]
    return inside[-1] if inside else None


def _opens_clause(sentence: Sentence, one: Quantity) -> bool:
    """Whether a bare figure is a subject or goes on a list of such."""
    return low(sentence, one.start - 1) in _JOINS


def _goes_on(sentence: Sentence, before: Quantity, one: Quantity) -> bool:
    """Whether a bare figure takes up the count before it: joined to it, and followed by no noun of its own."""
    if _object(sentence, one) and before.role == one.role == "value":
        return True
    if low(sentence, one.start - 1) not in _JOINS or one.role not in ("value", before.role, "start", "end"):
        return False
    after = sentence[one.stop] if one.stop < len(sentence) else None
    if after is not None and after.lower == "of":
        return False
    if after is not None and after.pos not in _AFTER and one.role not in ("start", "end"):
        return False
    return before.role in ("value", "end") and sentence[before.head or 0].tag in ("NNS", "NNPS", "NN")


def _object(sentence: Sentence, one: Quantity) -> bool:
    """ "In 2020 it carried 1.3 million.", "… but has 420.": a bare figure that is all the object there is."""
    if one.governor is None or sentence[one.governor].pos not in {"VERB", "AUX"}:
        return False
    end = one.stop >= len(sentence) or sentence[one.stop].pos == "PUNCT"
    return end and any(sentence[i].dep == "dobj" and sentence[i].head == one.governor for i in one.words)
