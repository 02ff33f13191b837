"""One duty, limit or date to come, told in two modes: "will open on Monday" and "opens on Monday"."""

from __future__ import annotations

from dataclasses import replace

from claimcheck import limits
from claimcheck.align import Place
from claimcheck.case import Case
from claimcheck.dimensions.context import Context, Modality, Strength
from claimcheck.finding import Finding, Relation
from claimcheck.reading import Reading

AHEAD = frozenset({Modality.PLAN, Modality.SCHEDULE})
LIMITING = frozenset({Modality.NONE, Modality.HABITUAL, Modality.ABILITY, Modality.OBLIGATION})
NEEDS = frozenset({"need", "require", "required", "necessary", "mandatory", "compulsory", "obligatory"})


def scheduled(case: Case, k: int, place: Place, found: Finding) -> Finding:
    """ "Goes on sale on Monday" says what "will go on sale on Monday" does, where the day is the same."""
    if found.rule != "hedge.plan":
        return found
    evidence = case.passage.readings[place.reading]
    sides = [(case.reading, _verb(case.reading, case.node(k).head))]
    sides.append((evidence, _verb(evidence, case.passage.node(place).head)))
    (mine, said), (theirs, given) = [(r.contexts[i], r.sentence[i].tag) for r, i in sides]
    now, ahead, tag = (theirs, mine, given) if mine.modality in AHEAD else (mine, theirs, said)
    firm = min(now.strength, theirs.strength) >= Strength.ATTRIBUTED
    if (
        ahead.modality not in AHEAD
        or now.modality is not Modality.NONE
        or tag not in {"VBZ", "VBP"}
        or not firm
    ):
        return found
    clause = case.account.clause
    if not any(case.node(n).kind == "date" and clause[n] == clause[k] for n in case.held):
        return found
    return replace(
        found, rule="hedge.kept", relation=Relation.ENTAILS, note="a date to come, told in the present"
    )


def _verb(reading: Reading, token: int) -> int:
    """The verb that a token is, or is the subject of."""
    found = reading.sentence[token]
    return found.head if found.dep in {"nsubj", "nsubjpass"} else token


def of_a_limit(case: Case, k: int, mine: Context, theirs: Context) -> bool:
    """ "Cannot exceed 200" and "is capped at 200": both give the limit, whichever modal verb there is."""
    if not {mine.modality, theirs.modality} <= LIMITING:
        return False
    clause = case.account.clause
    return any(clause[n] == clause[k] and limits.stated(case, n) for n in case.places)


def duties(case: Case, k: int, place: Place, mine: Context, theirs: Context) -> bool:
    """ "Must carry a token" and "a token is required": one duty, on the verb here and told of the thing there."""
    reading = case.passage.readings[place.reading]
    asked = _needed(case.reading, case.node(k).head)
    given = _needed(reading, case.passage.node(place).head)
    duty = Modality.OBLIGATION
    return mine.polarity == theirs.polarity and (
        (asked and theirs.modality is duty) or (given and mine.modality is duty)
    )


def _needed(reading: Reading, token: int) -> bool:
    """Whether the clause of a token says that something is needed."""
    above = [token, *reading.sentence.path_up(token)]
    verb = next((i for i in above if reading.sentence[i].pos in {"VERB", "AUX"}), token)
    below = [c for c in reading.sentence.children[verb] if reading.sentence[c].dep == "acomp"]
    return any(reading.sentence[i].lemma in NEEDS for i in (verb, *below))
