"""Who says what the evidence says: a speaker who goes on, a finder who says what was found, a party that denies."""

from __future__ import annotations

from collections.abc import Callable

from claimcheck.align import IMPLIED, Place
from claimcheck.case import Case
from claimcheck.dimensions.context import Context, Stance
from claimcheck.dimensions.context_speaker import heads
from claimcheck.finding import Finding, Relation
from claimcheck.reading import Reading
from claimcheck.speakers import same_speaker

Same = Callable[[int, int], bool | None]
FINDING = frozenset(
    "rule exclude determine find discover learn identify detect discount establish diagnose doubt expect "
    "forecast predict anticipate project".split()
)


def meant(case: Case, at: int, speaker: int) -> tuple[int, int]:
    """ "She said" right after "Dunn said": the one person who spoke before speaks on."""
    readings = case.passage.readings
    reading = readings[at]
    if reading.sentence[speaker].lower not in {"he", "she"} or speaker in reading.stands or not at:
        return at, speaker
    before = readings[at - 1]
    spoke = {
        h for n in before.nodes for s in before.contexts[n.head].speakers if not s.offset for h in s.heads
    }
    persons = [h for h in spoke if h in before.at and before.nodes[before.at[h]].kind == "name"]
    return (at - 1, persons[0]) if len(spoke) == 1 and persons else (at, speaker)


def owned_up(mine: Context, theirs: Context) -> bool:
    """Who admits a thing may do so beside another who tells it."""
    stances = [c.speaker.stance if c.speaker else None for c in (mine, theirs)]
    return stances[0] is Stance.CONFIRMED and stances[1] is not Stance.CONFIRMED


def by_own_verb(evidence: Reading, theirs: Context, mine: Context, same: Same) -> bool:
    """ "Investigators ruled out sabotage": what they ruled out, or found, they say."""
    speaker = mine.speaker
    if speaker is None or speaker.polarity < 0 or not speaker.heads:
        return False
    verbs = [i for i in (*theirs.cues, *theirs.governors) if evidence.sentence[i].lemma in FINDING]
    who = [h for verb in verbs for h in heads(evidence.sentence, verb)]
    return bool(who) and all(any(same(e, s) is True for e in who) for s in speaker.heads)


def by_a_verb(case: Case, place: Place, theirs: Context, mine: Context, same: Same) -> bool:
    """Whether a verb of the evidence says who tells it."""
    evidence = case.passage.readings[place.reading]
    return by_own_verb(evidence, theirs, mine, same) or by_same_verb(case, place, mine, same)


def by_same_verb(case: Case, place: Place, mine: Context, same: Same) -> bool:
    """ "A fault reported by users": who does the telling in the evidence, by the same verb, tells it."""
    speaker = mine.speaker
    k = case.reading.at.get(speaker.verb) if speaker is not None and not speaker.offset else None
    met = case.met(k) if k is not None else None
    if (
        speaker is None
        or met is None
        or met.reading != place.reading
        or case.passage.distance(met, place) > 1
    ):
        return False
    who = heads(case.passage.readings[met.reading].sentence, case.passage.node(met).head)
    return bool(who and speaker.heads) and all(any(same(e, s) is True for e in who) for s in speaker.heads)


def other_denies(mine: Context, theirs: Context, same: Same) -> bool:
    """One side's denial says nothing of what another party says."""
    a, b = theirs.speaker, mine.speaker
    stances = {speaker.stance for speaker in (a, b) if speaker is not None}
    if Stance.DENIED not in stances:
        return False
    return a is None or b is None or not any(same(e, s) is True for e in a.heads for s in b.heads)


def denied(mine: Context, theirs: Context, same: Same) -> bool:
    """The evidence's speaker denies what the statement has the same speaker say."""
    a, b = theirs.speaker, mine.speaker
    if (
        a is None
        or b is None
        or a.stance is not Stance.DENIED
        or b.stance not in {Stance.SAID, Stance.CONFIRMED}
    ):
        return False
    return mine.polarity > 0 and any(same(e, s) is True for e in a.heads for s in b.heads)


def denies_it(reading: Reading, token: int, context: Context) -> bool:
    """Whether a word is what the speaker denies, not only a part of it: who did not leave the show was in it."""
    verb = context.speaker.verb if context.speaker is not None else -1
    at, light = reading.sentence[token], {"be", "have"}
    while at.head not in {verb, at.i} and (at.dep == "conj" or reading.sentence[at.head].lemma in light):
        at = reading.sentence[at.head]
    return at.head == verb or at.dep in {"ccomp", "xcomp", "pcomp"}


def heard(case: Case) -> None:
    """ "Rehn told the council that …. She said …": who goes on speaking right after still tells whom they told."""
    said = {s for context in case.reading.contexts.values() for s in context.speakers if not s.offset}
    for speaker in said:
        k = case.reading.at.get(speaker.hearer) if speaker.hearer is not None else None
        verb = case.reading.at.get(speaker.verb)
        place = case.met(k) if k is not None else None
        speech = case.met(verb) if verb is not None else None
        if k is None or place is None or speech is None or place.reading + 1 != speech.reading:
            continue
        if k in case.held and k not in case.misplaced:
            continue
        before = case.passage.readings[place.reading]
        listening = case.passage.node(place).words
        tellers = {
            head
            for node in before.nodes
            for s in before.contexts[node.head].speakers
            if s.hearer in listening and not s.offset
            for head in s.heads
        }
        if any(
            same_speaker(before, e, case.reading, s, case.lore) is True
            for e in tellers
            for s in speaker.heads
        ):
            words = case.reading.text(case.node(k)), case.evidence(place)
            case.misplaced.discard(k)
            case.add(k, Finding("name.implied", Relation.ENTAILS, *words, "told in the sentence before"))


def of_one_topic(case: Case, at: int, e: int, s: int) -> bool:
    """Whether the evidence's unnamed mention ("the state reported …") was taken for the statement's name."""
    k, n = case.reading.at.get(s), case.passage.readings[at].at.get(e)
    pair = case.pairs.get(k) if k is not None else None
    return pair is not None and pair.related is IMPLIED and pair.place == (at, n)
