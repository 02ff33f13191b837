"""Where, whither and by what a thing is done: the prepositions of statement and evidence compared.

See `dimensions.preposition` for what one says of another.
"""

from __future__ import annotations

from dataclasses import dataclass

from claimcheck.account import LIGHT_VERBS
from claimcheck.case import Case
from claimcheck.dimensions import preposition
from claimcheck.dimensions.context import Modality
from claimcheck.finding import Finding, Relation
from claimcheck.reading import Reading
from claimcheck.relate import Meet
from claimcheck.scenes import SIDES

# Nouns and adverbs that make one preposition with those around them: "in front of", "away from", "close to".
_NOUNS = frozenset({"front", "behalf", "spite", "favour", "favor"})
_ADVERBS = frozenset({"away", "close", "next", "ahead", "prior", "due", "out", "up"})
_TIMES = frozenset({"before", "after", "following", "prior to", "since", "until", "till", "ahead of"})
_LINKS = frozenset({"pobj", "pcomp"})


TAKING_SIDES = frozenset("vote argue speak campaign testify rule lobby".split())


@dataclass(frozen=True, slots=True)
class Phrase:
    """A preposition: the token it hangs from, its text, and the tokens of it that are words by themselves."""

    head: int
    text: str
    words: tuple[int, ...] = ()


def account(case: Case) -> None:
    """What the evidence has with a preposition that does not say as much is not accounted for."""
    counted = {things[0] for things in case.account.things.values() if things}
    for k, node in enumerate(case.reading.nodes):
        child = case.met(k) if node.head not in counted else None  # "by 15 laps" is the figure's
        if child is None or node.kind not in {"word", "name"} or not (k in case.held or k in case.misplaced):
            continue
        reading = case.passage.readings[child.reading]
        mine = _phrase(case.reading, node.head)
        theirs = _phrase(reading, case.passage.node(child).head)
        if mine is None or theirs is None or not _of_one(case, mine.head, child.reading, theirs.head):
            continue
        if mine.text == theirs.text or {mine.text, theirs.text} <= _TIMES:
            continue  # `order` compares what comes first
        of_noun = reading.sentence[theirs.head].pos not in {"VERB", "AUX"}
        here = f"{mine.text} {case.reading.text(node)}"
        there = f"{theirs.text} {case.evidence(child)}"
        verb = case.reading.at.get(mine.head)
        if verb in case.turned and {mine.text, theirs.text} == SIDES:
            continue
        if {mine.text, theirs.text} == SIDES and _on_sides(case, verb, child.reading, theirs.head):
            case.held.discard(k)
            case.findings[k] = [
                Finding("polarity.antonym", Relation.CONTRADICTS, here, there, "", case.node(k).words)
            ]
            continue
        if not preposition.says(theirs.text, mine.text, of_noun=of_noun):
            case.held.discard(k)
            case.findings[k] = []
            case.add(k, Finding("role.preposition", Relation.UNDETERMINED, here, there))
        elif preposition.known(theirs.text) and preposition.known(mine.text):
            _hold(case, k, mine, here, there)


def _on_sides(case: Case, verb: int | None, r: int, theirs: int) -> bool:
    """Whether both texts tell, alike affirmed, on which side of a matter somebody came down."""
    if (
        verb is None
        or case.node(verb).lemma not in TAKING_SIDES
        or case.reading.sentence[case.node(verb).head].pos != "VERB"
    ):
        return False
    contexts = case.reading.contexts[case.node(verb).head], case.passage.readings[r].contexts[theirs]
    return all(c.polarity > 0 and c.modality is Modality.NONE for c in contexts)


def _hold(case: Case, k: int, mine: Phrase, here: str, there: str) -> None:
    """Account for a noun under a preposition of several words, and for the words of the preposition itself."""
    for n in (k, *(n for t in mine.words if (n := case.reading.at.get(t)) is not None)):
        if n not in case.held:
            case.misplaced.discard(n)
            case.add(n, Finding("role.preposition", Relation.ENTAILS, here, there))


def _of_one(case: Case, mine: int, reading: int, theirs: int) -> bool:
    """Whether two words from which a noun hangs are aligned, or both say only that something is there."""
    evidence, k = case.passage.readings[reading], case.reading.at.get(mine)
    place = case.met(k) if k is not None else None
    if place is not None and k is not None and place.reading == reading:
        alike = case.pairs[k].related.meet in {Meet.SAME, Meet.NARROWER}
        if alike and theirs in case.passage.node(place).words:
            return True
    light = case.reading.sentence[mine].lemma in LIGHT_VERBS
    return light and evidence.sentence[theirs].lemma in LIGHT_VERBS


def _phrase(reading: Reading, token: int) -> Phrase | None:
    """The preposition a noun hangs by, of however many words it is, and the word above; None where there is none."""
    sentence = reading.sentence
    t = sentence[token]
    while t.dep in {"conj", "compound"}:
        t = sentence[t.head]
    if t.dep not in _LINKS:
        return None
    prep = sentence[t.head]
    text, above = prep.lower, sentence[prep.head]
    if any(sentence[c].lower == "of" and sentence[c].dep == "pcomp" for c in sentence.children[prep.i]):
        text += " of"
    if above.lower in _NOUNS and above.dep in _LINKS:
        before = sentence[above.head]
        return Phrase(before.head, f"{before.lower} {above.lower} {text}", (above.i,))
    if above.lower in _ADVERBS and above.pos in {"ADP", "ADV", "ADJ", "SCONJ"}:
        return Phrase(above.head, f"{above.lower} {text}", (above.i,))
    return Phrase(above.i, text)
