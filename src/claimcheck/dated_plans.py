"""Plans with their dates: what will be on a day, told in the present or as what is to come."""

from __future__ import annotations

from claimcheck.align import Place
from claimcheck.case import Case
from claimcheck.dimensions import hedge
from claimcheck.dimensions.context import Context, Modality, Strength
from claimcheck.tokens import Sentence

AHEAD = frozenset({Modality.PLAN, Modality.SCHEDULE})
AUXILIARY = frozenset({"aux", "auxpass"})


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
