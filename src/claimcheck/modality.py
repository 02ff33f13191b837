"""Where two clauses are of different kinds and yet say the same: limits, duties, and plans with their dates."""

from __future__ import annotations

from claimcheck import limits
from claimcheck.align import Place
from claimcheck.case import Case
from claimcheck.dimensions import hedge
from claimcheck.dimensions.context import Context, Modality, Strength
from claimcheck.reading import Reading
from claimcheck.tokens import Sentence

LIMITING = frozenset({Modality.NONE, Modality.HABITUAL, Modality.ABILITY, Modality.OBLIGATION})
NEEDS = frozenset({"need", "require", "required", "necessary", "mandatory", "compulsory", "obligatory"})
AHEAD = frozenset({Modality.PLAN, Modality.SCHEDULE})
AUXILIARY = frozenset({"aux", "auxpass"})


def of_a_limit(case: Case, k: int, mine: Context, theirs: Context) -> bool:
    """ "Cannot exceed 200" and "is capped at 200": both give the limit, whichever modal verb there is."""
    if not {mine.modality, theirs.modality} <= LIMITING:
        return False
    clause = case.account.clause
    return any(clause[n] == clause[k] and limits.stated(case, n) for n in case.places)


def one_duty(case: Case, k: int, place: Place, mine: Context, theirs: Context) -> bool:
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


def dated(case: Case, k: int, place: Place, mine: Context, theirs: Context) -> bool:
    """ "Support ends on June 3" and "will end on June 3": with its date, the present tells what is to come."""
    kinds = {mine.modality, theirs.modality}
    if not kinds & AHEAD or kinds - AHEAD != {Modality.NONE}:
        return False
    if mine.strength is not Strength.FACT or hedge.stated(theirs, mine) is not Strength.FACT:
        return False
    evidence = case.passage.readings[place.reading].sentence
    ahead_is_mine = mine.modality in AHEAD
    present = (
        _present(evidence, case.passage.node(place).head)
        if ahead_is_mine
        else _present(case.reading.sentence, case.node(k).head)
    )
    clause = case.account.clause[k]
    return present and any(
        case.node(n).kind == "date" and case.account.clause[n] == clause for n in case.held
    )


def _present(sentence: Sentence, token: int) -> bool:
    """Whether the verb over a word, or the word itself, is in the simple present."""
    path = (token, *sentence.path_up(token))
    verb = next((i for i in path if sentence[i].pos in {"VERB", "AUX"}), token)
    perfect = any(sentence[c].lemma == "have" and sentence[c].dep == "aux" for c in sentence.children[verb])
    finite = {
        sentence[verb].tag,
        *(sentence[c].tag for c in sentence.children[verb] if sentence[c].dep in AUXILIARY),
    }
    return not perfect and bool(finite & {"VBZ", "VBP"})
