"""What the evidence says that somebody or something is: "posed as a doctor" and "played a nurse" do not say it."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from claimcheck.align import Place
from claimcheck.case import Case
from claimcheck.finding import Finding, Relation

COPULAS: Final = frozenset({"be", "become", "remain"})
# Verbs whose object says what their subject is.
SAYING_WHAT: Final = frozenset(
    "be become remain make get win gain hold have represent constitute form comprise mean equal".split()
)
TAKING_FOR: Final = frozenset({"mistake", "confuse", "take", "pass"})
DOERS: Final = frozenset({"agent", "subject"})


def compare(case: Case) -> Iterator[Finding]:
    """One finding for every noun that the statement says its subject is, and the evidence says otherwise of it."""
    for link in case.links:
        k, subject = link.head, link.child
        token = case.reading.sentence[case.node(k).head]
        copula = case.reading.sentence[token.head]
        if link.role != "subject" or token.dep != "attr" or copula.lemma not in COPULAS:
            continue
        place, other = case.met(k), case.met(subject)
        if case.account.clause[k] in {case.account.clause[n] for n in case.limited}:
            continue  # "may be up to 128 characters" of what "must not exceed 128 characters"
        if place is None or other is None or place.reading != other.reading or case.node(k).kind != "word":
            continue
        verb = _otherwise(case, place, other)
        if verb:
            yield Finding("hedge.dropped", Relation.UNDETERMINED, copula.text, verb, "", case.node(k).words)


def _otherwise(case: Case, place: Place, subject: Place) -> str:
    """The verb that joins the subject with the noun, where it does not say that the one is the other."""
    reading = case.passage.readings[place.reading]
    sentence, noun = reading.sentence, _head(case, place)
    token, about = sentence[noun], _head(case, subject)
    verb = sentence[token.head]
    if token.dep == "dobj" and verb.pos == "VERB" and verb.lemma not in SAYING_WHAT:
        doers = {c for r, c in reading.graph.fillers(verb.i) if r in DOERS}
        return verb.text if about in doers else ""
    if token.dep == "pobj" and verb.lower == "for":
        above = next((sentence[i] for i in sentence.path_up(verb.i) if sentence[i].pos == "VERB"), None)
        return above.text if above is not None and above.lemma in TAKING_FOR else ""
    return ""


def _head(case: Case, place: Place) -> int:
    return case.passage.node(place).head
