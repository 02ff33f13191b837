"""What holds for any of several: "servers on 7 or 8 can be moved", "works in version 5 and later"."""

from __future__ import annotations

from typing import Final

from claimcheck.align import Place
from claimcheck.case import Case
from claimcheck.dimensions.context import Modality
from claimcheck.dimensions.quantity import Quantity
from claimcheck.reading import Reading

_OFFERED: Final = frozenset("support work run be include offer provide function operate".split())
_NARROWING: Final = frozenset({"acl", "relcl", "prep"})


def one_of(case: Case, value: Quantity, place: Place) -> bool:
    """Whether the statement names one of the figures that the evidence says the same of, one by one."""
    other = case.passage.node(place).value
    if not isinstance(other, Quantity) or value.form != "exact" or value.interval is None:
        return False
    if other.interval is None or not value.interval.inside(other.interval):
        return False
    reading = case.passage.readings[place.reading]
    if other.dimension == "version" == value.dimension and other.form == "bound":
        return _offered(reading, other) and _offered(case.reading, value)
    return " or " in other.text and _an_end(value, other) and _of_any(reading, other)


def _offered(reading: Reading, value: Quantity) -> bool:
    """Whether a version is one in which something works or is to be had; what is needed or new is another matter."""
    start = value.start if value.governor is None else value.governor
    verbs = (
        i for i in (start, *reading.sentence.path_up(start)) if reading.sentence[i].pos in {"VERB", "AUX"}
    )
    verb = next(verbs, None)
    return (
        verb is not None and reading.sentence[verb].lemma in _OFFERED and reading.contexts[verb].polarity > 0
    )


def _an_end(value: Quantity, other: Quantity) -> bool:
    assert value.interval is not None
    assert other.interval is not None
    return value.interval.low in {other.interval.low, other.interval.high}


def _of_any(reading: Reading, other: Quantity) -> bool:
    """Whether "7 or 8" narrows a subject of which something can, may or must be: then it holds for each."""
    sentence = reading.sentence
    path = [other.start, *sentence.path_up(other.start)]
    narrowing = any(sentence[i].dep in _NARROWING for i in path)
    verb = next((i for i in path if any(sentence[c].dep == "aux" for c in sentence.children[i])), None)
    modal = {Modality.ABILITY, Modality.OBLIGATION}
    return narrowing and verb is not None and reading.contexts[verb].modality in modal
