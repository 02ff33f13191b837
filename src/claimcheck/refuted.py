"""Reports that the evidence itself calls false: a hoax, a forgery, a claim that tests disproved."""

from __future__ import annotations

from typing import Final

from claimcheck.align import Place
from claimcheck.case import Case

REFUTING: Final = frozenset(
    "false untrue forgery hoax debunk disprove refute fabricate fabrication baseless unfounded groundless myth "
    "misinformation disinformation fake bogus contradict discredit retract mistaken erroneous incorrect".split()
)


def refuted(case: Case, place: Place) -> bool:
    """Whether the sentence of a report has a word that refutes it, and that the statement does not have."""
    sentence = case.passage.readings[place.reading].sentence
    below = {i for i in range(len(sentence)) if case.passage.node(place).head in sentence.path_up(i)}
    met = {case.passage.node(p).head for n in case.held if (p := case.met(n)) is not None}
    return any(t.lemma in REFUTING and t.i not in met | below for t in sentence)
