"""What somebody has settled not to do: called off, withdrawn from, ruled out, or refused in so many words.

A strike called off last week will not be held next week, and a club that has withdrawn will not play: the event is
past, what it settles is to come. Who says that they will not do a thing has refused to do it, so far as they are
reported.
"""

from __future__ import annotations

from dataclasses import replace
from typing import Final

from claimcheck.align import Place
from claimcheck.case import Case
from claimcheck.dimensions.context import Context, Modality, Stance, Strength, Tense
from claimcheck.reading import Reading

SETTLES: Final = frozenset(
    "withdraw withdraw_from pull_out pull_out_of drop_out drop_out_of cancel call_off scrap rule_out exclude boycott "
    "abandon opt_out opt_out_of back_out back_out_of shelve axe abort scratch forfeit decline refuse reject turn_down "
    "veto quit retire ban bar".split()
)
_AHEAD: Final = frozenset({Modality.PLAN, Modality.SCHEDULE})
_DONE: Final = frozenset({Modality.NONE, Modality.REFUSAL, Modality.FAILURE})
_OWN: Final = frozenset({Stance.SAID, Stance.VOWS, Stance.CONFIRMED})
_DECIDES: Final = frozenset({"decide", "opt", "choose", "elect"})
_PRONOUNS: Final = frozenset("he she it they we i".split())
_RULES_OUT: Final = frozenset({"rule", "exclude"})


def as_settled(
    case: Case, token: int, place: Place, mine: Context, theirs: Context
) -> tuple[Context, Context]:
    """The contexts, with what is settled read as what is to come, and one's own "will not" as a refusal."""
    evidence = case.passage.readings[place.reading]
    at = case.passage.node(place).head
    if mine.modality in _AHEAD and theirs.modality is Modality.NONE and _settled(evidence, at, theirs):
        theirs = replace(theirs, modality=mine.modality, tense=Tense.FUTURE)
    if mine.modality in _DONE and theirs.polarity < 0 and _refused(evidence, at, theirs):
        theirs = replace(theirs, modality=Modality.REFUSAL, tense=Tense.PAST)
    if mine.modality in _DONE and theirs.polarity < 0 and _decided(evidence, theirs):
        firm = Strength.ATTRIBUTED if theirs.speakers else Strength.FACT
        theirs = replace(
            theirs, modality=Modality.REFUSAL, tense=Tense.PAST, strength=firm, within=Strength.FACT
        )
    if theirs.modality is Modality.REFUSAL and mine.polarity < 0 and _refused(case.reading, token, mine):
        mine = replace(mine, modality=Modality.REFUSAL, tense=Tense.PAST, speakers=mine.speakers[:-1])
    return mine, theirs


def _settled(reading: Reading, token: int, context: Context) -> bool:
    """Whether a verb, or one that governs a word, settles that a thing will not be."""
    if context.strength < Strength.ATTRIBUTED or context.tense is Tense.FUTURE:
        return False
    return any(_called(reading, i) & SETTLES for i in (token, *context.cues, *context.governors))


def _called(reading: Reading, token: int) -> frozenset[str]:
    n = reading.at.get(token)
    if n is None:
        return frozenset({reading.sentence[token].lemma})
    node = reading.nodes[n]
    return frozenset({node.lemma, *(i.lemma for i in node.idioms)})


def _decided(reading: Reading, context: Context) -> bool:
    """ "Decided against raising its rate", "opted not to sell"."""
    if context.modality is not Modality.INTENTION or context.within < Strength.LIKELY:
        return False
    above = (reading.sentence[i] for i in (*context.cues, *context.governors))
    return any(t.lemma in _DECIDES and t.tag in {"VBD", "VBN"} for t in above)


def _refused(reading: Reading, token: int, context: Context) -> bool:
    """ "Park said she would not resign": the speaker is the one who will not."""
    speaker = context.speaker
    if speaker is None or speaker.offset or speaker.stance not in _OWN or len(speaker.heads) != 1:
        return False
    if context.modality not in {Modality.PLAN, Modality.INTENTION} or speaker.polarity < 0:
        return False
    who = [c for role, c in reading.graph.fillers(token) if role == "agent"]
    return len(who) == 1 and _one(reading, who[0], speaker.heads[0])


def _one(reading: Reading, subject: int, speaker: int) -> bool:
    """Whether a subject means the speaker: a pronoun that stands for them, or for nobody else."""
    token = reading.sentence[subject]
    if token.lower not in _PRONOUNS:
        return False
    stands, n = reading.stands.get(subject), reading.at.get(speaker)
    if stands is None or not stands.names or n is None:
        return True
    said = reading.nodes[n].value
    theirs = reading.stands.get(speaker)
    names = (theirs.names if theirs else ()) + ((said,) if said is not None else ())
    return not names or any(name == other for name in stands.names for other in names)


def ruled_out(case: Case, place: Place, theirs: Context, mine: Context) -> bool:
    """ "Could rise" of what has been ruled out: whenever that was done, it is not possible."""
    if theirs.modality is not Modality.ABILITY or theirs.polarity > 0 or mine.polarity < 0:
        return False
    sentence = case.passage.readings[place.reading].sentence
    return any(sentence[i].lemma in _RULES_OUT for i in theirs.cues) and mine.tense is Tense.FUTURE
