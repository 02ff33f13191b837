"""The phase of an activity that a text tells of: that it began, went on or stopped, became so or stayed so."""

from __future__ import annotations

from typing import Final

from claimcheck.align import Place
from claimcheck.case import Case
from claimcheck.finding import Finding, Relation
from claimcheck.reading import Reading

BEGIN, GO_ON, STOP = "begun", "gone on", "stopped"
# Aspectual verbs: Levin, English Verb Classes and Alternations (1993), 55.
PHASES: Final[dict[str, str]] = {
    **dict.fromkeys("begin start commence become turn".split(), BEGIN),
    **dict.fromkeys("continue keep remain stay resume".split(), GO_ON),
    **dict.fromkeys("stop cease quit halt end discontinue".split(), STOP),
}
OPPOSED: Final = frozenset({(BEGIN, STOP), (STOP, BEGIN)})


def compare(case: Case, k: int, place: Place) -> Finding | None:
    """What differs between the phases of a matched predicate: on one day, beginning and stopping exclude each other."""
    mine = _phase(case.reading, case.node(k).head)
    theirs = _phase(case.passage.readings[place.reading], case.passage.node(place).head)
    if not mine or not theirs or mine == theirs:
        return None
    clause = case.account.clause
    dated = any(case.node(n).kind == "date" and clause[n] == clause[k] for n in case.held)
    if (mine, theirs) in OPPOSED and dated:
        return Finding("polarity.negated", Relation.CONTRADICTS, mine, theirs, "")
    return Finding("polarity.open", Relation.UNDETERMINED, mine, theirs, "")


def _phase(reading: Reading, token: int) -> str:
    """The phase that the verb over a word gives it, or the copula that says it."""
    context, sentence = reading.contexts[token], reading.sentence
    above = sentence[sentence[token].head]
    over = {*context.cues, *context.governors}
    if sentence[token].dep in {"acomp", "attr", "oprd"}:
        over.add(above.i)
    found = [PHASES[sentence[i].lemma] for i in sorted(over) if sentence[i].lemma in PHASES]
    return found[-1] if found else ""
