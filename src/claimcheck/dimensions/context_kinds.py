"""The words for a context: polarity, strength, modality, tense, speakers, and how a governor changes them.

The ladder of strength is the project's own (fact > attributed > likely > possible > denied).
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from enum import IntEnum, StrEnum


class Strength(IntEnum):
    """How firmly a predicate is asserted; higher is firmer."""

    DENIED = 0
    POSSIBLE = 1
    LIKELY = 2
    ATTRIBUTED = 3
    FACT = 4


class Modality(StrEnum):
    """What kind of thing a predicate is, when it is not simply an event or a state."""

    NONE = "none"
    PLAN = "plan"  # will, expected to, considering
    SCHEDULE = "schedule"  # due to, set to, is to
    INTENTION = "intention"  # plans to, wants to
    ATTEMPT = "attempt"  # tried to
    CONDITIONAL = "conditional"
    QUESTION = "question"
    COMMAND = "command"
    ABILITY = "ability"
    OBLIGATION = "obligation"
    HABITUAL = "habitual"
    FAILURE = "failure"  # failed to, prevented from: did not, and could not
    REFUSAL = "refusal"  # refused to, would not: did not, and would not


class Tense(StrEnum):
    PAST = "past"
    PRESENT = "present"
    FUTURE = "future"


class Stance(StrEnum):
    """What a speaker does with the content."""

    SAID = "said"
    CONFIRMED = "confirmed"
    DENIED = "denied"
    BELIEVES = "believes"
    DOUBTS = "doubts"
    ALLEGES = "alleges"
    WARNS = "warns"
    VOWS = "vows"
    ASKED = "asked"
    SUGGESTS = "suggests"


@dataclass(frozen=True, slots=True)
class Speaker:
    """One link of a speaker chain.

    heads: token indexes of the speakers' heads ("Esper and Milley said" has two), none where nobody is named
    ("it was reported");
    verb: the reporting word, -1 where there is none (a bare quotation);
    hearer: head of who was told; polarity -1: "did not say";
    offset: where the heads stand, counted in sentences from this one (-1 is the sentence before).
    """

    heads: tuple[int, ...]
    stance: Stance
    verb: int
    hearer: int | None = None
    polarity: int = 1
    offset: int = 0

    @property
    def head(self) -> int | None:
        return self.heads[0] if self.heads else None


@dataclass(frozen=True, slots=True)
class Context:
    """All that stands between a predicate and plain assertion.

    polarity: +1 or -1, in the mouth of the innermost speaker;
    strength: how firmly the text as a whole puts it; within: how firmly the innermost speaker puts it
    (equal to `strength` where nobody speaks);
    ended: "no longer", "stopped", "former": it held once and does not now;
    speakers: outermost first;
    scope: scope words on the predicate ("still", "never", "only"), lower case;
    cues: tokens that say nothing beyond this context (negators, modals, hedges, reporting verbs);
    governors: tokens whose effect is in this context but which also say something of their own
    ("refused", "began", "forced").
    """

    polarity: int = 1
    strength: Strength = Strength.FACT
    within: Strength = Strength.FACT
    modality: Modality = Modality.NONE
    tense: Tense = Tense.PRESENT
    ended: bool = False
    speakers: tuple[Speaker, ...] = ()
    scope: tuple[str, ...] = ()
    cues: tuple[int, ...] = ()
    governors: tuple[int, ...] = ()

    @property
    def speaker(self) -> Speaker | None:
        """The innermost speaker: whose words the predicate is."""
        return self.speakers[-1] if self.speakers else None

    def spoken(self, speaker: Speaker) -> Context:
        """This context with `speaker` as its innermost speaker, who asserts plainly."""
        return replace(
            self,
            polarity=1,
            strength=min(self.strength, Strength.ATTRIBUTED),
            within=Strength.FACT,
            modality=Modality.NONE,
            ended=False,
            speakers=(*self.speakers, speaker),
            scope=(),
            cues=self.cues if speaker.offset or speaker.verb < 0 else (*self.cues, speaker.verb),
        )

    def bare(self) -> Context:
        """What stands in this context without being claimed by it: presupposed, restrictive or circumstantial."""
        if self.polarity > 0 and not self.scope and not self.ended:
            return self
        return replace(self, polarity=1, scope=(), ended=False)

    def opened(self) -> Context:
        """As `bare`, neither asserted nor denied."""
        possible = Strength.POSSIBLE
        return replace(self.bare(), strength=min(self.strength, possible), within=min(self.within, possible))


@dataclass(frozen=True, slots=True)
class Effect:
    """What a word does to a predicate below it.

    polarity: of the complement; strength and within: ceilings; modality: None keeps the governor's own;
    stance: set for reporting words; transparent: the word is nothing but this effect (it becomes a cue).
    """

    polarity: int = 1
    strength: Strength = Strength.FACT
    modality: Modality | None = None
    within: Strength = Strength.FACT
    stance: Stance | None = None
    ended: bool = False
    transparent: bool = True
    future: bool = False


@dataclass(frozen=True, slots=True)
class Signature:
    """The effect on a complement when the governor is affirmed and when it is negated.

    After Nairn, Condoravdi & Karttunen, "Computing relative polarity for textual inference" (2006).
    factive: the complement is presupposed, whatever stands above the governor.
    """

    name: str
    affirmed: Effect
    negated: Effect
    factive: bool = False
