"""What a clause's own words add up to, and the tense that they give its predicate."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Final

from claimcheck.dimensions.context_kinds import Context, Effect, Modality, Strength, Tense
from claimcheck.dimensions.context_marks import MODALS, PARTIES
from claimcheck.tokens import Sentence, Token


@dataclass(slots=True)
class Found:
    """What the clause's own words add up to."""

    flips: int = 0
    strength: Strength = Strength.FACT
    modality: Modality | None = None
    ended: bool = False
    scope: list[str] = field(default_factory=list)
    cues: list[int] = field(default_factory=list)
    modal: str = ""
    perfect: bool = False
    tense: Tense | None = None

    def mark(self, word: str) -> None:
        if word:
            self.scope.append(word)

    def take(self, effect: Effect, i: int) -> None:
        self.flips += effect.polarity < 0
        self.strength = min(self.strength, effect.within)
        self.modality = effect.modality or self.modality
        self.ended = self.ended or effect.ended
        if effect.future:
            self.tense = Tense.FUTURE
        if effect.transparent:
            self.cues.append(i)


def will(sentence: Sentence, token: Token, found: Found, outer: Context) -> bool:
    """ "Would" and "should" by their subject: a person who would not, in the text's own voice, refused; a thing that
    should arrive is expected to."""
    if found.perfect or found.modal not in ("would", "should"):
        return False
    subject = next((sentence[k] for k in sentence.children[token.i] if sentence[k].dep == "nsubj"), None)
    if subject is None:
        return False
    if found.modal == "would":
        if found.flips % 2 == 0 or outer.speakers or not _somebody(subject) or token.lemma in _STATIVE:
            return False
        found.modality, found.modal, found.tense = Modality.REFUSAL, "", Tense.PAST
        return True
    if found.flips or subject.pos != "NOUN" or _somebody(subject):
        return False
    found.modality, found.strength = Modality.PLAN, min(found.strength, Strength.LIKELY)
    return True


def may_not(sentence: Sentence, token: Token, found: Found, outer: Context) -> bool:
    """ "Guests may not smoke": a rule for all of a kind, or for what is done with things, forbids it."""
    if found.modal != "may" or found.flips % 2 == 0 or found.perfect or outer.speakers:
        return False
    below = [sentence[k] for k in sentence.children[token.i]]
    subject = next((t for t in below if t.dep in ("nsubj", "nsubjpass")), None)
    if subject is None or "not all" in found.scope:
        return False
    if subject.dep == "nsubjpass":
        if token.lemma not in _RULED or any(t.dep == "agent" for t in below):
            return False
    elif token.lemma in _UNRULED or not _kind(sentence, subject):
        return False
    found.modality, found.strength, found.modal = Modality.OBLIGATION, Strength.LIKELY, ""
    found.tense = Tense.PRESENT
    return True


def _kind(sentence: Sentence, subject: Token) -> bool:
    """Whether a subject stands for anybody of its kind: "you", "guests", "a member"."""
    if subject.lower in ("you", "nobody"):
        return True
    determiners = {
        sentence[k].lower for k in sentence.children[subject.i] if sentence[k].dep in ("det", "poss")
    }
    return subject.pos == "NOUN" and (
        determiners <= {"a", "an", "no", "any"} if determiners else subject.tag == "NNS"
    )


# What rules allow and forbid to be done with things.
_RULED: Final = frozenset(
    "use share sell resell copy reproduce distribute redistribute publish disclose transfer modify edit change alter "
    "enter take carry bring store remove delete combine exceed rent sublet post upload download access sublicense "
    "assign advertise display import export open build fly feed touch photograph film record reopen quote reuse".split()
)
# What happens to people whatever the rules are.
_UNRULED: Final = frozenset(
    "be have know notice realise realize understand remember recall recognise recognize need want like love hate see "
    "hear feel find get become seem appear happen occur suffer recover survive die live agree believe think mean "
    "matter qualify exist benefit reach arrive come fall grow lose win succeed fail work last care mind expect hope "
    "fit sound look belong deserve respond react experience encounter face earn develop show".split()
)
_STATIVE: Final = frozenset("be have need know cost take become like seem".split())


def _somebody(token: Token) -> bool:
    """Whether a subject is a person or a party, who may refuse."""
    if token.pos == "PRON":
        return token.lower in ("he", "she", "they", "who", "neither", "nobody")
    return token.pos == "PROPN" or token.lemma in PARTIES or token.lemma.endswith(_AGENTIVE)


_AGENTIVE: Final = ("er", "or", "ist", "man", "person", "ent", "ian")


def tense_of(sentence: Sentence, token: Token, found: Found, outer: Context) -> Tense:
    if found.modal:
        effect = MODALS.get(found.modal)
        if found.perfect or (found.modal == "could" and found.modality is Modality.ABILITY):
            return Tense.PAST
        return Tense.PRESENT if effect is not None and effect.modality is Modality.ABILITY else Tense.FUTURE
    if found.tense is not None:
        return found.tense
    if token.tag == "VBN" and token.dep == "conj" and not found.perfect:
        return outer.tense
    if found.perfect or token.tag in ("VBD", "VBN"):
        auxiliaries = [sentence[k] for k in sentence.children[token.i] if sentence[k].dep == "auxpass"]
        present = any(a.tag in ("VBZ", "VBP") for a in auxiliaries)
        return Tense.PRESENT if present and not found.perfect else Tense.PAST
    if token.tag in ("VBZ", "VBP"):
        return Tense.PRESENT
    if any(
        sentence[k].dep == "aux" and sentence[k].tag in ("VBZ", "VBP") for k in sentence.children[token.i]
    ):
        return Tense.PRESENT
    return outer.tense
