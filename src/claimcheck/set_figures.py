"""Figures that are set, asked or aimed at: a target is not a result, nor a minimum fine the fine."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from claimcheck.case import Case
from claimcheck.dimensions.context import Modality
from claimcheck.dimensions.quantity import Quantity
from claimcheck.finding import Finding, Relation
from claimcheck.forecasts import EXPECTS, FORECASTS
from claimcheck.limits import LEAST, MOST
from claimcheck.reading import Reading

SET: Final = MOST | LEAST | frozenset("target budget quota goal asking threshold guideline allowance".split())
AIMED: Final = FORECASTS | frozenset("target goal quota".split())
AHEAD: Final = frozenset({Modality.ABILITY, Modality.OBLIGATION, Modality.PLAN, Modality.INTENTION})


def compare(case: Case) -> Iterator[Finding]:
    """One finding for every plain figure that the evidence calls a limit, a target or a price asked."""
    if any(t.lemma in SET | AIMED | EXPECTS or t.lower in SET for t in case.reading.sentence):
        return
    for k, place in case.places.items():
        value, other = case.node(k).value, case.passage.node(place).value
        if not isinstance(value, Quantity) or not isinstance(other, Quantity) or value.form == "bound":
            continue
        context = case.reading.contexts[case.node(k).head]
        word = _set(case.passage.readings[place.reading], case.passage.node(place).head)
        if word and k in case.held and context.modality not in AHEAD:
            text = case.reading.text(case.node(k))
            yield Finding("hedge.dropped", Relation.UNDETERMINED, text, word, "", case.node(k).words)


def _set(reading: Reading, figure: int) -> str:
    """The word that says a figure is set: what a copula says it of, or the noun that it stands with."""
    sentence = reading.sentence
    verb = next(
        (i for i in (figure, *sentence.path_up(figure)) if sentence[i].pos in {"VERB", "AUX"}), figure
    )
    aimed = next((i for i in _carriers(reading, figure, verb) if sentence[i].lemma in AIMED), None)
    if aimed is not None:
        return sentence.words(aimed, aimed + 1)
    if sentence[verb].lemma not in {"be", "stand"}:
        return ""
    for k in sentence.children[verb]:
        if sentence[k].dep != "nsubj":
            continue
        beside = (k, *(j for j in sentence.children[k] if sentence[j].dep in {"amod", "compound"}))
        found = next((i for i in beside if {sentence[i].lemma, sentence[i].lower} & SET), None)
        if found is not None:
            return sentence.words(found, found + 1)
    return ""


def _carriers(reading: Reading, figure: int, verb: int) -> list[int]:
    """The nouns that a figure hangs from, and what the verb above it changes: "raised its forecast to 5 million"."""
    sentence = reading.sentence
    path = [i for i in sentence.path_up(figure) if i != verb and sentence[i].pos == "NOUN"]
    nouns = path[: path.index(verb)] if verb in path else path
    value = reading.nodes[reading.at[figure]].value
    moved = isinstance(value, Quantity) and value.role in {"end", "start"}
    changed = [c for c in sentence.children[verb] if sentence[c].dep in {"dobj", "nsubjpass"}]
    return [*nouns, *(changed if moved else ())]
