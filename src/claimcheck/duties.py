"""What must, can or may be: one limit or one duty, whichever modal verb or noun tells it."""

from __future__ import annotations

from claimcheck import limits
from claimcheck.align import Place
from claimcheck.case import Case
from claimcheck.dimensions.context import Context, Modality, Tense
from claimcheck.reading import Reading

LIMITING = frozenset({Modality.NONE, Modality.HABITUAL, Modality.ABILITY, Modality.OBLIGATION})
HAPPENED = (Modality.NONE, Tense.PAST)  # "lost up to 40%" limits nothing
PERMITS = frozenset("allow permit let authorise authorize entitle".split())
BANS = frozenset("ban bar forbid prohibit outlaw".split())
NEEDS = frozenset({"need", "require", "required", "necessary", "mandatory", "compulsory", "obligatory"})


def of_a_limit(case: Case, k: int, mine: Context, theirs: Context) -> bool:
    """ "Cannot exceed 200" and "is capped at 200": both give the limit, whichever modal verb there is."""
    if not {mine.modality, theirs.modality} <= LIMITING or (mine.modality, mine.tense) == HAPPENED:
        return False
    clause = case.account.clause
    return any(clause[n] == clause[k] and limits.stated(case, n) for n in case.places)


def both(case: Case, k: int, place: Place, mine: Context, theirs: Context) -> bool:
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


def permission(evidence: Reading, theirs: Context, statement: Reading, mine: Context) -> bool:
    """ "Was not allowed to dock" against "was permitted to dock", "is banned" against "is allowed"."""
    if theirs.polarity > 0 or mine.polarity < 0 or theirs.tense is not mine.tense:
        return False
    given = {statement.sentence[i].lemma for i in (*mine.governors, *mine.cues)}
    asked = {evidence.sentence[i].lemma for i in (*theirs.governors, *theirs.cues)}
    return bool(given & PERMITS) and bool(asked & (PERMITS | BANS))


def hedged_by_its_words(case: Case, k: int, place: Place) -> bool:
    """ "No known exploitation" of what "is not known to have been exploited": the word above is one before it here."""
    reading = case.passage.readings[place.reading]
    above = {reading.at.get(i) for i in reading.sentence.path_up(case.passage.node(place).head)}
    met = [case.met(link.child) for link in case.links if link.head == k and link.role == "mod"]
    return any(p is not None and p.reading == place.reading and p.node in above for p in met)
