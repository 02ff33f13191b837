"""What somebody expects, told by the noun: "raised its forecast for sales to 2 billion" says what sales it expects."""

from __future__ import annotations

from typing import Final

from claimcheck.align import Place
from claimcheck.case import Case
from claimcheck.dimensions.context import Context, Modality, Strength
from claimcheck.dimensions.quantity import Quantity

FORECASTS: Final = frozenset("forecast outlook guidance projection prediction".split())
# Verbs by which a forecast is made or changed, and still stands.
STANDING: Final = frozenset(
    "raise lift up increase hike boost cut lower trim reduce slash narrow widen change revise keep maintain reiterate "
    "confirm reaffirm affirm repeat set give issue leave be stand have publish".split()
)
EXPECTS: Final = frozenset("expect forecast project predict estimate anticipate see".split())


def given(case: Case, mine: Context, place: Place) -> bool:
    """Whether the evidence has a forecast for the verb by which the statement says what is expected, and it stands."""
    if mine.modality is not Modality.PLAN or mine.polarity < 0:
        return False
    above = [*mine.governors, *(speaker.verb for speaker in mine.speakers)]
    sentence = case.reading.sentence
    for n in (case.reading.at.get(i) for i in above if sentence[i].lemma in EXPECTS):
        met = case.met(n) if n is not None else None
        if met is None or met.reading != place.reading or case.passage.node(met).lemma not in FORECASTS:
            continue
        if any(
            sentence[c].dep == "aux" and sentence[c].lower == "had"
            for c in sentence.children[case.node(n or 0).head]
        ):
            return False
        return _stands(case, met) and _whose(case, mine, n or 0, met)
    return False


def _stands(case: Case, noun: Place) -> bool:
    """Whether the verb of a forecast leaves it standing, as a fact, and the statement's figures are its new ones."""
    reading = case.passage.readings[noun.reading]
    token = case.passage.node(noun).head
    verb = next(
        (i for i in reading.sentence.path_up(token) if reading.sentence[i].pos in {"VERB", "AUX"}), None
    )
    if verb is None or reading.sentence[verb].lemma not in STANDING:
        return False
    context = reading.contexts[verb]
    old = any(
        isinstance(value := case.passage.node(place).value, Quantity) and value.role == "start"
        for place in case.places.values()
        if place.reading == noun.reading
    )
    return context.polarity > 0 and context.strength >= Strength.ATTRIBUTED and not context.ended and not old


def _whose(case: Case, mine: Context, verb: int, noun: Place) -> bool:
    """Whether who expects it in the statement is whose forecast it is in the evidence."""
    reading, token = case.passage.readings[noun.reading], case.passage.node(noun).head
    owners = [c for r, c in reading.graph.fillers(token) if r == "poss"]
    if not owners or all(reading.sentence[c].pos == "PRON" for c in owners):
        above = next((i for i in reading.sentence.path_up(token) if reading.sentence[i].pos == "VERB"), token)
        owners += [c for r, c in reading.graph.fillers(above) if r == "agent"]
    heads = [h for speaker in mine.speakers for h in speaker.heads]
    heads += [c for r, c in case.reading.graph.fillers(case.node(verb).head) if r == "agent"]
    met = [case.met(case.reading.at[h]) if h in case.reading.at else None for h in heads]
    return bool(met) and all(
        place is not None and place.reading == noun.reading and case.passage.node(place).head in owners
        for place in met
    )
